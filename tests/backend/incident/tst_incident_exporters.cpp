// SPDX-License-Identifier: GPL-3.0-or-later
// The three exports of one small log, byte for byte. To take over an intended change: run this test with
// SB_UPDATE_GOLDEN=1 and read the difference before keeping it.
#include "backend/base/text.h"
#include "tests/backend/incident/small_log.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

using namespace sb;

namespace {

using Writer = Result<> (*)(const RecordSource&, const TextSink&, const ExportProgress&);

std::string written(Writer writer, const std::vector<Event>& events)
{
    const WorldDescription world = smallWorld();
    const RunConfig config;
    std::string text;
    const auto ok = writer({ world, config, events, "0.1.0" },
        [&](std::string_view piece) -> Result<> {
            text += piece;
            return {};
        },
        {});
    EXPECT_TRUE(ok) << (ok ? "" : ok.error().what);
    return text;
}

void compareWithGolden(const std::string& text, const std::string& name)
{
    const std::string path = std::string(SB_SOURCE_DIR) + "/tests/backend/incident/golden/" + name;
    if (std::getenv("SB_UPDATE_GOLDEN") != nullptr)
        std::ofstream(path, std::ios::binary) << text;
    std::ifstream file(path, std::ios::binary);
    std::stringstream golden;
    golden << file.rdbuf();
    EXPECT_EQ(text, golden.str()) << name;
}

std::vector<std::string> lines(const std::string& text)
{
    std::vector<std::string> all;
    std::stringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        all.push_back(line);
    return all;
}

std::string csvNote(const std::string& note)
{
    LogBuilder log;
    log.add(0us, EventKind::NoteAdded).note = note;
    return splitCsvLine(lines(written(writeCsv, log.events())).at(1)).at(17);
}

} // namespace

TEST(Exports, csvIsAsAgreed)
{
    compareWithGolden(written(writeCsv, smallLog()), "small.csv");
}

TEST(Exports, jsonLinesAreAsAgreed)
{
    compareWithGolden(written(writeJsonLines, smallLog()), "small.jsonl");
}

TEST(Exports, markdownIsAsAgreed)
{
    compareWithGolden(written(writeMarkdown, smallLog()), "small.md");
}

TEST(Exports, csvHasTheAgreedColumnsAndOneRowForEachEvent)
{
    const std::vector<std::string> rows = lines(written(writeCsv, smallLog()));
    ASSERT_EQ(rows.size(), smallLog().size() + 1);
    for (const std::string& row : rows) {
        EXPECT_EQ(splitCsvLine(row).size(), 20U) << row;
        EXPECT_EQ(row.back(), '\r');
    }
    EXPECT_TRUE(
        rows[0].starts_with("t_sim_ms,t_wall_utc,seq,prev_seq,kind,phase,region,object,severity,actor,action,"
                            "value_before,value_after,unit,cause_seq,replay_tick,state_hash,note"));
}

TEST(Exports, csvTextThatASpreadsheetWouldRunGetsAnApostropheAndNumbersDoNot)
{
    EXPECT_EQ(csvNote("=1+1"), "'=1+1");
    EXPECT_EQ(csvNote("@x"), "'@x");
    EXPECT_EQ(csvNote("+x, y"), "'+x, y");
    EXPECT_EQ(csvNote("'quoted'"), "''quoted'"); // so that dropping one apostrophe is exact
    EXPECT_EQ(csvNote("-12.5"), "-12.5");
    EXPECT_EQ(csvNote("-12.5.1"), "'-12.5.1");
    EXPECT_EQ(csvNote("say \"no\""), "say \"no\"");
}

TEST(Exports, jsonLinesStayJsonWhateverANoteHolds)
{
    LogBuilder log;
    log.add(0us, EventKind::NoteAdded).note
        = "a\"b\\c\nd\te\x01 caf\xC3\xA9 \xFF \xED\xA0\x80 \xF0\x9F\x98\x80 \xE2\x82";
    const std::string line = lines(written(writeJsonLines, log.events())).at(1);
    EXPECT_NE(line.find("\"note\":\"a\\\"b\\\\c\\nd\\u0009e\\u0001 caf\xC3\xA9 \xEF\xBF\xBD "
                        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD \xF0\x9F\x98\x80 \xEF\xBF\xBD\xEF\xBF\xBD\""),
        std::string::npos)
        << line;
}

TEST(Exports, jsonPayloadNumbersAreNumbersAndAnythingElseIsText)
{
    LogBuilder log;
    for (const char* value : { "51.6", "-3", "0.5", "007", "1.", "NaN", "" }) {
        Event& event = log.add(0us, EventKind::SloBreached);
        event.valueBefore = "1";
        event.valueAfter = value;
    }
    const std::vector<std::string> rows = lines(written(writeJsonLines, log.events()));
    const char* expected[] { "51.6", "-3", "0.5", "\"007\"", "\"1.\"", "\"NaN\"", "null" };
    for (std::size_t i = 0; i < 7; ++i)
        EXPECT_TRUE(rows.at(i + 1).ends_with(
            "\"payload\":{\"before\":1,\"after\":" + std::string(expected[i]) + "}}"))
            << rows[i + 1];
}

TEST(Exports, markdownShowsTheFirstWritesAndCountsTheRest)
{
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    for (int i = 0; i < 1'203; ++i)
        log.write(10s, kIreland, "order 1", "order", 9s, "1.00", {});
    const std::string text = written(writeMarkdown, log.events());
    EXPECT_NE(text.find("Shown: the first 200 of 1 203 writes."), std::string::npos);
    std::size_t rows = 0;
    for (std::size_t at = 0; (at = text.find("\n| order 1 |", at)) != std::string::npos; ++at)
        ++rows;
    EXPECT_EQ(rows, kMarkdownWritesMax);
}

TEST(Exports, aRunWithoutIncidentsStillHasARecord)
{
    const std::string text = written(writeMarkdown, {});
    EXPECT_NE(text.find("No incident was opened in this run."), std::string::npos);
    EXPECT_EQ(lines(written(writeCsv, {})).size(), 1U);
    EXPECT_EQ(lines(written(writeJsonLines, {})).size(), 1U);
}

TEST(Exports, progressCanCancelAndTheSinkCanFail)
{
    const WorldDescription world = smallWorld();
    const RunConfig config;
    const std::vector<Event> events = smallLog();
    const RecordSource source { world, config, events, "0.1.0" };
    const TextSink accept = [](std::string_view) -> Result<> { return {}; };
    const TextSink refuse = [](std::string_view) -> Result<> { return fail(Errc::IoFailure, "disk full"); };
    for (const Writer writer : { Writer { writeCsv }, Writer { writeJsonLines }, Writer { writeMarkdown } }) {
        const auto cancelled = writer(source, accept, [](double) { return false; });
        ASSERT_FALSE(cancelled);
        EXPECT_EQ(cancelled.error().code, Errc::Cancelled);
        const auto failed = writer(source, refuse, {});
        ASSERT_FALSE(failed);
        EXPECT_EQ(failed.error().what, "disk full");
    }
}
