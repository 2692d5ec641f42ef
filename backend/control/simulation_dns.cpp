// SPDX-License-Identifier: GPL-3.0-or-later
// The DNS edges of a run: what the aggregator judges of a region's health reaches each of them on its own.
#include "backend/control/simulation.h"

namespace sb {

void Simulation::buildDns()
{
    m_edges = std::make_unique<EdgeViews>(
        m_world, m_log, *m_network, m_names, m_health->published(), m_failBack->admission());
    m_resolvers->setEdges(*m_edges);
    m_faults->setEdges(*m_edges);
    m_log.listen([this](const Event& event) {
        if (event.kind == EventKind::HealthRed || event.kind == EventKind::HealthGreen)
            m_edges->onHealth(event.region, event.kind == EventKind::HealthGreen, event.seq);
    });
}

} // namespace sb
