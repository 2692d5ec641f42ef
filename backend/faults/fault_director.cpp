// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/faults/fault_director.h"

#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/kernel/mutant.h"

#include <algorithm>
#include <utility>

namespace sb {
namespace {

enum EventType : std::uint32_t { kExpire };

// Left for a region's return, and for an eviction before it.
constexpr std::uint32_t kIncarnationsSpared = 3;

// What users, health checks and the DNS see differently, and how many users there are.
void addSteeringFault(FaultSurface::PerRegion& region, const InjectFault& spec)
{
    if (spec.kind == FaultKind::GrayFailing)
        region.condition.grayPercent = spec.percent;
    else if (spec.kind == FaultKind::HealthPathFailing)
        region.condition.isHealthPathFailing = true;
    else if (spec.kind == FaultKind::CheckersCut)
        region.checkersCutPercent = spec.percent;
    else if (spec.kind == FaultKind::EdgesCut)
        region.areEdgesCut = true;
    else if (spec.kind == FaultKind::EnactorStalled)
        region.isEnactorStalled = true;
    else
        region.surgePercent = spec.percent;
}

} // namespace

FaultDirector::FaultDirector(Env& env, EventLog& log, Network& network, std::vector<Place> places)
    : m_env(env)
    , m_log(log)
    , m_network(network)
    , m_places(std::move(places))
    , m_baseline(readSurface())
    , m_applied(m_baseline)
{
}

void FaultDirector::setCustomers(Shoppers& customers)
{
    m_customers = &customers;
    m_baseline = m_applied = readSurface();
}

void FaultDirector::setObjects(ObjectCopier& objects)
{
    m_objects = &objects;
    m_baseline = m_applied = readSurface();
}

void FaultDirector::onEvent(const SimEvent& event)
{
    if (event.kind != kExpire)
        return;
    for (std::size_t i = 0; i < m_active.size(); ++i) {
        if (m_active[i].id.value == event.a) {
            reverse(i, EventKind::FaultExpired, Actor::Faults, m_active[i].event);
            return;
        }
    }
}

Result<RegionId> FaultDirector::findRegion(const std::string& code) const
{
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i].code == code)
            return RegionId { static_cast<std::uint8_t>(i) };
        codes.push_back(m_places[i].code);
    }
    return fail(Errc::UnknownName, "this run has no region '" + code + "'; it has " + joined(codes, ", "));
}

Result<> FaultDirector::check(const InjectFault& spec) const
{
    if (const auto valid = validate(Command { spec }); !valid)
        return valid;
    for (const std::string& code : { spec.region, spec.peer }) {
        if (code.empty())
            continue;
        if (const auto found = findRegion(code); !found)
            return tl::make_unexpected(found.error());
    }
    if (spec.kind == FaultKind::RegionDestroyed) {
        if (const auto possible = canDestroy(*findRegion(spec.region)); !possible)
            return possible;
    }
    if (!hasTarget(spec.kind))
        return fail(Errc::Refused,
            std::string(toString(spec.kind)) + " has nothing to act on in this run"
                + (spec.kind == FaultKind::ObjectsPaused ? "; photos-per-minute gives it objects" : ""));
    if (spec.kind == FaultKind::ObjectsPaused && spec.added >= spec.expiresAfter)
        return fail(Errc::Refused,
            "copies would go on leaving for " + durationText(spec.added) + ", and the fault would be over by "
                + "then; 'for' must be longer than 'by'");
    if (const auto possible = canFailDisk(spec, *findRegion(spec.region)); !possible)
        return possible;
    for (const ActiveFault& other : m_active) {
        if (other.spec.kind == spec.kind && other.spec.region == spec.region && other.spec.peer == spec.peer
            && other.spec.direction == spec.direction)
            return fail(Errc::Refused,
                title(other) + " is already active (fault " + std::to_string(other.id.value)
                    + "); clear it first, or let it expire");
    }
    return {};
}

// Some kinds act on parts that not every run has.
bool FaultDirector::hasTarget(FaultKind kind) const
{
    switch (kind) {
    case FaultKind::CheckersCut:
        return m_health != nullptr;
    case FaultKind::EdgesCut:
        return m_edges != nullptr;
    case FaultKind::TrafficSurge:
        return m_customers != nullptr;
    case FaultKind::EnactorStalled:
        return m_publisher != nullptr;
    case FaultKind::ObjectsPaused:
        return m_objects != nullptr;
    default:
        return true;
    }
}

