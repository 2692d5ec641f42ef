// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery plans in whole runs: a planned switchover loses nothing, a failover leaves no second writer, a
// fail-back compares and ramps; the same run twice is the same; a process that is killed in mid-plan goes on,
// or takes back what it did.
#include "backend/control/control_room_impl.h"
#include "backend/session/session_file.h"
#include "tests/scenario/rig.h"
#include "tests/support/fence_watch.h"
#include "tests/support/victim.h"

#include <fstream>
#include <thread>

namespace sb {
namespace {

using namespace test;

RunConfig plannedWorld(std::uint64_t seed, int rateHz = 120)
{
    RunConfig config = smallWorld(seed, 3, rateHz);
    config.profile = DataProfile::Hardened;
    return config;
}

class PlanRunRig : public Rig {
public:
    explicit PlanRunRig(const RunConfig& config, const SimulationOptions& options = {})
        : Rig(config, options)
    {
        for (std::size_t i = 0; i < sim().regionCount(); ++i)
            sim().region(region(i)).replica().listen(&watch);
        sim().log().listen([this](const Event& event) { watch.onLogged(event); });
    }
    PlanView plan(const std::string& name)
    {
        for (const PlanView& view : sim().plans().views()) {
            if (view.name == name)
                return view;
        }
        ADD_FAILURE() << "no plan " << name;
        return {};
    }
    // Until its execution is over.
    void finish(const std::string& name, Duration limit)
    {
        const bool isOver = advanceUntil(limit, [&] { return sim().plans().running().empty(); });
        EXPECT_TRUE(isOver) << text(name);
    }
    std::string text(const std::string& name)
    {
        const PlanView view = plan(name);
        std::string text = name + " is " + view.state;
        for (const PlanStepView& step : view.steps)
            text += "\n  " + step.name + " " + step.state + ": " + step.detail;
        return text;
    }
    std::string detail(const std::string& name, const std::string& step)
    {
        for (const PlanStepView& line : plan(name).steps) {
            if (line.name == step)
                return line.detail;
        }
        return "no step " + step;
    }
    std::size_t count(EventKind kind)
    {
        return static_cast<std::size_t>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; }));
    }
    FenceWatch watch;
};

// R13: no write is lost, and none is accepted while the region is fenced.
TEST(PlanRuns, aPlannedSwitchoverLosesNothingAndItsFailBackReturnsTheRegion)
{
    for (const std::uint64_t seed : seeds(902, 3)) {
        SCOPED_TRACE(replayHint(seed));
        PlanRunRig rig(plannedWorld(seed));
        rig.advanceTo(kStart + 40s);
        rig.mustOrder("plan start switchover region eu-west-1");
        rig.finish("switchover", 15min);
        EXPECT_EQ(rig.plan("switchover").state, "completed") << rig.text("switchover");
        EXPECT_GT(rig.plan("switchover").actualRecovery, 0us);
        EXPECT_EQ(rig.watch.completed(), 1u);
        EXPECT_EQ(rig.watch.text(), "");
        EXPECT_EQ(rig.sim().blog().writer(), region(1)) << "the first region that survives";
        EXPECT_LE(rig.sim().answerWatch().sharesPerMille()[0], 50);
        EXPECT_EQ(rig.count(EventKind::WriteAtRisk), 0u);
        EXPECT_EQ(rig.count(EventKind::WriteLost), 0u);
        EXPECT_GT(rig.watch.lastWrite(region(1)), rig.now() - 20s) << "the others stood still";

        rig.advance(80s); // it is held once its check is red
        EXPECT_EQ(rig.watch.text(), "");
        EXPECT_GT(rig.sim().region(region(0)).counters().refusedFenced, 0u) << "nobody tried to write there";
        rig.mustOrder("plan start fail-back region eu-west-1");
        rig.finish("fail-back", 20min);
        EXPECT_EQ(rig.plan("fail-back").state, "completed") << rig.text("fail-back");
        EXPECT_NE(rig.detail("fail-back", "compare").find("0 unequal"), std::string::npos)
            << rig.detail("fail-back", "compare");
        EXPECT_EQ(rig.sim().failBack().admission()[0].rampPerMille, 1000);
        EXPECT_GE(rig.count(EventKind::FailBackStep), 4u) << "it was ramped";
        EXPECT_TRUE(rig.sim().region(region(0)).mayAcknowledge());
        EXPECT_EQ(rig.sim().blog().zombies(), 0u);
        EXPECT_EQ(rig.count(EventKind::WriteLost), 0u);
    }
}

