// SPDX-License-Identifier: GPL-3.0-or-later
// Drills from everywhere in the window: menu, palette, files dropped on it; and from a drill to its events
// and to the alarms.
#include "ui/shell/main_window.h"

#include "ui/drills/drill_list_card.h"
#include "ui/drills/drill_words.h"
#include "ui/drills/drills_page.h"
#include "ui/shell/command_palette.h"
#include "ui/theme/format.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/journal_view.h"

#include <QAction>

namespace sb {

namespace {

DrillsPage* drillsPageOf(const MainWindow& window)
{
    return qobject_cast<DrillsPage*>(window.page(QStringLiteral("drills")));
}

} // namespace

void MainWindow::goTo(const QString& pageId)
{
    if (auto* action = findChild<QAction*>(QStringLiteral("page.") + pageId))
        action->trigger();
}

void MainWindow::openDrill(const QString& path)
{
    goTo(QStringLiteral("drills"));
    if (DrillsPage* drills = drillsPageOf(*this))
        drills->openFile(path);
}

void MainWindow::connectDrills()
{
    DrillsPage* drills = drillsPageOf(*this);
    if (drills == nullptr)
        return;
    connect(m_actions->openDrill, &QAction::triggered, this, [this, drills] {
        goTo(drills->objectName());
        drills->chooseFile();
    });
    connect(drills, &DrillsPage::pageRequested, this, &MainWindow::goTo);
    connect(drills, &DrillsPage::eventRequested, this, [this](EventSeq seq) {
        goTo(QStringLiteral("overview"));
        m_timeline->selectEvent(seq);
        m_journal->reveal(seq);
    });
}

void MainWindow::addDrillEntries(std::vector<PaletteEntry>& entries)
{
    DrillsPage* drills = drillsPageOf(*this);
    if (drills == nullptr)
        return;
    for (const DrillEntry& drill : drills->list()->entries()) {
        if (!drill.error.empty())
            continue;
        entries.push_back({ tr("Start drill: %1").arg(qs(drill.title)),
            tr("Ends this run and starts the drill; %1").arg(formatDuration(drill.until - kStart)),
            tr("Drill"), {}, qs(drill.path) + QLatin1Char(' ') + wordFor(drill.difficulty),
            tr("Confirm: start %1").arg(qs(drill.title)),
            [this, drills, path = qs(drill.path)] {
                goTo(drills->objectName());
                drills->startDrill(path);
            },
            {} });
    }
}

} // namespace sb
