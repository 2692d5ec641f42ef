// SPDX-License-Identifier: GPL-3.0-or-later
// One widget shown larger, for a screen that is read from across a room: the same layout in fewer, bigger
// units, so that type and shapes grow together. Esc leaves.
#pragma once

#include <QGraphicsView>

namespace sb {

inline constexpr qreal kWallScale = 1.4;

class WallView : public QGraphicsView {
    Q_OBJECT
public:
    // Takes `content` over until release(), which gives it back without a parent.
    WallView(QWidget* content, QWidget* parent);
    void release();

Q_SIGNALS:
    void left();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QGraphicsProxyWidget* m_proxy;
};

} // namespace sb
