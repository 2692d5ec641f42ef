// SPDX-License-Identifier: GPL-3.0-or-later
// Routing controls by panel, with the safety rules above them. Switches are staged, then applied together as
// one transaction: only the state after all of them has to satisfy the rules. Refusals come back from the
// engine with every rule in the way; to override rules one names them and gives a reason.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

#include <map>
#include <set>
#include <string>
#include <vector>

class QGridLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace sb {

class CommandButton;

class ControlsCard : public TitledCard {
    Q_OBJECT
public:
    explicit ControlsCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const Snapshot& snapshot);
    // What would be applied now.
    [[nodiscard]] SetControls staged() const;

Q_SIGNALS:
    void commandRequested(const sb::Command& command);

private:
    struct Row {
        std::string name;
        SwitchButton* toggle = nullptr;
        QLabel* age = nullptr;
    };

    void rebuild(const Snapshot& snapshot);
    void stage(const std::string& control, bool isOn);
    void showStaged();
    void fillOverrides();
    void apply();
    void discard();

    WorldDescription m_world;
    std::vector<ControlView> m_controls; // as last seen
    std::vector<SafetyRuleView> m_rules;
    std::map<std::string, bool> m_staged; // differing from what is
    std::set<std::string> m_overrides;
    std::vector<Row> m_rows;
    std::vector<StateLine*> m_ruleLines;
    QWidget* m_switches = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_empty;
    QToolButton* m_override;
    QMenu* m_overrideMenu;
    QLineEdit* m_reason;
    CommandButton* m_apply;
    QPushButton* m_discard;
};

} // namespace sb
