// SPDX-License-Identifier: GPL-3.0-or-later
// The World's health checks beyond a status each ten seconds: other designs, checks by definition of every
// type, latencies, and checkers that do not get through.
#include "backend/health/health_checks.h"
#include "backend/kernel/world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace sb {
namespace {

constexpr RegionId kA { 0 }, kB { 1 };

// A gateway that answers as the test wants: a status for each kind of probe, or 0 for no answer.
class Gateway final : public Component {
public:
    explicit Gateway(Env& env)
        : m_env(env)
    {
    }
    void onEvent(const SimEvent& event) override
    {
        const ProbeAddress address = ProbeAddress::unpacked(event.b);
        ++probes[event.kind];
        const int status = answers(event.kind, count++);
        if (status > 0)
            m_env.postIn(20ms, address.component, kProbeAnswer, event.a,
                ProbeAnswer { status, address.slot, 150 }.packed());
    }
    std::function<int(std::uint32_t kind, int number)> answers = [](std::uint32_t, int) { return 200; };
    std::map<std::uint32_t, int> probes;
    int count = 0;

private:
    Env& m_env;
};

struct Clinic {
    explicit Clinic(HealthCheckConfig config = {}, const std::vector<CheckDefinition>& checks = {})
        : health(world, network, log, config)
    {
        health.name({ "eu-west-1", "ap-southeast-1" });
        HealthChecks::Hooks hooks;
        hooks.regionOf = [](const CheckDefinition& check) -> std::optional<RegionId> {
            if (check.endpoint.fqdn.find("eu-west-1") != std::string::npos)
                return kA;
            return std::nullopt;
        };
        hooks.page = [this](RegionId, const std::string&) { return page; };
        hooks.datum = [this](const CheckDefinition&) { return datum; };
        const auto defined = health.define(checks, std::move(hooks));
        EXPECT_TRUE(defined) << defined.error().what;
        health.connect(world.add(health), { world.add(a), world.add(b) }, { "Ireland", "Singapore" });
        log.listen([this](const Event& event) { events.push_back(event); });
        health.onCheckPublished([this](const std::string& id, bool isHealthy) {
            published.push_back(id + (isHealthy ? " green" : " red"));
        });
    }
    void run(Duration duration) { world.runUntil(world.now() + duration); }
    [[nodiscard]] std::size_t count(EventKind kind) const
    {
        return static_cast<std::size_t>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; }));
    }

    World world { 1 };
    Network network { world, { *atlas().findRegion("eu-west-1"), *atlas().findRegion("ap-southeast-1") }, 0 };
    EventLog log { [this] { return EventLog::Stamp { world.now(), 0, 0 }; } };
    Gateway a { world }, b { world };
    HealthChecks health;
    std::string page = "Orders: open";
    std::optional<std::int64_t> datum = 0;
    std::vector<Event> events;
    std::vector<std::string> published;
};

CheckDefinition defined(const std::string& id, CheckType type)
{
    CheckDefinition check { .id = id, .type = type, .interval = 10s };
    if (hasEndpoint(type))
        check.endpoint.fqdn = "eu-west-1.shop.example";
    if (type == CheckType::Tcp)
        check.endpoint.port = 443;
    if (matchesString(type))
        check.endpoint.searchString = "Orders: open";
    if (type == CheckType::CloudWatchMetric)
        check.alarm = { "eu-west-1", "errors" };
    if (type == CheckType::RecoveryControl)
        check.routingControl = "eu-west-1";
    return check;
}

TEST(DefinedChecks, TheRegionsOwnAreThereById)
{
    Clinic clinic;
    clinic.a.answers = [](std::uint32_t, int) { return 500; };
    clinic.run(2min);
    const auto reading = clinic.health.reading("endpoint-eu-west-1");
    ASSERT_TRUE(reading);
    EXPECT_EQ(*reading, clinic.health.published()[0]);
    EXPECT_FALSE(reading->isHealthy);
    EXPECT_EQ(reading->checkersHealthy, 0);
    EXPECT_TRUE(clinic.health.isHealthy("endpoint-ap-southeast-1"));
    EXPECT_FALSE(clinic.health.reading("nobody"));
    EXPECT_TRUE(clinic.health.isHealthy("nobody"));
    EXPECT_EQ(clinic.count(EventKind::CheckChanged), 0U);
}

