// SPDX-License-Identifier: GPL-3.0-or-later
// Runs, sessions and exports: everything of the window that touches files. Nothing here blocks.
#include "ui/shell/main_window.h"

#include "ui/reports/reports_page.h"
#include "ui/shell/map_stage.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/notice_bar.h"

#include <QCoreApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>

namespace sb {

namespace {

constexpr int kMostRecent = 8;

QString sessionFilter()
{
    return QCoreApplication::translate("sb::MainWindow", "Signalbox sessions (*.signalbox)");
}

// A session or a drill.
QString pathOf(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    const bool isKnown = path.endsWith(QLatin1String(".signalbox")) || path.endsWith(QLatin1String(".toml"));
    return isKnown ? path : QString();
}

} // namespace

void MainWindow::startRun(const RunRequest& request)
{
    const Result<> replaced = m_bridge.replaceRun(request);
    if (!replaced) {
        //: what kind of failure, then the reason
        tell(StateShape::Failed,
            tr("%1: %2").arg(wordFor(replaced.error().code), fromEngine(replaced.error().what)));
    }
}

void MainWindow::openSession(const QString& path)
{
    RunRequest request;
    request.openPath = path.toStdString();
    const Result<> replaced = m_bridge.replaceRun(request);
    if (!replaced) {
        tell(StateShape::Failed,
            tr("%1: %2").arg(wordFor(replaced.error().code), fromEngine(replaced.error().what)));
        return;
    }
    remember(path);
}

void MainWindow::exportRecord(ExportFormat format, const QString& path)
{
    m_bridge.startExport(format, path);
}

void MainWindow::saveSessionAs(const QString& path)
{
    m_bridge.startSave(path);
}

void MainWindow::chooseOpen()
{
    auto* dialog = new QFileDialog(this, tr("Open session"), QString(), sessionFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openSession);
    dialog->open();
}

void MainWindow::chooseSave()
{
    auto* dialog = new QFileDialog(this, tr("Save session as"), QString(), sessionFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("signalbox"));
    dialog->selectFile(qs(m_bridge.world().title) + QStringLiteral(".signalbox"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::saveSessionAs);
    dialog->open();
}

void MainWindow::chooseExport(ExportFormat format)
{
    const std::string_view name = toString(format);
    const QString suffix = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    auto* dialog = new QFileDialog(this, tr("Export incident record"), QString(),
        QStringLiteral("%1 (*.%2)").arg(wordFor(format), suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(tr("incident").append(QLatin1Char('.')).append(suffix));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, format](const QString& path) { exportRecord(format, path); });
    dialog->open();
}

void MainWindow::jobDone(const JobStatus& job)
{
    const auto* reports = qobject_cast<ReportsPage*>(page(QStringLiteral("reports")));
    if (job.resultPath.empty() || (reports != nullptr && reports->isOwn(job.id)))
        return; // its page shows what came of it
    if (job.error) {
        tell(StateShape::Failed, tr("%1: %2").arg(wordFor(job.error->code), fromEngine(job.error->what)));
        return;
    }
    if (job.isCancelled) {
        tell(StateShape::Unknown, tr("Cancelled: %1").arg(fromEngine(job.title)));
        return;
    }
    const QString path = qs(job.resultPath);
    if (path.endsWith(QLatin1String(".signalbox")))
        remember(path);
    tell(StateShape::Ok, tr("Written: %1").arg(QDir::toNativeSeparators(path)));
}

void MainWindow::remember(const QString& path)
{
    QStringList list = m_settings->value(QStringLiteral("files/recent")).toStringList();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    list.removeAll(absolute);
    list.prepend(absolute);
    m_settings->setValue(QStringLiteral("files/recent"), list.mid(0, kMostRecent));
}

void MainWindow::fillRecentMenu()
{
    QMenu* menu = m_actions->recent;
    menu->clear();
    const QStringList list = m_settings->value(QStringLiteral("files/recent")).toStringList();
    for (const QString& path : list) {
        QAction* action = menu->addAction(QFileInfo(path).fileName());
        action->setStatusTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { openSession(path); });
    }
    if (list.isEmpty())
        menu->addAction(tr("No session opened yet"))->setEnabled(false);
}

void MainWindow::fillAddRegionMenu()
{
    QMenu* menu = m_actions->addRegion;
    menu->clear();
    for (const std::string& code : m_bridge.world().otherRegions) {
        QAction* action = menu->addAction(tr("%1 (%2)").arg(placeName(code), qs(code)));
        action->setStatusTip(tr("Starts a new run with the present regions and %1").arg(placeName(code)));
        connect(action, &QAction::triggered, this, [this, code] {
            RunRequest request;
            request.regions.clear();
            for (const RegionInfo& region : m_bridge.world().regions)
                request.regions.push_back(region.code);
            request.regions.push_back(code);
            startRun(request);
        });
    }
    if (m_bridge.world().otherRegions.empty())
        menu->addAction(tr("All regions run already"))->setEnabled(false);
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Signalbox"));
    box->setText(tr("<b>Signalbox %1</b><br>Control room for a service that runs in several cloud regions.")
                     .arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("Licensed under the GNU General Public License, version 3 or later.\n\n"
                               "Coastlines: Natural Earth, public domain. Cities: GeoNames, CC BY 4.0. "
                               "Books: Project Gutenberg. Round trips: cloudping.co."));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!pathOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = pathOf(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    if (path.endsWith(QLatin1String(".toml")))
        openDrill(path);
    else
        openSession(path);
}

} // namespace sb
