// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/swarm_run.h"

#include "backend/control/recorder.h"
#include "backend/swarm/run_checks.h"

#include <algorithm>

namespace sb {
namespace {

constexpr Duration kSlice = 100ms; // whole ones: each full second is the end of one
constexpr std::uint64_t kDrainPerSecond = 500; // entries; a batch of thousands fits into a round trip
constexpr Duration kSlack = 15s; // a lost question, a silent origin's patience, the longest round trips
constexpr Duration kRebuildSlack = 60s; // a source that is gone is given up after 10 s, several in a row
constexpr Duration kBuggifySlack = 20s; // several of them in a row
constexpr Duration kControlsPatience = 20s; // a rule's wait, a change that its endpoints must still take
constexpr Duration kRest = 60s;
constexpr Duration kLastAnswers = 10s; // every client has its answer or has given up

class SwarmRun {
public:
    SwarmRun(const SwarmCase& swarmCase, Simulation& simulation)
        : m_case(swarmCase)
        , m_simulation(simulation)
        , m_checks(simulation)
    {
    }

    Result<> startRecording(const std::string& path)
    {
        auto made = Recorder::create(path, m_simulation);
        if (!made)
            return tl::make_unexpected(made.error());
        m_recorder = std::move(*made);
        return {};
    }

    Result<> play()
    {
        m_simulation.begin();
        if (playTroubles() && healCore() && healAll() && advanceTo(std::max(m_case.until, now())))
            m_isQuiet = true;
        m_length = now() - kStart;
        m_hash = m_simulation.world().stateHash();
        m_executed = m_simulation.world().executed();
        if (m_failure)
            return tl::make_unexpected(*m_failure);
        if (m_recorder) {
            if (const auto finished = m_recorder->finish(); !finished)
                return finished;
        }
        if (m_isQuiet)
            rest();
        return {};
    }

    [[nodiscard]] SwarmOutcome outcome();

private:
    [[nodiscard]] Instant now() { return m_simulation.world().now(); }

    // False when the run is over: a violation, or an error of store or recorder.
    bool advanceTo(Instant until)
    {
        while (now() < until && !isOver()) {
            const Instant slice = atMicros((micros(now()) / kSlice.count() + 1) * kSlice.count());
            m_simulation.world().runUntil(std::min(until, slice));
            m_checks.step();
            if (micros(now()) % 1'000'000 != 0)
                continue;
            keep(m_simulation.flushStores());
            if (m_recorder)
                keep(m_recorder->commit());
        }
        return !isOver();
    }
    [[nodiscard]] bool isOver() const { return m_checks.isBroken() || m_failure.has_value(); }
    void keep(const Result<>& result)
    {
        if (!result && !m_failure)
            m_failure = result.error();
    }

    void execute(const Command& command, Actor actor)
    {
        if (m_recorder)
            m_recorder->addInput(command, actor);
        m_simulation.execute(command, actor, CommandId { ++m_commands });
        m_checks.onExecuted();
    }
    // Nothing is ordered that would only be refused.
    void order(const Command& command)
    {
        if (m_simulation.check(command))
            execute(command, Actor::Operator);
    }

    bool playTroubles();
    void takeBack();
    bool takeBackControls();
    bool healCore();
    bool healAll();
    void rest();
    bool expectCaughtUp(const std::vector<RegionId>& members, const char* who);
    [[nodiscard]] Duration stampLead(const std::vector<RegionId>& members) const;
    [[nodiscard]] std::vector<RegionId> membersOf(const std::vector<std::string>& codes) const;

