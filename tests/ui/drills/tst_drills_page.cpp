// SPDX-License-Identifier: GPL-3.0-or-later
// The page of drills on canned ones: choosing, starting, following, editing and repeating, and what is
// refused.
#include "tests/support/fake_control_room.h"
#include "tests/ui/pages/page_test.h"
#include "ui/bridge/control_room_bridge.h"
#include "ui/drills/drill_editor.h"
#include "ui/drills/drill_list_card.h"
#include "ui/drills/drill_progress_card.h"
#include "ui/drills/drill_words.h"
#include "ui/drills/drills_page.h"
#include "ui/drills/outcome_histogram.h"
#include "ui/drills/repeats_card.h"
#include "ui/pages/job_row.h"
#include "ui/pages/row_table.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>

#include <algorithm>

using namespace sb;
using namespace sb::test;

namespace {

struct Desk {
    explicit Desk(bool hasFactory = true)
        : bridge(hasFactory ? ControlRoomFactory([this](const RunRequest& request) { return make(request); })
                            : ControlRoomFactory {},
            first())
        , page(bridge)
    {
        page.setOwnFolder(folder.path() + QStringLiteral("/own"));
        page.resize(1080, 760);
        QObject::connect(&bridge, &ControlRoomBridge::worldReplaced, &page, [this] { adopt(); });
        adopt();
        finish();
        page.show();
    }
    std::unique_ptr<ControlRoom> first()
    {
        auto made = std::make_unique<FakeControlRoom>(Scene::Calm, 3);
        room = made.get();
        return made;
    }
    Result<std::unique_ptr<ControlRoom>> make(const RunRequest& request)
    {
        if (!refusal.empty())
            return tl::make_unexpected(Error { Errc::BadInput, refusal });
        requests.push_back(request);
        auto made = std::make_unique<FakeControlRoom>(Scene::Failing, 3);
        made->drillView = std::make_shared<const DrillView>(cannedDrill(false));
        room = made.get();
        return made;
    }
    void adopt()
    {
        page.setWorld(bridge.world());
        look();
    }
    void look()
    {
        bridge.pump();
        page.noteSnapshot(*bridge.snapshot());
        page.setSnapshot(*bridge.snapshot());
    }
    // Every job ends well.
    void finish()
    {
        for (std::size_t i = 0; i < room->jobList.size(); ++i)
            if (!room->jobList[i].isFinished)
                room->finish(room->jobList[i].id);
        look();
    }
    QPushButton* button(const QString& start)
    {
        const auto buttons = page.findChildren<QPushButton*>();
        for (QPushButton* candidate : buttons)
            if (QString(candidate->text()).remove(QLatin1Char('&')).startsWith(start))
                return candidate;
        qFatal("no button %s", qPrintable(start));
    }

    QTemporaryDir folder;
    std::vector<RunRequest> requests;
    std::string refusal;
    FakeControlRoom* room = nullptr;
    ControlRoomBridge bridge;
    DrillsPage page;
};

} // namespace

class TestDrillsPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void theProgramsDrillsAreListedWithoutAFolderAndFoundByAFewLetters()
    {
        Desk d;
        QCOMPARE(d.room->drillLists, std::vector<std::string> { "" });
        RowTable* table = d.page.list()->table();
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->text(0, 0), QStringLiteral("Region outage, Ireland"));
        QCOMPARE(table->text(0, 1), QStringLiteral("easy"));
        QCOMPARE(table->text(0, 2), QStringLiteral("14 min"));
        QCOMPARE(table->text(2, 2), QStringLiteral("mistakes"));
        QVERIFY(says(d.page, QStringLiteral("checks: 12")));
        d.page.list()->filter()->setText(QStringLiteral("hard"));
        QCOMPARE(table->model()->rowCount(), 1);
        d.page.list()->filter()->setText(QStringLiteral("zzz"));
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(!table->emptyText().isEmpty());
    }

    void startingAsksForTheDrillsRunWithItsSeedSpeedAndPause()
    {
        Desk d;
        auto* speed = named<QComboBox>(d.page, QStringLiteral("Speed"));
        speed->setCurrentIndex(speed->findData(1000));
        QTest::mouseClick(d.button(QStringLiteral("Start paused")), Qt::LeftButton);
        QCOMPARE(d.requests.size(), 1U);
        QCOMPARE(d.requests[0].drillPath, std::string("shipped:drills/region-outage.toml"));
        QVERIFY(d.requests[0].isSeedOfDrill);
        QVERIFY(d.room->pace.isPaused);
        QCOMPARE(d.room->pace.speedPercent, 1000);
        d.page.list()->seed()->setText(QStringLiteral("4711"));
        QTest::mouseClick(d.button(QStringLiteral("Start")), Qt::LeftButton);
        QCOMPARE(d.requests.size(), 2U);
        QVERIFY(!d.requests[1].isSeedOfDrill);
        QCOMPARE(d.requests[1].seed, 4711U);
        QVERIFY(!d.room->pace.isPaused);
    }

    void aDrillWithMistakesCannotBeStartedAndARefusalSaysWhy()
    {
        Desk d;
        d.page.list()->choose(QStringLiteral("shipped:drills/broken.toml"));
        QVERIFY(!d.button(QStringLiteral("Start"))->isEnabled());
        QVERIFY(says(d.page, QStringLiteral("broken.toml:2:1")));
        d.page.list()->choose(QStringLiteral("shipped:drills/region-outage.toml"));
        d.refusal = "the disk is full";
        QTest::mouseClick(d.button(QStringLiteral("Start")), Qt::LeftButton);
        QVERIFY(d.requests.empty());
        QVERIFY(d.page.notice()->text().contains(QStringLiteral("the disk is full")));
        Desk alone(false);
        QTest::mouseClick(alone.button(QStringLiteral("Start")), Qt::LeftButton);
        QVERIFY(alone.page.notice()->text().contains(QStringLiteral("cannot start another")));
    }

    void stepsAreTickedOffAndTheNextOneIsCountedDown()
    {
        Desk d;
        QVERIFY(d.page.progress()->next()->text().contains(QStringLiteral("no drill")));
        d.room->drillView = std::make_shared<const DrillView>(cannedDrill(false));
        d.look();
        RowTable* steps = d.page.progress()->steps();
        QCOMPARE(steps->model()->rowCount(), 3);
        QCOMPARE(steps->text(0, 1), QStringLiteral("done"));
        QCOMPARE(steps->text(1, 1), QStringLiteral("refused"));
        QCOMPARE(steps->text(2, 1), QStringLiteral("due"));
        QVERIFY(d.page.progress()->next()->text().startsWith(QStringLiteral("Next in ")));
        QVERIFY(d.page.progress()->next()->text().endsWith(QStringLiteral("fail-back eu-west-1")));
        steps->setCurrentIndex(steps->model()->index(1, 0));
        QVERIFY(says(d.page, QStringLiteral("clear it first")));
    }

    void checksAreNotFailedBeforeTheEndAndLeadToTheirEvent()
    {
        Desk d;
        d.room->drillView = std::make_shared<const DrillView>(cannedDrill(false));
        d.look();
        RowTable* checks = d.page.progress()->checks();
        QCOMPARE(checks->text(0, 0), QStringLiteral("passes so far"));
        QCOMPARE(checks->text(1, 0), QStringLiteral("not yet"));
        QSignalSpy asked(&d.page, &DrillsPage::eventRequested);
        checks->setCurrentIndex(checks->model()->index(1, 0));
        QVERIFY(!d.button(QStringLiteral("Show its event"))->isEnabled());
        checks->setCurrentIndex(checks->model()->index(0, 0));
        QTest::mouseClick(d.button(QStringLiteral("Show its event")), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<EventSeq>(), EventSeq { 17 });
        d.room->drillView = std::make_shared<const DrillView>(cannedDrill(true));
        d.look();
        QCOMPARE(checks->text(0, 0), QStringLiteral("passed"));
        QCOMPARE(checks->text(1, 0), QStringLiteral("failed"));
        QVERIFY(checks->currentIndex().isValid());
    }

    void theScoreNamesItsTargetsAndJudgesOnlyWhatHasOne()
    {
        Desk d;
        d.room->show(Scene::FailedBack);
        d.room->drillView = std::make_shared<const DrillView>(cannedDrill(true));
        Event order;
        order.kind = EventKind::CommandAccepted;
        order.actor = Actor::Operator;
        order.action = "fail-back eu-west-1";
        order.at = d.bridge.snapshot()->now + 1h;
        Event refused = order;
        refused.kind = EventKind::CommandRefused;
        d.page.addEvents({ order, refused });
        d.look();
        RowTable* score = d.page.progress()->score();
        QCOMPARE(score->model()->rowCount(), 6);
        QCOMPARE(score->text(0, 2), QStringLiteral("met: at most 5 min"));
        QCOMPARE(score->text(1, 2), QStringLiteral("no target"));
        QCOMPARE(score->text(3, 1), QStringLiteral("1"));
        QCOMPARE(score->text(3, 2), QStringLiteral("missed: none"));
        QVERIFY(!score->text(4, 1).contains(QStringLiteral("no order")));
        QCOMPARE(score->text(5, 1), QStringLiteral("2 of 3 pass"));
        QCOMPARE(score->text(5, 2), QStringLiteral("missed: all"));
        QSignalSpy pages(&d.page, &DrillsPage::pageRequested);
        QTest::mouseClick(d.button(QStringLiteral("Audit of the alarms")), Qt::LeftButton);
        QCOMPARE(pages[0][0].toString(), QStringLiteral("alarms"));
    }

    void aDrillIsRunAgainWithAnotherSeed()
    {
        Desk d;
        QVERIFY(!d.page.progress()->again()->isEnabled());
        d.room->drillView = std::make_shared<const DrillView>(cannedDrill(true));
        d.look();
        QTest::mouseClick(d.page.progress()->again(), Qt::LeftButton);
        QCOMPARE(d.requests.size(), 1U);
        QVERIFY(!d.requests[0].isSeedOfDrill);
        QCOMPARE(QString::number(d.requests[0].seed), d.page.list()->seed()->text());
    }

    void mistakesAreListedWithTheirLineAsOneTypesAndUndoTakesThemBack()
    {
        Desk d;
        d.page.showTab(DrillsPage::Text);
        DrillEditor* editor = d.page.editor();
        QVERIFY(editor->text().startsWith(QStringLiteral("[drill]")));
        QVERIFY(!editor->isUnsaved());
        QTextCursor cursor = editor->edit()->textCursor();
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(QStringLiteral("\nwrong\n"));
        QTRY_COMPARE(editor->problems()->count(), 1);
        QVERIFY(editor->problems()->item(0)->text().startsWith(QStringLiteral("Line 4: ")));
        QVERIFY(editor->isUnsaved());
        QVERIFY(!d.button(QStringLiteral("Run this text"))->isEnabled());
        Q_EMIT editor->problems()->itemActivated(editor->problems()->item(0));
        QCOMPARE(editor->edit()->textCursor().selectedText(), QStringLiteral("wrong"));
        editor->edit()->undo();
        QTRY_VERIFY(editor->isGood());
        QVERIFY(editor->problems()->isHidden());
        QVERIFY(!editor->isUnsaved());
    }

    void anEditedTextIsKeptInAFileOfItsOwnBeforeItRuns()
    {
        Desk d;
        DrillEditor* editor = d.page.editor();
        d.page.showTab(DrillsPage::Text);
        editor->edit()->appendPlainText(QStringLiteral("# mine"));
        const QString path = d.folder.path() + QStringLiteral("/own/region-outage-ireland.toml");
        DrillEntry mine = cannedDrills()[0];
        mine.path = path.toStdString();
        d.room->drillList.push_back(mine);
        QTest::mouseClick(d.button(QStringLiteral("Run this text")), Qt::LeftButton);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().endsWith("# mine"));
        QCOMPARE(d.room->drillLists.back(), path.toStdString());
        d.finish();
        QCOMPARE(d.requests.size(), 1U);
        QCOMPARE(d.requests[0].drillPath, path.toStdString());
        QCOMPARE(d.page.tab(), DrillsPage::Run);
    }

    void aTitleInAnyScriptNamesItsFile()
    {
        QCOMPARE(
            fileNameFor(QStringLiteral("Random faults, seed 4")), QStringLiteral("random-faults-seed-4"));
        QCOMPARE(fileNameFor(QStringLiteral("../\u969C\u5BB3 \u8A13\u7DF4/")),
            QStringLiteral("\u969C\u5BB3-\u8A13\u7DF4"));
        QCOMPARE(fileNameFor(QStringLiteral("\u062A\u0645\u0631\u064A\u0646")),
            QStringLiteral("\u062A\u0645\u0631\u064A\u0646"));
        QCOMPARE(fileNameFor(QStringLiteral("/ ..")), QStringLiteral("drill"));
    }

    void anotherTextOfTheSameTitleGetsANumber()
    {
        const QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("drill.toml"));
        const auto place = [&folder](const QString& text, const QString& own = {}) {
            return freePathIn(folder.path(), QStringLiteral("drill"), text, own);
        };
        QCOMPARE(place(QStringLiteral("one")), first);
        QFile file(first);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("one");
        file.close();
        QCOMPARE(place(QStringLiteral("one")), first);
        QCOMPARE(place(QStringLiteral("two")), folder.filePath(QStringLiteral("drill-2.toml")));
        QCOMPARE(place(QStringLiteral("two"), first), first); // an edit of it
    }

    void savingWhereOneMayNotNamesThePathAndWhatHelps()
    {
        Desk d;
        QString why;
        QVERIFY(!d.page.editor()->saveTo(d.folder.path() + QStringLiteral("/no/such/folder/x.toml"), &why));
        QVERIFY(why.contains(QStringLiteral("no/such/folder")));
        QVERIFY(why.contains(QStringLiteral("Choose a folder")));
    }

    void aTextThatIsNotSavedIsThereAgainWhenItsDrillIsChosenAgain()
    {
        Desk d;
        DrillEditor* editor = d.page.editor();
        const QString path = editor->path();
        editor->edit()->appendPlainText(QStringLiteral("# mine"));
        d.page.list()->choose(QStringLiteral("shipped:drills/broken.toml"));
        QVERIFY(!editor->text().contains(QStringLiteral("# mine")));
        QVERIFY(!editor->isUnsaved());
        d.page.list()->choose(path);
        QVERIFY(editor->text().endsWith(QStringLiteral("# mine")));
        QVERIFY(editor->isUnsaved());
        d.page.list()->choose(QStringLiteral("shipped:drills/broken.toml"));
        QVERIFY(!editor->isUnsaved());
    }

    void aTextThatIsNotSavedSurvivesAnotherLanguage()
    {
        Desk d;
        // The run follows another drill: to choose that one again would show its text.
        DrillView running = cannedDrill(false);
        running.path = cannedDrills()[0].path;
        d.room->drillView = std::make_shared<const DrillView>(std::move(running));
        const QString path = QString::fromStdString(cannedDrills()[1].path);
        d.page.list()->choose(path);
        d.page.editor()->edit()->appendPlainText(QStringLiteral("# mine"));
        DrillsPage next(d.bridge);
        next.setWorld(d.bridge.world());
        next.inherit(d.page);
        d.finish(); // whatever it asked for is answered now
        QCOMPARE(next.editor()->path(), path);
        QVERIFY(next.editor()->text().endsWith(QStringLiteral("# mine")));
        QVERIFY(next.editor()->isUnsaved());
    }

    void randomFaultsAreShownAsATextWithTheirSeed()
    {
        Desk d;
        QTest::mouseClick(d.button(QStringLiteral("Random faults")), Qt::LeftButton);
        QCOMPARE(d.page.tab(), DrillsPage::Text);
        const QString text = d.page.editor()->text();
        QVERIFY(text.startsWith(QStringLiteral("# Drawn from the seed ")));
        QVERIFY(text.contains(QStringLiteral("[[step]]")));
        QVERIFY(text.contains(QStringLiteral("us-east-1")));
        QVERIFY(d.page.editor()->isUnsaved());
        QVERIFY(d.page.notice()->text().contains(QStringLiteral("seed")));
    }

    void repeatsAreShownAsTableHistogramAndFailuresAndACancelledJobKeepsWhatItHad()
    {
        Desk d;
        d.page.showTab(DrillsPage::Repeats);
        RepeatsCard* card = d.page.repeats();
        QTest::mouseClick(card->start(), Qt::LeftButton);
        QCOMPARE(d.room->repeats.size(), 1U);
        QCOMPARE(d.room->repeats[0].path, std::string("shipped:drills/region-outage.toml"));
        QCOMPARE(d.room->repeats[0].count, 12);
        QVERIFY(!card->start()->isEnabled());
        d.room->repeatsView = std::make_shared<const DrillRepeatsView>(cannedRepeats(12));
        d.finish();
        QCOMPARE(card->runs()->model()->rowCount(), 12);
        int inBins = 0, failedInBins = 0;
        for (const OutcomeBin& bin : card->histogram()->bins()) {
            inBins += bin.passed + bin.failed;
            failedInBins += bin.failed;
        }
        QCOMPARE(inBins, 12);
        QVERIFY(failedInBins > 0 && failedInBins < 12);
        QCOMPARE(card->failures()->text(0, 1), QStringLiteral("%1 of 12").arg(failedInBins));
        QVERIFY(card->summary()->text().contains(QStringLiteral("of 12 runs passed")));
        QVERIFY(!card->histogram()->accessibleDescription().isEmpty());
        const auto buttons = card->findChildren<QPushButton*>(); // another card has one of the same name
        const auto copy = std::find_if(buttons.begin(), buttons.end(),
            [](const QPushButton* button) { return button->text().startsWith(QLatin1String("Copy as CS")); });
        QVERIFY(copy != buttons.end());
        QTest::mouseClick(*copy, Qt::LeftButton);
        const QStringList lines
            = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 13);
        QVERIFY(lines[0].startsWith(QStringLiteral("seed,passed,rto_s,")));
        for (int row = 0; row < 12; ++row) {
            const QStringList cells = lines[row + 1].split(QLatin1Char(','));
            QCOMPARE(cells[0], card->runs()->text(row, 0));
            QCOMPARE(
                cells[1] == QLatin1String("true"), card->runs()->text(row, 1) == QLatin1String("passed"));
        }
        QTest::mouseClick(card->start(), Qt::LeftButton);
        QTest::mouseClick(card->job()->cancelButton(), Qt::LeftButton);
        d.room->repeatsView = std::make_shared<const DrillRepeatsView>(cannedRepeats(2));
        d.finish();
        QCOMPARE(card->runs()->model()->rowCount(), 2);
    }

    void binsAreRoundAndHoldEveryRun()
    {
        QVERIFY(binned({}).empty());
        std::vector<DrillOutcome> outcomes(3);
        outcomes[1].rto = 59s;
        outcomes[2].rto = 1min;
        const auto bins = binned(outcomes);
        QCOMPARE(bins.front().from, Duration {});
        QCOMPARE(bins.front().failed, 1);
        QVERIFY(bins.size() <= 12);
        QCOMPARE(bins.back().failed, 1);
        QVERIFY(bins.back().from == Duration { 1min });
    }

    void theCommandLineIsCopiedWithItsSeedAndQuotedForAShell()
    {
        Desk d;
        QTest::mouseClick(d.button(QStringLiteral("Copy as command line")), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringLiteral("signalbox run shipped:drills/region-outage.toml"));
        d.page.list()->seed()->setText(QStringLiteral("8"));
        QTest::mouseClick(d.button(QStringLiteral("Copy as command line")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral(" --seed 8")));
        QCOMPARE(commandLineOf(QStringLiteral("/a b/it's.toml"), {}),
            QStringLiteral("signalbox run '/a b/it'\\''s.toml'"));
    }

    void everyPartIsReachedByKeyboardAndHasAName()
    {
        Desk d;
        const auto widgets = d.page.findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                || qobject_cast<const QAbstractButton*>(widget) != nullptr
                || qobject_cast<const QTabBar*>(widget->parentWidget()) != nullptr)
                continue;
            if (qobject_cast<const QAbstractItemView*>(widget) != nullptr
                || qobject_cast<const QLineEdit*>(widget) != nullptr)
                QVERIFY2(!widget->accessibleName().isEmpty()
                        || widget->parentWidget()->inherits("QAbstractSpinBox"),
                    widget->metaObject()->className());
        }
        d.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&d.page));
        for (const DrillsPage::Tab tab :
            { DrillsPage::Run, DrillsPage::Text, DrillsPage::Repeats, DrillsPage::WhatIf }) {
            d.page.showTab(tab);
            QCoreApplication::sendPostedEvents();
            QSet<const QWidget*> missing;
            for (const QWidget* widget : widgets) {
                if (widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr
                    && (widget->focusPolicy() & Qt::TabFocus) != 0)
                    missing.insert(widget);
            }
            QVERIFY(missing.size() > 8);
            d.page.list()->filter()->setFocus(Qt::TabFocusReason);
            for (qsizetype presses = 2 * widgets.size(); presses > 0 && !missing.isEmpty(); --presses) {
                missing.remove(QApplication::focusWidget());
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            }
            QStringList names;
            for (const QWidget* widget : std::as_const(missing))
                names << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ')
                        + widget->accessibleName();
            QVERIFY2(names.isEmpty(), qPrintable(names.join(QLatin1String(", "))));
        }
    }

    void itPaintsInBothThemesAndSizes()
    {
        Desk d;
        d.room->show(Scene::FailedOver);
        d.room->drillView = std::make_shared<const DrillView>(cannedDrill(true));
        d.look();
        paintEverywhere(d.page, QStringLiteral("drills-run"));
        d.page.showTab(DrillsPage::Text);
        d.page.editor()->edit()->appendPlainText(QStringLiteral("wrong"));
        d.page.editor()->check();
        paintEverywhere(d.page, QStringLiteral("drills-text"));
        d.page.showTab(DrillsPage::Repeats);
        QTest::mouseClick(d.page.repeats()->start(), Qt::LeftButton);
        d.room->repeatsView = std::make_shared<const DrillRepeatsView>(cannedRepeats(40));
        d.finish();
        paintEverywhere(d.page, QStringLiteral("drills-repeats"));
    }
};

QTEST_MAIN(TestDrillsPage)
#include "tst_drills_page.moc"
