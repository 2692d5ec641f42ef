// SPDX-License-Identifier: GPL-3.0-or-later
// The alarm list on canned snapshots: what it lists and explains, what the operator does with the mouse and
// the keys, and what of it comes into the record. SB_PICTURE=FILE keeps a picture of it.
#include "tests/support/fake_control_room.h"
#include "tests/support/find_button.h"
#include "ui/pages/alarms_page.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QTabBar>
#include <QTest>
#include <QTreeWidget>

using namespace sb;
using namespace sb::test;

namespace {

struct Desk {
    Desk()
        : world(cannedWorld(3))
        , snapshot(cannedSnapshot(Scene::Calm, world))
    {
        page.setWorld(world);
        page.resize(1080, 760);
        page.show();
        QObject::connect(&page, &Page::commandRequested, &page, [this](const Command& command) {
            notes += QString::fromStdString(std::get<AddNote>(command).text);
        });
        pass(5s);
    }
    void pass(Duration time)
    {
        for (const Instant end = snapshot.now + time; snapshot.now < end;) {
            snapshot.now += 1s;
            page.noteSnapshot(snapshot);
        }
        page.setSnapshot(snapshot);
    }
    void breakIreland()
    {
        const Instant now = snapshot.now;
        snapshot = cannedSnapshot(Scene::Failing, world);
        snapshot.now = now;
        pass(20s);
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList list;
        for (int i = 0; i < page.list()->topLevelItemCount(); ++i)
            list += page.list()->topLevelItem(i)->text(1);
        return list;
    }
    WorldDescription world;
    Snapshot snapshot;
    AlarmsPage page;
    QStringList notes;
};

} // namespace

class TestAlarmsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCalmServiceSaysThatNothingAsksForAnAction()
    {
        Desk desk;
        QCOMPARE(desk.rows(), QStringList());
        const auto labels = desk.page.findChildren<QLabel*>();
        const bool isSaid = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text() == QStringLiteral("Nothing asks for an action.");
        });
        QVERIFY(isSaid);
        QVERIFY(!buttonNamed(desk.page, QStringLiteral("Acknowledge"))->isEnabled());
        QVERIFY(!buttonNamed(desk.page, QStringLiteral("Acknowledge all"))->isEnabled());
    }

    void aFailedRegionIsListedFirstWithWhatToDo()
    {
        Desk desk;
        desk.breakIreland();
        QVERIFY(!desk.rows().isEmpty());
        QCOMPARE(desk.rows().front(), QStringLiteral("Ireland has failed"));
        QCOMPARE(desk.page.list()->topLevelItem(0)->text(0), QStringLiteral("High"));
        QVERIFY(desk.page.list()->topLevelItem(0)->text(3).contains(QLatin1Char(':')));
        QCOMPARE(desk.page.chosen()->kind, AlarmKind::RegionFailed);
    }

    void acknowledgingIsNotedInTheRecordOnce()
    {
        Desk desk;
        desk.breakIreland();
        CommandButton* button = buttonNamed(desk.page, QStringLiteral("Acknowledge"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(desk.notes, QStringList { QStringLiteral("Alarm acknowledged: Ireland has failed") });
        QVERIFY(!button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(desk.notes.size(), 1);
    }

    void allCanBeAcknowledgedByTheKeyboard()
    {
        Desk desk;
        desk.breakIreland();
        CommandButton* all = buttonNamed(desk.page, QStringLiteral("Acknowledge all"));
        all->setFocus();
        QTest::keyClick(all, Qt::Key_Space);
        QCOMPARE(desk.page.book().unacknowledged(), 0U);
        QCOMPARE(desk.notes.size(), 1);
        QVERIFY(desk.notes.front().startsWith(QStringLiteral("Alarms acknowledged: ")));
        QVERIFY(desk.notes.front().toUtf8().size() <= 500);
    }

    void shelvingNeedsAReasonAndCanBeUndone()
    {
        Desk desk;
        desk.breakIreland();
        CommandButton* shelve = buttonNamed(desk.page, QStringLiteral("Shelve"));
        QVERIFY2(!shelve->isEnabled(), "without a reason");
        auto* reason = desk.page.findChild<QLineEdit*>();
        QTest::keyClicks(reason, QStringLiteral("planned work"));
        QVERIFY(shelve->isEnabled());
        QTest::mouseClick(shelve, Qt::LeftButton);
        QVERIFY(!desk.rows().contains(QStringLiteral("Ireland has failed")));
        QVERIFY(desk.notes.front().contains(QStringLiteral("planned work")));
        auto* tabs = desk.page.findChild<QTabBar*>();
        tabs->setCurrentIndex(1);
        QCOMPARE(desk.rows(), QStringList { QStringLiteral("Ireland has failed") });
        QTest::mouseClick(buttonNamed(desk.page, QStringLiteral("Unshelve")), Qt::LeftButton);
        QCOMPARE(desk.rows(), QStringList());
        tabs->setCurrentIndex(0);
        QVERIFY(desk.rows().contains(QStringLiteral("Ireland has failed")));
    }

    void inTheNarrowestWindowNoTextIsCut()
    {
        Desk desk;
        desk.page.resize(692, 590);
        desk.breakIreland();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QVERIFY2(desk.page.minimumSizeHint().height() <= 590,
            qPrintable(QString::number(desk.page.minimumSizeHint().height())));
        const auto labels = desk.page.findChildren<QLabel*>();
        for (const QLabel* label : labels)
            QVERIFY2(!label->isVisible() || label->heightForWidth(label->width()) <= label->height(),
                qPrintable(label->text()));
        const QTreeWidget* list = desk.page.list();
        QVERIFY(list->columnWidth(1)
            > list->fontMetrics().horizontalAdvance(list->topLevelItem(0)->text(1)) + 12);
    }

    void theAuditIsCopiedAsCsv()
    {
        Desk desk;
        desk.breakIreland();
        QVERIFY(desk.page.audit()->topLevelItemCount() >= 6);
        QTest::mouseClick(buttonNamed(desk.page, QStringLiteral("Copy as CSV")), Qt::LeftButton);
        const QString csv = QApplication::clipboard()->text();
        QVERIFY(csv.startsWith(QStringLiteral("measure,value,limit,met\n")));
        QCOMPARE(csv.count(QLatin1Char('\n')), desk.page.audit()->topLevelItemCount() + 1);
    }

    void aRegionOfAnAlarmCanBeShown()
    {
        Desk desk;
        desk.breakIreland();
        RegionId shown;
        connect(&desk.page, &Page::regionSelected, this, [&](RegionId region) { shown = region; });
        QTest::mouseClick(buttonNamed(desk.page, QStringLiteral("Show the region")), Qt::LeftButton);
        QCOMPARE(int(shown.value), 0);
    }

    void aPictureIsKeptWhenAsked()
    {
        const QString path = qEnvironmentVariable("SB_PICTURE");
        if (path.isEmpty())
            QSKIP("SB_PICTURE is not set");
        ThemeManager::instance().install();
        ThemeManager::instance().setMode(
            qEnvironmentVariable("SB_THEME") == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::Light);
        Desk desk;
        desk.breakIreland();
        desk.page.grab().save(path);
    }
};

QTEST_MAIN(TestAlarmsPage)
#include "tst_alarms_page.moc"
