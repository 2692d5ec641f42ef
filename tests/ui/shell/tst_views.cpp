// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is arranged and what it keeps: perspectives, the side panel as a dock, wall mode, settings,
// and that no damaged file of settings stops it. SB_PICTURE=FILE keeps pictures of it.
#include "tests/support/window_desk.h"
#include "ui/charts/charts_panel.h"
#include "ui/map/world_map.h"
#include "ui/pages/settings_page.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/side_panel.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/wall_view.h"
#include "ui/theme/preferences.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace sb;
using namespace sb::test;

namespace {

class Desk : public WindowDesk {
public:
    explicit Desk(Scene scene = Scene::Calm)
        : WindowDesk(scene, 3)
    {
    }
    void trigger(const char* name) const { WindowDesk::trigger(QLatin1String(name)); }
    SettingsPage* settings() const
    {
        return qobject_cast<SettingsPage*>(window->page(QStringLiteral("settings")));
    }
};

void choose(QComboBox* box, const QString& value)
{
    box->setCurrentIndex(box->findData(value));
    Q_EMIT box->activated(box->currentIndex());
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolate(m_folder); }

    void arrangementsAreWrittenAndReadAgainAndNothingElseIsRead()
    {
        for (const Perspective& perspective : shippedPerspectives())
            QVERIFY(arrangementFrom(toText(perspective.arrangement)) == perspective.arrangement);
        for (const char* broken : { "", "page=overview", "page=overview map=5 side=1 journal=0",
                 "page=overview map=59 side=2 journal=0", "page=overview map=x side=1 journal=0",
                 "page=../etc map=59 side=1 journal=0", "page=a page=b map=59 side=1 journal=0",
                 "page=overview map=59 side=1 journal=0 more=1", "\xff\xfe" })
            QVERIFY2(!arrangementFrom(QString::fromLatin1(broken)), broken);
    }

    void perspectivesArrangeTheWindowAndAreTakenBackByUndo()
    {
        Desk desk;
        const Arrangement before = desk.window->arrangement();
        desk.trigger("perspective.operate");
        QVERIFY(desk.window->page(QStringLiteral("routing"))->isVisible());
        QVERIFY(desk.window->sideDock().isVisible());
        desk.trigger("perspective.watch");
        QVERIFY(desk.window->stage().map()->isVisible());
        QVERIFY(!desk.window->sideDock().isVisible());
        desk.window->actionSet().undoLayout->trigger();
        QVERIFY(desk.window->page(QStringLiteral("routing"))->isVisible());
        desk.window->actionSet().undoLayout->trigger();
        QCOMPARE(desk.window->arrangement().page, before.page);
        QCOMPARE(desk.window->arrangement().hasSide, before.hasSide);
        QVERIFY(!desk.window->actionSet().undoLayout->isEnabled());
        desk.window->actionSet().redoLayout->trigger();
        QVERIFY(desk.window->page(QStringLiteral("routing"))->isVisible());
    }

    void whatIsChangedInAPerspectiveIsKeptForItUntilTheLayoutIsReset()
    {
        {
            Desk desk;
            desk.trigger("perspective.watch");
            desk.window->actionSet().journal->trigger();
            desk.window->close();
        }
        {
            Desk desk;
            desk.trigger("perspective.operate");
            QVERIFY(!desk.window->actionSet().journal->isChecked());
            desk.trigger("perspective.watch");
            QVERIFY(desk.window->actionSet().journal->isChecked());
            desk.window->actionSet().resetLayout->trigger();
            QVERIFY(!desk.window->actionSet().journal->isChecked());
            QVERIFY(desk.window->sideDock().isVisible());
            desk.trigger("perspective.watch");
            QVERIFY(!desk.window->actionSet().journal->isChecked());
        }
    }

    void theSidePanelIsClosedAndFloatsAndThatIsKept()
    {
        {
            Desk desk;
            WindowActions& a = desk.window->actionSet();
            const int narrow = desk.window->stage().width();
            a.sidePanel->trigger();
            QVERIFY(!desk.window->sideDock().isVisible());
            QTRY_VERIFY(desk.window->stage().width() > narrow);
            a.sidePanel->trigger();
            QVERIFY(desk.window->side().isVisible());
            a.floatSide->trigger();
            QVERIFY(desk.window->sideDock().isFloating());
            desk.window->sideDock().close();
            QVERIFY(!a.sidePanel->isChecked());
            desk.window->close();
        }
        Desk again;
        QVERIFY(!again.window->sideDock().isVisible());
        QVERIFY(!again.window->actionSet().sidePanel->isChecked());
        again.window->actionSet().resetLayout->trigger();
        QVERIFY(again.window->sideDock().isVisible());
        QVERIFY(!again.window->sideDock().isFloating());
    }

