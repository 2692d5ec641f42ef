// SPDX-License-Identifier: GPL-3.0-or-later
// Invariant 27: an execution of a recovery plan does the steps of its plan and comes to an end. An account
// from the event log alone, held against the plan as it is written.
//  (1) One execution at a time; each begins once, and ends once in a state that is an end.
//  (2) Its events are one chain, each the cause of the next.
//  (3) A step begins when those before it have ended, and does not change once it has completed or was
//      skipped or cancelled; a skip says why.
//  (4) An execution that ends as completed has an ended state told for every step, and each that completed
//      had begun: none is left out in silence.
//  (5) None lasts longer than its plan's times allow.
//  (6) A plan orders nothing when it is not being executed.
// Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/swarm/findings.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sb {

class PlanCheck {
public:
    PlanCheck(Simulation& simulation, Findings& findings)
        : m_simulation(simulation)
        , m_findings(findings)
    {
    }

    void onLogged(const Event& event);
    void second();
    // Everything is healed, and plans were cancelled.
    void finish();
    // Commands in the record that a plan gave.
    [[nodiscard]] std::uint64_t commands() const { return m_commands; }

private:
    struct Step {
        std::string state = "notStarted";
        std::size_t top = 0; // place at the top of the plan; of steps within a group, beyond all places
        bool hasBegun = false;
    };
    struct Execution {
        std::string name; // of it and its plan
        const Plan* plan = nullptr;
        Instant startedAt = kStart;
        EventSeq last;
        bool isRollingBack = false;
        std::map<std::string, Step> steps;
    };

    void onStarted(const Event& event);
    void onStep(const Event& event);
    void onEnded(const Event& event);
    void addSteps(
        Execution& execution, const std::vector<PlanStep>& steps, const std::string& prefix, bool isTop);
    [[nodiscard]] const Plan* findPlan(const std::string& name) const;

    Simulation& m_simulation;
    Findings& m_findings;
    std::optional<Execution> m_running;
    std::uint64_t m_commands = 0;
};

} // namespace sb
