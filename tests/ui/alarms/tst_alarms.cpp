// SPDX-License-Identifier: GPL-3.0-or-later
// The alarm book on canned snapshots: what is annunciated, when it may go, what is put aside, and whether the
// audit notices floods and chatter.
#include "tests/support/fake_control_room.h"
#include "ui/alarms/alarm_audit.h"

#include <QTest>

#include <algorithm>

using namespace sb;
using namespace sb::test;

namespace {

constexpr RegionId kIreland { 0 };
constexpr RegionId kSingapore { 1 };
const AlarmKey kIrelandFailed { AlarmKind::RegionFailed, kIreland, {}, {} };

// A calm service that a test makes abnormal, second by second.
struct Watch {
    Watch()
        : world(cannedWorld())
        , snapshot(cannedSnapshot(Scene::Calm, world))
    {
        snapshot.controlEndpoints.clear();
        snapshot.safetyRules.clear();
        snapshot.plans.clear();
    }
    void pass(Duration time)
    {
        for (const Instant end = snapshot.now + time; snapshot.now < end;) {
            snapshot.now += 1s;
            book.update(world, snapshot);
        }
    }
    void setState(RegionId region, RegionState state) { snapshot.regions[region.value].state = state; }
    void setLag(RegionId source, RegionId target, Duration lag)
    {
        for (LinkView& link : snapshot.links)
            if (link.source == source && link.target == target)
                link.lag = lag;
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList list;
        for (const AlarmEntry* entry : book.annunciated())
            list += entry->finding.title;
        return list;
    }
    WorldDescription world;
    Snapshot snapshot;
    AlarmBook book;
};

QString verdicts(const std::vector<AuditLine>& lines)
{
    QString text;
    for (const AuditLine& line : lines)
        text += QChar(line.isMet ? u'+' : u'-');
    return text;
}

} // namespace

