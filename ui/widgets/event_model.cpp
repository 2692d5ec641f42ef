// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/event_model.h"

#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/state_glyph.h"
#include "ui/theme/words.h"

namespace sb {

EventModel::EventModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void EventModel::setWorld(const WorldDescription& world)
{
    beginResetModel();
    m_world = world;
    m_events.clear();
    m_dropped = 0;
    endResetModel();
}

void EventModel::append(const std::vector<Event>& events)
{
    if (events.empty())
        return;
    const int first = static_cast<int>(m_events.size());
    beginInsertRows({}, first, first + static_cast<int>(events.size()) - 1);
    m_events.insert(m_events.end(), events.begin(), events.end());
    endInsertRows();
    if (m_events.size() <= kMostRows)
        return;
    const auto surplus = m_events.size() - kMostRows;
    beginRemoveRows({}, 0, static_cast<int>(surplus) - 1);
    m_events.erase(m_events.begin(), m_events.begin() + static_cast<std::ptrdiff_t>(surplus));
    m_dropped += surplus;
    endRemoveRows();
}

int EventModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString EventModel::text(const Event& event, int column) const
{
    switch (column) {
    case Number:
        return formatCount(static_cast<qint64>(event.seq.value));
    case Time:
        return formatClock(m_world.start, event.at, true);
    case Level:
        return wordFor(event.severity);
    case Who:
        return wordFor(event.actor);
    case What:
        return wordFor(event.kind);
    case Where: {
        if (!event.region.isValid())
            return {};
        const QString region = regionName(m_world, event.region);
        //: two regions of a link
        return event.peer.isValid() ? tr("%1 – %2").arg(region, regionName(m_world, event.peer)) : region;
    }
    case Note:
        // A note is somebody's own words.
        return event.kind == EventKind::NoteAdded ? qs(event.note) : fromEngine(event.note);
    default:
        return {};
    }
}

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    // The copy key asks for the current index even when there is none: that is no error.
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const Event& event = m_events[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(event, index.column());
    case Qt::ToolTipRole:
        return index.column() == Note ? QVariant(text(event, Note)) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == Level && event.severity >= Severity::Warning)
            return stateTextColor(currentTheme(), shapeOf(event.severity));
        return {};
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Number ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                 : int(Qt::AlignLeft | Qt::AlignVCenter));
    case SeqRole:
        return QVariant(qulonglong { event.seq.value });
    case SeverityRole:
        return static_cast<int>(event.severity);
    case ActorRole:
        return static_cast<int>(event.actor);
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Number:
        return tr("No.");
    case Time:
        return tr("Virtual time");
    case Level:
        return tr("Severity");
    case Who:
        return tr("Actor");
    case What:
        return tr("Event");
    case Where:
        return tr("Region");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace sb
