// SPDX-License-Identifier: GPL-3.0-or-later
// One answer of the zone explained in full: the candidates and what each criterion said of them, those struck
// out with a line and the word, the winner, what would have been answered otherwise, and the way through the
// records as a tree. Of a decision that was made, or of one that is only tried. Thread: UI thread.
#pragma once

#include "backend/api/focus.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace sb {

class ExplanationView : public QWidget {
    Q_OBJECT
public:
    explicit ExplanationView(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    // `admissions` are those of now, by region; may be empty.
    void setDecision(const DecisionView& decision, const std::vector<AdmissionView>& admissions);
    void setTrial(const TrialView& trial);
    // `hint`: what to do to see something here.
    void clear(const QString& hint);
    [[nodiscard]] QTreeWidget* candidates() const { return m_candidates; }
    [[nodiscard]] QTreeWidget* records() const { return m_records; }
    // Everything that is shown, for the clipboard.
    [[nodiscard]] QString plainText() const;

private:
    void showCandidates(const DecisionView& decision, const std::vector<AdmissionView>& admissions);
    void showLines(const std::vector<TrialLine>& lines);
    void setTexts(const QString& title, const QString& summary);
    void fitCandidates();

    WorldDescription m_world;
    QLabel* m_title;
    QLabel* m_summary;
    QTreeWidget* m_candidates;
    QLabel* m_way;
    QTreeWidget* m_records;
    // What is shown now: a tick that changes nothing leaves selection and scroll position alone.
    std::uint64_t m_number = 0;
    DecisionView m_decision; // of that number
    std::vector<AdmissionView> m_admissions;
    std::vector<TrialLine> m_lines;
};

} // namespace sb