    void wallModeShowsTheOverviewAloneAndLargerAndEscapeLeaves()
    {
        Desk desk(Scene::Failing);
        desk.trigger("page.routing");
        desk.window->resize(1600, 1000);
        const int width = desk.window->stage().map()->width();
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QTest::keyClick(desk.window.get(), Qt::Key_F11);
        QVERIFY(desk.window->isWall());
        QVERIFY(desk.window->isFullScreen());
        QVERIFY(!desk.window->topBar().isVisible());
        QVERIFY(!desk.window->rail().isVisible());
        QVERIFY(!desk.window->sideDock().isVisible());
        const QImage image = desk.window->picture(QSize(1600, 1000));
        QVERIFY(desk.window->stage().map()->isVisible());
        // The whole width in fewer units: what is drawn is larger.
        const int inWall = desk.window->stage().map()->width();
        const int wall = desk.window->findChild<WallView*>()->viewport()->width();
        QVERIFY2(wall > 1570, qPrintable(QString::number(wall)));
        QVERIFY2(qAbs(inWall * kWallScale - wall) < 3, qPrintable(QString::number(inWall)));
        if (!qEnvironmentVariableIsEmpty("SB_PICTURE"))
            QVERIFY(image.save(qEnvironmentVariable("SB_PICTURE")));
        desk.show(Scene::FailedOver); // goes on living
        QTest::keyClick(desk.window->findChild<WallView*>(), Qt::Key_Escape);
        QVERIFY(!desk.window->isWall());
        QVERIFY(desk.window->topBar().isVisible());
        QVERIFY(desk.window->page(QStringLiteral("routing"))->isVisible());
        desk.trigger("page.overview");
        QVERIFY(desk.window->stage().map()->isVisible());
        QVERIFY(width > 0);
    }

