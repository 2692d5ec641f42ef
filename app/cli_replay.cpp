// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox replay: re-simulates a session from its configuration and journal and compares every checkpoint.
#include "app/cli.h"
#include "backend/base/json_writer.h"
#include "backend/base/text.h"
#include "backend/incident/exporters.h"

#include <cstdio>

namespace sb {
namespace {

const VerbSpec& replaySpec()
{
    static const VerbSpec kSpec { "signalbox replay FILE.signalbox --verify", "replay",
        "Re-runs configuration, seed and journal and compares each checkpoint's state hash.",
        "FILE.signalbox", true,
        { { "--verify", "", "compare (always done; said for the reader)" },
            { "--conflicts", "OUT.jsonl", "write the conflict log, both versions and values of each" },
            { "--json", "", "print the result as one JSON object" } },
        { "Exit code: 0 equal, 1 different, 2 bad usage or input." } };
    return kSpec;
}

void print(const ReplayOutcome& outcome, const std::string& path, bool wantsJson)
{
    const bool differs = outcome.firstDifferenceAt != kNever;
    if (wantsJson) {
        JsonWriter json;
        json.beginObject().key("verified").value(outcome.isVerified);
        json.key("checkpoints").value(outcome.checkpoints).key("firstDifferenceAt");
        if (differs)
            json.value(seconds(outcome.firstDifferenceAt), 6);
        else
            json.null();
        json.endObject();
        std::printf("%s\n", json.take().c_str());
        return;
    }
    const std::string count = groupedText(static_cast<std::int64_t>(outcome.checkpoints));
    if (outcome.isVerified)
        std::printf("VERIFIED: %s: %s checkpoints, every state hash equal\n", path.c_str(), count.c_str());
    else if (differs)
        std::printf("DIFFERENT: %s: the first difference is at +%s, after %s checkpoints compared\n",
            path.c_str(), durationText(outcome.firstDifferenceAt - kStart).c_str(), count.c_str());
    else
        std::printf("NOT VERIFIED: %s: it holds no checkpoint to compare\n", path.c_str());
}

} // namespace

int runReplay(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(replaySpec(), words);
    if (!arguments)
        return refuseUsage(replaySpec(), arguments.error().what);
    if (arguments->wantsHelp()) {
        std::fputs(helpText(replaySpec()).c_str(), stdout);
        return kExitPassed;
    }
    const Result<ReplayOutcome> outcome = replaySession(arguments->file(), terminalProgress("Replaying"));
    endTerminalProgress();
    if (!outcome)
        return refuseInput("replay", outcome.error());
    if (const std::string path = arguments->text("--conflicts"); !path.empty()) {
        if (const auto written = exportText(path, outcome->conflicts); !written)
            return refuseInput("replay", written.error());
    }
    print(*outcome, arguments->file(), arguments->has("--json"));
    return outcome->isVerified ? kExitPassed : kExitCheckFailed;
}

} // namespace sb
