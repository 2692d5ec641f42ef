// SPDX-License-Identifier: GPL-3.0-or-later
// The incident record as a table with a filter: the twin of the timeline, readable by assistive technology
// and copied as comma-separated values.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace sb {

class EventModel;

class JournalView : public QWidget {
    Q_OBJECT
public:
    explicit JournalView(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void appendEvents(const std::vector<Event>& events);
    // Selects and shows the event; nothing happens when the filter hides it.
    void reveal(EventSeq seq);
    [[nodiscard]] QString csv() const; // what the filter shows, with a header line
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

Q_SIGNALS:
    void eventActivated(sb::EventSeq seq);

private:
    void applyFilter();
    void showCount();

    EventModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_filter;
    QComboBox* m_level;
    QCheckBox* m_follow;
    QLabel* m_count;
    QTableView* m_table;
};

} // namespace sb
