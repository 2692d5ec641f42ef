// SPDX-License-Identifier: GPL-3.0-or-later
// The incident page on canned runs: keys, dragging, flags and their undoing, what is found, details of a
// range, the table twin, and what assistive technology is told.
#include "tests/golden/canned_run.h"
#include "tests/support/fake_control_room.h"
#include "tests/ui/pages/page_test.h"
#include "ui/bridge/control_room_bridge.h"
#include "ui/incident/incident_page.h"
#include "ui/incident/minimap.h"
#include "ui/incident/range_drawer.h"
#include "ui/incident/track_view.h"
#include "ui/pages/row_table.h"
#include "ui/theme/preferences.h"

#include <QAccessible>
#include <QInputDialog>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>

using namespace sb;
using namespace sb::test;

namespace {

struct Incident {
    explicit Incident(Moment moment = Moment::FailedBack)
        : bridge({}, std::make_unique<FakeControlRoom>(Scene::Calm, 3))
        , page(bridge)
    {
        struct Feed {
            IncidentPage& page;
            void setDescription(const WorldDescription& world) { page.setWorld(world); }
            void appendEvents(const std::vector<Event>& events) { page.addEvents(events); }
            void setSnapshot(const Snapshot& snapshot) { page.setSnapshot(snapshot); }
        } feed { page };
        playRun(feed, moment);
        page.resize(1200, 760);
        page.show();
        page.view()->setFocus();
        page.view()->zoom().fit(page.view()->log().whole());
    }
    TrackView& view() { return *page.view(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(page.view(), key, modifiers);
    }
    QPoint at(Instant when, Track track)
    {
        return { static_cast<int>(pixelAt(view().layoutNow().axis, when)),
            view().rowRect(track).center().y() };
    }
    void drag(QPoint from, QPoint to)
    {
        QWidget* on = view().viewport();
        QTest::mousePress(on, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 5; ++i)
            QTest::mouseMove(on, from + (to - from) * i / 5);
        QTest::mouseRelease(on, Qt::LeftButton, {}, to);
    }

    ControlRoomBridge bridge;
    IncidentPage page;
};

} // namespace

class TestIncidentPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_settings.isValid());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        ThemeManager::instance().install();
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        userSettings()->clear();
    }

    void draggingSelectsARangeAndTheDetailsFollow();
    void escapeClearsTheRangeThenTheSelection();
    void keysZoomAndPan();
    void fitGoesToTheSelectionAndThenToAll();
    void rMakesARangeOfTheSelectedBar();
    void shiftAndArrowsWidenTheRange();
    void commaAndPeriodWalkTheEvents();
    void clickingAFaultSelectsIt();
    void tracksMoveByKeyAndByHandAndCanBeTakenBack();
    void pinnedTracksStayWhileOthersScroll();
    void hidingATrackCanBeTakenBack();
    void flagsAreSetUndoneAndKept();
    void findingCountsAndWalksMatches();
    void aNoteIsACommand();
    void theTableHasTheEventsOfTheRange();
    void theMinimapFrameMovesTheView();
    void phasesStandAgainstTheirTargets();
    void tracksAreChildrenForAssistiveTechnology();
    void aNewRunStartsEmpty();
    void fiftyThousandEventsAreFoldedOnce();
    void isPaintedEverywhere();

private:
    QTemporaryDir m_settings;
};

void TestIncidentPage::draggingSelectsARangeAndTheDetailsFollow()
{
    Incident i;
    QSignalSpy changed(&i.view(), &TrackView::areaChanged);
    const QString before = i.page.drawer()->title();
    i.drag(i.at(kStart + 200s, Track::Plans), i.at(kStart + 240s, Track::Plans));
    QVERIFY(i.view().area().has_value());
    QVERIFY(changed.count() >= 1);
    const TimeRange area = *i.view().area();
    QVERIFY(qAbs(seconds(area.span()) - 40) < 2);
    QVERIFY(i.page.drawer()->title() != before);
    QVERIFY(i.page.drawer()->title().startsWith(QStringLiteral("Selected")));
    QVERIFY(!i.page.drawer()->kinds()->rows().empty());
    QVERIFY(i.page.drawer()->facts()->text(1, 1).contains(QStringLiteral("Region outage")));
    // From right to left is the same range.
    i.drag(i.at(kStart + 240s, Track::Plans), i.at(kStart + 200s, Track::Plans));
    QVERIFY(i.view().area()->from < i.view().area()->to);
}