// A world in which nobody has the data any more has nothing left to show.
Result<> FaultDirector::canDestroy(RegionId region) const
{
    Region& lost = *m_places[region.value].region;
    if (lost.replica().ownLog().incarnation >= kMaxIncarnations)
        return fail(Errc::Refused,
            m_places[region.value].name + " has lost its store " + std::to_string(kMaxIncarnations - 1)
                + " times; a run keeps account of no more");
    const bool hasOther = std::any_of(m_places.begin(), m_places.end(), [&](const Place& place) {
        return place.region != &lost && !place.region->condition().isStoreLost
            && !place.region->condition().isDiskRotten // found when it comes back, if not yet
            && !place.region->replicator().isExpelled() // its copy will be given up
            && !place.region->isCopyDoubtful() // it may turn out that it was never kept
            && place.region->replicator().stage() == ReplicaStage::ServingWrites;
    });
    if (!hasOther)
        return fail(Errc::Refused,
            "no other region has a whole copy of the data; without " + m_places[region.value].name
                + "'s there would be nothing to rebuild from");
    return {};
}

Result<> FaultDirector::canFailDisk(const InjectFault& spec, RegionId region) const
{
    const Region& failing = *m_places[region.value].region;
    const bool losesPower = spec.kind == FaultKind::RegionOutage || spec.kind == FaultKind::RegionDestroyed;
    const bool endsLie = losesPower && failing.isDiskDoubtful() && !failing.condition().isDown;
    const bool isDisk = spec.kind == FaultKind::DiskRotten || spec.kind == FaultKind::DiskLying;
    if (!endsLie && !isDisk)
        return {};
    const std::uint32_t incarnation = m_places[region.value].region->replica().ownLog().incarnation;
    if (incarnation + kIncarnationsSpared > kMaxIncarnations)
        return fail(Errc::Refused,
            m_places[region.value].name + " has begun anew " + std::to_string(incarnation - 1)
                + " times; a run keeps account of at most " + std::to_string(kMaxIncarnations - 1));
    const bool takesCopy = spec.kind == FaultKind::DiskRotten || (endsLie && failing.isCopyDoubtful());
    return takesCopy ? canDestroy(region) : Result<>();
}

Result<FaultId> FaultDirector::inject(const InjectFault& spec, Actor actor, EventSeq cause)
{
    if (const auto checked = check(spec); !checked)
        return tl::make_unexpected(checked.error());
    const RegionId region = *findRegion(spec.region);
    const RegionId peer = spec.peer.empty() ? RegionId {} : *findRegion(spec.peer);
    ActiveFault fault { FaultId { ++m_count }, spec, region, peer, m_env.now(),
        m_env.now() + spec.expiresAfter, {} };
    fault.event = m_log.append({ .kind = EventKind::FaultInjected,
        .severity = Severity::Critical,
        .actor = actor,
        .region = fault.region,
        .peer = fault.peer,
        .fault = fault.id,
        .cause = cause,
        .object = "fault " + std::to_string(fault.id.value),
        .action = std::string(toString(spec.kind)),
        .valueAfter = formatCommand(Command { spec }),
        .note = title(fault) + "; expires by itself after " + durationText(spec.expiresAfter) });
    m_active.push_back(fault);
    m_env.mix(hashBytes(formatCommand(Command { spec })));
    applySurface();
    m_env.post(fault.expiresAt, m_self, kExpire, fault.id.value);
    return fault.id;
}

Result<> FaultDirector::clear(FaultId fault, Actor actor, EventSeq cause)
{
    for (std::size_t i = 0; i < m_active.size(); ++i) {
        if (m_active[i].id == fault) {
            reverse(i, EventKind::FaultCleared, actor, cause);
            return {};
        }
    }
    return fail(Errc::Refused,
        "fault " + std::to_string(fault.value) + " is not active; it was cleared, expired or never injected");
}

