// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of weights: the one change of a zone that operators make during a run. A name's weighted records are
// told apart by their set identifiers; the same set of several record types (A, AAAA) is changed together.
// Rules: a weight is 0 to 255; a weight of 0 among others is answered only when all others are out; all zero
// means all alike (Route 53 developer guide). Thread: any; values.
#pragma once

#include "backend/routing/zone.h"

namespace sb {

struct WeightChange {
    std::string name; // of the record; empty: the name that customers ask for
    std::string setIdentifier;
    int weight = 0; // 0 … 255
};

struct WeightEdit {
    RunZone zone; // as it would be
    std::string what; // "api.bookstore.example. eu-west-1 10 to 90, …"
    bool hasAllZero = false; // of a group that was changed
};

// Refuses, with what would help: a zone in which no name has several weighted records; a name without
// weighted records; a set that the name does not have; weights that are what they are already.
[[nodiscard]] Result<WeightEdit> withWeights(const RunZone& zone, const std::vector<WeightChange>& changes);

} // namespace sb
