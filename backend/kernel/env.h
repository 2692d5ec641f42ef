// SPDX-License-Identifier: GPL-3.0-or-later
// Env is the one seam between the engine's components and the outside: time, scheduling, randomness, state
// hash. The World implements it for simulation; a process per region could implement it over a real clock.
#pragma once

#include "backend/base/hash.h"
#include "backend/base/rng.h"
#include "backend/base/time.h"
#include "backend/kernel/buggify.h"

#include <cstdint>
#include <string_view>

namespace sb {

// Number of a component in its World, in order of registration.
using ComponentId = std::uint32_t;

// Something that shall happen. `kind`, `a` and `b` mean what the receiving component says they mean.
struct SimEvent {
    Instant at = kStart;
    std::uint64_t seq = 0; // order among events of one instant: first posted, first executed
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    ComponentId target = 0;
    std::uint32_t kind = 0;
};

class Component {
public:
    virtual ~Component() = default;
    virtual void onEvent(const SimEvent& event) = 0;
};

class Env {
public:
    virtual ~Env() = default;

    [[nodiscard]] Instant now() const { return m_now; }
    // Requires at >= now(). Events of one instant run in the order they were posted.
    virtual void post(
        Instant at, ComponentId target, std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0)
        = 0;
    void postIn(
        Duration delay, ComponentId target, std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0)
    {
        post(m_now + delay, target, kind, a, b);
    }
    // A random stream of its own for one actor and purpose; the same arguments give the same stream.
    [[nodiscard]] virtual Rng rng(std::string_view purpose, std::uint64_t index = 0) const = 0;
    // Adds a fact about the state to the rolling hash. Every mutation of state that outlives an event calls
    // it.
    void mix(std::uint64_t fact) { m_hash = hashCombine(m_hash, fact); }
    [[nodiscard]] std::uint64_t stateHash() const { return m_hash; }
    // Shall the unlikely happen here and now? See buggify.h.
    [[nodiscard]] bool buggify(BuggifyName site) { return m_buggify.fires(site); }
    // What a site that fired draws besides: up to `most`.
    [[nodiscard]] Duration buggifyDelay(BuggifyName site, Duration most)
    {
        return m_buggify.stream(site).between(Duration { 1 }, most);
    }
    // A rare path was taken.
    void probe(ProbeName name) { m_buggify.reach(name); }
    [[nodiscard]] const Buggify& rareness() const { return m_buggify; }

protected:
    Instant m_now = kStart;
    std::uint64_t m_hash = 0;
    Buggify m_buggify;
};

} // namespace sb
