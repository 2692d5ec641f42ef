// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/fail_back.h"

#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kTick };

constexpr Duration kTickEvery = 500ms;
constexpr std::array<int, 4> kRamp { 10, 100, 500, 1000 }; // per mille of the natural answers

const char* stepName(RecoveryPhase phase)
{
    switch (phase) {
    case RecoveryPhase::InService:
        return "in service";
    case RecoveryPhase::Held:
        return "held";
    case RecoveryPhase::Restoring:
        return "restore";
    case RecoveryPhase::CatchingUp:
        return "catch-up";
    case RecoveryPhase::Verifying:
        return "verify";
    case RecoveryPhase::Ramping:
        return "ramp";
    }
    return "unknown";
}

} // namespace

FailBackController::FailBackController(Env& env, EventLog& log, HealthChecks& health,
    std::vector<Region*> regions, std::vector<std::string> names, FailBackConfig config, Hooks hooks)
    : m_env(env)
    , m_log(log)
    , m_health(health)
    , m_regions(std::move(regions))
    , m_names(std::move(names))
    , m_config(config)
    , m_hooks(std::move(hooks))
    , m_admission(m_regions.size())
    , m_progress(m_regions.size())
    , m_toVerify(m_regions.size())
{
}

void FailBackController::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(kTickEvery, m_self, kTick);
}

void FailBackController::onEvent(const SimEvent& event)
{
    if (event.kind != kTick)
        return;
    for (std::size_t i = 0; i < m_regions.size(); ++i)
        advance(RegionId { static_cast<std::uint8_t>(i) });
    m_env.postIn(kTickEvery, m_self, kTick);
}

bool FailBackController::hasAlternative(RegionId region) const
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        if (i != region.value && m_health.published()[i].isHealthy && m_admission[i].rampPerMille == 1000)
            return true;
    }
    return false;
}

// A region that is out, or whose copy will be given up, has nothing to compare with.
bool FailBackController::canCompare(std::size_t index) const
{
    return !m_regions[index]->condition().isDown && !m_regions[index]->replicator().isExpelled();
}

void FailBackController::setRamp(RegionId region, int perMille)
{
    m_admission[region.value].rampPerMille = perMille;
    m_env.mix((std::uint64_t { region.value } << 32) ^ static_cast<std::uint64_t>(perMille));
    if (m_hooks.onAdmission)
        m_hooks.onAdmission();
}

void FailBackController::enter(RegionId region, RecoveryPhase phase, std::string detail)
{
    Progress& progress = m_progress[region.value];
    progress.phase = phase;
    progress.since = m_env.now();
    progress.detail = std::move(detail);
    m_env.mix((std::uint64_t { region.value } << 40) ^ static_cast<std::uint64_t>(phase));
}

void FailBackController::hold(RegionId region, EventSeq cause)
{
    setRamp(region, 0);
    enter(region, RecoveryPhase::Held, "held out of the answers until it is failed back");
    m_progress[region.value].event = m_log.append({ .kind = EventKind::RegionHeld,
        .severity = Severity::Notice,
        .actor = Actor::Routing,
        .region = region,
        .cause = cause,
        .object = m_names[region.value],
        .action = "hold",
        .note = m_names[region.value] + " is held out of the DNS answers; it returns by fail-back only" });
}

void FailBackController::onHealth(RegionId region, bool isHealthy)
{
    if (isHealthy)
        return; // a held region stays held; an instant one is back by its health alone
    Progress& progress = m_progress[region.value];
    const bool isRunning = progress.phase == RecoveryPhase::CatchingUp
        || progress.phase == RecoveryPhase::Verifying || progress.phase == RecoveryPhase::Ramping;
    if (isRunning)
        m_env.probe("fail-back.red-again");
    if (isRunning)
        stop(region, "its health check went red again", Actor::Health, m_health.status(region).event);
    else if (progress.phase == RecoveryPhase::InService && m_config.isDamped && hasAlternative(region))
        hold(region, m_health.status(region).event);
}

