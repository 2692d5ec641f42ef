// SPDX-License-Identifier: GPL-3.0-or-later
// How the incident record calls a write: "order 48 213", "cart of customer 1 207". Thread: any; no state.
#pragma once

#include "backend/store/types.h"

#include <string>

namespace sb {

[[nodiscard]] std::string labelOf(const LogEntry& entry);

} // namespace sb
