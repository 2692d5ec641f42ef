// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/checks_card.h"

#include "ui/bridge/control_room_bridge.h"
#include "ui/pages/csv.h"
#include "ui/pages/job_row.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

enum Column {
    Setting,
    Red,
    RedP50,
    RedP95,
    False,
    FailedRun,
    FailedShare,
    Moves,
    MovedP50,
    MovedP95,
    kColumns
};
constexpr int kUsualSeeds = 5;

QString incidentText(CheckIncident incident)
{
    switch (incident) {
    case CheckIncident::Outage:
        return ChecksCard::tr("region outage");
    case CheckIncident::GrayFailure:
        return ChecksCard::tr("gray failure: 30 % of its requests end in 500");
    case CheckIncident::IntermittentLoss:
        return ChecksCard::tr("intermittent loss: fails for seconds, again and again");
    case CheckIncident::HealthPathBroken:
        return ChecksCard::tr("health path broken, requests sound");
    case CheckIncident::CheckersCut:
        return ChecksCard::tr("85 % of the checkers cut off, customers well");
    }
    return {};
}

QString designText(CheckDesign design)
{
    switch (design) {
    case CheckDesign::Route53:
        return QStringLiteral("Route 53");
    case CheckDesign::TrafficManager:
        return QStringLiteral("Traffic Manager");
    case CheckDesign::FrontDoor:
        return QStringLiteral("Front Door");
    case CheckDesign::Cloudflare:
        return QStringLiteral("Cloudflare");
    case CheckDesign::CapacityDrain:
        return ChecksCard::tr("capacity drain");
    }
    return {};
}

QString settingText(const CheckScoreView& row)
{
    //: design of a health check, interval, threshold, then how deep the health path asks
    return ChecksCard::tr("%1, %2 × %3, %4")
        .arg(designText(row.design), formatDuration(row.interval), formatCount(row.threshold),
            row.isDeep ? ChecksCard::tr("deep") : ChecksCard::tr("shallow"));
}

QString timeText(const std::optional<Duration>& time)
{
    return time ? formatDuration(*time) : ChecksCard::tr("never");
}

double failedShare(const CheckScoreView& row)
{
    return row.requests == 0 ? 0 : static_cast<double>(row.failed) / static_cast<double>(row.requests);
}

QString plainTime(const std::optional<Duration>& time)
{
    return time ? QString::number(seconds(*time), 'f', 3) : QString();
}

} // namespace

ChecksCard::ChecksCard(ControlRoomBridge& bridge, QWidget* parent)
    : TitledCard(tr("Which way of checking health works best?"), parent)
    , m_bridge(bridge)
    , m_incident(new QComboBox(this))
    , m_seeds(new QSpinBox(this))
    , m_run(new QPushButton(tr("&Compare"), this))
    , m_copy(new QPushButton(tr("C&opy as CSV"), this))
    , m_job(new JobRow(bridge, this))
    , m_verdict(new StateLine(this))
    , m_best(new StateLine(this))
    , m_hint(captionLabel(this,
          tr("Runs one incident in Ireland under ten settings of the check, with the same seeds, in worlds "
             "of "
             "two regions and nine virtual minutes each. The run itself goes on untouched.")))
    , m_table(new QTreeWidget(this))
{
    for (int i = 0; i < kCheckIncidentCount; ++i)
        m_incident->addItem(incidentText(static_cast<CheckIncident>(i)), i);
    m_incident->setAccessibleName(tr("Incident"));
    m_seeds->setRange(1, kComparisonSeedsMax);
    m_seeds->setValue(kUsualSeeds);
    m_seeds->setSuffix(tr(" seeds each"));
    m_seeds->setAccessibleName(tr("Seeds for each setting"));
    m_hint->setWordWrap(true);
    for (QPushButton* button : { m_run, m_copy }) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_run->setProperty("emphasis", QStringLiteral("primary"));
    m_table->setAccessibleName(tr("Comparison of health checks"));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setHeaderLabels({ tr("Check"), tr("Red"), tr("after p50"), tr("p95"), tr("False red"),
        tr("Failed a run"), tr("Failed share"), tr("Moves"), tr("Moved p50"), tr("p95") });
    QTreeWidgetItem* heading = m_table->headerItem();
    for (int i = Red; i < kColumns; ++i)
        heading->setTextAlignment(i, Qt::AlignRight | Qt::AlignVCenter);
    heading->setToolTip(Red, tr("Runs in which the region's check turned red"));
    heading->setToolTip(RedP50, tr("From the start of the incident, median of the runs that turned red"));
    heading->setToolTip(RedP95, tr("From the start of the incident, 95th percentile"));
    heading->setToolTip(False, tr("Red checks of regions whose customers were well, all runs"));
    heading->setToolTip(FailedRun, tr("Failed requests of customers, average of a run"));
    heading->setToolTip(FailedShare, tr("Share of all requests of customers that failed"));
    heading->setToolTip(Moves, tr("Times that answers began to leave the region, all runs"));
    heading->setToolTip(MovedP50, tr("Until the first answer left the region, median"));
    heading->setToolTip(MovedP95, tr("Until the first answer left the region, 95th percentile"));
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(Setting, QHeaderView::Stretch);
    auto* form = new QHBoxLayout;
    form->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*> { m_incident, m_seeds, m_run })
        form->addWidget(part);
    form->addStretch(1);
    form->addWidget(m_copy);
    column()->addLayout(form);
    column()->addWidget(m_job);
    column()->addWidget(m_verdict);
    column()->addWidget(m_best);
    column()->addWidget(m_hint);
    column()->addWidget(m_table, 1);
    column()->addStretch(0);
    connect(m_run, &QPushButton::clicked, this, &ChecksCard::start);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(csv()); });
    connect(m_job, &JobRow::succeeded, this, [this](quint64 job) { show(m_bridge.checkComparison(job)); });
    connect(m_job, &JobRow::ended, this, &ChecksCard::showState);
    showState();
}

