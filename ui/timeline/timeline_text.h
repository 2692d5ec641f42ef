// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline's words: lane names, bar texts, tool tips, the summary for screen readers. Whole sentences
// with placeholders; values through ui/theme's formatters.
#pragma once

#include "ui/timeline/timeline_model.h"

namespace sb {

[[nodiscard]] QString timelineTitle(); // "Incident timeline"
[[nodiscard]] QString laneName(Lane lane);
// "Ireland 43 · Singapore 31 · Virginia 26 %"; regions under half a percent are left out.
[[nodiscard]] QString sharesText(const std::vector<RegionView>& regions, const WorldDescription& world);
// "I 43 · S 31 · V 26 %", by letter.
[[nodiscard]] QString sharesTextShort(const std::vector<RegionView>& regions, const WorldDescription& world);
[[nodiscard]] QString redText(const QString& region, int red, int total); // total 0: unknown
[[nodiscard]] QString redTextShort(int red, int total);
[[nodiscard]] QString greenText(int green, int total);
[[nodiscard]] QString failBackText(const QString& region);
// A fault by its injection event, when no snapshot showed it.
[[nodiscard]] QString faultText(const Event& event, const WorldDescription& world);
// What stands beside an operator's mark, short.
[[nodiscard]] QString operatorText(const Event& event, const WorldDescription& world);
// Time, kind, place; the whole note; the cause's note.
[[nodiscard]] QString toolTipOf(const Event& event, const TimelineModel& model, int folded);
[[nodiscard]] QString summaryOf(const TimelineModel& model, const Event* selected);

} // namespace sb
