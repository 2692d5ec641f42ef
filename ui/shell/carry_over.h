// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has typed, scrolled to or divided in a part of the window, taken from there and put into the
// same part built anew in another language. Widgets are paired by class and order, so a part whose make-up
// has changed meanwhile loses that class of inputs and nothing else. Nothing here submits a command: buttons
// that can be checked are left alone.
#pragma once

#include <QByteArray>
#include <QList>
#include <QPointer>
#include <QString>

class QWidget;

namespace sb {

class CarryOver {
public:
    explicit CarryOver(const QWidget& part);
    // Into the same part, built anew; call when it has its data.
    void putInto(QWidget& part) const;

private:
    QList<QString> m_texts; // of line edits
    QList<QString> m_longTexts; // of plain text edits
    QList<int> m_tabs;
    QList<int> m_scrolls;
    QList<QByteArray> m_splitters;
    QByteArray m_focusClass; // empty: the focus is elsewhere
    int m_focus = -1; // place among the widgets of that class
};

} // namespace sb
