// SPDX-License-Identifier: GPL-3.0-or-later
// The map's table twin: one row per region and link with the same values, for those who cannot or do not want
// to read a picture. Selection is shared with the map by the owner.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/map/map_item.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <memory>
#include <vector>

namespace sb {

class StatusModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, State, Rate, Errors, Answers, LagIn, LagOut, AtRisk, kColumnCount };
    explicit StatusModel(QObject* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    [[nodiscard]] MapItem item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(const MapItem& item) const; // -1 when there is none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString regionText(const RegionView& region, int column) const;
    [[nodiscard]] QString linkText(const MapItem& item, int column) const;

    WorldDescription m_world;
    std::vector<MapItem> m_items;
    std::shared_ptr<const Snapshot> m_snapshot;
};

class StatusTable : public QTableView {
    Q_OBJECT
public:
    explicit StatusTable(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) { m_model->setWorld(world); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void select(const MapItem& item);

Q_SIGNALS:
    void itemSelected(const sb::MapItem& item);

private:
    StatusModel* m_model;
};

} // namespace sb
