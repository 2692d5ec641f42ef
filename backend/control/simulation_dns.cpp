// SPDX-License-Identifier: GPL-3.0-or-later
// The DNS edges of a run: what the aggregator judges of a region's health reaches each of them on its own.
// And the zone's publication, where it is made by plans.
#include "backend/control/sampler.h"
#include "backend/control/simulation.h"

namespace sb {
namespace {

constexpr int kRequestsPerAddress = 50; // a second, that one address of a region is meant for

} // namespace

void Simulation::buildDns()
{
    m_edges = std::make_unique<EdgeViews>(
        m_world, m_log, *m_network, m_names, m_health->published(), m_steering.admissions->combined());
    m_resolvers->setEdges(*m_edges);
    m_faults->setEdges(*m_edges);
    m_log.listen([this](const Event& event) {
        if (event.kind == EventKind::HealthRed || event.kind == EventKind::HealthGreen)
            m_edges->onHealth(event.region, event.kind == EventKind::HealthGreen, event.seq);
    });
    spreadZoneChecks();
    if (m_config.publishing == ZonePublishing::Direct)
        return;
    m_publisher = std::make_unique<ZonePublisher>(m_world, m_log, m_names,
        PublishingConfig { .isGuarded = m_config.publishing == ZonePublishing::Guarded },
        [this](RegionId region) {
            return 2 + static_cast<int>(m_sampler->region(region).requestRateHz) / kRequestsPerAddress;
        });
    m_publisher->connect(m_world.add(*m_publisher));
    m_resolvers->setAddresses([this](RegionId region) { return !m_publisher->name(region).isEmpty; });
    m_faults->setPublisher(*m_publisher);
}

} // namespace sb
