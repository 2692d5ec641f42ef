// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a process: exit codes, messages, files. Every call is a run of the real executable.
#include "tests/app/program_calls.h"

#include <gtest/gtest.h>

#include <sqlite3.h>

#include <filesystem>
#include <fstream>

namespace sb {
namespace {
namespace fs = std::filesystem;
using test::Call;
using test::contentOf;

class CommandLineCalls : public test::ProgramCalls {
protected:
    // Ten seconds of a small world.
    void writeDrill(const std::string& check = "no-event = \"replication.diverged\"\n") const
    {
        write("d.toml",
            "[drill]\ntitle = \"Small\"\nuntil = \"10s\"\n[world]\nregions = [\"eu-west-1\", \"us-east-1\"]\n"
            "cities = 20\nrequests-per-second = 50\n[[check]]\nname = \"check\"\n"
                + check);
    }

    void record() const
    {
        writeDrill();
        const Call result = call("run d.toml --record s.signalbox");
        ASSERT_EQ(result.exitCode, 0) << result.err << result.out;
    }
};

TEST_F(CommandLineCalls, HelpAndVersionPass)
{
    for (const char* words : { "--help", "run --help", "replay --help", "export --help", "resolve --help",
             "swarm --help", "compare-checks --help", "maelstrom --help" }) {
        const Call result = call(words);
        EXPECT_EQ(result.exitCode, 0) << words;
        EXPECT_HOLDS(result.out, "Usage: signalbox");
        EXPECT_EQ(result.err, "") << words;
    }
    const Call version = call("--version");
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_EQ(version.out.rfind("signalbox ", 0), 0u);
}

TEST_F(CommandLineCalls, AnUnknownVerbIsRefusedWithASuggestion)
{
    const Call result = call("rum d.toml");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_HOLDS(result.err, "'rum' is neither a verb nor a session file; did you mean 'run'?");
    EXPECT_HOLDS(result.err, "Try: signalbox --help");
}

TEST_F(CommandLineCalls, AnUnknownOptionIsRefusedWithASuggestion)
{
    writeDrill();
    const Call result = call("run d.toml --sed 4");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.err,
        "signalbox run: unknown option '--sed'; did you mean '--seed'?\nTry: signalbox run --help\n");
    EXPECT_EQ(result.out, "");
}

TEST_F(CommandLineCalls, BadValuesOfOptionsAreRefused)
{
    writeDrill();
    for (const char* words :
        { "run d.toml --seed x", "run d.toml --until 5", "run d.toml --store paper", "run",
            "run d.toml e.toml", "run d.toml --data stores", "replay", "export s.signalbox --format csv",
            "export s.signalbox --format pdf --out x", "maelstrom", "maelstrom --workload lin-kw",
            "maelstrom --workload echo --patience 5", "swarm", "swarm --seeds 9..3", "swarm --seeds 1-3",
            "swarm --seeds 1..3 --shard 3/2", "swarm --seeds 1..3 --shard 0/2",
            "swarm --seeds 1..3 --minutes 1", "swarm --seeds 1..3 --jobs 0", "compare-checks",
            "compare-checks --seeds 3..1", "compare-checks --seeds x", "compare-checks --seeds 1..2..3",
            "compare-checks --seeds 1 --incident flood", "compare-checks --seeds 1..99999999",
            "swarm --seeds 1..3 --profile soft", "swarm --seeds 1..3 d.toml",
            "swarm --seeds 1..3 --incidents d.toml/below", "--regions eu-west-1,atlantis",
            "--size 1x1 --screenshot x.png", "--after 5s", "missing.signalbox",
            "missing.signalbox --seed 4" }) {
        const Call result = call(words);
        EXPECT_EQ(result.exitCode, 2) << words;
        EXPECT_NE(result.err, "") << words;
        EXPECT_EQ(result.out, "") << words;
    }
}

TEST_F(CommandLineCalls, AMissingDrillIsNamed)
{
    const Call result = call("run nowhere.toml");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_HOLDS(result.err, "nowhere.toml: this drill file cannot be read");
}

TEST_F(CommandLineCalls, AMalformedDrillNamesLineAndColumn)
{
    write("d.toml", "[drill]\ntitle = \"x\nuntil = \"1m\"\n");
    const Call result = call("run d.toml");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.err.rfind("d.toml:2:", 0), 0u) << result.err;
}

