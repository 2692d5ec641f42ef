// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's runner over a World that is played: facts are set by the test, orders are kept and take effect on
// the facts, and any order can be refused.
#pragma once

#include "backend/api/command_text.h"
#include "backend/kernel/world.h"
#include "backend/plans/plan_runner.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace sb::test {

class PlayedHost final : public PlanHost {
public:
    std::vector<std::string> codes { "eu-west-1", "us-east-1", "ap-southeast-1" };
    std::vector<PlanRegionFacts> facts { 3 };
    PlanServiceFacts serviceFacts { .hasFences = true, .writer = "eu-west-1" };
    PlanLinkFacts everyLink { 100ms, false, false };
    PlanCopyDifference difference { 2, 500, 12, 0, "", 0, "" };
    std::map<std::string, bool> controls { { "a", true }, { "b", false } };
    std::map<std::string, std::string> refused; // text of a command to the reason
    bool endsLeases = true; // a fence is complete at once
    bool handsOver = true; // a move of the writer happens at once
    std::vector<std::string> ordered;
    std::vector<EventSeq> causes; // of what was ordered
    EventLog* log = nullptr;

    PlayedHost()
    {
        for (PlanRegionFacts& region : facts) {
            region.requestsHz = 100;
            region.capacityHz = 400;
        }
    }
    const std::vector<std::string>& regions() const override { return codes; }
    Result<> check(const Command& command) const override
    {
        const auto reason = refused.find(formatCommand(command));
        return reason == refused.end() ? Result<> {} : fail(Errc::Refused, reason->second);
    }
    Result<EventSeq> execute(const Command& command, Actor actor, EventSeq cause) override
    {
        if (const auto possible = check(command); !possible)
            return tl::make_unexpected(possible.error());
        ordered.push_back(formatCommand(command));
        causes.push_back(cause);
        takeEffect(command);
        return log->append({ .kind = EventKind::CommandAccepted,
            .actor = actor,
            .cause = cause,
            .action = formatCommand(command) });
    }
    PlanRegionFacts region(RegionId id) const override { return facts[id.value]; }
    PlanLinkFacts link(RegionId, RegionId) const override { return everyLink; }
    PlanServiceFacts service() const override { return serviceFacts; }
    std::optional<bool> control(const std::string& name) const override
    {
        const auto found = controls.find(name);
        return found == controls.end() ? std::nullopt : std::optional<bool>(found->second);
    }
    PlanCopyDifference compare(RegionId) const override { return difference; }
    PlanRegionFacts& at(const std::string& code) { return facts[regionIdOf(*this, code)->value]; }

private:
    void takeEffect(const Command& command)
    {
        if (const auto* order = std::get_if<RegionOrder>(&command)) {
            if (order->verb == RegionVerb::Fence || order->verb == RegionVerb::Unfence) {
                at(order->region).isFenced = order->verb == RegionVerb::Fence;
                at(order->region).isFenceComplete = at(order->region).isFenced && endsLeases;
            } else if (order->verb == RegionVerb::SeizeWriter
                || (order->verb == RegionVerb::MoveWriter && handsOver)) {
                serviceFacts.writer = order->region;
            }
        } else if (const auto* dial = std::get_if<SetDial>(&command)) {
            at(dial->region).dialPercent = dial->percent;
        } else if (const auto* set = std::get_if<SetControls>(&command)) {
            for (const auto& change : set->changes)
                controls[change.control] = change.isOn;
        } else if (const auto* failBack = std::get_if<FailBack>(&command)) {
            at(failBack->region).isFailingBack = true;
            at(failBack->region).isInService = false;
        }
    }
};

// The head of a plan 'p', and its steps.
inline std::string planText(const std::string& steps, const std::string& head = {})
{
    return "[plan]\nname = \"p\"\ntitle = \"P\"\nkind = \"switchover\"\n" + head + "\n" + steps;
}
// One step; `keys` are lines of its own.
inline std::string step(const std::string& name, const std::string& block, const std::string& keys = {})
{
    return "[[step]]\nname = \"" + name + "\"\nblock = \"" + block + "\"\n" + keys + "\n";
}

class PlanRig {
public:
    explicit PlanRig(const std::vector<std::string>& texts)
        : log([this] {
            return EventLog::Stamp { world.now(), world.executed(), world.stateHash() };
        })
    {
        auto plans = plansOfRun({}, texts);
        EXPECT_TRUE(plans) << (plans ? "" : plans.error().what);
        std::vector<std::string> own;
        for (const Plan& plan : plans ? *plans : std::vector<Plan> {})
            own.push_back(plan.name);
        host.log = &log;
        log.listen([this](const Event& event) { events.push_back(event); });
        runner = std::make_unique<PlanRunner>(
            world, log, host, plans ? std::move(*plans) : std::vector<Plan> {}, own);
        runner->connect(world.add(*runner));
    }
    explicit PlanRig(const std::string& text)
        : PlanRig(std::vector<std::string> { text })
    {
    }

    void advance(Duration span) { world.runUntil(world.now() + span); }
    // The reason when it was refused, else "".
    std::string order(const std::string& line)
    {
        const Command command = *parseCommand(line);
        const EventSeq cause = log.append({ .kind = EventKind::CommandAccepted, .action = line });
        const auto* start = std::get_if<StartPlan>(&command);
        const auto* order = std::get_if<PlanOrder>(&command);
        const auto possible = start != nullptr ? runner->check(*start) : runner->check(*order);
        if (!possible)
            return possible.error().what;
        if (start != nullptr) {
            started = cause;
            runner->start(*start, Actor::Operator, cause);
        } else {
            runner->order(*order, Actor::Operator, cause);
        }
        return {};
    }
    PlanView view(const std::string& plan = "p")
    {
        for (PlanView& view : runner->views()) {
            if (view.name == plan)
                return view;
        }
        ADD_FAILURE() << "no plan " << plan;
        return {};
    }
    std::string state() { return view().state; }
    // "name state, name state"
    std::string steps()
    {
        std::string text;
        for (const PlanStepView& line : view().steps)
            text += (text.empty() ? "" : ", ") + line.name + " " + line.state;
        return text;
    }
    std::string detail(const std::string& name)
    {
        for (const PlanStepView& line : view().steps) {
            if (line.name == name)
                return line.detail;
        }
        return "no step " + name;
    }
    std::vector<Event> chain()
    {
        std::vector<Event> all;
        for (const Event& event : events) {
            if (event.kind == EventKind::PlanStarted || event.kind == EventKind::PlanState
                || event.kind == EventKind::PlanStep || event.kind == EventKind::PlanEnded)
                all.push_back(event);
        }
        return all;
    }
    // Of one execution: each event's cause is the one before it; the first one's is the command.
    void expectUnbrokenChain()
    {
        EventSeq previous = started;
        for (const Event& event : chain()) {
            EXPECT_EQ(event.cause.value, previous.value) << event.note;
            previous = event.seq;
        }
        EXPECT_FALSE(chain().empty());
    }

    World world { 1 };
    EventLog log;
    PlayedHost host;
    std::vector<Event> events;
    std::unique_ptr<PlanRunner> runner;
    EventSeq started;
};

} // namespace sb::test