std::size_t FaultDirector::clearAll(Actor actor, EventSeq cause)
{
    std::size_t count = 0;
    for (; !m_active.empty(); ++count)
        reverse(0, EventKind::FaultCleared, actor, cause);
    return count;
}

std::size_t FaultDirector::clearRegion(RegionId region, Actor actor, EventSeq cause)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < m_active.size();) {
        if (m_active[i].region == region || m_active[i].peer == region) {
            reverse(i, EventKind::FaultCleared, actor, cause);
            ++count;
        } else {
            ++i;
        }
    }
    return count;
}

bool FaultDirector::isActive(FaultId fault) const
{
    return std::any_of(m_active.begin(), m_active.end(), [&](const ActiveFault& f) { return f.id == fault; });
}

bool FaultDirector::touches(RegionId region) const
{
    return std::any_of(m_active.begin(), m_active.end(),
        [&](const ActiveFault& fault) { return fault.region == region || fault.peer == region; });
}

std::string FaultDirector::title(const ActiveFault& fault) const
{
    const std::string& name = m_places[fault.region.value].name;
    const std::string peer = fault.peer.isValid() ? m_places[fault.peer.value].name : std::string();
    const Direction direction = fault.spec.direction;
    const std::string link = direction == Direction::Both ? name + " and " + peer
        : direction == Direction::Outbound                ? name + " to " + peer
                                                          : peer + " to " + name;
    switch (fault.spec.kind) {
    case FaultKind::RegionOutage:
        return "Region outage, " + name;
    case FaultKind::MappingRemoved:
        return "API mapping removed, " + name;
    case FaultKind::ReplicationPaused:
        return "Replication paused, " + name;
    case FaultKind::LinkPartitioned:
        return "Link cut, " + link;
    case FaultKind::LatencyAdded:
        return "Latency of " + durationText(fault.spec.added) + " added, "
            + (fault.peer.isValid() ? link : name);
    case FaultKind::RegionDestroyed:
        return "Region destroyed, " + name;
    case FaultKind::ClockSkewed:
        return "Clock " + durationText(fault.spec.added < 0us ? -fault.spec.added : fault.spec.added)
            + (fault.spec.added < 0us ? " behind, " : " ahead, ") + name;
    case FaultKind::ClockDrifting:
        return "Clock " + std::string(fault.spec.added < 0us ? "losing " : "gaining ")
            + durationText(fault.spec.added < 0us ? -fault.spec.added : fault.spec.added) + " each second, "
            + name;
    case FaultKind::StoreFailing:
        return "Store failing, " + name;
    case FaultKind::DiskFull:
        return "Disk full, " + name;
    case FaultKind::DiskStalled:
        return "Disk slower by " + durationText(fault.spec.added) + ", " + name;
    case FaultKind::DiskRotten:
        return "Disk returns damaged data, " + name;
    case FaultKind::DiskLying:
        return "Disk loses flushes, " + name;
    case FaultKind::StreamPoisoned:
        return "Change stream poisoned, " + name;
    case FaultKind::GrayFailing:
        return "Gray failure of " + std::to_string(fault.spec.percent) + " % of the requests, " + name;
    case FaultKind::HealthPathFailing:
        return "Health path failing, " + name;
    case FaultKind::CheckersCut:
        return std::to_string(fault.spec.percent) + " % of the checkers cut off, " + name;
    case FaultKind::EdgesCut:
        return "DNS edges cut off, " + name;
    case FaultKind::EnactorStalled:
        return "Plan enactor stalled, " + name;
    case FaultKind::TrafficSurge:
        return "Traffic surge of " + std::to_string(fault.spec.percent) + " %, " + name;
    case FaultKind::ObjectsPaused:
        return "Copying of objects paused, " + name + (peer.empty() ? "" : " to " + peer)
            + (fault.spec.added > 0us ? ", from " + durationText(fault.spec.added) + " on" : "");
    }
    return "Fault";
}

