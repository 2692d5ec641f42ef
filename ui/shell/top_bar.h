// SPDX-License-Identifier: GPL-3.0-or-later
// The bar above everything: which run, virtual time and its controls, the objectives, and the three things an
// operator does. Gets narrower in steps; nothing in it is only here, each has a menu entry.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/shell/window_actions.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace sb {

class ClockView;
class StatusPill;

class TopBar : public QWidget {
    Q_OBJECT
public:
    TopBar(WindowActions& actions, QWidget* parent);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const WorldDescription& world, const Snapshot& snapshot);
    [[nodiscard]] StatusPill* objectives() const { return m_objectives; }
    [[nodiscard]] StatusPill* risk() const { return m_risk; }

Q_SIGNALS:
    void objectivesClicked();
    void riskClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* buttonFor(QAction* action, bool withText);
    QPushButton* menuButton(const QString& text, const QString& tip, QMenu* menu);
    void showObjectives(const Snapshot& snapshot);

    WindowActions& m_actions;
    QLabel* m_logo;
    QLabel* m_title;
    QLabel* m_run;
    QToolButton* m_addVirginia;
    ClockView* m_clock;
    StatusPill* m_objectives;
    StatusPill* m_risk;
    QPushButton* m_export;
};

} // namespace sb
