// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the window, each alone: arming, inspector, decisions and their explanation, journal, table.
#include "tests/support/fake_control_room.h"
#include "tests/support/find_button.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/conditions.h"
#include "ui/widgets/decisions_list.h"
#include "ui/widgets/decisions_model.h"
#include "ui/widgets/event_model.h"
#include "ui/widgets/explain_panel.h"
#include "ui/widgets/fault_palette.h"
#include "ui/widgets/inspector_facts.h"
#include "ui/widgets/journal_view.h"
#include "ui/widgets/region_inspector.h"
#include "ui/widgets/status_pill.h"
#include "ui/widgets/status_table.h"

#include <QAbstractItemModelTester>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace sb;
using namespace sb::test;

namespace {

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void dangerousButtonArmsFirstAndConfirmsInPlace()
    {
        CommandButton button;
        button.setTexts(QStringLiteral("Fail region…"), QStringLiteral("Confirm: fail Ireland"));
        QSignalSpy confirmed(&button, &CommandButton::confirmed);
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(button.isArmed());
        QCOMPARE(button.text(), QStringLiteral("Confirm: fail Ireland"));
        QCOMPARE(button.accessibleName(), QStringLiteral("Confirm: fail Ireland"));
        QCOMPARE(confirmed.count(), 0);
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(confirmed.count(), 1);
        QVERIFY(!button.isArmed());
    }

    void whatIsShortenedIsSaidInFullByItsTooltip()
    {
        const QString words = QStringLiteral("At risk 17 orders and some more words");
        StatusPill pill;
        pill.setStatus(StateShape::Degraded, words, QStringLiteral("17"));
        CommandButton button;
        button.setTexts(words, QStringLiteral("Confirm"));
        for (QWidget* widget : { static_cast<QWidget*>(&pill), static_cast<QWidget*>(&button) }) {
            widget->setToolTip(QStringLiteral("why"));
            for (const bool isNarrow : { false, true }) {
                widget->resize(isNarrow ? 60 : 600, 30);
                widget->show();
                const QPoint middle = widget->rect().center();
                QHelpEvent help(QEvent::ToolTip, middle, widget->mapToGlobal(middle));
                QCoreApplication::sendEvent(widget, &help);
                QCOMPARE(
                    QToolTip::text(), isNarrow ? words + QStringLiteral("\nwhy") : QStringLiteral("why"));
            }
            widget->hide();
        }
    }

    void escapeDisarms()
    {
        CommandButton button;
        button.setTexts(QStringLiteral("Fail"), QStringLiteral("Confirm"));
        QSignalSpy confirmed(&button, &CommandButton::confirmed);
        QTest::keyClick(&button, Qt::Key_Return);
        QVERIFY(button.isArmed());
        QTest::keyClick(&button, Qt::Key_Escape);
        QVERIFY(!button.isArmed());
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(confirmed.count(), 0);
    }

    void harmlessButtonConfirmsAtOnce()
    {
        CommandButton button;
        button.setTexts(QStringLiteral("Restore region"));
        QSignalSpy confirmed(&button, &CommandButton::confirmed);
        button.click();
        QCOMPARE(confirmed.count(), 1);
    }

    void unchangedTextsKeepTheButtonArmed()
    {
        CommandButton button;
        button.setTexts(QStringLiteral("Fail"), QStringLiteral("Confirm: Ireland"));
        button.click();
        button.setTexts(QStringLiteral("Fail"), QStringLiteral("Confirm: Ireland"));
        QVERIFY(button.isArmed());
        button.setTexts(QStringLiteral("Fail"), QStringLiteral("Confirm: Singapore"));
        QVERIFY(!button.isArmed());
    }

