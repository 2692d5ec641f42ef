// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/run_checks.h"

#include "backend/bookstore/catalogue.h"
#include "backend/replication/merge.h"

#include <algorithm>

namespace sb {
namespace {

constexpr Duration kPatience = 5s; // propagation of a published health, and the slices of the run
constexpr Duration kProbeTimeout = 4s;
constexpr std::size_t kAppliedAgain = 40; // entries per log and region
constexpr Duration kLateMessage = 3s; // what buggify adds at most

std::string named(const Simulation& simulation, std::size_t region)
{
    return simulation.description().regions[region].code;
}

RegionId regionAt(std::size_t index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

bool isNextStep(int before, int after)
{
    return (before == 0 && after == 10) || (before == 10 && after == 100) || (before == 100 && after == 500)
        || (before == 500 && after == 1000);
}

} // namespace

RunChecks::RunChecks(Simulation& simulation)
    : m_simulation(simulation)
    , m_invariants([&simulation](RegionId id) -> Store& { return simulation.region(id).replica().store(); })
    , m_rpo(simulation, m_invariants.findings())
    , m_fence(simulation, m_invariants.findings())
    , m_strong(simulation, m_invariants.findings())
    , m_writer(simulation, m_invariants.findings())
    , m_stock(simulation, m_invariants.findings())
    , m_routing(simulation, m_invariants.findings())
    , m_steering(simulation, m_invariants.findings())
    , m_plans(simulation, m_invariants.findings())
    , m_objects(simulation, m_invariants.findings())
    , m_rng(Rng(simulation.config().seed).fork("swarm-checks"))
    , m_baseline(simulation.faults().readSurface())
    , m_regions(simulation.regionCount())
    , m_kinds(kEventKindCount, 0)
{
    m_invariants.expectPolicies(simulation.region(regionAt(0)).replica().policies(), simulation.regionCount(),
        [&simulation](RegionId id) { return simulation.region(id).replica().localMillis(); });
    for (std::size_t i = 0; i < simulation.regionCount(); ++i) {
        Replica& replica = simulation.region(regionAt(i)).replica();
        replica.listen(&m_invariants);
        replica.listen(&m_rpo);
        replica.listen(&m_fence);
    }
    if (simulation.config().publishing == ZonePublishing::Unguarded)
        m_invariants.allowEmptyAnswers();
    simulation.shoppers().observe(&m_invariants);
    simulation.log().listen([this](const Event& event) {
        ++m_kinds[static_cast<std::size_t>(event.kind)];
        m_invariants.onLogged(event);
        m_rpo.onLogged(event);
        m_fence.onLogged(event);
        m_stock.onLogged(event);
        m_steering.onLogged(event);
        m_plans.onLogged(event);
        if (event.kind == EventKind::ReplicaVerified || event.kind == EventKind::ReplicaDiverged)
            findings().expect(Invariant::Convergence, event.kind == EventKind::ReplicaVerified || mayDiffer(),
                [&] { return event.note; });
    });
}

void RunChecks::step()
{
    const Instant now = m_simulation.world().now();
    findings().setNow(now);
    m_rpo.settleUp();
    m_fence.step();
    m_writer.step();
    m_invariants.poll(m_simulation.resolvers());
    m_routing.step();
    checkRamps();
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const Region::Condition& condition = m_simulation.region(regionAt(i)).condition();
        Instant& since = m_regions[i].brokenSince;
        since = condition.isDown || condition.isMappingRemoved ? std::min(since, now) : kNever;
    }
    if (now < m_nextSecond)
        return;
    m_nextSecond = now + 1s;
    second();
}

void RunChecks::second()
{
    checkDeadLeave();
    checkPublished();
    checkPositions();
    checkTombstones();
    checkDisks();
    checkRecord();
    checkSessions();
    checkLimits();
    checkCaches();
    m_stock.second();
    m_routing.second();
    m_steering.second();
    m_plans.second();
}

bool RunChecks::mayDiffer() const
{
    return m_simulation.config().profile == DataProfile::AsAws
        && m_simulation.tombstones().resurrections() > 0;
}

void RunChecks::checkTombstones()
{
    const std::uint64_t back = m_simulation.tombstones().resurrections();
    findings().expect(Invariant::Tombstones, back == 0 || mayDiffer(), [&] {
        return std::to_string(back) + " deleted rows are back, because their tombstones were collected early";
    });
}

void RunChecks::checkSessions()
{
    const SessionWatch& watch = m_simulation.sessionWatch();
    findings().look(Invariant::Sessions, watch.counters().looks - m_answersJudged);
    m_answersJudged = watch.counters().looks;
    if (watch.counters().staleWithToken > 0)
        findings().violate(Invariant::Sessions, watch.firstBroken());
}

void RunChecks::checkRamps()
{
    const std::vector<RegionAdmission>& admission = m_simulation.failBack().admission();
    const Instant now = m_simulation.world().now();
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        Watched& watched = m_regions[i];
        const int ramp = admission[i].rampPerMille;
        if (ramp == watched.ramp)
            continue;
        // From 0 to the first step there is no dwell; slices of the run blur an instant by a tenth of a
        // second.
        const bool isInTime
            = watched.ramp == 0 || now - watched.rampSince >= m_simulation.config().rampDwell - 200ms;
        findings().expect(Invariant::Router, ramp == 0 || (isNextStep(watched.ramp, ramp) && isInTime), [&] {
            return named(m_simulation, i) + " goes from " + std::to_string(watched.ramp) + " to "
                + std::to_string(ramp) + " per mille of its answers after "
                + durationText(now - watched.rampSince);
        });
        watched.ramp = ramp;
        watched.rampSince = now;
    }
}

