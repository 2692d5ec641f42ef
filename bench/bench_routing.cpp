// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions a second over a zone of 10,000 records: 1,000 names with a latency group of three aliases to
// weighted groups of two (ETH on, a check on every record), and one name of each policy besides. A tenth of
// the checks is unhealthy. Questions go round all names and 300 cities. items_per_second is decisions a
// second.
#include "backend/net/atlas.h"
#include "backend/routing/explanation.h"
#include "backend/routing/walker.h"

#include <benchmark/benchmark.h>

#include <string>

namespace sb {
namespace {

constexpr std::size_t kNames = 1'000, kRecords = 10'000, kChecks = 500;
constexpr std::string_view kRegions[] = { "eu-west-1", "us-east-1", "ap-southeast-1" };

struct LargeZone {
    ZoneFile file { "Z1", {}, {} };
    std::shared_ptr<const CompiledZone> zone;
    ZoneHealth health;
    std::vector<RoutingQuestion> questions;

    ZoneRecord& record(std::string name, std::string identifier, RecordPolicy policy)
    {
        ZoneRecord record;
        record.name = std::move(name);
        record.setIdentifier = std::move(identifier);
        record.policy = std::move(policy);
        record.index = file.records.size();
        record.healthCheck = "check-" + std::to_string(record.index * 7 % kChecks);
        file.records.push_back(std::move(record));
        return file.records.back();
    }
    void leaf(const std::string& name, std::size_t number, RecordPolicy policy)
    {
        record(name, std::to_string(number), std::move(policy)).values
            = { "192.0.2." + std::to_string(number) };
    }

    void addTree(const std::string& name)
    {
        for (const std::string_view code : kRegions) {
            const std::string target = std::string(code) + "." + name;
            record(name, std::string(code), LatencyPolicy { std::string(code) }).alias
                = AliasTarget { "Z1", target, true };
            leaf(target, 1, WeightedPolicy { 10 });
            leaf(target, 2, WeightedPolicy { 20 });
        }
    }

    // Eight members of the policy of that number.
    void addPolicy(const std::string& name, std::size_t policy)
    {
        const char* continents[] = { "AF", "AN", "AS", "EU", "NA", "OC", "SA" };
        for (std::size_t i = 0; i < 8; ++i) {
            const std::string code = atlas().regions[i * 2].code;
            switch (policy) {
            case 1:
                leaf(name, i, WeightedPolicy { static_cast<int>(i) * 30 });
                break;
            case 3:
                leaf(name, i, LatencyPolicy { code });
                break;
            case 4:
                leaf(name, i,
                    i < 7 ? GeolocationPolicy { continents[i], "", "" } : GeolocationPolicy { "", "*", "" });
                break;
            case 5:
                leaf(name, i, GeoproximityPolicy { code, "", {}, static_cast<int>(i) * 10 - 40 });
                break;
            case 6:
                leaf(name, i, CidrPolicy { "c1", i < 7 ? "l" + std::to_string(i) : "*" });
                break;
            default:
                leaf(name, i, MultivaluePolicy {});
            }
        }
    }

    LargeZone()
    {
        CidrCollection collection { "c1", {} };
        for (std::size_t i = 0; i < 7; ++i)
            collection.locations.push_back({ "l" + std::to_string(i), {} });
        for (std::size_t i = 0; i < 300; ++i)
            collection.locations[i % 7].blocks.push_back(toString(cityBlocks(i).v4));
        file.collections.push_back(std::move(collection));
        for (std::size_t i = 0; i < kNames; ++i)
            addTree("api" + std::to_string(i) + ".example.com.");
        for (const std::size_t policy : { 1U, 3U, 4U, 5U, 6U, 7U })
            addPolicy("p" + std::to_string(policy) + ".example.com.", policy);
        while (file.records.size() < kRecords)
            leaf("fill" + std::to_string(file.records.size()) + ".example.com.", 1, WeightedPolicy { 1 });
        auto compiled = CompiledZone::compile(file);
        SB_ASSERT(compiled.has_value());
        zone = *compiled;
        health = allHealthy(*zone);
        for (std::size_t i = 0; i < health.checks.size(); ++i)
            health.checks[i] = { i % 10 != 0, true, i % 10 != 0 ? 16 : 2, 16 };
    }

    void ask(std::int64_t policy)
    {
        for (std::size_t i = 0; i < 3'000; ++i)
            questions.push_back({ policy == 0 ? "api" + std::to_string(i * 7 % kNames) + ".example.com."
                                              : "p" + std::to_string(policy) + ".example.com.",
                RecordType::A, askerInAtlasCity(i % atlas().cities.size()) });
    }
};

// range: 0 the trees, else the policy's number
void decisions(benchmark::State& state)
{
    LargeZone large;
    large.ask(state.range(0));
    Walker walker(large.zone);
    Rng rng(1);
    RngDraws draws(rng);
    Answer answer;
    std::size_t next = 0;
    for (auto _ : state) {
        walker.decide(large.questions[next], large.health, draws, answer);
        benchmark::DoNotOptimize(answer.values.data());
        next = next + 1 == large.questions.size() ? 0 : next + 1;
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

void explainedDecisions(benchmark::State& state)
{
    LargeZone large;
    large.ask(state.range(0));
    Walker walker(large.zone);
    Rng rng(1);
    RngDraws draws(rng);
    Answer answer;
    Explanation why;
    std::size_t next = 0;
    for (auto _ : state) {
        walker.explain(large.questions[next], large.health, draws, answer, why);
        benchmark::DoNotOptimize(why.candidates.data());
        next = next + 1 == large.questions.size() ? 0 : next + 1;
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

void compiling(benchmark::State& state)
{
    const LargeZone large;
    for (auto _ : state)
        benchmark::DoNotOptimize(CompiledZone::compile(large.file));
}

BENCHMARK(decisions)->ArgName("policy")->Arg(0)->Arg(1)->Arg(3)->Arg(4)->Arg(5)->Arg(6)->Arg(7);
BENCHMARK(explainedDecisions)->ArgName("policy")->Arg(0)->Arg(1)->Arg(3)->Arg(4)->Arg(5)->Arg(6)->Arg(7);
BENCHMARK(compiling)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sb
