// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_control_room.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sb::test {

namespace {

struct CityRow {
    const char* name;
    const char* country;
    double latitude;
    double longitude;
    std::int64_t population;
};

// The largest cities, a few of each country, from the project's own table of cities.
constexpr CityRow kCities[] {
    { "Shanghai", "CN", 31.2222, 121.4581, 22315474 },
    { "Istanbul", "TR", 41.0138, 28.9497, 14804116 },
    { "Buenos Aires", "AR", -34.6131, -58.3772, 13076300 },
    { "Mumbai", "IN", 19.0728, 72.8826, 12691836 },
    { "Mexico City", "MX", 19.4285, -99.1277, 12294193 },
    { "Beijing", "CN", 39.9075, 116.3972, 11716620 },
    { "Karachi", "PK", 24.8608, 67.0104, 11624219 },
    { "Tianjin", "CN", 39.1422, 117.1767, 11090314 },
    { "Guangzhou", "CN", 23.1167, 113.2500, 11071424 },
    { "Delhi", "IN", 28.6519, 77.2315, 10927986 },
    { "Moscow", "RU", 55.7522, 37.6156, 10381222 },
    { "Shenzhen", "CN", 22.5455, 114.0683, 10358381 },
    { "Dhaka", "BD", 23.7104, 90.4074, 10356500 },
    { "Seoul", "KR", 37.5660, 126.9784, 10349312 },
    { "São Paulo", "BR", -23.5475, -46.6361, 10021295 },
    { "Wuhan", "CN", 30.5833, 114.2667, 9785388 },
    { "Lagos", "NG", 6.4541, 3.3947, 9000000 },
    { "Jakarta", "ID", -6.2146, 106.8451, 8540121 },
    { "Tokyo", "JP", 35.6895, 139.6917, 8336599 },
    { "New York City", "US", 40.7143, -74.0060, 8175133 },
    { "Dongguan", "CN", 23.0180, 113.7487, 8000000 },
    { "Taipei", "TW", 25.0478, 121.5319, 7871900 },
    { "Kinshasa", "CD", -4.3276, 15.3136, 7785965 },
    { "Lima", "PE", -12.0432, -77.0282, 7737002 },
    { "Cairo", "EG", 30.0626, 31.2497, 7734614 },
    { "Bogotá", "CO", 4.6097, -74.0817, 7674366 },
    { "London", "GB", 51.5085, -0.1257, 7556900 },
    { "Chongqing", "CN", 29.5628, 106.5528, 7457600 },
    { "Chengdu", "CN", 30.6667, 104.0667, 7415590 },
    { "Baghdad", "IQ", 33.3406, 44.4009, 7216000 },
    { "Tehran", "IR", 35.6944, 51.4215, 7153309 },
    { "Lahore", "PK", 31.5580, 74.3507, 6310888 },
    { "Rio de Janeiro", "BR", -22.9064, -43.1822, 6023699 },
    { "Bangkok", "TH", 13.7540, 100.5014, 5104476 },
    { "Bengaluru", "IN", 12.9719, 77.5937, 5104047 },
    { "Saint Petersburg", "RU", 59.9386, 30.3141, 5028000 },
    { "Santiago", "CL", -33.4569, -70.6483, 4837295 },
    { "Kolkata", "IN", 22.5626, 88.3630, 4631392 },
    { "Sydney", "AU", -33.8678, 151.2073, 4627345 },
    { "Yangon", "MM", 16.8053, 96.1561, 4477638 },
    { "Chennai", "IN", 13.0878, 80.2785, 4328063 },
    { "Melbourne", "AU", -37.8140, 144.9633, 4246375 },
    { "Riyadh", "SA", 24.6877, 46.7219, 4205961 },
    { "Los Angeles", "US", 34.0522, -118.2437, 3971883 },
    { "Chittagong", "BD", 22.3384, 91.8317, 3920222 },
    { "Alexandria", "EG", 31.2018, 29.9158, 3811516 },
    { "Ahmedabad", "IN", 23.0258, 72.5873, 3719710 },
    { "Busan", "KR", 35.1017, 129.0300, 3678555 },
    { "Abidjan", "CI", 5.3544, -4.0017, 3677115 },
    { "Kano", "NG", 12.0001, 8.5167, 3626068 },
    { "Hyderabad", "IN", 17.3840, 78.4564, 3597816 },
    { "Ibadan", "NG", 7.3776, 3.9059, 3565108 },
    { "Singapore", "SG", 1.2897, 103.8501, 3547809 },
    { "Ankara", "TR", 39.9199, 32.8543, 3517182 },
    { "Ho Chi Minh City", "VN", 10.8230, 106.6296, 3467331 },
    { "Cape Town", "ZA", -33.9258, 18.4232, 3433441 },
    { "Berlin", "DE", 52.5244, 13.4105, 3426354 },
    { "Madrid", "ES", 40.4165, -3.7026, 3255944 },
    { "Pyongyang", "KP", 39.0339, 125.7543, 3222000 },
    { "Casablanca", "MA", 33.5883, -7.6114, 3144909 },
    { "Durban", "ZA", -29.8579, 31.0292, 3120282 },
    { "Kabul", "AF", 34.5281, 69.1723, 3043532 },
    { "Caracas", "VE", 10.4880, -66.8792, 3000000 },
    { "Dubai", "AE", 25.0772, 55.3093, 2956587 },
    { "Pune", "IN", 18.5196, 73.8554, 2935744 },
    { "Jeddah", "SA", 21.4901, 39.1862, 2867446 },
    { "Kyiv", "UA", 50.4547, 30.5238, 2797553 },
    { "Luanda", "AO", -8.8368, 13.2343, 2776168 },
    { "Quezon City", "PH", 14.6488, 121.0509, 2761720 },
    { "Addis Ababa", "ET", 9.0250, 38.7469, 2757729 },
    { "Nairobi", "KE", -1.2833, 36.8167, 2750547 },
    { "Chicago", "US", 41.8500, -87.6500, 2720546 },
    { "Salvador", "BR", -12.9711, -38.5108, 2711840 },
    { "Dar es Salaam", "TZ", -6.8235, 39.2695, 2698652 },
    { "Toronto", "CA", 43.7001, -79.4163, 2600000 },
    { "Basrah", "IQ", 30.5085, 47.7804, 2600000 },
    { "Osaka", "JP", 34.6937, 135.5022, 2592413 },
    { "Mogadishu", "SO", 2.0371, 45.3438, 2587183 },
    { "Daegu", "KR", 35.8703, 128.5911, 2566540 },
    { "Faisalabad", "PK", 31.4155, 73.0897, 2506595 },
    { "Paris", "FR", 48.8534, 2.3488, 2138551 },
    { "Rome", "IT", 41.8919, 12.5113, 2318895 },
};

constexpr Instant kFaultAt = kStart + 205s; // 14:31:25
constexpr RegionId kIreland { 0 };
constexpr RegionId kSingapore { 1 };
constexpr RegionId kVirginia { 2 };

Instant nowOf(Scene scene)
{
    switch (scene) {
    case Scene::Calm:
        return kStart + 247s;
    case Scene::Failing:
        return kFaultAt + 42s;
    case Scene::FailedOver:
        return kFaultAt + 170s;
    case Scene::FailingBack:
        return kFaultAt + 420s;
    case Scene::FailedBack:
        return kFaultAt + 540s;
    }
    return kStart;
}

bool irelandIsOut(Scene scene)
{
    return scene == Scene::Failing || scene == Scene::FailedOver;
}

double radians(double degrees)
{
    return degrees * 3.14159265358979 / 180;
}

double distanceKm(const CityInfo& city, const RegionInfo& region)
{
    const double a = radians(city.latitude);
    const double b = radians(region.latitude);
    const double cosine = std::sin(a) * std::sin(b)
        + std::cos(a) * std::cos(b) * std::cos(radians(city.longitude - region.longitude));
    return 6371 * std::acos(std::clamp(cosine, -1.0, 1.0));
}

// Preference of a city, nearest first.
std::vector<RegionId> byDistance(const CityInfo& city, const WorldDescription& world)
{
    std::vector<RegionId> order;
    for (const RegionInfo& region : world.regions)
        order.push_back(region.id);
    std::sort(order.begin(), order.end(), [&](RegionId a, RegionId b) {
        return distanceKm(city, world.regions[a.value]) < distanceKm(city, world.regions[b.value]);
    });
    return order;
}

Duration roundTrip(const CityInfo& city, const RegionInfo& region)
{
    return Duration { static_cast<std::int64_t>(4000 + distanceKm(city, region) * 16.5) };
}

void fillFlows(Snapshot& s, Scene scene, const WorldDescription& world)
{
    double population = 0;
    for (const CityInfo& city : world.cities)
        population += static_cast<double>(city.population);
    const double total = world.regions.size() > 2 ? 2760 : 2040;
    for (const CityInfo& city : world.cities) {
        const double rate = total * static_cast<double>(city.population) / population;
        const std::vector<RegionId> order = byDistance(city, world);
        const bool isIrish = order.front() == kIreland;
        const bool isMoved = isIrish && irelandIsOut(scene);
        const RegionId target = isMoved ? order[1] : order.front();
        s.flows.push_back({ city.id, target, static_cast<float>(rate), 0 });
        s.regions[target.value].requestRateHz += rate;
        if (isMoved) {
            const double stuck = scene == Scene::Failing ? 0.06 : 0.02;
            s.flows.push_back(
                { city.id, kIreland, static_cast<float>(rate * stuck), static_cast<float>(rate * stuck) });
        }
    }
}

void fillRegions(Snapshot& s, Scene scene, const WorldDescription& world)
{
    for (const RegionInfo& info : world.regions) {
        RegionView& r = s.regions[info.id.value];
        r.id = info.id;
        r.latencyMsP50 = 12;
        r.health.since = kStart + 2s;
        r.health.lastLatency = 46ms;
        r.health.lastProbe = s.now - 1s;
        r.capacityHz = 4000;
        r.ordersTotal = 47'902;
        r.lagIn = 90ms;
        r.lagOut = 190ms;
        r.atRiskOperations = 5;
        r.atRiskOrders = 2;
        r.atRiskMoney = { 3705 };
        r.atRiskOldest = 190ms;
        r.atRiskNewest = { { "order 47 902", OrderId { 47'902 }, CustomerId { 311 }, s.now - 20ms, { 2210 } },
            { "order 47 901", OrderId { 47'901 }, CustomerId { 48 }, s.now - 70ms, { 1495 } } };
        r.failBackWaitsFor = { "the region is serving" };
    }
    RegionView& ireland = s.regions[kIreland.value];
    if (irelandIsOut(scene)) {
        ireland.state = RegionState::Failed;
        ireland.reason = RegionReason::Outage;
        ireland.since = kFaultAt;
        ireland.gatewayAnswers = false;
        ireland.requestRateHz = 0;
        ireland.errorShare = 1;
        ireland.health.checkersHealthy = scene == Scene::Failing ? 2 : 0;
        ireland.health.isHealthy = false;
        ireland.health.since = kFaultAt + 24s;
        ireland.health.lastFailure = "timeout after 4.0 s";
        ireland.answerShare = 0;
        ireland.lagIn = s.now - kFaultAt;
        ireland.lagOut = s.now - kFaultAt;
        ireland.atRiskOperations = 31;
        ireland.atRiskOrders = 17;
        ireland.atRiskMoney = { 41'235 };
        ireland.atRiskOldest = 620ms;
        ireland.atRiskNewest
            = { { "order 48 213", OrderId { 48'213 }, CustomerId { 7 }, kFaultAt - 90ms, { 3190 } },
                  { "order 48 212", OrderId { 48'212 }, CustomerId { 18 }, kFaultAt - 120ms, { 1840 } },
                  { "order 48 210", OrderId { 48'210 }, CustomerId { 5 }, kFaultAt - 290ms, { 5400 } },
                  { "order 48 207", OrderId { 48'207 }, CustomerId { 33 }, kFaultAt - 450ms, { 1275 } } };
        ireland.failBackWaitsFor = { "the region to answer", "backlog 0", "equal digests" };
    } else if (scene == Scene::FailingBack) {
        ireland.state = RegionState::Ramping;
        ireland.reason = RegionReason::FailingBack;
        ireland.since = s.now - 14s;
        ireland.rampShare = 0.5;
    }
    for (RegionView& r : s.regions)
        r.requestRateHzNormal = world.regions.size() > 2 ? (r.id == kSingapore ? 1440 : 620) : 1020;
}

void fillLinks(Snapshot& s, Scene scene, const WorldDescription& world)
{
    for (const RegionInfo& a : world.regions) {
        for (const RegionInfo& b : world.regions) {
            if (a.id == b.id)
                continue;
            LinkView link;
            link.source = a.id;
            link.target = b.id;
            link.roundTrip = Duration { 174'000 };
            link.lag = Duration { 150'000 + 20'000 * (a.id.value + 2 * b.id.value) };
            link.pendingOperations = 5;
            link.lastProgress = s.now - 40ms;
            if (irelandIsOut(scene) && (a.id == kIreland || b.id == kIreland)) {
                link.lag = s.now - kFaultAt;
                link.lastProgress = kFaultAt;
                link.pendingOperations = a.id == kIreland ? 31 : 2840;
                link.drainEstimate = kDrainNever;
            }
            s.links.push_back(link);
        }
    }
}

void fillDecisions(Snapshot& s, Scene scene, const WorldDescription& world)
{
    std::uint64_t number = 4711;
    for (const char* name : { "Madrid", "Lagos", "Mumbai", "Berlin", "Tokyo", "London", "Sydney", "Rome",
             "Cairo", "Moscow", "Bangkok", "Paris" }) {
        const auto city = std::find_if(
            world.cities.begin(), world.cities.end(), [&](const CityInfo& c) { return c.name == name; });
        if (city == world.cities.end())
            continue;
        DecisionView d;
        d.number = number--;
        d.at = s.now - Duration { static_cast<std::int64_t>(4711 - d.number) * 400'000 };
        d.city = city->id;
        const std::vector<RegionId> order = byDistance(*city, world);
        d.ifAllHealthy = order.front();
        bool isChosen = false;
        for (const RegionId id : order) {
            CandidateView c;
            c.region = id;
            c.roundTrip = roundTrip(*city, world.regions[id.value]);
            c.isHealthy = !(id == kIreland && irelandIsOut(scene));
            c.checkersHealthy = c.isHealthy ? 16 : 2;
            c.verdict = !c.isHealthy ? CandidateVerdict::Unhealthy
                : isChosen           ? CandidateVerdict::FurtherAway
                                     : CandidateVerdict::Chosen;
            if (c.verdict == CandidateVerdict::Chosen) {
                d.answer = id;
                isChosen = true;
            }
            d.candidates.push_back(c);
        }
        d.reason
            = d.answer == order.front() ? DecisionReason::LowestLatency : DecisionReason::NextLowestLatency;
        d.previous = order.front();
        s.decisions.push_back(d);
    }
}

void fillIncident(Snapshot& s, Scene scene)
{
    if (scene == Scene::Calm)
        return;
    IncidentView& i = s.incident;
    i.exists = true;
    i.number = 1;
    i.title = "Region outage, Ireland";
    i.openedAt = kFaultAt;
    i.impactAt = kFaultAt;
    i.detectedAt = kFaultAt + 24s;
    i.decidedAt = kFaultAt + 26s;
    i.rpoOperations = 31;
    i.rpoOrders = 17;
    i.rpoMoney = { 41'235 };
    i.rpoAge = 620ms;
    i.isOpen = scene != Scene::FailedBack;
    i.rtoIsRunning = scene == Scene::Failing;
    i.rto = scene == Scene::Failing ? s.now - kFaultAt : 91s;
    i.phase = scene == Scene::Failing ? Phase::Act : Phase::Recover;
    if (scene != Scene::Failing)
        i.restoredAt = kFaultAt + 91s;
    if (scene == Scene::FailedBack) {
        i.closedAt = s.now - 30s;
        i.phase = Phase::Normal;
        i.recovered = 31;
    }
    if (irelandIsOut(scene)) {
        InjectFault outage;
        outage.kind = FaultKind::RegionOutage;
        outage.region = "eu-west-1";
        s.faults.push_back({ FaultId { 1 }, outage, kFaultAt, kFaultAt + 15min, EventSeq { 2 } });
    }
    if (scene == Scene::FailingBack || scene == Scene::FailedBack) {
        FailBackView f;
        f.region = kIreland;
        f.phase = scene == Scene::FailingBack ? FailBackPhase::Ramping : FailBackPhase::Completed;
        f.startedAt = s.now - 58s;
        f.phaseSince = s.now - 14s;
        f.rampPercent = scene == Scene::FailingBack ? 50 : 100;
        f.detail = scene == Scene::FailingBack ? "holds 50 % for 6 s more" : "all answers are back";
        s.failBacks.push_back(f);
    }
}

ChartSeries series(
    Metric metric, RegionId region, RegionId peer, const Snapshot& s, double before, double after)
{
    ChartSeries out;
    out.metric = metric;
    out.region = region;
    out.peer = peer;
    constexpr int kColumns = 240;
    for (int i = 0; i < kColumns; ++i) {
        const Instant at = s.now - Duration { 500'000LL * (kColumns - i) };
        const double since = seconds(at - kFaultAt);
        const double mix = after < 0 || since < 0 ? 0 : std::min(1.0, since / 8);
        const double base = before + (after - before) * (after < 0 ? 0 : mix);
        const double ripple = 1 + 0.03 * std::sin(i * 1.7 + region.value * 2) + 0.02 * std::sin(i * 0.37);
        const auto value = static_cast<float>(base * ripple);
        out.columns.push_back({ value * 0.97F, value * 1.03F, value, at < kStart });
    }
    return out;
}

void fillCharts(Snapshot& s, Scene scene, const WorldDescription& world)
{
    auto charts = std::make_shared<ChartWindow>();
    charts->end = s.now;
    const bool isOut = irelandIsOut(scene);
    const RegionId none;
    for (const RegionInfo& region : world.regions) {
        const double now = s.regions[region.id.value].requestRateHz;
        const double before = s.regions[region.id.value].requestRateHzNormal;
        charts->series.push_back(series(Metric::RequestRate, region.id, none, s, before, isOut ? now : -1));
        charts->series.push_back(
            series(Metric::AnswerShare, region.id, none, s, 33, isOut && region.id == kIreland ? 0 : -1));
        for (const RegionInfo& peer : world.regions) {
            if (peer.id != region.id)
                charts->series.push_back(series(Metric::ReplicationLag, region.id, peer.id, s, 0.19,
                    isOut && region.id == kIreland ? 42 : -1));
        }
    }
    charts->series.push_back(series(Metric::LatencyP50, none, none, s, 48, isOut ? 80 : -1));
    charts->series.push_back(series(Metric::LatencyP95, none, none, s, 130, isOut ? 240 : -1));
    charts->series.push_back(series(Metric::LatencyP99, none, none, s, 205, isOut ? 420 : -1));
    charts->series.push_back(series(Metric::ErrorShare, none, none, s, 0.05, isOut ? 2.6 : -1));
    s.charts = charts;
}

} // namespace

WorldDescription cannedWorld(int regions)
{
    WorldDescription world;
    world.title = "bookstore";
    world.seed = 7;
    world.start = { 1'772'548'080 };
    world.store = StoreKind::Sqlite;
    world.recordingPath = "/recordings/rehearsal-07.signalbox";
    world.regions = { { kIreland, "eu-west-1", "Ireland", "Dublin", 'I', 53.35, -6.26 },
        { kSingapore, "ap-southeast-1", "Singapore", "Singapore", 'S', 1.35, 103.82 } };
    if (regions > 2)
        world.regions.push_back({ kVirginia, "us-east-1", "Virginia", "Ashburn", 'V', 39.04, -77.49 });
    else
        world.otherRegions.push_back("us-east-1");
    if (regions > 3)
        world.regions.push_back({ RegionId { 3 }, "ap-northeast-1", "Tokyo", "Tokyo", 'T', 35.68, 139.69 });
    if (regions > 4)
        world.regions.push_back(
            { RegionId { 4 }, "eu-central-1", "Frankfurt", "Frankfurt", 'F', 50.11, 8.68 });
    world.otherRegions.push_back("us-west-2");
    for (const CityRow& row : kCities) {
        const CityId id { static_cast<std::uint16_t>(world.cities.size()) };
        world.cities.push_back({ id, row.name, row.country, row.latitude, row.longitude, row.population });
    }
    return world;
}

Snapshot cannedSnapshot(Scene scene, const WorldDescription& world)
{
    Snapshot s;
    s.publication = 1;
    s.phase = RunPhase::Running;
    s.now = nowOf(scene);
    s.executed = 1'204'377;
    s.regions.resize(world.regions.size());
    fillFlows(s, scene, world);
    fillRegions(s, scene, world);
    fillLinks(s, scene, world);
    fillDecisions(s, scene, world);
    fillIncident(s, scene);
    for (RegionView& r : s.regions) {
        s.totals.requestRateHz += r.requestRateHz;
        if (s.atRiskOrders < r.atRiskOrders) {
            s.atRiskOrders = r.atRiskOrders;
            s.atRiskMoney = r.atRiskMoney;
        }
    }
    double served = 0;
    for (const RegionView& r : s.regions)
        served += r.requestRateHz;
    for (RegionView& r : s.regions)
        r.answerShare = served > 0 ? r.requestRateHz / served : 0;
    s.totals.errorShare = scene == Scene::Failing ? 0.026 : scene == Scene::FailedOver ? 0.004 : 0.0005;
    s.totals.latencyMsP50 = 48;
    s.totals.latencyMsP95 = 130;
    s.totals.latencyMsP99 = 205;
    s.totals.requests = 512'345;
    s.totals.failed = scene == Scene::Calm ? 0 : 2'210;
    s.totals.sessions = 4'120;
    s.totals.staleSessions = scene == Scene::Failing ? 124 : 0;
    fillCharts(s, scene, world);
    addCannedInsight(s, world);
    return s;
}

std::vector<Event> cannedEvents(Scene scene, const WorldDescription&)
{
    std::vector<Event> log;
    const auto add
        = [&](Instant at, EventKind kind, Severity severity, Actor actor, std::string note) -> Event& {
        Event e;
        e.seq = EventSeq { log.size() + 1 };
        e.at = at;
        e.kind = kind;
        e.severity = severity;
        e.actor = actor;
        e.note = std::move(note);
        log.push_back(std::move(e));
        return log.back();
    };
    add(kStart, EventKind::RunStarted, Severity::Info, Actor::System, "bookstore, seed 7");
    if (scene == Scene::Calm)
        return log;
    Event& accepted = add(kFaultAt, EventKind::CommandAccepted, Severity::Notice, Actor::Operator,
        "fail region-outage eu-west-1 for 15m");
    accepted.object = "command 1";
    Event& fault
        = add(kFaultAt, EventKind::FaultInjected, Severity::Warning, Actor::Faults, "Region outage, Ireland");
    fault.region = kIreland;
    fault.fault = FaultId { 1 };
    fault.cause = EventSeq { 2 };
    fault.object = "fault 1";
    add(kFaultAt, EventKind::IncidentOpened, Severity::Warning, Actor::System, "Region outage, Ireland").phase
        = Phase::Detect;
    add(kFaultAt + 1s, EventKind::ImpactBegan, Severity::Critical, Actor::Shoppers, "Users see errors").region
        = kIreland;
    for (int i = 0; i < 14; ++i) {
        Event& flip = add(kFaultAt + 10s + Duration { i * 1'000'000 }, EventKind::CheckerFlipped,
            Severity::Info, Actor::Health, "timeout after 4.0 s");
        flip.region = kIreland;
        flip.object = "checker " + std::to_string(i + 1);
        flip.valueBefore = "healthy";
        flip.valueAfter = "unhealthy";
    }
    add(kFaultAt + 24s, EventKind::HealthRed, Severity::Critical, Actor::Health, "14 of 16 checkers red")
        .region
        = kIreland;
    add(kFaultAt + 26s, EventKind::AnswersShifted, Severity::Warning, Actor::Routing, "Singapore 100 %");
    if (scene == Scene::Failing)
        return log;
    add(kFaultAt + 91s, EventKind::SloRestored, Severity::Notice, Actor::System, "Errors under 1 % again");
    if (scene == Scene::FailedOver)
        return log;
    add(kFaultAt + 300s, EventKind::FaultCleared, Severity::Notice, Actor::Faults, "Region outage cleared")
        .region
        = kIreland;
    add(kFaultAt + 362s, EventKind::FailBackStarted, Severity::Notice, Actor::Operator, "Fail back Ireland")
        .region
        = kIreland;
    if (scene == Scene::FailedBack)
        add(kFaultAt + 500s, EventKind::FailBackCompleted, Severity::Notice, Actor::Routing,
            "Ireland is back")
            .region
            = kIreland;
    return log;
}

FakeControlRoom::FakeControlRoom(Scene scene, int regions)
    : m_world(cannedWorld(regions))
{
    show(scene);
}

void FakeControlRoom::show(Scene scene)
{
    m_events = cannedEvents(scene, m_world);
    publish(cannedSnapshot(scene, m_world));
}

void FakeControlRoom::publish(Snapshot snapshot)
{
    snapshot.publication = ++m_publication;
    answerCannedFocus(snapshot, focus, m_world);
    m_snapshot = std::make_shared<const Snapshot>(std::move(snapshot));
}

std::vector<Event> FakeControlRoom::drainEvents(std::size_t max)
{
    const auto count = static_cast<std::ptrdiff_t>(std::min(max, m_events.size()));
    std::vector<Event> out(m_events.begin(), m_events.begin() + count);
    m_events.erase(m_events.begin(), m_events.begin() + count);
    return out;
}

CommandId FakeControlRoom::submit(Command command)
{
    commands.push_back(std::move(command));
    return CommandId { commands.size() };
}

void FakeControlRoom::setPace(Pace newPace)
{
    pace = newPace;
    Snapshot s = *m_snapshot;
    s.isPaused = pace.isPaused;
    s.speedPercent = pace.speedPercent;
    publish(std::move(s));
}

void FakeControlRoom::cancelJob(std::uint64_t id)
{
    for (JobStatus& job : jobList) {
        if (job.id == id) {
            job.isCancelled = true;
            job.isFinished = true;
        }
    }
}

} // namespace sb::test
