// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace sb {

namespace {

class TintedIcon : public QIconEngine {
public:
    explicit TintedIcon(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(QStringLiteral(":/signalbox/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const Theme& theme = currentTheme();
        const QColor ink = theme.color(mode == QIcon::Disabled ? Token::LineBorder : Token::TextPrimary);
        QByteArray svg = file.readAll();
        svg.replace("currentColor", ink.name().toLatin1());
        svg.replace("currentAccent", theme.color(Token::Accent).name().toLatin1());
        QSvgRenderer(svg).render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("sb-icon-%1-%2-%3-%4-%5")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(int(mode))
                                .arg(currentTheme().isDark() ? 1 : 0);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine* clone() const override { return new TintedIcon(*this); }

private:
    QString m_name;
};

} // namespace

QIcon icon(const QString& name)
{
    if (!QFile::exists(QStringLiteral(":/signalbox/icons/%1.svg").arg(name)))
        return {};
    return QIcon(new TintedIcon(name));
}

} // namespace sb
