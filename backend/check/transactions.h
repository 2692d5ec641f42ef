// SPDX-License-Identifier: GPL-3.0-or-later
// Histories of transactions, and which anomalies which isolation level rules out. A transaction is a sequence
// of reads and writes over keys, answered as a whole. In a list-append history a write appends its value to
// the key's list and a read returns the list; in a register history a write replaces the value.
// Thread: plain values.
// Invariants: (1) within one key every written value is unique, or the checks give up: they find the writer
//   of what was read by its value; (2) outcome and times as in history.h; (3) a session's order is that of
//   invocation, and of the index where two share an instant.
#pragma once

#include "backend/check/history.h"
#include "backend/check/report.h"

namespace sb::check {

struct MicroOp {
    bool isWrite = false;
    KeyId key;
    Value value = kNil; // written, or read from a register
    std::vector<Value> list; // read from a list
};

[[nodiscard]] MicroOp append(KeyId key, Value value);
[[nodiscard]] MicroOp readList(KeyId key, std::vector<Value> list);
[[nodiscard]] MicroOp write(KeyId key, Value value);
[[nodiscard]] MicroOp readValue(KeyId key, Value value); // kNil: there is none yet

struct Transaction {
    ProcessId process;
    Instant invoked;
    Instant completed = kNever;
    Outcome outcome = Outcome::Info;
    std::vector<MicroOp> operations; // what reads returned is looked at in Ok transactions only
};

using TransactionHistory = std::vector<Transaction>; // in any order; findings name indices

// What the history is held to; each level rules out all that the ones before it do.
enum class Isolation : std::uint8_t {
    ReadUncommitted,
    ReadCommitted,
    SnapshotIsolation,
    Serializable,
    StrongSessionSerializable, // and the order explains each session
    StrictSerializable, // and real time
};

[[nodiscard]] const char* toString(Isolation level);
[[nodiscard]] bool forbids(Isolation level, Anomaly anomaly);
// As Report::verdict, with all anomalies forgiven that the level allows.
[[nodiscard]] Verdict verdictAt(Isolation level, const Report& report);

struct TransactionOptions {
    // Adds, for registers, the version order that real time implies. It holds for a store that claims to be
    // strictly serializable; circles that need it count as realtime anomalies.
    bool followsRealtime = true;
    std::uint64_t workMax = 50'000'000; // edges looked at in search of circles; beyond it the report gives up
};

} // namespace sb::check
