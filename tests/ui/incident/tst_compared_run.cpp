// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs one under the other: one axis, aligned at the start or at the first faults, a table of what
// differs, and what is said when the other file cannot be read.
#include "tests/golden/canned_run.h"
#include "tests/support/fake_control_room.h"
#include "tests/ui/pages/page_test.h"
#include "ui/bridge/control_room_bridge.h"
#include "ui/incident/compared_run.h"
#include "ui/incident/incident_page.h"
#include "ui/incident/range_drawer.h"
#include "ui/incident/track_view.h"
#include "ui/pages/row_table.h"
#include "ui/theme/preferences.h"
#include "ui/widgets/notice_bar.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace sb;
using namespace sb::test;

namespace {

// Reads at once what the test laid ready.
class RecordRoom : public FakeControlRoom {
public:
    RecordRoom()
        : FakeControlRoom(Scene::Calm, 3)
    {
    }
    std::uint64_t startRecordRead(std::string path) override
    {
        JobStatus job;
        job.id = jobList.size() + 1;
        job.title = "Read " + path;
        jobList.push_back(job);
        return job.id;
    }
    std::shared_ptr<const RecordView> record(std::uint64_t) const override { return ready; }

    std::shared_ptr<const RecordView> ready;
};

constexpr Duration kLater = 60s; // how much later the fault of the compared run is

RecordView laterRecord()
{
    RecordView record;
    record.path = "/somewhere/other.signalbox";
    record.world = runWorld();
    record.world.seed = 12;
    record.events = runEvents(Moment::FailedBack);
    for (Event& event : record.events) {
        if (event.at > kStart)
            event.at += kLater;
    }
    record.end = nowOf(Moment::FailedBack) + kLater;
    record.charts = runSnapshot(Moment::FailedBack).charts;
    IncidentView incident = runSnapshot(Moment::FailedBack).incident;
    incident.openedAt += kLater;
    incident.impactAt = kStart + 266s;
    incident.restoredAt = kStart + 326s;
    incident.rto = 60s;
    incident.rpoOperations = 20;
    incident.lost = 3;
    record.incidents = { incident };
    return record;
}

struct Compared {
    Compared()
        : owned(std::make_unique<RecordRoom>())
        , room(owned.get())
        , bridge({}, std::move(owned))
        , page(bridge)
    {
        struct Feed {
            IncidentPage& page;
            void setDescription(const WorldDescription& world) { page.setWorld(world); }
            void appendEvents(const std::vector<Event>& events) { page.addEvents(events); }
            void setSnapshot(const Snapshot& snapshot) { page.setSnapshot(snapshot); }
        } feed { page };
        playRun(feed, Moment::FailedBack);
        page.resize(1200, 900);
        page.show();
        page.view()->zoom().fit(page.view()->log().whole());
    }
    void read(std::optional<Error> error = {})
    {
        page.compareWith(QStringLiteral("/somewhere/other.signalbox"));
        room->jobList.back().isFinished = true;
        room->jobList.back().error = std::move(error);
        bridge.pump();
    }

    std::unique_ptr<RecordRoom> owned;
    RecordRoom* room;
    ControlRoomBridge bridge;
    IncidentPage page;
};

} // namespace

class TestComparedRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_settings.isValid());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        ThemeManager::instance().install();
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        userSettings()->clear();
    }

    void firstFaultsStandOneUnderTheOther();
    void whatIsSelectedInOneIsSelectedInBoth();
    void differencesSayWhoIsWorse();
    void aFileThatCannotBeReadIsRefusedWithItsName();
    void closingTheComparisonBringsThePhasesBack();
    void tracksAreArrangedInBoth();
    void aFlagOfTheOtherRunIsAskedForAtItsPlaceInThisOne();
    void aPageInAnotherLanguageGoesOnWhereTheOldOneWas();
    void aPageInAnotherLanguageIsAlignedAndFollowsAsTheOldOneDid();
    void aRecordBeingReadIsShownByThePageInAnotherLanguage();
    void isPaintedEverywhere();

private:
    QTemporaryDir m_settings;
};

