// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routing_page.h"

#include "ui/pages/checks_card.h"
#include "ui/pages/controls_card.h"
#include "ui/pages/decision_explorer.h"
#include "ui/pages/forecast_card.h"
#include "ui/pages/plans_card.h"
#include "ui/pages/shares_card.h"
#include "ui/pages/shift_card.h"
#include "ui/pages/zone_card.h"
#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace sb {

namespace {

constexpr int kGap = 8;

} // namespace

RoutingPage::RoutingPage(ControlRoomBridge& bridge, QWidget* parent)
    : Page(parent)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_controls(new ControlsCard(this))
    , m_shares(new SharesCard(this))
    , m_plans(new PlansCard(this))
    , m_shift(new ShiftCard(this))
    , m_decisions(new DecisionExplorer(this))
    , m_forecast(new ForecastCard(bridge, this))
    , m_checks(new ChecksCard(bridge, this))
    , m_zone(new ZoneCard(bridge, this))
    , m_notice(new NoticeBar(this))
{
    setAccessibleName(tr("Routing"));
    setFocusPolicy(Qt::ClickFocus); // takes the focus when it is opened, so that no switch has it by chance
    m_tabs->setAccessibleName(tr("Parts of the routing console"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    for (const QString& title :
        { tr("Switches"), tr("Shares"), tr("Decisions"), tr("Forecast"), tr("Checks"), tr("Zone") })
        m_tabs->addTab(title);
    m_stack->addWidget(makeSwitches());
    for (QWidget* part :
        std::initializer_list<QWidget*> { m_shift, m_decisions, m_forecast, m_checks, m_zone })
        m_stack->addWidget(part);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGap);
    rows->addWidget(m_tabs);
    rows->addWidget(m_notice);
    rows->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_controls, &ControlsCard::commandRequested, this, &RoutingPage::commandRequested);
    connect(m_shares, &SharesCard::commandRequested, this, &RoutingPage::commandRequested);
    connect(m_plans, &PlansCard::commandRequested, this, &RoutingPage::commandRequested);
    connect(m_shift, &ShiftCard::commandRequested, this, &RoutingPage::commandRequested);
    connect(m_decisions, &DecisionExplorer::trialChanged, this, &RoutingPage::focusChanged);
}

QWidget* RoutingPage::makeSwitches()
{
    auto* page = new QWidget(this);
    auto* left = new QVBoxLayout;
    left->setSpacing(kGap);
    left->addWidget(m_shares);
    left->addWidget(m_controls, 1);
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(kGap);
    columns->addLayout(left, 5);
    columns->addWidget(m_plans, 4);
    return page;
}

void RoutingPage::setWorld(const WorldDescription& world)
{
    m_controls->setWorld(world);
    m_shares->setWorld(world);
    m_plans->setWorld(world);
    m_shift->setWorld(world);
    m_decisions->setWorld(world);
    m_forecast->setWorld(world);
    m_checks->setWorld(world);
    m_zone->setWorld(world);
}

void RoutingPage::setSnapshot(const Snapshot& snapshot)
{
    m_controls->setSnapshot(snapshot);
    m_shares->setSnapshot(snapshot);
    m_plans->setSnapshot(snapshot);
    m_shift->setSnapshot(snapshot);
    m_decisions->setSnapshot(snapshot);
}

Focus RoutingPage::focus() const
{
    Focus focus;
    focus.trial = m_decisions->trial();
    return focus;
}

bool RoutingPage::explain()
{
    showTab(Decisions);
    m_decisions->explain();
    return true;
}

void RoutingPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

RoutingPage::Tab RoutingPage::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void RoutingPage::chooseZoneFile()
{
    showTab(Zone);
    m_zone->chooseFile();
}

} // namespace sb