    void inspectorFailsACalmRegionAndRestoresABrokenOne()
    {
        const WorldDescription world = cannedWorld();
        RegionInspector inspector;
        inspector.setWorld(world);
        inspector.setItem(MapItem::forRegion(RegionId { 0 }));
        inspector.setSnapshot(cannedSnapshot(Scene::Calm, world));
        std::vector<Command> commands;
        connect(&inspector, &RegionInspector::commandRequested, this,
            [&](const Command& c) { commands.push_back(c); });
        CommandButton* fail = buttonNamed(inspector, QStringLiteral("Fail region…"));
        QVERIFY(fail);
        fail->click();
        QVERIFY(commands.empty());
        fail->click();
        QVERIFY(std::get<InjectFault>(commands.back()).kind == FaultKind::RegionOutage);
        inspector.setSnapshot(cannedSnapshot(Scene::Failing, world));
        CommandButton* restore = buttonNamed(inspector, QStringLiteral("Restore region"));
        QVERIFY(restore);
        restore->click();
        QVERIFY(commands.back() == Command { RestoreRegion { "eu-west-1" } });
        QVERIFY(!buttonNamed(inspector, QStringLiteral("Fail back… (not ready)"))->isEnabled());
    }

    void inspectorOffersToAbortARunningFailBack()
    {
        const WorldDescription world = cannedWorld();
        RegionInspector inspector;
        inspector.setWorld(world);
        inspector.setItem(MapItem::forRegion(RegionId { 0 }));
        inspector.setSnapshot(cannedSnapshot(Scene::FailingBack, world));
        QVERIFY(buttonNamed(inspector, QStringLiteral("Abort fail back…"))->isEnabled());
    }

    void factsNameTheCheckThatFailed()
    {
        const WorldDescription world = cannedWorld();
        const Snapshot failing = cannedSnapshot(Scene::Failing, world);
        const std::vector<Fact> facts = regionFacts(world, failing, failing.regions[0]);
        QCOMPARE(facts[0].value, QStringLiteral("no answer"));
        QCOMPARE(facts[1].value, QStringLiteral("14 of 16 red"));
        QCOMPARE(facts[1].shape, StateShape::Failed);
        QCOMPARE(stateSentence(world, failing, failing.regions[0]),
            QStringLiteral("Failed since 14:31:25 (42 s)"));
        QCOMPARE(riskFacts(world, failing.regions[0]).front().name, QStringLiteral("#48,213"));
        QCOMPARE(riskSummary(failing.regions[0]),
            QStringLiteral("27 writes more · 17 orders, € 412.35, oldest 0.62 s"));
    }

    void conditionsAreRankedAndAtMostFive()
    {
        const WorldDescription world = cannedWorld(5);
        QVERIFY(rankedConditions(world, cannedSnapshot(Scene::Calm, world)).empty());
        Snapshot failing = cannedSnapshot(Scene::Failing, world);
        for (RegionView& region : failing.regions) {
            if (region.id.value > 0) {
                region.state = RegionState::Degraded;
                region.reason = RegionReason::ErrorsHigh;
            }
        }
        const std::vector<Condition> list = rankedConditions(world, failing);
        QCOMPARE(list.size(), kMostConditions);
        QCOMPARE(list.front().item, MapItem::forRegion(RegionId { 0 }));
        QVERIFY(list.front().title.startsWith(QStringLiteral("Ireland does not answer.")));
        for (std::size_t i = 1; i < list.size(); ++i)
            QVERIFY(list[i - 1].rank >= list[i].rank);
    }

    void decisionsComeOnTopWithoutLosingTheSelection()
    {
        const WorldDescription world = cannedWorld();
        Snapshot s = cannedSnapshot(Scene::Calm, world);
        DecisionsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorld(world);
        model.update(s);
        const int before = model.rowCount();
        const QPersistentModelIndex second = model.index(1);
        const auto number = second.data(DecisionsModel::NumberRole);
        for (int tick = 0; tick < 200; ++tick) {
            DecisionView next = s.decisions.front();
            ++next.number;
            s.decisions.insert(s.decisions.begin(), next);
            s.decisions.resize(32 < s.decisions.size() ? 32 : s.decisions.size());
            model.update(s);
            if (tick == 2) {
                QCOMPARE(model.rowCount(), before + 3);
                QCOMPARE(second.row(), 4);
                QCOMPARE(second.data(DecisionsModel::NumberRole), number);
            }
        }
        QCOMPARE(model.rowCount(), static_cast<int>(DecisionsModel::kMostRows));
    }

