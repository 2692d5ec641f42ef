// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drills/repeats_card.h"

#include "ui/bridge/control_room_bridge.h"
#include "ui/drills/outcome_histogram.h"
#include "ui/pages/csv.h"
#include "ui/pages/job_row.h"
#include "ui/pages/row_table.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace sb {
namespace {

constexpr int kUsualCount = 12;
constexpr int kSeedMost = 9'999'999;
constexpr int kFailureRows = 4;

// Of values that are sorted; nearest rank.
Duration percentileOf(const std::vector<Duration>& sorted, std::size_t percent)
{
    return sorted[std::max<std::size_t>((sorted.size() * percent + 99) / 100, 1) - 1];
}

} // namespace

RepeatsCard::RepeatsCard(ControlRoomBridge& bridge, QWidget* parent)
    : TitledCard(tr("The same drill with many seeds"), parent)
    , m_bridge(bridge)
    , m_first(new QSpinBox(this))
    , m_count(new QSpinBox(this))
    , m_start(new QPushButton(tr("&Repeat"), this))
    , m_copy(new QPushButton(tr("Copy as CS&V"), this))
    , m_job(new JobRow(bridge, this))
    , m_summary(new StateLine(this))
    , m_histogram(new OutcomeHistogram(this))
    , m_failures(new RowTable(tr("Checks that failed, and in how many runs"), this))
    , m_runs(new RowTable(tr("Runs"), this))
    , m_hint(captionLabel(this,
          tr("Each seed is a whole run of the drill, as the command line makes it, beside this run, which "
             "goes "
             "on untouched. Hatched: runs in which a check failed. Dashed: the objective.")))
{
    m_first->setRange(0, kSeedMost);
    m_first->setValue(1);
    m_first->setAccessibleName(tr("First seed"));
    //: before the number of a seed
    m_first->setPrefix(tr("from seed "));
    m_count->setRange(1, kDrillRepeatsMax);
    m_count->setValue(kUsualCount);
    m_count->setAccessibleName(tr("How many runs"));
    //: after a number
    m_count->setSuffix(tr(" runs"));
    m_hint->setWordWrap(true);
    for (QPushButton* button : { m_start, m_copy }) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_start->setProperty("emphasis", QStringLiteral("primary"));
    m_failures->setColumns({ { tr("Check") }, { tr("Failed in"), true, 90 } });
    m_failures->setFitting(kFailureRows);
    m_failures->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_failures->setEmptyText(tr("No check failed in any of the runs."));
    m_runs->setColumns({ { tr("Seed"), true, 76 }, { tr("Verdict"), false, 84 },
        { tr("Interruption"), true, 92 }, { tr("At risk"), true, 66 }, { tr("Lost"), true, 54 },
        { tr("Failed requests"), true, 108 }, { tr("Checks that failed") } });
    m_runs->setEmptyText(tr("Repeat the drill to see how much of its outcome is luck."));
    layOut();
    connect(m_start, &QPushButton::clicked, this, &RepeatsCard::begin);
    connect(m_job, &JobRow::ended, this, &RepeatsCard::take);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(csv()); });
    connect(m_runs, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        const auto row = static_cast<std::size_t>(index.row());
        if (m_repeats && row < m_repeats->outcomes.size())
            Q_EMIT seedChosen(m_repeats->outcomes[row].seed);
    });
    showState();
}

void RepeatsCard::layOut()
{
    auto* form = new QHBoxLayout;
    form->setSpacing(8);
    form->addWidget(m_count);
    form->addWidget(m_first);
    form->addWidget(m_start);
    form->addStretch(1);
    auto* doing = new QHBoxLayout;
    doing->setSpacing(8);
    doing->addWidget(m_job, 1);
    doing->addWidget(m_copy);
    column()->addLayout(form);
    column()->addLayout(doing);
    column()->addWidget(m_hint);
    column()->addWidget(m_summary);
    column()->addWidget(m_histogram);
    column()->addWidget(m_failures);
    column()->addWidget(m_runs, 1);
}

void RepeatsCard::setWorld()
{
    m_job->forget();
    m_number = 0;
    showState();
}

void RepeatsCard::inherit(const RepeatsCard& before)
{
    m_count->setValue(before.m_count->value());
    m_first->setValue(before.m_first->value());
    m_repeats = before.m_repeats;
    if (m_repeats)
        showRepeats(*m_repeats);
    m_number = before.m_number;
    if (before.m_job->isRunning())
        m_job->follow(m_number);
    showState();
}

