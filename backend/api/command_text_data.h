// SPDX-License-Identifier: GPL-3.0-or-later
// The text forms of commands about what regions hold: objects and their copying, a book's price.
//   object-rule SOURCE TARGET on|off
//   backfill-objects SOURCE TARGET
//   price REGION BOOK EUROS           as in: price eu-west-1 1342 12.40
// Thread: any; no state.
#pragma once

#include "backend/api/command.h"
#include "backend/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace sb {

[[nodiscard]] std::string formatData(const SetObjectRule& command);
[[nodiscard]] std::string formatData(const BackfillObjects& command);
[[nodiscard]] std::string formatData(const SetPrice& command);

// Nothing when the line's verb is none of these; what is wrong with it, and what would help, when it is.
[[nodiscard]] std::optional<Result<Command>> parseData(std::string_view line);
// Ranges; success for commands of other kinds.
[[nodiscard]] Result<> validateData(const Command& command);

} // namespace sb
