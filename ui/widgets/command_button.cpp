// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/command_button.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QStyle>
#include <QToolTip>

#include <utility>

namespace sb {

namespace {

constexpr int kDisarmMs = 5000;

} // namespace

CommandButton::CommandButton(QWidget* parent)
    : QPushButton(parent)
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(kDisarmMs);
    setAutoDefault(false);
    // Not by click: Space, pressed to pause the World, must not press the button that was clicked last.
    setFocusPolicy(Qt::TabFocus);
    // Long names shorten instead of widening the panel; the tooltip has them whole.
    setMinimumWidth(40);
    connect(&m_timeout, &QTimer::timeout, this, &CommandButton::disarm);
    connect(this, &QPushButton::clicked, this, &CommandButton::press);
}

void CommandButton::setTexts(const QString& label, const QString& confirmation)
{
    if (m_label == label && m_confirmation == confirmation)
        return;
    m_label = label;
    m_confirmation = confirmation;
    const bool wasArmed = std::exchange(m_isArmed, false);
    m_timeout.stop();
    showText();
    if (wasArmed)
        Q_EMIT disarmed();
}

void CommandButton::showText()
{
    const QString shown = m_isArmed ? m_confirmation : m_label;
    setText(shown);
    setAccessibleName(shown);
    setToolTip(m_isArmed ? tr("Press again to confirm, Esc to leave it") : toolTip());
    setProperty("emphasis", m_isArmed ? QStringLiteral("danger") : QString());
    update();
}

void CommandButton::press()
{
    if (m_confirmation.isEmpty()) {
        Q_EMIT confirmed();
        return;
    }
    if (!m_isArmed) {
        m_isArmed = true;
        m_timeout.start();
        showText();
        Q_EMIT armed();
        return;
    }
    disarm();
    Q_EMIT confirmed();
}

void CommandButton::disarm()
{
    m_timeout.stop();
    if (!m_isArmed)
        return;
    m_isArmed = false;
    setToolTip({});
    showText();
    Q_EMIT disarmed();
}

void CommandButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_isArmed) {
        disarm();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void CommandButton::focusOutEvent(QFocusEvent* event)
{
    // A popup or another window taking the focus is no change of mind.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        disarm();
    QPushButton::focusOutEvent(event);
}

bool CommandButton::event(QEvent* event)
{
    // What is shortened says all of it in its tooltip.
    if (event->type() == QEvent::ToolTip && sizeHint().width() > width() + 1) {
        const QString more = toolTip();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
            more.isEmpty() ? text() : text() + QLatin1Char('\n') + more, this);
        return true;
    }
    // Esc must disarm before a shortcut of the window takes it.
    if (event->type() == QEvent::ShortcutOverride && m_isArmed
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QPushButton::event(event);
}

} // namespace sb
