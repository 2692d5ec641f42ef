// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/object_check.h"

#include <algorithm>

namespace sb {

ObjectCheck::ObjectCheck(Simulation& simulation, Findings& findings)
    : m_simulation(simulation)
    , m_findings(findings)
{
    if (simulation.objects() != nullptr)
        simulation.objects()->listen(this);
}

void ObjectCheck::onWritten(RegionId at, const ObjectVersion& version)
{
    Written written { version.id, version.checksum, at, version.isDeleteMarker, 0, m_losses.size() };
    for (std::size_t i = 0; i < m_simulation.regionCount(); ++i) {
        const RegionId target { static_cast<std::uint8_t>(i) };
        if (target != at && !version.isDeleteMarker && m_simulation.objects()->link(at, target).isOn)
            written.promised |= std::uint64_t { 1 } << i;
    }
    m_written.push_back(written);
}

void ObjectCheck::onStoreLost(RegionId region)
{
    m_losses.push_back(region);
}

bool ObjectCheck::isLostSince(RegionId region, const Written& written) const
{
    return std::find(m_losses.begin() + static_cast<std::ptrdiff_t>(written.losses), m_losses.end(), region)
        != m_losses.end();
}

void ObjectCheck::checkHeld(const ObjectCopier& objects, const Written& written, RegionId target)
{
    const ObjectVersion* held = objects.store(target).find(written.id);
    m_findings.expect(Invariant::Objects, held != nullptr && held->checksum == written.checksum, [&] {
        return "object version " + std::to_string(written.id) + " of "
            + m_simulation.description().regions[written.source.value].code + " is "
            + (held == nullptr ? "missing" : "another") + " in "
            + m_simulation.description().regions[target.value].code + ", everything healed";
    });
}

void ObjectCheck::finish()
{
    if (m_simulation.objects() == nullptr)
        return;
    const ObjectCopier& objects = *m_simulation.objects();
    const std::size_t count = m_simulation.regionCount();
    std::uint64_t nowhere = 0;
    std::vector<std::uint64_t> waiting(count * count, 0); // promised, and kept back by a rule that is off now
    for (const Written& written : m_written) {
        bool isAnywhere = false;
        for (std::size_t i = 0; i < count; ++i) {
            const RegionId region { static_cast<std::uint8_t>(i) };
            isAnywhere = isAnywhere || objects.store(region).find(written.id) != nullptr;
            const bool isPromised = region == written.source || ((written.promised >> i) & 1) != 0;
            if (!isPromised || isLostSince(written.source, written) || isLostSince(region, written))
                continue;
            const bool mayWait = region != written.source && !objects.link(written.source, region).isOn
                && objects.store(region).find(written.id) == nullptr;
            if (mayWait)
                ++waiting[written.source.value * count + i];
            else
                checkHeld(objects, written, region);
        }
        nowhere += !isAnywhere && !written.isDeleteMarker;
    }
    m_findings.expect(Invariant::Objects, objects.lost() == nowhere, [&] {
        return std::to_string(nowhere) + " objects are nowhere; the record counts "
            + std::to_string(objects.lost());
    });
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) {
            const ObjectLink link = objects.link(
                RegionId { static_cast<std::uint8_t>(i) }, RegionId { static_cast<std::uint8_t>(j) });
            m_findings.expect(Invariant::Objects, !link.isOn || link.pending == 0, [&] {
                return std::to_string(link.pending) + " objects of "
                    + m_simulation.description().regions[i].code + " still wait for "
                    + m_simulation.description().regions[j].code + ", everything healed";
            });
            m_findings.expect(Invariant::Objects, waiting[i * count + j] <= link.pending, [&] {
                return std::to_string(waiting[i * count + j]) + " objects of "
                    + m_simulation.description().regions[i].code + " are missing in "
                    + m_simulation.description().regions[j].code + ", whose rule is off, and only "
                    + std::to_string(link.pending) + " of them wait for it";
            });
        }
    }
}

} // namespace sb
