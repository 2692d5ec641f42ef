// SPDX-License-Identifier: GPL-3.0-or-later
// What do we hand over? The post-incident report as it would be written now, its sections to choose, every
// format to write it in, and what was written last. Thread: UI thread.
#pragma once

#include "backend/api/control_room.h"
#include "ui/pages/framed_page.h"
#include "ui/reports/report_sections.h"
#include "ui/reports/report_writer.h"

#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <set>

class QComboBox;
class QListWidget;
class QPushButton;
class QTextBrowser;
class QTextDocument;

namespace sb {

class JobRow;
class RowTable;
class StateLine;

class ReportsPage : public FramedPage {
    Q_OBJECT
public:
    explicit ReportsPage(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    ~ReportsPage() override;
    void setWorld(const WorldDescription& world) override;
    void setSnapshot(const Snapshot& snapshot) override;
    void inherit(Page& before) override;

    // Whether the page shows what comes of the job; nobody else needs to.
    [[nodiscard]] bool isOwn(std::uint64_t job) const { return m_own.count(job) > 0; }
    // Writes what is chosen to that path.
    void exportTo(const QString& path);
    void refresh(); // the report as of now
    [[nodiscard]] ReportSections sections() const;
    [[nodiscard]] QTextBrowser* preview() const { return m_preview; }
    [[nodiscard]] QListWidget* sectionList() const { return m_sections; }
    [[nodiscard]] QComboBox* formats() const { return m_format; }
    [[nodiscard]] RowTable* written() const { return m_written; }
    [[nodiscard]] StateLine* state() const { return m_state; }

private:
    // What an export of the engine is for.
    struct Job {
        bool isPreview = false;
        std::optional<ReportFile> then; // what is made of it; nothing: it is the file itself
        QString source; // what the engine writes
        QString path; // what was asked for
        ReportSections wanted; // when it was asked for
        [[nodiscard]] bool isPassing() const { return isPreview || then; } // its source is no one's file
    };

    void layOut();
    void connectParts();
    void connectWriter();
    void takeJob(const JobStatus& job);
    void start(ExportFormat format, Job job);
    void showOf(const QString& html);
    void makePreview();
    void showPreview(const ReportPreview& preview);
    void addPart();
    void addWritten(const QString& path);
    void listWritten();
    void showFailure(const QString& why);
    void chooseFile();
    [[nodiscard]] QString suffix() const;
    [[nodiscard]] QString temporary(const QString& name);

    ControlRoomBridge& m_bridge;
    WorldDescription m_world;
    std::shared_ptr<QTemporaryDir> m_folder; // for what the engine writes and is not yet the file asked for
    int m_files = 0; // in it
    std::map<std::uint64_t, Job> m_jobs; // under way
    std::set<std::uint64_t> m_own; // those and what is over
    QString m_html; // the engine's report that is shown; empty: none yet
    Instant m_madeAt = kNever; // the run's time of it
    bool m_isAsked = false;
    QStringList m_paths; // written, newest first
    std::unique_ptr<QTextDocument> m_document; // shown
    QStringList m_parts; // still to be added to it
    int m_scrolled = 0; // where the one before stood
    QTimer m_adding; // a part a turn of the event loop, so that the window never waits for the whole
    ReportWriter* m_writer;
    QListWidget* m_sections;
    QComboBox* m_format;
    QPushButton* m_export;
    QPushButton* m_update;
    QPushButton* m_folderButton;
    JobRow* m_job;
    StateLine* m_state;
    RowTable* m_written;
    QTextBrowser* m_preview;
};

} // namespace sb
