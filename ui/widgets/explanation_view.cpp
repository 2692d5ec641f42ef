// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explanation_view.h"

#include "ui/theme/engine_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"
#include "ui/widgets/decision_words.h"
#include "ui/widgets/wrapping_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sb {

namespace {

enum CandidateColumn { Name, RoundTrip, Votes, Admitted, Verdict, kCandidateColumns };
constexpr int kPerMilleAll = 1000;

bool sameAdmissions(const std::vector<AdmissionView>& a, const std::vector<AdmissionView>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const AdmissionView& x, const AdmissionView& y) { return x.perMille == y.perMille; });
}

bool sameLines(const std::vector<TrialLine>& a, const std::vector<TrialLine>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const TrialLine& x, const TrialLine& y) {
        return x.depth == y.depth && x.isChosen == y.isChosen && x.isStruck == y.isStruck && x.text == y.text
            && x.why == y.why;
    });
}

QTreeWidget* table(QWidget* parent, const QStringList& headings, const QString& name)
{
    auto* tree = new QTreeWidget(parent);
    tree->setHeaderLabels(headings);
    tree->setAccessibleName(name);
    tree->setUniformRowHeights(true);
    tree->setSelectionMode(QAbstractItemView::SingleSelection);
    tree->header()->setSectionsMovable(false);
    return tree;
}

void strike(QTreeWidgetItem& item, int column)
{
    QFont struck = item.treeWidget()->font();
    struck.setStrikeOut(true);
    item.setFont(column, struck);
}

void embolden(QTreeWidgetItem& item)
{
    for (int i = 0; i < item.columnCount(); ++i)
        item.setFont(i, sb::font(FontRole::BodyStrong));
}

// The words of a row, for somebody who does not see the line through them.
QString spoken(const QTreeWidgetItem& item)
{
    QStringList words;
    for (int i = 0; i < item.columnCount(); ++i)
        if (!item.text(i).isEmpty())
            words << item.text(i);
    return words.join(QStringLiteral("; "));
}

void appendRows(QString& text, const QTreeWidgetItem& parent, int depth)
{
    for (int i = 0; i < parent.childCount(); ++i) {
        text += QString(depth * 2, QLatin1Char(' ')) + spoken(*parent.child(i)) + QLatin1Char('\n');
        appendRows(text, *parent.child(i), depth + 1);
    }
}

} // namespace

ExplanationView::ExplanationView(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_candidates(
          table(this, { tr("Candidate"), tr("Round trip"), tr("Healthy"), tr("Admitted"), tr("Verdict") },
              tr("Candidates")))
    , m_way(new QLabel(tr("The way through the records"), this))
    , m_records(table(this, { tr("Record"), tr("Why") }, tr("The way through the records")))
{
    m_title->setFont(sb::font(FontRole::BodyStrong));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_way->setFont(sb::font(FontRole::Caption));
    m_way->setForegroundRole(QPalette::PlaceholderText);
    m_candidates->setRootIsDecorated(false);
    m_candidates->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_candidates->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_candidates->header()->setStretchLastSection(false);
    m_candidates->header()->setSectionResizeMode(Verdict, QHeaderView::Stretch);
    QTreeWidgetItem* heading = m_candidates->headerItem();
    for (const int column : { RoundTrip, Votes, Admitted })
        heading->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    heading->setToolTip(Votes, tr("Checkers that say healthy, of all; more than 18 % must"));
    heading->setToolTip(
        Admitted, tr("The share of its natural answers that the region may receive, as of now"));
    m_records->setIndentation(12);
    m_records->header()->setSectionResizeMode(QHeaderView::Stretch);
    new WrappingDelegate(m_records);
    m_records->setMinimumHeight(96);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_summary);
    column->addWidget(m_candidates);
    column->addWidget(m_way);
    column->addWidget(m_records, 1);
    clear({});
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, [this] {
        const std::vector<TrialLine> lines = std::exchange(m_lines, {});
        if (std::exchange(m_number, 0) != 0)
            setDecision(DecisionView(m_decision), std::vector<AdmissionView>(m_admissions));
        else
            showLines(lines);
    });
}

void ExplanationView::setWorld(const WorldDescription& world)
{
    m_world = world;
    clear({});
}

void ExplanationView::clear(const QString& hint)
{
    m_number = 0;
    m_lines.clear();
    m_candidates->clear();
    m_records->clear();
    for (QWidget* part : std::initializer_list<QWidget*> { m_title, m_candidates, m_way, m_records })
        part->hide();
    m_summary->setText(hint);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
}

void ExplanationView::setTexts(const QString& title, const QString& summary)
{
    m_title->setText(title);
    m_title->setToolTip(title);
    m_title->show();
    m_summary->setForegroundRole(QPalette::WindowText);
    m_summary->setText(summary);
}

void ExplanationView::setDecision(const DecisionView& decision, const std::vector<AdmissionView>& admissions)
{
    if (m_number == decision.number && m_number != 0 && sameAdmissions(m_admissions, admissions))
        return;
    m_number = decision.number;
    m_decision = decision;
    m_admissions = admissions;
    setTexts(decisionQuestion(decision, m_world),
        decisionRule(decision) + QLatin1Char(' ') + counterfactual(decision, m_world));
    showCandidates(decision, admissions);
    showLines(decision.explanation ? explanationLines(*decision.explanation) : std::vector<TrialLine>());
}

