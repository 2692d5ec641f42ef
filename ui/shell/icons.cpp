// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/icons.h"

#include "ui/theme/fonts.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace sb {

namespace {

QString pathOf(const QString& name)
{
    return QStringLiteral(":/signalbox/icons/%1.svg").arg(name);
}

// Nothing when there is no such icon.
bool paintTinted(QPainter& painter, const QRectF& rect, const QString& name, Token ink)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const Theme& theme = currentTheme();
    QByteArray svg = file.readAll();
    svg.replace("currentColor", theme.color(ink).name().toLatin1());
    svg.replace("currentAccent", theme.color(Token::Accent).name().toLatin1());
    QSvgRenderer(svg).render(&painter, rect);
    return true;
}

class TintedIcon : public QIconEngine {
public:
    explicit TintedIcon(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintTinted(*painter, rect, m_name, mode == QIcon::Disabled ? Token::LineBorder : Token::TextPrimary);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("sb-icon-%1-%2-%3-%4-%5")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(int(mode))
                                .arg(int(currentTheme().kind()));
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
    if (!QFile::exists(pathOf(name)))
        return {};
    return QIcon(new TintedIcon(name));
}

void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, Token ink, const QString& word)
{
    if (paintTinted(painter, rect, name, ink))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(currentTheme().color(ink), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(rect.adjusted(3, 3, -3, -3));
    painter.setFont(sb::font(FontRole::CaptionStrong));
    painter.drawText(rect, Qt::AlignCenter, word.left(1));
    painter.restore();
}

} // namespace sb
