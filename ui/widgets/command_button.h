// SPDX-License-Identifier: GPL-3.0-or-later
// A button for something that hurts: the first press arms it and its label names object and effect, the
// second confirms. Esc, losing the focus, or five seconds disarm it. No modal question.
// Without a confirmation text it is a plain button whose press confirms at once.
#pragma once

#include <QPushButton>
#include <QTimer>

namespace sb {

class CommandButton : public QPushButton {
    Q_OBJECT
public:
    explicit CommandButton(QWidget* parent = nullptr);
    // "Fail region", "Confirm: fail Ireland". Keeps an armed state while the texts stay the same.
    void setTexts(const QString& label, const QString& confirmation = {});
    [[nodiscard]] bool isArmed() const { return m_isArmed; }
    void disarm();

Q_SIGNALS:
    void armed();
    void disarmed(); // by itself, by Esc, by another text, or because it was confirmed
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void press();
    void showText();

    QString m_label;
    QString m_confirmation;
    bool m_isArmed = false;
    QTimer m_timeout;
};

} // namespace sb