TEST(DefinedChecks, AControlsCheckFollowsItsControlAfterThePropagation)
{
    Clinic clinic;
    clinic.run(10s);
    clinic.health.setControl("eu-west-1", false);
    EXPECT_TRUE(clinic.health.isHealthy("control-eu-west-1")); // the DNS has not heard of it
    clinic.run(3s);
    EXPECT_FALSE(clinic.health.isHealthy("control-eu-west-1"));
    EXPECT_TRUE(clinic.health.isHealthy("control-ap-southeast-1"));
    clinic.health.setControl("eu-west-1", true);
    clinic.run(3s);
    EXPECT_TRUE(clinic.health.isHealthy("control-eu-west-1"));
    EXPECT_EQ(
        clinic.published, (std::vector<std::string> { "control-eu-west-1 red", "control-eu-west-1 green" }));
    EXPECT_EQ(clinic.count(EventKind::CheckChanged), 2U);
}

TEST(DefinedChecks, AStringMatchReadsTheRegionsPage)
{
    Clinic clinic({}, { defined("page", CheckType::HttpsStrMatch) });
    clinic.run(2min);
    EXPECT_TRUE(clinic.health.isHealthy("page"));
    EXPECT_GT(clinic.a.probes[kProbePage], 100);
    EXPECT_EQ(clinic.b.probes[kProbePage], 0);
    clinic.page = "Orders: paused";
    clinic.run(2min);
    EXPECT_FALSE(clinic.health.isHealthy("page"));
    EXPECT_EQ(clinic.health.reading("page")->checkersHealthy, 0);
    EXPECT_TRUE(clinic.health.isHealthy("endpoint-eu-west-1")); // the health path says nothing of it
}

TEST(DefinedChecks, ATcpCheckTakesAnyAnswerAndWaitsTenSeconds)
{
    Clinic clinic({}, { defined("tcp", CheckType::Tcp) });
    clinic.a.answers = [](std::uint32_t, int) { return 503; };
    clinic.run(2min);
    EXPECT_TRUE(clinic.health.isHealthy("tcp"));
    EXPECT_FALSE(clinic.health.isHealthy("endpoint-eu-west-1"));
    clinic.a.answers = [](std::uint32_t, int) { return 0; };
    const Instant silentAt = clinic.world.now();
    while (clinic.health.isHealthy("tcp") && clinic.world.now() < silentAt + 5min)
        clinic.run(100ms);
    EXPECT_FALSE(clinic.health.isHealthy("tcp"));
    EXPECT_GE(clinic.world.now() - silentAt, 50s); // three timeouts of 10 s, two intervals between
}

TEST(DefinedChecks, CheckersOfChosenPlacesAreAllThereAre)
{
    CheckDefinition check = defined("few", CheckType::Https);
    check.checkerRegions = { "us-east-1", "eu-west-1", "sa-east-1" };
    Clinic few({}, { check });
    few.run(5min);
    EXPECT_EQ(few.health.reading("few")->checkersTotal, 6);
    Clinic none;
    none.run(5min);
    const int more = few.a.probes[kProbe] - none.a.probes[kProbe];
    EXPECT_NEAR(more, 6 * 30, 12);
}

TEST(DefinedChecks, ADisabledCheckSendsNoProbesAndIsFrozen)
{
    CheckDefinition off = defined("off", CheckType::HttpsStrMatch);
    off.isDisabled = true;
    CheckDefinition inverted = off;
    inverted.id = "off-inverted";
    inverted.isInverted = true;
    Clinic clinic({}, { off, inverted });
    clinic.page = "";
    clinic.run(5min);
    EXPECT_EQ(clinic.a.probes[kProbePage], 0);
    EXPECT_TRUE(clinic.health.isHealthy("off"));
    EXPECT_FALSE(clinic.health.isHealthy("off-inverted"));
}

TEST(DefinedChecks, ACalculatedCheckCountsWhatItsChildrenSay)
{
    CheckDefinition both = defined("both", CheckType::Calculated);
    both.children = { "endpoint-eu-west-1", "endpoint-ap-southeast-1" };
    both.healthThreshold = thresholdOfAnd(2);
    CheckDefinition any = both;
    any.id = "any";
    any.healthThreshold = thresholdOfOr();
    Clinic clinic({}, { both, any });
    clinic.run(1min);
    clinic.a.answers = [](std::uint32_t, int) { return 500; };
    clinic.run(2min);
    EXPECT_FALSE(clinic.health.isHealthy("both"));
    EXPECT_EQ(*clinic.health.reading("both"), (RegionHealth { false, 1, 2 }));
    EXPECT_TRUE(clinic.health.isHealthy("any"));
    clinic.b.answers = clinic.a.answers;
    clinic.run(2min);
    EXPECT_FALSE(clinic.health.isHealthy("any"));
}

