// SPDX-License-Identifier: GPL-3.0-or-later
// Orphan writes: acknowledged transactions that only an evicted region had held. They are set aside when it
// comes back, and wait outside of every store until an operator has them replayed or discarded; nothing is
// dropped silently, nothing is replayed blindly.
// A replay offers each of them to what stands at the region now, as a new local commit: an order is inserted
// if there is none of its number; any other row is written if nothing newer than the orphan's own stamp
// stands there, and nothing of a later writer where a table has one writer at a time. What does not pass is
// superseded, or refused where it is a rule and not a newer stamp that keeps it out, and reported with both
// versions. Thread: World thread.
#pragma once

#include "backend/region/region.h"

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace sb {

enum class OrphanOutcome : std::uint8_t {
    Replayed, // what it is about can be read now: its order's row, or any row of another
    Superseded, // something newer stood there
    Refused, // a rule of its table kept it out: what may be written once stood there, or a later writer's
    Discarded, // given up by an order of the operator
};
[[nodiscard]] std::string_view toString(OrphanOutcome outcome); // "replayed", …

// Of one region; in order of their stamps.
struct OrphanSet {
    std::vector<LogEntry> entries;
    std::uint64_t orders = 0;
    Money money;
};
[[nodiscard]] OrphanSet orphanSetOf(std::vector<LogEntry> entries);

// One run through a set. Knows what it has written itself: a second orphan of a key is newer than the first,
// although the first now stands there under a new stamp.
class OrphanReplay {
public:
    // Requires a region that may commit (Region::commit) throughout.
    explicit OrphanReplay(Region& region)
        : m_region(region)
    {
    }
    // Orphans must come in the order of their stamps.
    OrphanOutcome offer(const LogEntry& orphan);

private:
    enum class Verdict : std::uint8_t { Write, AlreadySo, Superseded, Refused };
    [[nodiscard]] Verdict judge(const LogEntry& orphan, const Mutation& mutation);
    void reportSuperseded(const LogEntry& orphan, const Mutation& mutation);

    Region& m_region;
    std::map<Key, Version> m_written; // by this replay
};

} // namespace sb
