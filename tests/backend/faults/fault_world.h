// SPDX-License-Identifier: GPL-3.0-or-later
// Three regions with a fault director over them, and the log it writes.
#pragma once

#include "backend/faults/fault_director.h"
#include "tests/backend/support/regions.h"

#include <algorithm>

namespace sb::test {

class FaultWorld {
public:
    static constexpr std::size_t kRegions = 3;

    explicit FaultWorld(std::uint64_t seed = 1)
        : regions(seed, kRegions)
        , director(world, log, network, places())
    {
        director.connect(world.add(director));
        director.setEdges(edges);
        director.setHealth(health); // whose checkers never begin: nothing is probed here
        director.setCustomers(shoppers);
        director.setPublisher(publisher);
        objects.connect(world.add(objects));
        director.setObjects(objects);
        log.listen([this](const Event& event) { events.push_back(event); });
    }

    static std::string code(std::size_t i)
    {
        constexpr const char* kCodes[] = { "eu-west-1", "ap-southeast-1", "us-east-1" };
        return kCodes[i];
    }
    Result<FaultId> inject(const InjectFault& spec) { return director.inject(spec, Actor::Operator, {}); }
    void run(Duration duration) { regions.run(duration); }
    [[nodiscard]] std::size_t count(EventKind kind) const
    {
        return static_cast<std::size_t>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; }));
    }

    Regions regions;
    World& world { regions.cluster.world };
    Network& network { regions.cluster.network };
    // Nobody shops here; but demand has its knobs.
    std::vector<RegionHealth> published = std::vector<RegionHealth>(kRegions);
    std::vector<RegionAdmission> admission = std::vector<RegionAdmission>(kRegions);
    Resolvers resolvers { world, network,
        ownRunZone(PolicyKind::Latency, { code(0), code(1), code(2) }, 60s), published, admission };
    Shoppers shoppers { world, network, resolvers, regions.pool, {} };
    EventLog log { [this] { return EventLog::Stamp { world.now(), world.executed(), world.stateHash() }; } };
    std::vector<Event> events;
    EdgeViews edges { world, log, network, { "Ireland", "Singapore", "Virginia" }, published, admission };
    HealthChecks health { world, network, log, {} };
    // Whose planner and enactors never begin.
    ZonePublisher publisher { world, log, { "Ireland", "Singapore", "Virginia" }, {}, {} };
    ObjectCopier objects { world, network, log, { "Ireland", "Singapore", "Virginia" },
        [](RegionId) { return true; } }; // nobody uploads anything
    FaultDirector director;

private:
    std::vector<FaultDirector::Place> places()
    {
        std::vector<FaultDirector::Place> all;
        for (std::size_t i = 0; i < kRegions; ++i)
            all.push_back(
                { &regions.region(i), code(i), atlas().regions[network.atlasIndex(regionAt(i))].name });
        return all;
    }
};

// One valid fault of each kind, direction and reach.
inline std::vector<InjectFault> everyFault()
{
    std::vector<InjectFault> all;
    for (const FaultKind kind :
        { FaultKind::RegionOutage, FaultKind::MappingRemoved, FaultKind::ReplicationPaused,
            FaultKind::RegionDestroyed, FaultKind::StoreFailing, FaultKind::DiskFull, FaultKind::DiskRotten,
            FaultKind::DiskLying, FaultKind::StreamPoisoned, FaultKind::EdgesCut,
            FaultKind::HealthPathFailing, FaultKind::EnactorStalled })
        all.push_back({ .kind = kind, .region = FaultWorld::code(0) });
    for (const FaultKind kind : { FaultKind::GrayFailing, FaultKind::CheckersCut })
        all.push_back({ .kind = kind, .region = FaultWorld::code(0), .percent = 40 });
    all.push_back({ .kind = FaultKind::DiskStalled, .region = FaultWorld::code(0), .added = 2s });
    all.push_back({ .kind = FaultKind::ClockSkewed, .region = FaultWorld::code(0), .added = -30s });
    all.push_back({ .kind = FaultKind::ClockDrifting, .region = FaultWorld::code(0), .added = 2ms });
    all.push_back({ .kind = FaultKind::TrafficSurge, .region = FaultWorld::code(0), .percent = 150 });
    for (const std::string& peer : { std::string(), FaultWorld::code(1) })
        all.push_back({ .kind = FaultKind::ObjectsPaused,
            .region = FaultWorld::code(0),
            .peer = peer,
            .added = 30s });
    for (const Direction direction : { Direction::Both, Direction::Outbound, Direction::Inbound }) {
        all.push_back({ .kind = FaultKind::LinkPartitioned,
            .region = FaultWorld::code(0),
            .peer = FaultWorld::code(1),
            .direction = direction });
        for (const std::string& peer : { std::string(), FaultWorld::code(1) })
            all.push_back({ .kind = FaultKind::LatencyAdded,
                .region = FaultWorld::code(0),
                .peer = peer,
                .direction = direction,
                .added = 300ms });
    }
    return all;
}

