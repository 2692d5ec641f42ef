// SPDX-License-Identifier: GPL-3.0-or-later
// The objects' part of a World: readers' photos, the rules that copy them between all regions, both ways, and
// the orders about them. A run without photos has none of it.
#include "backend/base/text.h"
#include "backend/control/simulation.h"
#include "backend/media/photo_traffic.h"

namespace sb {
namespace {

std::string objectsText(std::uint64_t count)
{
    return groupedText(static_cast<std::int64_t>(count)) + (count == 1 ? " object" : " objects");
}

} // namespace

// After the faults, which can pause the copying.
void Simulation::buildObjects()
{
    if (m_config.photosPerMinute == 0)
        return;
    m_objects.copier = std::make_unique<ObjectCopier>(m_world, *m_network, m_log, m_names,
        [this](RegionId region) { return !m_regions[region.value].engine->condition().isDown; });
    m_objects.copier->connect(m_world.add(*m_objects.copier));
    m_faults->setObjects(*m_objects.copier);
    // An upload asks the region's gateway first; a fenced region takes none.
    const auto takesUploads = [this](RegionId region) {
        const Region& engine = *m_regions[region.value].engine;
        return !engine.condition().isDown && !engine.condition().isMappingRemoved && engine.mayAcknowledge();
    };
    m_objects.photos = std::make_unique<PhotoTraffic>(m_world, *m_network, *m_objects.copier,
        PhotoTraffic::Hooks { [this](CityId city) { return m_resolvers->wouldAnswer(city); }, takesUploads,
            [this] { return m_shoppers->isResting(); } },
        PhotoTrafficConfig { .perMinute = m_config.photosPerMinute });
    m_objects.photos->connect(m_world.add(*m_objects.photos));
    m_log.listen([this](const Event& event) {
        if (event.kind == EventKind::FaultInjected && event.action == toString(FaultKind::RegionDestroyed))
            m_objects.copier->lose(event.region, event.seq);
    });
}

std::optional<Result<>> Simulation::checkObjects(const Command& command) const
{
    const auto* rule = std::get_if<SetObjectRule>(&command);
    const auto* fill = std::get_if<BackfillObjects>(&command);
    if (rule == nullptr && fill == nullptr)
        return std::nullopt;
    if (!m_objects.copier)
        return fail(Errc::Refused,
            "this run has no objects: nobody uploads photos; photos-per-minute in [world] makes them");
    const auto source = findRegion(rule != nullptr ? rule->source : fill->source);
    if (!source)
        return tl::make_unexpected(source.error());
    const auto target = findRegion(rule != nullptr ? rule->target : fill->target);
    if (!target)
        return tl::make_unexpected(target.error());
    return rule != nullptr ? m_objects.copier->checkRule(*source, *target, rule->isOn)
                           : m_objects.copier->checkBackfill(*source, *target);
}

std::string Simulation::objectsWarning(const Command& command) const
{
    if (const auto* fill = std::get_if<BackfillObjects>(&command))
        return "; "
            + objectsText(
                m_objects.copier->backfillSize(*findRegion(fill->source), *findRegion(fill->target)))
            + " to copy";
    const auto* rule = std::get_if<SetObjectRule>(&command);
    if (rule == nullptr)
        return {};
    const ObjectLink link = m_objects.copier->link(*findRegion(rule->source), *findRegion(rule->target));
    if (!rule->isOn)
        return "; what is uploaded meanwhile is not copied afterwards"
            + (link.pending == 0 ? "" : ", and " + objectsText(link.pending) + " wait");
    if (link.neverStarted == 0)
        return {};
    return "; " + objectsText(link.neverStarted) + " uploaded while it was off "
        + (link.neverStarted == 1 ? "stays" : "stay") + " behind: 'backfill-objects " + rule->source + " "
        + rule->target + "' copies " + (link.neverStarted == 1 ? "it" : "them");
}

void Simulation::performObjects(const Command& command, EventSeq cause)
{
    if (const auto* rule = std::get_if<SetObjectRule>(&command))
        m_objects.copier->setRule(*findRegion(rule->source), *findRegion(rule->target), rule->isOn);
    else if (const auto* fill = std::get_if<BackfillObjects>(&command))
        m_objects.copier->backfill(*findRegion(fill->source), *findRegion(fill->target), cause);
}

void Simulation::fillObjects(Snapshot& snapshot) const
{
    if (!m_objects.copier)
        return;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        for (std::size_t j = 0; j < m_regions.size(); ++j) {
            if (i == j)
                continue;
            const RegionId source { static_cast<std::uint8_t>(i) }, target { static_cast<std::uint8_t>(j) };
            const ObjectLink link = m_objects.copier->link(source, target);
            snapshot.objects.push_back({ .source = source,
                .target = target,
                .isOn = link.isOn,
                .isPaused = link.isStopped,
                .pending = link.pending,
                .pendingBytes = link.pendingBytes,
                .neverStarted = link.neverStarted,
                .failed = link.failed,
                .late = link.late,
                .oldestPending = link.oldestPending });
        }
    }
}

} // namespace sb