void RunChecks::checkPublished()
{
    const ZonePublisher* publisher = m_simulation.publisher();
    if (publisher == nullptr || !publisher->config().isGuarded)
        return;
    const ZonePublisher::Counters& counters = publisher->counters();
    findings().expect(Invariant::Router, counters.wentBack == 0 && counters.emptied == 0, [&] {
        return "an old plan of the zone was put over a newer one " + std::to_string(counters.wentBack)
            + " times, and " + std::to_string(counters.emptied) + " names were emptied";
    });
}

void RunChecks::checkDeadLeave()
{
    const RunConfig& config = m_simulation.config();
    const Instant now = m_simulation.world().now();
    const CheckRules& rules = m_simulation.health().rules();
    if (rules.drainsGroups)
        return; // half of the regions stay, dead or not
    const bool isAnyAnswered = config.policy == RoutingPolicy::Simple; // whatever its health
    const bool isEdgeDeaf = now - m_routing.lastEdgesCut() <= config.ttl + kPatience;
    const int failures
        = rules.windowProbes > 0 ? rules.windowProbes - rules.windowNeeded + 1 : rules.failuresToRed;
    const Duration probe = (rules.timeout > 0us ? rules.timeout : kProbeTimeout) * (rules.retries + 1);
    const Duration toRed = failures * (rules.interval + probe) + rules.interval + kPatience;
    std::vector<std::uint64_t> answers;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        if (m_regions[i].brokenSince == kNever || now - m_regions[i].brokenSince <= toRed)
            continue;
        findings().expect(Invariant::Router, !m_simulation.health().published()[i].isHealthy, [&] {
            return named(m_simulation, i) + " has been dead for "
                + durationText(now - m_regions[i].brokenSince) + ", and its health check is green";
        });
        const bool isLeft = now - m_regions[i].brokenSince > toRed + config.ttl
            && now - m_invariants.lastFailOpen() > config.ttl + kPatience;
        if (!isLeft || isAnyAnswered || isEdgeDeaf)
            continue;
        if (answers.empty())
            answers = m_simulation.resolvers().liveAnswers();
        findings().expect(Invariant::Router, answers[i] == 0, [&] {
            return std::to_string(answers[i]) + " cities are still told to go to " + named(m_simulation, i)
                + ", which has been dead for " + durationText(now - m_regions[i].brokenSince);
        });
    }
}

void RunChecks::checkDisks()
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        Region& region = m_simulation.region(regionAt(i));
        if (!region.condition().isDiskRotten || region.condition().isDown)
            continue;
        findings().expect(Invariant::VectorHonesty, region.replicator().stage() == ReplicaStage::Empty,
            [&] { return named(m_simulation, i) + " serves from a disk that returns damaged data"; });
    }
    const std::vector<std::string> found = m_simulation.diskFindings();
    for (; m_diskFindings < found.size(); ++m_diskFindings)
        findings().violate(Invariant::VectorHonesty, found[m_diskFindings]);
}

