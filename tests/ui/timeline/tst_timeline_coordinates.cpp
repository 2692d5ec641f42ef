// SPDX-License-Identifier: GPL-3.0-or-later
// Time to pixel and back, zooming and ticks: no window needed.
#include "ui/timeline/coordinates.h"
#include "ui/timeline/zoom_control.h"

#include <QSignalSpy>
#include <QTest>

namespace {

using namespace sb;

TimeAxis axisOf(Duration from, Duration to, double left, double width)
{
    return { { kStart + from, kStart + to }, left, width };
}

} // namespace

class TestTimelineCoordinates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void pixelAndInstantAreInverse();
    void anAxisWithoutSpanOrWidthAnswersItsLeftEdge();
    void extremesDoNotOverflow();
    void zoomingKeepsTheAnchorOnItsPixel();
    void spanStaysWithinItsLimits();
    void zoomingByNonsenseChangesNothing();
    void swappedEndsAreOrdered();
    void ticksAreAlignedToTheCalendarAndWithinTheRange();
    void ticksOfAnEmptyAxisAreNone();
    void tickLabelsNeverTouch();
    void followingKeepsNowInViewWithAMargin();
    void panningEndsFollowingAndHomeIsReached();
    void zoomingWhileFollowingKeepsFollowing();
    void panningStopsFarFromTheRun();
    void fittingShowsTheWholeRangeWithMargins();
};

void TestTimelineCoordinates::pixelAndInstantAreInverse()
{
    for (const auto& axis :
        { axisOf(0s, 260s, 107, 900), axisOf(-24h, 24h, 0, 333), axisOf(5s, 6s, -20, 1e4) }) {
        for (double pixel = -500; pixel < 2000; pixel += 37.25)
            QVERIFY(qAbs(pixelAt(axis, instantAt(axis, pixel)) - pixel) < 0.02);
        QCOMPARE(pixelAt(axis, axis.range.from), axis.left);
        QVERIFY(qAbs(pixelAt(axis, axis.range.to) - axis.left - axis.width) < 1e-6);
    }
}

void TestTimelineCoordinates::anAxisWithoutSpanOrWidthAnswersItsLeftEdge()
{
    for (const auto& axis : { axisOf(5s, 5s, 10, 100), axisOf(9s, 5s, 10, 100), axisOf(0s, 9s, 10, 0) }) {
        QCOMPARE(pixelAt(axis, kStart + 1h), 10.0);
        QCOMPARE(instantAt(axis, 5000), axis.range.from);
        QCOMPARE(durationOfPixels(axis, 50), Duration::zero());
    }
}

void TestTimelineCoordinates::extremesDoNotOverflow()
{
    const TimeAxis axis = axisOf(0s, 100s, 0, 100);
    QVERIFY(pixelAt(axis, kNever) > 1e9);
    QVERIFY(instantAt(axis, 1e300) > kStart + 24h);
    QVERIFY(instantAt(axis, -1e300) < kStart - 24h);
    QCOMPARE(instantAt(axis, std::nan("")), kStart);
}

void TestTimelineCoordinates::zoomingKeepsTheAnchorOnItsPixel()
{
    const TimeRange range { kStart + 10s, kStart + 110s };
    const Instant anchor = kStart + 35s;
    const TimeRange closer = zoomed(range, anchor, 0.5);
    QCOMPARE(closer.span(), Duration(50s));
    QCOMPARE(pixelAt({ closer, 0, 400 }, anchor), pixelAt({ range, 0, 400 }, anchor));
    QCOMPARE(zoomed(closer, anchor, 2), range);
}

void TestTimelineCoordinates::spanStaysWithinItsLimits()
{
    TimeRange range { kStart, kStart + 100s };
    for (int i = 0; i < 200; ++i)
        range = zoomed(range, kStart + 50s, 0.7);
    QCOMPARE(range.span(), kSpanMin);
    for (int i = 0; i < 200; ++i)
        range = zoomed(range, kStart + 50s, 1.7);
    QCOMPARE(range.span(), kSpanMax);
}

void TestTimelineCoordinates::zoomingByNonsenseChangesNothing()
{
    const TimeRange range { kStart, kStart + 100s };
    for (const double factor : { 0.0, -1.0, std::nan("") })
        QCOMPARE(zoomed(range, kStart, factor), range);
}

