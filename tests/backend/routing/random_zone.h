// SPDX-License-Identifier: GPL-3.0-or-later
// Random trees of record groups, up to four aliases deep, with random health and a random asker.
#pragma once

#include "tests/backend/routing/routing_oracle.h"
#include "tests/backend/routing/zone_builder.h"

namespace sb::test {

struct RandomZone {
    ZoneBuilder builder;
    OracleHealth health;
    Asker asker;
};
[[nodiscard]] RandomZone randomZone(Rng& rng);
[[nodiscard]] ZoneHealth healthOf(const RandomZone& random, const CompiledZone& zone);
// The walker's answers over every sequence of draws, each with its exact probability; or the first values of
// them.
[[nodiscard]] Distribution everyAnswer(const RandomZone& random, bool isFirstAlone = false);

} // namespace sb::test
