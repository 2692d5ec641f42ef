// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/membership.h"

#include "backend/base/text.h"
#include "backend/replication/write_label.h"

#include <algorithm>
#include <limits>

namespace sb {
namespace {

enum EventType : std::uint32_t { kTick };

constexpr Duration kTickEvery = 1s;
constexpr Duration kSilence = 5s; // of a region towards every other that is up
constexpr Duration kUnderWayMax = 15s; // of a message; a sender that is lost meanwhile can repeat none

} // namespace

Membership::Membership(Env& env, Network& network, EventLog& log, std::vector<Region*> regions,
    std::vector<std::string> names, RetentionConfig config, Hooks hooks)
    : m_env(env)
    , m_network(network)
    , m_log(log)
    , m_config(config)
    , m_hooks(std::move(hooks))
{
    m_config.entriesKept = std::min(m_config.entriesKept, m_config.entriesMax);
    for (std::size_t i = 0; i < regions.size(); ++i)
        m_places.push_back({ .region = regions[i], .name = std::move(names[i]) });
}

void Membership::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(kTickEvery, m_self, kTick);
}

void Membership::onEvent(const SimEvent& event)
{
    if (event.kind != kTick)
        return;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        proveTooFarBehind(i);
        if (!m_places[i].isEvicted)
            continue;
        // Whoever it asks tells it that it is no member any more.
        for (std::size_t member = 0; member < m_places.size(); ++member) {
            const bool isWhole = m_places[member].region->replicator().stage() == ReplicaStage::ServingWrites;
            if (!m_places[member].isEvicted && isWhole && canReach(i, member)) {
                rejoin(i);
                break;
            }
        }
    }
    m_env.postIn(kTickEvery, m_self, kTick);
}

bool Membership::hasCopy(std::size_t index) const
{
    Region& region = *m_places[index].region;
    return region.replicator().stage() >= ReplicaStage::CatchingUp && !region.condition().isStoreLost;
}

bool Membership::canReach(std::size_t from, std::size_t to) const
{
    const auto isOn = [&](std::size_t index) {
        Region& region = *m_places[index].region;
        return !region.condition().isDown && !region.replicator().isDown() && !region.replicator().isPaused();
    };
    return from != to && isOn(from) && isOn(to) && !m_network.link(idAt(from), idAt(to)).isCut
        && !m_network.link(idAt(to), idAt(from)).isCut;
}

bool Membership::isSilent(std::size_t index) const
{
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const Region& other = *m_places[i].region;
        if (i == index || m_places[i].isEvicted || other.condition().isDown)
            continue;
        if (m_env.now() - m_places[i].region->replicator().lastHeard(idAt(index)) < kSilence)
            return false;
    }
    return true;
}

Result<> Membership::canGo(std::size_t index) const
{
    const Place& place = m_places[index];
    if (place.region->replica().ownLog().incarnation >= kMaxIncarnations)
        return fail(Errc::Refused,
            place.name + " has had " + std::to_string(kMaxIncarnations)
                + " stores; a run keeps account of no more, so it could not come back");
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        Region& other = *m_places[i].region;
        if (i != index && !m_places[i].isEvicted && !other.condition().isDown
            && other.replicator().stage() == ReplicaStage::ServingWrites)
            return {};
    }
    return fail(Errc::Refused,
        place.name
            + " is the last member: no other one is up with a whole copy of the data; restore another "
              "region first");
}

Result<> Membership::checkEvict(RegionId region) const
{
    const Place& place = m_places[region.value];
    if (place.isEvicted)
        return fail(Errc::Refused, place.name + " is evicted already; it rejoins when it can reach a member");
    if (const auto possible = canGo(region.value); !possible)
        return possible;
    if (!place.region->condition().isDown && !isSilent(region.value))
        return fail(Errc::Refused,
            place.name
                + " is up and in touch with other members; only a region that is down or has been "
                  "silent for "
                + durationText(kSilence) + " can be evicted");
    return {};
}

