// SPDX-License-Identifier: GPL-3.0-or-later
// The command palette with real keys: what it finds, what it does, and that nothing that hurts is done by one
// key alone. SB_PICTURE=FILE keeps a picture of it.
#include "tests/support/window_desk.h"
#include "ui/map/world_map.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/side_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/region_inspector.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace sb;
using namespace sb::test;

namespace {

class Desk : public WindowDesk {
public:
    explicit Desk(Scene scene = Scene::Calm)
        : WindowDesk(scene, 3, {}, addCannedRouting)
    {
        window->activateWindow();
    }
    CommandPalette& palette() { return window->commandPalette(); }
    void type(const QString& text)
    {
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(palette().input(), text);
    }
    void press(Qt::Key key) { QTest::keyClick(palette().input(), key); }
    QString first()
    {
        const auto listed = palette().listed();
        return listed.empty() ? QString() : listed.front()->title;
    }
};

int score(const char* query, const char* text)
{
    const auto match = fuzzyMatch(QString::fromUtf8(query), QString::fromUtf8(text));
    return match ? match->score : -1;
}

} // namespace

class TestCommandPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolate(m_settings); }

    void lettersFitInOrderAndWordStartsAndRunsFitBetter()
    {
        QVERIFY(score("rout", "Routing") > score("rout", "Region outage, Virginia"));
        QVERIFY(score("ro", "Region outage") > score("ro", "Show journal overview"));
        QVERIFY(score("IRELAND", "Region outage, Ireland") > 0);
        QVERIFY(score("montreal", "Montréal") > 0);
        QCOMPARE(score("xyz", "Routing"), -1);
        QCOMPARE(score("gnituor", "Routing"), -1);
        QCOMPARE(score("", "Routing"), 0);
        QCOMPARE(fuzzyMatch(QStringLiteral("out ire"), QStringLiteral("Region outage, Ireland"))->places,
            (QList<int> { 7, 8, 9, 15, 16, 17 }));
    }

    void aPageIsOpenedByAFewLettersAndTheFocusComesBack()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.window->stage().map()->setFocus();
        desk.type(QStringLiteral("routing"));
        QVERIFY(desk.palette().isVisible());
        QCOMPARE(desk.first(), QStringLiteral("Routing"));
        QVERIFY(!desk.palette().listed().front()->shortcut.isEmpty());
        QVERIFY(!desk.palette().listed().front()->detail.isEmpty());
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.palette().isVisible());
        QVERIFY(!desk.window->stage().map()->isVisible());
        // Left without doing anything, it gives the focus back.
        QWidget* before = desk.window->focusWidget();
        desk.type(QStringLiteral("over"));
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.palette().isVisible());
        QCOMPARE(desk.window->focusWidget(), before);
    }

    void aFaultIsArmedByTheFirstEnterAndDoneByTheSecond()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.type(QStringLiteral("fail region-outage Ireland"));
        QCOMPARE(desk.first(), QStringLiteral("Region outage, Ireland"));
        desk.press(Qt::Key_Return);
        QVERIFY(desk.palette().isArmed());
        QVERIFY(desk.palette().isVisible());
        QVERIFY2(desk.room->commands.empty(), "one key broke a region");
        if (!qEnvironmentVariableIsEmpty("SB_PICTURE"))
            QVERIFY(desk.window->picture(QSize(1100, 700)).save(qEnvironmentVariable("SB_PICTURE")));
        desk.press(Qt::Key_Escape); // disarms first, closes second
        QVERIFY(!desk.palette().isArmed());
        QVERIFY(desk.palette().isVisible());
        desk.press(Qt::Key_Return);
        QTest::keyClicks(desk.palette().input(), QStringLiteral(" ")); // typing disarms
        QVERIFY(!desk.palette().isArmed());
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.room->commands.size(), std::size_t { 1 });
        const auto& fault = std::get<InjectFault>(desk.room->commands.front());
        QVERIFY(fault.kind == FaultKind::RegionOutage);
        QCOMPARE(fault.region, std::string("eu-west-1"));
        QVERIFY(!desk.palette().isVisible());
    }

    void regionsAreSelectedAndWhatIsNotPossibleSaysWhy()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.type(QStringLiteral("select sing"));
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.window->side().inspector()->item(), MapItem::forRegion(RegionId { 1 }));
        desk.type(QStringLiteral("fail back ireland"));
        QCOMPARE(desk.first(), QStringLiteral("Fail back Ireland"));
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.room->commands.empty());
        QVERIFY(desk.palette().isVisible());
        bool saysWhy = false;
        const auto labels = desk.palette().findChildren<QLabel*>();
        for (const QLabel* label : labels)
            saysWhy = saysWhy || label->text().contains(QStringLiteral("Ireland is serving"));
        QVERIFY(saysWhy);
    }

    void aPlanIsStartedForTheRegionThatIsNamed()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.type(QStringLiteral("start switch singapore"));
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.room->commands.size(), std::size_t { 1 });
        const auto& start = std::get<StartPlan>(desk.room->commands.front());
        QCOMPARE(start.plan, std::string("switchover"));
        QCOMPARE(start.region, std::string("ap-southeast-1"));
    }

    void keysOfTheWindowMeanNothingWhileOneTypes()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.type(QStringLiteral("3 n "));
        QCOMPARE(desk.palette().input()->text(), QStringLiteral("3 n "));
        QVERIFY(desk.room->steps.empty());
        QVERIFY(!desk.room->pace.isPaused);
        desk.press(Qt::Key_Tab); // no way out by accident
        QVERIFY(desk.palette().input()->hasFocus());
        QTest::keyClicks(desk.palette().input(), QStringLiteral("zzzqqq"));
        QVERIFY(desk.palette().listed().empty());
        desk.press(Qt::Key_Return); // nothing to do: nothing happens
        QVERIFY(desk.palette().isVisible());
    }

    void everyActionOfTheMenusIsFoundAndEveryEntrySaysWhatItDoes()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        for (const QString& word : { QStringLiteral("High contrast, dark"), QStringLiteral("Step one event"),
                 QStringLiteral("Wall mode"), QStringLiteral("Investigate"), QStringLiteral("Settings"),
                 QStringLiteral("As Markdown report") }) {
            desk.type(word);
            QCOMPARE(desk.first(), word);
            for (const PaletteEntry* entry : desk.palette().listed()) {
                QVERIFY2(!entry->detail.isEmpty(), qPrintable(entry->title));
                QVERIFY2(!entry->kind.isEmpty(), qPrintable(entry->title));
            }
            desk.press(Qt::Key_Escape);
        }
    }

    void theSheetOfKeysHasEveryShortcutOfTheMenus()
    {
        Desk desk;
        const ShortcutSheet sheet(desk.window->actionSet(), desk.window.get());
        QSet<QString> shown;
        const auto labels = sheet.findChildren<QLabel*>();
        for (const QLabel* label : labels)
            shown.insert(label->text());
        QList<const QMenu*> menus;
        for (const QMenu* menu : desk.window->actionSet().menus)
            menus << menu;
        while (!menus.isEmpty()) {
            const QList<QAction*> actions = menus.takeFirst()->actions();
            for (const QAction* action : actions) {
                if (action->menu())
                    menus << action->menu();
                else if (!action->shortcut().isEmpty()) {
                    QStringList keys;
                    for (const QKeySequence& key : action->shortcuts())
                        keys << key.toString(QKeySequence::NativeText);
                    QVERIFY2(shown.contains(keys.join(QStringLiteral(", "))), qPrintable(action->text()));
                }
            }
        }
        QVERIFY(shown.contains(QStringLiteral("F1, ?")));
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(TestCommandPalette)
#include "tst_command_palette.moc"