void RunChecks::checkPositions()
{
    const RegionId at = regionAt(m_rng.below(m_regions.size()));
    const LogId log = m_simulation.region(regionAt(m_rng.below(m_regions.size()))).replica().ownLog();
    const std::uint64_t end = m_simulation.region(at).replica().position(log);
    findings().expect(Invariant::VectorHonesty, end == m_invariants.applied(at, log), [&] {
        return named(m_simulation, at.value) + " claims position " + std::to_string(end) + " of origin "
            + std::to_string(log.origin.value) + " and has applied "
            + std::to_string(m_invariants.applied(at, log));
    });
    if (end > 0)
        m_invariants.checkPosition(at, log, 1 + m_rng.below(end));
}

void RunChecks::checkRecord()
{
    findings().expect(Invariant::Timeline,
        count(EventKind::CommandAccepted) + count(EventKind::CommandRefused)
            == m_executed + m_plans.commands(),
        [&] { return "a command has no outcome in the record, or two"; });
    const std::size_t active = m_simulation.faults().active().size();
    findings().expect(Invariant::Timeline, active == m_invariants.faultsUnderWay(), [&] {
        return std::to_string(active) + " faults are active; the record says "
            + std::to_string(m_invariants.faultsUnderWay());
    });
}

void RunChecks::expectAtMost(const char* what, std::size_t found, std::size_t bound)
{
    findings().expect(Invariant::Limits, found <= bound,
        [&] { return std::to_string(found) + " " + what + "; the bound is " + std::to_string(bound); });
}

// A region has one question to each peer under way, asked again when patience runs out; each is answered
// once. Requests live as long as their client waits, and the customers are as many as the rate brings.
// An edge in front of the regions holds each call twice, and what it has asked a region for until its own
// deadline, which is longer than the customers'.
std::size_t RunChecks::heldPerCall() const
{
    const RunConfig& config = m_simulation.config();
    return config.checkDesign == CheckDesign::Cloudflare || config.entry == Entry::OriginGroup ? 4 : 1;
}

void RunChecks::checkLimits()
{
    const std::size_t count = m_regions.size();
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            m_delayMax = std::max(m_delayMax, m_simulation.network().link(regionAt(i), regionAt(j)).added);
    for (std::size_t i = 0; i < count; ++i)
        m_surgeMax = std::max(m_surgeMax, m_simulation.shoppers().surge(regionAt(i)));
    const std::size_t rate = static_cast<std::size_t>(m_simulation.config().requestRateHz) * heldPerCall()
        * static_cast<std::size_t>(100 + m_surgeMax) / 100;
    const auto repeats = static_cast<std::size_t>(2 * (m_delayMax + kLateMessage) / 2s);
    expectAtMost(
        "messages between regions are under way", m_simulation.mailUnderWay(), count * count * (2 + repeats));
    expectAtMost("requests are under way", m_simulation.requestsUnderWay(), 100 + 8 * rate);
    // One delivery of each book may be on its way to a warehouse; each copy of an object has one, each pair
    // of regions its next attempt.
    const std::size_t copies
        = m_simulation.objects() == nullptr ? 0 : m_simulation.objects()->underWay() + count * count;
    expectAtMost("events are pending", m_simulation.world().pending(),
        500 + 20 * rate + catalogue().books().size() + copies);
}

// Leaks that stay below the bounds of a busy run show when nobody asks any more. What customers at rest were
// about to send again is never sent: a few requests remain.
void RunChecks::checkNothingKept()
{
    const std::size_t count = m_regions.size();
    expectAtMost("messages are kept with nothing to say", m_simulation.mailUnderWay(), count * count);
    expectAtMost("requests are kept with nobody asking", m_simulation.requestsUnderWay(),
        20 + static_cast<std::size_t>(m_simulation.config().requestRateHz) * heldPerCall() / 4);
}

void RunChecks::finish(bool hasConverged)
{
    findings().setNow(m_simulation.world().now());
    checkConverged();
    checkTombstones();
    checkRecord();
    checkNothingKept();
    m_invariants.checkFaultsEnded();
    m_strong.finish();
    m_routing.finish();
    m_steering.finish();
    m_plans.finish();
    m_objects.finish();
    findings().expect(Invariant::Residue, m_simulation.faults().readSurface() == m_baseline,
        [] { return std::string("with no fault left, a switch or a link is not as it was at the start"); });
    if (!hasConverged)
        return; // what follows presupposes equal copies
    checkBoards();
    m_rpo.finish();
    m_stock.finish();
    m_invariants.checkConservation(regionAt(0));
    checkIdempotence();
}