    void explanationNamesTheWinnerTheStruckOutAndTheCounterfactual()
    {
        const WorldDescription world = cannedWorld();
        DecisionsList list;
        list.setWorld(world);
        list.setSnapshot(cannedSnapshot(Scene::Failing, world));
        list.show();
        list.explain();
        QVERIFY(list.panel()->isVisible());
        const QString text = list.panel()->plainText();
        QVERIFY(text.contains(QStringLiteral("✓ chosen")));
        QVERIFY(text.contains(QStringLiteral("2/16")));
        QVERIFY(text.contains(QStringLiteral("unhealthy")));
        QVERIFY(text.contains(QStringLiteral("With Ireland healthy: Ireland")));
        QTest::keyClick(list.view(), Qt::Key_Escape);
        QVERIFY(!list.panel()->isVisible());
    }

    void journalFiltersByWordAndCopiesWhatItShows()
    {
        const WorldDescription world = cannedWorld();
        JournalView journal;
        journal.setWorld(world);
        const std::vector<Event> events = cannedEvents(Scene::FailedBack, world);
        journal.appendEvents(events);
        QCOMPARE(journal.table()->model()->rowCount(), static_cast<int>(events.size()));
        journal.filter()->setText(QStringLiteral("fail back ireland"));
        QCOMPARE(journal.table()->model()->rowCount(), 2);
        const QStringList lines = journal.csv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.front().startsWith(QStringLiteral("No.,Virtual time,Severity")));
        journal.filter()->setText(QStringLiteral("no such word"));
        QCOMPARE(journal.table()->model()->rowCount(), 0);
    }

    void journalStaysBoundedOverAThousandTicks()
    {
        EventModel model;
        model.setWorld(cannedWorld());
        std::vector<Event> batch(30);
        std::uint64_t seq = 0;
        for (int tick = 0; tick < 1000; ++tick) {
            for (Event& event : batch)
                event.seq = EventSeq { ++seq };
            model.append(batch);
        }
        QCOMPARE(model.rowCount(), static_cast<int>(EventModel::kMostRows));
        QCOMPARE(model.dropped(), seq - EventModel::kMostRows);
        QCOMPARE(model.eventAt(model.rowCount() - 1).seq.value, seq);
    }

    void journalModelKeepsTheContractOfModels()
    {
        EventModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const WorldDescription world = cannedWorld();
        model.setWorld(world);
        for (int i = 0; i < 5; ++i)
            model.append(cannedEvents(Scene::FailedBack, world));
        model.append({});
        model.setWorld(world);
        QCOMPARE(model.rowCount(), 0);
    }

    void statusTableSaysWhatTheMapSays()
    {
        const WorldDescription world = cannedWorld(3);
        StatusModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWorld(world);
        model.setSnapshot(std::make_shared<const Snapshot>(cannedSnapshot(Scene::Failing, world)));
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(
            model.index(0, StatusModel::State).data().toString(), QStringLiteral("Failed · no answer 42 s"));
        const QString link = model.index(3, StatusModel::Name).data().toString();
        QCOMPARE(link, QStringLiteral("Ireland – Singapore"));
        QCOMPARE(model.rowOf(MapItem::forRegion(RegionId { 2 })), 2);
        QCOMPARE(model.rowOf(MapItem {}), -1);
    }

    void chipsOfferTheirFaultWithTheChosenDuration()
    {
        FaultPalette palette;
        palette.setDuration(5min);
        QSignalSpy offered(&palette, &FaultPalette::offered);
        palette.chip(FaultKind::MappingRemoved)->click();
        QCOMPARE(offered.count(), 1);
        QCOMPARE(palette.offer(FaultKind::MappingRemoved).expiresAfter, Duration(5min));
        palette.setDuration(7min); // not in the list: nothing changes
        QCOMPARE(palette.offer(FaultKind::MappingRemoved).expiresAfter, Duration(5min));
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