class TestAlarms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCalmServiceHasNoAlarm()
    {
        Watch watch;
        watch.pass(2min);
        QCOMPARE(watch.titles(), QStringList());
        QCOMPARE(watch.book.notes().size(), 0U);
        QVERIFY(!watch.book.isFlood());
    }

    void everyAlarmSaysCauseConsequenceAndAction()
    {
        Watch watch;
        watch.snapshot = cannedSnapshot(Scene::FailedOver, watch.world);
        addCannedRouting(watch.snapshot, watch.world);
        watch.snapshot.phase = RunPhase::Stopped;
        watch.snapshot.message = "the disk is full";
        watch.snapshot.totals.errorShare = 0.2;
        watch.snapshot.regions[1].orphans.operations = 3;
        watch.snapshot.controlEndpoints = { true, true, true, false, false };
        watch.snapshot.safetyRules = { { "one-on", "at least 1 of both", false, false } };
        const auto found = findAlarms(watch.world, watch.snapshot);
        QVERIFY2(found.size() >= 5, qPrintable(QString::number(found.size())));
        for (const AlarmFinding& finding : found) {
            QVERIFY(!finding.title.isEmpty());
            QVERIFY2(!finding.cause.isEmpty(), qPrintable(finding.title));
            QVERIFY2(!finding.consequence.isEmpty(), qPrintable(finding.title));
            QVERIFY2(!finding.action.isEmpty(), qPrintable(finding.title));
        }
        QVERIFY(std::is_sorted(found.begin(), found.end(), [](const AlarmFinding& a, const AlarmFinding& b) {
            return priorityOf(a.key.kind) > priorityOf(b.key.kind);
        }));
    }

    void anAlarmStaysUntilItWasSeenAndThenGoes()
    {
        Watch watch;
        watch.pass(10s);
        watch.setState(kIreland, RegionState::Failed);
        watch.pass(30s);
        QCOMPARE(watch.titles(), QStringList { QStringLiteral("Ireland has failed") });
        QCOMPARE(watch.book.unacknowledged(), 1U);
        QCOMPARE(*watch.book.find(kIrelandFailed)->timeLeft(watch.snapshot.now),
            watch.world.rtoObjective - Duration { 29s });
        watch.setState(kIreland, RegionState::Serving);
        watch.pass(5min);
        QVERIFY2(!watch.book.find(kIrelandFailed)->isActive(), "it is over");
        QCOMPARE(watch.titles().size(), 1); // nobody has seen it yet
        QVERIFY(watch.book.acknowledge(kIrelandFailed));
        QVERIFY(!watch.book.acknowledge(kIrelandFailed));
        watch.pass(2min);
        QCOMPARE(watch.titles(), QStringList());
        QVERIFY(watch.book.find(kIrelandFailed) == nullptr);
        QVERIFY(!watch.book.acknowledge(kIrelandFailed));
    }

    void whatFlickersForLessThanTheDelayIsOneAlarm()
    {
        Watch watch;
        for (int i = 0; i < 10; ++i) {
            watch.setState(kIreland, RegionState::Failed);
            watch.pass(2s);
            watch.setState(kIreland, RegionState::Serving);
            watch.pass(3s);
        }
        QCOMPARE(watch.book.notes().size(), 1U);
        QVERIFY(!watch.book.find(kIrelandFailed)->isChattering);
    }

    void whatComesThreeTimesInAMinuteChatters()
    {
        Watch watch;
        for (int i = 0; i < 3; ++i) {
            watch.setState(kIreland, RegionState::Failed);
            watch.pass(2s);
            watch.setState(kIreland, RegionState::Serving);
            watch.pass(8s);
        }
        QCOMPARE(watch.book.notes().size(), 3U);
        QVERIFY(watch.book.find(kIrelandFailed)->isChattering);
        QCOMPARE(measureAlarms(watch.book).chattering, 1U);
        QCOMPARE(auditAlarms(watch.book).at(3).isMet, false);
    }

    void aLinkToADeadRegionIsSuppressedAndComesBackWithoutIt()
    {
        Watch watch;
        watch.setState(kIreland, RegionState::Failed);
        watch.setLag(kIreland, kSingapore, 40s);
        watch.pass(10s);
        QCOMPARE(watch.titles(), QStringList { QStringLiteral("Ireland has failed") });
        QCOMPARE(watch.book.suppressed().size(), 1U);
        QCOMPARE(watch.book.unacknowledged(), 1U);
        watch.setState(kIreland, RegionState::Serving);
        watch.pass(10s);
        QVERIFY2(watch.titles().contains(QStringLiteral("Singapore is 40 s behind Ireland")),
            qPrintable(watch.titles().join(u'|')));
        QCOMPARE(watch.book.suppressed().size(), 0U);
    }

    void theFirstOfAGroupIsMarked()
    {
        Watch watch;
        watch.pass(5s);
        watch.setState(kIreland, RegionState::Failed);
        watch.pass(3s);
        watch.snapshot.totals.errorShare = 0.3;
        watch.pass(3s);
        QVERIFY(watch.book.find(kIrelandFailed)->isFirstOut);
        QVERIFY(!watch.book.find({ AlarmKind::ServiceErrors, {}, {}, {} })->isFirstOut);
    }

    void aShelvedAlarmComesBackByItself()
    {
        Watch watch;
        watch.setState(kIreland, RegionState::Failed);
        watch.pass(10s);
        QVERIFY(!watch.book.shelve(kIrelandFailed, 10min, QStringLiteral("  ")));
        QVERIFY(!watch.book.shelve(kIrelandFailed, 9h, QStringLiteral("maintenance")));
        QVERIFY(!watch.book.shelve({ AlarmKind::RunStopped, {}, {}, {} }, 1min, QStringLiteral("no such")));
        QVERIFY(watch.book.shelve(kIrelandFailed, 10min, QStringLiteral("maintenance")));
        QCOMPARE(watch.titles(), QStringList());
        QCOMPARE(watch.book.unacknowledged(), 0U);
        QCOMPARE(watch.book.shelved().at(0)->shelvedFor, QStringLiteral("maintenance"));
        watch.pass(9min);
        QCOMPARE(watch.titles(), QStringList());
        watch.pass(61s);
        QCOMPARE(watch.titles().size(), 1);
        QVERIFY(!watch.book.unshelve(kIrelandFailed));
        QVERIFY(watch.book.shelve(kIrelandFailed, 1h, QStringLiteral("again")));
        QVERIFY(watch.book.unshelve(kIrelandFailed));
        QCOMPARE(watch.titles().size(), 1);
    }

    void theAuditMeasuresAFloodAndItsEnd()
    {
        Watch watch;
        watch.pass(10min);
        for (int i = 0; i < 12; ++i) { // twelve alarms, 40 s apart
            watch.setState(kIreland, RegionState::Failed);
            watch.pass(10s);
            watch.setState(kIreland, RegionState::Serving);
            watch.pass(30s);
        }
        QVERIFY(watch.book.isFlood());
        const AlarmFigures during = measureAlarms(watch.book);
        QCOMPARE(during.annunciated, 12U);
        QCOMPARE(during.peak, 12U);
        QVERIFY(qFuzzyCompare(during.perTenMinutes, 12 * 600 / 1079.0)); // from its first look on
        watch.pass(30min);
        QVERIFY(!watch.book.isFlood());
        const AlarmFigures after = measureAlarms(watch.book);
        // In a flood from the tenth (6 min after the first) until the third is ten minutes old.
        const double flood = 10 * 60 + 2 * 40 - 9 * 40;
        QVERIFY2(qAbs(after.floodShare - flood / (48 * 60)) < 0.001,
            qPrintable(QString::number(after.floodShare)));
        QCOMPARE(verdicts(auditAlarms(watch.book)), QStringLiteral("---++-+++"));
        QVERIFY(!auditAlarms(watch.book).at(5).isJudged);
    }

    void timeToAcknowledgeIsTheAverageOfThoseThatWere()
    {
        Watch watch;
        watch.pass(1s);
        watch.setState(kIreland, RegionState::Failed);
        watch.pass(21s);
        QVERIFY(watch.book.acknowledge(kIrelandFailed));
        QCOMPARE(measureAlarms(watch.book).acknowledgedAfter, Duration { 20s });
        QCOMPARE(measureAlarms(watch.book).acknowledged, 1U);
    }

    void aNewRunForgetsTheOld()
    {
        Watch watch;
        watch.setState(kIreland, RegionState::Failed);
        watch.pass(10s);
        watch.book.reset();
        QCOMPARE(watch.titles(), QStringList());
        QCOMPARE(watch.book.notes().size(), 0U);
        watch.snapshot.phase = RunPhase::Replaying; // the past as it is built again alarms nobody
        watch.pass(10s);
        QCOMPARE(watch.titles(), QStringList());
    }
};

QTEST_MAIN(TestAlarms)
#include "tst_alarms.moc"
