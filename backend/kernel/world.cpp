// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/world.h"

#include "backend/base/result.h"

#include <algorithm>

namespace sb {
namespace {

bool isEarlier(const SimEvent& x, const SimEvent& y)
{
    return x.at != y.at ? x.at < y.at : x.seq < y.seq;
}

Instant secondAt(std::int64_t second)
{
    return atMicros(second * 1'000'000);
}

} // namespace

World::World(std::uint64_t seed, bool isBuggified)
    : m_seed(seed)
    , m_root(seed)
{
    m_root.follow(&m_future);
    m_hash = mix64(seed);
    m_heap.reserve(1 << 14);
    if (isBuggified)
        m_buggify.switchOn(m_root);
}

void World::reseed(std::uint64_t future)
{
    SB_ASSERT(future != 0);
    m_future = future;
    mix(future);
}

ComponentId World::add(Component& component)
{
    m_components.push_back(&component);
    return static_cast<ComponentId>(m_components.size() - 1);
}

Rng World::rng(std::string_view purpose, std::uint64_t index) const
{
    return m_root.fork(purpose, index);
}

void World::post(Instant at, ComponentId target, std::uint32_t kind, std::uint64_t a, std::uint64_t b)
{
    SB_ASSERT(at >= m_now && target < m_components.size());
    const SimEvent event { at, m_nextSeq++, a, b, target, kind };
    std::size_t hole = m_heap.size();
    m_heap.push_back(event);
    while (hole > 0) {
        const std::size_t parent = (hole - 1) / 4;
        if (!isEarlier(event, m_heap[parent]))
            break;
        m_heap[hole] = m_heap[parent];
        hole = parent;
    }
    m_heap[hole] = event;
}

SimEvent World::pop()
{
    const SimEvent top = m_heap.front();
    const SimEvent last = m_heap.back();
    m_heap.pop_back();
    const std::size_t size = m_heap.size();
    std::size_t hole = 0;
    while (size > 0) {
        const std::size_t first = 4 * hole + 1;
        if (first >= size)
            break;
        std::size_t best = first;
        for (std::size_t child = first + 1; child < std::min(first + 4, size); ++child)
            if (isEarlier(m_heap[child], m_heap[best]))
                best = child;
        if (!isEarlier(m_heap[best], last))
            break;
        m_heap[hole] = m_heap[best];
        hole = best;
    }
    if (size > 0)
        m_heap[hole] = last;
    return top;
}

void World::moveClock(Instant to)
{
    // A second is complete only when nothing at or before it is pending.
    while (secondAt(m_nextCheckpoint) <= to
        && (m_heap.empty() || m_heap.front().at > secondAt(m_nextCheckpoint))) {
        const Checkpoint checkpoint { m_nextCheckpoint++, m_executed, m_hash };
        if (m_onCheckpoint)
            m_onCheckpoint(checkpoint);
    }
    m_now = std::max(m_now, to);
}

void World::executeTop()
{
    moveClock(m_heap.front().at);
    const SimEvent event = pop();
    ++m_executed;
    mix(static_cast<std::uint64_t>(micros(event.at)) ^ (std::uint64_t { event.target } << 56)
        ^ (std::uint64_t { event.kind } << 48));
    m_components[event.target]->onEvent(event);
}

void World::runUntil(Instant until)
{
    (void)runSlice(until, ~std::uint64_t { 0 });
}

bool World::runSlice(Instant until, std::uint64_t maxEvents)
{
    for (; maxEvents > 0; --maxEvents) {
        if (m_heap.empty() || m_heap.front().at > until) {
            moveClock(until);
            return true;
        }
        executeTop();
    }
    moveClock(m_now); // as runToCount does: an input that comes now finds the same checkpoints reported
    return false;
}

bool World::step()
{
    if (m_heap.empty())
        return false;
    executeTop();
    moveClock(m_now);
    return true;
}

bool World::runToCount(std::uint64_t count, Instant at)
{
    while (m_executed < count) {
        if (m_heap.empty() || m_heap.front().at > at)
            return false;
        executeTop();
    }
    if (m_executed != count || m_now > at)
        return false;
    moveClock(at);
    return true;
}

} // namespace sb