TEST_F(CommandLineCalls, AnUnknownRegionOfADrillNamesLineAndColumn)
{
    write("d.toml",
        "[drill]\ntitle = \"x\"\nuntil = \"1m\"\n[world]\nregions = [\"eu-wset-1\"]\n[[check]]\nname = "
        "\"c\"\nconverged = true\n");
    const Call result = call("run d.toml --report out");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_HOLDS(result.err,
        "d.toml:5:12: 'regions' in [world]: unknown region 'eu-wset-1'; did you mean 'eu-west-1'?\n");
    EXPECT_FALSE(fs::exists(m_folder / "out")) << "nothing is made for a drill that cannot run";
}

TEST_F(CommandLineCalls, AnUnwritableReportFolderIsRefusedBeforeTheRun)
{
    writeDrill();
    write("out", "a file");
    const Call result = call("run d.toml --report out --record s.signalbox");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_HOLDS(result.err, "out: cannot write a report here");
    EXPECT_EQ(contentOf(m_folder / "out"), "a file");
    EXPECT_FALSE(fs::exists(m_folder / "s.signalbox")) << "the run never began";
}

TEST_F(CommandLineCalls, AnUnwritableRecordingIsRefused)
{
    writeDrill();
    const Call result = call("run d.toml --record nowhere/s.signalbox --report out");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_HOLDS(result.err, "nowhere");
    EXPECT_FALSE(fs::exists(m_folder / "out"));
}

TEST_F(CommandLineCalls, ADrillThatPassesReportsItsVerdict)
{
    writeDrill();
    const Call result = call("run d.toml --report out --seed 5");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_HOLDS(result.out, "✓ check");
    EXPECT_HOLDS(result.out, "PASSED: 1 of 1 checks passed");
    EXPECT_HOLDS(result.out, "state hash ");
    EXPECT_HOLDS(result.out, "signalbox run d.toml --seed 5");
    EXPECT_EQ(result.err, "") << "no progress when standard error is no terminal";
    for (const char* name : { "incident.csv", "incident.jsonl", "incident.md", "incident.html",
             "incident.json", "incident.trace.json", "conflicts.jsonl", "verdict.json" })
        EXPECT_GT(contentOf(m_folder / "out" / name).size(), 100u) << name;
    EXPECT_HOLDS(contentOf(m_folder / "out" / "incident.csv"), "check.passed");
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder / "out"), fs::directory_iterator()), 8);
}

TEST_F(CommandLineCalls, TheConflictLogHoldsBothVersionsAndAReplayWritesTheSame)
{
    write("d.toml",
        "[drill]\ntitle = \"Both write\"\nuntil = \"2m\"\n[world]\nregions = [\"eu-west-1\", "
        "\"us-east-1\"]\n"
        "requests-per-second = 400\nstock-percent = 1\n[data]\nprofile = \"as-aws\"\n"
        "[[step]]\nat = \"5s\"\ndo = \"fail link-partitioned eu-west-1 with us-east-1 for 80s\"\n"
        "[[check]]\nname = \"c\"\nconverged = true\n");
    Call result = call("run d.toml --report out --record s.signalbox");
    ASSERT_EQ(result.exitCode, 0) << result.err << result.out;
    const std::string log = contentOf(m_folder / "out" / "conflicts.jsonl");
    EXPECT_EQ(log.rfind("{\"schema\":\"signalbox.conflict-log\"", 0), 0u) << log.substr(0, 200);
    for (const char* part : { "\"kind\":\"update_concurrent\"", "\"rule\":\"last-writer-wins\"",
             "\"winner\":{\"region\":", "\"loser\":{\"region\":", "\"loser_acknowledged\":true",
             "\"value_hex\":\"" })
        EXPECT_NE(log.find(part), std::string::npos) << part;

    result = call("replay s.signalbox --conflicts again.jsonl");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_TRUE(contentOf(m_folder / "again.jsonl") == log);
    result = call("replay s.signalbox --conflicts nowhere/again.jsonl");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_HOLDS(result.err, "the folder must exist");
}

