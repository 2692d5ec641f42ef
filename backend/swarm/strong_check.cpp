// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/strong_check.h"

#include "backend/check/linearizability.h"

#include <algorithm>

namespace sb {
namespace {

std::string text(std::uint64_t number)
{
    return std::to_string(number);
}

bool isAnswer(const ClaimCall& claim)
{
    return claim.status == 200 || claim.status == 409;
}

} // namespace

StrongCheck::StrongCheck(Simulation& simulation, Findings& findings)
    : m_simulation(simulation)
    , m_findings(findings)
{
    simulation.shoppers().observe(this);
}

bool StrongCheck::isOutlived(const Claims& claims) const
{
    const auto& lostAt = m_simulation.claimOffice()->majorityLostAt;
    return !lostAt || std::all_of(claims.begin(), claims.end(), [&](const auto& entry) {
        return entry.second.sentAt > *lostAt;
    });
}

void StrongCheck::onClaim(const ClaimCall& claim)
{
    if (m_simulation.claimOffice() == nullptr)
        return;
    Claims& claims = m_claims[claim.coupon];
    claims[claim.id] = claim;
    if (claim.status != 200)
        return;
    const CustomerId holder = m_holders.try_emplace(claim.coupon, claim.customer).first->second;
    if (isOutlived(claims))
        m_findings.expect(Invariant::Strong, holder == claim.customer, [&] {
            return "coupon " + text(claim.coupon) + " was given to customer " + text(claim.customer.value)
                + ", and to customer " + text(holder.value) + " before";
        });
}

// Who may be the holder: who was told so; if nobody was, whoever was never answered.
std::vector<CustomerId> StrongCheck::candidates(const Claims& claims)
{
    std::vector<CustomerId> all;
    for (const auto& [id, claim] : claims) {
        if (claim.status == 200)
            return { claim.customer };
        if (!isAnswer(claim) && std::find(all.begin(), all.end(), claim.customer) == all.end())
            all.push_back(claim.customer);
    }
    return all;
}

// The register's only write is the winner's first claim that took effect: at any time since it was first
// asked.
check::History StrongCheck::historyOf(std::uint64_t coupon, const Claims& claims, CustomerId winner)
{
    check::History history;
    check::Operation taken;
    taken.process = check::ProcessId { 0 };
    taken.key = check::KeyId { coupon };
    taken.kind = check::OpKind::Cas;
    taken.argument = static_cast<check::Value>(winner.value);
    taken.invoked = kNever;
    std::uint32_t process = 0;
    for (const auto& [id, claim] : claims) {
        if (claim.customer == winner)
            taken.invoked = std::min(taken.invoked, claim.sentAt);
        if (!isAnswer(claim))
            continue;
        check::Operation seen = taken;
        seen.process = check::ProcessId { ++process };
        seen.kind = check::OpKind::Read;
        seen.invoked = claim.sentAt;
        seen.completed = claim.endedAt;
        seen.outcome = check::Outcome::Ok;
        // "It is somebody else's", told to the winner, fits no value that the register can have.
        const bool isRight = (claim.customer == winner) == (claim.status == 200);
        seen.result = isRight ? static_cast<check::Value>(winner.value) : check::Value { -1 };
        history.push_back(seen);
    }
    history.push_back(taken);
    return history;
}

void StrongCheck::judge(std::uint64_t coupon, const Claims& claims)
{
    const bool isAnyAnswer
        = std::any_of(claims.begin(), claims.end(), [](const auto& entry) { return isAnswer(entry.second); });
    if (!isAnyAnswer || !isOutlived(claims))
        return;
    std::string why = "nobody who could have it ever asked for it";
    bool isExplained = false;
    for (const CustomerId winner : candidates(claims)) {
        const auto result = check::checkLinearizable(historyOf(coupon, claims, winner));
        isExplained = isExplained || result.report.verdict() == check::Verdict::Passed;
        const auto& examples = result.report.examples(check::Anomaly::NotLinearizable);
        if (!examples.empty())
            why = examples.front().sentence;
    }
    m_findings.expect(Invariant::Strong, isExplained,
        [&] { return "no order of the claims of coupon " + text(coupon) + " explains the answers: " + why; });
}

void StrongCheck::checkHeld(std::uint64_t coupon, CustomerId holder)
{
    std::size_t holders = 0;
    for (std::size_t i = 0; i < m_simulation.claimDeskCount(); ++i)
        holders += m_simulation.claimDesk(i).accepted(coupon) == holder ? 1 : 0;
    m_findings.expect(Invariant::Strong, holders > kStrongMembers / 2, [&] {
        return "customer " + text(holder.value) + " was told to have coupon " + text(coupon) + ", and "
            + text(holders) + " of three acceptors hold that";
    });
}

void StrongCheck::finish()
{
    if (m_simulation.claimOffice() == nullptr)
        return;
    for (const auto& [coupon, claims] : m_claims)
        judge(coupon, claims);
    for (const auto& [coupon, holder] : m_holders)
        if (isOutlived(m_claims[coupon]))
            checkHeld(coupon, holder);
    for (std::size_t i = 0; i < m_simulation.claimDeskCount(); ++i) {
        const ClaimDesk& desk = m_simulation.claimDesk(i);
        m_findings.expect(Invariant::Liveness, desk.hasMemory() && desk.pending() == 0, [&] {
            return "place " + text(i) + " of the votes about coupons is not whole, everything healed: "
                + text(desk.pending()) + " claims are under way"
                + (desk.hasMemory() ? "" : ", and what it had promised was not told again");
        });
    }
}

} // namespace sb
