// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/coach_mark.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace sb {

namespace {

constexpr int kBeak = 9; // px the arrow stands out on the leading side

} // namespace

CoachMark::CoachMark(const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(text, this))
    , m_close(new QPushButton(tr("Got it"), this))
{
    setAccessibleName(text);
    m_text->setFont(sb::font(FontRole::BodyStrong));
    m_text->setTextFormat(Qt::PlainText);
    m_close->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14 + kBeak, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(m_text);
    row->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
}

void CoachMark::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    QRectF box = QRectF(rect()).adjusted(isMirrored ? 1 : kBeak, 1, isMirrored ? -kBeak : -1, -1);
    QPainterPath path;
    path.addRoundedRect(box, kRadius, kRadius);
    const qreal x = isMirrored ? box.right() : box.left();
    const qreal tip = isMirrored ? width() - 1 : 1;
    QPainterPath beak;
    beak.moveTo(x, height() / 2.0 - 7);
    beak.lineTo(tip, height() / 2.0);
    beak.lineTo(x, height() / 2.0 + 7);
    beak.closeSubpath();
    painter.setPen(QPen(theme.color(Token::Accent), 1.5));
    painter.setBrush(theme.color(Token::BgRaised));
    painter.drawPath(path.united(beak));
}

} // namespace sb
