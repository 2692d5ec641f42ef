// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/zone.h"

#include "backend/base/result.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

bool isUsable(const ZoneCandidate& candidate)
{
    return candidate.verdict == ZoneVerdict::FurtherAway || candidate.verdict == ZoneVerdict::Standby;
}

ZoneReason reasonFor(const Zone& zone, std::size_t place)
{
    if (zone.records.size() == 1)
        return ZoneReason::OnlyRecord;
    if (zone.policy == ZonePolicy::Latency)
        return place == 0 ? ZoneReason::LowestLatency : ZoneReason::NextLowestLatency;
    return place == 0 ? ZoneReason::FailoverPrimary : ZoneReason::FailoverSecondary;
}

} // namespace

ZoneDecision decide(const Zone& zone, const Question& question, const std::vector<RegionHealth>& health,
    const std::vector<RegionAdmission>& admission)
{
    SB_ASSERT(!zone.records.empty() && question.roundTrip.size() == zone.records.size());
    ZoneDecision decision;
    for (std::size_t i = 0; i < zone.records.size(); ++i) {
        const RegionId region = zone.records[i];
        ZoneCandidate candidate { region, question.roundTrip[i], health[region.value],
            ZoneVerdict::FurtherAway };
        const int ramp = admission[region.value].rampPerMille;
        if (!candidate.health.isHealthy && !SB_MUTANT(HealthIgnored))
            candidate.verdict = ZoneVerdict::Unhealthy;
        else if (ramp == 0)
            candidate.verdict = ZoneVerdict::HeldOut;
        else if (question.bucket >= static_cast<std::uint64_t>(ramp))
            candidate.verdict = ZoneVerdict::OutsideRamp;
        else if (zone.policy == ZonePolicy::Failover)
            candidate.verdict = ZoneVerdict::Standby;
        decision.candidates.push_back(candidate);
    }
    // Preference: by latency, or as listed (primary first). Equal latencies keep the listed order.
    if (zone.policy == ZonePolicy::Latency)
        std::stable_sort(decision.candidates.begin(), decision.candidates.end(),
            [](const ZoneCandidate& a, const ZoneCandidate& b) { return a.roundTrip < b.roundTrip; });
    decision.ifAllHealthy = decision.candidates.front().region;

    const auto chosen = std::find_if(decision.candidates.begin(), decision.candidates.end(), isUsable);
    if (chosen != decision.candidates.end()) {
        chosen->verdict = ZoneVerdict::Chosen;
        decision.answer = chosen->region;
        decision.reason = reasonFor(zone, static_cast<std::size_t>(chosen - decision.candidates.begin()));
        return decision;
    }
    // Nothing usable. First give way on the ramp and the hold (a healthy region beats none), then fail open:
    // if no record is healthy, all count as healthy.
    const auto healthy = std::find_if(decision.candidates.begin(), decision.candidates.end(),
        [](const ZoneCandidate& c) { return c.verdict != ZoneVerdict::Unhealthy; });
    ZoneCandidate& last = healthy != decision.candidates.end() ? *healthy : decision.candidates.front();
    last.verdict = ZoneVerdict::Chosen;
    decision.answer = last.region;
    decision.reason = ZoneReason::FailOpen;
    return decision;
}

} // namespace sb
