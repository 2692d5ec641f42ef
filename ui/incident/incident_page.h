// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in which order, and how long it took: the tracks of the run with an overview above and
// details beside them; a table twin; text to look for; notes into the record; flags of the window's own.
// Order, pins, hidden tracks and flags are kept between starts (flags for each run); they and the text can
// be taken back with Ctrl+Z while the focus is on the page. Thread: UI thread.
#pragma once

#include "ui/incident/time_flag.h"
#include "ui/incident/track.h"
#include "ui/pages/framed_page.h"
#include "ui/timeline/coordinates.h"

#include <QUndoStack>

#include <memory>

class QLabel;
class QLineEdit;
class QMenu;
class QSplitter;
class QToolButton;

namespace sb {

struct JobStatus;
struct RecordView;

class ComparedRun;
class Minimap;
class RangeDrawer;
class RowTable;
class TrackView;

// What can be taken back.
struct IncidentArrangement {
    TrackPlan plan;
    std::vector<TimeFlag> flags;
    QString find;
    friend bool operator==(const IncidentArrangement&, const IncidentArrangement&) = default;
};

class IncidentPage : public FramedPage {
    Q_OBJECT
public:
    explicit IncidentPage(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    ~IncidentPage() override;
    void setWorld(const WorldDescription& world) override;
    void setSnapshot(const Snapshot& snapshot) override;
    void noteSnapshot(const Snapshot& snapshot) override;
    void addEvents(const std::vector<Event>& events) override;
    void inherit(Page& before) override;

    [[nodiscard]] TrackView* view() const { return m_view; }
    [[nodiscard]] Minimap* minimap() const { return m_minimap; }
    [[nodiscard]] RangeDrawer* drawer() const { return m_drawer; }
    [[nodiscard]] RowTable* table() const { return m_table; }
    [[nodiscard]] QLineEdit* findField() const { return m_find; }
    [[nodiscard]] QUndoStack& changes() { return m_changes; }
    [[nodiscard]] const IncidentArrangement& arrangement() const { return m_arrangement; }
    // One step of the undo stack; nothing when nothing changes.
    void arrange(const QString& what, const IncidentArrangement& wanted);
    void addFlag(TimeFlag flag);
    // Reads the record of another run and lays it under this one; a failure is shown and changes nothing.
    void compareWith(const QString& path);
    void stopComparing();
    // Of the range that is selected, or in view.
    [[nodiscard]] QString eventsCsv() const;
    [[nodiscard]] ComparedRun* compared() const { return m_compared; } // null: none

protected:
    bool event(QEvent* event) override; // Ctrl+Z before the window has it
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead();
    QToolButton* addButton(const QString& text, const QString& tip);
    void connectView();
    void apply(const IncidentArrangement& wanted);
    void fillTracksMenu();
    void askFlag(Instant at, int index); // index -1: a new one
    void askNote();
    void chooseCompared();
    void takeJob(const JobStatus& job);
    void showCompared(std::shared_ptr<const RecordView> record);
    void showDetails();
    void fillTable();
    void showFound();
    void placeSplit();
    [[nodiscard]] TimeRange shownRange() const;
    [[nodiscard]] QString flagsKey() const;
    void keep() const;

    ControlRoomBridge& m_bridge;
    WorldDescription m_world;
    IncidentArrangement m_arrangement;
    QUndoStack m_changes;
    TrackView* m_view;
    Minimap* m_minimap;
    RangeDrawer* m_drawer;
    RowTable* m_table;
    QSplitter* m_split;
    QSplitter* m_runs; // this one over the compared one
    ComparedRun* m_compared = nullptr;
    std::shared_ptr<const RecordView> m_record; // of the compared run; null: none
    std::uint64_t m_reading = 0; // job; 0: none
    QString m_readingPath;
    QLineEdit* m_find = nullptr;
    QLabel* m_found = nullptr;
    QToolButton* m_follow = nullptr;
    QMenu* m_tracksMenu = nullptr;
    bool m_isStale = true; // events came since the last snapshot that was shown
};

} // namespace sb
