// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/edge/origin_group.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

namespace sb {
namespace {

// How an origin behaves towards every attempt of one request.
struct Behaviour {
    enum Kind { Refuses, Silent, Hangs, Answers, StopsMidway } kind = Answers;
    int status = 200;
    Duration after = 50ms; // from connected to the first byte
};

struct Outcome {
    int status = 0;
    Origin origin = Origin::Primary;
    Duration took = 0us;
    std::vector<Instant> secondaryAskedAt;
    int primaryAttempts = 0;
    int functionRuns = 0;
    bool hasErrorPage = false;
    bool isTruncated = false;
};

constexpr Duration kHandshake = 20ms;

// Drives the machine as an edge would, on a clock of its own.
Outcome serve(const OriginGroupConfig& config, HttpMethod method, Behaviour primary, Behaviour secondary,
    Instant start = kStart)
{
    Instant now = start;
    OriginRequest request(config, method, now);
    Outcome outcome;
    int steps = 0;
    while (!request.isDone() && ++steps < 100) {
        const OriginStep step = request.step();
        const Behaviour& origin = step.origin == Origin::Primary ? primary : secondary;
        const bool connects = origin.kind != Behaviour::Refuses && origin.kind != Behaviour::Silent;
        switch (step.kind) {
        case OriginStep::Kind::Connect:
            outcome.primaryAttempts += step.origin == Origin::Primary ? 1 : 0;
            if (step.origin == Origin::Secondary)
                outcome.secondaryAskedAt.push_back(now);
            if (origin.kind == Behaviour::Refuses)
                request.onRefused(now + kHandshake);
            if (connects && now + kHandshake < step.until) {
                now += kHandshake;
                request.onConnected(now);
            } else {
                now = step.until;
                request.onDue(now);
            }
            break;
        case OriginStep::Kind::Await:
            if (origin.kind != Behaviour::Hangs && now + origin.after < step.until) {
                now += origin.after;
                request.onHeaders(origin.status, now);
            } else {
                now = step.until;
                request.onDue(now);
            }
            break;
        case OriginStep::Kind::Body:
            if (origin.kind == Behaviour::StopsMidway) {
                now = step.until;
                request.onDue(now);
            } else {
                request.onEnd(now);
            }
            break;
        case OriginStep::Kind::Done:
            break;
        }
    }
    EXPECT_LT(steps, 100) << "the request never ends";
    outcome.status = request.step().status;
    outcome.origin = request.step().origin;
    outcome.took = now - start;
    outcome.functionRuns = request.functionRuns();
    outcome.hasErrorPage = request.step().hasErrorPage;
    outcome.isTruncated = request.step().isTruncated;
    return outcome;
}

OriginGroupConfig listing(FailoverCodes codes)
{
    OriginGroupConfig config;
    config.codes = codes;
    return config;
}

constexpr Behaviour kRefuses { Behaviour::Refuses };
constexpr Behaviour kSilent { Behaviour::Silent };
constexpr Behaviour kHangs { Behaviour::Hangs };
constexpr Behaviour kFine {};
constexpr Behaviour answering(int status)
{
    return { Behaviour::Answers, status };
}

TEST(OriginGroup, GoldenVector25_ARefusedConnectionFailsOverOnlyIf503IsListed)
{
    const Outcome error = serve(listing({ 500, 502 }), HttpMethod::Get, kRefuses, kFine);
    EXPECT_EQ(error.status, 503);
    EXPECT_EQ(error.origin, Origin::Primary);
    EXPECT_TRUE(error.secondaryAskedAt.empty());
    EXPECT_TRUE(error.hasErrorPage);
    const Outcome saved = serve(listing({ 500, 502, 503 }), HttpMethod::Get, kRefuses, kFine);
    EXPECT_EQ(saved.status, 200);
    EXPECT_EQ(saved.origin, Origin::Secondary);
}

TEST(OriginGroup, GoldenVector26_APostNeverFailsOver)
{
    for (const HttpMethod method :
        { HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch, HttpMethod::Delete }) {
        const Outcome outcome = serve({}, method, answering(503), kFine);
        EXPECT_EQ(outcome.status, 503) << toString(method);
        EXPECT_EQ(outcome.origin, Origin::Primary);
        EXPECT_TRUE(outcome.secondaryAskedAt.empty());
    }
    EXPECT_EQ(serve({}, HttpMethod::Get, answering(503), kFine).status, 200);
}

TEST(OriginGroup, GoldenVector27_TheSecondaryIsAskedAfterThirtySecondsAndAgainAfterThirtyOnTheNextMiss)
{
    for (int miss = 0; miss < 2; ++miss) {
        const Instant start = kStart + miss * 1min;
        const Outcome outcome = serve({}, HttpMethod::Get, kRefuses, kFine, start);
        ASSERT_EQ(outcome.secondaryAskedAt.size(), 1U);
        EXPECT_EQ(outcome.secondaryAskedAt.front(), start + 30s) << "miss " << miss;
        EXPECT_EQ(outcome.primaryAttempts, 3);
        EXPECT_EQ(outcome.status, 200);
    }
}

TEST(OriginGroup, ATimeoutFailsOverOnlyIf504IsListed)
{
    EXPECT_EQ(serve(listing({ 500, 502, 503 }), HttpMethod::Get, kHangs, kFine).status, 504);
    const Outcome saved = serve(listing({ 504 }), HttpMethod::Get, kHangs, kFine);
    EXPECT_EQ(saved.status, 200);
    EXPECT_EQ(
        saved.secondaryAskedAt.front() - kStart, 90s + 3 * kHandshake); // accepts and hangs, three times
    EXPECT_EQ(serve(listing({ 504 }), HttpMethod::Get, kSilent, kFine).status, 503);
}

TEST(OriginGroup, OnlyGetAndHeadAreTriedAgainAfterASilentResponse)
{
    for (int i = 0; i < kHttpMethodCount; ++i) {
        const auto method = static_cast<HttpMethod>(i);
        const bool isRepeated = method == HttpMethod::Get || method == HttpMethod::Head;
        const Outcome outcome = serve(listing({ 500 }), method, kHangs, kFine);
        EXPECT_EQ(outcome.primaryAttempts, isRepeated ? 3 : 1) << toString(method);
        EXPECT_EQ(outcome.status, 504);
    }
}

TEST(OriginGroup, OptionsFailsOverWhereItIsACachedMethod)
{
    OriginGroupConfig config;
    EXPECT_EQ(serve(config, HttpMethod::Options, answering(502), kFine).status, 502);
    config.cachesOptions = true;
    EXPECT_EQ(serve(config, HttpMethod::Options, answering(502), kFine).status, 200);
}

TEST(OriginGroup, CodesThatAreNotListedAreTheAnswerWithThePrimarysErrorPage)
{
    const Outcome outcome = serve({}, HttpMethod::Get, answering(403), kFine);
    EXPECT_EQ(outcome.status, 403);
    EXPECT_EQ(outcome.origin, Origin::Primary);
    EXPECT_TRUE(outcome.hasErrorPage);
    EXPECT_EQ(outcome.functionRuns, 1);
    EXPECT_EQ(serve(listing({ 403 }), HttpMethod::Get, answering(403), kFine).status, 200);
}

TEST(OriginGroup, WhenBothFailTheErrorPageIsTheSecondarysAndEdgeFunctionsHaveRunTwice)
{
    const Outcome outcome = serve({}, HttpMethod::Get, answering(500), answering(502));
    EXPECT_EQ(outcome.status, 502);
    EXPECT_EQ(outcome.origin, Origin::Secondary);
    EXPECT_TRUE(outcome.hasErrorPage);
    EXPECT_EQ(outcome.functionRuns, 2);
    // The secondary has its own attempts: 30 s, then another 30 s.
    EXPECT_EQ(serve({}, HttpMethod::Get, kRefuses, kRefuses).took, 60s);
}

TEST(OriginGroup, ACompletionTimeoutCapsWhatAHungPrimaryCosts)
{
    OriginGroupConfig config;
    config.completionTimeout = 40s;
    const Outcome outcome = serve(config, HttpMethod::Get, kHangs, kFine);
    EXPECT_EQ(outcome.secondaryAskedAt.front() - kStart, 40s);
    EXPECT_EQ(outcome.status, 200);
    config.codes = { 500 };
    EXPECT_EQ(serve(config, HttpMethod::Get, kHangs, kFine).status, 504);
}

TEST(OriginGroup, AResponseThatStopsMidwayIsCutOffAndNotAskedForElsewhere)
{
    const Outcome outcome = serve({}, HttpMethod::Get, { Behaviour::StopsMidway }, kFine);
    EXPECT_TRUE(outcome.isTruncated);
    EXPECT_EQ(outcome.origin, Origin::Primary);
    EXPECT_EQ(outcome.took, kHandshake + 50ms + 30s);
}

TEST(OriginGroup, PausesBetweenPacketsCountAnewEachTime)
{
    OriginRequest request({}, HttpMethod::Get, kStart);
    request.onConnected(kStart + 1s);
    request.onHeaders(200, kStart + 2s);
    request.onPacket(kStart + 31s);
    EXPECT_EQ(request.step().until, kStart + 61s);
    request.onEnd(kStart + 40s);
    EXPECT_TRUE(request.isDone());
    EXPECT_EQ(request.step().status, 200);
    EXPECT_FALSE(request.step().hasErrorPage);
}

TEST(OriginGroup, WordsAboutAnAttemptThatIsOverChangeNothing)
{
    OriginRequest request({}, HttpMethod::Get, kStart);
    request.onHeaders(500, kStart);
    request.onPacket(kStart);
    request.onEnd(kStart);
    EXPECT_EQ(request.step().kind, OriginStep::Kind::Connect);
    EXPECT_EQ(request.step().origin, Origin::Primary);
}

TEST(OriginGroup, RefusesWhatTheServiceRefuses)
{
    EXPECT_TRUE(validate(OriginGroupConfig {}));
    const auto refused = [](auto change, const std::string& word) {
        OriginGroupConfig config;
        change(config);
        const auto result = validate(config);
        ASSERT_FALSE(result) << word;
        EXPECT_NE(result.error().what.find(word), std::string::npos) << result.error().what;
    };
    refused([](auto& c) { c.codes = {}; }, "at least one code");
    refused([](auto& c) { c.connectAttempts = 4; }, "connectAttempts is 4");
    refused([](auto& c) { c.connectAttempts = 0; }, "connectAttempts is 0");
    refused([](auto& c) { c.connectTimeout = 11s; }, "connectTimeout");
    refused([](auto& c) { c.connectTimeout = 999ms; }, "connectTimeout");
    refused([](auto& c) { c.responseTimeout = 121s; }, "responseTimeout");
    refused([](auto& c) { c.completionTimeout = 29s; }, "completionTimeout");
    EXPECT_FALSE(FailoverCodes::of({}));
    const auto codes = FailoverCodes::of({ 503, 418 });
    ASSERT_FALSE(codes);
    EXPECT_NE(codes.error().what.find("418"), std::string::npos);
    EXPECT_TRUE(FailoverCodes::of({ 400, 403, 404, 416, 429, 500, 502, 503, 504 }));
}

// The same rules once more, as closed formulas instead of steps.
struct Expected {
    int status = 0;
    Origin origin = Origin::Primary;
    Duration took = 0us;
};

Expected atOrigin(const OriginGroupConfig& config, HttpMethod method, const Behaviour& b)
{
    const bool repeats = method == HttpMethod::Get || method == HttpMethod::Head;
    const auto cap = [&](Duration took) {
        return config.completionTimeout == 0us ? took : std::min(took, config.completionTimeout);
    };
    const bool cannotConnect = b.kind == Behaviour::Refuses || b.kind == Behaviour::Silent;
    if (cannotConnect) {
        const Duration all = config.connectAttempts * config.connectTimeout;
        return { cap(all) < all || all == config.completionTimeout ? 504 : 503, {}, cap(all) };
    }
    if (b.kind == Behaviour::Answers && b.after < config.responseTimeout) {
        const Duration all = kHandshake + b.after;
        if (config.completionTimeout == 0us || all < config.completionTimeout)
            return { b.status, {}, all };
        return { 504, {}, cap(all) };
    }
    const int tries = repeats ? config.connectAttempts : 1;
    return { 504, {}, cap(tries * (kHandshake + config.responseTimeout)) };
}

Expected oracle(const OriginGroupConfig& config, HttpMethod method, const Behaviour& p, const Behaviour& s)
{
    const bool mayMove = method == HttpMethod::Get || method == HttpMethod::Head
        || (method == HttpMethod::Options && config.cachesOptions);
    Expected first = atOrigin(config, method, p);
    if (!mayMove || !config.codes.contains(first.status))
        return first;
    Expected second = atOrigin(config, method, s);
    return { second.status, Origin::Secondary, first.took + second.took };
}

struct RandomCase {
    OriginGroupConfig config;
    HttpMethod method = HttpMethod::Get;
    Behaviour primary, secondary;
};

RandomCase randomCase(std::uint64_t seed)
{
    Rng rng(seed);
    OriginGroupConfig config;
    std::vector<int> codes;
    for (const int code : kFailoverCodes)
        if (rng.chance(400'000))
            codes.push_back(code);
    if (codes.empty())
        codes.push_back(503);
    config.codes = *FailoverCodes::of(codes);
    config.cachesOptions = rng.chance(500'000);
    config.connectAttempts = static_cast<int>(rng.between(1, 3));
    config.connectTimeout = rng.between(1, 10) * 1s;
    config.responseTimeout = rng.between(1, 120) * 1s;
    if (rng.chance(300'000))
        config.completionTimeout = config.responseTimeout + rng.between(0, 60) * 1s;
    const auto method = static_cast<HttpMethod>(rng.below(kHttpMethodCount));
    const auto behaviour = [&] {
        const int statuses[] { 200, 304, 400, 403, 404, 416, 418, 429, 500, 501, 502, 503, 504 };
        return Behaviour { static_cast<Behaviour::Kind>(rng.below(4)), statuses[rng.below(13)],
            rng.between(10ms, 130s) };
    };
    const Behaviour primary = behaviour();
    return { config, method, primary, behaviour() };
}

TEST(OriginGroup, AgreesWithTheClosedFormulasForRandomGroups)
{
    int failedOver = 0, stayed = 0;
    for (const std::uint64_t seed : test::seeds(3'000)) {
        SCOPED_TRACE(test::replayHint(seed));
        const RandomCase c = randomCase(seed);
        ASSERT_TRUE(validate(c.config));
        const Expected expected = oracle(c.config, c.method, c.primary, c.secondary);
        const Outcome outcome = serve(c.config, c.method, c.primary, c.secondary);
        ASSERT_EQ(outcome.status, expected.status);
        ASSERT_EQ(outcome.origin, expected.origin);
        ASSERT_EQ(outcome.took, expected.took);
        ++(outcome.origin == Origin::Secondary ? failedOver : stayed);
    }
    if (test::seeds(2).size() > 1) {
        EXPECT_GT(failedOver, 300);
        EXPECT_GT(stayed, 300);
    }
}

TEST(OriginGroup, TheFormulasNoticeEachRuleThatIsBroken)
{
    // Wrong doubles: the machine is told something else than the formulas.
    const std::vector<std::pair<const char*, std::function<void(RandomCase&)>>> wrongs {
        { "one attempt more", [](RandomCase& c) { ++c.config.connectAttempts; } },
        { "503 not listed",
            [](RandomCase& c) {
                c.config.codes = { 500, 502, 504 };
            } },
        { "a write fails over", [](RandomCase& c) { c.method = HttpMethod::Get; } },
        { "no cap", [](RandomCase& c) { c.config.completionTimeout = 0us; } },
        { "options cached", [](RandomCase& c) { c.config.cachesOptions = !c.config.cachesOptions; } },
    };
    for (const auto& [name, spoil] : wrongs) {
        int noticed = 0;
        for (std::uint64_t seed = 1; seed <= 600; ++seed) {
            RandomCase c = randomCase(seed);
            const Expected expected = oracle(c.config, c.method, c.primary, c.secondary);
            spoil(c);
            const Outcome outcome = serve(c.config, c.method, c.primary, c.secondary);
            noticed += outcome.status != expected.status || outcome.took != expected.took ? 1 : 0;
        }
        EXPECT_GT(noticed, 5) << name;
    }
}

} // namespace
} // namespace sb