void TestComparedRun::firstFaultsStandOneUnderTheOther()
{
    Compared c;
    c.room->ready = std::make_shared<const RecordView>(laterRecord());
    c.read();
    QVERIFY(c.page.compared() != nullptr);
    ComparedRun& other = *c.page.compared();
    QVERIFY(other.title().contains(QStringLiteral("other.signalbox")));
    QVERIFY(other.title().contains(QStringLiteral("12"))); // its seed
    QVERIFY(other.alignment() == Alignment::FirstFault);
    const Instant mine = c.page.view()->log().firstFault();
    const Instant theirs = other.view()->log().firstFault();
    QCOMPARE(theirs - mine, kLater);
    const auto x = [](TrackView& view, Instant at) { return pixelAt(view.layoutNow().axis, at); };
    QVERIFY(qAbs(x(*c.page.view(), mine) - x(*other.view(), theirs)) < 1);
    other.setAlignment(Alignment::Start);
    QVERIFY(c.page.view()->zoom().range() == other.view()->zoom().range());
    // Moving the lower moves the upper, and by as much.
    const TimeRange before = c.page.view()->zoom().range();
    other.view()->zoom().panBy(30s);
    QCOMPARE(c.page.view()->zoom().range().from - before.from, Duration(30s));
}

void TestComparedRun::whatIsSelectedInOneIsSelectedInBoth()
{
    Compared c;
    c.room->ready = std::make_shared<const RecordView>(laterRecord());
    c.read();
    c.page.view()->setArea(TimeRange { kStart + 200s, kStart + 240s });
    QVERIFY(c.page.compared()->view()->area().has_value());
    QCOMPARE(c.page.compared()->view()->area()->from, kStart + 200s + kLater);
    c.page.compared()->view()->setArea(std::nullopt);
    QVERIFY(!c.page.view()->area());
}

void TestComparedRun::differencesSayWhoIsWorse()
{
    Compared c;
    RecordView record = laterRecord();
    c.room->ready = std::make_shared<const RecordView>(record);
    c.read();
    RowTable& table = *c.page.drawer()->differences();
    QVERIFY(table.isVisibleTo(&c.page));
    QVERIFY(!c.page.drawer()->measures()->isVisibleTo(&c.page));
    int lost = -1;
    int detect = -1;
    for (int row = 0; row < static_cast<int>(table.rows().size()); ++row) {
        if (table.text(row, 0) == QStringLiteral("Writes lost"))
            lost = row;
        if (table.text(row, 0) == QStringLiteral("Detect"))
            detect = row;
    }
    QVERIFY(lost >= 0 && detect >= 0);
    QCOMPARE(table.text(lost, 1), QStringLiteral("0"));
    QCOMPARE(table.text(lost, 2), QStringLiteral("3"));
    QCOMPARE(table.text(lost, 3), QStringLiteral("+3"));
    QCOMPARE(table.text(detect, 3), QStringLiteral("equal"));
    // The other way round this run is the worse one, and that is marked.
    const std::vector<RunDifference> turned
        = differencesOf(c.page.compared()->view()->log(), c.page.view()->log());
    const auto worse = std::find_if(turned.begin(), turned.end(),
        [](const RunDifference& row) { return row.name == QStringLiteral("Writes lost"); });
    QVERIFY(worse != turned.end());
    QVERIFY(worse->shape == StateShape::Degraded);
    QCOMPARE(worse->difference, QStringLiteral("\u22123"));
}

void TestComparedRun::aFileThatCannotBeReadIsRefusedWithItsName()
{
    Compared c;
    c.read(Error { Errc::Corrupt, "/somewhere/other.signalbox: the session is damaged" });
    QVERIFY(c.page.compared() == nullptr);
    QVERIFY(c.page.notice()->text().contains(QStringLiteral("/somewhere/other.signalbox")));
    QVERIFY(c.page.notice()->text().startsWith(QStringLiteral("Not compared")));
    QVERIFY(c.page.drawer()->measures()->isVisibleTo(&c.page));
}

