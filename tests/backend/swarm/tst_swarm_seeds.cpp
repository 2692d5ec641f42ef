// SPDX-License-Identifier: GPL-3.0-or-later
// The swarm, small: what `signalbox swarm --seeds 1..120` does, on two threads as the continuous integration
// has two cores. SB_SEED=n runs one seed, SB_SEEDS=A..B others; a failure prints its shrunk case.
#include "backend/swarm/swarm_report.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <thread>

namespace sb {
namespace {

std::vector<std::uint64_t> chosenSeeds()
{
    std::uint64_t first = 1, last = 120;
    if (const char* range = std::getenv("SB_SEEDS")) {
        char* end = nullptr;
        first = std::strtoull(range, &end, 10);
        last = std::strtoull(end + 2, nullptr, 10);
    }
    if (const char* one = std::getenv("SB_SEED"))
        first = last = std::strtoull(one, nullptr, 10);
    std::vector<std::uint64_t> seeds;
    for (std::uint64_t seed = first; seed <= last; ++seed)
        seeds.push_back(seed);
    return seeds;
}

// Both in turn.
std::string profileOf(std::uint64_t seed)
{
    return seed % 2 == 0 ? "hardened" : "as-aws";
}

TEST(SwarmSeeds, everySeedHoldsEveryInvariant)
{
    const std::vector<std::uint64_t> seeds = chosenSeeds();
    std::vector<std::optional<Result<SeedVerdict>>> verdicts(seeds.size());
    std::atomic<std::size_t> next { 0 };
    const auto work = [&] {
        for (std::size_t i = next++; i < seeds.size(); i = next++)
            verdicts[i] = judgeSeed({ seeds[i], { .profile = profileOf(seeds[i]) }, {}, 60 });
    };
    std::thread helper(work);
    work();
    helper.join();
    SwarmReport report("hardened"); // where everything is to be seen
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        ASSERT_TRUE(verdicts[i]->has_value()) << "seed " << seeds[i] << ": " << verdicts[i]->error().what;
        EXPECT_FALSE((*verdicts[i])->outcome.violation)
            << toText(**verdicts[i]) << "again: SB_SEED=" << seeds[i]
            << " ctest -R tst_swarm_seeds, or signalbox swarm --seeds " << seeds[i] << " --profile "
            << profileOf(seeds[i]) << " --incidents DIR";
        report.add(**verdicts[i]);
    }
    std::fputs(report.toText(0).c_str(), stdout);
    if (seeds.size() >= 120) {
        // A check that saw nothing proves nothing. Rare paths have their own, longer runs (--require-probes).
        EXPECT_EQ(report.unseen(), std::vector<std::string> {});
        EXPECT_LT(report.unreached().size(), 4u);
    }
}

} // namespace
} // namespace sb
