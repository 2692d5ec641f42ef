// SPDX-License-Identifier: GPL-3.0-or-later
// What the two halves of the plan loader share. Internal to this room.
#pragma once

#include "backend/plans/plan.h"
#include "backend/toml/toml_reader.h"

namespace sb {

// "$target", "$survivor" or a region of the atlas; anything else is reported at the key.
[[nodiscard]] bool acceptsPlanRegion(TableReader& reader, std::string_view key, const std::string& word);
// "errors" or "health REGION"; nothing when it was reported.
[[nodiscard]] std::optional<PlanAlarm> readAlarm(TableReader& reader, std::string_view key);
// 'is' = "red" or "green".
[[nodiscard]] bool readIsRed(TableReader& reader);
// The block of a step's table: the key 'block' and those that go with it; nothing when 'block' itself is
// missing or wrong, which was reported. `keys` receives those that any other block would take.
[[nodiscard]] std::optional<PlanBlock> readBlock(
    TableReader& reader, bool mayBeParallel, std::vector<std::string>& elsewhere);

} // namespace sb
