// SPDX-License-Identifier: GPL-3.0-or-later
// One region's cache of what a book costs: filled by reads, good for kLifetime. Two kinds are to be had
// (DataPolicies::invalidatesCaches):
//   sound   the region's change stream empties an entry as soon as its row changes in the store, wherever the
//           change was made: an answer is never older than the store
//   naive   hears of changes made in this region only, as DynamoDB Accelerator does: a replicated change
//           passes it by, and answers stay old until the entry's lifetime is over (anomaly A15)
// In memory: empty after a restart. Each answer is compared with the store to count the stale ones; no
// decision depends on that.
// Thread: World thread.
#pragma once

#include "backend/base/money.h"
#include "backend/streams/change_stream.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sb {

class BookCache final : public ChangeConsumer {
public:
    static constexpr Duration kLifetime = 5min; // the default of DynamoDB Accelerator
    struct Answer {
        Money price; // zero: unknown or unreadable
        Money storePrice; // what the region's own store says at this moment
        bool isStale = false; // the two rows differ
    };
    struct Counters { // since the start
        std::uint64_t hits = 0, fills = 0;
        std::uint64_t staleAnswers = 0; // of the hits
        std::uint64_t staleOrders = 0; // orders charged at a price that the store no longer had
        Money misCharged; // by how much, either way, in all
        BookId lastBook; // of the latest such order, with both prices
        Money lastCharged, lastInStore;
    };

    // Subscribes to the stream.
    BookCache(Env& env, Replica& replica, ChangeStream& stream);
    void onChange(const ChangeRecord& record) override;
    void onStreamBegun() override { clear(); }
    void onProcessStarted() override { clear(); }

    [[nodiscard]] Answer read(BookId book);
    // What it would answer from memory, without reading or counting; nothing: it would ask the store.
    [[nodiscard]] std::optional<Money> held(BookId book) const;
    // An order was placed at a stale price.
    void noteCharge(BookId book, const Answer& answer, std::uint32_t quantity, bool isFirstOfOrder);
    [[nodiscard]] const Counters& counters() const { return m_counters; }

private:
    struct Entry {
        Instant filledAt = kNever; // kNever: empty
        std::string row; // as a service reads it
    };
    void clear();

    Env& m_env;
    Replica& m_replica;
    std::vector<Entry> m_entries; // by catalogue position
    Counters m_counters;
};

} // namespace sb
