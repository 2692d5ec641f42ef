// SPDX-License-Identifier: GPL-3.0-or-later
// Records a run into a session file without making the World wait for a disk: batches are handed over by
// value and committed on a thread of the writer's own, each commit one SQLite transaction of all batches that
// waited.
//
// This is the one place below control/ that owns a thread. It must: a commit may take as long as the disk
// likes, and the World never blocks. Nothing of the engine runs on that thread and nothing comes back from it
// but counters and the first error, so it cannot influence a run.
//
// Durability: a commit that holds inputs is synchronised to the disk (synchronous=FULL), because inputs and
// configuration are the run. Events, checkpoints and samples can be computed again, so a commit of those
// alone survives the death of the process at any moment, but may be lost, back to the last input, with the
// machine's power (synchronous=NORMAL).
//
// When the queue is full, append() refuses and the caller keeps the batch: it may try again later, or merge
// it with its next one. Nothing is dropped silently. Thread: create, append, flush and finish from one client
// thread; status and durable from any.
#pragma once

#include "backend/session/session_file.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace sb {

struct SessionWriterOptions {
    std::size_t queueRowsMax
        = 200'000; // waiting rows; one batch is taken by an empty queue whatever its size
    // What happens when the file is there already: refuse, or start anew in its place. What is no Signalbox
    // session, and a session that was not closed properly, is never replaced.
    bool replacesExisting = false;
};

enum class SessionAppend : std::uint8_t {
    Taken,
    QueueFull, // the batch is as it was
    Failed, // the batch is as it was; see status()
};

// What is committed; a prefix of what was appended.
struct SessionDurable {
    std::uint64_t inputs = 0;
    std::uint64_t checkpoints = 0;
    std::uint64_t events = 0;
    std::uint64_t samples = 0;
};

class SessionWriter {
public:
    // The file with its head exists when this returns. Fails with IoFailure, Refused (see replacesExisting).
    [[nodiscard]] static Result<std::unique_ptr<SessionWriter>> create(
        const std::string& path, const SessionHead& head, const SessionWriterOptions& options = {});
    // As finish() without an end, if that was not called.
    ~SessionWriter();
    SessionWriter(const SessionWriter&) = delete;
    SessionWriter& operator=(const SessionWriter&) = delete;

    // Never blocks on the disk. Moves from `batch` only when it is taken. Event and input numbers must go on
    // from those before.
    [[nodiscard]] SessionAppend append(SessionBatch&& batch);
    // Waits until everything taken is committed, or has failed.
    [[nodiscard]] Result<> flush();
    // Commits everything, writes the end if there is one, and leaves a single file without a write-ahead log.
    // Later calls return the same outcome; later appends fail.
    Result<> finish(const std::optional<SessionEnd>& end = std::nullopt);

    // The first error; after one, nothing more is written and the file holds what was committed before.
    [[nodiscard]] Result<> status() const;
    [[nodiscard]] SessionDurable durable() const;
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    struct Statements {
        Statement input, checkpoint, event, sample;
    };

    SessionWriter(
        Database database, Statements statements, std::string path, const SessionWriterOptions& options);
    [[nodiscard]] static Result<Statements> prepareAll(Database& database);
    void run();
    [[nodiscard]] Result<> commit(const std::vector<SessionBatch>& batches);
    [[nodiscard]] Result<> writeBatch(const SessionBatch& batch);
    [[nodiscard]] Result<> writeEvent(const Event& event);
    [[nodiscard]] Result<> setSynchronous(bool isFull);
    [[nodiscard]] Result<> close(const std::optional<SessionEnd>& end);

    const std::string m_path;
    const std::size_t m_queueRowsMax;
    // The writer's thread alone uses these between construction and the end of the thread.
    std::optional<Database> m_database; // none once it is closed
    std::optional<Statements> m_statements;
    std::optional<bool> m_isSynchronousFull;

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake; // the queue has work, or the end is wanted
    std::condition_variable m_idle; // the queue is empty and committed
    std::vector<SessionBatch> m_queue;
    std::size_t m_queueRows = 0;
    bool m_isCommitting = false;
    bool m_isEnding = false;
    bool m_isFinished = false;
    SessionDurable m_durable;
    Result<> m_status;
    std::thread m_thread;
};

} // namespace sb
