// SPDX-License-Identifier: GPL-3.0-or-later
// The routing console's further tabs on canned values: decisions and their explanation, a trial, staged
// shifts, forecasts, the comparison of health checks, zones. SB_PICTURE=FILE.png keeps a picture of each tab.
#include "tests/support/fake_control_room.h"
#include "ui/bridge/control_room_bridge.h"
#include "ui/pages/checks_card.h"
#include "ui/pages/decision_explorer.h"
#include "ui/pages/decision_stream.h"
#include "ui/pages/forecast_card.h"
#include "ui/pages/forecast_table.h"
#include "ui/pages/job_row.h"
#include "ui/pages/routing_page.h"
#include "ui/pages/shift_card.h"
#include "ui/pages/zone_card.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/decision_words.h"
#include "ui/widgets/explanation_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace sb;
using namespace sb::test;

namespace {

struct Console {
    explicit Console(Scene scene = Scene::FailedOver)
    {
        auto made = std::make_unique<FakeControlRoom>(scene);
        room = made.get();
        bridge = std::make_unique<ControlRoomBridge>(ControlRoomFactory {}, std::move(made));
        world = room->description();
        snapshot = cannedSnapshot(scene, world);
        addCannedRouting(snapshot, world);
        addCannedConsole(snapshot, world);
        page = std::make_unique<RoutingPage>(*bridge);
        page->setWorld(world);
        page->setSnapshot(snapshot);
        QObject::connect(page.get(), &RoutingPage::commandRequested, page.get(),
            [this](const Command& command) { commands.push_back(command); });
    }
    // Ends the latest job, and lets the page see it.
    void finish(std::optional<Error> error = {})
    {
        room->finish(room->jobList.size(), std::move(error));
        bridge->pump();
    }

    FakeControlRoom* room = nullptr; // the bridge's
    std::unique_ptr<ControlRoomBridge> bridge;
    WorldDescription world;
    Snapshot snapshot;
    std::unique_ptr<RoutingPage> page;
    std::vector<Command> commands;
};

QPushButton* buttonNamed(const QWidget& parent, const QString& text)
{
    const auto buttons = parent.findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (QString(button->text()).remove(QLatin1Char('&')) == text)
            return button;
    }
    return nullptr;
}

template<typename Widget> Widget* named(const QWidget& parent, const QString& accessibleName)
{
    const auto all = parent.findChildren<Widget*>();
    for (Widget* widget : all) {
        if (widget->accessibleName() == accessibleName)
            return widget;
    }
    return nullptr;
}

