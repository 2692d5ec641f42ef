// SPDX-License-Identifier: GPL-3.0-or-later
// The collection of tombstones, here and in the replica.
#include "backend/replication/tombstones.h"

#include "backend/kernel/mutant.h"
#include "backend/replication/replica.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kLookedAtMax = 20'000; // records in one call

} // namespace

void TombstoneQueue::add(std::size_t log, const Record& record)
{
    if (m_lines.size() <= log)
        m_lines.resize(log + 1);
    Line& line = m_lines[log];
    auto position = line.end();
    while (position != line.begin() && std::prev(position)->seq > record.seq)
        --position;
    line.insert(position, record);
}

void TombstoneQueue::sortFound()
{
    std::sort(m_found.begin(), m_found.end(), [](const Record& a, const Record& b) {
        return a.version.hlc != b.version.hlc ? a.version.hlc < b.version.hlc : a.key < b.key;
    });
}

void TombstoneQueue::clear()
{
    m_lines.clear();
    m_found.clear();
}

void Replica::collectTombstones(const CollectionRule& rule)
{
    std::size_t left = kLookedAtMax;
    const auto collect = [&](TombstoneQueue::Line& line, std::size_t log) {
        for (; left > 0 && !line.empty() && passTombstone(rule, log, line.front()); --left)
            line.pop_front();
    };
    std::vector<TombstoneQueue::Line>& lines = m_tombstones.lines();
    for (std::size_t log = 0; log < lines.size(); ++log)
        collect(lines[log], log);
    if (rule.isGraceEnough || covers(rule.stable, m_rebuiltAt))
        collect(m_tombstones.found(), 0);
}

bool Replica::passTombstone(const CollectionRule& rule, std::size_t log, const TombstoneQueue::Record& record)
{
    const auto grace = static_cast<std::uint64_t>(rule.grace.count() / 1'000);
    if (record.version.hlc.millis() + grace > localMillis())
        return false;
    const bool isBlind = rule.isGraceEnough || SB_MUTANT(TombstonesForgotten);
    const auto isStable = [&](const std::vector<std::uint64_t>& removed) {
        return record.seq <= seenOf(rule.stable, log) && covers(rule.stable, removed)
            && record.version.seq <= seenOf(rule.stable, indexOf(record.version.log()));
    };
    const Item* found = m_store.find(record.key);
    if (found == nullptr || !found->isDeleted || Store::rowHash(record.key, *found) != record.hash)
        return true; // written again: it has another record, or none is needed
    if (!isBlind && !isStable(removedUpTo(m_policies.of(record.key.table), *found))) {
        m_env.probe("replica.tombstone-kept");
        return false;
    }
    const Item tombstone = *found;
    m_store.erase(record.key);
    ++m_collected;
    m_env.mix(hashCombine(record.hash, storeDigest()));
    for (ReplicaListener* listener : m_listeners)
        listener->onCollected(m_self, record.key, tombstone);
    return true;
}

} // namespace sb
