// SPDX-License-Identifier: GPL-3.0-or-later
// The cluster of five: what a change needs, what endpoints show, and that all of them show one sequence.
#include "backend/controls/control_cluster.h"

#include "backend/kernel/world.h"
#include "tests/backend/controls/panel.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace sb {
namespace {

using namespace test;

// Paths of 10 to 150 ms between places, which a test cuts and endpoints which it takes out.
class Paths final : public ClusterLinks {
public:
    explicit Paths(std::uint64_t seed)
        : m_rng(seed)
    {
    }
    std::optional<Duration> send(ClusterPlace from, ClusterPlace to) override
    {
        if (isBroken(from, to))
            return std::nullopt;
        return m_rng.between(Duration { 10ms }, Duration { 150ms });
    }
    bool isInReach(ClusterPlace from, std::size_t endpoint) const override
    {
        const auto to = static_cast<ClusterPlace>(endpoint);
        return !isBroken(from, to) && !isBroken(to, from);
    }
    bool isOut(std::size_t endpoint) const override { return out[endpoint]; }
    [[nodiscard]] bool isBroken(ClusterPlace from, ClusterPlace to) const
    {
        return (from < kClusterEndpoints && out[from]) || (to < kClusterEndpoints && out[to])
            || cut[from] != cut[to];
    }

    std::array<bool, kClusterEndpoints> out {};
    std::array<int, 16> cut {}; // side of a partition, by place

private:
    Rng m_rng;
};

// One content to a version, and no endpoint goes back.
class OneSequence {
public:
    void observe(std::size_t endpoint, std::uint64_t version, const std::vector<bool>& isOn)
    {
        const auto [known, isNew] = m_contents.emplace(version, isOn);
        if (!isNew && known->second != isOn)
            violations.push_back("two contents of version " + std::to_string(version));
        if (version < m_last[endpoint])
            violations.push_back("endpoint " + std::to_string(endpoint) + " goes back");
        m_last[endpoint] = version;
    }
    std::vector<std::string> violations;

private:
    std::map<std::uint64_t, std::vector<bool>> m_contents;
    std::array<std::uint64_t, kClusterEndpoints + 1> m_last {}; // the last: as decided
};

class ControlClusterTest : public testing::Test {
protected:
    explicit ControlClusterTest(std::uint64_t seed = 1)
        : world(seed)
        , paths(seed)
        , cluster(world, log, paths,
              panelOf({ "a", "b", "c" }, { assertion("one", RuleType::AtLeast, 1, { 0, 1, 2 }) }),
              { "a", "b", "c" })
    {
        cluster.connect(world.add(cluster));
        log.listen([this](const Event& event) { events.push_back(event); });
    }
    static ControlRequest request(
        std::vector<ControlRequest::Change> changes, std::vector<std::string> overrides = {})
    {
        const std::string reason = overrides.empty() ? "" : "it is a test";
        return { std::move(changes), std::move(overrides), reason };
    }
    void submit(const ControlRequest& wanted)
    {
        ASSERT_TRUE(cluster.check(wanted)) << cluster.check(wanted).error().what;
        cluster.submit(wanted, kConsole, Actor::Operator, EventSeq { 1 });
    }
    void run(Duration span) { world.runUntil(world.now() + span); }
    [[nodiscard]] std::vector<std::uint64_t> versions() const
    {
        std::vector<std::uint64_t> all;
        for (std::size_t i = 0; i < kClusterEndpoints; ++i)
            all.push_back(cluster.view(i).version);
        return all;
    }
    [[nodiscard]] std::size_t count(EventKind kind) const
    {
        return static_cast<std::size_t>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; }));
    }

    World world;
    EventLog log { [this] { return EventLog::Stamp { world.now(), 0, 0 }; } };
    Paths paths;
    ControlCluster cluster;
    std::vector<Event> events;
};

