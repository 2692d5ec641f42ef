// SPDX-License-Identifier: GPL-3.0-or-later
// What the incident page knows of a run, without a widget: tracks, region states, phases and their targets,
// figures of a range, the text that is looked for, bounds, and how crowded events fold.
#include "tests/golden/canned_run.h"
#include "ui/incident/phase_targets.h"
#include "ui/incident/range_summary.h"
#include "ui/incident/time_flag.h"
#include "ui/incident/track_layout.h"
#include "ui/theme/fonts.h"

#include <QTest>

#include <numeric>

using namespace sb;

namespace {

// As a live run brings it: events, then the snapshot that they led to.
void play(IncidentLog& log, test::Moment moment)
{
    struct Feed {
        IncidentLog& log;
        void setDescription(const WorldDescription& world) { log.reset(world); }
        void appendEvents(const std::vector<Event>& events) { log.append(events); }
        void setSnapshot(const Snapshot& snapshot) { log.apply(snapshot); }
    } feed { log };
    test::playRun(feed, moment);
}

TrackLayout laidOut(const IncidentLog& log, TimeRange range, double width = 1000, const TrackPlan& plan = {})
{
    const QFontMetricsF metrics(font(FontRole::Caption));
    return layOutTracks({ log, plan, range, width, 500, metrics, false });
}

} // namespace

class TestIncidentLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfEventHasOneTrackOrNone();
    void statesOfARegionFollowItsEvents();
    void aSnapshotTellsStatesThatNoEventDoes();
    void aStateIsNeverLaidBeforeOneThatIsKnown();
    void recoveryIsDividedByTheVerification();
    void targetsSayWhereTheyComeFrom();
    void figuresOfARangeAddUp();
    void theLongestGapIsTheLongest();
    void anEmptyRangeHasNoFigures();
    void findingLooksAtWordsNamesAndNotes();
    void nextAndPreviousPassOverWhatDoesNotMatch();
    void oldestEventsGoFirstAndAreCounted();
    void noEventIsLostInFolding();
    void boxesDoNotOverlap();
    void pinnedTracksComeFirstAndHiddenOnesAreLeftOut();
    void theLastTrackCannotBeHidden();
    void tracksMoveAmongTheShown();
    void anArrangementSurvivesItsText();
    void flagsSurviveTheirText();
};

void TestIncidentLog::everyKindOfEventHasOneTrackOrNone()
{
    int without = 0;
    for (int i = 0; i < kEventKindCount; ++i) {
        Event event;
        event.kind = static_cast<EventKind>(i);
        event.actor = Actor::Operator;
        const auto track = trackOf(event);
        without += track ? 0 : 1;
        if (laneOf(event)) // what the overview shows, this page shows, too
            QVERIFY2(track.has_value(), toString(event.kind).data());
    }
    QVERIFY(without < 12);
    Event own;
    own.kind = EventKind::NoteAdded; // by the run itself
    QVERIFY(!trackOf(own));
}

void TestIncidentLog::statesOfARegionFollowItsEvents()
{
    RegionStates states;
    states.reset(2);
    EventSeq seq { 1 };
    const auto tell = [&](Instant at, EventKind kind, const char* action = "") {
        Event event;
        event.seq = seq;
        event.at = at;
        event.kind = kind;
        event.region = RegionId { 0 };
        event.action = action;
        states.take(event);
        ++seq.value;
    };
    tell(kStart + 10s, EventKind::FaultInjected, "latency"); // not every fault fells a region
    QCOMPARE(states.of(0).size(), std::size_t(1));
    tell(kStart + 20s, EventKind::FaultInjected, "region-outage");
    tell(kStart + 30s, EventKind::HealthRed);
    tell(kStart + 40s, EventKind::RegionHeld);
    tell(kStart + 50s, EventKind::HealthGreen);
    tell(kStart + 60s, EventKind::FailBackStarted);
    tell(kStart + 70s, EventKind::FailBackStep, "verify");
    tell(kStart + 80s, EventKind::FailBackStep, "ramp");
    tell(kStart + 90s, EventKind::FailBackCompleted);
    std::vector<RegionState> seen;
    for (const StateSpan& span : states.of(0))
        seen.push_back(span.state);
    const std::vector<RegionState> expected { RegionState::Serving, RegionState::Failed, RegionState::Held,
        RegionState::CatchingUp, RegionState::Verifying, RegionState::Ramping, RegionState::Serving };
    QVERIFY(seen == expected);
    QCOMPARE(states.of(0)[1].from, kStart + 20s);
    QCOMPARE(states.of(0)[1].to, kStart + 50s);
    QVERIFY(states.of(0).back().isOpen());
    QCOMPARE(states.of(1).size(), std::size_t(1));
}

