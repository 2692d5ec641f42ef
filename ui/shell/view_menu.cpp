// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/view_menu.h"

#include "ui/charts/charts_panel.h"
#include "ui/incident/event_csv.h"
#include "ui/incident/incident_page.h"
#include "ui/incident/track_view.h"
#include "ui/map/world_map.h"
#include "ui/pages/csv.h"
#include "ui/pages/matrix_view.h"
#include "ui/pages/traffic_strips.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_stage.h"
#include "ui/theme/words.h"
#include "ui/timeline/timeline_text.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/status_table.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QPointer>

namespace sb {
namespace {

QString matrixCsv(const MatrixView& matrix)
{
    QList<QStringList> rows { { ViewMenu::tr("Source"), ViewMenu::tr("Target"), ViewMenu::tr("State"),
        ViewMenu::tr("Lag in seconds"), ViewMenu::tr("Waiting operations") } };
    const auto& regions = matrix.world().regions;
    for (int row = 0; row < matrix.count(); ++row) {
        for (int column = 0; column < matrix.count(); ++column) {
            if (row == column)
                continue;
            const MatrixCell& cell = matrix.cell(row, column);
            rows << QStringList { regionName(regions[static_cast<std::size_t>(row)]),
                regionName(regions[static_cast<std::size_t>(column)]), cell.reading.word,
                cell.isThere ? QString::number(seconds(cell.link.lag), 'f', 3) : QString(),
                cell.isThere ? QString::number(cell.link.pendingOperations) : QString() };
        }
    }
    return csvText(rows);
}

QString stripsCsv(const TrafficStrips& strips)
{
    QList<QStringList> rows;
    for (const QStringList& row : strips.asRows(strips.columnCount()))
        rows << row;
    return csvText(rows);
}

} // namespace

ViewMenu::ViewMenu(MainWindow& window, ViewWriter& writer)
    : QObject(&window)
    , m_window(window)
    , m_writer(writer)
{
    offerAll();
    connectActions();
    connect(&m_writer, &ViewWriter::written, this, [this](const QString& path) {
        m_window.tell(StateShape::Ok, tr("Written: %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(&m_writer, &ViewWriter::failed, this,
        [this](const QString& text) { m_window.tell(StateShape::Failed, text); });
}

void ViewMenu::offerAll()
{
    WorldMap* map = m_window.stage().map();
    offerView(map, tr("Map"), [this] { return tableCsv(*m_window.stage().table()->model()); });
    offerView(&m_window.charts(), tr("Charts"), [this] { return m_window.charts().csv(); });
    offerView(&m_window.timeline(), timelineTitle(),
        [this] { return eventsCsv(m_window.timeline().model(), m_window.timeline().zoom().range()); });
    for (auto* matrix : m_window.findChildren<MatrixView*>())
        offerView(matrix, tr("Replication matrix"), [matrix] { return matrixCsv(*matrix); });
    for (auto* strips : m_window.findChildren<TrafficStrips*>())
        offerView(strips, tr("Traffic"), [strips] { return stripsCsv(*strips); });
    const auto complete = [this](QWidget* view) {
        return [this, view](QMenu* menu) {
            menu->addSeparator();
            fill(*menu, view);
        };
    };
    connect(&m_window.timeline(), &TimelineView::menuOpening, this, complete(&m_window.timeline()));
    for (auto* incident : m_window.findChildren<IncidentPage*>()) {
        offerView(incident->view(), tr("Incident"), [incident] { return incident->eventsCsv(); });
        connect(incident->view(), &TrackView::menuOpening, this, complete(incident->view()));
    }
}

void ViewMenu::connectActions()
{
    const QList<QAction*>& actions = m_window.actionSet().viewExports;
    connect(actions.at(0), &QAction::triggered, this, [this] { copyImage(*currentView()); });
    connect(actions.at(1), &QAction::triggered, this, [this] { copyData(*currentView()); });
    for (int i = 0; i < kViewFormatCount; ++i)
        connect(actions.at(2 + i), &QAction::triggered, this,
            [this, i] { choose(*currentView(), static_cast<ViewFormat>(i)); });
}

QWidget* ViewMenu::currentView() const
{
    QWidget* page = m_window.shownWidget();
    QWidget* focused = m_window.focusWidget();
    QWidget* view = focused != nullptr && focused != page ? viewAround(focused) : nullptr;
    return view != nullptr && view->isVisible() ? view : page;
}

void ViewMenu::fill(QMenu& menu, QWidget* view)
{
    const QPointer<QWidget> kept(view);
    const auto add = [&](const QString& text, auto act) {
        return menu.addAction(text, this, [kept, act] {
            if (kept)
                act(*kept);
        });
    };
    add(tr("Copy as image"), [this](QWidget& v) { copyImage(v); });
    add(tr("Copy as data (CSV)"), [this](QWidget& v) { copyData(v); });
    QMenu* saves = menu.addMenu(tr("Save view as"));
    for (int i = 0; i < kViewFormatCount; ++i) {
        const auto format = static_cast<ViewFormat>(i);
        QAction* action = saves->addAction(tr("%1…").arg(wordFor(format)));
        connect(action, &QAction::triggered, this, [this, kept, format] {
            if (kept)
                choose(*kept, format);
        });
    }
}

void ViewMenu::copyImage(QWidget& view)
{
    QApplication::clipboard()->setImage(viewImage(view, view.devicePixelRatioF()));
    m_window.tell(StateShape::Ok, tr("Copied as an image: %1").arg(viewName(view)));
}

void ViewMenu::copyData(QWidget& view)
{
    const QString text = viewCsv(view);
    if (text.isEmpty()) {
        m_window.tell(StateShape::Unknown,
            tr("%1 has no data to copy at present. Copy it as an image.").arg(viewName(view)));
        return;
    }
    QApplication::clipboard()->setText(text);
    m_window.tell(StateShape::Ok, tr("Copied as data: %1").arg(viewName(view)));
}

void ViewMenu::choose(QWidget& view, ViewFormat format)
{
    const QString suffix = viewSuffix(format);
    auto* dialog = new QFileDialog(
        &m_window, tr("Save view as"), QString(), QStringLiteral("%1 (*.%2)").arg(wordFor(format), suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    QString name = viewName(view).toLower();
    name.replace(QLatin1Char(' '), QLatin1Char('-')).replace(QLatin1Char('/'), QLatin1Char('-'));
    dialog->selectFile(name + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, kept = QPointer<QWidget>(&view), format](const QString& path) {
            if (kept)
                m_writer.save(*kept, format, path);
        });
    dialog->open();
}

} // namespace sb
