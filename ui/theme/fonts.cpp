// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>

namespace sb {

namespace {

QString& pinnedFamily()
{
    static QString family;
    return family;
}

QString chosenFamily()
{
    if (!pinnedFamily().isEmpty())
        return pinnedFamily();
    static const QString chosen = [] {
        const QStringList installed = QFontDatabase::families();
        for (const QString& family :
            { QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans") }) {
            if (installed.contains(family))
                return family;
        }
        return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    return chosen;
}

qreal digitCell(const QFontMetricsF& metrics)
{
    qreal widest = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(c)));
    return widest;
}

// Words that run to the left must be laid out as a whole: runs one after the other would stand in wrong
// order.
bool runsLeft(const QString& text)
{
    return std::any_of(text.begin(), text.end(),
        [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
}

} // namespace

QFont font(FontRole role)
{
    if (role == FontRole::Mono) {
        QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        mono.setPixelSize(12);
        return mono;
    }
    QFont f(chosenFamily());
    switch (role) {
    case FontRole::Caption:
        f.setPixelSize(11);
        break;
    case FontRole::CaptionStrong:
        f.setPixelSize(11);
        f.setWeight(QFont::DemiBold);
        break;
    case FontRole::Body:
    case FontRole::Mono:
        f.setPixelSize(13);
        break;
    case FontRole::BodyStrong:
        f.setPixelSize(13);
        f.setWeight(QFont::DemiBold);
        break;
    case FontRole::Title:
        f.setPixelSize(15);
        f.setWeight(QFont::DemiBold);
        break;
    case FontRole::Figure:
        f.setPixelSize(20);
        f.setWeight(QFont::DemiBold);
        break;
    case FontRole::Wall:
        f.setPixelSize(28);
        f.setWeight(QFont::DemiBold);
        break;
    }
    return f;
}

void setFontFamily(const QString& family)
{
    pinnedFamily() = family;
}

qreal tabularWidth(const QFont& font, const QString& text)
{
    const QFontMetricsF metrics(font);
    if (runsLeft(text))
        return metrics.horizontalAdvance(text);
    const qreal cell = digitCell(metrics);
    qreal width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? cell : metrics.horizontalAdvance(c);
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    if (runsLeft(text)) {
        const int flags = static_cast<int>((alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter)
            | static_cast<int>(Qt::AlignAbsolute) | Qt::TextSingleLine | Qt::TextDontClip;
        painter.drawText(rect, flags, text);
        return;
    }
    const QFontMetricsF metrics(painter.font());
    const qreal cell = digitCell(metrics);
    const qreal width = tabularWidth(painter.font(), text);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    const qreal baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    // One run after the other goes to the right, whichever way the widget runs.
    const Qt::LayoutDirection direction = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LeftToRight);
    // Runs without digits are drawn whole, so that kerning and shaping of words stay right.
    for (qsizetype i = 0; i < text.size();) {
        if (text.at(i).isDigit()) {
            const qreal own = metrics.horizontalAdvance(text.at(i));
            painter.drawText(QPointF(x + (cell - own) / 2, baseline), text.mid(i, 1));
            x += cell;
            ++i;
            continue;
        }
        qsizetype end = i;
        qreal runWidth = 0;
        while (end < text.size() && !text.at(end).isDigit())
            runWidth += metrics.horizontalAdvance(text.at(end++));
        painter.drawText(QPointF(x, baseline), text.mid(i, end - i));
        x += runWidth;
        i = end;
    }
    painter.setLayoutDirection(direction);
}

} // namespace sb
