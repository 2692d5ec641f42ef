// SPDX-License-Identifier: GPL-3.0-or-later
// What canned snapshots say about services, checks, links in detail, visits and what is looked at closely.
#include "tests/support/fake_control_room.h"

#include <algorithm>
#include <cmath>

namespace sb::test {
namespace {

struct ServiceRow {
    ServiceKind kind;
    double share; // of the region's requests
    double latencyMsP50, latencyMsP95;
};

constexpr ServiceRow kServices[] {
    { ServiceKind::Catalogue, 0.52, 9, 21 },
    { ServiceKind::Search, 0.16, 18, 44 },
    { ServiceKind::Cart, 0.13, 11, 26 },
    { ServiceKind::Checkout, 0.04, 27, 68 },
    { ServiceKind::Orders, 0.03, 10, 24 },
    { ServiceKind::BestSellers, 0.10, 6, 13 },
    { ServiceKind::Blog, 0.02, 14, 37 },
};

void fillServices(RegionView& region)
{
    const bool isDown = !region.gatewayAnswers;
    for (const ServiceRow& row : kServices) {
        ServiceView& service = region.services[static_cast<std::size_t>(row.kind)];
        service.rateHz = region.requestRateHz * row.share;
        service.errorShare = row.kind == ServiceKind::Checkout ? 0.004 : 0.0005;
        service.latencyMsP50 = row.latencyMsP50;
        service.latencyMsP95 = row.latencyMsP95;
        if (isDown)
            service = {};
    }
    if (isDown)
        return;
    region.bestSellers = { { BookId { 1342 }, "Pride and Prejudice", 1'204 },
        { BookId { 84 }, "Frankenstein; Or, The Modern Prometheus", 987 },
        { BookId { 2701 }, "Moby Dick; Or, The Whale", 811 },
        { BookId { 11 }, "Alice's Adventures in Wonderland", 640ULL + region.id.value },
        { BookId { 1661 }, "The Adventures of Sherlock Holmes", 598 } };
    region.storeRows = 214'377;
    region.logEntries = 18'904 + 31ULL * region.id.value;
}

void fillChecks(Snapshot& s, const WorldDescription& world)
{
    for (const RegionInfo& info : world.regions) {
        const HealthView& health = s.regions[info.id.value].health;
        CheckView check;
        check.name = info.code;
        check.type = "HTTPS_STR_MATCH";
        check.region = info.id;
        check.isHealthy = health.isHealthy;
        check.since = health.since;
        check.healthy = health.checkersHealthy;
        check.total = health.checkersTotal;
        check.needed = 3;
        check.interval = health.interval;
        check.threshold = health.threshold;
        check.detail = health.lastFailure;
        s.checks.push_back(std::move(check));
    }
    CheckView shop;
    shop.name = "shop";
    shop.type = "CALCULATED";
    shop.since = kStart + 2s;
    shop.total = static_cast<int>(world.regions.size());
    for (const RegionView& region : s.regions)
        shop.healthy += region.health.isHealthy ? 1 : 0;
    shop.needed = 1;
    shop.interval = 0us;
    for (const RegionInfo& info : world.regions)
        shop.detail += (shop.detail.empty() ? "endpoint-" : ", endpoint-") + info.code;
    s.checks.push_back(shop);
    CheckView stopped;
    stopped.name = "orders-alarm";
    stopped.type = "CLOUDWATCH_METRIC";
    stopped.isDisabled = true;
    stopped.isInverted = true;
    stopped.isHealthy = false;
    stopped.total = 1;
    stopped.needed = 1;
    stopped.since = kStart;
    stopped.interval = 0us;
    stopped.detail = "disabled and inverted: counts as unhealthy";
    s.checks.push_back(stopped);
}

void fillHeat(Snapshot& s)
{
    if (!s.charts || s.charts->series.empty())
        return;
    auto charts = std::make_shared<ChartWindow>(*s.charts);
    const std::size_t columns = charts->series.front().columns.size();
    for (std::size_t i = 0; i < columns; ++i) {
        HeatColumn column;
        const Instant at = charts->end - charts->column * static_cast<std::int64_t>(columns - i);
        column.isGap = at < kStart;
        const double shift = 0.8 * std::sin(static_cast<double>(i) * 0.11);
        for (int row = 0; row < kHeatRows && !column.isGap; ++row) {
            const double near = std::exp(-0.35 * (row - 8 - shift) * (row - 8 - shift));
            const double far = 0.25 * std::exp(-0.6 * (row - 12) * (row - 12));
            column.requests[static_cast<std::size_t>(row)]
                = static_cast<std::uint32_t>(s.totals.requestRateHz / 2 * (near + far) / 3.5);
        }
        if (!column.isGap && s.totals.errorShare > 0.001 && i % 3 != 0)
            column.failed = static_cast<std::uint32_t>(s.totals.requestRateHz / 2 * s.totals.errorShare);
        charts->heat.push_back(column);
    }
    s.charts = std::move(charts);
}

std::shared_ptr<const InspectView> cannedInspection(const std::string& key, const Snapshot& s)
{
    auto view = std::make_shared<InspectView>();
    view->key = key;
    if (key.rfind("book ", 0) != 0) {
        view->error = "'" + key + "' is no key; use a word and a number, as in: book 1342";
        return view;
    }
    view->title = "Book 1342: Pride and Prejudice";
    view->policy = "last-writer-wins: the version with the later stamp stays whole";
    const RegionView& first = s.regions.front();
    view->isAgreed = first.gatewayAnswers;
    for (const RegionView& region : s.regions) {
        InspectedCopy copy;
        copy.region = region.id;
        copy.isReadable = region.gatewayAnswers;
        copy.isPresent = copy.isReadable;
        const bool isOld = !copy.isReadable;
        copy.value = isOld ? "" : "EUR 12.40";
        copy.origin = s.regions.back().id;
        copy.sequence = 20'117;
        copy.committedAt = s.now - 38s;
        copy.isSameAsMost = copy.isReadable;
        view->copies.push_back(std::move(copy));
    }
    view->conflicts = { { s.now - 35s, first.id, "last-writer-wins", "EUR 12.40, from Singapore #20 117",
        "EUR 11.90, from Ireland #31 402", true } };
    return view;
}

std::shared_ptr<const FollowView> cannedFollow(CustomerId customer, CityId city, const Snapshot& s)
{
    auto view = std::make_shared<FollowView>();
    const bool isOffer = !customer.isValid();
    view->customer = isOffer ? CustomerId { 1'207 } : customer;
    view->city = city.isValid() ? city : CityId { 26 };
    view->held = s.regions.back().id;
    const char* const calls[] { "catalogue", "book", "search", "add to cart", "cart", "check out", "order" };
    for (int i = 0; i < 7 && !isOffer; ++i) {
        const bool failed = i == 3 && s.incident.exists;
        view->calls.push_back({ s.now - 2s * (i + 1), calls[6 - i], failed ? RegionId { 0 } : view->held,
            failed ? 0 : 200, failed ? Duration { 4s } : Duration { 48ms + 9ms * i } });
    }
    return view;
}

std::shared_ptr<const TrialView> cannedTrial(
    const RouteTrial& trial, const Snapshot& s, const WorldDescription& world)
{
    auto view = std::make_shared<TrialView>();
    view->asked = trial;
    const bool isOut = !s.regions.front().health.isHealthy;
    const RegionInfo& answer = world.regions[isOut ? 1 : 0];
    view->answer = answer.id;
    view->answerText = answer.name;
    view->ttl = 60s;
    view->cached = trial.ignoresTtl ? RegionId { 0 } : answer.id;
    view->ifAllHealthy = RegionId { 0 };
    const std::string asked = trial.name.empty() ? "api.bookstore.example." : trial.name;
    view->lines = { { 0, false, false, asked + " A? asked from London, GB", {} },
        { 0, false, false, "answer: 192.0.2." + std::to_string(answer.id.value + 1) + " for 60 s", {} },
        { 1, false, false, asked + " A, latency", {} } };
    for (const RegionInfo& region : world.regions) {
        const bool isChosen = region.id == answer.id;
        const bool isStruck = isOut && region.id == RegionId { 0 };
        const std::string away = std::to_string(11 + 160 * region.id.value) + " ms";
        view->lines.push_back({ 2, isChosen, isStruck, region.name + " (" + region.code + ", " + away + ")",
            isStruck       ? "check control-eu-west-1 healthy, target unhealthy; backed out: nothing healthy "
                             "behind it"
                : isChosen ? "target healthy; chosen"
                           : "target healthy; another one is preferred" });
    }
    view->lines.push_back({ 0, false, false, "if all were healthy: 192.0.2.1 for 60 s", {} });
    return view;
}

} // namespace

void addCannedInsight(Snapshot& s, const WorldDescription& world)
{
    for (RegionView& region : s.regions)
        fillServices(region);
    fillChecks(s, world);
    for (LinkView& link : s.links) {
        link.written = 20'412 + 1'000ULL * link.source.value;
        link.applied = link.written - link.pendingOperations;
        link.sent = std::min(link.written, link.applied + 3);
        link.conflictsPerMinute = link.pendingOperations > 1'000 ? 0 : 1.5 + link.source.value;
    }
    s.funnel = { 1'840, 1'795, 612, 431, 420 };
    if (!s.regions.front().gatewayAnswers)
        s.funnel = { 1'688, 1'541, 470, 302, 266 };
    fillHeat(s);
}

void answerCannedFocus(Snapshot& s, const Focus& focus, const WorldDescription& world)
{
    const CityId city = focus.trial.city;
    if (!focus.key.empty())
        s.inspection = cannedInspection(focus.key, s);
    if (focus.customer.isValid() || city.isValid())
        s.followed = cannedFollow(focus.customer, city, s);
    if (city.isValid())
        s.trial = cannedTrial(focus.trial, s, world);
}

void FakeControlRoom::setFocus(Focus wanted)
{
    focus = std::move(wanted);
    Snapshot s = *m_snapshot;
    s.inspection = nullptr;
    s.followed = nullptr;
    s.trial = nullptr;
    publish(std::move(s));
}

} // namespace sb::test