Result<> FailBackController::checkStart(RegionId region) const
{
    const Progress& progress = m_progress[region.value];
    const std::string& name = m_names[region.value];
    if (progress.phase != RecoveryPhase::InService && progress.phase != RecoveryPhase::Held)
        return fail(Errc::Refused, name + " is already being failed back (" + stepName(progress.phase) + ")");
    const bool isWell = m_health.published()[region.value].isHealthy
        && !m_regions[region.value]->condition().isDown
        && !m_regions[region.value]->condition().isMappingRemoved;
    if (progress.phase == RecoveryPhase::InService && isWell)
        return fail(Errc::Refused, name + " is in service; there is nothing to fail back");
    if (m_hooks.permits) {
        if (const auto permitted = m_hooks.permits(region); !permitted)
            return permitted;
    }
    if (!hasAlternative(region))
        return fail(Errc::Refused,
            "no other region is serving; holding " + name + " out would leave users with none");
    return {};
}

Result<> FailBackController::checkAbort(RegionId region) const
{
    const RecoveryPhase phase = m_progress[region.value].phase;
    if (phase == RecoveryPhase::InService || phase == RecoveryPhase::Held)
        return fail(Errc::Refused, "no fail-back of " + m_names[region.value] + " is running");
    return {};
}

Result<> FailBackController::start(RegionId region, Actor actor, EventSeq cause)
{
    if (const auto checked = checkStart(region); !checked)
        return checked;
    Progress& progress = m_progress[region.value];
    const std::string& name = m_names[region.value];
    // Hold first, then restore: the moment its check turns green it must not snap back.
    if (progress.phase == RecoveryPhase::InService)
        setRamp(region, 0);
    progress.startedAt = m_env.now();
    progress.wasAborted = progress.wasCompleted = false;
    progress.event = m_log.append({ .kind = EventKind::FailBackStarted,
        .severity = Severity::Notice,
        .actor = actor,
        .region = region,
        .cause = cause,
        .object = name,
        .action = "fail-back",
        .note = "Fail-back of " + name + " begins: restore, catch up, verify, ramp 1, 10, 50, 100 %" });
    enter(region, RecoveryPhase::Restoring, "waiting for its health check to turn green");
    m_hooks.restore(region, progress.event);
    return {};
}

Result<> FailBackController::abort(RegionId region, Actor actor, EventSeq cause)
{
    if (const auto checked = checkAbort(region); !checked)
        return checked;
    stop(region, "the operator aborted it", actor, cause);
    return {};
}

void FailBackController::stop(RegionId region, const std::string& why, Actor actor, EventSeq cause)
{
    m_regions[region.value]->replicator().cancelVerify();
    setRamp(region, 0);
    Progress& progress = m_progress[region.value];
    progress.wasAborted = true;
    const std::string step = stepName(progress.phase);
    enter(region, RecoveryPhase::Held, "fail-back stopped during " + step + ": " + why);
    progress.event = m_log.append({ .kind = EventKind::FailBackAborted,
        .severity = Severity::Warning,
        .actor = actor,
        .region = region,
        .cause = cause,
        .object = m_names[region.value],
        .action = step,
        .note = "Fail-back of " + m_names[region.value] + " stopped during " + step + ": " + why
            + "; it is held out of the answers again" });
}

Duration FailBackController::lagOf(RegionId source, RegionId target) const
{
    Replica& from = m_regions[source.value]->replica();
    const std::uint64_t arrived = m_regions[target.value]->replica().position(from.ownLog());
    if (arrived >= from.position(from.ownLog()))
        return 0us;
    return m_env.now() - from.totals(arrived + 1).committedAt;
}

