// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox plan: reads a recovery plan, lists what it would do, and says what looks wrong about it. Whether
// it would work in a run is for that run's pre-flight evaluation to say.
#include "app/cli.h"
#include "backend/base/json_writer.h"
#include "backend/plans/plan.h"

#include <cstdio>

namespace sb {
namespace {

const VerbSpec& planSpec()
{
    static const VerbSpec kSpec { "signalbox plan PLAN.toml", "plan",
        "Checks a recovery plan: reads it, lists its steps, and says what looks wrong.", "PLAN.toml", true,
        { { "--check", "", "fail when there is anything to say about it" },
            { "--json", "", "print it as one JSON object" } },
        { "Exit code: 0 it can be used, 1 --check found something, 2 bad usage or a file that is no "
          "plan." } };
    return kSpec;
}

std::string describeStep(const PlanStep& step)
{
    std::string text(toString(step.block.kind));
    for (const std::string& word : { step.block.region, step.block.plan, step.block.text }) {
        if (!word.empty())
            text += " " + word;
    }
    return text;
}

std::string ungracefulText(const PlanStep& step)
{
    if (step.isSkippedUngraceful)
        return "skip";
    if (step.ungraceful)
        return std::string(toString(step.ungraceful->kind));
    return step.block.kind == BlockKind::Promote ? "seize" : "the same";
}

void printSteps(const std::vector<PlanStep>& steps, int depth)
{
    for (const PlanStep& step : steps) {
        std::printf("%*s%-20s %-40s ungraceful: %-10s within %s, else %s%s\n", 2 + 2 * depth, "",
            step.name.c_str(), describeStep(step).c_str(), ungracefulText(step).c_str(),
            durationText(step.timeout).c_str(), std::string(toString(step.onFailure)).c_str(),
            step.isOptional ? ", optional" : "");
        printSteps(step.parallel, depth + 1);
    }
}

void writeSteps(JsonWriter& json, const std::vector<PlanStep>& steps)
{
    json.beginArray();
    for (const PlanStep& step : steps) {
        json.beginObject();
        json.key("name").value(step.name);
        json.key("block").value(toString(step.block.kind));
        json.key("region").value(step.block.region);
        json.key("ungraceful").value(ungracefulText(step));
        json.key("timeoutSeconds").value(std::int64_t { step.timeout.count() / 1'000'000 });
        json.key("onFailure").value(toString(step.onFailure));
        json.key("optional").value(step.isOptional);
        if (!step.parallel.empty()) {
            json.key("parallel");
            writeSteps(json, step.parallel);
        }
        json.endObject();
    }
    json.endArray();
}

void printJson(const Plan& plan, const std::vector<std::string>& hints)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(plan.name);
    json.key("title").value(plan.title);
    json.key("kind").value(toString(plan.kind));
    json.key("approach").value(toString(plan.approach));
    json.key("rto").value(isoDurationText(plan.rto));
    json.key("onCrash").value(toString(plan.onCrash));
    json.key("needsTarget").value(plan.needsTarget());
    json.key("steps");
    writeSteps(json, plan.steps);
    json.key("hints").beginArray();
    for (const std::string& hint : hints)
        json.value(hint);
    json.endArray();
    json.endObject();
    std::printf("%s\n", json.text().c_str());
}

void printText(const Plan& plan, const std::vector<std::string>& hints)
{
    std::printf("%s: %s (%s, %s)\n", plan.name.c_str(), plan.title.c_str(),
        std::string(toString(plan.kind)).c_str(), std::string(toString(plan.approach)).c_str());
    std::printf("  objective %s, at most %s, after a crash: %s%s\n", isoDurationText(plan.rto).c_str(),
        durationText(plan.timeout).c_str(), std::string(toString(plan.onCrash)).c_str(),
        plan.needsTarget() ? ", needs a region when it starts" : "");
    printSteps(plan.steps, 0);
    for (const std::string& hint : hints)
        std::printf("  hint: %s\n", hint.c_str());
}

} // namespace

int runPlan(const std::vector<std::string>& words)
{
    const Result<Arguments> arguments = Arguments::parse(planSpec(), words);
    if (!arguments)
        return refuseUsage(planSpec(), arguments.error().what);
    if (arguments->wantsHelp()) {
        std::printf("%s", helpText(planSpec()).c_str());
        return kExitPassed;
    }
    const Result<Plan> plan = loadPlan(arguments->file());
    if (!plan)
        return refuseInput("plan", plan.error());
    const std::vector<std::string> hints = lintPlan(*plan);
    if (arguments->has("--json"))
        printJson(*plan, hints);
    else
        printText(*plan, hints);
    return arguments->has("--check") && !hints.empty() ? kExitCheckFailed : kExitPassed;
}

} // namespace sb
