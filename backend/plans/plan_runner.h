// SPDX-License-Identifier: GPL-3.0-or-later
// Executes recovery plans, one at a time, and evaluates them beforehand.
// An execution's and a step's states are named as Route 53 ARC Region switch names them. Each event of an
// execution has the one before it as its cause, so the chain from the command to the end is unbroken; what a
// step orders of the World has the step's event as its cause.
// The execution acts by itself every half second while it runs. Nothing is scheduled while none runs, unless
// a plan of the run's own asks for evaluations or triggers: a run that uses no plan is not touched. After a
// crash: the World is simulated again from its journal, so the execution stands where it stood; the order
// "after-crash", which whoever opened the recording puts into the new journal, makes it do what its plan
// declares: go on, or take back what it has done. Thread: World thread.
// Invariants: (1) at most one execution runs; (2) a step begins once, unless it is retried, or switched to
// its other variant; (3) a step that has ended does not change any more, unless it has failed; (4) nothing is
// ordered of the World after an execution has ended.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/kernel/env.h"
#include "backend/plans/plan_blocks.h"
#include "backend/plans/plan_preflight.h"
#include "backend/telemetry/event_log.h"

#include <optional>
#include <string>
#include <vector>

namespace sb {

enum class ExecutionState : std::uint8_t {
    Pending,
    InProgress,
    PausedByFailedStep,
    PausedByOperator,
    PendingManualApproval,
    CompletedMonitoringApplicationHealth,
    Completed,
    CompletedWithExceptions,
    Canceled,
    PlanExecutionTimedOut,
    Failed,
};
inline constexpr int kExecutionStateCount = static_cast<int>(ExecutionState::Failed) + 1;
// "pending", "inProgress", "pausedByFailedStep", "pausedByOperator", "pendingManualApproval",
// "completedMonitoringApplicationHealth", "completed", "completedWithExceptions", "canceled",
// "planExecutionTimedOut", "failed"
[[nodiscard]] std::string_view toString(ExecutionState state);
[[nodiscard]] bool isOver(ExecutionState state);

enum class StepState : std::uint8_t {
    NotStarted,
    Running,
    PendingApproval,
    Completed,
    Failed,
    Skipped,
    Canceled,
};
// "notStarted", "running", "pendingApproval", "completed", "failed", "skipped", "canceled"
[[nodiscard]] std::string_view toString(StepState state);

class PlanRunner final : public Component {
public:
    // `plans` by name. `own`: names of those that are the run's own, which are evaluated once traffic has
    // come up and every half hour from then on.
    PlanRunner(Env& env, EventLog& log, PlanHost& host, std::vector<Plan> plans,
        const std::vector<std::string>& own);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;
    // Why the command would be refused now.
    [[nodiscard]] Result<> check(const StartPlan& start) const;
    [[nodiscard]] Result<> check(const PlanOrder& order) const;
    // Require a check that passed.
    void start(const StartPlan& start, Actor actor, EventSeq cause);
    void order(const PlanOrder& order, Actor actor, EventSeq cause);

    // Name of the plan whose execution runs; empty: none.
    [[nodiscard]] std::string running() const;
    [[nodiscard]] const std::vector<Plan>& plans() const { return m_plans; }
    // By name.
    [[nodiscard]] std::vector<PlanView> views() const;

private:
    // One line of an execution: a step, or a group of steps (the whole plan, a child plan, steps in
    // parallel).
    struct Line {
        PlanStep step; // of a copy of the plan; without `parallel`
        std::size_t parent = 0;
        int depth = 0;
        bool isGroup = false;
        bool isParallel = false;
        bool isUndo = false;
        StepState state = StepState::NotStarted;
        bool isSettled = false; // it has failed, and the execution goes on all the same
        bool ranGraceful = true;
        Instant startedAt = kNever, endedAt = kNever;
        BlockRun run;
        std::vector<PlanBlock> inverses; // of earlier runs of this line
    };
    struct Execution {
        int number = 0;
        std::size_t plan = 0; // index
        PlanPlaces places;
        bool isGraceful = true;
        ExecutionState state = ExecutionState::Pending;
        bool isPausedByOperator = false;
        bool isRollingBack = false;
        std::string rollBackReason;
        int exceptions = 0; // steps that failed or were skipped by an operator, alarms that stayed red
        Actor actor = Actor::Operator;
        EventSeq last; // previous event of the chain
        Instant startedAt = kNever, stepsEndedAt = kNever, endedAt = kNever;
        Duration actualRecovery = 0us; // 0: not known
        Duration recoveryFromImpact = 0us; // 0: users saw nothing
        Instant impactAt = kNever;
        std::vector<Line> lines; // [0] is the plan itself; then the steps, parents first
        std::vector<std::size_t> begun; // lines, in the order in which they began
    };
    struct Watched { // what is known of one plan
        PlanFindings findings;
        std::optional<Execution> last; // also the running one
        Instant startedByTriggerAt = kNever;
        std::vector<Instant> triggerSince; // of each condition; kNever: it does not hold
        int executions = 0;
        bool isOwn = false;
    };

    void addLines(Execution& execution, const std::vector<PlanStep>& steps, std::size_t parent, int depth);
    [[nodiscard]] std::optional<std::size_t> findPlan(const std::string& name) const;
    [[nodiscard]] Execution* current();
    [[nodiscard]] const Execution* current() const;
    void evaluate(std::size_t plan, Actor actor, EventSeq cause);
    void onTick();
    void keepTicking();
    void lookAtTriggers();
    [[nodiscard]] Result<> checkStep(const Execution& execution, const PlanOrder& order) const;

    // The execution's machine.
    void advance(Execution& execution);
    void advanceUndo(Execution& execution);
    void advanceLine(Execution& execution, std::size_t line);
    void advanceGroup(Execution& execution, std::size_t line);
    void beginLine(Execution& execution, std::size_t line);
    void takeOutcome(Execution& execution, std::size_t line, BlockState outcome);
    void failLine(Execution& execution, std::size_t line, const std::string& why);
    void setStep(Execution& execution, std::size_t line, StepState state, const std::string& note);
    void settleState(Execution& execution);
    void setState(Execution& execution, ExecutionState state, const std::string& note);
    void beginRollBack(Execution& execution, const std::string& why);
    void cancelRest(Execution& execution, const std::string& why);
    void beginMonitoring(Execution& execution);
    void monitor(Execution& execution);
    void finish(Execution& execution, ExecutionState state, const std::string& note);
    void skipLine(Execution& execution, std::size_t line, const std::string& why);
    void switchMode(Execution& execution, bool isGraceful);
    void afterCrash(Execution& execution);
    [[nodiscard]] bool mayBegin(const Execution& execution) const;
    [[nodiscard]] static bool hasEnded(const Line& line);
    [[nodiscard]] static bool isUnderWay(const Line& line); // a leaf that runs or waits for approval
    [[nodiscard]] const Plan& planOf(const Execution& execution) const { return m_plans[execution.plan]; }
    // The line that an order means: by name, or the only one in one of the states.
    [[nodiscard]] Result<std::size_t> findLine(
        const Execution& execution, const std::string& step, const std::vector<StepState>& states) const;
    void tell(Execution& execution, Event event);

    Env& m_env;
    EventLog& m_log;
    PlanHost& m_host;
    std::vector<Plan> m_plans; // by name
    std::vector<Watched> m_watched; // of each plan
    ComponentId m_self = 0;
    std::optional<std::size_t> m_running; // plan
    bool m_isTicking = false;
    bool m_hasTriggers = false;
};

} // namespace sb
