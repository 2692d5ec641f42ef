// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/command_text.h"
#include "backend/drill/drill.h"
#include "backend/drill/shipped.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace sb {
namespace {

// The smallest drill that loads: 8 lines, so that a case's own text begins on line 9.
const std::string kHead = "[drill]\n"
                          "title = \"t\"\n"
                          "until = \"10m\"\n"
                          "[world]\n"
                          "regions = [\"eu-west-1\", \"ap-southeast-1\"]\n"
                          "[[check]]\n"
                          "name = \"c\"\n"
                          "converged = true\n";

std::string errorOf(const std::string& toml)
{
    const Result<Drill> drill = parseDrill(toml, "d.toml");
    return drill ? "loaded" : drill.error().what;
}

TEST(DrillLoader, ReadsAWholeDrill)
{
    const Result<Drill> drill = parseDrill(R"(
[drill]
title = "Whole"
description = "All of it."
until = "16m"
[world]
regions = ["eu-west-1", "us-east-1"]
seed = 99
start = 2026-03-03T14:28:00Z
requests-per-second = 250
cities = 40
stock-percent = 5
ttl-ignorers-percent = 5
store = "sqlite"
[routing]
policy = "failover"
ttl = "30s"
health-interval = "30s"
health-threshold = 2
fail-back = "instant"
ramp-dwell = "1m30s"
[objectives]
rto = "4m"
lag = "2s"
errors-per-mille = 20
[[step]]
at = "3m"
do = "fail-back eu-west-1"
[[step]]
at = "2m"
do = "fail latency-added eu-west-1 with us-east-1 by 200ms for 5m"
note = "slow"
[[check]]
name = "converged"
converged = true
)",
        "d.toml");
    ASSERT_TRUE(drill) << drill.error().what;
    EXPECT_EQ(drill->title, "Whole");
    EXPECT_EQ(drill->description, "All of it.");
    EXPECT_EQ(drill->until, kStart + 16min);
    RunConfig expected;
    expected.title = "Whole";
    expected.regions = { "eu-west-1", "us-east-1" };
    expected.seed = 99;
    expected.start = UtcStart { 1'772'548'080 };
    expected.requestRateHz = 250;
    expected.cities = 40;
    expected.stockPercent = 5;
    expected.ttlIgnorersPercent = 5;
    expected.store = StoreKind::Sqlite;
    expected.policy = RoutingPolicy::Failover;
    expected.ttl = 30s;
    expected.healthInterval = 30s;
    expected.healthThreshold = 2;
    expected.failBack = FailBackMode::Instant;
    expected.rampDwell = 90s;
    expected.errorObjectivePerMille = 20;
    expected.rtoObjective = 4min;
    expected.lagObjective = 2s;
    EXPECT_EQ(drill->config, expected);
    ASSERT_EQ(drill->steps.size(), 2u);
    EXPECT_EQ(drill->steps[0].at, kStart + 2min) << "steps are put in order of time";
    EXPECT_EQ(formatCommand(drill->steps[0].command),
        "fail latency-added eu-west-1 with us-east-1 by 200ms for 5m");
    EXPECT_EQ(drill->steps[0].note, "slow");
    EXPECT_EQ(formatCommand(drill->steps[1].command), "fail-back eu-west-1");
}

TEST(DrillLoader, ReadsByWhatRulesChecksJudgeAndHowDeepTheyAsk)
{
    for (int i = 0; i < kCheckDesignCount; ++i) {
        const auto design = static_cast<CheckDesign>(i);
        const Result<Drill> drill
            = parseDrill("[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[routing]\ncheck-design = \""
                    + std::string(toString(design))
                    + "\"\nhealth-path = \"deep\"\n[[check]]\nname = \"c\"\nconverged = true\n",
                "d.toml");
        ASSERT_TRUE(drill) << drill.error().what;
        EXPECT_EQ(drill->config.checkDesign, design);
        EXPECT_TRUE(drill->config.checksDeeply);
    }
}

TEST(DrillLoader, ReadsHowManyEntriesALogKeepsAndOrdersAboutRegions)
{
    const Result<Drill> drill = parseDrill(
        kHead + "[data]\nlog-entries-max = 5000\n[[step]]\nat = \"1m\"\ndo = \"evict eu-west-1\"\n",
        "d.toml");
    ASSERT_TRUE(drill) << drill.error().what;
    EXPECT_EQ(drill->config.logEntriesMax, 5'000);
    ASSERT_EQ(drill->steps.size(), 1u);
    EXPECT_EQ(drill->steps[0].command, Command(RegionOrder { RegionVerb::Evict, "eu-west-1" }));
    for (const char* wrong : { "[data]\nlog-entries-max = 999\n",
             "[[step]]\nat = \"1m\"\ndo = \"fence us-east-1\"\n" }) // not in this world
        EXPECT_FALSE(parseDrill(kHead + wrong, "d.toml")) << wrong;
}

TEST(DrillLoader, ReadsByWhatCustomersComeAndHowLongTheyHoldOn)
{
    const auto parsed
        = [](const std::string& routing) { return parseDrill(kHead + "[routing]\n" + routing, "d.toml"); };
    const Result<Drill> drill = parsed("entry = \"origin-group\"\norigin-attempts = 2\n"
                                       "origin-connect-timeout = \"4s\"\ncaching-clients-percent = 7\n"
                                       "pooled-clients-percent = 8\nbrowser-cache = true\n"
                                       "hint-obeyed-percent = 50\n");
    ASSERT_TRUE(drill) << drill.error().what;
    EXPECT_EQ(drill->config.entry, Entry::OriginGroup);
    EXPECT_EQ(drill->config.originAttempts, 2);
    EXPECT_EQ(drill->config.originConnectTimeout, 4s);
    EXPECT_EQ(drill->config.cachingClientsPercent, 7);
    EXPECT_EQ(drill->config.pooledClientsPercent, 8);
    EXPECT_TRUE(drill->config.browserCache);
    EXPECT_EQ(drill->config.hintObeyedPercent, 50);
    EXPECT_EQ(parsed("entry = \"accelerator\"\n")->config.entry, Entry::Accelerator);
    for (const char* wrong : { "entry = \"anycast\"\n", "origin-attempts = 4\n",
             "origin-connect-timeout = \"11s\"\n", "caching-clients-percent = 101\n",
             "caching-clients-percent = 60\npooled-clients-percent = 41\n", "hint-obeyed-percent = -1\n" })
        EXPECT_FALSE(parsed(wrong)) << wrong;
    EXPECT_FALSE(parseDrill(
        kHead + "[world]\nregions = [\"eu-west-1\"]\n[routing]\nentry = \"origin-group\"\n", "d.toml"));
}

TEST(DrillLoader, ReadsHowManyVisitsAreOnSharedAccounts)
{
    const auto parsed = [](const std::string& percent) {
        return parseDrill("[drill]\ntitle = \"t\"\nuntil = \"10m\"\n[world]\nshared-accounts-percent = "
                + percent + "\n[[check]]\nname = \"c\"\nconverged = true\n",
            "d.toml");
    };
    const Result<Drill> drill = parsed("30");
    ASSERT_TRUE(drill) << drill.error().what;
    EXPECT_EQ(drill->config.sharedAccountsPercent, 30);
    EXPECT_FALSE(parsed("101"));
}

TEST(DrillLoader, ReadsHowManyPhotosReadersUpload)
{
    const auto parsed = [](const std::string& photos) {
        return parseDrill("[drill]\ntitle = \"t\"\nuntil = \"10m\"\n[world]\nphotos-per-minute = " + photos
                + "\n[[step]]\nat = \"1m\"\ndo = \"object-rule eu-west-1 ap-southeast-1 off\"\n"
                  "[[check]]\nname = \"c\"\nconverged = true\n",
            "d.toml");
    };
    const Result<Drill> drill = parsed("6000");
    ASSERT_TRUE(drill) << drill.error().what;
    EXPECT_EQ(drill->config.photosPerMinute, 6'000);
    EXPECT_NE(toJson(drill->config).find("\"photosPerMinute\":6000"), std::string::npos);
    EXPECT_EQ(toJson(parsed("0")->config).find("photosPerMinute"), std::string::npos)
        << "runs without photos read as they did before there were any";
    EXPECT_FALSE(parsed("6001"));
    EXPECT_FALSE(parsed("-1"));
}

TEST(DrillLoader, TakesTheWholeTextOfPlanFilesBesideIt)
{
    std::string head = kHead;
    head.insert(head.find("[world]"), "plans = [\"../plans/failover.toml\"]\n");
    const Result<Drill> drill = parseDrill(head, SB_SOURCE_DIR "/resources/drills/d.toml");
    ASSERT_TRUE(drill) << drill.error().what;
    ASSERT_EQ(drill->config.plansToml.size(), 1u);
    EXPECT_NE(drill->config.plansToml[0].find("name = \"failover\""), std::string::npos);
    const std::string error = errorOf(head);
    EXPECT_NE(error.find("d.toml:4:9: 'plans' in [drill]: "), std::string::npos) << error;
    EXPECT_NE(error.find("this plan file cannot be read"), std::string::npos) << error;
}

TEST(DrillLoader, KeepsDefaultsForWhatAFileLeavesOut)
{
    const Result<Drill> drill = parseDrill(kHead, "d.toml");
    ASSERT_TRUE(drill) << drill.error().what;
    RunConfig expected;
    expected.title = "t";
    EXPECT_EQ(drill->config, expected);
    EXPECT_TRUE(drill->steps.empty());
}

TEST(DrillLoader, ReadsEveryKindOfCheck)
{
    const Result<Drill> drill = parseDrill(kHead + R"(
[[check]]
name = "seen"
event = "health.red"
region = "eu-west-1"
actor = "health"
object = "checker"
action = "x"
value = "y"
after = "2m"
within = "20s"
[[check]]
name = "not seen"
no-event = "replication.stalled"
region = "eu-west-1"
peer = "ap-southeast-1"
[[check]]
name = "order"
order = ["fault.injected", "health.red eu-west-1", { event = "fail-back.step", action = "ramp" }]
after = "1m"
[[check]]
name = "rto"
rto-at-most = "5m"
[[check]]
name = "lost"
lost-at-most = 3
count-overwritten = false
[[check]]
name = "state"
region-state = "serving"
region = "eu-west-1"
[[check]]
name = "share"
answers-at-least = 30
answers-at-most = 70
region = "eu-west-1"
[[check]]
name = "continue"
orders-continue-within = "60s"
[[check]]
name = "orders"
orders-at-least = 10
region = "ap-southeast-1"
)",
        "d.toml");
    ASSERT_TRUE(drill) << drill.error().what;
    const EventFilter red { EventKind::HealthRed, "eu-west-1", "", Actor::Health, "checker", "x", "y" };
    const EventFilter stalled { EventKind::ReplicationStalled, "eu-west-1", "ap-southeast-1", {}, "", "",
        "" };
    const EventFilter injected { EventKind::FaultInjected, "", "", {}, "", "", "" };
    const EventFilter redIn { EventKind::HealthRed, "eu-west-1", "", {}, "", "", "" };
    const EventFilter ramp { EventKind::FailBackStep, "", "", {}, "", "ramp", "" };
    const std::vector<DrillCheck> expected {
        { "c", ReplicasConverged {} },
        { "seen", EventSeen { red, { kStart + 2min, 20s } } },
        { "not seen", EventNotSeen { stalled, {} } },
        { "order", EventsInOrder { { injected, redIn, ramp }, { kStart + 1min, {} } } },
        { "rto", RtoAtMost { 5min } },
        { "lost", LossesAtMost { 3, false } },
        { "state", RegionStateAtEnd { "eu-west-1", RegionState::Serving } },
        { "share", AnswerShareAtEnd { "eu-west-1", 30, 70 } },
        { "continue", OrdersContinue { 60s, "" } },
        { "orders", OrdersAtLeast { "ap-southeast-1", 10 } },
    };
    EXPECT_EQ(drill->checks, expected);
}

struct Mistake {
    const char* label;
    std::string toml;
    std::string expected; // the whole message
};

class DrillMistakes : public testing::TestWithParam<Mistake> { };

TEST_P(DrillMistakes, IsRefusedWithItsPlaceAndWhatWasExpected)
{
    EXPECT_EQ(errorOf(GetParam().toml), GetParam().expected);
}

const std::string kCheck = "[[check]]\nname = \"c\"\nconverged = true\n";

INSTANTIATE_TEST_SUITE_P(World, DrillMistakes,
    testing::Values(Mistake { "NoTitle", "[drill]\nuntil = \"1m\"\n" + kCheck,
                        "d.toml:1:1: [drill] needs 'title', a text" },
        Mistake {
            "NoDrillTable", kCheck, "d.toml:1:1: a drill needs a table [drill] with 'title' and 'until'" },
        Mistake { "UntilWithoutUnit", "[drill]\ntitle = \"t\"\nuntil = \"16\"\n" + kCheck,
            "d.toml:3:9: 'until' in [drill]: '16' is not a duration; write a number with a unit, such as "
            "250ms, "
            "10s, 5m or 1m30s" },
        Mistake { "UntilAsNumber", "[drill]\ntitle = \"t\"\nuntil = 16\n" + kCheck,
            "d.toml:3:9: 'until' in [drill]: expected a duration in quotes such as \"10s\", found an "
            "integer" },
        Mistake { "UntilTooLong", "[drill]\ntitle = \"t\"\nuntil = \"25h\"\n" + kCheck,
            "d.toml:3:9: 'until' in [drill]: expected a duration from 1.0 s to 24 h 00 min, found '25h'" },
        Mistake { "TitleIsNumber", "[drill]\ntitle = 5\nuntil = \"1m\"\n" + kCheck,
            "d.toml:2:9: 'title' in [drill]: expected a text in quotes, found an integer" },
        Mistake { "UnknownTable", kHead + "[wrold]\n",
            "d.toml:9:2: unknown key 'wrold' at the top of the file; did you mean 'world'?" },
        Mistake { "UnknownKey", kHead + "[routing]\npolcy = \"latency\"\n",
            "d.toml:10:1: unknown key 'polcy' in [routing]; did you mean 'policy'?" },
        Mistake { "UnknownKeyFarFromAll", kHead + "[objectives]\nxyzzy = 1\n",
            "d.toml:10:1: unknown key 'xyzzy' in [objectives]; known: errors-per-mille, rto, lag" },
        Mistake { "UnknownRegion",
            "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[world]\nregions = [\"eu-wset-1\"]\n" + kCheck,
            "d.toml:5:12: 'regions' in [world]: unknown region 'eu-wset-1'; did you mean 'eu-west-1'?" },
        Mistake { "RegionTwice",
            "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[world]\nregions = [\"eu-west-1\", \"eu-west-1\"]\n"
                + kCheck,
            "d.toml:5:25: 'regions' in [world]: 'eu-west-1' stands there twice" },
        Mistake { "NoRegions", "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[world]\nregions = []\n" + kCheck,
            "d.toml:5:11: 'regions' in [world]: expected 1 to 21 region codes" },
        Mistake { "RegionsAsText",
            "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[world]\nregions = \"eu-west-1\"\n" + kCheck,
            "d.toml:5:11: 'regions' in [world]: expected an array of region codes such as [\"eu-west-1\"], "
            "found "
            "a text" },
        Mistake { "RateTooHigh",
            "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[world]\nrequests-per-second = 20001\n" + kCheck,
            "d.toml:5:23: 'requests-per-second' in [world]: expected an integer from 1 to 20 000, found "
            "20001" },
        Mistake { "BadStart", "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[world]\nstart = \"today\"\n" + kCheck,
            "d.toml:5:9: 'start' in [world]: 'today' is not a time; write it as 2026-03-03T14:28:00Z" },
        Mistake { "LocalStart",
            "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[world]\nstart = 2026-03-03T14:28:00\n" + kCheck,
            "d.toml:5:9: 'start' in [world]: expected a time in UTC to the second such as "
            "\"2026-03-03T14:28:00Z\"" },
        Mistake { "UnknownStore",
            "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[world]\nstore = \"sqlit\"\n" + kCheck,
            "d.toml:5:9: 'store' in [world]: 'sqlit' is not known here; did you mean 'sqlite'?" },
        Mistake { "IntervalBetween", kHead + "[routing]\nhealth-interval = \"20s\"\n",
            "d.toml:10:19: 'health-interval' in [routing]: checkers probe every \"10s\" or \"30s\", nothing "
            "between" },
        Mistake { "DesignOfNobody", kHead + "[routing]\ncheck-design = \"route35\"\n",
            "d.toml:10:16: 'check-design' in [routing]: 'route35' is not known here; did you mean "
            "'route53'?" },
        Mistake { "FailoverAlone",
            "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n[routing]\npolicy = \"failover\"\n[world]\nregions = "
            "[\"eu-west-1\"]\n"
                + kCheck,
            "d.toml:6:1: policy failover needs a primary and a secondary; name at least two regions" },
        Mistake { "NoChecks", "[drill]\ntitle = \"t\"\nuntil = \"1m\"\n",
            "d.toml:1:1: a drill needs at least one [[check]], otherwise it has no verdict" }),
    [](const auto& entry) { return std::string(entry.param.label); });

INSTANTIATE_TEST_SUITE_P(Steps, DrillMistakes,
    testing::Values(Mistake { "SingleBrackets", kHead + "[step]\nat = \"1m\"\ndo = \"clear all\"\n",
                        "d.toml:9:1: 'step': expected tables that each begin with [[step]], found a table" },
        Mistake { "NoCommand", kHead + "[[step]]\nat = \"1m\"\n",
            "d.toml:9:1: [[step]] needs 'do', a command such as \"fail region-outage eu-west-1 for 10m\"" },
        Mistake { "UnknownCommand", kHead + "[[step]]\nat = \"1m\"\ndo = \"explode eu-west-1\"\n",
            "d.toml:11:6: 'do' in [[step]]: 'explode' is not a command; known: fail, clear, restore, "
            "fail-back, "
            "abort-fail-back, note, controls, shift-away, cancel-shift, dial, plan, weights, object-rule, "
            "backfill-objects, price, fence, unfence, evict, "
            "replay-orphans, discard-orphans, revoke-rights, "
            "move-writer, seize-writer, rebuild-board, retry-poison, republish" },
        Mistake { "UnknownFault", kHead + "[[step]]\nat = \"1m\"\ndo = \"fail mapping-removd eu-west-1\"\n",
            "d.toml:11:6: 'do' in [[step]]: 'mapping-removd' is not a fault; did you mean "
            "'mapping-removed'?" },
        Mistake { "RegionOutsideTheWorld", kHead + "[[step]]\nat = \"1m\"\ndo = \"restore us-east-1\"\n",
            "d.toml:11:6: region 'us-east-1' is not in this drill's world; did you mean 'eu-west-1'?" },
        Mistake { "AfterTheEnd", kHead + "[[step]]\nat = \"11m\"\ndo = \"clear all\"\n",
            "d.toml:10:6: 'at' in [[step]]: expected a duration from 0 us to 10 min 00 s, found '11m'" },
        Mistake { "NoteOfTwoLines", kHead + "[[step]]\nat = \"1m\"\ndo = \"clear all\"\nnote = \"a\\nb\"\n",
            "d.toml:12:8: 'note' in [[step]]: expected one line of at most 500 bytes" }),
    [](const auto& entry) { return std::string(entry.param.label); });

INSTANTIATE_TEST_SUITE_P(Checks, DrillMistakes,
    testing::Values(
        Mistake { "NoKind", kHead + "[[check]]\nname = \"x\"\n",
            "d.toml:9:1: [[check]] needs one of: event, no-event, order, rto-at-most, lost-at-most, "
            "converged, region-state, answers-at-least, answers-at-most, orders-continue-within, "
            "orders-at-least, anomaly, stale-at-most" },
        Mistake { "TwoKinds", kHead + "[[check]]\nname = \"x\"\nevent = \"health.red\"\nconverged = true\n",
            "d.toml:12:13: 'converged' in [[check]]: a check is of one kind, but this one also has 'event'; "
            "make "
            "two checks of it" },
        Mistake { "NoName", kHead + "[[check]]\nconverged = true\n",
            "d.toml:9:1: [[check]] needs 'name', a text that says what is checked" },
        Mistake { "SameName", kHead + "[[check]]\nname = \"c\"\nconverged = true\n",
            "d.toml:10:8: 'name' in [[check]]: 'c' stands there twice; each check needs a name of its own" },
        Mistake { "UnknownEvent", kHead + "[[check]]\nname = \"x\"\nevent = \"health.rde\"\n",
            "d.toml:11:9: 'event' in [[check]]: 'health.rde' is not known here; did you mean 'health.red'?" },
        Mistake { "UnknownActor",
            kHead + "[[check]]\nname = \"x\"\nevent = \"note.added\"\nactor = \"operater\"\n",
            "d.toml:12:9: 'actor' in [[check]]: 'operater' is not known here; did you mean 'operator'?" },
        Mistake { "ForeignField", kHead + "[[check]]\nname = \"x\"\nconverged = true\nwithin = \"1m\"\n",
            "d.toml:12:1: 'within' in [[check]] does not go with 'converged', which takes: name, converged" },
        Mistake { "MisspeltField",
            kHead + "[[check]]\nname = \"x\"\nevent = \"health.red\"\nregoin = \"eu-west-1\"\n",
            "d.toml:12:1: unknown key 'regoin' in [[check]]; did you mean 'region'?" },
        Mistake { "StateWithoutRegion", kHead + "[[check]]\nname = \"x\"\nregion-state = \"serving\"\n",
            "d.toml:9:1: [[check]] needs 'region', a region code such as \"eu-west-1\"" },
        Mistake { "UnknownState",
            kHead + "[[check]]\nname = \"x\"\nregion-state = \"servin\"\nregion = \"eu-west-1\"\n",
            "d.toml:11:16: 'region-state' in [[check]]: 'servin' is not known here; did you mean "
            "'serving'?" },
        Mistake { "RegionOutsideTheWorld",
            kHead + "[[check]]\nname = \"x\"\nevent = \"health.red\"\nregion = \"us-east-1\"\n",
            "d.toml:12:10: region 'us-east-1' is not in this drill's world; did you mean 'eu-west-1'?" },
        Mistake { "WindowPastTheEnd",
            kHead + "[[check]]\nname = \"x\"\nevent = \"health.red\"\nafter = \"9m\"\nwithin = \"2m\"\n",
            "d.toml:13:10: 'within' in [[check]]: the window ends after the drill does, at 10 min 00 s; the "
            "check "
            "could never be judged fairly" },
        Mistake { "OrderOfOne", kHead + "[[check]]\nname = \"x\"\norder = [\"health.red\"]\n",
            "d.toml:11:9: 'order' in [[check]]: an order needs at least two events; use 'event' for one" },
        Mistake { "OrderWithUnknownEvent",
            kHead + "[[check]]\nname = \"x\"\norder = [\"health.red\", \"health.gren\"]\n",
            "d.toml:11:24: 'order' in [[check]]: 'health.gren' is not an event; did you mean "
            "'health.green'?" },
        Mistake { "OrderWithANumber", kHead + "[[check]]\nname = \"x\"\norder = [\"health.red\", 5]\n",
            "d.toml:11:24: 'order' in [[check]]: expected \"EVENT\", \"EVENT REGION\" or { event = "
            "\"EVENT\", … }" },
        Mistake { "ConvergedFalse", kHead + "[[check]]\nname = \"x\"\nconverged = false\n",
            "d.toml:11:13: 'converged' in [[check]]: only true can be checked; leave the check out "
            "otherwise" },
        Mistake { "LimitsCrossed",
            kHead
                + "[[check]]\nname = \"x\"\nanswers-at-least = 60\nanswers-at-most = 40\nregion = "
                  "\"eu-west-1\"\n",
            "d.toml:11:20: 'answers-at-least' in [[check]]: it is above 'answers-at-most': no share can "
            "pass" },
        Mistake { "NegativeLosses", kHead + "[[check]]\nname = \"x\"\nlost-at-most = -1\n",
            "d.toml:11:16: 'lost-at-most' in [[check]]: expected an integer from 0 to 2 147 483 647, found "
            "-1" }),
    [](const auto& entry) { return std::string(entry.param.label); });

TEST(DrillLoader, NamesThePlaceOfASyntaxError)
{
    const std::string what = errorOf("[drill]\ntitle = \"t\nuntil = \"1m\"\n");
    EXPECT_EQ(what.rfind("d.toml:2:", 0), 0u) << what;
    EXPECT_NE(what.find("not valid TOML: "), std::string::npos) << what;
}

TEST(DrillLoader, ReportsAllMistakesInTheFilesOrder)
{
    const std::string what = errorOf("[drill]\n"
                                     "title = 1\n"
                                     "until = \"5\"\n"
                                     "[world]\n"
                                     "sed = 4\n"
                                     "[[check]]\n"
                                     "name = \"x\"\n"
                                     "event = \"health.rde\"\n");
    EXPECT_EQ(what,
        "d.toml:2:9: 'title' in [drill]: expected a text in quotes, found an integer\n"
        "d.toml:3:9: 'until' in [drill]: '5' is not a duration; write a number with a unit, such as 250ms, "
        "10s, 5m "
        "or 1m30s\n"
        "d.toml:5:1: unknown key 'sed' in [world]; did you mean 'seed'?\n"
        "d.toml:8:9: 'event' in [[check]]: 'health.rde' is not known here; did you mean 'health.red'?");
}

TEST(DrillLoader, ReadsRoutingControlsFromItsOwnTableAndPlacesTheirMistakes)
{
    const std::string panel = "[[controls.panel]]\nname = \"p\"\n[[controls.panel.control]]\n"
                              "name = \"ireland\"\nregion = \"eu-west-1\"\n";
    const Result<Drill> drill = parseDrill(kHead + panel, "d.toml");
    ASSERT_TRUE(drill) << drill.error().what;
    EXPECT_EQ(drill->config.controlsToml,
        "[[panel]]\nname = \"p\"\n[[panel.control]]\nname = \"ireland\"\nregion = \"eu-west-1\"\n");
    EXPECT_EQ(parseDrill(kHead, "d.toml")->config.controlsToml, "");
    EXPECT_EQ(errorOf(kHead + panel + "on = \"yes\"\n"),
        "d.toml:14:6: 'on' in [[panel.control]]: expected true or false, found a text");
    EXPECT_EQ(errorOf("controls = 1\n" + kHead),
        "d.toml:1:12: 'controls': expected a table [controls] or the name of a file in quotes, found an "
        "integer");
}

TEST(DrillLoader, ReadsRoutingControlsFromAFileBesideIt)
{
    const test::TempFolder folder;
    const auto write
        = [&](const std::string& name, const std::string& text) { std::ofstream(folder.file(name)) << text; };
    write("d.toml", "controls = \"c.toml\"\n" + kHead);
    const auto missing = loadDrill(folder.file("d.toml"));
    ASSERT_FALSE(missing);
    EXPECT_NE(
        missing.error().what.find("d.toml:1:12: 'controls': " + folder.file("c.toml")), std::string::npos)
        << missing.error().what;
    write("c.toml", "[[panel]]\nname = \"p\"\n[[panel.control]]\nname = \"x\"\nregion = \"mars\"\n");
    const auto wrong = loadDrill(folder.file("d.toml"));
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().what.find(folder.file("c.toml") + ":5:10: "), std::string::npos)
        << wrong.error().what;
    write("c.toml", "");
    EXPECT_FALSE(loadDrill(folder.file("d.toml")));
    write("c.toml", "[[panel]]\nname = \"p\"\n[[panel.control]]\nname = \"x\"\n");
    const auto good = loadDrill(folder.file("d.toml"));
    ASSERT_TRUE(good) << good.error().what;
    EXPECT_NE(good->config.controlsToml.find("name = \"x\""), std::string::npos);
}

TEST(DrillLoader, RefusesAFileThatCannotBeRead)
{
    const Result<Drill> missing = loadDrill("/nonexistent/x.toml");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, Errc::UnknownName);
    EXPECT_NE(missing.error().what.find("/nonexistent/x.toml"), std::string::npos);
    const Result<Drill> folder = loadDrill(SB_SOURCE_DIR);
    ASSERT_FALSE(folder);
    EXPECT_NE(folder.error().what.find(SB_SOURCE_DIR), std::string::npos);
}

