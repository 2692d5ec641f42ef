// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/health_checks.h"
#include "backend/kernel/world.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr RegionId kA { 0 }, kB { 1 };
constexpr std::size_t kAll = HealthChecks::kCheckers;

// A gateway that answers probes as the test wants: a status, or 0 for no answer at all.
class Gateway final : public Component {
public:
    explicit Gateway(Env& env)
        : m_env(env)
    {
    }
    void onEvent(const SimEvent& event) override
    {
        const ProbeAddress address = ProbeAddress::unpacked(event.b);
        const std::size_t checker = address.slot % kAll;
        const int status = answers(checker, probes[checker]++);
        if (status > 0)
            m_env.postIn(delay, address.component, kProbeAnswer, event.a,
                (static_cast<std::uint64_t>(status) << 32) | address.slot);
    }
    std::function<int(std::size_t checker, int probe)> answers = [](std::size_t, int) { return 200; };
    std::array<int, kAll> probes {};
    Duration delay = 10ms;

private:
    Env& m_env;
};

struct Clinic {
    explicit Clinic(HealthCheckConfig config = {})
        : health(world, network, log, config)
    {
        const std::vector<ComponentId> targets { world.add(a), world.add(b) };
        health.connect(world.add(health), targets, { "Ireland", "Singapore" });
        health.onPublished([this](RegionId region, bool isHealthy) {
            EXPECT_EQ(region, kA);
            published.push_back({ world.now(), isHealthy });
        });
        log.listen([this](const Event& event) { events.push_back(event); });
    }
    void run(Duration duration) { world.runUntil(world.now() + duration); }
    [[nodiscard]] std::size_t count(EventKind kind) const
    {
        return static_cast<std::size_t>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; }));
    }
    // So many of A's checkers get an error from now on, the others 200.
    void failFor(std::size_t checkers)
    {
        a.answers = [checkers](std::size_t checker, int) { return checker < checkers ? 500 : 200; };
    }
    World world { 1 };
    Network network { world, { *atlas().findRegion("eu-west-1"), *atlas().findRegion("ap-southeast-1") }, 0 };
    EventLog log { [this] { return EventLog::Stamp { world.now(), 0, 0 }; } };
    Gateway a { world }, b { world };
    HealthChecks health;
    std::vector<Event> events;
    std::vector<std::pair<Instant, bool>> published;
};

TEST(HealthChecks, AnEndpointStartsHealthyAndStaysSoWithoutAWord)
{
    Clinic clinic;
    EXPECT_TRUE(clinic.health.status(kA).isHealthy);
    EXPECT_TRUE(clinic.health.published()[0].isHealthy);
    EXPECT_EQ(clinic.health.published()[0].checkersHealthy, 16);
    clinic.run(5min);
    EXPECT_TRUE(clinic.events.empty());
    for (const int probes : clinic.a.probes) // one each interval, after an answer of some milliseconds
        EXPECT_NEAR(probes, 30, 2);
    EXPECT_GT(clinic.health.status(kA).lastLatency, 10ms);
}

TEST(HealthChecks, AStatusWithinTwoSecondsPassesAndALaterOneDoesNot)
{
    Clinic clinic;
    clinic.a.delay = 1'500ms; // and up to a quarter of a second of way
    clinic.run(5min);
    EXPECT_TRUE(clinic.health.status(kA).isHealthy);
    EXPECT_TRUE(clinic.events.empty());
    clinic.a.delay = 2'001ms;
    clinic.run(5min);
    EXPECT_FALSE(clinic.health.status(kA).isHealthy);
    EXPECT_EQ(clinic.health.status(kA).lastFailure, "no status within 2.0 s");
    EXPECT_TRUE(clinic.health.status(kB).isHealthy);
}

TEST(HealthChecks, MoreThanEighteenPercentKeepItUp)
{
    Clinic clinic;
    clinic.failFor(13); // 3 of 16 left: 18.75 %
    clinic.run(5min);
    EXPECT_EQ(clinic.health.status(kA).checkersHealthy, 3);
    EXPECT_TRUE(clinic.health.status(kA).isHealthy);
    EXPECT_EQ(clinic.count(EventKind::CheckerFlipped), 13U);
    EXPECT_EQ(clinic.count(EventKind::HealthRed), 0U);
    EXPECT_TRUE(clinic.published.empty());
    EXPECT_TRUE(clinic.health.status(kB).isHealthy);
}

TEST(HealthChecks, TwoOfSixteenAreNotEnough)
{
    Clinic clinic;
    clinic.failFor(14); // 2 of 16: 12.5 %
    clinic.run(5min);
    EXPECT_EQ(clinic.health.status(kA).checkersHealthy, 2);
    EXPECT_FALSE(clinic.health.status(kA).isHealthy);
    EXPECT_EQ(clinic.count(EventKind::HealthRed), 1U);
    EXPECT_TRUE(clinic.health.status(kB).isHealthy);
    EXPECT_EQ(clinic.health.published()[0].checkersHealthy, 2);
}

