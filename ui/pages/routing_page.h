// SPDX-License-Identifier: GPL-3.0-or-later
// The routing console: switches under safety rules, who answers how much and could carry more, recovery
// plans; moving traffic in stages; the decisions with their explanations and a question to try; forecasts; a
// comparison of health checks; and zones of the operator's own. Thread: UI thread.
#pragma once

#include "ui/pages/page.h"

class QStackedWidget;
class QTabBar;

namespace sb {

class ChecksCard;
class ControlsCard;
class DecisionExplorer;
class ForecastCard;
class NoticeBar;
class PlansCard;
class SharesCard;
class ShiftCard;
class ZoneCard;

class RoutingPage : public Page {
    Q_OBJECT
public:
    enum Tab { Switches, Shift, Decisions, Forecast, Checks, Zone, kTabs };

    explicit RoutingPage(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) override;
    void setSnapshot(const Snapshot& snapshot) override;
    [[nodiscard]] Focus focus() const override;
    bool explain() override;
    void showTab(Tab tab);
    [[nodiscard]] Tab tab() const;
    [[nodiscard]] ControlsCard* controls() const { return m_controls; }
    [[nodiscard]] SharesCard* shares() const { return m_shares; }
    [[nodiscard]] PlansCard* plans() const { return m_plans; }
    [[nodiscard]] ShiftCard* shift() const { return m_shift; }
    [[nodiscard]] DecisionExplorer* decisions() const { return m_decisions; }
    [[nodiscard]] ForecastCard* forecast() const { return m_forecast; }
    [[nodiscard]] ChecksCard* checks() const { return m_checks; }
    [[nodiscard]] ZoneCard* zone() const { return m_zone; }
    [[nodiscard]] NoticeBar* notice() const override { return m_notice; }

public Q_SLOTS:
    void chooseZoneFile(); // shows the tab and asks for a file

private:
    QWidget* makeSwitches();

    QTabBar* m_tabs;
    QStackedWidget* m_stack; // by Tab
    ControlsCard* m_controls;
    SharesCard* m_shares;
    PlansCard* m_plans;
    ShiftCard* m_shift;
    DecisionExplorer* m_decisions;
    ForecastCard* m_forecast;
    ChecksCard* m_checks;
    ZoneCard* m_zone;
    NoticeBar* m_notice; // what the engine refused, and why
};

} // namespace sb
