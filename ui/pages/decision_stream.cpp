// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision_stream.h"

#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/decision_words.h"

namespace sb {

DecisionStream::DecisionStream(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void DecisionStream::setWorld(const WorldDescription& world)
{
    beginResetModel();
    m_world = world;
    m_rows.clear();
    m_waiting.clear();
    m_newest = m_missed = 0;
    endResetModel();
}

void DecisionStream::update(const Snapshot& snapshot)
{
    std::size_t fresh = 0;
    while (fresh < snapshot.decisions.size() && snapshot.decisions[fresh].number > m_newest)
        ++fresh;
    if (fresh == 0)
        return;
    // What came before the page was first looked at was not missed.
    if (m_newest > 0)
        m_missed += snapshot.decisions[fresh - 1].number - m_newest - 1;
    m_newest = snapshot.decisions.front().number;
    m_waiting.insert(m_waiting.begin(), snapshot.decisions.begin(),
        snapshot.decisions.begin() + static_cast<std::ptrdiff_t>(fresh));
    if (m_waiting.size() > kMostRows)
        m_waiting.resize(kMostRows);
    if (!m_isHeld)
        showWaiting();
}

void DecisionStream::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    if (!isHeld)
        showWaiting();
}

void DecisionStream::showWaiting()
{
    if (m_waiting.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(m_waiting.size()) - 1);
    m_rows.insert(m_rows.begin(), m_waiting.begin(), m_waiting.end());
    m_waiting.clear();
    endInsertRows();
    if (m_rows.size() > kMostRows) {
        beginRemoveRows({}, static_cast<int>(kMostRows), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(kMostRows);
        endRemoveRows();
    }
}

std::optional<DecisionView> DecisionStream::decision(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)];
}

int DecisionStream::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DecisionStream::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString DecisionStream::text(const DecisionView& decision, int column) const
{
    switch (column) {
    case Time:
        return formatClock(m_world.start, decision.at);
    case City:
        return cityName(m_world, decision.city);
    case Answer:
        return decision.answer.isValid() ? regionName(m_world, decision.answer) : tr("no answer");
    case Reason:
        return decisionReason(decision, m_world);
    case Ttl:
        return formatDuration(decision.ttl);
    default:
        return {};
    }
}

QVariant DecisionStream::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const DecisionView& decision = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return text(decision, index.column());
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Ttl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case NumberRole:
        return QVariant(qulonglong { decision.number });
    case RegionRole:
        return decision.answer.isValid() ? int { decision.answer.value } : -1;
    case ReasonRole:
        return static_cast<int>(decision.reason);
    default:
        return {};
    }
}

QVariant DecisionStream::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Ttl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Ttl)
        return tr("How long resolvers may keep the answer");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case City:
        return tr("City");
    case Answer:
        return tr("Answer");
    case Reason:
        return tr("Reason");
    case Ttl:
        return tr("TTL");
    default:
        return {};
    }
}

void DecisionFilter::setCity(const QString& part)
{
    m_city = part.trimmed();
    invalidateFilter();
}

void DecisionFilter::setRegion(int region)
{
    m_region = region;
    invalidateFilter();
}

void DecisionFilter::setReason(int reason)
{
    m_reason = reason;
    invalidateFilter();
}

bool DecisionFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    const QString city = first.siblingAtColumn(DecisionStream::City).data().toString();
    return (m_city.isEmpty() || city.contains(m_city, Qt::CaseInsensitive))
        && (m_region < 0 || first.data(DecisionStream::RegionRole).toInt() == m_region)
        && (m_reason < 0 || first.data(DecisionStream::ReasonRole).toInt() == m_reason);
}

} // namespace sb