// R14: the lost primary comes back while the plan holds it fenced: it accepts nothing, and what it had is
// compared and merged when it is failed back.
TEST(PlanRuns, afterAFailoverTheOldPrimaryReturnsFencedAndIsComparedBeforeItServes)
{
    for (const std::uint64_t seed : seeds(912, 3)) {
        SCOPED_TRACE(replayHint(seed));
        PlanRunRig rig(plannedWorld(seed));
        rig.advanceTo(kStart + 40s);
        rig.mustOrder("fail region-outage eu-west-1 for 6m");
        rig.advance(45s);
        rig.mustOrder("plan start failover region eu-west-1 ungraceful");
        rig.finish("failover", 15min);
        const PlanView failover = rig.plan("failover");
        EXPECT_EQ(failover.state, "completed") << rig.text("failover");
        EXPECT_GT(failover.recoveryFromImpact, failover.actualRecovery)
            << "from impact it also took to detect and to decide";
        EXPECT_EQ(rig.sim().blog().writer(), region(1));
        EXPECT_NE(rig.detail("failover", "what-is-lost").find("eu-west-1 alone"), std::string::npos)
            << rig.detail("failover", "what-is-lost");
        rig.advance(6min); // its outage expires meanwhile
        EXPECT_FALSE(rig.sim().region(region(0)).condition().isDown);
        EXPECT_FALSE(rig.sim().region(region(0)).mayAcknowledge());
        EXPECT_EQ(rig.watch.text(), "");
        rig.mustOrder("plan start fail-back region eu-west-1");
        rig.finish("fail-back", 20min);
        EXPECT_EQ(rig.plan("fail-back").state, "completed") << rig.text("fail-back");
        EXPECT_EQ(rig.sim().blog().zombies(), 0u);
        EXPECT_EQ(rig.count(EventKind::WriteLost), 0u);
        EXPECT_EQ(rig.count(EventKind::ReplicaDiverged), 0u);
    }
}

TEST(PlanRuns, thePreflightSaysWhatStandsInTheWay)
{
    PlanRunRig rig(smallWorld(931, 3)); // as-aws
    rig.advanceTo(kStart + 20s);
    rig.mustOrder("plan evaluate switchover");
    EXPECT_EQ(rig.plan("switchover").evaluation, "actionRequired");
    EXPECT_NE(rig.plan("switchover").findings.at(0).find("no fences on the server side"), std::string::npos)
        << rig.plan("switchover").findings.at(0);
    rig.mustOrder("plan evaluate fail-back");
    EXPECT_EQ(rig.plan("fail-back").evaluation, "actionRequired") << "there is nothing to fail back";
    PlanRunRig hardened(plannedWorld(932));
    hardened.advanceTo(kStart + 20s);
    hardened.mustOrder("plan evaluate switchover");
    EXPECT_EQ(hardened.plan("switchover").evaluation, "passed");
    EXPECT_EQ(hardened.order("plan start nothing").kind, EventKind::CommandRefused);
    EXPECT_EQ(hardened.order("plan pause switchover").kind, EventKind::CommandRefused);
}

TEST(PlanRuns, aRunsOwnFaultyPlanIsRefusedWithItsPlaces)
{
    RunConfig config = smallWorld(941, 2);
    config.plansToml = { "[plan]\nname = \"x\"\n" };
    const auto created = Simulation::create(config);
    ASSERT_FALSE(created);
    EXPECT_NE(created.error().what.find("plan 1 of the run:1:1: [plan] needs 'title'"), std::string::npos)
        << created.error().what;
}

std::vector<std::string> playPlans(RunConfig config, const SimulationOptions& options, std::uint64_t& hash)
{
    PlanRunRig rig(config, options);
    rig.perform({ timed(20s, "plan start switchover region eu-west-1"), timed(40s, "plan pause switchover"),
        timed(70s, "plan resume switchover"),
        timed(80s, "fail link-partitioned ap-southeast-1 with us-east-1 for 30s"),
        timed(170s, "plan cancel switchover"), timed(175s, "plan start fail-back region eu-west-1") });
    rig.advanceTo(kStart + 230s);
    hash = rig.sim().world().stateHash();
    EXPECT_GT(rig.count(EventKind::PlanStep), 8u);
    return describe(rig.events);
}

