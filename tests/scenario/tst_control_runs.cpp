// SPDX-License-Identifier: GPL-3.0-or-later
// Routing controls, shifts and dials in whole runs: they move the answers within the TTL, rules refuse what
// would leave nobody, the cluster needs three of its five, and nothing stays behind when all is taken back.
#include "backend/controls/controls_file.h"
#include "tests/scenario/rig.h"

#include <algorithm>

namespace sb {
namespace {

using namespace test;

constexpr Duration kInForce = 12s; // decided within a second or two, in the DNS 10 s later

RunConfig config(std::uint64_t seed, std::size_t regions = 2)
{
    RunConfig made = smallWorld(seed, regions, 100);
    made.ttl = 20s;
    return made;
}

// What every city would be told now.
std::vector<RegionId> answersOf(Rig& rig)
{
    std::vector<RegionId> all;
    for (std::size_t i = 0; i < rig.sim().network().cityCount(); ++i)
        all.push_back(rig.sim().resolvers().wouldAnswer(CityId { static_cast<std::uint16_t>(i) }));
    return all;
}

std::size_t countOf(const std::vector<RegionId>& answers, RegionId region)
{
    return static_cast<std::size_t>(std::count(answers.begin(), answers.end(), region));
}

std::vector<std::string> limitsOf(Rig& rig, std::size_t index)
{
    std::vector<std::string> all;
    for (const AdmissionBoard::Limit& limit : rig.sim().admissions().limitsOf(region(index)))
        all.push_back(AdmissionBoard::text(limit));
    return all;
}

bool isAnyOn(Rig& rig)
{
    const std::vector<bool>& isOn = rig.sim().controls().states().isOn;
    return std::find(isOn.begin(), isOn.end(), true) != isOn.end();
}

void expectEqualReplicas(Rig& rig)
{
    EXPECT_TRUE(rig.advanceUntil(
        30s, [&] { return rig.sim().isConverged(); }, 10ms));
}

TEST(ControlRuns, switchingIrelandOffMovesTheAnswersWithinTheTtlAndOnBringsThemBackWithEqualCopies)
{
    for (const std::uint64_t seed : seeds(701, 2)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(config(seed));
        rig.advanceTo(kStart + 45s);
        const std::vector<RegionId> usual = answersOf(rig);
        ASSERT_GT(countOf(usual, region(0)), 50u);
        const std::size_t from = rig.events.size();
        rig.mustOrder("controls eu-west-1=off because a rehearsal");
        EXPECT_EQ(answersOf(rig), usual) << "an order is no effect yet";
        ASSERT_TRUE(rig.advanceUntil(2s, [&] { return rig.count(EventKind::ControlChanged) == 1; }));
        const Event changed = *rig.first(EventKind::ControlChanged, from);
        EXPECT_EQ(changed.region, region(0));
        EXPECT_EQ(rig.events[changed.cause.value - 1].kind, EventKind::CommandAccepted);
        EXPECT_NE(changed.note.find("a rehearsal"), std::string::npos);
        rig.advanceTo(changed.at + 1'900ms);
        EXPECT_EQ(answersOf(rig), usual);
        rig.advance(kInForce);
        EXPECT_EQ(countOf(answersOf(rig), region(0)), 0u);
        EXPECT_EQ(limitsOf(rig, 0), std::vector<std::string> { "a routing control is off" });
        rig.advance(20s + 1s);
        EXPECT_EQ(rig.sim().resolvers().liveAnswers()[0], 0u) << "a cached answer outlived its TTL";
        const Event* shifted = rig.first(EventKind::AnswersShifted, from);
        ASSERT_NE(shifted, nullptr);
        EXPECT_EQ(shifted->cause, changed.seq);

        rig.mustOrder("controls eu-west-1=on");
        rig.advance(kInForce);
        EXPECT_EQ(answersOf(rig), usual);
        EXPECT_TRUE(limitsOf(rig, 0).empty());
        rig.advance(21s);
        EXPECT_GT(rig.sim().resolvers().liveAnswers()[0], 50u);
        EXPECT_EQ(rig.count(EventKind::ImpactBegan), 0u) << "nobody saw an error";
        EXPECT_EQ(rig.count(EventKind::FailOpen), 0u);
        expectEqualReplicas(rig);
    }
}

TEST(ControlRuns, theRuleRefusesTheLastSwitchABatchPassesAndAnOverrideIsOnRecord)
{
    Rig rig(config(711));
    rig.advanceTo(kStart + 40s);
    rig.mustOrder("controls eu-west-1=off");
    rig.advance(10s);
    const Event refused = rig.order("controls ap-southeast-1=off");
    EXPECT_EQ(refused.kind, EventKind::CommandRefused);
    for (const char* part : { "at-least-one", "nothing would answer: both controls off",
             "override at-least-one with a reason", "eu-west-1=on in the same call" })
        EXPECT_NE(refused.note.find(part), std::string::npos) << refused.note;
    rig.mustOrder("controls ap-southeast-1=off eu-west-1=on");
    rig.advance(10s);
    EXPECT_TRUE(rig.sim().controls().isRegionOn(region(0)));
    EXPECT_FALSE(rig.sim().controls().isRegionOn(region(1)));
    const std::size_t from = rig.events.size();
    rig.mustOrder("controls eu-west-1=off override at-least-one because the site is closed");
    const Event* overridden = rig.first(EventKind::RuleOverridden, from);
    ASSERT_NE(overridden, nullptr);
    EXPECT_EQ(overridden->object, "at-least-one");
    EXPECT_NE(overridden->note.find("the site is closed"), std::string::npos);
    rig.advance(kInForce + 25s);
    EXPECT_FALSE(isAnyOn(rig)) << "only an override can do that";
    // With nothing left to answer the DNS fails open: nobody is left without an answer, and it is said.
    EXPECT_GE(rig.count(EventKind::FailOpen, from), 1u);
    EXPECT_GT(rig.sim().resolvers().liveAnswers()[0], 0u);
}

TEST(ControlRuns, refusedOrdersNameWhatIsWrong)
{
    Rig rig(config(721));
    rig.advanceTo(kStart + 5s);
    const auto refusal = [&](const std::string& command) {
        const Event outcome = rig.order(command);
        EXPECT_EQ(outcome.kind, EventKind::CommandRefused) << command;
        return outcome.note;
    };
    const auto expectIn = [](const std::string& text, const char* part) {
        EXPECT_NE(text.find(part), std::string::npos) << text;
    };
    expectIn(refusal("controls eu-west-2=off"), "did you mean 'eu-west-1'?");
    expectIn(refusal("controls eu-west-1=off override safe because x"), "no safety rule is named 'safe'");
    expectIn(refusal("shift-away us-east-1 for 5m because x"), "this run has no region 'us-east-1'");
    expectIn(refusal("cancel-shift eu-west-1"), "no shift is active for Ireland");
    expectIn(refusal("dial us-east-1 5%"), "this run has no region");
    rig.mustOrder("controls eu-west-1=off");
    expectIn(refusal("controls eu-west-1=on"), "another change of routing controls is under way");
    rig.advance(2s);
    expectIn(refusal("controls eu-west-1=on"), "changed a moment ago, wait");
    rig.advance(5s);
    rig.mustOrder("controls eu-west-1=on");
}

TEST(ControlRuns, threeOfFiveEndpointsAreNeededAndOneThatWasOutCatchesUp)
{
    RunConfig five = config(731, 2);
    five.regions = { "eu-west-1", "us-east-1", "ap-northeast-1", "us-west-2", "ap-southeast-1" };
    Rig rig(five);
    rig.advanceTo(kStart + 5s);
    rig.mustOrder("fail region-outage eu-west-1 for 5m");
    rig.mustOrder("fail region-outage us-east-1 for 5m");
    rig.mustOrder("controls us-west-2=off");
    rig.advance(10s);
    ControlCluster& controls = rig.sim().controls();
    EXPECT_FALSE(*controls.isOn("us-west-2"));
    EXPECT_EQ(controls.view(0).version, 0u);
    EXPECT_EQ(controls.view(4).version, 1u);
    rig.mustOrder("fail region-outage ap-northeast-1 for 5m");
    const Event refused = rig.order("controls us-west-2=on");
    EXPECT_EQ(refused.kind, EventKind::CommandRefused);
    EXPECT_NE(refused.note.find("only 2 answer: ap-southeast-2, us-west-2"), std::string::npos)
        << refused.note;
    EXPECT_EQ(rig.sim().snapshot(ChartRange::TwoMinutes)->controlEndpoints,
        (std::vector<bool> { false, false, false, true, true }));
    rig.mustOrder("clear all");
    rig.advance(3s);
    for (std::size_t i = 0; i < kClusterEndpoints; ++i)
        EXPECT_EQ(controls.view(i).version, 1u) << i;
    rig.mustOrder("controls us-west-2=on");
}

TEST(ControlRuns, aShiftADialAndASwitchLeaveNothingBehindWhicheverWayTheyEnd)
{
    for (const std::uint64_t seed : seeds(741, 2)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(config(seed, 3));
        rig.advanceTo(kStart + 30s);
        const std::vector<RegionId> usual = answersOf(rig);
        rig.mustOrder("shift-away eu-west-1 for 2m because practice");
        rig.mustOrder("dial us-east-1 10%");
        rig.mustOrder("controls ap-southeast-1=off");
        rig.advance(kInForce);
        EXPECT_NE(answersOf(rig), usual);
        EXPECT_EQ(limitsOf(rig, 0), std::vector<std::string> { "shifted away" });
        EXPECT_EQ(limitsOf(rig, 2), std::vector<std::string> { "dial at 10 %" });
        rig.mustOrder("dial us-east-1 100%");
        rig.mustOrder("controls ap-southeast-1=on");
        rig.advance(kInForce);
        EXPECT_EQ(countOf(answersOf(rig), region(0)), 0u);
        rig.advance(2min);
        EXPECT_EQ(rig.first(EventKind::ShiftEnded)->action, "expired");
        rig.advance(kInForce);
        EXPECT_EQ(answersOf(rig), usual);
        rig.mustOrder("shift-away eu-west-1 for 72h because again");
        rig.advance(kInForce);
        EXPECT_NE(answersOf(rig), usual);
        rig.mustOrder("cancel-shift eu-west-1");
        rig.advance(kInForce);
        EXPECT_EQ(answersOf(rig), usual);
        EXPECT_TRUE(rig.sim().shifts().active().empty());
        for (std::size_t i = 0; i < 3; ++i)
            EXPECT_EQ(rig.sim().admissions().combined()[i].perMille(), 1000);
        expectEqualReplicas(rig);
    }
}

TEST(ControlRuns, aDialLeavesItsShareOfTheNaturalAnswers)
{
    Rig rig(config(751));
    rig.advanceTo(kStart + 5s);
    const std::size_t usual = countOf(answersOf(rig), region(0));
    rig.mustOrder("dial eu-west-1 30%");
    rig.advance(kInForce);
    const std::size_t left = countOf(answersOf(rig), region(0));
    EXPECT_NEAR(static_cast<double>(left) / static_cast<double>(usual), 0.3, 0.1);
    rig.mustOrder("dial eu-west-1 0%");
    rig.advance(kInForce);
    EXPECT_EQ(countOf(answersOf(rig), region(0)), 0u);
}

TEST(ControlRuns, whatHoldsARegionOutLongestCountsAndNoneBringsBackWhatAnotherHolds)
{
    Rig rig(config(761));
    rig.advanceTo(kStart + 5s);
    rig.mustOrder("dial eu-west-1 50%");
    rig.mustOrder("shift-away eu-west-1 for 10m because look");
    rig.mustOrder("controls eu-west-1=off");
    rig.advance(kInForce);
    EXPECT_EQ(limitsOf(rig, 0),
        (std::vector<std::string> { "a routing control is off", "shifted away", "dial at 50 %" }));
    rig.mustOrder("controls eu-west-1=on");
    rig.advance(kInForce);
    EXPECT_EQ(rig.sim().admissions().combined()[0].perMille(), 0);
    rig.mustOrder("cancel-shift eu-west-1");
    rig.advance(kInForce);
    EXPECT_EQ(rig.sim().admissions().combined()[0].perMille(), 500);
}

TEST(ControlRuns, aShiftWithNothingElseLeftHasNoEffectAndSaysSo)
{
    RunConfig made = config(771);
    made.healthThreshold = 1;
    Rig rig(made);
    rig.advanceTo(kStart + 5s);
    rig.mustOrder("fail region-outage ap-southeast-1 for 30m");
    rig.advance(40s);
    const Event accepted = rig.order("shift-away eu-west-1 for 2m because mistaken");
    EXPECT_EQ(accepted.kind, EventKind::CommandAccepted);
    EXPECT_NE(accepted.note.find("no effect for now"), std::string::npos) << accepted.note;
    rig.advance(kInForce);
    const std::vector<RegionId> answers = answersOf(rig);
    EXPECT_EQ(countOf(answers, region(0)), answers.size()) << "the only one left still answers";
}

TEST(ControlRuns, theWindowSeesControlsRulesEndpointsShiftsAndShares)
{
    Rig rig(config(781));
    rig.advanceTo(kStart + 5s);
    rig.mustOrder("controls eu-west-1=off");
    rig.mustOrder("shift-away ap-southeast-1 for 2m because drill");
    rig.mustOrder("dial ap-southeast-1 40%");
    rig.advance(kInForce);
    const auto seen = rig.sim().snapshot(ChartRange::TwoMinutes);
    ASSERT_EQ(seen->controls.size(), 2u);
    EXPECT_EQ(seen->controls[0].name + " " + seen->controls[0].panel, "eu-west-1 regions");
    EXPECT_FALSE(seen->controls[0].isOn);
    EXPECT_GT(seen->controls[0].changedAt, kStart + 5s);
    EXPECT_EQ(rig.events[seen->controls[0].event.value - 1].kind, EventKind::ControlChanged);
    EXPECT_TRUE(seen->controls[1].isOn && !seen->controls[1].event.isValid());
    ASSERT_EQ(seen->safetyRules.size(), 1u);
    EXPECT_EQ(seen->safetyRules[0].text, "at least 1 of eu-west-1, ap-southeast-1");
    EXPECT_TRUE(seen->safetyRules[0].holds && !seen->safetyRules[0].isGating);
    EXPECT_EQ(seen->controlEndpoints, std::vector<bool>(5, true));
    ASSERT_EQ(seen->shifts.size(), 1u);
    EXPECT_EQ(seen->shifts[0].reason, "drill");
    EXPECT_TRUE(seen->shifts[0].isApplied);
    EXPECT_EQ(seen->admissions[1].dialPercent, 40);
    EXPECT_EQ(seen->admissions[1].limits, (std::vector<std::string> { "shifted away", "dial at 40 %" }));
    EXPECT_EQ(seen->admissions[0].perMille, 0);
    EXPECT_EQ(seen->regions[0].rampShare, 0.0);
}

TEST(ControlRuns, aRunTakesItsControlsFromTheConfigurationAndRefusesBadOnesWithTheirPlace)
{
    RunConfig made = config(791);
    made.controlsToml
        = "[[panel]]\nname = \"p\"\n[[panel.control]]\nname = \"ireland\"\nregion = \"eu-west-1\"\n"
          "on = false\n[[panel.control]]\nname = \"armed\"\non = false\n[[panel.rule]]\n"
          "name = \"gate\"\ngate = [\"armed\"]\ntarget = [\"ireland\"]\ntype = \"and\"\n";
    Rig rig(made);
    EXPECT_EQ(countOf(answersOf(rig), region(0)), 0u) << "off from the start";
    EXPECT_NE(rig.order("controls ireland=on").note.find("armed is off"), std::string::npos);
    rig.mustOrder("controls armed=on");
    rig.advance(2s);
    rig.mustOrder("controls ireland=on");
    rig.advance(kInForce);
    EXPECT_GT(countOf(answersOf(rig), region(0)), 50u);
    made.controlsToml = "[[panel]]\nname = \"p\"\n[[panel.control]]\nname = \"x\"\nregion = \"mars\"\n";
    const auto refused = Simulation::create(made);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what.rfind("controls:5:10: 'region' in [[panel.control]]", 0), 0u)
        << refused.error().what;
}

// Orders and faults at random; the default rule holds at every instant, because nobody overrides it.
[[nodiscard]] std::uint64_t play(std::uint64_t seed)
{
    Rng rng = Rng(seed).fork("orders");
    RunConfig made = config(seed, 4);
    made.requestRateHz = 30;
    made.regions = { "eu-west-1", "us-east-1", "ap-northeast-1", "us-west-2" };
    Rig rig(made);
    int accepted = 0, refused = 0;
    for (int i = 0; i < 120; ++i) {
        const std::size_t at = rng.below(4);
        const std::string code = made.regions[at], other = made.regions[(at + 1 + rng.below(3)) % 4];
        const std::string state = rng.chance(650'000) ? "=off" : "=on";
        const std::string orders[] { "controls " + code + state,
            "controls " + code + state + " " + other + "=off", "shift-away " + code + " for 1m because x",
            "cancel-shift " + code, "dial " + code + " " + std::to_string(rng.below(101)) + "%",
            "fail region-outage " + code + " for 20s",
            "fail link-partitioned " + code + " with " + other + " for 20s" };
        const std::string& order = orders[rng.below(std::size(orders))];
        const Event outcome = rig.order(order);
        ++(outcome.kind == EventKind::CommandAccepted ? accepted : refused);
        for (int step = 0; step < 4; ++step) {
            rig.advance(rng.between(1ms, 2s));
            EXPECT_TRUE(isAnyOn(rig)) << order;
        }
    }
    EXPECT_GT(accepted, 30);
    EXPECT_GT(refused, 5);
    EXPECT_GT(rig.count(EventKind::ControlChanged), 3u);
    (void)rig.order("clear all"); // refused when all have expired
    rig.advance(10s);
    for (std::size_t i = 0; i < kClusterEndpoints; ++i)
        EXPECT_EQ(rig.sim().controls().view(i).version, rig.sim().controls().version());
    return rig.sim().world().stateHash();
}

TEST(ControlRuns, underRandomOrdersAndOutagesOneRegionStaysOnUnlessTheRuleIsOverridden)
{
    for (const std::uint64_t seed : seeds(801, 4)) {
        SCOPED_TRACE(replayHint(seed));
        (void)play(seed);
    }
}

TEST(ControlRuns, aRecordingOfThemReplaysBitForBit)
{
    const TempFolder folder;
    HeadlessRequest request;
    request.config = config(821);
    request.config.controlsToml = toToml(defaultControls(request.config.regions));
    request.until = kStart + 3min;
    request.recordPath = folder.file("controls.signalbox");
    request.commands = { timed(20s, "controls eu-west-1=off because a rehearsal"),
        timed(30s, "controls ap-southeast-1=off"), timed(40s, "shift-away eu-west-1 for 1m because look"),
        timed(50s, "dial ap-southeast-1 30%"), timed(60s, "controls eu-west-1=on"),
        timed(70s, "cancel-shift eu-west-1") };
    const auto run = runHeadless(request);
    ASSERT_TRUE(run) << run.error().what;
    const auto replayed = replaySession(request.recordPath);
    ASSERT_TRUE(replayed) << replayed.error().what;
    EXPECT_TRUE(replayed->isVerified);
    EXPECT_GT(replayed->checkpoints, 170u);
}

TEST(ControlRuns, theSameOrdersGiveTheSameRun)
{
    EXPECT_EQ(play(811), play(811));
    EXPECT_NE(play(811), play(812));
}

} // namespace
} // namespace sb
