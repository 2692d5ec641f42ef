// SPDX-License-Identifier: GPL-3.0-or-later
// Another language while a run goes on: the same run, the same events, the same place in the window, other
// words. The pseudo-language shows what is not translatable.
#include "tests/support/fake_control_room.h"
#include "ui/charts/charts_panel.h"
#include "ui/drills/drill_editor.h"
#include "ui/drills/drills_page.h"
#include "ui/map/world_map.h"
#include "ui/pages/alarms_page.h"
#include "ui/pages/settings_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/side_panel.h"
#include "ui/shell/view_menu.h"
#include "ui/theme/format.h"
#include "ui/theme/languages.h"
#include "ui/theme/preferences.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"
#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_model.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/journal_view.h"
#include "ui/widgets/notice_bar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sb;
using namespace sb::test;

namespace {

// A run with a past, and a window that somebody has arranged.
class Desk {
public:
    explicit Desk(Scene scene = Scene::Calm)
    {
        auto made = std::make_unique<FakeControlRoom>(scene, 3);
        room = made.get();
        window = std::make_unique<MainWindow>(ControlRoomFactory {}, std::move(made));
        window->resize(1440, 900);
        window->show();
        window->bridge().pump();
    }
    void speak(const QString& language) const
    {
        Preferences::instance().set(Setting::Language, language);
        // Built anew by a queued call.
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QStringList journal() const
    {
        const QAbstractItemModel* model = window->journal().table()->model();
        QStringList times;
        for (int row = 0; row < model->rowCount(); ++row)
            times << model->index(row, 0).data().toString();
        return times;
    }

    FakeControlRoom* room = nullptr; // owned by the window's bridge
    std::unique_ptr<MainWindow> window;
};

QStringList menuTitles(const MainWindow& window)
{
    QStringList titles;
    const QList<QAction*> actions = window.menuBar()->actions();
    for (const QAction* action : actions)
        titles << action->text();
    return titles;
}

bool hasWord(const QString& text)
{
    return text.contains(QRegularExpression(QStringLiteral("\\p{L}{3}")));
}

// Names that a run brings along, and our own.
bool isData(const QString& text, const WorldDescription& world)
{
    QStringList names { QStringLiteral("Signalbox"), qs(world.title) };
    for (const RegionInfo& region : world.regions)
        names << qs(region.code);
    for (const CityInfo& city : world.cities)
        names << qs(city.name);
    for (const Language& language : languages())
        names << language.ownName;
    // Examples of keys are written as the engine reads them.
    const bool isKey = std::any_of(inspectedWords().begin(), inspectedWords().end(), [&](const auto& word) {
        return text.startsWith(qs(std::string(word.word)) + QLatin1Char(' ')) && text.back().isDigit();
    });
    return isKey || names.contains(text);
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        LanguageManager::instance().use(QStringLiteral("en"));
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void cleanup()
    {
        Preferences::instance().set(Setting::Language, kSystemLanguage);
        LanguageManager::instance().use(QStringLiteral("en"));
        QCoreApplication::sendPostedEvents();
    }

    void everyLanguageIsOfferedByItsOwnName()
    {
        QStringList names;
        const SettingSpec spec = settingSpecs().at(static_cast<int>(Setting::Language));
        for (const SettingChoice& choice : spec.choices)
            names << choice.word;
        QCOMPARE(names,
            QStringList({ QStringLiteral("Like the system"), QStringLiteral("English"),
                QStringLiteral("Deutsch"), QStringLiteral("日本語"), QStringLiteral("العربية") }));
        LanguageManager::instance().use(QStringLiteral("klingon")); // counts as the system's: here, none
        QCOMPARE(LanguageManager::instance().current(), QStringLiteral("en"));
    }

    void theRunGoesOnWhileTheWordsChange()
    {
        Desk desk(Scene::FailedOver);
        MainWindow& window = *desk.window;
        window.select(MapItem::forRegion(RegionId { 1 }));
        window.findChild<QAction*>(QStringLiteral("page.routing"))->trigger();
        window.timeline().zoom().setRange({ kStart + 10s, kStart + 100s });
        window.journal().filter()->setText(QStringLiteral("14:"));
        window.stage().notice()->showNotice(StateShape::Degraded, QStringLiteral("kept as it was said"));
        const QStringList events = desk.journal();
        QVERIFY(!events.isEmpty());
        const auto modelled = window.timeline().model().events().size();
        const TimeRange range = window.timeline().zoom().range();
        const Arrangement arrangement = window.arrangement();
        const QRect geometry = window.geometry();
        const QStringList titles = menuTitles(window);
        const std::size_t commands = desk.room->commands.size();
        const ControlRoom* const room = desk.room;
        const int paceBefore = desk.room->pace.speedPercent;

        desk.speak(QStringLiteral("de"));

        QVERIFY(menuTitles(window) != titles);
        QCOMPARE(menuTitles(window).size(), titles.size());
        QCOMPARE(&window.bridge().world(), &room->description()); // the same object, not a copy of it
        QCOMPARE(desk.journal(), events);
        QCOMPARE(window.timeline().model().events().size(), modelled);
        QCOMPARE(window.timeline().zoom().range().from, range.from);
        QCOMPARE(window.timeline().zoom().range().to, range.to);
        QCOMPARE(toText(window.arrangement()), toText(arrangement));
        QCOMPARE(window.geometry(), geometry);
        QVERIFY(window.page(QStringLiteral("routing"))->isVisible());
        QVERIFY(window.stage().map()->selection() == MapItem::forRegion(RegionId { 1 }));
        QCOMPARE(window.journal().filter()->text(), QStringLiteral("14:"));
        QCOMPARE(window.stage().notice()->text(), QStringLiteral("kept as it was said"));
        QCOMPARE(desk.room->commands.size(), commands); // nothing was asked of the run
        QCOMPARE(desk.room->pace.speedPercent, paceBefore);

        // And it is the new window that hears of what comes.
        window.journal().filter()->clear();
        const int shown = window.journal().table()->model()->rowCount();
        Event note;
        note.seq = EventSeq { 100'000 };
        note.kind = EventKind::NoteAdded;
        desk.room->queueEvent(note);
        window.bridge().pump();
        QCOMPARE(window.journal().table()->model()->rowCount(), shown + 1);
    }

    // In the pseudo-language each text of ours is marked: what is not, no translator can reach.
    void everyVisibleTextOfThePagesChanges()
    {
        Desk desk(Scene::FailedOver);
        LanguageManager::instance().use(kPseudoLanguage);
        QCoreApplication::sendPostedEvents();
        QStringList plain;
        int looked = 0;
        QStringList pages { QStringLiteral("overview") };
        for (const PageEntry& entry : pageCatalogue())
            pages << entry.id;
        for (const QString& page : std::as_const(pages)) {
            desk.window->findChild<QAction*>(QStringLiteral("page.") + page)->trigger();
            desk.window->bridge().pump();
            const auto look = [&](const QWidget* widget, const QString& text) {
                if (!widget->isVisible() || !hasWord(text))
                    return;
                ++looked;
                if (!text.contains(QLatin1Char('[')) && !isData(text, desk.window->bridge().world()))
                    plain << page + QStringLiteral(": ") + text;
            };
            for (const QLabel* label : desk.window->findChildren<QLabel*>())
                look(label, label->text());
            for (const QAbstractButton* button : desk.window->findChildren<QAbstractButton*>())
                look(button, button->text());
        }
        QVERIFY2(looked > 60, qPrintable(QString::number(looked)));
        plain.removeDuplicates();
        QVERIFY2(plain.isEmpty(), qPrintable(plain.join(QLatin1Char('\n'))));
    }

    void aChangeThereAndBackLeavesNothingTwice()
    {
        Desk desk(Scene::Failing);
        const QStringList events = desk.journal();
        const qsizetype widgets = desk.window->findChildren<QWidget*>().size();
        const qsizetype actions = desk.window->findChildren<QAction*>().size();
        const QStringList titles = menuTitles(*desk.window);
        for (const char* language : { "ar", "ja", "en" })
            desk.speak(QString::fromLatin1(language));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(menuTitles(*desk.window), titles);
        QCOMPARE(desk.journal(), events);
        QCOMPARE(desk.window->findChildren<QAction*>().size(), actions);
        QVERIFY(std::abs(desk.window->findChildren<QWidget*>().size() - widgets) < 12); // menus come and go
        // One click is one command.
        const std::size_t before = desk.room->commands.size();
        desk.window->actionSet().clearFaults->trigger();
        QCOMPARE(desk.room->commands.size(), before + 1);
    }

    void whatTheOperatorDidToAlarmsStays()
    {
        Desk desk(Scene::Failing);
        auto* page = qobject_cast<AlarmsPage*>(desk.window->page(QStringLiteral("alarms")));
        desk.window->findChild<QAction*>(QStringLiteral("page.alarms"))->trigger();
        const std::size_t open = page->book().unacknowledged();
        const Instant began = page->book().beganAt();
        QVERIFY(open > 0);
        desk.speak(QStringLiteral("de"));
        page = qobject_cast<AlarmsPage*>(desk.window->page(QStringLiteral("alarms")));
        QCOMPARE(page->book().unacknowledged(), open);
        QCOMPARE(page->book().beganAt(), began);
    }

    void aDrillTextThatIsNotSavedStaysSo()
    {
        Desk desk;
        const auto finish = [&] {
            for (std::size_t i = 0; i < desk.room->jobList.size(); ++i)
                if (!desk.room->jobList[i].isFinished)
                    desk.room->finish(desk.room->jobList[i].id);
            desk.window->bridge().pump();
        };
        const auto editor = [&] {
            return qobject_cast<DrillsPage*>(desk.window->page(QStringLiteral("drills")))->editor();
        };
        finish();
        desk.window->findChild<QAction*>(QStringLiteral("page.drills"))->trigger();
        QVERIFY(!editor()->path().isEmpty());
        QVERIFY(!editor()->isUnsaved());
        editor()->edit()->appendPlainText(QStringLiteral("# mine"));
        QVERIFY(editor()->isUnsaved());
        const QString text = editor()->text();
        const QString path = editor()->path();
        const DrillEditor* before = editor();
        desk.speak(QStringLiteral("de"));
        finish();
        QVERIFY(editor() != before);
        QCOMPARE(editor()->text(), text);
        QCOMPARE(editor()->path(), path);
        QVERIFY(editor()->isUnsaved()); // or the old file would be run in its place
    }

    void theThemeOfTheCommandLineStays()
    {
        Desk desk;
        const ThemeMode before = ThemeManager::instance().mode();
        const ThemeMode chosen = before == ThemeMode::Light ? ThemeMode::Dark : ThemeMode::Light;
        ThemeManager::instance().setMode(chosen);
        desk.speak(QStringLiteral("de"));
        QVERIFY(ThemeManager::instance().mode() == chosen);
        QVERIFY(desk.window->actionSet().theme->actions().at(static_cast<int>(chosen))->isChecked());
        ThemeManager::instance().setMode(before);
    }

    void filesThatAreBeingWrittenGoOn()
    {
        Desk desk;
        QVERIFY(desk.room->jobList.empty()
            || std::none_of(desk.room->jobList.begin(), desk.room->jobList.end(),
                [](const JobStatus& job) { return job.title == "Export html"; })); // nobody looks at reports
        ViewWriter& writer = desk.window->views().writer();
        const QString path = m_folder.filePath(QStringLiteral("map.png"));
        QSignalSpy written(&writer, &ViewWriter::written);
        writer.save(*desk.window->stage().map(), ViewFormat::Png, path);
        desk.speak(QStringLiteral("de"));
        QCOMPARE(&desk.window->views().writer(), &writer);
        QTRY_COMPARE(written.size(), 1);
        QVERIFY(desk.window->stage().notice()->text().contains(QStringLiteral("map.png")));
    }

    void theWindowIsMirroredForArabicAndTheTimeAxisIsNot()
    {
        Desk desk(Scene::Failing);
        desk.speak(QStringLiteral("ar"));
        QCOMPARE(desk.window->layoutDirection(), Qt::RightToLeft);
        const auto xOf = [&](const QWidget& widget) { return widget.mapTo(desk.window.get(), QPoint()).x(); };
        QVERIFY(xOf(desk.window->side()) < xOf(*desk.window->stage().map()));
        QVERIFY(xOf(*desk.window->findChild<QWidget*>(QStringLiteral("rows"))) > xOf(desk.window->side()));
        const TimeRange range = desk.window->timeline().zoom().range();
        const TimelineLayout& layout = desk.window->timeline().layoutNow();
        QVERIFY(pixelAt(layout.axis, range.from) < pixelAt(layout.axis, range.to));
        QVERIFY(layout.labels.left() >= layout.plot.right()); // the lanes' names do change sides
        desk.speak(QStringLiteral("en"));
        QCOMPARE(desk.window->layoutDirection(), Qt::LeftToRight);
        QVERIFY(xOf(desk.window->side()) > xOf(*desk.window->stage().map()));
    }

    void numbersAreWrittenAsTheLanguageWritesThem()
    {
        LanguageManager::instance().use(QStringLiteral("de"));
        QCOMPARE(formatCount(48213), QStringLiteral("48.213"));
        QCOMPARE(formatNumber(4.5, 1), QStringLiteral("4,5"));
        LanguageManager::instance().use(QStringLiteral("ar"));
        QCOMPARE(formatCount(12), QLocale(QStringLiteral("ar_AE")).toString(12));
        LanguageManager::instance().use(QStringLiteral("en"));
        QCOMPARE(formatCount(48213), QStringLiteral("48,213"));
    }

    void thePseudoLanguageKeepsWhatProgramsRead()
    {
        const QString text = pseudoText(QStringLiteral("Wait %1 of %L2, <b>%n</b> times"));
        for (const char* part : { "%1", "%L2", "<b>", "</b>", "%n" })
            QCOMPARE(text.count(QLatin1String(part)), 1);
        QVERIFY(text.size() >= 31 * 14 / 10 - 1);
        QVERIFY(pseudoText(QStringLiteral("Settings (*.json)")).endsWith(QLatin1String("(*.json)")));
        QCOMPARE(pseudoText(QString()), QString());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
