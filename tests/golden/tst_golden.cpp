// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the painted views and of whole pages in canned states, in both themes, against those kept in
// tests/golden/images; run once more with QT_SCALE_FACTOR=2 for screens with twice as many pixels. And what a
// squint must see: nothing coloured while all is well, and one thing when one thing has failed.
#include "tests/golden/canned_run.h"
#include "tests/golden/golden.h"
#include "tests/support/canned_pages.h"
#include "ui/bridge/control_room_bridge.h"
#include "ui/charts/charts_panel.h"
#include "ui/map/world_map.h"
#include "ui/pages/matrix_view.h"
#include "ui/pages/page.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QDir>
#include <QDragMoveEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QTest>

#include <cmath>
#include <functional>
#include <memory>

namespace {

using namespace sb;

constexpr QSize kMapSize { 640, 350 };
constexpr QSize kPageSize { 620, 400 };
constexpr int kFilesBytesMost = 3'100'000; // of all kept pictures

QString themeSuffix(ThemeMode mode)
{
    return mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
}

QImage pictureOf(QWidget& widget, QSize size)
{
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.setAutoFillBackground(true);
    widget.setPalette(currentTheme().palette());
    widget.resize(size);
    widget.show();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const qreal ratio = widget.devicePixelRatioF();
    QImage image(size * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(currentTheme().color(Token::BgWindow));
    widget.render(&image);
    return image;
}

struct Map {
    explicit Map(test::Scene scene, int regions = 3)
        : world(regions > 5 ? test::wideWorld(regions) : test::cannedWorld(regions))
    {
        Snapshot snapshot = regions > 5 ? test::wideSnapshot(world) : test::cannedSnapshot(scene, world);
        if (scene == test::Scene::Failing) {
            snapshot.staleByCity.assign(world.cities.size(), 0);
            for (std::size_t i = 0; i < world.cities.size(); i += 7)
                snapshot.staleByCity[i] = static_cast<std::uint32_t>(4 + i);
        }
        map.setReducedMotion(true); // moving dots depend on how long they have been shown
        map.resize(kMapSize);
        map.setWorld(world);
        map.setSnapshot(std::make_shared<const Snapshot>(std::move(snapshot)));
    }
    void dragOver(FaultKind kind, RegionId region)
    {
        FaultOffer offer;
        offer.kind = kind;
        const std::unique_ptr<QMimeData> data = toMimeData(offer);
        const QPointF at = map.layoutOfMap().nodes[region.value];
        QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&map, &enter);
    }

    WorldDescription world;
    WorldMap map;
};

QImage mapPicture(test::Scene scene)
{
    Map one(scene);
    return pictureOf(one.map, kMapSize);
}

QImage ringPicture()
{
    Map one(test::Scene::Failing);
    one.map.setShape(MapShape::Ring);
    return pictureOf(one.map, kMapSize);
}

QImage blastPicture()
{
    Map one(test::Scene::Calm);
    one.dragOver(FaultKind::RegionOutage, RegionId { 0 });
    return pictureOf(one.map, kMapSize);
}

QImage chartsPicture()
{
    ChartsPanel panel;
    panel.setDescription(test::runWorld());
    panel.appendEvents(test::runEvents(test::Moment::Failed));
    Snapshot snapshot = test::runSnapshot(test::Moment::Failed);
    snapshot.isPaused = true; // a slow machine must not age the picture
    panel.setSnapshot(snapshot);
    return pictureOf(panel, { 1024, 152 });
}

QImage timelinePicture()
{
    TimelineView view;
    // As it came about, so that bars that ended keep the texts of their time.
    test::playRun(view, test::Moment::FailedBack);
    view.resize(1024, 168);
    view.fitIncident();
    return pictureOf(view, { 1024, 168 });
}

QImage matrixPicture()
{
    const WorldDescription world = test::cannedWorld(5);
    Snapshot snapshot = test::cannedSnapshot(test::Scene::FailedOver, world);
    test::addCannedPages(snapshot, world);
    MatrixView view;
    view.setWorld(world);
    view.setSnapshot(snapshot);
    return pictureOf(view, { 640, 300 });
}

QImage pagePicture(const QString& id)
{
    auto room = std::make_unique<test::FakeControlRoom>(test::Scene::FailedOver, 3);
    const WorldDescription world = room->description();
    Snapshot snapshot = test::cannedSnapshot(test::Scene::FailedOver, world);
    test::addCannedRouting(snapshot, world);
    test::addCannedConsole(snapshot, world);
    test::addCannedPages(snapshot, world);
    room->publish(snapshot);
    ControlRoomBridge bridge({}, std::move(room));
    for (const PageEntry& entry : pageCatalogue()) {
        if (entry.id != id)
            continue;
        const std::unique_ptr<Page> page(entry.make(bridge, nullptr));
        page->setWorld(world);
        page->setRegion(RegionId { 0 });
        page->addEvents(test::cannedEvents(test::Scene::FailedOver, world));
        page->noteSnapshot(snapshot);
        page->setSnapshot(snapshot);
        return pictureOf(*page, kPageSize);
    }
    return {};
}

// Hue 0 … 359, -1 for what is nearly grey.
int hueOf(QRgb pixel)
{
    const QColor color(pixel);
    return color.hsvSaturation() * color.value() < 90 * 110 ? -1 : color.hsvHue();
}

bool isNear(int hue, int other)
{
    const int away = std::abs(hue - other);
    return std::min(away, 360 - away) <= 14;
}

} // namespace

