// SPDX-License-Identifier: GPL-3.0-or-later
// The program's version, set by the build; printed by --version, written into sessions and exports.
#pragma once

namespace sb {

[[nodiscard]] const char* programVersion(); // "0.1.0"

} // namespace sb
