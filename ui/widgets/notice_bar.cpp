// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace sb {

namespace {

constexpr int kShownMs = 12000;
constexpr int kGlyph = 14;

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("×"));
    m_close->setAccessibleName(tr("Dismiss message"));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAutoRaise(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(36, 8, 6, 8);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(kShownMs);
    connect(&m_timeout, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::showNotice(StateShape shape, const QString& text)
{
    m_shape = shape;
    m_text->setText(text);
    setAccessibleName(text);
    m_timeout.start();
    show();
    raise();
    update();
    Q_EMIT shown();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

QSize NoticeBar::sizeAt(int width) const
{
    // The layout's own answer counts the label as wide as it likes to be, and is far too high for a line.
    const QMargins around = layout()->contentsMargins();
    const int room
        = width - around.left() - around.right() - m_close->sizeHint().width() - layout()->spacing();
    const int text = m_text->heightForWidth(std::max(1, room));
    return { width, std::max(text, m_close->sizeHint().height()) + around.top() + around.bottom() };
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::LineBorder), 1));
    painter.setBrush(theme.color(Token::BgRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    paintStateGlyph(painter,
        QStyle::visualRect(layoutDirection(), rect(), QRect(12, (height() - kGlyph) / 2, kGlyph, kGlyph)),
        m_shape, theme);
}

} // namespace sb
