// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plans/plan_preflight.h"

#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/kernel/env.h"

#include <algorithm>
#include <set>

namespace sb {
namespace {

std::string replaced(std::string text, std::string_view what, const std::string& with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

// Users can be left to it.
bool isWell(const PlanRegionFacts& facts)
{
    return facts.isHealthy && facts.isInService && !facts.isFenced && facts.admittedPerMille > 0;
}

bool takesTraffic(const PlanBlock& block)
{
    switch (block.kind) {
    case BlockKind::Fence:
    case BlockKind::ShiftAway:
        return true;
    case BlockKind::Dial:
        return block.limit == 0;
    case BlockKind::RoutingControl:
        return std::any_of(block.controls.begin(), block.controls.end(),
            [](const SetControls::Change& change) { return !change.isOn; });
    default:
        return false;
    }
}

class Evaluation {
public:
    Evaluation(const std::vector<Plan>& plans, bool isGraceful, const PlanHost& host)
        : m_plans(plans)
        , m_isGraceful(isGraceful)
        , m_host(host)
    {
    }

    [[nodiscard]] PlanFindings run(const Plan& plan, const std::string& target);

private:
    void find(std::string text, bool needsAction = true);
    void walk(const std::vector<PlanStep>& steps, const PlanPlaces& places);
    void look(const PlanStep& step, const PlanBlock& block);
    void lookAtReplication(const PlanStep& step);
    void ask(const PlanStep& step, const Command& command);
    void lookAtPromote(const PlanStep& step, const PlanBlock& block);
    void lookAtControls(const PlanStep& step, const PlanBlock& block);
    void lookAtSurvivors(const std::string& gone);

    const std::vector<Plan>& m_plans;
    bool m_isGraceful;
    const PlanHost& m_host;
    std::vector<std::string> m_regions;
    std::set<std::string> m_touched; // regions that an earlier step acts on
    PlanFindings m_findings { PlanEvaluation::Passed, {} };
};

void Evaluation::find(std::string text, bool needsAction)
{
    if (std::find(m_findings.texts.begin(), m_findings.texts.end(), text) == m_findings.texts.end())
        m_findings.texts.push_back(std::move(text));
    if (needsAction)
        m_findings.evaluation = PlanEvaluation::ActionRequired;
}

void Evaluation::ask(const PlanStep& step, const Command& command)
{
    if (const auto possible = m_host.check(command); !possible)
        find("step '" + step.name + "': '" + formatCommand(command)
                + "' would be refused: " + possible.error().what,
            !step.isOptional);
}

void Evaluation::lookAtReplication(const PlanStep& step)
{
    for (const std::string& source : m_regions) {
        for (const std::string& target : m_regions) {
            const auto from = regionIdOf(m_host, source), to = regionIdOf(m_host, target);
            if (!from || !to || *from == *to)
                continue;
            const PlanLinkFacts link = m_host.link(*from, *to);
            if (link.isPaused || link.isCut)
                find("step '" + step.name + "' would wait: replication from " + source + " to " + target
                    + (link.isPaused ? " is paused" : " is cut, or one of the two is down"));
        }
    }
}

void Evaluation::lookAtPromote(const PlanStep& step, const PlanBlock& block)
{
    const std::string writer = m_host.service().writer;
    if (writer == block.region || (!block.from.empty() && writer != block.from))
        return;
    ask(step, RegionOrder { m_isGraceful ? RegionVerb::MoveWriter : RegionVerb::SeizeWriter, block.region });
}

void Evaluation::lookAtControls(const PlanStep& step, const PlanBlock& block)
{
    for (const SetControls::Change& change : block.controls) {
        if (!m_host.control(change.control)) {
            find("step '" + step.name + "': this run has no routing control '" + change.control + "'",
                !step.isOptional);
            return;
        }
    }
    ask(step, SetControls { block.controls, block.overrides, block.text });
}

// All traffic of now on all that would be left.
void Evaluation::lookAtSurvivors(const std::string& gone)
{
    std::int64_t requests = 0, capacity = 0;
    bool isAnyWell = false;
    for (std::size_t i = 0; i < m_host.regions().size(); ++i) {
        const PlanRegionFacts facts = m_host.region(RegionId { static_cast<std::uint8_t>(i) });
        requests += facts.requestsHz;
        if (m_host.regions()[i] == gone || !isWell(facts))
            continue;
        isAnyWell = true;
        capacity += facts.capacityHz;
    }
    if (!isAnyWell)
        find("no region but " + gone
            + " is healthy, in service and not fenced: users would have nowhere to go");
    else if (requests == 0) {
        find("there is no traffic yet; whether the others have head-room is not known", false);
        m_findings.evaluation = m_findings.evaluation == PlanEvaluation::Passed ? PlanEvaluation::Unknown
                                                                                : m_findings.evaluation;
    } else if (requests > capacity)
        find("without " + gone + " the others have no head-room: " + groupedText(requests)
            + " requests/s now, and they sustain " + groupedText(capacity));
}

void Evaluation::look(const PlanStep& step, const PlanBlock& block)
{
    for (const std::string& code : { block.region, block.from, block.alarm.region }) {
        if (!code.empty() && !regionIdOf(m_host, code)) {
            find("step '" + step.name + "': this run has no region '" + code + "'");
            return;
        }
    }
    if (takesTraffic(block) && !block.region.empty())
        lookAtSurvivors(block.region);
    // What an earlier step does to the region changes the answer.
    const bool isFirst = block.region.empty() || !m_touched.contains(block.region);
    switch (block.kind) {
    case BlockKind::Fence:
        if (!m_host.service().hasFences)
            find("step '" + step.name
                    + "': this run's profile has no fences on the server side; nothing would keep "
                    + block.region + " from writing",
                !step.isOptional);
        else if (isFirst && !m_host.region(*regionIdOf(m_host, block.region)).isFenced)
            ask(step, RegionOrder { RegionVerb::Fence, block.region });
        break;
    case BlockKind::Drain:
    case BlockKind::WaitForLag:
        lookAtReplication(step);
        break;
    case BlockKind::Promote:
        if (isFirst)
            lookAtPromote(step, block);
        break;
    case BlockKind::RoutingControl:
        lookAtControls(step, block);
        break;
    case BlockKind::ShiftAway:
        ask(step, ShiftAway { block.region, block.span, block.text });
        break;
    case BlockKind::Dial:
        ask(step, SetDial { block.region, block.limit });
        break;
    case BlockKind::WarmUp:
        ask(step, SetDial { block.region, block.percents.front() });
        break;
    case BlockKind::FailBack:
        if (isFirst || !m_host.region(*regionIdOf(m_host, block.region)).isFenced)
            ask(step, FailBack { block.region });
        break;
    default:
        break;
    }
    if (block.kind == BlockKind::Fence || block.kind == BlockKind::Unfence || block.kind == BlockKind::Restore
        || block.kind == BlockKind::FailBack)
        m_touched.insert(block.region);
}

void Evaluation::walk(const std::vector<PlanStep>& steps, const PlanPlaces& places)
{
    for (const PlanStep& step : steps) {
        if (!m_isGraceful && step.isSkippedUngraceful)
            continue;
        const PlanBlock block
            = filled(!m_isGraceful && step.ungraceful ? *step.ungraceful : step.block, places);
        look(step, block);
        walk(step.parallel, places);
        if (block.kind != BlockKind::ChildPlan)
            continue;
        const auto child = std::find_if(
            m_plans.begin(), m_plans.end(), [&](const Plan& plan) { return plan.name == block.plan; });
        if (child != m_plans.end())
            walk(child->steps, places);
    }
}

PlanFindings Evaluation::run(const Plan& plan, const std::string& target)
{
    PlanPlaces places { target, {} };
    if (!target.empty() && !regionIdOf(m_host, target))
        find("this run has no region '" + target + "'");
    const auto survivor = findSurvivor(plan, m_host, target);
    places.survivor = survivor.value_or("");
    if (!survivor)
        find("no other region is healthy, in service and not fenced");
    m_regions = regionsOfPlan(plan, m_host, places);
    for (const std::string& code : m_regions) {
        if (!regionIdOf(m_host, code))
            find("the plan is about '" + code + "', which is no region of this run");
    }
    if (survivor)
        walk(plan.steps, places);
    return m_findings;
}

} // namespace

std::string_view toString(PlanEvaluation evaluation)
{
    switch (evaluation) {
    case PlanEvaluation::Pending:
        return "pendingEvaluation";
    case PlanEvaluation::Passed:
        return "passed";
    case PlanEvaluation::ActionRequired:
        return "actionRequired";
    case PlanEvaluation::Unknown:
        break;
    }
    return "unknown";
}

std::optional<RegionId> regionIdOf(const PlanHost& host, const std::string& code)
{
    const auto& codes = host.regions();
    const auto found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end())
        return std::nullopt;
    return RegionId { static_cast<std::uint8_t>(found - codes.begin()) };
}

bool isAlarmRed(const PlanHost& host, const PlanAlarm& alarm)
{
    if (alarm.region.empty()) {
        const PlanServiceFacts service = host.service();
        return service.errorsPerMille > service.errorObjectivePerMille;
    }
    const auto region = regionIdOf(host, alarm.region);
    return region && !host.region(*region).isHealthy;
}

std::vector<std::string> regionsOfPlan(const Plan& plan, const PlanHost& host, const PlanPlaces& places)
{
    if (plan.regions.empty())
        return host.regions();
    std::vector<std::string> codes;
    for (const std::string& word : plan.regions) {
        const std::string& code = word == kTargetPlaceholder ? places.target
            : word == kSurvivorPlaceholder                   ? places.survivor
                                                             : word;
        if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end())
            codes.push_back(code);
    }
    return codes;
}

