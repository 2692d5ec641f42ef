// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reports_page.h"

#include "ui/bridge/control_room_bridge.h"
#include "ui/pages/job_row.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/row_table.h"
#include "ui/reports/report_writer.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlockFormat>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sb {
namespace {

constexpr int kSideNarrow = 250;
constexpr int kSideWide = 300;
constexpr int kWrittenMax = 8;
constexpr int kPdf = kExportFormatCount; // after the engine's own
constexpr int kGap = 8;

QString endingOf(int format)
{
    if (format == kPdf)
        return QStringLiteral("pdf");
    const std::string_view text = toString(static_cast<ExportFormat>(format));
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<ReportFile> madeFrom(int format)
{
    return format == kPdf                                    ? std::optional(ReportFile::Pdf)
        : format == static_cast<int>(ExportFormat::Html)     ? std::optional(ReportFile::Html)
        : format == static_cast<int>(ExportFormat::Markdown) ? std::optional(ReportFile::Markdown)
                                                             : std::nullopt;
}

} // namespace

ReportsPage::ReportsPage(ControlRoomBridge& bridge, QWidget* parent)
    : FramedPage(tr("Reports"), parent)
    , m_bridge(bridge)
    , m_folder(std::make_shared<QTemporaryDir>())
    , m_writer(new ReportWriter(this))
    , m_sections(new QListWidget(this))
    , m_format(new QComboBox(this))
    , m_export(new QPushButton(tr("&Export…"), this))
    , m_update(new QPushButton(tr("&Update the preview"), this))
    , m_folderButton(new QPushButton(tr("Show &folder"), this))
    , m_job(new JobRow(bridge, this))
    , m_state(new StateLine(this))
    , m_written(new RowTable(tr("Files written, newest first"), this))
    , m_preview(new QTextBrowser(this))
{
    m_sections->setAccessibleName(tr("Sections of the report"));
    m_sections->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sections->setTextElideMode(Qt::ElideRight);
    for (int i = 0; i < kReportSectionCount; ++i) {
        auto* item = new QListWidgetItem(wordFor(static_cast<ReportSection>(i)), m_sections);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_format->setAccessibleName(tr("Format"));
    for (const ExportFormat format : { ExportFormat::Markdown, ExportFormat::Html })
        m_format->addItem(wordFor(format), static_cast<int>(format));
    m_format->addItem(tr("PDF report"), kPdf);
    for (const ExportFormat format :
        { ExportFormat::Csv, ExportFormat::Json, ExportFormat::JsonLines, ExportFormat::ChromeTrace })
        m_format->addItem(wordFor(format), static_cast<int>(format));
    m_export->setProperty("emphasis", QStringLiteral("primary"));
    for (QPushButton* button : { m_export, m_update, m_folderButton }) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_folderButton->setEnabled(false);
    m_written->setColumns({ { tr("File") } });
    m_written->setEmptyText(tr("Nothing was written in this run yet."));
    m_preview->setAccessibleName(tr("Preview of the report"));
    m_preview->setOpenLinks(false);
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->setPlaceholderText(tr("The report is being made …"));
    layOut();
    connectParts();
}

ReportsPage::~ReportsPage()
{
    m_preview->setDocument(nullptr); // it belongs to the page
}

void ReportsPage::layOut()
{
    auto* what = new TitledCard(tr("What it holds"), this);
    what->column()->addWidget(m_sections, 1);
    auto* how = new TitledCard(tr("Hand it over"), this);
    auto* form = new QHBoxLayout;
    form->setSpacing(kGap);
    form->addWidget(m_folderButton);
    form->addStretch(1);
    form->addWidget(m_export);
    QLabel* hint
        = captionLabel(how, tr("Sections count for Markdown, HTML and PDF; the others hold the whole log."));
    hint->setWordWrap(true);
    how->column()->addWidget(m_format);
    how->column()->addWidget(hint);
    how->column()->addWidget(m_job);
    how->column()->addWidget(m_written, 1);
    how->column()->addLayout(form);
    auto* side = new QVBoxLayout;
    side->setSpacing(kGap);
    side->addWidget(what, 3);
    side->addWidget(how, 2);
    auto* sideBox = new QWidget(this);
    side->setContentsMargins(0, 0, 0, 0);
    sideBox->setLayout(side);
    sideBox->setMinimumWidth(kSideNarrow);
    sideBox->setMaximumWidth(kSideWide);
    auto* card = new TitledCard(tr("Preview"), this);
    auto* line = new QHBoxLayout;
    line->setSpacing(kGap);
    line->addWidget(m_state, 1);
    line->addWidget(m_update);
    card->column()->addLayout(line);
    card->column()->addWidget(m_preview, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(kGap);
    columns->addWidget(sideBox, 1);
    columns->addWidget(card, 3);
    body()->addLayout(columns, 1);
    head()->addStretch(1);
}

void ReportsPage::connectParts()
{
    m_adding.setInterval(0);
    connect(&m_adding, &QTimer::timeout, this, &ReportsPage::addPart);
    connect(m_update, &QPushButton::clicked, this, &ReportsPage::refresh);
    connect(m_export, &QPushButton::clicked, this, &ReportsPage::chooseFile);
    connect(m_sections, &QListWidget::itemChanged, this, &ReportsPage::makePreview);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, &ReportsPage::makePreview);
    connect(&m_bridge, &ControlRoomBridge::jobFinished, this, &ReportsPage::takeJob);
    connectWriter();
    connect(m_written, &RowTable::rowChosen, this, [this] { m_folderButton->setEnabled(true); });
    connect(m_folderButton, &QPushButton::clicked, this, [this] {
        const int row = std::max(0, m_written->currentIndex().row());
        if (row < m_paths.size())
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_paths.at(row)).absolutePath()));
    });
}

