// SPDX-License-Identifier: GPL-3.0-or-later
// Strong identifiers. Each is an index or a number with a type of its own, so that two bare integers never
// stand side by side in a signature. Values compare and hash; they carry no meaning beyond identity.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace sb {

template<typename Tag, typename Rep, Rep Invalid> struct Id {
    Rep value = Invalid;
    [[nodiscard]] constexpr bool isValid() const { return value != Invalid; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

// Index into the run's list of regions, 0-based; at most 64 regions.
using RegionId = Id<struct RegionTag, std::uint8_t, 255>;
// Index into the run's list of user cities.
using CityId = Id<struct CityTag, std::uint16_t, 65535>;
// Catalogue number of a book (Project Gutenberg number).
using BookId = Id<struct BookTag, std::uint32_t, 0>;
// A customer; unique in a run.
using CustomerId = Id<struct CustomerTag, std::uint64_t, 0>;
// An order number, minted by the client: it is the idempotency key of the checkout.
using OrderId = Id<struct OrderTag, std::uint64_t, 0>;
// A fault injected in this run, 1-based in order of injection.
using FaultId = Id<struct FaultTag, std::uint32_t, 0>;
// Number of an event in the event log, 1-based and contiguous.
using EventSeq = Id<struct EventTag, std::uint64_t, 0>;
// Number of an operator command, 1-based in order of submission.
using CommandId = Id<struct CommandTag, std::uint64_t, 0>;

} // namespace sb

template<typename Tag, typename Rep, Rep Invalid> struct std::hash<sb::Id<Tag, Rep, Invalid>> {
    std::size_t operator()(const sb::Id<Tag, Rep, Invalid>& id) const noexcept
    {
        return static_cast<std::size_t>(id.value * 0x9E3779B97F4A7C15ULL);
    }
};
