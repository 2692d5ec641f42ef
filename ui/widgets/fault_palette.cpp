// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fault_palette.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"

#include <QApplication>
#include <QComboBox>
#include <QDrag>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sb {

namespace {

// Those that people reach for first, and next; the rest is in the context menu of a region.
constexpr std::array kFirst { FaultKind::RegionOutage, FaultKind::MappingRemoved,
    FaultKind::ReplicationPaused, FaultKind::LinkPartitioned, FaultKind::LatencyAdded };
constexpr std::array kNext { FaultKind::TrafficSurge, FaultKind::GrayFailing, FaultKind::StoreFailing,
    FaultKind::DiskStalled, FaultKind::ClockSkewed };

constexpr std::array kDurations { Duration(1min), Duration(5min), kDefaultFaultDuration, Duration(1h) };

// Six dots: the usual sign for "this can be dragged".
void paintGrip(QPainter& painter, const QRectF& box, const QColor& color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 2; ++column)
            painter.drawEllipse(
                QPointF(box.left() + 1.5 + column * 4, box.center().y() + (row - 1) * 4), 1.1, 1.1);
    }
}

} // namespace

FaultChip::FaultChip(FaultKind kind, QWidget* parent)
    : QPushButton(wordFor(kind), parent)
    , m_kind(kind)
{
    setAccessibleName(wordFor(kind));
    setToolTip(tr("%1 Drag it onto the map, or press it to apply it to the selection.").arg(explain(kind)));
    setStatusTip(explain(kind));
    setCursor(Qt::OpenHandCursor);
    setAutoDefault(false);
    setFocusPolicy(Qt::TabFocus); // Space after a drag shall pause, not press
}

QSize FaultChip::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(text()) + 36, 25 };
}

void FaultChip::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isHot = underMouse() || isDown();
    painter.setPen(QPen(theme.color(hasFocus() ? Token::Accent : Token::LineSoft), hasFocus() ? 2 : 1));
    painter.setBrush(theme.color(isHot ? Token::BgHover : Token::BgPanel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 0.5, -1, -0.5), kRadius, kRadius);
    const QRect grip = QStyle::visualRect(layoutDirection(), rect(), QRect(10, 0, 6, height()));
    paintGrip(painter, grip, theme.color(Token::TextMuted));
    painter.setPen(theme.color(Token::TextPrimary));
    painter.setFont(font());
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(26, 0, -8, 0)),
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
        text());
}

void FaultChip::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->pos();
    QPushButton::mousePressEvent(event);
}

void FaultChip::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton)
        && (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        setDown(false);
        Q_EMIT dragRequested();
        return;
    }
    QPushButton::mouseMoveEvent(event);
}

FaultPalette::FaultPalette(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Faults to drag onto the map"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 10);
    column->setSpacing(4);
    auto* title = new QLabel(tr("Break something"), this);
    title->setFont(sb::font(FontRole::CaptionStrong));
    //: more kinds of faults
    m_more = new QPushButton(tr("More"), this);
    m_more->setCheckable(true);
    m_more->setAutoDefault(false);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setFont(sb::font(FontRole::Caption));
    m_more->setMaximumWidth(m_more->fontMetrics().horizontalAdvance(m_more->text()) + 18);
    m_more->setAccessibleName(tr("More faults"));
    m_more->setToolTip(tr("Five more faults; all of them are in the menu of a region."));
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_more);
    column->addLayout(head);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(4);
    auto* first = new QVBoxLayout;
    first->setSpacing(4);
    for (const FaultKind kind : kFirst)
        addChip(kind, first);
    m_moreChips = new QWidget(this);
    auto* next = new QVBoxLayout(m_moreChips);
    next->setContentsMargins(0, 0, 0, 0);
    next->setSpacing(4);
    for (const FaultKind kind : kNext)
        addChip(kind, next);
    m_moreChips->hide();
    chips->addLayout(first, 1);
    chips->addWidget(m_moreChips, 1);
    column->addLayout(chips);
    connect(m_more, &QPushButton::toggled, this, [this](bool isMore) {
        m_moreChips->setVisible(isMore);
        Q_EMIT resized();
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    auto* label = new QLabel(tr("&Ends after"), this);
    label->setFont(sb::font(FontRole::Caption));
    m_duration = new QComboBox(this);
    m_duration->setFont(sb::font(FontRole::Caption));
    m_duration->setAccessibleName(tr("Fault ends by itself after"));
    for (const Duration d : kDurations)
        m_duration->addItem(formatDuration(d), QVariant(qlonglong { micros(d) }));
    m_duration->setCurrentIndex(2);
    label->setBuddy(m_duration);
    row->addWidget(label);
    row->addWidget(m_duration, 1);
    column->addLayout(row);
    connect(m_duration, &QComboBox::currentIndexChanged, this,
        [this] { Q_EMIT durationChanged(offer(FaultKind::RegionOutage).expiresAfter); });
}

FaultOffer FaultPalette::offer(FaultKind kind) const
{
    FaultOffer offer;
    offer.kind = kind;
    offer.expiresAfter = Duration { m_duration->currentData().toLongLong() };
    return offer;
}

void FaultPalette::addChip(FaultKind kind, QVBoxLayout* column)
{
    auto* chip = new FaultChip(kind, this);
    column->addWidget(chip);
    m_chips.push_back(chip);
    connect(chip, &FaultChip::dragRequested, this, [this, chip] { startDrag(chip); });
    connect(chip, &QPushButton::clicked, this, [this, chip] { Q_EMIT offered(offer(chip->kind())); });
}

FaultChip* FaultPalette::chip(FaultKind kind) const
{
    const auto it = std::find_if(
        m_chips.begin(), m_chips.end(), [kind](const FaultChip* chip) { return chip->kind() == kind; });
    return it == m_chips.end() ? nullptr : *it;
}

void FaultPalette::setDuration(Duration expiresAfter)
{
    const int index = m_duration->findData(QVariant(qlonglong { micros(expiresAfter) }));
    if (index >= 0)
        m_duration->setCurrentIndex(index);
}

Duration FaultPalette::duration() const
{
    return Duration(m_duration->currentData().toLongLong());
}

void FaultPalette::startDrag(FaultChip* chip)
{
    Q_EMIT dragStarted();
    auto* drag = new QDrag(chip);
    drag->setMimeData(toMimeData(offer(chip->kind())).release());
    drag->setPixmap(chip->grab());
    drag->setHotSpot(QPoint(18, chip->height() / 2));
    drag->exec(Qt::CopyAction);
}

void FaultPalette::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::LineSoft), 1));
    painter.setBrush(theme.color(Token::BgPanel, 0.94));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace sb
