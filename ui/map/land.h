// SPDX-License-Identifier: GPL-3.0-or-later
// The coastlines, loaded from the program's resources: 1:110m for the whole world, 1:50m when one looks
// closer, loaded at the first closer look.
#pragma once

#include <QPainterPath>

namespace sb {

class Projection;

// From this scale on the fine coastlines are drawn: where 0.1 degrees, the coarse ones' error, is a pixel.
inline constexpr double kFineLandFrom = 7; // px per degree of longitude

// All land in view without Antarctica, in the projection's px; drawn once more on either side, so that a wide
// view is filled. Rings smaller than a pixel are left out.
[[nodiscard]] QPainterPath landPath(const Projection& projection);
[[nodiscard]] bool isFineLand(const Projection& projection);

} // namespace sb
