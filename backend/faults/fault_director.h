// SPDX-License-Identifier: GPL-3.0-or-later
// Injects faults and takes them back. The state of every knob is always computed from the set of active
// faults (never toggled), so overlapping faults cannot leave each other's traces; after each reversal the
// knobs are read back from the components themselves and compared with what the remaining faults imply.
// Each fault has a dead-man expiry. Thread: World thread.
// Invariant: with no active fault, every knob equals the baseline read when the run began.
#pragma once

#include "backend/api/command.h"
#include "backend/health/health_checks.h"
#include "backend/media/object_copier.h"
#include "backend/net/network.h"
#include "backend/publishing/zone_publisher.h"
#include "backend/region/region.h"
#include "backend/routing/edge_views.h"
#include "backend/shoppers/shoppers.h"
#include "backend/telemetry/event_log.h"

#include <vector>

namespace sb {

struct ActiveFault {
    FaultId id;
    InjectFault spec;
    RegionId region;
    RegionId peer; // invalid when the fault has none
    Instant startedAt = kStart;
    Instant expiresAt = kStart;
    EventSeq event; // FaultInjected
};

// Every knob a fault can turn, read from the components.
struct FaultSurface {
    struct PerRegion {
        Region::Condition condition;
        bool isReplicationDown = false;
        bool isReplicationPaused = false;
        ClockCondition clock;
        Duration userDelayIn = 0us, userDelayOut = 0us;
        int checkersCutPercent = 0;
        bool areEdgesCut = false;
        bool isEnactorStalled = false;
        int surgePercent = 0; // of the customers nearest to it
        friend bool operator==(const PerRegion&, const PerRegion&) = default;
    };
    std::vector<PerRegion> regions;
    std::vector<LinkCondition> links; // from-major
    std::vector<Instant> objectsStop; // the same; from when on no copy of an object leaves, kNever: never
    friend bool operator==(const FaultSurface&, const FaultSurface&) = default;
};

class FaultDirector final : public Component {
public:
    struct Place {
        Region* region = nullptr;
        std::string code;
        std::string name;
    };

    FaultDirector(Env& env, EventLog& log, Network& network, std::vector<Place> places);
    void connect(ComponentId self) { m_self = self; }
    // Before the first fault. Without it, the checkers cannot be cut off.
    void setHealth(HealthChecks& health) { m_health = &health; }
    // Whom a traffic surge is about; without them it is refused. Call before the first fault.
    void setCustomers(Shoppers& customers);
    void onEvent(const SimEvent& event) override;
    // Without edges their fault is refused. Must outlive this object.
    void setEdges(EdgeViews& edges) { m_edges = &edges; }
    // Without it no enactor can be stalled. Must outlive this object.
    void setPublisher(ZonePublisher& publisher) { m_publisher = &publisher; }

    // Without it no copying of objects can be paused. Call before the first fault.
    void setObjects(ObjectCopier& objects);

    // Refuses unknown regions and a second fault of the same kind at the same place, with the reason.
    [[nodiscard]] Result<> check(const InjectFault& spec) const;
    [[nodiscard]] Result<FaultId> inject(const InjectFault& spec, Actor actor, EventSeq cause);
    [[nodiscard]] Result<> clear(FaultId fault, Actor actor, EventSeq cause);
    // Both return how many faults they reversed.
    std::size_t clearAll(Actor actor, EventSeq cause);
    std::size_t clearRegion(RegionId region, Actor actor, EventSeq cause);

    [[nodiscard]] const std::vector<ActiveFault>& active() const { return m_active; }
    [[nodiscard]] bool isActive(FaultId fault) const;
    [[nodiscard]] bool touches(RegionId region) const;
    // "Region outage, Ireland" · "Link cut, Ireland to Singapore": English, for reports.
    [[nodiscard]] std::string title(const ActiveFault& fault) const;

    [[nodiscard]] FaultSurface readSurface() const;

private:
    [[nodiscard]] Result<RegionId> findRegion(const std::string& code) const;
    [[nodiscard]] bool hasTarget(FaultKind kind) const;
    [[nodiscard]] Result<> canDestroy(RegionId region) const;
    // As canDestroy() for faults that may make a region give up its store, or go on under a new incarnation.
    [[nodiscard]] Result<> canFailDisk(const InjectFault& spec, RegionId region) const;
    [[nodiscard]] FaultSurface wantedSurface() const;
    void addLinkFault(FaultSurface& surface, const ActiveFault& fault) const;
    void addObjectPause(FaultSurface& surface, const ActiveFault& fault) const;
    void applySurface();
    void reverse(std::size_t index, EventKind how, Actor actor, EventSeq cause);
    void checkResidue(const ActiveFault& reversed, EventSeq cause);

    Env& m_env;
    EventLog& m_log;
    Network& m_network;
    Shoppers* m_customers = nullptr;
    std::vector<Place> m_places;
    EdgeViews* m_edges = nullptr;
    ZonePublisher* m_publisher = nullptr;
    ObjectCopier* m_objects = nullptr;
    HealthChecks* m_health = nullptr;
    ComponentId m_self = 0;
    FaultSurface m_baseline;
    FaultSurface m_applied; // what the last turn of the knobs left
    std::vector<ActiveFault> m_active; // in order of injection
    std::uint32_t m_count = 0;
};

} // namespace sb
