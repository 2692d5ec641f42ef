// SPDX-License-Identifier: GPL-3.0-or-later
// What if this were done now? Chooses a command, how many futures of the present are run and how far, shows
// their progress, and keeps the latest three results side by side. Thread: UI thread.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

#include <map>
#include <optional>

class QComboBox;
class QPushButton;
class QSpinBox;
class QTableView;

namespace sb {

class ControlRoomBridge;
class ForecastTable;
class JobRow;

class ForecastCard : public TitledCard {
    Q_OBJECT
public:
    explicit ForecastCard(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    // What would be asked; empty: what if nothing is done.
    [[nodiscard]] std::optional<Command> command() const;
    [[nodiscard]] ForecastTable* table() const { return m_table; }
    [[nodiscard]] JobRow* job() const { return m_job; }

private:
    enum What { Nothing, Fail, Destroy, Shift, Back, kWhats };

    void layOut();
    void start();
    void take(quint64 job);
    void showState();
    [[nodiscard]] QString title() const;

    ControlRoomBridge& m_bridge;
    WorldDescription m_world;
    std::map<quint64, QString> m_titles; // of jobs
    QComboBox* m_what;
    QComboBox* m_region;
    QSpinBox* m_futures;
    QSpinBox* m_horizon;
    QPushButton* m_run;
    QPushButton* m_copy;
    JobRow* m_job;
    ForecastTable* m_table;
    QTableView* m_view;
    QLabel* m_hint;
};

} // namespace sb
