// SPDX-License-Identifier: GPL-3.0-or-later
// Crash loops: random writes and flushes through the SQLite store on a simulated disk, power losses and
// faults at random moments, and after each reopening a comparison with all that was ever acknowledged.
// A reopened store holds exactly one of: the last acknowledged flush; a flush that was tried since, as a
// whole; an earlier acknowledged state; one that had been given up for an earlier one ("returned"); something
// else ("invented"). Which of these are lawful is for the test to say. Chance comes from the seed alone.
#pragma once

#include "backend/store/simulated_disk.h"
#include "tests/backend/store/store_support.h"

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sb::test {

struct LoopSetup {
    SimulatedDiskOptions disk;
    Durability durability = Durability::Full;
    std::vector<std::pair<DiskFault, int>> faults; // with their probabilities per mille
    int lostFilePerMille = 0; // of the rounds lose one of the files
    bool losesPower = true; // off: stores are closed and opened again
    bool knowsHowFar = true; // the acknowledged log ends are handed to the store when it opens
    bool reopensWithoutPowerLoss = true; // after an error, sometimes
};

struct LoopTally {
    std::uint64_t powerLosses = 0, openings = 0, flushes = 0;
    std::uint64_t same = 0, underWay = 0, earlier = 0, returned = 0, invented = 0; // what was opened
    std::uint64_t refused = 0; // openings that failed while the power was on
    std::uint64_t recovered = 0; // refused, but sound when asked again without faults and without the mark
    std::uint64_t reformatted = 0; // refused then too
    std::uint64_t wrongReads = 0; // answers that differ from what was put, followed by a good flush
    std::uint64_t poorMessages = 0; // refusals that do not name the file, or no way out
    std::array<std::uint64_t, kDiskFaultCount> fired {};
    std::set<std::string> kinds; // of refusals, without numbers
    std::string firstSurprise; // where something returned or was invented
    std::map<std::string, std::uint64_t> firstSeeds; // of runLoops(): which seed to replay for a figure
    std::uint64_t traceHash = 0;

    void add(const LoopTally& other);
};

class CrashLoop {
public:
    CrashLoop(std::uint64_t seed, LoopSetup setup);
    ~CrashLoop();
    CrashLoop(const CrashLoop&) = delete;
    CrashLoop& operator=(const CrashLoop&) = delete;

    // One round: open, compare, write, and an end with or without a power loss.
    void round();
    [[nodiscard]] LoopTally tally() const;
    [[nodiscard]] SimulatedDisk& disk() { return m_disk; }
    static constexpr const char* kPath = "store.db";

private:
    using Figures = std::vector<std::uint64_t>;

    [[nodiscard]] Result<std::unique_ptr<Store>> tryOpen(bool withMark);
    [[nodiscard]] std::unique_ptr<Store> open();
    void setFaults(bool areOn);
    void noteRefusal(const Error& error);
    // Reads everything; false when a store that was opened well cannot be read.
    [[nodiscard]] bool compare(Store& store);
    // What the contents come to, computed from the rows and entries themselves; nothing when the store says
    // otherwise of its digests, counts or logs.
    [[nodiscard]] std::optional<Figures> figuresOf(const Contents& contents) const;
    void classify(const std::optional<Figures>& found);
    void adopt(const Contents& contents, const Figures& figures);
    void work(Store& store);
    void change(Store& store);
    void look(Store& store);
    void grow(Store& store);
    [[nodiscard]] bool flush(Store& store);
    void end(std::unique_ptr<Store> store);
    [[nodiscard]] Figures figures() const;
    void startAnew();
    void setMark();

    LoopSetup m_setup;
    Rng m_rng;
    SimulatedDisk m_disk;
    LoopTally m_tally;
    // What the store should hold, changes since the last flush included.
    std::map<Key, Item> m_items;
    std::array<std::uint64_t, kTableCount> m_digests {};
    std::array<std::uint64_t, kTableCount> m_live {};
    struct Log {
        std::uint64_t end = 1;
        std::deque<std::uint64_t> hashes; // of the entries still there, the newest last
    };
    std::array<Log, 3> m_logs; // index = region
    std::vector<Figures> m_acknowledged; // oldest first, since the disk was formatted
    std::set<Figures> m_everAcknowledged; // those that were given up included
    std::vector<LogBounds> m_mark;
    std::vector<Figures> m_underWay; // flushes tried in vain since the last acknowledged one
    std::uint64_t m_wrongSinceFlush = 0;
    bool m_hasFailed = false;
};

// `seeds` loops of `rounds` rounds each, from firstSeed(1) on; only that one when it is replayed.
[[nodiscard]] LoopTally runLoops(const LoopSetup& setup, int seeds, int rounds);
[[nodiscard]] std::string describe(const LoopTally& tally);

} // namespace sb::test