std::uint64_t FailBackController::backlog(RegionId region) const
{
    std::uint64_t pending = 0;
    Replica& mine = m_regions[region.value]->replica();
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const RegionId peer { static_cast<std::uint8_t>(i) };
        if (peer == region)
            continue;
        Replica& theirs = m_regions[i]->replica();
        pending += theirs.position(theirs.ownLog()) - mine.position(theirs.ownLog());
        pending += mine.position(mine.ownLog()) - theirs.position(mine.ownLog());
    }
    return pending;
}

std::vector<std::string> FailBackController::waitsFor(RegionId region) const
{
    std::vector<std::string> reasons;
    const Region::Condition& condition = m_regions[region.value]->condition();
    if (condition.isDown)
        reasons.push_back("the region answers nothing: restore it");
    if (condition.isMappingRemoved)
        reasons.push_back("its API mapping is missing: restore it");
    if (m_hooks.permits) {
        if (const auto permitted = m_hooks.permits(region); !permitted)
            reasons.push_back(permitted.error().what);
    }
    if (!m_health.published()[region.value].isHealthy)
        reasons.push_back("a green health check");
    bool hasPeer = false;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const RegionId peer { static_cast<std::uint8_t>(i) };
        if (peer == region || !canCompare(i))
            continue;
        hasPeer = true;
        const Duration lag = std::max(lagOf(peer, region), lagOf(region, peer));
        if (lag > m_config.lagMax)
            reasons.push_back("replication with " + m_names[i] + ", " + durationText(lag) + " behind");
    }
    if (!hasPeer)
        reasons.push_back("another region to compare its copy with: none is up");
    return reasons;
}

void FailBackController::advance(RegionId region)
{
    Progress& progress = m_progress[region.value];
    switch (progress.phase) {
    case RecoveryPhase::InService:
        // It went red when nobody could take its place; now somebody can.
        if (m_config.isDamped && !m_health.published()[region.value].isHealthy && hasAlternative(region))
            hold(region, m_health.status(region).event);
        return;
    case RecoveryPhase::Held:
        return;
    case RecoveryPhase::Restoring:
        if (!m_health.published()[region.value].isHealthy)
            return;
        enter(region, RecoveryPhase::CatchingUp, "waiting for replication");
        progress.event = m_log.append({ .kind = EventKind::FailBackStep,
            .actor = Actor::Routing,
            .region = region,
            .cause = progress.event,
            .object = m_names[region.value],
            .action = "catch-up",
            .valueAfter = std::to_string(backlog(region)),
            .unit = "operations",
            .note = m_names[region.value] + " answers and its check is green; "
                + std::to_string(backlog(region)) + " changes are still to be exchanged" });
        return;
    case RecoveryPhase::CatchingUp: {
        const std::vector<std::string> reasons = waitsFor(region);
        if (!reasons.empty()) {
            progress.detail = "waiting for " + reasons.front();
            return;
        }
        enter(region, RecoveryPhase::Verifying, "comparing its copy with the survivors'");
        progress.event = m_log.append({ .kind = EventKind::FailBackStep,
            .actor = Actor::Routing,
            .region = region,
            .cause = progress.event,
            .object = m_names[region.value],
            .action = "verify",
            .note = m_names[region.value] + " has caught up; its copy is compared with the others'" });
        startVerify(region);
        return;
    }
    case RecoveryPhase::Verifying: // ends by a message
        if (m_env.now() - progress.since > m_config.verifyPatience) {
            m_env.probe("fail-back.verify-restarted");
            progress.since = m_env.now();
            startVerify(region);
        }
        return;
    case RecoveryPhase::Ramping:
        advanceRamp(region);
        return;
    }
}

void FailBackController::startVerify(RegionId region)
{
    std::vector<RegionId>& left = m_toVerify[region.value];
    left.clear();
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        if (i != region.value && canCompare(i))
            left.push_back(RegionId { static_cast<std::uint8_t>(i) });
    }
    if (left.empty()) { // the last peer went during the comparison
        m_regions[region.value]->replicator().cancelVerify();
        enter(region, RecoveryPhase::CatchingUp, "waiting for another region to compare its copy with");
        return;
    }
    m_regions[region.value]->replicator().startVerify(
        left.back(), [this, region](const VerifyOutcome& outcome) { onVerified(region, outcome); });
}

