// SPDX-License-Identifier: GPL-3.0-or-later
// The traffic page on canned snapshots: one crosshair over its strips, the table twin, regions, funnel, best
// sellers, and the customer who is followed.
#include "tests/support/canned_pages.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/row_table.h"
#include "ui/pages/traffic_cards.h"
#include "ui/pages/traffic_page.h"
#include "ui/pages/traffic_strips.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QToolButton>

using namespace sb;
using namespace sb::test;

namespace {

struct Traffic {
    explicit Traffic(Scene scene = Scene::Failing)
        : world(cannedWorld(3))
        , snapshot(cannedSnapshot(scene, world))
    {
        addCannedPages(snapshot, world);
        page.resize(1080, 900);
        page.setWorld(world);
        page.setSnapshot(snapshot);
        page.show();
    }
    void answer()
    {
        addCannedFocus(snapshot, world);
        page.setSnapshot(snapshot);
    }

    WorldDescription world;
    Snapshot snapshot;
    TrafficPage page;
};

} // namespace

class TestTrafficPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void theRowsOfTheHeatGrowByAHalfFromTwoMilliseconds()
    {
        QCOMPARE(heatRowMs(0), 2.0);
        QCOMPARE(heatRowMs(1), 3.0);
        QVERIFY(heatRowMs(18) > 2900 && heatRowMs(18) < 3000);
        QCOMPARE(heatRowMs(19), heatRowMs(18)); // the last has no upper end
    }

    void arrowKeysMoveOneCrosshairAndItsValuesAreReadOut()
    {
        Traffic t;
        TrafficStrips& strips = *t.page.strips();
        QCOMPARE(strips.columnCount(), 240);
        QVERIFY(!strips.cursor());
        QVERIFY(says(t.page, QStringLiteral("Now ")));
        QTest::keyClick(&strips, Qt::Key_Left);
        QCOMPARE(strips.cursor().value(), 0);
        QTest::keyClick(&strips, Qt::Key_Left);
        QCOMPARE(strips.cursor().value(), 1);
        QVERIFY(says(t.page, QStringLiteral("Singapore ")));
        QVERIFY(strips.accessibleDescription().contains(QStringLiteral("p95 ")));
        QTest::keyClick(&strips, Qt::Key_Home);
        QCOMPARE(strips.cursor().value(), 239);
        QTest::keyClick(&strips, Qt::Key_Left); // the edge
        QCOMPARE(strips.cursor().value(), 239);
        QTest::keyClick(&strips, Qt::Key_Escape);
        QVERIFY(!strips.cursor());
        QVERIFY(says(t.page, QStringLiteral("Now ")));
    }

    void thePointerReadsTheColumnUnderIt()
    {
        Traffic t;
        const QPointF at(t.page.strips()->width() - 12, 60);
        QMouseEvent move(
            QEvent::MouseMove, at, t.page.strips()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(t.page.strips(), &move);
        QVERIFY(t.page.strips()->cursor());
        QVERIFY(*t.page.strips()->cursor() < 3);
    }

    void theTableTwinHasARowForEachTimeNewestFirst()
    {
        Traffic t;
        QTest::keyClick(t.page.strips(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(t.page.isTable());
        const RowTable& table = *t.page.table();
        QVERIFY(!table.rows().empty() && table.rows().size() <= 40);
        QCOMPARE(table.text(0, 0), t.page.strips()->valuesAt(0).section(QStringLiteral(" · "), 0, 0));
        QCOMPARE(int(table.rows().front().cells.size()), 1 + 3 + 3 + 1);
        QTest::keyClick(t.page.table(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!t.page.isTable());
    }

    void regionsFunnelAndStaleClientsAreListed()
    {
        Traffic t;
        QCOMPARE(t.page.regions()->text(0, 0), QStringLiteral("Ireland"));
        QVERIFY(t.page.regions()->rows()[0].cells[0].shape == StateShape::Failed);
        QCOMPARE(
            t.page.regions()->text(0, 3), QStringLiteral("no data")); // who answers nothing makes no error
        QVERIFY(t.page.funnel()->accessibleDescription().contains(QStringLiteral("Ordered 377")));
        QCOMPARE(t.page.clients()->text(0, 2), QStringLiteral("none"));
        QCOMPARE(t.page.clients()->text(1, 2), QStringLiteral("17"));
        QVERIFY(t.page.clients()->rows()[1].cells[2].shape == StateShape::Degraded);
    }

    void ranksOnWhichRegionsDifferAreMarked()
    {
        Traffic t;
        const RowTable& table = *t.page.bestSellers()->table();
        QCOMPARE(int(table.rows().size()), 5);
        QCOMPARE(table.text(0, 1), QStringLiteral("same"));
        QCOMPARE(table.text(1, 1), QStringLiteral("differs"));
        QVERIFY(table.rows()[1].cells[1].shape == StateShape::Degraded);
        QVERIFY(table.text(1, 3).startsWith(QStringLiteral("Alice")));
        for (RegionView& region : t.snapshot.regions)
            region.bestSellers.clear();
        t.page.setSnapshot(t.snapshot);
        QVERIFY(table.rows().empty());
        QVERIFY(table.emptyText().contains(QStringLiteral("first orders")));
    }

    void aCustomerIsFollowedAndTheMoveIsMarked()
    {
        Traffic t;
        QVERIFY(!t.page.focus().customer.isValid());
        QSignalSpy changed(&t.page, &Page::focusChanged);
        QTest::keyClicks(t.page.follow()->field(), QStringLiteral("7"));
        QTest::keyClick(t.page.follow()->field(), Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QVERIFY(t.page.focus().customer == CustomerId { 7 });
        t.answer();
        const RowTable& table = *t.page.follow()->table();
        QCOMPARE(int(table.rows().size()), 4);
        QCOMPARE(table.text(1, 1), QStringLiteral("moved to Singapore"));
        QCOMPARE(table.text(0, 1), QStringLiteral("Singapore"));
        QCOMPARE(table.text(2, 2), QStringLiteral("no answer"));
        QVERIFY(table.rows()[2].cells[2].shape == StateShape::Failed);
        QVERIFY(t.page.follow()->where()->text().endsWith(QStringLiteral("the next call goes to Singapore")));
        t.page.follow()->field()->clear();
        QVERIFY(!t.page.focus().customer.isValid());
        QVERIFY(table.rows().empty());
    }

    void somebodyOfAChosenCityIsOfferedAndFollowedByAClick()
    {
        Traffic t;
        QVERIFY(t.page.focus().trial.city == CityId { 0 });
        QVERIFY(!t.page.follow()->offer()->isEnabled());
        answerCannedFocus(t.snapshot, t.page.focus(), t.world);
        t.page.setSnapshot(t.snapshot);
        QCOMPARE(t.page.follow()->offer()->text(), QStringLiteral("Follow 1207"));
        QVERIFY(t.page.follow()->table()->rows().empty());
        QTest::mouseClick(t.page.follow()->offer(), Qt::LeftButton);
        QVERIFY(t.page.focus().customer == CustomerId { 1207 });
        QVERIFY(!t.page.focus().trial.city.isValid());
        answerCannedFocus(t.snapshot, t.page.focus(), t.world);
        t.page.setSnapshot(t.snapshot);
        QCOMPARE(int(t.page.follow()->table()->rows().size()), 7);
    }

    void whatIsNoNumberIsRefusedAndAskedForAgain()
    {
        Traffic t;
        QSignalSpy changed(&t.page, &Page::focusChanged);
        QTest::keyClicks(t.page.follow()->field(), QStringLiteral("Bob"));
        QTest::keyClick(t.page.follow()->field(), Qt::Key_Return);
        QCOMPARE(changed.count(), 0);
        QVERIFY(t.page.follow()->where()->text().contains(QStringLiteral("is a number")));
        QVERIFY(!t.page.follow()->customer().isValid());
    }

    void theAnswerAboutAnotherCustomerIsNotShown()
    {
        Traffic t;
        t.page.follow()->follow(CustomerId { 8 });
        t.answer(); // about 7
        QVERIFY(t.page.follow()->table()->rows().empty());
        QVERIFY(t.page.follow()->table()->emptyText().contains(QStringLiteral("No call yet")));
    }

    void aRunWithoutSamplesSaysWhatWouldBringThem()
    {
        TrafficPage page;
        page.setWorld(cannedWorld());
        Snapshot snapshot;
        snapshot.regions.resize(2);
        page.setSnapshot(snapshot);
        page.setTable(true);
        QVERIFY(page.table()->rows().empty());
        QVERIFY(page.table()->emptyText().contains(QStringLiteral("resume the run")));
        QCOMPARE(page.strips()->columnCount(), 0);
        QVERIFY(!page.grab().isNull());
    }

    void itIsPaintedInBothThemes()
    {
        Traffic t;
        t.page.follow()->follow(CustomerId { 7 });
        t.answer();
        paintEverywhere(t.page, QStringLiteral("traffic"));
    }
};

QTEST_MAIN(TestTrafficPage)
#include "tst_traffic_page.moc"
