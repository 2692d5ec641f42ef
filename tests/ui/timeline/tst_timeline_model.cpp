// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline derives from events and snapshots, and where it puts it.
#include "tests/golden/canned_run.h"
#include "ui/theme/fonts.h"
#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_text.h"

#include <QTest>

namespace {

using namespace sb;

// playRun() wants the names of a view.
struct Player {
    TimelineModel model;
    void setDescription(const WorldDescription& world) { model.reset(world); }
    void appendEvents(const std::vector<Event>& events) { model.append(events); }
    void setSnapshot(const Snapshot& snapshot) { model.apply(snapshot); }
};

TimelineModel played(test::Moment moment)
{
    Player player;
    test::playRun(player, moment);
    return std::move(player.model);
}

TimelineLayout laidOut(const TimelineModel& model, TimeRange range, QSizeF size = { 1024, 168 })
{
    return layOutTimeline(model, range, size, QFontMetricsF(font(FontRole::Caption)), false);
}

const TimeRange kWholeRun { kStart, kStart + 530s };

} // namespace

class TestTimelineModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setFontFamily(QStringLiteral("DejaVu Sans")); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void calmRunHasOneQuietBarForChecksAndAnswers();
    void aFaultIsABarFromInjectionToClearing();
    void aFaultStillActiveIsOpen();
    void redChecksSayHowManyWereRedAtWorst();
    void answersKeepTheSharesOfTheirTime();
    void phasesFollowEachOtherWithoutGaps();
    void incidentRangeIsFromTheFirstFaultToItsEnd();
    void samplesHoldTheWorstOfEachSecond();
    void oldEventsGoFirstAndAreCounted();
    void aBatchSentTwiceCountsOnce();
    void nextAndPreviousWalkEventsThatHaveALane();
    void notesOfTheRunItselfHaveNoLane();
    void eventsUnderThreePixelsFoldAndAreCounted();
    void everyEventIsFoundWhereItIsDrawn();
    void overlappingFaultsStandInRowsOfTheirOwn();
    void nothingIsPlacedOutsideThePlot();
    void laneLabelsChangeSidesButTimeDoesNot();
    void widgetOfNoSizeIsLaidOut();
    void toolTipHasTheWholeNoteAndTheCause();
};

void TestTimelineModel::calmRunHasOneQuietBarForChecksAndAnswers()
{
    const TimelineModel model = played(test::Moment::Calm);
    QVERIFY(model.faults().empty());
    QVERIFY(model.redChecks().empty());
    QCOMPARE(model.greenChecks().size(), std::size_t { 1 });
    QCOMPARE(model.greenChecks()[0].text, QStringLiteral("16 of 16 green"));
    QCOMPARE(model.answers().size(), std::size_t { 1 });
    QCOMPARE(model.answers()[0].text, QStringLiteral("Ireland 43 \u00B7 Singapore 31 \u00B7 Virginia 26 %"));
    QVERIFY(model.incidentRange().isEmpty());
}

void TestTimelineModel::aFaultIsABarFromInjectionToClearing()
{
    const TimelineModel model = played(test::Moment::FailedBack);
    QCOMPARE(model.faults().size(), std::size_t { 1 });
    QCOMPARE(model.faults()[0].from, kStart + 205s);
    QCOMPARE(model.faults()[0].to, kStart + 330s);
    QCOMPARE(model.faults()[0].text, QStringLiteral("Region outage, Ireland"));
}

void TestTimelineModel::aFaultStillActiveIsOpen()
{
    QVERIFY(played(test::Moment::Failed).faults()[0].isOpen());
}

void TestTimelineModel::redChecksSayHowManyWereRedAtWorst()
{
    const TimelineModel model = played(test::Moment::FailedBack);
    QCOMPARE(model.redChecks().size(), std::size_t { 1 });
    QCOMPARE(model.redChecks()[0].text, QStringLiteral("Ireland: 14 of 16 red"));
    QCOMPARE(model.redChecks()[0].to, kStart + 352s);
    QCOMPARE(model.greenChecks().size(), std::size_t { 2 });
}

void TestTimelineModel::answersKeepTheSharesOfTheirTime()
{
    const TimelineModel model = played(test::Moment::Failed);
    QCOMPARE(model.answers().size(), std::size_t { 2 });
    QVERIFY(model.answers()[0].text.startsWith(QStringLiteral("Ireland 43")));
    QVERIFY(model.answers()[1].text.startsWith(QStringLiteral("Ireland 3 ")));
    QCOMPARE(model.answers()[0].to, model.answers()[1].from);
}

