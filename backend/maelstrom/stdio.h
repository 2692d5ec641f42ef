// SPDX-License-Identifier: GPL-3.0-or-later
// A node as a program: its lines come from standard input and go to standard output, its World's clock is the
// machine's monotonic one, and what people should know goes to standard error.
// Thread: the caller's, until standard input ends.
#pragma once

#include "backend/maelstrom/node.h"

namespace sb::maelstrom {

inline constexpr std::size_t kLineBytesMax = std::size_t { 16 } << 20; // longer ones are dropped

// Fails with IoFailure: standard input or output is broken, or the node's disk has failed.
[[nodiscard]] Result<> runNodeOnStdio(NodeConfig config);

} // namespace sb::maelstrom