// As it is read, but for when a clock began to drift, and from when on no object leaves.
inline FaultSurface withoutDates(FaultSurface surface)
{
    for (FaultSurface::PerRegion& region : surface.regions)
        region.clock.driftsSince = kStart;
    for (Instant& stop : surface.objectsStop)
        stop = stop == kNever ? kNever : kStart;
    return surface;
}

// What the knobs must read with these faults active, told by each knob rather than by each fault.
inline FaultSurface expectedSurface(const std::vector<InjectFault>& active)
{
    const auto touches = [](const InjectFault& fault, std::size_t from, std::size_t to) {
        const auto isAt = [](const std::string& code, std::size_t i) { return code == FaultWorld::code(i); };
        const auto isPeer = [&](std::size_t i) { return fault.peer.empty() || isAt(fault.peer, i); };
        const bool isOut = isAt(fault.region, from) && isPeer(to) && fault.direction != Direction::Inbound;
        const bool isIn = isAt(fault.region, to) && isPeer(from) && fault.direction != Direction::Outbound;
        return from != to && (isOut || isIn);
    };
    FaultSurface surface;
    for (std::size_t i = 0; i < FaultWorld::kRegions; ++i) {
        FaultSurface::PerRegion region;
        for (const InjectFault& fault : active) {
            if (fault.region != FaultWorld::code(i))
                continue;
            const bool isDestroyed = fault.kind == FaultKind::RegionDestroyed;
            region.condition.isDown |= fault.kind == FaultKind::RegionOutage || isDestroyed;
            region.condition.isStoreLost |= isDestroyed;
            region.condition.isStoreFailing |= fault.kind == FaultKind::StoreFailing;
            region.condition.isDiskFull |= fault.kind == FaultKind::DiskFull;
            region.condition.isDiskRotten |= fault.kind == FaultKind::DiskRotten;
            region.condition.isDiskLying |= fault.kind == FaultKind::DiskLying;
            region.isEnactorStalled |= fault.kind == FaultKind::EnactorStalled;
            region.areEdgesCut |= fault.kind == FaultKind::EdgesCut;
            region.condition.isStreamPoisoned |= fault.kind == FaultKind::StreamPoisoned;
            region.condition.isHealthPathFailing |= fault.kind == FaultKind::HealthPathFailing;
            region.condition.grayPercent += fault.kind == FaultKind::GrayFailing ? fault.percent : 0;
            region.checkersCutPercent += fault.kind == FaultKind::CheckersCut ? fault.percent : 0;
            if (fault.kind == FaultKind::DiskStalled)
                region.condition.diskDelay += fault.added;
            region.isReplicationDown |= fault.kind == FaultKind::RegionOutage || isDestroyed;
            if (fault.kind == FaultKind::ClockSkewed)
                region.clock.offset += fault.added;
            if (fault.kind == FaultKind::ClockDrifting)
                region.clock.driftPpm += fault.added.count();
            region.condition.isMappingRemoved |= fault.kind == FaultKind::MappingRemoved;
            if (fault.kind == FaultKind::TrafficSurge)
                region.surgePercent += fault.percent;
            region.isReplicationPaused |= fault.kind == FaultKind::ReplicationPaused;
            if (fault.kind == FaultKind::LatencyAdded && fault.peer.empty()) {
                region.userDelayIn += fault.direction == Direction::Outbound ? 0us : fault.added;
                region.userDelayOut += fault.direction == Direction::Inbound ? 0us : fault.added;
            }
        }
        surface.regions.push_back(region);
        for (std::size_t j = 0; j < FaultWorld::kRegions; ++j) {
            LinkCondition link;
            Instant stop = kNever; // of objects, one way
            for (const InjectFault& fault : active) {
                if (!touches(fault, i, j))
                    continue;
                if (fault.kind == FaultKind::ObjectsPaused && fault.region == FaultWorld::code(i))
                    stop = kStart;
                link.isCut |= fault.kind == FaultKind::LinkPartitioned;
                link.added += fault.kind == FaultKind::LatencyAdded ? fault.added : 0us;
            }
            surface.links.push_back(link);
            surface.objectsStop.push_back(stop);
        }
    }
    return surface;
}

} // namespace sb::test
