// SPDX-License-Identifier: GPL-3.0-or-later
// How far the run's drill has come: what is next and when, its steps ticked off, its checks as of now, and
// the score with its way to the alarms' audit. Thread: UI thread.
#pragma once

#include "backend/api/drill_view.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/drills/drill_score.h"
#include "ui/pages/page_parts.h"

#include <memory>

class QBoxLayout;
class QPushButton;

namespace sb {

class RowTable;

class DrillProgressCard : public QWidget {
    Q_OBJECT
public:
    explicit DrillProgressCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world); // a new run
    void inherit(const DrillProgressCard& before) { m_score.inherit(before.m_score); }
    void addEvents(const std::vector<Event>& events) { m_score.addEvents(events); }
    void noteSnapshot(const Snapshot& snapshot) { m_score.noteSnapshot(snapshot); }
    // Null: the run follows no drill.
    void showDrill(const std::shared_ptr<const DrillView>& drill, const Snapshot& snapshot);
    [[nodiscard]] RowTable* steps() const { return m_steps; }
    [[nodiscard]] RowTable* checks() const { return m_checks; }
    [[nodiscard]] RowTable* score() const { return m_scores; }
    [[nodiscard]] StateLine* next() const { return m_next; }
    [[nodiscard]] QPushButton* again() const { return m_again; }

Q_SIGNALS:
    void eventRequested(sb::EventSeq seq);
    void againRequested(); // with another seed
    void auditRequested();

private:
    void layOut();
    void fillSteps(Instant now);
    void fillChecks();
    void fillScore();
    void showNext(const Snapshot& snapshot);

    WorldDescription m_world;
    std::shared_ptr<const DrillView> m_drill;
    DrillScore m_score;
    StateLine* m_next;
    QLabel* m_evidence;
    QLabel* m_seed;
    RowTable* m_steps;
    RowTable* m_checks;
    RowTable* m_scores;
    QPushButton* m_event;
    QPushButton* m_again;
    QPushButton* m_audit;
    EventSeq m_chosenEvent;
};

} // namespace sb
