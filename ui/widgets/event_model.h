// SPDX-License-Identifier: GPL-3.0-or-later
// The event stream as a table, oldest first, appended in batches and never reset while a run lasts.
// Bounded: the oldest rows go when kMostRows is passed; the record and the exports keep them.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace sb {

class EventModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Time, Level, Who, What, Where, Note, kColumnCount };
    enum Role {
        SeqRole = Qt::UserRole + 1, // quint64
        SeverityRole, // int of Severity
        ActorRole, // int of Actor
    };
    static constexpr std::size_t kMostRows = 20'000;

    explicit EventModel(QObject* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void append(const std::vector<Event>& events);
    [[nodiscard]] const Event& eventAt(int row) const { return m_events[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; } // rows that went

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Event& event, int column) const;

    WorldDescription m_world;
    std::deque<Event> m_events;
    std::uint64_t m_dropped = 0;
};

} // namespace sb
