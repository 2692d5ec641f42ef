// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/region_detail.h"

#include "ui/map/map_text.h"
#include "ui/pages/link_reading.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/region_actions.h"
#include "ui/pages/region_history.h"
#include "ui/pages/region_parts.h"
#include "ui/pages/row_table.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/fact_list.h"

#include <QBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace sb {

namespace {

constexpr int kGap = 8;
constexpr int kTwoColumns = 860; // px, from here on
constexpr int kRounds = 20;
constexpr int kTransitionsShown = 12;
constexpr int kOriginsShown = 8;
constexpr int kThresholdPercent = 18; // of the checkers, and more, for healthy
constexpr QSize kSpark { 60, 16 };

QString count(std::uint64_t number)
{
    return formatCount(static_cast<qint64>(number));
}

int neededOf(const HealthView& health)
{
    return health.checkersTotal * kThresholdPercent / 100 + 1;
}

StateShape shapeOfVotes(int healthy, int total, int needed)
{
    return healthy < needed ? StateShape::Failed : healthy < total ? StateShape::Degraded : StateShape::Ok;
}

} // namespace

RegionDetail::RegionDetail(const RegionHistory& history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_scroll(new QScrollArea(this))
{
    auto* inside = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, inside);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(kGap);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    for (QVBoxLayout* side : { left, right }) {
        side->setSpacing(kGap);
        m_columns->addLayout(side, 1);
    }
    buildLeft(left);
    buildRight(right);
    left->addStretch(1);
    right->addStretch(1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(inside);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    inside->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    connect(m_actions, &RegionActionsCard::commandRequested, this, &RegionDetail::commandRequested);
}

TitledCard* RegionDetail::addCard(QBoxLayout* side, const QString& title)
{
    auto* card = new TitledCard(title, this);
    card->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    side->addWidget(card);
    return card;
}

void RegionDetail::buildLeft(QBoxLayout* left)
{
    TitledCard* state = addCard(left, tr("State"));
    m_state = new StateLine(state);
    m_machine = new StateMachineView(state);
    m_transitions = new RowTable(tr("What led to this state, newest first"), state);
    m_transitions->setColumns({ { tr("Time"), false, 76 }, { tr("What"), false, 150 }, { tr("Detail") } });
    m_transitions->setEmptyText(
        tr("Nothing has happened to this region yet. Break it from the map to see it change."));
    m_transitions->setFitting(5);
    state->column()->addWidget(m_state);
    state->column()->addWidget(m_machine);
    state->column()->addWidget(m_transitions);

    m_actions = new RegionActionsCard(this);
    m_actions->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    left->addWidget(m_actions);

    TitledCard* services = addCard(left, tr("Services, last 5 s"));
    m_services = new RowTable(tr("Services of the region"), services);
    m_services->setColumns({ { tr("Service") }, { tr("Rate"), true, 84 }, { tr("Last minute"), false, 84 },
        { tr("Errors"), true, 60 }, { tr("Median"), true, 62 }, { tr("95 %"), true, 62 } });
    m_services->setFitting(kServiceKindCount);
    services->column()->addWidget(m_services);

    TitledCard* streams = addCard(left, tr("Replication streams"));
    m_streams = new RowTable(tr("Streams of the region, both directions"), streams);
    m_streams->setColumns({ { tr("Stream") }, { tr("State"), false, 92 }, { tr("Lag"), true, 76 },
        { tr("Waiting"), true, 70 }, { tr("Drained"), true, 130 } });
    m_streams->setEmptyText(tr("This run has no other region to replicate with."));
    m_streams->setFitting(6);
    streams->column()->addWidget(m_streams);
}

void RegionDetail::buildRight(QBoxLayout* right)
{
    TitledCard* health = addCard(right, tr("Health checks"));
    m_votes = new VotesView(health);
    m_rounds = new RoundsView(health);
    m_health = new FactList(FactList::Columns::NameValueLimit, health);
    m_health->setAccessibleName(tr("Health"));
    m_checks = new RowTable(tr("Checks of the region"), health);
    m_checks->setColumns({ { tr("Check") }, { tr("Verdict"), false, 92 }, { tr("Votes"), true, 66 },
        { tr("Needs"), true, 54 }, { tr("Since"), true, 66 } });
    m_checks->setEmptyText(tr("No health check of its own watches this region."));
    m_checks->setFitting(4);
    health->column()->addWidget(
        captionLabel(health, tr("Checkers that say healthy; the line: as many are needed")));
    health->column()->addWidget(m_votes);
    health->column()->addWidget(captionLabel(health, tr("Past rounds, the newest at the right")));
    health->column()->addWidget(m_rounds);
    health->column()->addWidget(m_health);
    health->column()->addWidget(m_checks);

    TitledCard* capacity = addCard(right, tr("Capacity"));
    m_load = new LoadBar(capacity);
    m_capacity = new FactList(FactList::Columns::NameValueLimit, capacity);
    m_capacity->setAccessibleName(tr("Capacity"));
    capacity->column()->addWidget(m_load);
    capacity->column()->addWidget(m_capacity);

    TitledCard* store = addCard(right, tr("Store and writing"));
    m_store = new FactList(FactList::Columns::NameValueLimit, store);
    m_store->setAccessibleName(tr("Store"));
    m_writing = new FactList(FactList::Columns::NameValueLimit, store);
    m_writing->setAccessibleName(tr("Who may write"));
    store->column()->addWidget(m_store);
    store->column()->addWidget(m_writing);

    TitledCard* origins = addCard(right, tr("Users by origin"));
    m_origins = new RowTable(tr("Cities that the region serves, most requests first"), origins);
    m_origins->setColumns({ { tr("City") }, { tr("Requests"), true, 96 }, { tr("Share"), true, 60 },
        { tr("Failing"), true, 96 } });
    m_origins->setEmptyText(tr("No user is sent here now."));
    m_origins->setFitting(kOriginsShown);
    origins->column()->addWidget(m_origins);
}

void RegionDetail::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_region = {};
    for (RowTable* table : { m_transitions, m_services, m_streams, m_checks, m_origins })
        table->setRows({});
    if (!world.regions.empty())
        setRegion(world.regions.front().id);
}