Q_DECLARE_METATYPE(std::function<QImage()>)

class TestGolden : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void aPictureEqualsItselfAndOneChangedPixelIsTolerated();
    void aPictureOfAnotherSizeOrWithManyChangesIsRefused();
    void aSmallFileHoldsTheSamePicture();
    void lookAsBlessed_data();
    void lookAsBlessed();
    void nothingIsColouredWhileAllIsWell();
    void oneFailedRegionIsTheOnlyThingInTheColourOfFailure();
    void theKeptPicturesAreSmall();
};

void TestGolden::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    setFontFamily(QStringLiteral("DejaVu Sans"));
    ThemeManager::instance().setMode(ThemeMode::Light);
    ThemeManager::instance().install();
}

void TestGolden::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

void TestGolden::aPictureEqualsItselfAndOneChangedPixelIsTolerated()
{
    QImage one(100, 100, QImage::Format_RGB32);
    one.fill(Qt::gray);
    QCOMPARE(test::compareImages(one, one).pixels, 0);
    QImage other = one;
    other.setPixel(5, 5, qRgb(255, 0, 0));
    const test::ImageDifference difference = test::compareImages(other, one);
    QCOMPARE(difference.pixels, 1);
    QVERIFY(difference.isAcceptable());
}

void TestGolden::aPictureOfAnotherSizeOrWithManyChangesIsRefused()
{
    QImage one(100, 100, QImage::Format_RGB32);
    one.fill(Qt::gray);
    QVERIFY(!test::compareImages(one.copy(0, 0, 99, 100), one).isAcceptable());
    QImage other = one;
    for (int x = 0; x < 11; ++x)
        other.setPixel(x, 0, qRgb(255, 0, 0));
    QVERIFY(!test::compareImages(other, one).isAcceptable());
}

void TestGolden::aSmallFileHoldsTheSamePicture()
{
    QImage one(97, 31, QImage::Format_RGB32);
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            one.setPixel(x, y, qRgb(x * 2, y * 8, (x * y) % 256));
    }
    const QImage kept = QImage::fromData(test::smallPng(one));
    QCOMPARE(kept.size(), one.size());
    QCOMPARE(test::compareImages(one, kept).pixels, 0);
    QCOMPARE(qBlue(kept.pixel(0, 0)) % test::kChannelStep, 0);
}

void TestGolden::lookAsBlessed_data()
{
    QTest::addColumn<std::function<QImage()>>("picture");
    QTest::addColumn<ThemeMode>("mode");
    const std::pair<const char*, std::function<QImage()>> states[] {
        { "map-calm", [] { return mapPicture(test::Scene::Calm); } },
        { "map-failed", [] { return mapPicture(test::Scene::Failing); } },
        { "map-failing-back", [] { return mapPicture(test::Scene::FailingBack); } },
        { "map-blast", blastPicture },
        { "ring-failed", ringPicture },
        { "charts-failed", chartsPicture },
        { "timeline-failed-back", timelinePicture },
        { "matrix-failed-over", matrixPicture },
        { "routing-failed-over", [] { return pagePicture(QStringLiteral("routing")); } },
        { "region-failed-over", [] { return pagePicture(QStringLiteral("region")); } },
        { "alarms-failed-over", [] { return pagePicture(QStringLiteral("alarms")); } },
    };
    for (const auto& [name, picture] : states) {
        for (const ThemeMode mode : { ThemeMode::Light, ThemeMode::Dark })
            QTest::newRow((QByteArray(name) + '-' + themeSuffix(mode).toLatin1()).constData())
                << picture << mode;
    }
}

