// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/traffic_dots.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace sb {

namespace {

constexpr double kShortestWay = 14; // px; nearer cities still show a dot for a moment

double wayOf(const FlowView& flow, const MapLayout& layout)
{
    return std::max(
        kShortestWay, QLineF(layout.cities[flow.city.value], layout.nodes[flow.region.value]).length());
}

bool isKnown(const FlowView& flow, const MapLayout& layout)
{
    return flow.city.value < layout.cities.size() && flow.region.value < layout.nodes.size();
}

} // namespace

double TrafficDots::random()
{
    m_random ^= m_random << 13;
    m_random ^= m_random >> 17;
    m_random ^= m_random << 5;
    return static_cast<double>(m_random) / 4294967296.0;
}

void TrafficDots::chooseScale(const std::vector<FlowView>& flows, const MapLayout& layout)
{
    const auto inFlight = [&](int requestsPerDot) { // dots on the map at once
        double dots = 0;
        for (const FlowView& flow : flows) {
            if (isKnown(flow, layout))
                dots
                    += std::max(static_cast<double>(flow.requestRateHz) / requestsPerDot, kLeastDotsPerSecond)
                    * wayOf(flow, layout) / kSpeed;
        }
        return dots;
    };
    constexpr std::array kSteps { 1, 2, 3, 5, 8, 10, 15, 20, 30, 40, 50, 80, 100, 200, 500, 1000, 2000,
        5000 };
    int wanted = kSteps.back();
    for (const int step : kSteps) {
        if (inFlight(step) <= kMaxDots * 0.8) {
            wanted = step;
            break;
        }
    }
    // Hysteresis: a scale that flickers between two steps could not be read.
    const double now = m_requestsPerDot > 0 ? inFlight(m_requestsPerDot) : 0;
    if (m_requestsPerDot == 0 || now > kMaxDots * 0.97 || now < kMaxDots * 0.3)
        m_requestsPerDot = wanted;
}

double TrafficDots::dotsPerSecond(double rateHz) const
{
    return rateHz > 0 ? std::max(rateHz / m_requestsPerDot, kLeastDotsPerSecond) : 0;
}

void TrafficDots::start(const FlowView& flow, bool isFailed, double progress, const MapLayout& layout)
{
    if (m_dots.size() >= static_cast<std::size_t>(kMaxDots))
        return;
    const double way = wayOf(flow, layout);
    Dot dot;
    dot.city = flow.city;
    dot.region = flow.region;
    dot.isFailed = isFailed;
    dot.progress = static_cast<float>(progress);
    dot.progressPerSecond = static_cast<float>(kSpeed * (0.85 + 0.45 * random()) / way);
    dot.sway = static_cast<float>((random() - 0.5) * std::min(way * 0.16, 26.0));
    m_dots.push_back(dot);
}

void TrafficDots::prewarm(const std::vector<FlowView>& flows, const MapLayout& layout)
{
    clear();
    chooseScale(flows, layout);
    for (const FlowView& flow : flows) {
        if (!isKnown(flow, layout))
            continue;
        const double time = wayOf(flow, layout) / kSpeed;
        const double failed = static_cast<double>(flow.failedRateHz) * kCrossWeight;
        const double good = std::max(0.0, static_cast<double>(flow.requestRateHz - flow.failedRateHz));
        const auto count
            = [&](double rate) { return static_cast<int>(dotsPerSecond(rate) * time + random()); };
        for (int i = count(good); i > 0; --i)
            start(flow, false, random(), layout);
        for (int i = count(failed); i > 0; --i)
            start(flow, true, random(), layout);
    }
}

void TrafficDots::advance(double elapsed, const std::vector<FlowView>& flows, const MapLayout& layout)
{
    if (elapsed <= 0)
        return;
    chooseScale(flows, layout);
    const auto step = static_cast<float>(elapsed);
    // A cross says "failing now": when its flow has recovered it goes at once, not when it has arrived.
    const auto hasRecovered = [&](const Dot& dot) {
        const auto flow = std::find_if(flows.begin(), flows.end(),
            [&](const FlowView& f) { return f.city == dot.city && f.region == dot.region; });
        return flow == flows.end() || flow->failedRateHz <= 0;
    };
    std::erase_if(m_dots, [&](Dot& dot) {
        dot.progress += dot.progressPerSecond * step;
        return dot.progress >= 1 || (dot.isFailed && hasRecovered(dot))
            || dot.city.value >= layout.cities.size() || dot.region.value >= layout.nodes.size();
    });
    for (const FlowView& flow : flows) {
        if (!isKnown(flow, layout))
            continue;
        const auto isBefore = [](const Credit& c, const FlowView& f) {
            return std::tie(c.city, c.region) < std::tie(f.city, f.region);
        };
        auto credit = std::lower_bound(m_credit.begin(), m_credit.end(), flow, isBefore);
        if (credit == m_credit.end() || credit->city != flow.city || credit->region != flow.region)
            credit = m_credit.insert(credit, Credit { flow.city, flow.region, random(), random() });
        const double failed = static_cast<double>(flow.failedRateHz);
        const double good = std::max(0.0, static_cast<double>(flow.requestRateHz) - failed);
        credit->good += dotsPerSecond(good) * elapsed;
        credit->bad += dotsPerSecond(failed * kCrossWeight) * elapsed;
        for (; credit->good >= 1; credit->good -= 1)
            start(flow, false, random() * 0.02, layout);
        for (; credit->bad >= 1; credit->bad -= 1)
            start(flow, true, random() * 0.02, layout);
    }
}

QPointF TrafficDots::positionOf(const Dot& dot, const MapLayout& layout)
{
    const QPointF from = layout.cities[dot.city.value];
    const QPointF way = layout.nodes[dot.region.value] - from;
    const qreal length = std::max(1.0, std::hypot(way.x(), way.y()));
    // Failing requests stop short of the region: they arrive nowhere.
    const qreal t = static_cast<qreal>(dot.progress) * (dot.isFailed ? 0.9 : 1.0);
    const QPointF side(-way.y() / length, way.x() / length);
    return from + way * t + side * (4 * t * (1 - t) * static_cast<qreal>(dot.sway));
}

} // namespace sb
