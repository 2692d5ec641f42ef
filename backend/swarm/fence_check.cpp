// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/fence_check.h"

namespace sb {
namespace {

constexpr Duration kSlowLease = 20s; // the longest that a lease lasts by a clock that is slow without measure

} // namespace

FenceCheck::FenceCheck(Simulation& simulation, Findings& findings)
    : m_simulation(simulation)
    , m_findings(findings)
    , m_regions(simulation.regionCount())
{
}

void FenceCheck::onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool)
{
    const Watched& watched = m_regions[at.value];
    if (!isLocal || entry.committedAt - watched.slowSeenAt < kSlowLease)
        return;
    m_findings.expect(Invariant::Fence, watched.completeSince == kNever, [&] {
        return m_simulation.description().regions[at.value].code + " acknowledges write #"
            + std::to_string(entry.version.seq) + ", although its fence has been complete for "
            + durationText(entry.committedAt - watched.completeSince);
    });
}

void FenceCheck::onLogged(const Event& event)
{
    if (event.kind == EventKind::FenceComplete)
        m_regions[event.region.value].completeSince = event.at;
    else if (event.kind == EventKind::RegionUnfenced)
        m_regions[event.region.value].completeSince = kNever;
}

void FenceCheck::step()
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const ClockCondition& clock
            = m_simulation.region(RegionId { static_cast<std::uint8_t>(i) }).replica().clock();
        if (clock.driftPpm < -kClockRateErrorPpm)
            m_regions[i].slowSeenAt = m_simulation.world().now();
    }
}

} // namespace sb
