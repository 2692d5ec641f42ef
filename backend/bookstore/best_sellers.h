// SPDX-License-Identifier: GPL-3.0-or-later
// Top 20 by copies sold, derived from one region's change stream. A stream is delivered at least once: after
// a restart of the process, what came since the last checkpoint is delivered again. Two consumers are to be
// had (DataPolicies::countsChangesOnce):
//   sound   keeps with its counts how far it has counted each log (origin, incarnation, seq), and counts an
//           order when it appears, not when another version of it replaces it: exactly once in effect
//   naive   adds up every record that it is handed, as the reference architecture's function does: what is
//           delivered again counts again (anomaly A12)
// Counts and checkpoint survive the process, as those of a data base beside it would; they are lost with the
// region's store, whose orders they are counted from. A board whose counts are no longer to be had is
// rebuilt: it shows nothing until it has been counted anew from the store.
// A record that the consumer cannot process (StreamPoisoned) is tried kAttempts times and then set aside, and
// later records of the same order wait behind it; everything else goes on. What waits is kept until it is
// processed or counted anew, at most kWaitingMax records: beyond that the board gives up and needs a rebuild.
// Which orders are poison depends on their numbers alone.
// Thread: World thread. Invariant of a sound board with nothing waiting: copiesSold() equals
// recountCopies() of the store.
#pragma once

#include "backend/streams/change_stream.h"

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace sb {

// Copies sold of each book by the orders that the store holds, by catalogue position.
[[nodiscard]] std::vector<std::uint64_t> recountCopies(Store& store);

class BestSellers final : public ChangeConsumer {
public:
    static constexpr std::size_t kPlaces = 20;
    static constexpr int kAttempts = 3;
    static constexpr std::size_t kWaitingMax = 10'000;

    // Subscribes to the stream.
    BestSellers(Env& env, Replica& replica, ChangeStream& stream);
    void onChange(const ChangeRecord& record) override;
    void onStreamBegun() override;
    void onProcessStarted() override;

    // Catalogue positions, most copies first; ties by catalogue position. Only books that sold. Empty while
    // the board is rebuilt.
    [[nodiscard]] const std::vector<std::uint32_t>& top();
    [[nodiscard]] std::uint64_t copiesSold(std::size_t catalogueIndex) const
    {
        return m_copies[catalogueIndex];
    }

    // From now on it shows nothing and counts nothing.
    void beginRebuild();
    // Counts from the store as it is now, and consumes what comes after.
    void finishRebuild();
    [[nodiscard]] bool isRebuilding() const { return m_isRebuilding; }

    // What has been delivered so far is not delivered again.
    void checkpoint() { m_checkpoint = m_stream.last(); }

    void setPoisoned(bool isPoisoned) { m_isPoisoned = isPoisoned; }
    [[nodiscard]] bool isPoisoned() const { return m_isPoisoned; }
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }
    [[nodiscard]] std::size_t setAside() const; // of those that wait
    // Tries once more what waits and is not set aside. Returns the orders that are set aside by it.
    std::vector<OrderId> tryAgain();
    // Tries everything that waits, set aside or not. Returns how many records it could process.
    std::size_t offerSetAside();

    // Known to somebody who sees everything: orders of the store that were counted once more.
    [[nodiscard]] std::uint64_t countedAgain() const { return m_countedAgain; }

private:
    struct Waiting {
        Key key;
        RowEffect effect = RowEffect::Inserted;
        std::string image;
        int attempts = 0; // 0: behind another one of its order
        bool isSetAside = false;
    };
    struct Done { // of one log
        std::uint64_t seq = 0;
        std::uint32_t row = 0;
        friend auto operator<=>(const Done&, const Done&) = default;
    };

    [[nodiscard]] bool isRepeat(const ChangeRecord& record);
    [[nodiscard]] bool isDigestible(const Key& key) const;
    void wait(const ChangeRecord& record, int attempts);
    void count(const Key& key, RowEffect effect, std::string_view image);
    void forgetAll();

    Env& m_env;
    Replica& m_replica;
    ChangeStream& m_stream;
    std::vector<std::uint64_t> m_copies; // by catalogue position
    std::vector<Done> m_done; // counted up to here; index = Replica::indexOf
    std::uint64_t m_checkpoint = 0; // number in the stream
    std::vector<Waiting> m_waiting; // in the order of their arrival
    std::unordered_set<std::uint64_t> m_counted; // orders; for countedAgain() alone, never walked
    std::uint64_t m_countedAgain = 0;
    bool m_isPoisoned = false;
    bool m_isRebuilding = false;
    std::vector<std::uint32_t> m_top;
    bool m_isStale = false;
};

} // namespace sb
