// SPDX-License-Identifier: GPL-3.0-or-later
// A drill of random faults: which, where, when and for how long is drawn from a seed, and written as the text
// of a drill that a person can read, change and keep. The same seed and regions give the same text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sb {

// `regions` are codes, one or more.
[[nodiscard]] std::string randomDrill(std::uint64_t seed, const std::vector<std::string>& regions);

} // namespace sb
