// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/canned_run.h"

#include "backend/base/rng.h"

#include <algorithm>
#include <array>

namespace sb::test {
namespace {

constexpr RegionId kIreland { 0 };
constexpr RegionId kSingapore { 1 };
constexpr RegionId kVirginia { 2 };
constexpr Instant kFaultAt = kStart + 205s;
constexpr Instant kHealedAt = kStart + 330s;
constexpr Instant kClosedAt = kStart + 471s;

// Straight from `from` to `to` while t goes from `start` over `length` seconds.
double ramp(double t, double start, double length, double from, double to)
{
    const double share = std::clamp((t - start) / length, 0.0, 1.0);
    return from + (to - from) * share;
}

struct Shape {
    Moment moment;
    [[nodiscard]] double since(Instant at) const { return seconds(at - kFaultAt); }
    [[nodiscard]] bool isOut(Instant at) const { return moment != Moment::Calm && at >= kFaultAt; }
    [[nodiscard]] bool isHealed(Instant at) const { return moment == Moment::FailedBack && at >= kHealedAt; }

    [[nodiscard]] double value(Metric metric, RegionId region, Instant at) const
    {
        const double t = since(at);
        const double healed = seconds(at - kHealedAt);
        switch (metric) {
        case Metric::RequestRate: {
            static constexpr std::array<double, 3> kCalm { 1180, 860, 720 };
            static constexpr std::array<double, 3> kOut { 0, 1265, 1490 };
            const double calm = kCalm[region.value];
            if (!isOut(at))
                return calm;
            if (isHealed(at))
                return ramp(healed, 60, 80, kOut[region.value], calm);
            return region == kIreland ? ramp(t, 0, 3, calm, 0) : ramp(t, 2, 22, calm, kOut[region.value]);
        }
        case Metric::LatencyP50:
            return isOut(at) && !isHealed(at) ? ramp(t, 0, 18, 44, 78) : 44;
        case Metric::LatencyP95:
            return isOut(at) && !isHealed(at) ? ramp(t, 0, 20, 122, 240) : 122;
        case Metric::LatencyP99:
            if (!isOut(at) || isHealed(at))
                return 202;
            return t < 10 ? ramp(t, 0, 10, 320, 475) : ramp(t, 12, 25, 475, 245);
        case Metric::ErrorShare:
            if (!isOut(at) || isHealed(at))
                return 0.1;
            return t < 5 ? ramp(t, 0, 3, 0.4, 8.3) : ramp(t, 5, 17, 8.3, 0.9);
        case Metric::ReplicationLag:
            if (region == kIreland && isOut(at) && !isHealed(at))
                return std::max(0.19, t);
            return region == kSingapore ? 0.22 : 0.19;
        case Metric::AnswerShare: {
            static constexpr std::array<double, 3> kCalm { 43, 31, 26 };
            static constexpr std::array<double, 3> kOut { 3, 46, 51 };
            if (!isOut(at))
                return kCalm[region.value];
            if (isHealed(at))
                return ramp(healed, 60, 80, kOut[region.value], kCalm[region.value]);
            return ramp(t, 24, 16, kCalm[region.value], kOut[region.value]);
        }
        case Metric::OrderRate:
            return 12;
        }
        return 0;
    }
};

ChartSeries seriesOf(const Shape& shape, Metric metric, RegionId region, RegionId peer, Instant now)
{
    constexpr int kColumns = 240;
    ChartSeries series { metric, region, peer, {} };
    Rng noise(static_cast<std::uint64_t>(metric) * 31 + region.value * 7ULL + peer.value);
    for (int i = 0; i < kColumns; ++i) {
        const Instant at = now - 500ms * (kColumns - 1 - i);
        if (at < kStart) {
            series.columns.push_back({});
            noise.next();
            continue;
        }
        const double ripple = 1 + static_cast<double>(noise.between(-30, 30)) / 1000;
        const auto value = static_cast<float>(shape.value(metric, region, at) * ripple);
        series.columns.push_back({ value * 0.99F, value * 1.01F, value, false });
    }
    return series;
}

std::shared_ptr<const ChartWindow> chartsOf(Moment moment, Instant now)
{
    auto window = std::make_shared<ChartWindow>();
    window->end = now;
    const Shape shape { moment };
    const RegionId none;
    for (const RegionId region : { kIreland, kSingapore, kVirginia }) {
        window->series.push_back(seriesOf(shape, Metric::RequestRate, region, none, now));
        window->series.push_back(seriesOf(shape, Metric::AnswerShare, region, none, now));
        for (const RegionId peer : { kIreland, kSingapore, kVirginia }) {
            if (peer != region)
                window->series.push_back(seriesOf(shape, Metric::ReplicationLag, region, peer, now));
        }
    }
    for (const Metric metric :
        { Metric::LatencyP50, Metric::LatencyP95, Metric::LatencyP99, Metric::ErrorShare })
        window->series.push_back(seriesOf(shape, metric, none, none, now));
    return window;
}

// Builds a log; each add() returns the event for what else it carries.
struct Log {
    std::vector<Event> events;
    Phase phase = Phase::Normal;
    Event& add(Duration at, EventKind kind, Severity severity, Actor actor, RegionId region, std::string note)
    {
        Event event;
        event.seq = EventSeq { events.size() + 1 };
        event.at = kStart + at;
        event.kind = kind;
        event.phase = phase;
        event.severity = severity;
        event.actor = actor;
        event.region = region;
        event.note = std::move(note);
        events.push_back(std::move(event));
        return events.back();
    }
    void begin(Duration at, Phase next)
    {
        phase = next;
        add(at, EventKind::PhaseChanged, Severity::Notice, Actor::System, {}, "Next phase of the incident");
    }
};

void addOutage(Log& log)
{
    log.add(205s, EventKind::CommandAccepted, Severity::Notice, Actor::Operator, kIreland,
           "Region outage, Ireland")
        .action
        = "fail region-outage eu-west-1 for 15m";
    Event& fault = log.add(205s, EventKind::FaultInjected, Severity::Warning, Actor::Faults, kIreland,
        "Nothing in Ireland answers; its durable store survives");
    fault.fault = FaultId { 1 };
    fault.cause = EventSeq { 2 };
    fault.object = "fault 1";
    fault.action = "region-outage";
    log.phase = Phase::Detect;
    log.add(205s, EventKind::IncidentOpened, Severity::Warning, Actor::System, kIreland,
        "Region outage, Ireland");
    log.begin(205s, Phase::Detect);
    log.add(
           206s, EventKind::ImpactBegan, Severity::Critical, Actor::Shoppers, kIreland, "A request timed out")
        .cause
        = EventSeq { 3 };
    log.add(208s, EventKind::ReplicationStalled, Severity::Warning, Actor::Replication, kIreland,
           "No progress towards Singapore")
        .peer
        = kSingapore;
    for (int i = 0; i < 14; ++i) {
        Event& flip = log.add(211s + 1s * i - 100ms * i, EventKind::CheckerFlipped, Severity::Info,
            Actor::Health, kIreland, "timeout after 4.0 s");
        flip.object = "checker " + std::to_string(i + 1);
    }
    log.add(224s, EventKind::HealthRed, Severity::Critical, Actor::Health, kIreland,
        "14 of 16 checkers call Ireland unhealthy");
    log.begin(224s, Phase::Decide);
    log.add(226s, EventKind::AnswersShifted, Severity::Warning, Actor::Routing, kIreland,
        "DNS answers no longer name Ireland");
    log.add(228s, EventKind::ServiceContinues, Severity::Notice, Actor::Shoppers, kVirginia,
        "First order after the impact, in Virginia");
    log.begin(233s, Phase::Act);
}

void addRecovery(Log& log)
{
    log.add(268s, EventKind::SloRestored, Severity::Notice, Actor::System, {}, "Errors are back under 1 %");
    log.begin(268s, Phase::Recover);
    log.add(
           330s, EventKind::CommandAccepted, Severity::Notice, Actor::Operator, kIreland, "Fail back Ireland")
        .action
        = "fail-back eu-west-1";
    log.add(330s, EventKind::FaultCleared, Severity::Notice, Actor::Faults, kIreland, "Region outage cleared")
        .fault
        = FaultId { 1 };
    log.add(
        330s, EventKind::FailBackStarted, Severity::Notice, Actor::Operator, kIreland, "Fail back Ireland");
    log.add(352s, EventKind::HealthGreen, Severity::Notice, Actor::Health, kIreland,
        "16 of 16 checkers are green");
    log.add(
        365s, EventKind::ReplicationCaughtUp, Severity::Notice, Actor::Replication, kIreland, "Backlog 0");
    log.add(372s, EventKind::ReplicaVerified, Severity::Notice, Actor::Replication, kIreland,
        "Digests are equal");
    log.add(390s, EventKind::AnswersShifted, Severity::Notice, Actor::Routing, kIreland, "Ireland ramps up");
    log.add(402s, EventKind::NoteAdded, Severity::Info, Actor::Operator, {}, "Ramp looks good");
    log.add(470s, EventKind::FailBackCompleted, Severity::Notice, Actor::System, kIreland,
        "Ireland serves again");
    log.phase = Phase::Normal;
    log.add(
        470s, EventKind::AnswersShifted, Severity::Notice, Actor::Routing, kIreland, "All answers are back");
    log.add(
        471s, EventKind::IncidentClosed, Severity::Notice, Actor::System, kIreland, "Full redundancy again");
}

} // namespace

Instant nowOf(Moment moment)
{
    return moment == Moment::FailedBack ? kStart + 520s : kStart + 247s;
}

WorldDescription runWorld()
{
    WorldDescription world;
    world.title = "bookstore";
    world.seed = 7;
    world.start = { 1'772'548'080 }; // 14:28:00 UTC
    world.regions = { { kIreland, "eu-west-1", "Ireland", "Dublin", 'I', 53.35, -6.26 },
        { kSingapore, "ap-southeast-1", "Singapore", "Singapore", 'S', 1.35, 103.82 },
        { kVirginia, "us-east-1", "Virginia", "Ashburn", 'V', 39.04, -77.49 } };
    return world;
}

Snapshot runSnapshot(Moment moment)
{
    return runSnapshotAt(moment, nowOf(moment));
}

Snapshot runSnapshotAt(Moment moment, Instant now)
{
    const Shape shape { moment };
    Snapshot snapshot;
    snapshot.publication = static_cast<std::uint64_t>(1 + micros(now) / 1000);
    snapshot.phase = RunPhase::Running;
    snapshot.now = now;
    const bool isOut = shape.isOut(now) && !shape.isHealed(now);
    const bool isRed = isOut && now >= kFaultAt + 19s;
    for (const RegionId id : { kIreland, kSingapore, kVirginia }) {
        RegionView region;
        region.id = id;
        region.requestRateHz = shape.value(Metric::RequestRate, id, snapshot.now);
        region.answerShare = shape.value(Metric::AnswerShare, id, snapshot.now) / 100;
        if (id == kIreland && isOut) {
            region.state = RegionState::Failed;
            region.reason = RegionReason::Outage;
            region.since = kFaultAt;
            region.health.checkersHealthy = isRed ? 2 : 16;
            region.health.isHealthy = !isRed;
        }
        snapshot.regions.push_back(std::move(region));
    }
    snapshot.charts = chartsOf(moment, snapshot.now);
    if (moment == Moment::Calm || now < kFaultAt)
        return snapshot;
    snapshot.incident.exists = true;
    snapshot.incident.isOpen = now < kClosedAt;
    snapshot.incident.number = 1;
    snapshot.incident.openedAt = kFaultAt;
    snapshot.incident.closedAt = snapshot.incident.isOpen ? kNever : kClosedAt;
    if (isOut) {
        InjectFault outage;
        outage.kind = FaultKind::RegionOutage;
        outage.region = "eu-west-1";
        snapshot.faults.push_back({ FaultId { 1 }, outage, kFaultAt, kFaultAt + 15min, EventSeq { 3 } });
    }
    return snapshot;
}

std::vector<Event> runEvents(Moment moment)
{
    Log log;
    log.add(0s, EventKind::RunStarted, Severity::Info, Actor::System, {}, "bookstore, seed 7");
    if (moment != Moment::Calm)
        addOutage(log);
    if (moment == Moment::FailedBack)
        addRecovery(log);
    return std::move(log.events);
}

std::vector<Event> manyEvents(std::size_t count, Duration span)
{
    Log log;
    static constexpr std::array<EventKind, 5> kKinds { EventKind::CheckerFlipped, EventKind::ConflictFound,
        EventKind::NoteAdded, EventKind::ServiceContinues, EventKind::ReplicaVerified };
    for (std::size_t i = 0; i < count; ++i) {
        const Duration at { span.count() / static_cast<std::int64_t>(count) * static_cast<std::int64_t>(i) };
        log.add(at, kKinds[i % kKinds.size()], Severity::Info, Actor::Operator, kIreland, "one of many");
    }
    return std::move(log.events);
}

} // namespace sb::test
