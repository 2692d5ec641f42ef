// SPDX-License-Identifier: GPL-3.0-or-later
// What clients did and what they were told: the only thing a judge of this room looks at. No type of the
// engine appears here, so any store can be judged: a run of the World, another program behind a socket, or a
// toy in a test. Not a log of the engine; what the engine believes about itself is no evidence.
// Which judge for which workload:
//   - registers and compare-and-set: linearizability.h
//   - transactions over lists: list_append.h; over registers: rw_register.h
//   - logs with offsets: kafka.h
//   - tokens and version vectors: sessions.h
//   - sets, broadcasts, counters, accounts, ledgers, unique ids: sums.h
// Thread: plain values, any thread.
// Invariants: (1) invoked <= completed; (2) an operation whose outcome is Info has completed == kNever;
//   (3) a precedes b exactly if a.completed < b.invoked; whatever shares an instant is concurrent, which errs
//   on the side of the store. A driver without a clock numbers its events and passes atMicros(number).
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sb::check {

// One client that does one thing at a time; a client that was told Info goes on under a new number.
using ProcessId = Id<struct CheckProcessTag, std::uint32_t, 0xFFFFFFFF>;
// What is read and written: a register, a list, a set, a counter or a log. Number text keys with Names.
using KeyId = Id<struct CheckKeyTag, std::uint64_t, 0xFFFFFFFFFFFFFFFF>;
using Value = std::int64_t;
// The value of what was never written.
inline constexpr Value kNil = std::numeric_limits<Value>::min();

enum class Outcome : std::uint8_t {
    Ok, // acknowledged: it took effect between invoked and completed
    Fail, // certainly never took effect
    Info, // unknown: it takes effect at any time after invoked, or never
};

enum class OpKind : std::uint8_t {
    Read, // result: what was read
    Write, // argument: the new value
    Cas, // argument: the new value if the old one is `expected`; a mismatch is recorded as Fail
    Add, // argument: the amount added to a counter, negative to take away
};

[[nodiscard]] const char* toString(Outcome outcome);
[[nodiscard]] const char* toString(OpKind kind);

struct Operation {
    ProcessId process;
    KeyId key;
    OpKind kind = OpKind::Read;
    Value argument = kNil;
    Value expected = kNil; // of a Cas only
    Value result = kNil; // of a Read only
    Instant invoked;
    Instant completed = kNever;
    Outcome outcome = Outcome::Info;
};

// In any order; findings name operations by their index in it.
using History = std::vector<Operation>;

// Builds a history from what a driver sees. Whatever was invoked and never answered stays Info.
class Recorder {
public:
    // `operation` without completed, result and outcome; the index is the handle of the other calls.
    [[nodiscard]] std::size_t invoke(Operation operation);
    void ok(std::size_t index, Instant completed, Value result = kNil);
    void fail(std::size_t index, Instant completed);
    [[nodiscard]] const History& history() const { return m_history; }

private:
    History m_history;
};

// Numbers texts from 0 in the order of their first appearance, for stores that speak of names.
class Names {
public:
    [[nodiscard]] Value valueOf(std::string_view text);
    [[nodiscard]] KeyId keyOf(std::string_view text)
    {
        return KeyId { static_cast<std::uint64_t>(valueOf(text)) };
    }
    // Requires a number handed out here.
    [[nodiscard]] const std::string& textOf(Value number) const;

private:
    std::map<std::string, Value, std::less<>> m_numbers;
    std::vector<std::string> m_texts;
};

// "nil" or the number.
[[nodiscard]] std::string valueText(Value value);
// "[1, 2, nil]", shortened in the middle when there are many.
[[nodiscard]] std::string listText(const std::vector<Value>& values);
// "12..40 us", "12.. us" for what never completed.
[[nodiscard]] std::string spanText(Instant invoked, Instant completed);

} // namespace sb::check
