// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/region_parts.h"

#include "ui/pages/page_parts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

namespace sb {

namespace {

constexpr int kBoxHeight = 30;
constexpr int kRowGap = 28;
constexpr int kColumns = 4;

// Where a state stands in the machine: the way down above, the way back below.
struct Spot {
    RegionState state;
    int column;
    int row;
};
constexpr std::array<Spot, kRegionStateCount> kSpots { {
    { RegionState::Serving, 0, 0 },
    { RegionState::Degraded, 1, 0 },
    { RegionState::Failed, 2, 0 },
    { RegionState::Held, 3, 0 },
    { RegionState::CatchingUp, 3, 1 },
    { RegionState::Verifying, 2, 1 },
    { RegionState::Ramping, 1, 1 },
    { RegionState::SteeredAway, 0, 1 },
} };

struct Way {
    RegionState from;
    RegionState to;
    bool isBothWays;
};
constexpr std::array<Way, 8> kWays { {
    { RegionState::Serving, RegionState::Degraded, true },
    { RegionState::Degraded, RegionState::Failed, false },
    { RegionState::Failed, RegionState::Held, false },
    { RegionState::Held, RegionState::CatchingUp, false },
    { RegionState::CatchingUp, RegionState::Verifying, false },
    { RegionState::Verifying, RegionState::Ramping, false },
    { RegionState::Ramping, RegionState::Serving, false },
    { RegionState::Serving, RegionState::SteeredAway, true },
} };

void paintArrow(QPainter& painter, QPointF from, QPointF to)
{
    painter.drawLine(from, to);
    const QLineF line(from, to);
    if (line.length() < 1)
        return;
    const QPointF along = (to - from) / line.length();
    const QPointF across(-along.y(), along.x());
    painter.drawLine(to, to - along * 5 + across * 3);
    painter.drawLine(to, to - along * 5 - across * 3);
}

// Where the straight line between the middles of two boxes leaves the first.
QPointF edgeOf(const QRectF& box, QPointF towards)
{
    const QPointF way = towards - box.center();
    const qreal x = way.x() == 0 ? 1e9 : box.width() / 2 / std::abs(way.x());
    const qreal y = way.y() == 0 ? 1e9 : box.height() / 2 / std::abs(way.y());
    const qreal length = std::hypot(way.x(), way.y());
    return box.center() + way * std::min(x, y) + way / std::max(1.0, length) * 3;
}

} // namespace

StateMachineView::StateMachineView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void StateMachineView::setState(RegionState state)
{
    m_state = state;
    const QString name = tr("State diagram; now: %1").arg(wordFor(state));
    if (accessibleName() != name)
        setAccessibleName(name);
    update();
}

QRectF StateMachineView::boxOf(RegionState state) const
{
    const auto spot
        = std::find_if(kSpots.begin(), kSpots.end(), [&](const Spot& place) { return place.state == state; });
    const int gap = 22;
    const int wide = (width() - gap * (kColumns - 1) - 2) / kColumns;
    const QRect box(
        1 + spot->column * (wide + gap), 1 + spot->row * (kBoxHeight + kRowGap), wide, kBoxHeight);
    return QRectF(QStyle::visualRect(layoutDirection(), rect(), box));
}

void StateMachineView::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::LineBorder), 1.2));
    for (const Way& way : kWays) {
        const QRectF from = boxOf(way.from);
        const QRectF to = boxOf(way.to);
        const QPointF start = edgeOf(from, to.center());
        const QPointF end = edgeOf(to, from.center());
        paintArrow(painter, start, end);
        if (way.isBothWays)
            paintArrow(painter, end, start);
    }
    for (const Spot& spot : kSpots) {
        const QRectF box = boxOf(spot.state);
        const bool isNow = spot.state == m_state;
        const StateShape shape = shapeOf(spot.state);
        painter.setPen(isNow ? QPen(stateTextColor(theme, shape), 2) : QPen(theme.color(Token::LineSoft), 1));
        painter.setBrush(theme.color(isNow ? Token::BgHover : Token::BgPanel));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
        painter.setFont(sb::font(isNow ? FontRole::CaptionStrong : FontRole::Caption));
        painter.setPen(isNow ? theme.color(Token::TextPrimary) : theme.color(Token::TextMuted));
        const auto inside = [&](int left, int wide) {
            return QStyle::visualRect(layoutDirection(), box.toRect(),
                QRect(int(box.left()) + left, int(box.top()), wide, int(box.height())));
        };
        if (isNow) // only what is, is lit
            paintStateGlyph(painter, QRectF(inside(7, 12)).adjusted(0, 9, 0, -9), shape, theme);
        const int left = isNow ? 24 : 8;
        const int wide = int(box.width()) - left - 4;
        painter.drawText(inside(left, wide), leadingText(*this),
            painter.fontMetrics().elidedText(wordFor(spot.state), Qt::ElideRight, wide));
    }
}

