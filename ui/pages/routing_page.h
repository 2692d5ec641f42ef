// SPDX-License-Identifier: GPL-3.0-or-later
// The routing console: switches under safety rules, who answers how much and could carry more, and recovery
// plans. What answers are given and why stands beside it, in the side panel. Thread: UI thread.
#pragma once

#include "ui/pages/page.h"

namespace sb {

class ControlsCard;
class NoticeBar;
class PlansCard;
class SharesCard;

class RoutingPage : public Page {
    Q_OBJECT
public:
    explicit RoutingPage(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) override;
    void setSnapshot(const Snapshot& snapshot) override;
    [[nodiscard]] ControlsCard* controls() const { return m_controls; }
    [[nodiscard]] SharesCard* shares() const { return m_shares; }
    [[nodiscard]] PlansCard* plans() const { return m_plans; }
    [[nodiscard]] NoticeBar* notice() const override { return m_notice; }

private:
    ControlsCard* m_controls;
    SharesCard* m_shares;
    PlansCard* m_plans;
    NoticeBar* m_notice; // what the engine refused, and why
};

} // namespace sb
