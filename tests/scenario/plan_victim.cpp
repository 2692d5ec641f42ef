// SPDX-License-Identifier: GPL-3.0-or-later
// A recording run that stops in the middle of a recovery plan, to be killed there:
//   plan_victim PLAN.toml SESSION   starts the plan "crash" at 20 s; once its step "long" has run for 5 s and
//                                   all of that is in the file, says so and waits
#include "backend/api/command_text.h"
#include "backend/control/recorder.h"
#include "backend/control/simulation.h"
#include "backend/toml/toml_reader.h"

#include <unistd.h>

#include <string>

namespace sb {
namespace {

constexpr char kReady[] = "ready\n";

int run(const std::string& planPath, const std::string& sessionPath)
{
    const auto plan = readTextFile(planPath, "plan file");
    if (!plan)
        return 2;
    RunConfig config;
    config.seed = 6;
    config.regions = { "eu-west-1", "ap-southeast-1", "us-east-1" };
    config.requestRateHz = 40;
    config.profile = DataProfile::Hardened;
    config.plansToml = { *plan };
    auto simulation = Simulation::create(config);
    if (!simulation)
        return 2;
    auto recorder = Recorder::create(sessionPath, **simulation);
    if (!recorder)
        return 2;
    (*simulation)->begin();
    World& world = (*simulation)->world();
    world.runUntil(kStart + 20s);
    const Command start = *parseCommand("plan start crash region eu-west-1");
    (*recorder)->addInput(start, Actor::Operator);
    (*simulation)->execute(start, Actor::Operator, CommandId { 1 });
    for (Instant longSince = kNever; longSince == kNever || world.now() < longSince + 5s;) {
        world.runUntil(world.now() + 100ms);
        for (const PlanView& view : (*simulation)->plans().views()) {
            for (const PlanStepView& step : view.steps) {
                if (longSince == kNever && step.name == "long" && step.state == "running")
                    longSince = world.now();
            }
        }
        if (world.now() > kStart + 10min || !(*simulation)->flushStores() || !(*recorder)->commit())
            return 3;
    }
    if (!(*recorder)->flush())
        return 3;
    if (::write(STDOUT_FILENO, kReady, sizeof kReady - 1) < 0)
        return 4;
    for (;;)
        ::pause();
}

} // namespace
} // namespace sb

int main(int argc, char** argv)
{
    return argc == 3 ? sb::run(argv[1], argv[2]) : 2;
}
