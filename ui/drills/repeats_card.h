// SPDX-License-Identifier: GPL-3.0-or-later
// A drill many times, each with another seed, in worlds of their own while the run goes on: which runs
// passed, how the interruptions are spread, and which checks failed how often. Thread: UI thread.
#pragma once

#include "backend/api/drill_view.h"
#include "ui/pages/page_parts.h"

#include <memory>

class QPushButton;
class QSpinBox;

namespace sb {

class ControlRoomBridge;
class JobRow;
class OutcomeHistogram;
class RowTable;

class RepeatsCard : public TitledCard {
    Q_OBJECT
public:
    explicit RepeatsCard(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    void setWorld(); // another run: its jobs are gone, what they found stays
    void inherit(const RepeatsCard& before);
    // What would be repeated; empty: nothing.
    void setDrill(const QString& path, const QString& title, bool isGood);
    [[nodiscard]] RowTable* failures() const { return m_failures; }
    [[nodiscard]] RowTable* runs() const { return m_runs; }
    [[nodiscard]] OutcomeHistogram* histogram() const { return m_histogram; }
    [[nodiscard]] JobRow* job() const { return m_job; }
    [[nodiscard]] QPushButton* start() const { return m_start; }
    [[nodiscard]] StateLine* summary() const { return m_summary; }

Q_SIGNALS:
    void seedChosen(quint64 seed); // of a run in the table

private:
    void layOut();
    void begin();
    void take();
    void showRepeats(const DrillRepeatsView& repeats);
    void showState();
    [[nodiscard]] QString csv() const;

    ControlRoomBridge& m_bridge;
    QString m_path;
    bool m_isGood = false;
    quint64 m_number = 0; // of the job
    std::shared_ptr<const DrillRepeatsView> m_repeats;
    QSpinBox* m_first;
    QSpinBox* m_count;
    QPushButton* m_start;
    QPushButton* m_copy;
    JobRow* m_job;
    StateLine* m_summary;
    OutcomeHistogram* m_histogram;
    RowTable* m_failures;
    RowTable* m_runs;
    QLabel* m_hint;
};

} // namespace sb
