// SPDX-License-Identifier: GPL-3.0-or-later
// The actions on a region or link as menu entries: break, restore, fail back. The same entries serve the
// map's context menu, the "Break" button and the Operate menu.
#pragma once

#include "backend/api/command.h"
#include "backend/api/snapshot.h"
#include "ui/map/fault_offer.h"

#include <functional>

class QMenu;

namespace sb {

using CommandSink = std::function<void(Command)>;

// Appends to `menu`; what does not apply now is disabled and its tooltip says why. `offer` gives duration and
// strength.
void fillItemMenu(QMenu& menu, const WorldDescription& world, const Snapshot& snapshot, const MapItem& item,
    const FaultOffer& offer, const CommandSink& sink);
// Asks which peer by a list of "Cut link to …".
void fillPeerMenu(QMenu& menu, const WorldDescription& world, RegionId region, const FaultOffer& offer,
    const CommandSink& sink);

} // namespace sb
