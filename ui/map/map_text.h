// SPDX-License-Identifier: GPL-3.0-or-later
// What the map says about a region or a link, in one place, so that card, tooltip, inspector, table and
// accessible name say the same.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/map/map_item.h"
#include "ui/theme/state_glyph.h"

#include <QString>

namespace sb {

// "Serving", "Failed · no answer 42 s", "Ramping · 50 %".
[[nodiscard]] QString regionStatus(const RegionView& region, Instant now);
// The same where there is less room: the shape beside it says the state, so the reason must be readable.
[[nodiscard]] QString shortRegionStatus(const RegionView& region, Instant now);

// Both directions of a link as one thing; the worse one speaks.
struct LinkStatus {
    StateShape shape = StateShape::Ok; // Ok, Degraded or Failed
    bool isBroken = false; // drawn dashed
    QString text; // "lag 0.19 s", "cut 42 s", "paused 12 s", "+200 ms"
};
// The shape alone, without the cost of the words.
[[nodiscard]] StateShape linkShape(const Snapshot& snapshot, const MapItem& link);
[[nodiscard]] LinkStatus linkStatus(const Snapshot& snapshot, const MapItem& link);
// nullptr when the snapshot has no such direction.
[[nodiscard]] const LinkView* findLink(const Snapshot& snapshot, RegionId source, RegionId target);

// "Ireland", "Ireland – Singapore".
[[nodiscard]] QString itemName(const WorldDescription& world, const MapItem& item);
// "124 of 4,120 visits (3 %) still go where no answer leads"; empty when none does.
[[nodiscard]] QString staleSentence(const Snapshot& snapshot);
// What a city's users do: their requests by region, and those that hold on to an old answer.
[[nodiscard]] QString cityToolTip(const WorldDescription& world, const Snapshot& snapshot, CityId city);
// One line for assistive technology: name, state, value.
[[nodiscard]] QString itemSentence(
    const WorldDescription& world, const Snapshot& snapshot, const MapItem& item);
// Several lines of rich text with values.
[[nodiscard]] QString itemToolTip(
    const WorldDescription& world, const Snapshot& snapshot, const MapItem& item);

} // namespace sb
