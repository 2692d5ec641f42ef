// SPDX-License-Identifier: GPL-3.0-or-later
// Three regions with a store of objects each and the copying between them; a test says who writes what.
#pragma once

#include "backend/kernel/world.h"
#include "backend/media/object_copier.h"
#include "backend/net/network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace sb::test {

constexpr RegionId kX { 0 }, kY { 1 }, kZ { 2 };

class MediaWorld {
public:
    explicit MediaWorld(std::uint64_t seed = 1, ObjectCopierConfig config = {})
        : world(seed)
        , copier(
              world, network, log, { "Ireland", "Singapore", "Virginia" },
              [this](RegionId region) { return !isOut[region.value]; }, config)
    {
        copier.connect(world.add(copier));
        log.listen([this](const Event& event) { events.push_back(event); });
    }

    std::uint64_t write(RegionId at, std::uint32_t bytes = 100'000)
    {
        ++m_nextKey;
        const std::uint64_t id = copier.write(at, m_nextKey, bytes, m_nextKey * 1'000'003);
        written[at.value].push_back(id);
        return id;
    }
    void run(Duration duration) { world.runUntil(world.now() + duration); }
    // One object a second in each of the regions.
    void runWriting(Duration duration, std::initializer_list<RegionId> regions)
    {
        const Instant until = world.now() + duration;
        while (world.now() < until) {
            for (const RegionId region : regions)
                write(region);
            run(1s);
        }
    }
    void cut(RegionId from, RegionId to, bool isCut) { network.setLink(from, to, { .isCut = isCut }); }
    // By the stores alone: of what `source` was given from number `first` on, what `target` holds.
    [[nodiscard]] std::size_t arrived(
        RegionId source, RegionId target, std::size_t first = 0, std::size_t last = ~std::size_t { 0 }) const
    {
        const std::vector<std::uint64_t>& ids = written[source.value];
        last = std::min(last, ids.size());
        return static_cast<std::size_t>(std::count_if(ids.begin() + static_cast<std::ptrdiff_t>(first),
            ids.begin() + static_cast<std::ptrdiff_t>(last),
            [&](std::uint64_t id) { return copier.store(target).find(id) != nullptr; }));
    }
    [[nodiscard]] ObjectStatus status(RegionId at, std::uint64_t id) const
    {
        return copier.store(at).status(id);
    }
    [[nodiscard]] std::size_t count(EventKind kind) const
    {
        return static_cast<std::size_t>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; }));
    }
    [[nodiscard]] const Event& last(EventKind kind) const
    {
        const auto found = std::find_if(
            events.rbegin(), events.rend(), [&](const Event& event) { return event.kind == kind; });
        SB_ASSERT(found != events.rend());
        return *found;
    }

    World world;
    Network network { world,
        { *atlas().findRegion("eu-west-1"), *atlas().findRegion("ap-southeast-1"),
            *atlas().findRegion("us-east-1") },
        20 };
    EventLog log { [this] { return EventLog::Stamp { world.now(), world.executed(), world.stateHash() }; } };
    std::vector<Event> events;
    bool isOut[3] = { false, false, false };
    std::vector<std::uint64_t> written[3]; // ids, by region
    ObjectCopier copier;

private:
    std::uint64_t m_nextKey = 0;
};

} // namespace sb::test
