// SPDX-License-Identifier: GPL-3.0-or-later
// Which way of checking health would have served best? One incident under ten settings with the same seeds,
// in worlds of their own; what came of each as a table. Thread: UI thread.
#pragma once

#include "backend/api/check_scores.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

#include <memory>

class QComboBox;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace sb {

class ControlRoomBridge;
class JobRow;

class ChecksCard : public TitledCard {
    Q_OBJECT
public:
    explicit ChecksCard(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    [[nodiscard]] QTreeWidget* table() const { return m_table; }
    [[nodiscard]] JobRow* job() const { return m_job; }
    [[nodiscard]] QString csv() const;

private:
    void start();
    void show(std::shared_ptr<const CheckComparisonView> view);
    void showState();

    ControlRoomBridge& m_bridge;
    std::shared_ptr<const CheckComparisonView> m_view; // null: none yet
    QComboBox* m_incident;
    QSpinBox* m_seeds;
    QPushButton* m_run;
    QPushButton* m_copy;
    JobRow* m_job;
    StateLine* m_verdict;
    StateLine* m_best;
    QLabel* m_hint;
    QTreeWidget* m_table;
};

} // namespace sb
