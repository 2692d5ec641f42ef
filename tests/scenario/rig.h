// SPDX-License-Identifier: GPL-3.0-or-later
// A whole simulated run under test: every event and acknowledged order is kept, and the invariants are
// checked all the way. A failing test names its seed; SB_SEED=n runs that seed alone.
#pragma once

#include "backend/api/command_text.h"
#include "backend/control/headless.h"
#include "backend/control/simulation.h"
#include "tests/support/invariants.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace sb::test {

inline RegionId region(std::size_t index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

// `count` seeds from `first` on, or the one of SB_SEED.
inline std::vector<std::uint64_t> seeds(std::uint64_t first, std::uint64_t count)
{
    if (const char* text = std::getenv("SB_SEED"))
        return { std::strtoull(text, nullptr, 10) };
    std::vector<std::uint64_t> all;
    for (std::uint64_t i = 0; i < count; ++i)
        all.push_back(first + i);
    return all;
}

inline std::string replayHint(std::uint64_t seed)
{
    const auto* test = testing::UnitTest::GetInstance();
    return "replay with: SB_SEED=" + std::to_string(seed) + " <this program> --gtest_filter="
        + test->current_test_info()->test_suite_name() + "." + test->current_test_info()->name()
        + "   (or SB_SEED=" + std::to_string(seed) + " ctest -L scenario)";
}

inline RunConfig smallWorld(std::uint64_t seed, std::size_t regionCount = 3, int requestRateHz = 40)
{
    const std::vector<std::string> codes { "eu-west-1", "ap-southeast-1", "us-east-1", "sa-east-1",
        "ap-northeast-1", "us-west-2", "ap-southeast-2", "ca-central-1" };
    RunConfig config;
    config.title = "test";
    config.seed = seed;
    config.regions.assign(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(regionCount));
    config.requestRateHz = requestRateHz;
    config.profile = seed % 2 == 0 ? DataProfile::Hardened : DataProfile::AsAws;
    return config;
}

inline Command commandOf(const std::string& text)
{
    auto parsed = parseCommand(text);
    SB_ASSERT(parsed.has_value());
    return *parsed;
}

inline TimedCommand timed(Duration at, const std::string& text)
{
    return { kStart + at, commandOf(text), Actor::Drill };
}

// Every field, so that two logs can be compared line by line.
inline std::string describe(const Event& e)
{
    const auto number = [](auto n) { return std::to_string(n) + "|"; };
    return number(e.seq.value) + number(micros(e.at)) + std::string(toString(e.kind)) + "|"
        + number(static_cast<int>(e.phase)) + number(static_cast<int>(e.severity))
        + number(static_cast<int>(e.actor)) + number(e.region.value) + number(e.peer.value)
        + number(e.fault.value) + number(e.cause.value) + e.object + "|" + e.action + "|" + e.valueBefore
        + "|" + e.valueAfter + "|" + e.unit + "|" + e.note + "|" + number(e.executed) + number(e.stateHash);
}

inline std::vector<std::string> describe(const std::vector<Event>& events)
{
    std::vector<std::string> lines;
    for (const Event& event : events)
        lines.push_back(describe(event));
    return lines;
}

class Rig : public ShopperObserver {
public:
    explicit Rig(const RunConfig& config, const SimulationOptions& options = {})
        : m_simulation(make(config, options))
        , invariants([this](RegionId id) -> Store& { return sim().region(id).replica().store(); })
    {
        invariants.expectPolicies(sim().region(region(0)).replica().policies(), sim().regionCount(),
            [this](RegionId id) { return sim().region(id).replica().localMillis(); });
        for (std::size_t i = 0; i < sim().regionCount(); ++i)
            sim().region(region(i)).replica().listen(&invariants);
        sim().shoppers().observe(&invariants);
        sim().shoppers().observe(this);
        sim().log().listen([this](const Event& event) {
            invariants.onLogged(event);
            events.push_back(event);
        });
        sim().begin();
    }
    ~Rig() override { EXPECT_TRUE(invariants.violations().empty()) << invariants.text(); }
    Rig(const Rig&) = delete;
    Rig& operator=(const Rig&) = delete;

    void onCall(const CallOutcome&) override { }
    void onOrder(const AcknowledgedOrder& order) override { orders.push_back(order); }

    [[nodiscard]] Simulation& sim() { return *m_simulation; }
    [[nodiscard]] Instant now() { return sim().world().now(); }

    void advanceTo(Instant until)
    {
        while (now() < until) {
            sim().world().runUntil(std::min(until, now() + 100ms));
            invariants.poll(sim().resolvers());
        }
    }
    void advance(Duration span) { advanceTo(now() + span); }
    // In steps until the condition holds; false when it does not within `limit`.
    template<typename Condition> bool advanceUntil(Duration limit, Condition&& holds, Duration step = 100ms)
    {
        const Instant end = now() + limit;
        while (!holds()) {
            if (now() >= end)
                return false;
            advance(step);
        }
        return true;
    }

    // The command's outcome: CommandAccepted or CommandRefused.
    Event order(const std::string& command, Actor actor = Actor::Operator)
    {
        const EventSeq seq = sim().execute(commandOf(command), actor, CommandId { ++m_commands });
        return events[seq.value - 1];
    }
    void mustOrder(const std::string& command)
    {
        const Event outcome = order(command);
        EXPECT_EQ(outcome.kind, EventKind::CommandAccepted) << outcome.note;
    }
    void perform(const std::vector<TimedCommand>& commands)
    {
        for (const TimedCommand& command : commands) {
            advanceTo(command.at);
            sim().execute(command.command, command.actor, CommandId { ++m_commands });
        }
    }

    [[nodiscard]] std::size_t count(EventKind kind, std::size_t from = 0) const
    {
        return static_cast<std::size_t>(std::count_if(events.begin() + static_cast<std::ptrdiff_t>(from),
            events.end(), [&](const Event& event) { return event.kind == kind; }));
    }
    // nullptr when there is none from the `from`-th on.
    [[nodiscard]] const Event* first(EventKind kind, std::size_t from = 0) const
    {
        for (std::size_t i = from; i < events.size(); ++i)
            if (events[i].kind == kind)
                return &events[i];
        return nullptr;
    }

private:
    static std::unique_ptr<Simulation> make(const RunConfig& config, const SimulationOptions& options)
    {
        auto created = Simulation::create(config, options);
        if (!created)
            ADD_FAILURE() << created.error().what;
        SB_ASSERT(created.has_value());
        return std::move(*created);
    }

    std::unique_ptr<Simulation> m_simulation;
    std::uint64_t m_commands = 0;

public:
    Invariants invariants;
    std::vector<Event> events;
    std::vector<AcknowledgedOrder> orders;
};

// `count` faults of every kind at random places and moments in [from, to), lasting 3 to 40 s; now and then a
// fail-back or a clearing in between. Some are refused; that is part of it.
inline std::vector<TimedCommand> randomTrouble(
    Rng& rng, const std::vector<std::string>& regions, Duration from, Duration to, int count)
{
    std::vector<TimedCommand> commands;
    for (int i = 0; i < count; ++i) {
        const std::size_t at = rng.below(regions.size());
        const std::string& code = regions[at];
        const std::string& peer = regions[(at + 1 + rng.below(regions.size() - 1)) % regions.size()];
        const std::string span = " for " + std::to_string(rng.between(3, 40)) + "s";
        const std::string ways[] = { "", " outbound", " inbound" };
        const std::string way = ways[rng.below(3)];
        const std::string delay = " by " + std::to_string(rng.between(20, 1500)) + "ms";
        std::string text;
        switch (rng.below(13)) {
        case 0:
            text = "fail region-outage " + code + span;
            break;
        case 1:
            text = "fail mapping-removed " + code + span;
            break;
        case 2:
            text = "fail replication-paused " + code + span;
            break;
        case 3:
        case 4:
            text = "fail link-partitioned " + code + " with " + peer + way + span;
            break;
        case 5:
            text = "fail latency-added " + code + " with " + peer + delay + way + span;
            break;
        case 6:
            text = "fail latency-added " + code + delay + span;
            break;
        case 7:
            text = "restore " + code;
            break;
        case 8:
            text = "fail region-destroyed " + code + span;
            break;
        case 9:
            text = "fail clock-skewed " + code + " by " + (rng.chance(500'000) ? "-" : "")
                + std::to_string(rng.between(100, 20'000)) + "ms" + span;
            break;
        case 10:
            text = "fail clock-drifting " + code + " by " + (rng.chance(500'000) ? "-" : "")
                + std::to_string(rng.between(1, 50)) + "ms" + span;
            break;
        case 11:
            text = "fail store-failing " + code + span;
            break;
        default:
            text = "fail-back " + code;
            break;
        }
        commands.push_back(timed(rng.between(from, to), text));
    }
    std::stable_sort(
        commands.begin(), commands.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return commands;
}

} // namespace sb::test
