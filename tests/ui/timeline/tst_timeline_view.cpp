// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/canned_run.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_view.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

namespace {

using namespace sb;

void showView(TimelineView& view, test::Moment moment)
{
    test::playRun(view, moment);
    view.resize(1024, 168);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setFocus();
}

void turnWheel(QWidget& widget, QPointF at, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, modifiers,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

} // namespace

class TestTimelineView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ThemeManager::instance().install(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void clickingAFaultSelectsItsEvent();
    void clickingNothingClearsTheSelection();
    void commaAndPeriodWalkTheEvents();
    void anEventOutOfViewIsBroughtIntoView();
    void wheelZoomsAtThePointer();
    void draggingPansAndSelectsNothing();
    void keysZoomPanFitAndFollow();
    void followButtonIsThereOnlyWhenNeeded();
    void hoveringTellsTheInstant();
    void paintingIsTimedAndCached();
    void accessibleDescriptionSumsUpTheState();
    void aNewRunStartsEmpty();
    void rightToLeftAndBothThemesPaint();
    void survivesEventsBeforeDescriptionAndAnEmptySnapshot();
};

void TestTimelineView::clickingAFaultSelectsItsEvent()
{
    TimelineView view;
    showView(view, test::Moment::Failed);
    QSignalSpy spy(&view, &TimelineView::eventSelected);
    const EventSeq fault = view.model().faults()[0].seq;
    const QPoint at = view.layoutNow().rectOf(fault).center().toPoint();
    QTest::mouseClick(&view, Qt::LeftButton, {}, at);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().value<EventSeq>(), fault);
    QTest::mouseClick(&view, Qt::LeftButton, {}, at);
    QCOMPARE(spy.count(), 1);
}

void TestTimelineView::clickingNothingClearsTheSelection()
{
    TimelineView view;
    showView(view, test::Moment::Failed);
    view.selectEvent(EventSeq { 3 });
    QSignalSpy spy(&view, &TimelineView::eventSelected);
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(200, 70));
    QCOMPARE(spy.count(), 1);
    QVERIFY(!view.selectedEvent().isValid());
    view.selectEvent(EventSeq { 3 });
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.selectedEvent().isValid());
    view.selectEvent(EventSeq { 99'999 });
    QVERIFY(!view.selectedEvent().isValid());
}

void TestTimelineView::commaAndPeriodWalkTheEvents()
{
    TimelineView view;
    showView(view, test::Moment::Failed);
    QTest::keyClick(&view, Qt::Key_Period);
    const EventSeq first = view.selectedEvent();
    QVERIFY(first.isValid());
    QTest::keyClick(&view, Qt::Key_Period);
    QVERIFY(view.selectedEvent() > first);
    QTest::keyClick(&view, Qt::Key_Comma);
    QCOMPARE(view.selectedEvent(), first);
    QTest::keyClick(&view, Qt::Key_Comma); // there is none before: it stays
    QCOMPARE(view.selectedEvent(), first);
}

void TestTimelineView::anEventOutOfViewIsBroughtIntoView()
{
    TimelineView view;
    showView(view, test::Moment::FailedBack);
    QVERIFY(!view.zoom().range().contains(kStart + 205s));
    view.selectEvent(view.model().faults()[0].seq);
    QVERIFY(view.zoom().range().contains(kStart + 205s));
    QVERIFY(!view.isFollowing());
}

void TestTimelineView::wheelZoomsAtThePointer()
{
    TimelineView view;
    showView(view, test::Moment::Failed);
    view.fitIncident();
    const TimelineLayout before = view.layoutNow();
    const QPointF at(500, 80);
    const Instant under = instantAt(before.axis, at.x());
    turnWheel(view, at, 2);
    const TimelineLayout& after = view.layoutNow();
    QVERIFY(after.axis.range.span() < before.axis.range.span());
    QVERIFY(qAbs(pixelAt(after.axis, under) - at.x()) < 0.5);
    const TimeRange zoomedIn = view.zoom().range();
    turnWheel(view, at, 1, Qt::ShiftModifier);
    QCOMPARE(view.zoom().range().span(), zoomedIn.span());
    QVERIFY(view.zoom().range().from < zoomedIn.from);
}

void TestTimelineView::draggingPansAndSelectsNothing()
{
    TimelineView view;
    showView(view, test::Moment::Failed);
    QSignalSpy selected(&view, &TimelineView::eventSelected);
    const TimelineLayout before = view.layoutNow();
    const Instant grabbed = instantAt(before.axis, 600);
    QTest::mousePress(&view, Qt::LeftButton, {}, QPoint(600, 80));
    for (int x = 600; x <= 700; x += 20)
        QTest::mouseMove(&view, QPoint(x, 80));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, QPoint(700, 80));
    QVERIFY(!view.isFollowing());
    QVERIFY(qAbs(pixelAt(view.layoutNow().axis, grabbed) - 700) < 1.5);
    QCOMPARE(selected.count(), 0);
}