void ReportsPage::connectWriter()
{
    connect(m_writer, &ReportWriter::previewMade, this, &ReportsPage::showPreview);
    connect(m_writer, &ReportWriter::written, this, &ReportsPage::addWritten);
    connect(m_writer, &ReportWriter::failed, this, [this](const QString& path, const QString& why) {
        // A preview of a report that was replaced meanwhile finds its file gone.
        if (path == m_html || !path.startsWith(m_folder->path()))
            showFailure(why);
    });
}

void ReportsPage::setWorld(const WorldDescription& world)
{
    m_world = world;
    for (const auto& [id, job] : m_jobs) {
        if (job.isPassing())
            QFile::remove(job.source);
    }
    m_jobs.clear();
    m_own.clear();
    m_job->forget();
    showOf({});
    m_isAsked = false;
    m_madeAt = kNever;
    m_parts.clear();
    m_preview->setDocument(nullptr);
    m_document.reset();
    m_state->setState(StateShape::Unknown, tr("No report yet"));
}

void ReportsPage::setSnapshot(const Snapshot& snapshot)
{
    // Hidden pages are told too, and a report is of the whole record.
    if (isVisible() && !m_isAsked && snapshot.phase == RunPhase::Running)
        refresh(); // the first look at the page
    if (m_madeAt != kNever)
        //: a time of day, then how long ago that is
        m_state->setState(StateShape::Ok,
            tr("As of %1, %2 ago")
                .arg(formatClock(m_world.start, m_madeAt), formatAge(snapshot.now - m_madeAt)));
}

// With all that is under way: what the engine exports, and what is made of it.
void ReportsPage::inherit(Page& before)
{
    auto* other = qobject_cast<ReportsPage*>(&before);
    if (other == nullptr)
        return;
    for (int i = 0; i < kReportSectionCount; ++i)
        m_sections->item(i)->setCheckState(other->m_sections->item(i)->checkState());
    m_format->setCurrentIndex(other->m_format->currentIndex());
    m_paths = other->m_paths;
    listWritten();
    std::swap(m_writer, other->m_writer);
    m_writer->disconnect(other);
    m_writer->setParent(this);
    other->m_writer->disconnect(this);
    other->m_writer->setParent(other);
    connectWriter();
    m_folder = other->m_folder;
    m_files = other->m_files;
    m_jobs = std::exchange(other->m_jobs, {});
    m_own = other->m_own;
    m_html = other->m_html;
    m_madeAt = other->m_madeAt;
    m_isAsked = other->m_isAsked;
    if (other->m_job->isRunning())
        m_job->follow(other->m_job->job());
    if (std::any_of(m_jobs.begin(), m_jobs.end(), [](const auto& job) { return job.second.isPreview; }))
        m_state->setState(StateShape::Recovering, tr("The report is being made …"));
    else
        m_isAsked = !m_html.isEmpty(); // what failed is tried again
    // In this language, once the page has its size.
    QMetaObject::invokeMethod(this, &ReportsPage::makePreview, Qt::QueuedConnection);
}

void ReportsPage::refresh()
{
    m_isAsked = true;
    m_state->setState(StateShape::Recovering, tr("The report is being made …"));
    m_madeAt = kNever;
    Job job;
    job.isPreview = true;
    job.source = temporary(QStringLiteral("preview.html"));
    start(ExportFormat::Html, job);
}

void ReportsPage::start(ExportFormat format, Job job)
{
    const QString source = job.source;
    const bool isShown = !job.isPreview;
    const std::uint64_t id = m_bridge.startExport(format, source);
    m_jobs[id] = std::move(job);
    m_own.insert(id);
    if (isShown)
        m_job->follow(id);
}

