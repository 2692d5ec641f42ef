// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox maelstrom: one node of a cluster whose messages are lines of JSON on standard input and output.
#include "app/cli.h"
#include "backend/base/text.h"
#include "backend/maelstrom/stdio.h"

#include <cstdio>

namespace sb {
namespace {

std::vector<std::string> workloadNames()
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < maelstrom::kWorkloads; ++i)
        names.emplace_back(maelstrom::toString(static_cast<maelstrom::Workload>(i)));
    return names;
}

std::vector<std::string> promises()
{
    std::vector<std::string> lines { "What each workload promises:" };
    for (std::size_t i = 0; i < maelstrom::kWorkloads; ++i) {
        const auto workload = static_cast<maelstrom::Workload>(i);
        std::string line = "  " + std::string(maelstrom::toString(workload));
        line.resize(std::max<std::size_t>(line.size() + 1, 18), ' ');
        lines.push_back(line + maelstrom::promiseOf(workload));
    }
    lines.insert(lines.end(),
        { "", "The program ends with its standard input. Without --data a node that is started",
            "again has forgotten what it promised, and the promises above do not hold." });
    return lines;
}

const VerbSpec& maelstromSpec()
{
    static const VerbSpec kSpec { "signalbox maelstrom", "maelstrom",
        "Runs one node of a cluster that Maelstrom, or anything that speaks its protocol, can test.", "",
        false,
        { { "--workload", "NAME", "what clients will ask for; needed" },
            { "--data", "DIR", "keep the node's state in DIR/<node id>; otherwise in memory" },
            { "--patience", "TIME", "until a strong request fails, 900ms" },
            { "--round-trip", "TIME", "usual time between two nodes and back, 10ms" } },
        promises() };
    return kSpec;
}

Result<maelstrom::NodeConfig> toNodeConfig(const Arguments& arguments)
{
    if (!arguments.has("--workload"))
        return fail(
            Errc::BadInput, "option '--workload' is needed; one of: " + joined(workloadNames(), ", "));
    const auto choice = arguments.choice("--workload", workloadNames());
    const auto patience = arguments.duration("--patience");
    const auto roundTrip = arguments.duration("--round-trip");
    if (!choice)
        return tl::make_unexpected(choice.error());
    if (!patience)
        return tl::make_unexpected(patience.error());
    if (!roundTrip)
        return tl::make_unexpected(roundTrip.error());
    maelstrom::NodeConfig config;
    config.workload = static_cast<maelstrom::Workload>(choice->value());
    config.patience = patience->value_or(config.patience);
    config.assumedRoundTrip = roundTrip->value_or(config.assumedRoundTrip);
    if (config.patience < 1ms || config.patience > 10min || config.assumedRoundTrip > 1min)
        return fail(Errc::BadInput, "--patience is 1 ms to 10 min, --round-trip at most 1 min");
    if (const std::string folder = arguments.text("--data"); !folder.empty())
        config.openDisk
            = [folder](const std::string& node) { return maelstrom::openFolderDisk(folder + "/" + node); };
    return config;
}

} // namespace

int runMaelstrom(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(maelstromSpec(), words);
    if (!arguments)
        return refuseUsage(maelstromSpec(), arguments.error().what);
    if (arguments->wantsHelp()) {
        std::fputs(helpText(maelstromSpec()).c_str(), stdout);
        return kExitPassed;
    }
    auto config = toNodeConfig(*arguments);
    if (!config)
        return refuseUsage(maelstromSpec(), config.error().what);
    if (const Result<> ended = maelstrom::runNodeOnStdio(std::move(*config)); !ended)
        return refuseInput("maelstrom", ended.error());
    return kExitPassed;
}

} // namespace sb
