// SPDX-License-Identifier: GPL-3.0-or-later
// Which drills there are: those of the program and those opened from files, filtered by a few letters; what
// the chosen one says of itself; and how it is started: seed, speed, paused or running. Thread: UI thread.
#pragma once

#include "backend/api/drill_view.h"
#include "ui/pages/page_parts.h"

#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace sb {

class RowTable;

struct DrillStart {
    std::optional<quint64> seed; // nothing: the drill's own
    int speedPercent = 100; // 0: as fast as possible
    bool isPaused = false;
};

class DrillListCard : public TitledCard {
    Q_OBJECT
public:
    explicit DrillListCard(QWidget* parent = nullptr);
    // Those of the program; what was opened stays.
    void setShipped(const std::vector<DrillEntry>& entries);
    // Adds or replaces it and chooses it.
    void addOpened(const DrillEntry& entry);
    void choose(const QString& path);
    void inherit(const DrillListCard& before);
    [[nodiscard]] const std::vector<DrillEntry>& entries() const { return m_entries; }
    [[nodiscard]] const DrillEntry* chosen() const; // null: none
    // As the controls say.
    [[nodiscard]] DrillStart start() const;
    void setSeed(quint64 seed);
    [[nodiscard]] RowTable* table() const { return m_table; }
    [[nodiscard]] QLineEdit* filter() const { return m_filter; }
    [[nodiscard]] QLineEdit* seed() const { return m_seed; }

Q_SIGNALS:
    void chosenChanged();
    void startRequested(bool isPaused);
    void openRequested();
    void randomRequested();
    void copyRequested();

private:
    void layOut();
    void connectButtons();
    void fill();
    void showChosen();

    std::vector<DrillEntry> m_entries; // those opened, then those of the program
    std::size_t m_opened = 0; // so many of them were opened
    QString m_chosen; // path
    QLineEdit* m_filter;
    RowTable* m_table;
    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_description;
    QLineEdit* m_seed;
    QPushButton* m_other;
    QComboBox* m_speed;
    QPushButton* m_start;
    QPushButton* m_startPaused;
    QPushButton* m_random;
    QPushButton* m_copy;
    QPushButton* m_open;
};

} // namespace sb
