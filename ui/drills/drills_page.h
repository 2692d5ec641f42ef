// SPDX-License-Identifier: GPL-3.0-or-later
// Are we as resilient as we claim? Drills: chosen, started, followed step by step and judged; their text,
// changed with every mistake shown; many runs of one with other seeds; and what if, from here. Thread: UI
// thread.
#pragma once

#include "backend/api/drill_view.h"
#include "ui/pages/framed_page.h"

#include <map>
#include <optional>

class QStackedWidget;
class QTabBar;

namespace sb {

struct JobStatus;
class DrillEditor;
class DrillListCard;
class DrillProgressCard;
class ForecastCard;
class RepeatsCard;

class DrillsPage : public FramedPage {
    Q_OBJECT
public:
    enum Tab { Run, Text, Repeats, WhatIf };

    explicit DrillsPage(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) override;
    void setSnapshot(const Snapshot& snapshot) override;
    void noteSnapshot(const Snapshot& snapshot) override;
    void addEvents(const std::vector<Event>& events) override;
    void inherit(Page& before) override;

    // Reads a drill's file, lists and chooses it.
    void openFile(const QString& path);
    void startDrill(const QString& path);
    void chooseFile();
    // Where texts that nobody saved are kept when they are run; a folder for the user's data unless set.
    void setOwnFolder(const QString& folder) { m_ownFolder = folder; }
    void showTab(Tab tab);
    [[nodiscard]] DrillListCard* list() const { return m_list; }
    [[nodiscard]] DrillProgressCard* progress() const { return m_progress; }
    [[nodiscard]] DrillEditor* editor() const { return m_editor; }
    [[nodiscard]] RepeatsCard* repeats() const { return m_repeats; }
    [[nodiscard]] Tab tab() const;

Q_SIGNALS:
    void eventRequested(sb::EventSeq seq); // in the timeline and the journal
    void pageRequested(const QString& id);

private:
    void connectParts();
    void takeJob(const JobStatus& job);
    void begin(const QString& path, std::optional<quint64> seed, bool isPaused);
    void runText();
    void drawRandom();
    void chooseRunning();
    void showChosen();
    void keepText();
    void copyLine();

    ControlRoomBridge& m_bridge;
    WorldDescription m_world;
    QString m_ownFolder;
    std::uint64_t m_listJob = 0; // reads the drills of the program
    std::uint64_t m_openJob = 0; // reads one file
    bool m_isListed = false;
    bool m_startsOpened = false; // the file being read
    std::map<QString, QString> m_kept; // by path: texts that were changed, not saved, and left for another
    DrillListCard* m_list;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    DrillProgressCard* m_progress;
    DrillEditor* m_editor;
    RepeatsCard* m_repeats;
    ForecastCard* m_whatIf;
};

} // namespace sb
