// SPDX-License-Identifier: GPL-3.0-or-later
// What is abnormal now, ranked: the worst first, at most five. Derived from a snapshot; holds nothing.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/map/map_item.h"
#include "ui/theme/state_glyph.h"

#include <QString>

#include <vector>

namespace sb {

struct Condition {
    StateShape shape = StateShape::Failed;
    QString title; // one sentence
    QString detail; // may be empty
    MapItem item; // what it is about; none for the whole service
    int rank = 0; // higher is worse
    friend bool operator==(const Condition&, const Condition&) = default;
};

inline constexpr std::size_t kMostConditions = 5;

[[nodiscard]] std::vector<Condition> rankedConditions(
    const WorldDescription& world, const Snapshot& snapshot);

} // namespace sb
