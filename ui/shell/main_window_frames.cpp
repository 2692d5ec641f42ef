// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does at each tick of the UI clock, and with keys that belong to it as a whole.
#include "ui/shell/main_window.h"

#include "ui/charts/charts_panel.h"
#include "ui/map/fault_menu.h"
#include "ui/map/map_text.h"
#include "ui/map/world_map.h"
#include "ui/pages/alarms_page.h"
#include "ui/pages/page.h"
#include "ui/shell/icons.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/side_panel.h"
#include "ui/shell/status_line.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/conditions_banner.h"
#include "ui/widgets/decisions_list.h"
#include "ui/widgets/journal_view.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/region_inspector.h"
#include "ui/widgets/status_table.h"
#include "ui/widgets/tab_order.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QInputDialog>
#include <QKeyEvent>
#include <QSettings>

namespace sb {

namespace {

constexpr qint64 kStatusMs = 300;
constexpr double kSmoothing = 0.1; // share of the newest frame in the shown frame time

} // namespace

void MainWindow::describeWorld()
{
    const WorldDescription& world = m_bridge.world();
    m_residue.reset();
    m_topBar->setWorld(world);
    m_stage->setWorld(world);
    m_charts->setDescription(world);
    m_timeline->setDescription(world);
    m_journal->setWorld(world);
    m_side->inspector()->setWorld(world);
    m_side->decisions()->setWorld(world);
    for (Page* page : m_pages)
        page->setWorld(world);
    //: title of the window: name of the run, seed
    setWindowTitle(tr("%1, seed %2 – Signalbox").arg(qs(world.title)).arg(world.seed));
}

void MainWindow::adoptWorld()
{
    describeWorld();
    const WorldDescription& world = m_bridge.world();
    if (!world.regions.empty())
        select(MapItem::forRegion(world.regions.front().id));
    for (const Setting setting : { Setting::Speed, Setting::FaultExpiry, Setting::TimeWindow }) {
        if (!Preferences::instance().isDefault(setting))
            applyPreference(setting);
    }
    refresh();
}

void MainWindow::refresh()
{
    m_sinceStatus.invalidate();
    Frame frame;
    frame.snapshot = m_bridge.snapshot();
    frame.isNewSnapshot = true;
    takeFrame(frame);
}

void MainWindow::takeFrame(const Frame& frame)
{
    QElapsedTimer timer;
    timer.start();
    const Snapshot& snapshot = *frame.snapshot;
    const WorldDescription& world = m_bridge.world();
    if (frame.isNewSnapshot) {
        m_stage->setSnapshot(frame.snapshot);
        m_topBar->setSnapshot(world, snapshot);
        m_side->inspector()->setSnapshot(snapshot);
        m_side->decisions()->setSnapshot(snapshot);
        m_charts->setSnapshot(snapshot);
        m_timeline->setSnapshot(snapshot);
        showMarks(snapshot);
        showPace(snapshot);
        m_status->setAlarms(m_stage->banner()->conditions());
    }
    if (!frame.events.empty()) {
        if (const auto report = m_residue.take(frame.events))
            tell(report->isClean ? StateShape::Ok : StateShape::Failed, report->text);
        m_timeline->appendEvents(frame.events);
        m_journal->appendEvents(frame.events);
        for (Page* page : m_pages)
            page->addEvents(frame.events);
    }
    m_stage->map()->advance(frame.sinceLast);
    m_status->setJobs(frame.jobs);
    const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e6 + m_paintMs;
    m_paintMs = 0;
    m_frameMs += (taken - m_frameMs) * (m_frameMs == 0 ? 1 : kSmoothing);
    // A text that changes thirty times a second cannot be read, and lays the bar out each time.
    if (!m_sinceStatus.isValid() || m_sinceStatus.elapsed() >= kStatusMs) {
        m_status->setRun(world, snapshot, m_frameMs);
        for (Page* page : m_pages) {
            page->noteSnapshot(snapshot);
            if (page->isVisible() || !m_sinceStatus.isValid())
                page->setSnapshot(snapshot);
        }
        showAlarmBadge();
        m_sinceStatus.start();
    }
}

// How many alarms nobody has acknowledged, with the shape of the worst.
void MainWindow::showAlarmBadge()
{
    const auto* alarms = qobject_cast<AlarmsPage*>(page(QStringLiteral("alarms")));
    if (alarms == nullptr)
        return;
    int count = 0;
    AlarmPriority worst = AlarmPriority::Low;
    for (const AlarmEntry* entry : alarms->book().annunciated()) {
        if (!entry->isActive() || entry->isAcknowledged())
            continue;
        ++count;
        worst = std::max(worst, priorityOf(entry->finding.key.kind));
    }
    const StateShape shape = worst == AlarmPriority::High ? StateShape::Failed
        : worst == AlarmPriority::Medium                  ? StateShape::Degraded
                                                          : StateShape::Held;
    for (NavButton* button : m_rail->buttons())
        if (button->pageAction()->objectName() == QLatin1String("page.alarms"))
            //: alarms that nobody has acknowledged; then their number
            button->setBadge(count, shape, tr("Not acknowledged: %1").arg(count));
}

void MainWindow::showMarks(const Snapshot& snapshot)
{
    std::vector<ChartMark> marks;
    for (const FaultView& fault : snapshot.faults)
        marks.push_back({ fault.startedAt, true });
    m_charts->setMarks(std::move(marks));
}

void MainWindow::showPace(const Snapshot& snapshot)
{
    WindowActions& a = *m_actions;
    const QString text = snapshot.isPaused ? tr("&Resume") : tr("&Pause");
    if (a.pause->isChecked() != snapshot.isPaused || a.pause->text() != text) {
        a.pause->setChecked(snapshot.isPaused);
        a.pause->setText(text);
        a.pause->setIcon(icon(snapshot.isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
    }
    const QList<QAction*> speeds = a.speed->actions();
    for (QAction* action : speeds) {
        if (action->data().toInt() == snapshot.speedPercent && !action->isChecked())
            action->setChecked(true);
    }
    a.clearFaults->setEnabled(!snapshot.faults.empty());
}

void MainWindow::select(const MapItem& item)
{
    m_stage->map()->select(item);
    m_stage->table()->select(item);
    if (m_side->inspector()->item() == item)
        return;
    m_side->inspector()->setItem(item);
    m_side->inspector()->setSnapshot(*m_bridge.snapshot());
    for (Page* page : m_pages)
        page->setRegion(item.isRegion() ? item.region : RegionId {});
}

void MainWindow::fillBreakMenu()
{
    QMenu* menu = m_actions->breakMenu;
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    const auto snapshot = m_bridge.snapshot();
    const CommandSink sink = [this](const Command& command) {
        if (const auto* fault = std::get_if<InjectFault>(&command))
            armFault(*fault);
        else
            submit(command);
    };
    bool isAmongLinks = false;
    for (const MapItem& item : mapItems(m_bridge.world())) {
        if (item.isLink() && !isAmongLinks)
            menu->addSeparator();
        isAmongLinks = item.isLink();
        QMenu* sub = menu->addMenu(itemName(m_bridge.world(), item));
        fillItemMenu(*sub, m_bridge.world(), *snapshot, item, FaultOffer {}, sink);
    }
    menu->addSeparator();
    menu->addAction(m_actions->palette);
    menu->addAction(m_actions->clearFaults);
}

void MainWindow::fillRestoreMenu()
{
    QMenu* menu = m_actions->restoreMenu;
    menu->clear();
    const auto snapshot = m_bridge.snapshot();
    for (const RegionInfo& region : m_bridge.world().regions) {
        const bool isBroken = std::any_of(snapshot->faults.begin(), snapshot->faults.end(),
            [&](const FaultView& f) { return f.spec.region == region.code || f.spec.peer == region.code; });
        QAction* action = menu->addAction(tr("Restore %1").arg(regionName(region)));
        action->setStatusTip(tr("Reverses every fault of the region and its links"));
        action->setEnabled(isBroken);
        connect(action, &QAction::triggered, this,
            [this, code = region.code] { submit(RestoreRegion { code }); });
    }
}

void MainWindow::fillFailBackMenu()
{
    QMenu* menu = m_actions->failBackMenu;
    menu->clear();
    const auto snapshot = m_bridge.snapshot();
    for (const RegionInfo& region : m_bridge.world().regions) {
        const RegionView& view = snapshot->regions[region.id.value];
        const QString name = regionName(region);
        if (shapeOf(view.state) == StateShape::Recovering) {
            QAction* abort = menu->addAction(tr("Abort fail back of %1").arg(name));
            abort->setStatusTip(tr("The region is held out again"));
            connect(abort, &QAction::triggered, this,
                [this, code = region.code] { submit(AbortFailBack { code }); });
            continue;
        }
        QString text = tr("Fail back %1").arg(name);
        if (view.state == RegionState::Serving)
            text = tr("%1 is serving").arg(name);
        else if (!view.canFailBack && !view.failBackWaitsFor.empty())
            text = tr("Fail back %1: waits for %2").arg(name, fromEngine(view.failBackWaitsFor.front()));
        QAction* action = menu->addAction(text);
        action->setStatusTip(tr("Catches up, verifies, then brings users back in steps"));
        action->setEnabled(view.canFailBack);
        connect(action, &QAction::triggered, this, [this, code = region.code] { submit(FailBack { code }); });
    }
}

void MainWindow::askNote()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add note"));
    dialog->setLabelText(tr("One line for the incident record:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        if (!text.trimmed().isEmpty())
            submit(AddNote { text.trimmed().toStdString() });
    });
    dialog->open();
}

void MainWindow::showHintOnce()
{
    if (m_isHintShown || m_settings->value(QStringLiteral("hints/dragOutage"), false).toBool())
        return;
    const auto snapshot = m_bridge.snapshot();
    const WorldDescription& world = m_bridge.world();
    if (!snapshot->faults.empty() || snapshot->incident.exists || world.regions.empty())
        return;
    m_isHintShown = true;
    m_stage->showHint(
        tr("Drag “%1” onto %2").arg(wordFor(FaultKind::RegionOutage), regionName(world.regions.front())));
}

void MainWindow::showEvent(QShowEvent* event)
{
    m_bridge.setVisible(true);
    showHintOnce();
    QMainWindow::showEvent(event);
}

void MainWindow::hideEvent(QHideEvent* event)
{
    m_bridge.setVisible(false);
    QMainWindow::hideEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::WindowStateChange)
        m_bridge.setVisible(!isMinimized());
    if (event->type() == QEvent::LayoutDirectionChange)
        placeSide();
    QMainWindow::changeEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget* target = tabTarget(*this, focusWidget(), next);
    if (target == nullptr)
        return false;
    target->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // Space presses a focused button and picks in a focused list; only elsewhere it pauses the run.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        const bool isItsOwn = qobject_cast<QAbstractButton*>(watched) || qobject_cast<QComboBox*>(watched)
            || qobject_cast<QAbstractItemView*>(watched);
        if (isItsOwn) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace sb
