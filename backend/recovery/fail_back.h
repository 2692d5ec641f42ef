// SPDX-License-Identifier: GPL-3.0-or-later
// Returns an evacuated region to service without the snap-back that plain DNS failover has.
// Damped mode: when a region's check goes red it is held out of the answers; fail-back then restores it,
// waits until replication has caught up in both directions, verifies that its copy equals every survivor's
// bucket by bucket while both go on writing, and ramps its answers 1, 10, 50, 100 %, holding while errors
// exceed the objective. If the region turns red again, or the operator aborts, it is held again. Instant
// mode: nothing is held; answers return when the check is green, as the reference architectures do. Thread:
// World thread.
#pragma once

#include "backend/health/health_checks.h"
#include "backend/region/region.h"
#include "backend/routing/zone.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <string>
#include <vector>

namespace sb {

enum class RecoveryPhase : std::uint8_t {
    InService,
    Held,
    Restoring,
    CatchingUp,
    Verifying,
    Ramping,
};

struct FailBackConfig {
    bool isDamped = true;
    Duration rampDwell = 10s; // at 1, 10 and 50 %
    Duration lagMax = 1500ms; // caught up: nothing older than this is missing
    int errorPerMilleMax = 10; // of the region's own answers; above it the dwell begins anew
    Duration verifyPatience = 30s; // then the comparison starts anew (its peer may have gone)
};

class FailBackController final : public Component {
public:
    struct Hooks {
        std::function<void(RegionId, EventSeq cause)> restore; // reverses the region's faults
        std::function<int(RegionId)> errorPerMille; // of its answers in the last seconds
        // Why the region may not be failed back now, and what would help; success when it may. May be unset.
        std::function<Result<>(RegionId)> permits = {};
        std::function<void()> onAdmission = {}; // admission() has changed. May be unset.
    };
    struct Progress {
        RecoveryPhase phase = RecoveryPhase::InService;
        Instant since = kStart; // of phase
        Instant startedAt = kStart; // of the fail-back
        std::string detail; // English: what it waits for, or why it stopped
        bool wasAborted = false; // the last fail-back of this region
        bool wasCompleted = false;
        EventSeq event; // the last one about this region
    };

    FailBackController(Env& env, EventLog& log, HealthChecks& health, std::vector<Region*> regions,
        std::vector<std::string> names, FailBackConfig config, Hooks hooks);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;
    // The health that the DNS sees changed.
    void onHealth(RegionId region, bool isHealthy);

    // Why a fail-back of the region could not start or be aborted now; success when it could.
    [[nodiscard]] Result<> checkStart(RegionId region) const;
    [[nodiscard]] Result<> checkAbort(RegionId region) const;
    [[nodiscard]] Result<> start(RegionId region, Actor actor, EventSeq cause);
    [[nodiscard]] Result<> abort(RegionId region, Actor actor, EventSeq cause);

    // Read by the zone at each decision; index = RegionId.
    [[nodiscard]] const std::vector<RegionAdmission>& admission() const { return m_admission; }
    [[nodiscard]] const Progress& progress(RegionId region) const { return m_progress[region.value]; }
    // Changes that have yet to arrive at or leave the region.
    [[nodiscard]] std::uint64_t backlog(RegionId region) const;
    // What a fail-back of the region would wait for now; empty: it could ramp after a check of equality.
    [[nodiscard]] std::vector<std::string> waitsFor(RegionId region) const;

private:
    void enter(RegionId region, RecoveryPhase phase, std::string detail);
    void advance(RegionId region);
    void advanceRamp(RegionId region);
    void startVerify(RegionId region);
    void onVerified(RegionId region, const VerifyOutcome& outcome);
    void setRamp(RegionId region, int perMille);
    void stop(RegionId region, const std::string& why, Actor actor, EventSeq cause);
    void hold(RegionId region, EventSeq cause);
    [[nodiscard]] Duration lagOf(RegionId source, RegionId target) const;
    [[nodiscard]] bool hasAlternative(RegionId region) const;
    [[nodiscard]] bool canCompare(std::size_t index) const;

    Env& m_env;
    EventLog& m_log;
    HealthChecks& m_health;
    std::vector<Region*> m_regions;
    std::vector<std::string> m_names;
    FailBackConfig m_config;
    Hooks m_hooks;
    ComponentId m_self = 0;
    std::vector<RegionAdmission> m_admission;
    std::vector<Progress> m_progress;
    std::vector<std::vector<RegionId>> m_toVerify; // peers left, per region
};

} // namespace sb
