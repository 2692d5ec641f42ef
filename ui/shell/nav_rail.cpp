// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/nav_rail.h"

#include "ui/shell/icons.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace sb {

namespace {

constexpr int kRowHeight = 54;
constexpr int kRowHeightTight = 44;
constexpr int kRowHeightLeast = 30; // without the word
constexpr int kTopGap = 4;
constexpr int kBadge = 11; // px, of shape and number
constexpr int kBadgeMost = 99;
constexpr int kIcon = 20;
constexpr int kIconAbove = 8; // px over the icon of a full row
constexpr int kBar = 3; // px, the mark of the shown page
constexpr int kCaptionLeast = 9;
constexpr int kNarrowStretch = 82; // percent: a word that is still too long is drawn narrower

} // namespace

NavButton::NavButton(QAction* action, QString iconName, QWidget* parent)
    : QAbstractButton(parent)
    , m_action(action)
    , m_iconName(std::move(iconName))
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus); // not by click: the page that opens has the focus then
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &NavButton::follow);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
    follow();
}

QString NavButton::word() const
{
    return plainLabel(m_action->text());
}

void NavButton::follow()
{
    setChecked(m_action->isChecked());
    setToolTip(m_action->toolTip());
    setStatusTip(m_action->statusTip());
    setAccessibleName(word());
    setAccessibleDescription(m_badge == 0
            ? m_action->statusTip()
            : QStringLiteral("%1. %2").arg(m_badgeWords, m_action->statusTip()));
    update();
}

void NavButton::setLook(int captionPx, bool hasWord)
{
    m_captionPx = captionPx;
    m_hasWord = hasWord;
    update();
}

void NavButton::setBadge(int count, StateShape shape, const QString& words)
{
    if (count == m_badge && shape == m_badgeShape && words == m_badgeWords)
        return;
    m_badge = count;
    m_badgeShape = shape;
    m_badgeWords = words;
    follow();
}

void NavButton::paintBadge(QPainter& painter, const QRect& icon) const
{
    const QString number
        = m_badge > kBadgeMost ? QStringLiteral("%1+").arg(kBadgeMost) : QString::number(m_badge);
    QFont font = sb::font(FontRole::CaptionStrong);
    font.setPixelSize(kBadge);
    const int wide = kBadge + 2 + QFontMetrics(font).horizontalAdvance(number);
    const QRect place = QStyle::visualRect(layoutDirection(), rect(),
        QRect(std::min(icon.center().x() + 4, width() - wide - 2), std::max(0, icon.top() - 5), wide,
            kBadge + 2));
    const Theme& theme = currentTheme();
    painter.fillRect(
        place.adjusted(-1, 0, 1, 0), theme.color(isChecked() ? Token::BgAccent : Token::BgPanel));
    const bool isLeft = layoutDirection() == Qt::LeftToRight;
    const QRect glyph(isLeft ? place.left() : place.right() - kBadge + 1, place.top() + 1, kBadge, kBadge);
    paintStateGlyph(painter, glyph, m_badgeShape, theme);
    painter.setFont(font);
    painter.setPen(stateTextColor(theme, m_badgeShape));
    painter.drawText(isLeft ? place.adjusted(kBadge + 2, 0, 0, 0) : place.adjusted(0, 0, -kBadge - 2, 0),
        Qt::AlignCenter, number);
}

void NavButton::paintMark(QPainter& painter) const
{
    const Theme& theme = currentTheme();
    if (isChecked()) {
        painter.fillRect(rect(), theme.color(Token::BgAccent));
        const QRect bar = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, kBar, height()));
        painter.fillRect(bar, theme.color(Token::Accent));
    } else if (isDown() || underMouse()) {
        painter.fillRect(rect(), theme.color(Token::BgHover));
    }
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::Accent), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(kBar + 1, 2, -kBar - 1, -2), kRadius, kRadius);
}

void NavButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    paintMark(painter);
    const bool isStrong = isChecked() || underMouse();
    const Token ink = isStrong ? Token::TextPrimary : Token::TextSecondary;
    const QFont base = sb::font(isChecked() ? FontRole::CaptionStrong : FontRole::Caption);
    QFont caption = base;
    caption.setPixelSize(m_captionPx);
    const int textHeight = m_hasWord ? QFontMetrics(caption).height() : 0;
    const int gap = m_hasWord ? std::clamp((height() - kIcon - textHeight) / 4, 1, 5) : 0;
    const int content = kIcon + gap + textHeight;
    const int top = std::min(kIconAbove, (height() - content) / 2);
    const int y = std::max(top, (height() - content) / 2);
    paintIcon(painter, QRectF((width() - kIcon) / 2.0, y, kIcon, kIcon), m_iconName, ink, word());
    if (m_badge > 0)
        paintBadge(painter, QRect((width() - kIcon) / 2, y, kIcon, kIcon));
    if (!m_hasWord)
        return;
    if (QFontMetrics(caption).horizontalAdvance(word()) > width() - 2)
        caption.setStretch(kNarrowStretch);
    painter.setFont(caption);
    painter.setPen(theme.color(ink));
    painter.drawText(QRect(0, y + kIcon + gap, width(), textHeight), Qt::AlignCenter,
        QFontMetrics(caption).elidedText(word(), Qt::ElideRight, width() - 2));
}

void NavButton::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        Q_EMIT stepped(1);
        return;
    case Qt::Key_Up:
        Q_EMIT stepped(-1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

bool NavButton::event(QEvent* event)
{
    const bool isDone = QAbstractButton::event(event);
    // A click on the shown page unchecks a button of its own; the action knows better.
    if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::KeyRelease)
        follow();
    return isDone;
}

NavRail::NavRail(QWidget* parent)
    : QWidget(parent)
{
    setFixedWidth(kNavRailWidth);
    setAccessibleName(tr("Pages"));
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void NavRail::addPage(QAction* action, const QString& iconName, bool isAtEnd)
{
    auto* button = new NavButton(action, iconName, this);
    button->setObjectName(action->objectName());
    connect(button, &NavButton::stepped, this, [this, button](int by) {
        const auto at = std::find(m_buttons.begin(), m_buttons.end(), button) - m_buttons.begin();
        const auto next = at + by;
        if (next >= 0 && next < static_cast<std::ptrdiff_t>(m_buttons.size()))
            m_buttons[static_cast<std::size_t>(next)]->setFocus(Qt::TabFocusReason);
    });
    m_buttons.push_back(button);
    m_atEnd += isAtEnd ? 1 : 0;
    place();
}

QSize NavRail::sizeHint() const
{
    return { kNavRailWidth, kTopGap + kRowHeight * static_cast<int>(m_buttons.size()) };
}

QSize NavRail::minimumSizeHint() const
{
    return { kNavRailWidth, kTopGap + kRowHeightLeast * static_cast<int>(m_buttons.size()) };
}

void NavRail::place()
{
    if (m_buttons.empty())
        return;
    const int count = static_cast<int>(m_buttons.size());
    const int row = std::clamp((height() - kTopGap) / count, kRowHeightLeast, kRowHeight);
    const bool hasWord = row >= kRowHeightTight;
    // One size for all words, the largest in which the longest fits.
    QFont caption = sb::font(FontRole::CaptionStrong);
    const auto widest = [&] {
        const QFontMetrics metrics(caption);
        int width = 0;
        for (const NavButton* button : m_buttons)
            width = std::max(width, metrics.horizontalAdvance(button->word()));
        return width;
    };
    while (widest() > kNavRailWidth - 6 && caption.pixelSize() > kCaptionLeast)
        caption.setPixelSize(caption.pixelSize() - 1);
    for (int i = 0; i < count; ++i) {
        const bool isAtEnd = i >= count - m_atEnd;
        const int y = isAtEnd ? height() - (count - i) * row : kTopGap + i * row;
        NavButton* button = m_buttons[static_cast<std::size_t>(i)];
        button->setGeometry(0, y, width(), row);
        button->setLook(caption.pixelSize(), hasWord);
        button->show();
    }
}

void NavRail::resizeEvent(QResizeEvent* event)
{
    place();
    QWidget::resizeEvent(event);
}

void NavRail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        place();
    QWidget::changeEvent(event);
}

void NavRail::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::BgPanel));
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(x, 0, 1, height(), theme.color(Token::LineSoft));
}

} // namespace sb
