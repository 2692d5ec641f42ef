// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong for customers and editors when regions write without knowledge of each other: the catalogue
// of anomalies that a run counts. A design is judged by how many of each it lets happen.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sb {

enum class Anomaly : std::uint8_t {
    StaleRead, // A1: an answer lacked what the same visit had seen or written before, and did not say so
    LostUpdate, // A2: a version that nobody had seen was thrown away
    LostDecrement, // A3: two regions took from one stock count, and one of them was forgotten
    OversoldUnit, // A4: a unit was sold that nobody had
    DuplicateOrder, // A5: one purchase was placed twice, because a repeat met another region
    HalfTransaction, // A6: a part of a transaction could be read before the rest
    Resurrection, // A7: a deleted row came back, because its tombstone was gone before a late older write
    RemovedLineReturns, // A8: a removed cart line came back, because an older addition won
    DoubleClaim, // A9: what can be had once only was given to two
    ClockWinner, // A10: the version that was really written earlier won
    LongFork, // A11: two regions list, in opposite orders, two orders that were placed in two others
    DoubleCount, // A12: a consumer of changes counted one of them twice
    ZombieWrite, // A13: a write was acknowledged by a region that the answers had already left
    LostWrite, // A14: an acknowledged write is in no store any more
    StaleCache, // A15: a cache answered with an older version than its own region's store held
};
inline constexpr int kAnomalyCount = static_cast<int>(Anomaly::StaleCache) + 1;
[[nodiscard]] std::string_view toString(Anomaly anomaly); // "stale-read", …
[[nodiscard]] std::string_view codeOf(Anomaly anomaly); // "A1", …
[[nodiscard]] std::optional<Anomaly> anomalyFromText(std::string_view text); // either form

} // namespace sb
