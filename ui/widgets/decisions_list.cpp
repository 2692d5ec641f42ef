// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/decisions_list.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/decisions_model.h"
#include "ui/widgets/explain_panel.h"
#include "ui/widgets/why_panel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace sb {

namespace {

constexpr qint64 kUpdateMs = 500;
constexpr int kRowHeight = 36;

class DecisionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 200, kRowHeight };
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = currentTheme();
        const Qt::LayoutDirection direction = option.direction;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool isSelected = option.state & QStyle::State_Selected;
        if (isSelected || (option.state & QStyle::State_MouseOver)) {
            painter->setPen(
                isSelected ? QPen(theme.color(Token::Accent), 1) : QPen(theme.color(Token::BgHover), 1));
            painter->setBrush(theme.color(isSelected ? Token::BgAccent : Token::BgHover));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
        }
        const QRect inner = option.rect.adjusted(6, 2, -6, -2);
        const auto place = [&](int left, int top, int width, int height) {
            return QStyle::visualRect(
                direction, option.rect, QRect(inner.left() + left, inner.top() + top, width, height));
        };
        const auto aligned
            = static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter);
        const bool isToFailed = index.data(DecisionsModel::IsToFailedRole).toBool();
        const int half = inner.width() * 38 / 100;
        painter->setFont(sb::font(FontRole::Body));
        painter->setPen(theme.color(Token::TextSecondary));
        const QFontMetrics metrics = painter->fontMetrics();
        painter->drawText(place(0, 0, half - 6, 18), aligned,
            metrics.elidedText(index.data(DecisionsModel::CityRole).toString(), Qt::ElideRight, half - 6));
        painter->setPen(theme.color(isToFailed ? Token::StateFailedText : Token::TextPrimary));
        const QString arrow = direction == Qt::RightToLeft ? QStringLiteral("← ") : QStringLiteral("→ ");
        const QString answer = index.data(DecisionsModel::AnswerRole).toString();
        painter->drawText(place(half, 0, inner.width() - half, 18), aligned,
            direction == Qt::RightToLeft ? answer + QStringLiteral(" ←") : arrow + answer);
        painter->setFont(sb::font(FontRole::Caption));
        painter->setPen(theme.color(isToFailed ? Token::StateFailedText : Token::TextMuted));
        painter->drawText(place(0, 17, inner.width(), 15), aligned,
            painter->fontMetrics().elidedText(
                index.data(DecisionsModel::ReasonRole).toString(), Qt::ElideRight, inner.width()));
        painter->restore();
    }
};

} // namespace

DecisionsList::DecisionsList(QWidget* parent)
    : QWidget(parent)
    , m_model(new DecisionsModel(this))
    , m_title(new QLabel(tr("Last routing decisions"), this))
    , m_view(new QListView(this))
    , m_panel(new ExplainPanel(this))
    , m_why(new QPushButton(this))
    , m_whyPanel(new WhyPanel(this))
{
    m_title->setFont(sb::font(FontRole::BodyStrong));
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new DecisionDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(m_title->text());
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMinimumHeight(2 * kRowHeight);
    // Takes what is left: the inspector above is served first.
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_view->installEventFilter(this);
    m_panel->hide();
    m_why->setText(tr("Why this answer? Alt+Enter"));
    m_why->setAccessibleName(tr("Why this answer?"));
    m_why->setFlat(true);
    m_why->setCursor(Qt::PointingHandCursor);
    m_why->setStatusTip(tr("Shows the candidates and what struck each of them out"));
    QPalette link = m_why->palette();
    link.setColor(QPalette::ButtonText, link.color(QPalette::Link));
    m_why->setPalette(link);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_view, 1);
    column->addWidget(m_panel);
    column->addWidget(m_why, 0, Qt::AlignLeading);
    connect(m_why, &QPushButton::clicked, this, &DecisionsList::explain);
    connect(m_panel, &ExplainPanel::closed, this, &DecisionsList::closeExplanation);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) {
            if (const auto decision = m_model->decision(current.row()))
                showExplanation(*decision);
        });
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, [this] {
        QPalette changed;
        changed.setColor(QPalette::ButtonText, currentTheme().color(Token::Accent));
        m_why->setPalette(changed);
    });
}

void DecisionsList::setWorld(const WorldDescription& world)
{
    closeExplanation();
    m_model->setWorld(world);
    m_panel->setWorld(world);
    m_whyPanel->setWorld(world);
    m_sinceUpdate.invalidate();
}

void DecisionsList::setSnapshot(const Snapshot& snapshot)
{
    const bool isTooSoon = m_sinceUpdate.isValid() && m_sinceUpdate.elapsed() < kUpdateMs;
    const bool isBeingRead = m_view->underMouse() && m_model->rowCount() > 0;
    if (isTooSoon || isBeingRead)
        return;
    m_sinceUpdate.start();
    m_admissions = snapshot.admissions;
    m_model->update(snapshot);
}

void DecisionsList::explain()
{
    if (m_model->rowCount() == 0)
        return;
    const QModelIndex current = m_view->currentIndex().isValid() ? m_view->currentIndex() : m_model->index(0);
    m_view->setCurrentIndex(current);
    m_view->scrollTo(current);
    if (const auto decision = m_model->decision(current.row()))
        showExplanation(*decision);
    m_whyPanel->show();
    m_whyPanel->raise();
    m_whyPanel->activateWindow();
}

void DecisionsList::showExplanation(const DecisionView& decision)
{
    m_panel->setDecision(decision);
    m_panel->show();
    m_whyPanel->setDecision(decision, m_admissions);
}

void DecisionsList::closeExplanation()
{
    m_panel->hide();
    m_whyPanel->hide();
    m_view->selectionModel()->clear();
}

bool DecisionsList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && m_panel->isVisible()) {
            closeExplanation();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            explain();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sb
