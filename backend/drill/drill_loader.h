// SPDX-License-Identifier: GPL-3.0-or-later
// What the two halves of the drill loader share. Internal to this room.
#pragma once

#include "backend/drill/drill.h"
#include "backend/toml/toml_reader.h"

namespace sb {

// Reports a region code that is not one of the drill's world. `names` may be empty when [world] itself was
// wrong: then nothing is reported, because the mistake already was.
[[nodiscard]] bool acceptsRegion(const std::string& code, const std::vector<std::string>& names,
    const toml::source_region& where, Problems& problems);

// Keys `zone`, `zone-checks`, `zone-name` and the table `endpoints` of [routing].
void readZoneOfDrill(const toml::table& routing, TableReader& reader, const std::string& drillPath,
    RunConfig& config, Problems& problems);

// The check of one [[check]] table; nothing when it holds a mistake (which was reported).
[[nodiscard]] std::optional<DrillCheck> readCheck(
    const toml::table& table, const Drill& drill, Problems& problems);

} // namespace sb