TEST(PlanRuns, theSameSeedAndCommandsGiveTheSameRunTwiceAndOverEveryStore)
{
    for (const std::uint64_t seed : seeds(951, 2)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = plannedWorld(seed, 60);
        config.store = StoreKind::Sqlite;
        std::uint64_t a = 0, b = 1, c = 2;
        const auto first = playPlans(config, {}, a);
        const auto second = playPlans(config, {}, b);
        const auto memory = playPlans(config, { .dataFolder = {}, .forcesMemoryStores = true }, c);
        EXPECT_EQ(a, b);
        EXPECT_EQ(a, c);
        EXPECT_EQ(first, second);
        EXPECT_EQ(first, memory);
    }
}

// ---- A process that is killed in mid-plan

class PlanCrash : public testing::Test {
protected:
    // Runs the victim until its step "long" is under way, and kills it.
    void record(const std::string& onCrash)
    {
        std::ofstream(m_plan) << "[plan]\nname = \"crash\"\ntitle = \"To be killed\"\nkind = \"switchover\"\n"
                              << "on-crash = \"" << onCrash << "\"\n"
                              << "[[step]]\nname = \"fence\"\nblock = \"fence\"\nregion = \"$target\"\n"
                              << "[[step]]\nname = \"long\"\nblock = \"wait\"\ntime = \"40s\"\n"
                              << "[[step]]\nname = \"after\"\nblock = \"note\"\ntext = \"still here\"\n";
        Victim victim(SB_PLAN_VICTIM, { m_plan, m_first });
        std::string ready;
        EXPECT_TRUE(victim.take(ready)) << "the victim gave up";
        victim.killNow();
    }

    // Opens what the dead process has recorded, and lets it go on until the plan has ended.
    PlanView goOn()
    {
        RunRequest request;
        request.openPath = m_first;
        auto room = makeControlRoom(request, m_second);
        EXPECT_TRUE(room) << (room ? "" : room.error().what);
        if (!room)
            return {};
        PlanView plan;
        bool isPaceSet = false;
        for (int look = 0; look < 60'000 && plan.endedAt == kNever; ++look) {
            const auto snapshot = (*room)->snapshot();
            EXPECT_NE(snapshot->phase, RunPhase::Stopped) << snapshot->message;
            if (snapshot->phase == RunPhase::Running && !isPaceSet) {
                (*room)->setPace({ false, 0 });
                isPaceSet = true;
            }
            for (const PlanView& view : snapshot->plans) {
                if (view.name == "crash" && snapshot->phase == RunPhase::Running)
                    plan = view;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return plan;
    }

    std::string stepsOf(const PlanView& plan)
    {
        std::string text;
        for (const PlanStepView& step : plan.steps)
            text += (text.empty() ? "" : ", ") + step.name + " " + step.state;
        return text;
    }

    // The new recording replays bit for bit, and holds the order as an input.
    void expectReplays()
    {
        auto reader = SessionReader::open(m_second);
        ASSERT_TRUE(reader) << reader.error().what;
        const auto inputs = reader->inputs();
        ASSERT_TRUE(inputs);
        ASSERT_EQ(inputs->size(), 2u);
        EXPECT_EQ(inputs->back().command, "plan after-crash crash");
        EXPECT_EQ(inputs->back().actor, Actor::System);
        const auto outcome = replaySession(m_second);
        ASSERT_TRUE(outcome) << outcome.error().what;
        EXPECT_TRUE(outcome->isVerified);
    }

    TempFolder m_folder;
    const std::string m_plan = m_folder.file("crash.toml");
    const std::string m_first = m_folder.file("first.signalbox");
    const std::string m_second = m_folder.file("second.signalbox");
};

TEST_F(PlanCrash, aKilledPlanGoesOnAtTheStepItWasIn)
{
    record("resume");
    const PlanView plan = goOn();
    EXPECT_EQ(plan.state, "completed");
    EXPECT_EQ(stepsOf(plan), "fence completed, long completed, after completed");
    ASSERT_EQ(plan.steps.size(), 3u);
    EXPECT_EQ(plan.steps[1].endedAt - plan.steps[1].startedAt, 40s)
        << "it was in the middle of the step, and began it once";
    expectReplays();
}

TEST_F(PlanCrash, aKilledPlanTakesBackWhatItDidWhenItDeclaresSo)
{
    record("roll-back");
    const PlanView plan = goOn();
    EXPECT_EQ(plan.state, "failed");
    EXPECT_EQ(stepsOf(plan), "fence completed, long canceled, after canceled, undo-fence completed");
    expectReplays();
}

} // namespace
} // namespace sb
