// SPDX-License-Identifier: GPL-3.0-or-later
// The one window: top bar, map, charts and timeline, inspector and decisions, status line. Builds the parts,
// connects them, and hands every frame of the bridge to them; holds no truth of its own.
// Thread: UI thread.
#pragma once

#include "backend/api/control_room.h"
#include "ui/bridge/control_room_bridge.h"
#include "ui/map/map_item.h"
#include "ui/shell/perspective.h"
#include "ui/shell/window_actions.h"
#include "ui/theme/preferences.h"
#include "ui/theme/state_glyph.h"
#include "ui/widgets/residue_watch.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QUndoStack>

#include <memory>
#include <vector>

class QDockWidget;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace sb {

class ChartsPanel;
class CommandPalette;
class JournalView;
class MapStage;
class NavRail;
class NoticeBar;
class Page;
class SidePanel;
class StatusLine;
class TimelineView;
class TopBar;
class ViewMenu;
class ViewWriter;
class WallView;
struct FaultOffer;
struct PaletteEntry;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    // `room` must not be null; `factory` may be empty, then no other run can be started from the window.
    MainWindow(ControlRoomFactory factory, std::unique_ptr<ControlRoom> room);
    ~MainWindow() override;

    // Re-simulates the recorded session in place of the present run; a failure is shown and changes nothing.
    void openSession(const QString& path);
    void startRun(const RunRequest& request);
    // Lists it on the page of drills and goes there; what is wrong with it is shown there.
    void openDrill(const QString& path);
    void exportRecord(ExportFormat format, const QString& path);
    void saveSessionAs(const QString& path);
    void select(const MapItem& item);

    [[nodiscard]] ControlRoomBridge& bridge() { return m_bridge; }
    [[nodiscard]] WindowActions& actionSet() { return *m_actions; }
    [[nodiscard]] MapStage& stage() { return *m_stage; }
    [[nodiscard]] SidePanel& side() { return *m_side; }
    [[nodiscard]] TopBar& topBar() { return *m_topBar; }
    [[nodiscard]] ChartsPanel& charts() { return *m_charts; }
    [[nodiscard]] TimelineView& timeline() { return *m_timeline; }
    [[nodiscard]] JournalView& journal() { return *m_journal; }
    [[nodiscard]] CommandPalette& commandPalette() { return *m_commandPalette; }
    [[nodiscard]] QDockWidget& sideDock() { return *m_sideDock; }
    // How the window is arranged now, and a change of that which can be taken back.
    [[nodiscard]] Arrangement arrangement() const;
    void arrange(const QString& what, const Arrangement& wanted);
    void setWall(bool isWall);
    [[nodiscard]] bool isWall() const { return m_wall != nullptr; }
    [[nodiscard]] NavRail& rail() { return *m_rail; }
    // By its id in the catalogue; null: there is none.
    [[nodiscard]] Page* page(const QString& id) const;
    // A picture of the window at that size; for documentation and tests.
    [[nodiscard]] QImage picture(const QSize& size);
    // The whole page that is shown, or the overview.
    [[nodiscard]] QWidget* shownWidget() const;
    [[nodiscard]] ViewMenu& views() { return *m_views; }
    // A calm message where one looks: on the page, or over the map.
    void tell(StateShape shape, const QString& text);

    [[nodiscard]] QMenu* createPopupMenu() override { return nullptr; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override; // where nothing else has one
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildParts();
    void connectParts();
    void connectSharedViews();
    void connectActions();
    void connectOperate();
    void adoptWorld();
    void describeWorld();
    void takeFrame(const Frame& frame);
    void refresh(); // shows the present snapshot again
    void showMarks(const Snapshot& snapshot);
    void showPace(const Snapshot& snapshot);
    void submit(const Command& command);
    void offerToSelection(const FaultOffer& offer);
    void armFault(const InjectFault& fault); // where one looks: on the map, else in the inspector
    void connectFaults();
    void connectMapActions();
    void fillBreakMenu();
    void fillRestoreMenu();
    void fillFailBackMenu();
    void fillAddRegionMenu();
    void fillRecentMenu();
    void chooseOpen();
    void chooseSave();
    void chooseExport(ExportFormat format);
    void jobDone(const JobStatus& job);
    void remember(const QString& path);
    void askNote();
    void showAbout();
    void restoreSettings();
    void restoreLayout();
    void restorePerspective();
    void saveSettings();
    void applyPreference(Setting setting);
    void connectPreferences();
    void tickLanguage();
    void languageChanged();
    // In another language: all that shows words anew, around the same bridge.
    struct Kept;
    void rebuild();
    void tearDown(Kept& kept);
    void putBack(Kept& kept);
    void settle();
    [[nodiscard]] std::vector<QWidget*> partsWithInputs() const;
    [[nodiscard]] std::vector<NoticeBar*> noticeBars() const;
    void connectViews();
    void buildFrame(QWidget* central);
    void placeSide();
    void applyArrangement(const Arrangement& wanted);
    void applyPerspective(const QString& id);
    void keepPerspective();
    void resetLayout();
    void openCommandPalette();
    [[nodiscard]] std::vector<PaletteEntry> paletteEntries();
    void addRegionEntries(std::vector<PaletteEntry>& entries);
    void addFaultEntries(std::vector<PaletteEntry>& entries);
    void addPlanEntries(std::vector<PaletteEntry>& entries);
    void addDrillEntries(std::vector<PaletteEntry>& entries);
    void connectDrills();
    void showAlarmBadge();
    void goTo(const QString& pageId);
    void showHintOnce();
    void applyBackground();
    void buildPages(QWidget* central);
    void buildRail(QWidget* central);
    void showPage(int index); // 0: the overview
    [[nodiscard]] Page* shownPage() const; // null: the overview
    void applyFocus();

    ControlRoomBridge m_bridge;
    std::unique_ptr<WindowActions> m_actions;
    std::unique_ptr<QSettings> m_settings;
    TopBar* m_topBar = nullptr;
    NavRail* m_rail = nullptr;
    MapStage* m_stage = nullptr;
    ChartsPanel* m_charts = nullptr;
    TimelineView* m_timeline = nullptr;
    JournalView* m_journal = nullptr;
    SidePanel* m_side = nullptr;
    StatusLine* m_status = nullptr;
    QMainWindow* m_frame = nullptr; // pages | docks; inside the window, below the top bar
    QDockWidget* m_sideDock = nullptr;
    QWidget* m_noTitle = nullptr; // a docked panel has no bar over it
    CommandPalette* m_commandPalette = nullptr;
    WallView* m_wall = nullptr; // while in wall mode
    Arrangement m_beforeWall;
    QString m_language; // the one that is shown
    QString m_perspective; // id of the one that is on; empty: none
    QUndoStack m_layoutChanges;
    QSplitter* m_rows = nullptr; // map / lower
    QStackedWidget* m_lower = nullptr; // charts and timeline | journal
    QStackedWidget* m_stack = nullptr; // overview (m_rows) | m_pages
    ViewMenu* m_views = nullptr;
    ViewWriter* m_viewWriter = nullptr; // stays when the language changes
    std::vector<Page*> m_pages; // in the catalogue's order; object name = id
    double m_frameMs = 0; // smoothed time to take and paint a frame
    double m_paintMs = 0; // of the map since the last frame
    ResidueWatch m_residue;
    QElapsedTimer m_sinceStatus; // since the status line was written
    bool m_isHintShown = false;
};

// What the composition root needs to know of the window.
[[nodiscard]] std::unique_ptr<QMainWindow> makeMainWindow(
    ControlRoomFactory factory, std::unique_ptr<ControlRoom> room);

} // namespace sb