void TestTimelineView::keysZoomPanFitAndFollow()
{
    TimelineView view;
    showView(view, test::Moment::FailedBack);
    const Duration span = view.zoom().range().span();
    QTest::keyClick(&view, Qt::Key_W);
    QVERIFY(view.zoom().range().span() < span);
    QVERIFY(view.isFollowing());
    QTest::keyClick(&view, Qt::Key_S);
    QTest::keyClick(&view, Qt::Key_A);
    QVERIFY(!view.isFollowing());
    QTest::keyClick(&view, Qt::Key_F);
    QVERIFY(view.zoom().range().contains(kStart + 205s) && view.zoom().range().contains(kStart + 471s));
    QTest::keyClick(&view, Qt::Key_Home);
    QVERIFY(view.zoom().range().contains(kStart));
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY(view.isFollowing());
}

void TestTimelineView::followButtonIsThereOnlyWhenNeeded()
{
    TimelineView view;
    showView(view, test::Moment::Failed);
    auto* button = view.findChild<QToolButton*>();
    QVERIFY(button);
    QVERIFY(!button->isVisible());
    QSignalSpy spy(&view, &TimelineView::followingChanged);
    QTest::keyClick(&view, Qt::Key_A);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!button->isVisible());
    QCOMPARE(spy.count(), 2);
}

void TestTimelineView::hoveringTellsTheInstant()
{
    TimelineView view;
    showView(view, test::Moment::Failed);
    QSignalSpy spy(&view, &TimelineView::instantHovered);
    QTest::mouseMove(&view, QPoint(500, 80));
    QCOMPARE(spy.count(), 1);
    const auto at = spy.first().first().value<std::optional<Instant>>();
    QVERIFY(at.has_value());
    QVERIFY(qAbs(pixelAt(view.layoutNow().axis, *at) - 500) < 0.5);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&view, &leave);
    QCOMPARE(spy.count(), 2);
    QVERIFY(!spy.last().first().value<std::optional<Instant>>());
}

void TestTimelineView::paintingIsTimedAndCached()
{
    TimelineView view;
    showView(view, test::Moment::Failed);
    QSignalSpy spy(&view, &TimelineView::painted);
    const QImage one = view.grab().toImage();
    QVERIFY(spy.count() >= 1);
    QVERIFY(spy.last().first().toLongLong() > 0);
    QCOMPARE(view.grab().toImage(), one);
}

void TestTimelineView::accessibleDescriptionSumsUpTheState()
{
    TimelineView view;
    showView(view, test::Moment::Failed);
    view.selectEvent(view.model().faults()[0].seq);
    const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Incident timeline"));
    const QString description = interface->text(QAccessible::Description);
    QVERIFY(description.contains(QStringLiteral("Region outage, Ireland since 14:31:25")));
    QVERIFY(description.contains(QStringLiteral("Selected: 14:31:25")));
}

void TestTimelineView::aNewRunStartsEmpty()
{
    TimelineView view;
    showView(view, test::Moment::FailedBack);
    view.fitIncident();
    view.setDescription(test::runWorld());
    QVERIFY(view.isFollowing());
    QVERIFY(view.model().events().empty());
    QVERIFY(view.layoutNow().phases.empty());
    view.appendEvents(test::runEvents(test::Moment::Calm)); // its numbers start at 1 again
    QCOMPARE(view.model().events().size(), std::size_t { 1 });
}

void TestTimelineView::rightToLeftAndBothThemesPaint()
{
    TimelineView view;
    showView(view, test::Moment::FailedBack);
    view.setLayoutDirection(Qt::RightToLeft);
    const QImage light = view.grab().toImage();
    const ThemeMode mode = ThemeManager::instance().mode();
    ThemeManager::instance().setMode(ThemeMode::Dark);
    const QImage dark = view.grab().toImage();
    ThemeManager::instance().setMode(ThemeMode::Light);
    QVERIFY(view.grab().toImage() != dark);
    ThemeManager::instance().setMode(mode);
    QCOMPARE(light.size(), dark.size());
}

void TestTimelineView::survivesEventsBeforeDescriptionAndAnEmptySnapshot()
{
    TimelineView view;
    view.appendEvents(test::runEvents(test::Moment::FailedBack));
    view.setSnapshot({});
    view.fitIncident();
    view.resize(1, 1);
    QVERIFY(!view.grab().isNull());
    view.resize(640, 120);
    QVERIFY(!view.grab().isNull());
}

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
