// SPDX-License-Identifier: GPL-3.0-or-later
// HTML, JSON and the trace: whole, parseable and the same content, whatever hostile text a log holds.
#include "backend/incident/region_standing.h"
#include "tests/backend/incident/small_log.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace sb {
namespace {

using Json = nlohmann::json;
using Writer = Result<> (*)(const RecordSource&, const TextSink&, const ExportProgress&);

constexpr std::string_view kHostile = "</table><script>alert(1)</script> & \"quotes\" 'x' \\ | ` * _ [a](b) "
                                      "]]> \x01\x1f\x7f \xff\xfe \xc3\x28 "
                                      "\xed\xa0\x80 &lt; &amp; \n\r\t {{ %s \xe2\x82\xac \xf0\x9f\x98\x80";

std::string written(Writer writer, const std::vector<Event>& events, std::size_t* pieces = nullptr)
{
    const WorldDescription world = smallWorld();
    const RunConfig config;
    std::string text;
    const auto ok = writer({ world, config, events, "0.1.0" },
        [&](std::string_view piece) -> Result<> {
            text += piece;
            if (pieces != nullptr)
                ++*pieces;
            return {};
        },
        {});
    EXPECT_TRUE(ok) << (ok ? "" : ok.error().what);
    return text;
}

// The small log with the hostile text in every field of every event.
std::vector<Event> hostileLog()
{
    std::vector<Event> events = smallLog();
    for (Event& event : events) {
        event.note = kHostile;
        if (event.kind == EventKind::NoteAdded || event.kind == EventKind::IncidentOpened)
            event.object = kHostile;
        event.action += kHostile;
        event.unit = kHostile;
    }
    return events;
}

std::vector<Event> withChecks(std::vector<Event> events)
{
    for (const bool passed : { true, false }) {
        Event event = events.back();
        event.seq = EventSeq { events.size() + 1 };
        event.kind = passed ? EventKind::CheckPassed : EventKind::CheckFailed;
        event.actor = Actor::Drill;
        event.object = passed ? "Nothing is lost" : "RTO is at most 1 s";
        event.note = "as measured";
        event.cause = EventSeq { 1 };
        events.push_back(event);
    }
    return events;
}

// Every element is closed by its own end, in order; attributes are quoted. Enough of a parser for what is
// written here, and for what must not get into it.
std::string firstMistake(const std::string& html)
{
    static const std::set<std::string> kVoid { "meta", "line", "rect" };
    std::vector<std::string> open;
    for (std::size_t i = 0; i < html.size(); ++i) {
        if (html[i] == '>')
            return "a lone > at " + std::to_string(i);
        if (html[i] != '<')
            continue;
        const std::size_t end = html.find('>', i);
        if (end == std::string::npos)
            return "an element without end";
        std::string tag = html.substr(i + 1, end - i - 1);
        i = end;
        if (tag.starts_with("!DOCTYPE"))
            continue;
        if (std::count(tag.begin(), tag.end(), '"') % 2 != 0)
            return "quotes in " + tag;
        const bool isEnd = tag.starts_with("/");
        std::string name = tag.substr(isEnd ? 1 : 0);
        name = name.substr(0, name.find_first_of(" /"));
        if (isEnd) {
            if (open.empty() || open.back() != name)
                return "</" + name + "> closes " + (open.empty() ? "nothing" : open.back());
            open.pop_back();
        } else if (name == "style") {
            i = html.find("</style>", i) - 1;
            open.push_back(name);
        } else if (tag.back() != '/' && kVoid.count(name) == 0) {
            open.push_back(name);
        } else if (name == "rect" && tag.back() != '/') {
            open.push_back(name);
        }
    }
    return open.empty() ? "" : "open: " + open.back();
}

TEST(Documents, htmlIsWellFormedAndHasNoForeignElementWhateverTheLogSays)
{
    for (const auto& events : { smallLog(), hostileLog(), withChecks(smallLog()), std::vector<Event> {} }) {
        const std::string html = written(writeHtml, events);
        EXPECT_EQ(firstMistake(html), "");
        EXPECT_EQ(html.find("<script"), std::string::npos);
        EXPECT_EQ(html.find("http://", html.find("<body>")), html.find("http://www.w3.org/2000/svg"))
            << "nothing is fetched from elsewhere";
        for (const char c : html)
            ASSERT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n') << static_cast<int>(c);
        EXPECT_NO_THROW((void)Json(html).dump()) << "it is not UTF-8";
    }
}

TEST(Documents, theCheckOfWellFormednessBites)
{
    EXPECT_NE(firstMistake("<p>a > b</p>"), "");
    EXPECT_NE(firstMistake("<p><b></p></b>"), "");
    EXPECT_NE(firstMistake("<p>"), "");
    EXPECT_NE(firstMistake("<a href=\"x>y</a>"), "");
    EXPECT_EQ(firstMistake("<p class=\"a\">b<br/></p>"), "");
}

TEST(Documents, htmlHasTheContentOfTheMarkdownDocumentAndAPictureOfEachIncident)
{
    const std::string html = written(writeHtml, withChecks(smallLog()));
    const std::string markdown = written(writeMarkdown, withChecks(smallLog()));
    std::size_t headings = 0;
    for (std::size_t at = markdown.find("\n#"); at != std::string::npos; at = markdown.find("\n#", at + 1)) {
        const std::size_t from = markdown.find(' ', at) + 1;
        const std::string heading = markdown.substr(from, markdown.find('\n', from) - from);
        EXPECT_NE(html.find(">" + heading + "</h"), std::string::npos) << heading;
        ++headings;
    }
    EXPECT_GE(headings, 8u);
    const auto countIn = [](const std::string& text, const std::string& part) {
        std::size_t count = 0;
        for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
            ++count;
        return count;
    };
    const std::size_t rows
        = countIn(markdown, "\n|") - countIn(markdown, "\n|---") - 1; // the first has no head
    EXPECT_EQ(countIn(html, "<tr>"), rows);
    EXPECT_EQ(countIn(html, "<svg"), deriveReport(smallLog()).incidents.size());
    EXPECT_GT(countIn(html, "<svg"), 0u);
    EXPECT_NE(html.find("<strong>failed</strong>"), std::string::npos);
    EXPECT_NE(html.find("RTO is at most 1 s"), std::string::npos);
}

TEST(Documents, jsonIsOneDocumentWhoseFiguresAreThoseOfTheReport)
{
    const std::vector<Event> events = withChecks(smallLog());
    const Json json = Json::parse(written(writeReportJson, events));
    const RecordReport report = deriveReport(events);
    EXPECT_EQ(json["schema"], "signalbox.incident-report");
    EXPECT_EQ(json["schema_version"], kReportSchemaVersion);
    EXPECT_EQ(json["events"].size(), events.size());
    EXPECT_NEAR(json["end_s"].get<double>(), seconds(report.end), 1e-6);
    ASSERT_EQ(json["incidents"].size(), report.incidents.size());
    ASSERT_FALSE(report.incidents.empty());
    for (std::size_t i = 0; i < report.incidents.size(); ++i) {
        const IncidentReport& incident = report.incidents[i];
        const Json& one = json["incidents"][i];
        EXPECT_EQ(one["number"], incident.number);
        EXPECT_EQ(one["faults"].size(), incident.faults.size());
        EXPECT_EQ(one["phases"].size(), incident.phases.size());
        EXPECT_EQ(one["rpo"]["writes"].size(), incident.writes.size());
        EXPECT_EQ(one["rpo"]["at_risk"]["operations"], incident.totals().operations);
        ASSERT_TRUE(incident.rto().isMeasured());
        EXPECT_NEAR(one["measures_s"]["rto"].get<double>(), seconds(incident.rto().length()), 1e-6);
        EXPECT_EQ(one["moments"]["impact"]["event"], incident.impact.seq.value);
        EXPECT_FALSE(one["decisions"].empty());
    }
    ASSERT_EQ(json["checks"].size(), 2u);
    EXPECT_EQ(json["checks"][0]["passed"], true);
    EXPECT_EQ(json["checks"][1]["passed"], false);
    EXPECT_EQ(json["checks"][1]["event"], 1);
}

TEST(Documents, jsonAndTheTraceStayJsonWhateverTheLogSays)
{
    for (const auto& events : { hostileLog(), std::vector<Event> {} }) {
        for (const Writer writer : { writeReportJson, writeTrace }) {
            const std::string text = written(writer, events);
            EXPECT_TRUE(Json::accept(text)) << text.substr(0, 400);
        }
    }
    const Json json = Json::parse(written(writeReportJson, hostileLog()));
    const std::string note = json["events"][0]["note"];
    EXPECT_NE(note.find("</script>"), std::string::npos) << "nothing is lost of it";
    EXPECT_NE(note.find("\xe2\x82\xac \xf0\x9f\x98\x80"), std::string::npos);
    EXPECT_NE(note.find("\xef\xbf\xbd"), std::string::npos) << "bytes that are no UTF-8 are replaced";
}

TEST(Documents, theTraceNamesItsTracksAndItsSlicesOfATrackDoNotOverlap)
{
    const Json json = Json::parse(written(writeTrace, smallLog()));
    std::map<std::pair<int, int>, std::vector<std::pair<std::int64_t, std::int64_t>>> tracks;
    std::set<std::pair<int, int>> named;
    std::map<std::string, int> phases;
    for (const Json& event : json["traceEvents"]) {
        const std::string kind = event["ph"];
        ++phases[kind];
        ASSERT_TRUE(event.contains("pid") && event.contains("tid") && event.contains("ts")) << event.dump();
        const std::pair<int, int> track { event["pid"], event["tid"] };
        if (kind == "M" && event["name"] == "thread_name")
            named.insert(track);
        if (kind == "X")
            tracks[track].emplace_back(
                event["ts"], event["ts"].get<std::int64_t>() + event["dur"].get<std::int64_t>());
    }
    EXPECT_GT(phases["X"], 3);
    EXPECT_GT(phases["i"], 3);
    EXPECT_GT(phases["C"], 0);
    for (auto& [track, slices] : tracks) {
        EXPECT_TRUE(named.count(track)) << track.first << " " << track.second;
        std::sort(slices.begin(), slices.end());
        for (std::size_t i = 1; i < slices.size(); ++i)
            EXPECT_GE(slices[i].first, slices[i - 1].second);
    }
}

TEST(Documents, tellHowFarTheyAreAndStopWhenAsked)
{
    std::vector<Event> events;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        Event event;
        event.seq = EventSeq { i + 1 };
        event.at = kStart + 1ms * static_cast<int>(i);
        event.kind = EventKind::NoteAdded;
        event.note = "a note that is long enough to fill pieces";
        event.executed = i;
        events.push_back(event);
    }
    const WorldDescription world = smallWorld();
    const RunConfig config;
    for (const Writer writer : { writeHtml, writeReportJson, writeTrace }) {
        double last = -1;
        const RecordSource source { world, config, events, "0.1.0" };
        const TextSink sink = [](std::string_view) -> Result<> { return {}; };
        EXPECT_TRUE(writer(source, sink, [&](double share) {
            EXPECT_GE(share, last);
            last = share;
            return true;
        }));
        EXPECT_GE(last, 0);
        const auto cancelled = writer(source, sink, [](double) { return false; });
        ASSERT_FALSE(cancelled);
        EXPECT_EQ(cancelled.error().code, Errc::Cancelled);
        const auto full = writer(source,
            [](std::string_view) -> Result<> { return fail(Errc::IoFailure, "the disk is full"); }, {});
        ASSERT_FALSE(full);
        EXPECT_EQ(full.error().what, "the disk is full");
    }
    std::size_t pieces = 0;
    (void)written(writeReportJson, events, &pieces);
    EXPECT_GT(pieces, 10u) << "it is streamed";
}

