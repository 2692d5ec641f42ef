// SPDX-License-Identifier: GPL-3.0-or-later
// Translated words for every value of the api's enumerations. Whole words or sentences; callers never
// glue parts together.
#pragma once

#include "backend/api/control_room.h"

#include <QString>

namespace sb {

[[nodiscard]] QString wordFor(RegionState state); // "Serving"
// A clause in lower case: "no answer", "gateway mapping removed"; empty for None.
[[nodiscard]] QString wordFor(RegionReason reason);
[[nodiscard]] QString wordFor(DecisionReason reason); // "lowest latency"
[[nodiscard]] QString wordFor(CandidateVerdict verdict); // "unhealthy"
[[nodiscard]] QString wordFor(FailBackPhase phase); // "Catching up"
[[nodiscard]] QString wordFor(FaultKind kind); // "Region outage"
[[nodiscard]] QString wordFor(Direction direction);
[[nodiscard]] QString wordFor(EventKind kind); // "Fault injected"
[[nodiscard]] QString wordFor(Severity severity);
[[nodiscard]] QString wordFor(Phase phase);
[[nodiscard]] QString wordFor(Actor actor);
[[nodiscard]] QString wordFor(Metric metric);
[[nodiscard]] QString wordFor(ChartRange range); // "2 minutes"
[[nodiscard]] QString wordFor(ExportFormat format); // "Markdown report"
[[nodiscard]] QString wordFor(Errc code);
// What the fault does, one sentence.
[[nodiscard]] QString explain(FaultKind kind);
// "Region outage, Ireland", "Link cut, Ireland – Singapore": a fault with its place, names not codes.
[[nodiscard]] QString faultTitle(const InjectFault& fault, const WorldDescription& world);

// Name of a region by code or id; the code itself (or "?") when the run has no such region.
[[nodiscard]] QString regionName(const WorldDescription& world, const std::string& code);
[[nodiscard]] QString regionName(const WorldDescription& world, RegionId id);
// In the language of the window where it is the catalogue's name, else as the run calls it.
[[nodiscard]] QString regionName(const RegionInfo& region);
// The same for a name alone, as it stands in the engine's English sentences.
[[nodiscard]] QString localPlace(const QString& englishName);
// Name of any region of the catalogue by its code: "us-east-1" is "Virginia"; the code when it is not known.
[[nodiscard]] QString placeName(const std::string& code);
[[nodiscard]] QString cityName(const WorldDescription& world, CityId id);

} // namespace sb
