// SPDX-License-Identifier: GPL-3.0-or-later
// Who was told that a coupon is theirs, kept by somebody who hears every customer: what can be had once only
// and was given to two is counted here, whatever the regions believe. Thread: World thread.
#pragma once

#include "backend/shoppers/shoppers.h"

#include <cstdint>
#include <map>
#include <vector>

namespace sb {

class ClaimAudit final : public ShopperObserver {
public:
    void onCall(const CallOutcome&) override { }
    void onOrder(const AcknowledgedOrder&) override { }
    void onClaim(const ClaimCall& claim) override;

    // Customers beyond the first who were given a coupon.
    [[nodiscard]] std::uint64_t doubles() const { return m_doubles; }
    [[nodiscard]] std::uint64_t coupons() const { return m_holders.size(); } // given to somebody

private:
    std::map<std::uint64_t, std::vector<CustomerId>> m_holders; // by coupon, distinct, as they heard it
    std::uint64_t m_doubles = 0;
};

} // namespace sb
