// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the record of another run: it says what the run itself said, and files that are none are refused
// with their path and the cause.
#include "backend/control/control_room_impl.h"
#include "backend/control/headless.h"
#include "backend/control/record_reader.h"
#include "tests/scenario/rig.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

namespace sb {
namespace {

using namespace test;

// Two minutes with an outage of Ireland in them.
HeadlessOutcome recordOutage(const std::string& path, Instant until = kStart + 4min)
{
    HeadlessRequest request;
    request.config.seed = 11;
    request.config.requestRateHz = 40;
    request.config.store = StoreKind::Memory;
    request.until = until;
    request.recordPath = path;
    request.commands.push_back({ kStart + 30s, commandOf("fail region-outage eu-west-1 for 2m") });
    auto outcome = runHeadless(request);
    EXPECT_TRUE(outcome) << outcome.error().what;
    return outcome ? std::move(*outcome) : HeadlessOutcome {};
}

void expectRefusal(const std::string& path, Errc code)
{
    const auto record = readRecord(path);
    ASSERT_FALSE(record) << path << " was read";
    EXPECT_EQ(record.error().code, code) << record.error().what;
    EXPECT_NE(record.error().what.find(path), std::string::npos) << record.error().what;
}

std::string copyOf(const std::string& path, const std::string& to)
{
    std::filesystem::copy_file(path, to);
    return to;
}

TEST(RecordReader, SaysWhatTheRunItselfSaid)
{
    TempFolder folder;
    const HeadlessOutcome run = recordOutage(folder.file("run.signalbox"));
    const auto record = readRecord(folder.file("run.signalbox"));
    ASSERT_TRUE(record) << record.error().what;
    ASSERT_EQ(record->events.size(), run.events.size());
    for (std::size_t i = 0; i < run.events.size(); ++i) {
        EXPECT_EQ(record->events[i].seq, run.events[i].seq);
        EXPECT_EQ(record->events[i].kind, run.events[i].kind);
        EXPECT_EQ(record->events[i].at, run.events[i].at);
        EXPECT_EQ(record->events[i].note, run.events[i].note);
    }
    EXPECT_EQ(record->world.seed, 11U);
    EXPECT_EQ(record->world.regions.size(), run.description.regions.size());
    EXPECT_EQ(record->world.cities.size(), run.description.cities.size());
    EXPECT_EQ(record->end, run.endedAt);
    EXPECT_EQ(record->path, folder.file("run.signalbox"));
}

TEST(RecordReader, DerivesTheIncidentsThatTheRunShowed)
{
    TempFolder folder;
    const HeadlessOutcome run = recordOutage(folder.file("run.signalbox"));
    const auto record = readRecord(folder.file("run.signalbox"));
    ASSERT_TRUE(record) << record.error().what;
    ASSERT_EQ(record->incidents.size(), 1U);
    const IncidentView& read = record->incidents.front();
    const IncidentView& shown = run.finalSnapshot->incident;
    EXPECT_EQ(read.number, shown.number);
    EXPECT_EQ(read.isOpen, shown.isOpen);
    EXPECT_EQ(read.impactAt, shown.impactAt);
    EXPECT_EQ(read.restoredAt, shown.restoredAt);
    EXPECT_EQ(read.rto, shown.rto);
    EXPECT_EQ(read.rpoOperations, shown.rpoOperations);
    EXPECT_EQ(read.rpoOrders, shown.rpoOrders);
}

// Otherwise the worst run of two, which never came back, would look like the best.
TEST(RecordReader, AnOutageThatTheRecordEndsInHasATimeThatStillRuns)
{
    TempFolder folder;
    const HeadlessOutcome run = recordOutage(folder.file("run.signalbox"), kStart + 50s);
    const auto record = readRecord(folder.file("run.signalbox"));
    ASSERT_TRUE(record) << record.error().what;
    ASSERT_EQ(record->incidents.size(), 1U);
    const IncidentView& read = record->incidents.front();
    ASSERT_NE(read.impactAt, kNever);
    EXPECT_EQ(read.restoredAt, kNever);
    EXPECT_TRUE(read.rtoIsRunning);
    EXPECT_EQ(read.rto, run.endedAt - read.impactAt);
}

TEST(RecordReader, HasAColumnASecondOfErrorsAndLag)
{
    TempFolder folder;
    recordOutage(folder.file("run.signalbox"));
    const auto record = readRecord(folder.file("run.signalbox"));
    ASSERT_TRUE(record) << record.error().what;
    ASSERT_TRUE(record->charts);
    EXPECT_EQ(record->charts->column, 1s);
    bool hasErrors = false;
    bool hasLag = false;
    float most = 0;
    for (const ChartSeries& series : record->charts->series) {
        EXPECT_EQ(series.columns.size(), 240U);
        hasErrors |= series.metric == Metric::ErrorShare;
        hasLag |= series.metric == Metric::ReplicationLag;
        for (const ChartColumn& column : series.columns) {
            if (series.metric == Metric::ErrorShare && !column.isGap)
                most = std::max(most, column.max);
        }
    }
    EXPECT_TRUE(hasErrors);
    EXPECT_TRUE(hasLag);
    EXPECT_GT(most, 1.0F) << "an outage without errors";
}

TEST(RecordReader, RefusesWhatIsNoSession)
{
    TempFolder folder;
    expectRefusal(folder.file("nothing.signalbox"), Errc::UnknownName);
    expectRefusal(folder.path(), Errc::BadInput);
    const std::string text = folder.file("text.signalbox");
    std::ofstream(text) << "This is no session, however it is called, and it is longer than a header is.\n";
    expectRefusal(text, Errc::BadInput);
}

TEST(RecordReader, RefusesASessionThatIsCutOffOrDamaged)
{
    TempFolder folder;
    const std::string whole = folder.file("run.signalbox");
    recordOutage(whole);
    const std::string cut = copyOf(whole, folder.file("cut.signalbox"));
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) / 2);
    expectRefusal(cut, Errc::Corrupt);
    const std::string damaged = copyOf(whole, folder.file("damaged.signalbox"));
    std::fstream file(damaged, std::ios::binary | std::ios::in | std::ios::out);
    for (std::streamoff at = 8192; at < 65'536; at += 97) {
        file.seekp(at);
        file.put('\x5a');
    }
    file.close();
    expectRefusal(damaged, Errc::Corrupt);
}