void FailBackController::onVerified(RegionId region, const VerifyOutcome& outcome)
{
    Progress& progress = m_progress[region.value];
    if (progress.phase != RecoveryPhase::Verifying)
        return;
    if (m_env.buggify("fail-back.verify-again")) {
        startVerify(region);
        return;
    }
    const std::string pair = m_names[region.value] + " and " + m_names[outcome.peer.value];
    progress.event
        = m_log.append({ .kind = outcome.isEqual ? EventKind::ReplicaVerified : EventKind::ReplicaDiverged,
            .severity = outcome.isEqual ? Severity::Info : Severity::Critical,
            .actor = Actor::Replication,
            .region = region,
            .peer = outcome.peer,
            .cause = progress.event,
            .object = "digest",
            .valueBefore = std::to_string(outcome.peerDigest),
            .valueAfter = std::to_string(outcome.digest),
            .note = outcome.isEqual ? pair + " hold equal copies of the same writes"
                                    : pair + " hold different copies of the same writes, in "
                    + std::to_string(outcome.unequal.count()) + " of " + std::to_string(kBucketCount)
                    + " buckets: " + tablesOf(outcome.unequal) });
    if (!outcome.isEqual) {
        stop(region, "its copy differs from " + m_names[outcome.peer.value] + "'s", Actor::Replication,
            progress.event);
        return;
    }
    std::vector<RegionId>& left = m_toVerify[region.value];
    left.pop_back();
    if (!left.empty()) {
        m_regions[region.value]->replicator().startVerify(
            left.back(), [this, region](const VerifyOutcome& next) { onVerified(region, next); });
        return;
    }
    enter(region, RecoveryPhase::Ramping, {});
    setRamp(region, 0);
    advanceRamp(region);
}

void FailBackController::advanceRamp(RegionId region)
{
    Progress& progress = m_progress[region.value];
    const int current = m_admission[region.value].rampPerMille;
    if (current > 0 && m_hooks.errorPerMille(region) > m_config.errorPerMilleMax) {
        m_env.probe("fail-back.ramp-held-by-errors");
        // One quiet moment among few answers proves nothing: the dwell begins anew.
        progress.since = m_env.now();
        progress.detail
            = "holding at " + std::to_string(current / 10) + " %: too many of its answers are errors";
        return;
    }
    if (current > 0 && m_env.now() - progress.since < m_config.rampDwell)
        return;
    const int next
        = SB_MUTANT(RampJumps) ? kRamp.back() : *std::upper_bound(kRamp.begin(), kRamp.end() - 1, current);
    setRamp(region, next);
    progress.since = m_env.now();
    progress.detail = std::to_string(next / 10) + " % of its answers";
    progress.event = m_log.append({ .kind = EventKind::FailBackStep,
        .actor = Actor::Routing,
        .region = region,
        .cause = progress.event,
        .object = m_names[region.value],
        .action = "ramp",
        .valueBefore = std::to_string(current / 10),
        .valueAfter = std::to_string(next / 10),
        .unit = "%",
        .note = m_names[region.value] + " gets " + std::to_string(next / 10) + " % of its natural answers" });
    if (next < 1000)
        return;
    enter(region, RecoveryPhase::InService, {});
    progress.wasCompleted = true;
    progress.event = m_log.append({ .kind = EventKind::FailBackCompleted,
        .severity = Severity::Notice,
        .actor = Actor::Routing,
        .region = region,
        .cause = progress.event,
        .object = m_names[region.value],
        .action = "fail-back",
        .valueAfter = std::to_string((m_env.now() - progress.startedAt).count() / 1'000'000),
        .unit = "s",
        .note = m_names[region.value] + " is back in service, "
            + durationText(m_env.now() - progress.startedAt) + " after the fail-back began" });
}

} // namespace sb
