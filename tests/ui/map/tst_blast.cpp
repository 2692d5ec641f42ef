// SPDX-License-Identifier: GPL-3.0-or-later
// What a fault would hit, where it may be let go, and how long it lasts: from canned snapshots.
#include "tests/support/fake_control_room.h"
#include "ui/map/blast_radius.h"
#include "ui/map/fault_clock.h"
#include "ui/map/world_map.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QDropEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace sb;
using namespace sb::test;

namespace {

constexpr QSize kSize { 1040, 470 };
const MapItem kIreland = MapItem::forRegion(RegionId { 0 });
const MapItem kLink = MapItem::forLink(RegionId { 0 }, RegionId { 1 });

InjectFault faultOn(FaultKind kind, const std::string& region, const std::string& peer = {})
{
    InjectFault fault;
    fault.kind = kind;
    fault.region = region;
    fault.peer = peer;
    return fault;
}

CityId cityNamed(const WorldDescription& world, const std::string& name)
{
    for (const CityInfo& city : world.cities) {
        if (city.name == name)
            return city.id;
    }
    return {};
}

class Stage {
public:
    explicit Stage(Scene scene = Scene::Calm, int regions = 3)
        : world(cannedWorld(regions))
    {
        map.resize(kSize);
        map.setWorld(world);
        map.setSnapshot(std::make_shared<const Snapshot>(cannedSnapshot(scene, world)));
        map.show();
    }
    bool drag(const FaultOffer& offer, const QPoint& at)
    {
        data = toMimeData(offer);
        QDragEnterEvent enter(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&map, &enter);
        return move(at);
    }
    bool move(const QPoint& at)
    {
        QDragMoveEvent moved(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&map, &moved);
        return moved.isAccepted();
    }
    void drop(const QPoint& at)
    {
        QDropEvent dropped(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&map, &dropped);
    }
    QPoint node(const MapItem& item) const { return map.layoutOfMap().nodes[item.region.value].toPoint(); }

    WorldDescription world;
    WorldMap map;
    std::unique_ptr<QMimeData> data;
};

} // namespace

