// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what a test wants to click.
#pragma once

#include "ui/widgets/command_button.h"

namespace sb::test {

// The child button with that text; null: there is none.
inline CommandButton* buttonNamed(const QWidget& parent, const QString& text)
{
    const auto buttons = parent.findChildren<CommandButton*>();
    for (CommandButton* button : buttons) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace sb::test
