// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window on canned runs: the path of the first minute with real clicks and keys, and what holds for
// every control in it.
#include "tests/support/window_desk.h"
#include "ui/drills/drill_list_card.h"
#include "ui/drills/drills_page.h"
#include "ui/map/world_map.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/side_panel.h"
#include "ui/shell/top_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/active_faults.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/decisions_list.h"
#include "ui/widgets/explain_panel.h"
#include "ui/widgets/fault_confirm.h"
#include "ui/widgets/fault_palette.h"
#include "ui/widgets/journal_view.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/part_row.h"
#include "ui/widgets/region_inspector.h"
#include "ui/widgets/status_pill.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include <set>

using namespace sb;
using namespace sb::test;

using Desk = WindowDesk;

class TestWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolate(m_settings); }

    void firstMinuteWalksByKeyboardAlone()
    {
        Desk desk;
        WorldMap* map = desk.window->stage().map();
        map->setFocus(Qt::TabFocusReason);
        QCOMPARE(map->focusedItem(), MapItem::forRegion(RegionId { 0 }));
        QTest::keyClick(map, Qt::Key_Delete);
        QTest::keyClick(map, Qt::Key_Delete);
        QCOMPARE(desk.room->commands.size(), std::size_t { 1 });
        QCOMPARE(std::get<InjectFault>(desk.room->commands.back()).region, std::string("eu-west-1"));

        desk.show(Scene::Failing);
        QCOMPARE(desk.window->topBar().objectives()->shape(), StateShape::Failed);
        QCOMPARE(desk.window->topBar().objectives()->text(), QStringLiteral("RTO 00:42 running"));
        desk.window->actionSet().explain->trigger();
        QVERIFY(desk.window->side().decisions()->panel()->isVisible());

        QTest::keyClick(map, Qt::Key_Return); // already selected: goes to the actions
        QWidget* focused = desk.window->focusWidget();
        QVERIFY(qobject_cast<CommandButton*>(focused));
        QTest::keyClick(focused, Qt::Key_Return);
        QVERIFY(desk.room->commands.back() == Command { RestoreRegion { "eu-west-1" } });

        Snapshot held = cannedSnapshot(Scene::FailedOver, desk.room->description());
        held.faults.clear();
        held.regions[0].state = RegionState::Held;
        held.regions[0].canFailBack = true;
        held.regions[0].failBackWaitsFor.clear();
        desk.room->publish(held);
        desk.window->bridge().pump();
        Q_EMIT desk.window->actionSet().failBackMenu->aboutToShow();
        desk.window->actionSet().failBackMenu->actions().first()->trigger();
        QVERIFY(desk.room->commands.back() == Command { FailBack { "eu-west-1" } });

        desk.window->exportRecord(ExportFormat::Markdown, QStringLiteral("/nowhere/incident.md"));
        QCOMPARE(desk.room->jobList.back().resultPath, std::string("/nowhere/incident.md"));
        desk.window->bridge().pump();
        desk.room->jobList.back().isFinished = true;
        desk.window->bridge().pump();
        QCOMPARE(desk.window->stage().notice()->text(), QStringLiteral("Written: /nowhere/incident.md"));
    }

    void aDrillsFileDroppedOnTheWindowIsOpenedOnItsPageAndAnyOtherFileIsNot()
    {
        Desk desk;
        const auto drop = [&](const char* path) {
            QMimeData data;
            data.setUrls({ QUrl::fromLocalFile(QString::fromLatin1(path)) });
            QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(desk.window.get(), &enter);
            QDropEvent event(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            if (enter.isAccepted())
                QCoreApplication::sendEvent(desk.window.get(), &event);
            return enter.isAccepted();
        };
        QVERIFY(!drop("/tmp/picture.png"));
        QCOMPARE(desk.room->drillLists.size(), std::size_t { 1 }); // the program's own
        QVERIFY(drop("/tmp/mine.toml"));
        QCOMPARE(desk.room->drillLists.back(), std::string("/tmp/mine.toml"));
        QVERIFY(desk.window->page(QStringLiteral("drills"))->isVisible());
    }

    void drillsAreInThePaletteAndTheirEventsInTheTimeline()
    {
        Desk desk;
        desk.room->finish(desk.room->jobList.front().id);
        desk.window->bridge().pump();
        desk.window->actionSet().commandPalette->trigger();
        desk.window->commandPalette().close();
        auto* drills = qobject_cast<DrillsPage*>(desk.window->page(QStringLiteral("drills")));
        QVERIFY(drills);
        QCOMPARE(drills->list()->entries().size(), std::size_t { 3 });
        desk.window->actionSet().pages->actions().at(3)->trigger();
        const std::vector<Event> events = cannedEvents(Scene::Failing, desk.room->description());
        for (const Event& event : events)
            desk.room->queueEvent(event);
        desk.window->bridge().pump();
        Q_EMIT drills->eventRequested(events.front().seq);
        QVERIFY(desk.window->stage().isVisible());
        QCOMPARE(desk.window->timeline().selectedEvent(), events.front().seq);
        Q_EMIT drills->pageRequested(QStringLiteral("alarms"));
        QVERIFY(desk.window->page(QStringLiteral("alarms"))->isVisible());
    }

    void timeControlsSetThePace()
    {
        Desk desk;
        WindowActions& a = desk.window->actionSet();
        a.pause->trigger();
        QVERIFY(desk.room->pace.isPaused);
        desk.window->bridge().pump();
        QVERIFY(a.pause->isChecked());
        QCOMPARE(a.pause->text(), QStringLiteral("&Resume"));
        a.step->trigger();
        QCOMPARE(desk.room->steps.back(), Duration(100ms));
        a.stepEvent->trigger();
        QCOMPARE(desk.room->steps.back(), Duration::zero());
        a.speed->actions().last()->trigger();
        QCOMPARE(desk.room->pace.speedPercent, 0);
        QVERIFY(desk.room->pace.isPaused);
    }

    void keysWorkInTheWindowAndSpaceStaysWithAFocusedButton()
    {
        Desk desk;
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        WorldMap* map = desk.window->stage().map();
        map->setFocus();
        QTest::keyClick(map, Qt::Key_3);
        QCOMPARE(desk.room->pace.speedPercent, 1000);
        QTest::keyClick(map, Qt::Key_Space);
        QVERIFY(desk.room->pace.isPaused);
        desk.window->bridge().pump();
        FaultChip* chip = desk.window->stage().palette()->chip(FaultKind::RegionOutage);
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Space);
        QVERIFY(desk.room->pace.isPaused);
        QVERIFY(desk.room->commands.empty()); // armed, and the keyboard is where it is confirmed
        QVERIFY(desk.window->stage().confirmation()->isVisible());
        QWidget* confirm = desk.window->focusWidget();
        QCOMPARE(confirm, desk.window->stage().confirmation()->confirmButton());
        QTest::keyClick(confirm, Qt::Key_Return);
        QCOMPARE(desk.room->commands.size(), std::size_t { 1 });
        QVERIFY(!desk.window->stage().confirmation()->isVisible());
    }

    void selectionIsOneForMapTableAndInspector()
    {
        Desk desk(Scene::Calm, 3);
        desk.window->select(MapItem::forRegion(RegionId { 2 }));
        QCOMPARE(desk.window->stage().map()->selection(), MapItem::forRegion(RegionId { 2 }));
        QCOMPARE(desk.window->side().inspector()->item(), MapItem::forRegion(RegionId { 2 }));
        const QPoint singapore = desk.window->stage().map()->layoutOfMap().nodes[1].toPoint();
        QTest::mouseClick(desk.window->stage().map(), Qt::LeftButton, {}, singapore);
        QCOMPARE(desk.window->side().inspector()->item(), MapItem::forRegion(RegionId { 1 }));
    }

    void refusedCommandIsShownCalmlyWithItsReason()
    {
        Desk desk;
        Event refused;
        refused.seq = EventSeq { 90 };
        refused.kind = EventKind::CommandRefused;
        refused.note = "Not failed back: Ireland does not answer yet. Restore it first.";
        desk.room->queueEvent(refused);
        desk.window->bridge().pump();
        QVERIFY(desk.window->stage().notice()->isVisible());
        QCOMPARE(desk.window->stage().notice()->text(), QString::fromStdString(refused.note));
        QVERIFY(!QApplication::activeModalWidget());
    }

    void noticeIsNoHigherThanItsWordsAndHidesNoRegion()
    {
        Desk desk(Scene::Calm, 3);
        QVERIFY(!desk.window->picture(QSize(1100, 700)).isNull());
        NoticeBar* notice = desk.window->stage().notice();
        for (const int lines : { 1, 3 }) {
            notice->showNotice(StateShape::Degraded,
                QStringLiteral("Not failed back: Ireland does not answer yet. Restore it. ").repeated(lines));
            QVERIFY2(notice->height() <= 24 + 20 * lines + 8, qPrintable(QString::number(notice->height())));
            for (const QRectF& card : desk.window->stage().map()->layoutOfMap().cards)
                QVERIFY(!QRectF(notice->geometry()).intersects(card));
        }
    }

    void whatWasRefusedInThePastOfAnOpenedSessionIsNotNews()
    {
        Desk desk;
        Event refused;
        refused.seq = EventSeq { 90 };
        refused.at = kStart + 30s;
        refused.kind = EventKind::CommandRefused;
        refused.note = "Refused: long ago";
        Snapshot replaying = cannedSnapshot(Scene::Calm, desk.room->description());
        const Instant end = replaying.now;
        replaying.phase = RunPhase::Replaying;
        desk.room->publish(replaying);
        desk.room->queueEvent(refused);
        desk.window->bridge().pump();
        QVERIFY(!desk.window->stage().notice()->isVisible());
        replaying.phase = RunPhase::Running;
        desk.room->publish(replaying);
        desk.room->queueEvent(refused); // the rest of the past comes with the first live ticks
        desk.window->bridge().pump();
        QVERIFY(!desk.window->stage().notice()->isVisible());
        refused.at = end + 1s;
        refused.note = "Refused: just now";
        desk.room->queueEvent(refused);
        desk.window->bridge().pump();
        QCOMPARE(desk.window->stage().notice()->text(), QStringLiteral("Refused: just now"));
    }

    void hintIsShownOnceAndLeavesWithTheFirstFault()
    {
        {
            Desk desk;
            QVERIFY(desk.window->stage().findChild<QWidget*>(QStringLiteral("coachMark")));
            desk.window->stage().palette()->chip(FaultKind::RegionOutage)->click();
            QVERIFY(desk.window->stage().findChild<QWidget*>(QStringLiteral("coachMark")));
            desk.window->stage().confirmation()->confirmButton()->click();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QVERIFY(!desk.window->stage().findChild<QWidget*>(QStringLiteral("coachMark")));
        }
        Desk again;
        QVERIFY(!again.window->stage().findChild<QWidget*>(QStringLiteral("coachMark")));
    }

    void activeFaultsShowTheirTimersAndAreEndedOrRenewed()
    {
        Desk desk(Scene::Failing, 3);
        const ActiveFaults* faults = desk.window->side().inspector()->activeFaults();
        QVERIFY(faults->isVisible());
        QCOMPARE(faults->rowCount(), 1);
        QCOMPARE(faults->rowText(0), QStringLiteral("Region outage, Ireland, ends in 14:18"));
        const InjectFault spec = desk.window->bridge().snapshot()->faults.front().spec;
        faults->renewButton(0)->click();
        QCOMPARE(desk.room->commands.size(), std::size_t { 2 }); // ended and injected in one go
        QVERIFY(desk.room->commands[0] == Command { ClearFault { FaultId { 1 } } });
        QVERIFY(desk.room->commands[1] == Command { spec });
        faults->endButton(0)->click();
        QVERIFY(desk.room->commands.back() == Command { ClearFault { FaultId { 1 } } });
        desk.show(Scene::Calm);
        QVERIFY(!faults->isVisible());
    }

    void clearingAllFaultsReportsThatNothingStayedBehind()
    {
        Desk desk(Scene::Failing, 3);
        NoticeBar* notice = desk.window->stage().notice();
        desk.window->side().inspector()->activeFaults()->clearAllButton()->click();
        QVERIFY(desk.room->commands.back() == Command { ClearAllFaults {} });
        desk.window->bridge().pump();
        QVERIFY(!notice->isVisible()); // nothing is told before it was checked
        Event checked;
        checked.seq = EventSeq { 90 };
        checked.kind = EventKind::ResidueVerified;
        checked.fault = FaultId { 1 };
        desk.room->queueEvent(checked);
        desk.window->bridge().pump();
        QCOMPARE(notice->text(),
            QStringLiteral("Region outage, Ireland is over. Checked: nothing of it stayed behind."));

        desk.window->actionSet().clearFaults->trigger();
        checked.seq = EventSeq { 91 };
        checked.kind = EventKind::ResidueFound;
        checked.note = "A switch or link still carries the fault";
        desk.room->queueEvent(checked);
        desk.window->bridge().pump();
        QVERIFY2(notice->text().startsWith(QStringLiteral("Something of the faults stayed behind")),
            qPrintable(notice->text()));
    }

    void aButtonThatHurtsNamesItsEffectWhileItIsArmedAndTheMapShowsIt()
    {
        Desk desk(Scene::Calm, 3);
        RegionInspector* inspector = desk.window->side().inspector();
        auto* fail = inspector->findChild<CommandButton*>();
        QCOMPARE(fail->text(), QStringLiteral("Fail region…"));
        fail->click();
        QVERIFY(fail->isArmed());
        const auto labels = inspector->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("of all requests"));
        }));
        QVERIFY(desk.window->stage().map()->look().blast);
        fail->disarm();
        QVERIFY(!desk.window->stage().map()->look().blast);
        QVERIFY(desk.room->commands.empty());
    }

    void aFaultOfAPartIsArmedInTheInspectorAndConfirmedThere()
    {
        Desk desk(Scene::Calm, 3);
        RegionInspector* inspector = desk.window->side().inspector();
        PartButton* store = inspector->parts()->button(MapPart::Store);
        FaultOffer outage;
        const std::unique_ptr<QMimeData> data = toMimeData(outage);
        const auto letGo = [store](const QMimeData* carried) {
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, carried, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(store, &enter);
            QDropEvent drop(QPointF(5, 5), Qt::CopyAction, carried, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(store, &drop);
        };
        letGo(data.get());
        QVERIFY(inspector->confirmation()->isVisible());
        QVERIFY(!inspector->confirmation()->effect().isEmpty());
        QVERIFY(desk.room->commands.empty());
        inspector->confirmation()->confirmButton()->click();
        QVERIFY(std::get<InjectFault>(desk.room->commands.back()).kind == FaultKind::StoreFailing);
        QVERIFY(!inspector->confirmation()->isVisible());
        outage.kind = FaultKind::ClockSkewed; // not the store's: refused with a sentence
        const std::unique_ptr<QMimeData> skew = toMimeData(outage);
        letGo(skew.get());
        QCOMPARE(desk.room->commands.size(), std::size_t { 1 });
        QVERIFY(desk.window->stage().notice()->text().contains(QStringLiteral("It can have:")));
    }

    void ringAndMapAreSwitchedByKeyAndRemembered()
    {
        {
            Desk desk;
            WorldMap* map = desk.window->stage().map();
            desk.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
            QTest::keyClick(desk.window->windowHandle(), Qt::Key_R, Qt::ControlModifier);
            QCOMPARE(map->shape(), MapShape::Ring);
            QVERIFY(!desk.window->actionSet().zoomIn->isEnabled());
            desk.window->close();
        }
        Desk again;
        QCOMPARE(again.window->stage().map()->shape(), MapShape::Ring);
        auto* button = again.window->stage().findChild<QAbstractButton*>(QStringLiteral("showMap"));
        QVERIFY(button);
        button->click();
        QCOMPARE(again.window->stage().map()->shape(), MapShape::Map);
    }

    void virginiaIsOneClickAwayAndAFailedStartKeepsTheRun()
    {
        std::vector<std::string> asked;
        int regions = 3;
        Desk desk(Scene::Calm, 2, [&](const RunRequest& request) -> Result<std::unique_ptr<ControlRoom>> {
            asked = request.regions;
            if (!request.openPath.empty())
                return fail(Errc::Corrupt, request.openPath + " is truncated; restore it from a copy");
            return std::make_unique<FakeControlRoom>(Scene::Calm, regions);
        });
        desk.window->actionSet().newRunThree->trigger();
        QCOMPARE(asked.size(), std::size_t { 3 });
        QCOMPARE(desk.window->bridge().world().regions.size(), std::size_t { 3 });
        desk.window->openSession(QStringLiteral("broken.signalbox"));
        QCOMPARE(desk.window->bridge().world().regions.size(), std::size_t { 3 });
        QVERIFY(desk.window->stage().notice()->text().contains(QStringLiteral("truncated")));
    }

    void everyInteractiveControlHasAName()
    {
        Desk desk(Scene::Failing, 3);
        const auto widgets = desk.window->findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            const bool isInteractive = qobject_cast<QAbstractButton*>(widget)
                || qobject_cast<QComboBox*>(widget) || qobject_cast<QLineEdit*>(widget)
                || qobject_cast<QAbstractItemView*>(widget) || qobject_cast<WorldMap*>(widget);
            // Parts of Qt's own composite widgets are named by the whole.
            const QString name = widget->objectName();
            const bool isInner = name.startsWith(QLatin1String("qt_"))
                || QString::fromLatin1(widget->metaObject()->className()).contains(QLatin1String("Private"))
                || widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton")
                || widget->inherits("QLineEditIconButton") || widget->inherits("QComboBoxListView")
                || (widget->parentWidget() && widget->parentWidget()->inherits("QTableView")
                    && qobject_cast<QAbstractButton*>(widget));
            if (!isInteractive || isInner || !widget->isVisibleTo(desk.window.get()))
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(face);
            const QString spoken = face->text(QAccessible::Name);
            QVERIFY2(!spoken.isEmpty(),
                qPrintable(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + name));
        }
    }

    void everyMenuEntryHasAStatusTip()
    {
        Desk desk;
        std::set<QString> keys;
        const QList<QMenu*> menus = desk.window->actionSet().menus;
        QCOMPARE(menus.size(), 6);
        for (QMenu* menu : menus) {
            const QList<QAction*> actions = menu->actions();
            for (const QAction* action : actions) {
                if (action->isSeparator() || action->menu())
                    continue;
                QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
                const QString key = action->shortcut().toString();
                if (!key.isEmpty())
                    QVERIFY2(keys.insert(key).second, qPrintable(key));
            }
        }
    }

    void pictureOfEveryStateFitsBothSizesThemesAndDirections()
    {
        for (const Scene scene :
            { Scene::Calm, Scene::Failing, Scene::FailedOver, Scene::FailingBack, Scene::FailedBack }) {
            Desk desk(scene, 3);
            for (const ThemeMode mode :
                { ThemeMode::Light, ThemeMode::Dark, ThemeMode::ContrastLight, ThemeMode::ContrastDark }) {
                ThemeManager::instance().setMode(mode);
                for (const QSize& size : { QSize(1440, 900), QSize(1100, 700) }) {
                    const QImage image = desk.window->picture(size);
                    QCOMPARE(image.size(), size);
                    // The ground between the cards shows which theme is painted.
                    QCOMPARE(image.pixel(kNavRailWidth + 3, size.height() / 2),
                        currentTheme().color(Token::BgWindow).rgb());
                }
            }
        }
        Desk mirrored(Scene::Failing, 3);
        mirrored.window->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(!mirrored.window->picture(QSize(1440, 900)).isNull());
        // The layout mirrors, the map does not: Singapore stays east of Ireland.
        QVERIFY(mirrored.window->side().x() < mirrored.window->stage().x()
            || mirrored.window->side().mapToGlobal(QPoint()).x()
                < mirrored.window->stage().mapToGlobal(QPoint()).x());
        const MapLayout& layout = mirrored.window->stage().map()->layoutOfMap();
        QVERIFY(layout.nodes[0].x() < layout.nodes[1].x());
    }

    void tableAndJournalTwinsTakeThePlaceOfThePictures()
    {
        Desk desk(Scene::Failing);
        desk.window->actionSet().table->trigger();
        QVERIFY(!desk.window->stage().map()->isVisible());
        desk.window->actionSet().journal->trigger();
        QVERIFY(desk.window->journal().isVisible());
        desk.window->actionSet().table->trigger();
        desk.window->actionSet().journal->trigger();
        QVERIFY(desk.window->stage().map()->isVisible());
        QVERIFY(!desk.window->journal().isVisible());
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
