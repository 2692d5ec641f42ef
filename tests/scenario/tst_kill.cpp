// SPDX-License-Identifier: GPL-3.0-or-later
// A recording process is killed (SIGKILL) at random moments. Every order that it had acknowledged is in its
// region's store, the session opens, and its replay verifies as far as it goes. (The page cache outlives a
// killed process: this shows atomicity and recovery, not what a power cut does.)
#include "backend/session/session_file.h"
#include "tests/scenario/rig.h"
#include "tests/support/victim.h"

#include <cstdio>
#include <sstream>

namespace sb {
namespace {

using namespace test;

// Starts the victim, lets it acknowledge for a while, kills it; what it had said until then.
std::vector<std::string> runUntilKilled(const std::string& mode, std::uint64_t seed, const std::string& path,
    std::uint64_t wantedBytes, std::uint64_t spins)
{
    Victim victim(SB_VICTIM, { mode, std::to_string(seed), path });
    std::string text;
    while (text.size() < wantedBytes && victim.take(text)) { }
    volatile std::uint64_t work = 0; // some way into what it does next
    for (std::uint64_t i = 0; i < spins; ++i)
        work = work + i;
    victim.killNow();
    while (victim.take(text)) { }
    std::vector<std::string> lines;
    std::istringstream stream(text.substr(0, text.rfind('\n') + 1)); // the last one may be cut
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

class Kill : public testing::Test {
protected:
    std::unique_ptr<Store> openStore(const std::string& session, int region)
    {
        const std::string folder = std::filesystem::path(session).replace_extension(".stores").string();
        SqliteStoreOptions options;
        options.path = folder + "/" + smallWorld(1).regions[static_cast<std::size_t>(region)] + ".db";
        auto opened = openSqliteStore(options);
        EXPECT_TRUE(opened) << opened.error().what;
        return opened ? std::move(*opened) : makeMemoryStore();
    }

    void checkOrders(const std::string& session, const std::vector<std::string>& lines)
    {
        std::unique_ptr<Store> stores[] = { openStore(session, 0), openStore(session, 1) };
        // Orders that a region itself committed; a repeat of an acknowledged one adds none.
        std::uint64_t own[] = { 0, 0 };
        for (int r = 0; r < 2; ++r)
            stores[r]->forEach(Table::Orders, [&](const Key&, const Item& item) {
                own[r] += item.version.origin == region(static_cast<std::size_t>(r)) ? 1 : 0;
            });
        for (const std::string& line : lines) {
            std::istringstream words(line);
            std::string what;
            std::size_t at = 0;
            std::uint64_t a = 0, b = 0;
            words >> what >> at >> a >> b;
            ASSERT_LT(at, 2u) << line;
            if (what == "order")
                EXPECT_NE(stores[at]->find({ Table::Orders, a, b }), nullptr) << line << " is lost";
            else
                EXPECT_GE(own[at], a) << line << ", but its store has fewer";
            ++m_checked;
        }
    }

    void checkSession(const std::string& path)
    {
        auto reader = SessionReader::open(path);
        ASSERT_TRUE(reader) << reader.error().what;
        EXPECT_FALSE(reader->end());
        const auto outcome = replaySession(path);
        ASSERT_TRUE(outcome) << outcome.error().what;
        const auto recorded = reader->checkpoints();
        ASSERT_TRUE(recorded);
        if (recorded->empty())
            return; // killed within its first second: nothing to compare, nothing to contradict
        EXPECT_TRUE(outcome->isVerified)
            << "first difference at " << durationText(outcome->firstDifferenceAt - kStart);
        m_checkpoints += outcome->checkpoints;
    }

    void playRounds(const std::string& mode, int rounds, std::uint64_t bytesMax, std::uint64_t first)
    {
        const std::uint64_t seed = seeds(first, 1)[0];
        SCOPED_TRACE("moments vary from run to run; " + replayHint(seed));
        Rng rng = Rng(seed).fork("kill", first);
        for (int round = 0; round < rounds && !HasFailure(); ++round) {
            TempFolder folder;
            const std::string path = folder.file("run.signalbox");
            const auto lines = runUntilKilled(mode, seed + static_cast<std::uint64_t>(round), path,
                1 + rng.below(bytesMax), rng.below(30'000'000));
            checkOrders(path, lines);
            checkSession(path);
        }
        EXPECT_GT(m_checked, 0u);
        EXPECT_GT(m_checkpoints, 0u);
        std::printf("%s: %llu acknowledgements and %llu checkpoints checked\n", mode.c_str(),
            static_cast<unsigned long long>(m_checked), static_cast<unsigned long long>(m_checkpoints));
    }

    std::uint64_t m_checked = 0;
    std::uint64_t m_checkpoints = 0;
};

TEST_F(Kill, noAcknowledgedOrderIsLostAndTheSessionVerifies)
{
    playRounds("engine", 10, 12'000, 801);
}

TEST_F(Kill, noOrderThatTheWindowHasShownIsLost)
{
    playRounds("room", 6, 1'200, 851);
}

} // namespace
} // namespace sb
