// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's side of the simulated disk: the tables of callbacks that SQLite wants of a file system. For
// simulated_disk.cpp alone.
// Thread: registering is safe on any thread.
#pragma once

#include <memory>
#include <string>

struct sqlite3_vfs;

namespace sb {

class SimulatedDisk;

// Registers a file system, not as the default, under a name of its own, and says the name. `disk` and `name`
// must stay where they are until sqlite3_vfs_unregister().
[[nodiscard]] std::unique_ptr<sqlite3_vfs> registerVfs(SimulatedDisk& disk, std::string& name);

} // namespace sb
