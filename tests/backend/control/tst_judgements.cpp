// SPDX-License-Identifier: GPL-3.0-or-later
// What a control room does beside its run: zones are judged and ways of checking compared.
#include "backend/control/check_comparison.h"
#include "backend/control/control_room_impl.h"
#include "backend/control/zone_report.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <thread>

namespace sb {
namespace {

std::string zonesFolder()
{
    return std::string(SB_SOURCE_DIR) + "/resources/zones/";
}

std::string written(const test::TempFolder& folder, const std::string& name, const std::string& text)
{
    std::ofstream(folder.file(name)) << text;
    return folder.file(name);
}

const ZoneFindingView* findingOf(const ZoneReportView& report, const std::string& rule)
{
    for (const ZoneFindingView& finding : report.findings)
        if (finding.rule == rule)
            return &finding;
    return nullptr;
}

// A primary without a check, and a weight out of range when `weight` is.
std::string zoneText(int weight)
{
    return R"({"ResourceRecordSets": [
 {"Name": "api.example.com.", "Type": "A", "SetIdentifier": "one", "Weight": )"
        + std::to_string(weight) + R"(, "TTL": 300, "HealthCheckId": "a",
  "ResourceRecords": [{"Value": "192.0.2.1"}]},
 {"Name": "api.example.com.", "Type": "A", "SetIdentifier": "two", "Weight": 10, "TTL": 300,
  "ResourceRecords": [{"Value": "192.0.2.2"}]}]})";
}

TEST(ZoneReport, TellsWhatIsUnwiseWithWhatFollowsAndWhatMends)
{
    const test::TempFolder folder;
    const auto report = judgeZoneFile(written(folder, "zone.json", zoneText(10)), "");
    ASSERT_TRUE(report) << report.error().what;
    EXPECT_EQ(report->records, 2u);
    EXPECT_TRUE(report->mistakes.empty());
    EXPECT_FALSE(report->hasChecks);
    const ZoneFindingView* unchecked = findingOf(*report, "sibling-unchecked");
    ASSERT_NE(unchecked, nullptr);
    EXPECT_EQ(unchecked->severity, ZoneFindingSeverity::Warning);
    EXPECT_NE(unchecked->what.find("two"), std::string::npos) << unchecked->what;
    EXPECT_FALSE(unchecked->consequence.empty());
    EXPECT_FALSE(unchecked->mend.empty());
    EXPECT_TRUE(std::is_sorted(report->findings.begin(), report->findings.end(),
        [](const auto& a, const auto& b) { return a.severity > b.severity; }));
}

TEST(ZoneReport, NamesFileRecordAndMemberOfAMistake)
{
    const test::TempFolder folder;
    const auto report = judgeZoneFile(written(folder, "zone.json", zoneText(300)), "");
    ASSERT_TRUE(report) << report.error().what;
    ASSERT_EQ(report->mistakes.size(), 1u);
    for (const char* part : { "zone.json:2:", "record 0", "Weight is 300" })
        EXPECT_NE(report->mistakes.front().find(part), std::string::npos) << report->mistakes.front();
    EXPECT_TRUE(report->findings.empty()) << "a file that could not be read whole is judged all the same";
}

TEST(ZoneReport, ReadsTheFileOfHealthChecksAsWell)
{
    const auto without = judgeZoneFile(zonesFolder() + "workshop.json", "");
    const auto with = judgeZoneFile(zonesFolder() + "workshop.json", zonesFolder() + "workshop-checks.json");
    ASSERT_TRUE(without && with);
    EXPECT_TRUE(with->mistakes.empty());
    EXPECT_TRUE(with->hasChecks);
    EXPECT_GT(with->findings.size(), without->findings.size());
}