void TestTimelineModel::phasesFollowEachOtherWithoutGaps()
{
    const TimelineModel model = played(test::Moment::FailedBack);
    QCOMPARE(model.phases().size(), std::size_t { 4 });
    for (std::size_t i = 1; i < model.phases().size(); ++i)
        QCOMPARE(model.phases()[i].from, model.phases()[i - 1].to);
    QVERIFY(model.phases().front().phase == Phase::Detect);
    QCOMPARE(model.phases().back().to, kStart + 471s);
}

void TestTimelineModel::incidentRangeIsFromTheFirstFaultToItsEnd()
{
    QCOMPARE(played(test::Moment::FailedBack).incidentRange(), (TimeRange { kStart + 205s, kStart + 471s }));
    QCOMPARE(played(test::Moment::Failed).incidentRange(), (TimeRange { kStart + 205s, kStart + 247s }));
}

void TestTimelineModel::samplesHoldTheWorstOfEachSecond()
{
    const TimelineModel model = played(test::Moment::Failed);
    float errors = 0;
    float lag = 0;
    for (const TimelineSample& sample : model.samples()) {
        errors = std::max(errors, sample.errorPercent);
        lag = std::max(lag, sample.lagSeconds);
    }
    QVERIFY(errors > 8 && errors < 9);
    QVERIFY(lag > 40);
    const auto calm = static_cast<std::size_t>(150 - model.sampleStart());
    QVERIFY(model.samples()[calm].hasErrors && model.samples()[calm].errorPercent < 0.2F);
    QVERIFY(model.samples().size() <= 248);
}

void TestTimelineModel::oldEventsGoFirstAndAreCounted()
{
    TimelineModel model;
    model.reset(test::runWorld());
    model.append(test::manyEvents(TimelineModel::kEventsMax + 123, 3h));
    QCOMPARE(model.events().size(), TimelineModel::kEventsMax);
    QCOMPARE(model.dropped(), std::uint64_t { 123 });
    QVERIFY(!model.find(EventSeq { 123 }));
    QVERIFY(model.find(EventSeq { 124 }));
}

void TestTimelineModel::aBatchSentTwiceCountsOnce()
{
    TimelineModel model;
    model.reset(test::runWorld());
    model.append(test::runEvents(test::Moment::Failed));
    const std::size_t count = model.events().size();
    model.append(test::runEvents(test::Moment::Failed));
    QCOMPARE(model.events().size(), count);
    QCOMPARE(model.faults().size(), std::size_t { 1 });
}

