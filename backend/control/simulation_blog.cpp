// SPDX-License-Identifier: GPL-3.0-or-later
// The blog's part of a World: its writer, its traffic, and the orders that change the writer.
#include "backend/base/text.h"
#include "backend/control/simulation.h"

namespace sb {

// After the recovery, whose membership it asks.
void Simulation::buildBlog()
{
    std::vector<Region*> engines;
    for (RegionParts& parts : m_regions)
        engines.push_back(parts.engine.get());
    const bool hasLeases = m_config.profile == DataProfile::Hardened;
    m_writerSeat = std::make_unique<WriterSeat>(
        m_world, *m_network, engines, WriterSeatConfig { .hasLeases = hasLeases });
    m_writerSeat->connect(m_world.add(*m_writerSeat));
    m_blog = std::make_unique<BlogWriter>(m_world, *m_network, m_log, *m_writerSeat, *m_membership, engines,
        m_names, BlogWriterConfig { .hasLeases = hasLeases, .maxRpo = m_config.maxRpo });
    m_blog->connect(m_world.add(*m_blog));
    m_blogTraffic = std::make_unique<BlogTraffic>(
        m_world, *m_network, *m_resolvers, m_requests, [this] { return m_shoppers->isResting(); });
    m_blogTraffic->connect(m_world.add(*m_blogTraffic), m_shoppers->regions());
}

std::string Simulation::seizureWarning() const
{
    const RegionId from = m_blog->writer();
    Replica& replica = *m_regions[from.value].replica;
    std::int64_t posts = 0;
    for (std::uint64_t seq = m_ledger->firstAtRisk(from); seq <= replica.position(replica.ownLog()); ++seq) {
        const LogEntry* entry = replica.store().logEntry(replica.ownLog(), seq);
        posts += entry != nullptr && entry->mutations.front().key.table == Table::Posts ? 1 : 0;
    }
    return "; " + groupedText(posts) + " acknowledged posts that only " + m_names[from.value]
        + " holds are at risk"
        + (m_config.profile == DataProfile::Hardened
                ? ", and nobody can publish for at most " + durationText(m_writerSeat->leaseLeft())
                : ", and nothing stops it from writing on");
}

} // namespace sb
