// SPDX-License-Identifier: GPL-3.0-or-later
// The last routing decisions, newest first; the row key is the decision's number. Updated by difference: rows
// are inserted on top and removed at the bottom, so that selection and scroll position stay.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace sb {

class DecisionsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        NumberRole = Qt::UserRole + 1, // quint64
        CityRole, // QString
        AnswerRole, // QString, region's name
        ReasonRole, // QString, "next-lowest latency, Ireland red"
        IsDivertedRole, // bool: not what it would be with everything healthy
        IsToFailedRole, // bool: the answer names a region that has failed since
    };
    static constexpr std::size_t kMostRows = 64;

    explicit DecisionsModel(QObject* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void update(const Snapshot& snapshot);
    [[nodiscard]] std::optional<DecisionView> decision(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    WorldDescription m_world;
    std::vector<DecisionView> m_decisions; // newest first
    std::vector<bool> m_hasFailed; // index = RegionId
};

} // namespace sb
