// SPDX-License-Identifier: GPL-3.0-or-later
// A drill as the window shows it: what its file says, how far the run has come, what its checks find. Values
// only. Thread: any.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

enum class DrillDifficulty : std::uint8_t { Unsaid, Easy, Medium, Hard };
inline constexpr int kDrillDifficultyCount = static_cast<int>(DrillDifficulty::Hard) + 1;
[[nodiscard]] std::string_view toString(DrillDifficulty difficulty); // "", "easy", "medium", "hard"

// A drill that comes with the program is named by its path with this before it: "shipped:drills/surge.toml".
inline constexpr std::string_view kShippedPrefix = "shipped:";

// A drill file that a run could be started from.
struct DrillEntry {
    std::string path;
    std::string text; // the whole file
    std::string title;
    std::string description; // of the file; may be empty
    DrillDifficulty difficulty = DrillDifficulty::Unsaid;
    std::uint64_t seed = 1; // of the file
    std::string error; // one line "file:line:column: message" per mistake; empty: it can be run
    Instant until = kStart;
    int steps = 0, checks = 0;
};

enum class DrillStepState : std::uint8_t {
    Due, // not yet
    Done, // accepted
    Refused, // the command was refused: `outcome` says why
};

struct DrillStepView {
    Instant at = kStart;
    std::string command; // its text form
    std::string note; // of the file; may be empty
    DrillStepState state = DrillStepState::Due;
    std::string outcome; // English; of a refusal
    EventSeq event; // that answered the command; invalid: none yet
};

struct DrillCheckView {
    std::string name;
    bool isJudged = false; // the run came to the drill's end
    bool passes = false; // as of now; final once judged
    std::string evidence; // English
    EventSeq event; // the last one it rests on; invalid: none
};

struct DrillView {
    std::string path; // of the file; empty: of a recording
    std::string title;
    std::string description;
    DrillDifficulty difficulty = DrillDifficulty::Unsaid;
    std::uint64_t seed = 1; // of the run
    Duration rtoObjective = 0us;
    Instant until = kStart; // when the checks are judged; the run goes on
    std::uint64_t endStateHash = 0; // there, to compare with `signalbox run`; 0: not there yet
    std::vector<DrillStepView> steps; // by time
    std::vector<DrillCheckView> checks; // in the file's order
};

// One of the runs of a drill with several seeds.
struct DrillOutcome {
    std::uint64_t seed = 1;
    bool passed = false;
    std::vector<std::string> failedChecks; // by name
    Duration rto = 0us; // the longest of its incidents; 0: users saw no error
    std::uint64_t rpoOperations = 0, rpoOrders = 0;
    std::uint64_t lost = 0; // acknowledged writes that cannot be read any more
    std::uint64_t failedRequests = 0;
};

struct DrillRepeatsView {
    std::string title;
    std::vector<DrillOutcome> outcomes; // by seed
    Duration rtoObjective = 0us; // of the drill
};

inline constexpr int kDrillRepeatsMax = 200;

} // namespace sb
