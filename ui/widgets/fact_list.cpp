// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_list.h"

#include "ui/theme/fonts.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace sb {

namespace {

constexpr int kRowHeight = 22;
constexpr int kLedgerRowHeight = 20;
constexpr int kBetween = 6; // px between a value and its remark
constexpr int kLeastRemark = 24; // narrower, a remark says nothing

} // namespace

FactList::FactList(Columns columns, QWidget* parent)
    : QWidget(parent)
    , m_columns(columns)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void FactList::setFacts(std::vector<Fact> facts)
{
    if (facts == m_facts)
        return;
    const bool isHeightKept = facts.size() == m_facts.size();
    m_facts = std::move(facts);
    QStringList spoken;
    for (const Fact& fact : m_facts)
        spoken << QStringList { fact.name, fact.value, fact.limit }.join(QLatin1Char(' '));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    if (!isHeightKept)
        updateGeometry();
    update();
}

int FactList::rowHeight() const
{
    return m_columns == Columns::Ledger ? kLedgerRowHeight : kRowHeight;
}

int FactList::nameWidth() const
{
    if (m_columns == Columns::Ledger)
        return width() * 34 / 100;
    const QFontMetrics body(sb::font(FontRole::Body));
    int widest = 0;
    for (const Fact& fact : m_facts)
        widest = std::max(widest, body.horizontalAdvance(fact.name) + 8);
    return std::clamp(widest, width() * 30 / 100, width() * 44 / 100);
}

QSize FactList::sizeHint() const
{
    return { 290, rowHeight() * static_cast<int>(m_facts.size()) };
}

bool FactList::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto row = static_cast<std::size_t>(std::max(0, help->y()) / rowHeight());
    if (row >= m_facts.size() || !toolTip().isEmpty())
        return QWidget::event(event);
    const Fact& fact = m_facts[row];
    QStringList parts { fact.name, fact.value, fact.limit };
    parts.removeAll(QString());
    QToolTip::showText(help->globalPos(), parts.join(QLatin1Char('\n')), this);
    return true;
}

void FactList::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    const bool isLedger = m_columns == Columns::Ledger;
    const Qt::Alignment start = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment end = layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    const int names = nameWidth();
    int top = 0;
    for (const Fact& fact : m_facts) {
        const auto place = [&](int left, int right) {
            return QRectF(
                QStyle::visualRect(layoutDirection(), rect(), QRect(left, top, right - left, rowHeight())));
        };
        painter.setFont(sb::font(FontRole::Body));
        painter.setPen(theme.color(isLedger ? Token::TextPrimary : Token::TextSecondary));
        drawTabular(painter, place(0, names), start,
            painter.fontMetrics().elidedText(fact.name, Qt::ElideRight, names - 6));
        // The value before all else: the remark beside it gives way.
        const bool isAbnormal = fact.shape != StateShape::Ok;
        const QFont valueFont = sb::font(isAbnormal ? FontRole::BodyStrong : FontRole::Body);
        const QFont limitFont = sb::font(isLedger ? FontRole::Body : FontRole::Caption);
        const auto widthOf = [](const QFont& font, const QString& text) {
            return static_cast<int>(std::ceil(tabularWidth(font, text))) + 1;
        };
        const int room = width() - names;
        const int valueNeeded = std::min(room, widthOf(valueFont, fact.value));
        int limitWidth = widthOf(limitFont, fact.limit);
        QString limit = fact.limit;
        if (!isLedger && limitWidth > room - valueNeeded - kBetween) {
            limitWidth = std::max(0, room - valueNeeded - kBetween);
            limit = limitWidth < kLeastRemark
                ? QString()
                : QFontMetrics(limitFont).elidedText(fact.limit, Qt::ElideRight, limitWidth);
            limitWidth = limit.isEmpty() ? 0 : limitWidth;
        }
        painter.setFont(limitFont);
        painter.setPen(theme.color(isLedger ? Token::TextPrimary : Token::TextMuted));
        drawTabular(painter, place(width() - limitWidth, width()), end, limit);
        painter.setFont(valueFont);
        painter.setPen(isAbnormal ? stateTextColor(theme, fact.shape)
                                  : theme.color(isLedger ? Token::TextSecondary : Token::TextPrimary));
        const int valueWidth = limit.isEmpty() ? room : room - limitWidth - kBetween;
        drawTabular(painter, place(names, names + valueWidth), start,
            painter.fontMetrics().elidedText(fact.value, Qt::ElideRight, valueWidth));
        top += rowHeight();
    }
}

} // namespace sb
