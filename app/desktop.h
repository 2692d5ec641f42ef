// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a process: opens the run a request asks for, shows the window, or paints it once and saves
// the picture.
#pragma once

#include "app/cli.h"

namespace sb {

// Returns the process exit code. Makes the QApplication; call it once.
[[nodiscard]] int runDesktop(int argc, char** argv, const DesktopRequest& request);

} // namespace sb
