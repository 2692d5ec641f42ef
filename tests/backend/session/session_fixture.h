// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own for each test, and batches whose contents follow from their number.
#pragma once

#include "backend/session/session_file.h"
#include "backend/session/session_writer.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <unistd.h>

namespace sb {

inline const SessionHead kHead { "bookstore", R"({"seed":7})", "0.1.0" };

// The n-th second of a run, n from 0: one input, one checkpoint, two events, one sample.
inline SessionBatch secondOf(std::uint64_t n)
{
    const Instant at = Instant { std::chrono::seconds { n } };
    SessionBatch batch;
    batch.inputs = { { n + 1, n * 100, at, Actor::Operator, "note second " + std::to_string(n) } };
    batch.checkpoints = { { n, n * 100 + 50, ~n } };
    for (std::uint64_t i = 1; i <= 2; ++i) {
        Event event;
        event.seq = EventSeq { n * 2 + i };
        event.at = at;
        event.kind = static_cast<EventKind>(event.seq.value % kEventKindCount);
        event.phase = Phase::Act;
        event.severity = Severity::Warning;
        event.actor = Actor::Shoppers;
        event.object = "order " + std::to_string(event.seq.value);
        event.note = "Ünïcode, \"quotes\" and\na line break";
        event.executed = n * 100 + i;
        event.stateHash = 0xFFFF'FFFF'0000'0000ULL + n; // above what SQLite's integers hold unsigned
        if (i == 2) {
            event.region = RegionId { 0 };
            event.peer = RegionId { 1 };
            event.fault = FaultId { 3 };
            event.cause = EventSeq { event.seq.value - 1 };
        }
        batch.events.push_back(event);
    }
    batch.samples
        = { { at, Metric::ReplicationLag, RegionId { 0 }, RegionId { 1 }, 0.25 + static_cast<double>(n) } };
    return batch;
}

inline bool sameEvent(const Event& a, const Event& b)
{
    return a.seq == b.seq && a.at == b.at && a.kind == b.kind && a.phase == b.phase
        && a.severity == b.severity && a.actor == b.actor && a.region == b.region && a.peer == b.peer
        && a.fault == b.fault && a.cause == b.cause && a.object == b.object && a.action == b.action
        && a.valueBefore == b.valueBefore && a.valueAfter == b.valueAfter && a.unit == b.unit
        && a.note == b.note && a.executed == b.executed && a.stateHash == b.stateHash;
}

class SessionTest : public testing::Test {
protected:
    void SetUp() override
    {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::temp_directory_path()
            / (std::string("signalbox-") + info->test_suite_name() + "-" + info->name() + "-"
                + std::to_string(::getpid()));
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::string inFolder(const std::string& name) const { return (m_folder / name).string(); }
    [[nodiscard]] std::size_t filesLeft() const
    {
        return static_cast<std::size_t>(std::distance(
            std::filesystem::directory_iterator(m_folder), std::filesystem::directory_iterator {}));
    }
    static std::string contents(const std::string& path)
    {
        std::ifstream file(path, std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        return text.str();
    }
    static void put(const std::string& path, const std::string& bytes)
    {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    }
    // A closed session of so many seconds.
    [[nodiscard]] std::string recorded(const std::string& name, std::uint64_t secondsLong) const
    {
        const std::string path = inFolder(name);
        auto writer = SessionWriter::create(path, kHead);
        EXPECT_TRUE(writer) << (writer ? "" : writer.error().what);
        for (std::uint64_t n = 0; writer && n < secondsLong; ++n)
            EXPECT_EQ((*writer)->append(secondOf(n)), SessionAppend::Taken);
        if (writer) {
            EXPECT_TRUE((*writer)->finish(SessionEnd { Instant { 99s }, 9'900, ~0ULL }));
        }
        return path;
    }

    std::filesystem::path m_folder;
};

} // namespace sb
