// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/zoom_control.h"

namespace sb {
namespace {

constexpr Duration kSpanAtStart = 260s; // a bit over four minutes: an outage from fault to answers moved
// Share of the span kept free after "now" while following.
constexpr double kMarginShare = 0.045;

Duration shareOf(Duration span, double share)
{
    return Duration { static_cast<std::int64_t>(static_cast<double>(span.count()) * share) };
}

} // namespace

ZoomControl::ZoomControl(QObject* parent)
    : QObject(parent)
    , m_range { kStart, kStart + kSpanAtStart }
{
    follow();
}

void ZoomControl::setNow(Instant now)
{
    if (now == m_now)
        return;
    m_now = now;
    if (m_isFollowing)
        follow();
}

void ZoomControl::setFollowing(bool isFollowing)
{
    if (isFollowing == m_isFollowing)
        return;
    m_isFollowing = isFollowing;
    if (m_isFollowing)
        follow();
    Q_EMIT followingChanged(m_isFollowing);
}

void ZoomControl::setRange(TimeRange range)
{
    setFollowing(false);
    apply(range);
}

void ZoomControl::zoomAt(Instant anchor, double factor)
{
    if (m_isFollowing) {
        const Duration span = zoomed(m_range, m_now, factor).span();
        m_range.from = m_range.to - span;
        follow();
        Q_EMIT rangeChanged();
        return;
    }
    apply(zoomed(m_range, anchor, factor));
}

void ZoomControl::pan(double share)
{
    panBy(shareOf(m_range.span(), share));
}

void ZoomControl::panBy(Duration by)
{
    if (by == 0us)
        return;
    setFollowing(false);
    apply(moved(m_range, by));
}

void ZoomControl::fit(TimeRange range)
{
    range = normalised(range);
    const Duration margin = shareOf(range.span(), 0.05);
    setRange({ range.from - margin, range.to + margin });
}

void ZoomControl::reset()
{
    m_now = kStart;
    m_range = { kStart, kStart + kSpanAtStart };
    setFollowing(true);
    follow();
}

void ZoomControl::follow()
{
    const Duration span = m_range.span();
    const Instant to = m_now + shareOf(span, kMarginShare);
    apply({ to - span, to });
}

void ZoomControl::apply(TimeRange range)
{
    // A day before the start and ten years after it are far beyond any run; panning stops there.
    constexpr Duration kPast = -24h;
    constexpr Duration kFuture = 24h * 3650;
    range = normalised(range);
    if (range.from.time_since_epoch() < kPast)
        range = moved(range, kPast - range.from.time_since_epoch());
    if (range.to.time_since_epoch() > kFuture)
        range = moved(range, kFuture - range.to.time_since_epoch());
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT rangeChanged();
}

} // namespace sb