void TestComparedRun::closingTheComparisonBringsThePhasesBack()
{
    Compared c;
    c.room->ready = std::make_shared<const RecordView>(laterRecord());
    c.read();
    const auto buttons = c.page.compared()->findChildren<QToolButton*>();
    for (QToolButton* button : buttons) {
        if (button->text() == QStringLiteral("Close comparison"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(c.page.compared() == nullptr);
    QVERIFY(c.page.drawer()->measures()->isVisibleTo(&c.page));
    c.read(); // and again
    QVERIFY(c.page.compared() != nullptr);
}

void TestComparedRun::tracksAreArrangedInBoth()
{
    Compared c;
    c.room->ready = std::make_shared<const RecordView>(laterRecord());
    c.read();
    TrackView& other = *c.page.compared()->view();
    other.setFocus();
    other.setCurrentTrack(Track::Health);
    QTest::keyClick(&other, Qt::Key_H);
    QVERIFY(c.page.view()->plan().isHidden(Track::Health));
    QVERIFY(other.plan().isHidden(Track::Health));
}

void TestComparedRun::aFlagOfTheOtherRunIsAskedForAtItsPlaceInThisOne()
{
    Compared c;
    c.room->ready = std::make_shared<const RecordView>(laterRecord());
    c.read();
    QSignalSpy asked(c.page.view(), &TrackView::flagWanted);
    Q_EMIT c.page.compared()->view()->flagWanted(kStart + 270s);
    c.page.compared()->setAlignment(Alignment::Start);
    Q_EMIT c.page.compared()->view()->flagWanted(kStart + 270s);
    QCOMPARE(asked.size(), 2);
    QVERIFY(
        asked[0][0].value<Instant>() == kStart + 270s - kLater); // the first faults stand under each other
    QVERIFY(asked[1][0].value<Instant>() == kStart + 270s);
}

void TestComparedRun::aPageInAnotherLanguageGoesOnWhereTheOldOneWas()
{
    Compared c;
    c.room->ready = std::make_shared<const RecordView>(laterRecord());
    c.read();
    c.page.addFlag({ kStart + 210s, QStringLiteral("mine") });
    c.page.view()->zoom().setRange({ kStart + 190s, kStart + 290s });
    c.page.view()->setArea(TimeRange { kStart + 200s, kStart + 240s });
    IncidentPage other(c.bridge);
    other.resize(1200, 900);
    other.setWorld(runWorld());
    other.inherit(c.page);
    other.addEvents(runEvents(Moment::FailedBack)); // they are told again
    other.setSnapshot(runSnapshot(Moment::FailedBack));
    const IncidentLog& before = c.page.view()->log();
    const IncidentLog& now = other.view()->log();
    QCOMPARE(now.lanes().events().size(), before.lanes().events().size());
    QCOMPARE(now.lanes().samples().size(), before.lanes().samples().size());
    QCOMPARE(now.counts().size(), before.counts().size());
    QCOMPARE(now.states().of(0).size(), before.states().of(0).size());
    QCOMPARE(other.view()->flags().size(), std::size_t(1));
    QVERIFY(other.view()->zoom().range() == c.page.view()->zoom().range());
    QVERIFY(other.view()->area() == c.page.view()->area());
    QVERIFY(other.compared() != nullptr);
    QCOMPARE(other.compared()->title(), c.page.compared()->title());
}

void TestComparedRun::aPageInAnotherLanguageIsAlignedAndFollowsAsTheOldOneDid()
{
    for (const Alignment alignment : { Alignment::Start, Alignment::FirstFault }) {
        for (const bool isFollowing : { false, true }) {
            Compared c;
            c.room->ready = std::make_shared<const RecordView>(laterRecord());
            c.read();
            c.page.compared()->setAlignment(alignment);
            c.page.view()->zoom().setRange({ kStart + 190s, kStart + 290s });
            c.page.view()->zoom().setFollowing(isFollowing);
            IncidentPage other(c.bridge);
            other.resize(1200, 900);
            other.setWorld(runWorld());
            other.inherit(c.page);
            other.addEvents(runEvents(Moment::FailedBack));
            other.setSnapshot(runSnapshot(Moment::FailedBack));
            QCOMPARE(other.view()->log().firstFault(), c.page.view()->log().firstFault());
            QVERIFY(other.compared()->alignment() == alignment);
            QCOMPARE(other.view()->zoom().isFollowing(), isFollowing);
            const TimeRange mine = other.view()->zoom().range();
            QVERIFY(mine == c.page.view()->zoom().range());
            const Duration apart = alignment == Alignment::FirstFault ? kLater : Duration(0s);
            QVERIFY(other.compared()->view()->zoom().range() == moved(mine, apart));
        }
    }
}

void TestComparedRun::aRecordBeingReadIsShownByThePageInAnotherLanguage()
{
    Compared c;
    c.room->ready = std::make_shared<const RecordView>(laterRecord());
    c.page.compareWith(QStringLiteral("/somewhere/other.signalbox"));
    IncidentPage other(c.bridge);
    other.setWorld(runWorld());
    other.inherit(c.page);
    QVERIFY(other.compared() == nullptr);
    c.room->jobList.back().isFinished = true;
    c.bridge.pump();
    QVERIFY(other.compared() != nullptr);
    QVERIFY(c.page.compared() == nullptr);
}

void TestComparedRun::isPaintedEverywhere()
{
    Compared c;
    c.room->ready = std::make_shared<const RecordView>(laterRecord());
    c.read();
    paintEverywhere(c.page, QStringLiteral("incident-compared"));
}

QTEST_MAIN(TestComparedRun)
#include "tst_compared_run.moc"
