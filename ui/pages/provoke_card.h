// SPDX-License-Identifier: GPL-3.0-or-later
// Provokes a conflict: two clerks in two regions give one book different prices at the same instant, before
// either has heard of the other. Armed, then confirmed.
#pragma once

#include "backend/api/command.h"
#include "backend/api/world_description.h"
#include "ui/pages/page_parts.h"

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace sb {

class CommandButton;

class ProvokeCard : public TitledCard {
    Q_OBJECT
public:
    explicit ProvokeCard(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setBook(BookId book);

Q_SIGNALS:
    void commandRequested(const sb::Command& command);
    void provoked(sb::BookId book);

private:
    void showText();
    void press();

    WorldDescription m_world;
    QSpinBox* m_book;
    QComboBox* m_regions[2];
    QDoubleSpinBox* m_prices[2];
    CommandButton* m_button;
    QLabel* m_explanation;
};

} // namespace sb
