// SPDX-License-Identifier: GPL-3.0-or-later
// The session file (*.signalbox): what a run was (configuration), what was done to it (inputs), proof that a
// replay equals it (checkpoints), and what came of it (events, chart samples). One SQLite database, described
// in docs/session-format.md. This header has its values and the reader; session_writer.h records. Reading
// never changes the file, nor a write-ahead log beside it; a file that is being recorded can be read. Thread:
// a reader belongs to one thread at a time. Fails with: UnknownName (no such file), BadInput (a folder, or no
// Signalbox session), VersionMismatch, Corrupt (truncated or damaged), IoFailure.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/result.h"
#include "backend/base/time.h"
#include "backend/store/sqlite.h"
#include "backend/telemetry/chart_window.h"
#include "backend/telemetry/event.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sb {

inline constexpr std::uint32_t kSessionApplicationId = 0x5342'534E; // "SBSN"
inline constexpr std::uint32_t kSessionSchemaVersion = 1;

struct SessionHead {
    std::string title;
    std::string configJson; // of RunConfig; kept as it was written
    std::string engineVersion; // "0.1.0"
    friend bool operator==(const SessionHead&, const SessionHead&) = default;
};

// One entry of the input journal.
struct SessionInput {
    std::uint64_t index = 0; // 1-based, contiguous
    std::uint64_t executed = 0; // kernel events executed before it
    Instant at = kStart;
    Actor actor = Actor::Operator;
    std::string command; // text form, see command_text.h
    friend bool operator==(const SessionInput&, const SessionInput&) = default;
};

struct SessionCheckpoint {
    std::uint64_t second = 0; // virtual; unique, ascending
    std::uint64_t executed = 0;
    std::uint64_t hash = 0; // rolling state hash
    friend bool operator==(const SessionCheckpoint&, const SessionCheckpoint&) = default;
};

struct SessionSample {
    Instant at = kStart;
    Metric metric = Metric::RequestRate;
    RegionId region;
    RegionId peer;
    double value = 0;
    friend bool operator==(const SessionSample&, const SessionSample&) = default;
};

struct SessionBatch {
    std::vector<SessionInput> inputs;
    std::vector<SessionCheckpoint> checkpoints;
    std::vector<Event> events;
    std::vector<SessionSample> samples;

    [[nodiscard]] std::size_t rows() const
    {
        return inputs.size() + checkpoints.size() + events.size() + samples.size();
    }
};

// Where the recording ended; a run that was killed has none, and its last checkpoint must do.
struct SessionEnd {
    Instant at = kStart;
    std::uint64_t executed = 0;
    std::uint64_t hash = 0;
    friend bool operator==(const SessionEnd&, const SessionEnd&) = default;
};

class SessionReader {
public:
    // Checks that it is there, that it is a session, its schema version, its length and its integrity.
    [[nodiscard]] static Result<SessionReader> open(const std::string& path);

    [[nodiscard]] const SessionHead& head() const { return m_head; }
    // Set when the recording was closed properly.
    [[nodiscard]] const std::optional<SessionEnd>& end() const { return m_end; }

    // All of them, in order. Fail with Corrupt when a row is out of range or a number is missing.
    [[nodiscard]] Result<std::vector<SessionInput>> inputs();
    [[nodiscard]] Result<std::vector<SessionCheckpoint>> checkpoints();
    [[nodiscard]] Result<std::vector<Event>> events();
    [[nodiscard]] Result<std::vector<SessionSample>> samples(); // in order of time

private:
    // Numbers in the file to values of this program, by name, so that an enumeration may grow or be
    // reordered.
    struct Names {
        std::vector<int> kinds, phases, severities, actors,
            metrics; // index = number in the file; -1 = unknown
    };

    SessionReader(Database database, std::string path);
    [[nodiscard]] Result<> loadNames();
    [[nodiscard]] Result<> loadHead();
    [[nodiscard]] Result<bool> readEvent(Statement& statement, Event& event) const;
    [[nodiscard]] tl::unexpected<Error> damaged(const std::string& what) const;

    Database m_database;
    std::string m_path;
    SessionHead m_head;
    std::optional<SessionEnd> m_end;
    Names m_names;
};

// Told the share done, 0…1; false cancels. May be empty.
using CopyProgress = std::function<bool(double)>;

// Save as: copies a session, also one that is being recorded (as it is when the copy begins), to a temporary
// file beside `to` and renames it: `to` is the old file or the whole new one. Refuses to replace a session
// that was not closed properly. On error or cancellation the temporary file is removed.
[[nodiscard]] Result<> copySession(
    const std::string& from, const std::string& to, const CopyProgress& progress = {});

// Checks what the first bytes of the file tell, without opening it as a database.
[[nodiscard]] Result<> checkSessionHeader(const std::string& path);

} // namespace sb