void ReportsPage::takeJob(const JobStatus& status)
{
    const auto found = m_jobs.find(status.id);
    if (found == m_jobs.end())
        return;
    const Job job = std::move(found->second);
    m_jobs.erase(found);
    if (status.error || status.isCancelled) {
        if (job.isPassing())
            QFile::remove(job.source);
        if (job.isPreview)
            m_state->setState(StateShape::Failed, tr("No report"));
        if (status.error)
            showFailure(tr("%1: %2").arg(wordFor(status.error->code), fromEngine(status.error->what)));
        return;
    }
    if (job.isPreview) {
        showOf(job.source);
        m_madeAt = m_bridge.snapshot()->now;
        makePreview();
    } else if (job.then) {
        m_writer->write(*job.then, job.source, job.path, job.wanted);
    } else {
        addWritten(job.path);
    }
}

ReportSections ReportsPage::sections() const
{
    ReportSections wanted;
    for (int i = 0; i < kReportSectionCount; ++i)
        if (m_sections->item(i)->checkState() == Qt::Checked)
            wanted.insert(static_cast<ReportSection>(i));
    return wanted;
}

void ReportsPage::makePreview()
{
    if (m_html.isEmpty())
        return;
    const Theme& theme = currentTheme();
    m_writer->makePreview(m_html, sections(),
        { theme.color(Token::TextPrimary).name(), theme.color(Token::LineBorder).name(),
            theme.color(Token::BgPanel).name(), devicePixelRatioF(),
            std::clamp(m_preview->viewport()->width() - 60, 300, 960) });
}

// Of an engine's report; empty: none. The one before is removed.
void ReportsPage::showOf(const QString& html)
{
    if (!m_html.isEmpty())
        QFile::remove(m_html);
    m_html = html;
}

void ReportsPage::showPreview(const ReportPreview& preview)
{
    if (preview.source != m_html)
        return; // of an earlier report, or of another run
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(m_preview->font());
    document->setDefaultStyleSheet(preview.style);
    for (qsizetype i = 0; i < preview.pictures.size(); ++i)
        document->addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("incident-%1").arg(i + 1)),
            preview.pictures[i]);
    m_scrolled = m_preview->verticalScrollBar()->value();
    m_preview->setDocument(document.get());
    m_document = std::move(document); // the one before goes now
    m_parts = preview.parts;
    m_adding.start();
}

void ReportsPage::addPart()
{
    if (!m_document || m_parts.isEmpty()) {
        m_adding.stop();
        return;
    }
    QTextCursor cursor(m_document.get());
    cursor.movePosition(QTextCursor::End);
    if (!m_document->isEmpty())
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
    cursor.insertHtml(m_parts.takeFirst());
    if (m_parts.isEmpty())
        m_preview->verticalScrollBar()->setValue(m_scrolled);
}

QString ReportsPage::suffix() const
{
    return endingOf(m_format->currentData().toInt());
}

QString ReportsPage::temporary(const QString& name)
{
    return m_folder->filePath(QStringLiteral("%1-%2").arg(++m_files).arg(name));
}

void ReportsPage::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Export report"), QString(),
        QStringLiteral("%1 (*.%2)").arg(m_format->currentText(), suffix()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix());
    dialog->selectFile(tr("incident").append(QLatin1Char('.')).append(suffix()));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportsPage::exportTo);
    dialog->open();
}

void ReportsPage::exportTo(const QString& path)
{
    const int format = m_format->currentData().toInt();
    const auto file = madeFrom(format);
    const bool isWhole = sections() == allSections() && format != kPdf;
    Job job;
    job.path = path;
    job.wanted = sections();
    if (!file || isWhole) { // the engine's own file, and its own care for it
        job.source = path;
        start(static_cast<ExportFormat>(format), job);
        return;
    }
    job.then = file;
    const ExportFormat source = *file == ReportFile::Markdown ? ExportFormat::Markdown : ExportFormat::Html;
    job.source = temporary(QStringLiteral("source"));
    start(source, job);
}

void ReportsPage::addWritten(const QString& path)
{
    m_paths.removeAll(path);
    m_paths.prepend(path);
    m_paths = m_paths.mid(0, kWrittenMax);
    listWritten();
    notice()->showNotice(StateShape::Ok, tr("Written: %1").arg(QDir::toNativeSeparators(path)));
}

void ReportsPage::listWritten()
{
    std::vector<TableRow> rows;
    for (const QString& one : std::as_const(m_paths))
        rows.push_back({ { { QFileInfo(one).fileName() } }, rows.size(), QDir::toNativeSeparators(one) });
    m_written->setRows(std::move(rows));
    m_folderButton->setEnabled(!m_paths.isEmpty());
}

void ReportsPage::showFailure(const QString& why)
{
    notice()->showNotice(StateShape::Failed, why);
}

} // namespace sb
