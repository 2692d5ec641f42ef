// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"
#ifdef SB_HAS_WINDOW
#include "app/desktop.h"
#endif

#include <cstdio>

int main(int argc, char** argv)
{
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    const sb::CommandLine line = sb::runCommandLine(words);
    if (line.exitCode)
        return *line.exitCode;
#ifdef SB_HAS_WINDOW
    return sb::runDesktop(argc, argv, line.desktop);
#else
    std::fputs("signalbox: this build has no window; see signalbox --help\n", stderr);
    return sb::kExitBadInput;
#endif
}