void pressTwice(QWidget* button)
{
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

class TestRoutingConsole : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void theStreamIsFilteredByCityRegionAndReason()
    {
        Console console;
        DecisionExplorer& explorer = *console.page->decisions();
        const QAbstractItemModel& rows = *explorer.table()->model();
        const int all = rows.rowCount();
        QCOMPARE(all, static_cast<int>(console.snapshot.decisions.size()));
        named<QLineEdit>(explorer, QStringLiteral("Only cities whose name has"))
            ->setText(QStringLiteral("mad"));
        QCOMPARE(rows.rowCount(), 1);
        QCOMPARE(rows.index(0, DecisionStream::City).data().toString(), QStringLiteral("Madrid"));
        named<QLineEdit>(explorer, QStringLiteral("Only cities whose name has"))->clear();
        auto* reason = named<QComboBox>(explorer, QStringLiteral("Only decisions by"));
        reason->setCurrentIndex(reason->findData(static_cast<int>(DecisionReason::NextLowestLatency)));
        QVERIFY(rows.rowCount() > 0 && rows.rowCount() < all);
        reason->setCurrentIndex(0);
        auto* region = named<QComboBox>(explorer, QStringLiteral("Only answers that name"));
        region->setCurrentIndex(region->findData(0)); // Ireland is out: nothing names it
        QCOMPARE(rows.rowCount(), 0);
    }

    void aHeldStreamKeepsWhatComesAndCountsWhatItMissed()
    {
        DecisionStream stream;
        QAbstractItemModelTester tester(&stream, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const WorldDescription world = cannedWorld();
        Snapshot snapshot = cannedSnapshot(Scene::Calm, world);
        stream.setWorld(world);
        stream.update(snapshot);
        const int first = stream.rowCount();
        QVERIFY(first > 0);
        stream.setHeld(true);
        DecisionView next = snapshot.decisions.front();
        next.number += 4; // three came between that no snapshot had
        snapshot.decisions.insert(snapshot.decisions.begin(), next);
        stream.update(snapshot);
        QCOMPARE(stream.rowCount(), first);
        QCOMPARE(stream.waiting(), std::size_t { 1 });
        QCOMPARE(stream.missed(), std::uint64_t { 3 });
        stream.setHeld(false);
        QCOMPARE(stream.rowCount(), first + 1);
        stream.update(snapshot); // the same again adds nothing
        QCOMPARE(stream.rowCount(), first + 1);
    }

    void theStreamStaysBounded()
    {
        DecisionStream stream;
        const WorldDescription world = cannedWorld();
        Snapshot snapshot = cannedSnapshot(Scene::Calm, world);
        stream.setWorld(world);
        for (int tick = 0; tick < 300; ++tick) {
            for (DecisionView& decision : snapshot.decisions)
                decision.number += snapshot.decisions.size();
            stream.update(snapshot);
        }
        QCOMPARE(stream.rowCount(), static_cast<int>(DecisionStream::kMostRows));
        QCOMPARE(stream.missed(), std::uint64_t { 0 });
    }

    void aStruckOutCandidateHasALineAndTheWord()
    {
        Console console;
        QVERIFY(console.page->explain());
        QCOMPARE(console.page->tab(), RoutingPage::Decisions);
        const ExplanationView& view = *console.page->decisions()->explanation();
        const QTreeWidget& candidates = *view.candidates();
        QCOMPARE(candidates.topLevelItemCount(), 2);
        const QTreeWidgetItem* ireland = candidates.topLevelItem(0);
        QVERIFY(ireland->font(0).strikeOut());
        QVERIFY(ireland->text(4).contains(QStringLiteral("struck out: unhealthy")));
        QCOMPARE(ireland->text(2), QStringLiteral("2 of 16"));
        const QTreeWidgetItem* singapore = candidates.topLevelItem(1);
        QVERIFY(!singapore->font(0).strikeOut());
        QCOMPARE(singapore->text(4), QStringLiteral("✓ chosen"));
        QVERIFY(singapore->text(3).startsWith(QStringLiteral("80"))); // its dial
        QVERIFY(view.plainText().contains(QStringLiteral("With Ireland healthy: Ireland")));
    }

    void theWayThroughTheRecordsIsATree()
    {
        Console console;
        console.page->explain();
        const QTreeWidget& records = *console.page->decisions()->explanation()->records();
        QCOMPARE(records.topLevelItemCount(), 3);
        const QTreeWidgetItem* group = records.topLevelItem(1)->child(0);
        QVERIFY(group);
        QCOMPARE(group->childCount(), 2);
        QVERIFY(group->child(0)->font(0).strikeOut());
        QVERIFY(group->child(0)->childCount() == 1); // the target's own group
        QVERIFY(!group->child(1)->font(0).strikeOut());
        QVERIFY(group->child(1)->text(0).startsWith(QStringLiteral("✓")));
    }

    void linesOfAnExplanationKeepDepthChoiceAndStrike()
    {
        const auto lines = explanationLines("a\n  > b, c; 9 ms; chosen\n    - d; struck out: held\n\n  - e");
        QCOMPARE(lines.size(), std::size_t { 4 });
        QVERIFY(lines[1].isChosen && lines[1].depth == 1 && lines[1].text == "b, c");
        QVERIFY(lines[1].why == "9 ms; chosen");
        QVERIFY(lines[2].isStruck && lines[2].depth == 2 && !lines[2].isChosen);
        QVERIFY(!lines[3].isStruck && lines[3].why.empty());
        QVERIFY(explanationLines("").empty());
    }

    void aTrialAsksForItsFocusAndShowsOnlyItsOwnAnswer()
    {
        Console console;
        DecisionExplorer& explorer = *console.page->decisions();
        int asked = 0;
        connect(console.page.get(), &Page::focusChanged, this, [&] { ++asked; });
        QVERIFY(!console.page->focus().trial.city.isValid());
        auto* city = named<QComboBox>(explorer, QStringLiteral("City that asks"));
        city->setEditText(QStringLiteral("Atlantis"));
        buttonNamed(explorer, QStringLiteral("Ask"))->click();
        QCOMPARE(asked, 0);
        city->setEditText(city->itemText(3));
        auto* kind = named<QComboBox>(explorer, QStringLiteral("Resolver"));
        kind->setCurrentIndex(1);
        named<QLineEdit>(explorer, QStringLiteral("Name asked for"))
            ->setText(QStringLiteral(" www.example.com "));
        buttonNamed(explorer, QStringLiteral("Ask"))->click();
        QCOMPARE(asked, 1);
        const RouteTrial trial = console.page->focus().trial;
        QVERIFY(trial.city.isValid() && trial.ignoresTtl && trial.name == "www.example.com");
        RouteTrial other = trial;
        other.name = "other.example.com";
        console.snapshot.trial = std::make_shared<const TrialView>(cannedTrial(other));
        console.page->setSnapshot(console.snapshot);
        QVERIFY(!explorer.explanation()->plainText().contains(QStringLiteral("Tried")));
        console.snapshot.trial = std::make_shared<const TrialView>(cannedTrial(trial));
        console.page->setSnapshot(console.snapshot);
        const QString text = explorer.explanation()->plainText();
        QVERIFY2(text.contains(QStringLiteral("would now be answered Singapore")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("still holds Ireland")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("struck out: unhealthy")), qPrintable(text));
        buttonNamed(explorer, QStringLiteral("End trial"))->click();
        QCOMPARE(asked, 2);
        QVERIFY(!console.page->focus().trial.city.isValid());
    }

    void aTrialThatCannotBeMadeSaysWhy()
    {
        ExplanationView view;
        view.setWorld(cannedWorld());
        TrialView trial;
        trial.asked.city = CityId { 1 };
        trial.error = "the zone has no name 'x'; ask for api.bookstore.example";
        view.setTrial(trial);
        QVERIFY(view.plainText().contains(QStringLiteral("the zone has no name 'x'")));
    }

    void aShiftGoesStageByStageAndOnlyWhenTheOperatorSaysSo()
    {
        Console console(Scene::Calm);
        console.page->showTab(RoutingPage::Shift);
        ShiftCard& card = *console.page->shift();
        const int wanted[] { 99, 90, 50, 0 };
        for (int stage = 0; stage < 4; ++stage)
            QCOMPARE(card.dialAt(stage), wanted[stage]);
        for (int stage = 0; stage < 4; ++stage) {
            for (int tick = 0; tick < 3; ++tick)
                console.page->setSnapshot(console.snapshot);
            QCOMPARE(console.commands.size(), static_cast<std::size_t>(stage));
            pressTwice(card.next());
            QCOMPARE(console.commands.size(), static_cast<std::size_t>(stage) + 1);
            QVERIFY((console.commands.back() == Command { SetDial { "eu-west-1", wanted[stage] } }));
            QVERIFY(card.stage(stage)->shape() == StateShape::Recovering);
            console.snapshot.admissions[0].dialPercent = wanted[stage];
            console.snapshot.admissions[0].perMille = wanted[stage] * 10;
            console.page->setSnapshot(console.snapshot);
            QVERIFY(card.stage(stage)->shape() == StateShape::Ok);
        }
        QVERIFY(!card.next()->isEnabled());
        pressTwice(card.back());
        QVERIFY((console.commands.back() == Command { SetDial { "eu-west-1", 100 } }));
        QVERIFY(!card.back()->isEnabled());
    }

    void aPartOfTheAnswersIsMovedFromWhereTheDialStands()
    {
        Console console(Scene::Calm);
        ShiftCard& card = *console.page->shift();
        named<QComboBox>(card, QStringLiteral("Region to move traffic away from"))->setCurrentIndex(1);
        named<QSpinBox>(card, QStringLiteral("Share of its answers to move away"))->setValue(50);
        const int wanted[] { 79, 76, 60, 40 }; // its dial stands at 80 %
        for (int stage = 0; stage < 4; ++stage)
            QCOMPARE(card.dialAt(stage), wanted[stage]);
    }

    void risingErrorsAdviseToHold()
    {
        Console console(Scene::Calm);
        ShiftCard& card = *console.page->shift();
        console.snapshot.capacity.back() = { 0.2, 0.3, 1, kFullNever, 0 };
        console.page->setSnapshot(console.snapshot);
        QVERIFY2(card.advice()->shape() != StateShape::Degraded, qPrintable(card.advice()->text()));
        pressTwice(card.next());
        console.snapshot.totals.errorShare = 0.031;
        console.page->setSnapshot(console.snapshot);
        QVERIFY(card.advice()->shape() == StateShape::Degraded);
        QVERIFY(card.advice()->text().startsWith(QStringLiteral("Hold: errors at 3.1")));
        QTest::mouseClick(card.next(), Qt::LeftButton);
        QVERIFY(card.next()->text().startsWith(QStringLiteral("Confirm against the hold")));
    }

    void aReceiverThatWouldOverflowAdvisesToHold()
    {
        Console console(Scene::Calm);
        for (RegionView& region : console.snapshot.regions)
            region.capacityHz = console.snapshot.totals.requestRateHz / 200;
        console.page->setSnapshot(console.snapshot);
        const QString advice = console.page->shift()->advice()->text();
        QVERIFY2(
            advice.contains(QStringLiteral("the next stage would bring Singapore to")), qPrintable(advice));
    }

    void plannedSharesFollowDialsAndHealth()
    {
        const WorldDescription world = cannedWorld();
        Snapshot snapshot = cannedSnapshot(Scene::Calm, world);
        PlannedShares plan;
        QCOMPARE(plan.shares(snapshot, {})[0], 0.0); // nothing is known yet
        plan.learn(snapshot);
        const std::vector<double> natural = plan.shares(snapshot, {});
        QVERIFY(natural[0] > 0 && natural[1] > 0);
        QVERIFY(qAbs(natural[0] + natural[1] - 1) < 1e-9);
        const std::vector<double> half = plan.shares(snapshot, { RegionId { 0 }, 50 });
        QVERIFY(qAbs(half[0] - natural[0] / 2) < 1e-9);
        QVERIFY(qAbs(half[0] + half[1] - 1) < 1e-9);
        snapshot.regions[0].health.isHealthy = false;
        QCOMPARE(plan.shares(snapshot, {})[0], 0.0);
        snapshot.regions[1].health.isHealthy = false; // nobody: the preferred ones answer all the same
        QVERIFY(qAbs(plan.shares(snapshot, {})[0] - natural[0]) < 1e-9);
    }

    void aForecastRunsIsCancelledAndTellsWhyItFailed()
    {
        Console console;
        ForecastCard& card = *console.page->forecast();
        auto* what = named<QComboBox>(card, QStringLiteral("What is done"));
        QVERIFY(!card.command()); // nothing is done, at first
        what->setCurrentIndex(1);
        QPushButton* run = buttonNamed(card, QStringLiteral("Forecast"));
        run->click();
        QVERIFY(card.job()->isRunning() && !run->isEnabled());
        QCOMPARE(console.room->forecasts.size(), std::size_t { 1 });
        QCOMPARE(console.room->forecasts.back().futures, 24);
        QVERIFY(console.room->forecasts.back().horizon == Duration { 5min });
        QCOMPARE(
            std::get<InjectFault>(*console.room->forecasts.back().command).region, std::string("eu-west-1"));
        card.job()->cancelButton()->click();
        console.bridge->pump();
        QVERIFY(!card.job()->isRunning() && run->isEnabled());
        QCOMPARE(card.job()->end()->text(), QStringLiteral("Cancelled"));
        run->click();
        console.finish(Error { Errc::Refused, "Ireland has failed already" });
        QVERIFY(card.job()->end()->text().contains(QStringLiteral("Ireland has failed already")));
        QCOMPARE(card.table()->columnCount(), 0);
    }

    void theLatestThreeForecastsStandSideBySideWithUnits()
    {
        Console console;
        ForecastCard& card = *console.page->forecast();
        for (int i = 0; i < 4; ++i) {
            console.room->forecastView = std::make_shared<const ForecastView>(cannedForecast(i * 8));
            buttonNamed(card, QStringLiteral("Forecast"))->click();
            console.finish();
        }
        const ForecastTable& table = *card.table();
        QCOMPARE(table.columnCount(), 3);
        QCOMPARE(table.rowCount(), static_cast<int>(ForecastTable::kMeasureCount));
        const QString rto = table.index(ForecastTable::Interruption, 0).data().toString();
        QVERIFY2(rto.contains(QStringLiteral("1 min 22 s (1 min 04 s – 2 min 20 s)")), qPrintable(rto));
        QVERIFY2(rto.contains(QStringLiteral("24 of 24")), qPrintable(rto));
        QVERIFY(table.index(ForecastTable::PeakLoad, 0).data().toString().contains(QLatin1Char('%')));
        const QStringList lines = table.csv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1 + 3 * static_cast<int>(ForecastTable::kMeasureCount));
        QVERIFY(lines[1].contains(QStringLiteral("Interruption (RTO),s,24,61.000,64.000,82.000")));
        buttonNamed(card, QStringLiteral("Copy as CSV"))->click();
        QCOMPARE(QApplication::clipboard()->text(), table.csv());
    }

    void aQuietForecastSaysThatNothingWasInterrupted()
    {
        ForecastTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.add(std::make_shared<const ForecastView>(cannedForecast(0)), QStringLiteral("nothing"));
        QVERIFY(
            table.index(ForecastTable::Interruption, 0).data().toString().startsWith(QStringLiteral("none")));
        QCOMPARE(table.index(ForecastTable::Interruption, 0).data(ForecastTable::ScaleRole).toDouble(), 0.0);
    }

    void checksAreComparedAndTheBestOneIsNamed()
    {
        Console console;
        ChecksCard& card = *console.page->checks();
        auto* incident = named<QComboBox>(card, QStringLiteral("Incident"));
        incident->setCurrentIndex(1);
        named<QSpinBox>(card, QStringLiteral("Seeds for each setting"))->setValue(7);
        buttonNamed(card, QStringLiteral("Compare"))->click();
        QVERIFY(console.room->comparisons.back() == std::pair(CheckIncident::GrayFailure, 7));
        console.room->comparisonView = std::make_shared<const CheckComparisonView>(cannedComparison());
        console.finish();
        QCOMPARE(card.table()->topLevelItemCount(), 10);
        int best = 0;
        for (int i = 0; i < 10; ++i)
            best += card.table()->topLevelItem(i)->text(0).startsWith(QStringLiteral("✓")) ? 1 : 0;
        QCOMPARE(best, 1);
        QCOMPARE(card.table()->topLevelItem(0)->text(2), QStringLiteral("never"));
        const QStringList lines = card.csv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 11);
        QVERIFY(lines[2].startsWith(QStringLiteral("gray-failure,route53,10,3,deep,5,5,31.000,44.000")));
    }

    void aZoneFileIsJudgedOffTheUiThreadAndItsFindingsStandInATable()
    {
        Console console;
        ZoneCard& card = *console.page->zone();
        QVERIFY(card.summary()->text().contains(QStringLiteral("the program's own zone")));
        card.check(QStringLiteral("/home/ops/zone.json"), QString());
        QCOMPARE(console.room->zoneFiles.back().first, std::string("/home/ops/zone.json"));
        QCOMPARE(card.table()->topLevelItemCount(), 0); // nothing before the job has ended
        console.room->reportView = std::make_shared<const ZoneReportView>(cannedZoneReport());
        console.finish();
        QCOMPARE(card.table()->topLevelItemCount(), 4);
        QCOMPARE(card.table()->topLevelItem(0)->text(0), QStringLiteral("error"));
        QVERIFY(card.table()->topLevelItem(0)->text(3).contains(QStringLiteral("attach a health check")));
        QVERIFY(card.summary()->shape() == StateShape::Failed);
        card.check(QStringLiteral("/nowhere.json"), QString());
        console.finish(Error { Errc::UnknownName, "/nowhere.json: this file cannot be read" });
        QVERIFY(card.job()->end()->text().contains(QStringLiteral("/nowhere.json")));
    }

    void aRunWithAZoneOfItsOwnSaysSo()
    {
        auto made = std::make_unique<FakeControlRoom>();
        ZoneReportView own = cannedZoneReport();
        own.source.clear();
        own.name = "api.example.com.";
        made->zoneOfRun = std::make_shared<const ZoneReportView>(own);
        ControlRoomBridge bridge({}, std::move(made));
        RoutingPage page(bridge);
        page.setWorld(bridge.world());
        QVERIFY(page.zone()->summary()->text().contains(QStringLiteral("api.example.com.")));
        QVERIFY(page.zone()->summary()->text().contains(QStringLiteral("17 record")));
        QCOMPARE(page.zone()->table()->topLevelItemCount(), 4);
    }

    void everyTabIsPaintedInBothThemesAndBothSizes()
    {
        ThemeManager::instance().install();
        for (const ThemeMode mode : { ThemeMode::Light, ThemeMode::Dark }) {
            ThemeManager::instance().setMode(mode);
            for (const QSize size : { QSize(786, 560), QSize(1086, 760) }) {
                Console console;
                paint(console, size,
                    QStringLiteral("-%1-%2")
                        .arg(mode == ThemeMode::Light ? QStringLiteral("light") : QStringLiteral("dark"))
                        .arg(size.width()));
            }
        }
    }

