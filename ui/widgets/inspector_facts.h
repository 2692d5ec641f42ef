// SPDX-License-Identifier: GPL-3.0-or-later
// The inspector's rows from a snapshot: value in, texts out; no widget.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/map/map_item.h"
#include "ui/widgets/fact_list.h"

namespace sb {

// "Failed since 14:31:25 (42 s)".
[[nodiscard]] QString stateSentence(
    const WorldDescription& world, const Snapshot& snapshot, const RegionView& region);
// Why a region is in its state: every check with value and limit.
[[nodiscard]] std::vector<Fact> regionFacts(
    const WorldDescription& world, const Snapshot& snapshot, const RegionView& region);
// Both directions of a link.
[[nodiscard]] std::vector<Fact> linkFacts(
    const WorldDescription& world, const Snapshot& snapshot, const MapItem& item);
// The newest writes that exist in this region only, as number, time, amount.
[[nodiscard]] std::vector<Fact> riskFacts(const WorldDescription& world, const RegionView& region);
// "13 more · 17 orders, € 412.35, oldest 0.62 s"; empty when nothing is at risk.
[[nodiscard]] QString riskSummary(const RegionView& region);

} // namespace sb
