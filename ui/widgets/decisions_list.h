// SPDX-License-Identifier: GPL-3.0-or-later
// The last routing decisions with their reasons. Selecting one explains it in the panel below; Alt+Enter
// explains the newest. New rows come at most twice a second and not while the pointer rests on the list, so
// that they can be read and hit.
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

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    DecisionsModel* m_model;
    QLabel* m_title;
    QListView* m_view;
    ExplainPanel* m_panel;
    QPushButton* m_why;
    QElapsedTimer m_sinceUpdate;
};

} // namespace sb
