// SPDX-License-Identifier: GPL-3.0-or-later
// A recovery plan: steps that switch a service over, fail it over or back, with what each does when there is
// time (graceful) and when there is none (ungraceful), how long it may take, and what follows when it fails.
// A plain value, loaded from a TOML file that a person edits (docs/plans.md); every refusal names file, line,
// column, the key and what was expected, and loading goes on after a mistake so that one attempt shows all.
// Words and states: Route 53 ARC Region switch; any number of regions instead of its two. Thread: any.
#pragma once

#include "backend/api/command.h"
#include "backend/base/result.h"
#include "backend/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

// Stand for a region that is known when an execution starts.
inline constexpr std::string_view kTargetPlaceholder = "$target"; // StartPlan::region
inline constexpr std::string_view kSurvivorPlaceholder = "$survivor"; // first other region that is well

enum class PlanKind : std::uint8_t { Switchover, Failover, FailBack, Drill };
inline constexpr int kPlanKindCount = static_cast<int>(PlanKind::Drill) + 1;
[[nodiscard]] std::string_view toString(PlanKind kind); // "switchover", "failover", "fail-back", "drill"

enum class PlanApproach : std::uint8_t { ActiveActive, ActivePassive };
[[nodiscard]] std::string_view toString(PlanApproach approach); // "active-active", "active-passive"

enum class FailurePolicy : std::uint8_t { Pause, RollBack, Continue };
inline constexpr int kFailurePolicyCount = static_cast<int>(FailurePolicy::Continue) + 1;
[[nodiscard]] std::string_view toString(FailurePolicy policy); // "pause", "roll-back", "continue"

// What an execution does when it is found in mid-run after the process that ran it had died.
enum class CrashPolicy : std::uint8_t { Resume, RollBack };
[[nodiscard]] std::string_view toString(CrashPolicy policy); // "resume", "roll-back"

enum class BlockKind : std::uint8_t {
    Fence, // until no lease is left: it acknowledges no write any more
    Unfence,
    Drain, // until the region commits nothing and the others have all that it wrote
    WaitForLag, // until every link between regions of the plan is below a bound
    Promote, // a region becomes the blog's writer: handed over, or ungraceful: seized
    RoutingControl, // turns controls on and off, all at once
    ShiftAway,
    EndShift,
    Dial,
    WarmUp, // dials a region up in steps, each held while errors are too many
    FailBack, // until the region is in service again
    Restore, // reverses the faults of a region
    Approval, // until somebody approves
    WaitForAlarm, // until an alarm is red, or green
    Check, // a fact that must hold, at once or within a time
    Wait,
    Note, // one line for the record
    DataDiff, // compares a region's copy with the others', and tells what only it holds
    Command, // any command of the World
    ChildPlan, // another plan, all of its steps
    Parallel, // steps that start together
};
inline constexpr int kBlockKindCount = static_cast<int>(BlockKind::Parallel) + 1;
// "fence", "unfence", "drain", "wait-for-lag", "promote", "routing-control", "shift-away", "end-shift",
// "dial", "warm-up", "fail-back", "restore", "approval", "wait-for-alarm", "check", "wait", "note",
// "data-diff", "command", "plan", "parallel"
[[nodiscard]] std::string_view toString(BlockKind kind);

// "errors": the share of failed requests is above the objective; "health REGION": its check.
struct PlanAlarm {
    std::string region; // empty: errors
    bool isRed = false; // the wanted state
    friend bool operator==(const PlanAlarm&, const PlanAlarm&) = default;
};
[[nodiscard]] std::string alarmText(const PlanAlarm& alarm); // "errors", "health eu-west-1"

enum class PlanFact : std::uint8_t { AnswersAtLeast, AnswersAtMost, LagAtMost, ErrorsAtMost, Health, Fenced };
inline constexpr int kPlanFactCount = static_cast<int>(PlanFact::Fenced) + 1;
// The key that a check block has: "answers-at-least", "answers-at-most", "lag-at-most", "errors-at-most",
// "health", "fenced".
[[nodiscard]] std::string_view toString(PlanFact fact);

