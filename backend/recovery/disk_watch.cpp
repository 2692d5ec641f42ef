// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/disk_watch.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

std::uint64_t endIn(const std::vector<LogBounds>& logs, LogId log)
{
    const auto found
        = std::find_if(logs.begin(), logs.end(), [&](const LogBounds& bounds) { return bounds.id == log; });
    return found == logs.end() ? 1 : found->end;
}

std::string counted(std::uint64_t count)
{
    return groupedText(static_cast<std::int64_t>(count));
}

} // namespace

DiskWatch::DiskWatch(
    EventLog& log, std::vector<Region*> regions, std::vector<std::string> names, CutHook onCut)
    : m_log(log)
    , m_regions(std::move(regions))
    , m_names(std::move(names))
    , m_onCut(std::move(onCut))
    , m_failed(m_regions.size())
{
    for (std::size_t i = 0; i < m_regions.size(); ++i)
        m_regions[i]->onDiskFinding([this, i](DiskFinding finding, const std::vector<LogBounds>& kept) {
            onFinding(i, finding, kept);
        });
}

std::string DiskWatch::rotNote(std::size_t index) const
{
    const bool isAnyWhole = std::any_of(m_regions.begin(), m_regions.end(), [&](Region* other) {
        return other != m_regions[index] && !other->condition().isDown
            && other->replicator().stage() == ReplicaStage::ServingWrites;
    });
    return "What the disk of " + m_names[index]
        + " returns does not match the checksums of its tables and logs: nothing of it is served, the store "
          "is "
          "given up, and "
        + (isAnyWhole ? "a copy of a peer is taken once the disk is sound"
                      : "it refuses everything until a peer with a whole copy is up and the disk is sound");
}

std::string DiskWatch::endNote(
    std::size_t index, std::uint64_t missing, const std::vector<LogBounds>& kept) const
{
    const Replica& replica = m_regions[index]->replica();
    const LogId own = replica.ownLog();
    const std::uint64_t end = endIn(kept, own);
    return "The store of " + m_names[index]
        + " ends earlier than was promised: its disk reported flushes that " + "it had not done, and "
        + counted(missing) + " log entries are missing"
        + (replica.position(own) >= end
                ? ", its own from " + counted(end) + " to " + counted(replica.position(own)) + " among them"
                : "")
        + "; it goes on from there as incarnation " + std::to_string(own.incarnation + 1)
        + " once it has what its peers have";
}

void DiskWatch::onFinding(std::size_t index, DiskFinding finding, const std::vector<LogBounds>& kept)
{
    const RegionId region { static_cast<std::uint8_t>(index) };
    Event event { .kind = EventKind::DiskFailed,
        .severity = Severity::Critical,
        .region = region,
        .object = m_names[index] };
    std::uint64_t missing = 0; // log entries
    for (const LogBounds& log : m_regions[index]->replica().store().logs())
        missing += log.end - std::min(log.end, std::max(log.begin, endIn(kept, log.id)));
    switch (finding) {
    case DiskFinding::Full:
        event.severity = Severity::Warning;
        event.action = std::string(kDiskFull);
        event.note = "The disk of " + m_names[index]
            + " is full: it refuses writes and leaves the changes of others where they are; it can be read";
        m_failed[index] = m_log.append(std::move(event));
        return;
    case DiskFinding::Rotten:
        event.action = std::string(kDiskRotten);
        event.valueAfter = std::to_string(missing);
        event.unit = "log entries";
        event.note = rotNote(index);
        m_failed[index] = m_log.append(std::move(event));
        m_onCut(region, kept, m_failed[index]);
        return;
    case DiskFinding::EndsEarlier:
        event.action = std::string(kDiskEndsEarlier);
        event.valueAfter = std::to_string(missing);
        event.unit = "log entries";
        event.note = endNote(index, missing, kept);
        m_onCut(region, kept, m_log.append(std::move(event)));
        return;
    case DiskFinding::Recovered:
        m_log.append({ .kind = EventKind::DiskRecovered,
            .severity = Severity::Notice,
            .region = region,
            .cause = m_failed[index],
            .object = m_names[index],
            .note = "The disk of " + m_names[index] + " can be used again" });
        m_failed[index] = {};
        return;
    }
}

} // namespace sb
