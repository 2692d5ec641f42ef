// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/recorder.h"

#include "backend/api/command_text.h"
#include "backend/base/version.h"

namespace sb {

Result<std::unique_ptr<Recorder>> Recorder::create(const std::string& path, Simulation& simulation)
{
    auto writer = SessionWriter::create(path,
        { simulation.config().title, toJson(simulation.config()), programVersion() },
        { .replacesExisting = true });
    if (!writer)
        return tl::make_unexpected(writer.error());
    return std::unique_ptr<Recorder>(new Recorder(std::move(*writer), simulation));
}

Recorder::Recorder(std::unique_ptr<SessionWriter> writer, Simulation& simulation)
    : m_writer(std::move(writer))
    , m_simulation(simulation)
{
    simulation.log().listen([this](const Event& event) { m_batch.events.push_back(event); });
    simulation.onSamples([this](Instant at, const std::vector<Simulation::Sample>& samples) {
        for (const Simulation::Sample& sample : samples)
            m_batch.samples.push_back({ at, sample.metric, sample.region, sample.peer, sample.value });
    });
    simulation.onCheckpoint([this](const Checkpoint& checkpoint) { onCheckpoint(checkpoint); });
}

void Recorder::onCheckpoint(const Checkpoint& checkpoint)
{
    m_batch.checkpoints.push_back(
        { static_cast<std::uint64_t>(checkpoint.second), checkpoint.executed, checkpoint.hash });
}

void Recorder::addInput(const Command& command, Actor actor)
{
    World& world = m_simulation.world();
    m_batch.inputs.push_back({ ++m_inputs, world.executed(), world.now(), actor, formatCommand(command) });
}

Result<> Recorder::commit()
{
    if (m_batch.rows() == 0)
        return m_writer->status();
    if (m_writer->append(std::move(m_batch)) == SessionAppend::Taken)
        m_batch = SessionBatch {};
    return m_writer->status();
}

Result<> Recorder::flush()
{
    for (;;) {
        if (const auto committed = commit(); !committed)
            return committed;
        if (const auto flushed = m_writer->flush(); !flushed)
            return flushed;
        if (m_batch.rows() == 0)
            return {};
    }
}

Result<> Recorder::finish()
{
    if (const auto flushed = flush(); !flushed)
        return flushed;
    World& world = m_simulation.world();
    return m_writer->finish(SessionEnd { world.now(), world.executed(), world.stateHash() });
}

} // namespace sb
