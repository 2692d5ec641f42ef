// SPDX-License-Identifier: GPL-3.0-or-later
// The map with canned snapshots: what it shows, what can be pointed at, and which commands it asks for.
#include "tests/support/fake_control_room.h"
#include "ui/map/fault_target.h"
#include "ui/map/land.h"
#include "ui/map/map_text.h"
#include "ui/map/world_map.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QLineF>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace sb;
using namespace sb::test;

namespace {

constexpr QSize kSize { 1040, 470 };
const MapItem kIreland = MapItem::forRegion(RegionId { 0 });
const MapItem kSingapore = MapItem::forRegion(RegionId { 1 });
const MapItem kLink = MapItem::forLink(RegionId { 0 }, RegionId { 1 });

class Stage {
public:
    explicit Stage(Scene scene = Scene::Calm, int regions = 2)
        : m_world(cannedWorld(regions))
    {
        map.resize(kSize);
        map.setWorld(m_world);
        map.setSnapshot(std::make_shared<const Snapshot>(cannedSnapshot(scene, m_world)));
        map.show();
        QObject::connect(
            &map, &WorldMap::commandRequested, &map, [this](const Command& c) { commands.push_back(c); });
    }
    QPoint node(const MapItem& item) const { return map.layoutOfMap().nodes[item.region.value].toPoint(); }
    QPoint tag(const MapItem& item) const { return map.layoutOfMap().link(item)->tag.toPoint(); }
    void drop(const FaultOffer& offer, const QPoint& at)
    {
        const std::unique_ptr<QMimeData> data = toMimeData(offer);
        QDragEnterEvent enter(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&map, &enter);
        QDragMoveEvent move(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&map, &move);
        wasAccepted = move.isAccepted();
        QDropEvent drop(at, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&map, &drop);
    }
    QMenu* menu() const { return map.findChild<QMenu*>(QStringLiteral("itemMenu")); }

    WorldMap map;
    std::vector<Command> commands;
    bool wasAccepted = false;

private:
    WorldDescription m_world;
};

QAction* actionNamed(const QMenu* menu, const QString& text)
{
    const QList<QAction*> actions = menu->actions();
    for (QAction* action : actions) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

class TestMap : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void projectionKeepsTheInhabitedWorldInView()
    {
        for (const QSizeF& size : { QSizeF(1040, 470), QSizeF(740, 300), QSizeF(500, 500) }) {
            const Projection projection(QRectF(QPointF(), size));
            for (const auto& [lat, lon] :
                { std::pair(64.0, -130.0), { -45.0, 170.0 }, { -46.0, -70.0 }, { 70.0, 25.0 } })
                QVERIFY(QRectF(QPointF(), size).contains(projection.toPoint(lat, lon)));
            QVERIFY(projection.toPoint(53, -6).y() < projection.toPoint(1, 103).y());
            QVERIFY(projection.toPoint(53, -6).x() < projection.toPoint(1, 103).x());
        }
    }

    void cardsOfFiveRegionsDoNotOverlapAndStayInside()
    {
        for (int regions = 2; regions <= 5; ++regions) {
            const MapLayout layout = layOutMap(cannedWorld(regions), QSizeF(kSize), {});
            for (std::size_t i = 0; i < layout.cards.size(); ++i) {
                QVERIFY(QRectF(QPointF(), QSizeF(kSize)).contains(layout.cards[i]));
                for (std::size_t j = i + 1; j < layout.cards.size(); ++j) {
                    QVERIFY(!layout.cards[i].intersects(layout.cards[j]));
                    QVERIFY(QLineF(layout.nodes[i], layout.nodes[j]).length() >= 2 * kNodeRadius);
                }
            }
        }
    }

    void everyRegionAndLinkCanBePointedAt()
    {
        const MapLayout layout = layOutMap(cannedWorld(3), QSizeF(kSize), {});
        for (std::size_t i = 0; i < layout.nodes.size(); ++i)
            QCOMPARE(layout.itemAt(layout.nodes[i]),
                MapItem::forRegion(RegionId { static_cast<std::uint8_t>(i) }));
        for (const LinkPlace& link : layout.links)
            QVERIFY(layout.itemAt(link.tag).isLink());
        QVERIFY(layout.itemAt(QPointF(2, kSize.height() - 2)).isNone());
    }

    void clickSelectsARegionOrALink()
    {
        Stage stage;
        QSignalSpy selected(&stage.map, &WorldMap::selectionChanged);
        QTest::mouseClick(&stage.map, Qt::LeftButton, {}, stage.node(kSingapore));
        QCOMPARE(stage.map.selection(), kSingapore);
        QTest::mouseClick(&stage.map, Qt::LeftButton, {}, stage.tag(kLink));
        QCOMPARE(stage.map.selection(), kLink);
        QCOMPARE(selected.count(), 2);
        QTest::mouseClick(&stage.map, Qt::LeftButton, {}, QPoint(3, kSize.height() - 3));
        QCOMPARE(stage.map.selection(), kLink);
    }

    void rightClickOffersFaultsAndSubmitsTheChosenOne()
    {
        Stage stage;
        const QPoint at = stage.node(kIreland);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, stage.map.mapToGlobal(at));
        QCoreApplication::sendEvent(&stage.map, &event);
        QVERIFY(stage.menu());
        actionNamed(stage.menu(), QStringLiteral("Remove API mapping"))->trigger();
        QVERIFY(stage.commands.empty()); // chosen is not done
        stage.map.confirmArmed();
        QCOMPARE(stage.commands.size(), std::size_t { 1 });
        InjectFault expected;
        expected.kind = FaultKind::MappingRemoved;
        expected.region = "eu-west-1";
        QVERIFY(stage.commands.front() == Command { expected });
        QVERIFY(actionNamed(stage.menu(), QStringLiteral("Cut link to Singapore")));
        QVERIFY(!actionNamed(stage.menu(), QStringLiteral("Restore Ireland"))->isEnabled());
        QVERIFY(!actionNamed(stage.menu(), QStringLiteral("Fail back Ireland"))->isEnabled());
    }