void TestIncidentPage::escapeClearsTheRangeThenTheSelection()
{
    Incident i;
    i.view().selectEvent(EventSeq { 3 });
    i.view().setArea(TimeRange { kStart + 10s, kStart + 20s });
    i.key(Qt::Key_Escape);
    QVERIFY(!i.view().area());
    QVERIFY(i.view().selectedEvent().isValid());
    i.key(Qt::Key_Escape);
    QVERIFY(!i.view().selectedEvent().isValid());
}

void TestIncidentPage::keysZoomAndPan()
{
    Incident i;
    const TimeRange all = i.view().zoom().range();
    i.key(Qt::Key_W);
    QVERIFY(i.view().zoom().range().span() < all.span());
    i.key(Qt::Key_S);
    const TimeRange back = i.view().zoom().range();
    i.key(Qt::Key_D);
    QVERIFY(i.view().zoom().range().from > back.from);
    i.key(Qt::Key_A);
    i.key(Qt::Key_Left);
    QVERIFY(i.view().zoom().range().from < back.from);
    const Instant under = instantAt(i.view().layoutNow().axis, 600);
    QWheelEvent wheel(QPointF(600, 200), i.view().viewport()->mapToGlobal(QPointF(600, 200)), {}, { 0, 240 },
        Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(i.view().viewport(), &wheel);
    QVERIFY(qAbs(pixelAt(i.view().layoutNow().axis, under) - 600) < 1);
    i.key(Qt::Key_End);
    QVERIFY(i.view().zoom().isFollowing());
}

void TestIncidentPage::fitGoesToTheSelectionAndThenToAll()
{
    Incident i;
    i.view().setArea(TimeRange { kStart + 200s, kStart + 260s });
    i.key(Qt::Key_F);
    const TimeRange fitted = i.view().zoom().range();
    QVERIFY(fitted.from < kStart + 200s && fitted.to > kStart + 260s);
    QVERIFY(fitted.span() < 80s);
    i.key(Qt::Key_F);
    QVERIFY(i.view().zoom().range().span() > 400s);
}

void TestIncidentPage::rMakesARangeOfTheSelectedBar()
{
    Incident i;
    const TimelineBar fault = i.view().log().lanes().faults().front();
    i.view().selectEvent(fault.seq);
    i.key(Qt::Key_R);
    QVERIFY(i.view().area().has_value());
    QCOMPARE(i.view().area()->from, fault.from);
    QCOMPARE(i.view().area()->to, fault.to);
}

void TestIncidentPage::shiftAndArrowsWidenTheRange()
{
    Incident i;
    i.view().selectEvent(i.view().log().lanes().faults().front().seq);
    i.key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(i.view().area().has_value());
    const Duration first = i.view().area()->span();
    i.key(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(i.view().area()->span() > first);
    i.key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(i.view().area()->span(), first);
}

void TestIncidentPage::commaAndPeriodWalkTheEvents()
{
    Incident i;
    i.key(Qt::Key_Period);
    const EventSeq first = i.view().selectedEvent();
    QVERIFY(first.isValid());
    i.key(Qt::Key_Period);
    QVERIFY(i.view().selectedEvent() > first);
    i.key(Qt::Key_Comma);
    QCOMPARE(i.view().selectedEvent(), first);
    QVERIFY(!i.view().accessibleDescription().isEmpty());
}

void TestIncidentPage::clickingAFaultSelectsIt()
{
    Incident i;
    const EventSeq fault = i.view().log().lanes().faults().front().seq;
    const QPoint at = i.view().layoutNow().rectOf(fault).center().toPoint();
    QTest::mouseClick(i.view().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(i.view().selectedEvent(), fault);
    QVERIFY(i.view().currentTrack() == Track::Faults);
}

void TestIncidentPage::tracksMoveByKeyAndByHandAndCanBeTakenBack()
{
    Incident i;
    const TrackPlan usual = i.view().plan();
    i.view().setCurrentTrack(Track::Faults);
    i.key(Qt::Key_Up, Qt::AltModifier);
    QVERIFY(i.view().plan().shown().front() == Track::Faults);
    i.key(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(i.view().currentTrack() == Track::Operator);
    i.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(i.view().plan() == usual);
    const QPoint name(20, i.view().rowRect(Track::Notes).center().y());
    i.drag(name, QPoint(20, i.view().rowRect(Track::Operator).center().y()));
    QVERIFY(i.view().plan().shown().front() == Track::Notes);
    QCOMPARE(i.page.changes().count(), 1);
    // What differs from the usual order is kept.
    QVERIFY(userSettings()
                ->value(QStringLiteral("incident/tracks"))
                .toString()
                .startsWith(QStringLiteral("notes")));
    i.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!userSettings()->contains(QStringLiteral("incident/tracks")));
}

void TestIncidentPage::pinnedTracksStayWhileOthersScroll()
{
    Incident i;
    i.page.resize(1000, 420);
    i.view().setCurrentTrack(Track::Errors);
    i.key(Qt::Key_P);
    QVERIFY(i.view().plan().isPinned(Track::Errors));
    const QRect pinned = i.view().rowRect(Track::Errors);
    const QRect other = i.view().rowRect(Track::Operator);
    i.view().setCurrentTrack(Track::Notes); // brings the last into view
    QCOMPARE(i.view().rowRect(Track::Errors), pinned);
    QVERIFY(i.view().rowRect(Track::Operator).top() < other.top());
    QVERIFY(i.view().rowRect(Track::Notes).bottom() <= i.view().viewport()->height());
}

void TestIncidentPage::hidingATrackCanBeTakenBack()
{
    Incident i;
    i.view().setCurrentTrack(Track::Health);
    i.key(Qt::Key_H);
    QVERIFY(i.view().plan().isHidden(Track::Health));
    QVERIFY(i.view().currentTrack() != Track::Health);
    i.page.changes().undo();
    QVERIFY(!i.view().plan().isHidden(Track::Health));
}

void TestIncidentPage::flagsAreSetUndoneAndKept()
{
    Incident i;
    i.view().setArea(TimeRange { kStart + 205s, kStart + 240s });
    i.key(Qt::Key_B);
    auto* dialog = i.page.findChild<QInputDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->setTextValue(QStringLiteral("here it began"));
    dialog->accept();
    QCOMPARE(i.page.arrangement().flags.size(), std::size_t(1));
    QCOMPARE(i.view().flags().front().at, kStart + 205s);
    i.page.addFlag({ kStart + 100s, {} });
    QCOMPARE(i.view().flags().front().at, kStart + 100s); // by time
    i.page.changes().undo();
    QCOMPARE(i.view().flags().size(), std::size_t(1));
    Incident again; // the same run has them again
    QCOMPARE(again.view().flags().size(), std::size_t(1));
    QCOMPARE(again.view().flags().front().text, QStringLiteral("here it began"));
    WorldDescription other = runWorld();
    other.seed = 8;
    again.page.setWorld(other);
    QVERIFY(again.view().flags().empty());
}

void TestIncidentPage::findingCountsAndWalksMatches()
{
    Incident i;
    QTest::keyClicks(i.page.findField(), QStringLiteral("ramp looks"));
    QVERIFY(says(i.page, QStringLiteral("1 found")));
    QCOMPARE(i.page.changes().count(), 1); // typing is one step
    QTest::keyClick(i.page.findField(), Qt::Key_Return);
    const Event* event = i.view().log().lanes().find(i.view().selectedEvent());
    QVERIFY(event != nullptr && event->kind == EventKind::NoteAdded);
    i.page.changes().undo();
    QVERIFY(i.page.findField()->text().isEmpty());
    QVERIFY(!i.view().log().isFinding());
}

void TestIncidentPage::aNoteIsACommand()
{
    Incident i;
    QSignalSpy asked(&i.page, &Page::commandRequested);
    const auto buttons = i.page.findChildren<QToolButton*>();
    for (QToolButton* button : buttons) {
        if (button->text().startsWith(QStringLiteral("Note")))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    auto* dialog = i.page.findChild<QInputDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->setTextValue(QStringLiteral("  called the bridge  "));
    dialog->accept();
    QCOMPARE(asked.count(), 1);
    const auto command = asked.first().first().value<Command>();
    QVERIFY(std::holds_alternative<AddNote>(command));
    QCOMPARE(std::get<AddNote>(command).text, std::string("called the bridge"));
}

void TestIncidentPage::theTableHasTheEventsOfTheRange()
{
    Incident i;
    i.view().setArea(TimeRange { kStart + 200s, kStart + 230s });
    i.page.setTable(true);
    const auto& rows = i.page.table()->rows();
    QVERIFY(!rows.empty());
    for (const TableRow& row : rows) {
        const Event* event = i.view().log().lanes().find(EventSeq { row.id });
        QVERIFY(event != nullptr && event->at >= kStart + 200s && event->at <= kStart + 230s);
    }
    i.view().setArea(TimeRange { kStart + 24h, kStart + 25h });
    QVERIFY(i.page.table()->rows().empty());
    QVERIFY(!i.page.table()->emptyText().isEmpty());
}

void TestIncidentPage::theMinimapFrameMovesTheView()
{
    Incident i;
    i.view().zoom().setRange({ kStart + 100s, kStart + 200s });
    Minimap& map = *i.page.minimap();
    const QRectF frame = map.frame();
    const QPoint middle = frame.center().toPoint();
    QTest::mousePress(&map, Qt::LeftButton, {}, middle);
    QTest::mouseMove(&map, middle + QPoint(60, 0));
    QTest::mouseRelease(&map, Qt::LeftButton, {}, middle + QPoint(60, 0));
    QCOMPARE(i.view().zoom().range().span(), Duration(100s));
    QVERIFY(qAbs(map.frame().center().x() - frame.center().x() - 60) < 2);
    // An edge resizes.
    const QPoint edge(static_cast<int>(map.frame().right()), middle.y());
    QTest::mousePress(&map, Qt::LeftButton, {}, edge);
    QTest::mouseMove(&map, edge + QPoint(40, 0));
    QTest::mouseRelease(&map, Qt::LeftButton, {}, edge + QPoint(40, 0));
    QVERIFY(i.view().zoom().range().span() > 110s);
    const Instant before = i.view().zoom().range().from;
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Left);
    QVERIFY(i.view().zoom().range().from < before);
    QVERIFY(map.accessibleDescription().startsWith(QStringLiteral("Shows")));
}

void TestIncidentPage::phasesStandAgainstTheirTargets()
{
    Incident i;
    RowTable& measures = *i.page.drawer()->measures();
    QVERIFY(measures.rows().size() >= 5);
    QCOMPARE(measures.text(0, 0), QStringLiteral("Detect"));
    QCOMPARE(measures.text(0, 2), QStringLiteral("30 s"));
    for (const TableRow& row : measures.rows())
        QVERIFY(row.tip.contains(QStringLiteral("arget"))); // where it comes from
    Incident calm(Moment::Calm);
    QVERIFY(calm.page.drawer()->measures()->rows().empty());
    QVERIFY(!calm.page.drawer()->measures()->emptyText().isEmpty());
}

void TestIncidentPage::tracksAreChildrenForAssistiveTechnology()
{
    Incident i;
    QAccessibleInterface* tracks = QAccessible::queryAccessibleInterface(&i.view());
    QVERIFY(tracks != nullptr);
    QCOMPARE(tracks->role(), QAccessible::List);
    QCOMPARE(tracks->childCount(), kTrackCount);
    QVERIFY(tracks->child(0)->text(QAccessible::Name).startsWith(QStringLiteral("Operator")));
    QVERIFY(!tracks->child(1)->rect().isEmpty());
    QAccessibleInterface* faults = tracks->child(1);
    faults->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(i.view().currentTrack() == Track::Faults);
    QVERIFY(faults->state().selected);
    QVERIFY(tracks->child(kTrackCount) == nullptr);
}

void TestIncidentPage::aNewRunStartsEmpty()
{
    Incident i;
    i.view().selectEvent(EventSeq { 3 });
    i.view().setArea(TimeRange { kStart, kStart + 1s });
    i.page.setWorld(runWorld());
    QVERIFY(i.view().log().lanes().events().empty());
    QVERIFY(!i.view().area() && !i.view().selectedEvent().isValid());
    QVERIFY(i.view().zoom().isFollowing());
}

void TestIncidentPage::fiftyThousandEventsAreFoldedOnce()
{
    Incident i(Moment::Calm);
    i.page.setWorld(runWorld());
    i.page.addEvents(manyEvents(50'000, 2h));
    Snapshot later = runSnapshotAt(Moment::Calm, kStart + 2h);
    i.page.setSnapshot(later);
    i.view().zoom().fit(i.view().log().whole());
    QVERIFY(!i.page.grab().isNull());
    // While only the pointer moves, nothing is laid out anew.
    const TrackLayout* laid = &i.view().layoutNow();
    const QRectF first = laid->marks.front().rect;
    const std::size_t count = laid->marks.size();
    QTest::mouseMove(i.view().viewport(), QPoint(300, 200));
    QCOMPARE(i.view().layoutNow().marks.size(), count);
    QCOMPARE(i.view().layoutNow().marks.front().rect, first);
    QVERIFY(count < 500);
}

void TestIncidentPage::isPaintedEverywhere()
{
    Incident i;
    i.page.addFlag({ kStart + 150s, QStringLiteral("before the fault") });
    i.view().selectEvent(i.view().log().lanes().faults().front().seq);
    i.view().setArea(TimeRange { kStart + 200s, kStart + 260s });
    paintEverywhere(i.page, QStringLiteral("incident"));
    i.page.setTable(true);
    paintEverywhere(i.page, QStringLiteral("incident-table"));
    i.page.setTable(false);
    i.page.setLayoutDirection(Qt::RightToLeft);
    paintEverywhere(i.page, QStringLiteral("incident-rtl"));
}

QTEST_MAIN(TestIncidentPage)
#include "tst_incident_page.moc"
