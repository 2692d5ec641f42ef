// SPDX-License-Identifier: GPL-3.0-or-later
// What a fault is aimed at while it is dragged or offered: a region, one of its parts, a link, or a city. The
// engine knows faults of regions and links only; a part or a city is a shorter way to one of those, or is
// refused with a sentence that says what would fit. Values; no widget.
#pragma once

#include "ui/map/fault_offer.h"

#include <vector>

namespace sb {

// The parts of a region that can be aimed at.
enum class MapPart : quint8 { Whole, Gateway, Store, HealthPath, Replication };
inline constexpr int kMapPartCount = static_cast<int>(MapPart::Replication) + 1;
[[nodiscard]] QString wordFor(MapPart part); // "Gateway"; empty for Whole

struct FaultTarget {
    MapItem item;
    MapPart part = MapPart::Whole; // of a region
    CityId city; // valid: a city, then `item` is none

    [[nodiscard]] bool isNone() const { return item.isNone() && !city.isValid(); }
    friend bool operator==(const FaultTarget&, const FaultTarget&) = default;
};

// What would happen if the fault were let go there.
struct FaultAim {
    std::optional<InjectFault> fault;
    bool asksPeer = false; // it fits, but which link is meant must be chosen
    QString refusal; // why it does not fit and what would; empty when it does
};
[[nodiscard]] FaultAim aimAt(
    const FaultOffer& offer, const FaultTarget& target, const WorldDescription& world);

// Where in a region the fault sits.
[[nodiscard]] MapPart partOf(FaultKind kind);
// The faults of a part, gentlest last; of Whole: those that take all of the region.
[[nodiscard]] std::vector<FaultKind> kindsOf(MapPart part);
// The fault that an offered one becomes on a part: an outage of the store is a failing store, latency of the
// store a slow disk. nullopt: the part cannot have anything like it.
[[nodiscard]] std::optional<FaultKind> kindAt(FaultKind offered, MapPart part);
// Of the regions, the one nearest to the city as the crow flies; invalid when there is none.
[[nodiscard]] RegionId nearestRegion(const CityInfo& city, const std::vector<const RegionInfo*>& regions);
[[nodiscard]] RegionId nearestRegion(const WorldDescription& world, CityId city);

} // namespace sb
