// SPDX-License-Identifier: GPL-3.0-or-later
// Seeds of randomised tests. A failing test prints "SB_SEED=n"; with SB_SEED=n in the environment every
// randomised test runs that seed alone.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace sb::test {

// `count` seeds from 1, or the one to replay.
inline std::vector<std::uint64_t> seeds(std::uint64_t count)
{
    if (const char* text = std::getenv("SB_SEED"))
        return { std::strtoull(text, nullptr, 10) };
    std::vector<std::uint64_t> all;
    for (std::uint64_t seed = 1; seed <= count; ++seed)
        all.push_back(seed);
    return all;
}

inline std::string replayHint(std::uint64_t seed)
{
    return "replay with SB_SEED=" + std::to_string(seed);
}

} // namespace sb::test
