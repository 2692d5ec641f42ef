// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/conflict.h"

namespace sb {

std::string_view toString(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::InsertExists:
        return "insert_exists";
    case ConflictKind::UpdateConcurrent:
        return "update_concurrent";
    case ConflictKind::UpdateMissing:
        return "update_missing";
    case ConflictKind::DeleteExists:
        return "delete_exists";
    case ConflictKind::DeleteMissing:
        return "delete_missing";
    case ConflictKind::ClockQuarantine:
        return "clock_quarantine";
    case ConflictKind::RightsExhausted:
        return "rights_exhausted";
    case ConflictKind::FencedWrite:
        return "fenced_write";
    case ConflictKind::RejoinSuperseded:
        return "rejoin_superseded";
    }
    return "unknown";
}

} // namespace sb
