// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/planned_shares.h"

#include <algorithm>

namespace sb {

void PlannedShares::clear()
{
    m_preferences.clear();
    m_newest = 0;
}

void PlannedShares::learn(const Snapshot& snapshot)
{
    // Oldest first, so that a city's latest decision stays.
    for (auto it = snapshot.decisions.rbegin(); it != snapshot.decisions.rend(); ++it) {
        if (it->number <= m_newest || it->candidates.empty())
            continue;
        std::vector<RegionId> order;
        for (const CandidateView& candidate : it->candidates)
            order.push_back(candidate.region);
        m_preferences[it->city.value] = std::move(order);
    }
    if (!snapshot.decisions.empty())
        m_newest = std::max(m_newest, snapshot.decisions.front().number);
}

double admittedShare(const Snapshot& snapshot, RegionId region, PlannedShares::Dial dial)
{
    if (region.value >= snapshot.regions.size())
        return 0;
    const RegionView& view = snapshot.regions[region.value];
    if (!view.health.isHealthy)
        return 0;
    double share = view.rampShare;
    const bool isDialled = dial.region == region;
    if (region.value < snapshot.admissions.size()) {
        const AdmissionView& admission = snapshot.admissions[region.value];
        // A limit that the dial alone sets would go with it.
        if (!isDialled || admission.perMille != admission.dialPercent * 10)
            share = std::min(share, admission.perMille / 1000.0);
    }
    return isDialled ? std::min(share, dial.percent / 100.0) : share;
}

std::vector<double> PlannedShares::shares(const Snapshot& snapshot, Dial dial) const
{
    std::vector<double> admitted, shares(snapshot.regions.size(), 0);
    for (const RegionView& region : snapshot.regions)
        admitted.push_back(admittedShare(snapshot, region.id, dial));
    for (const auto& [city, order] : m_preferences) {
        double left = 1;
        for (const RegionId region : order) {
            if (region.value >= shares.size())
                continue;
            const double part = left * admitted[region.value];
            shares[region.value] += part;
            left -= part;
        }
        // What nobody lets in is answered all the same: there is no empty answer for want of health.
        const auto open = std::find_if(order.begin(), order.end(),
            [&](RegionId region) { return region.value < admitted.size() && admitted[region.value] > 0; });
        const RegionId last = open != order.end() ? *open : order.front();
        if (last.value < shares.size())
            shares[last.value] += left;
    }
    for (double& share : shares)
        share /= static_cast<double>(std::max<std::size_t>(1, m_preferences.size()));
    return shares;
}

} // namespace sb
