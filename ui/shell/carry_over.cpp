// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/carry_over.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTabBar>

namespace sb {

namespace {

// Line edits of one's own: those inside spin boxes and combo boxes show a value of theirs.
QList<QLineEdit*> lineEdits(const QWidget& part)
{
    QList<QLineEdit*> edits = part.findChildren<QLineEdit*>();
    edits.removeIf([](const QLineEdit* edit) {
        return qobject_cast<QAbstractSpinBox*>(edit->parentWidget())
            || qobject_cast<QComboBox*>(edit->parentWidget()) || edit->isReadOnly();
    });
    return edits;
}

QList<QWidget*> ofClass(const QWidget& part, const QByteArray& name)
{
    QList<QWidget*> all = part.findChildren<QWidget*>();
    all.removeIf([&](const QWidget* widget) { return name != widget->metaObject()->className(); });
    return all;
}

template<typename Widgets, typename Values, typename Put>
void pairUp(const Widgets& widgets, const Values& values, Put put)
{
    if (widgets.size() != values.size())
        return;
    for (qsizetype i = 0; i < widgets.size(); ++i)
        put(widgets.at(i), values.at(i));
}

} // namespace

CarryOver::CarryOver(const QWidget& part)
{
    for (const QLineEdit* edit : lineEdits(part))
        m_texts << edit->text();
    for (const auto* edit : part.findChildren<QPlainTextEdit*>())
        m_longTexts << edit->toPlainText();
    for (const auto* bar : part.findChildren<QTabBar*>())
        m_tabs << bar->currentIndex();
    for (const auto* bar : part.findChildren<QScrollBar*>())
        m_scrolls << bar->value();
    for (const auto* splitter : part.findChildren<QSplitter*>())
        m_splitters << splitter->saveState();
    QWidget* focus = QApplication::focusWidget();
    if (focus != nullptr && part.isAncestorOf(focus)) {
        m_focusClass = focus->metaObject()->className();
        m_focus = static_cast<int>(ofClass(part, m_focusClass).indexOf(focus));
    }
}

void CarryOver::putInto(QWidget& part) const
{
    pairUp(lineEdits(part), m_texts, [](QLineEdit* edit, const QString& text) {
        if (edit->text() != text)
            edit->setText(text);
    });
    // Setting a text makes it count as unmodified.
    pairUp(part.findChildren<QPlainTextEdit*>(), m_longTexts, [](QPlainTextEdit* edit, const QString& text) {
        if (edit->toPlainText() != text)
            edit->setPlainText(text);
    });
    pairUp(part.findChildren<QTabBar*>(), m_tabs, [](QTabBar* bar, int index) {
        if (index >= 0 && index < bar->count())
            bar->setCurrentIndex(index);
    });
    pairUp(part.findChildren<QSplitter*>(), m_splitters,
        [](QSplitter* splitter, const QByteArray& state) { splitter->restoreState(state); });
    pairUp(part.findChildren<QScrollBar*>(), m_scrolls,
        [](QScrollBar* bar, int value) { bar->setValue(value); });
    if (QWidget* focus = ofClass(part, m_focusClass).value(m_focus))
        focus->setFocus(Qt::OtherFocusReason);
}

} // namespace sb