void Membership::evict(RegionId region, Actor actor, EventSeq cause)
{
    SB_ASSERT(checkEvict(region).has_value());
    expel(region.value, "by order", actor, cause);
}

void Membership::expel(std::size_t index, std::string why, Actor actor, EventSeq cause)
{
    Place& place = m_places[index];
    place.isEvicted = true;
    place.region->replicator().setExpelled(true);
    place.evicted = m_log.append({ .kind = EventKind::MemberEvicted,
        .severity = Severity::Warning,
        .actor = actor,
        .region = idAt(index),
        .cause = cause,
        .object = place.name,
        .action = actor == Actor::Replication ? "automatic" : "by order",
        .note = place.name + " is no member any more, " + why
            + ": logs are trimmed without regard to it, and it comes back with a new copy only" });
}

void Membership::onTooFarBehind(RegionId region)
{
    proveTooFarBehind(region.value);
}

// What one peer has trimmed another may have still. Nobody has it when all who applied it did so as part of a
// copy, and the log's origin has given up its store since.
void Membership::proveTooFarBehind(std::size_t index)
{
    Place& place = m_places[index];
    if (place.isEvicted || place.region->condition().isDown || !hasCopy(index))
        return;
    Replica& mine = place.region->replica();
    std::size_t logs = 0;
    for (const Place& other : m_places)
        logs = std::max(logs, other.region->replica().positions().size());
    for (std::size_t i = 0; i < logs; ++i) {
        const LogId log = logAt(i, m_places.size());
        const std::uint64_t next = mine.position(log) + 1;
        bool isBehind = false, canBeHad = false;
        for (std::size_t other = 0; other < m_places.size(); ++other) {
            Replica& theirs = m_places[other].region->replica();
            if (other == index || m_places[other].isEvicted || !hasCopy(other) || theirs.position(log) < next)
                continue;
            isBehind = true;
            canBeHad = canBeHad || theirs.store().logBegin(log) <= next;
        }
        if (!isBehind || canBeHad)
            continue;
        if (canGo(index).has_value())
            expel(index, "because all others have forgotten what it lacks", Actor::Replication, {});
        return;
    }
}

void Membership::enforceCap(std::size_t index)
{
    const LogId log = logAt(index, m_places.size());
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (!m_places[i].isEvicted && hasCopy(i))
            head = std::max(head, m_places[i].region->replica().position(log));
    }
    if (head <= m_config.entriesMax)
        return;
    std::vector<std::size_t> holders, laggards;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i].isEvicted || !hasCopy(i))
            continue;
        const bool lags = m_places[i].region->replica().position(log) + m_config.entriesMax < head;
        (lags ? laggards : holders).push_back(i);
    }
    if (laggards.empty())
        return;
    const auto firstUp = [&](const std::vector<std::size_t>& side) {
        const auto found = std::find_if(
            side.begin(), side.end(), [&](std::size_t i) { return !m_places[i].region->condition().isDown; });
        return found == side.end() ? m_places.size() : *found;
    };
    const bool holdersStay = laggards.size() != holders.size() ? laggards.size() < holders.size()
                                                               : firstUp(holders) < firstUp(laggards);
    for (const std::size_t i : holdersStay ? laggards : holders) {
        if (canGo(i).has_value())
            expel(i,
                "because " + std::string(holdersStay ? "it lags" : "the others lag") + " more than "
                    + groupedText(static_cast<std::int64_t>(m_config.entriesMax))
                    + " entries behind the log of " + m_places[log.origin.value].name,
                Actor::Replication, {});
    }
}