    const SwarmCase& m_case;
    Simulation& m_simulation;
    RunChecks m_checks;
    std::unique_ptr<Recorder> m_recorder;
    std::optional<Error> m_failure;
    std::uint64_t m_commands = 0;
    bool m_isQuiet = false;
    Duration m_length = 0us;
    std::uint64_t m_hash = 0, m_executed = 0;
};

bool SwarmRun::playTroubles()
{
    std::vector<TimedCommand> commands;
    for (const Trouble& trouble : m_case.troubles)
        commands.insert(commands.end(), trouble.commands.begin(), trouble.commands.end());
    std::stable_sort(
        commands.begin(), commands.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    for (const TimedCommand& timed : commands) {
        if (timed.at > m_case.coreAt)
            break;
        if (!advanceTo(timed.at))
            return false;
        execute(timed.command, timed.actor);
    }
    return advanceTo(m_case.coreAt);
}

std::vector<RegionId> SwarmRun::membersOf(const std::vector<std::string>& codes) const
{
    std::vector<RegionId> members;
    for (std::size_t i = 0; i < m_case.config.regions.size(); ++i)
        if (std::find(codes.begin(), codes.end(), m_case.config.regions[i]) != codes.end())
            members.push_back(RegionId { static_cast<std::uint8_t>(i) });
    return members;
}

// What was stamped by a clock that ran ahead is taken only once the others' clocks have come so far.
Duration SwarmRun::stampLead(const std::vector<RegionId>& members) const
{
    if (m_case.config.profile != DataProfile::Hardened)
        return 0us;
    std::uint64_t latest = 0, slowest = ~std::uint64_t { 0 };
    for (const RegionId member : members) {
        const Replica& replica = m_simulation.region(member).replica();
        latest = std::max(latest, replica.lastStamp().millis());
        slowest = std::min(slowest, replica.localMillis());
    }
    return latest > slowest ? Duration { static_cast<std::int64_t>(latest - slowest) * 1'000 }
                            : Duration { 0 };
}

// Whatever any member has by now, every member must have soon; customers go on writing meanwhile.
bool SwarmRun::expectCaughtUp(const std::vector<RegionId>& members, const char* who)
{
    std::size_t count = 0; // of logs
    bool isAnyRebuilding = false;
    for (const RegionId member : members) {
        count = std::max(count, m_simulation.region(member).replica().positions().size());
        isAnyRebuilding = isAnyRebuilding
            || m_simulation.region(member).replicator().stage() != ReplicaStage::ServingWrites;
    }
    const auto position = [&](RegionId member, std::size_t log) {
        return seenOf(m_simulation.region(member).replica().positions(), log);
    };
    std::vector<std::uint64_t> target(count, 0);
    std::uint64_t backlog = 0;
    for (std::size_t origin = 0; origin < count; ++origin) {
        for (const RegionId member : members)
            target[origin] = std::max(target[origin], position(member, origin));
        for (const RegionId member : members)
            backlog += target[origin] - position(member, origin);
    }
    const auto isCaughtUp = [&] {
        for (std::size_t origin = 0; origin < count; ++origin)
            for (const RegionId member : members)
                if (position(member, origin) < target[origin])
                    return false;
        return true;
    };
    const Duration bound = Duration { static_cast<std::int64_t>(backlog * 1'000'000 / kDrainPerSecond) }
        + kSlack + stampLead(members) + (isAnyRebuilding ? kRebuildSlack : Duration { 0 })
        + (m_case.config.buggify ? kBuggifySlack : Duration { 0 });
    const Instant patience = now() + bound;
    bool isReached = isCaughtUp();
    while (!isReached && now() < patience) {
        if (!advanceTo(now() + kSlice))
            return false;
        isReached = isCaughtUp();
    }
    m_checks.findings().expect(Invariant::Liveness, isReached, [&] {
        return std::string(who) + " still lacks changes of its own members after " + durationText(bound)
            + " without faults; the backlog was " + std::to_string(backlog) + " entries";
    });
    return !isOver();
}

// What operators had set: executions, shifts, dials, controls, and names that lost their addresses.
void SwarmRun::takeBack()
{
    if (const std::string plan = m_simulation.plans().running(); !plan.empty())
        order(PlanOrder { PlanVerb::Cancel, plan, {} });
    for (std::size_t i = 0; i < m_case.config.regions.size(); ++i) {
        const std::string& code = m_case.config.regions[i];
        const RegionId region { static_cast<std::uint8_t>(i) };
        order(CancelShift { code });
        if (m_simulation.shifts().dialPercent(region) != 100)
            order(SetDial { code, 100 });
        order(RegionOrder { RegionVerb::Republish, code });
    }
    SetControls allOn;
    const ControlCluster& cluster = m_simulation.controls();
    for (std::size_t i = 0; i < cluster.spec().controls.size(); ++i)
        if (cluster.regionOf(i).isValid() && !cluster.isOn(i))
            allOn.changes.push_back({ cluster.spec().controls[i].name, true });
    if (allOn.changes.empty())
        return;
    if (cluster.spec().findControl("armed"))
        allOn.changes.push_back({ "armed", true });
    order(allOn);
}

// A change that is under way, or a rule's wait, refuse it for a while. False when the run is over.
bool SwarmRun::takeBackControls()
{
    const auto areOn = [&] {
        for (std::size_t i = 0; i < m_case.config.regions.size(); ++i)
            if (!m_simulation.controls().isRegionOn(RegionId { static_cast<std::uint8_t>(i) }))
                return false;
        return !m_simulation.controls().isUnderWay();
    };
    const Instant patience = now() + kControlsPatience;
    while (!areOn() && now() < patience) {
        takeBack();
        if (!advanceTo(now() + 1s))
            return false;
    }
    m_checks.findings().expect(Invariant::Steering, areOn(), [] {
        return "everything healed, routing controls cannot be turned on again for "
            + durationText(kControlsPatience);
    });
    return !isOver();
}

bool SwarmRun::healCore()
{
    takeBack();
    for (const std::string& code : m_case.core)
        order(RestoreRegion { code });
    for (const std::string& code : m_case.config.regions) {
        const bool isCore = std::find(m_case.core.begin(), m_case.core.end(), code) != m_case.core.end();
        if (m_case.leavesOthersDead && !isCore)
            order(InjectFault { .kind = FaultKind::RegionOutage, .region = code });
    }
    return expectCaughtUp(membersOf(m_case.core), "the healed core") && advanceTo(m_case.healAt);
}

bool SwarmRun::healAll()
{
    order(ClearAllFaults {});
    for (const std::string& code : m_case.config.regions)
        order(RegionOrder { RegionVerb::Unfence, code });
    takeBack();
    if (!takeBackControls())
        return false;
    if (!expectCaughtUp(membersOf(m_case.config.regions), "the healed world"))
        return false;
    for (const std::string& code : m_case.config.regions)
        order(RegionOrder { RegionVerb::RetryPoison, code });
    takeBack(); // names that an enactor emptied when it went on
    if (!m_case.failsBack)
        return true;
    // Once their checks had the time to turn green.
    if (!advanceTo(now() + m_case.config.healthThreshold * m_case.config.healthInterval))
        return false;
    for (const std::string& code : m_case.config.regions)
        order(FailBack { code });
    return true;
}

void SwarmRun::rest()
{
    m_simulation.shoppers().rest();
    const Instant patience = now() + kRest;
    if (!advanceTo(now() + kLastAnswers))
        return;
    const auto areObjectsThere
        = [&] { return m_simulation.objects() == nullptr || m_simulation.objects()->isIdle(); };
    bool isConverged = m_simulation.isConverged();
    while ((!isConverged || !areObjectsThere()) && now() < patience && advanceTo(now() + kSlice))
        isConverged = m_simulation.isConverged();
    if (!isOver())
        m_checks.finish(isConverged);
}

SwarmOutcome SwarmRun::outcome()
{
    SwarmOutcome outcome;
    outcome.seed = m_case.config.seed;
    const std::vector<Violation>& violations = m_checks.invariants().violations();
    if (!violations.empty())
        outcome.violation = violations.front();
    outcome.stateHash = m_hash;
    outcome.executed = m_executed;
    outcome.length = m_length;
    outcome.looks = m_checks.findings().looks();
    const Shoppers::Counters& customers = m_simulation.shoppers().counters();
    outcome.anomalies = m_simulation.anomalyCounts();
    outcome.tallies = { m_checks.count(EventKind::ConflictFound), m_checks.count(EventKind::WriteAtRisk),
        m_checks.count(EventKind::WriteOverwritten), m_checks.count(EventKind::WriteLost),
        customers.shortCarts, customers.failed, m_checks.count(EventKind::SloBreached),
        m_checks.count(EventKind::FailBackAborted), m_checks.failOpens() };
    const Buggify& rareness = m_simulation.world().rareness();
    outcome.fired = rareness.fired();
    for (std::size_t i = 0; i < kBuggifySites.size(); ++i)
        outcome.enabled[i] = rareness.isEnabled(i) ? 1 : 0;
    outcome.reached = rareness.reached();
    outcome.calls = customers.calls;
    outcome.orders = customers.orders;
    outcome.accepted = m_checks.count(EventKind::CommandAccepted);
    outcome.refused = m_checks.count(EventKind::CommandRefused);
    return outcome;
}

} // namespace

std::string_view toString(RunTally tally)
{
    switch (tally) {
    case RunTally::Conflicts:
        return "conflicts";
    case RunTally::WritesAtRisk:
        return "writesAtRisk";
    case RunTally::WritesOverwritten:
        return "writesOverwritten";
    case RunTally::WritesLost:
        return "writesLost";
    case RunTally::ShortCarts:
        return "shortCarts";
    case RunTally::FailedCalls:
        return "failedCalls";
    case RunTally::ObjectiveBreaches:
        return "objectiveBreaches";
    case RunTally::FailBacksStopped:
        return "failBacksStopped";
    case RunTally::FailOpens:
        return "failOpens";
    }
    return "unknown";
}

Result<SwarmOutcome> runCase(const SwarmCase& swarmCase, const SwarmRunOptions& options)
{
    const StoreKind store = options.store.value_or(swarmCase.config.store);
    auto created = Simulation::create(swarmCase.config,
        { .dataFolder = {},
            .forcesMemoryStores = store == StoreKind::Memory,
            .simulatesDisks = options.simulatesDisks });
    if (!created)
        return tl::make_unexpected(created.error());
    SwarmRun run(swarmCase, **created);
    if (!options.recordPath.empty()) {
        if (const auto started = run.startRecording(options.recordPath); !started)
            return tl::make_unexpected(started.error());
    }
    if (const auto played = run.play(); !played)
        return tl::make_unexpected(played.error());
    return run.outcome();
}

Result<SwarmOutcome> runWithOracle(const SwarmCase& swarmCase)
{
    if (swarmCase.oracle == SwarmOracle::None)
        return runCase(swarmCase);
    // The kind of store is part of the configuration's hash, and so must be the same in both: SQLite, which
    // can be told to use memory.
    SwarmCase twice = swarmCase;
    SwarmRunOptions first, second;
    Invariant invariant = Invariant::SameRunTwice;
    if (swarmCase.oracle == SwarmOracle::OtherStore) {
        twice.config.store = StoreKind::Sqlite;
        first.simulatesDisks = true;
        second.store = StoreKind::Memory;
        invariant = Invariant::StoresAgree;
    }
    auto outcome = runCase(twice, first);
    if (!outcome || outcome->violation)
        return outcome;
    const auto again = runCase(twice, second);
    if (!again)
        return again;
    outcome->looks[static_cast<std::size_t>(invariant)] += 1;
    if (again->violation)
        outcome->violation = again->violation;
    else if (again->stateHash != outcome->stateHash || again->executed != outcome->executed)
        outcome->violation = Violation { invariant, kStart + outcome->length,
            "a second run "
                + std::string(
                    invariant == Invariant::StoresAgree ? "with memory stores " : "of the same seed ")
                + "ended in another state" };
    return outcome;
}

} // namespace sb
