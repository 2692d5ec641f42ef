// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a widget is asked to draw itself for something else than its place on the screen: a picture of
// another resolution, or a file of lines. What it keeps ready for the screen does not fit then.
#pragma once

class QPainter;
class QWidget;

namespace sb {

[[nodiscard]] bool isPaintedElsewhere(const QPainter& painter, const QWidget& widget);
// Pixels of what is painted on for one unit of the painter's; 1 for a file of lines.
[[nodiscard]] double ratioOfTarget(const QPainter& painter);

} // namespace sb