void TestGolden::lookAsBlessed()
{
    QFETCH(std::function<QImage()>, picture);
    QFETCH(ThemeMode, mode);
    ThemeManager::instance().setMode(mode);
    const QImage image = picture();
    QVERIFY(!image.isNull());
    const int scale = static_cast<int>(std::lround(image.devicePixelRatio()));
    const QString name = QString::fromLatin1(QTest::currentDataTag())
        + (scale == 1 ? QString() : QStringLiteral("@%1x").arg(scale));
    const QString problem = test::checkGolden(name, image);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestGolden::nothingIsColouredWhileAllIsWell()
{
    for (const ThemeMode mode : { ThemeMode::Light, ThemeMode::Dark }) {
        ThemeManager::instance().setMode(mode);
        std::vector<int> lawful;
        for (int i = 0; i < 3; ++i)
            lawful.push_back(hueOf(currentTheme().series(i).rgb()));
        const auto coloured = [&lawful](const QImage& image) {
            int count = 0;
            for (int y = 0; y < image.height() * 9 / 10; ++y) { // below it the legend explains the cross
                for (int x = 0; x < image.width(); ++x) {
                    const int hue = hueOf(image.pixel(x, y));
                    count += hue >= 0 && std::none_of(lawful.begin(), lawful.end(), [hue](int other) {
                        return other >= 0 && isNear(hue, other);
                    });
                }
            }
            return count;
        };
        const QImage calm = mapPicture(test::Scene::Calm);
        const QImage failed = mapPicture(test::Scene::Failing);
        // Where the lines of two regions cross, their hues mix.
        const int mixed = calm.width() * calm.height() / 2000;
        QVERIFY2(coloured(calm) <= mixed, qPrintable(QString::number(coloured(calm))));
        QVERIFY2(coloured(failed) > 4 * mixed, qPrintable(QString::number(coloured(failed))));
    }
}

void TestGolden::oneFailedRegionIsTheOnlyThingInTheColourOfFailure()
{
    ThemeManager::instance().setMode(ThemeMode::Dark);
    Map one(test::Scene::Calm, 21);
    Snapshot snapshot = *one.map.snapshot();
    snapshot.flows.clear();
    for (RegionView& region : snapshot.regions)
        region.state = RegionState::Serving;
    snapshot.faults.clear();
    snapshot.regions[3].state = RegionState::Failed;
    one.map.setSnapshot(std::make_shared<const Snapshot>(snapshot));
    const QImage image = pictureOf(one.map, kMapSize);
    const MapLayout& layout = one.map.layoutOfMap();
    const qreal reach = kNodeRadius + 3;
    const QRectF node(layout.nodes[3] - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    const QRgb failed = currentTheme().color(Token::StateFailedFill).rgb();
    const qreal ratio = image.devicePixelRatio();
    int inside = 0;
    for (int y = 0; y < static_cast<int>((kMapSize.height() - 34) * ratio); ++y) { // above the legend
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != failed)
                continue;
            const QPointF at = QPointF(x, y) / ratio;
            QVERIFY2(node.contains(at) || layout.cards[3].adjusted(-2, -2, 2, 2).contains(at),
                qPrintable(QStringLiteral("%1, %2").arg(at.x()).arg(at.y())));
            ++inside;
        }
    }
    QVERIFY(inside > 100);
}

void TestGolden::theKeptPicturesAreSmall()
{
    qint64 bytes = 0;
    const auto files = QDir(QStringLiteral(SB_SOURCE_DIR "/tests/golden/images")).entryInfoList(QDir::Files);
    for (const QFileInfo& file : files)
        bytes += file.size();
    QVERIFY2(bytes < kFilesBytesMost, qPrintable(QString::number(bytes)));
}

QTEST_MAIN(TestGolden)
#include "tst_golden.moc"