    void aSettingAppliesAtOnceAndIsThereAtTheNextStart()
    {
        {
            Desk desk;
            desk.trigger("page.settings");
            choose(desk.settings()->box(Setting::Theme), QStringLiteral("contrast-dark"));
            QCOMPARE(currentTheme().kind(), ThemeKind::ContrastDark);
            QCOMPARE(desk.window->actionSet().theme->checkedAction()->data().toInt(),
                static_cast<int>(ThemeMode::ContrastDark));
            choose(desk.settings()->box(Setting::Motion), QStringLiteral("reduced"));
            QVERIFY(desk.window->actionSet().reducedMotion->isChecked());
            choose(desk.settings()->box(Setting::ChartRange), QStringLiteral("2h"));
            QVERIFY(desk.room->chartRange == ChartRange::TwoHours);
            choose(desk.settings()->box(Setting::Speed), QStringLiteral("1000"));
            QCOMPARE(desk.room->pace.speedPercent, 1000);
            // And the other way round: the menu changes what the page shows.
            desk.window->actionSet().theme->actions().at(static_cast<int>(ThemeMode::Light))->trigger();
            QCOMPARE(desk.settings()->box(Setting::Theme)->currentData().toString(), QStringLiteral("light"));
        }
        Desk again;
        QCOMPARE(currentTheme().kind(), ThemeKind::Light);
        QVERIFY(again.window->actionSet().reducedMotion->isChecked());
        QVERIFY(again.room->chartRange == ChartRange::TwoHours);
        QCOMPARE(again.room->pace.speedPercent, 1000);
        const auto buttons = again.settings()->findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            if (button->accessibleName() == QStringLiteral("Reset Look"))
                button->click();
        }
        QVERIFY(!again.window->actionSet().reducedMotion->isChecked());
        QVERIFY(Preferences::instance().isDefault(Setting::Theme));
        QVERIFY(!Preferences::instance().isDefault(Setting::Speed)); // of another group
    }

    void settingsAreFoundByAnyOfTheirWords()
    {
        Desk desk;
        desk.trigger("page.settings");
        QTest::keyClicks(desk.settings()->search(), QStringLiteral("contrast"));
        QVERIFY(desk.settings()->box(Setting::Theme)->isVisible());
        QVERIFY(!desk.settings()->box(Setting::Motion)->isVisible());
        QVERIFY(!desk.settings()->box(Setting::Speed)->isVisible());
        desk.settings()->search()->clear();
        QVERIFY(desk.settings()->box(Setting::Speed)->isVisible());
        if (const QString file = qEnvironmentVariable("SB_PICTURE"); !file.isEmpty())
            QVERIFY(
                desk.window->picture(QSize(1100, 700))
                    .save(QString(file).replace(QStringLiteral(".png"), QStringLiteral("-settings.png"))));
    }

    void settingsLeaveAndComeAsAFile()
    {
        const QString file = m_folder.filePath(QStringLiteral("out.json"));
        Preferences first(m_folder.filePath(QStringLiteral("first.ini")));
        QVERIFY(first.set(Setting::Theme, QStringLiteral("dark")));
        QVERIFY(first.set(Setting::FaultExpiry, QStringLiteral("300")));
        QVERIFY(!first.set(Setting::Theme, QStringLiteral("pink")));
        QVERIFY(first.exportTo(file).has_value());
        Preferences second(m_folder.filePath(QStringLiteral("second.ini")));
        const auto taken = second.importFrom(file);
        QVERIFY(taken.has_value());
        QCOMPARE(*taken, kSettingCount);
        for (int i = 0; i < kSettingCount; ++i)
            QCOMPARE(second.value(static_cast<Setting>(i)), first.value(static_cast<Setting>(i)));
        QVERIFY(!first.exportTo(QStringLiteral("/nowhere/at/all.json")).has_value());
    }

    void aBadFileOfSettingsIsRefusedWholeAndSaysWhatIsWrong()
    {
        const QByteArray head = R"({"format":"signalbox-settings","version":1,"settings":)";
        const std::pair<QByteArray, const char*> files[] {
            { "", "not JSON" },
            { "{\"format\":", "not JSON" },
            { "[1,2]", "not settings of Signalbox" },
            { R"({"format":"other"})", "not settings of Signalbox" },
            { R"({"format":"signalbox-settings","version":9,"settings":{}})", "version 9" },
            { head + "7}", "'settings'" },
            { head + R"({"view/motion":"reduced","view/themeName":"pink"}})", "'pink'" },
            { head + R"({"view/motion":"reduced","view/colour":"red"}})", "'view/colour' is no setting" },
            { head + R"({"view/motion":7}})", "use one of: full, reduced" },
        };
        const QString path = m_folder.filePath(QStringLiteral("bad.json"));
        Desk desk;
        desk.trigger("page.settings");
        for (const auto& [content, says] : files) {
            write(path, content);
            desk.settings()->importFrom(path);
            const QString text = desk.settings()->notice()->text();
            QVERIFY2(text.contains(QLatin1String(says)), qPrintable(text));
            QVERIFY2(text.contains(QStringLiteral("bad.json")), qPrintable(text));
            QVERIFY2(Preferences::instance().isDefault(Setting::Motion), content.constData());
        }
        desk.settings()->importFrom(m_folder.filePath(QStringLiteral("none.json")));
        QVERIFY(desk.settings()->notice()->text().contains(QStringLiteral("there is no such file")));
    }

    void noDamagedSettingStopsTheWindow_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("nothing") << QVariant(QString());
        QTest::newRow("words") << QVariant(QStringLiteral("not what belongs here"));
        QTest::newRow("number") << QVariant(987654321);
        QTest::newRow("negative") << QVariant(-1);
        QTest::newRow("zeroes") << QVariant(QByteArray(64, '\0'));
        QTest::newRow("ones") << QVariant(QByteArray(64, '\xff'));
        QTest::newRow("long") << QVariant(QByteArray(100'000, 'x'));
        // The right beginnings of what Qt writes, then nothing.
        QTest::newRow("dock state, cut off") << QVariant(QByteArray::fromHex("000000ff00000002fd000000"));
        QTest::newRow("splitter state, cut off") << QVariant(QByteArray::fromHex("000000ff0000000100000002"));
        QTest::newRow("geometry, cut off") << QVariant(QByteArray::fromHex("01d9d0cb00030000ffff"));
        QTest::newRow("list") << QVariant(QStringList { QStringLiteral("a"), QStringLiteral("b") });
    }

    void noDamagedSettingStopsTheWindow()
    {
        QFETCH(QVariant, value);
        QStringList keys { QStringLiteral("layout/geometry"), QStringLiteral("layout/rows"),
            QStringLiteral("layout/docks"), QStringLiteral("layout/perspective"),
            QStringLiteral("perspectives/watch"), QStringLiteral("files/recent"),
            QStringLiteral("hints/dragOutage") };
        for (const SettingSpec& spec : settingSpecs())
            keys << spec.key;
        {
            const auto settings = stored();
            settings->setValue(QStringLiteral("layout/version"), 2);
            for (const QString& key : keys)
                settings->setValue(key, value);
            settings->sync();
        }
        Desk desk;
        QVERIFY(desk.window->width() >= 1100 && desk.window->height() >= 700);
        QVERIFY(desk.window->stage().map()->isVisible());
        QVERIFY(desk.window->stage().map()->height() > 50);
        QVERIFY(desk.window->sideDock().isVisible());
        for (int i = 0; i < kSettingCount; ++i)
            QVERIFY(Preferences::instance().isDefault(static_cast<Setting>(i)));
        desk.trigger("perspective.watch");
        desk.window->close();
    }

    void aFileOfSettingsThatIsNoneIsAsGoodAsNone()
    {
        write(stored()->fileName(), QByteArray("\x00\x01[[[layout\nversion=2\n%%%", 24));
        Desk desk;
        QVERIFY(desk.window->stage().map()->isVisible());
        QVERIFY(desk.window->sideDock().isVisible());
    }

private:
    static std::unique_ptr<QSettings> stored()
    {
        return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
            QStringLiteral("signalbox"), QStringLiteral("signalbox"));
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestViews)
#include "tst_views.moc"
