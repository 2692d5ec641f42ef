// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/streams/change_stream.h"

#include <algorithm>

namespace sb {

ChangeStream::ChangeStream(Env& env, Replica& replica, std::size_t recordsMax)
    : m_env(env)
    , m_replica(replica)
    , m_recordsMax(recordsMax)
{
    m_replica.listen(this);
}

ChangeRecord ChangeStream::recordOf(
    std::uint64_t number, const Reference& reference, const LogEntry& entry) const
{
    const Mutation& mutation = entry.mutations[reference.row];
    const bool isLocal = entry.version.log() == m_replica.ownLog();
    return { number, reference.at, entry.version, reference.row, mutation.key, reference.effect, isLocal,
        mutation.isDelete ? std::string_view() : std::string_view(mutation.value) };
}

void ChangeStream::onEntry(RegionId, const LogEntry& entry, bool, bool)
{
    const std::vector<RowEffect>& effects = m_replica.rowEffects();
    SB_ASSERT(effects.size() == entry.mutations.size());
    const auto log = static_cast<std::uint32_t>(m_replica.indexOf(entry.version.log()));
    for (std::size_t row = 0; row < effects.size(); ++row) {
        if (effects[row] == RowEffect::Unchanged)
            continue;
        m_references.push_back(
            { m_env.now(), entry.version.seq, log, static_cast<std::uint16_t>(row), effects[row] });
        const ChangeRecord record = recordOf(m_next++, m_references.back(), entry);
        for (ChangeConsumer* consumer : m_consumers)
            consumer->onChange(record);
    }
    forget();
}

void ChangeStream::forget()
{
    const auto isOver = [&](const Reference& reference) {
        return m_references.size() > m_recordsMax || m_env.now() - reference.at > kRetention;
    };
    for (; !m_references.empty() && isOver(m_references.front()); ++m_forgotten)
        m_references.pop_front();
}

bool ChangeStream::readAfter(std::uint64_t after, const std::function<void(const ChangeRecord&)>& visit)
{
    forget();
    if (after >= last())
        return true;
    if (after + 1 < first())
        return false;
    Store& store = m_replica.store();
    const auto logOf
        = [&](const Reference& reference) { return logAt(reference.log, m_replica.regionCount()); };
    const auto from = m_references.begin() + static_cast<std::ptrdiff_t>(after + 1 - first());
    const bool isWhole = std::all_of(from, m_references.end(), [&](const Reference& reference) {
        const LogId log = logOf(reference);
        return store.logBegin(log) <= reference.seq && reference.seq < store.logEnd(log);
    });
    if (!isWhole)
        return false; // the logs have been trimmed, or a disk has lost their end
    std::uint64_t number = after + 1;
    LogEntry entry;
    for (auto reference = from; reference != m_references.end(); ++reference) {
        const LogId log = logOf(*reference);
        if (entry.version.log() != log || entry.version.seq != reference->seq)
            entry = *store.logEntry(log, reference->seq); // a copy: the store may forget it at its next call
        visit(recordOf(number++, *reference, entry));
    }
    return true;
}

void ChangeStream::onReset(RegionId, Store&)
{
    m_references.clear();
    ++m_next; // the marker
    ++m_markers;
    for (ChangeConsumer* consumer : m_consumers)
        consumer->onStreamBegun();
}

void ChangeStream::onRestart(RegionId, Store&)
{
    for (ChangeConsumer* consumer : m_consumers)
        consumer->onProcessStarted();
}

} // namespace sb