TEST_F(CommandLineCalls, ADrillOfTheProgramRunsWithoutItsFileAndAnUnknownOneIsRefused)
{
    const Call result = call("run shipped:drills/entry-origin-group.toml --until 20s --json");
    EXPECT_HOLDS(result.out, "\"virtualSeconds\":20.000") << result.err;
    const Call unknown = call("run shipped:drills/surg.toml");
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_HOLDS(unknown.err, "shipped:drills/surge.toml");
}

TEST_F(CommandLineCalls, ADrillOpensInTheWindowWithASeedOfOnesChoiceAndNoRegions)
{
    writeDrill();
    const Call result = call("d.toml --page drills --screenshot p.png --after 1s --seed 4");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(contentOf(m_folder / "p.png").substr(0, 4), "\x89PNG");
    EXPECT_EQ(call("d.toml --regions eu-west-1").exitCode, 2);
    write("bad.toml", "[drill]\ntitle = 3\n");
    const Call bad = call("bad.toml --screenshot q.png --after 1s");
    EXPECT_EQ(bad.exitCode, 2);
    EXPECT_HOLDS(bad.err, "bad.toml:2:");
}

TEST_F(CommandLineCalls, ADrillThatFailsEndsWithOne)
{
    writeDrill("orders-at-least = 1000000\nregion = \"eu-west-1\"\n");
    const Call result = call("run d.toml --json");
    EXPECT_EQ(result.exitCode, 1) << result.err;
    EXPECT_EQ(result.out.rfind("{\"drill\":\"Small\",\"seed\":7,\"verdict\":\"failed\",", 0), 0u)
        << result.out;
    EXPECT_EQ(result.out.back(), '\n');
}

TEST_F(CommandLineCalls, TheSameSeedGivesTheSameVerdictToTheLastDigit)
{
    writeDrill();
    const Call first = call("run d.toml --json --seed 3");
    const Call second = call("run d.toml --json --seed 3");
    EXPECT_EQ(first.out, second.out);
    EXPECT_NE(first.out, call("run d.toml --json --seed 4").out);
}

TEST_F(CommandLineCalls, ARecordedRunReplaysAndExports)
{
    ASSERT_NO_FATAL_FAILURE(record());
    const Call replay = call("replay s.signalbox --verify --json");
    EXPECT_EQ(replay.exitCode, 0) << replay.err << replay.out;
    EXPECT_EQ(replay.out.rfind("{\"verified\":true,\"checkpoints\":", 0), 0u) << replay.out;
    EXPECT_HOLDS(replay.out, "\"firstDifferenceAt\":null}");
    for (const char* format : { "csv", "jsonl", "md", "html", "json", "trace.json" }) {
        const Call result = call(std::string("export s.signalbox --format ") + format + " --out x." + format);
        EXPECT_EQ(result.exitCode, 0) << result.err;
        EXPECT_GT(contentOf(m_folder / (std::string("x.") + format)).size(), 100u) << format;
    }
    const std::string before = contentOf(m_folder / "s.signalbox");
    EXPECT_EQ(call("export s.signalbox --format csv --out s.signalbox").exitCode, 2);
    EXPECT_EQ(contentOf(m_folder / "s.signalbox"), before) << "an export never replaces its session";
}

TEST_F(CommandLineCalls, AnExportIntoAMissingFolderIsRefused)
{
    ASSERT_NO_FATAL_FAILURE(record());
    const Call result = call("export s.signalbox --format csv --out nowhere/x.csv");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_HOLDS(result.err, "nowhere");
}

