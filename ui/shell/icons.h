// SPDX-License-Identifier: GPL-3.0-or-later
// The icons of resources/icons, tinted by the theme: one stroke width, "currentColor" for the stroke. They
// follow a change of theme by themselves.
#pragma once

#include <QIcon>
#include <QString>

namespace sb {

// `name` without folder and ending: "pause". An unknown name gives an empty icon.
[[nodiscard]] QIcon icon(const QString& name);

} // namespace sb