void FaultDirector::reverse(std::size_t index, EventKind how, Actor actor, EventSeq cause)
{
    const ActiveFault fault = m_active[index];
    m_active.erase(m_active.begin() + static_cast<std::ptrdiff_t>(index));
    if (SB_MUTANT(ExpiryUnlogged) && how == EventKind::FaultExpired) {
        applySurface();
        return;
    }
    const EventSeq reversed = m_log.append({ .kind = how,
        .severity = Severity::Notice,
        .actor = actor,
        .region = fault.region,
        .peer = fault.peer,
        .fault = fault.id,
        .cause = cause,
        .object = "fault " + std::to_string(fault.id.value),
        .action = std::string(toString(fault.spec.kind)),
        .note = title(fault) + (how == EventKind::FaultExpired ? ": expired" : ": cleared") + " after "
            + durationText(m_env.now() - fault.startedAt) });
    applySurface();
    checkResidue(fault, reversed);
}

void FaultDirector::checkResidue(const ActiveFault& reversed, EventSeq cause)
{
    const FaultSurface wanted = wantedSurface();
    const FaultSurface found = readSurface();
    const bool isClean = wanted == found && (!m_active.empty() || found == m_baseline);
    m_log.append({ .kind = isClean ? EventKind::ResidueVerified : EventKind::ResidueFound,
        .severity = isClean ? Severity::Info : Severity::Critical,
        .actor = Actor::Faults,
        .region = reversed.region,
        .peer = reversed.peer,
        .fault = reversed.id,
        .cause = cause,
        .object = "fault " + std::to_string(reversed.id.value),
        .note = isClean ? "No residue: every switch and link reads as "
                + std::string(m_active.empty() ? "before the first fault" : "the remaining faults imply")
                        : std::string("A switch or link still carries the fault") });
}

FaultSurface FaultDirector::readSurface() const
{
    FaultSurface surface;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const RegionId id { static_cast<std::uint8_t>(i) };
        const Region& region = *m_places[i].region;
        Replicator& replicator = m_places[i].region->replicator();
        surface.regions.push_back({ region.condition(), replicator.isDown(), replicator.isPaused(),
            m_places[i].region->replica().clock(), m_network.userDelay(id, true),
            m_network.userDelay(id, false), m_health == nullptr ? 0 : m_health->cutPercent(id),
            m_edges != nullptr && m_edges->isCut(id), m_publisher != nullptr && m_publisher->isStalled(id),
            m_customers == nullptr ? 0 : m_customers->surge(id) });
        for (std::size_t j = 0; j < m_places.size(); ++j)
            surface.links.push_back(m_network.link(id, RegionId { static_cast<std::uint8_t>(j) }));
        for (std::size_t j = 0; j < m_places.size(); ++j)
            surface.objectsStop.push_back(m_objects == nullptr
                    ? kNever
                    : m_objects->stopsAt(id, RegionId { static_cast<std::uint8_t>(j) }));
    }
    return surface;
}

void FaultDirector::addLinkFault(FaultSurface& surface, const ActiveFault& fault) const
{
    const std::size_t count = m_places.size();
    const auto touch = [&](std::size_t from, std::size_t to) {
        LinkCondition& link = surface.links[from * count + to];
        if (fault.spec.kind == FaultKind::LinkPartitioned)
            link.isCut = true;
        else
            link.added += fault.spec.added;
    };
    for (std::size_t other = 0; other < count; ++other) {
        if (other == fault.region.value || (fault.peer.isValid() && other != fault.peer.value))
            continue;
        if (fault.spec.direction != Direction::Inbound)
            touch(fault.region.value, other);
        if (fault.spec.direction != Direction::Outbound)
            touch(other, fault.region.value);
    }
}

void FaultDirector::addObjectPause(FaultSurface& surface, const ActiveFault& fault) const
{
    for (std::size_t other = 0; other < m_places.size(); ++other) {
        if (other == fault.region.value || (fault.peer.isValid() && other != fault.peer.value))
            continue;
        Instant& stop = surface.objectsStop[fault.region.value * m_places.size() + other];
        stop = std::min(stop, fault.startedAt + fault.spec.added);
    }
}

