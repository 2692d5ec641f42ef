// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/check_comparison.h"

#include "backend/api/command_text.h"
#include "backend/base/json_writer.h"
#include "backend/base/rng.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace sb {
namespace {

constexpr std::string_view kRegion = "eu-west-1"; // that the incident happens to
constexpr Duration kLasts = 4min;
constexpr Duration kBurstMax = 8s; // of intermittent loss; the last one may begin just before the end
constexpr Instant kUntil { 9min };

// The moment is the seed's and not the setting's.
Instant beginOf(std::uint64_t seed)
{
    return kStart + Rng(seed).fork("check-comparison").between(Duration { 2min }, Duration { 150s });
}

TimedCommand fault(Instant at, const std::string& what, const std::string& how, Duration lasts)
{
    auto command = parseCommand("fail " + what + " " + std::string(kRegion) + how + " for "
        + std::to_string(lasts.count() / 1'000) + "ms");
    SB_ASSERT(command.has_value());
    return { at, std::move(*command), Actor::Drill };
}

std::vector<TimedCommand> commandsOf(CheckIncident incident, std::uint64_t seed)
{
    const Instant begin = beginOf(seed);
    switch (incident) {
    case CheckIncident::Outage:
        return { fault(begin, "region-outage", "", kLasts) };
    case CheckIncident::GrayFailure:
        return { fault(begin, "gray-failing", " by 30%", kLasts) };
    case CheckIncident::HealthPathBroken:
        return { fault(begin, "health-path-failing", "", kLasts) };
    case CheckIncident::CheckersCut:
        return { fault(begin, "checkers-cut", " by 85%", kLasts) };
    case CheckIncident::IntermittentLoss:
        break;
    }
    std::vector<TimedCommand> commands;
    Rng rng = Rng(seed).fork("check-comparison-bursts");
    for (Instant at = begin; at < begin + kLasts;) {
        const Duration lasts = rng.between(Duration { 2s }, kBurstMax);
        const Duration pause = rng.between(Duration { 4s }, Duration { 16s });
        commands.push_back(fault(at, "mapping-removed", "", lasts));
        at += lasts + pause;
    }
    return commands;
}

CheckScore scoreOf(const HeadlessOutcome& outcome, CheckIncident incident, std::uint64_t seed)
{
    CheckScore score { .seed = seed, .redAfter = {}, .movedAfter = {} };
    const Instant begin = beginOf(seed);
    const RegionId hurt { 0 };
    for (const Event& event : outcome.events) {
        const bool isDuring = event.at >= begin && event.at <= begin + kLasts + kBurstMax;
        if (event.kind == EventKind::HealthRed) {
            const bool isRight = event.region == hurt && hurtsCustomers(incident) && isDuring;
            score.falseAlarms += isRight ? 0 : 1;
            if (event.region == hurt && isDuring && !score.redAfter)
                score.redAfter = event.at - begin;
        }
        if (event.kind == EventKind::AnswersShifted && event.peer == hurt && event.at >= begin) {
            ++score.moves;
            if (!score.movedAfter)
                score.movedAfter = event.at - begin;
        }
    }
    score.requests = outcome.finalSnapshot->totals.requests;
    score.failed = outcome.finalSnapshot->totals.failed;
    return score;
}

std::optional<Duration> percentileOf(std::vector<Duration> times, int percent)
{
    if (times.empty())
        return std::nullopt;
    std::sort(times.begin(), times.end());
    const std::size_t rank = (times.size() * static_cast<std::size_t>(percent) + 99) / 100;
    return times[std::max<std::size_t>(rank, 1) - 1];
}

template<typename Member> auto sumOf(const std::vector<CheckScore>& scores, Member member)
{
    std::remove_cvref_t<decltype(scores.front().*member)> sum {};
    for (const CheckScore& score : scores)
        sum += score.*member;
    return sum;
}

std::vector<Duration> timesOf(
    const std::vector<CheckScore>& scores, std::optional<Duration> CheckScore::*member)
{
    std::vector<Duration> times;
    for (const CheckScore& score : scores)
        if (score.*member)
            times.push_back(*(score.*member));
    return times;
}

std::string secondsText(std::optional<Duration> time)
{
    if (!time)
        return "-";
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", seconds(*time));
    return text;
}

void writeTimes(
    JsonWriter& json, const char* name, int count, std::optional<Duration> p50, std::optional<Duration> p95)
{
    json.key(name).beginObject().key("runs").value(count);
    json.key("p50Seconds");
    p50 ? json.value(seconds(*p50), 3) : json.null();
    json.key("p95Seconds");
    p95 ? json.value(seconds(*p95), 3) : json.null();
    json.endObject();
}

} // namespace

std::string nameOf(const CheckSetting& setting)
{
    return std::string(toString(setting.design)) + " " + std::to_string(setting.interval / 1s) + "s x"
        + std::to_string(setting.threshold) + (setting.isDeep ? " deep" : " shallow");
}

const std::vector<CheckSetting>& comparedSettings()
{
    static const std::vector<CheckSetting> kSettings {
        { CheckDesign::Route53, 30s, 3, false }, // what one gets without asking
        { CheckDesign::Route53, 30s, 1, false },
        { CheckDesign::Route53, 10s, 3, false },
        { CheckDesign::Route53, 10s, 1, false },
        { CheckDesign::Route53, 10s, 3, true },
        { CheckDesign::Route53, 10s, 1, true },
        { CheckDesign::TrafficManager, 10s, 3, false },
        { CheckDesign::FrontDoor, 10s, 3, true },
        { CheckDesign::Cloudflare, 10s, 1, false },
        { CheckDesign::CapacityDrain, 10s, 2, false },
    };
    return kSettings;
}

HeadlessRequest comparisonRun(const CheckSetting& setting, CheckIncident incident, std::uint64_t seed)
{
    HeadlessRequest request;
    RunConfig& config = request.config;
    config.title = "Check comparison, " + std::string(toString(incident));
    config.seed = seed;
    config.regions = { std::string(kRegion), "ap-southeast-1" };
    config.requestRateHz = 60;
    config.cities = 60;
    config.healthInterval = setting.interval;
    config.healthThreshold = setting.threshold;
    config.checkDesign = setting.design;
    config.checksDeeply = setting.isDeep;
    config.failBack = FailBackMode::Instant; // the answers follow the check alone
    request.commands = commandsOf(incident, seed);
    request.until = kUntil;
    return request;
}

Result<CheckScore> scoreSetting(
    const CheckSetting& setting, CheckIncident incident, std::uint64_t seed, const ProgressFunction& progress)
{
    HeadlessRequest request = comparisonRun(setting, incident, seed);
    request.progress = progress;
    const auto outcome = runHeadless(request);
    if (!outcome)
        return tl::make_unexpected(outcome.error());
    return scoreOf(*outcome, incident, seed);
}

int CheckSummary::redCount() const
{
    return static_cast<int>(timesOf(scores, &CheckScore::redAfter).size());
}

int CheckSummary::movedCount() const
{
    return static_cast<int>(timesOf(scores, &CheckScore::movedAfter).size());
}

std::optional<Duration> CheckSummary::redPercentile(int percent) const
{
    return percentileOf(timesOf(scores, &CheckScore::redAfter), percent);
}

std::optional<Duration> CheckSummary::movedPercentile(int percent) const
{
    return percentileOf(timesOf(scores, &CheckScore::movedAfter), percent);
}

int CheckSummary::falseAlarms() const
{
    return sumOf(scores, &CheckScore::falseAlarms);
}

int CheckSummary::moves() const
{
    return sumOf(scores, &CheckScore::moves);
}

std::uint64_t CheckSummary::requests() const
{
    return sumOf(scores, &CheckScore::requests);
}

std::uint64_t CheckSummary::failed() const
{
    return sumOf(scores, &CheckScore::failed);
}

namespace {

CheckScoreView viewOf(const CheckSummary& row)
{
    CheckScoreView view;
    view.design = row.setting.design;
    view.interval = row.setting.interval;
    view.threshold = row.setting.threshold;
    view.isDeep = row.setting.isDeep;
    view.runs = static_cast<int>(row.scores.size());
    view.red = row.redCount();
    view.moved = row.movedCount();
    view.redP50 = row.redPercentile(50);
    view.redP95 = row.redPercentile(95);
    view.movedP50 = row.movedPercentile(50);
    view.movedP95 = row.movedPercentile(95);
    view.falseAlarms = row.falseAlarms();
    view.moves = row.moves();
    view.requests = row.requests();
    view.failed = row.failed();
    return view;
}

} // namespace

Result<CheckComparisonView> compareChecks(
    CheckIncident incident, int seeds, const ComparisonProgress& progress)
{
    if (seeds < 1 || seeds > kComparisonSeedsMax)
        return fail(Errc::BadInput,
            "seeds: expected 1 to " + std::to_string(kComparisonSeedsMax) + ", found "
                + std::to_string(seeds));
    CheckComparisonView view { incident, seeds, {} };
    const double all = static_cast<double>(comparedSettings().size()) * seeds;
    double done = 0;
    for (const CheckSetting& setting : comparedSettings()) {
        CheckSummary row { setting, {} };
        for (int seed = 1; seed <= seeds; ++seed, ++done) {
            auto score = scoreSetting(
                setting, incident, static_cast<std::uint64_t>(seed), [&](Instant now, Instant until) {
                    const double part = std::clamp(seconds(now) / seconds(until), 0.0, 1.0);
                    return !progress || progress((done + part) / all);
                });
            if (!score)
                return tl::make_unexpected(score.error());
            row.scores.push_back(*score);
        }
        view.rows.push_back(viewOf(row));
    }
    return view;
}

std::string comparisonText(CheckIncident incident, const std::vector<CheckSummary>& rows)
{
    const std::size_t seeds = rows.empty() ? 0 : rows.front().scores.size();
    std::string text = "Incident " + std::string(toString(incident)) + ", " + std::to_string(seeds)
        + " seeds for each setting"
        + (hurtsCustomers(incident) ? "\n" : "; customers are well: every red check is a false alarm\n");
    char line[200];
    std::snprintf(line, sizeof line, "%-30s %6s %8s %8s %7s %11s %8s %6s %8s %8s\n", "setting", "red",
        "p50 s", "p95 s", "false", "failed/run", "failed", "moves", "p50 s", "p95 s");
    text += line;
    for (const CheckSummary& row : rows) {
        const auto count = static_cast<double>(std::max<std::size_t>(row.scores.size(), 1));
        const auto all = static_cast<double>(std::max<std::uint64_t>(row.requests(), 1));
        const std::string red = std::to_string(row.redCount()) + "/" + std::to_string(row.scores.size());
        std::snprintf(line, sizeof line, "%-30s %6s %8s %8s %7d %11.1f %6.2f %% %6d %8s %8s\n",
            nameOf(row.setting).c_str(), red.c_str(), secondsText(row.redPercentile(50)).c_str(),
            secondsText(row.redPercentile(95)).c_str(), row.falseAlarms(),
            static_cast<double>(row.failed()) / count, static_cast<double>(row.failed()) * 100 / all,
            row.moves(), secondsText(row.movedPercentile(50)).c_str(),
            secondsText(row.movedPercentile(95)).c_str());
        text += line;
    }
    return text;
}

std::string comparisonJson(CheckIncident incident, std::uint64_t firstSeed, std::uint64_t lastSeed,
    const std::vector<CheckSummary>& rows)
{
    JsonWriter json;
    json.beginObject().key("incident").value(toString(incident));
    json.key("hurtsCustomers").value(hurtsCustomers(incident));
    json.key("seeds").beginArray().value(firstSeed).value(lastSeed).endArray();
    json.key("settings").beginArray();
    for (const CheckSummary& row : rows) {
        json.beginObject().key("name").value(nameOf(row.setting));
        json.key("design").value(toString(row.setting.design));
        json.key("intervalSeconds").value(std::int64_t { row.setting.interval / 1s });
        json.key("threshold").value(row.setting.threshold);
        json.key("healthPath").value(row.setting.isDeep ? "deep" : "shallow");
        json.key("runs").value(std::uint64_t { row.scores.size() });
        writeTimes(json, "red", row.redCount(), row.redPercentile(50), row.redPercentile(95));
        json.key("falseAlarms").value(row.falseAlarms());
        json.key("requests").value(row.requests());
        json.key("failedRequests").value(row.failed());
        json.key("moves").value(row.moves());
        writeTimes(json, "moved", row.movedCount(), row.movedPercentile(50), row.movedPercentile(95));
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

} // namespace sb
