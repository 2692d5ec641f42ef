// SPDX-License-Identifier: GPL-3.0-or-later
// Tab goes as one reads: part by part, each from top to bottom and along the line. Worked out from where
// things stand at the moment, so that rows that come and go and pages that others build need not know of it.
// Qt's own chain is not used: it goes by the order of construction, and a page whose focus proxy is one of
// its own parts can fall out of it.
#pragma once

#include <QWidget>

#include <vector>

namespace sb {

// What of the window Tab can reach now, in visual order (mirrored for right-to-left).
[[nodiscard]] std::vector<QWidget*> visualTabOrder(const QWidget& window);
// Where Tab (or Shift+Tab) leads from `from`, around the ends; null: there is nothing.
[[nodiscard]] QWidget* tabTarget(const QWidget& window, const QWidget* from, bool isForward);

} // namespace sb
