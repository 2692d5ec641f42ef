// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact_list.h"

#include "ui/theme/fonts.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace sb {

namespace {

constexpr int kRowHeight = 22;
constexpr int kLedgerRowHeight = 20;

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

QSize FactList::sizeHint() const
{
    const int row = m_columns == Columns::Ledger ? kLedgerRowHeight : kRowHeight;
    return { 290, row * static_cast<int>(m_facts.size()) };
}

void FactList::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    const bool isLedger = m_columns == Columns::Ledger;
    const int rowHeight = isLedger ? kLedgerRowHeight : kRowHeight;
    const Qt::Alignment start = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment end = layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    const int nameWidth = width() * (isLedger ? 34 : 38) / 100;
    int top = 0;
    for (const Fact& fact : m_facts) {
        const auto place = [&](int left, int right) {
            return QRectF(
                QStyle::visualRect(layoutDirection(), rect(), QRect(left, top, right - left, rowHeight)));
        };
        painter.setFont(sb::font(FontRole::Body));
        const QFontMetrics body = painter.fontMetrics();
        painter.setPen(theme.color(isLedger ? Token::TextPrimary : Token::TextSecondary));
        drawTabular(
            painter, place(0, nameWidth), start, body.elidedText(fact.name, Qt::ElideRight, nameWidth - 6));
        painter.setFont(sb::font(isLedger ? FontRole::Body : FontRole::Caption));
        const int limitWidth = static_cast<int>(tabularWidth(painter.font(), fact.limit)) + 1;
        painter.setPen(theme.color(isLedger ? Token::TextPrimary : Token::TextMuted));
        drawTabular(painter, place(width() - limitWidth, width()), end, fact.limit);
        const bool isAbnormal = fact.shape != StateShape::Ok;
        painter.setFont(sb::font(isAbnormal ? FontRole::BodyStrong : FontRole::Body));
        painter.setPen(isAbnormal ? stateTextColor(theme, fact.shape)
                                  : theme.color(isLedger ? Token::TextSecondary : Token::TextPrimary));
        const int valueWidth = width() - limitWidth - 6 - nameWidth;
        drawTabular(painter, place(nameWidth, nameWidth + valueWidth), start,
            painter.fontMetrics().elidedText(fact.value, Qt::ElideRight, valueWidth));
        top += rowHeight;
    }
}

} // namespace sb
