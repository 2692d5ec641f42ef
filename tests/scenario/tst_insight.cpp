// SPDX-License-Identifier: GPL-3.0-or-later
// What a window is told beyond the figures of the regions: services, checks, positions of links, visits,
// heat; what looking closely shows; and that looking changes nothing.
#include "tests/scenario/rig.h"

#include <algorithm>
#include <numeric>

namespace sb {
namespace {

using namespace test;

std::shared_ptr<Snapshot> look(Rig& rig, const Focus& focus = {})
{
    return rig.sim().snapshot(ChartRange::TwoMinutes, focus);
}

const ServiceView& service(const RegionView& view, ServiceKind kind)
{
    return view.services[static_cast<std::size_t>(kind)];
}

TEST(Insight, EveryAnswerOfARegionBelongsToOneOfItsServices)
{
    for (const std::uint64_t seed : seeds(901, 2)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(smallWorld(seed, 2, 100));
        rig.advanceTo(kStart + 40s);
        const auto snapshot = look(rig);
        for (const RegionView& view : snapshot->regions) {
            std::uint64_t answered = 0, failed = 0;
            for (const Region::Served& served : rig.sim().region(view.id).served()) {
                answered += served.answered;
                failed += served.failed;
            }
            EXPECT_GT(answered, 100U);
            EXPECT_EQ(answered, rig.sim().region(view.id).counters().answered);
            EXPECT_EQ(failed, rig.sim().region(view.id).counters().failed);
            double rate = 0;
            for (const ServiceView& one : view.services) {
                rate += one.rateHz;
                EXPECT_LE(one.latencyMsP50, one.latencyMsP95);
                EXPECT_EQ(one.rateHz == 0, one.latencyMsP95 == 0);
            }
            EXPECT_GT(rate, 10);
            EXPECT_GT(
                service(view, ServiceKind::Catalogue).rateHz, service(view, ServiceKind::Orders).rateHz);
        }
        const double blog = std::accumulate(snapshot->regions.begin(), snapshot->regions.end(), 0.0,
            [](double sum, const RegionView& view) { return sum + service(view, ServiceKind::Blog).rateHz; });
        EXPECT_GT(blog, 0) << "posts are read and written every few seconds";
    }
}

TEST(Insight, AServiceThatFailsShowsItsErrorsAndTheOthersDoNot)
{
    SCOPED_TRACE(replayHint(903));
    Rig rig(smallWorld(903, 2, 100));
    rig.advanceTo(kStart + 20s);
    Region::Condition condition = rig.sim().region(region(0)).condition();
    condition.failedServices = 1U << static_cast<unsigned>(Service::Search);
    rig.sim().region(region(0)).setCondition(condition);
    rig.advance(8s);
    const RegionView view = look(rig)->regions[0];
    EXPECT_EQ(service(view, ServiceKind::Search).errorShare, 1);
    EXPECT_EQ(service(view, ServiceKind::Catalogue).errorShare, 0);
    rig.sim().region(region(0)).setCondition({});
}

TEST(Insight, StoresBoardsAndVisitsAreCountedAsTheyAre)
{
    SCOPED_TRACE(replayHint(905));
    Rig rig(smallWorld(905, 2, 100));
    rig.advanceTo(kStart + 150s);
    const auto snapshot = look(rig);
    for (const RegionView& view : snapshot->regions) {
        Region& engine = rig.sim().region(view.id);
        std::uint64_t rows = 0;
        for (int table = 0; table < kTableCount; ++table)
            engine.replica().store().forEach(static_cast<Table>(table),
                [&](const Key&, const Item& item) { rows += item.isDeleted ? 0 : 1; });
        EXPECT_EQ(view.storeRows, rows);
        EXPECT_GT(view.logEntries, 0U);
        ASSERT_FALSE(view.bestSellers.empty());
        EXPECT_LE(view.bestSellers.size(), 5U);
        EXPECT_FALSE(view.bestSellers.front().title.empty());
        EXPECT_TRUE(std::is_sorted(view.bestSellers.begin(), view.bestSellers.end(),
            [](const BestSellerView& a, const BestSellerView& b) { return a.sold > b.sold; }));
    }
    const FunnelView& funnel = snapshot->funnel;
    EXPECT_GT(funnel.visits, funnel.browsed);
    EXPECT_GT(funnel.browsed, funnel.withCart);
    EXPECT_GE(funnel.withCart, funnel.checkedOut);
    EXPECT_GE(funnel.checkedOut, funnel.ordered);
    EXPECT_GT(funnel.ordered, 0U);
    const auto& reached = rig.sim().shoppers().counters().reached;
    EXPECT_LT(funnel.visits, std::accumulate(reached.begin(), reached.end(), std::uint64_t { 0 }))
        << "those who left more than a minute ago count no more";
}

TEST(Insight, TheHeatStripHoldsEveryCallThatEndedOnce)
{
    SCOPED_TRACE(replayHint(907));
    Rig rig(smallWorld(907, 2, 100));
    rig.advanceTo(kStart + 30s);
    rig.mustOrder("fail region-outage eu-west-1 for 20s");
    rig.advance(40s);
    const auto snapshot = look(rig);
    for (const ChartRange range : { ChartRange::TwoMinutes, ChartRange::Day }) {
        const auto charts = rig.sim().snapshot(range)->charts;
        ASSERT_EQ(charts->heat.size(), charts->series.front().columns.size());
        std::uint64_t answered = 0, failed = 0;
        for (const HeatColumn& column : charts->heat) {
            answered = std::accumulate(column.requests.begin(), column.requests.end(), answered);
            failed += column.failed;
        }
        EXPECT_GT(failed, 0U);
        EXPECT_EQ(failed, snapshot->totals.failed);
        EXPECT_EQ(answered + failed, snapshot->totals.requests);
    }
}

TEST(Insight, LinksTellWhatWasWrittenSentAndApplied)
{
    SCOPED_TRACE(replayHint(909));
    Rig rig(smallWorld(909, 2, 100));
    rig.advanceTo(kStart + 20s);
    const auto link = [&] { return look(rig)->links.front(); };
    const LinkView calm = link();
    EXPECT_GT(calm.applied, 0U);
    EXPECT_LE(calm.applied, calm.sent);
    EXPECT_LE(calm.sent, calm.written);
    rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 30s");
    rig.advance(2s);
    const LinkView cut = link();
    rig.advance(10s);
    const LinkView later = link();
    EXPECT_GT(later.written, cut.written);
    EXPECT_EQ(later.sent, cut.sent) << "nothing leaves through a cut link";
    EXPECT_EQ(later.applied, cut.applied);
    rig.advance(30s);
    EXPECT_GT(link().applied, later.written) << "and all of it comes afterwards";
}

TEST(Insight, RegionsChecksComeFirstAndChecksByDefinitionFollow)
{
    SCOPED_TRACE(replayHint(911));
    SimulationOptions options;
    CheckDefinition all { .id = "shop", .type = CheckType::Calculated };
    all.children = { "endpoint-eu-west-1", "endpoint-ap-southeast-1" };
    all.healthThreshold = 2;
    CheckDefinition frozen { .id = "frozen", .type = CheckType::RecoveryControl };
    frozen.routingControl = "eu-west-1";
    frozen.isDisabled = frozen.isInverted = true;
    options.checks = { all, frozen };
    Rig rig(smallWorld(911, 2, 40), options);
    rig.advanceTo(kStart + 5s);
    const std::vector<CheckView> checks = look(rig)->checks;
    ASSERT_EQ(checks.size(), 4U);
    EXPECT_EQ(checks[0].name, "eu-west-1");
    EXPECT_EQ(checks[0].region, region(0));
    EXPECT_EQ(checks[0].healthy, 16);
    EXPECT_EQ(checks[0].needed, 3) << "more than 18 % of 16";
    EXPECT_EQ(checks[1].region, region(1));
    const auto named = [&](const std::string& name) {
        return *std::find_if(
            checks.begin(), checks.end(), [&](const CheckView& c) { return c.name == name; });
    };
    EXPECT_EQ(named("shop").type, "CALCULATED");
    EXPECT_EQ(named("shop").needed, 2);
    EXPECT_EQ(named("shop").healthy, 2);
    EXPECT_TRUE(named("shop").isHealthy);
    EXPECT_FALSE(named("frozen").isHealthy);
    EXPECT_TRUE(named("frozen").isDisabled);
    rig.mustOrder("fail region-outage eu-west-1 for 2m");
    rig.advance(60s);
    const std::vector<CheckView> red = look(rig)->checks;
    EXPECT_FALSE(red[0].isHealthy);
    EXPECT_LT(red[0].healthy, red[0].needed);
    EXPECT_FALSE(red[0].detail.empty());
    EXPECT_GT(red[0].since, kStart + 5s);
    const auto shop
        = std::find_if(red.begin(), red.end(), [](const CheckView& c) { return c.name == "shop"; });
    EXPECT_FALSE(shop->isHealthy);
    EXPECT_EQ(shop->healthy, 1);
    EXPECT_GE(shop->since, red[0].since);
}

TEST(Insight, LookingChangesNothing)
{
    for (const std::uint64_t seed : seeds(921, 2)) {
        SCOPED_TRACE(replayHint(seed));
        const auto orders = [](Rig& rig) {
            rig.advanceTo(kStart + 20s);
            rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 20s");
            rig.mustOrder("fail edges-cut eu-west-1 for 2m");
            rig.mustOrder("fail region-outage us-east-1 for 2m"); // edges come to disagree
        };
        Rig blind(smallWorld(seed, 3, 60));
        orders(blind);
        blind.advanceTo(kStart + 90s);
        Rig seen(smallWorld(seed, 3, 60));
        Focus focus;
        focus.key = "book 1342";
        focus.trial = { CityId { 7 }, {}, true };
        std::size_t calls = 0;
        for (int i = 0; i < 900; ++i) {
            if (i == 200)
                orders(seen);
            const auto snapshot = look(seen, focus);
            if (snapshot->followed && !focus.customer.isValid() && i > 50)
                focus.customer = snapshot->followed->customer;
            calls += snapshot->followed ? snapshot->followed->calls.size() : 0;
            focus.key = i % 3 == 0 ? "stock 1342" : i % 3 == 1 ? "cart 3" : "order 47010";
            seen.advanceTo(kStart + (i + 1) * 100ms);
        }
        EXPECT_GT(calls, 0U) << "somebody was followed";
        EXPECT_GT(blind.count(EventKind::EdgesDisagree), 0U);
        EXPECT_EQ(seen.sim().world().executed(), blind.sim().world().executed());
        EXPECT_EQ(seen.sim().world().stateHash(), blind.sim().world().stateHash());
        EXPECT_EQ(describe(seen.events), describe(blind.events));
        EXPECT_EQ(seen.sim().resolvers().decisions().dropped() + seen.sim().resolvers().decisions().size(),
            blind.sim().resolvers().decisions().dropped() + blind.sim().resolvers().decisions().size());
        // That the comparison bites: one request more, and the hashes part.
        seen.sim().world().mix(1);
        EXPECT_NE(seen.sim().world().stateHash(), blind.sim().world().stateHash());
    }
}

TEST(Insight, ACustomerIsOfferedAndFollowedCallByCall)
{
    SCOPED_TRACE(replayHint(923));
    Rig rig(smallWorld(923, 2, 200));
    rig.advanceTo(kStart + 30s);
    Focus focus;
    std::shared_ptr<const FollowView> offer;
    for (std::uint16_t city = 0; city < 20 && !offer; ++city) {
        focus.trial.city = CityId { city };
        offer = look(rig, focus)->followed;
    }
    ASSERT_TRUE(offer);
    EXPECT_EQ(offer->city, focus.trial.city);
    EXPECT_TRUE(offer->customer.isValid());
    EXPECT_TRUE(offer->calls.empty());
    EXPECT_EQ(look(rig, focus)->followed->customer, offer->customer) << "the same as long as it stays";
    focus.customer = offer->customer;
    EXPECT_TRUE(look(rig, focus)->followed->calls.empty()) << "what came before was not kept";
    struct Count : ShopperObserver {
        CustomerId customer;
        std::vector<CallOutcome> calls;
        void onCall(const CallOutcome& outcome) override
        {
            if (outcome.customer == customer)
                calls.push_back(outcome);
        }
        void onOrder(const AcknowledgedOrder&) override { }
    } count;
    count.customer = focus.customer;
    rig.sim().shoppers().observe(&count);
    rig.advanceUntil(60s, [&] { return count.calls.size() >= 3; });
    ASSERT_GE(count.calls.size(), 3U);
    const auto followed = look(rig, focus)->followed;
    ASSERT_EQ(followed->calls.size(), std::min<std::size_t>(32, count.calls.size()));
    for (std::size_t i = 0; i < followed->calls.size(); ++i) {
        const CallOutcome& told = count.calls[count.calls.size() - 1 - i];
        EXPECT_EQ(followed->calls[i].status, told.status);
        EXPECT_EQ(followed->calls[i].latency, told.latency);
        EXPECT_EQ(followed->calls[i].region, told.region);
        EXPECT_TRUE(i == 0 || followed->calls[i].at <= followed->calls[i - 1].at) << "newest first";
    }
    focus.customer = CustomerId { 77 };
    const auto nobody = look(rig, focus)->followed;
    EXPECT_EQ(nobody->customer, CustomerId { 77 });
    EXPECT_FALSE(nobody->city.isValid());
    EXPECT_TRUE(nobody->calls.empty());
}

TEST(Insight, ATrialSaysWhatTheCityWouldBeToldAndWhy)
{
    SCOPED_TRACE(replayHint(925));
    Rig rig(smallWorld(925, 2, 60));
    rig.advanceTo(kStart + 20s);
    const auto tried = [&](std::uint16_t city, const std::string& name = {}) {
        Focus focus;
        focus.trial = { CityId { city }, name, false };
        return look(rig, focus)->trial;
    };
    const auto expectAsAnswered = [&] {
        for (std::uint16_t city = 0; city < 40; ++city) {
            const auto trial = tried(city);
            ASSERT_TRUE(trial->error.empty()) << trial->error;
            EXPECT_EQ(trial->answer, rig.sim().resolvers().wouldAnswer(CityId { city }));
            EXPECT_EQ(trial->ttl, rig.sim().config().ttl);
            EXPECT_EQ(trial->cached, rig.sim().resolvers().cached(CityId { city }, false));
            EXPECT_EQ(std::count_if(trial->lines.begin(), trial->lines.end(),
                          [](const TrialLine& line) { return line.isChosen && line.depth == 2; }),
                1);
        }
    };
    expectAsAnswered();
    rig.mustOrder("fail region-outage eu-west-1 for 5m");
    rig.advance(60s);
    expectAsAnswered();
    std::uint16_t irish = 0;
    while (tried(irish)->ifAllHealthy != region(0))
        ++irish;
    const auto trial = tried(irish);
    EXPECT_EQ(trial->answer, region(1));
    EXPECT_EQ(trial->answerText, "Singapore");
    const auto struck = std::find_if(
        trial->lines.begin(), trial->lines.end(), [](const TrialLine& line) { return line.isStruck; });
    ASSERT_NE(struck, trial->lines.end());
    EXPECT_EQ(struck->text.rfind("Ireland", 0), 0U) << struck->text;
    EXPECT_FALSE(struck->why.empty());
    EXPECT_NE(tried(0, "nowhere.example.com")->error.find("api.bookstore.example"), std::string::npos);
    EXPECT_FALSE(tried(9'999)->error.empty());
}

TEST(Insight, ASoundRegionThatALeverTakesOutReadsSteeredAway)
{
    SCOPED_TRACE(replayHint(931));
    Rig rig(smallWorld(931, 2, 60));
    rig.advanceTo(kStart + 20s);
    const auto view = [&] { return look(rig)->regions[0]; };
    EXPECT_EQ(view().state, RegionState::Serving);
    const auto expectAway = [&](const std::string& order, RegionReason reason, const std::string& back) {
        SCOPED_TRACE(order);
        const Instant before = rig.now();
        rig.mustOrder(order);
        EXPECT_EQ(view().state, RegionState::Serving) << "an order is no effect yet";
        rig.advance(14s);
        EXPECT_EQ(view().state, RegionState::SteeredAway);
        EXPECT_EQ(view().reason, reason);
        EXPECT_GE(view().since, before);
        EXPECT_LE(view().since, before + 3s);
        rig.mustOrder(back);
        rig.advance(14s);
        EXPECT_EQ(view().state, RegionState::Serving);
        EXPECT_EQ(view().reason, RegionReason::None);
    };
    expectAway(
        "controls eu-west-1=off because a rehearsal", RegionReason::ControlOff, "controls eu-west-1=on");
    expectAway(
        "shift-away eu-west-1 for 10m because a look", RegionReason::ShiftedAway, "cancel-shift eu-west-1");
    expectAway("dial eu-west-1 0%", RegionReason::DialledDown, "dial eu-west-1 100%");
    rig.mustOrder("dial eu-west-1 40%");
    rig.advance(14s);
    EXPECT_EQ(view().state, RegionState::Serving);
    EXPECT_EQ(view().reason, RegionReason::DialledDown);
    // What is wrong with the region itself comes first.
    rig.mustOrder("dial eu-west-1 0%");
    rig.mustOrder("fail region-outage eu-west-1 for 5m");
    rig.advance(14s);
    EXPECT_EQ(view().state, RegionState::Failed);
}

TEST(Insight, WhenEveryRegionIsSteeredAwayTheDnsFailsOpenAndNoneReadsSo)
{
    SCOPED_TRACE(replayHint(933));
    Rig rig(smallWorld(933, 2, 60));
    rig.advanceTo(kStart + 20s);
    rig.mustOrder("dial eu-west-1 0%");
    rig.mustOrder("dial ap-southeast-1 0%");
    rig.advance(14s);
    const auto snapshot = look(rig);
    for (const RegionView& view : snapshot->regions)
        EXPECT_EQ(view.state, RegionState::Serving);
}

} // namespace
} // namespace sb
