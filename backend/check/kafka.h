// SPDX-License-Identifier: GPL-3.0-or-later
// Judges histories of append-only logs with offsets, one log for each key: producers send records and are
// told offsets, consumers poll forward. Offsets may have holes, so only offsets at which some record is known
// can be skipped. The anomalies are those that Jepsen's Redpanda and Kafka workloads look for (2022). Thread:
// pure function. Invariants: (1) every record of a key has a value of its own, or the check gives up; (2) a
// record counts as
//   lost only if its log was read past it, so a history that ends early accuses nobody.
#pragma once

#include "backend/check/history.h"
#include "backend/check/report.h"

#include <optional>

namespace sb::check {

struct LogRecord {
    Value offset = kNil; // from 0
    Value value = kNil;
};

// What one poll returned of one log.
struct PolledLog {
    KeyId key;
    std::optional<Value> from; // the offset asked for; without it, the consumer goes on from where it was
    std::vector<LogRecord> records; // in the order in which they came
};

enum class LogOpKind : std::uint8_t {
    Send,
    Poll,
    Seek, // the process forgets where it was, for all logs: it was assigned anew
};

struct LogOperation {
    ProcessId process;
    LogOpKind kind = LogOpKind::Send;
    KeyId key; // of a Send
    Value value = kNil; // of a Send
    std::optional<Value> offset; // told to an acknowledged Send, if it was told
    std::vector<PolledLog> polled; // of an acknowledged Poll
    Instant invoked;
    Instant completed = kNever;
    Outcome outcome = Outcome::Info;
};

// `history` is in the order of invocation within each process.
// Notes LostWrite, DuplicateWrite, InconsistentOffset, NonMonotonicPoll, NonMonotonicSend, SkippedOffset,
// PhantomRead and G1a (a failed send was polled).
[[nodiscard]] Report checkLogs(const std::vector<LogOperation>& history);

} // namespace sb::check
