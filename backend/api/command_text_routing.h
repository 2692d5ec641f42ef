// SPDX-License-Identifier: GPL-3.0-or-later
// The one-line text form of the commands that steer traffic: routing controls, shifts, dials, plans.
//   controls NAME=on|off … [override RULE,RULE] [because TEXT]
//   shift-away REGION for TIME because TEXT        cancel-shift REGION        dial REGION PERCENT%
//   plan start NAME [region REGION] [ungraceful]   plan VERB NAME [step STEP]
// Names of controls, rules, plans and steps are one word of letters, digits, '-', '_' and '.'.
#pragma once

#include "backend/api/command.h"
#include "backend/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace sb {

[[nodiscard]] std::string formatRouting(const SetControls& command);
[[nodiscard]] std::string formatRouting(const ShiftAway& command);
[[nodiscard]] std::string formatRouting(const CancelShift& command);
[[nodiscard]] std::string formatRouting(const SetDial& command);
[[nodiscard]] std::string formatRouting(const StartPlan& command);
[[nodiscard]] std::string formatRouting(const PlanOrder& command);
[[nodiscard]] std::string formatRouting(const SetWeights& command);

// Nothing when the line's verb is none of these; what is wrong with it, and what would help, when it is.
[[nodiscard]] std::optional<Result<Command>> parseRouting(std::string_view line);
// Ranges and names; success for commands of other kinds.
[[nodiscard]] Result<> validateRouting(const Command& command);
// Writes without loss: the largest unit that divides the duration.
[[nodiscard]] std::string exactDurationText(Duration d);

} // namespace sb