// One action of a plan. Which fields mean something depends on the kind.
struct PlanBlock {
    BlockKind kind = BlockKind::Note;
    std::string region; // code or placeholder
    std::string from; // Promote: only while this region is the writer; empty: always
    std::vector<SetControls::Change> controls; // RoutingControl; a control's name may be a placeholder
    std::vector<std::string> overrides; // RoutingControl
    std::string text; // Note, Approval, reason of RoutingControl and ShiftAway; the line of Command
    std::string plan; // ChildPlan
    PlanAlarm alarm; // WaitForAlarm
    PlanFact fact = PlanFact::Health; // Check
    int limit = 0; // Check: percent of the answers, or per mille of the requests; Dial: percent
    bool isWanted = true; // Check: health is green, region is fenced
    Duration bound = 0us; // WaitForLag, Check of lag
    Duration span = 0us; // Wait, ShiftAway; WarmUp: at each step; Check: within
    std::vector<int> percents; // WarmUp
    int errorsPerMille = 10; // WarmUp: above it the step begins anew
    std::int64_t onlyHereMax = -1; // DataDiff: more writes than these that nobody else has: fails; -1: any
    friend bool operator==(const PlanBlock&, const PlanBlock&) = default;
};

struct PlanStep {
    std::string name; // unique in its plan
    PlanBlock block;
    std::optional<PlanBlock> ungraceful; // instead of `block` when there is no time
    bool isSkippedUngraceful = false;
    bool isOptional = false; // skipped where the run has nothing of the kind
    Duration timeout = 10min;
    FailurePolicy onFailure = FailurePolicy::Pause;
    std::vector<PlanStep> parallel; // of a Parallel block
    friend bool operator==(const PlanStep&, const PlanStep&) = default;
};

// All of them at once, for a while, start the plan by themselves.
struct PlanTrigger {
    PlanAlarm alarm;
    Duration lasts = 1min;
    friend bool operator==(const PlanTrigger&, const PlanTrigger&) = default;
};

struct Plan {
    std::string name;
    std::string title;
    std::string description;
    PlanKind kind = PlanKind::Switchover;
    PlanApproach approach = PlanApproach::ActiveActive;
    std::vector<std::string> regions; // codes or placeholders; empty: all of the run
    Duration rto = 10min; // objective, 1 min … 7 days
    Duration timeout = 2h; // of the steps together
    Duration monitorFor = 30min; // how long it waits for the alarms after the last step
    std::vector<PlanAlarm> alarms; // the application's health; isRed is unused; default: errors
    CrashPolicy onCrash = CrashPolicy::Resume;
    std::vector<PlanTrigger> triggers; // at most 10
    Duration minDelay = 1h; // between two automatic executions
    std::vector<PlanStep> steps; // in order
    friend bool operator==(const Plan&, const Plan&) = default;

    [[nodiscard]] bool needsTarget() const;
};

// `fileName` appears in messages only. The error's text holds one line "file:line:column: message" for each
// mistake, in the file's order.
[[nodiscard]] Result<Plan> parsePlan(std::string_view toml, const std::string& fileName);
// The same from a file; UnknownName when it cannot be read.
[[nodiscard]] Result<Plan> loadPlan(const std::string& path);
// What is lawful and looks wrong all the same, in English: an order of steps that loses writes, a result that
// nobody verifies, times that do not fit.
[[nodiscard]] std::vector<std::string> lintPlan(const Plan& plan);
// A run's plans: those that every run knows, and its own, of which one may replace a known one by its name.
// Refuses two own plans of one name, children that are unknown, and children of children. Sorted by name.
[[nodiscard]] Result<std::vector<Plan>> plansOfRun(
    const std::vector<std::string_view>& known, const std::vector<std::string>& own);

// "PT10M", "PT1H4.5S", "PT0S": ISO 8601, exact. `d` is not negative.
[[nodiscard]] std::string isoDurationText(Duration d);

} // namespace sb
