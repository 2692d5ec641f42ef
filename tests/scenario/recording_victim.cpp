// SPDX-License-Identifier: GPL-3.0-or-later
// A recording run that is made to be killed: goes on at full speed for ever and prints on standard output
// what it has acknowledged, after it is durable and not before.
//   recording_victim engine SEED SESSION   drives the engine as the World thread does; lines "order REGION
//                                          CUSTOMER ORDER"
//   recording_victim room SEED SESSION     the desktop's own path; lines "total REGION COUNT" of orders, from
//                                          published snapshots
#include "backend/api/command_text.h"
#include "backend/control/control_room_impl.h"
#include "backend/control/recorder.h"
#include "backend/control/simulation.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

namespace sb {
namespace {

void say(const std::string& lines)
{
    if (::write(STDOUT_FILENO, lines.data(), lines.size()) != static_cast<ssize_t>(lines.size()))
        std::_Exit(4); // the parent is gone
}

class Acknowledgements final : public ShopperObserver {
public:
    std::string lines;
    void onCall(const CallOutcome&) override { }
    void onOrder(const AcknowledgedOrder& order) override
    {
        lines += "order " + std::to_string(order.region.value) + " " + std::to_string(order.customer.value)
            + " " + std::to_string(order.order.value) + "\n";
    }
};

int runEngine(std::uint64_t seed, const std::string& path)
{
    RunConfig config;
    config.seed = seed;
    config.store = StoreKind::Sqlite;
    config.requestRateHz = 300;
    const std::string folder = std::filesystem::path(path).replace_extension(".stores").string();
    std::filesystem::create_directories(folder);
    auto simulation = Simulation::create(config, { .dataFolder = folder });
    if (!simulation)
        return 2;
    auto recorder = Recorder::create(path, **simulation);
    if (!recorder)
        return 2;
    Acknowledgements acknowledged;
    (*simulation)->shoppers().observe(&acknowledged);
    (*simulation)->begin();
    World& world = (*simulation)->world();
    for (std::uint64_t quantum = 1;; ++quantum) {
        if (quantum % 400 == 0) {
            const Command command = *parseCommand("fail mapping-removed eu-west-1 for 15s");
            (*recorder)->addInput(command, Actor::Operator);
            (*simulation)->execute(command, Actor::Operator, CommandId { quantum });
        }
        (void)world.runSlice(world.now() + 1min, 2'000);
        if (!(*simulation)->flushStores() || !(*recorder)->commit())
            return 3;
        say(acknowledged.lines);
        acknowledged.lines.clear();
    }
}

int runRoom(std::uint64_t seed, const std::string& path)
{
    RunRequest request;
    request.seed = seed;
    request.store = StoreKind::Sqlite;
    request.requestRateHz = 300;
    auto room = makeControlRoom(request, path);
    if (!room)
        return 2;
    (*room)->setPace({ false, 0 });
    std::vector<std::uint64_t> told(2, 0);
    for (;;) {
        const auto snapshot = (*room)->snapshot();
        if (snapshot->phase == RunPhase::Stopped)
            return 3;
        std::string lines;
        for (const RegionView& region : snapshot->regions) {
            if (region.ordersTotal > told[region.id.value])
                lines += "total " + std::to_string(region.id.value) + " " + std::to_string(region.ordersTotal)
                    + "\n";
            told[region.id.value] = region.ordersTotal;
        }
        say(lines);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

} // namespace
} // namespace sb

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    const std::uint64_t seed = std::strtoull(argv[2], nullptr, 10);
    return std::string(argv[1]) == "room" ? sb::runRoom(seed, argv[3]) : sb::runEngine(seed, argv[3]);
}