void RegionDetail::setRegion(RegionId region)
{
    if (region == m_region || region.value >= m_world.regions.size())
        return;
    m_region = region;
    setAccessibleName(regionName(m_world, region));
    m_actions->setRegion(m_world.regions[region.value]);
}

void RegionDetail::setSnapshot(const Snapshot& snapshot)
{
    if (m_region.value >= snapshot.regions.size() || snapshot.regions.size() != m_world.regions.size())
        return;
    const RegionView& region = snapshot.regions[m_region.value];
    showState(snapshot, region);
    showHealth(snapshot, region);
    showServices(region);
    showCapacity(snapshot, region);
    showStore(region);
    showStreams(snapshot);
    showOrigins(snapshot);
    m_actions->setSnapshot(snapshot);
}

void RegionDetail::showState(const Snapshot& snapshot, const RegionView& region)
{
    const QString status = regionStatus(region, snapshot.now);
    m_state->setState(shapeOf(region.state),
        //: a region's name, its state with the reason, since when
        tr("%1: %2, since %3")
            .arg(regionName(m_world, m_region), status, formatClock(m_world.start, region.since)));
    m_machine->setState(region.state);
    std::vector<TableRow> rows;
    const std::deque<Event>& events = m_history.events(m_region);
    for (auto event = events.rbegin(); event != events.rend() && rows.size() < kTransitionsShown; ++event) {
        const StateShape shape = shapeOf(event->severity);
        rows.push_back({ { { formatClock(m_world.start, event->at) }, { wordFor(event->kind), shape },
                             { fromEngine(event->note) } },
            event->seq.value, qs(event->note) });
    }
    m_transitions->setRows(std::move(rows));
}

void RegionDetail::showHealth(const Snapshot& snapshot, const RegionView& region)
{
    const HealthView& health = region.health;
    const int needed = neededOf(health);
    m_votes->setVotes(health.checkersHealthy, health.checkersTotal, needed);
    std::vector<StateShape> rounds;
    const Duration each = std::max(Duration { 1s }, health.interval);
    const auto whole = (snapshot.now - kStart) / each;
    for (int back = kRounds - 1; back >= 0; --back) {
        const auto number = whole - back;
        if (number < 0)
            continue;
        const Instant at = back == 0 ? snapshot.now : kStart + each * number;
        const int healthy
            = back == 0 ? health.checkersHealthy : m_history.healthyAt(m_region, at, health.checkersTotal);
        rounds.push_back(shapeOfVotes(healthy, health.checkersTotal, needed));
    }
    m_rounds->setRounds(std::move(rounds), each);
    const bool isFailing = health.checkersHealthy < health.checkersTotal && !health.lastFailure.empty();
    m_health->setFacts({ { tr("Verdict"), health.isHealthy ? tr("healthy") : tr("unhealthy"),
                             tr("for %1").arg(formatAge(snapshot.now - health.since)),
                             health.isHealthy ? StateShape::Ok : StateShape::Failed },
        { tr("Votes"), tr("%1 of %2").arg(health.checkersHealthy).arg(health.checkersTotal),
            tr("%1 needed").arg(needed), shapeOfVotes(health.checkersHealthy, health.checkersTotal, needed) },
        { tr("Last probe"), isFailing ? fromEngine(health.lastFailure) : formatDuration(health.lastLatency),
            tr("%1 ago").arg(formatAge(snapshot.now - health.lastProbe)),
            isFailing ? StateShape::Degraded : StateShape::Ok },
        { tr("Rule"), tr("%n failures in a row", nullptr, health.threshold),
            tr("every %1").arg(formatDuration(health.interval)), StateShape::Ok } });
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < snapshot.checks.size(); ++i) {
        const CheckView& check = snapshot.checks[i];
        if (check.region != m_region)
            continue;
        const QString verdict = check.isDisabled ? tr("disabled")
            : check.isHealthy                    ? tr("healthy")
                                                 : tr("unhealthy");
        const StateShape shape = check.isDisabled ? StateShape::Unknown
            : check.isHealthy                     ? StateShape::Ok
                                                  : StateShape::Failed;
        rows.push_back({ { { qs(check.name) }, { verdict, shape },
                             { tr("%1 of %2").arg(check.healthy).arg(check.total) },
                             { QString::number(check.needed) }, { formatAge(snapshot.now - check.since) } },
            i + 1, tr("%1 %2").arg(qs(check.type), qs(check.detail)) });
    }
    m_checks->setRows(std::move(rows));
}

