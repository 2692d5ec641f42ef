// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs about the zone itself: weights that an operator edits while customers ask, health checks that
// the zone's owner brought along, and dials that give way before holds.
#include "tests/scenario/rig.h"

#include <algorithm>

namespace sb {
namespace {

using namespace test;

// --- weights -----------------------------------------------------------------------------------------------

RunConfig weightedWorld(std::uint64_t seed)
{
    RunConfig config = smallWorld(seed, 2, 120);
    config.policy = RoutingPolicy::Weighted;
    config.ttl = 20s;
    return config;
}

// Ireland's share of the live answers over so many times to live, per mille.
int measuredShare(Rig& rig, int times)
{
    std::uint64_t ireland = 0, all = 0;
    for (int i = 0; i < times; ++i) {
        rig.advance(20s);
        const std::vector<std::uint64_t> live = rig.sim().resolvers().liveAnswers();
        ireland += live[0];
        all += live[0] + live[1];
    }
    return static_cast<int>(ireland * 1'000 / std::max<std::uint64_t>(1, all));
}

TEST(Weights, MoveTheMeasuredSharesAsForetoldAndEdgesDisagreeOnTheWay)
{
    Rig rig(weightedWorld(81));
    rig.advanceTo(kStart + 30s);
    EXPECT_NEAR(measuredShare(rig, 8), 500, 40);
    const std::string change = "weights eu-west-1=10 ap-southeast-1=90";
    const std::uint64_t hash = rig.sim().world().stateHash();
    const auto foretold = rig.sim().sharesWith(std::get<SetWeights>(commandOf(change)));
    ASSERT_EQ(foretold.size(), 2U);
    EXPECT_EQ(foretold[0].before, 500'000);
    EXPECT_EQ(foretold[0].after, 100'000);
    EXPECT_EQ(rig.sim().world().stateHash(), hash); // to look ahead changes nothing
    const Event accepted = rig.order(change);
    ASSERT_EQ(accepted.kind, EventKind::CommandAccepted) << accepted.note;
    EXPECT_NE(accepted.note.find("Ireland gets 50 % now and 10 % then"), std::string::npos) << accepted.note;
    const Event* changed = rig.first(EventKind::ZoneChanged);
    ASSERT_NE(changed, nullptr);
    EXPECT_EQ(changed->cause, accepted.seq);
    EXPECT_NE(changed->note.find("ap-southeast-1 10 to 90"), std::string::npos) << changed->note;
    bool hasDisagreed = false; // some edges answer by the new weights, others by the old ones
    ASSERT_TRUE(rig.advanceUntil(65s, [&] {
        const std::int64_t share = rig.sim().resolvers().sharesPerMillion()[0];
        hasDisagreed = hasDisagreed || (share > 100'000 && share < 500'000);
        return rig.count(EventKind::ZoneInSync) > 0;
    }));
    EXPECT_TRUE(hasDisagreed);
    EXPECT_EQ(rig.first(EventKind::ZoneInSync)->cause, changed->seq);
    EXPECT_EQ(rig.sim().resolvers().sharesPerMillion()[0], 100'000);
    rig.advance(20s); // the last answer by the old weights
    EXPECT_NEAR(measuredShare(rig, 8), 100, 30);
    // Where answers are drawn every region may be the next one, so nobody is stale.
    EXPECT_EQ(rig.sim().shoppers().countStale().all, 0U);
}

TEST(Weights, RunTheSameWayTwiceAndMatterToTheHash)
{
    std::vector<std::uint64_t> hashes;
    for (const char* change : { "weights eu-west-1=90", "weights eu-west-1=90", "note nothing" }) {
        Rig rig(weightedWorld(82));
        rig.advanceTo(kStart + 30s);
        rig.mustOrder(change);
        rig.advance(90s);
        hashes.push_back(rig.sim().world().stateHash());
    }
    EXPECT_EQ(hashes[0], hashes[1]);
    EXPECT_NE(hashes[0], hashes[2]);
}

TEST(Weights, AreRefusedWhereTheyWouldDoNothing)
{
    const auto refusal = [](RunConfig config, const std::string& command) {
        Rig rig(config);
        rig.advanceTo(kStart + 1s);
        const Event outcome = rig.order(command);
        EXPECT_EQ(outcome.kind, EventKind::CommandRefused) << outcome.note;
        EXPECT_EQ(rig.count(EventKind::ZoneChanged), 0U);
        return outcome.note;
    };
    EXPECT_NE(refusal(smallWorld(83, 2), "weights eu-west-1=10").find("several weighted records"),
        std::string::npos);
    EXPECT_NE(refusal(weightedWorld(83), "weights us-east-1=10").find("it has ap-southeast-1, eu-west-1"),
        std::string::npos);
    EXPECT_NE(refusal(weightedWorld(83), "weights eu-west-1=10 ap-southeast-1=10").find("already"),
        std::string::npos);
    RunConfig anycast = weightedWorld(83);
    anycast.entry = Entry::Accelerator;
    EXPECT_NE(refusal(anycast, "weights eu-west-1=10").find("accelerator"), std::string::npos);
}

TEST(Weights, GoPastThePlansAndSaySoAndAllZeroIsSaidToo)
{
    for (const ZonePublishing publishing : { ZonePublishing::Guarded, ZonePublishing::Unguarded }) {
        RunConfig config = weightedWorld(84);
        config.publishing = publishing;
        Rig rig(config);
        rig.advanceTo(kStart + 30s);
        const Event accepted = rig.order("weights eu-west-1=0 ap-southeast-1=0");
        ASSERT_EQ(accepted.kind, EventKind::CommandAccepted);
        EXPECT_NE(accepted.note.find("counts as all alike"), std::string::npos);
        ASSERT_NE(rig.first(EventKind::ZoneChanged), nullptr);
        EXPECT_NE(
            rig.first(EventKind::ZoneChanged)->note.find("past planner and enactors"), std::string::npos);
        ASSERT_TRUE(rig.advanceUntil(65s, [&] { return rig.count(EventKind::ZoneInSync) > 0; }));
        EXPECT_EQ(rig.sim().resolvers().sharesPerMillion()[0], 500'000);
    }
}

// --- health checks of the zone's owner ---------------------------------------------------------------------

std::string record(
    const std::string& set, const std::string& policy, const std::string& address, const std::string& check)
{
    return R"({"Name": "api.example.com.", "Type": "A", "SetIdentifier": ")" + set + R"(", )" + policy
        + R"(, "TTL": 20, "ResourceRecords": [{"Value": ")" + address + R"("}], "HealthCheckId": ")" + check
        + R"("})";
}

std::string zoneOf(const std::string& policyIreland, const std::string& policySingapore)
{
    return R"({"Endpoints": {"203.0.113.10": "eu-west-1", "203.0.113.20": "ap-southeast-1"}, )"
           R"("ResourceRecordSets": [)"
        + record("i", policyIreland, "203.0.113.10", "c1") + ", "
        + record("s", policySingapore, "203.0.113.20", "c2") + "]}";
}

std::string check(const std::string& id, const std::string& config)
{
    return R"({"Id": ")" + id + R"(", "HealthCheckConfig": {)" + config + "}}";
}
std::string http(const std::string& address, int seconds, int threshold, const std::string& rest = {})
{
    return R"("Type": "HTTP", "IPAddress": ")" + address + R"(", "RequestInterval": )"
        + std::to_string(seconds) + R"(, "FailureThreshold": )" + std::to_string(threshold) + rest;
}

const std::string kPair = zoneOf(R"("Failover": "PRIMARY")", R"("Failover": "SECONDARY")");
const std::string kHalves = zoneOf(R"("Weight": 50)", R"("Weight": 50)");

RunConfig zoneWorld(std::uint64_t seed, const std::string& zone, const std::vector<std::string>& checks)
{
    RunConfig config = smallWorld(seed, 2, 80);
    config.zoneJson = zone;
    config.zoneName = "api.example.com";
    config.failBack = FailBackMode::Instant;
    for (const std::string& check : checks)
        config.checksJson += (config.checksJson.empty() ? R"({"HealthChecks": [)" : ", ") + check;
    config.checksJson += checks.empty() ? "" : "]}";
    return config;
}

// From the fault until the region's check is red; nothing within `limit`.
std::optional<Duration> detection(Rig& rig, const std::string& fault, Duration limit)
{
    rig.advanceTo(kStart + 60s);
    rig.mustOrder("fail " + fault + " eu-west-1 for 30m");
    const Instant since = rig.now();
    const auto isRed = [&] { return rig.count(EventKind::HealthRed) > 0; };
    if (!rig.advanceUntil(limit, isRed))
        return std::nullopt;
    return rig.first(EventKind::HealthRed)->at - since;
}

// The model: the endpoint is red with the 14th of 16 checkers, each U(0, interval) and threshold - 1 cycles
// after the fault; a refusal takes no time, so a cycle is the interval and a round trip.
TEST(OwnChecks, DetectByTheirOwnIntervalAndThreshold)
{
    for (const std::uint64_t seed : seeds(91, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig slow(zoneWorld(seed, kPair, { check("c1", http("203.0.113.10", 30, 5)) }));
        Rig fast(zoneWorld(seed, kPair, { check("c1", http("203.0.113.10", 10, 3)) }));
        Rig none(zoneWorld(seed, kPair, {}));
        const auto slowly = detection(slow, "mapping-removed", 4min);
        const auto fastly = detection(fast, "mapping-removed", 4min);
        const auto plainly = detection(none, "mapping-removed", 4min);
        ASSERT_TRUE(slowly && fastly && plainly);
        EXPECT_GE(*slowly, 4 * 30s + 15s); // the 14th of 16 is late in the interval
        EXPECT_LE(*slowly, 5 * 30s + 5s);
        EXPECT_GE(*fastly, 2 * 10s + 5s);
        EXPECT_LE(*fastly, 3 * 10s + 3s);
        EXPECT_GE(*plainly, 2 * 10s + 5s); // the run's own, by default the same
        EXPECT_LE(*plainly, 3 * 10s + 3s);
        // The region's own checkers do not probe beside those of its owner: all that turned were theirs.
        EXPECT_EQ(slow.count(EventKind::CheckChanged), 1U);
        EXPECT_EQ(none.count(EventKind::CheckChanged), 0U);
        slow.advance(30s);
        EXPECT_EQ(slow.sim().resolvers().liveAnswers()[0], 0U);
        EXPECT_LE(slow.sim().health().published()[0].checkersHealthy, 2);
        const auto view = slow.sim().snapshot(ChartRange {});
        EXPECT_EQ(view->regions[0].health.interval, 30s);
        EXPECT_EQ(view->regions[0].health.threshold, 5);
        EXPECT_EQ(view->regions[1].health.interval, 10s);
    }
}

TEST(OwnChecks, ADisabledOneNeverLeavesItsRegion)
{
    Rig rig(zoneWorld(94, kPair, { check("c1", http("203.0.113.10", 10, 1, R"(, "Disabled": true)")) }));
    EXPECT_FALSE(detection(rig, "mapping-removed", 2min).has_value());
    EXPECT_GT(rig.sim().resolvers().liveAnswers()[0], 0U);
    EXPECT_EQ(rig.sim().resolvers().liveAnswers()[1], 0U);
}

TEST(OwnChecks, AnInvertedOneLetsTheStandbyInWhileTheOtherIsOut)
{
    Rig rig(zoneWorld(95, kHalves,
        { check("c1", http("203.0.113.10", 10, 1)),
            check("c2", http("203.0.113.10", 10, 1, R"(, "Inverted": true)")) }));
    rig.advanceTo(kStart + 60s);
    EXPECT_EQ(rig.sim().resolvers().liveAnswers()[1], 0U); // it begins unhealthy
    EXPECT_GT(rig.sim().resolvers().liveAnswers()[0], 0U);
    ASSERT_TRUE(detection(rig, "mapping-removed", 1min).has_value());
    rig.advance(30s);
    EXPECT_EQ(rig.sim().resolvers().liveAnswers()[0], 0U);
    EXPECT_GT(rig.sim().resolvers().liveAnswers()[1], 0U);
    EXPECT_EQ(rig.first(EventKind::HealthRed)->region, region(0)); // Singapore's own says that it is well
    EXPECT_EQ(rig.count(EventKind::HealthRed), 1U);
    rig.mustOrder("clear all");
    rig.advance(60s);
    EXPECT_EQ(rig.sim().resolvers().liveAnswers()[1], 0U);
}

TEST(OwnChecks, ACalculatedOneCountsItsChildren)
{
    const std::string tcp = R"("Type": "TCP", "Port": 443, "IPAddress": "203.0.113.10", )"
                            R"("RequestInterval": 10, "FailureThreshold": 1)";
    for (const int needed : { 1, 2 }) {
        SCOPED_TRACE(needed);
        Rig rig(zoneWorld(96, kPair,
            { check("page", http("203.0.113.10", 10, 1)), check("port", tcp),
                check("c1",
                    R"("Type": "CALCULATED", "ChildHealthChecks": ["page", "port"], "HealthThreshold": )"
                        + std::to_string(needed)) }));
        // The gateway refuses every page, and its port stands open.
        const auto red = detection(rig, "mapping-removed", 2min);
        EXPECT_EQ(red.has_value(), needed == 2);
        EXPECT_GE(rig.count(EventKind::CheckChanged), 1U);
        rig.advance(30s);
        EXPECT_EQ(rig.sim().resolvers().liveAnswers()[0] == 0, needed == 2);
    }
}

TEST(OwnChecks, AStringIsLookedForAndAnAlarmIsFollowed)
{
    Rig string(zoneWorld(97, kPair,
        { check("c1",
            R"("Type": "HTTP_STR_MATCH", "IPAddress": "203.0.113.10", "RequestInterval": 10, )"
            R"("FailureThreshold": 1, "SearchString": "Orders: closed")") }));
    string.advanceTo(kStart + 40s);
    EXPECT_EQ(string.count(EventKind::HealthRed), 1U); // the page says "open"
    Rig alarm(zoneWorld(97, kPair,
        { R"({"Id": "c1", "HealthCheckConfig": {"Type": "CLOUDWATCH_METRIC", "AlarmIdentifier": )"
          R"({"Region": "eu-west-1", "Name": "errors"}}, "CloudWatchAlarmConfiguration": {"MetricName": )"
          R"("ErrorShare", "Threshold": 10.5, "ComparisonOperator": "GreaterThanThreshold", )"
          R"("EvaluationPeriods": 2, "Period": 60}})" }));
    const auto red = detection(alarm, "mapping-removed", 4min);
    ASSERT_TRUE(red.has_value());
    EXPECT_GT(*red, 1min); // two data in a row, one a minute
    EXPECT_LE(*red, 2min);
}

TEST(OwnChecks, ASwitchFollowsTheRoutingControlOfItsName)
{
    Rig rig(zoneWorld(98, kPair,
        { check("c1",
            R"("Type": "RECOVERY_CONTROL", "RoutingControlArn": )"
            R"("arn:aws:route53-recovery-control::1:controlpanel/p/routingcontrol/eu-west-1")") }));
    rig.advanceTo(kStart + 40s);
    EXPECT_EQ(rig.sim().health().governor(region(0)), nullptr);
    rig.mustOrder("controls eu-west-1=off");
    ASSERT_TRUE(rig.advanceUntil(5s, [&] { return rig.count(EventKind::CheckChanged) > 0; }));
    rig.advance(40s);
    EXPECT_EQ(rig.sim().resolvers().liveAnswers()[0], 0U);
}

TEST(OwnChecks, WhatCannotBeFollowedIsInTheRecord)
{
    Rig rig(zoneWorld(99, kPair,
        { check("c1", R"("Type": "CALCULATED", "HealthThreshold": 1, "ChildHealthChecks": ["far"])"),
            check("far", http("198.51.100.7", 30, 3)),
            check("c2", R"("Type": "RECOVERY_CONTROL", "RoutingControlArn": "arn:aws:x/y")") }));
    const auto isNoted = [&](const std::string& text) {
        return std::any_of(rig.events.begin(), rig.events.end(), [&](const Event& event) {
            return event.kind == EventKind::NoteAdded && event.note.find(text) != std::string::npos;
        });
    };
    EXPECT_TRUE(isNoted("check 1 ('far', a child of another check): HealthCheckConfig.IPAddress"));
    EXPECT_TRUE(isNoted("check 2 ('c2'): HealthCheckConfig.RoutingControlArn"));
}

TEST(OwnChecks, EdgesHearOfThemOneByOneAndRunsRepeat)
{
    std::vector<std::uint64_t> hashes;
    for (int run = 0; run < 2; ++run) {
        Rig rig(zoneWorld(100, kPair, { check("c1", http("203.0.113.10", 10, 1)) }));
        rig.advanceTo(kStart + 30s);
        rig.mustOrder("fail edges-cut eu-west-1 for 2m");
        rig.mustOrder("fail mapping-removed eu-west-1 for 30m");
        rig.advance(60s);
        const auto isAboutCheck = [](const Event& event) {
            return event.kind == EventKind::EdgesDisagree && event.object == "health check c1";
        };
        EXPECT_EQ(std::count_if(rig.events.begin(), rig.events.end(), isAboutCheck), 1);
        EXPECT_GT(rig.sim().resolvers().liveAnswers()[0], 0U); // near Ireland nobody has heard of it
        EXPECT_GT(rig.sim().resolvers().liveAnswers()[1], 0U);
        hashes.push_back(rig.sim().world().stateHash());
    }
    EXPECT_EQ(hashes[0], hashes[1]);
}

// --- dials and holds ---------------------------------------------------------------------------------------

TEST(Dials, TheRestOfADialGoesToNoRegionThatIsHeld)
{
    RunConfig config = smallWorld(101, 2, 80);
    config.ttl = 20s;
    Rig rig(config);
    rig.advanceTo(kStart + 40s);
    rig.mustOrder("shift-away ap-southeast-1 for 10m because maintenance");
    const Event dialled = rig.order("dial eu-west-1 30%");
    EXPECT_NE(dialled.note.find("no effect for now"), std::string::npos) << dialled.note;
    rig.advance(60s);
    EXPECT_EQ(rig.sim().resolvers().liveAnswers()[1], 0U);
    EXPECT_GT(rig.sim().resolvers().liveAnswers()[0], 0U);
    EXPECT_EQ(rig.count(EventKind::FailOpen), 0U); // nothing is unhealthy, and nothing held is used
    rig.mustOrder("cancel-shift ap-southeast-1");
    rig.advance(60s);
    EXPECT_GT(rig.sim().resolvers().liveAnswers()[1], rig.sim().resolvers().liveAnswers()[0]);
}

TEST(Dials, ARegionAtZeroServesWhenNobodyElseCan)
{
    RunConfig config = smallWorld(102, 2, 80);
    config.ttl = 20s;
    config.healthThreshold = 1;
    Rig rig(config);
    rig.advanceTo(kStart + 40s);
    rig.mustOrder("dial eu-west-1 0%");
    rig.advance(40s);
    EXPECT_EQ(rig.sim().resolvers().liveAnswers()[0], 0U);
    rig.mustOrder("fail mapping-removed ap-southeast-1 for 30m");
    rig.advance(60s);
    EXPECT_EQ(rig.sim().resolvers().liveAnswers()[1], 0U);
    EXPECT_GT(rig.sim().resolvers().liveAnswers()[0], 0U);
    EXPECT_EQ(rig.count(EventKind::FailOpen), 0U);
}

} // namespace
} // namespace sb
