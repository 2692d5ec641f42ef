// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_actions.h"

#include "ui/pages/page.h"
#include "ui/shell/icons.h"
#include "ui/shell/perspective.h"
#include "ui/theme/format.h"
#include "ui/theme/preferences.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QMainWindow>

#include <array>

namespace sb {

namespace {

struct Actions {
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

constexpr std::array kSpeeds { 25, 100, 1000, 6000, 0 };

} // namespace

WindowActions::WindowActions(QMainWindow* window)
    : m_window(window)
{
    QMenuBar* bar = window->menuBar();
    buildFile(bar);
    buildView(bar);
    buildSimulation(bar);
    buildOperate(bar);
    buildTools(bar);
    buildHelp(bar);
}

QAction* WindowActions::make(
    QMenu* menu, const QString& text, const QString& tip, const QKeySequence& key, const QString& iconName)
{
    auto* action = new QAction(text, m_window);
    action->setStatusTip(tip);
    action->setToolTip(
        key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
    action->setShortcut(key);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    menu->addAction(action);
    m_window->addAction(action); // its keys work while the menu bar is hidden, too
    return action;
}

void WindowActions::buildFile(QMenuBar* bar)
{
    QMenu* menu = bar->addMenu(Actions::tr("&File"));
    menus << menu;
    newRun = make(menu, Actions::tr("&New run"), Actions::tr("Starts a new run with Ireland and Singapore"),
        QKeySequence::New, QStringLiteral("new"));
    newRunThree = make(menu, Actions::tr("New run with &Virginia"),
        Actions::tr("Starts a new run with Ireland, Singapore and Virginia"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    addRegion = menu->addMenu(Actions::tr("New run with &one more region"));
    menu->addSeparator();
    open = make(menu, Actions::tr("&Open session…"),
        Actions::tr("Re-simulates a recorded session and goes on from its end"), QKeySequence::Open,
        QStringLiteral("open"));
    recent = menu->addMenu(Actions::tr("Open &recent"));
    openDrill = make(menu, Actions::tr("Open &drill…"),
        Actions::tr("Lists a drill's file on the page of drills, from where it is started"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    save = make(menu, Actions::tr("&Save session as…"),
        Actions::tr("Writes the session so far as a document"), QKeySequence::Save, QStringLiteral("save"));
    menu->addSeparator();
    exportMenu = menu->addMenu(icon(QStringLiteral("export")), Actions::tr("&Export incident"));
    exports << make(
        exportMenu, Actions::tr("As &CSV table…"), Actions::tr("One row an event, for a spreadsheet"));
    exports << make(
        exportMenu, Actions::tr("As &JSON Lines…"), Actions::tr("One object an event, for programs"));
    exports << make(exportMenu, Actions::tr("As &Markdown report…"),
        Actions::tr("The incident as a report: times, decisions, writes at risk"),
        QKeySequence(Qt::CTRL | Qt::Key_E));
    exports << make(exportMenu, Actions::tr("As &HTML report…"),
        Actions::tr("The same report with its charts, as one page for a browser"));
    exports << make(exportMenu, Actions::tr("As one JSON &document…"),
        Actions::tr("Incidents, measures, decisions, checks and events, for programs"));
    exports << make(exportMenu, Actions::tr("As Chrome &trace…"),
        Actions::tr("Regions, faults and phases on a time axis; Perfetto opens it"));
    buildViewExports(menu);
    checkZone = make(menu, Actions::tr("Check a &zone file…"),
        Actions::tr("Says what is wrong with a Route 53 zone of your own, and what is unwise"));
    menu->addSeparator();
    quit = make(
        menu, Actions::tr("&Quit"), Actions::tr("Ends the run and closes the window"), QKeySequence::Quit);
}

void WindowActions::buildViewExports(QMenu* file)
{
    QMenu* menu = file->addMenu(Actions::tr("Copy or save &view"));
    viewExports << make(menu, Actions::tr("Copy view as &image"),
        Actions::tr("The part of the window with the focus, or the whole page, for pasting"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    viewExports << make(menu, Actions::tr("Copy view as &data"),
        Actions::tr("The values of the view as a table, for a spreadsheet"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    viewExports << make(
        menu, Actions::tr("Save view as &PNG…"), Actions::tr("A picture, as large as on the screen"));
    viewExports << make(menu, Actions::tr("Save view as PNG, d&ouble size…"),
        Actions::tr("A picture with twice as many pixels each way, for print"));
    viewExports << make(
        menu, Actions::tr("Save view as &SVG…"), Actions::tr("A drawing that stays sharp at any size"));
    viewExports << make(
        menu, Actions::tr("Save view as &CSV…"), Actions::tr("The values of the view as a table"));
}

void WindowActions::buildView(QMenuBar* bar)
{
    QMenu* menu = bar->addMenu(Actions::tr("&View"));
    menus << menu;
    pages = new QActionGroup(m_window);
    const auto addPage = [&](int index, const QString& id, const QString& title, const QString& tip,
                             const QString& iconName) {
        const auto key = static_cast<int>(Qt::CTRL) | (index == 9 ? Qt::Key_0 : Qt::Key_1 + index);
        // Ctrl+1 … Ctrl+9, then Ctrl+0; what comes after them is reached by the rail and the command palette.
        QAction* action = make(menu, title, tip, index <= 9 ? QKeySequence(key) : QKeySequence(), iconName);
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("page.") + id);
        action->setData(index);
        if (id == QLatin1String("settings")) // the key that programs have for it, besides that of its place
            action->setShortcuts({ action->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Comma) });
        pages->addAction(action);
    };
    addPage(0, QStringLiteral("overview"), Actions::tr("&Overview"),
        Actions::tr("The map, the charts and the timeline"), QStringLiteral("overview"));
    int index = 0;
    for (const PageEntry& entry : pageCatalogue())
        addPage(++index, entry.id, entry.title, entry.tip, entry.icon);
    pages->actions().first()->setChecked(true);
    menu->addSeparator();
    buildLook(menu);
    QMenu* ranges = menu->addMenu(Actions::tr("&Chart range"));
    range = new QActionGroup(m_window);
    for (const ChartRange r :
        { ChartRange::TwoMinutes, ChartRange::FifteenMinutes, ChartRange::TwoHours, ChartRange::Day }) {
        QAction* action = make(ranges, wordFor(r), Actions::tr("How far back the charts reach"));
        action->setCheckable(true);
        action->setData(static_cast<int>(r));
        range->addAction(action);
    }
    menu->addSeparator();
    table = make(menu, Actions::tr("Show map as &table"),
        Actions::tr("Regions and links as a table instead of a map"), QKeySequence(Qt::CTRL | Qt::Key_T),
        QStringLiteral("table"));
    journal = make(menu, Actions::tr("Show &journal"),
        Actions::tr("All events as a table instead of charts and timeline"),
        QKeySequence(Qt::CTRL | Qt::Key_J), QStringLiteral("journal"));
    palette = make(menu, Actions::tr("&Fault palette"), Actions::tr("The faults to drag onto the map"),
        QKeySequence(Qt::CTRL | Qt::Key_B));
    ring = make(menu, Actions::tr("Rin&g instead of map"),
        Actions::tr("The regions on a ring around their users, in place of the map of the world"),
        QKeySequence(Qt::CTRL | Qt::Key_R));
    zoomIn = make(menu, Actions::tr("Look c&loser at the map"),
        Actions::tr("Enlarges the map about its middle; also + and the wheel"),
        QKeySequence(Qt::CTRL | Qt::Key_Plus));
    zoomOut = make(menu, Actions::tr("Look &wider at the map"),
        Actions::tr("Shows more of the world again; also - and the wheel"),
        QKeySequence(Qt::CTRL | Qt::Key_Minus));
    zoomAll = make(menu, Actions::tr("Who&le map"), Actions::tr("Shows the whole world again; also 0"));
    reducedMotion = make(
        menu, Actions::tr("&Reduced motion"), Actions::tr("Traffic as still arrows instead of moving dots"));
    for (QAction* action : { table, journal, palette, ring, reducedMotion })
        action->setCheckable(true);
    menu->addSeparator();
    buildLayout(menu);
}

void WindowActions::buildLook(QMenu* menu)
{
    QMenu* themes = menu->addMenu(icon(QStringLiteral("theme")), Actions::tr("&Theme"));
    theme = new QActionGroup(m_window);
    const std::array names { Actions::tr("Like the &system"), Actions::tr("&Light"), Actions::tr("&Dark"),
        Actions::tr("&High contrast, light"), Actions::tr("High &contrast, dark") };
    static_assert(std::tuple_size_v<decltype(names)> == kThemeModeCount);
    for (std::size_t i = 0; i < names.size(); ++i) {
        QAction* action = make(themes, names[i], Actions::tr("Changes the colours of the window"));
        action->setCheckable(true);
        action->setData(static_cast<int>(i));
        theme->addAction(action);
    }
    QMenu* tongues = menu->addMenu(Actions::tr("Lan&guage"));
    language = new QActionGroup(m_window);
    for (const SettingChoice& choice : settingSpecs().at(static_cast<int>(Setting::Language)).choices) {
        QAction* action = make(
            tongues, choice.word, Actions::tr("Changes the words of the window; the run goes on"));
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("language.") + choice.value);
        action->setData(choice.value);
        language->addAction(action);
    }
}

void WindowActions::buildLayout(QMenu* menu)
{
    QMenu* arrangements = menu->addMenu(Actions::tr("P&erspective"));
    perspectives = new QActionGroup(m_window);
    int key = Qt::Key_F5;
    for (const Perspective& perspective : shippedPerspectives()) {
        QAction* action = make(arrangements, perspective.title, perspective.tip, QKeySequence(key++));
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("perspective.") + perspective.id);
        action->setData(perspective.id);
        perspectives->addAction(action);
    }
    sidePanel = make(menu, Actions::tr("S&ide panel"), Actions::tr("Inspector and routing decisions"),
        QKeySequence(Qt::Key_F9));
    floatSide = make(menu, Actions::tr("Side panel in a &window of its own"),
        Actions::tr("Takes the side panel out of the window, to another screen for example"),
        QKeySequence(Qt::SHIFT | Qt::Key_F9));
    wall = make(menu, Actions::tr("Wa&ll mode"),
        Actions::tr("The overview alone on the whole screen, larger; Esc leaves"), QKeySequence(Qt::Key_F11));
    for (QAction* action : { sidePanel, floatSide, wall })
        action->setCheckable(true);
    sidePanel->setChecked(true);
    undoLayout = make(menu, Actions::tr("Undo layout chan&ge"),
        Actions::tr("Takes back the last change of perspective or layout"), QKeySequence::Undo);
    redoLayout = make(menu, Actions::tr("Redo la&yout change"),
        Actions::tr("Makes the change of perspective or layout again"), QKeySequence::Redo);
    resetLayout = make(menu, Actions::tr("&Reset layout"),
        Actions::tr("Returns all parts of the window to their first sizes and places"));
}

void WindowActions::buildSimulation(QMenuBar* bar)
{
    QMenu* menu = bar->addMenu(Actions::tr("&Simulation"));
    menus << menu;
    pause = make(menu, Actions::tr("&Pause"), Actions::tr("Stops and resumes virtual time"),
        QKeySequence(Qt::Key_Space), QStringLiteral("pause"));
    pause->setCheckable(true);
    step = make(menu, Actions::tr("&Step 100 ms"),
        Actions::tr("Pauses and runs one tenth of a virtual second"), QKeySequence(Qt::Key_N),
        QStringLiteral("step"));
    stepEvent = make(menu, Actions::tr("Step one &event"),
        Actions::tr("Pauses and runs one event of the simulation"), QKeySequence(Qt::SHIFT | Qt::Key_N),
        QStringLiteral("step-event"));
    menu->addSeparator();
    speed = new QActionGroup(m_window);
    for (std::size_t i = 0; i < kSpeeds.size(); ++i) {
        const int percent = kSpeeds[i];
        QAction* action = make(menu, formatSpeed(percent),
            percent == 0 ? Actions::tr("Runs as fast as possible")
                         : Actions::tr("Runs at %1 of real time").arg(formatSpeed(percent)),
            QKeySequence(Qt::Key_1 + static_cast<int>(i)));
        action->setCheckable(true);
        action->setData(percent);
        speed->addAction(action);
    }
}

void WindowActions::buildOperate(QMenuBar* bar)
{
    QMenu* menu = bar->addMenu(Actions::tr("&Operate"));
    menus << menu;
    breakMenu = menu->addMenu(icon(QStringLiteral("break")), Actions::tr("&Break"));
    restoreMenu = menu->addMenu(icon(QStringLiteral("restore")), Actions::tr("&Restore"));
    failBackMenu = menu->addMenu(icon(QStringLiteral("fail-back")), Actions::tr("&Fail back"));
    menu->addSeparator();
    clearFaults = make(menu, Actions::tr("&Clear all faults"),
        Actions::tr("Reverses every active fault and checks that nothing stays behind"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace));
    note = make(menu, Actions::tr("Add &note…"),
        Actions::tr("Writes one line of yours into the incident record"), QKeySequence(Qt::CTRL | Qt::Key_M),
        QStringLiteral("note"));
    explain = make(menu, Actions::tr("&Why this answer?"),
        Actions::tr("Explains the selected or newest routing decision"),
        QKeySequence(Qt::ALT | Qt::Key_Return));
}

void WindowActions::buildTools(QMenuBar* bar)
{
    QMenu* menu = bar->addMenu(Actions::tr("&Tools"));
    menus << menu;
    commandPalette = make(menu, Actions::tr("&Command palette…"),
        Actions::tr("Finds any action, page, region, fault or plan by a few letters"),
        QKeySequence(Qt::CTRL | Qt::Key_K));
}

void WindowActions::buildHelp(QMenuBar* bar)
{
    QMenu* menu = bar->addMenu(Actions::tr("&Help"));
    menus << menu;
    shortcuts = make(menu, Actions::tr("&Keyboard shortcuts"), Actions::tr("All keys on one sheet"),
        QKeySequence(Qt::Key_F1), QStringLiteral("help"));
    shortcuts->setShortcuts({ QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question) });
    about = make(
        menu, Actions::tr("&About Signalbox"), Actions::tr("Version, licence and sources of the data"));
}

} // namespace sb
