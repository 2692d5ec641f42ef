// SPDX-License-Identifier: GPL-3.0-or-later
// Events of a range as a table for a spreadsheet, with titles in the user's language and values as they are
// in exports of the record. Values only.
#pragma once

#include "ui/timeline/timeline_model.h"

namespace sb {

[[nodiscard]] QString eventsCsv(const TimelineModel& model, TimeRange range);

} // namespace sb
