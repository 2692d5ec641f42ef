// SPDX-License-Identifier: GPL-3.0-or-later
// The last routing decisions with their reasons. Selecting one explains it in brief in the panel below;
// Alt+Enter explains it, or the newest, in full in the Why? panel. New rows come at most twice a second and
// not while the pointer rests on the list, so that they can be read and hit.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace sb {

class DecisionsModel;
class ExplainPanel;
class WhyPanel;

class DecisionsList : public QWidget {
    Q_OBJECT
public:
    explicit DecisionsList(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const Snapshot& snapshot);
    // Explains the selected decision, or the newest one.
    void explain();
    void closeExplanation();
    [[nodiscard]] QListView* view() const { return m_view; }
    [[nodiscard]] ExplainPanel* panel() const { return m_panel; }
    [[nodiscard]] WhyPanel* why() const { return m_whyPanel; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showExplanation(const DecisionView& decision);

    DecisionsModel* m_model;
    QLabel* m_title;
    QListView* m_view;
    ExplainPanel* m_panel;
    QPushButton* m_why;
    WhyPanel* m_whyPanel;
    std::vector<AdmissionView> m_admissions; // now, by region
    QElapsedTimer m_sinceUpdate;
};

} // namespace sb
