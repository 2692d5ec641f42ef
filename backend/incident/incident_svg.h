// SPDX-License-Identifier: GPL-3.0-or-later
// An incident as a picture: phases, faults and the states of regions as bars over one axis of time, the end
// points of the measures as lines. A function of the log alone. Internal to this room.
#pragma once

#include "backend/incident/exporters.h"

#include <string>

namespace sb {

// One <svg> element, well-formed XML without any reference to elsewhere; drawn in currentColor and two
// colours of its own.
[[nodiscard]] std::string incidentSvg(
    const RecordSource& source, const IncidentReport& incident, Instant end);

// Text for HTML and XML: marks escaped, control characters and bytes that are no UTF-8 replaced.
[[nodiscard]] std::string xmlText(std::string_view text);

} // namespace sb
