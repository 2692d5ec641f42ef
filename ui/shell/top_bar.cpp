// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/shell/clock_view.h"
#include "ui/shell/icons.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/status_pill.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace sb {

namespace {

constexpr int kBarHeight = 50;
constexpr int kButtonHeight = 30;
// Below these widths first the run's name, then the program's name gives way.
constexpr int kRoomForRun = 1330;
constexpr int kRoomForTitle = 1180;
constexpr int kLeastMenuButton = 116;

} // namespace

TopBar::TopBar(WindowActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_logo(new QLabel(this))
    , m_title(new QLabel(QStringLiteral("Signalbox"), this))
    , m_run(new QLabel(this))
    , m_addVirginia(new QToolButton(this))
    , m_clock(new ClockView(this))
    , m_objectives(new StatusPill(this))
    , m_risk(new StatusPill(this))
{
    setFixedHeight(kBarHeight);
    m_title->setFont(sb::font(FontRole::Title));
    m_run->setForegroundRole(QPalette::PlaceholderText);
    m_addVirginia->setText(tr("+ Virginia"));
    m_addVirginia->setAccessibleName(tr("New run with Virginia"));
    m_addVirginia->setToolTip(actions.newRunThree->toolTip());
    m_addVirginia->setAutoRaise(true);
    m_addVirginia->setFocusPolicy(Qt::TabFocus);
    connect(m_addVirginia, &QToolButton::clicked, actions.newRunThree, &QAction::trigger);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 12, 0);
    row->setSpacing(6);
    row->addWidget(m_logo);
    row->addWidget(m_title);
    row->addSpacing(6);
    row->addWidget(m_run);
    row->addWidget(m_addVirginia);
    row->addStretch(2);
    row->addWidget(buttonFor(actions.pause, false));
    row->addWidget(buttonFor(actions.step, false));
    row->addSpacing(6);
    auto* speeds = new QHBoxLayout;
    speeds->setSpacing(3);
    const QList<QAction*> list = actions.speed->actions();
    for (QAction* action : list)
        speeds->addWidget(buttonFor(action, true));
    row->addLayout(speeds);
    row->addSpacing(4);
    row->addWidget(m_clock);
    row->addStretch(1);
    row->addWidget(m_objectives);
    row->addWidget(m_risk);
    row->addSpacing(4);
    const QString breakTip = tr("Injects a fault into a region or link");
    row->addWidget(menuButton(tr("Break…"), breakTip, actions.breakMenu));
    row->addWidget(
        menuButton(tr("Fail back…"), tr("Returns a healed region to service"), actions.failBackMenu));
    m_export
        = menuButton(tr("Export record"), tr("Writes the incident record to a file"), actions.exportMenu);
    row->addWidget(m_export);
    m_objectives->setToolTip(tr("Recovery time objective: from the first user-visible error until errors are "
                                "back under the objective"));
    m_risk->setToolTip(
        tr("Acknowledged orders that exist in one region only: lost if that region were lost now"));
    connect(m_objectives, &QAbstractButton::clicked, this, &TopBar::objectivesClicked);
    connect(m_risk, &QAbstractButton::clicked, this, &TopBar::riskClicked);
    const auto showLogo = [this] { m_logo->setPixmap(icon(QStringLiteral("logo")).pixmap(24, 24)); };
    showLogo();
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, showLogo);
}

QToolButton* TopBar::buttonFor(QAction* action, bool withText)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    button->setFixedHeight(kButtonHeight);
    button->setMinimumWidth(withText ? 40 : 34);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(withText ? action->statusTip() : plainLabel(action->text()));
    return button;
}

QPushButton* TopBar::menuButton(const QString& text, const QString& tip, QMenu* menu)
{
    auto* button = new QPushButton(text, this);
    button->setFixedHeight(kButtonHeight);
    button->setMinimumWidth(std::min(
        kLeastMenuButton, button->sizeHint().width())); // long words are shortened; the tooltip says all
    button->setToolTip(text + QLatin1Char('\n') + tip);
    button->setStatusTip(tip);
    button->setAccessibleName(text);
    // The menu is popped up by hand: a button with a menu of its own would show an arrow in each.
    connect(button, &QPushButton::clicked, menu,
        [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2))); });
    return button;
}

void TopBar::setWorld(const WorldDescription& world)
{
    //: title of the run, number of regions
    m_run->setText(
        tr("%1 · %2").arg(qs(world.title), formatRegions(static_cast<qint64>(world.regions.size()))));
    const bool isOffered = std::find(world.otherRegions.begin(), world.otherRegions.end(), "us-east-1")
        != world.otherRegions.end();
    m_addVirginia->setVisible(isOffered);
    m_actions.newRunThree->setEnabled(true);
}

void TopBar::setSnapshot(const WorldDescription& world, const Snapshot& snapshot)
{
    m_clock->setTime(world, snapshot);
    showObjectives(snapshot);
    const QString amount = formatMoney(snapshot.atRiskMoney, false);
    const QString orders = formatOrders(static_cast<qint64>(snapshot.atRiskOrders));
    m_risk->setStatus(StateShape::Ok, tr("At risk %1 · %2").arg(orders, amount),
        tr("Risk %1 · %2", "short for: at risk").arg(orders, amount));
}

void TopBar::showObjectives(const Snapshot& snapshot)
{
    const IncidentView& incident = snapshot.incident;
    const QString clock = formatStopwatch(incident.rto);
    if (incident.exists && incident.rtoIsRunning)
        m_objectives->setStatus(StateShape::Failed, tr("RTO %1 running").arg(clock), tr("RTO %1").arg(clock));
    else if (incident.exists && incident.isOpen && incident.restoredAt != kNever)
        m_objectives->setStatus(
            StateShape::Recovering, tr("Restored in %1").arg(clock), tr("RTO %1").arg(clock));
    else if (incident.exists && incident.isOpen)
        m_objectives->setStatus(StateShape::Degraded, tr("Incident %1 open").arg(incident.number));
    else if (incident.exists && incident.impactAt != kNever)
        m_objectives->setStatus(
            StateShape::Ok, tr("Objectives met · last RTO %1").arg(clock), tr("Objectives met"));
    else
        m_objectives->setStatus(StateShape::Ok, tr("Objectives met"));
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    m_run->setVisible(width() >= kRoomForRun);
    m_title->setVisible(width() >= kRoomForTitle);
    m_export->setText(width() >= kRoomForTitle ? tr("Export record") : tr("Export"));
    QWidget::resizeEvent(event);
}

void TopBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::BgPanel));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::LineSoft));
}

} // namespace sb