TEST_F(CommandLineCalls, ATruncatedSessionIsRefusedAndLeftAlone)
{
    ASSERT_NO_FATAL_FAILURE(record());
    const std::string whole = contentOf(m_folder / "s.signalbox");
    for (const std::size_t size :
        { std::size_t { 0 }, std::size_t { 60 }, whole.size() / 2, whole.size() - 1 }) {
        const std::string part = whole.substr(0, size);
        write("t.signalbox", part);
        for (const char* words :
            { "replay t.signalbox --verify", "export t.signalbox --format csv --out x.csv" }) {
            const Call result = call(words);
            EXPECT_EQ(result.exitCode, 2) << words << " at " << size << ": " << result.out;
            EXPECT_HOLDS(result.err, "t.signalbox");
        }
        EXPECT_EQ(contentOf(m_folder / "t.signalbox"), part);
        EXPECT_FALSE(fs::exists(m_folder / "x.csv"));
    }
}

TEST_F(CommandLineCalls, ASessionOfAnotherSchemaVersionIsRefused)
{
    ASSERT_NO_FATAL_FAILURE(record());
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open((m_folder / "s.signalbox").c_str(), &database), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database, "PRAGMA user_version = 4711", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    for (const char* words :
        { "replay s.signalbox --verify", "export s.signalbox --format csv --out x.csv" }) {
        const Call result = call(words);
        EXPECT_EQ(result.exitCode, 2) << words;
        EXPECT_HOLDS(result.err, "s.signalbox");
        EXPECT_HOLDS(result.err, "4711");
        EXPECT_HOLDS(result.err, "version");
    }
}

TEST_F(CommandLineCalls, AFileThatIsNoSessionIsRefused)
{
    write("s.signalbox",
        "This is not a session but a long enough text to be read as if it were one. "
        "It goes on for more than the hundred bytes that a header has.");
    for (const char* words : { "replay s.signalbox --verify", "export s.signalbox --format md --out x.md" }) {
        const Call result = call(words);
        EXPECT_EQ(result.exitCode, 2) << words;
        EXPECT_HOLDS(result.err, "s.signalbox");
    }
}

// Width and height stand big-endian behind the signature and the first chunk's head.
unsigned pngNumber(const std::string& png, std::size_t at)
{
    unsigned number = 0;
    for (std::size_t i = at; i < at + 4 && i < png.size(); ++i)
        number = number << 8 | static_cast<unsigned char>(png[i]);
    return number;
}

TEST_F(CommandLineCalls, APictureOfTheWindowIsSavedWithoutADisplay)
{
    const Call result = call("--screenshot p.png --size 1440x900 --after 2s --theme dark --seed 3");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    const std::string png = contentOf(m_folder / "p.png");
    EXPECT_EQ(png.substr(0, 4), "\x89PNG");
    EXPECT_EQ(pngNumber(png, 16), 1440u);
    EXPECT_EQ(pngNumber(png, 20), 900u);
}

TEST_F(CommandLineCalls, APictureThatCannotBeSavedIsRefused)
{
    const Call result = call("--screenshot nowhere/p.png --after 1s");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_HOLDS(result.err, "nowhere/p.png: the picture cannot be written there");
}

TEST_F(CommandLineCalls, AnOpenedSessionIsPicturedAtItsEnd)
{
    ASSERT_NO_FATAL_FAILURE(record());
    const Call result = call("s.signalbox --screenshot p.png --after 1s");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_GT(contentOf(m_folder / "p.png").size(), 1000u);
}

TEST_F(CommandLineCalls, ADamagedSessionIsNotOpened)
{
    write("s.signalbox", std::string(4096, 'x'));
    const Call result = call("s.signalbox --screenshot p.png");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_HOLDS(result.err, "s.signalbox");
    EXPECT_FALSE(fs::exists(m_folder / "p.png"));
}

TEST_F(CommandLineCalls, WithoutADisplayTheWindowSaysWhatElseToDo)
{
    const std::string command = "env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM '" SB_PROGRAM "' 2>'"
        + (m_folder / ".err").string() + "' </dev/null";
    const int status = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 2);
    EXPECT_HOLDS(contentOf(m_folder / ".err"), "signalbox");
}

// Without the line that holds the time of day: everything else is the same in every call.
std::string withoutSum(const std::string& out)
{
    return out.substr(0, out.find("\n\n", out.find("not wrong")));
}

