// SPDX-License-Identifier: GPL-3.0-or-later
// What every picture of time is drawn with: bars, diamonds, brackets over phases, hairlines. Colours from the
// present theme; nothing is kept between calls.
#pragma once

#include "ui/timeline/timeline_model.h"

#include <QColor>
#include <QPointF>
#include <QRectF>

class QPainter;

namespace sb {

// The ground and the outline of a card that is painted by hand.
void paintTimeCard(QPainter& painter, QSize size, bool hasFocus);
// A vertical hairline on whole pixels, in the painter's pen.
void drawTimeLine(QPainter& painter, double x, double top, double bottom);
// What a bar says by its tone; one that is over and done with no longer shouts. `text` has been elided.
void paintTimeBar(
    QPainter& painter, const QRectF& rect, Tone tone, bool isOpen, const QString& text, double textInset);
// Hollow: nothing came of it, as of a refused command.
void paintEventDiamond(QPainter& painter, QPointF centre, const QColor& color, bool isHollow);
[[nodiscard]] QColor markColor(Severity severity, bool isRefused, bool isOperators);
// Open to what is below; the text interrupts its line. In the painter's font.
void paintPhaseBracket(QPainter& painter, const QRectF& rect, const QString& text);

} // namespace sb
