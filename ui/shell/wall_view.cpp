// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/wall_view.h"

#include "ui/theme/theme.h"

#include <QGraphicsProxyWidget>
#include <QGraphicsScene>
#include <QKeyEvent>

namespace sb {

WallView::WallView(QWidget* content, QWidget* parent)
    : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setRenderHint(QPainter::SmoothPixmapTransform);
    setBackgroundBrush(currentTheme().color(Token::BgWindow));
    setAccessibleName(tr("Wall mode"));
    scale(kWallScale, kWallScale);
    content->setParent(nullptr);
    content->setAttribute(Qt::WA_TranslucentBackground);
    m_proxy = scene()->addWidget(content);
    content->show(); // a change of parent hides it
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this,
        [this] { setBackgroundBrush(currentTheme().color(Token::BgWindow)); });
}

void WallView::release()
{
    if (m_proxy == nullptr)
        return;
    QWidget* content = m_proxy->widget();
    m_proxy->setWidget(nullptr);
    content->setParent(nullptr);
    content->setAttribute(Qt::WA_TranslucentBackground, false);
    delete m_proxy;
    m_proxy = nullptr;
}

void WallView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (m_proxy == nullptr)
        return;
    const QSizeF inner = QSizeF(viewport()->size()) / kWallScale;
    m_proxy->resize(inner);
    setSceneRect(QRectF(QPointF(), inner));
}

bool WallView::event(QEvent* event)
{
    // Before the map or the timeline can take it for a key of their own.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QGraphicsView::event(event);
}

void WallView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QGraphicsView::keyPressEvent(event);
}

} // namespace sb
