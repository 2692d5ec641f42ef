// SPDX-License-Identifier: GPL-3.0-or-later
// How long failures take to be seen and answers to move, against the model of the health checks: per checker
// U(0, cycle) + (threshold - 1) cycles + the time until a probe fails; the endpoint is red when the 14th of
// the 16 has flipped. The expected distribution is drawn here, from the model alone.
#include "tests/scenario/rig.h"

#include <cmath>

namespace sb {
namespace {

using namespace test;

constexpr std::size_t kRegions = 8;
constexpr std::size_t kCheckers = 16;
constexpr Duration kProbeTimeout = 4s;

struct Case {
    FaultKind fault;
    Duration interval;
    int threshold;
};

// The checkers' homes: two in each of the vendor's default regions.
Duration roundTripOf(std::size_t checker, std::size_t atlasRegion)
{
    const std::array<const char*, 8> homes { "us-east-1", "us-west-1", "us-west-2", "eu-west-1",
        "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "sa-east-1" };
    return atlas().regions[*atlas().findRegion(homes[checker / 2])].roundTrip[atlasRegion];
}

// One draw of the time until the 14th checker (or another, from 0) flips, in seconds.
double drawDetection(const Case& c, std::size_t atlasRegion, Rng& rng, std::size_t deciding = 13)
{
    std::array<double, kCheckers> times {};
    for (std::size_t i = 0; i < kCheckers; ++i) {
        const double trip = seconds(roundTripOf(i, atlasRegion));
        const double healthyCycle = seconds(c.interval) + trip;
        const double phase = static_cast<double>(rng.below(1'000'000)) / 1e6 * healthyCycle;
        // Mapping removed: a refusal comes back at once. Outage: nothing comes until the probe's timeout,
        // counted from its departure, half a round trip before it would have arrived.
        const bool isOutage = c.fault == FaultKind::RegionOutage;
        const double failing = isOutage ? seconds(kProbeTimeout) : trip;
        const double first = phase + (isOutage ? failing - trip / 2 : trip / 2);
        times[i] = first + (c.threshold - 1) * (seconds(c.interval) + failing);
    }
    std::sort(times.begin(), times.end());
    return times[deciding];
}

struct Sample {
    RegionId region;
    double seconds = 0;
};

// Every region of a world fails at a moment of its own; when is each seen red?
std::vector<Sample> measure(const Case& c, std::uint64_t seed)
{
    RunConfig config = smallWorld(seed, kRegions, 1);
    config.cities = 1;
    config.healthInterval = c.interval;
    config.healthThreshold = c.threshold;
    Rig rig(config);
    Rng rng = Rng(seed).fork("moments of failure");
    std::vector<TimedCommand> failures;
    for (const std::string& code : config.regions)
        failures.push_back(
            timed(rng.between(60s, 100s), "fail " + std::string(toString(c.fault)) + " " + code + " for 1h"));
    std::sort(failures.begin(), failures.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    rig.perform(failures);
    rig.advanceUntil(
        5min, [&] { return rig.count(EventKind::HealthRed) == kRegions; }, 1s);
    std::vector<Sample> samples;
    std::vector<Instant> failedAt(kRegions, kNever);
    for (const Event& event : rig.events) {
        if (event.kind == EventKind::FaultInjected)
            failedAt[event.region.value] = event.at;
        if (event.kind == EventKind::HealthRed)
            samples.push_back({ event.region, seconds(event.at - failedAt[event.region.value]) });
    }
    EXPECT_EQ(samples.size(), kRegions) << "not every failure was seen";
    return samples;
}

class Detection : public testing::TestWithParam<Case> { };

TEST_P(Detection, takesAsLongAsTheModelSays)
{
    const Case& c = GetParam();
    double sum = 0, expectedSum = 0, expectedSquares = 0;
    std::size_t count = 0, drawn = 0;
    Rng rng(7);
    // Jitter adds to every leg: up to a quarter of it and a few milliseconds.
    for (const std::uint64_t seed : seeds(301, 16)) {
        SCOPED_TRACE(replayHint(seed));
        for (const Sample& sample : measure(c, seed)) {
            const std::size_t place
                = *atlas().findRegion(smallWorld(seed, kRegions).regions[sample.region.value]);
            Duration longest = 0us;
            for (std::size_t i = 0; i < kCheckers; ++i)
                longest = std::max(longest, roundTripOf(i, place));
            const Duration failing = c.fault == FaultKind::RegionOutage ? kProbeTimeout : longest;
            const double slack = 1.5 * seconds(longest) + 0.05;
            EXPECT_GE(sample.seconds, (c.threshold - 1) * seconds(c.interval)) << "sooner than is possible";
            EXPECT_LE(sample.seconds,
                c.threshold * (seconds(c.interval) + seconds(failing)) + seconds(longest) + slack);
            sum += sample.seconds;
            ++count;
            for (int i = 0; i < 200; ++i) {
                const double t = drawDetection(c, place, rng);
                expectedSum += t;
                expectedSquares += t * t;
                ++drawn;
            }
        }
    }
    const double mean = sum / static_cast<double>(count);
    const double expected = expectedSum / static_cast<double>(drawn);
    const double deviation
        = std::sqrt(std::max(0.0, expectedSquares / static_cast<double>(drawn) - expected * expected));
    std::printf("%s, every %.0f s, threshold %d: measured %.2f s, model %.2f +- %.2f s (%zu failures)\n",
        std::string(toString(c.fault)).c_str(), seconds(c.interval), c.threshold, mean, expected, deviation,
        count);
    if (count > kRegions) { // one seed alone proves nothing about a mean
        EXPECT_NEAR(mean, expected, 0.03 * expected);
    }
}

INSTANTIATE_TEST_SUITE_P(EverySetting, Detection,
    testing::Values(Case { FaultKind::MappingRemoved, 10s, 1 }, Case { FaultKind::MappingRemoved, 10s, 3 },
        Case { FaultKind::MappingRemoved, 30s, 1 }, Case { FaultKind::MappingRemoved, 30s, 3 },
        Case { FaultKind::RegionOutage, 10s, 1 }, Case { FaultKind::RegionOutage, 10s, 3 },
        Case { FaultKind::RegionOutage, 30s, 1 }, Case { FaultKind::RegionOutage, 30s, 3 }),
    [](const testing::TestParamInfo<Case>& tested) {
        return std::string(tested.param.fault == FaultKind::RegionOutage ? "outage" : "mappingRemoved")
            + "Every" + std::to_string(tested.param.interval / 1s) + "Threshold"
            + std::to_string(tested.param.threshold);
    });

TEST(Answers, ofCompliantResolversHaveMovedWithinDetectionPropagationAndTtl)
{
    for (const std::uint64_t seed : seeds(351, 6)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = smallWorld(seed, 2, 100);
        config.ttl = seed % 2 == 0 ? 60s : 20s;
        config.failBack = seed % 3 == 0 ? FailBackMode::Instant : FailBackMode::Damped;
        Rig rig(config);
        rig.advanceTo(kStart + 80s + Rng(seed).between(0us, 20s));
        ASSERT_GT(rig.sim().resolvers().liveAnswers()[0], 20u);
        rig.mustOrder("fail mapping-removed eu-west-1 for 30m");
        ASSERT_TRUE(rig.advanceUntil(
            2min, [&] { return rig.count(EventKind::HealthRed) > 0; }, 10ms));
        const Instant red = rig.first(EventKind::HealthRed)->at;
        Instant lastSeen = rig.now(), lastGiven = kStart;
        while (rig.now() < red + 3s + config.ttl + 5s) {
            rig.advance(100ms);
            if (rig.sim().resolvers().liveAnswers()[0] > 0)
                lastSeen = rig.now();
            const auto& decisions = rig.sim().resolvers().decisions();
            for (std::size_t i = 0; i < decisions.size(); ++i)
                if (decisions[i].decision.answer == region(0))
                    lastGiven = std::max(lastGiven, decisions[i].at);
        }
        EXPECT_LE(lastGiven, red + 3s) << "an answer was given after the propagation of the red check";
        EXPECT_LE(lastSeen, red + 3s + config.ttl + 100ms);
        // It must be a tail, not a snap: caches hold answers for about a TTL after the red check.
        EXPECT_GE(lastSeen, red + config.ttl / 2);
    }
}

TEST(Answers, neverMoveForAFaultThatIsOverBeforeTheThreshold)
{
    for (const std::uint64_t seed : seeds(361, 3)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = smallWorld(seed, 2, 40); // three failures in a row take 20 s at least
        Rig rig(config);
        rig.advanceTo(kStart + 80s);
        rig.mustOrder("fail mapping-removed eu-west-1 for 19s");
        rig.advance(2min);
        EXPECT_EQ(rig.count(EventKind::HealthRed), 0u);
        EXPECT_EQ(rig.count(EventKind::RegionHeld), 0u);
        EXPECT_EQ(rig.count(EventKind::AnswersShifted), 0u);
    }
}

// One region's gateway and nothing else, so that a thousand seeds take a moment: as the region answers
// probes, until it refuses them (mapping removed) or hears nothing (outage).
class LoneGateway final : public Component {
public:
    LoneGateway(Env& env, Network& network)
        : m_env(env)
        , m_network(network)
    {
    }
    void onEvent(const SimEvent& event) override
    {
        const ProbeAddress address = ProbeAddress::unpacked(event.b);
        if (isSilent)
            return;
        m_env.postIn(RegionConfig {}.gatewayTime + m_network.checker(address.home, region(0), false),
            address.component, kProbeAnswer, event.a, ProbeAnswer { status, address.slot, 0 }.packed());
    }
    int status = 200;
    bool isSilent = false;

private:
    Env& m_env;
    Network& m_network;
};

// The short form of the model: U(0, interval) + (threshold - 1) intervals + one timeout, the 14th of 16. It
// leaves out the ways, and that each interval begins only when the probe before it has failed.
double drawShortForm(const Case& c, Rng& rng)
{
    std::array<double, kCheckers> times {};
    for (double& time : times)
        time = static_cast<double>(rng.below(1'000'000)) / 1e6 * seconds(c.interval)
            + (c.threshold - 1) * seconds(c.interval)
            + (c.fault == FaultKind::RegionOutage ? seconds(kProbeTimeout) : 0.0);
    std::sort(times.begin(), times.end());
    return times[13];
}

struct Moments {
    double red = 0, believed = 0; // seconds from the failure
};

Moments measureLone(const Case& c, std::uint64_t seed)
{
    World world(seed);
    Network network(world, { *atlas().findRegion("eu-west-1") }, 0);
    EventLog log([&] { return EventLog::Stamp { world.now(), 0, 0 }; });
    LoneGateway gateway(world, network);
    HealthChecks health(world, network, log, { .interval = c.interval, .threshold = c.threshold });
    const ComponentId target = world.add(gateway);
    health.connect(world.add(health), { target }, { "Ireland" });
    const Instant failsAt = kStart + Rng(seed).fork("moment of failure").between(120s, 180s);
    world.runUntil(failsAt);
    gateway.isSilent = c.fault == FaultKind::RegionOutage;
    gateway.status = 403;
    Instant believedAt = kNever;
    health.onPublished([&](RegionId, bool) { believedAt = world.now(); });
    while (believedAt == kNever && world.now() < failsAt + 5min)
        world.runUntil(world.now() + 10s);
    EXPECT_NE(believedAt, kNever) << "the failure was not seen";
    return { seconds(health.status(region(0)).since - failsAt), seconds(believedAt - failsAt) };
}

double percentile(std::vector<double> values, int percent)
{
    std::sort(values.begin(), values.end());
    return values[(values.size() * static_cast<std::size_t>(percent) + 99) / 100 - 1];
}

constexpr double kTableTolerance = 0.04; // of a thousand seeds' percentiles

// Prints the row, and holds the measured percentiles to the model's.
void compareWithModel(const Case& c, std::size_t draws, std::uint64_t seedCount)
{
    const std::size_t place = *atlas().findRegion("eu-west-1");
    std::vector<double> red, believed, modelRed, modelBelieved, shortForm;
    Rng rng(11);
    for (std::size_t i = 0; i < draws; ++i) {
        const double t = drawDetection(c, place, rng);
        modelRed.push_back(t);
        shortForm.push_back(drawShortForm(c, rng));
        modelBelieved.push_back(
            t + 1 + static_cast<double>(rng.below(2'000'000)) / 1e6); // propagation, 1-3 s
    }
    for (const std::uint64_t seed : seeds(1, seedCount)) {
        const Moments moments = measureLone(c, seed);
        red.push_back(moments.red);
        believed.push_back(moments.believed);
    }
    std::printf(
        "| %-15s | %3.0f s | %d | %6.1f | %6.1f | %6.1f | %6.1f | %6.1f | %6.1f | %6.1f | %6.1f | %6.1f |\n",
        std::string(toString(c.fault)).c_str(), seconds(c.interval), c.threshold, percentile(shortForm, 50),
        percentile(modelRed, 50), percentile(red, 50), percentile(modelRed, 95), percentile(red, 95),
        percentile(modelBelieved, 50), percentile(believed, 50), percentile(modelBelieved, 95),
        percentile(believed, 95));
    if (red.size() < seedCount)
        return; // one seed alone proves nothing about a percentile
    for (const int percent : { 50, 95 }) {
        const double expected = percentile(modelRed, percent), then = percentile(modelBelieved, percent);
        EXPECT_NEAR(percentile(red, percent), expected, kTableTolerance * expected + 0.2);
        EXPECT_NEAR(percentile(believed, percent), then, kTableTolerance * then + 0.2);
    }
}

TEST(DetectionTable, aThousandSeedsAgreeWithTheModel)
{
    std::printf(
        "| fault | interval | threshold | red p50: short form | model | measured | red p95: model | measured "
        "| answers p50: model | measured | answers p95: model | measured |\n");
    for (const FaultKind fault : { FaultKind::MappingRemoved, FaultKind::RegionOutage })
        for (const Duration interval : { Duration { 10s }, Duration { 30s } })
            for (const int threshold : { 1, 3 })
                compareWithModel({ fault, interval, threshold }, 100'000, 1'000);
}

// The model says which checker decides: a table made with the 13th or the 16th would not agree.
TEST(DetectionTable, theFourteenthCheckerDecidesAndNoOther)
{
    const Case c { FaultKind::MappingRemoved, 30s, 1 };
    const std::size_t place = *atlas().findRegion("eu-west-1");
    std::vector<double> red, model;
    Rng rng(11);
    for (std::size_t i = 0; i < 20'000; ++i)
        model.push_back(drawDetection(c, place, rng, 15));
    for (const std::uint64_t seed : seeds(1, 1'000))
        red.push_back(measureLone(c, seed).red);
    if (red.size() > 1) {
        EXPECT_GT(std::abs(percentile(red, 50) - percentile(model, 50)),
            kTableTolerance * percentile(model, 50) + 0.2);
    }
}

} // namespace
} // namespace sb