void Membership::trimLogs()
{
    std::size_t logs = 0;
    for (const Place& place : m_places)
        logs = std::max(logs, place.region->replica().positions().size());
    for (std::size_t index = 0; index < logs; ++index)
        enforceCap(index);
    std::vector<std::uint64_t> everywhere(logs, std::numeric_limits<std::uint64_t>::max());
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i].isEvicted || !hasCopy(i))
            continue;
        for (std::size_t index = 0; index < logs; ++index)
            everywhere[index]
                = std::min(everywhere[index], seenOf(m_places[i].region->replica().positions(), index));
        m_places[i].region->replicator().limitToSnapshots(everywhere);
    }
    for (std::size_t index = 0; index < logs; ++index) {
        if (everywhere[index] <= m_config.entriesKept
            || everywhere[index] == std::numeric_limits<std::uint64_t>::max())
            continue;
        for (Place& place : m_places) {
            // What an evicted one holds may be an orphan; a full disk takes no trimming either.
            if (!place.isEvicted && !place.region->condition().isDiskFull)
                place.region->replica().trim(
                    logAt(index, m_places.size()), everywhere[index] - m_config.entriesKept);
        }
    }
    collectTombstones(everywhere);
}

void Membership::collectTombstones(const std::vector<std::uint64_t>& everywhere)
{
    std::vector<Replica*> holders;
    for (std::size_t i = 0; i < m_places.size(); ++i)
        if (!m_places[i].isEvicted && hasCopy(i))
            holders.push_back(&m_places[i].region->replica());
    if (holders.empty())
        return;
    const auto haveAll = [&](const std::vector<std::uint64_t>& positions) {
        return std::all_of(holders.begin(), holders.end(),
            [&](const Replica* replica) { return covers(replica->positions(), positions); });
    };
    if (m_horizon.empty() && m_env.now() - m_candidateAt >= kUnderWayMax) {
        m_horizon.assign(everywhere.size(), 0);
        for (const Replica* replica : holders)
            for (std::size_t log = 0; log < replica->positions().size(); ++log)
                m_horizon[log] = std::max(m_horizon[log], replica->positions()[log]);
    }
    if (!m_horizon.empty() && haveAll(m_horizon)) {
        m_stable = std::move(m_candidate);
        m_candidate = everywhere;
        m_candidateAt = m_env.now();
        m_horizon.clear();
    }
    const CollectionRule rule { m_config.tombstoneGrace, m_config.isGraceEnough, m_stable };
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const Region& region = *m_places[i].region;
        if (!m_places[i].isEvicted && hasCopy(i) && !region.condition().isDown
            && !region.condition().isDiskFull)
            m_places[i].region->replica().collectTombstones(rule);
    }
}

OrphanSet Membership::collectOrphans(std::size_t index)
{
    Replica& replica = m_places[index].region->replica();
    std::vector<LogEntry> entries;
    for (std::size_t i = 0; i < replica.positions().size(); ++i) {
        const LogId log = logAt(i, m_places.size());
        std::uint64_t held = 0;
        for (std::size_t other = 0; other < m_places.size(); ++other) {
            // A copy that is out may never come back; if it does, replaying finds the write there.
            const bool isThere = other != index && !m_places[other].isEvicted && hasCopy(other);
            if (isThere && !m_places[other].region->condition().isDown)
                held = std::max(held, m_places[other].region->replica().position(log));
        }
        for (std::uint64_t seq = std::max(held + 1, replica.store().logBegin(log));
             seq <= replica.position(log); ++seq) {
            const LogEntry* entry = replica.store().logEntry(log, seq);
            if (entry != nullptr && m_setAside.insert({ log, seq }).second)
                entries.push_back(*entry);
        }
    }
    return orphanSetOf(std::move(entries));
}

