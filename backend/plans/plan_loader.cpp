// SPDX-License-Identifier: GPL-3.0-or-later
// Reads plan files: the head, the triggers and the steps with their variants.
#include "backend/plans/plan_loader.h"

#include "backend/base/text.h"

#include <algorithm>
#include <functional>

namespace sb {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t kTitleBytesMax = 200;
constexpr std::size_t kNameBytesMax = 64;
constexpr std::size_t kTriggersMax = 10;
constexpr std::size_t kStepsMax = 100;
constexpr Duration kDayMax = 24h;
constexpr Duration kRtoMax = 10'080min;

bool isName(std::string_view text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_' || c == '.';
    };
    return !text.empty() && text.size() <= kNameBytesMax && std::all_of(text.begin(), text.end(), fits);
}

std::string readName(TableReader& reader)
{
    reader.require("name", "a short name such as \"fence-primary\"");
    const auto name = reader.text("name");
    if (name && !isName(*name))
        reader.refuse("name", "expected 1 to 64 letters, digits, '-', '_' and '.', because commands name it");
    return name.value_or("");
}

template<typename Enum>
Enum readChoice(TableReader& reader, std::string_view key, Enum usual, std::initializer_list<Enum> values)
{
    Names names;
    for (const Enum value : values)
        names.emplace_back(toString(value));
    const auto index = reader.choice(key, names);
    return index ? *(values.begin() + *index) : usual;
}

void readRegions(TableReader& reader, Plan& plan)
{
    const auto nodes = reader.array("regions", "an array of region codes such as [\"$target\"]");
    for (const toml::node* node : nodes.value_or(std::vector<const toml::node*> {})) {
        const auto* text = node->as_string();
        if (text == nullptr)
            reader.refuse("regions", "expected region codes in quotes");
        else if (std::find(plan.regions.begin(), plan.regions.end(), text->get()) != plan.regions.end())
            reader.refuse("regions", "'" + text->get() + "' stands there twice");
        else if (acceptsPlanRegion(reader, "regions", text->get()))
            plan.regions.push_back(text->get());
    }
}

void readAlarms(TableReader& reader, Plan& plan)
{
    const auto nodes = reader.array("alarms", "an array of alarms such as [\"errors\"]");
    for (const toml::node* node : nodes.value_or(std::vector<const toml::node*> {})) {
        const auto* text = node->as_string();
        const auto words = text != nullptr ? splitWords(text->get()) : std::vector<std::string_view> {};
        if (words.size() == 1 && words[0] == "errors")
            plan.alarms.push_back({});
        else if (words.size() == 2 && words[0] == "health") {
            if (acceptsPlanRegion(reader, "alarms", std::string(words[1])))
                plan.alarms.push_back({ std::string(words[1]), false });
        } else
            reader.refuse("alarms", "expected entries such as \"errors\" or \"health eu-west-1\"");
    }
    if (!nodes)
        plan.alarms.push_back({}); // errors
}

void readHead(const toml::table& document, Plan& plan, Problems& problems)
{
    const toml::table* table = tableAt(document, "plan", problems);
    if (table == nullptr) {
        if (!document.contains("plan"))
            problems.add(document.source(), "a plan needs a table [plan] with 'name', 'title' and 'kind'");
        return;
    }
    TableReader reader(*table, "[plan]", problems);
    plan.name = readName(reader);
    reader.require("title", "a text");
    reader.require("kind", "one of switchover, failover, fail-back, drill");
    plan.title = reader.text("title").value_or("");
    if (reader.has("title")
        && (plan.title.empty() || plan.title.size() > kTitleBytesMax
            || plan.title.find_first_of("\r\n") != std::string::npos))
        reader.refuse("title", "expected one line of 1 to " + std::to_string(kTitleBytesMax) + " bytes");
    plan.description = reader.text("description").value_or("");
    plan.kind = readChoice(reader, "kind", PlanKind::Switchover,
        { PlanKind::Switchover, PlanKind::Failover, PlanKind::FailBack, PlanKind::Drill });
    plan.approach = readChoice(reader, "approach", PlanApproach::ActiveActive,
        { PlanApproach::ActiveActive, PlanApproach::ActivePassive });
    readRegions(reader, plan);
    plan.rto = reader.duration("rto", 1min, kRtoMax).value_or(plan.rto);
    plan.timeout = reader.duration("timeout", 1s, kRtoMax).value_or(plan.timeout);
    plan.monitorFor = reader.duration("monitor-for", 1s, kDayMax).value_or(plan.monitorFor);
    readAlarms(reader, plan);
    plan.onCrash
        = readChoice(reader, "on-crash", CrashPolicy::Resume, { CrashPolicy::Resume, CrashPolicy::RollBack });
    plan.minDelay = reader.duration("min-delay", 1min, kRtoMax).value_or(plan.minDelay);
    reader.finish();
}

void readTriggers(const toml::table& document, Plan& plan, Problems& problems)
{
    const auto tables = tablesAt(document, "trigger", problems);
    for (const toml::table* table : tables) {
        TableReader reader(*table, "[[trigger]]", problems);
        reader.require("alarm", "\"errors\" or \"health REGION\"");
        reader.require("is", "\"red\" or \"green\"");
        PlanTrigger trigger;
        trigger.alarm = readAlarm(reader, "alarm").value_or(PlanAlarm {});
        if (trigger.alarm.region.starts_with('$'))
            reader.refuse("alarm", "a trigger needs a region's code: nothing stands for '$target' yet");
        trigger.alarm.isRed = readIsRed(reader);
        trigger.lasts = reader.duration("lasts", 1s, kDayMax).value_or(trigger.lasts);
        reader.finish();
        plan.triggers.push_back(trigger);
    }
    if (tables.size() > kTriggersMax)
        problems.add(tables.back()->source(), "a plan has at most 10 [[trigger]] conditions");
    if (!tables.empty() && plan.needsTarget())
        problems.add(tables.front()->source(),
            "a plan that starts by itself names its regions: '$target' is filled by an operator's command");
}

