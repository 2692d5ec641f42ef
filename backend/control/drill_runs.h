// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with drills beside a run: reading them, running one many times, and seeing whether a run's
// replicas are equal once its customers rest. Each run is a World of its own. Thread: the caller's.
#pragma once

#include "backend/api/drill_view.h"
#include "backend/control/forecast.h"
#include "backend/drill/drill.h"

#include <functional>
#include <string>
#include <vector>

namespace sb {

// Told the share done, 0…1; false cancels.
using DrillProgress = std::function<bool(double)>;

// Every *.toml of the folder by name; of the name of one such file that alone; without a name the drills that
// come with the program.
// One with mistakes is listed with them. IoFailure when the folder cannot be read.
[[nodiscard]] Result<std::vector<DrillEntry>> listDrills(
    const std::string& folder, const DrillProgress& progress = {});
// One line "file:line:column: message" per mistake; empty: none.
[[nodiscard]] std::vector<std::string> mistakesOfDrill(const std::string& text, const std::string& fileName);

// As `signalbox run` does it, with its own seed.
[[nodiscard]] HeadlessRequest requestOf(const Drill& drill);
// What such a run came to by the drill's checks and the incident record.
[[nodiscard]] DrillOutcome outcomeOf(const Drill& drill, const HeadlessOutcome& run);
// The seeds `first` … `first` + `count` - 1, one after the other; `tell` has each outcome as it comes.
// Refuses another count than 1 … kDrillRepeatsMax and a drill with mistakes.
[[nodiscard]] Result<DrillRepeatsView> repeatDrill(const std::string& path, std::uint64_t first, int count,
    const DrillProgress& progress, const std::function<void(const DrillRepeatsView&)>& tell = {});

// Whether all replicas of a run that stands at `present` are equal once its customers rest (30 s are given);
// it is run again for that, so the run itself goes on.
[[nodiscard]] Result<bool> convergesFrom(const PresentState& present, const DrillProgress& progress = {});

} // namespace sb
