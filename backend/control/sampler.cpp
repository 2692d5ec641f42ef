// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/sampler.h"

#include "backend/control/capacity_watch.h"
#include "backend/control/insight.h"

#include <algorithm>

namespace sb {
namespace {

double millis(Duration d)
{
    return static_cast<double>(d.count()) / 1e3;
}

} // namespace

Simulation::Sampler::Sampler(Simulation& simulation)
    : m_sim(simulation)
    , m_figures(simulation.regionCount())
    , m_flowHistory(4)
    , m_flows(simulation.network().cityCount() * simulation.regionCount())
{
    const auto id = [](std::size_t i) { return RegionId { static_cast<std::uint8_t>(i) }; };
    const std::size_t regions = simulation.regionCount();
    for (std::size_t r = 0; r < regions; ++r)
        m_series.push_back({ Metric::RequestRate, id(r), {}, {} });
    m_series.push_back({ Metric::ErrorShare, {}, {}, {} });
    for (const Metric metric : { Metric::LatencyP50, Metric::LatencyP95, Metric::LatencyP99 })
        m_series.push_back({ metric, {}, {}, {} });
    for (std::size_t s = 0; s < regions; ++s)
        for (std::size_t t = 0; t < regions; ++t)
            if (s != t)
                m_series.push_back({ Metric::ReplicationLag, id(s), id(t), {} });
    for (const Metric metric : { Metric::AnswerShare, Metric::OrderRate })
        for (std::size_t r = 0; r < regions; ++r)
            m_series.push_back({ metric, id(r), {}, {} });
    m_charts = std::make_unique<ChartStore>(m_series);
}

void Simulation::Sampler::connect(ComponentId self)
{
    m_self = self;
    m_sim.world().postIn(kEvery, m_self, 0);
}

void Simulation::Sampler::onEvent(const SimEvent&)
{
    sample();
    m_sim.world().postIn(kEvery, m_self, 0);
}

const Simulation::Sampler::Half& Simulation::Sampler::ago(std::size_t samples) const
{
    const std::size_t newest = m_history.size() - 1;
    return m_history[newest - std::min(samples, newest)];
}

void Simulation::Sampler::sample()
{
    ++m_count;
    Half half;
    for (std::size_t r = 0; r < m_sim.regionCount(); ++r)
        half.regions.push_back(m_sim.region(RegionId { static_cast<std::uint8_t>(r) }).counters());
    half.shoppers = m_sim.shoppers().counters();
    half.latencies = m_sim.shoppers().takeLatencies();
    m_history.push(std::move(half));
    m_sim.m_insight->sample();
    sampleRegions();
    sampleFlows();
    sampleTotals();
    feedCharts();
    if (m_sim.m_capacity)
        m_sim.m_capacity->sample();
    if (m_count % 2 == 0)
        m_sim.trimLogs();
}

void Simulation::Sampler::sampleRegions()
{
    for (std::size_t r = 0; r < m_figures.size(); ++r) {
        Region& region = m_sim.region(RegionId { static_cast<std::uint8_t>(r) });
        RegionFigures& figures = m_figures[r];
        const Region::Counters now = ago(0).regions[r];
        const Region::Counters before = ago(kRateWindow).regions[r];
        const Region::Counters window = ago(kWindow).regions[r];
        const double span = static_cast<double>(std::min(kRateWindow, m_history.size() - 1)) / 2;
        figures.requestRateHz = span == 0 ? 0 : static_cast<double>(now.answered - before.answered) / span;
        const std::uint64_t halves = std::min(kRateWindow, m_history.size() - 1);
        figures.requestsHz
            = halves == 0 ? 0 : static_cast<int>((now.answered - before.answered) * 2 / halves);
        figures.orderRateHz = span == 0 ? 0 : static_cast<double>(now.orders - before.orders) / span;
        const std::uint64_t answered = now.answered - window.answered;
        const std::uint64_t failed = now.failed - window.failed;
        figures.errorShare = answered == 0 ? 0 : static_cast<double>(failed) / static_cast<double>(answered);
        figures.errorPerMille = answered == 0 ? 0 : static_cast<int>(failed * 1'000 / answered);
        const Histogram latencies = m_sim.m_insight->latestLatencies(region.id());
        if (latencies.total() > 0)
            figures.latencyMsP50 = millis(latencies.quantile(500));
        // What is normal is learnt only while nothing is wrong.
        if (!m_sim.incident().isOpen() && m_count > 20)
            figures.normalRateHz
                += (figures.requestRateHz - figures.normalRateHz) * (figures.normalRateHz == 0 ? 1.0 : 0.02);
    }
}

void Simulation::Sampler::sampleFlows()
{
    const std::size_t regions = m_figures.size();
    std::vector<Shoppers::Flow>& oldest = m_flowHistory[m_flowNext];
    std::vector<Shoppers::Flow> current(m_flows.size());
    for (std::size_t i = 0; i < current.size(); ++i) {
        current[i] = m_sim.shoppers().flow(CityId { static_cast<std::uint16_t>(i / regions) },
            RegionId { static_cast<std::uint8_t>(i % regions) });
        if (!oldest.empty()) {
            m_flows[i].sentHz = static_cast<float>(current[i].sent - oldest[i].sent) / 2;
            m_flows[i].failedHz = static_cast<float>(current[i].failed - oldest[i].failed) / 2;
        }
    }
    oldest = std::move(current);
    m_flowNext = (m_flowNext + 1) % m_flowHistory.size();
}

void Simulation::Sampler::sampleTotals()
{
    const Shoppers::Counters& now = ago(0).shoppers;
    const Shoppers::Counters& second = ago(2).shoppers;
    const Shoppers::Counters& window = ago(kWindow).shoppers;
    m_totals.requests = now.calls;
    m_totals.failed = now.failed;
    m_totals.orders = now.orders;
    m_totals.sessions = m_sim.shoppers().visitsNow();
    m_totals.requestRateHz = static_cast<double>(now.calls - second.calls);
    const std::uint64_t calls = now.calls - window.calls;
    m_totals.errorShare
        = calls == 0 ? 0 : static_cast<double>(now.failed - window.failed) / static_cast<double>(calls);
    Histogram latencies;
    for (std::size_t i = 0; i < std::min(kWindow, m_history.size()); ++i)
        latencies.merge(ago(i).latencies);
    if (latencies.total() > 0) {
        m_totals.latencyMsP50 = millis(latencies.quantile(500));
        m_totals.latencyMsP95 = millis(latencies.quantile(950));
        m_totals.latencyMsP99 = millis(latencies.quantile(990));
    }
    m_totals.conflicts = m_sim.anomalies().conflicts();
    // Counting stale visits walks all of them: once a second is enough.
    if (m_count % 2 == 0)
        m_stale = m_sim.shoppers().countStale();
    m_totals.staleSessions = m_stale.all;
}

void Simulation::Sampler::feedCharts()
{
    m_charts->advance(m_sim.world().now());
    const std::uint64_t failed = ago(0).shoppers.failed;
    m_charts->addHeat(ago(0).latencies,
        static_cast<std::uint32_t>(failed - std::exchange(m_failedShown, failed)));
    std::vector<Sample> samples;
    const bool hasLatencies = ago(0).latencies.total() > 0;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const ChartSeries& series = m_series[i];
        double value = 0;
        switch (series.metric) {
        case Metric::RequestRate:
            value = region(series.region).requestRateHz;
            break;
        case Metric::ErrorShare:
            value = m_totals.errorShare * 100;
            break;
        case Metric::LatencyP50:
            value = m_totals.latencyMsP50;
            break;
        case Metric::LatencyP95:
            value = m_totals.latencyMsP95;
            break;
        case Metric::LatencyP99:
            value = m_totals.latencyMsP99;
            break;
        case Metric::ReplicationLag:
            value = seconds(m_sim.m_watch->shownLag(series.region, series.peer));
            break;
        case Metric::AnswerShare:
            value = m_sim.entrySharePerMille(series.region) / 10.0;
            break;
        case Metric::OrderRate:
            value = region(series.region).orderRateHz;
            break;
        }
        const bool isLatency = series.metric == Metric::LatencyP50 || series.metric == Metric::LatencyP95
            || series.metric == Metric::LatencyP99;
        if (isLatency && !hasLatencies)
            continue; // nobody was answered: a gap, not a zero
        m_charts->add(i, value);
        samples.push_back({ series.metric, series.region, series.peer, value });
    }
    if (m_sim.m_onSamples)
        m_sim.m_onSamples(m_sim.world().now(), samples);
}

} // namespace sb
