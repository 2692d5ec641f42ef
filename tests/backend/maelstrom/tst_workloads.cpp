// SPDX-License-Identifier: GPL-3.0-or-later
// Every workload against nodes that die, lose messages and cannot reach each other, judged by what the
// clients saw; and every workload against a cluster that is broken on purpose, which must be found out.
#include "backend/check/transactions.h"
#include "tests/backend/maelstrom/driver.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace sb::maelstrom::test {
namespace {

// A member that takes its own word for a majority.
class LoneTable final : public StrongTable {
public:
    using StrongTable::StrongTable;

protected:
    [[nodiscard]] std::size_t votesToWrite() const override { return 1; }
    [[nodiscard]] std::size_t votesToRead() const override { return 1; }
};

std::unique_ptr<StrongTable> makeLoneTable(World& world, Links& links, const StrongSpec& spec, RegionId self,
    AcceptorStore& store, SlotPool<StrongMessage>& mail, StrongTableConfig config)
{
    return std::make_unique<LoneTable>(world, links, spec, self, store, mail, config);
}

RunConfig configOf(Workload workload, std::uint64_t seed)
{
    RunConfig config;
    config.cluster.workload = workload;
    config.cluster.nodes = 1 + (seed * 7 + 2) % 5; // 1 to 5
    config.clients = 5;
    return config;
}

check::Verdict verdictOf(Workload workload, const check::Report& report)
{
    const bool isTransactional = workload == Workload::TxnListAppend || workload == Workload::TxnRwRegister;
    return isTransactional ? check::verdictAt(check::Isolation::StrictSerializable, report)
                           : report.verdict();
}

// SB_MAELSTROM_SEED=n replays one seed, SB_MAELSTROM_SEEDS=n runs that many.
std::uint64_t numberFrom(const char* name, std::uint64_t fallback)
{
    const char* text = std::getenv(name);
    return text == nullptr ? fallback : std::strtoull(text, nullptr, 10);
}

class Workloads : public testing::TestWithParam<Workload> { };

TEST_P(Workloads, KeepTheirPromiseUnderFaults)
{
    const std::uint64_t one = numberFrom("SB_MAELSTROM_SEED", 0);
    const std::uint64_t count = one != 0 ? 1 : numberFrom("SB_MAELSTROM_SEEDS", 200);
    std::size_t done = 0, faults = 0;
    for (std::uint64_t i = 1; i <= count; ++i) {
        const std::uint64_t seed = one != 0 ? one : i;
        const RunResult result = runOnce(seed, configOf(GetParam(), seed));
        done += result.done;
        faults += result.faults;
        EXPECT_EQ(result.unserved, 0U) << "replay: SB_MAELSTROM_SEED=" << seed;
        ASSERT_EQ(verdictOf(GetParam(), result.report), check::Verdict::Passed)
            << result.report.text() << "replay: SB_MAELSTROM_SEED=" << seed
            << " ./tst_maelstrom_workloads --gtest_filter='*" << toString(GetParam()) << "*'";
    }
    RecordProperty("done", static_cast<int>(done));
    std::printf("%s: %llu seeds, %zu requests done, %zu faults\n", toString(GetParam()),
        static_cast<unsigned long long>(count), done, faults);
    EXPECT_GT(done, count * 20);
    EXPECT_GT(faults, count * 3);
}

TEST_P(Workloads, AreFoundOutWhenTheClusterIsBroken)
{
    int caught = 0;
    std::uint64_t seed = 1;
    for (; seed <= 60 && caught < 3; ++seed) {
        RunConfig config = configOf(GetParam(), seed);
        config.cluster.nodes = 3;
        config.cluster.forgetsAtDeath = true;
        config.cluster.makeTable = makeLoneTable;
        config.manglesAnswers = GetParam() == Workload::Echo;
        const RunResult result = runOnce(seed, config);
        caught += verdictOf(GetParam(), result.report) == check::Verdict::Violated ? 1 : 0;
    }
    std::printf("%s: caught 3 times in %llu seeds\n", toString(GetParam()),
        static_cast<unsigned long long>(seed - 1));
    EXPECT_EQ(caught, 3);
}

std::string nameOf(const testing::TestParamInfo<Workload>& info)
{
    std::string name;
    for (const char* c = toString(info.param); *c != '\0'; ++c)
        name += *c == '-' ? '_' : *c;
    return name;
}

std::vector<Workload> allWorkloads()
{
    std::vector<Workload> all;
    for (std::size_t i = 0; i < kWorkloads; ++i)
        all.push_back(static_cast<Workload>(i));
    return all;
}

INSTANTIATE_TEST_SUITE_P(Maelstrom, Workloads, testing::ValuesIn(allWorkloads()), nameOf);

TEST(Driver, ReplaysASeedExactly)
{
    const RunConfig config = configOf(Workload::LinKv, 5);
    const RunResult first = runOnce(5, config), second = runOnce(5, config);
    EXPECT_EQ(first.done, second.done);
    EXPECT_EQ(first.lines, second.lines);
    EXPECT_NE(first.lines, runOnce(6, config).lines);
}

} // namespace
} // namespace sb::maelstrom::test
