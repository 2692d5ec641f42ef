// SPDX-License-Identifier: GPL-3.0-or-later
// What the command palette offers: every action of the menus, every region, every fault on everything that it
// fits, every plan, and the sessions opened before.
#include "ui/shell/main_window.h"

#include "ui/map/fault_offer.h"
#include "ui/map/map_text.h"
#include "ui/map/world_map.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/map_stage.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/fault_palette.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <set>

namespace sb {

namespace {

QString codeWord(FaultKind kind)
{
    const std::string_view text = toString(kind);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

void collectActions(
    const QMenu& menu, const std::set<const QMenu*>& skipped, std::vector<PaletteEntry>& entries)
{
    const QList<QAction*> actions = menu.actions();
    for (QAction* action : actions) {
        if (const QMenu* sub = action->menu()) {
            if (skipped.count(sub) == 0)
                collectActions(*sub, skipped, entries);
            continue;
        }
        if (action->isSeparator())
            continue;
        PaletteEntry entry;
        entry.title = plainLabel(action->text());
        entry.detail = action->statusTip();
        entry.kind = plainLabel(menu.title());
        entry.shortcut = action->shortcut().toString(QKeySequence::NativeText);
        entry.run = [action] { action->trigger(); };
        if (!action->isEnabled())
            entry.whyNot = MainWindow::tr("it does not apply at present");
        entries.push_back(std::move(entry));
    }
}

} // namespace

void MainWindow::openCommandPalette()
{
    m_commandPalette->open(paletteEntries());
}

std::vector<PaletteEntry> MainWindow::paletteEntries()
{
    std::vector<PaletteEntry> entries;
    const WindowActions& a = *m_actions;
    // These hold what is listed below with more words.
    const std::set<const QMenu*> skipped { a.breakMenu, a.restoreMenu, a.failBackMenu, a.addRegion,
        a.recent };
    for (const QMenu* menu : a.menus)
        collectActions(*menu, skipped, entries);
    for (PaletteEntry& entry : entries) {
        if (entry.title == plainLabel(a.clearFaults->text()))
            entry.confirmation = tr("Confirm: clear all faults");
    }
    addRegionEntries(entries);
    addFaultEntries(entries);
    addPlanEntries(entries);
    addDrillEntries(entries);
    const QStringList recent = m_settings->value(QStringLiteral("files/recent")).toStringList();
    for (const QString& path : recent)
        entries.push_back({ tr("Open %1").arg(QFileInfo(path).fileName()),
            tr("Re-simulates the recorded session and goes on from its end"), tr("Session"), {}, path, {},
            [this, path] { openSession(path); }, {} });
    return entries;
}

void MainWindow::addRegionEntries(std::vector<PaletteEntry>& entries)
{
    const auto snapshot = m_bridge.snapshot();
    for (const RegionInfo& region : m_bridge.world().regions) {
        const RegionView& view = snapshot->regions[region.id.value];
        const QString name = regionName(region);
        const QString code = qs(region.code);
        const QString kind = tr("Region");
        entries.push_back({ tr("Select %1").arg(name), tr("%1 in the inspector and on every page").arg(name),
            kind, {}, code, {}, [this, id = region.id] { select(MapItem::forRegion(id)); }, {} });
        const bool isBroken = std::any_of(snapshot->faults.begin(), snapshot->faults.end(),
            [&](const FaultView& f) { return f.spec.region == region.code || f.spec.peer == region.code; });
        entries.push_back(
            { tr("Restore %1").arg(name), tr("Reverses every fault of the region and its links"), kind, {},
                code, {}, [this, c = region.code] { submit(RestoreRegion { c }); },
                isBroken ? QString() : tr("%1 has no fault").arg(name) });
        QString whyNot;
        if (view.state == RegionState::Serving)
            whyNot = tr("%1 is serving").arg(name);
        else if (!view.canFailBack)
            whyNot = view.failBackWaitsFor.empty()
                ? tr("%1 is not ready").arg(name)
                : tr("waits for %1").arg(fromEngine(view.failBackWaitsFor.front()));
        if (shapeOf(view.state) == StateShape::Recovering) {
            entries.push_back({ tr("Abort fail back of %1").arg(name), tr("The region is held out again"),
                kind, {}, code, tr("Confirm: hold %1 out again").arg(name),
                [this, c = region.code] { submit(AbortFailBack { c }); }, {} });
            continue;
        }
        entries.push_back(
            { tr("Fail back %1").arg(name), tr("Catches up, verifies, then brings users back in steps"), kind,
                {}, code, tr("Confirm: fail back %1").arg(name),
                [this, c = region.code] { submit(FailBack { c }); }, whyNot });
    }
}

void MainWindow::addFaultEntries(std::vector<PaletteEntry>& entries)
{
    const WorldDescription& world = m_bridge.world();
    for (const MapItem& item : mapItems(world)) {
        for (int i = 0; i < kFaultKindCount; ++i) {
            const auto kind = static_cast<FaultKind>(i);
            const FaultOffer offer = m_stage->palette()->offer(kind);
            const auto fault = faultFor(offer, item, world);
            // A cut between two regions belongs to the link, not to each of its ends as well.
            if (!fault || (item.isRegion() && kind == FaultKind::LinkPartitioned))
                continue;
            const QString title = faultTitle(*fault, world);
            //: what a fault does (a sentence), when it ends
            const QString detail
                = tr("%1 Ends by itself after %2.").arg(explain(kind), formatDuration(fault->expiresAfter));
            const QString aliases
                = QStringLiteral("%1 %2 %3 %4")
                      .arg(tr("fail break inject"), codeWord(kind), qs(fault->region), qs(fault->peer));
            entries.push_back({ title, detail, tr("Fault"), {}, aliases, tr("Confirm: %1").arg(title),
                [this, command = *fault] { submit(command); }, {} });
        }
    }
}

void MainWindow::addPlanEntries(std::vector<PaletteEntry>& entries)
{
    const auto snapshot = m_bridge.snapshot();
    for (const PlanView& plan : snapshot->plans) {
        const QString title = qs(plan.title.empty() ? plan.name : plan.title);
        const bool isRunning = plan.execution > 0 && plan.endedAt == kNever;
        entries.push_back({ tr("Evaluate plan: %1").arg(title),
            tr("The pre-flight: would the plan go through now?"), tr("Plan"), {}, qs(plan.name), {},
            [this, name = plan.name] {
                submit(PlanOrder { PlanVerb::Evaluate, name, {} });
            },
            {} });
        for (const RegionInfo& region : m_bridge.world().regions) {
            //: title of a plan, name of the region that it acts on
            const QString what = tr("Start plan: %1, %2").arg(title, regionName(region));
            entries.push_back(
                { what, tr("Executes the plan step by step; the routing page shows it"), tr("Plan"), {},
                    QStringLiteral("%1 %2").arg(qs(plan.name), qs(region.code)), tr("Confirm: %1").arg(what),
                    [this, name = plan.name, code = region.code] {
                        submit(StartPlan { name, true, code });
                        if (auto* routing = findChild<QAction*>(QStringLiteral("page.routing")))
                            routing->trigger();
                    },
                    isRunning ? tr("it is in progress") : QString() });
        }
    }
}

} // namespace sb
