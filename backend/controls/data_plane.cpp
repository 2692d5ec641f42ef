// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/controls/data_plane.h"

#include "backend/base/result.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {

DataPlane::DataPlane(Env& env, std::size_t regionCount, DataPlaneConfig config)
    : m_env(env)
    , m_config(config)
    , m_rng(env.rng("data-plane"))
{
    for (std::vector<Share>& shares : m_shares)
        shares.resize(regionCount);
}

void DataPlane::begin(Lever lever, RegionId region, int perMille)
{
    Share& share = m_shares[static_cast<std::size_t>(lever)][region.value];
    share.wanted = share.inForce = perMille;
}

void DataPlane::set(Lever lever, const std::vector<std::pair<RegionId, int>>& shares)
{
    std::vector<Share>& all = m_shares[static_cast<std::size_t>(lever)];
    Instant due = m_env.now() + m_rng.between(m_config.delayMin, m_config.delayMax);
    for (const auto& [region, perMille] : shares)
        due = std::max(due, all[region.value].until);
    for (const auto& [region, perMille] : shares) {
        SB_ASSERT(perMille >= 0 && perMille <= 1000);
        all[region.value].wanted = perMille;
        all[region.value].until = due;
        m_env.post(due, m_self, static_cast<std::uint32_t>(lever), region.value,
            static_cast<std::uint64_t>(perMille));
    }
}

void DataPlane::onEvent(const SimEvent& event)
{
    Share& share = m_shares[event.kind][event.a];
    const auto perMille = static_cast<int>(event.b);
    if (share.inForce == perMille || (perMille == 1000 && SB_MUTANT(ShareStays)))
        return;
    share.inForce = perMille;
    m_env.mix((std::uint64_t { event.kind } << 48) ^ (event.a << 32) ^ event.b);
    if (m_onChange)
        m_onChange();
}

bool DataPlane::isSettled() const
{
    for (const std::vector<Share>& shares : m_shares) {
        for (const Share& share : shares) {
            if (share.wanted != share.inForce || m_env.now() < share.until)
                return false;
        }
    }
    return true;
}

} // namespace sb