TEST(RecordReader, StopsWhenItIsCancelled)
{
    TempFolder folder;
    recordOutage(folder.file("run.signalbox"));
    const auto record = readRecord(folder.file("run.signalbox"), [](double share) { return share < 0.5; });
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, Errc::Cancelled);
}

TEST(RecordReader, ReadsBesideARunAndFailsWithoutHarmToIt)
{
    TempFolder folder;
    recordOutage(folder.file("run.signalbox"));
    RunRequest request;
    request.store = StoreKind::Memory;
    request.requestRateHz = 20;
    auto room = makeControlRoom(request, {});
    ASSERT_TRUE(room) << room.error().what;
    const std::uint64_t good = (*room)->startRecordRead(folder.file("run.signalbox"));
    const std::uint64_t bad = (*room)->startRecordRead(folder.file("nothing.signalbox"));
    EXPECT_NE(good, bad);
    const auto deadline = std::chrono::steady_clock::now() + 2min;
    const auto areDone = [&] {
        const auto jobs = (*room)->jobs();
        return std::all_of(jobs.begin(), jobs.end(), [](const JobStatus& job) { return job.isFinished; });
    };
    while (!areDone() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::yield();
    ASSERT_TRUE((*room)->record(good));
    EXPECT_FALSE((*room)->record(good)->events.empty());
    EXPECT_FALSE((*room)->record(bad));
    for (const JobStatus& job : (*room)->jobs()) {
        if (job.id == bad) {
            ASSERT_TRUE(job.error);
            EXPECT_EQ(job.error->code, Errc::UnknownName);
        }
        EXPECT_TRUE(job.resultPath.empty()) << "nothing was written";
    }
}

} // namespace
} // namespace sb
