// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window, made in one place so that each has a text, a shortcut where it deserves one, a
// status tip, and a place in a menu. The window connects them; buttons and the cheat sheet reuse them.
#pragma once

#include "backend/api/control_room.h"

#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QMenu>
#include <QMenuBar>

class QMainWindow;

namespace sb {

struct WindowActions {
    explicit WindowActions(QMainWindow* window);

    // File
    QAction* newRun;
    QAction* newRunThree;
    QMenu* addRegion; // filled by the window
    QAction* open;
    QAction* openDrill;
    QAction* save;
    QMenu* recent; // filled by the window
    QList<QAction*> exports; // by ExportFormat
    QMenu* exportMenu;
    QList<QAction*> viewExports; // copy as image, as data, then by ViewFormat
    QAction* checkZone;
    QAction* quit;
    // View
    QActionGroup* pages; // data = index of the page
    QActionGroup* perspectives; // data = id
    QAction* sidePanel;
    QAction* floatSide;
    QAction* wall;
    QAction* undoLayout;
    QAction* redoLayout;
    QActionGroup* theme; // data = ThemeMode
    QActionGroup* language; // data = as of Setting::Language
    QActionGroup* range; // data = ChartRange
    QAction* reducedMotion;
    QAction* ring;
    QAction* zoomIn; // of the map
    QAction* zoomOut;
    QAction* zoomAll;
    QAction* table;
    QAction* journal;
    QAction* palette;
    QAction* resetLayout;
    // Simulation
    QAction* pause;
    QAction* step;
    QAction* stepEvent;
    QActionGroup* speed; // data = percent
    // Operate
    QMenu* breakMenu; // filled by the window
    QMenu* restoreMenu;
    QMenu* failBackMenu;
    QAction* clearFaults;
    QAction* note;
    QAction* explain;
    // Tools
    QAction* commandPalette;
    // Help
    QAction* shortcuts;
    QAction* about;

    QList<QMenu*> menus; // of the menu bar, in order

private:
    QAction* make(QMenu* menu, const QString& text, const QString& tip, const QKeySequence& key = {},
        const QString& iconName = {});
    void buildFile(QMenuBar* bar);
    void buildViewExports(QMenu* file);
    void buildView(QMenuBar* bar);
    void buildLook(QMenu* menu);
    void buildSimulation(QMenuBar* bar);
    void buildOperate(QMenuBar* bar);
    void buildTools(QMenuBar* bar);
    void buildHelp(QMenuBar* bar);
    void buildLayout(QMenu* menu);

    QMainWindow* m_window;
};

} // namespace sb