    void menuOfAFailedRegionOffersToEndItsFault()
    {
        Stage stage(Scene::Failing);
        stage.map.setFocus(Qt::OtherFocusReason);
        stage.map.focusItem(kIreland);
        QTest::keyClick(&stage.map, Qt::Key_Menu);
        QVERIFY(stage.menu());
        QVERIFY(!actionNamed(stage.menu(), QStringLiteral("Region outage"))->isEnabled());
        actionNamed(stage.menu(), QStringLiteral("End fault: Region outage, Ireland"))->trigger();
        QVERIFY(stage.commands.back() == Command { ClearFault { FaultId { 1 } } });
        actionNamed(stage.menu(), QStringLiteral("Restore Ireland"))->trigger();
        QVERIFY(stage.commands.back() == Command { RestoreRegion { "eu-west-1" } });
    }

    void droppedFaultBecomesACommandForItsTarget()
    {
        Stage stage;
        stage.drop({ FaultKind::RegionOutage, 5min, 200ms }, stage.node(kIreland));
        QVERIFY(stage.wasAccepted);
        QVERIFY(stage.commands.empty()); // let go is armed, not done
        stage.map.confirmArmed();
        InjectFault outage;
        outage.kind = FaultKind::RegionOutage;
        outage.region = "eu-west-1";
        outage.expiresAfter = 5min;
        QVERIFY(stage.commands.back() == Command { outage });
        stage.drop({ FaultKind::LatencyAdded, 15min, 200ms }, stage.tag(kLink));
        stage.map.confirmArmed();
        InjectFault latency;
        latency.kind = FaultKind::LatencyAdded;
        latency.region = "eu-west-1";
        latency.peer = "ap-southeast-1";
        latency.added = 200ms;
        QVERIFY(stage.commands.back() == Command { latency });
        // With one peer there is no question which link is meant.
        stage.drop({ FaultKind::LinkPartitioned, 15min, 200ms }, stage.node(kSingapore));
        QVERIFY(stage.map.armed());
        QCOMPARE(stage.map.armed()->peer, std::string("eu-west-1"));
    }

    void outageDoesNotFitALinkNorTheOpenSea()
    {
        Stage stage;
        stage.drop({ FaultKind::RegionOutage, 5min, 200ms }, stage.tag(kLink));
        QVERIFY(!stage.wasAccepted);
        stage.drop({ FaultKind::RegionOutage, 5min, 200ms }, QPoint(3, kSize.height() - 3));
        QVERIFY(!stage.wasAccepted);
        QVERIFY(stage.commands.empty());
    }

    void cuttingALinkOfARegionWithTwoPeersAsksWhich()
    {
        Stage stage(Scene::Calm, 3);
        stage.drop({ FaultKind::LinkPartitioned, 15min, 200ms }, stage.node(kIreland));
        QVERIFY(stage.commands.empty());
        const auto* menu = stage.map.findChild<QMenu*>(QStringLiteral("peerMenu"));
        QVERIFY(menu);
        actionNamed(menu, QStringLiteral("Cut link to Virginia"))->trigger();
        stage.map.confirmArmed();
        QCOMPARE(std::get<InjectFault>(stage.commands.back()).peer, std::string("us-east-1"));
    }

