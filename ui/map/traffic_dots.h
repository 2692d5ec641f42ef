// SPDX-License-Identifier: GPL-3.0-or-later
// The moving traffic: each dot stands for a fixed number of requests on their way from a city to the region
// that answers it. Dots keep the region they started for, so a failover is seen moving. The number of dots
// grows with the rate, piecewise: a flow too small for its share starts one now and then all the same, so
// that no city that is served looks empty. Bounded: at most kMaxDots at a time; the number of requests a dot
// stands for is chosen so that they fit. Pure bookkeeping in px and seconds; the jitter is a fixed sequence,
// so a picture can be repeated.
#pragma once

#include "backend/api/snapshot.h"
#include "ui/map/map_layout.h"

#include <vector>

namespace sb {

struct Dot {
    CityId city;
    RegionId region;
    float progress = 0; // 0 at the city … 1 at the region
    float progressPerSecond = 1;
    float sway = 0; // px to the side at mid way
    bool isFailed = false;
};

class TrafficDots {
public:
    static constexpr int kMaxDots = 600;
    // Failing requests are few and matter: a cross stands for a fifth of what a dot stands for.
    static constexpr int kCrossWeight = 5;
    static constexpr double kSpeed = 44; // px/s, the fastest is a third above it
    static constexpr double kLeastDotsPerSecond = 0.12; // of a flow, however small

    void clear() { m_dots.clear(), m_credit.clear(); }
    // Moves the dots by `elapsed` wall seconds and starts new ones. Failed flows start crosses.
    void advance(double elapsed, const std::vector<FlowView>& flows, const MapLayout& layout);
    // As if the present flows had run for long: fills an empty map at once.
    void prewarm(const std::vector<FlowView>& flows, const MapLayout& layout);

    [[nodiscard]] const std::vector<Dot>& dots() const { return m_dots; }
    [[nodiscard]] int requestsPerDot() const { return m_requestsPerDot; }
    [[nodiscard]] static QPointF positionOf(const Dot& dot, const MapLayout& layout);

private:
    [[nodiscard]] double dotsPerSecond(double rateHz) const;
    void chooseScale(const std::vector<FlowView>& flows, const MapLayout& layout);
    void start(const FlowView& flow, bool isFailed, double progress, const MapLayout& layout);
    double random(); // 0…1

    struct Credit {
        CityId city;
        RegionId region;
        double good = 0; // dots owed, below 1
        double bad = 0;
    };
    std::vector<Dot> m_dots;
    std::vector<Credit> m_credit; // sorted by (city, region)
    int m_requestsPerDot = 0;
    std::uint32_t m_random = 0x9E3779B9U;
};

} // namespace sb
