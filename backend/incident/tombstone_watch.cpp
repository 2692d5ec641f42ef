// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/tombstone_watch.h"

namespace sb {

TombstoneWatch::TombstoneWatch(EventLog& log, std::vector<Replica*> replicas, std::vector<std::string> names)
    : m_log(log)
    , m_replicas(std::move(replicas))
    , m_names(std::move(names))
    , m_regions(m_replicas.size())
{
}

void TombstoneWatch::onReset(RegionId at, Store&)
{
    m_regions[at.value] = {};
}

void TombstoneWatch::onCollected(RegionId at, const Key& key, const Item& tombstone)
{
    ++m_collected;
    Forgotten& region = m_regions[at.value];
    region.tombstones.insert_or_assign(key, tombstone);
    region.order.push_back(key);
    if (region.order.size() > kRemembered) {
        region.tombstones.erase(region.order.front());
        region.order.pop_front();
    }
}

bool TombstoneWatch::isResurrected(
    Replica& replica, const Item& tombstone, const LogEntry& entry, const Key& key) const
{
    const ConflictPolicy policy = replica.policies().of(key.table);
    // A removal of a merging line hides the additions that it saw, any other deletion all that is older.
    const bool isHidden = policy == ConflictPolicy::AddWins
        ? entry.version.seq <= seenOf(removedUpTo(policy, tombstone), replica.indexOf(entry.version.log()))
        : tombstone.version.wins(entry.version);
    if (!isHidden)
        return false;
    const Item* item = replica.store().find(key);
    return item != nullptr && !item->isDeleted
        && (policy == ConflictPolicy::AddWins || item->version == entry.version);
}

void TombstoneWatch::onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded)
{
    const std::map<Key, Item>& tombstones = m_regions[at.value].tombstones;
    if (isLocal || isSuperseded || tombstones.empty())
        return;
    for (const Mutation& mutation : entry.mutations) {
        const auto found = tombstones.find(mutation.key);
        if (mutation.isDelete || found == tombstones.end()
            || !isResurrected(*m_replicas[at.value], found->second, entry, mutation.key))
            continue;
        ++m_resurrections;
        m_log.append({ .kind = EventKind::ConflictFound,
            .severity = Severity::Warning,
            .actor = Actor::Replication,
            .region = at,
            .peer = entry.version.origin,
            .object = std::string(toString(mutation.key.table)) + " " + std::to_string(mutation.key.partition)
                + "/" + std::to_string(mutation.key.sort),
            .action = "resurrection",
            .note = "A deleted row is back in " + m_names[at.value] + ": the change of "
                + m_names[entry.version.origin.value]
                + " that it comes from is older than its deletion, whose tombstone had been collected" });
    }
}

} // namespace sb
