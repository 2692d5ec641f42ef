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
        check.detail = health.isHealthy ? "healthy: status 200 after 46 ms" : health.lastFailure;
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
    shop.detail = std::to_string(shop.healthy) + " of " + std::to_string(shop.total) + " children healthy";
    s.checks.push_back(shop);
    CheckView stopped;
    stopped.name = "orders-alarm";
    stopped.type = "CLOUDWATCH_METRIC";
    stopped.isDisabled = true;
    stopped.isInverted = true;
    stopped.since = kStart;
    stopped.interval = 0us;
    stopped.detail = "disabled: counts as healthy";
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
    view->policy = "last writer wins";
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
    view->conflicts = { { s.now - 35s, first.id, "last-writer-wins", "EUR 12.40, from Singapore",
        "EUR 11.90, from Ireland", true } };
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
    view->lines = { { 0, true, false, "latency policy: the nearest region that is healthy", "" } };
    for (const RegionInfo& region : world.regions) {
        const bool isChosen = region.id == answer.id;
        const bool isStruck = isOut && region.id == RegionId { 0 };
        view->lines.push_back({ 1, isChosen, isStruck, region.name + ", 24 ms away",
            isChosen       ? "the nearest that is healthy"
                : isStruck ? "unhealthy: 0 of 16 checkers"
                           : "healthy, further away" });
    }
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
