// SPDX-License-Identifier: GPL-3.0-or-later
// The icons of resources/icons, tinted by the theme: one stroke width, "currentColor" for the stroke. They
// follow a change of theme by themselves.
#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace sb {

// `name` without folder and ending: "pause". An unknown name gives an empty icon.
[[nodiscard]] QIcon icon(const QString& name);
// Draws it at any size in the colour of `ink`. An unknown name draws the first letter of `word` in a ring.
void paintIcon(
    QPainter& painter, const QRectF& rect, const QString& name, Token ink, const QString& word = {});

} // namespace sb
