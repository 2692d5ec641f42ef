// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/fault_clock.h"

#include "ui/theme/format.h"

#include <QPainter>

#include <algorithm>

namespace sb {

Duration timeLeft(const FaultView& fault, Instant now)
{
    return std::max(Duration::zero(), fault.expiresAt - now);
}

double shareLeft(const FaultView& fault, Instant now)
{
    const double whole = seconds(fault.expiresAt - fault.startedAt);
    return whole > 0 ? std::clamp(seconds(timeLeft(fault, now)) / whole, 0.0, 1.0) : 0;
}

QString timeLeftText(Duration left)
{
    return formatStopwatch(left);
}

std::vector<const FaultView*> faultsOf(
    const Snapshot& snapshot, const WorldDescription& world, const MapItem& item)
{
    std::vector<const FaultView*> found;
    if (item.isNone() || item.region.value >= world.regions.size())
        return found;
    const std::string& a = world.regions[item.region.value].code;
    const std::string b = item.isLink() ? world.regions[item.peer.value].code : std::string();
    for (const FaultView& fault : snapshot.faults) {
        const InjectFault& spec = fault.spec;
        if ((spec.region == a && spec.peer == b) || (item.isLink() && spec.region == b && spec.peer == a))
            found.push_back(&fault);
    }
    std::stable_sort(found.begin(), found.end(),
        [](const FaultView* x, const FaultView* y) { return x->expiresAt < y->expiresAt; });
    return found;
}

void paintFaultClock(QPainter& painter, const QRectF& box, double share, const Theme& theme)
{
    painter.save();
    const QColor ink = theme.color(Token::StateFailedText);
    const QRectF disc = box.adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(QPen(ink, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(disc);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    // From twelve o'clock; what has passed is gone, clockwise.
    const int span = static_cast<int>(share * 360 * 16);
    painter.drawPie(disc.adjusted(1.6, 1.6, -1.6, -1.6), 90 * 16, span);
    painter.restore();
}

} // namespace sb
