// SPDX-License-Identifier: GPL-3.0-or-later
// The drills that come with the program, so that they are there wherever it was put. They are named by a path
// that begins with "shipped:"; files that they name beside their own are found by the same rule.
// Thread: any.
#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sb {

// Their paths, by name: "shipped:drills/checks-fail-open.toml", …
[[nodiscard]] std::vector<std::string> shippedDrills();
// The whole text of a file of the disk or of the program; UnknownName when it cannot be read. `kind` names it
// in the message: "drill file".
[[nodiscard]] Result<std::string> readDrillFile(const std::string& path, std::string_view kind);

} // namespace sb
