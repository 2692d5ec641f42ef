// SPDX-License-Identifier: GPL-3.0-or-later
// The five voters who grant leases (fence.h, writer_seat.h): where they live and how messages reach them.
// They are outside of the data path, at homes of the health checkers, and as independent of the regions' own
// outages as those; three of them decide. What they vote on is their owner's business: a message comes back
// to the owner as an event of the kind that it named, with who and what in `a` and two numbers in `b`.
// Thread: World thread; no state but the addresses.
#pragma once

#include "backend/net/network.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace sb {

inline constexpr std::size_t kVoters = 5;
inline constexpr std::size_t kQuorum = 3; // any two majorities share a voter

// `a` of an event: bits 0 … 7 voter, 8 … 15 region, 16 and up what the owner puts there.
[[nodiscard]] constexpr std::uint64_t addressOf(std::size_t region, std::size_t voter)
{
    return (region << 8) | voter;
}
[[nodiscard]] constexpr std::size_t voterOf(std::uint64_t a)
{
    return a & 0xFF;
}
[[nodiscard]] constexpr std::size_t regionOf(std::uint64_t a)
{
    return a >> 8 & 0xFF;
}
// `b` of an event: two numbers of 32 bits.
[[nodiscard]] constexpr std::uint64_t paired(std::uint64_t high, std::uint64_t low)
{
    return (high << 32) | low;
}
[[nodiscard]] constexpr std::uint64_t highOf(std::uint64_t b)
{
    return b >> 32;
}
[[nodiscard]] constexpr std::uint64_t lowOf(std::uint64_t b)
{
    return b & 0xFFFFFFFF;
}

class Voters {
public:
    // `console`: the stream from which the delays between an operator's console and the voters are drawn.
    Voters(Env& env, Network& network, Rng console);
    void connect(ComponentId owner) { m_owner = owner; }

    // From a region to every voter that can be reached.
    void ask(std::size_t region, std::uint32_t kind, std::uint64_t b);
    // From the voter that was asked back to the region, if it can be reached; `flags` are added to `a`.
    void answer(const SimEvent& question, std::uint32_t kind, std::uint64_t flags, std::uint64_t b);
    // From the console to every voter. `region` and `flags` as above.
    void order(std::size_t region, std::uint32_t kind, std::uint64_t flags, std::uint64_t b);
    // From a voter that was ordered something back to the console.
    void report(const SimEvent& order, std::uint32_t kind, std::uint64_t b);

private:
    [[nodiscard]] Duration consoleDelay();

    Env& m_env;
    Network& m_network;
    Rng m_console;
    ComponentId m_owner = 0;
    std::array<std::size_t, kVoters> m_homes {}; // atlas regions
};

} // namespace sb
