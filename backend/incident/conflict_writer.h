// SPDX-License-Identifier: GPL-3.0-or-later
// The conflict log as JSON Lines: a header, then one object for each meeting of versions that did not know of
// each other, with both versions, their values and the requests that wrote them. Members are described in
// docs/incident-record.md. A function of the log alone: the same log gives the same bytes.
#pragma once

#include "backend/api/world_description.h"
#include "backend/incident/anomaly_log.h"

#include <string>

namespace sb {

[[nodiscard]] std::string conflictLines(const WorldDescription& description, const AnomalyLog& log);

} // namespace sb
