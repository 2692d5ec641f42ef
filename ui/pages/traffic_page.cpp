// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/traffic_page.h"

#include "ui/pages/page_parts.h"
#include "ui/pages/row_table.h"
#include "ui/pages/traffic_cards.h"
#include "ui/pages/traffic_strips.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace sb {

namespace {

constexpr int kGap = 8;
constexpr int kSideBySide = 900; // px, from here on
constexpr int kTableRows = 40;
constexpr int kStripsHeight = 320;

} // namespace

TrafficPage::TrafficPage(QWidget* parent)
    : FramedPage(tr("Traffic"), parent)
    , m_strips(new TrafficStrips(this))
    , m_table(new RowTable(tr("Requests, latency and errors, a row for each time"), this))
    , m_readout(captionLabel(this))
    , m_bestSellers(new BestSellerCard(this))
    , m_follow(new FollowCard(this))
{
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    buildCards(column);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    head()->addStretch(1);
    body()->addWidget(scroll, 1);
    setFocusProxy(m_strips);
    connect(m_strips, &TrafficStrips::cursorMoved, this, &TrafficPage::showReadout);
    connect(m_follow, &FollowCard::customerChanged, this, &Page::focusChanged);
    connect(this, &FramedPage::twinChanged, this, &TrafficPage::fillTable);
}

QBoxLayout* TrafficPage::addPair(QBoxLayout* column, QWidget* first, QWidget* second)
{
    auto* pair = new QBoxLayout(QBoxLayout::LeftToRight);
    pair->setSpacing(kGap);
    pair->addWidget(first, 3);
    pair->addWidget(second, 2);
    column->addLayout(pair);
    m_pairs.push_back(pair);
    return pair;
}

void TrafficPage::buildCards(QBoxLayout* column)
{
    auto* over = new TitledCard(tr("Over time"), this);
    QStackedWidget* twins = makeTwins(m_strips, m_table);
    twins->setFixedHeight(kStripsHeight);
    m_readout->setWordWrap(true);
    m_readout->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_readout->setFixedHeight(2 * m_readout->fontMetrics().lineSpacing() + 2); // the strips must not jump
    m_table->setEmptyText(tr("No samples yet: resume the run to see its traffic."));
    over->column()->addWidget(m_readout);
    over->column()->addWidget(twins);
    column->addWidget(over);

    auto* regions = new TitledCard(tr("By region, last seconds"), this);
    m_regions = new RowTable(tr("Traffic by region"), regions);
    m_regions->setColumns({ { tr("Region") }, { tr("Requests"), true, 92 }, { tr("Answers"), true, 66 },
        { tr("Errors"), true, 76 }, { tr("Median"), true, 70 }, { tr("Orders"), true, 80 } });
    m_regions->setFitting(7);
    regions->column()->addWidget(m_regions);
    regions->column()->addStretch(1);
    auto* funnel = new TitledCard(tr("How far visits get, last minute"), this);
    m_funnel = new FunnelBars(funnel);
    funnel->column()->addWidget(m_funnel);
    funnel->column()->addStretch(1);
    addPair(column, regions, funnel);

    auto* clients = new TitledCard(tr("Clients that go where no answer leads"), this);
    m_clients = new RowTable(tr("Clients by kind"), clients);
    m_clients->setColumns({ { tr("Kind") }, { tr("Visits"), true, 74 }, { tr("Stale"), true, 76 } });
    m_clients->setFitting(kClientKindCount);
    clients->column()->addWidget(m_clients);
    clients->column()->addStretch(1);
    addPair(column, m_follow, clients);
    column->addWidget(m_bestSellers);
}

void TrafficPage::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_window.reset();
    m_totals.clear();
    m_strips->setWorld(world);
    for (RowTable* table : { m_table, m_regions, m_clients })
        table->setRows({});
    m_titles.clear();
    m_bestSellers->setWorld(world);
    m_follow->setWorld(world);
    showReadout();
}

Focus TrafficPage::focus() const
{
    Focus focus;
    focus.customer = m_follow->customer();
    focus.trial.city = m_follow->wantedCity();
    return focus;
}

