// SPDX-License-Identifier: GPL-3.0-or-later
// Another language without another start: everything that shows words is built anew around the same bridge,
// so the run goes on and no event is missed; what the user has arranged, selected and typed is put back.
// Layout changes of before cannot be undone any more.
#include "ui/shell/main_window.h"

#include "ui/charts/charts_panel.h"
#include "ui/map/world_map.h"
#include "ui/pages/page.h"
#include "ui/shell/carry_over.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/side_panel.h"
#include "ui/shell/status_line.h"
#include "ui/theme/languages.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/fault_palette.h"
#include "ui/widgets/journal_view.h"
#include "ui/widgets/notice_bar.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QLayout>
#include <QSplitter>
#include <QStackedWidget>

namespace sb {

struct MainWindow::Kept {
    explicit Kept(MainWindow& window)
        : arrangement(window.arrangement())
        , rows(window.m_rows->saveState())
        , docks(window.m_frame->saveState())
        , selection(window.m_stage->map()->selection())
        , isTable(window.m_actions->table->isChecked())
        , isRing(window.m_actions->ring->isChecked())
        , isWall(false)
        , range(window.m_timeline->zoom().range())
        , isFollowing(window.m_timeline->isFollowing())
        , selectedEvent(window.m_timeline->selectedEvent())
        , expiresAfter(window.m_stage->palette()->duration())
    {
        const QAction* ticked = window.m_actions->range->checkedAction();
        chartRange = ticked == nullptr ? 0 : ticked->data().toInt();
        for (const NoticeBar* bar : window.noticeBars())
            notices.emplace_back(bar == nullptr ? StateShape::Ok : bar->shape(),
                bar == nullptr || bar->isHidden() ? QString() : bar->text());
        for (const QWidget* part : window.partsWithInputs())
            inputs.emplace_back(*part);
    }

    Arrangement arrangement;
    QByteArray rows;
    QByteArray docks;
    MapItem selection;
    bool isTable;
    bool isRing;
    bool isWall;
    TimeRange range;
    bool isFollowing;
    EventSeq selectedEvent;
    Duration expiresAfter;
    int chartRange = 0;
    std::vector<std::pair<StateShape, QString>> notices; // as they were worded: they tell of what is over
    std::vector<CarryOver> inputs;
    std::vector<std::unique_ptr<Page>> pages; // what they have gathered
};

std::vector<QWidget*> MainWindow::partsWithInputs() const
{
    std::vector<QWidget*> parts { m_side, m_journal };
    parts.insert(parts.end(), m_pages.begin(), m_pages.end());
    return parts;
}

// Over the map, then of each page; null where a page has none.
std::vector<NoticeBar*> MainWindow::noticeBars() const
{
    std::vector<NoticeBar*> bars { m_stage->notice() };
    for (const Page* page : m_pages)
        bars.push_back(page->notice());
    return bars;
}

// Not at once: the change may have been asked for by a part that is built anew.
void MainWindow::languageChanged()
{
    QMetaObject::invokeMethod(this, &MainWindow::rebuild, Qt::QueuedConnection);
}

void MainWindow::rebuild()
{
    if (m_language == LanguageManager::instance().current())
        return;
    m_language = LanguageManager::instance().current();
    setUpdatesEnabled(false);
    const bool isWall = m_wall != nullptr;
    setWall(false);
    Kept kept(*this);
    kept.isWall = isWall;
    tearDown(kept);
    m_actions = std::make_unique<WindowActions>(this);
    build();
    putBack(kept);
    setUpdatesEnabled(true);
}

void MainWindow::tearDown(Kept& kept)
{
    m_bridge.disconnect(this);
    ThemeManager::instance().disconnect(this);
    Preferences::instance().disconnect(this);
    LanguageManager::instance().disconnect(this);
    m_layoutChanges.disconnect();
    m_layoutChanges.clear();
    for (Page* page : m_pages) {
        m_stack->removeWidget(page);
        page->setParent(nullptr);
        page->disconnect(this);
        kept.pages.emplace_back(page);
    }
    m_pages.clear();
    qDeleteAll(findChildren<ShortcutSheet*>());
    delete m_commandPalette;
    m_frame = nullptr;
    delete takeCentralWidget();
    setStatusBar(nullptr);
    setMenuBar(nullptr);
    qDeleteAll(findChildren<QActionGroup*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QAction*>(Qt::FindDirectChildrenOnly));
}

void MainWindow::settle()
{
    layout()->activate();
    centralWidget()->show();
    centralWidget()->layout()->activate();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
}

void MainWindow::putBack(Kept& kept)
{
    m_actions->range->actions().at(kept.chartRange)->setChecked(true);
    m_charts->setRange(static_cast<ChartRange>(kept.chartRange));
    // The theme stays as it is: the command line may have chosen another one than the preferences say.
    m_actions->theme->actions().at(static_cast<int>(ThemeManager::instance().mode()))->setChecked(true);
    for (const Setting setting : { Setting::Motion, Setting::FaultPalette })
        applyPreference(setting);
    m_stage->palette()->setDuration(kept.expiresAfter);
    describeWorld();
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_pages[i]->inherit(*kept.pages.at(i));
    const std::vector<Event> events(m_bridge.history().begin(), m_bridge.history().end());
    m_timeline->appendEvents(events);
    m_journal->appendEvents(events);
    for (Page* page : m_pages)
        page->addEvents(events);
    select(kept.selection);
    m_timeline->setSnapshot(*m_bridge.snapshot());
    if (!kept.isFollowing)
        m_timeline->zoom().setRange(kept.range);
    m_timeline->selectEvent(kept.selectedEvent);
    m_actions->table->setChecked(kept.isTable);
    m_actions->ring->setChecked(kept.isRing);
    m_actions->sidePanel->setChecked(kept.arrangement.hasSide);
    // Layouts first, with the overview before them: what is divided or scrolled must have its length.
    settle();
    m_rows->restoreState(kept.rows);
    m_frame->restoreState(kept.docks);
    placeSide();
    applyArrangement(kept.arrangement);
    if (auto* action = findChild<QAction*>(QStringLiteral("perspective.") + m_perspective))
        action->setChecked(true);
    refresh();
    settle();
    const std::vector<QWidget*> parts = partsWithInputs();
    for (std::size_t i = 0; i < parts.size(); ++i)
        kept.inputs.at(i).putInto(*parts[i]);
    const std::vector<NoticeBar*> bars = noticeBars();
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (const auto& [shape, text] = kept.notices.at(i); bars[i] != nullptr && !text.isEmpty())
            bars[i]->showNotice(shape, text);
    }
    if (kept.isWall)
        setWall(true);
}

} // namespace sb