void RegionDetail::showServices(const RegionView& region)
{
    const double objective = m_world.errorObjectivePerMille / 1000.0;
    std::vector<TableRow> rows;
    for (int i = 0; i < kServiceKindCount; ++i) {
        const auto kind = static_cast<ServiceKind>(i);
        const ServiceView& service = region.services[static_cast<std::size_t>(i)];
        const bool hasData = service.rateHz > 0;
        RowCell errors { hasData ? formatPercent(service.errorShare, 1) : tr("no data") };
        if (hasData && service.errorShare > objective)
            errors.shape = StateShape::Degraded;
        RowCell spark;
        spark.picture = sparkline(m_history.rates(m_region, kind), kSpark, devicePixelRatioF());
        rows.push_back({ { { serviceWord(kind) }, { formatRate(service.rateHz) }, spark, errors,
                             { hasData ? formatMs(service.latencyMsP50) : QString() },
                             { hasData ? formatMs(service.latencyMsP95) : QString() } },
            static_cast<qulonglong>(i) + 1, {} });
    }
    m_services->setRows(std::move(rows));
}

void RegionDetail::showCapacity(const Snapshot& snapshot, const RegionView& region)
{
    std::vector<Fact> facts { { tr("Requests"), formatRate(region.requestRateHz),
        tr("normally %1").arg(formatRate(region.requestRateHzNormal)), StateShape::Ok } };
    const bool isKnown = m_region.value < snapshot.capacity.size();
    m_load->setVisible(isKnown);
    if (isKnown) {
        const CapacityView& capacity = snapshot.capacity[m_region.value];
        m_load->setLoad(capacity.loadShare, capacity.loadShareIfAlone);
        facts.push_back(
            { tr("Load"), formatPercent(capacity.loadShare), tr("of %1").arg(formatRate(region.capacityHz)),
                capacity.loadShare > 1 ? StateShape::Failed : StateShape::Ok });
        facts.push_back({ tr("If it carries another too"), formatPercent(capacity.loadShareIfAlone),
            capacity.fullIn == kFullNever ? tr("not filling")
                                          : tr("full in %1").arg(formatAge(capacity.fullIn)),
            capacity.loadShareIfAlone > 1 ? StateShape::Degraded : StateShape::Ok });
        facts.push_back({ tr("Caches"), tr("%1 warm").arg(formatPercent(capacity.cacheWarmth)),
            capacity.cacheWarmth < 0.8 ? tr("cold: reads go to the store") : QString(),
            capacity.cacheWarmth < 0.8 ? StateShape::Degraded : StateShape::Ok });
        facts.push_back({ tr("Queue"), formatDuration(capacity.queueWait),
            tr("wait of a request that comes now"), StateShape::Ok });
        facts.push_back({ tr("Refused busy"), count(capacity.refusedBusy),
            tr("%1 are repeats").arg(formatPercent(capacity.repeatShare)),
            capacity.refusedBusy > 0 ? StateShape::Degraded : StateShape::Ok });
    }
    m_capacity->setFacts(std::move(facts));
}

