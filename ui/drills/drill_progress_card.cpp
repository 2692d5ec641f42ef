// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drills/drill_progress_card.h"

#include "ui/drills/drill_words.h"
#include "ui/pages/row_table.h"
#include "ui/theme/format.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {
namespace {

constexpr int kScoreRows = 6;
constexpr int kStepRows = 5;

StateShape shapeOf(const ScoreLine& line)
{
    return !line.isMet ? StateShape::Unknown : *line.isMet ? StateShape::Ok : StateShape::Failed;
}

} // namespace

DrillProgressCard::DrillProgressCard(QWidget* parent)
    : QWidget(parent)
    , m_next(new StateLine(this))
    , m_evidence(new QLabel(this))
    , m_seed(captionLabel(this))
    , m_steps(new RowTable(tr("Steps of the drill"), this))
    , m_checks(new RowTable(tr("Checks of the drill"), this))
    , m_scores(new RowTable(tr("Score"), this))
    , m_event(new QPushButton(tr("Show its &event"), this))
    , m_again(new QPushButton(tr("Run again with another &seed"), this))
    , m_audit(new QPushButton(tr("&Audit of the alarms"), this))
{
    m_steps->setColumns({ { tr("At"), false, 66 }, { tr("State"), false, 92 }, { tr("Order") } });
    m_steps->setFitting(kStepRows);
    m_steps->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_steps->setEmptyText(tr("This run follows no drill. Choose one and start it."));
    m_checks->setColumns({ { tr("State"), false, 118 }, { tr("Check") } });
    m_checks->setEmptyText(tr("The checks of a drill are judged while it runs, and for good at its end."));
    m_scores->setColumns(
        { { tr("Measure"), false, 122 }, { tr("Value") }, { tr("Against its target"), false, 148 } });
    m_scores->setFitting(kScoreRows);
    m_evidence->setWordWrap(true);
    m_evidence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_evidence->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_evidence->setMinimumHeight(2 * fontMetrics().lineSpacing() + 2);
    for (QPushButton* button : { m_event, m_again, m_audit }) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    layOut();
    const auto choose = [this](EventSeq event, const QString& text) {
        m_chosenEvent = event;
        m_evidence->setText(text);
        m_event->setEnabled(event.isValid());
    };
    connect(m_steps, &RowTable::rowChosen, this, [this, choose](qulonglong row) {
        if (m_drill && row < m_drill->steps.size()) {
            const DrillStepView& step = m_drill->steps[row];
            choose(step.event, qs(step.outcome.empty() ? step.note : step.outcome));
        }
    });
    connect(m_checks, &RowTable::rowChosen, this, [this, choose](qulonglong row) {
        if (m_drill && row < m_drill->checks.size())
            choose(m_drill->checks[row].event, qs(m_drill->checks[row].evidence));
    });
    for (RowTable* table : { m_steps, m_checks })
        connect(table, &QTableView::doubleClicked, m_event, &QPushButton::click);
    connect(m_event, &QPushButton::clicked, this, [this] { Q_EMIT eventRequested(m_chosenEvent); });
    connect(m_again, &QPushButton::clicked, this, &DrillProgressCard::againRequested);
    connect(m_audit, &QPushButton::clicked, this, &DrillProgressCard::auditRequested);
}

void DrillProgressCard::layOut()
{
    auto* progress = new TitledCard(tr("Steps"), this);
    auto* line = new QHBoxLayout;
    line->addWidget(m_next, 1);
    line->addWidget(m_seed);
    progress->column()->addLayout(line);
    progress->column()->addWidget(m_steps);
    auto* checks = new TitledCard(tr("Checks"), this);
    auto* evidence = new QHBoxLayout;
    evidence->setSpacing(8);
    evidence->addWidget(m_evidence, 1);
    evidence->addWidget(m_event, 0, Qt::AlignTop);
    checks->column()->addWidget(m_checks, 1);
    checks->column()->addLayout(evidence);
    auto* score = new TitledCard(tr("Score"), this);
    auto* after = new QHBoxLayout;
    after->setSpacing(8);
    after->addWidget(m_again);
    after->addWidget(m_audit);
    after->addStretch(1);
    score->column()->addWidget(m_scores);
    score->column()->addLayout(after);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(progress);
    rows->addWidget(checks, 1);
    rows->addWidget(score);
}

void DrillProgressCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_drill.reset();
    m_score.clear();
    m_chosenEvent = {};
    m_evidence->clear();
    m_event->setEnabled(false);
    for (RowTable* table : { m_steps, m_checks, m_scores })
        table->setRows({});
    m_next->setState(StateShape::Unknown, {});
    m_seed->clear();
    m_again->setEnabled(false);
}

void DrillProgressCard::showDrill(const std::shared_ptr<const DrillView>& drill, const Snapshot& snapshot)
{
    const bool isNew = drill != m_drill;
    m_drill = drill;
    m_again->setEnabled(drill != nullptr && !drill->path.empty());
    if (!drill) {
        m_next->setState(StateShape::Unknown, tr("This run follows no drill"));
        return;
    }
    showNext(snapshot);
    if (isNew) {
        m_seed->setText(tr("Seed %1").arg(drill->seed));
        fillSteps(snapshot.now);
        fillChecks();
    }
    fillScore();
}

void DrillProgressCard::showNext(const Snapshot& snapshot)
{
    const auto due = std::find_if(m_drill->steps.begin(), m_drill->steps.end(),
        [](const DrillStepView& step) { return step.state == DrillStepState::Due; });
    if (due != m_drill->steps.end()) {
        //: a time such as "1 min 20 s", then an order in the program's own words
        m_next->setState(StateShape::Recovering,
            tr("Next in %1: %2")
                .arg(formatStopwatch(std::max(due->at - snapshot.now, Duration::zero())), qs(due->command)));
        return;
    }
    if (snapshot.now < m_drill->until) {
        m_next->setState(StateShape::Recovering,
            tr("All steps are done; judged in %1").arg(formatStopwatch(m_drill->until - snapshot.now)));
        return;
    }
    const auto& checks = m_drill->checks;
    if (!std::all_of(checks.begin(), checks.end(), [](const auto& check) { return check.isJudged; })) {
        m_next->setState(StateShape::Recovering, tr("At its end; the last checks are being judged"));
        return;
    }
    const auto failed
        = std::count_if(checks.begin(), checks.end(), [](const auto& check) { return !check.passes; });
    if (failed == 0)
        m_next->setState(StateShape::Ok, tr("Passed: every check holds. The run goes on"));
    else
        m_next->setState(StateShape::Failed,
            tr("Failed: %1 of %2 checks do not hold. The run goes on").arg(failed).arg(checks.size()));
}

void DrillProgressCard::fillSteps(Instant)
{
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < m_drill->steps.size(); ++i) {
        const DrillStepView& step = m_drill->steps[i];
        const QString tip = qs(step.note.empty() ? step.command : step.note);
        rows.push_back({ { { formatStopwatch(step.at - kStart) },
                             { wordFor(step.state), shapeOf(step.state) }, { qs(step.command) } },
            i, step.outcome.empty() ? tip : tip + QLatin1Char('\n') + qs(step.outcome) });
    }
    m_steps->setRows(std::move(rows));
}

void DrillProgressCard::fillChecks()
{
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < m_drill->checks.size(); ++i) {
        const DrillCheckView& check = m_drill->checks[i];
        rows.push_back({ { { wordOf(check), shapeOf(check) }, { qs(check.name) } }, i, qs(check.evidence) });
    }
    m_checks->setRows(std::move(rows));
}

void DrillProgressCard::fillScore()
{
    std::vector<TableRow> rows;
    for (const ScoreLine& line : m_score.lines(*m_drill)) {
        const QString met = line.target.isEmpty() ? tr("no target")
            : !line.isMet                         ? tr("target: %1").arg(line.target)
            : *line.isMet                         ? tr("met: %1").arg(line.target)
                                                  : tr("missed: %1").arg(line.target);
        rows.push_back({ { { line.measure }, { line.value }, { met, shapeOf(line) } }, rows.size(),
            line.value + QLatin1Char('\n') + line.meaning });
    }
    m_scores->setRows(std::move(rows));
}

} // namespace sb
