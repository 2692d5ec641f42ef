// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/admission_board.h"

#include "backend/base/result.h"

#include <algorithm>

namespace sb {

void AdmissionBoard::connect(const std::vector<RegionAdmission>& failBack, const DataPlane& dataPlane)
{
    SB_ASSERT(failBack.size() == m_combined.size());
    m_failBack = &failBack;
    m_dataPlane = &dataPlane;
    refresh();
}

std::vector<AdmissionBoard::Limit> AdmissionBoard::limitsOf(RegionId region) const
{
    const Limit all[] { { Source::FailBack, (*m_failBack)[region.value].rampPerMille },
        { Source::Control, m_dataPlane->inForce(Lever::Control, region) },
        { Source::Shift, m_dataPlane->inForce(Lever::Shift, region) },
        { Source::Dial, m_dataPlane->inForce(Lever::Dial, region) } };
    std::vector<Limit> limits;
    for (const Limit& limit : all) {
        if (limit.perMille < 1000)
            limits.push_back(limit);
    }
    std::stable_sort(
        limits.begin(), limits.end(), [](const Limit& a, const Limit& b) { return a.perMille < b.perMille; });
    return limits;
}

void AdmissionBoard::refresh()
{
    for (std::size_t i = 0; i < m_combined.size(); ++i) {
        m_combined[i] = {};
        for (const Limit& limit : limitsOf(RegionId { static_cast<std::uint8_t>(i) })) {
            RegionAdmission& its = m_combined[i];
            int& share = limit.source == Source::Dial ? its.dialPerMille : its.rampPerMille;
            share = std::min(share, limit.perMille);
        }
    }
}

std::string AdmissionBoard::text(const Limit& limit)
{
    switch (limit.source) {
    case Source::FailBack:
        return limit.perMille == 0 ? "held until it is failed back"
                                   : "failing back, at " + std::to_string(limit.perMille / 10) + " %";
    case Source::Control:
        return "a routing control is off";
    case Source::Shift:
        return "shifted away";
    case Source::Dial:
        return "dial at " + std::to_string(limit.perMille / 10) + " %";
    }
    return "unknown";
}

} // namespace sb
