// SPDX-License-Identifier: GPL-3.0-or-later
// What can be pointed at on the map: a region, or the link between two regions (both directions at once).
#pragma once

#include "backend/api/world_description.h"

#include <vector>

namespace sb {

struct MapItem {
    RegionId region; // invalid: nothing
    RegionId peer; // valid: the link region – peer, region < peer

    [[nodiscard]] bool isNone() const { return !region.isValid(); }
    [[nodiscard]] bool isRegion() const { return region.isValid() && !peer.isValid(); }
    [[nodiscard]] bool isLink() const { return region.isValid() && peer.isValid(); }
    friend bool operator==(const MapItem&, const MapItem&) = default;

    [[nodiscard]] static MapItem forRegion(RegionId id) { return { id, {} }; }
    [[nodiscard]] static MapItem forLink(RegionId a, RegionId b)
    {
        return a < b ? MapItem { a, b } : MapItem { b, a };
    }
};

// Regions first, then links in order of their ends: the order of the keyboard and of the accessible children.
[[nodiscard]] inline std::vector<MapItem> mapItems(const WorldDescription& world)
{
    std::vector<MapItem> items;
    for (const RegionInfo& region : world.regions)
        items.push_back(MapItem::forRegion(region.id));
    for (const RegionInfo& a : world.regions) {
        for (const RegionInfo& b : world.regions) {
            if (a.id < b.id)
                items.push_back(MapItem::forLink(a.id, b.id));
        }
    }
    return items;
}

} // namespace sb
