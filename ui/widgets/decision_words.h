// SPDX-License-Identifier: GPL-3.0-or-later
// Routing decisions in words, the same wherever one is explained. Thread: UI thread.
#pragma once

#include "backend/api/focus.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QString>

#include <vector>

namespace sb {

// A criterion took the candidate out, so its name is struck through.
[[nodiscard]] bool isStruckOut(CandidateVerdict verdict);
// "next-lowest latency, Ireland red"
[[nodiscard]] QString decisionReason(const DecisionView& decision, const WorldDescription& world);
// "Why Singapore for London?"
[[nodiscard]] QString decisionQuestion(const DecisionView& decision, const WorldDescription& world);
// "Rule: next-lowest latency. The answer is kept for 60 s."
[[nodiscard]] QString decisionRule(const DecisionView& decision);
// "With Ireland healthy: Ireland, 38 ms."; when more than one was out: "With everything healthy: …"; and when
// it would be the same, that.
[[nodiscard]] QString counterfactual(const DecisionView& decision, const WorldDescription& world);
// The engine's indented text as lines with their depth; "> " and "- " before a candidate become flags.
[[nodiscard]] std::vector<TrialLine> explanationLines(const std::string& text);

} // namespace sb
