// SPDX-License-Identifier: GPL-3.0-or-later
// A fault on its way by drag and drop: kind, duration and strength, without a target.
#pragma once

#include "backend/api/command.h"
#include "backend/api/world_description.h"
#include "ui/map/map_item.h"

#include <QString>

#include <memory>
#include <optional>

class QMimeData;

namespace sb {

// What a drag or a menu entry sets; any other amount is a command's.
inline constexpr Duration kOfferedSkew = 30s; // ahead
inline constexpr Duration kOfferedStall = 2s; // a flush
inline constexpr Duration kOfferedDrift = 10ms; // gained each second
inline constexpr int kOfferedGrayPercent = 30; // of the requests
inline constexpr int kOfferedCutPercent = 90; // of the checkers
inline constexpr int kOfferedSurgePercent = 100; // more than usual

struct FaultOffer {
    FaultKind kind = FaultKind::RegionOutage;
    Duration expiresAfter = kDefaultFaultDuration;
    Duration added = 200ms; // LatencyAdded only
    int percent = 0; // of faults that have a share; 0: the one that is offered for the kind
    friend bool operator==(const FaultOffer&, const FaultOffer&) = default;
};

[[nodiscard]] QString faultMimeType(); // "application/x-signalbox-fault"
[[nodiscard]] std::unique_ptr<QMimeData> toMimeData(const FaultOffer& offer);
// nullopt when the data is not a fault or is malformed.
[[nodiscard]] std::optional<FaultOffer> fromMimeData(const QMimeData& data);

// The command that puts the fault onto the item. nullopt when they do not fit (an outage of a link) or when
// more must be chosen (cutting "a link of" a region that has several peers).
[[nodiscard]] std::optional<InjectFault> faultFor(
    const FaultOffer& offer, const MapItem& item, const WorldDescription& world);
// How much of it a click or a drop asks for; 0 for faults without an amount.
[[nodiscard]] Duration amountOf(const FaultOffer& offer, FaultKind kind);
// The share that a click or a drop asks for; 0 for faults without one.
[[nodiscard]] int percentOf(const FaultOffer& offer, FaultKind kind);
// True when the fault can be put onto the item, be it after a choice of the peer.
[[nodiscard]] bool fits(const FaultOffer& offer, const MapItem& item, const WorldDescription& world);

} // namespace sb
