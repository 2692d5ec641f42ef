// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the record of a run from its session file, without running it again: the log, what the log says of
// its incidents, and the samples of errors and lag. Thread: any; no state.
#pragma once

#include "backend/api/record_view.h"
#include "backend/base/result.h"

#include <functional>
#include <string>

namespace sb {

// `progress` is told the share done, 0…1, and cancels by false; may be empty. Fails with UnknownName (no such
// file), BadInput (no Signalbox session), VersionMismatch, Corrupt, IoFailure or Cancelled; the text names
// the file.
[[nodiscard]] Result<RecordView> readRecord(
    const std::string& path, const std::function<bool(double)>& progress = {});

} // namespace sb
