// SPDX-License-Identifier: GPL-3.0-or-later
// What a judge found: how often each anomaly, the first examples of it in words, and what could not be
// decided. One type for all judges, so that a runner of many seeds handles them alike.
// Thread: plain value.
// Invariants: (1) count(a) >= examples(a).size(), and at most kExamplesMax examples are kept of each;
//   (2) a report that gave up on something is never Passed.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

namespace sb::check {

// The names G0 to G2 are those of Adya's thesis (1999); GSingle and GNonadjacent are refinements of his G2
// that snapshot isolation forbids as well. A suffix says that the cycle needs the order within sessions, or
// the order in real time, to close.
enum class Anomaly : std::uint8_t {
    NotLinearizable, // no order of a register's operations explains what was read
    G0, // writes of two transactions interleave
    G0Session,
    G0Realtime,
    G1a, // something was read that a failed operation wrote
    G1b, // something was read that its writer replaced before it ended
    G1c, // information flows in a circle
    G1cSession,
    G1cRealtime,
    GSingle, // a circle with one missed write: read skew
    GSingleSession,
    GSingleRealtime,
    GNonadjacent, // a circle of several missed writes, no two in a row
    GNonadjacentSession,
    GNonadjacentRealtime,
    G2, // a circle of missed writes: write skew
    G2Session,
    G2Realtime,
    Internal, // a transaction contradicts itself
    LostUpdate, // two transactions read the same version and both replaced it
    DuplicateElement, // one element twice in one read
    IncompatibleOrder, // two reads of a list, neither the beginning of the other; or a list out of order
    PhantomRead, // something was read that nobody wrote
    LostAppend, // an acknowledged append is in no read that began after it
    ReadYourWrites,
    MonotonicReads,
    MonotonicWrites,
    WritesFollowReads,
    LostElement, // known to be in the set, and later gone for good
    StaleRead, // known to be in the set, missing from a later read, and then there again
    CounterOutOfBounds,
    WrongTotal,
    NegativeBalance,
    WrongAccounts, // a read lacks an account, or has one twice or too many
    Unaccounted, // issued, and in no place
    AccountedTwice,
    NeverIssued, // in a place, but never issued
    DuplicateId,
    LostWrite, // a log was read past an acknowledged record that nobody ever saw
    DuplicateWrite, // one record at two offsets
    InconsistentOffset, // two records at one offset
    NonMonotonicPoll,
    NonMonotonicSend,
    SkippedOffset,
};
inline constexpr std::size_t kAnomalies = static_cast<std::size_t>(Anomaly::SkippedOffset) + 1;

[[nodiscard]] const char* toString(Anomaly anomaly);

enum class Verdict : std::uint8_t { Passed, Violated, Unknown };

[[nodiscard]] const char* toString(Verdict verdict);

struct Example {
    std::string sentence;
    std::vector<std::size_t> operations; // indices into the history that was judged
};

class Report {
public:
    static constexpr std::size_t kExamplesMax = 5;

    // `describe` returns the Example; it is called for the first few only, since words are dear.
    template<typename Describe> void note(Anomaly anomaly, Describe&& describe)
    {
        Entry& entry = m_entries[anomaly];
        ++entry.count;
        if (entry.examples.size() < kExamplesMax)
            entry.examples.push_back(describe());
    }
    // Something was not decided; `what` says what and why, in a sentence.
    void giveUp(std::string what) { m_undecided.push_back(std::move(what)); }
    void merge(const Report& other);

    [[nodiscard]] std::uint64_t count(Anomaly anomaly) const;
    [[nodiscard]] const std::vector<Example>& examples(Anomaly anomaly) const;
    // Those found, in the order of the enumeration.
    [[nodiscard]] std::vector<Anomaly> anomalies() const;
    [[nodiscard]] const std::vector<std::string>& undecided() const { return m_undecided; }
    // Violated if anything but `forgiven` was found; otherwise Unknown if something was not decided.
    [[nodiscard]] Verdict verdict(std::initializer_list<Anomaly> forgiven = {}) const;
    // Several lines for people: counts, examples, what was not decided. Empty if there is nothing to say.
    [[nodiscard]] std::string text() const;

private:
    struct Entry {
        std::uint64_t count = 0;
        std::vector<Example> examples;
    };
    std::map<Anomaly, Entry> m_entries;
    std::vector<std::string> m_undecided;
};

} // namespace sb::check
