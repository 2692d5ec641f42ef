// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/advance.h"
#include "backend/incident/conflict_writer.h"

#include <algorithm>

namespace sb {
namespace {

// Follows the recorded checkpoints while the World is run again.
class CheckpointComparison {
public:
    CheckpointComparison(std::vector<SessionCheckpoint> recorded, ReplayOutcome& outcome)
        : m_recorded(std::move(recorded))
        , m_outcome(outcome)
    {
    }

    void see(const Checkpoint& checkpoint)
    {
        while (m_next < m_recorded.size()
            && m_recorded[m_next].second < static_cast<std::uint64_t>(checkpoint.second))
            ++m_next;
        if (m_next == m_recorded.size()
            || m_recorded[m_next].second != static_cast<std::uint64_t>(checkpoint.second))
            return;
        const SessionCheckpoint& recorded = m_recorded[m_next++];
        ++m_outcome.checkpoints;
        const bool isEqual = recorded.hash == checkpoint.hash && recorded.executed == checkpoint.executed;
        if (!isEqual && m_outcome.firstDifferenceAt == kNever)
            m_outcome.firstDifferenceAt = atMicros(checkpoint.second * 1'000'000);
    }

    [[nodiscard]] std::size_t size() const { return m_recorded.size(); }

private:
    std::vector<SessionCheckpoint> m_recorded;
    ReplayOutcome& m_outcome;
    std::size_t m_next = 0;
};

} // namespace

Result<ReplayOutcome> replaySession(const std::string& path, const ProgressFunction& progress)
{
    auto session = loadSession(path);
    if (!session)
        return tl::make_unexpected(session.error());
    auto created = Simulation::create(session->config, { .forcesMemoryStores = true });
    if (!created)
        return fail(created.error().code, path + ": " + created.error().what);
    Simulation& simulation = **created;
    ReplayOutcome outcome;
    CheckpointComparison comparison(session->checkpoints, outcome);
    simulation.onCheckpoint([&](const Checkpoint& checkpoint) { comparison.see(checkpoint); });
    simulation.log().listen([&](const Event& event) { outcome.events.push_back(event); });
    simulation.begin();
    const auto misfit = applyJournal(simulation, *session, nullptr, progress);
    if (!misfit)
        return fail(misfit.error().code, path + ": " + misfit.error().what);
    outcome.firstDifferenceAt = std::min(outcome.firstDifferenceAt, *misfit);
    if (session->end && session->end->hash != simulation.world().stateHash())
        outcome.firstDifferenceAt = std::min(outcome.firstDifferenceAt, session->end->at);
    outcome.conflicts = conflictLines(simulation.description(), simulation.anomalies());
    outcome.isVerified = outcome.firstDifferenceAt == kNever && outcome.checkpoints == comparison.size()
        && comparison.size() > 0;
    return outcome;
}

} // namespace sb