void TestTimelineCoordinates::swappedEndsAreOrdered()
{
    QCOMPARE(normalised({ kStart + 9s, kStart + 2s }), (TimeRange { kStart + 2s, kStart + 9s }));
    QCOMPARE(normalised({ kStart + 9s, kStart + 9s }).span(), kSpanMin);
}

void TestTimelineCoordinates::ticksAreAlignedToTheCalendarAndWithinTheRange()
{
    const UtcStart start { 1'772'548'080 + 17 }; // 14:28:17
    const TimeAxis axis = axisOf(0s, 260s, 0, 800);
    const auto marks = ticks(axis, 1min, start);
    QCOMPARE(marks.size(), std::size_t { 4 });
    QCOMPARE(marks.front(), kStart + 43s); // 14:29:00
    for (const Instant mark : marks)
        QVERIFY(axis.range.contains(mark));
    const auto before = ticks(axisOf(-100s, 0s, 0, 100), 30s, { 0 });
    QCOMPARE(before.front(), kStart - 90s);
}

void TestTimelineCoordinates::ticksOfAnEmptyAxisAreNone()
{
    QVERIFY(ticks(axisOf(0s, 0s, 0, 100), 1s, { 0 }).empty());
    QVERIFY(ticks(axisOf(0s, 9s, 0, 100), 0s, { 0 }).empty());
}

void TestTimelineCoordinates::tickLabelsNeverTouch()
{
    for (Duration span = 1s; span < 40h; span = span * 7 / 5) {
        const TimeAxis axis = axisOf(0s, span, 0, 900);
        const Duration step = tickStep(axis, 60);
        QVERIFY(pixelAt(axis, kStart + step) >= 60);
        QVERIFY(ticks(axis, step, { 0 }).size() <= 16);
    }
}

void TestTimelineCoordinates::followingKeepsNowInViewWithAMargin()
{
    ZoomControl zoom;
    QSignalSpy spy(&zoom, &ZoomControl::rangeChanged);
    zoom.setNow(kStart + 1000s);
    QCOMPARE(spy.count(), 1);
    QVERIFY(zoom.range().contains(kStart + 1000s));
    QVERIFY(zoom.range().to > kStart + 1000s);
    zoom.setNow(kStart + 1000s);
    QCOMPARE(spy.count(), 1);
}

void TestTimelineCoordinates::panningEndsFollowingAndHomeIsReached()
{
    ZoomControl zoom;
    zoom.setNow(kStart + 1000s);
    QSignalSpy spy(&zoom, &ZoomControl::followingChanged);
    zoom.pan(-0.5);
    QVERIFY(!zoom.isFollowing());
    QCOMPARE(spy.count(), 1);
    const TimeRange still = zoom.range();
    zoom.setNow(kStart + 2000s);
    QCOMPARE(zoom.range(), still);
    zoom.setFollowing(true);
    QVERIFY(zoom.range().contains(kStart + 2000s));
    zoom.reset();
    QVERIFY(zoom.range().contains(kStart));
}

void TestTimelineCoordinates::zoomingWhileFollowingKeepsFollowing()
{
    ZoomControl zoom;
    zoom.setNow(kStart + 1000s);
    const Duration span = zoom.range().span();
    zoom.zoomAt(kStart, 0.5);
    QVERIFY(zoom.isFollowing());
    QCOMPARE(zoom.range().span(), span / 2);
    QVERIFY(zoom.range().contains(kStart + 1000s));
}

void TestTimelineCoordinates::panningStopsFarFromTheRun()
{
    ZoomControl zoom;
    for (int i = 0; i < 2000; ++i)
        zoom.pan(-1000);
    QVERIFY(zoom.range().from >= kStart - 24h);
    QVERIFY(zoom.range().span() >= kSpanMin);
}

void TestTimelineCoordinates::fittingShowsTheWholeRangeWithMargins()
{
    ZoomControl zoom;
    zoom.fit({ kStart + 100s, kStart + 200s });
    QCOMPARE(zoom.range(), (TimeRange { kStart + 95s, kStart + 205s }));
    zoom.fit({ kStart, kStart });
    QVERIFY(!zoom.range().isEmpty());
}

QTEST_GUILESS_MAIN(TestTimelineCoordinates)
#include "tst_timeline_coordinates.moc"
