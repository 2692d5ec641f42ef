// SPDX-License-Identifier: GPL-3.0-or-later
// All keys on one sheet, read from the actions themselves, with the keys of map and timeline added. Stays
// open beside the window; closes with Esc.
#pragma once

#include "ui/shell/window_actions.h"

#include <QDialog>

namespace sb {

class ShortcutSheet : public QDialog {
    Q_OBJECT
public:
    ShortcutSheet(const WindowActions& actions, QWidget* parent);
};

} // namespace sb
