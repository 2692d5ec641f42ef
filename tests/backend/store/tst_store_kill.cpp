// SPDX-License-Identifier: GPL-3.0-or-later
// A process that writes and acknowledges is killed (SIGKILL) at random moments. Whatever was acknowledged
// must be in the file, and a commit is there as a whole or not at all. The page cache outlives a killed
// process, so this shows atomicity and recovery, not what a power cut does.
#include "tests/backend/store/store_support.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace sb {
namespace {

using namespace test;

constexpr int kRounds = 25;
constexpr std::uint64_t kMaxAcknowledged = 50; // per round
const Key kCounter { Table::Books, 1, 0 };

Key orderKey(std::uint64_t seq)
{
    return { Table::Orders, seq % 17, seq };
}
Item orderItem(std::uint64_t seq)
{
    return item(seq, std::string(seq * 37 % 3000, static_cast<char>(seq)));
}
Item counterItem(std::uint64_t seq)
{
    return item(seq, std::to_string(seq));
}

// Commits 1 to 8 transactions at a time for ever; after each commit it sends the last seq. Never returns.
[[noreturn]] void writeAndAcknowledge(const std::string& path, Rng rng, int pipeEnd)
{
    SqliteStoreOptions options;
    options.path = path;
    Result<std::unique_ptr<Store>> opened = openSqliteStore(options);
    if (!opened)
        _exit(2);
    Store& store = **opened;
    while (true) {
        std::uint64_t seq = 0;
        for (std::uint64_t i = 1 + rng.below(8); i > 0; --i) {
            seq = store.logEnd(region(0));
            store.append(logEntry(0, seq));
            store.put(orderKey(seq), orderItem(seq));
            store.put(kCounter, counterItem(seq));
        }
        if (!store.flush() || write(pipeEnd, &seq, sizeof seq) != sizeof seq)
            _exit(3);
    }
}

// The last seq acknowledged before the child's death; 0 when there was none.
std::uint64_t runUntilKilled(const std::string& path, Rng& rng)
{
    int ends[2] = {};
    SB_ASSERT(pipe(ends) == 0);
    const Rng childRng = rng.fork("child", rng.next());
    const pid_t child = fork();
    SB_ASSERT(child >= 0);
    if (child == 0) {
        close(ends[0]);
        writeAndAcknowledge(path, childRng, ends[1]);
    }
    close(ends[1]);
    std::uint64_t seq = 0;
    std::uint64_t last = 0;
    const std::uint64_t wanted = rng.below(kMaxAcknowledged);
    for (std::uint64_t i = 0; i < wanted && read(ends[0], &seq, sizeof seq) == sizeof seq; ++i)
        last = seq;
    // From just after an acknowledgement to some way into the next commits.
    std::uint64_t work = 0;
    for (std::uint64_t spin = rng.below(500'000); spin > 0; --spin)
        work += rng.next() & 1;
    SB_ASSERT(work < 500'000); // keeps the loop from being optimised away
    kill(child, SIGKILL);
    int status = 0;
    SB_ASSERT(waitpid(child, &status, 0) == child);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer gave up with status " << WEXITSTATUS(status);
    while (read(ends[0], &seq, sizeof seq) == sizeof seq)
        last = seq;
    close(ends[0]);
    return last;
}

void checkFile(const std::string& path, std::uint64_t acknowledged)
{
    SqliteStoreOptions options;
    options.path = path;
    const Result<std::unique_ptr<Store>> opened = openSqliteStore(options);
    ASSERT_TRUE(opened) << opened.error().what;
    Store& store = **opened;
    const std::uint64_t end = store.logEnd(region(0));
    ASSERT_GT(end, acknowledged);
    ASSERT_EQ(store.count(Table::Orders), end - 1);
    for (std::uint64_t seq = 1; seq < end; ++seq) {
        const LogEntry* entry = store.logEntry(region(0), seq);
        ASSERT_NE(entry, nullptr) << seq;
        ASSERT_EQ(*entry, logEntry(0, seq));
        const Item* order = store.find(orderKey(seq));
        ASSERT_NE(order, nullptr) << seq;
        ASSERT_EQ(*order, orderItem(seq));
    }
    const Item* counter = store.find(kCounter);
    ASSERT_EQ(counter == nullptr, end == 1);
    if (counter != nullptr) {
        ASSERT_EQ(*counter, counterItem(end - 1));
    }
}

TEST(StoreKill, nothingAcknowledgedIsLostAndNothingIsTorn)
{
    const std::uint64_t seed = firstSeed(31);
    SCOPED_TRACE("moments vary from run to run; same draws with SB_SEED=" + std::to_string(seed));
    TempFolder folder;
    const std::string path = folder.file("store.db");
    Rng rng = Rng(seed).fork("store kill");
    std::uint64_t acknowledged = 0;
    for (int round = 0; round < kRounds && !HasFailure(); ++round) {
        acknowledged = std::max(acknowledged, runUntilKilled(path, rng));
        checkFile(path, acknowledged);
    }
    EXPECT_GT(acknowledged, 0u);
}

} // namespace
} // namespace sb
