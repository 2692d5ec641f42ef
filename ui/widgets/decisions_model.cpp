// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/decisions_model.h"

#include "ui/theme/words.h"
#include "ui/widgets/decision_words.h"

namespace sb {

DecisionsModel::DecisionsModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void DecisionsModel::setWorld(const WorldDescription& world)
{
    beginResetModel();
    m_world = world;
    m_decisions.clear();
    m_hasFailed.assign(world.regions.size(), false);
    endResetModel();
}

void DecisionsModel::update(const Snapshot& snapshot)
{
    std::vector<bool> hasFailed;
    for (const RegionView& region : snapshot.regions)
        hasFailed.push_back(region.state == RegionState::Failed);
    const bool isFailureNews = hasFailed != m_hasFailed;
    m_hasFailed = std::move(hasFailed);
    const std::uint64_t newest = m_decisions.empty() ? 0 : m_decisions.front().number;
    std::size_t fresh = 0;
    while (fresh < snapshot.decisions.size() && snapshot.decisions[fresh].number > newest)
        ++fresh;
    if (fresh > 0) {
        beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
        m_decisions.insert(m_decisions.begin(), snapshot.decisions.begin(),
            snapshot.decisions.begin() + static_cast<std::ptrdiff_t>(fresh));
        endInsertRows();
    }
    if (m_decisions.size() > kMostRows) {
        beginRemoveRows({}, static_cast<int>(kMostRows), static_cast<int>(m_decisions.size()) - 1);
        m_decisions.resize(kMostRows);
        endRemoveRows();
    }
    if (isFailureNews && !m_decisions.empty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_decisions.size()) - 1), { IsToFailedRole });
}

std::optional<DecisionView> DecisionsModel::decision(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_decisions.size())
        return std::nullopt;
    return m_decisions[static_cast<std::size_t>(row)];
}

int DecisionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_decisions.size());
}

QVariant DecisionsModel::data(const QModelIndex& index, int role) const
{
    // The copy key asks for the current index even when there is none: that is no error.
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const DecisionView& d = m_decisions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case NumberRole:
        return QVariant(qulonglong { d.number });
    case CityRole:
        return cityName(m_world, d.city);
    case AnswerRole:
        return regionName(m_world, d.answer);
    case ReasonRole:
        return decisionReason(d, m_world);
    case IsDivertedRole:
        return d.ifAllHealthy.isValid() && d.ifAllHealthy != d.answer;
    case IsToFailedRole:
        return d.answer.value < m_hasFailed.size() && m_hasFailed[d.answer.value];
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1 to %2, %3")
            .arg(cityName(m_world, d.city), regionName(m_world, d.answer), decisionReason(d, m_world));
    default:
        return {};
    }
}

} // namespace sb
