// SPDX-License-Identifier: GPL-3.0-or-later
// Random histories of writes and deliveries over replicas that are wired to nothing, with an omniscient
// record of who had seen what: kept as plain sets, not as the version vectors under test.
#pragma once

#include "backend/replication/replica.h"
#include "tests/backend/support/cluster.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace sb::test {

// A write, by its place in its origin's log.
struct WriteId {
    std::uint8_t origin = 0;
    std::uint64_t seq = 0;
    friend auto operator<=>(const WriteId&, const WriteId&) = default;
};

inline WriteId idOf(const Version& version)
{
    return { version.origin.value, version.seq };
}

class History final : public ReplicaListener {
public:
    struct Found {
        RegionId at;
        Conflict conflict;
    };

    History(std::uint64_t seed, std::size_t writers, std::size_t observers = 0)
        : m_world(seed)
        , m_rng(seed)
        , m_writers(writers)
        , m_known(writers + observers)
    {
        for (std::size_t i = 0; i < writers + observers; ++i) {
            m_stores.push_back(makeMemoryStore());
            m_replicas.push_back(
                std::make_unique<Replica>(m_world, *m_stores.back(), regionAt(i), writers + observers));
            m_replicas.back()->listen(this);
            for (std::uint64_t book = 0; book < kKeys; ++book)
                m_replicas.back()->seed(cartKey(1, book), "seeded");
        }
    }

    void writeSomewhere()
    {
        const std::size_t at = m_rng.below(m_writers);
        Transaction transaction;
        const std::uint64_t first = m_rng.below(kKeys);
        for (std::uint64_t i = 0; i < 1 + m_rng.below(3); ++i)
            transaction.mutations.push_back(
                { cartKey(1, (first + i) % kKeys), m_rng.chance(200'000), std::to_string(m_rng.next()) });
        const auto keys = transaction.mutations;
        const Version version = m_replicas[at]->commit(std::move(transaction));
        m_versions[idOf(version)] = version;
        m_past[idOf(version)] = m_known[at];
        m_known[at].insert(idOf(version));
        for (const Mutation& mutation : keys)
            m_writesOf[mutation.key].insert(idOf(version));
    }
    // One replica learns the next entry of some origin's log, from any replica that has it.
    void deliverSomewhere()
    {
        const std::size_t to = m_rng.below(m_writers);
        const std::size_t origin = m_rng.below(m_writers);
        if (to != origin)
            (void)deliverNext(origin, to);
    }
    bool deliverNext(std::size_t origin, std::size_t to)
    {
        const std::uint64_t seq = m_replicas[to]->position(regionAt(origin)) + 1;
        const LogEntry* entry = m_stores[origin]->logEntry(regionAt(origin), seq);
        if (entry == nullptr)
            return false;
        EXPECT_TRUE(m_replicas[to]->apply(LogEntry(*entry)));
        m_known[to].insert({ static_cast<std::uint8_t>(origin), seq });
        return true;
    }
    void deliverAllTo(std::size_t to)
    {
        std::vector<std::size_t> origins;
        for (std::size_t origin = 0; origin < m_writers; ++origin)
            if (origin != to)
                origins.push_back(origin);
        while (!origins.empty()) { // a random interleaving, in order per origin
            const std::size_t pick = m_rng.below(origins.size());
            if (!deliverNext(origins[pick], to))
                origins.erase(origins.begin() + static_cast<std::ptrdiff_t>(pick));
        }
    }
    void wander(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            if (m_rng.chance(300'000))
                m_world.runUntil(m_world.now() + m_rng.between(0us, 3ms));
            if (m_rng.chance(350'000))
                writeSomewhere();
            else
                deliverSomewhere();
        }
    }

    [[nodiscard]] bool hasSeen(WriteId later, WriteId earlier) const
    {
        return m_past.at(later).count(earlier) > 0;
    }
    [[nodiscard]] bool areConcurrent(WriteId a, WriteId b) const
    {
        return a != b && !hasSeen(a, b) && !hasSeen(b, a);
    }

    void onEntry(RegionId, const LogEntry&, bool, bool) override { ++entriesHeard; }
    void onConflict(RegionId at, const Conflict& conflict) override { found.push_back({ at, conflict }); }

    [[nodiscard]] Replica& replica(std::size_t i) { return *m_replicas[i]; }
    [[nodiscard]] Store& store(std::size_t i) { return *m_stores[i]; }
    [[nodiscard]] std::size_t writers() const { return m_writers; }
    [[nodiscard]] Rng& rng() { return m_rng; }
    [[nodiscard]] const Version& version(WriteId id) const { return m_versions.at(id); }
    [[nodiscard]] const std::map<WriteId, std::set<WriteId>>& past() const { return m_past; }
    [[nodiscard]] const std::map<Key, std::set<WriteId>>& writesOf() const { return m_writesOf; }

    std::vector<Found> found;
    std::uint64_t entriesHeard = 0;

private:
    static constexpr std::uint64_t kKeys = 5;

    World m_world;
    Rng m_rng;
    std::size_t m_writers;
    std::vector<std::unique_ptr<Store>> m_stores;
    std::vector<std::unique_ptr<Replica>> m_replicas;
    std::vector<std::set<WriteId>> m_known; // per replica
    std::map<WriteId, std::set<WriteId>> m_past; // what the origin knew when it wrote
    std::map<WriteId, Version> m_versions;
    std::map<Key, std::set<WriteId>> m_writesOf;
};

} // namespace sb::test
