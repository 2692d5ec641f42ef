// SPDX-License-Identifier: GPL-3.0-or-later
// The region's detail on canned snapshots: what it shows, how two are compared, and which commands its
// actions ask for.
#include "tests/support/canned_pages.h"
#include "tests/ui/pages/page_test.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/region_actions.h"
#include "ui/pages/region_detail.h"
#include "ui/pages/region_page.h"
#include "ui/pages/region_parts.h"
#include "ui/pages/row_table.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace sb;
using namespace sb::test;

namespace {

struct Detail {
    explicit Detail(Scene scene = Scene::FailedOver)
        : world(cannedWorld(3))
        , snapshot(cannedSnapshot(scene, world))
    {
        addCannedPages(snapshot, world);
        page.resize(1080, 760);
        page.setWorld(world);
        page.addEvents(cannedPageEvents(world));
        page.setSnapshot(snapshot);
        page.show();
        QObject::connect(&page, &Page::commandRequested, &page,
            [this](const Command& command) { commands.push_back(command); });
    }
    CommandButton* button(const QString& start) { return buttonNamed(*page.detail(), start); }
    RegionView& ireland() { return snapshot.regions[0]; }

    WorldDescription world;
    Snapshot snapshot;
    RegionPage page;
    std::vector<Command> commands;
};

} // namespace

class TestRegionPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void thePresentStateIsLitAndWhatLedThereIsListed()
    {
        Detail d;
        QVERIFY(d.page.detail()->machine()->state() == RegionState::Failed);
        QCOMPARE(
            d.page.detail()->machine()->accessibleName(), QStringLiteral("State diagram; now: Failed"));
        QCOMPARE(
            int(d.page.detail()->transitions()->rows().size()), 1); // flips and conflicts are no transitions
        QCOMPARE(d.page.detail()->transitions()->text(0, 2),
            QStringLiteral("14 of 16 checkers say Ireland is unhealthy"));
        d.page.setRegion(RegionId { 1 });
        QVERIFY(d.page.detail()->machine()->state() == RegionState::Serving);
        QVERIFY(d.page.detail()->transitions()->rows().empty());
        QVERIFY(d.page.detail()->transitions()->emptyText().contains(QStringLiteral("Break it")));
    }

    void everyStateHasItsPlaceInTheMachine()
    {
        StateMachineView machine;
        for (int i = 0; i < kRegionStateCount; ++i) {
            machine.setState(static_cast<RegionState>(i));
            QVERIFY(!machine.grab().isNull());
        }
    }

    void pastRoundsAreRebuiltFromTheCheckersFlips()
    {
        Detail d;
        const std::vector<StateShape>& rounds = d.page.detail()->rounds()->rounds();
        QCOMPARE(int(rounds.size()), 20);
        QVERIFY(rounds.front() == StateShape::Ok); // before the outage
        QVERIFY(rounds.back() == StateShape::Failed);
        QVERIFY(std::count(rounds.begin(), rounds.end(), StateShape::Degraded) >= 1);
        QCOMPARE(
            named<VotesView>(*d.page.detail(), QStringLiteral("0 of 16 checkers say healthy, 3 are needed"))
                != nullptr,
            true);
    }

    void streamsAndServicesAndOriginsBelongToTheRegion()
    {
        Detail d;
        d.page.setRegion(RegionId { 1 });
        const RegionDetail& detail = *d.page.detail();
        QCOMPARE(int(detail.streams()->rows().size()), 4);
        QCOMPARE(detail.streams()->text(0, 0), QStringLiteral("to Ireland"));
        QCOMPARE(detail.streams()->text(0, 1), QStringLiteral("stalled"));
        QCOMPARE(detail.streams()->text(3, 0), QStringLiteral("from Virginia"));
        QCOMPARE(int(detail.services()->rows().size()), kServiceKindCount);
        QCOMPARE(detail.services()->text(3, 0), QStringLiteral("Checkout"));
        QCOMPARE(detail.services()->text(3, 3), QStringLiteral("2.1 %"));
        QVERIFY(detail.services()->rows()[3].cells[3].shape == StateShape::Degraded);
        QVERIFY(!detail.origins()->rows().empty());
        d.snapshot.flows.clear();
        d.page.setSnapshot(d.snapshot);
        QVERIFY(detail.origins()->rows().empty());
        QCOMPARE(detail.origins()->emptyText(), QStringLiteral("No user is sent here now."));
    }

    void anotherRegionIsChosenByKeyboardAndTheWindowIsTold()
    {
        Detail d;
        QSignalSpy selected(&d.page, &Page::regionSelected);
        auto* choice = named<QComboBox>(d.page, QStringLiteral("Region"));
        QVERIFY(choice);
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(int(d.page.detail()->region().value), 1);
        d.page.setRegion(RegionId { 2 }); // from the window: not told back
        QCOMPARE(selected.count(), 1);
        QCOMPARE(choice->currentText(), QStringLiteral("Virginia"));
        d.page.setRegion(RegionId {});
        QCOMPARE(int(d.page.detail()->region().value), 2);
    }

    void twoRegionsAreComparedSideBySideAndInTheTable()
    {
        Detail d;
        QVERIFY(d.page.compared()->isHidden());
        auto* other = named<QComboBox>(d.page, QStringLiteral("Compare with another region"));
        QTest::keyClick(other, Qt::Key_Down);
        QTest::keyClick(other, Qt::Key_Down);
        QVERIFY(d.page.compared()->isVisible());
        QCOMPARE(int(d.page.compared()->region().value), 1);
        QTest::keyClick(&d.page, Qt::Key_T, Qt::ControlModifier);
        QVERIFY(d.page.isTable());
        QVERIFY(d.page.table()->text(0, 2).startsWith(QStringLiteral("Failed")));
        QVERIFY(d.page.table()->text(0, 4).startsWith(QStringLiteral("Serving")));
        d.page.compareWith(RegionId {});
        QVERIFY(d.page.compared()->isHidden());
        QVERIFY(d.page.table()->text(0, 4).isEmpty());
    }

    void fencingNamesItsEffectAndNeedsLeases()
    {
        Detail d(Scene::Calm);
        CommandButton* fence = d.button(QStringLiteral("Fence"));
        QVERIFY(fence);
        QVERIFY(!fence->isEnabled());
        QVERIFY(fence->toolTip().contains(QStringLiteral("no lease")));
        d.ireland().fence.isOn = true;
        d.ireland().fence.leaseLeft = 4s;
        d.page.setSnapshot(d.snapshot);
        QTest::mouseClick(fence, Qt::LeftButton);
        QCOMPARE(fence->text(), QStringLiteral("Confirm: Ireland writes for 4.0 s more at most"));
        QVERIFY(d.commands.empty());
        QTest::keyClick(fence, Qt::Key_Return);
        const auto& order = std::get<RegionOrder>(d.commands.back());
        QVERIFY(order.verb == RegionVerb::Fence);
        QCOMPARE(order.region, std::string("eu-west-1"));
        d.ireland().fence.isFenced = true;
        d.page.setSnapshot(d.snapshot);
        pressTwice(d.button(QStringLiteral("Lift fence")));
        QVERIFY(std::get<RegionOrder>(d.commands.back()).verb == RegionVerb::Unfence);
    }

    void recoveryOffersWhatTheStateAllowsAndSaysWhatItWaitsFor()
    {
        Detail d;
        QVERIFY(!d.button(QStringLiteral("Fail back"))->isEnabled());
        QVERIFY(d.button(QStringLiteral("Fail back"))->toolTip().contains(QStringLiteral("equal digests")));
        pressTwice(d.button(QStringLiteral("Restore")));
        QCOMPARE(std::get<RestoreRegion>(d.commands.back()).region, std::string("eu-west-1"));
        d.ireland().canFailBack = true;
        d.page.setSnapshot(d.snapshot);
        pressTwice(d.button(QStringLiteral("Fail back")));
        QVERIFY(std::holds_alternative<FailBack>(d.commands.back()));
        d.ireland().state = RegionState::Ramping;
        d.page.setSnapshot(d.snapshot);
        pressTwice(d.button(QStringLiteral("Abort fail back")));
        QVERIFY(std::holds_alternative<AbortFailBack>(d.commands.back()));
        QVERIFY(!d.button(QStringLiteral("Replay orphans"))->isEnabled());
        d.ireland().orphans.operations = 9;
        d.page.setSnapshot(d.snapshot);
        pressTwice(d.button(QStringLiteral("Replay orphans")));
        QVERIFY(std::get<RegionOrder>(d.commands.back()).verb == RegionVerb::ReplayOrphans);
        pressTwice(d.button(QStringLiteral("Evict")));
        QVERIFY(std::get<RegionOrder>(d.commands.back()).verb == RegionVerb::Evict);
    }

    void aShiftNeedsAReasonAndIsCancelledByTheSameButton()
    {
        Detail d(Scene::Calm);
        pressTwice(d.button(QStringLiteral("Shift away")));
        QVERIFY2(d.commands.empty(), "shifted away without a reason");
        auto* reason = named<QLineEdit>(*d.page.detail(), QStringLiteral("Reason for the shift"));
        QTest::keyClicks(reason, QStringLiteral("storm warning"));
        pressTwice(d.button(QStringLiteral("Shift away")));
        const auto& shift = std::get<ShiftAway>(d.commands.back());
        QCOMPARE(shift.reason, std::string("storm warning"));
        QVERIFY(shift.expiresAfter == Duration { 1h });
        d.snapshot.shifts = { { RegionId { 0 }, d.snapshot.now, d.snapshot.now + 5min, "storm", true, {} } };
        d.page.setSnapshot(d.snapshot);
        QVERIFY(!reason->isEnabled());
        pressTwice(d.button(QStringLiteral("Cancel shift")));
        QVERIFY(std::holds_alternative<CancelShift>(d.commands.back()));
    }

    void theDialAsksForItsShare()
    {
        Detail d(Scene::Calm);
        auto* dial = named<QComboBox>(*d.page.detail(),
            QStringLiteral("Dial: the share of its natural answers that the region may receive"));
        QVERIFY(dial);
        QTest::keyClick(dial, Qt::Key_Up);
        QCOMPARE(std::get<SetDial>(d.commands.back()).percent, 50);
    }

    void armingIsForgottenWhenAnotherRegionIsChosen()
    {
        Detail d;
        CommandButton* restore = d.button(QStringLiteral("Restore"));
        QTest::mouseClick(restore, Qt::LeftButton);
        QVERIFY(restore->isArmed());
        d.page.setRegion(RegionId { 1 });
        QVERIFY(!restore->isArmed());
    }

    void aNewRunForgetsTheOldOne()
    {
        Detail d;
        d.page.setWorld(d.world);
        Snapshot calm = cannedSnapshot(Scene::Calm, d.world);
        d.page.setSnapshot(calm);
        QVERIFY(d.page.detail()->transitions()->rows().empty());
        QVERIFY(d.page.detail()->rounds()->rounds().front() == StateShape::Ok);
    }

    void itIsPaintedInBothThemes()
    {
        Detail d;
        for (int i = 0; i < 40; ++i) {
            d.snapshot.now += 1s;
            d.snapshot.regions[1].services[0].rateHz = 800 + (i * 37) % 90;
            d.page.setSnapshot(d.snapshot);
        }
        paintEverywhere(d.page, QStringLiteral("region"));
        d.page.compareWith(RegionId { 1 });
        paintEverywhere(d.page, QStringLiteral("region-compared"));
    }
};

QTEST_MAIN(TestRegionPage)
#include "tst_region_page.moc"
