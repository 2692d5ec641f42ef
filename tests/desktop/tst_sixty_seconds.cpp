// SPDX-License-Identifier: GPL-3.0-or-later
// The first minute of a newcomer, on the real engine: see it serve, break Ireland, watch the answers move,
// fail back, export the record; by mouse in three ways and by keyboard alone. What was clicked is in the
// recording, and its replay agrees with every checkpoint.
#include "backend/control/headless.h"
#include "tests/desktop/desk.h"
#include "ui/widgets/decisions_list.h"
#include "ui/widgets/explain_panel.h"
#include "ui/widgets/fault_confirm.h"
#include "ui/widgets/fault_palette.h"
#include "ui/widgets/notice_bar.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

using namespace sb;
using namespace sb::test;

Q_DECLARE_METATYPE(sb::FaultKind)

namespace {

constexpr std::size_t kIreland = 0;
constexpr std::size_t kSingapore = 1;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QByteArray> linesOf(const QString& path)
{
    QList<QByteArray> lines = contentOf(path).split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

QPoint irelandOnMap(const MainWindow& window)
{
    return const_cast<MainWindow&>(window).stage().map()->layoutOfMap().nodes[kIreland].toPoint();
}

// The offscreen platform starts no drags: the hand's part is real, the way over the map is told to it.
void dragChip(MainWindow& window, FaultKind kind, const QPoint& target)
{
    FaultPalette* palette = window.stage().palette();
    FaultChip* chip = palette->chip(kind);
    bool isStarted = false;
    QObject::connect(palette, &FaultPalette::dragStarted, chip, [&isStarted] { isStarted = true; });
    QVERIFY(isReachable(*chip, chip->rect().center()));
    const QPoint from = chip->mapTo(&window, chip->rect().center());
    const QPoint further = from + QPoint(QApplication::startDragDistance() + 4, 0);
    QTest::mousePress(window.windowHandle(), Qt::LeftButton, {}, from);
    QTest::mouseMove(window.windowHandle(), further);
    QTest::mouseRelease(window.windowHandle(), Qt::LeftButton, {}, further);
    QVERIFY(isStarted);
    QObject::disconnect(palette, &FaultPalette::dragStarted, chip, nullptr);

    WorldMap* map = window.stage().map();
    const auto data = toMimeData(palette->offer(kind));
    QDragEnterEvent enter(from, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(map, &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent atSea({ 2, 2 }, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(map, &atSea);
    QVERIFY(!atSea.isAccepted());
    QDragMoveEvent over(target, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(map, &over);
    QVERIFY(over.isAccepted());
    QDropEvent drop(target, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(map, &drop);
    QVERIFY(drop.isAccepted());
}

bool holdsCommand(const std::vector<Event>& events, const std::string& text)
{
    return std::any_of(events.begin(), events.end(), [&](const Event& event) {
        return event.kind == EventKind::CommandAccepted && event.actor == Actor::Operator
            && event.action == text;
    });
}

std::string describe(const Event& e)
{
    return std::to_string(e.seq.value) + ' ' + std::to_string(micros(e.at)) + ' '
        + std::string(toString(e.kind)) + ' ' + e.object + ' ' + e.action + ' ' + e.valueAfter + ' ' + e.note;
}

} // namespace

class TestSixtySeconds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolate(m_settings); }

    void firstMinuteByMouse_data();
    void firstMinuteByMouse();
    void firstMinuteByKeyboardAlone();
    void virginiaIsOneClickAway();
    void savedSessionIsOpenedAtItsEndWithTheSameHistory();
    void brokenSessionIsRefusedAndTheRunGoesOn();

private:
    void seeItServe(Desk& desk);
    void breakIreland(Desk& desk, const QString& way);
    void confirmOnMap(Desk& desk);
    static void tabTo(const MainWindow& window, const QWidget* target);
    void watchAnswersMove(Desk& desk);
    void failBackByMouse(Desk& desk);
    void waitForRedundancy(Desk& desk);
    void exportByMouse(Desk& desk, const QString& entry, const QString& path);
    void checkRecord(const Desk& desk);
    void checkReplay(const std::string& recording, const std::vector<Event>& seen, const std::string& fault);

    QTemporaryDir m_settings;
};

void TestSixtySeconds::seeItServe(Desk& desk)
{
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isServing() && desk.now()->totals.requests > 0, kPatienceMs);
}

void TestSixtySeconds::breakIreland(Desk& desk, const QString& way)
{
    MainWindow& window = *desk.window;
    WorldMap* map = window.stage().map();
    if (way == QLatin1String("drag")) {
        dragChip(window, FaultKind::RegionOutage, irelandOnMap(window));
        confirmOnMap(desk);
    } else if (way == QLatin1String("menu")) {
        QVERIFY(click(*map, irelandOnMap(window), Qt::RightButton));
        auto* menu = map->findChild<QMenu*>(QStringLiteral("itemMenu"));
        QTRY_VERIFY(menu && menu->isVisible());
        QVERIFY(clickEntry(menu, QStringLiteral("Remove API mapping")));
        confirmOnMap(desk);
    } else {
        QVERIFY(click(*map, irelandOnMap(window)));
        QTRY_VERIFY(inspectorButton(window, QStringLiteral("Fail region…")));
        QVERIFY(click(inspectorButton(window, QStringLiteral("Fail region…"))));
        QTRY_VERIFY(inspectorButton(window, QStringLiteral("Confirm: fail Ireland")));
        QVERIFY(desk.now()->faults.empty()); // one click harms nothing
        QVERIFY(click(inspectorButton(window, QStringLiteral("Confirm: fail Ireland"))));
    }
    QTRY_COMPARE_WITH_TIMEOUT(desk.now()->faults.size(), std::size_t { 1 }, kPatienceMs);
    QCOMPARE(desk.now()->faults.front().spec.region, std::string("eu-west-1"));
}

// What was let go or chosen is armed: it names what it would hit, and waits.
void TestSixtySeconds::confirmOnMap(Desk& desk)
{
    const FaultConfirm* panel = desk.window->stage().confirmation();
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(panel->effect().contains(QLatin1String("of all requests")));
    QVERIFY(desk.now()->faults.empty());
    QVERIFY(click(panel->confirmButton()));
}

void TestSixtySeconds::watchAnswersMove(Desk& desk)
{
    QTRY_VERIFY_WITH_TIMEOUT(desk.region(kIreland).state == RegionState::Failed, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.now()->incident.isOpen, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.region(kIreland).answerShare < 0.05, kPatienceMs);
    QVERIFY(desk.region(kSingapore).answerShare > 0.95);
    const std::uint64_t orders = desk.region(kSingapore).ordersTotal;
    QTRY_VERIFY_WITH_TIMEOUT(desk.region(kSingapore).ordersTotal > orders, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.now()->incident.restoredAt != kNever, kPatienceMs);
}

void TestSixtySeconds::failBackByMouse(Desk& desk)
{
    MainWindow& window = *desk.window;
    const QString restore = QStringLiteral("Restore region");
    const QString back = QStringLiteral("Fail back…");
    const QString confirm = QStringLiteral("Confirm: fail back Ireland");
    QTRY_VERIFY(inspectorButton(window, restore));
    QVERIFY(click(inspectorButton(window, restore)));
    QTRY_VERIFY_WITH_TIMEOUT(desk.now()->faults.empty(), kPatienceMs);
    // Until its check is green again it waits, and says for what.
    QTRY_VERIFY_WITH_TIMEOUT(inspectorButton(window, back), kPatienceMs);
    QVERIFY(click(inspectorButton(window, back)));
    QTRY_VERIFY(inspectorButton(window, confirm));
    QVERIFY(click(inspectorButton(window, confirm)));
    waitForRedundancy(desk);
}

void TestSixtySeconds::waitForRedundancy(Desk& desk)
{
    QTRY_VERIFY_WITH_TIMEOUT(desk.isServing() && !desk.now()->incident.isOpen, kPatienceMs);
    const IncidentView incident = desk.now()->incident;
    QVERIFY(incident.exists);
    QVERIFY(incident.impactAt < incident.restoredAt && incident.restoredAt <= incident.closedAt);
    QCOMPARE(incident.rto, incident.restoredAt - incident.impactAt);
    QCOMPARE(incident.lost, std::uint64_t { 0 });
    QTRY_VERIFY_WITH_TIMEOUT(desk.region(kIreland).answerShare > 0.2, kPatienceMs);
}

void TestSixtySeconds::exportByMouse(Desk& desk, const QString& entry, const QString& path)
{
    MainWindow& window = *desk.window;
    QVERIFY(click(barButton(window, QStringLiteral("Export record"))));
    QMenu* menu = window.actionSet().exportMenu;
    QTRY_VERIFY(menu->isVisible());
    QVERIFY(clickEntry(menu, entry));
    typePath(window, path);
    QTRY_VERIFY_WITH_TIMEOUT(
        window.stage().notice()->text().endsWith(QDir::toNativeSeparators(path)), kPatienceMs);
}

// The three files tell the same story, and each tells the recovery time.
void TestSixtySeconds::checkRecord(const Desk& desk)
{
    const QList<QByteArray> rows = linesOf(desk.path(QStringLiteral("record.csv")));
    QCOMPARE(static_cast<std::size_t>(rows.size()), desk.events.size() + 1);
    QVERIFY(rows.first().startsWith("t_sim_ms,t_wall_utc,seq,"));
    const auto closed = std::find_if(
        rows.begin(), rows.end(), [](const QByteArray& row) { return row.contains(",incident.closed,"); });
    QVERIFY(closed != rows.end());
    QVERIFY(closed->contains("; RTO "));

    const QList<QByteArray> objects = linesOf(desk.path(QStringLiteral("record.jsonl")));
    QCOMPARE(objects.size(), rows.size());
    QByteArray seconds;
    for (const QByteArray& line : objects) {
        QJsonParseError error;
        const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, line.constData());
        if (object.value(QLatin1String("kind")) == QLatin1String("incident.closed"))
            seconds = object.value(QLatin1String("value_after")).toString().toUtf8();
    }
    const double rto = static_cast<double>(micros(kStart + desk.now()->incident.rto)) / 1e6;
    QVERIFY2(qAbs(seconds.toDouble() - rto) < 0.1001,
        qPrintable(QStringLiteral("%1 s in the record, %2 s shown").arg(QLatin1String(seconds)).arg(rto)));

    const QByteArray report = contentOf(desk.path(QStringLiteral("record.md")));
    QVERIFY(report.startsWith("# Incident record"));
    QVERIFY(report.contains("- **RTO measured: "));
    QVERIFY(report.contains("Ireland"));
}

void TestSixtySeconds::checkReplay(
    const std::string& recording, const std::vector<Event>& seen, const std::string& fault)
{
    const auto outcome = replaySession(recording);
    QVERIFY2(outcome, outcome ? "" : outcome.error().what.c_str());
    QVERIFY(outcome->isVerified);
    QVERIFY(outcome->checkpoints > 60);
    QVERIFY(holdsCommand(outcome->events, fault));
    QVERIFY(holdsCommand(outcome->events, "fail-back eu-west-1"));
    // Nothing was shown that the record does not hold.
    QVERIFY(outcome->events.size() >= seen.size());
    for (std::size_t i = 0; i < seen.size(); ++i)
        QCOMPARE(describe(outcome->events[i]), describe(seen[i]));
}

void TestSixtySeconds::firstMinuteByMouse_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("speed"); // index of the speed button
    QTest::addColumn<QString>("fault");
    QTest::newRow("button, 60x") << "button" << 3 << "fail region-outage eu-west-1 for 15m";
    QTest::newRow("drag, 60x") << "drag" << 3 << "fail region-outage eu-west-1 for 15m";
    QTest::newRow("menu, as fast as possible") << "menu" << 4 << "fail mapping-removed eu-west-1 for 15m";
}

void TestSixtySeconds::firstMinuteByMouse()
{
    QFETCH(QString, way);
    QFETCH(int, speed);
    QFETCH(QString, fault);
    Desk desk;
    MainWindow& window = *desk.window;
    seeItServe(desk);
    QVERIFY(!QTest::currentTestFailed());
    const QAction* faster = window.actionSet().speed->actions().at(speed);
    QVERIFY(click(barButton(window, faster)));
    QTRY_COMPARE(desk.now()->speedPercent, faster->data().toInt());
    breakIreland(desk, way);
    if (!QTest::currentTestFailed())
        watchAnswersMove(desk);
    if (!QTest::currentTestFailed())
        failBackByMouse(desk);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(click(barButton(window, window.actionSet().pause)));
    QTRY_VERIFY(desk.now()->isPaused);
    exportByMouse(desk, QStringLiteral("As CSV table…"), desk.path(QStringLiteral("record.csv")));
    exportByMouse(desk, QStringLiteral("As JSON Lines…"), desk.path(QStringLiteral("record.jsonl")));
    exportByMouse(desk, QStringLiteral("As Markdown report…"), desk.path(QStringLiteral("record.md")));
    if (!QTest::currentTestFailed())
        checkRecord(desk);
    desk.close();
    checkReplay(desk.recordings.front(), desk.events, fault.toStdString());
}

// By Tab alone, as far round as it takes.
void TestSixtySeconds::tabTo(const MainWindow& window, const QWidget* target)
{
    for (int i = 0; i < 200 && window.focusWidget() != target; ++i)
        press(window, Qt::Key_Tab);
    QCOMPARE(window.focusWidget(), target);
}

void TestSixtySeconds::firstMinuteByKeyboardAlone()
{
    Desk desk;
    MainWindow& window = *desk.window;
    seeItServe(desk);
    QVERIFY(!QTest::currentTestFailed());
    press(window, Qt::Key_4);
    QTRY_COMPARE(desk.now()->speedPercent, 6000);
    // The map has the focus from the start; walk to Singapore and back.
    QCOMPARE(window.focusWidget(), window.stage().map());
    press(window, Qt::Key_Tab);
    QCOMPARE(window.stage().map()->focusedItem(), MapItem::forRegion(RegionId { 1 }));
    press(window, Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(window.stage().map()->focusedItem(), MapItem::forRegion(RegionId { 0 }));
    press(window, Qt::Key_Delete);
    QVERIFY(desk.now()->faults.empty());
    press(window, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(desk.now()->faults.size(), std::size_t { 1 }, kPatienceMs);
    watchAnswersMove(desk);
    QVERIFY(!QTest::currentTestFailed());
    press(window, Qt::Key_Return, Qt::AltModifier); // why this answer?
    QTRY_VERIFY(window.side().decisions()->panel()->isVisible());
    QVERIFY(!window.side().decisions()->panel()->accessibleName().isEmpty());
    tabTo(window, window.stage().map());
    QVERIFY(!QTest::currentTestFailed());

    press(window, Qt::Key_Return); // to the actions of the selected region
    QTRY_COMPARE(window.focusWidget(), inspectorButton(window, QStringLiteral("Restore region")));
    press(window, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(inspectorButton(window, QStringLiteral("Fail back…")), kPatienceMs);
    for (int i = 0; i < 5 && window.focusWidget() != inspectorButton(window, QStringLiteral("Fail back…"));
         ++i)
        press(window, Qt::Key_Tab);
    QCOMPARE(window.focusWidget(), inspectorButton(window, QStringLiteral("Fail back…")));
    press(window, Qt::Key_Return);
    QTRY_VERIFY(inspectorButton(window, QStringLiteral("Confirm: fail back Ireland")));
    press(window, Qt::Key_Return);
    waitForRedundancy(desk);
    QVERIFY(!QTest::currentTestFailed());

    QVERIFY(window.focusWidget()); // a button that was disabled under the focus hands it on
    tabTo(window, window.stage().map());
    QVERIFY(!QTest::currentTestFailed());
    press(window, Qt::Key_Space);
    QTRY_VERIFY(desk.now()->isPaused);
    press(window, Qt::Key_E, Qt::ControlModifier);
    const QString path = desk.path(QStringLiteral("record.md"));
    typePath(window, path);
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(path).contains("- **RTO measured: "), kPatienceMs);
    desk.close();
    checkReplay(desk.recordings.front(), desk.events, "fail region-outage eu-west-1 for 15m");
}

void TestSixtySeconds::virginiaIsOneClickAway()
{
    Desk desk;
    MainWindow& window = *desk.window;
    seeItServe(desk);
    QVERIFY(click(barButton(window, QStringLiteral("+ Virginia"))));
    QTRY_COMPARE(window.bridge().world().regions.size(), std::size_t { 3 });
    QCOMPARE(window.bridge().world().regions.back().code, std::string("us-east-1"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isServing() && desk.now()->totals.requests > 0, kPatienceMs);
    QVERIFY(!barButton(window, QStringLiteral("+ Virginia"))->isVisible());
    press(window, Qt::Key_4);
    QTRY_VERIFY_WITH_TIMEOUT(desk.region(2).ordersTotal > 0 && desk.now()->now > kStart + 3s, kPatienceMs);
    QCOMPARE(desk.recordings.size(), std::size_t { 2 });
    desk.close();
    const auto outcome = replaySession(desk.recordings.back());
    QVERIFY2(outcome, outcome ? "" : outcome.error().what.c_str());
    QVERIFY(outcome->isVerified);
}

void TestSixtySeconds::savedSessionIsOpenedAtItsEndWithTheSameHistory()
{
    Desk desk;
    MainWindow& window = *desk.window;
    seeItServe(desk);
    press(window, Qt::Key_4);
    breakIreland(desk, QStringLiteral("button"));
    QVERIFY(!QTest::currentTestFailed());
    QTRY_VERIFY_WITH_TIMEOUT(desk.now()->incident.restoredAt != kNever, kPatienceMs);
    QVERIFY(click(barButton(window, window.actionSet().pause)));
    QTRY_VERIFY(desk.now()->isPaused);
    press(window, Qt::Key_S, Qt::ControlModifier);
    const QString saved = desk.path(QStringLiteral("saved.signalbox"));
    typePath(window, saved);
    QTRY_VERIFY_WITH_TIMEOUT(window.stage().notice()->text().endsWith(saved), kPatienceMs);
    const Instant savedAt = desk.now()->now;
    const IncidentView incident = desk.now()->incident;
    const std::vector<Event> history = desk.events;
    // The saved run goes on where it was: the document is a copy.
    QVERIFY(click(barButton(window, window.actionSet().pause)));
    QTRY_VERIFY_WITH_TIMEOUT(desk.now()->now > savedAt + 1s, kPatienceMs);

    press(window, Qt::Key_O, Qt::ControlModifier);
    typePath(window, saved);
    QTRY_VERIFY_WITH_TIMEOUT(
        desk.recordings.size() == 2 && desk.now()->phase == RunPhase::Running, kPatienceMs);
    QVERIFY2(desk.now()->now > savedAt - 1s, "opened before its end");
    QCOMPARE(desk.now()->incident.number, incident.number);
    QCOMPARE(desk.now()->incident.title, incident.title);
    QCOMPARE(desk.now()->incident.impactAt, incident.impactAt);
    QCOMPARE(desk.now()->incident.detectedAt, incident.detectedAt);
    QCOMPARE(desk.now()->incident.restoredAt, incident.restoredAt);
    QTRY_VERIFY_WITH_TIMEOUT(desk.now()->now > savedAt + 1s, kPatienceMs); // and goes on
    QTRY_VERIFY_WITH_TIMEOUT(desk.events.size() >= history.size(), kPatienceMs);
    for (std::size_t i = 0; i < history.size(); ++i)
        QCOMPARE(describe(desk.events[i]), describe(history[i]));
    desk.close();
    const auto outcome = replaySession(desk.recordings.back());
    QVERIFY2(outcome, outcome ? "" : outcome.error().what.c_str());
    QVERIFY(outcome->isVerified);
}

void TestSixtySeconds::brokenSessionIsRefusedAndTheRunGoesOn()
{
    Desk desk;
    MainWindow& window = *desk.window;
    seeItServe(desk);
    const QString broken = desk.path(QStringLiteral("broken.signalbox"));
    QFile file(broken);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a session") > 0);
    file.close();
    press(window, Qt::Key_O, Qt::ControlModifier);
    typePath(window, broken);
    QTRY_VERIFY(window.stage().notice()->isVisible());
    QVERIFY2(window.stage().notice()->text().contains(QStringLiteral("broken.signalbox")),
        qPrintable(window.stage().notice()->text()));
    const Instant then = desk.now()->now;
    QTRY_VERIFY_WITH_TIMEOUT(desk.now()->now > then && desk.isServing(), kPatienceMs);
}

QTEST_MAIN(TestSixtySeconds)
#include "tst_sixty_seconds.moc"
