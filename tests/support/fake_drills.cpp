// SPDX-License-Identifier: GPL-3.0-or-later
// Drills without an engine. A text is wrong where it says "wrong".
#include "tests/support/fake_control_room.h"

namespace sb::test {

std::vector<DrillEntry> cannedDrills()
{
    const auto entry = [](const char* path, const char* title, DrillDifficulty difficulty, Duration until) {
        DrillEntry made;
        made.path = path;
        made.title = title;
        made.text = "[drill]\ntitle = \"" + std::string(title) + "\"\n";
        made.description = "At 2 min a region fails. Answers move as caches expire; four minutes later it is "
                           "restored and takes its answers back in steps.";
        made.difficulty = difficulty;
        made.seed = 7;
        made.until = kStart + until;
        made.steps = 3;
        made.checks = 12;
        return made;
    };
    std::vector<DrillEntry> drills { entry("shipped:drills/region-outage.toml", "Region outage, Ireland",
                                         DrillDifficulty::Easy, 14min),
        entry("shipped:drills/partition-both-write.toml", "A cut link while both regions write",
            DrillDifficulty::Hard, 12min) };
    DrillEntry broken;
    broken.path = "shipped:drills/broken.toml";
    broken.text = "[drill]\nwrong\n";
    broken.error = "broken.toml:2:1: expected '=' after the key";
    drills.push_back(broken);
    return drills;
}

DrillView cannedDrill(bool isJudged)
{
    DrillView drill;
    drill.path = "shipped:drills/region-outage.toml";
    drill.title = "Region outage, Ireland";
    drill.difficulty = DrillDifficulty::Easy;
    drill.seed = 7;
    drill.rtoObjective = 5min;
    drill.until = kStart + (isJudged ? Duration { 3min } : Duration { 14min });
    using S = DrillStepState;
    const std::string told = "The drill orders: fail region-outage eu-west-1 for 30m";
    drill.steps
        = { { Instant { 165s }, "fail replication-paused eu-west-1 for 30m",
                "Nothing leaves Ireland any more; nobody notices yet.", S::Done, told, EventSeq { 3 } },
              { Instant { 3min }, "fail region-outage eu-west-1 for 30m", "Ireland goes silent.", S::Refused,
                  "Refused: Ireland fails already; clear it first", EventSeq { 5 } },
              { Instant { 20min }, "fail-back eu-west-1", "Restore, catch up, verify, ramp.",
                  isJudged ? S::Done : S::Due, "", {} } };
    drill.checks = { { "Checks go red within 45 s", isJudged, true,
                         "health.red eu-west-1 at 3 min 12 s (event 17)", EventSeq { 17 } },
        { "RTO is at most 5 min", isJudged, false, "no interruption has ended yet", {} },
        { "Nothing acknowledged is lost", isJudged, true, "no write was lost or overwritten", {} } };
    return drill;
}

DrillRepeatsView cannedRepeats(int runs)
{
    DrillRepeatsView view { "Region outage, Ireland", {}, 5min };
    for (int i = 0; i < runs; ++i) {
        DrillOutcome outcome;
        outcome.seed = static_cast<std::uint64_t>(i) + 1;
        outcome.rto = 1s * (70 + i * 37 % 300);
        outcome.passed = outcome.rto <= Duration { 5min };
        if (!outcome.passed)
            outcome.failedChecks = { "RTO is at most 5 min" };
        outcome.rpoOperations = 31;
        outcome.rpoOrders = 4;
        outcome.failedRequests = 20'000 + static_cast<std::uint64_t>(i) * 777;
        view.outcomes.push_back(std::move(outcome));
    }
    return view;
}

std::uint64_t FakeControlRoom::startDrillList(std::string folder)
{
    drillLists.push_back(std::move(folder));
    return addJob("List drills");
}

std::shared_ptr<const std::vector<DrillEntry>> FakeControlRoom::drills(std::uint64_t job) const
{
    if (!isDone(job) || drillLists.empty())
        return nullptr;
    std::vector<DrillEntry> found;
    for (const DrillEntry& entry : drillList)
        if (drillLists.back().empty() || entry.path == drillLists.back())
            found.push_back(entry);
    return std::make_shared<const std::vector<DrillEntry>>(std::move(found));
}

std::vector<std::string> FakeControlRoom::problemsOfDrill(
    const std::string& text, const std::string& fileName) const
{
    std::vector<std::string> problems;
    int line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (text.substr(at, end - at).find("wrong") != std::string::npos)
            problems.push_back(fileName + ":" + std::to_string(line) + ":1: expected '=' after the key");
        at = end + 1;
    }
    return problems;
}

std::uint64_t FakeControlRoom::startDrillRepeats(std::string path, std::uint64_t first, int count)
{
    repeats.push_back({ std::move(path), first, count });
    return addJob("Repeat");
}

std::shared_ptr<const DrillRepeatsView> FakeControlRoom::drillRepeats(std::uint64_t job) const
{
    return job > 0 && job <= jobList.size() && jobList[job - 1].isFinished ? repeatsView : nullptr;
}

} // namespace sb::test