VotesView::VotesView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void VotesView::setVotes(int healthy, int total, int needed)
{
    if (m_healthy == healthy && m_total == total && m_needed == needed)
        return;
    m_healthy = healthy;
    m_total = total;
    m_needed = needed;
    setAccessibleName(tr("%1 of %2 checkers say healthy, %3 are needed").arg(healthy).arg(total).arg(needed));
    setToolTip(accessibleName());
    update();
}

void VotesView::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    const int step = m_total > 0 ? std::clamp((width() - 8) / m_total, 8, 17) : 17;
    const int dot = std::min(12, step - 3);
    for (int i = 0; i < m_total; ++i) {
        const int past = i >= m_needed ? 5 : 0; // room for the line
        const QRect box = QStyle::visualRect(
            layoutDirection(), rect(), QRect(i * step + past, (height() - dot) / 2, dot, dot));
        paintStateGlyph(painter, QRectF(box), i < m_healthy ? StateShape::Ok : StateShape::Failed, theme);
    }
    if (m_needed <= 0 || m_needed > m_total)
        return;
    const QRect line
        = QStyle::visualRect(layoutDirection(), rect(), QRect(m_needed * step, 1, 2, height() - 2));
    painter.fillRect(line, theme.color(Token::TextPrimary));
}

RoundsView::RoundsView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void RoundsView::setRounds(std::vector<StateShape> rounds, Duration each)
{
    if (rounds == m_rounds)
        return;
    m_rounds = std::move(rounds);
    const auto bad = std::count(m_rounds.begin(), m_rounds.end(), StateShape::Failed);
    setAccessibleName(tr("The last %1 rounds of %2: unhealthy in %3")
                          .arg(m_rounds.size())
                          .arg(formatDuration(each))
                          .arg(bad));
    setToolTip(accessibleName());
    update();
}

void RoundsView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int count = static_cast<int>(m_rounds.size());
    const int step = count > 0 ? std::clamp(width() / count, 6, 14) : 14;
    const int dot = std::min(10, step - 2);
    for (int i = 0; i < count; ++i) // time runs from left to right in every language
        paintStateGlyph(painter, QRectF(i * step, (height() - dot) / 2.0, dot, dot),
            m_rounds[static_cast<std::size_t>(i)], currentTheme());
}

QPixmap sparkline(const std::deque<float>& values, QSize size, qreal devicePixelRatio)
{
    QPixmap pixmap(size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    if (values.size() < 2)
        return pixmap;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const float top = std::max(1e-3F, *std::max_element(values.begin(), values.end()));
    QPolygonF line;
    const qreal step = (size.width() - 2.0) / static_cast<qreal>(values.size() - 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        line << QPointF(1 + step * static_cast<qreal>(i),
            size.height() - 2 - (size.height() - 4) * static_cast<qreal>(values[i] / top));
    painter.setPen(QPen(currentTheme().color(Token::TextSecondary), 1.3));
    painter.drawPolyline(line);
    return pixmap;
}

QString serviceWord(ServiceKind service)
{
    switch (service) {
    case ServiceKind::Catalogue:
        return StateMachineView::tr("Catalogue");
    case ServiceKind::Search:
        return StateMachineView::tr("Search");
    case ServiceKind::Cart:
        return StateMachineView::tr("Cart");
    case ServiceKind::Checkout:
        return StateMachineView::tr("Checkout");
    case ServiceKind::Orders:
        return StateMachineView::tr("Orders");
    case ServiceKind::BestSellers:
        return StateMachineView::tr("Best sellers");
    case ServiceKind::Blog:
        return StateMachineView::tr("Blog");
    }
    return {};
}

} // namespace sb
