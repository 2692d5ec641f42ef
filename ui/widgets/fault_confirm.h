// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the target of an armed fault: its name and place, what it would hit, and the button that
// does it. Arms nothing itself. Enter on the button confirms, Esc anywhere in it leaves it.
#pragma once

#include "ui/theme/state_glyph.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace sb {

class FaultConfirm : public QWidget {
    Q_OBJECT
public:
    static constexpr int kWidth = 340;
    explicit FaultConfirm(QWidget* parent = nullptr);
    // "Region outage, Ireland"; the sentence that names the effect; when it ends by itself.
    void setTexts(const QString& title, const QString& effect, const QString& ends);
    [[nodiscard]] QString effect() const;
    [[nodiscard]] QPushButton* confirmButton() const { return m_confirm; }
    [[nodiscard]] QPushButton* leaveButton() const { return m_leave; }

Q_SIGNALS:
    void confirmed();
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLabel* m_title;
    QLabel* m_effect;
    QLabel* m_ends;
    QPushButton* m_confirm;
    QPushButton* m_leave;
};

} // namespace sb
