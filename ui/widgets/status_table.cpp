// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_table.h"

#include "ui/map/map_text.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QHeaderView>

#include <algorithm>

namespace sb {

StatusModel::StatusModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void StatusModel::setWorld(const WorldDescription& world)
{
    beginResetModel();
    m_world = world;
    m_items = mapItems(world);
    m_snapshot.reset();
    endResetModel();
}

void StatusModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    if (!snapshot || snapshot->regions.size() != m_world.regions.size())
        return;
    m_snapshot = std::move(snapshot);
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, kColumnCount - 1), { Qt::DisplayRole });
}

int StatusModel::rowOf(const MapItem& item) const
{
    const auto it = std::find(m_items.begin(), m_items.end(), item);
    return it == m_items.end() ? -1 : static_cast<int>(it - m_items.begin());
}

int StatusModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int StatusModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString StatusModel::regionText(const RegionView& region, int column) const
{
    switch (column) {
    case State:
        return regionStatus(region, m_snapshot->now);
    case Rate:
        return formatRate(region.requestRateHz);
    case Errors:
        return formatPercent(region.errorShare, 1);
    case Answers:
        return formatPercent(region.answerShare);
    case LagIn:
        return formatSeconds(seconds(region.lagIn));
    case LagOut:
        return formatSeconds(seconds(region.lagOut));
    case AtRisk:
        //: orders at risk and their value
        return tr("%1, %2").arg(
            formatOrders(static_cast<qint64>(region.atRiskOrders)), formatMoney(region.atRiskMoney));
    default:
        return {};
    }
}

QString StatusModel::linkText(const MapItem& item, int column) const
{
    if (column == State)
        return linkStatus(*m_snapshot, item).text;
    const bool isIn = column == LagIn;
    if (!isIn && column != LagOut)
        return {};
    const LinkView* link = isIn ? findLink(*m_snapshot, item.peer, item.region)
                                : findLink(*m_snapshot, item.region, item.peer);
    return link ? formatSeconds(seconds(link->lag)) : QString();
}

QVariant StatusModel::data(const QModelIndex& index, int role) const
{
    // The copy key asks for the current index even when there is none: that is no error.
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const MapItem item = m_items[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant(index.column() >= Rate ? int(Qt::AlignRight | Qt::AlignVCenter)
                                               : int(Qt::AlignLeft | Qt::AlignVCenter));
    if (role == Qt::DecorationRole && index.column() == State && m_snapshot) {
        const StateShape shape = item.isRegion() ? shapeOf(m_snapshot->regions[item.region.value].state)
                                                 : linkStatus(*m_snapshot, item).shape;
        return stateGlyphPixmap(shape, 12, 1, currentTheme());
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (index.column() == Name)
        return itemName(m_world, item);
    if (!m_snapshot)
        return {};
    return item.isRegion() ? regionText(m_snapshot->regions[item.region.value], index.column())
                           : linkText(item, index.column());
}

QVariant StatusModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Region or link");
    case State:
        return tr("State");
    case Rate:
        return tr("Requests");
    case Errors:
        return tr("Errors");
    case Answers:
        return tr("DNS answers");
    case LagIn:
        return tr("Lag in");
    case LagOut:
        return tr("Lag out");
    case AtRisk:
        return tr("At risk");
    default:
        return {};
    }
}

StatusTable::StatusTable(QWidget* parent)
    : QTableView(parent)
    , m_model(new StatusModel(this))
{
    setAccessibleName(tr("Regions and links"));
    setModel(m_model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(28);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(
        selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
            if (current.isValid())
                Q_EMIT itemSelected(m_model->item(current.row()));
        });
}

void StatusTable::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    // A hidden table catches up when it is shown: its owner hands it the snapshot again.
    if (isVisible())
        m_model->setSnapshot(std::move(snapshot));
}

void StatusTable::select(const MapItem& item)
{
    const int row = m_model->rowOf(item);
    if (row >= 0 && currentIndex().row() != row)
        setCurrentIndex(m_model->index(row, 0));
}

} // namespace sb
