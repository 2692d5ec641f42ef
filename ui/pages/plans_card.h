// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery plans: which there are, whether they would go through now, and the execution of the chosen one,
// step by step, with everything an operator may do in the middle of it.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

#include <array>
#include <map>
#include <string>

class QComboBox;
class QHBoxLayout;
class QTreeWidget;
class QTreeWidgetItem;

namespace sb {

class CommandButton;

// Words for the states that the engine names as the vendor does; the name itself for an unknown one.
[[nodiscard]] QString planStateWord(const std::string& state);
[[nodiscard]] QString stepStateWord(const std::string& state);
[[nodiscard]] StateShape shapeOfPlanState(const std::string& state);
[[nodiscard]] StateShape shapeOfStepState(const std::string& state);
// A step's name as words: "what-is-lost" is "What is lost".
[[nodiscard]] QString stepTitle(const std::string& name);

class PlansCard : public TitledCard {
    Q_OBJECT
public:
    explicit PlansCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const Snapshot& snapshot);
    void choose(const QString& plan);

Q_SIGNALS:
    void commandRequested(const sb::Command& command);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Button { Start, Ungraceful, Evaluate, PauseResume, Skip, Retry, Approve, Decline, Cancel, kButtons };
    static constexpr std::size_t kButtonsInRow = 3;

    void fillChoice(const Snapshot& snapshot);
    void showPlan(const PlanView& plan, const Snapshot& snapshot);
    void showFindings(const PlanView& plan);
    void showButtons(const PlanView& plan);
    void makeButtons();
    void showOffered();
    void showDetail(QTreeWidgetItem& item, const QString& detail);
    void showSteps(const PlanView& plan, const Snapshot& snapshot);
    void press(Button button);
    [[nodiscard]] std::string target() const;

    WorldDescription m_world;
    PlanView m_plan; // the one shown
    std::map<std::string, int> m_seenExecutions; // number of the last one, by plan
    QComboBox* m_choice;
    QComboBox* m_target;
    StateLine* m_evaluation;
    StateLine* m_state;
    QLabel* m_timing;
    QLabel* m_findings;
    QLabel* m_empty;
    std::array<CommandButton*, kButtons> m_buttons {};
    std::array<QHBoxLayout*, kButtons / kButtonsInRow> m_rows {};
    std::array<bool, kButtons> m_isOffered {}; // in the present state of the plan
    QTreeWidget* m_steps;
};

} // namespace sb
