// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/insight.h"

#include "backend/bookstore/catalogue.h"
#include "backend/control/capacity_watch.h"

#include <algorithm>

namespace sb {
namespace {

static_assert(kOfferCount == kServiceKindCount, "offers are shown under the same number");
static_assert(static_cast<int>(Service::BestSellers) == static_cast<int>(ServiceKind::BestSellers));

constexpr std::size_t kBestShown = 5;

double millis(Duration d)
{
    return static_cast<double>(d.count()) / 1e3;
}

std::string_view callName(Call call)
{
    switch (call) {
    case Call::ListBooks:
        return "catalogue";
    case Call::ListCategory:
        return "category";
    case Call::Search:
        return "search";
    case Call::GetBook:
        return "book";
    case Call::GetCart:
        return "cart";
    case Call::GetCartLine:
        return "cart line";
    case Call::AddToCart:
        return "add to cart";
    case Call::SetQuantity:
        return "change quantity";
    case Call::RemoveFromCart:
        return "remove from cart";
    case Call::PlaceOrder:
        return "place order";
    case Call::ListOrders:
        return "orders";
    case Call::BestSellers:
        return "best sellers";
    case Call::ClaimCoupon:
        return "claim coupon";
    case Call::GetPost:
        return "read post";
    case Call::PublishPost:
        return "publish post";
    }
    return "call";
}

} // namespace

Simulation::Insight::Insight(Simulation& simulation)
    : m_sim(simulation)
    , m_halves(simulation.regionCount(), RingBuffer<Half>(kWindow + 1))
    , m_services(simulation.regionCount())
    , m_boards(simulation.regionCount())
{
}

void Simulation::Insight::sample()
{
    const std::size_t regions = m_halves.size();
    for (std::size_t i = 0; i < regions; ++i)
        sampleServices(RegionId { static_cast<std::uint8_t>(i) });
    Mark mark;
    mark.reached = m_sim.m_shoppers->counters().reached;
    for (std::size_t s = 0; s < regions; ++s)
        for (std::size_t t = 0; t < regions; ++t)
            mark.conflicts.push_back(static_cast<std::uint32_t>(m_sim.m_anomalies->foundBetween(
                RegionId { static_cast<std::uint8_t>(s) }, RegionId { static_cast<std::uint8_t>(t) })));
    m_marks.push(std::move(mark));
    std::array<std::uint64_t, kReachCount> atLeast {};
    std::uint64_t sum = 0;
    for (std::size_t reach = kReachCount; reach-- > 0;) {
        sum += m_marks.back().reached[reach] - (m_marks.size() > kMinute ? m_marks[0].reached[reach] : 0);
        atLeast[reach] = sum;
    }
    m_funnel = { atLeast[0], atLeast[1], atLeast[2], atLeast[3], atLeast[4] };
}

void Simulation::Insight::sampleServices(RegionId region)
{
    Region& engine = m_sim.region(region);
    RingBuffer<Half>& halves = m_halves[region.value];
    halves.push({ engine.served(), engine.takeOfferLatencies() });
    const std::size_t count = std::min(kWindow, halves.size() - 1);
    for (std::size_t offer = 0; offer < kOfferCount; ++offer) {
        ServiceView& view = m_services[region.value][offer];
        view = {};
        const Region::Served& now = halves.back().served[offer];
        const Region::Served& before = halves[halves.size() - 1 - count].served[offer];
        const std::uint64_t answered = now.answered - before.answered;
        if (answered == 0)
            continue;
        view.rateHz = static_cast<double>(answered) * 2 / static_cast<double>(count);
        view.errorShare = static_cast<double>(now.failed - before.failed) / static_cast<double>(answered);
        Histogram latencies;
        for (std::size_t i = halves.size() - count; i < halves.size(); ++i)
            if (halves[i].latencies[offer].total() > 0)
                latencies.merge(halves[i].latencies[offer]);
        view.latencyMsP50 = millis(latencies.quantile(500));
        view.latencyMsP95 = millis(latencies.quantile(950));
    }
}

Histogram Simulation::Insight::latestLatencies(RegionId region) const
{
    Histogram all;
    for (const Histogram& one : m_halves[region.value].back().latencies)
        all.merge(one);
    return all;
}

double Simulation::Insight::conflictsPerMinute(RegionId source, RegionId target) const
{
    if (m_marks.isEmpty())
        return 0;
    const std::size_t index = source.value * m_halves.size() + target.value;
    const std::uint32_t before = m_marks.size() > kMinute ? m_marks[0].conflicts[index] : 0;
    return m_marks.back().conflicts[index] - before;
}

bool Simulation::Insight::isFresh(Instant& at) const
{
    const Instant now = m_sim.m_world.now();
    if (at != kNever && now - at < kFresh)
        return true;
    at = now;
    return false;
}

const std::vector<BestSellerView>& Simulation::Insight::bestSellers(RegionId region)
{
    if (!isFresh(m_boardsAt)) {
        for (std::size_t i = 0; i < m_boards.size(); ++i) {
            m_boards[i].clear();
            const Region& engine = *m_sim.m_regions[i].engine;
            if (engine.condition().isDown || engine.condition().isDiskRotten)
                continue;
            BestSellers& board = m_sim.m_regions[i].engine->bookstore().bestSellers();
            for (const std::uint32_t book : board.top()) {
                if (m_boards[i].size() == kBestShown)
                    break;
                const Book& entry = catalogue().books()[book];
                m_boards[i].push_back({ entry.id, entry.title, board.copiesSold(book) });
            }
        }
    }
    return m_boards[region.value];
}

const std::vector<CapacityView>& Simulation::Insight::capacity()
{
    if (!isFresh(m_capacityAt))
        m_capacityViews = m_sim.m_capacity->views();
    return m_capacityViews;
}

void Simulation::Insight::onCall(const CallOutcome& outcome)
{
    if (!m_followed.isValid() || outcome.customer != m_followed)
        return;
    m_calls.push({ m_sim.m_world.now(), std::string(callName(outcome.call)), outcome.region, outcome.status,
        outcome.latency });
}

void Simulation::Insight::follow(CustomerId customer)
{
    if (customer == m_followed)
        return;
    m_followed = customer;
    m_calls.clear();
}

FollowView Simulation::Insight::viewOf(const Shoppers::Present& present) const
{
    FollowView view;
    view.customer = present.customer;
    view.city = present.city;
    view.held = present.held.isValid() || m_sim.m_anycast || m_sim.m_edge
        ? present.held
        : m_sim.m_resolvers->answerSeen(present.city);
    return view;
}

std::shared_ptr<const FollowView> Simulation::Insight::followed()
{
    const auto present = m_sim.m_shoppers->find(m_followed);
    auto view = std::make_shared<FollowView>(present ? viewOf(*present) : FollowView {});
    view->customer = m_followed;
    for (std::size_t i = m_calls.size(); i > 0; --i)
        view->calls.push_back(m_calls[i - 1]);
    return view;
}

std::shared_ptr<const FollowView> Simulation::Insight::offer(CityId city)
{
    auto present = m_offered.isValid() ? m_sim.m_shoppers->find(m_offered) : std::nullopt;
    if (!present || present->city != city)
        present = m_sim.m_shoppers->anyoneFrom(city);
    m_offered = present ? present->customer : CustomerId {};
    return present ? std::make_shared<const FollowView>(viewOf(*present)) : nullptr;
}

void Simulation::buildInsight()
{
    m_insight = std::make_unique<Insight>(*this);
    m_shoppers->observe(m_insight.get());
}

} // namespace sb
