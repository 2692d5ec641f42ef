// SPDX-License-Identifier: GPL-3.0-or-later
// The routing console on canned snapshots: what it shows, and which commands its switches, dials and buttons
// ask for. SB_PICTURE=FILE keeps a picture of it.
#include "tests/support/fake_control_room.h"
#include "tests/support/find_button.h"
#include "ui/bridge/control_room_bridge.h"
#include "ui/pages/controls_card.h"
#include "ui/pages/plans_card.h"
#include "ui/pages/routing_page.h"
#include "ui/pages/shares_card.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command_button.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace sb;
using namespace sb::test;

namespace {

void pressTwice(QWidget* button)
{
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
}

struct Console {
    Console()
        : world(cannedWorld())
        , snapshot(cannedSnapshot(Scene::FailedOver, world))
    {
        addCannedRouting(snapshot, world);
        page.setWorld(world);
        page.setSnapshot(snapshot);
        page.resize(1080, 760);
        QObject::connect(&page, &RoutingPage::commandRequested, &page,
            [this](const Command& command) { commands.push_back(command); });
    }
    SwitchButton* toggle(const QString& name)
    {
        const auto all = page.controls()->findChildren<SwitchButton*>();
        for (SwitchButton* button : all) {
            if (button->accessibleName().contains(name))
                return button;
        }
        return nullptr;
    }

    ControlRoomBridge bridge { {}, std::make_unique<FakeControlRoom>() };
    WorldDescription world;
    Snapshot snapshot;
    RoutingPage page { bridge };
    std::vector<Command> commands;
};

} // namespace

class TestRoutingPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void switchesAreStagedAndAppliedTogetherAsOneTransaction()
    {
        Console console;
        SwitchButton* ireland = console.toggle(QStringLiteral("eu-west-1"));
        SwitchButton* singapore = console.toggle(QStringLiteral("ap-southeast-1"));
        QVERIFY(ireland && singapore);
        QCOMPARE(ireland->text(), QStringLiteral("Off"));
        QVERIFY(console.page.controls()->staged().changes.empty());
        ireland->click();
        singapore->click();
        console.page.setSnapshot(console.snapshot); // a tick does not take back what is staged
        QCOMPARE(ireland->text(), QStringLiteral("On"));
        QVERIFY2(console.commands.empty(), "a switch acts before it is applied");
        CommandButton* apply = buttonNamed(*console.page.controls(), QStringLiteral("Apply 2 change(s)"));
        QVERIFY(apply);
        pressTwice(apply);
        QCOMPARE(console.commands.size(), std::size_t { 1 });
        const auto& set = std::get<SetControls>(console.commands.front());
        QCOMPARE(set.changes.size(), std::size_t { 2 });
        QVERIFY(set.overrides.empty());
    }

    void aStagedSwitchIsForgottenOnceItHasComeTrue()
    {
        Console console;
        console.toggle(QStringLiteral("eu-west-1"))->click();
        QCOMPARE(console.page.controls()->staged().changes.size(), std::size_t { 1 });
        console.snapshot.controls.front().isOn = true;
        console.page.setSnapshot(console.snapshot);
        QVERIFY(console.page.controls()->staged().changes.empty());
    }

    void nothingCanBeAppliedWhileNothingIsStaged()
    {
        Console console;
        CommandButton* apply = buttonNamed(*console.page.controls(), QStringLiteral("Apply"));
        QVERIFY(apply);
        QVERIFY(!apply->isEnabled());
        SwitchButton* ireland = console.toggle(QStringLiteral("eu-west-1"));
        ireland->click();
        ireland->click(); // and back
        QVERIFY(!apply->isEnabled());
    }

    void aShiftNeedsAReasonAndIsCancelledByTheSameButton()
    {
        Console console;
        CommandButton* cancel = buttonNamed(*console.page.shares(), QStringLiteral("Cancel shift"));
        CommandButton* away = buttonNamed(*console.page.shares(), QStringLiteral("Shift away"));
        QVERIFY(cancel && away);
        pressTwice(cancel);
        QCOMPARE(console.commands.size(), std::size_t { 1 });
        QCOMPARE(std::get<CancelShift>(console.commands.front()).region, std::string("eu-west-1"));
        pressTwice(away);
        QVERIFY2(console.commands.size() == 1, "shifted away without a reason");
        const auto reasons = console.page.shares()->findChildren<QLineEdit*>();
        reasons.front()->setText(QStringLiteral("storm warning"));
        pressTwice(away);
        QCOMPARE(console.commands.size(), std::size_t { 2 });
        const auto& shift = std::get<ShiftAway>(console.commands.back());
        QCOMPARE(shift.reason, std::string("storm warning"));
        QVERIFY(shift.expiresAfter == Duration { 1h });
    }

    void aDialAsksForItsShare()
    {
        Console console;
        QComboBox* dial = nullptr;
        const auto boxes = console.page.shares()->findChildren<QComboBox*>();
        for (QComboBox* box : boxes) {
            if (box->accessibleName() == QStringLiteral("Dial of Singapore"))
                dial = box;
        }
        QVERIFY(dial);
        dial->setCurrentIndex(dial->findData(50));
        Q_EMIT dial->activated(dial->currentIndex());
        QCOMPARE(std::get<SetDial>(console.commands.front()).percent, 50);
    }

    void aPlanInMidRunOffersWhatItsStateAllowsAndNothingElse()
    {
        Console console;
        PlansCard& plans = *console.page.plans();
        QVERIFY(buttonNamed(plans, QStringLiteral("Approve"))->isEnabled());
        QVERIFY(!buttonNamed(plans, QStringLiteral("Start"))->isEnabled());
        QVERIFY(!buttonNamed(plans, QStringLiteral("Retry step"))->isEnabled());
        pressTwice(buttonNamed(plans, QStringLiteral("Approve")));
        QVERIFY(std::get<PlanOrder>(console.commands.back()).verb == PlanVerb::Approve);
        QTest::mouseClick(buttonNamed(plans, QStringLiteral("Pause")), Qt::LeftButton);
        QVERIFY(std::get<PlanOrder>(console.commands.back()).verb == PlanVerb::Pause);
        pressTwice(buttonNamed(plans, QStringLiteral("Go ungraceful")));
        QVERIFY(std::get<PlanOrder>(console.commands.back()).verb == PlanVerb::GoUngraceful);
        const auto* steps = plans.findChild<QTreeWidget*>();
        QCOMPARE(steps->topLevelItemCount(), 5);
        QCOMPARE(steps->topLevelItem(3)->text(1), QStringLiteral("waits for approval"));
    }

    void anotherPlanIsStartedForTheChosenRegion()
    {
        Console console;
        console.page.plans()->choose(QStringLiteral("switchover"));
        console.page.setSnapshot(console.snapshot);
        pressTwice(buttonNamed(*console.page.plans(), QStringLiteral("Start")));
        const auto& start = std::get<StartPlan>(console.commands.back());
        QCOMPARE(start.plan, std::string("switchover"));
        QCOMPARE(start.region, std::string("eu-west-1"));
        QVERIFY(start.isGraceful);
    }

    void anExecutionThatBeginsIsShownAndTheChoiceIsFreeAfterwards()
    {
        Console console;
        PlansCard& plans = *console.page.plans();
        plans.choose(QStringLiteral("failover"));
        console.page.setSnapshot(console.snapshot);
        console.snapshot.plans[1].execution = 1;
        console.snapshot.plans[1].state = "inProgress";
        console.page.setSnapshot(console.snapshot);
        QVERIFY(buttonNamed(plans, QStringLiteral("Go ungraceful")));
        QVERIFY(!buttonNamed(plans, QStringLiteral("Approve"))->isEnabled());
        plans.choose(QStringLiteral("failover"));
        console.page.setSnapshot(console.snapshot);
        QVERIFY(buttonNamed(plans, QStringLiteral("Approve"))->isEnabled());
    }

    void everyStateOfAnExecutionHasAWordAndAShape()
    {
        for (const char* state : { "pending", "inProgress", "pausedByFailedStep", "pausedByOperator",
                 "pendingManualApproval", "completedMonitoringApplicationHealth", "completed",
                 "completedWithExceptions", "canceled", "planExecutionTimedOut", "failed" })
            QVERIFY2(planStateWord(state) != QString::fromLatin1(state) || std::string(state) == "completed"
                    || std::string(state) == "failed",
                state);
        QVERIFY(shapeOfPlanState("failed") == StateShape::Failed);
        QVERIFY(shapeOfStepState("running") == StateShape::Recovering);
    }

    void aRunWithoutControlsAndPlansSaysSo()
    {
        ControlRoomBridge bridge({}, std::make_unique<FakeControlRoom>());
        RoutingPage page(bridge);
        const WorldDescription world = cannedWorld();
        page.setWorld(world);
        page.setSnapshot(cannedSnapshot(Scene::Calm, world));
        bool saysSo = false;
        const auto labels = page.findChildren<QLabel*>();
        for (const QLabel* label : labels)
            saysSo = saysSo || label->text() == QStringLiteral("This run knows no recovery plans.");
        QVERIFY(saysSo);
    }

    void anArmedButtonHasItsRowToItselfSoThatItsWordsFit()
    {
        Console console;
        console.page.plans()->choose(QStringLiteral("switchover"));
        console.page.setSnapshot(console.snapshot);
        console.page.show();
        CommandButton* start = buttonNamed(*console.page.plans(), QStringLiteral("Start"));
        CommandButton* evaluate = buttonNamed(*console.page.plans(), QStringLiteral("Evaluate"));
        QVERIFY(start && evaluate && evaluate->isVisible());
        QTest::mouseClick(start, Qt::LeftButton);
        QVERIFY(!evaluate->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QVERIFY(start->fontMetrics().horizontalAdvance(start->text()) < start->width());
        console.page.setSnapshot(console.snapshot); // a tick does not bring the others back
        QVERIFY(!evaluate->isVisible());
        QTest::keyClick(start, Qt::Key_Escape);
        QVERIFY(evaluate->isVisible());
        QVERIFY(console.commands.empty());
    }

    void nothingIsElidedInTheNarrowestWindow()
    {
        Console console;
        console.page.resize(692, 600);
        console.page.show();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QVERIFY(console.page.minimumSizeHint().width() <= 692);
        const auto buttons = console.page.findChildren<CommandButton*>();
        for (const CommandButton* button : buttons) {
            if (button->isVisible())
                QVERIFY2(button->fontMetrics().horizontalAdvance(button->text()) < button->width(),
                    qPrintable(button->text()));
        }
        const auto lines = console.page.plans()->findChildren<StateLine*>();
        for (const StateLine* line : lines) {
            if (line->isVisible())
                QVERIFY2(line->sizeHint().width() <= line->width(), qPrintable(line->text()));
        }
        const auto* steps = console.page.plans()->findChild<QTreeWidget*>();
        QVERIFY(steps->header()->length() <= steps->viewport()->width());
    }

    void stepsAreNamedInWordsAndWhatTheyWaitForIsUnderThem()
    {
        QCOMPARE(stepTitle("what-is-lost"), QStringLiteral("What is lost"));
        QCOMPARE(stepTitle(""), QString());
        Console console;
        const auto* steps = console.page.plans()->findChild<QTreeWidget*>();
        QCOMPARE(steps->topLevelItem(3)->childCount(), 1);
        QCOMPARE(steps->topLevelItem(3)->child(0)->text(0),
            QStringLiteral("waits for an approval, 8 min 56 s left"));
        QCOMPARE(steps->topLevelItem(0)->childCount(), 0);
    }

    void itIsPaintedInBothThemes()
    {
        ThemeManager::instance().install();
        for (const ThemeMode mode : { ThemeMode::Light, ThemeMode::Dark }) {
            ThemeManager::instance().setMode(mode);
            Console console;
            console.page.setAutoFillBackground(true);
            const QPixmap picture = console.page.grab();
            QVERIFY(!picture.isNull());
            if (const QString file = qEnvironmentVariable("SB_PICTURE"); !file.isEmpty())
                picture.save(QString(file).replace(QStringLiteral(".png"),
                    mode == ThemeMode::Light ? QStringLiteral("-light.png") : QStringLiteral("-dark.png")));
        }
    }
};

QTEST_MAIN(TestRoutingPage)
#include "tst_routing_page.moc"