TEST_F(ControlClusterTest, AChangeTakesRoundTripsAndThenEveryEndpointShowsIt)
{
    const std::uint64_t before = world.executed();
    run(1min);
    EXPECT_EQ(world.executed(), before) << "without a change nothing happens";
    submit(request({ { "a", false }, { "b", false } }));
    EXPECT_TRUE(cluster.isOn(0)) << "nobody has answered yet";
    EXPECT_EQ(cluster.check(request({ { "c", false } })).error().code, Errc::Refused) << "one at a time";
    run(1s);
    EXPECT_FALSE(cluster.isOn(0) || *cluster.isOn("b"));
    EXPECT_FALSE(cluster.isRegionOn(RegionId { 0 }));
    EXPECT_TRUE(cluster.isRegionOn(RegionId { 2 }));
    ASSERT_EQ(count(EventKind::ControlChanged), 2u);
    EXPECT_EQ(events[0].object, "a");
    EXPECT_EQ(events[0].valueBefore + events[0].valueAfter, "onoff");
    EXPECT_EQ(events[0].cause, EventSeq { 1 });
    EXPECT_EQ(cluster.lastEvent(1), events[1].seq);
    EXPECT_EQ(versions(), (std::vector<std::uint64_t> { 1, 1, 1, 1, 1 }));
    run(10s);
    const std::uint64_t after = world.executed();
    run(1min);
    EXPECT_EQ(world.executed(), after) << "once all know, nothing is sent";
}

TEST_F(ControlClusterTest, WhatIsAlreadySoIsAcceptedAndChangesNothing)
{
    submit(request({ { "a", true } }));
    run(1min);
    EXPECT_TRUE(events.empty());
    EXPECT_EQ(cluster.version(), 0u);
}

TEST_F(ControlClusterTest, BadRequestsAreRefusedByName)
{
    const auto why = [&](const ControlRequest& wanted) { return cluster.check(wanted).error(); };
    EXPECT_EQ(why(request({})).code, Errc::BadInput);
    EXPECT_EQ(why(request({ { "a", false }, { "a", true } })).what, "routing control 'a' is named twice");
    EXPECT_EQ(why(request({ { "ab", false } })).code, Errc::UnknownName);
    EXPECT_EQ(
        why(request({ { "a", false } }, { "two" })).what, "no safety rule is named 'two'; there are: one");
    EXPECT_EQ(why({ { { "a", false } }, { "one" }, "" }).code, Errc::BadInput) << "no reason";
    EXPECT_EQ(why(request(std::vector<ControlRequest::Change>(11, { "a", false }))).code, Errc::BadInput);
    EXPECT_FALSE(cluster.isOn("nobody"));
}

TEST_F(ControlClusterTest, EachEndpointTakesThreeChangesASecondAndThenRefuses)
{
    const ControlRequest asItIs = request({ { "b", true } });
    paths.out[3] = paths.out[4] = true; // three in reach: nine in a second
    for (int i = 0; i < 9; ++i) {
        ASSERT_TRUE(cluster.check(asItIs)) << i;
        cluster.submit(asItIs, kConsole, Actor::Operator, {});
        run(50ms);
    }
    const auto refused = cluster.check(asItIs);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Refused);
    EXPECT_NE(refused.error().what.find("3 changes within a second"), std::string::npos)
        << refused.error().what;
    EXPECT_NE(refused.error().what.find("us-east-1, eu-west-1, ap-northeast-1"), std::string::npos);
    run(551ms); // a second after the first of them
    EXPECT_TRUE(cluster.check(asItIs));
    paths.out[3] = false; // or one more endpoint
    EXPECT_TRUE(cluster.check(asItIs));
}

TEST_F(ControlClusterTest, TheRuleRefusesAndItsOverrideIsRecorded)
{
    const ControlRequest all = request({ { "a", false }, { "b", false }, { "c", false } });
    const auto refused = cluster.check(all);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find("nothing would answer: all 3 controls off"), std::string::npos);
    EXPECT_NE(refused.error().what.find("override one with a reason"), std::string::npos);
    ControlRequest forced = all;
    forced.overrides = { "one" };
    forced.reason = "the site is closed";
    submit(forced);
    run(1s);
    ASSERT_EQ(count(EventKind::RuleOverridden), 1u);
    EXPECT_EQ(events[0].object, "one");
    EXPECT_NE(events[0].note.find("the site is closed"), std::string::npos);
    EXPECT_EQ(count(EventKind::ControlChanged), 3u);
    EXPECT_FALSE(cluster.isOn(0) || cluster.isOn(1) || cluster.isOn(2));
    // Its wait begins with the third answer.
    EXPECT_FALSE(cluster.check(request({ { "a", true } })));
    run(5s);
    EXPECT_TRUE(cluster.check(request({ { "a", true } })));
}

