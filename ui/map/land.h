// SPDX-License-Identifier: GPL-3.0-or-later
// The coastlines, loaded once from the program's resources.
#pragma once

#include <QPainterPath>

namespace sb {

class Projection;

// All land of the world without Antarctica, in the projection's px; drawn once more on either side, so that a
// wide view is filled.
[[nodiscard]] QPainterPath landPath(const Projection& projection);

} // namespace sb
