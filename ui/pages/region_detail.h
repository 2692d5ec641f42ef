// SPDX-License-Identifier: GPL-3.0-or-later
// One region in full: where it stands among its states and how it came there, who votes it healthy, what its
// services do, what it could carry, what its store holds, what it sends and receives, whose users it serves,
// and what can be done about it. Scrolls; one column of cards where it is narrow, two where it is wide.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QWidget>

#include <array>
#include <vector>

class QBoxLayout;
class QScrollArea;

namespace sb {

class FactList;
class LoadBar;
class RegionActionsCard;
class RegionHistory;
class RoundsView;
class RowTable;
class StateLine;
class StateMachineView;
class TitledCard;
class VotesView;

class RegionDetail : public QWidget {
    Q_OBJECT
public:
    explicit RegionDetail(const RegionHistory& history, QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setRegion(RegionId region);
    [[nodiscard]] RegionId region() const { return m_region; }
    void setSnapshot(const Snapshot& snapshot);
    [[nodiscard]] const StateMachineView* machine() const { return m_machine; }
    [[nodiscard]] const RoundsView* rounds() const { return m_rounds; }
    [[nodiscard]] const RowTable* transitions() const { return m_transitions; }
    [[nodiscard]] const RowTable* streams() const { return m_streams; }
    [[nodiscard]] const RowTable* origins() const { return m_origins; }
    [[nodiscard]] const RowTable* services() const { return m_services; }
    [[nodiscard]] RegionActionsCard* actions() const { return m_actions; }
    // Everything painted or listed as group, name, value, remark: for the table twin.
    [[nodiscard]] std::vector<std::array<QString, 4>> asRows(const Snapshot& snapshot) const;

Q_SIGNALS:
    void commandRequested(const sb::Command& command);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLeft(QBoxLayout* left);
    void buildRight(QBoxLayout* right);
    TitledCard* addCard(QBoxLayout* side, const QString& title);
    void showState(const Snapshot& snapshot, const RegionView& region);
    void showHealth(const Snapshot& snapshot, const RegionView& region);
    void showServices(const RegionView& region);
    void showCapacity(const Snapshot& snapshot, const RegionView& region);
    void showStore(const RegionView& region);
    void showStreams(const Snapshot& snapshot);
    void showOrigins(const Snapshot& snapshot);

    const RegionHistory& m_history;
    WorldDescription m_world;
    RegionId m_region;
    QScrollArea* m_scroll;
    QBoxLayout* m_columns = nullptr;
    StateLine* m_state = nullptr;
    StateMachineView* m_machine = nullptr;
    RowTable* m_transitions = nullptr;
    VotesView* m_votes = nullptr;
    RoundsView* m_rounds = nullptr;
    FactList* m_health = nullptr;
    RowTable* m_checks = nullptr;
    RowTable* m_services = nullptr;
    LoadBar* m_load = nullptr;
    FactList* m_capacity = nullptr;
    FactList* m_store = nullptr;
    FactList* m_writing = nullptr;
    RowTable* m_streams = nullptr;
    RowTable* m_origins = nullptr;
    RegionActionsCard* m_actions = nullptr;
};

} // namespace sb