void TestIncidentLog::aSnapshotTellsStatesThatNoEventDoes()
{
    RegionStates states;
    states.reset(1);
    Snapshot snapshot;
    snapshot.now = kStart + 60s;
    RegionView region;
    region.id = RegionId { 0 };
    region.state = RegionState::Degraded;
    region.since = kStart + 45s;
    snapshot.regions = { region };
    QVERIFY(states.apply(snapshot));
    QCOMPARE(states.of(0).back().from, kStart + 45s);
    QVERIFY(!states.apply(snapshot)); // nothing new
}

void TestIncidentLog::aStateIsNeverLaidBeforeOneThatIsKnown()
{
    RegionStates states;
    states.reset(1);
    Event failed;
    failed.seq = EventSeq { 1 };
    failed.at = kStart + 50s;
    failed.kind = EventKind::HealthRed;
    failed.region = RegionId { 0 };
    states.take(failed);
    Snapshot snapshot;
    snapshot.now = kStart + 60s;
    RegionView region;
    region.id = RegionId { 0 };
    region.state = RegionState::Degraded;
    region.since = kStart + 40s;
    snapshot.regions = { region };
    QVERIFY(states.apply(snapshot));
    QCOMPARE(states.of(0).back().from, kStart + 60s);
    snapshot.now = kStart + 20s; // older than the log
    snapshot.regions.front().state = RegionState::Serving;
    QVERIFY(!states.apply(snapshot));
}

