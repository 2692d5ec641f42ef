// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sb {
namespace {

constexpr std::int64_t kShrinkAfterMs = 5000;
constexpr double kStepMin = 1e-6;
constexpr double kStepMax = 1e15;
constexpr int kStepsMost = 4;
constexpr int kDecadeMost = 12;

} // namespace

AxisTicks niceTicks(double value)
{
    if (!std::isfinite(value) || value < kStepMin)
        value = kStepMin;
    value = std::min(value, kStepMax);
    const double least = value / kStepsMost;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    static constexpr std::array<double, 6> kFactors { 1, 2, 2.5, 5, 10, 20 };
    double step = power * kFactors.back();
    for (const double factor : kFactors) {
        // A hair of tolerance: 4 x 0.1 must hold 0.4.
        if (power * factor >= least * (1 - 1e-9)) {
            step = power * factor;
            break;
        }
    }
    const double steps = std::max(1.0, std::ceil(value / step - 1e-9));
    return { step * steps, step };
}

LinearScale::LinearScale(double least)
    : m_least(niceTicks(least))
    , m_ticks(m_least)
{
}

bool LinearScale::adapt(double highest, std::int64_t wallMs)
{
    if (!std::isfinite(highest))
        return false;
    if (highest > m_ticks.top) {
        m_lowSince = -1;
        m_ticks = niceTicks(highest);
        return true;
    }
    if (highest >= m_ticks.top / 2 || m_ticks == m_least) {
        m_lowSince = -1;
        return false;
    }
    if (m_lowSince < 0)
        m_lowSince = wallMs;
    if (wallMs - m_lowSince < kShrinkAfterMs)
        return false;
    m_lowSince = -1;
    AxisTicks smaller = niceTicks(highest);
    if (smaller.top < m_least.top)
        smaller = m_least;
    const bool changes = !(smaller == m_ticks);
    m_ticks = smaller;
    return changes;
}

LogScale::LogScale(int bottom, int topLeast)
    : m_bottom(bottom)
    , m_topLeast(std::max(topLeast, bottom + 1))
    , m_top(m_topLeast)
{
}

bool LogScale::adapt(double highest, std::int64_t wallMs)
{
    if (!std::isfinite(highest))
        return false;
    const int needed = highest <= 0
        ? m_topLeast
        : std::clamp(static_cast<int>(std::ceil(std::log10(highest) - 1e-9)), m_topLeast, kDecadeMost);
    if (needed > m_top) {
        m_lowSince = -1;
        m_top = needed;
        return true;
    }
    // Half of the value is three tenths of a decade: one free decade is already more than that.
    if (needed == m_top) {
        m_lowSince = -1;
        return false;
    }
    if (m_lowSince < 0)
        m_lowSince = wallMs;
    if (wallMs - m_lowSince < kShrinkAfterMs)
        return false;
    m_lowSince = -1;
    m_top = needed;
    return true;
}

double LogScale::plotted(double value) const
{
    if (!(value > 0))
        return m_bottom;
    return std::max(static_cast<double>(m_bottom), std::log10(value));
}

} // namespace sb
