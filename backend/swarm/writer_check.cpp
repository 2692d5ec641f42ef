// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/writer_check.h"

namespace sb {

WriterCheck::WriterCheck(Simulation& simulation, Findings& findings)
    : m_simulation(simulation)
    , m_findings(findings)
    , m_slowUntil(simulation.regionCount(), kStart)
{
    simulation.blog().listen([this](const PublishedPost& published) { onPublished(published); });
}

void WriterCheck::step()
{
    constexpr Duration kLeaseAndRound = 13s; // asked for while it was slow, and used to its end
    for (std::size_t i = 0; i < m_slowUntil.size(); ++i) {
        const Replica& replica = m_simulation.region(RegionId { static_cast<std::uint8_t>(i) }).replica();
        if (replica.clock().driftPpm < -kClockRateErrorPpm)
            m_slowUntil[i] = m_simulation.world().now() + kLeaseAndRound;
    }
}

void WriterCheck::onPublished(const PublishedPost& published)
{
    const std::string what = "post " + std::to_string(published.post) + " was acknowledged by region "
        + std::to_string(published.region.value) + " under epoch " + std::to_string(published.epoch);
    const RegionId holder = m_writers.emplace(published.epoch, published.region).first->second;
    m_findings.expect(Invariant::Fence, holder == published.region,
        [&] { return what + ", which is that of region " + std::to_string(holder.value); });
    const bool isGuaranteed = m_simulation.config().profile == DataProfile::Hardened
        && published.at >= m_slowUntil[published.region.value];
    if (isGuaranteed)
        m_findings.expect(Invariant::Fence, published.epoch >= m_latest,
            [&] { return what + " although epoch " + std::to_string(m_latest) + " had begun"; });
    m_latest = std::max(m_latest, published.epoch);
}

} // namespace sb
