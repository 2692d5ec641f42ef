// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of replicators and of members of strong tables as JSON, to travel between programs. Log
// entries go as base64 of their canonical bytes (store/log_codec.h), which carry a checksum.
// Only what asks for changes and brings them is spoken (Pull, Batch): nobody trims a log here, so no copy is
// ever built from a snapshot.
// Decoding trusts nothing: what it returns is safe to hand to a replicator or member.
// Thread: any; no state.
#pragma once

#include "backend/maelstrom/json.h"
#include "backend/replication/replicator.h"
#include "backend/replication/strong_table.h"

namespace sb::maelstrom {

// Requires kind Pull or Batch.
[[nodiscard]] Json toJson(const ReplicationMessage& message);
// Fails with BadInput or Corrupt. `regionCount`: how many regions there are.
[[nodiscard]] Result<ReplicationMessage> replicationFromJson(const Json& json, std::size_t regionCount);

[[nodiscard]] Json toJson(const StrongMessage& message);
[[nodiscard]] Result<StrongMessage> strongFromJson(const Json& json);

} // namespace sb::maelstrom
