// SPDX-License-Identifier: GPL-3.0-or-later
// The stream of routing decisions as a table, newest first. The row key is the decision's number; rows come
// on top and leave at the bottom, so that selection and scroll position stay. Held, it keeps what comes and
// shows it later. Snapshots bring the newest few alone: what came faster than they do is counted as missed.
// Thread: UI thread.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <deque>
#include <optional>

namespace sb {

class DecisionStream : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, City, Answer, Reason, Ttl, kColumnCount };
    enum Role {
        NumberRole = Qt::UserRole + 1, // quint64
        RegionRole, // int, of the answer; -1: none
        ReasonRole, // int, DecisionReason
    };
    static constexpr std::size_t kMostRows = 1000;

    explicit DecisionStream(QObject* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void update(const Snapshot& snapshot);
    void setHeld(bool isHeld);
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); } // come while held
    [[nodiscard]] std::uint64_t missed() const { return m_missed; }
    [[nodiscard]] std::optional<DecisionView> decision(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void showWaiting();
    [[nodiscard]] QString text(const DecisionView& decision, int column) const;

    WorldDescription m_world;
    std::deque<DecisionView> m_rows; // newest first
    std::deque<DecisionView> m_waiting; // newest first, at most kMostRows
    std::uint64_t m_newest = 0; // number
    std::uint64_t m_missed = 0;
    bool m_isHeld = false;
};

// Rows of one city's name, one answer, one reason; any of them may be left open.
class DecisionFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setCity(const QString& part); // of the name
    void setRegion(int region); // -1: any
    void setReason(int reason); // -1: any

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_city;
    int m_region = -1;
    int m_reason = -1;
};

} // namespace sb
