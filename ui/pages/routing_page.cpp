// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/routing_page.h"

#include "ui/pages/controls_card.h"
#include "ui/pages/plans_card.h"
#include "ui/pages/shares_card.h"
#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sb {

namespace {

constexpr int kGap = 8;

} // namespace

RoutingPage::RoutingPage(QWidget* parent)
    : Page(parent)
    , m_controls(new ControlsCard(this))
    , m_shares(new SharesCard(this))
    , m_plans(new PlansCard(this))
    , m_notice(new NoticeBar(this))
{
    setAccessibleName(tr("Routing"));
    setFocusPolicy(Qt::ClickFocus); // takes the focus when it is opened, so that no switch has it by chance
    auto* left = new QVBoxLayout;
    left->setSpacing(kGap);
    left->addWidget(m_shares);
    left->addWidget(m_controls, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(kGap);
    columns->addLayout(left, 5);
    columns->addWidget(m_plans, 4);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGap);
    rows->addWidget(m_notice);
    rows->addLayout(columns, 1);
    connect(m_controls, &ControlsCard::commandRequested, this, &RoutingPage::commandRequested);
    connect(m_shares, &SharesCard::commandRequested, this, &RoutingPage::commandRequested);
    connect(m_plans, &PlansCard::commandRequested, this, &RoutingPage::commandRequested);
}

void RoutingPage::setWorld(const WorldDescription& world)
{
    m_controls->setWorld(world);
    m_shares->setWorld(world);
    m_plans->setWorld(world);
}

void RoutingPage::setSnapshot(const Snapshot& snapshot)
{
    m_controls->setSnapshot(snapshot);
    m_shares->setSnapshot(snapshot);
    m_plans->setSnapshot(snapshot);
}

} // namespace sb
