// SPDX-License-Identifier: GPL-3.0-or-later
// The record of a run that is over, or of another one than the window shows: for laying two incidents one
// under the other. Values only. Thread: any.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <string>
#include <vector>

namespace sb {

struct RecordView {
    std::string path; // of the session file
    WorldDescription world;
    std::vector<Event> events; // the whole log, in order
    Instant end = kStart;
    std::vector<IncidentView> incidents; // in order of their openings
    std::shared_ptr<const ChartWindow> charts; // errors and lag, a column a second; the last six hours
};

} // namespace sb
