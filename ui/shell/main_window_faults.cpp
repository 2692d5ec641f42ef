// SPDX-License-Identifier: GPL-3.0-or-later
// How the window takes orders that break and mend: what is armed where, what is told afterwards.
#include "ui/map/world_map.h"
#include "ui/pages/page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/side_panel.h"
#include "ui/theme/words.h"
#include "ui/widgets/fault_confirm.h"
#include "ui/widgets/fault_palette.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/region_inspector.h"

#include <QCursor>
#include <QDockWidget>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

namespace sb {

void MainWindow::connectFaults()
{
    connect(m_stage->palette(), &FaultPalette::offered, this, &MainWindow::offerToSelection);
    connect(m_stage->palette(), &FaultPalette::durationChanged, this, [this](Duration expiresAfter) {
        FaultOffer offer;
        offer.expiresAfter = expiresAfter;
        m_stage->map()->setOffer(offer);
        m_side->inspector()->setFaultDuration(expiresAfter);
    });
    connect(m_stage->map(), &WorldMap::faultRefused, this,
        [this](const QString& why) { tell(StateShape::Held, why); });
    connect(m_side->inspector(), &RegionInspector::faultRefused, this,
        [this](const QString& why) { tell(StateShape::Held, why); });
    connect(m_side->inspector(), &RegionInspector::refreshWanted, this,
        [this] { m_side->inspector()->setSnapshot(*m_bridge.snapshot()); });
    connect(m_side->inspector(), &RegionInspector::previewChanged, m_stage->map(), &WorldMap::preview);
}

void MainWindow::connectMapActions()
{
    WindowActions& a = *m_actions;
    WorldMap* map = m_stage->map();
    m_stage->setActions(a.ring, a.zoomIn, a.zoomOut, a.zoomAll);
    connect(a.ring, &QAction::toggled, this, [this](bool isRing) {
        m_stage->map()->setShape(isRing ? MapShape::Ring : MapShape::Map);
        for (QAction* zoom : { m_actions->zoomIn, m_actions->zoomOut, m_actions->zoomAll })
            zoom->setEnabled(!isRing);
        Preferences::instance().set(
            Setting::Overview, isRing ? QStringLiteral("ring") : QStringLiteral("map"));
    });
    connect(a.zoomIn, &QAction::triggered, map, [map] { map->zoomBy(1.5); });
    connect(a.zoomOut, &QAction::triggered, map, [map] { map->zoomBy(1 / 1.5); });
    connect(a.zoomAll, &QAction::triggered, map, &WorldMap::showAll);
}

void MainWindow::submit(const Command& command)
{
    const auto snapshot = m_bridge.snapshot();
    const WorldDescription& world = m_bridge.world();
    if (std::holds_alternative<ClearAllFaults>(command))
        m_residue.expect(snapshot->faults, world);
    std::vector<FaultView> ending;
    for (const FaultView& fault : snapshot->faults) {
        const auto* one = std::get_if<ClearFault>(&command);
        const auto* region = std::get_if<RestoreRegion>(&command);
        if ((one && fault.id == one->fault)
            || (region && (fault.spec.region == region->region || fault.spec.peer == region->region)))
            ending.push_back(fault);
    }
    m_residue.expect(ending, world);
    m_bridge.submit(command);
    if (const auto* fault = std::get_if<InjectFault>(&command)) {
        m_residue.forget(*fault, world); // renewed: it is not over
        m_stage->hideHint();
        m_settings->setValue(QStringLiteral("hints/dragOutage"), true);
    }
}

void MainWindow::armFault(const InjectFault& fault)
{
    // Where nobody would see it armed, the overview is shown, and as a map.
    if (!m_side->isVisible()) {
        if (shownPage() != nullptr)
            m_actions->pages->actions().first()->trigger();
        m_actions->table->setChecked(false);
    }
    if (m_stage->map()->isVisible())
        m_stage->map()->arm(fault);
    else
        m_side->inspector()->arm(fault);
}

void MainWindow::offerToSelection(const FaultOffer& offer)
{
    const MapItem item = m_stage->map()->selection();
    const WorldDescription& world = m_bridge.world();
    const FaultChip* chip = m_stage->palette()->chip(offer.kind);
    if (const auto fault = faultFor(offer, item, world)) {
        m_stage->map()->arm(*fault);
        if (chip != nullptr && chip->hasFocus()) // by key: the next key goes where it is confirmed
            m_stage->confirmation()->confirmButton()->setFocus(Qt::TabFocusReason);
        return;
    }
    if (fits(offer, item, world)) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillPeerMenu(*menu, world, item.region, offer, [this](const Command& command) {
            if (const auto* fault = std::get_if<InjectFault>(&command))
                armFault(*fault);
        });
        menu->popup(QCursor::pos());
        return;
    }
    m_stage->notice()->showNotice(StateShape::Unknown,
        tr("%1 does not fit the selection. Select a region on the map first, or drag the fault onto it.")
            .arg(wordFor(offer.kind)));
}

} // namespace sb
