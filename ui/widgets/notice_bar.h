// SPDX-License-Identifier: GPL-3.0-or-later
// A calm message inside the window: why a command was refused, where a file went. Goes by itself after a
// while or by its button; never modal, never steals the focus.
#pragma once

#include "ui/theme/state_glyph.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace sb {

class NoticeBar : public QWidget {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);
    void showNotice(StateShape shape, const QString& text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] StateShape shape() const { return m_shape; }
    // What its text needs at that width.
    [[nodiscard]] QSize sizeAt(int width) const;

Q_SIGNALS:
    void shown();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QToolButton* m_close;
    StateShape m_shape = StateShape::Ok;
    QTimer m_timeout;
};

} // namespace sb