void ExplanationView::showCandidates(
    const DecisionView& decision, const std::vector<AdmissionView>& admissions)
{
    m_candidates->clear();
    m_candidates->setVisible(!decision.candidates.empty());
    const Theme& theme = currentTheme();
    for (const CandidateView& candidate : decision.candidates) {
        auto* item = new QTreeWidgetItem(m_candidates);
        const bool isChosen = candidate.verdict == CandidateVerdict::Chosen;
        item->setText(Name, regionName(m_world, candidate.region));
        item->setText(RoundTrip, formatDuration(candidate.roundTrip));
        item->setText(Votes, tr("%1 of %2").arg(candidate.checkersHealthy).arg(candidate.checkersTotal));
        const std::size_t index = candidate.region.value;
        const int perMille = index < admissions.size() ? admissions[index].perMille : kPerMilleAll;
        item->setText(Admitted, perMille == kPerMilleAll ? tr("all") : formatPercent(perMille / 1000.0));
        const QString verdict = wordFor(candidate.verdict);
        item->setText(Verdict,
            isChosen                             ? tr("✓ %1").arg(verdict)
                : isStruckOut(candidate.verdict) ? tr("✕ struck out: %1").arg(verdict)
                                                 : verdict);
        for (const int column : { RoundTrip, Votes, Admitted })
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (isChosen)
            embolden(*item);
        if (isStruckOut(candidate.verdict)) {
            strike(*item, Name);
            for (int column = 0; column < kCandidateColumns; ++column)
                item->setForeground(column, theme.color(Token::TextMuted));
        }
        if (!candidate.isHealthy)
            item->setForeground(Votes, theme.color(Token::StateFailedText));
        if (candidate.verdict == CandidateVerdict::Unhealthy)
            item->setForeground(Verdict, theme.color(Token::StateFailedText));
        item->setToolTip(Verdict, item->text(Verdict));
        item->setData(Name, Qt::AccessibleTextRole, spoken(*item));
    }
    fitCandidates();
}

void ExplanationView::fitCandidates()
{
    constexpr int kMostRows = 6;
    const int rows = std::min(kMostRows, m_candidates->topLevelItemCount());
    const int row = std::max(m_candidates->sizeHintForRow(0), m_candidates->fontMetrics().height() + 4);
    m_candidates->setFixedHeight(m_candidates->header()->sizeHint().height() + rows * row + 4);
}

void ExplanationView::showLines(const std::vector<TrialLine>& lines)
{
    if (sameLines(lines, m_lines) && m_records->topLevelItemCount() > 0)
        return;
    m_lines = lines;
    m_records->clear();
    m_way->setVisible(!lines.empty());
    m_records->setVisible(!lines.empty());
    std::vector<QTreeWidgetItem*> above; // by depth
    for (const TrialLine& line : lines) {
        const auto depth = std::min(static_cast<std::size_t>(std::max(0, line.depth)), above.size());
        above.resize(depth);
        auto* item = depth == 0 ? new QTreeWidgetItem(m_records) : new QTreeWidgetItem(above.back());
        above.push_back(item);
        const QString text = fromEngine(line.text);
        item->setText(0, line.isChosen ? tr("✓ %1").arg(text) : line.isStruck ? tr("✕ %1").arg(text) : text);
        item->setText(1, fromEngine(line.why));
        for (int column : { 0, 1 })
            item->setToolTip(
                column, line.why.empty() ? text : text + QStringLiteral("\n") + fromEngine(line.why));
        if (line.isChosen)
            item->setFont(0, sb::font(FontRole::BodyStrong));
        if (line.isStruck) {
            strike(*item, 0);
            item->setForeground(0, currentTheme().color(Token::TextMuted));
        }
        item->setData(0, Qt::AccessibleTextRole, spoken(*item));
    }
    m_records->expandAll();
}

void ExplanationView::setTrial(const TrialView& trial)
{
    m_number = 0;
    m_candidates->hide();
    const QString city = cityName(m_world, trial.asked.city);
    if (!trial.error.empty()) {
        setTexts(tr("%1 cannot be tried").arg(city), fromEngine(trial.error));
        showLines({});
        return;
    }
    QStringList summary;
    summary << tr("%1 would now be answered %2, kept for %3.")
                   .arg(city, fromEngine(trial.answerText), formatDuration(trial.ttl));
    if (!trial.cached.isValid())
        summary << tr("Its resolver holds nothing.");
    else if (trial.cached == trial.answer)
        summary << tr("Its resolver holds the same.");
    else
        summary << tr("Its resolver still holds %1.").arg(regionName(m_world, trial.cached));
    if (trial.ifAllHealthy.isValid())
        summary << (trial.ifAllHealthy == trial.answer
                ? tr("With everything healthy: the same.")
                : tr("With everything healthy: %1.").arg(regionName(m_world, trial.ifAllHealthy)));
    setTexts(tr("Tried: %1 for %2").arg(fromEngine(trial.answerText), city), summary.join(QLatin1Char(' ')));
    showLines(trial.lines);
}

QString ExplanationView::plainText() const
{
    QString text = m_title->text() + QLatin1Char('\n') + m_summary->text() + QLatin1Char('\n');
    if (!m_candidates->isHidden())
        appendRows(text, *m_candidates->invisibleRootItem(), 0);
    if (!m_records->isHidden())
        appendRows(text, *m_records->invisibleRootItem(), 0);
    return text;
}

} // namespace sb