private:
    void paint(Console& console, QSize size, const QString& kind)
    {
        RoutingPage& page = *console.page;
        page.setAutoFillBackground(true);
        page.resize(size);
        for (int i = 0; i < 3; ++i) {
            console.room->forecastView = std::make_shared<const ForecastView>(cannedForecast(i * 8));
            buttonNamed(*page.forecast(), QStringLiteral("Forecast"))->click();
            console.finish();
        }
        console.room->comparisonView = std::make_shared<const CheckComparisonView>(cannedComparison());
        buttonNamed(*page.checks(), QStringLiteral("Compare"))->click();
        console.finish();
        console.room->reportView = std::make_shared<const ZoneReportView>(cannedZoneReport());
        page.zone()->check(QStringLiteral("/home/ops/zone.json"), QString());
        console.finish();
        page.show();
        for (int tab = 0; tab < RoutingPage::kTabs; ++tab) {
            page.showTab(static_cast<RoutingPage::Tab>(tab));
            if (tab == RoutingPage::Decisions)
                page.explain();
            QCoreApplication::sendPostedEvents();
            const QPixmap picture = page.grab();
            QVERIFY(!picture.isNull());
            if (const QString file = qEnvironmentVariable("SB_PICTURE"); !file.isEmpty())
                picture.save(QString(file).replace(
                    QStringLiteral(".png"), QStringLiteral("-%1%2.png").arg(tab).arg(kind)));
        }
    }
};

QTEST_MAIN(TestRoutingConsole)
#include "tst_routing_console.moc"
