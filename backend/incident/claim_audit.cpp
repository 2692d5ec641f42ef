// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/claim_audit.h"

#include <algorithm>

namespace sb {

void ClaimAudit::onClaim(const ClaimCall& claim)
{
    if (claim.status != 200)
        return;
    std::vector<CustomerId>& holders = m_holders[claim.coupon];
    if (std::find(holders.begin(), holders.end(), claim.customer) != holders.end())
        return;
    holders.push_back(claim.customer);
    m_doubles += holders.size() > 1 ? 1 : 0;
}

} // namespace sb
