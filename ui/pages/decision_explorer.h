// SPDX-License-Identifier: GPL-3.0-or-later
// Where does a request go, and why? The stream of decisions with filters, the explanation of the chosen one,
// and a question to try: a city, a kind of resolver, a name. A trial changes nothing in the run; it is asked
// anew with each snapshot until it is ended. Thread: UI thread.
#pragma once

#include "backend/api/focus.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace sb {

class DecisionFilter;
class DecisionStream;
class ExplanationView;
class TitledCard;

class DecisionExplorer : public QWidget {
    Q_OBJECT
public:
    explicit DecisionExplorer(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const Snapshot& snapshot);
    // What is tried now; its city is invalid when nothing is.
    [[nodiscard]] RouteTrial trial() const { return m_trial; }
    // Explains the selected decision, or the newest that is shown.
    void explain();
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] ExplanationView* explanation() const { return m_explanation; }

Q_SIGNALS:
    void trialChanged();

private:
    QWidget* makeStream();
    QWidget* makeTrial();
    void chooseRow(int row);
    void tryIt();
    void endTrial();
    void readTrial();
    void setHeld(bool isHeld);
    void showCounts();
    void showTrial(const Snapshot& snapshot);

    WorldDescription m_world;
    RouteTrial m_trial;
    bool m_showsTrial = false; // else the selected decision
    std::vector<AdmissionView> m_admissions; // now
    DecisionStream* m_stream;
    DecisionFilter* m_filter;
    QTableView* m_table;
    QLineEdit* m_cityFilter;
    QComboBox* m_regionFilter;
    QComboBox* m_reasonFilter;
    QPushButton* m_hold;
    QLabel* m_counts;
    QComboBox* m_city;
    QComboBox* m_kind;
    QLineEdit* m_name;
    QPushButton* m_try;
    QPushButton* m_end;
    QLabel* m_trialState;
    ExplanationView* m_explanation;
};

} // namespace sb