TEST_F(ControlClusterTest, WithTwoEndpointsDownAChangeIsAcceptedAndWithThreeRefusedByName)
{
    paths.out[0] = paths.out[1] = true;
    submit(request({ { "a", false } }));
    run(6s);
    EXPECT_FALSE(cluster.isOn(0));
    EXPECT_EQ(versions(), (std::vector<std::uint64_t> { 0, 0, 1, 1, 1 }));
    paths.out[2] = true;
    const auto refused = cluster.check(request({ { "b", false } }));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Unavailable);
    EXPECT_EQ(refused.error().what,
        "a change of routing controls needs three of the cluster's five endpoints, and only 2 answer: "
        "ap-southeast-2, us-west-2");
    EXPECT_TRUE(cluster.view(0).isOn[0]) << "what is out is behind, and readable as of then";
    // Healing brings the laggards to the same state.
    paths.out = {};
    run(3s);
    EXPECT_EQ(versions(), (std::vector<std::uint64_t> { 1, 1, 1, 1, 1 }));
    EXPECT_TRUE(cluster.check(request({ { "b", false } })));
}

TEST_F(ControlClusterTest, FromTheMinoritySideOfAPartitionNothingCanBeChangedAndFromTheMajorityItCan)
{
    const ClusterPlace plan = placeOf(RegionId { 1 });
    paths.cut[3] = paths.cut[4] = paths.cut[plan] = 1;
    EXPECT_FALSE(cluster.check(request({ { "a", false } }), plan));
    EXPECT_EQ(cluster.inReachText(plan), "ap-southeast-2, us-west-2");
    submit(request({ { "a", false } }));
    run(6s);
    EXPECT_EQ(versions(), (std::vector<std::uint64_t> { 1, 1, 1, 0, 0 }));
    paths.cut = {};
    run(3s);
    EXPECT_EQ(versions(), (std::vector<std::uint64_t> { 1, 1, 1, 1, 1 }));
}

TEST_F(ControlClusterTest, AChangeThatIsCutOffOnItsWayWaitsIsToldOfAndIsDecidedOnceItCanBe)
{
    submit(request({ { "a", false } }));
    paths.out[0] = paths.out[1] = paths.out[2] = true; // before any message has arrived
    run(10s);
    EXPECT_TRUE(cluster.isUnderWay());
    EXPECT_TRUE(cluster.isOn(0));
    EXPECT_EQ(count(EventKind::ControlChanged), 0u);
    ASSERT_EQ(count(EventKind::NoteAdded), 1u);
    EXPECT_NE(events[0].note.find("in reach: ap-southeast-2, us-west-2"), std::string::npos);
    EXPECT_EQ(versions(), (std::vector<std::uint64_t> { 0, 0, 0, 0, 0 }))
        << "two have taken it, none shows it";
    EXPECT_FALSE(cluster.check(request({ { "b", false } })));
    paths.out[1] = false;
    run(3s);
    EXPECT_FALSE(cluster.isUnderWay() || cluster.isOn(0));
}

TEST_F(ControlClusterTest, WhatWasDecidedSurvivesTheLossOfAnyTwoThatDecidedIt)
{
    bool isOn = true;
    std::uint64_t decided = 0;
    for (const auto& [away, lost] :
        std::vector<std::pair<std::array<int, 2>, std::array<int, 2>>> { { { 0, 1 }, { 2, 3 } },
            { { 0, 1 }, { 3, 4 } }, { { 3, 4 }, { 0, 2 } }, { { 2, 4 }, { 0, 1 } } }) {
        for (const int endpoint : away)
            paths.out[static_cast<std::size_t>(endpoint)] = true;
        submit(request({ { "a", isOn = !isOn } }));
        for (++decided; cluster.version() < decided;)
            run(1ms);
        paths.out = {};
        for (const int endpoint : lost)
            paths.out[static_cast<std::size_t>(endpoint)] = true;
        paths.cut[kConsole] = 1; // nobody hears of it from there any more
        run(3s);
        for (std::size_t i = 0; i < kClusterEndpoints; ++i) {
            if (!paths.out[i])
                EXPECT_EQ(cluster.view(i).version, decided) << "endpoint " << i;
        }
        paths.out = {};
        paths.cut = {};
        run(10s);
    }
}

