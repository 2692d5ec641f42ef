// SPDX-License-Identifier: GPL-3.0-or-later
// The faults that are at work now, each with its dead man's timer as shape and text, and what can be done:
// end it now, or let its time begin anew. The engine knows no longer fuse for a lit one: "renew" ends the
// fault and injects the same again, both in one instant, and says so.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sb {

class ActiveFaultRow;

class ActiveFaults : public QWidget {
    Q_OBJECT
public:
    explicit ActiveFaults(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    // Hidden while there is no fault.
    void setSnapshot(const Snapshot& snapshot);
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QPushButton* endButton(int row) const;
    [[nodiscard]] QPushButton* renewButton(int row) const;
    [[nodiscard]] QPushButton* clearAllButton() const { return m_clearAll; }
    [[nodiscard]] QString rowText(int row) const; // "Region outage, Ireland, ends in 14:18"

Q_SIGNALS:
    void commandRequested(const sb::Command& command);

private:
    void rebuild(const Snapshot& snapshot);

    WorldDescription m_world;
    QLabel* m_title;
    QPushButton* m_clearAll;
    QVBoxLayout* m_column;
    std::vector<ActiveFaultRow*> m_rows;
};

} // namespace sb
