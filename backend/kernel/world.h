// SPDX-License-Identifier: GPL-3.0-or-later
// The World: one virtual clock, one queue of events ordered by (time, sequence), many components.
// Deterministic: configuration + seed + the inputs applied between calls give the same state hash everywhere.
// Thread: one; the caller's.
// Invariants: (1) time never goes back; (2) an event runs exactly once; (3) a checkpoint for second s holds
// the hash after every event with at <= s that was posted before the World went past s.
#pragma once

#include "backend/kernel/env.h"

#include <functional>
#include <vector>

namespace sb {

// State hash after a full virtual second.
struct Checkpoint {
    std::int64_t second = 0;
    std::uint64_t executed = 0;
    std::uint64_t hash = 0;
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

class World final : public Env {
public:
    // `isBuggified`: the sites of buggify.h may fire; otherwise none does.
    explicit World(std::uint64_t seed, bool isBuggified = false);
    World(const World&) = delete; // its streams know where it is
    World& operator=(const World&) = delete;

    // The component must outlive the World's last run call.
    ComponentId add(Component& component);

    void post(Instant at, ComponentId target, std::uint32_t kind, std::uint64_t a, std::uint64_t b) override;
    [[nodiscard]] Rng rng(std::string_view purpose, std::uint64_t index) const override;

    // Executes every event with at <= until, then sets now() to `until`.
    void runUntil(Instant until);
    // As runUntil, but stops after `maxEvents`; returns true when `until` was reached.
    bool runSlice(Instant until, std::uint64_t maxEvents);
    // Executes one event; false when none is pending.
    bool step();
    // For replays: executes events until executed() == count, then sets now() to `at`.
    // Returns false when the journal cannot belong to this run (no events left, or time would go back).
    bool runToCount(std::uint64_t count, Instant at);

    // From now on chance goes another way: every stream, handed out or not yet, begins anew from its own seed
    // and `future`. What has happened, what is posted and whatever was drawn so far stay as they are, so that
    // worlds with one past can have many futures, each as likely as the one its seed gives. An input like any
    // other: mixed into the hash. Requires future != 0.
    void reseed(std::uint64_t future);

    [[nodiscard]] std::uint64_t executed() const { return m_executed; }
    [[nodiscard]] std::size_t pending() const { return m_heap.size(); }
    // When the next event is due; kNever when none is pending.
    [[nodiscard]] Instant nextAt() const { return m_heap.empty() ? kNever : m_heap.front().at; }
    [[nodiscard]] std::uint64_t seed() const { return m_seed; }

    // Called once for every full virtual second, in order.
    void onCheckpoint(std::function<void(const Checkpoint&)> callback)
    {
        m_onCheckpoint = std::move(callback);
    }

private:
    void executeTop();
    void moveClock(Instant to);
    [[nodiscard]] SimEvent pop();

    std::uint64_t m_seed;
    std::uint64_t m_future = 0; // every stream follows it
    Rng m_root;
    std::uint64_t m_nextSeq = 0;
    std::uint64_t m_executed = 0;
    std::int64_t m_nextCheckpoint = 1; // second
    std::vector<SimEvent> m_heap; // 4-ary: children of i are 4i+1 … 4i+4
    std::vector<Component*> m_components;
    std::function<void(const Checkpoint&)> m_onCheckpoint;
};

} // namespace sb