TEST(Documents, aRegionStandsAsTheLogTells)
{
    LogBuilder log;
    const auto tell = [&](Duration t, EventKind kind) { log.add(t, kind).region = kIreland; };
    tell(10s, EventKind::HealthRed);
    tell(20s, EventKind::RegionHeld);
    tell(30s, EventKind::HealthGreen); // it is held all the same
    tell(40s, EventKind::FailBackStarted);
    tell(50s, EventKind::FailBackCompleted);
    log.add(60s, EventKind::HealthRed).region = kSingapore; // another one
    const auto all = standingsOf(log.events(), kIreland);
    std::string story;
    for (const RegionStanding& one : all)
        story += one.state + " " + std::to_string(one.since.time_since_epoch() / 1s) + "; ";
    EXPECT_EQ(story, "serving 0; check red 10; held out 20; failing back 40; serving 50; ");
    EXPECT_EQ(standingsOf({}, kIreland).size(), 1u);
}

TEST(Documents, markdownAsksWhatTheLogLeavesOpen)
{
    std::vector<Event> events = smallLog();
    EXPECT_EQ(written(writeMarkdown, {}).find("Open questions"), std::string::npos);
    events.resize(events.size() / 2); // the record ends in its middle
    const std::string text = written(writeMarkdown, events);
    EXPECT_NE(text.find("## Open questions"), std::string::npos);
    EXPECT_NE(text.find("is active at the end of the record"), std::string::npos);
}

} // namespace
} // namespace sb