FaultSurface FaultDirector::wantedSurface() const
{
    FaultSurface surface = m_baseline;
    for (const ActiveFault& fault : m_active) {
        FaultSurface::PerRegion& region = surface.regions[fault.region.value];
        switch (fault.spec.kind) {
        case FaultKind::RegionOutage:
            region.condition.isDown = region.isReplicationDown = true;
            break;
        case FaultKind::RegionDestroyed:
            region.condition.isDown = region.isReplicationDown = region.condition.isStoreLost = true;
            break;
        case FaultKind::StoreFailing:
            region.condition.isStoreFailing = true;
            break;
        case FaultKind::DiskFull:
            region.condition.isDiskFull = true;
            break;
        case FaultKind::DiskStalled:
            region.condition.diskDelay += fault.spec.added;
            break;
        case FaultKind::DiskRotten:
            region.condition.isDiskRotten = true;
            break;
        case FaultKind::DiskLying:
            region.condition.isDiskLying = true;
            break;
        case FaultKind::StreamPoisoned:
            region.condition.isStreamPoisoned = true;
            break;
        case FaultKind::GrayFailing:
        case FaultKind::HealthPathFailing:
        case FaultKind::CheckersCut:
        case FaultKind::EdgesCut:
        case FaultKind::EnactorStalled:
        case FaultKind::TrafficSurge:
            addSteeringFault(region, fault.spec);
            break;
        case FaultKind::ObjectsPaused:
            addObjectPause(surface, fault);
            break;
        case FaultKind::ClockSkewed:
            region.clock.offset += fault.spec.added;
            break;
        case FaultKind::ClockDrifting:
            region.clock.driftPpm += fault.spec.added.count();
            region.clock.driftsSince = fault.startedAt;
            break;
        case FaultKind::MappingRemoved:
            region.condition.isMappingRemoved = true;
            break;
        case FaultKind::ReplicationPaused:
            region.isReplicationPaused = true;
            break;
        case FaultKind::LinkPartitioned:
            addLinkFault(surface, fault);
            break;
        case FaultKind::LatencyAdded:
            addLinkFault(surface, fault);
            if (!fault.peer.isValid()) {
                if (fault.spec.direction != Direction::Outbound)
                    region.userDelayIn += fault.spec.added;
                if (fault.spec.direction != Direction::Inbound)
                    region.userDelayOut += fault.spec.added;
            }
            break;
        }
    }
    return surface;
}

void FaultDirector::applySurface()
{
    // Turns only what changes: a knob that another hand has turned stays as it is and shows as residue.
    const FaultSurface wanted = wantedSurface();
    const FaultSurface before = std::exchange(m_applied, wanted);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const RegionId id { static_cast<std::uint8_t>(i) };
        Region& region = *m_places[i].region;
        const FaultSurface::PerRegion& want = wanted.regions[i];
        const FaultSurface::PerRegion& have = before.regions[i];
        if (want.isReplicationDown != have.isReplicationDown)
            region.replicator().setDown(want.isReplicationDown);
        if (want.condition != have.condition)
            region.setCondition(want.condition);
        if (want.clock != have.clock)
            region.replica().setClock(want.clock);
        if (want.areEdgesCut != have.areEdgesCut)
            m_edges->setCut(id, want.areEdgesCut);
        if (want.isEnactorStalled != have.isEnactorStalled)
            m_publisher->setStalled(id, want.isEnactorStalled);
        if (want.checkersCutPercent != have.checkersCutPercent)
            m_health->setCutPercent(id, want.checkersCutPercent);
        if (want.surgePercent != have.surgePercent)
            m_customers->setSurge(id, want.surgePercent);
        if (want.isReplicationPaused != have.isReplicationPaused)
            region.replicator().setPaused(want.isReplicationPaused);
        if (SB_MUTANT(DelayStays) && want.userDelayIn < have.userDelayIn)
            continue;
        if (want.userDelayIn != have.userDelayIn)
            m_network.setUserDelay(id, want.userDelayIn, true);
        if (want.userDelayOut != have.userDelayOut)
            m_network.setUserDelay(id, want.userDelayOut, false);
        for (std::size_t j = 0; j < m_places.size(); ++j) {
            const std::size_t link = i * m_places.size() + j;
            if (wanted.links[link] != before.links[link])
                m_network.setLink(id, RegionId { static_cast<std::uint8_t>(j) }, wanted.links[link]);
            if (wanted.objectsStop[link] != before.objectsStop[link])
                m_objects->setStop(
                    id, RegionId { static_cast<std::uint8_t>(j) }, wanted.objectsStop[link]);
        }
    }
}

} // namespace sb
