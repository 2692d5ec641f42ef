// SPDX-License-Identifier: GPL-3.0-or-later
// When a tombstone may go, and the order in which they are looked at.
// A deletion must be remembered as long as a write that it hides may still arrive. The safe rule waits until
// every member has the deletion and all that it refers to, and then until every member has also whatever any
// member had when that was first true: after that, each write under way or to come was made in knowledge of
// the deletion. The rule of systems that trust in time alone (`isGraceEnough`, as Cassandra's gc_grace)
// forgets it after a while whatever the members lack; a write that comes later brings the row back. Thread:
// World thread.
#pragma once

#include "backend/base/time.h"
#include "backend/store/types.h"

#include <deque>
#include <vector>

namespace sb {

struct CollectionRule {
    Duration grace = 10min; // since the deletion was stamped, by the region's own clock
    bool isGraceEnough = false; // `stable` is not asked
    // Positions, index = log index: every write to come is made in knowledge of all up to here.
    std::vector<std::uint64_t> stable;
};

struct TombstoneCounts {
    std::uint64_t held = 0, collected = 0;
};

// The tombstones of one store, oldest first per log of the write that left them there: whether one may go is
// monotone along a log, so only the first of each needs a look. A key that was written again leaves its old
// record behind, which is dropped when its turn comes.
class TombstoneQueue {
public:
    struct Record {
        Key key;
        Version version; // of the item
        std::uint64_t seq = 0; // of the write that left it; 0: not known
        std::uint64_t hash = 0; // Store::rowHash(); another one by now: the key was written since
    };
    using Line = std::deque<Record>;

    // Rows of one transaction may come before their predecessors' when items ship singly.
    void add(std::size_t log, const Record& record);
    // Of a store that was opened or copied: nobody knows which write left it. In any order.
    void addFound(const Record& record) { m_found.push_back(record); }
    // After the last addFound().
    void sortFound();
    void clear();

    // By log index.
    [[nodiscard]] std::vector<Line>& lines() { return m_lines; }
    // Oldest stamp first.
    [[nodiscard]] Line& found() { return m_found; }

private:
    std::vector<Line> m_lines;
    Line m_found;
};

} // namespace sb
