// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that snapshots and charts show, taken every half virtual second: rates by region, error share,
// latencies, lag, answers, flows. One figure feeds back into the World, as an integer: a fail-back's ramp
// waits while a region's errors per mille are above the objective.
#pragma once

#include "backend/control/simulation.h"

namespace sb {

class Simulation::Sampler final : public Component {
public:
    struct RegionFigures {
        double requestRateHz = 0; // over the last 3 s
        int requestsHz = 0; // the same, for decisions
        double normalRateHz = 0; // slow average of calm running
        double errorShare = 0; // of its answers, last 5 s
        int errorPerMille = 0; // the same, for decisions
        double latencyMsP50 = 0;
        double orderRateHz = 0;
    };
    struct FlowFigures {
        float sentHz = 0, failedHz = 0; // over the last two seconds
    };

    explicit Sampler(Simulation& simulation);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;

    [[nodiscard]] const RegionFigures& region(RegionId id) const { return m_figures[id.value]; }
    [[nodiscard]] const std::vector<FlowFigures>& flows() const { return m_flows; } // city-major
    [[nodiscard]] const Totals& totals() const { return m_totals; }
    [[nodiscard]] const Shoppers::Stale& stale() const { return m_stale; } // at most a second old
    [[nodiscard]] const ChartStore& charts() const { return *m_charts; }

private:
    static constexpr Duration kEvery = 500ms;
    static constexpr std::size_t kWindow = 10; // samples: 5 s
    static constexpr std::size_t kRateWindow = 6; // samples: 3 s; calls come in bursts, a page at a time

    struct Half { // counters of one half second
        std::vector<Region::Counters> regions;
        Shoppers::Counters shoppers;
        Histogram latencies;
    };

    void sample();
    void sampleRegions();
    void sampleFlows();
    void sampleTotals();
    void feedCharts();
    [[nodiscard]] const Half& ago(std::size_t samples) const;

    Simulation& m_sim;
    ComponentId m_self = 0;
    RingBuffer<Half> m_history { kWindow + 1 };
    std::vector<RegionFigures> m_figures;
    std::vector<std::vector<Shoppers::Flow>> m_flowHistory; // ring of 4 half seconds
    std::size_t m_flowNext = 0;
    std::vector<FlowFigures> m_flows;
    Totals m_totals;
    Shoppers::Stale m_stale;
    std::vector<ChartSeries> m_series;
    std::unique_ptr<ChartStore> m_charts;
    std::uint64_t m_failedShown = 0; // in the heat strip
    std::uint64_t m_count = 0;
};

} // namespace sb
