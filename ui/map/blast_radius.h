// SPDX-License-Identifier: GPL-3.0-or-later
// What a fault would hit if it were injected now: the share of the requests, the visits, cities and links,
// the writes without a second copy, and whether the other regions can carry what comes to them. Computed from
// one snapshot, for somebody who is about to confirm; an estimate, and said to be one ("about") where it is.
// Rules: requests are those of the present flows into the region; visits are the same share of all visits;
// load of the others is the engine's own figure (CapacityView::loadShareIfAlone) where it is about this
// region, else the present rates with this region's cities moved to the next nearest sound region.
#pragma once

#include "backend/api/snapshot.h"
#include "ui/map/fault_target.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sb {

enum class BlastEffect : quint8 {
    Fails, // requests there end in an error or without an answer
    MovesAway, // it answers, but is called unhealthy: its requests are moved
    Slower,
    WritesFail, // reads go on
    Unreplicated, // requests go on, copies fall behind
    Surge, // more requests come
    Hidden, // no request fails at once
};
[[nodiscard]] BlastEffect effectOf(const InjectFault& fault);

struct BlastRadius {
    BlastEffect effect = BlastEffect::Hidden;
    std::vector<RegionId> regions; // hit themselves
    std::vector<MapItem> links; // stopped or slower
    std::vector<CityId> cities; // whose requests go there, most first
    double requestShare = 0; // 0…1 of all requests
    double requestRateHz = 0;
    std::uint64_t visits = 0; // about
    std::uint64_t writes = 0, orders = 0; // acknowledged, and in no other region yet
    Money money;
    bool isMoving = false; // the others would have to take its requests
    RegionId busiest; // of the others, with what comes to it; invalid: nobody could take over
    double busiestLoad = 0; // of its capacity; 0: not known

    [[nodiscard]] bool isCarried() const { return busiest.isValid() && busiestLoad <= 1; }
};

[[nodiscard]] BlastRadius blastRadiusOf(
    const InjectFault& fault, const WorldDescription& world, const Snapshot& snapshot);
// One statement a line, for the map: what is hit, who, what is at risk, who carries it.
[[nodiscard]] QStringList blastLines(
    const BlastRadius& blast, const InjectFault& fault, const WorldDescription& world);
// The same as running text, for a confirmation and for assistive technology.
[[nodiscard]] QString blastSentence(
    const BlastRadius& blast, const InjectFault& fault, const WorldDescription& world);

} // namespace sb