TEST(DrillLoader, LoadsTheShippedDrills)
{
    for (const char* name : { "workshop-failover", "partition-both-write" }) {
        const Result<Drill> drill
            = loadDrill(std::string(SB_SOURCE_DIR "/resources/drills/") + name + ".toml");
        ASSERT_TRUE(drill) << drill.error().what;
        EXPECT_FALSE(drill->steps.empty());
        EXPECT_GE(drill->checks.size(), 10u);
    }
}

TEST(DrillLoader, FindsTheProgramsDrillsWithTheFilesThatTheyName)
{
    const auto paths = shippedDrills();
    EXPECT_GT(paths.size(), 40u);
    for (const std::string& path : paths) {
        const Result<Drill> drill = loadDrill(path);
        ASSERT_TRUE(drill) << drill.error().what;
        EXPECT_NE(drill->difficulty, DrillDifficulty::Unsaid) << path;
    }
    // Its zone lies beside it, in another folder.
    EXPECT_FALSE(loadDrill("shipped:drills/zone-own-checks.toml")->config.zoneJson.empty());
    for (const char* path : { "shipped:", "shipped:drills/", "shipped:drills/surg.toml",
             "shipped:../drills/surge.toml", "shipped:/etc/passwd" }) {
        const Result<Drill> drill = loadDrill(path);
        ASSERT_FALSE(drill) << path;
        EXPECT_EQ(drill.error().code, Errc::UnknownName);
        EXPECT_NE(drill.error().what.find(path), std::string::npos);
    }
}

