// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/map_stage.h"

#include "ui/map/world_map.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/coach_mark.h"
#include "ui/widgets/conditions_banner.h"
#include "ui/widgets/fault_confirm.h"
#include "ui/widgets/fault_palette.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/status_table.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace sb {

namespace {

constexpr int kMargin = 12;
constexpr int kBannerWidthMost = 540;
// Of two conditions, the first with detail, and of the compact form; reserved also while all is well.
constexpr int kBannerHeight = 84;
constexpr int kBannerHeightCompact = 44;
constexpr int kCompactHeight = 400; // of the map; below, the banner is one line
constexpr int kNoticeWidth = 460;
constexpr int kLegendBand = 36; // px at the lower edge, where the map explains its signs
// The palette gives way when it would cover more of the map than this.
constexpr qreal kPaletteShareMost = 0.5;

std::int64_t wholeSeconds(Instant at)
{
    return micros(at) / 1'000'000;
}

} // namespace

MapStage::MapStage(QWidget* parent)
    : QStackedWidget(parent)
    , m_map(new WorldMap(this))
    , m_table(new StatusTable(this))
    , m_banner(new ConditionsBanner(m_map))
    , m_palette(new FaultPalette(m_map))
    , m_notice(new NoticeBar(m_map))
    , m_confirm(new FaultConfirm(m_map))
    , m_controls(new QWidget(m_map))
{
    addWidget(m_map);
    addWidget(m_table);
    m_map->installEventFilter(this);
    connect(m_banner, &ConditionsBanner::sizeHintChanged, this, &MapStage::place);
    connect(m_banner, &ConditionsBanner::conditionClicked, m_map, &WorldMap::select);
    connect(m_notice, &NoticeBar::shown, this, &MapStage::placeNotice);
    connect(m_palette, &FaultPalette::resized, this, &MapStage::place);
    connect(m_map, &WorldMap::armedChanged, this, &MapStage::showConfirmation);
    connect(m_confirm, &FaultConfirm::confirmed, m_map, &WorldMap::confirmArmed);
    connect(m_confirm, &FaultConfirm::left, m_map, &WorldMap::disarm);
}

void MapStage::setActions(QAction* ring, QAction* zoomIn, QAction* zoomOut, QAction* zoomAll)
{
    auto* row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    const auto add = [&](const QString& text, const QString& name) {
        auto* button = new QToolButton(m_controls);
        button->setText(text);
        button->setAccessibleName(name);
        button->setFont(sb::font(FontRole::Caption));
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumSize(26, 24);
        row->addWidget(button);
        return button;
    };
    auto* both = new QButtonGroup(m_controls);
    QToolButton* map = add(tr("Map"), tr("Regions on the map"));
    QToolButton* asRing = add(tr("Ring"), tr("Regions on a ring"));
    for (QToolButton* button : { map, asRing }) {
        button->setCheckable(true);
        button->setToolTip(ring->statusTip());
        both->addButton(button);
    }
    map->setObjectName(QStringLiteral("showMap"));
    asRing->setObjectName(QStringLiteral("showRing"));
    const auto follow = [map, asRing](bool isRing) { (isRing ? asRing : map)->setChecked(true); };
    follow(ring->isChecked());
    connect(ring, &QAction::toggled, m_controls, follow);
    connect(map, &QToolButton::clicked, ring, [ring] { ring->setChecked(false); });
    connect(asRing, &QToolButton::clicked, ring, [ring] { ring->setChecked(true); });
    row->addSpacing(6);
    const std::pair<QAction*, QString> zooms[] { { zoomIn, QStringLiteral("+") },
        { zoomOut, QStringLiteral("−") }, { zoomAll, tr("All") } };
    for (const auto& [action, sign] : zooms) {
        QToolButton* button = add(sign, action->text().remove(QLatin1Char('&')));
        button->setToolTip(action->statusTip());
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    }
    m_controls->adjustSize();
    place();
}

// Beside what is about to be hit, never over it.
void MapStage::showConfirmation()
{
    const std::optional<InjectFault>& fault = m_map->armed();
    if (!fault) {
        const bool hadFocus = m_confirm->isAncestorOf(m_confirm->window()->focusWidget());
        m_confirm->hide();
        if (hadFocus)
            m_map->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_confirm->setTexts(faultTitle(*fault, m_world), m_map->armedSentence(),
        tr("Ends by itself after %1. Esc leaves it.").arg(formatDuration(fault->expiresAfter)));
    m_confirm->move(
        m_map->layoutOfMap().beside(m_map->anchorOf(*fault), QSizeF(m_confirm->size())).topLeft().toPoint());
    m_confirm->show();
    m_confirm->raise();
}

void MapStage::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_map->setWorld(world);
    m_table->setWorld(world);
    m_banner->setConditions({});
    place();
}

