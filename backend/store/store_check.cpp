// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store_check.h"

#include <algorithm>

namespace sb {

Result<> checkLogHasFile(const Database& database)
{
    if (!database.isLogWithoutFile())
        return {};
    return fail(Errc::Corrupt,
        database.path()
            + ": is missing or empty, but its write-ahead log is there; restore the file from a copy, or "
              "remove"
              " the log to start anew");
}

Result<> checkEnds(
    const std::string& path, const std::vector<LogBounds>& logs, const std::vector<LogBounds>& acknowledged)
{
    for (const LogBounds& promised : acknowledged) {
        const auto found = std::find_if(
            logs.begin(), logs.end(), [&](const LogBounds& log) { return log.id == promised.id; });
        const std::uint64_t end = found == logs.end() ? LogBounds {}.end : found->end;
        if (end >= promised.end)
            continue;
        return fail(Errc::Corrupt,
            path + ": the log of region " + std::to_string(promised.id.origin.value) + " ends at entry "
                + std::to_string(end - 1) + ", but entry " + std::to_string(promised.end - 1)
                + " was acknowledged: the disk has lost flushed writes; restore the file from a copy, or go "
                  "on from here as a new incarnation");
    }
    return {};
}

Result<> checkStructure(Database& database)
{
    // Not the quicker quick_check: a rotten index can hide a row that was then written a second time.
    const Result<std::string> found = database.queryText("PRAGMA integrity_check(1)");
    if (!found)
        return tl::unexpected<Error> { found.error() };
    if (*found == "ok")
        return {};
    // SQLite heads the finding with a line that says no more than "main".
    const std::string finding = found->substr(found->rfind('\n') + 1);
    return fail(Errc::Corrupt,
        database.path() + ": its structure is damaged (" + finding + "); restore the file from a copy");
}

} // namespace sb