class TestBlast : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void anOutageHitsTheRegionsRequestsVisitsCitiesLinksAndWrites()
    {
        const WorldDescription world = cannedWorld(3);
        const Snapshot s = cannedSnapshot(Scene::Calm, world);
        const BlastRadius blast = blastRadiusOf(faultOn(FaultKind::RegionOutage, "eu-west-1"), world, s);
        double all = 0, there = 0;
        std::size_t cities = 0;
        for (const FlowView& flow : s.flows) {
            all += static_cast<double>(flow.requestRateHz);
            if (flow.region == RegionId { 0 }) {
                there += static_cast<double>(flow.requestRateHz);
                ++cities;
            }
        }
        QVERIFY(there > 0 && there < all);
        QCOMPARE(blast.effect, BlastEffect::Fails);
        QVERIFY(qAbs(blast.requestShare - there / all) < 1e-9);
        QCOMPARE(blast.cities.size(), cities);
        QCOMPARE(
            blast.visits, static_cast<std::uint64_t>(there / all * static_cast<double>(s.totals.sessions)));
        QCOMPARE(blast.links.size(), std::size_t { 2 });
        QCOMPARE(blast.writes, s.regions[0].atRiskOperations);
        QCOMPARE(blast.orders, s.regions[0].atRiskOrders);
        const QString sentence = blastSentence(blast, faultOn(FaultKind::RegionOutage, "eu-west-1"), world);
        for (const QString& part :
            { formatPercent(there / all), formatOrders(2), QStringLiteral("Cities: ") })
            QVERIFY2(sentence.contains(part), qPrintable(sentence));
    }

    void theRestIsJudgedByTheEnginesFigureWhereItIsAboutThisRegion()
    {
        const WorldDescription world = cannedWorld(2);
        Snapshot s = cannedSnapshot(Scene::Calm, world);
        s.capacity = { {}, {} };
        s.capacity[0].loadShare = 0.6;
        s.capacity[1].loadShare = 0.5;
        s.capacity[1].loadShareIfAlone = 1.24;
        const InjectFault outage = faultOn(FaultKind::RegionOutage, "eu-west-1");
        BlastRadius blast = blastRadiusOf(outage, world, s);
        QVERIFY(blast.isMoving);
        QVERIFY(blast.busiest == RegionId { 1 });
        QCOMPARE(blast.busiestLoad, 1.24);
        QVERIFY(!blast.isCarried());
        QVERIFY(blastSentence(blast, outage, world)
                    .contains(QStringLiteral("The rest cannot carry it: Singapore")));
        s.capacity[1].loadShareIfAlone = 0.83;
        blast = blastRadiusOf(outage, world, s);
        QVERIFY(blast.isCarried());
        QVERIFY(
            blastSentence(blast, outage, world).contains(QStringLiteral("Singapore would stand at 83 %")));
    }

    void withoutTheEnginesFigureTheRatesOfTheCitiesThatMoveAreAdded()
    {
        const WorldDescription world = cannedWorld(2);
        const Snapshot s = cannedSnapshot(Scene::Calm, world);
        const BlastRadius blast = blastRadiusOf(faultOn(FaultKind::RegionOutage, "eu-west-1"), world, s);
        const double moved = s.regions[0].requestRateHz + s.regions[1].requestRateHz;
        QVERIFY(qAbs(blast.busiestLoad - moved / s.regions[1].capacityHz) < 0.01);
    }

    void nobodyTakesOverWhenTheLastSoundRegionIsHit()
    {
        const WorldDescription world = cannedWorld(2);
        const Snapshot s = cannedSnapshot(Scene::Failing, world); // Ireland is out
        const InjectFault outage = faultOn(FaultKind::RegionOutage, "ap-southeast-1");
        const BlastRadius blast = blastRadiusOf(outage, world, s);
        QVERIFY(blast.isMoving && !blast.busiest.isValid());
        QVERIFY(
            blastSentence(blast, outage, world).contains(QStringLiteral("No other region can take over.")));
    }

    void faultsThatHideSayThatNoRequestFails()
    {
        const WorldDescription world = cannedWorld(3);
        const Snapshot s = cannedSnapshot(Scene::Calm, world);
        for (const FaultKind kind : { FaultKind::LinkPartitioned, FaultKind::ReplicationPaused,
                 FaultKind::ClockSkewed, FaultKind::DiskLying, FaultKind::EdgesCut }) {
            const InjectFault fault
                = faultOn(kind, "eu-west-1", kind == FaultKind::LinkPartitioned ? "us-east-1" : "");
            const BlastRadius blast = blastRadiusOf(fault, world, s);
            QCOMPARE(blast.requestRateHz, 0.0);
            QVERIFY(blast.cities.empty());
            QVERIFY(blastSentence(blast, fault, world).startsWith(QStringLiteral("No request fails")));
        }
        const BlastRadius cut
            = blastRadiusOf(faultOn(FaultKind::LinkPartitioned, "eu-west-1", "us-east-1"), world, s);
        QCOMPARE(cut.links.size(), std::size_t { 1 });
    }

    void everyKindOfFaultHasAnEffectInWords()
    {
        const WorldDescription world = cannedWorld(3);
        const Snapshot s = cannedSnapshot(Scene::Calm, world);
        for (int i = 0; i < kFaultKindCount; ++i) {
            FaultOffer offer;
            offer.kind = static_cast<FaultKind>(i);
            const auto fault
                = faultFor(offer, offer.kind == FaultKind::LinkPartitioned ? kLink : kIreland, world);
            QVERIFY(fault);
            const BlastRadius blast = blastRadiusOf(*fault, world, s);
            QVERIFY(!blastLines(blast, *fault, world).isEmpty());
            QVERIFY(!blastLines(blast, *fault, world).front().isEmpty());
        }
    }

    void aGrayFailureHitsItsShareOnly()
    {
        const WorldDescription world = cannedWorld(3);
        const Snapshot s = cannedSnapshot(Scene::Calm, world);
        InjectFault gray = faultOn(FaultKind::GrayFailing, "eu-west-1");
        gray.percent = 30;
        const BlastRadius whole = blastRadiusOf(faultOn(FaultKind::RegionOutage, "eu-west-1"), world, s);
        const BlastRadius some = blastRadiusOf(gray, world, s);
        QVERIFY(qAbs(some.requestRateHz - whole.requestRateHz * 0.3) < 1e-6);
        QVERIFY(!some.isMoving); // its checks see nothing
    }

    void cuttingFewCheckersMovesNobody()
    {
        InjectFault cut = faultOn(FaultKind::CheckersCut, "eu-west-1");
        cut.percent = 80;
        QCOMPARE(effectOf(cut), BlastEffect::Hidden);
        cut.percent = 90;
        QCOMPARE(effectOf(cut), BlastEffect::MovesAway);
    }

    void outageOfAPartIsTheFaultThatThePartCanHave()
    {
        const WorldDescription world = cannedWorld(3);
        FaultOffer outage;
        const std::pair<MapPart, FaultKind> expected[] { { MapPart::Gateway, FaultKind::MappingRemoved },
            { MapPart::Store, FaultKind::StoreFailing },
            { MapPart::HealthPath, FaultKind::HealthPathFailing },
            { MapPart::Replication, FaultKind::ReplicationPaused } };
        for (const auto& [part, kind] : expected) {
            const FaultAim aimed = aimAt(outage, { kIreland, part, {} }, world);
            QVERIFY(aimed.fault);
            QVERIFY(aimed.fault->kind == kind);
            QVERIFY(aimed.refusal.isEmpty());
        }
        FaultOffer skew;
        skew.kind = FaultKind::ClockSkewed;
        const FaultAim refused = aimAt(skew, { kIreland, MapPart::Store, {} }, world);
        QVERIFY(!refused.fault);
        QVERIFY2(refused.refusal.contains(QStringLiteral("Disk full")), qPrintable(refused.refusal));
    }

    void everyFaultHasAPlaceAndPartsListOnlyTheirOwn()
    {
        for (int i = 1; i < kMapPartCount; ++i) {
            const auto part = static_cast<MapPart>(i);
            QVERIFY(!wordFor(part).isEmpty());
            for (const FaultKind kind : kindsOf(part))
                QVERIFY(kindAt(kind, part) == kind);
        }
    }

    void aCityTakesASurgeForItsNearestRegionAndRefusesAllElseWithASentence()
    {
        const WorldDescription world = cannedWorld(3);
        const CityId lagos = cityNamed(world, "Lagos");
        QVERIFY(lagos.isValid());
        QVERIFY(nearestRegion(world, lagos) == RegionId { 0 });
        FaultOffer surge;
        surge.kind = FaultKind::TrafficSurge;
        const FaultAim aimed = aimAt(surge, { {}, MapPart::Whole, lagos }, world);
        QVERIFY(aimed.fault);
        QCOMPARE(aimed.fault->region, std::string("eu-west-1"));
        QCOMPARE(aimed.fault->percent, kOfferedSurgePercent);
        FaultOffer latency;
        latency.kind = FaultKind::LatencyAdded;
        const FaultAim refused = aimAt(latency, { {}, MapPart::Whole, lagos }, world);
        QVERIFY(!refused.fault);
        QVERIFY2(refused.refusal.contains(QStringLiteral("Ireland"))
                && refused.refusal.contains(QStringLiteral("Lagos")),
            qPrintable(refused.refusal));
    }

    void draggingShowsWhatWouldBeHitAndLeavingShowsNothing()
    {
        Stage stage;
        QVERIFY(!stage.map.look().blast);
        QVERIFY(stage.drag({ FaultKind::RegionOutage, 5min, 200ms }, stage.node(kIreland)));
        QVERIFY(stage.map.look().blast);
        QVERIFY(stage.map.look().blast->hasBox);
        QVERIFY(!stage.map.look().blast->lines.isEmpty());
        QVERIFY(stage.map.look().opened == kIreland);
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&stage.map, &leave);
        QVERIFY(!stage.map.look().blast);
        QVERIFY(!stage.map.armed());
    }

    void aFaultLetGoOnAPartOfTheCardIsThatPartsFault()
    {
        Stage stage;
        stage.drag({ FaultKind::RegionOutage, 5min, 200ms }, stage.node(kIreland));
        const auto cells = partRects(stage.map.layoutOfMap().cards[0], QRectF(QPointF(), QSizeF(kSize)));
        const QPoint store = cells[static_cast<std::size_t>(MapPart::Store) - 1].center().toPoint();
        QVERIFY(stage.move(store));
        stage.drop(store);
        QVERIFY(stage.map.armed());
        QVERIFY(stage.map.armed()->kind == FaultKind::StoreFailing);
    }

    void whatDoesNotFitALinkIsRefusedWithASentence()
    {
        Stage stage;
        QSignalSpy refused(&stage.map, &WorldMap::faultRefused);
        const QPoint tag = stage.map.layoutOfMap().link(kLink)->tag.toPoint();
        QVERIFY(!stage.drag({ FaultKind::RegionOutage, 5min, 200ms }, tag));
        QVERIFY(stage.map.look().refusal.contains(QStringLiteral("not a link")));
        stage.drop(tag);
        QCOMPARE(refused.count(), 1);
        QVERIFY(!stage.map.armed());
    }

    void armedIsNotDoneUntilConfirmedAndEscapeLeavesIt()
    {
        Stage stage;
        QSignalSpy asked(&stage.map, &WorldMap::commandRequested);
        stage.map.arm(faultOn(FaultKind::RegionOutage, "eu-west-1"));
        QVERIFY(stage.map.look().blast && !stage.map.look().blast->hasBox);
        QVERIFY(stage.map.armedSentence().contains(QStringLiteral("of all requests")));
        stage.map.setFocus(Qt::OtherFocusReason);
        QTest::keyClick(&stage.map, Qt::Key_Escape);
        QVERIFY(!stage.map.armed());
        stage.map.confirmArmed();
        QCOMPARE(asked.count(), 0);
        stage.map.arm(faultOn(FaultKind::RegionOutage, "eu-west-1"));
        stage.map.confirmArmed();
        QCOMPARE(asked.count(), 1);
        stage.map.confirmArmed(); // twice does nothing more
        QCOMPARE(asked.count(), 1);
    }

    void theTimerRunsDownWithTheWorldAndIsListedByItsPlace()
    {
        const WorldDescription world = cannedWorld(3);
        Snapshot s = cannedSnapshot(Scene::Failing, world);
        QCOMPARE(faultsOf(s, world, kIreland).size(), std::size_t { 1 });
        QVERIFY(faultsOf(s, world, kLink).empty());
        const FaultView& fault = *faultsOf(s, world, kIreland).front();
        QCOMPARE(timeLeftText(timeLeft(fault, s.now)), QStringLiteral("14:18"));
        QVERIFY(qAbs(shareLeft(fault, s.now) - 858.0 / 900) < 1e-9);
        QVERIFY(timeLeft(fault, fault.expiresAt + 5s) == Duration::zero());
        InjectFault cut = faultOn(FaultKind::LinkPartitioned, "ap-southeast-1", "eu-west-1");
        s.faults.push_back({ FaultId { 2 }, cut, s.now, s.now + 1min, {} });
        QCOMPARE(faultsOf(s, world, kLink).size(), std::size_t { 1 });
    }
};

QTEST_MAIN(TestBlast)
#include "tst_blast.moc"
