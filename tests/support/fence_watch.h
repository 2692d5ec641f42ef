// SPDX-License-Identifier: GPL-3.0-or-later
// The promise of a fence, watched from outside the engine: between fence.complete and fence.lowered of a
// region it commits nothing of its own, and none of its customers hears of a write of that time. Attach it to
// the replicas and the event log of a run. It never changes the run.
#pragma once

#include "backend/replication/replica.h"
#include "backend/telemetry/event.h"

#include <map>
#include <string>
#include <vector>

namespace sb::test {

class FenceWatch final : public ReplicaListener {
public:
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool) override
    {
        if (!isLocal)
            return;
        ++m_writes;
        m_lastWrite[at.value] = entry.committedAt;
        if (const auto fenced = m_completeSince.find(at.value); fenced != m_completeSince.end())
            m_violations.push_back("region " + std::to_string(at.value) + " acknowledged a write at "
                + std::to_string(micros(entry.committedAt)) + ", although its fence was complete at "
                + std::to_string(micros(fenced->second)));
    }
    void onConflict(RegionId, const Conflict&) override { }
    void onLogged(const Event& event)
    {
        if (event.kind == EventKind::FenceComplete) {
            m_completeSince[event.region.value] = event.at;
            ++m_completed;
        } else if (event.kind == EventKind::RegionUnfenced) {
            m_completeSince.erase(event.region.value);
        }
    }

    [[nodiscard]] const std::vector<std::string>& violations() const { return m_violations; }
    [[nodiscard]] std::string text() const { return m_violations.empty() ? "" : m_violations.front(); }
    // How much was looked at: a check that saw nothing proves nothing.
    [[nodiscard]] std::uint64_t writes() const { return m_writes; }
    [[nodiscard]] std::uint64_t completed() const { return m_completed; }
    [[nodiscard]] Instant lastWrite(RegionId region) const
    {
        const auto found = m_lastWrite.find(region.value);
        return found == m_lastWrite.end() ? kStart : found->second;
    }

private:
    std::map<int, Instant> m_completeSince, m_lastWrite;
    std::vector<std::string> m_violations;
    std::uint64_t m_writes = 0, m_completed = 0;
};

} // namespace sb::test
