// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/canned_pages.h"

#include <array>

namespace sb::test {

namespace {

constexpr Instant kFaultAt = kStart + 205s;

void fillServices(RegionView& region)
{
    const std::array rates { 820.0, 130.0, 64.0, 9.5, 22.0, 41.0, 3.2 };
    for (std::size_t i = 0; i < rates.size(); ++i) {
        ServiceView& service = region.services[i];
        const bool isOut = !region.gatewayAnswers;
        service.rateHz = isOut ? 0 : rates[i];
        service.errorShare = isOut ? 0 : (i == 3 ? 0.021 : 0.0004);
        service.latencyMsP50 = isOut ? 0 : 4 + 3.0 * static_cast<double>(i);
        service.latencyMsP95 = isOut ? 0 : 11 + 9.0 * static_cast<double>(i);
    }
}

void fillBestSellers(RegionView& region, bool isDiverging)
{
    region.bestSellers = { { BookId { 1342 }, "Pride and Prejudice", 412 },
        { BookId { 84 }, "Frankenstein; Or, The Modern Prometheus", 388 },
        { BookId { 11 }, "Alice's Adventures", 301 },
        { BookId { 1661 }, "The Adventures of Sherlock Holmes", 274 },
        { BookId { 2701 }, "Moby Dick", 198 } };
    if (isDiverging)
        std::swap(region.bestSellers[1], region.bestSellers[2]);
}

void fillHeat(Snapshot& snapshot)
{
    if (!snapshot.charts)
        return;
    auto charts = std::make_shared<ChartWindow>(*snapshot.charts);
    charts->heat.clear();
    const std::size_t columns = charts->series.empty() ? 240 : charts->series.front().columns.size();
    for (std::size_t i = 0; i < columns; ++i) {
        HeatColumn column;
        const bool isBad = i > columns * 2 / 3;
        for (std::size_t row = 0; row < kHeatRows; ++row) {
            const int far = static_cast<int>(row) - (isBad ? 10 : 8);
            column.requests[row] = static_cast<std::uint32_t>(600 / (1 + far * far));
        }
        column.failed = isBad ? 24 : 0;
        column.isGap = i < 12;
        charts->heat.push_back(column);
    }
    snapshot.charts = charts;
}

void fillChecks(Snapshot& snapshot, const WorldDescription& world)
{
    snapshot.checks.clear();
    for (const RegionInfo& info : world.regions) {
        const HealthView& health = snapshot.regions[info.id.value].health;
        CheckView shallow;
        shallow.name = info.code;
        shallow.type = "HTTPS_STR_MATCH";
        shallow.region = info.id;
        shallow.isHealthy = health.isHealthy;
        shallow.since = health.since;
        shallow.healthy = health.checkersHealthy;
        shallow.total = health.checkersTotal;
        shallow.needed = 3;
        shallow.detail = health.lastFailure;
        snapshot.checks.push_back(shallow);
        CheckView deep = shallow;
        deep.name = "health check " + std::to_string(10 + info.id.value);
        deep.type = "CALCULATED";
        deep.healthy = health.isHealthy ? 2 : 0;
        deep.total = 2;
        deep.needed = 1;
        deep.detail = {};
        snapshot.checks.push_back(deep);
    }
}

void fillLinks(Snapshot& snapshot)
{
    for (LinkView& link : snapshot.links) {
        link.written = 1'204'377 + link.source.value * 4'000ULL;
        link.applied = link.written - link.pendingOperations;
        link.sent = link.written - link.pendingOperations / 2;
        link.pendingMoney = { static_cast<std::int64_t>(link.pendingOperations) * 1'330 };
        link.conflictsPerMinute = link.target.value == 1 ? 2.4 : 0.2;
    }
    snapshot.objects.clear();
    if (snapshot.links.size() < 2)
        return;
    ObjectLinkView objects;
    objects.source = snapshot.links[0].source;
    objects.target = snapshot.links[0].target;
    objects.isOn = true;
    objects.pending = 12;
    objects.pendingBytes = 4'800'000;
    snapshot.objects.push_back(objects);
}

} // namespace

WorldDescription wideWorld(int regions)
{
    WorldDescription world = cannedWorld(std::min(regions, 5));
    if (regions < 2)
        world.regions.resize(1);
    for (int i = 5; i < regions; ++i) {
        RegionInfo info;
        info.id = RegionId { static_cast<std::uint8_t>(i) };
        info.code = "xx-made-" + std::to_string(i);
        info.name = "Made-up " + std::to_string(i);
        info.city = info.name;
        info.letter = static_cast<char>('a' + i);
        info.latitude = -40 + i * 4;
        info.longitude = -160 + i * 15;
        world.regions.push_back(info);
    }
    return world;
}

Snapshot wideSnapshot(const WorldDescription& world)
{
    Snapshot snapshot = cannedSnapshot(Scene::Calm, world);
    addCannedPages(snapshot, world);
    return snapshot;
}

void addCannedPages(Snapshot& snapshot, const WorldDescription& world)
{
    for (RegionView& region : snapshot.regions) {
        fillServices(region);
        fillBestSellers(region, region.id.value == 1);
        region.storeRows = 204'511 + region.id.value * 3ULL;
        region.logEntries = 1'204'377;
    }
    if (snapshot.capacity.empty())
        for (std::size_t i = 0; i < world.regions.size(); ++i)
            snapshot.capacity.push_back({ 0.35 + 0.2 * static_cast<double>(i % 3),
                0.8 + 0.3 * static_cast<double>(i % 2), 0.96, kFullNever, 0, 4ms, 0.01 });
    fillLinks(snapshot);
    fillChecks(snapshot, world);
    fillHeat(snapshot);
    snapshot.funnel = { 4'120, 3'906, 1'204, 402, 377 };
    snapshot.clients.visits = {};
    for (std::size_t i = 0; i < snapshot.clients.visits.size(); ++i) {
        snapshot.clients.visits[i] = static_cast<std::uint32_t>(2'400 / (i + 1));
        snapshot.clients.stale[i]
            = snapshot.totals.staleSessions > 0 ? static_cast<std::uint32_t>(17 * i) : 0;
    }
}

void addCannedFocus(Snapshot& snapshot, const WorldDescription& world)
{
    auto inspection = std::make_shared<InspectView>();
    inspection->key = "book 1342";
    inspection->title = "Book 1342: Pride and Prejudice";
    inspection->policy = "the last writer wins";
    inspection->isAgreed = false;
    for (const RegionInfo& info : world.regions) {
        InspectedCopy copy;
        copy.region = info.id;
        copy.isPresent = true;
        copy.value = info.id.value == 1 ? "EUR 11.90" : "EUR 12.40";
        copy.origin = info.id.value == 1 ? RegionId { 1 } : RegionId { 0 };
        copy.sequence = 48'213 + info.id.value;
        copy.committedAt = snapshot.now - (info.id.value == 1 ? 2s : 3s);
        copy.isSameAsMost = info.id.value != 1;
        inspection->copies.push_back(copy);
    }
    inspection->conflicts = { { snapshot.now - 90s, RegionId { 0 }, "last-writer-wins",
        "EUR 12.40 from Ireland", "EUR 9.99 from Singapore", true } };
    snapshot.inspection = inspection;
    auto followed = std::make_shared<FollowView>();
    followed->customer = CustomerId { 7 };
    followed->city = CityId { 25 };
    followed->held = RegionId { 1 };
    followed->calls = { { snapshot.now - 2s, "checkout", RegionId { 1 }, 200, 240ms },
        { snapshot.now - 9s, "add to cart", RegionId { 1 }, 200, 231ms },
        { snapshot.now - 21s, "catalogue", RegionId { 0 }, 0, 4s },
        { snapshot.now - 34s, "catalogue", RegionId { 0 }, 200, 38ms } };
    snapshot.followed = followed;
}

std::vector<Event> cannedPageEvents(const WorldDescription& world)
{
    std::vector<Event> log;
    const auto add = [&](Instant at, EventKind kind, RegionId region) -> Event& {
        Event event;
        event.seq = EventSeq { log.size() + 1 };
        event.at = at;
        event.kind = kind;
        event.region = region;
        log.push_back(event);
        return log.back();
    };
    const RegionId first = world.regions.front().id;
    Event& early = add(kFaultAt - 60s, EventKind::ConflictFound, first);
    early.severity = Severity::Notice;
    early.peer = RegionId { 1 };
    early.object = "book 1342";
    early.action = "last-writer-wins";
    early.valueBefore = "EUR 9.99, Singapore";
    early.valueAfter = "EUR 12.40, Ireland";
    early.note = "Found in Ireland: book 1342 was written in Singapore and Ireland; the later one wins";
    for (int i = 0; i < 14; ++i) {
        Event& flip = add(kFaultAt + 10s + Duration { i * 1'000'000 }, EventKind::CheckerFlipped, first);
        flip.action = "red";
        flip.valueAfter = std::to_string(15 - i);
        flip.unit = "checkers healthy";
    }
    Event& red = add(kFaultAt + 24s, EventKind::HealthRed, first);
    red.severity = Severity::Critical;
    red.note = "14 of 16 checkers say Ireland is unhealthy";
    Event& late = add(kFaultAt + 30s, EventKind::ConflictFound, RegionId { 1 });
    late.severity = Severity::Warning;
    late.peer = first;
    late.object = "cart 1207";
    late.action = "add-wins";
    late.valueBefore = "2 lines";
    late.valueAfter = "3 lines";
    late.note = "Found in Singapore: cart 1207 keeps the added line";
    return log;
}

} // namespace sb::test
