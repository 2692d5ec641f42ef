// SPDX-License-Identifier: GPL-3.0-or-later
// Why a question got its answer: every group on the way with its candidates, what each criterion said, who
// voted, what was drawn, where the walker backed out, and what the answer would be if all were healthy. One
// structure for the command line, the window and the tests; toJson() and toText() are its two written forms.
// A flat tree: groups refer to candidates and candidates to groups by index, so that filling one again
// allocates little. Names are those of the zone, which it keeps alive.
// Thread: any, once filled.
#pragma once

#include "backend/routing/walker.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

enum class RecordVerdict : std::uint8_t {
    Chosen,
    LessPreferred, // could answer, but another one is preferred
    NotDrawn, // weighted and multivalue: could answer, the draw went elsewhere
    ZeroWeight, // out of the draw while a record with a weight is in it
    Unhealthy, // its own check
    TargetUnhealthy, // Evaluate Target Health: nothing healthy behind it, the walker backed out
    HeldOut, // hold of a fail-back, routing control or shift
    OutsideRamp, // ramp of a fail-back: this asker is not yet in its share
    NotApplicable, // geolocation, IP-based: for other askers
    Surveyed, // in a group that was looked at for its health only
    DialledDown, // this asker is not in the share that its dial leaves it
};
// "chosen", "less-preferred", …
[[nodiscard]] std::string_view toString(RecordVerdict verdict);

// What matched, of geolocation. Smallest first.
enum class PlaceMatch : std::uint8_t { Subdivision, Country, Continent, Default, None };
[[nodiscard]] std::string_view toString(PlaceMatch match);

struct ExplainedCandidate {
    RecordIndex record = kNoIndex;
    RecordVerdict verdict = RecordVerdict::LessPreferred;
    bool isHealthy = true; // own check and target
    bool isCheckHealthy = true; // own check, as far as there is one
    bool isTargetHealthy = true; // as far as the target is evaluated
    CheckState check; // of its own check, as far as there is one
    TargetState outside = TargetState::Unknown; // of a target outside
    int rampPerMille = 1000;
    int dialPerMille = 1000;
    // What its policy compares; which of these counts is said by the group's policy.
    Duration latency = 0us; // kFarAway: nothing measured
    std::int64_t metres = 0; // geoproximity; -1: unknown
    std::int64_t biasedMetres = 0; // rounded down; the comparison itself is exact
    PlaceMatch place = PlaceMatch::None;
    int blockBits = -1; // IP-based: length of the block that matched; -1: none
    std::uint32_t child = kNoIndex; // group: walked on (chosen), or surveyed (target unhealthy)
};

struct ExplainedDraw {
    std::uint64_t bound = 0; // a number of [0, bound) was drawn
    std::uint64_t number = 0;
    friend bool operator==(const ExplainedDraw&, const ExplainedDraw&) = default;
};

enum class GroupOutcome : std::uint8_t {
    Answered,
    HoldIgnored, // only held records were healthy
    LastResort, // nothing healthy: everything counts as healthy
    NoMatch,
    Surveyed, // looked at for its health only
    DialIgnored, // only dialled-down records were healthy and not held
};
[[nodiscard]] std::string_view toString(GroupOutcome outcome);

struct ExplainedGroup {
    GroupIndex group = kNoIndex;
    GroupOutcome outcome = GroupOutcome::Answered;
    bool isHealthy = true; // at least one of its records is
    std::uint32_t first = 0, count = 0; // of Explanation::candidates, in order of preference
    std::uint32_t firstDraw = 0, drawCount = 0; // of Explanation::draws
    // Weighted: what was drawn among; 0 weights stand for "all alike".
    bool drawsAlike = false;
};

struct Explanation {
    std::shared_ptr<const CompiledZone> zone;
    std::string name; // as asked
    RecordType type = RecordType::A;
    std::string asker;
    std::vector<ExplainedGroup> groups; // [0] is that of the question; empty: no such record
    std::vector<ExplainedCandidate> candidates;
    std::vector<ExplainedDraw> draws; // in the order drawn
    Answer answer;
    Answer ifAllHealthy; // with the same draws, nothing held
};
inline constexpr Duration kFarAway { std::int64_t { 1 } << 40 }; // a latency nobody has measured

// One JSON object: {"question","answer","groups":[…]}; docs/routing.md lists the fields.
[[nodiscard]] std::string toJson(const Explanation& explanation);
// The same as lines, depth first: the question, the answer, groups with their draws and candidates, what it
// would be otherwise.
struct ExplainedLine {
    int depth = 0;
    RecordIndex record = kNoIndex; // of a candidate; kNoIndex: any other line
    RecordVerdict verdict = RecordVerdict::LessPreferred; // of a candidate
    std::string text; // of a candidate: set identifier and content
    std::string criterion; // of a candidate: "weight 20", "eu-west-1, 24 ms"; may be empty
    std::string why; // of a candidate: its health, and what became of it
};
[[nodiscard]] std::vector<ExplainedLine> linesOf(const Explanation& explanation);
// English, indented by two spaces a level, one line a candidate.
[[nodiscard]] std::string toText(const Explanation& explanation);

} // namespace sb