void ChecksCard::setWorld(const WorldDescription&)
{
    m_job->forget();
    showState();
}

void ChecksCard::start()
{
    if (m_job->isRunning())
        return;
    m_job->follow(m_bridge.startCheckComparison(
        static_cast<CheckIncident>(m_incident->currentData().toInt()), m_seeds->value()));
    showState();
}

void ChecksCard::show(std::shared_ptr<const CheckComparisonView> view)
{
    if (!view)
        return;
    m_view = std::move(view);
    m_table->clear();
    double least = 1;
    QStringList best;
    for (const CheckScoreView& row : m_view->rows)
        least = std::min(least, failedShare(row));
    for (const CheckScoreView& row : m_view->rows) {
        auto* item = new QTreeWidgetItem(m_table);
        const int runs = std::max(1, row.runs);
        const bool isBest = failedShare(row) <= least;
        item->setText(Setting, isBest ? tr("✓ %1").arg(settingText(row)) : settingText(row));
        if (isBest)
            best << settingText(row);
        item->setText(Red, tr("%1 of %2").arg(formatCount(row.red), formatCount(row.runs)));
        item->setText(RedP50, timeText(row.redP50));
        item->setText(RedP95, timeText(row.redP95));
        item->setText(False, formatCount(row.falseAlarms));
        item->setText(FailedRun, formatCount(static_cast<qint64>(row.failed) / runs));
        item->setText(FailedShare, formatPercent(failedShare(row), 2));
        item->setText(Moves, formatCount(row.moves));
        item->setText(MovedP50, timeText(row.movedP50));
        item->setText(MovedP95, timeText(row.movedP95));
        item->setToolTip(Setting, item->text(Setting));
        for (int i = 0; i < kColumns; ++i) {
            if (i > Setting)
                item->setTextAlignment(i, Qt::AlignRight | Qt::AlignVCenter);
            if (isBest)
                item->setFont(i, sb::font(FontRole::BodyStrong));
        }
    }
    const QString name = tr("%1, %2").arg(incidentText(m_view->incident), formatSeeds(m_view->seeds));
    m_verdict->setState(StateShape::Ok,
        hurtsCustomers(m_view->incident)
            ? tr("Compared under %1. Customers are hurt: a red check is right.").arg(name)
            : tr("Compared under %1. Customers are well: a red check is a false alarm.").arg(name));
    m_best->setState(StateShape::Ok, tr("✓ Fewest requests failed under: %1").arg(best.join(tr("; "))));
}

void ChecksCard::showState()
{
    m_run->setEnabled(!m_job->isRunning());
    m_copy->setEnabled(m_view != nullptr);
    m_verdict->setVisible(m_view != nullptr);
    m_best->setVisible(m_view != nullptr);
    m_table->setVisible(m_view != nullptr);
}

QString ChecksCard::csv() const
{
    if (!m_view)
        return {};
    QList<QStringList> rows { { QStringLiteral("incident"), QStringLiteral("design"),
        QStringLiteral("interval_s"), QStringLiteral("threshold"), QStringLiteral("health_path"),
        QStringLiteral("runs"), QStringLiteral("red_runs"), QStringLiteral("red_p50_s"),
        QStringLiteral("red_p95_s"), QStringLiteral("false_alarms"), QStringLiteral("requests"),
        QStringLiteral("failed_requests"), QStringLiteral("moves"), QStringLiteral("moved_runs"),
        QStringLiteral("moved_p50_s"), QStringLiteral("moved_p95_s") } };
    const auto name = [](std::string_view text) {
        return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    };
    for (const CheckScoreView& row : m_view->rows)
        rows << QStringList { name(toString(m_view->incident)), name(toString(row.design)),
            QString::number(seconds(row.interval), 'f', 0), QString::number(row.threshold),
            row.isDeep ? QStringLiteral("deep") : QStringLiteral("shallow"), QString::number(row.runs),
            QString::number(row.red), plainTime(row.redP50), plainTime(row.redP95),
            QString::number(row.falseAlarms), QString::number(row.requests), QString::number(row.failed),
            QString::number(row.moves), QString::number(row.moved), plainTime(row.movedP50),
            plainTime(row.movedP95) };
    return csvText(rows);
}

} // namespace sb