void RunChecks::checkConverged()
{
    for (std::size_t i = 0; i < m_regions.size(); ++i)
        findings().expect(Invariant::Bootstrap,
            m_simulation.region(regionAt(i)).replicator().stage() == ReplicaStage::ServingWrites,
            [&] { return "the copy in " + named(m_simulation, i) + " is not whole, everything healed"; });
    Replica& first = m_simulation.region(regionAt(0)).replica();
    for (std::size_t i = 1; i < m_regions.size(); ++i) {
        Replica& other = m_simulation.region(regionAt(i)).replica();
        const bool isCaughtUp = other.hasEqualPositions(first);
        findings().expect(Invariant::Liveness, isCaughtUp, [&] {
            return named(m_simulation, i) + " and " + named(m_simulation, 0)
                + " still have different positions, everything healed and nobody writing";
        });
        for (int table = 0; isCaughtUp && !mayDiffer() && table < kTableCount; ++table) {
            const auto which = static_cast<Table>(table);
            findings().expect(Invariant::Convergence,
                other.store().liveDigest(which) == first.store().liveDigest(which), [&] {
                    return "with the same writes, table " + std::string(toString(which)) + " differs between "
                        + named(m_simulation, 0) + " and " + named(m_simulation, i);
                });
        }
    }
}

// As AWS, both are what is to be seen.
void RunChecks::checkBoards()
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        Region& region = m_simulation.region(regionAt(i));
        if (!region.replica().policies().countsChangesOnce)
            continue;
        const BestSellers& board = region.bookstore().bestSellers();
        findings().expect(Invariant::Board, !board.isRebuilding() && board.waiting() == 0, [&] {
            return "the board of " + named(m_simulation, i) + " is not current, everything healed: "
                + (board.isRebuilding() ? "it is rebuilding"
                                        : std::to_string(board.waiting()) + " changes wait");
        });
        if (board.isRebuilding() || board.waiting() > 0)
            continue;
        const std::vector<std::uint64_t> copies = recountCopies(region.replica().store());
        for (std::size_t book = 0; book < copies.size(); ++book)
            findings().expect(Invariant::Board, board.copiesSold(book) == copies[book], [&] {
                return "the board of " + named(m_simulation, i) + " counts "
                    + std::to_string(board.copiesSold(book)) + " copies of book " + std::to_string(book)
                    + "; the orders in its store add up to " + std::to_string(copies[book]);
            });
    }
}

void RunChecks::checkCaches()
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        Region& region = m_simulation.region(regionAt(i));
        if (!region.replica().policies().invalidatesCaches)
            continue;
        const std::uint64_t stale = region.bookstore().bookCache().counters().staleAnswers;
        findings().expect(Invariant::Cache, stale == 0, [&] {
            return "the cache of " + named(m_simulation, i) + " has answered " + std::to_string(stale)
                + " times with an older price than its store held";
        });
    }
}

// What apply() never comes to with an entry that it has: the rule of the row by itself.
void RunChecks::checkMergesAgain(Replica& replica, const LogEntry& entry)
{
    for (const Mutation& mutation : entry.mutations) {
        const Item* stored = replica.store().find(mutation.key);
        if (stored == nullptr)
            continue; // its tombstone was collected
        const Item before = *stored;
        const MergedRow merged = mergeRow(replica.policies().of(mutation.key.table), mutation.key.table,
            &before, { entry.version, entry.seen, replica.regionCount(), mutation.isDelete, mutation.value });
        findings().expect(Invariant::Idempotence, !merged.isChanged || merged.item == before, [&] {
            return "a row of table " + std::string(toString(mutation.key.table))
                + " becomes another one when it is merged with a write that it contains";
        });
    }
}

void RunChecks::checkIdempotence()
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        Replica& replica = m_simulation.region(regionAt(i)).replica();
        const std::uint64_t digest = replica.storeDigest();
        const std::vector<std::uint64_t> positions = replica.positions();
        const std::vector<LogBounds> logs = replica.store().logs();
        for (const LogBounds& log : logs) {
            if (log.begin == log.end)
                continue;
            std::uint64_t seq = log.begin + m_rng.below(log.end - log.begin);
            for (std::size_t n = 0; n < kAppliedAgain && seq < log.end; ++n, ++seq) {
                const LogEntry entry = *replica.store().logEntry(log.id, seq);
                (void)replica.apply(entry);
                findings().look(Invariant::Idempotence);
                checkMergesAgain(replica, entry);
            }
        }
        if (replica.storeDigest() != digest || replica.positions() != positions)
            findings().violate(Invariant::Idempotence,
                "entries that " + named(m_simulation, i)
                    + " had applied were applied again, and its copy is another one now");
    }
}

} // namespace sb