void TestIncidentLog::recoveryIsDividedByTheVerification()
{
    IncidentLog log;
    play(log, test::Moment::FailedBack);
    const std::vector<StageSpan> stages = log.stages();
    QVERIFY(stages.size() >= 4);
    for (std::size_t i = 1; i < stages.size(); ++i)
        QVERIFY(stages[i].from >= stages[i - 1].from && stages[i].from >= stages[i - 1].to);
    QVERIFY(std::any_of(
        stages.begin(), stages.end(), [](const StageSpan& s) { return s.stage == Stage::Detect; }));
    Event step;
    step.seq = EventSeq { 90'000 };
    step.kind = EventKind::PhaseChanged;
    step.phase = Phase::Recover;
    step.at = log.now() + 10s;
    Event verify = step;
    verify.seq = EventSeq { 90'001 };
    verify.kind = EventKind::FailBackStep;
    verify.action = "verify";
    verify.at = step.at + 20s;
    Event ramp = verify;
    ramp.seq = EventSeq { 90'002 };
    ramp.action = "ramp";
    ramp.at = verify.at + 5s;
    log.append({ step, verify, ramp });
    const std::vector<StageSpan> divided = log.stages();
    QVERIFY(divided.size() >= 3);
    const StageSpan& middle = divided[divided.size() - 2];
    QVERIFY(middle.stage == Stage::Verify);
    QCOMPARE(middle.to - middle.from, Duration(5s));
    QVERIFY(divided[divided.size() - 3].stage == Stage::Recover);
    QVERIFY(divided.back().stage == Stage::Recover && divided.back().to == kNever);
}

void TestIncidentLog::targetsSayWhereTheyComeFrom()
{
    IncidentLog log;
    QVERIFY(!targetOf(Stage::Detect, log)); // nothing is made up
    play(log, test::Moment::FailedBack);
    const auto detect = targetOf(Stage::Detect, log);
    QVERIFY(detect.has_value());
    QCOMPARE(detect->length, Duration(30s)); // three failed checks, ten seconds apart
    QVERIFY(!detect->source.isEmpty());
    QVERIFY(!targetOf(Stage::Decide, log));
    const std::vector<Measure> measures = measuresOf(log);
    const auto restored = std::find_if(measures.begin(), measures.end(),
        [&](const Measure& m) { return m.target == log.world().rtoObjective; });
    QVERIFY(restored != measures.end());
    QVERIFY(restored->source.contains(QStringLiteral("objective")));
}

void TestIncidentLog::figuresOfARangeAddUp()
{
    IncidentLog log;
    play(log, test::Moment::FailedBack);
    const RangeSummary all = summarise(log, log.whole());
    QCOMPARE(all.events, log.lanes().events().size());
    const std::size_t sum = std::accumulate(all.kinds.begin(), all.kinds.end(), std::size_t(0),
        [](std::size_t total, const auto& kind) { return total + kind.second; });
    QCOMPARE(sum, all.events);
    for (std::size_t i = 1; i < all.kinds.size(); ++i)
        QVERIFY(all.kinds[i - 1].second >= all.kinds[i].second);
    QCOMPARE(all.faults.size(), 1);
    QVERIFY(all.errors.seconds > 0);
    QVERIFY(all.errors.least <= all.errors.mean && all.errors.mean <= all.errors.greatest);
    // Two halves have as many events as the whole.
    const Instant middle = kStart + 210s;
    const RangeSummary first = summarise(log, { kStart, middle });
    const RangeSummary second = summarise(log, { middle + 1us, log.now() });
    QCOMPARE(first.events + second.events, all.events);
    QCOMPARE(factsOf(all, log.world().start).size(), std::size_t(12));
}

void TestIncidentLog::theLongestGapIsTheLongest()
{
    IncidentLog log;
    log.reset(test::runWorld());
    std::vector<Event> events;
    for (const int second : { 1, 4, 5, 15, 17 }) {
        Event event;
        event.seq = EventSeq { events.size() + 1 };
        event.at = kStart + std::chrono::seconds(second);
        event.kind = EventKind::ServiceContinues;
        events.push_back(event);
    }
    log.append(events);
    const RangeSummary sum = summarise(log, { kStart, kStart + 1min });
    QVERIFY(sum.longestGap.has_value());
    QCOMPARE(sum.longestGap->from, kStart + 5s);
    QCOMPARE(sum.longestGap->to, kStart + 15s);
    QVERIFY(!summarise(log, { kStart, kStart + 2s }).longestGap); // one event has no gap
}

void TestIncidentLog::anEmptyRangeHasNoFigures()
{
    IncidentLog log;
    play(log, test::Moment::Failed);
    const RangeSummary sum = summarise(log, { kStart + 24h, kStart + 25h });
    QCOMPARE(sum.events, std::size_t(0));
    QVERIFY(!sum.requests && !sum.longestGap);
    QCOMPARE(sum.errors.seconds, std::int64_t(0));
}

void TestIncidentLog::findingLooksAtWordsNamesAndNotes()
{
    IncidentLog log;
    play(log, test::Moment::FailedBack);
    const std::size_t all = log.matches();
    QVERIFY(all > 10);
    const std::size_t notes = log.setFind(QStringLiteral("RAMP looks"));
    QCOMPARE(notes, std::size_t(1));
    QVERIFY(log.setFind(QStringLiteral("Health red")) >= 1); // the word of the kind
    QVERIFY(log.setFind(QStringLiteral("Ireland")) > 1); // a region by its name
    QCOMPARE(log.setFind(QStringLiteral("no such text at all")), std::size_t(0));
    QCOMPARE(log.setFind({}), all);
}

void TestIncidentLog::nextAndPreviousPassOverWhatDoesNotMatch()
{
    IncidentLog log;
    play(log, test::Moment::FailedBack);
    const Event* first = log.next({});
    QVERIFY(first != nullptr);
    QVERIFY(log.next(first->seq)->seq > first->seq);
    QCOMPARE(log.previous(log.next(first->seq)->seq)->seq, first->seq);
    QVERIFY(log.previous(first->seq) == nullptr);
    log.setFind(QStringLiteral("ramp looks"));
    const Event* only = log.next({});
    QVERIFY(only != nullptr && only->kind == EventKind::NoteAdded);
    QVERIFY(log.next(only->seq) == nullptr);
    QCOMPARE(log.previous({})->seq, only->seq);
}

void TestIncidentLog::oldestEventsGoFirstAndAreCounted()
{
    IncidentLog log;
    log.reset(test::runWorld());
    const std::size_t count = IncidentLog::kEventsMax + 500;
    log.append(test::manyEvents(count, 10h));
    QCOMPARE(log.lanes().dropped(), std::uint64_t(500));
    std::size_t marks = 0;
    for (int i = 0; i < kTrackCount; ++i) {
        const auto& track = log.marks(static_cast<Track>(i));
        marks += track.size();
        if (!track.empty())
            QVERIFY(track.front().seq > EventSeq { 500 });
    }
    QCOMPARE(marks, log.matches());
    QCOMPARE(marks, IncidentLog::kEventsMax);
}

void TestIncidentLog::noEventIsLostInFolding()
{
    IncidentLog log;
    log.reset(test::runWorld());
    log.append(test::manyEvents(50'000, 2h));
    for (const Duration span : { Duration(10s), Duration(7min), Duration(2h) }) {
        const TimeRange range { kStart + 13s, kStart + 13s + span };
        const TrackLayout layout = laidOut(log, range);
        std::size_t shown = 0;
        for (const PlacedMark& mark : layout.marks)
            shown += static_cast<std::size_t>(mark.count);
        std::size_t there = 0;
        for (int i = 0; i < kTrackCount; ++i) {
            if (i == static_cast<int>(Track::Errors) || i == static_cast<int>(Track::Replication))
                continue; // strips
            for (const TrackMark& mark : log.marks(static_cast<Track>(i)))
                there += mark.at >= range.from && mark.at <= range.to ? 1 : 0;
        }
        QCOMPARE(shown, there);
        QVERIFY2(layout.marks.size() < 1000, "folded to what a screen can show");
    }
}

void TestIncidentLog::boxesDoNotOverlap()
{
    IncidentLog log;
    log.reset(test::runWorld());
    log.append(test::manyEvents(5'000, 2h));
    for (const double width : { 500.0, 1400.0 }) {
        const TrackLayout layout = laidOut(log, { kStart, kStart + 20min }, width);
        const PlacedMark* before = nullptr;
        for (const PlacedMark& mark : layout.marks) {
            if (before != nullptr && before->track == mark.track)
                QVERIFY(mark.rect.left() >= before->rect.right() - 0.01);
            before = &mark;
        }
    }
}

void TestIncidentLog::pinnedTracksComeFirstAndHiddenOnesAreLeftOut()
{
    TrackPlan plan;
    plan.setPinned(Track::Notes, true);
    QVERIFY(plan.setHidden(Track::Plans, true));
    const std::vector<Track> shown = plan.shown();
    QVERIFY(shown.front() == Track::Notes);
    QCOMPARE(shown.size(), std::size_t(kTrackCount - 1));
    QVERIFY(std::find(shown.begin(), shown.end(), Track::Plans) == shown.end());
    IncidentLog log;
    play(log, test::Moment::Failed);
    const TrackLayout layout = laidOut(log, log.whole(), 1000, plan);
    QVERIFY(layout.rows.front().isPinned && layout.pinnedHeight > 0);
    QVERIFY(layout.rowOf(Track::Plans) == nullptr);
}

void TestIncidentLog::theLastTrackCannotBeHidden()
{
    TrackPlan plan;
    for (int i = 1; i < kTrackCount; ++i)
        QVERIFY(plan.setHidden(static_cast<Track>(i), true));
    QVERIFY(!plan.setHidden(Track::Operator, true));
    QCOMPARE(plan.shown().size(), std::size_t(1));
}

void TestIncidentLog::tracksMoveAmongTheShown()
{
    TrackPlan plan;
    QVERIFY(plan.setHidden(Track::Faults, true));
    QVERIFY(plan.step(Track::Operator, 1)); // over the regions: the faults between are hidden
    QVERIFY(plan.shown()[0] == Track::Regions && plan.shown()[1] == Track::Operator);
    QVERIFY(!plan.step(Track::Regions, -1));
    QVERIFY(plan.moveTo(Track::Notes, Track::Regions));
    QVERIFY(plan.shown().front() == Track::Notes);
    plan.setPinned(Track::Health, true);
    QVERIFY(plan.moveTo(Track::Operator, Track::Health)); // into the pinned ones
    QVERIFY(plan.isPinned(Track::Operator));
}

void TestIncidentLog::anArrangementSurvivesItsText()
{
    TrackPlan plan;
    plan.setPinned(Track::Errors, true);
    QVERIFY(plan.setHidden(Track::Plans, true));
    QVERIFY(plan.step(Track::Notes, -2));
    QVERIFY(TrackPlan::fromText(plan.toText()) == plan);
    QVERIFY(TrackPlan::fromText(QString()) == TrackPlan());
    QVERIFY(TrackPlan::fromText(QStringLiteral("nonsense operator operator")) == TrackPlan());
    QString all;
    for (int i = 0; i < kTrackCount; ++i)
        all += QStringLiteral(" -") + trackId(static_cast<Track>(i));
    QVERIFY(!TrackPlan::fromText(all).shown().empty()); // nothing at all could never be undone
}

void TestIncidentLog::flagsSurviveTheirText()
{
    const std::vector<TimeFlag> flags { { kStart + 5s, QStringLiteral("here it began") },
        { kStart + 9s, QString() } };
    QVERIFY(flagsFromText(flagsToText(flags)) == flags);
    QVERIFY(flagsFromText(QStringLiteral("no flag\n-4 before the start\n")).empty());
}

QTEST_MAIN(TestIncidentLog)
#include "tst_incident_log.moc"