TEST_F(CommandLineCalls, ASwarmSaysTheSameWithAnyNumberOfJobsAndInOrder)
{
    const Call one = call("swarm --seeds 1..6 --minutes 2 --jobs 1");
    const Call three = call("swarm --seeds 1..6 --minutes 2 --jobs 3");
    EXPECT_EQ(one.exitCode, 0) << one.err << one.out;
    EXPECT_EQ(withoutSum(one.out), withoutSum(three.out));
    std::size_t at = 0;
    for (int seed = 1; seed <= 6; ++seed) {
        const std::size_t next = one.out.find("passed  seed " + std::to_string(seed) + " ", at);
        ASSERT_NE(next, std::string::npos) << one.out;
        at = next;
    }
    EXPECT_HOLDS(one.out, "6 seeds, 6 passed, 0 failed");
}

TEST_F(CommandLineCalls, TheShardsOfASwarmAreTheWhole)
{
    const Call first = call("swarm --seeds 11..15 --minutes 2 --shard 1/2");
    const Call second = call("swarm --seeds 11..15 --minutes 2 --shard 2/2");
    for (int seed = 11; seed <= 15; ++seed) {
        const std::string line = "passed  seed " + std::to_string(seed) + " ";
        const Call& owner = seed % 2 == 1 ? first : second;
        const Call& other = seed % 2 == 1 ? second : first;
        EXPECT_HOLDS(owner.out, line);
        EXPECT_EQ(other.out.find(line), std::string::npos) << line;
    }
}

TEST_F(CommandLineCalls, ASwarmPrintsJsonAloneAndMissesRarePathsWhenAsked)
{
    const Call result = call("swarm --seeds 3 --minutes 2 --json --incidents inc");
    EXPECT_EQ(result.exitCode, 0) << result.err;
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(
        result.out.rfind(R"({"profile":"as-aws","seeds":1,"passed":1,"failed":[],"virtualSeconds":)", 0), 0u)
        << result.out;
    EXPECT_TRUE(fs::is_empty(m_folder / "inc")) << "an incident without a failure";
    const Call strict = call("swarm --seeds 3 --minutes 2 --require-probes");
    EXPECT_EQ(strict.exitCode, 1) << "one short seed reaches everything?";
    EXPECT_HOLDS(strict.err, "never reached: ");
}

TEST_F(CommandLineCalls, APlanIsListedCheckedAndRefusedWithItsPlaces)
{
    const std::string good = "[plan]\nname = \"p\"\ntitle = \"T\"\nkind = \"drill\"\n[[step]]\nname = \"n\"\n"
                             "block = \"note\"\ntext = \"hello\"\n";
    write("good.toml", good);
    const Call listed = call("plan good.toml --check");
    EXPECT_EQ(listed.exitCode, 0) << listed.err;
    EXPECT_NE(listed.out.find("note hello"), std::string::npos) << listed.out;
    const Call json = call("plan good.toml --json");
    EXPECT_NE(json.out.find("\"steps\":[{\"name\":\"n\",\"block\":\"note\""), std::string::npos) << json.out;
    write("odd.toml", good + "[[step]]\nname = \"f\"\nblock = \"fence\"\nregion = \"eu-west-1\"\n");
    EXPECT_EQ(call("plan odd.toml").exitCode, 0);
    const Call odd = call("plan odd.toml --check");
    EXPECT_EQ(odd.exitCode, 1);
    EXPECT_NE(odd.out.find("nothing verifies"), std::string::npos) << odd.out;
    write("bad.toml", good + "[[step]]\nname = \"f\"\nblock = \"fense\"\n");
    const Call bad = call("plan bad.toml");
    EXPECT_EQ(bad.exitCode, 2);
    EXPECT_NE(bad.err.find("bad.toml:11:9: 'block' in [[step]]: 'fense' is no block"), std::string::npos)
        << bad.err;
    EXPECT_EQ(call("plan nowhere.toml").exitCode, 2);
}

} // namespace
} // namespace sb
