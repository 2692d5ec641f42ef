// SPDX-License-Identifier: GPL-3.0-or-later
// Zones of the operator's own: which one this run's customers ask, if any, and what is wrong or unwise about
// it; and any zone's file, judged without running it. Thread: UI thread.
#pragma once

#include "backend/api/world_description.h"
#include "backend/api/zone_report.h"
#include "ui/pages/page_parts.h"

#include <memory>

class QPushButton;
class QTreeWidget;

namespace sb {

class ControlRoomBridge;
class JobRow;

class ZoneCard : public TitledCard {
    Q_OBJECT
public:
    explicit ZoneCard(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    // Asks for the zone's file, and for that of its health checks.
    void chooseFile();
    // `checks` may be empty.
    void check(const QString& zone, const QString& checks);
    [[nodiscard]] QTreeWidget* table() const { return m_table; }
    [[nodiscard]] JobRow* job() const { return m_job; }
    [[nodiscard]] StateLine* summary() const { return m_summary; }

private:
    void chooseChecks(const QString& zone);
    void showOwn();
    void show(const ZoneReportView& report);
    void addRow(StateShape shape, const QString& kind, const QString& what, const QString& consequence,
        const QString& mend);
    void showState();

    ControlRoomBridge& m_bridge;
    std::shared_ptr<const ZoneReportView> m_own; // of the run; null: the program's zone
    QPushButton* m_choose;
    QPushButton* m_back;
    JobRow* m_job;
    StateLine* m_summary;
    QLabel* m_hint;
    QTreeWidget* m_table;
};

} // namespace sb
