// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody but a window wants to know: how each service of a region does, how far visits get, how often
// links find conflicts, and what one customer does while somebody follows it. And what snapshots compute once
// and then show for a while, because working it out costs more than a snapshot may.
// An observer: nothing of it feeds the run, draws or logs, so a run is the same whether or not it is looked
// at. Memory is bounded: ten half seconds of histograms, a minute of counters, kCallsKept calls.
// Thread: World thread.
#pragma once

#include "backend/control/simulation.h"

namespace sb {

class Simulation::Insight final : public ShopperObserver {
public:
    static constexpr std::size_t kCallsKept = 32;
    static constexpr Duration kFresh = 250ms; // for so long what was worked out is shown again

    explicit Insight(Simulation& simulation);

    // Every half virtual second.
    void sample();

    void onCall(const CallOutcome& outcome) override;
    void onOrder(const AcknowledgedOrder&) override { }

    [[nodiscard]] const std::array<ServiceView, kServiceKindCount>& services(RegionId region) const
    {
        return m_services[region.value];
    }
    // Of all services, in the half second before the last sample.
    [[nodiscard]] Histogram latestLatencies(RegionId region) const;
    [[nodiscard]] const FunnelView& funnel() const { return m_funnel; }
    [[nodiscard]] double conflictsPerMinute(RegionId source, RegionId target) const;
    [[nodiscard]] const std::vector<BestSellerView>& bestSellers(RegionId region);
    [[nodiscard]] const std::vector<CapacityView>& capacity();

    // Whose calls are kept from now on; another one forgets those of the former. Invalid: nobody's.
    void follow(CustomerId customer);
    [[nodiscard]] std::shared_ptr<const FollowView> followed();
    // Somebody of the city who is in the shop, without calls; the same one for as long as it stays. Null:
    // nobody.
    [[nodiscard]] std::shared_ptr<const FollowView> offer(CityId city);

    // Whose order it is; invalid: no store holds it.
    [[nodiscard]] CustomerId customerOf(OrderId order);
    // The region's store can be looked at.
    [[nodiscard]] bool isReadable(RegionId region) const;

private:
    static constexpr Duration kSeekEvery = 10s; // virtual; reads whole tables
    static constexpr std::size_t kWindow = 10; // half seconds: 5 s
    static constexpr std::size_t kMinute = 120; // half seconds

    struct Half { // of one region
        std::array<Region::Served, kOfferCount> served {}; // at its end, since the start
        std::array<Histogram, kOfferCount> latencies {}; // in it
    };
    struct Mark { // at the end of a half second, since the start
        std::array<std::uint64_t, kReachCount> reached {};
        std::vector<std::uint32_t> conflicts; // by source and target
    };
    [[nodiscard]] bool isFresh(Instant& at) const;
    [[nodiscard]] FollowView viewOf(const Shoppers::Present& present) const;
    void sampleServices(RegionId region);

    Simulation& m_sim;
    std::vector<RingBuffer<Half>> m_halves; // by region
    std::vector<std::array<ServiceView, kServiceKindCount>> m_services; // by region
    RingBuffer<Mark> m_marks { kMinute + 1 };
    FunnelView m_funnel;

    CustomerId m_followed;
    RingBuffer<FollowedCall> m_calls { kCallsKept };
    CustomerId m_offered;
    OrderId m_soughtOrder; // the last one, and by whom it is
    CustomerId m_orderBy;
    Instant m_soughtAt = kStart;

    Instant m_boardsAt = kNever, m_capacityAt = kNever; // kNever: not yet
    std::vector<std::vector<BestSellerView>> m_boards; // by region
    std::vector<CapacityView> m_capacityViews;
};

} // namespace sb
