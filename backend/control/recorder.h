// SPDX-License-Identifier: GPL-3.0-or-later
// Collects what a run does (inputs, checkpoints, events, samples) and hands it to the session writer in
// batches. When the writer's queue is full the batch is kept and grows; nothing is dropped.
// Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/session/session_writer.h"

#include <memory>
#include <string>

namespace sb {

class Recorder {
public:
    // The file exists when this returns; the simulation must not have begun.
    [[nodiscard]] static Result<std::unique_ptr<Recorder>> create(
        const std::string& path, Simulation& simulation);

    // Call just before Simulation::execute.
    void addInput(const Command& command, Actor actor);
    // Hands over what has gathered; fails once the file cannot be written.
    [[nodiscard]] Result<> commit();
    // Everything so far is in the file when this returns.
    [[nodiscard]] Result<> flush();
    [[nodiscard]] Result<> finish();
    [[nodiscard]] const std::string& path() const { return m_writer->path(); }

private:
    Recorder(std::unique_ptr<SessionWriter> writer, Simulation& simulation);
    void onCheckpoint(const Checkpoint& checkpoint);

    std::unique_ptr<SessionWriter> m_writer;
    Simulation& m_simulation;
    SessionBatch m_batch;
    std::uint64_t m_inputs = 0;
};

} // namespace sb