TEST(HealthChecks, TheThirdCheckerBackMakesItHealthyAgain)
{
    Clinic clinic;
    clinic.failFor(16);
    clinic.run(2min);
    EXPECT_EQ(clinic.health.status(kA).checkersHealthy, 0);
    clinic.failFor(14);
    clinic.run(2min);
    EXPECT_FALSE(clinic.health.status(kA).isHealthy);
    clinic.failFor(13);
    clinic.run(2min);
    EXPECT_TRUE(clinic.health.status(kA).isHealthy);
    EXPECT_EQ(clinic.count(EventKind::HealthGreen), 1U);
}

// Results of every checker's probes as text: F fails, S succeeds; the last one goes on for ever.
int afterScript(const char* script, int threshold, int probes)
{
    Clinic clinic(HealthCheckConfig { .threshold = threshold });
    const std::string text = script;
    clinic.a.answers = [&](std::size_t, int probe) {
        const char c = text[std::min<std::size_t>(static_cast<std::size_t>(probe), text.size() - 1)];
        return c == 'F' ? 500 : 200;
    };
    while (clinic.a.probes[0] < probes) // and until its answer is in
        EXPECT_TRUE(clinic.world.step());
    clinic.run(1s);
    int flips = 0;
    for (const Event& event : clinic.events)
        flips += event.kind == EventKind::CheckerFlipped && event.object == "checker us-east-1 a" ? 1 : 0;
    return flips;
}

TEST(HealthChecks, OnlyConsecutiveResultsFlipAChecker)
{
    EXPECT_EQ(afterScript("FFSFFF", 3, 5), 0);
    EXPECT_EQ(afterScript("FFSFFF", 3, 6), 1);
    EXPECT_EQ(afterScript("FFF", 3, 2), 0);
    EXPECT_EQ(afterScript("FFF", 3, 3), 1);
    EXPECT_EQ(afterScript("FFFSSFSSS", 3, 8), 1); // the way back needs as many
    EXPECT_EQ(afterScript("FFFSSFSSS", 3, 9), 2);
    EXPECT_EQ(afterScript("FSFSFSFSFS", 2, 10), 0);
    EXPECT_EQ(afterScript("FSFSFSFSFS", 1, 10), 10);
}

TEST(HealthChecks, OnlyStatusesOf200And300Pass)
{
    const std::pair<int, bool> cases[] = { { 200, true }, { 204, true }, { 302, true }, { 399, true },
        { 400, false }, { 403, false }, { 503, false }, { 199, false } };
    for (const auto& [status, isGood] : cases) {
        Clinic clinic;
        clinic.a.answers = [code = status](std::size_t, int) { return code; };
        clinic.run(2min);
        EXPECT_EQ(clinic.health.status(kA).isHealthy, isGood) << status;
        if (!isGood) {
            EXPECT_EQ(clinic.health.status(kA).lastFailure, "status " + std::to_string(status));
        }
    }
}

TEST(HealthChecks, NoAnswerIsATimeoutAndALateOneCountsOnce)
{
    Clinic silent;
    silent.a.answers = [](std::size_t, int) { return 0; };
    silent.run(2min);
    EXPECT_FALSE(silent.health.status(kA).isHealthy);
    EXPECT_EQ(silent.health.status(kA).lastFailure, "timeout after 4.0 s");

    Clinic slow;
    slow.a.delay = 6s; // good, but after the patience of the checker
    slow.run(2min);
    EXPECT_FALSE(slow.health.status(kA).isHealthy);
    for (const int probes : slow.a.probes) // next probe: one interval after the timeout
        EXPECT_NEAR(probes, 120 / 14, 2);
}

TEST(HealthChecks, TheAnswersFollowTheStatusAfterOneToThreeSeconds)
{
    Clinic clinic;
    clinic.run(30s);
    clinic.failFor(16);
    clinic.run(2min);
    clinic.failFor(0);
    clinic.run(2min);
    ASSERT_EQ(clinic.published.size(), 2U);
    EXPECT_FALSE(clinic.published[0].second);
    EXPECT_TRUE(clinic.published[1].second);
    std::size_t next = 0;
    for (const Event& event : clinic.events) {
        if (event.kind != EventKind::HealthRed && event.kind != EventKind::HealthGreen)
            continue;
        const Duration lag = clinic.published[next++].first - event.at;
        EXPECT_GE(lag, 1s);
        EXPECT_LE(lag, 3s);
        ASSERT_TRUE(event.cause.isValid()); // the checker whose flip tipped the scale
        EXPECT_EQ(clinic.events[event.cause.value - 1].kind, EventKind::CheckerFlipped);
    }
    EXPECT_TRUE(clinic.health.published()[0].isHealthy);
}

TEST(HealthChecks, AnOutageIsSeenAfterThreeIntervals)
{
    for (const Duration interval : { Duration { 10s }, Duration { 30s } }) {
        Clinic clinic(HealthCheckConfig { .interval = interval });
        clinic.run(5min);
        clinic.failFor(16);
        const Instant start = clinic.world.now();
        while (clinic.health.status(kA).isHealthy && clinic.world.now() < start + 5min)
            clinic.run(100ms);
        EXPECT_GE(clinic.health.status(kA).since - start, 2 * interval);
        EXPECT_LE(clinic.health.status(kA).since - start, 3 * interval + 5s);
    }
}

} // namespace
} // namespace sb
