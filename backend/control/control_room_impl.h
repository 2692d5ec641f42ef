// SPDX-License-Identifier: GPL-3.0-or-later
// The ControlRoom that the window gets: a run on a World thread of its own, recorded to a session file.
#pragma once

#include "backend/api/control_room.h"
#include "backend/base/result.h"

#include <memory>
#include <string>

namespace sb {

// Starts a new run, or re-simulates request.openPath and goes on from its end. Records to `recordPath` (made
// anew; SQLite region stores lie beside it in a folder of the same name ending in ".stores"). An empty path:
// no recording, databases in memory.
// Fails with the reason when the configuration, the session to open or the paths are not usable; what shows
// only later (a disk that fills up) stops the run: Snapshot::phase and message.
[[nodiscard]] Result<std::unique_ptr<ControlRoom>> makeControlRoom(
    const RunRequest& request, const std::string& recordPath);

} // namespace sb