TEST(DefinedChecks, AnAlarmsCheckTakesOneDatumEachPeriod)
{
    CheckDefinition alarm = defined("alarm", CheckType::CloudWatchMetric);
    alarm.alarmRule = { .comparison = AlarmComparison::Greater, .thresholdMilli = 1'000, .periods = 2 };
    alarm.insufficientData = InsufficientData::Unhealthy;
    Clinic clinic({}, { alarm });
    clinic.run(5min);
    EXPECT_TRUE(clinic.health.isHealthy("alarm"));
    clinic.datum = 2'000;
    clinic.run(70s);
    EXPECT_TRUE(clinic.health.isHealthy("alarm")); // one period
    clinic.run(1min);
    EXPECT_FALSE(clinic.health.isHealthy("alarm"));
    clinic.datum = 0;
    clinic.run(1min);
    EXPECT_TRUE(clinic.health.isHealthy("alarm"));
    clinic.datum.reset();
    clinic.run(3min);
    EXPECT_FALSE(clinic.health.isHealthy("alarm"));
}

TEST(DefinedChecks, AnEndpointOfNoRegionIsNotProbedAndStaysAsItBegan)
{
    CheckDefinition elsewhere = defined("elsewhere", CheckType::Https);
    elsewhere.endpoint.fqdn = "www.example.org";
    Clinic clinic({}, { elsewhere });
    clinic.a.answers = clinic.b.answers = [](std::uint32_t, int) { return 500; };
    clinic.run(5min);
    EXPECT_TRUE(clinic.health.isHealthy("elsewhere"));
}

TEST(DefinedChecks, WhatIsOutOfBoundsIsRefusedByName)
{
    World world { 1 };
    Network network { world, { 0, 1 }, 0 };
    EventLog log { [] { return EventLog::Stamp {}; } };
    HealthChecks health { world, network, log, {} };
    health.name({ "a", "b" });
    CheckDefinition wrong = defined("endpoint-a", CheckType::Https); // an id that a region's own check has
    EXPECT_FALSE(health.define({ wrong }, {}));
    wrong = defined("slow", CheckType::Https);
    wrong.interval = 20s;
    const auto refused = health.define({ wrong }, {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find("slow (HTTPS"), std::string::npos) << refused.error().what;
}

// What they draw comes from a stream of their own: a region's own check turns and reaches the DNS as it
// would.
TEST(DefinedChecks, TheRegionsOwnChecksAreNotDisturbedByThem)
{
    const auto redAt = [](int turns) {
        Clinic clinic;
        Instant at = kNever;
        clinic.health.onPublished([&](RegionId, bool) { at = clinic.world.now(); });
        for (int i = 0; i < turns; ++i)
            clinic.health.setControl("eu-west-1", i % 2 != 0);
        clinic.a.answers = [](std::uint32_t, int) { return 500; };
        clinic.run(3min);
        return at;
    };
    ASSERT_NE(redAt(0), kNever);
    EXPECT_EQ(redAt(0), redAt(5));
}

TEST(DefinedChecks, LatenciesAreTakenTwiceAMinuteWithGapsWhileProbesFail)
{
    Clinic clinic;
    clinic.run(10min);
    for (std::size_t home = 0; home < kCheckerHomes.size(); ++home) {
        const auto& series = clinic.health.latencies(kA, home);
        ASSERT_NEAR(static_cast<double>(series.size()), 20, 1);
        for (std::size_t i = 0; i < series.size(); ++i) {
            ASSERT_TRUE(series[i].connect && series[i].firstByte);
            EXPECT_EQ(*series[i].firstByte - *series[i].connect, 15ms); // worked inside
            if (i > 0)
                EXPECT_GT(series[i].halfMinute, series[i - 1].halfMinute);
        }
    }
    clinic.a.answers = [](std::uint32_t, int) { return 0; };
    clinic.run(5min);
    const auto& series = clinic.health.latencies(kA, 0);
    EXPECT_FALSE(series.back().connect || series.back().firstByte);
    EXPECT_TRUE(clinic.health.latencies(kB, 0).back().firstByte);
    clinic.run(2h);
    EXPECT_EQ(series.size(), HealthChecks::kLatencySamples);
}

TEST(DefinedChecks, CutCheckersNeverArriveAndOthersDo)
{
    Clinic clinic;
    clinic.health.setCutPercent(kA, 80); // 13 of 16: three are left
    clinic.run(5min);
    EXPECT_EQ(clinic.health.status(kA).checkersHealthy, 3);
    EXPECT_TRUE(clinic.health.status(kA).isHealthy);
    clinic.health.setCutPercent(kA, 85); // 14
    clinic.run(5min);
    EXPECT_EQ(clinic.health.status(kA).checkersHealthy, 2);
    EXPECT_FALSE(clinic.health.status(kA).isHealthy);
    EXPECT_EQ(clinic.health.status(kB).checkersHealthy, 16);
    clinic.health.setCutPercent(kA, 0);
    clinic.run(5min);
    EXPECT_EQ(clinic.health.status(kA).checkersHealthy, 16);
    clinic.health.setCutPercent(kA, 1); // at least one
    clinic.run(5min);
    EXPECT_EQ(clinic.health.status(kA).checkersHealthy, 15);
}

TEST(CheckDesignsInTheWorld, TrafficManagerDegradesByTheFourthFailureOfMostCheckers)
{
    Clinic clinic({ .rules = trafficManagerRules(10s, 3) });
    clinic.run(1min);
    EXPECT_EQ(clinic.health.endpointStatus(kA), EndpointStatus::Online);
    clinic.a.answers = [](std::uint32_t, int) { return 500; };
    const Instant brokenAt = clinic.world.now();
    while (clinic.health.status(kA).isHealthy && clinic.world.now() < brokenAt + 5min)
        clinic.run(100ms);
    EXPECT_GE(clinic.world.now() - brokenAt, 30s);
    EXPECT_LE(clinic.world.now() - brokenAt, 42s);
    EXPECT_EQ(clinic.health.endpointStatus(kA), EndpointStatus::Degraded);
    clinic.a.answers = [](std::uint32_t, int) { return 200; };
    clinic.run(11s); // one success of each
    EXPECT_EQ(clinic.health.endpointStatus(kA), EndpointStatus::Online);
    Clinic fresh({ .rules = trafficManagerRules(10s, 3) });
    EXPECT_EQ(fresh.health.endpointStatus(kA), EndpointStatus::CheckingEndpoint);
}

TEST(CheckDesignsInTheWorld, CloudflareForgivesASingleLossAndRouteFiftyThreeDoesNot)
{
    for (const bool isCloudflare : { true, false }) {
        Clinic clinic({ .threshold = 1,
            .rules = isCloudflare ? std::optional(cloudflareRules(10s, 1)) : std::nullopt });
        clinic.a.answers = [](std::uint32_t, int number) { return number % 4 == 0 ? 500 : 200; };
        clinic.run(10min);
        EXPECT_EQ(clinic.count(EventKind::CheckerFlipped) == 0, isCloudflare);
        EXPECT_EQ(clinic.count(EventKind::HealthRed), 0U);
    }
}

TEST(CheckDesignsInTheWorld, AWindowSeesLossesThatRowsNeverSee)
{
    for (const bool isWindow : { true, false }) {
        Clinic clinic({ .rules = isWindow ? frontDoorRules(10s, 4, 3) : route53Rules(10s, 3) });
        Rng rng(3);
        clinic.a.answers = [&](std::uint32_t, int) { return rng.below(2) == 0 ? 500 : 200; };
        clinic.run(10min);
        EXPECT_EQ(clinic.count(EventKind::HealthRed) > 0, isWindow);
    }
}

TEST(CheckDesignsInTheWorld, CapacityDrainKeepsHalfOfTheRegionsWhateverIsBroken)
{
    Clinic clinic({ .rules = capacityDrainRules(10s, 2) });
    clinic.run(1min);
    clinic.a.answers = clinic.b.answers = [](std::uint32_t, int) { return 500; };
    clinic.run(3min);
    EXPECT_EQ(clinic.health.status(kA).checkersHealthy, 0);
    EXPECT_EQ(clinic.health.status(kB).checkersHealthy, 0);
    EXPECT_NE(clinic.health.published()[0].isHealthy, clinic.health.published()[1].isHealthy);
    EXPECT_EQ(clinic.count(EventKind::HealthRed), 1U);
    clinic.a.answers = clinic.b.answers = [](std::uint32_t, int) { return 200; };
    clinic.run(3min);
    EXPECT_TRUE(clinic.health.published()[0].isHealthy && clinic.health.published()[1].isHealthy);
}

TEST(CheckDesignsInTheWorld, ADeepHealthPathIsAnotherQuestion)
{
    Clinic deep({ .probesDeeply = true });
    deep.run(1min);
    EXPECT_GT(deep.a.probes[kProbeDeep], 0);
    EXPECT_EQ(deep.a.probes[kProbe], 0);
}

} // namespace
} // namespace sb