TEST(DrillLoader, ReadsADifficultyAndRefusesAnUnknownOne)
{
    std::string text = kHead;
    text.insert(text.find("until"), "difficulty = \"hard\"\n");
    const Result<Drill> drill = parseDrill(text, "d.toml");
    ASSERT_TRUE(drill) << drill.error().what;
    EXPECT_EQ(drill->difficulty, DrillDifficulty::Hard);
    EXPECT_EQ(parseDrill(kHead, "d.toml")->difficulty, DrillDifficulty::Unsaid);
    EXPECT_EQ(parseDrill(kHead, "d.toml")->config, drill->config) << "it changes nothing of the run";
    text.replace(text.find("hard"), 4, "fierce");
    EXPECT_NE(errorOf(text).find("d.toml:3:"), std::string::npos) << errorOf(text);
    EXPECT_NE(errorOf(text).find("medium"), std::string::npos) << errorOf(text);
}

TEST(DrillLoader, OrdersEachStepsNoteAheadOfItsCommand)
{
    const Result<Drill> drill = parseDrill(kHead
            + "[[step]]\nat = \"2m\"\ndo = \"clear all\"\nnote = \"Told.\"\n[[step]]\nat = \"1m\"\n"
              "do = \"clear all\"\n",
        "d.toml");
    ASSERT_TRUE(drill) << drill.error().what;
    const auto orders = ordersOf(*drill);
    ASSERT_EQ(orders.size(), 3u);
    EXPECT_EQ(orders[0].at, Instant { 1min });
    EXPECT_FALSE(orders[0].isNote);
    EXPECT_TRUE(orders[1].isNote);
    EXPECT_EQ(orders[1].command, Command { AddNote { "Told." } });
    EXPECT_EQ(orders[2].step, 1u);
}

} // namespace
} // namespace sb
