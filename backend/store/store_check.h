// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of a store's file that its rows, digests and checksums do not answer. Each fails with Corrupt and
// names the file, what is wrong and what would help.
// Thread: the database's.
#pragma once

#include "backend/store/sqlite.h"
#include "backend/store/store_state.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sb {

// SQLite would remove a write-ahead log without its file, and the store would start from nothing.
[[nodiscard]] Result<> checkLogHasFile(const Database& database);
// That each log ends no earlier than its owner knows.
[[nodiscard]] Result<> checkEnds(
    const std::string& path, const std::vector<LogBounds>& logs, const std::vector<LogBounds>& acknowledged);
// That every page has one use and the index leads to every row. A page that is both free and in use would
// only show when the next write destroys what it holds.
[[nodiscard]] Result<> checkStructure(Database& database);

} // namespace sb
