// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the one executable: every verb but the window itself. Works on plain files, without Qt
// and without a display. Exit codes: 0 passed, 1 a check failed, 2 bad usage or input (the reason, with file,
// line and column where there are any, is on standard error).
#pragma once

#include "app/arguments.h"
#include "backend/base/result.h"
#include "backend/control/headless.h"

#include <optional>
#include <string>
#include <vector>

namespace sb {

inline constexpr int kExitPassed = 0;
inline constexpr int kExitCheckFailed = 1;
inline constexpr int kExitBadInput = 2;

// What the command line asks of the window.
struct DesktopRequest {
    std::string openPath; // *.signalbox, or a drill's *.toml; empty: a new run
    [[nodiscard]] bool isDrill() const { return openPath.ends_with(".toml"); }
    std::vector<std::string> regions; // empty: the default world
    std::optional<std::uint64_t> seed;
    std::string page; // "overview", "routing"; empty: the overview
    std::string theme; // "light", "dark"; empty: the system's
    std::string language; // "de", "pseudo"; empty: as set, or the system's
    std::string screenshotPath; // *.png: paint the window once, save it, exit
    int width = 1440, height = 900; // of a screenshot, px
    Duration after = 30s; // virtual time to run before a screenshot
};

// Either a process exit code (a verb ran, or something was wrong) or a window to open.
struct CommandLine {
    std::optional<int> exitCode;
    DesktopRequest desktop;
};
[[nodiscard]] CommandLine runCommandLine(const std::vector<std::string>& words);

// The verbs. Words are those after the verb.
[[nodiscard]] int runDrill(const std::vector<std::string>& words);
[[nodiscard]] int runReplay(const std::vector<std::string>& words);
[[nodiscard]] int runExport(const std::vector<std::string>& words);
[[nodiscard]] int runResolve(const std::vector<std::string>& words);
[[nodiscard]] int runSwarm(const std::vector<std::string>& words);
[[nodiscard]] int runCompareChecks(const std::vector<std::string>& words);
[[nodiscard]] int runPlan(const std::vector<std::string>& words);
[[nodiscard]] int runForecastVerb(const std::vector<std::string>& words);
[[nodiscard]] int runMaelstrom(const std::vector<std::string>& words);

// Prints "signalbox VERB: reason" and where help is; returns kExitBadInput.
int refuseUsage(const VerbSpec& spec, const std::string& reason);
// Prints the reason as it is, for messages that begin with a file's name; returns kExitBadInput.
int refuseInput(const std::string& verb, const Error& error);
// One line on standard error that keeps rewriting itself, only when that is a terminal.
[[nodiscard]] ProgressFunction terminalProgress(const std::string& title);
void endTerminalProgress();

} // namespace sb