void TestTimelineModel::nextAndPreviousWalkEventsThatHaveALane()
{
    const TimelineModel model = played(test::Moment::FailedBack);
    std::vector<EventSeq> forward;
    for (const Event* event = model.next({}); event; event = model.next(event->seq)) {
        QVERIFY(laneOf(*event).has_value());
        forward.push_back(event->seq);
    }
    QVERIFY(forward.size() > 20);
    std::vector<EventSeq> backward;
    for (const Event* event = model.previous({}); event; event = model.previous(event->seq))
        backward.insert(backward.begin(), event->seq);
    QCOMPARE(forward, backward);
    QVERIFY(!model.next(EventSeq { 100'000 }));
}

void TestTimelineModel::notesOfTheRunItselfHaveNoLane()
{
    QVERIFY(laneOf({ .kind = EventKind::NoteAdded, .actor = Actor::Operator }) == Lane::Operator);
    QVERIFY(laneOf({ .kind = EventKind::NoteAdded, .actor = Actor::Drill }) == Lane::Operator);
    QVERIFY(!laneOf({ .kind = EventKind::NoteAdded, .actor = Actor::System }));
}

void TestTimelineModel::eventsUnderThreePixelsFoldAndAreCounted()
{
    TimelineModel model;
    model.reset(test::runWorld());
    model.append(test::manyEvents(10'000, 500s));
    Snapshot snapshot = test::runSnapshot(test::Moment::FailedBack);
    model.apply(snapshot);
    const TimelineLayout layout = laidOut(model, kWholeRun);
    int total = 0;
    std::map<Lane, double> lastX;
    for (const PlacedEvent& event : layout.events) {
        total += event.count;
        if (lastX.contains(event.lane))
            QVERIFY(event.x - lastX[event.lane] >= kFoldPixels);
        lastX[event.lane] = event.x;
    }
    QCOMPARE(total, 10'000);
    QVERIFY(layout.events.size() < 2000);
}

void TestTimelineModel::everyEventIsFoundWhereItIsDrawn()
{
    const TimelineModel model = played(test::Moment::FailedBack);
    const TimelineLayout layout = laidOut(model, kWholeRun);
    for (const PlacedEvent& event : layout.events) {
        const QRectF row = layout.lanes[static_cast<std::size_t>(event.lane)];
        const auto hit = layout.hit({ event.x, row.center().y() });
        QVERIFY(hit.has_value());
        QVERIFY(layout.rectOf(hit->seq).contains(QPointF(event.x, row.center().y())));
    }
    const QRectF fault = layout.rectOf(model.faults()[0].seq);
    QCOMPARE(layout.hit(fault.center())->seq, model.faults()[0].seq);
    QVERIFY(!layout.hit({ 2, 2 }));
}

void TestTimelineModel::overlappingFaultsStandInRowsOfTheirOwn()
{
    TimelineModel model;
    model.reset(test::runWorld());
    std::vector<Event> events(3);
    for (std::size_t i = 0; i < events.size(); ++i) {
        events[i].seq = EventSeq { i + 1 };
        events[i].at = kStart + 10s * static_cast<int>(i);
        events[i].kind = EventKind::FaultInjected;
        events[i].fault = FaultId { static_cast<std::uint32_t>(i + 1) };
        events[i].action = "latency-added";
    }
    model.append(events);
    Snapshot snapshot;
    snapshot.now = kStart + 60s;
    model.apply(snapshot);
    std::vector<QRectF> rects;
    for (const PlacedBar& bar : laidOut(model, { kStart, kStart + 70s }).bars) {
        if (bar.bar.lane == Lane::Faults)
            rects.push_back(bar.rect);
    }
    QCOMPARE(rects.size(), std::size_t { 3 });
    for (std::size_t i = 1; i < rects.size(); ++i)
        QVERIFY(!rects[i].intersects(rects[i - 1]));
}

void TestTimelineModel::nothingIsPlacedOutsideThePlot()
{
    const TimelineModel model = played(test::Moment::FailedBack);
    for (const TimeRange range : { kWholeRun, TimeRange { kStart + 210s, kStart + 230s },
             TimeRange { kStart - 1h, kStart + 1h }, TimeRange { kStart + 900s, kStart + 1000s } }) {
        const TimelineLayout layout = laidOut(model, range);
        const QRectF plot = layout.plot.adjusted(-1, -1, 1, 1);
        for (const PlacedBar& bar : layout.bars)
            QVERIFY(plot.contains(bar.rect));
        for (const PlacedSample& sample : layout.errors)
            QVERIFY(plot.contains(sample.rect));
        for (const PlacedPhase& phase : layout.phases)
            QVERIFY(phase.rect.left() >= plot.left() && phase.rect.right() <= plot.right());
    }
}

void TestTimelineModel::laneLabelsChangeSidesButTimeDoesNot()
{
    const TimelineModel model = played(test::Moment::Failed);
    const QFontMetricsF metrics(font(FontRole::Caption));
    const TimelineLayout ltr = layOutTimeline(model, kWholeRun, { 1024, 168 }, metrics, false);
    const TimelineLayout rtl = layOutTimeline(model, kWholeRun, { 1024, 168 }, metrics, true);
    QVERIFY(ltr.labels.right() <= ltr.plot.left());
    QVERIFY(rtl.labels.left() >= rtl.plot.right());
    QVERIFY(pixelAt(rtl.axis, kStart + 100s) < pixelAt(rtl.axis, kStart + 200s));
}

void TestTimelineModel::widgetOfNoSizeIsLaidOut()
{
    const TimelineModel model = played(test::Moment::FailedBack);
    for (const QSizeF size : { QSizeF(0, 0), QSizeF(1, 1), QSizeF(30, 500), QSizeF(5000, 3) })
        QVERIFY(laidOut(model, kWholeRun, size).lanes.size() == kLaneCount);
}

void TestTimelineModel::toolTipHasTheWholeNoteAndTheCause()
{
    const TimelineModel model = played(test::Moment::Failed);
    const Event* fault = model.find(model.faults()[0].seq);
    QVERIFY(fault);
    const QString tip = toolTipOf(*fault, model, 3);
    QVERIFY(tip.startsWith(QStringLiteral("14:31:25")));
    QVERIFY(tip.contains(QString::fromStdString(fault->note)));
    QVERIFY(tip.contains(QStringLiteral("Because: 14:31:25")));
    QVERIFY(tip.contains(QLatin1Char('2'))); // two more are folded
}

QTEST_MAIN(TestTimelineModel)
#include "tst_timeline_model.moc"
