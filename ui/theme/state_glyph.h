// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes of the states. Every state is shape + word + colour; the shape alone must be enough in grey.
// Circle ok, triangle degraded, octagon failed, hatched square held, ring with arrow recovering, dashed
// circle unknown.
#pragma once

#include "backend/api/snapshot.h"
#include "ui/theme/theme.h"

#include <QPixmap>
#include <QRectF>

class QPainter;

namespace sb {

enum class StateShape : quint8 { Ok, Degraded, Failed, Held, Recovering, Unknown };
inline constexpr int kStateShapeCount = static_cast<int>(StateShape::Unknown) + 1;

[[nodiscard]] StateShape shapeOf(RegionState state);
[[nodiscard]] StateShape shapeOf(Severity severity);
// The colour for the word beside the shape.
[[nodiscard]] QColor stateTextColor(const Theme& theme, StateShape shape);
[[nodiscard]] QColor stateTextColor(const Theme& theme, RegionState state);
// The shape's own colour.
[[nodiscard]] QColor stateFillColor(const Theme& theme, StateShape shape);

// Draws inside `rect` (square, antialiased); leaves the painter as it was.
void paintStateGlyph(QPainter& painter, const QRectF& rect, StateShape shape, const Theme& theme);
void paintStateGlyph(QPainter& painter, const QRectF& rect, RegionState state, const Theme& theme);
[[nodiscard]] QPixmap stateGlyphPixmap(
    StateShape shape, int size, qreal devicePixelRatio, const Theme& theme);

} // namespace sb