TEST(ZoneReport, RefusesAFileThatCannotBeRead)
{
    const test::TempFolder folder;
    const auto report = judgeZoneFile(folder.file("nowhere.json"), "");
    ASSERT_FALSE(report);
    EXPECT_NE(report.error().what.find("nowhere.json"), std::string::npos);
    const auto noChecks
        = judgeZoneFile(written(folder, "zone.json", zoneText(10)), folder.file("nowhere.json"));
    ASSERT_FALSE(noChecks);
    EXPECT_EQ(noChecks.error().code, Errc::UnknownName);
}

TEST(CheckComparison, RefusesANumberOfSeedsOutOfRange)
{
    for (const int seeds : { 0, -1, kComparisonSeedsMax + 1 }) {
        const auto view = compareChecks(CheckIncident::Outage, seeds, {});
        ASSERT_FALSE(view);
        EXPECT_NE(view.error().what.find(std::to_string(seeds)), std::string::npos);
    }
}

TEST(CheckComparison, EndsWhenItIsCancelledAndTellsItsProgressBefore)
{
    double last = 0;
    int calls = 0;
    const auto view = compareChecks(CheckIncident::Outage, 2, [&](double share) {
        EXPECT_GE(share, last);
        EXPECT_LE(share, 1.0);
        last = share;
        return ++calls < 30;
    });
    ASSERT_FALSE(view);
    EXPECT_EQ(view.error().code, Errc::Cancelled);
    EXPECT_EQ(calls, 30);
    EXPECT_GT(last, 0.0);
}

TEST(CheckComparison, ComesToWhatItsRunsSay)
{
    const auto view = compareChecks(CheckIncident::CheckersCut, 1, {});
    ASSERT_TRUE(view) << view.error().what;
    ASSERT_EQ(view->rows.size(), comparedSettings().size());
    for (std::size_t i = 0; i < view->rows.size(); i += 3) {
        const CheckSetting& setting = comparedSettings()[i];
        const auto score = scoreSetting(setting, CheckIncident::CheckersCut, 1);
        ASSERT_TRUE(score);
        const CheckScoreView& row = view->rows[i];
        EXPECT_EQ(row.design, setting.design);
        EXPECT_EQ(row.runs, 1);
        EXPECT_EQ(row.redP50, score->redAfter) << nameOf(setting);
        EXPECT_EQ(row.falseAlarms, score->falseAlarms) << nameOf(setting);
        EXPECT_EQ(row.requests, score->requests) << nameOf(setting);
    }
}

const JobStatus* jobOf(const std::vector<JobStatus>& jobs, std::uint64_t id)
{
    for (const JobStatus& job : jobs)
        if (job.id == id)
            return &job;
    return nullptr;
}

TEST(RoomJobs, AZoneFileIsJudgedBesideTheRun)
{
    RunRequest request;
    request.requestRateHz = 20;
    request.store = StoreKind::Memory;
    auto room = makeControlRoom(request, "");
    ASSERT_TRUE(room) << room.error().what;
    EXPECT_EQ((*room)->zone(), nullptr) << "the program's own zone is nobody's file";
    const std::uint64_t good = (*room)->startZoneReport(zonesFolder() + "nested.json", "");
    const std::uint64_t bad = (*room)->startZoneReport("/nowhere/zone.json", "");
    const auto end = std::chrono::steady_clock::now() + 1min;
    const auto isFinished = [&](std::uint64_t id) {
        const auto jobs = (*room)->jobs();
        const JobStatus* job = jobOf(jobs, id);
        return job != nullptr && job->isFinished;
    };
    while (!isFinished(good) || !isFinished(bad)) {
        ASSERT_LT(std::chrono::steady_clock::now(), end);
        std::this_thread::sleep_for(1ms);
    }
    const auto report = (*room)->zoneReport(good);
    ASSERT_NE(report, nullptr);
    EXPECT_GT(report->records, 0u);
    EXPECT_EQ((*room)->forecast(good), nullptr) << "a report is no forecast";
    EXPECT_EQ((*room)->zoneReport(bad), nullptr);
    const auto jobs = (*room)->jobs();
    ASSERT_TRUE(jobOf(jobs, bad)->error);
}

} // namespace
} // namespace sb