void MapStage::setSnapshot(const std::shared_ptr<const Snapshot>& snapshot)
{
    m_map->setSnapshot(snapshot);
    m_table->setSnapshot(snapshot);
    m_banner->setConditions(rankedConditions(m_world, *snapshot));
    // Figures that change thirty times a second cannot be read: once for each second of the World.
    if (m_map->armed() && wholeSeconds(snapshot->now) != m_confirmedAt) {
        m_confirmedAt = wholeSeconds(snapshot->now);
        showConfirmation();
    }
}

void MapStage::showTable(bool isTable)
{
    setCurrentWidget(isTable ? static_cast<QWidget*>(m_table) : m_map);
}

void MapStage::setPaletteWanted(bool isWanted)
{
    m_isPaletteWanted = isWanted;
    place();
}

void MapStage::showHint(const QString& text)
{
    if (m_hint)
        return;
    m_hint = new CoachMark(text, m_map);
    m_hint->setObjectName(QStringLiteral("coachMark"));
    connect(m_hint, &CoachMark::dismissed, this, [this] {
        hideHint();
        Q_EMIT hintDismissed();
    });
    m_hint->show();
    place();
}

void MapStage::hideHint()
{
    if (!m_hint)
        return;
    m_hint->deleteLater();
    m_hint = nullptr;
}

bool MapStage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_map
        && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange))
        place();
    return QStackedWidget::eventFilter(watched, event);
}

// A message must not hide what it is about: of the places along the lower and upper edge it takes the one
// where it covers least of the regions' cards.
void MapStage::placeNotice()
{
    const int width = std::min(kNoticeWidth, m_map->width() - 2 * kMargin);
    const QSize size = m_notice->sizeAt(width);
    const int bottom = m_map->height() - size.height() - kLegendBand;
    const int right = m_map->width() - width - kMargin;
    const QPoint candidates[] { { (m_map->width() - width) / 2, bottom }, { right, bottom },
        { kMargin, bottom }, { right, kMargin } };
    QRect best;
    qreal least = std::numeric_limits<qreal>::max();
    for (const QPoint& at : candidates) {
        const QRect place(at, size);
        const auto covered = [&place](const QRectF& other) {
            const QRectF both = QRectF(place).intersected(other);
            return both.width() * both.height();
        };
        qreal cost = m_palette->isVisibleTo(m_map) ? covered(m_palette->geometry()) : 0;
        if (m_banner->isVisibleTo(m_map))
            cost += covered(m_banner->geometry());
        for (const QRectF& card : m_map->layoutOfMap().cards)
            cost += covered(card);
        for (const QPointF& node : m_map->layoutOfMap().nodes)
            cost += covered(
                QRectF(node, QSizeF()).adjusted(-kNodeRadius, -kNodeRadius, kNodeRadius, kNodeRadius));
        if (cost < least) {
            least = cost;
            best = place;
        }
    }
    m_notice->setGeometry(best);
}

void MapStage::place()
{
    const int bannerWidth = std::min(kBannerWidthMost, m_map->width() - 2 * kMargin);
    const bool isCompact = m_map->height() < kCompactHeight;
    m_banner->setRoom(bannerWidth, isCompact);
    m_banner->move(kMargin, kMargin);
    const QSize palette = m_palette->sizeHint();
    m_palette->resize(palette);
    m_palette->move(kMargin, m_map->height() - palette.height() - kMargin);
    const bool isRoom = palette.height() <= m_map->height() * kPaletteShareMost;
    m_palette->setVisible(m_isPaletteWanted && isRoom);
    std::vector<QRectF> reserved { QRectF(
        0, 0, kMargin + bannerWidth, kMargin + (isCompact ? kBannerHeightCompact : kBannerHeight)) };
    if (m_palette->isVisibleTo(m_map))
        reserved.emplace_back(m_palette->geometry());
    m_controls->move(m_map->width() - m_controls->width() - kMargin, kMargin);
    reserved.emplace_back(m_controls->geometry());
    m_map->setReserved(std::move(reserved));
    if (m_map->armed())
        showConfirmation(); // beside what it is aimed at, which has its place only now
    placeNotice();
    if (!m_hint)
        return;
    const FaultChip* chip = m_palette->chip(FaultKind::RegionOutage);
    m_hint->resize(m_hint->sizeHint());
    const QPoint beside = chip->mapTo(m_map, QPoint(chip->width() + 12, chip->height() / 2));
    m_hint->move(beside.x(), beside.y() - m_hint->height() / 2);
    m_hint->setVisible(m_palette->isVisibleTo(m_map));
    m_hint->raise();
}

} // namespace sb
