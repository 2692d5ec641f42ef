// SPDX-License-Identifier: GPL-3.0-or-later
// Font roles: five sizes, two weights. The family is Inter where it is installed, else Noto Sans, else
// DejaVu Sans. Sizes are logical px at 100 %.
// Inter's digits are proportional and Qt 6.4 cannot ask for tabular ones, so figures that tick are painted
// with drawTabular(), which gives every digit the same cell.
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace sb {

enum class FontRole : quint8 {
    Caption, // 11
    CaptionStrong,
    Body, // 13
    BodyStrong,
    Title, // 15, strong
    Figure, // 20, strong
    Wall, // 28, strong
    Mono, // 12, ids and hashes only
};

[[nodiscard]] QFont font(FontRole role);
// Tests pin a family so that pictures do not depend on the machine; an empty name returns to the choice
// above.
void setFontFamily(const QString& family);

// Like QPainter::drawText with a single line, digits in equal cells. `alignment`: AlignLeft, AlignRight or
// AlignHCenter, vertically centred; always in visual (not mirrored) sense.
void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);
[[nodiscard]] qreal tabularWidth(const QFont& font, const QString& text);

} // namespace sb
