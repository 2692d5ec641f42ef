// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the copies agree, and who won: one key with every region's copy of it, a way to provoke a conflict,
// and the conflicts of the whole run. The key is the page's focus; the engine answers with each snapshot.
// Thread: UI thread.
#pragma once

#include "ui/pages/framed_page.h"
#include "ui/theme/state_glyph.h"

class QLineEdit;
class QLabel;
class QToolButton;

namespace sb {

class CopiesView;
class ConflictCard;
class ProvokeCard;
class RowTable;
class StateLine;

class DataPage : public FramedPage {
    Q_OBJECT
public:
    explicit DataPage(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) override;
    void setSnapshot(const Snapshot& snapshot) override;
    void addEvents(const std::vector<Event>& events) override;
    [[nodiscard]] Focus focus() const override;
    // Looks at the key; empty: at nothing.
    void inspect(const QString& key);
    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] CopiesView* copies() const { return m_copies; }
    [[nodiscard]] RowTable* table() const { return m_table; }
    [[nodiscard]] RowTable* keyConflicts() const { return m_keyConflicts; }
    [[nodiscard]] ProvokeCard* provoke() const { return m_provoke; }
    [[nodiscard]] ConflictCard* conflicts() const { return m_conflicts; }
    [[nodiscard]] StateLine* agreement() const { return m_agreement; }

private:
    void buildSearch();
    void buildCopies();
    void showInspection(const Snapshot& snapshot);
    void showNothing(StateShape shape, const QString& text);
    void fillTable(const InspectView& view, Instant now);

    WorldDescription m_world;
    QString m_key;
    QLineEdit* m_search;
    QLabel* m_title;
    StateLine* m_agreement;
    CopiesView* m_copies;
    RowTable* m_table;
    RowTable* m_keyConflicts;
    ProvokeCard* m_provoke;
    ConflictCard* m_conflicts;
    std::vector<QToolButton*> m_chips;
};

} // namespace sb