class StepsReader {
public:
    StepsReader(FailurePolicy usual, Problems& problems)
        : m_usual(usual)
        , m_problems(problems)
    {
    }

    [[nodiscard]] PlanStep read(const toml::table& table, bool isInner);

private:
    void readVariant(const toml::table& table, TableReader& reader, PlanStep& step);
    void readParallel(const toml::table& table, TableReader& reader, PlanStep& step);

    FailurePolicy m_usual;
    Problems& m_problems;
    Names m_names;
    std::size_t m_count = 0;
};

void StepsReader::readVariant(const toml::table& table, TableReader& reader, PlanStep& step)
{
    const toml::node* node = table.get("ungraceful");
    reader.acknowledge("ungraceful");
    if (node == nullptr)
        return;
    const auto* word = node->as_string();
    if (word != nullptr && word->get() == "skip") {
        step.isSkippedUngraceful = true;
        return;
    }
    const toml::table* variant = node->as_table();
    if (variant == nullptr) {
        reader.refuse(
            "ungraceful", "expected \"skip\" or a table such as { block = \"wait\", time = \"5s\" }");
        return;
    }
    TableReader inner(*variant, "'ungraceful' of [[step]]", m_problems);
    Names elsewhere;
    step.ungraceful = readBlock(inner, false, elsewhere);
    inner.finish(elsewhere, "this block");
    const bool isGroup = step.block.kind == BlockKind::Parallel || step.block.kind == BlockKind::ChildPlan;
    if (isGroup || (step.ungraceful && step.ungraceful->kind == BlockKind::ChildPlan))
        reader.refuse("ungraceful", "a group of steps has no variant but \"skip\"; its steps have their own");
}

void StepsReader::readParallel(const toml::table& table, TableReader& reader, PlanStep& step)
{
    reader.acknowledge("parallel");
    for (const toml::table* inner : tablesAt(table, "parallel", m_problems))
        step.parallel.push_back(read(*inner, true));
    if (step.parallel.size() < 2 && !table.contains("parallel"))
        reader.refuse("block", "a parallel group needs at least two tables [[step.parallel]]");
    else if (step.parallel.size() < 2)
        reader.refuse("parallel", "a parallel group needs at least two steps");
}

PlanStep StepsReader::read(const toml::table& table, bool isInner)
{
    TableReader reader(table, isInner ? "[[step.parallel]]" : "[[step]]", m_problems);
    PlanStep step;
    step.name = readName(reader);
    if (!step.name.empty() && std::find(m_names.begin(), m_names.end(), step.name) != m_names.end())
        reader.refuse("name", "'" + step.name + "' stands there twice; each step needs a name of its own");
    m_names.push_back(step.name);
    Names elsewhere;
    const auto block = readBlock(reader, !isInner, elsewhere);
    step.block = block.value_or(PlanBlock {});
    step.timeout = reader.duration("timeout", 1s, kDayMax).value_or(step.timeout);
    if (reader.has("timeout")
        && (step.block.kind == BlockKind::Parallel || step.block.kind == BlockKind::ChildPlan))
        reader.refuse("timeout", "a group of steps takes as long as they do; give its steps time-outs");
    step.onFailure = readChoice(reader, "on-failure", m_usual,
        { FailurePolicy::Pause, FailurePolicy::RollBack, FailurePolicy::Continue });
    step.isOptional = reader.flag("optional").value_or(false);
    readVariant(table, reader, step);
    if (step.block.kind == BlockKind::Parallel)
        readParallel(table, reader, step);
    reader.finish(elsewhere,
        block ? "the block \"" + std::string(toString(block->kind)) + "\"" : std::string("this block"));
    if (++m_count == kStepsMax + 1)
        m_problems.add(table.source(), "a plan has at most " + std::to_string(kStepsMax) + " steps");
    return step;
}

FailurePolicy readUsualPolicy(const toml::table& document, Problems& problems)
{
    const toml::table* table = tableAt(document, "defaults", problems);
    if (table == nullptr)
        return FailurePolicy::Pause;
    TableReader reader(*table, "[defaults]", problems);
    const FailurePolicy policy = readChoice(reader, "on-failure", FailurePolicy::Pause,
        { FailurePolicy::Pause, FailurePolicy::RollBack, FailurePolicy::Continue });
    reader.finish();
    return policy;
}

} // namespace

Result<Plan> parsePlan(std::string_view toml, const std::string& fileName)
{
    Problems problems(fileName);
    const auto parsed = parseDocument(toml, fileName, problems);
    if (!parsed)
        return tl::make_unexpected(problems.toError());
    const toml::table& document = *parsed;
    refuseOtherKeys(document, { "plan", "defaults", "trigger", "step" }, problems);
    Plan plan;
    readHead(document, plan, problems);
    StepsReader steps(readUsualPolicy(document, problems), problems);
    for (const toml::table* table : tablesAt(document, "step", problems))
        plan.steps.push_back(steps.read(*table, false));
    if (!document.contains("step"))
        problems.add(document.source(), "a plan needs at least one [[step]]");
    readTriggers(document, plan, problems);
    if (!problems.isEmpty())
        return tl::make_unexpected(problems.toError());
    return plan;
}

} // namespace sb
