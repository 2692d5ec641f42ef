// SPDX-License-Identifier: GPL-3.0-or-later
// The stores that benches compare.
#pragma once

#include <cstdint>

namespace sb {

enum Kind : int { Memory, SqliteInMemory, SqliteFile };

inline const char* kindName(std::int64_t kind)
{
    switch (kind) {
    case Memory:
        return "memory";
    case SqliteInMemory:
        return "SQLite :memory:";
    default:
        return "SQLite file FULL";
    }
}

} // namespace sb
