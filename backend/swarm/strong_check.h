// SPDX-License-Identifier: GPL-3.0-or-later
// Invariant 13: what can be had once only is given to one, and each coupon's history, as its customers lived
// it, can be put in one order that respects real time. Hears every claim of the run; nothing of the engine's
// is evidence. What a claim says of the coupon's register: 200 to C, it holds C; 409 to C, it holds somebody
// else; anything else, C may have got it at any time since, or never. Judged by check/linearizability.h.
// Under the profile without strong tables two holders are counted as an anomaly, and nothing is judged.
// A claim from before two of the three acceptors had lost their memory is left out: that is more than a
// strong table promises to outlive.
// At the end also: each place has its memory again, nothing is under way, and a majority of the acceptors
// holds what a customer was told. Thread: World thread.
#pragma once

#include "backend/check/history.h"
#include "backend/control/simulation.h"
#include "backend/swarm/findings.h"

#include <map>
#include <vector>

namespace sb {

class StrongCheck final : public ShopperObserver {
public:
    StrongCheck(Simulation& simulation, Findings& findings);

    void onCall(const CallOutcome&) override { }
    void onOrder(const AcknowledgedOrder&) override { }
    void onClaim(const ClaimCall& claim) override;
    // Requires that everything is healed and customers are at rest. Judges all coupons.
    void finish();

private:
    using Claims = std::map<std::uint64_t, ClaimCall>; // by request

    [[nodiscard]] bool isOutlived(const Claims& claims) const;
    void judge(std::uint64_t coupon, const Claims& claims);
    [[nodiscard]] static std::vector<CustomerId> candidates(const Claims& claims);
    [[nodiscard]] static check::History historyOf(
        std::uint64_t coupon, const Claims& claims, CustomerId winner);
    void checkHeld(std::uint64_t coupon, CustomerId holder);

    Simulation& m_simulation;
    Findings& m_findings;
    std::map<std::uint64_t, Claims> m_claims; // by coupon
    std::map<std::uint64_t, CustomerId> m_holders; // as customers heard it first
};

} // namespace sb