    void malformedDragsAreNotFaults()
    {
        for (const char* payload :
            { "", "region-outage", "region-outage x 0 0", "meteor 1000000 0 0", "region-outage 0 0 0",
                "region-outage 999999999999999 0 0", "region-outage 1 0", "region-outage 1 0 0 0",
                "gray-failing 1000000 0 x", "gray-failing 1000000 0 -1", "gray-failing 1000000 0 901" }) {
            QMimeData data;
            data.setData(faultMimeType(), payload);
            QVERIFY2(!fromMimeData(data), payload);
        }
        const FaultOffer offer { FaultKind::LatencyAdded, 5min, 350ms };
        QVERIFY(fromMimeData(*toMimeData(offer)) == offer);
        const FaultOffer gray { FaultKind::GrayFailing, 5min, 0us, 45 };
        QVERIFY(fromMimeData(*toMimeData(gray)) == gray);
    }

    void keysWalkThroughRegionsAndLinks()
    {
        Stage stage(Scene::Calm, 3);
        stage.map.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.map));
        stage.map.clearFocus();
        stage.map.setFocus(Qt::TabFocusReason);
        QCOMPARE(stage.map.focusedItem(), kIreland);
        QTest::keyClick(&stage.map, Qt::Key_Tab);
        QCOMPARE(stage.map.focusedItem(), kSingapore);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(&stage.map, Qt::Key_Tab);
        QCOMPARE(stage.map.focusedItem(), MapItem::forLink(RegionId { 1 }, RegionId { 2 }));
        stage.map.focusItem(kIreland);
        QTest::keyClick(&stage.map, Qt::Key_Left);
        QVERIFY(stage.map.focusedItem() != kIreland);
        stage.map.focusItem(kSingapore);
        QSignalSpy activated(&stage.map, &WorldMap::activated);
        QTest::keyClick(&stage.map, Qt::Key_Return);
        QCOMPARE(stage.map.selection(), kSingapore);
        QCOMPARE(activated.count(), 0);
        QTest::keyClick(&stage.map, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
    }

    void deleteFailsTheRegionOnlyWhenPressedTwice()
    {
        Stage stage;
        stage.map.setFocus(Qt::OtherFocusReason);
        stage.map.focusItem(kIreland);
        QTest::keyClick(&stage.map, Qt::Key_Delete);
        QVERIFY(stage.commands.empty());
        QTest::keyClick(&stage.map, Qt::Key_Escape);
        QTest::keyClick(&stage.map, Qt::Key_Delete);
        QVERIFY(stage.commands.empty());
        QTest::keyClick(&stage.map, Qt::Key_Delete);
        QCOMPARE(stage.commands.size(), std::size_t { 1 });
        QCOMPARE(std::get<InjectFault>(stage.commands.back()).region, std::string("eu-west-1"));
        // Moving the focus away forgets the first press.
        QTest::keyClick(&stage.map, Qt::Key_Delete);
        stage.map.focusItem(kSingapore);
        stage.map.focusItem(kIreland);
        QTest::keyClick(&stage.map, Qt::Key_Delete);
        QCOMPARE(stage.commands.size(), std::size_t { 1 });
    }

    void dotsAreBoundedAndFollowTheFlows()
    {
        const WorldDescription world = cannedWorld(3);
        const MapLayout layout = layOutMap(world, QSizeF(kSize), {});
        Snapshot snapshot = cannedSnapshot(Scene::Calm, world);
        for (FlowView& flow : snapshot.flows)
            flow.requestRateHz *= 40;
        TrafficDots dots;
        dots.prewarm(snapshot.flows, layout);
        for (int i = 0; i < 300; ++i)
            dots.advance(0.033, snapshot.flows, layout);
        QVERIFY(dots.dots().size() <= TrafficDots::kMaxDots);
        QVERIFY(dots.dots().size() > TrafficDots::kMaxDots / 4);
        QVERIFY(dots.requestsPerDot() > 1);
        for (const Dot& dot : dots.dots()) {
            const qreal way = QLineF(layout.cities[dot.city.value], layout.nodes[dot.region.value]).length();
            QVERIFY(dot.progressPerSecond * std::max(way, 14.0) <= 60.0);
            QVERIFY(!dot.isFailed);
        }
        const Snapshot failing = cannedSnapshot(Scene::Failing, world);
        for (int i = 0; i < 60; ++i)
            dots.advance(0.033, failing.flows, layout);
        QVERIFY(std::any_of(dots.dots().begin(), dots.dots().end(), [](const Dot& d) { return d.isFailed; }));
    }

    void smallFlowsShowToo()
    {
        const WorldDescription world = cannedWorld(3);
        const MapLayout layout = layOutMap(world, QSizeF(kSize), {});
        Snapshot snapshot = cannedSnapshot(Scene::Calm, world);
        for (FlowView& flow : snapshot.flows)
            flow.requestRateHz *= flow.city.value == 7 ? 0.001F : 40;
        TrafficDots dots;
        dots.prewarm(snapshot.flows, layout);
        int seen = 0;
        for (int i = 0; i < 900; ++i) {
            dots.advance(0.033, snapshot.flows, layout);
            seen += std::any_of(
                dots.dots().begin(), dots.dots().end(), [](const Dot& d) { return d.city.value == 7; });
        }
        QVERIFY(dots.requestsPerDot() > 1); // by its share it would wait for hours
        QVERIFY2(seen > 30, qPrintable(QString::number(seen)));
        QVERIFY(dots.dots().size() <= TrafficDots::kMaxDots);
    }

    void theRingHoldsEveryNodeAndItsUsersBeforeIt()
    {
        for (const int regions : { 2, 3, 5 }) {
            const WorldDescription world = cannedWorld(regions);
            const MapLayout layout = layOutRing(world, QSizeF(kSize), {});
            for (const QPointF& node : layout.nodes)
                QVERIFY(qAbs(QLineF(layout.ringCentre, node).length() - layout.ringRadius) < 0.01);
            for (const CityInfo& city : world.cities) {
                const QPointF at = layout.cities[city.id.value];
                QVERIFY(QLineF(layout.ringCentre, at).length() < layout.ringRadius);
                const RegionId home = nearestRegion(world, city.id);
                for (const RegionInfo& other : world.regions)
                    QVERIFY(QLineF(at, layout.nodes[home.value]).length()
                        <= QLineF(at, layout.nodes[other.id.value]).length() + 1);
            }
            for (const QRectF& card : layout.cards)
                QVERIFY(QRectF(QPointF(), QSizeF(kSize)).contains(card));
        }
    }

    void theWheelLooksCloserAboutThePointerAndNeverLeavesTheWorld()
    {
        Stage stage;
        const QPointF singapore = stage.map.layoutOfMap().nodes[1];
        QWheelEvent turn(singapore, stage.map.mapToGlobal(singapore), {}, QPoint(0, 600), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&stage.map, &turn);
        QVERIFY(stage.map.camera().zoom > 2.5);
        QVERIFY(QLineF(stage.map.layoutOfMap().nodes[1], singapore).length() < 1);
        for (int i = 0; i < 40; ++i)
            stage.map.zoomBy(1.5);
        QCOMPARE(stage.map.camera().zoom, MapCamera::kZoomMost);
        const Projection& closest = stage.map.layoutOfMap().projection;
        const MapCamera far = closest.movedBy(QPointF(1e9, -1e9));
        QVERIFY(qAbs(far.offset.x()) < 180 && qAbs(far.offset.y()) < 120);
        stage.map.setFocus(Qt::OtherFocusReason);
        QTest::keyClick(&stage.map, Qt::Key_0);
        QVERIFY(stage.map.camera() == MapCamera {});
        QTest::keyClick(&stage.map, Qt::Key_Plus);
        QVERIFY(stage.map.camera().zoom > 1);
        QTest::keyClick(&stage.map, Qt::Key_Minus);
        QCOMPARE(stage.map.camera().zoom, 1.0);
    }

    void theSeaIsDraggedAndRegionsAreStillPointedAt()
    {
        Stage stage;
        stage.map.zoomBy(4);
        const QPoint node = stage.node(kIreland);
        const QPoint sea(30, kSize.height() - 60);
        QVERIFY(stage.map.layoutOfMap().itemAt(sea).isNone());
        QTest::mousePress(&stage.map, Qt::LeftButton, {}, sea);
        QTest::mouseMove(&stage.map, sea + QPoint(40, 10));
        QTest::mouseRelease(&stage.map, Qt::LeftButton, {}, sea + QPoint(40, 10));
        QCOMPARE(stage.node(kIreland), node + QPoint(40, 10));
        QVERIFY(stage.map.layoutOfMap().itemAt(stage.map.layoutOfMap().nodes[0]) == kIreland);
    }

    void coastlinesAreFineWhereOneLooksCloser()
    {
        const QRectF view({}, QSizeF(kSize));
        const Projection whole(view);
        QVERIFY(!isFineLand(whole));
        MapCamera camera;
        camera.zoom = 6;
        const Projection close(view, camera);
        QVERIFY(isFineLand(close));
        // Fewer rings are in view, but each has more corners: the same piece has more than six times as many.
        const int coarse = landPath(whole).elementCount();
        QVERIFY(coarse > 3000);
        QVERIFY(landPath(close).elementCount() > coarse / 4);
    }

    void clientsWithStaleAnswersAreCountedOnceAndTold()
    {
        const WorldDescription world = cannedWorld(3);
        Snapshot s = cannedSnapshot(Scene::Failing, world);
        s.staleByCity.clear();
        QVERIFY(staleSentence(s).isEmpty());
        s.staleByCity.assign(world.cities.size(), 0);
        s.staleByCity[3] = 100;
        s.staleByCity[9] = 24;
        s.totals.sessions = 4'000;
        s.clients.visits = {};
        QVERIFY2(staleSentence(s).startsWith(QStringLiteral("124 of 4,000 visits (3.1")),
            qPrintable(staleSentence(s)));
        QVERIFY(cityToolTip(world, s, CityId { 3 }).contains(QStringLiteral("old answer: 100")));
        QVERIFY(!cityToolTip(world, s, CityId { 4 }).contains(QStringLiteral("old answer")));
    }

    void pausedRunAndReducedMotionHoldTheTrafficStill()
    {
        Stage stage;
        const float before = stage.map.traffic().dots().front().progress;
        stage.map.setReducedMotion(true);
        stage.map.advance(33ms);
        QCOMPARE(stage.map.traffic().dots().front().progress, before);
        stage.map.setReducedMotion(false);
        Snapshot paused = *stage.map.snapshot();
        paused.isPaused = true;
        stage.map.setSnapshot(std::make_shared<const Snapshot>(paused));
        stage.map.advance(33ms);
        QCOMPARE(stage.map.traffic().dots().front().progress, before);
    }

    void linkSaysTheWorseOfBothDirections()
    {
        const WorldDescription world = cannedWorld();
        Snapshot s = cannedSnapshot(Scene::Calm, world);
        QCOMPARE(linkStatus(s, kLink).shape, StateShape::Ok);
        s.links[0].lag = 12s;
        QCOMPARE(linkStatus(s, kLink).text, QStringLiteral("lag 12 s"));
        QCOMPARE(linkStatus(s, kLink).shape, StateShape::Degraded);
        s.links[0].isPaused = true;
        QVERIFY(linkStatus(s, kLink).isBroken);
        s.links[1].isCut = true;
        QCOMPARE(linkStatus(s, kLink).shape, StateShape::Failed);
        QVERIFY(linkStatus(s, kLink).text.startsWith(QStringLiteral("cut one way")));
        QCOMPARE(
            linkStatus(cannedSnapshot(Scene::Failing, world), kLink).text, QStringLiteral("stalled 42 s"));
    }

    void assistiveTechnologySeesOneChildPerRegionAndLink()
    {
        Stage stage(Scene::Failing, 3);
        QAccessibleInterface* map = QAccessible::queryAccessibleInterface(&stage.map);
        QVERIFY(map);
        QCOMPARE(map->role(), QAccessible::List);
        QCOMPARE(map->childCount(), 6);
        QCOMPARE(map->child(0)->text(QAccessible::Name),
            QStringLiteral("Region Ireland, Failed · no answer 42 s, 0 req/s"));
        QCOMPARE(map->child(3)->text(QAccessible::Name),
            QStringLiteral("Link Ireland to Singapore, stalled 42 s"));
        QCOMPARE(map->indexOfChild(map->child(4)), 4);
        QVERIFY(!map->child(0)->rect().isEmpty());
        auto* action = map->child(1)->actionInterface();
        QVERIFY(action);
        action->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(stage.map.selection(), kSingapore);
        QVERIFY(map->child(1)->state().selected);
        QVERIFY(!map->child(99));
    }

    void normalRunningShowsNoSaturatedStateColour()
    {
        Stage stage(Scene::Calm, 2);
        const Theme& theme = currentTheme();
        const QImage image = stage.map.grab(QRect(0, 0, kSize.width(), kSize.height() - 40)).toImage();
        const QRgb failed = theme.color(Token::StateFailedFill).rgb();
        const QRgb degraded = theme.color(Token::StateDegradedFill).rgb();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                QVERIFY(image.pixel(x, y) != failed && image.pixel(x, y) != degraded);
        }
    }

    void paintTimeIsMeasured()
    {
        Stage stage;
        QSignalSpy painted(&stage.map, &WorldMap::painted);
        stage.map.grab();
        QCOMPARE(painted.count(), 1);
        QVERIFY(painted.first().first().toLongLong() > 0);
    }
};

QTEST_MAIN(TestMap)
#include "tst_map.moc"
