// SPDX-License-Identifier: GPL-3.0-or-later
// The text form of commands, one line each:
//   fail region-outage eu-west-1 for 10m
//   fail link-partitioned eu-west-1 with ap-southeast-1 outbound for 5m
//   fail latency-added eu-west-1 with us-east-1 by 200ms for 5m
//   clear fault 3      clear all      restore eu-west-1
//   fence eu-west-1      unfence eu-west-1      evict eu-west-1
//   replay-orphans eu-west-1      discard-orphans eu-west-1
//   fail-back eu-west-1      abort-fail-back eu-west-1      note Anything on one line
#pragma once

#include "backend/api/command.h"
#include "backend/base/result.h"

#include <string>
#include <string_view>

namespace sb {

// parse(format(c)) == c for every valid command.
[[nodiscard]] std::string formatCommand(const Command& command);
// Refuses with a sentence that names the word at fault and what was expected.
[[nodiscard]] Result<Command> parseCommand(std::string_view line);
// Ranges and fields that must or must not be there; region names are checked by the World.
[[nodiscard]] Result<> validate(const Command& command);

} // namespace sb
