// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan sees and does of the World: facts to read, commands to order. The room of the plans knows no
// other room; the World implements this (control/simulation_plans.cpp), and tests play it.
// Thread: World thread.
#pragma once

#include "backend/api/command.h"
#include "backend/base/result.h"
#include "backend/telemetry/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sb {

struct PlanRegionFacts {
    bool isHealthy = true; // its health check
    bool isInService = true; // in the answers with all of its share: not held, not ramping
    bool isFailingBack = false;
    bool wasFailBackAborted = false; // the last one
    std::string failBackDetail; // English: what it waits for, or why it stopped
    bool isFenced = false;
    bool isFenceComplete = false; // and the last lease is over
    int answersPerMille = 0; // of the live DNS answers
    int errorsPerMille = 0; // of its own answers
    int dialPercent = 100;
    int admittedPerMille = 1000; // of its natural answers, after controls, shifts, dials and ramps
    std::uint64_t writes = 0; // committed for clients since the start
    std::uint64_t unshipped = 0; // writes of its own that some other region in reach lacks
    int requestsHz = 0; // now
    int capacityHz = 0; // sustained
};

struct PlanLinkFacts {
    Duration lag = 0us;
    bool isPaused = false; // replication is switched off
    bool isCut = false; // or an end is down
};

struct PlanServiceFacts {
    bool hasFences = false; // the run's profile fences on the server side
    int errorsPerMille = 0; // of all requests, as users see it
    int errorObjectivePerMille = 10;
    std::string writer; // region that writes the blog
    Instant impactAt = kNever; // of the open incident: first error that a user saw
};

// One region's copy against all others in reach.
struct PlanCopyDifference {
    int regionsCompared = 0;
    int bucketsCompared = 0; // hold the same writes, summed over regions
    int bucketsInFlux = 0; // a write is on its way
    int bucketsUnequal = 0; // same writes, other rows: an error
    std::string unequalTables; // "carts, orders"
    std::uint64_t onlyHere = 0; // writes that no other region has, orphans included
    std::string onlyHereText; // English: "12 writes, of them 3 orders worth € 120.00"
};

class PlanHost {
public:
    virtual ~PlanHost() = default;
    // Codes; index = RegionId.
    [[nodiscard]] virtual const std::vector<std::string>& regions() const = 0;
    // Why the command would be refused now.
    [[nodiscard]] virtual Result<> check(const Command& command) const = 0;
    // Executes it on behalf of `actor`; the seq of its event, or why it was refused.
    virtual Result<EventSeq> execute(const Command& command, Actor actor, EventSeq cause) = 0;
    [[nodiscard]] virtual PlanRegionFacts region(RegionId region) const = 0;
    [[nodiscard]] virtual PlanLinkFacts link(RegionId source, RegionId target) const = 0;
    [[nodiscard]] virtual PlanServiceFacts service() const = 0;
    // Nothing: the run has no such routing control.
    [[nodiscard]] virtual std::optional<bool> control(const std::string& name) const = 0;
    [[nodiscard]] virtual PlanCopyDifference compare(RegionId region) const = 0;
};

} // namespace sb
