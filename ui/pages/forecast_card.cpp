// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/forecast_card.h"

#include "ui/bridge/control_room_bridge.h"
#include "ui/pages/forecast_table.h"
#include "ui/pages/job_row.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr int kLeastFutures = 8;
constexpr int kMostFutures = 200;
constexpr int kUsualFutures = 24;
constexpr int kMostMinutes = 60;
constexpr int kUsualMinutes = 5;

} // namespace

ForecastCard::ForecastCard(ControlRoomBridge& bridge, QWidget* parent)
    : TitledCard(tr("What if this were done now?"), parent)
    , m_bridge(bridge)
    , m_what(new QComboBox(this))
    , m_region(new QComboBox(this))
    , m_futures(new QSpinBox(this))
    , m_horizon(new QSpinBox(this))
    , m_run(new QPushButton(tr("&Forecast"), this))
    , m_copy(new QPushButton(tr("&Copy as CSV"), this))
    , m_job(new JobRow(bridge, this))
    , m_table(new ForecastTable(this))
    , m_view(new QTableView(this))
    , m_hint(captionLabel(this,
          tr("Runs many futures of this very moment, with other chance in each, while the run goes on "
             "untouched. "
             "A cell says the median and from p5 to p95 of the futures; its bar reaches from the least to "
             "the most. "
             "The latest three forecasts stand side by side.")))
{
    m_what->addItem(tr("nothing is done"), Nothing);
    m_what->addItem(tr("the region fails"), Fail);
    m_what->addItem(tr("the region is lost with its store"), Destroy);
    m_what->addItem(tr("the region is shifted away from"), Shift);
    m_what->addItem(tr("the region is failed back"), Back);
    m_what->setAccessibleName(tr("What is done"));
    m_region->setAccessibleName(tr("Region"));
    m_futures->setRange(kLeastFutures, kMostFutures);
    m_futures->setValue(kUsualFutures);
    m_futures->setSuffix(tr(" futures"));
    m_futures->setAccessibleName(tr("Number of futures"));
    m_horizon->setRange(1, kMostMinutes);
    m_horizon->setValue(kUsualMinutes);
    m_horizon->setSuffix(tr(" min ahead"));
    m_horizon->setAccessibleName(tr("How far ahead, in minutes"));
    m_hint->setWordWrap(true);
    for (QPushButton* button : { m_run, m_copy }) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_run->setProperty("emphasis", QStringLiteral("primary"));
    m_view->setModel(m_table);
    m_view->setItemDelegate(new ForecastDelegate(m_view));
    m_view->setAccessibleName(tr("Forecasts"));
    m_view->setTabKeyNavigation(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->verticalHeader()->setHighlightSections(false);
    layOut();
    connect(m_what, &QComboBox::currentIndexChanged, this, &ForecastCard::showState);
    connect(m_run, &QPushButton::clicked, this, &ForecastCard::start);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_table->csv()); });
    connect(m_job, &JobRow::succeeded, this, &ForecastCard::take);
    connect(m_job, &JobRow::ended, this, &ForecastCard::showState);
    showState();
}

void ForecastCard::layOut()
{
    for (QComboBox* box : { m_what, m_region }) { // their words may be longer than there is room
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    auto* form = new QHBoxLayout;
    form->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*> { m_what, m_region, m_futures, m_horizon })
        form->addWidget(part);
    form->setStretch(0, 1);
    form->setStretch(1, 1);
    auto* doing = new QHBoxLayout;
    doing->setSpacing(8);
    doing->addWidget(m_run);
    doing->addWidget(m_job, 1);
    doing->addWidget(m_copy);
    column()->addLayout(form);
    column()->addLayout(doing);
    column()->addWidget(m_hint);
    column()->addWidget(m_view, 1);
    column()->addStretch(0);
}

void ForecastCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_titles.clear();
    m_job->forget();
    m_table->clear();
    m_region->clear();
    for (const RegionInfo& region : world.regions)
        m_region->addItem(regionName(region), qs(region.code));
    showState();
}

std::optional<Command> ForecastCard::command() const
{
    const std::string region = m_region->currentData().toString().toStdString();
    const Duration lasts = std::chrono::minutes(m_horizon->value());
    InjectFault fault;
    fault.region = region;
    fault.expiresAfter = lasts;
    switch (m_what->currentData().toInt()) {
    case Fail:
        return fault;
    case Destroy:
        fault.kind = FaultKind::RegionDestroyed;
        return fault;
    case Shift:
        return ShiftAway { region, lasts, "forecast" };
    case Back:
        return FailBack { region };
    default:
        return std::nullopt;
    }
}

QString ForecastCard::title() const
{
    const QString region = m_region->currentText();
    const QString minutes = formatDuration(std::chrono::minutes(m_horizon->value()));
    const QString count = formatCount(m_futures->value());
    QString what;
    switch (m_what->currentData().toInt()) {
    case Fail:
        what = tr("%1 fails").arg(region);
        break;
    case Destroy:
        what = tr("%1 is lost").arg(region);
        break;
    case Shift:
        what = tr("Shift away from %1").arg(region);
        break;
    case Back:
        what = tr("%1 is failed back").arg(region);
        break;
    default:
        what = tr("Nothing is done");
        break;
    }
    const QString at = formatClock(m_world.start, m_bridge.snapshot()->now);
    //: what is done, then when, how many futures, how long
    return tr("%1\nat %2, %3 futures of %4").arg(what, at, count, minutes);
}

void ForecastCard::start()
{
    if (m_job->isRunning())
        return;
    const quint64 job
        = m_bridge.startForecast(command(), m_futures->value(), std::chrono::minutes(m_horizon->value()));
    m_titles[job] = title();
    m_job->follow(job);
    showState();
}

void ForecastCard::take(quint64 job)
{
    m_table->add(m_bridge.forecast(job), m_titles[job]);
    m_titles.erase(job);
}

void ForecastCard::showState()
{
    const bool isEmpty = m_table->columnCount() == 0;
    m_run->setEnabled(!m_job->isRunning() && m_region->count() > 0);
    m_region->setEnabled(m_what->currentData().toInt() != Nothing);
    m_copy->setEnabled(!isEmpty);
    m_view->setVisible(!isEmpty);
}

} // namespace sb