TEST(ControlClusterSequence, TheCheckFindsAnEndpointWithASequenceOfItsOwn)
{
    OneSequence sequence;
    sequence.observe(0, 1, { true, false });
    sequence.observe(1, 1, { true, false });
    EXPECT_TRUE(sequence.violations.empty());
    sequence.observe(2, 1, { false, true });
    EXPECT_EQ(sequence.violations.size(), 1u);
    sequence.observe(0, 0, { true, true });
    EXPECT_EQ(sequence.violations.size(), 2u);
}

class RandomCluster : public ControlClusterTest {
protected:
    explicit RandomCluster(std::uint64_t seed)
        : ControlClusterTest(seed)
    {
    }
    void TestBody() override { }
    void observe()
    {
        for (std::size_t i = 0; i < kClusterEndpoints; ++i)
            sequence.observe(i, cluster.view(i).version, cluster.view(i).isOn);
        sequence.observe(kClusterEndpoints, cluster.version(), cluster.states().isOn);
        if (std::none_of(
                cluster.states().isOn.begin(), cluster.states().isOn.end(), [](bool on) { return on; }))
            ++emptied;
    }
    void trouble(Rng& rng)
    {
        if (rng.chance(300'000))
            paths.out[rng.below(kClusterEndpoints)] = rng.chance(250'000);
        if (rng.chance(300'000))
            paths.cut[rng.below(8)] = rng.chance(200'000) ? 1 : 0;
    }
    void change(Rng& rng)
    {
        ControlRequest wanted;
        for (const char* name : { "a", "b", "c" }) {
            if (rng.chance(600'000))
                wanted.changes.push_back({ name, rng.chance(400'000) });
        }
        const ClusterPlace caller = rng.chance(500'000) ? kConsole : placeOf(RegionId { 1 });
        if (!cluster.check(wanted, caller)) {
            ++refused;
            return;
        }
        cluster.submit(wanted, caller, Actor::Operator, {});
    }
    OneSequence sequence;
    int refused = 0, emptied = 0;

public:
    [[nodiscard]] std::uint64_t decided() const { return cluster.version(); }
    void play(std::uint64_t seed)
    {
        Rng rng(seed * 77);
        for (int i = 0; i < 400; ++i) {
            trouble(rng);
            if (rng.chance(400'000))
                change(rng);
            for (int step = 0; step < 10; ++step) {
                run(rng.between(Duration { 5ms }, Duration { 200ms }));
                observe();
            }
        }
        paths.out = {};
        paths.cut = {};
        run(10s);
        observe();
        EXPECT_EQ(sequence.violations, std::vector<std::string> {});
        EXPECT_EQ(emptied, 0) << "the rule held at every instant";
        EXPECT_EQ(versions(), std::vector<std::uint64_t>(kClusterEndpoints, cluster.version()));
        for (std::size_t i = 0; i < kClusterEndpoints; ++i)
            EXPECT_EQ(cluster.view(i).isOn, cluster.states().isOn);
        EXPECT_FALSE(cluster.isUnderWay());
        EXPECT_GT(refused, 0);
    }
};

TEST(ControlClusterSequence, UnderRandomOutagesAndPartitionsThereIsOneSequenceAndAllArriveAtItsEnd)
{
    std::uint64_t decided = 0;
    for (const std::uint64_t seed : seeds(20)) {
        SCOPED_TRACE(replayHint(seed));
        struct Run : RandomCluster {
            explicit Run(std::uint64_t s)
                : RandomCluster(s)
            {
            }
        } game(seed);
        game.play(seed);
        decided += game.decided();
    }
    EXPECT_GT(decided, 20 * seeds(20).size());
}

} // namespace
} // namespace sb
