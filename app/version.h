// SPDX-License-Identifier: GPL-3.0-or-later
// The program's version, set by the build; printed by --version and written into exports.
#pragma once

#ifndef SB_VERSION
#define SB_VERSION "unknown"
#endif

namespace sb {

inline constexpr const char* kVersion = SB_VERSION;

} // namespace sb