void RegionDetail::showStore(const RegionView& region)
{
    m_store->setFacts({ { tr("Live rows"), count(region.storeRows), tr("all tables"), StateShape::Ok },
        { tr("Log entries"), count(region.logEntries), tr("kept, of all logs"), StateShape::Ok },
        { tr("Orders"), count(region.ordersTotal), tr("acknowledged here"), StateShape::Ok },
        { tr("Held only here"), formatWrites(static_cast<qint64>(region.atRiskOperations)),
            tr("%1, oldest %2").arg(formatMoney(region.atRiskMoney), formatDuration(region.atRiskOldest)),
            StateShape::Ok } });
    std::vector<Fact> writing;
    const FenceView& fence = region.fence;
    if (fence.isOn) {
        writing.push_back({ tr("Lease"),
            fence.isFenced         ? (fence.isComplete ? tr("fenced") : tr("being fenced"))
                : fence.holdsLease ? tr("held")
                                   : tr("none"),
            tr("epoch %1").arg(fence.epoch), fence.isFenced ? StateShape::Held : StateShape::Ok });
        writing.push_back({ tr("If fenced now"),
            tr("writes for %1 more").arg(formatDuration(fence.leaseLeft)),
            tr("%1 expected").arg(formatWrites(static_cast<qint64>(fence.writesExpected))), StateShape::Ok });
    } else
        writing.push_back({ tr("Lease"), tr("not needed in this run"), {}, StateShape::Ok });
    if (region.isEvicted)
        writing.push_back({ tr("Member"), tr("evicted"), tr("returns with a new copy"), StateShape::Held });
    if (region.orphans.operations > 0)
        writing.push_back({ tr("Orphans"), formatWrites(static_cast<qint64>(region.orphans.operations)),
            formatMoney(region.orphans.money), StateShape::Degraded });
    m_writing->setFacts(std::move(writing));
}

void RegionDetail::showStreams(const Snapshot& snapshot)
{
    std::vector<TableRow> rows;
    for (const bool isOut : { true, false }) {
        for (const LinkView& link : snapshot.links) {
            if ((isOut ? link.source : link.target) != m_region)
                continue;
            const QString peer = regionName(m_world, isOut ? link.target : link.source);
            const LinkReading reading = readLink(m_world, snapshot, link);
            rows.push_back({ { { isOut ? tr("to %1").arg(peer) : tr("from %1").arg(peer) },
                                 { reading.word, reading.shape }, { formatDuration(link.lag) },
                                 { count(link.pendingOperations) }, { drainText(link) } },
                static_cast<qulonglong>(link.source.value) * 256 + link.target.value + 1, {} });
        }
    }
    m_streams->setRows(std::move(rows));
}

void RegionDetail::showOrigins(const Snapshot& snapshot)
{
    std::vector<const FlowView*> flows;
    double all = 0;
    for (const FlowView& flow : snapshot.flows) {
        if (flow.region != m_region)
            continue;
        flows.push_back(&flow);
        all += static_cast<double>(flow.requestRateHz);
    }
    std::stable_sort(flows.begin(), flows.end(),
        [](const FlowView* a, const FlowView* b) { return a->requestRateHz > b->requestRateHz; });
    std::vector<TableRow> rows;
    for (const FlowView* flow : flows) {
        if (rows.size() == kOriginsShown)
            break;
        RowCell failing { flow->failedRateHz > 0 ? formatRate(static_cast<double>(flow->failedRateHz))
                                                 : tr("none") };
        if (flow->failedRateHz > 0)
            failing.shape = StateShape::Degraded;
        const auto rate = static_cast<double>(flow->requestRateHz);
        rows.push_back({ { { cityName(m_world, flow->city) }, { formatRate(rate) },
                             { formatPercent(all > 0 ? rate / all : 0) }, failing },
            static_cast<qulonglong>(rows.size()) + 1, {} });
    }
    m_origins->setRows(std::move(rows));
}

std::vector<std::array<QString, 4>> RegionDetail::asRows(const Snapshot& snapshot) const
{
    std::vector<std::array<QString, 4>> rows;
    if (m_region.value >= snapshot.regions.size())
        return rows;
    const RegionView& region = snapshot.regions[m_region.value];
    rows.push_back({ tr("State"), tr("Now"), regionStatus(region, snapshot.now),
        tr("since %1").arg(formatClock(m_world.start, region.since)) });
    rows.push_back({ tr("Health"), tr("Votes"), m_votes->accessibleName(), {} });
    rows.push_back({ tr("Health"), tr("Rounds"), m_rounds->accessibleName(), {} });
    const auto add = [&](const QString& group, const FactList* facts) {
        for (const Fact& fact : facts->facts())
            rows.push_back({ group, fact.name, fact.value, fact.limit });
    };
    add(tr("Health"), m_health);
    for (int i = 0; i < kServiceKindCount; ++i) {
        const ServiceView& service = region.services[static_cast<std::size_t>(i)];
        rows.push_back({ tr("Service"), serviceWord(static_cast<ServiceKind>(i)), formatRate(service.rateHz),
            tr("%1 errors, median %2")
                .arg(formatPercent(service.errorShare, 1), formatMs(service.latencyMsP50)) });
    }
    add(tr("Capacity"), m_capacity);
    add(tr("Store"), m_store);
    add(tr("Writing"), m_writing);
    return rows;
}

void RegionDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() >= kTwoColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace sb