std::optional<std::string> findSurvivor(const Plan& plan, const PlanHost& host, const std::string& target)
{
    for (const std::string& code : regionsOfPlan(plan, host, { target, {} })) {
        const auto id = regionIdOf(host, code);
        if (code == target || !id)
            continue;
        const PlanRegionFacts facts = host.region(*id);
        if (isWell(facts))
            return code;
    }
    // A plan about its target alone: the rest of the run survives.
    if (plan.regions.size() == 1 && plan.regions.front() == kTargetPlaceholder) {
        Plan all = plan;
        all.regions.clear();
        return findSurvivor(all, host, target);
    }
    return std::nullopt;
}

PlanBlock filled(PlanBlock block, const PlanPlaces& places)
{
    const auto fill = [&](std::string& word) {
        if (word == kTargetPlaceholder)
            word = places.target;
        else if (word == kSurvivorPlaceholder)
            word = places.survivor;
    };
    fill(block.region);
    fill(block.from);
    fill(block.alarm.region);
    for (SetControls::Change& change : block.controls)
        fill(change.control);
    block.text = replaced(replaced(std::move(block.text), kTargetPlaceholder, places.target),
        kSurvivorPlaceholder, places.survivor);
    return block;
}

PlanFindings evaluatePlan(const Plan& plan, const std::vector<Plan>& plans, bool isGraceful,
    const std::string& target, const PlanHost& host)
{
    return Evaluation(plans, isGraceful, host).run(plan, target);
}

PlanFindings evaluatePlan(const Plan& plan, const std::vector<Plan>& plans, const PlanHost& host)
{
    if (!plan.needsTarget())
        return evaluatePlan(plan, plans, true, {}, host);
    PlanFindings all { PlanEvaluation::ActionRequired, {} };
    for (const std::string& target : host.regions()) {
        const PlanFindings one = evaluatePlan(plan, plans, true, target, host);
        if (one.evaluation == PlanEvaluation::Passed || all.evaluation == PlanEvaluation::ActionRequired)
            all.evaluation = one.evaluation;
        for (const std::string& text : one.texts)
            all.texts.push_back("for " + target + ": " + text);
    }
    return all;
}

} // namespace sb
