// SPDX-License-Identifier: GPL-3.0-or-later
// The conflicts of the whole run, from its events: newest first, to be filtered by any word. Bounded; says
// what it left out.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

#include <deque>
#include <vector>

class QLineEdit;

namespace sb {

class RowTable;

class ConflictCard : public TitledCard {
    Q_OBJECT
public:
    explicit ConflictCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void add(const std::vector<Event>& events);
    // Shows what has been added since the last time.
    void refresh();
    [[nodiscard]] RowTable* table() const { return m_table; }
    [[nodiscard]] QLineEdit* filter() const { return m_filter; }

Q_SIGNALS:
    // A conflict was chosen; its key, as a focus names it.
    void keyChosen(const QString& key);

private:
    void refill();

    WorldDescription m_world;
    std::deque<Event> m_events; // oldest first
    std::uint64_t m_dropped = 0;
    bool m_isStale = false;
    QLineEdit* m_filter;
    QLabel* m_count;
    RowTable* m_table;
};

// From the words of the incident record to those of a focus: "stock of book 1 342" is "stock 1342". What
// has no such words stays as it is: the engine says what would help.
[[nodiscard]] QString focusKeyOf(const QString& object);

} // namespace sb
