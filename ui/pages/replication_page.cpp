// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/replication_page.h"

#include "ui/pages/matrix_view.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/pair_card.h"
#include "ui/pages/row_table.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace sb {

namespace {

constexpr int kMatrixStretch = 1000;

qulonglong pairId(RegionId source, RegionId target)
{
    return static_cast<qulonglong>(source.value) * 256 + target.value + 1;
}

} // namespace

ReplicationPage::ReplicationPage(QWidget* parent)
    : FramedPage(tr("Replication"), parent)
    , m_matrix(new MatrixView(this))
    , m_table(new RowTable(tr("Replication, a row for each direction"), this))
    , m_pair(new PairCard(this))
{
    buildHead();
    m_table->setColumns({ { tr("Source") }, { tr("Target") }, { tr("State") }, { tr("Lag"), true },
        { tr("Trend") }, { tr("Waiting"), true }, { tr("Value"), true }, { tr("Drained"), true },
        { tr("Conflicts a minute"), true } });
    m_table->setEmptyText(
        tr("One region has nobody to copy to. Start a run with one more region from the File menu."));
    auto* card = new TitledCard(tr("Source by target"), this);
    m_twins = makeTwins(m_matrix, m_table);
    QLabel* legend = captionLabel(card,
        tr("Bars: 1 ms … 100 s, logarithmic; the line marks the objective. Hatched: nothing flows. "
           "Arrow: rising or falling within 10 s."));
    legend->setWordWrap(true);
    // What the matrix does not need lies below its legend.
    card->column()->addWidget(m_twins, kMatrixStretch);
    card->column()->addWidget(legend);
    card->column()->addStretch(1);
    body()->addWidget(card, 1);
    body()->addWidget(m_pair);
    body()->addStretch(0);
    connect(m_matrix, &MatrixView::pairChosen, this, &ReplicationPage::choosePair);
    connect(m_matrix, &MatrixView::detailsRequested, m_pair, &PairCard::focusActions);
    connect(m_table, &RowTable::rowChosen, this, [this](qulonglong id) {
        choosePair(RegionId { static_cast<std::uint8_t>((id - 1) / 256) },
            RegionId { static_cast<std::uint8_t>((id - 1) % 256) });
    });
    connect(m_pair, &PairCard::commandRequested, this, &Page::commandRequested);
    connect(this, &FramedPage::twinChanged, this, [this] { fillTable(m_last); });
}

void ReplicationPage::buildHead()
{
    m_heat = new QButtonGroup(this);
    head()->addStretch(1);
    head()->addWidget(captionLabel(this, tr("Show")));
    const std::array names { tr("Lag"), tr("Backlog"), tr("Conflicts") };
    const std::array tips { tr("How old the oldest change is that the target lacks"),
        tr("How many changes wait to be applied"), tr("Conflicts a minute, found at the target") };
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(names[i]);
        button->setToolTip(tips[i]);
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumHeight(26);
        m_heat->addButton(button, static_cast<int>(i));
        head()->addWidget(button);
    }
    connect(m_heat, &QButtonGroup::idClicked, m_matrix,
        [this](int id) { m_matrix->setHeat(static_cast<MatrixHeat>(id)); });
}

void ReplicationPage::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_last = {};
    m_matrix->setWorld(world);
    m_twins->setMaximumHeight(m_matrix->mostHeight());
    m_table->setRows({});
    m_pair->setWorld(world);
    m_pair->setPair(m_matrix->source(), m_matrix->target());
    setFocusProxy(world.regions.size() > 1 ? m_twins->currentWidget() : nullptr);
}

void ReplicationPage::setSnapshot(const Snapshot& snapshot)
{
    m_last = snapshot;
    m_matrix->setSnapshot(snapshot);
    m_pair->setSnapshot(snapshot);
    if (isTable())
        fillTable(snapshot);
}

void ReplicationPage::setRegion(RegionId region)
{
    if (!m_matrix->source().isValid() || region.value >= m_world.regions.size()
        || region == m_matrix->source())
        return;
    const RegionId target = m_matrix->target() == region ? m_matrix->source() : m_matrix->target();
    m_matrix->choose(region, target);
    m_pair->setPair(region, target);
    m_pair->setSnapshot(m_last);
}

void ReplicationPage::choosePair(RegionId source, RegionId target)
{
    m_matrix->choose(source, target);
    m_table->select(pairId(source, target));
    m_pair->setPair(source, target);
    m_pair->setSnapshot(m_last);
    Q_EMIT regionSelected(source);
}

void ReplicationPage::fillTable(const Snapshot& snapshot)
{
    if (snapshot.regions.size() != m_world.regions.size())
        return;
    std::vector<TableRow> rows;
    for (const LinkView& link : snapshot.links) {
        const LinkReading reading = readLink(m_world, snapshot, link);
        const Trend trend = trendOf(snapshot.charts.get(), link.source, link.target);
        rows.push_back({ { { regionName(m_world, link.source) }, { regionName(m_world, link.target) },
                             { reading.word, reading.shape }, { formatDuration(link.lag) },
                             { wordFor(trend) }, { formatCount(static_cast<qint64>(link.pendingOperations)) },
                             { formatMoney(link.pendingMoney) }, { drainText(link) },
                             { formatNumber(link.conflictsPerMinute, 1) } },
            pairId(link.source, link.target), {} });
    }
    m_table->setRows(std::move(rows));
    if (m_matrix->source().isValid())
        m_table->select(pairId(m_matrix->source(), m_matrix->target()));
}

} // namespace sb
