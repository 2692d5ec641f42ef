// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that puts the window and the engine together: where a desktop run records to, which room a
// request gets, what the window is made of.
// Thread: UI thread.
#pragma once

#include "backend/api/control_room.h"

#include <cstddef>
#include <memory>
#include <string>

namespace sb {

class MainWindow;

// Recordings of runs that nobody saved yet, newest kept.
inline constexpr std::size_t kAutosavesMax = 10;

// A new path in `folder` (made when missing) for a recording: named by the calendar and this process, so that
// it is new and sorts by age. Removes the oldest recordings beyond `kept`, with everything that lies beside
// them, but never one of a process that still runs. IoFailure when the folder cannot be written.
[[nodiscard]] Result<std::string> newAutosave(const std::string& folder, std::size_t kept = kAutosavesMax);

// Rooms that record to a new autosave each. An empty folder: no recording, stores in memory.
[[nodiscard]] ControlRoomFactory makeRoomFactory(const std::string& autosaveFolder);

// The window over a room, and the factory it asks for further runs.
[[nodiscard]] std::unique_ptr<MainWindow> makeWindow(
    ControlRoomFactory factory, std::unique_ptr<ControlRoom> room);

} // namespace sb
