// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fault_confirm.h"

#include "ui/theme/fonts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace sb {

FaultConfirm::FaultConfirm(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_effect(new QLabel(this))
    , m_ends(new QLabel(this))
    , m_confirm(new QPushButton(this))
    , m_leave(new QPushButton(tr("Leave it"), this))
{
    setObjectName(QStringLiteral("faultConfirm"));
    m_title->setFont(sb::font(FontRole::BodyStrong));
    for (QLabel* label : { m_title, m_effect, m_ends }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_ends->setFont(sb::font(FontRole::Caption));
    m_ends->setForegroundRole(QPalette::PlaceholderText);
    m_confirm->setProperty("emphasis", QStringLiteral("danger"));
    m_leave->setToolTip(tr("Nothing is broken (Esc)"));
    for (QPushButton* button : { m_confirm, m_leave }) {
        button->setAutoDefault(false);
        button->setMinimumHeight(28);
        button->installEventFilter(this);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_confirm, 1);
    buttons->addWidget(m_leave);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 12, 12);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_effect);
    column->addWidget(m_ends);
    column->addSpacing(2);
    column->addLayout(buttons);
    connect(m_confirm, &QPushButton::clicked, this, &FaultConfirm::confirmed);
    connect(m_leave, &QPushButton::clicked, this, &FaultConfirm::left);
    hide();
}

void FaultConfirm::setTexts(const QString& title, const QString& effect, const QString& ends)
{
    if (m_title->text() == title && m_effect->text() == effect && m_ends->text() == ends)
        return;
    m_title->setText(title);
    m_effect->setText(effect);
    m_ends->setText(ends);
    //: %1 is a fault with its place: "Region outage, Ireland"
    const QString words = tr("Confirm: %1").arg(title);
    m_confirm->setText(m_confirm->fontMetrics().elidedText(words, Qt::ElideRight, kWidth - 130));
    m_confirm->setAccessibleName(words);
    m_confirm->setAccessibleDescription(effect);
    m_confirm->setToolTip(words);
    setAccessibleName(words);
    setAccessibleDescription(effect);
    resize(
        kWidth, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(kWidth) : sizeHint().height());
}

QString FaultConfirm::effect() const
{
    return m_effect->text();
}

void FaultConfirm::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::StateFailedFill), 1.6));
    painter.setBrush(theme.color(Token::BgRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
}

void FaultConfirm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool FaultConfirm::event(QEvent* event)
{
    // A press beside the buttons is no press on the map below.
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease
        || event->type() == QEvent::Wheel) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool FaultConfirm::eventFilter(QObject* watched, QEvent* event)
{
    // Esc must leave before a shortcut of the window takes it; Enter presses as Space does.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            static_cast<QPushButton*>(watched)->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sb