void Membership::rejoin(std::size_t index)
{
    Place& place = m_places[index];
    Region& region = *place.region;
    place.isEvicted = false;
    // Given up since: it has nothing left to set aside, and its empty store waits for a copy already.
    if (hasCopy(index)) {
        OrphanSet found = collectOrphans(index);
        if (!found.entries.empty()) {
            const Duration age = m_env.now() - found.entries.front().committedAt;
            const auto count = static_cast<std::int64_t>(found.entries.size());
            place.found = m_log.append({ .kind = EventKind::OrphansFound,
                .severity = Severity::Warning,
                .actor = Actor::Replication,
                .region = idAt(index),
                .cause = place.evicted,
                .object = place.name,
                .action = "set aside",
                .valueBefore = plainMoneyText(found.money),
                .valueAfter = std::to_string(count),
                .unit = "writes",
                .note = place.name + " comes back with " + groupedText(count)
                    + " acknowledged writes that no member holds, "
                    + groupedText(static_cast<std::int64_t>(found.orders)) + " of them orders worth "
                    + plainMoneyText(found.money) + " EUR, the oldest " + durationText(age)
                    + " old; they wait to be replayed or discarded" });
            if (m_hooks.onFound)
                m_hooks.onFound(idAt(index), found);
            for (LogEntry& earlier : place.orphans.entries)
                found.entries.push_back(std::move(earlier));
            place.orphans = orphanSetOf(std::move(found.entries));
        }
        region.rebuild();
    }
    region.replicator().setExpelled(false);
}

Result<> Membership::checkDiscard(RegionId region) const
{
    const Place& place = m_places[region.value];
    if (place.orphans.entries.empty())
        return fail(Errc::Refused, "no orphan writes of " + place.name + " wait");
    return {};
}

Result<> Membership::checkReplay(RegionId region) const
{
    if (const auto any = checkDiscard(region); !any)
        return any;
    const Place& place = m_places[region.value];
    if (place.isEvicted || place.region->condition().isDown
        || place.region->replicator().stage() != ReplicaStage::ServingWrites)
        return fail(Errc::Refused,
            place.name + " has no whole copy yet to offer them to; wait until it serves writes");
    if (place.region->condition().isDiskFull)
        return fail(Errc::Refused, "the disk of " + place.name + " is full; make room first");
    if (!place.region->mayAcknowledge())
        return fail(Errc::Refused,
            place.name
                + (place.region->lease().isFenced ? " is fenced: unfence it first"
                                                  : " holds no lease to write under; wait until it has one"));
    return {};
}

void Membership::replayOrphans(RegionId region, Actor actor, EventSeq cause)
{
    SB_ASSERT(checkReplay(region).has_value());
    Place& place = m_places[region.value];
    const OrphanSet orphans = std::exchange(place.orphans, {});
    OrphanReplay replay(*place.region);
    for (const LogEntry& orphan : orphans.entries)
        settle(region.value, orphan, replay.offer(orphan), actor, cause);
}

void Membership::discardOrphans(RegionId region, Actor actor, EventSeq cause)
{
    SB_ASSERT(checkDiscard(region).has_value());
    const OrphanSet orphans = std::exchange(m_places[region.value].orphans, {});
    for (const LogEntry& orphan : orphans.entries)
        settle(region.value, orphan, OrphanOutcome::Discarded, actor, cause);
}

void Membership::settle(
    std::size_t index, const LogEntry& orphan, OrphanOutcome outcome, Actor actor, EventSeq cause)
{
    const std::string label = labelOf(orphan);
    const char* what = outcome == OrphanOutcome::Replayed ? " was written anew in "
        : outcome == OrphanOutcome::Superseded            ? " was superseded by what stands in "
        : outcome == OrphanOutcome::Refused               ? " was kept out by what may not be replaced in "
                                                          : " was given up; it had been held only by ";
    m_env.mix(hashCombine(orphan.version.seq, static_cast<std::uint64_t>(outcome)));
    m_log.append({ .kind = EventKind::OrphanSettled,
        .severity = outcome == OrphanOutcome::Replayed ? Severity::Info : Severity::Warning,
        .actor = actor,
        .region = idAt(index),
        .cause = cause,
        .object = label,
        .action = std::string(toString(outcome)),
        .valueAfter = plainMoneyText(orphan.amount),
        .unit = "EUR",
        .note = "Orphan write: " + label + what + m_places[index].name });
    if (m_hooks.onSettled)
        m_hooks.onSettled(idAt(index), orphan, outcome);
}

bool Membership::isSettled() const
{
    return std::all_of(m_places.begin(), m_places.end(),
        [](const Place& place) { return !place.isEvicted && place.orphans.entries.empty(); });
}

} // namespace sb
