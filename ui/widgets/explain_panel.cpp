// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explain_panel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"
#include "ui/widgets/decision_words.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace sb {

namespace {

QString cell(const QString& text, const QColor& color, bool isStrong, bool isStruck, bool isNumber)
{
    QString inner = text.toHtmlEscaped();
    if (isStruck)
        inner = QStringLiteral("<s>%1</s>").arg(inner);
    if (isStrong)
        inner = QStringLiteral("<b>%1</b>").arg(inner);
    return QStringLiteral("<td align='%1' style='color:%2;padding:1px 8px 1px 0'>%3</td>")
        .arg(isNumber ? QStringLiteral("right") : QStringLiteral("left"), color.name(), inner);
}

} // namespace

ExplainPanel::ExplainPanel(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_body(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setAccessibleName(tr("Explanation of the decision"));
    m_title->setFont(sb::font(FontRole::BodyStrong));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_body->setFont(sb::font(FontRole::Caption));
    m_body->setTextFormat(Qt::RichText);
    m_body->setWordWrap(true);
    m_body->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(QStringLiteral("×"));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close explanation"));
    m_close->setToolTip(tr("Close"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 6, 6, 8);
    grid->setSpacing(4);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_close, 0, 1, Qt::AlignTop);
    grid->addWidget(m_body, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    connect(m_close, &QToolButton::clicked, this, &ExplainPanel::closed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, &ExplainPanel::render);
}

void ExplainPanel::setDecision(const DecisionView& decision)
{
    m_decision = decision;
    m_hasDecision = true;
    render();
}

QString ExplainPanel::table() const
{
    const Theme& theme = currentTheme();
    const QColor muted = theme.color(Token::TextMuted);
    QString html = QStringLiteral("<table cellspacing='0' width='100%'><tr>");
    for (const QString& head : { tr("Candidate"), tr("Round trip"), tr("Healthy"), tr("Verdict") })
        html += cell(head, muted, false, false, head == tr("Round trip") || head == tr("Healthy"));
    html += QStringLiteral("</tr>");
    for (const CandidateView& c : m_decision.candidates) {
        const bool isChosen = c.verdict == CandidateVerdict::Chosen;
        const bool isOut = isStruckOut(c.verdict);
        const QColor plain = theme.color(isChosen ? Token::TextPrimary : Token::TextSecondary);
        const QColor ink = isOut ? muted : plain;
        const QColor verdict
            = c.verdict == CandidateVerdict::Unhealthy ? theme.color(Token::StateFailedText) : ink;
        html += QStringLiteral("<tr>") + cell(regionName(m_world, c.region), ink, isChosen, isOut, false)
            + cell(formatDuration(c.roundTrip), ink, isChosen, false, true)
            + cell(tr("%1/%2").arg(c.checkersHealthy).arg(c.checkersTotal),
                c.isHealthy ? ink : theme.color(Token::StateFailedText), false, false, true)
            + cell((isChosen ? QStringLiteral("✓ ") : QString()) + wordFor(c.verdict), verdict, isChosen,
                false, false)
            + QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

void ExplainPanel::render()
{
    if (!m_hasDecision)
        return;
    m_title->setText(decisionQuestion(m_decision, m_world));
    const QString conclusion
        = decisionRule(m_decision) + QLatin1Char(' ') + counterfactual(m_decision, m_world);
    m_renderedWidth = width();
    m_body->setText(table()
        + QStringLiteral("<p style='margin-top:6px;color:%1'>%2</p>")
              .arg(currentTheme().color(Token::TextSecondary).name(), conclusion.toHtmlEscaped()));
    // fitHeight() fixes the height instead: a column would take a height that follows the width for a wish.
    m_body->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAccessibleDescription(plainText());
    fitHeight();
}

void ExplainPanel::fitHeight()
{
    const QMargins margins = layout()->contentsMargins();
    QTextDocument document;
    document.setDefaultFont(m_body->font());
    document.setDocumentMargin(0);
    document.setHtml(m_body->text());
    document.setTextWidth(std::max(120, width() - margins.left() - margins.right()));
    const int body = static_cast<int>(std::ceil(document.size().height())) + 2;
    const int head = std::max(m_title->sizeHint().height(), m_close->sizeHint().height());
    m_body->setFixedHeight(body);
    setFixedHeight(margins.top() + head + layout()->spacing() + body + margins.bottom());
}

void ExplainPanel::resizeEvent(QResizeEvent* event)
{
    if (event->size().width() != m_renderedWidth)
        render();
    QFrame::resizeEvent(event);
}

QString ExplainPanel::plainText() const
{
    return QTextDocumentFragment::fromHtml(m_body->text()).toPlainText();
}

void ExplainPanel::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::LineSoft), 1));
    painter.setBrush(theme.color(Token::BgRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace sb
