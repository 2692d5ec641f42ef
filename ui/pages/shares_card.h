// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers how much, and who could carry more: for each region its share of the answers, its dial, its
// load and what the load would be after the loss of another region; and the shifts that move a region's
// traffic away until they expire.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace sb {

class CommandButton;

class SharesCard : public TitledCard {
    Q_OBJECT
public:
    explicit SharesCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const Snapshot& snapshot);

Q_SIGNALS:
    void commandRequested(const sb::Command& command);

private:
    struct Row {
        QLabel* answers = nullptr;
        QComboBox* dial = nullptr;
        LoadBar* load = nullptr;
        QLabel* full = nullptr;
        CommandButton* shift = nullptr;
        StateLine* state = nullptr;
    };

    void addHeadings();
    void addRow(std::size_t index, int line);
    void showRow(std::size_t index, const Snapshot& snapshot);
    void showCapacity(Row& row, const CapacityView& capacity);
    void pressShift(std::size_t index);

    WorldDescription m_world;
    std::vector<bool> m_isShifted; // by region
    std::vector<Row> m_rows;
    QWidget* m_table = nullptr;
    QGridLayout* m_grid = nullptr;
    QComboBox* m_expiry;
    QLineEdit* m_reason;
};

} // namespace sb
