// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"
#include "app/desktop.h"

int main(int argc, char** argv)
{
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    const sb::CommandLine line = sb::runCommandLine(words);
    if (line.exitCode)
        return *line.exitCode;
    return sb::runDesktop(argc, argv, line.desktop);
}