void TrafficPage::setSnapshot(const Snapshot& snapshot)
{
    if (snapshot.regions.size() != m_world.regions.size())
        return;
    if (m_window != snapshot.charts) {
        m_window = snapshot.charts;
        m_strips->setWindow(m_window);
        if (isTable())
            fillTable();
    }
    showTotals(snapshot);
    showRegions(snapshot);
    showClients(snapshot);
    m_funnel->setFunnel(snapshot.funnel);
    m_bestSellers->setSnapshot(snapshot);
    m_follow->setSnapshot(snapshot);
    showReadout();
}

void TrafficPage::showTotals(const Snapshot& snapshot)
{
    const Totals& totals = snapshot.totals;
    m_totals = tr(
        "Now %1 · 50 % within %2, 95 % within %3, 99 % within %4 · errors %5 · %6 since the start, %7 failed")
                   .arg(formatRate(totals.requestRateHz), formatMs(totals.latencyMsP50),
                       formatMs(totals.latencyMsP95), formatMs(totals.latencyMsP99),
                       formatPercent(totals.errorShare, 1),
                       formatRequests(static_cast<qint64>(totals.requests)),
                       formatCount(static_cast<qint64>(totals.failed)));
}

void TrafficPage::showReadout()
{
    const bool hasCursor = m_strips->cursor().has_value();
    m_readout->setText(hasCursor ? m_strips->valuesAt(*m_strips->cursor()) : m_totals);
}

void TrafficPage::showRegions(const Snapshot& snapshot)
{
    const double objective = m_world.errorObjectivePerMille / 1000.0;
    std::vector<TableRow> rows;
    for (const RegionView& region : snapshot.regions) {
        RowCell errors { region.gatewayAnswers ? formatPercent(region.errorShare, 1) : tr("no data") };
        if (region.gatewayAnswers && region.errorShare > objective)
            errors.shape = StateShape::Degraded;
        rows.push_back(
            { { { regionName(m_world, region.id), shapeOf(region.state) },
                  { formatRate(region.requestRateHz) }, { formatPercent(region.answerShare) }, errors,
                  { region.gatewayAnswers ? formatMs(region.latencyMsP50) : tr("no data") },
                  { formatCount(static_cast<qint64>(region.ordersTotal)) } },
                static_cast<qulonglong>(region.id.value) + 1, {} });
    }
    m_regions->setRows(std::move(rows));
}

void TrafficPage::showClients(const Snapshot& snapshot)
{
    std::vector<TableRow> rows;
    for (int i = 0; i < kClientKindCount; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const std::uint32_t stale = snapshot.clients.stale[index];
        RowCell held { stale > 0 ? formatCount(stale) : tr("none") };
        if (stale > 0)
            held.shape = StateShape::Degraded;
        const QString name = clientWord(static_cast<ClientKind>(i));
        rows.push_back(
            { { { name }, { formatCount(snapshot.clients.visits[index]) }, held }, index + 1, name });
    }
    m_clients->setRows(std::move(rows));
}

void TrafficPage::fillTable()
{
    const std::vector<QStringList> rows = m_strips->asRows(kTableRows);
    if (rows.front() != m_titles) {
        m_titles = rows.front();
        std::vector<TableColumn> columns;
        for (const QString& title : m_titles)
            columns.push_back({ title, !columns.empty(), 110 });
        m_table->setColumns(std::move(columns));
    }
    std::vector<TableRow> shown;
    for (std::size_t i = rows.size() - 1; i > 0; --i) { // newest first
        TableRow row { {}, rows.size() - i, {} };
        for (const QString& text : rows[i])
            row.cells.push_back({ text });
        shown.push_back(std::move(row));
    }
    m_table->setRows(std::move(shown));
}

void TrafficPage::resizeEvent(QResizeEvent* event)
{
    FramedPage::resizeEvent(event);
    for (QBoxLayout* pair : m_pairs)
        pair->setDirection(width() >= kSideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace sb
