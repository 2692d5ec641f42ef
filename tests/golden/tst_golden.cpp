// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the painted views in canned states against those kept in tests/golden/images.
#include "tests/golden/canned_run.h"
#include "tests/golden/golden.h"
#include "tests/support/fake_control_room.h"
#include "ui/charts/charts_panel.h"
#include "ui/map/world_map.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QTest>

namespace {

using namespace sb;

QString themeSuffix(ThemeMode mode)
{
    return mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
}

QImage pictureOf(QWidget& widget, QSize size)
{
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.resize(size);
    widget.show();
    QImage image(size, QImage::Format_RGB32);
    image.fill(currentTheme().color(Token::BgWindow));
    widget.render(&image);
    return image;
}

} // namespace

class TestGolden : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void aPictureEqualsItselfAndOneChangedPixelIsTolerated();
    void aPictureOfAnotherSizeOrWithManyChangesIsRefused();
    void chartsLookAsBlessed_data();
    void chartsLookAsBlessed();
    void timelineLooksAsBlessed_data();
    void timelineLooksAsBlessed();
    void mapLooksAsBlessed_data();
    void mapLooksAsBlessed();
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
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
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

void TestGolden::chartsLookAsBlessed_data()
{
    QTest::addColumn<test::Moment>("moment");
    QTest::addColumn<ThemeMode>("mode");
    QTest::newRow("charts-calm-light") << test::Moment::Calm << ThemeMode::Light;
    QTest::newRow("charts-failed-dark") << test::Moment::Failed << ThemeMode::Dark;
}

void TestGolden::chartsLookAsBlessed()
{
    QFETCH(test::Moment, moment);
    QFETCH(ThemeMode, mode);
    ThemeManager::instance().setMode(mode);
    ChartsPanel panel;
    panel.setDescription(test::runWorld());
    panel.appendEvents(test::runEvents(moment));
    Snapshot snapshot = test::runSnapshot(moment);
    snapshot.isPaused = true; // a slow machine must not age the picture
    panel.setSnapshot(snapshot);
    const QImage image = pictureOf(panel, { 1024, 152 });
    const QString problem = test::checkGolden(QString::fromLatin1(QTest::currentDataTag()), image);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestGolden::timelineLooksAsBlessed_data()
{
    QTest::addColumn<test::Moment>("moment");
    QTest::addColumn<ThemeMode>("mode");
    QTest::newRow("timeline-failed-dark") << test::Moment::Failed << ThemeMode::Dark;
    QTest::newRow("timeline-failed-back-light") << test::Moment::FailedBack << ThemeMode::Light;
}

void TestGolden::timelineLooksAsBlessed()
{
    QFETCH(test::Moment, moment);
    QFETCH(ThemeMode, mode);
    ThemeManager::instance().setMode(mode);
    TimelineView view;
    test::playRun(view, moment); // as it came about, so that bars that ended keep the texts of their time
    view.resize(1024, 168);
    if (moment == test::Moment::FailedBack)
        view.fitIncident();
    const QImage image = pictureOf(view, { 1024, 168 });
    const QString problem = test::checkGolden(QString::fromLatin1(QTest::currentDataTag()), image);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestGolden::mapLooksAsBlessed_data()
{
    QTest::addColumn<test::Scene>("scene");
    QTest::addColumn<ThemeMode>("mode");
    for (const ThemeMode mode : { ThemeMode::Light, ThemeMode::Dark }) {
        const QByteArray suffix = themeSuffix(mode).toLatin1();
        QTest::newRow(("map-calm-" + suffix).constData()) << test::Scene::Calm << mode;
        QTest::newRow(("map-failed-" + suffix).constData()) << test::Scene::Failing << mode;
    }
}

void TestGolden::mapLooksAsBlessed()
{
    QFETCH(test::Scene, scene);
    QFETCH(ThemeMode, mode);
    ThemeManager::instance().setMode(mode);
    const WorldDescription world = test::cannedWorld(3);
    WorldMap map;
    map.setReducedMotion(true); // dots depend on how long it has been shown
    map.setWorld(world);
    map.resize(1024, 470);
    map.setSnapshot(std::make_shared<const Snapshot>(test::cannedSnapshot(scene, world)));
    const QImage image = pictureOf(map, { 1024, 470 });
    const QString problem = test::checkGolden(QString::fromLatin1(QTest::currentDataTag()), image);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_MAIN(TestGolden)
#include "tst_golden.moc"
