// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/copies_view.h"

#include "ui/pages/page_parts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sb {

namespace {

constexpr int kLeastColumn = 150;
constexpr int kMostColumn = 300;
constexpr int kGap = 8;
constexpr int kHeight = 124;

} // namespace

CopyReading readCopy(
    const WorldDescription& world, const InspectedCopy& copy, const InspectView& view, Instant now)
{
    CopyReading reading;
    if (!copy.isReadable) {
        reading.shape = StateShape::Unknown;
        reading.word = CopiesView::tr("cannot be read");
        return reading;
    }
    const bool isMissing = !copy.isPresent && !copy.isDeleted;
    if (isMissing) {
        reading.shape = copy.isSameAsMost ? StateShape::Ok : StateShape::Degraded;
        reading.word = CopiesView::tr("missing");
        return reading;
    }
    reading.shape = copy.isSameAsMost || view.isAgreed ? StateShape::Ok : StateShape::Degraded;
    reading.word = copy.isDeleted         ? CopiesView::tr("deleted")
        : reading.shape == StateShape::Ok ? CopiesView::tr("same")
                                          : CopiesView::tr("differs");
    reading.value = copy.isDeleted ? CopiesView::tr("deleted") : qs(copy.value);
    //: a version: the region that wrote it and its number there
    reading.version = CopiesView::tr("%1 %2").arg(
        regionName(world, copy.origin), formatCount(static_cast<qint64>(copy.sequence)));
    reading.age = CopiesView::tr("%1 ago").arg(formatAge(now - copy.committedAt));
    return reading;
}

CopiesView::CopiesView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Copies of the key, a column for each region"));
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void CopiesView::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_copies.clear();
    updateGeometry();
    update();
}

void CopiesView::setCopies(std::vector<CopyReading> copies)
{
    m_copies = std::move(copies);
    QStringList spoken;
    for (std::size_t i = 0; i < m_copies.size() && i < m_world.regions.size(); ++i)
        spoken << tr("%1: %2, %3").arg(regionName(m_world.regions[i]), m_copies[i].value, m_copies[i].word);
    setAccessibleDescription(m_copies.empty() ? m_empty : spoken.join(QStringLiteral("; ")));
    update();
}

void CopiesView::setEmptyText(const QString& text)
{
    m_empty = text;
    setAccessibleDescription(text);
    update();
}

QSize CopiesView::sizeHint() const
{
    const int columns = std::max(1, static_cast<int>(m_world.regions.size()));
    return { columns * (kLeastColumn + kGap) - kGap, kHeight };
}

void CopiesView::paintColumn(QPainter& painter, const QRect& box, std::size_t index) const
{
    const Theme& theme = currentTheme();
    const CopyReading& copy = m_copies[index];
    const bool isOdd = copy.shape == StateShape::Degraded;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        isOdd ? QPen(stateTextColor(theme, copy.shape), 1.6) : QPen(theme.color(Token::LineSoft), 1));
    painter.setBrush(theme.color(isOdd ? Token::BgDegraded : Token::BgPlot));
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), kRadius, kRadius);
    const auto line = [&](int top, int high, int left, const QString& text) {
        const QRect place = QStyle::visualRect(
            layoutDirection(), box, QRect(box.left() + left, box.top() + top, box.width() - left - 10, high));
        painter.drawText(
            place, leadingText(*this), painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    painter.setFont(sb::font(FontRole::BodyStrong));
    painter.setPen(theme.color(Token::TextSecondary));
    line(8, 18, 10, regionName(m_world.regions[index]));
    paintStateGlyph(painter,
        QRectF(QStyle::visualRect(layoutDirection(), box, QRect(box.left() + 10, box.top() + 32, 12, 12))),
        copy.shape, theme);
    painter.setFont(sb::font(isOdd ? FontRole::BodyStrong : FontRole::Body));
    painter.setPen(stateTextColor(theme, copy.shape));
    line(29, 18, 28, copy.word);
    painter.setFont(sb::font(FontRole::Title));
    painter.setPen(theme.color(Token::TextPrimary));
    line(50, 24, 10, copy.value);
    painter.setFont(sb::font(FontRole::Caption));
    painter.setPen(theme.color(Token::TextMuted));
    if (!copy.version.isEmpty())
        line(78, 16, 10, tr("version %1").arg(copy.version));
    line(96, 16, 10, copy.age);
}

void CopiesView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_copies.empty()) {
        painter.setFont(sb::font(FontRole::Body));
        painter.setPen(currentTheme().color(Token::TextMuted));
        painter.drawText(
            rect().adjusted(2, 8, -2, -8), leadingText(*this, Qt::AlignTop) | Qt::TextWordWrap, m_empty);
        return;
    }
    const int count = static_cast<int>(std::min(m_copies.size(), m_world.regions.size()));
    const int wide = std::clamp((width() + kGap) / std::max(1, count) - kGap, kLeastColumn, kMostColumn);
    for (int i = 0; i < count; ++i)
        paintColumn(painter,
            QStyle::visualRect(layoutDirection(), rect(), QRect(i * (wide + kGap), 0, wide, kHeight)),
            static_cast<std::size_t>(i));
}

} // namespace sb
