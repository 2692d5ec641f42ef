// SPDX-License-Identifier: GPL-3.0-or-later
// Which range of virtual time a view shows, and whether it follows "now". Views observe it, so that two views
// may share one. While following, the span stays and the right edge keeps a margin after "now"; any panning
// or zooming away from "now" ends it. Thread: UI thread. Invariant: range() is never empty and its span is
// within kSpanMin … kSpanMax.
#pragma once

#include "ui/timeline/coordinates.h"

#include <QObject>

namespace sb {

class ZoomControl : public QObject {
    Q_OBJECT
public:
    explicit ZoomControl(QObject* parent = nullptr);

    [[nodiscard]] TimeRange range() const { return m_range; }
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    [[nodiscard]] Instant now() const { return m_now; }

    void setNow(Instant now);
    void setFollowing(bool isFollowing);
    // Shows exactly this range (normalised) and stops following.
    void setRange(TimeRange range);
    // `factor` below 1 zooms in. While following, "now" is the anchor whatever is asked.
    void zoomAt(Instant anchor, double factor);
    // By a share of the span; positive moves towards the future.
    void pan(double share);
    void panBy(Duration by);
    // The range with a twentieth of its span as margin on both sides.
    void fit(TimeRange range);
    // Back to the span of the start, following "now" at 0.
    void reset();

Q_SIGNALS:
    void rangeChanged();
    void followingChanged(bool isFollowing);

private:
    void follow();
    void apply(TimeRange range);

    TimeRange m_range;
    Instant m_now = kStart;
    bool m_isFollowing = true;
};

} // namespace sb