void RepeatsCard::setDrill(const QString& path, const QString& title, bool isGood)
{
    m_path = path;
    m_isGood = isGood && !path.isEmpty();
    m_start->setToolTip(isGood ? tr("Runs %1").arg(title) : tr("Choose a drill without mistakes first"));
    showState();
}

void RepeatsCard::begin()
{
    if (m_job->isRunning())
        return;
    m_number = m_bridge.startDrillRepeats(m_path, static_cast<quint64>(m_first->value()), m_count->value());
    m_job->follow(m_number);
    showState();
}

// Also of a job that was cancelled: what it had is shown.
void RepeatsCard::take()
{
    if (auto found = m_bridge.drillRepeats(m_number)) {
        m_repeats = std::move(found);
        showRepeats(*m_repeats);
    }
    showState();
}

void RepeatsCard::showRepeats(const DrillRepeatsView& repeats)
{
    std::map<QString, int> failures;
    std::vector<Duration> times;
    std::vector<TableRow> rows;
    int passed = 0;
    for (const DrillOutcome& outcome : repeats.outcomes) {
        QStringList names;
        for (const std::string& name : outcome.failedChecks) {
            names << qs(name);
            ++failures[qs(name)];
        }
        passed += outcome.passed ? 1 : 0;
        times.push_back(outcome.rto);
        rows.push_back(
            { { { QString::number(outcome.seed) },
                  { outcome.passed ? tr("passed") : tr("failed"),
                      outcome.passed ? StateShape::Ok : StateShape::Failed },
                  { outcome.rto > 0us ? formatDuration(outcome.rto) : tr("none") },
                  { formatCount(static_cast<qint64>(outcome.rpoOperations)) },
                  { formatCount(static_cast<qint64>(outcome.lost)) },
                  { formatCount(static_cast<qint64>(outcome.failedRequests)) }, { joinedParts(names) } },
                outcome.seed, {} });
    }
    m_runs->setRows(std::move(rows));
    std::vector<std::pair<int, QString>> sorted;
    for (const auto& [name, count] : failures)
        sorted.emplace_back(-count, name);
    std::sort(sorted.begin(), sorted.end());
    std::vector<TableRow> lines;
    const auto all = static_cast<int>(repeats.outcomes.size());
    for (const auto& [count, name] : sorted)
        lines.push_back({ { { name }, { tr("%1 of %2").arg(-count).arg(all) } }, lines.size(), {} });
    m_failures->setRows(std::move(lines));
    std::sort(times.begin(), times.end());
    m_histogram->setOutcomes(repeats.outcomes, repeats.rtoObjective);
    if (times.empty())
        return;
    //: name of a drill, how many of how many runs; two lengths of time: the median and 95 of 100
    m_summary->setState(passed == all ? StateShape::Ok : StateShape::Failed,
        tr("%1: %2 of %3 runs passed; interruption p50 %4, p95 %5")
            .arg(qs(repeats.title))
            .arg(passed)
            .arg(all)
            .arg(formatDuration(percentileOf(times, 50)), formatDuration(percentileOf(times, 95))));
}

void RepeatsCard::showState()
{
    const bool hasAny = m_repeats && !m_repeats->outcomes.empty();
    m_start->setEnabled(m_isGood && !m_job->isRunning());
    m_copy->setEnabled(hasAny);
    m_summary->setVisible(hasAny);
    m_histogram->setVisible(hasAny);
    m_failures->setVisible(hasAny);
}

QString RepeatsCard::csv() const
{
    QList<QStringList> rows;
    rows.append({ QStringLiteral("seed"), QStringLiteral("passed"), QStringLiteral("rto_s"),
        QStringLiteral("rpo_operations"), QStringLiteral("rpo_orders"), QStringLiteral("lost"),
        QStringLiteral("failed_requests"), QStringLiteral("failed_checks") });
    for (const DrillOutcome& outcome : m_repeats->outcomes) {
        QStringList names;
        for (const std::string& name : outcome.failedChecks)
            names << qs(name);
        rows.append({ QString::number(outcome.seed),
            outcome.passed ? QStringLiteral("true") : QStringLiteral("false"),
            QString::number(seconds(outcome.rto), 'f', 3), QString::number(outcome.rpoOperations),
            QString::number(outcome.rpoOrders), QString::number(outcome.lost),
            QString::number(outcome.failedRequests), names.join(QLatin1String("; ")) });
    }
    return csvText(rows);
}

} // namespace sb
