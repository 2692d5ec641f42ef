// SPDX-License-Identifier: GPL-3.0-or-later
// Two thousand arbitrary things done to the real window over the real engine, on all its pages: clicks, keys,
// wheel, drags of faults, menu entries, sizes, themes, speeds. Nothing may warn, assert, stop the run or
// leave the window stuck. SB_SEED=n runs one seed alone.
#include "backend/base/rng.h"
#include "backend/control/headless.h"
#include "tests/backend/support/seeds.h"
#include "tests/desktop/desk.h"
#include "ui/pages/page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fault_confirm.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>
#include <QWheelEvent>

#include <map>

using namespace sb;
using namespace sb::test;

namespace {

constexpr int kActions = 2000;
constexpr int kLeastOnEachPage = 10; // actions; a monkey that sits in one place tests one place
constexpr int kPatienceWithAPage = 60; // actions between two changes of the page, on average
constexpr std::size_t kRemembered = 25;
constexpr int kPauseMs = 3; // for the window to paint and the World to answer
constexpr std::array kKeys { Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,
    Qt::Key_Down, Qt::Key_Return, Qt::Key_Space, Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Menu, Qt::Key_N,
    Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_Home, Qt::Key_End, Qt::Key_PageDown,
    Qt::Key_Plus, Qt::Key_Minus, Qt::Key_F1, Qt::Key_F, Qt::Key_0 };
constexpr std::array kChords { Qt::Key_T, Qt::Key_J, Qt::Key_B, Qt::Key_M, Qt::Key_E, Qt::Key_S, Qt::Key_O,
    Qt::Key_N, Qt::Key_A, Qt::Key_C };

class Monkey {
public:
    Monkey(Desk& desk, std::uint64_t seed)
        : m_window(*desk.window)
        , m_rng(seed)
    {
        // A menu or question that runs a loop of its own is left, as a person would.
        m_watch.setInterval(50);
        QObject::connect(&m_watch, &QTimer::timeout, &m_watch, [] {
            if (QWidget* popup = QApplication::activePopupWidget())
                popup->close();
            else if (QWidget* modal = QApplication::activeModalWidget(); modal && modal->windowHandle())
                QTest::keyClick(modal->windowHandle(), Qt::Key_Escape);
        });
    }

    void act()
    {
        const bool isInterrupted = QApplication::activePopupWidget() || QApplication::activeModalWidget();
        if (isInterrupted && m_rng.chance(400'000)) {
            leaveWhatIsOpen();
            return;
        }
        if (m_rng.below(kPatienceWithAPage) == 0) {
            changePage();
            return;
        }
        switch (m_rng.below(15)) {
        case 0:
            resize();
            break;
        case 1:
            changeTheme();
            break;
        case 2:
            changeSpeed();
            break;
        case 3:
        case 4:
        case 5:
            pressKey();
            break;
        case 6:
            turnWheel();
            break;
        case 7:
            triggerAction();
            break;
        case 8:
            dragFault();
            break;
        default:
            clickSomewhere();
            break;
        }
    }
    // Where it has been: how many actions were done on each page.
    [[nodiscard]] const std::map<QString, int>& visited() const { return m_visited; }
    void countPage() { ++m_visited[m_window.arrangement().page]; }
    [[nodiscard]] QString recent() const { return m_recent.join(QLatin1String("\n  ")); }
    void leaveWhatIsOpen()
    {
        m_watch.start();
        for (int i = 0; i < 8 && QApplication::activePopupWidget(); ++i) {
            note(QStringLiteral("closes a popup"));
            QApplication::activePopupWidget()->close();
        }
        const auto dialogs = m_window.findChildren<QDialog*>();
        for (QDialog* dialog : dialogs)
            dialog->reject();
        m_watch.stop();
    }

private:
    void note(const QString& text)
    {
        m_recent << text;
        if (m_recent.size() > static_cast<qsizetype>(kRemembered))
            m_recent.removeFirst();
    }
    template<typename List> auto& oneOf(List& list) { return list[m_rng.below(std::size(list))]; }

    [[nodiscard]] QWidget* front() const
    {
        if (QWidget* popup = QApplication::activePopupWidget())
            return popup;
        if (QWidget* modal = QApplication::activeModalWidget())
            return modal;
        return &m_window;
    }
    QWidget* anyWidget()
    {
        QList<QWidget*> candidates;
        const auto all = front()->findChildren<QWidget*>();
        for (QWidget* widget : all) {
            if (widget->isVisible() && widget->window() == front() && !widget->visibleRegion().isEmpty())
                candidates << widget;
        }
        candidates << front();
        return candidates.at(
            static_cast<qsizetype>(m_rng.below(static_cast<std::uint64_t>(candidates.size()))));
    }
    [[nodiscard]] QPoint pointIn(const QWidget& widget)
    {
        // Nobody clicks what is scrolled out of sight.
        const QRect seen = widget.visibleRegion().boundingRect();
        const auto within = [&](int extent) {
            return static_cast<int>(m_rng.below(static_cast<std::uint64_t>(std::max(1, extent))));
        };
        return seen.topLeft() + QPoint(within(seen.width()), within(seen.height()));
    }

    void clickSomewhere()
    {
        QWidget* widget = anyWidget();
        if (!widget->window()->windowHandle())
            return;
        const QPoint at = pointIn(*widget);
        const bool isRight = m_rng.chance(150'000);
        const bool isDouble = m_rng.chance(100'000);
        note(QStringLiteral("%1%2 at %3,%4 of %5 %6")
                 .arg(isRight ? QStringLiteral("right ") : QString(),
                     isDouble ? QStringLiteral("double click") : QStringLiteral("click"))
                 .arg(at.x())
                 .arg(at.y())
                 .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()));
        const QPoint place = widget->mapTo(widget->window(), at);
        QWindow* handle = widget->window()->windowHandle();
        if (!QRect(QPoint(), handle->size()).contains(place))
            return; // the window has just changed its size
        const Qt::MouseButton button = isRight ? Qt::RightButton : Qt::LeftButton;
        m_watch.start();
        if (isDouble)
            QTest::mouseDClick(handle, button, {}, place);
        else
            QTest::mouseClick(handle, button, {}, place);
        m_watch.stop();
    }
    void pressKey()
    {
        QWindow* handle = front()->windowHandle();
        if (!handle)
            return;
        m_watch.start();
        if (m_rng.chance(250'000)) {
            const Qt::Key key = oneOf(kChords);
            note(QStringLiteral("key Ctrl+%1").arg(QChar(key)));
            QTest::keyClick(handle, key, Qt::ControlModifier);
        } else {
            const Qt::Key key = oneOf(kKeys);
            note(QStringLiteral("key %1").arg(QKeySequence(key).toString()));
            QTest::keyClick(handle, key);
        }
        m_watch.stop();
    }
    void turnWheel()
    {
        QWidget* widget = anyWidget();
        QWindow* handle = widget->window()->windowHandle();
        if (!handle)
            return;
        const QPoint place = widget->mapTo(widget->window(), pointIn(*widget));
        note(QStringLiteral("wheel over %1").arg(QString::fromLatin1(widget->metaObject()->className())));
        const QPoint angle(0, m_rng.chance(500'000) ? 120 : -120);
        const Qt::KeyboardModifiers modifiers
            = m_rng.chance(500'000) ? Qt::KeyboardModifiers(Qt::ControlModifier) : Qt::KeyboardModifiers();
        QWheelEvent turn(
            place, handle->mapToGlobal(place), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(handle, &turn);
    }
    void changePage()
    {
        const auto pages = m_window.actionSet().pages->actions();
        QAction* action
            = pages.at(static_cast<qsizetype>(m_rng.below(static_cast<std::uint64_t>(pages.size()))));
        note(QStringLiteral("page %1").arg(action->text()));
        leaveWhatIsOpen();
        action->trigger();
    }
    // The offscreen platform starts no drags: the way over the map is told to it.
    void dragFault()
    {
        WorldMap* map = m_window.stage().map();
        if (!map->isVisible())
            return;
        FaultOffer offer;
        offer.kind = static_cast<FaultKind>(m_rng.below(kFaultKindCount));
        const std::unique_ptr<QMimeData> data = toMimeData(offer);
        const QPoint from = pointIn(*map);
        const QPoint to = m_rng.chance(500'000) ? pointIn(*map) : somethingOn(*map);
        note(QStringLiteral("drags %1 to %2,%3")
                 .arg(QString::fromUtf8(toString(offer.kind).data()))
                 .arg(to.x())
                 .arg(to.y()));
        QDragEnterEvent enter(from, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(map, &enter);
        QDragMoveEvent move(to, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(map, &move);
        QCoreApplication::processEvents(QEventLoop::AllEvents, kPauseMs); // it is painted under the hand
        if (m_rng.chance(250'000)) {
            QDragLeaveEvent leave;
            QApplication::sendEvent(map, &leave);
            return;
        }
        QDropEvent drop(to, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(map, &drop);
        QPushButton* confirm = m_window.stage().confirmation()->confirmButton();
        if (m_rng.chance(300'000) && confirm->isVisible())
            confirm->click();
    }
    QPoint somethingOn(const WorldMap& map)
    {
        const MapLayout& layout = map.layoutOfMap();
        const auto pick = [this](const auto& list) { return list[m_rng.below(list.size())]; };
        switch (m_rng.below(3)) {
        case 0:
            return pick(layout.nodes).toPoint();
        case 1:
            return layout.links.empty() ? QPoint() : pick(layout.links).tag.toPoint();
        default:
            return pick(layout.cities).toPoint();
        }
    }
    void resize()
    {
        const QSize size(m_rng.between(900, 2200), m_rng.between(600, 1300));
        note(QStringLiteral("resize %1x%2").arg(size.width()).arg(size.height()));
        m_window.resize(size);
        if (m_rng.chance(100'000)) {
            m_window.showMinimized();
            m_window.showNormal();
        }
    }
    void changeTheme()
    {
        QAction* action
            = m_window.actionSet().theme->actions().at(static_cast<qsizetype>(m_rng.below(kThemeModeCount)));
        note(QStringLiteral("theme %1").arg(action->text()));
        action->trigger();
    }
    void changeSpeed()
    {
        const auto speeds = m_window.actionSet().speed->actions();
        QAction* action = speeds.at(static_cast<qsizetype>(m_rng.below(5)));
        note(QStringLiteral("speed %1").arg(action->text()));
        action->trigger();
    }
    // Any entry of any menu, as if chosen; but not the end of the window.
    void triggerAction()
    {
        QList<QAction*> entries;
        for (QMenu* menu : m_window.actionSet().menus)
            collect(menu, entries);
        entries.removeAll(m_window.actionSet().quit);
        // What it shows lies in a scene, where clicks of the platform's kind cannot be aimed.
        entries.removeAll(m_window.actionSet().wall);
        QAction* action
            = entries.at(static_cast<qsizetype>(m_rng.below(static_cast<std::uint64_t>(entries.size()))));
        note(QStringLiteral("menu entry %1").arg(action->text()));
        m_watch.start();
        action->trigger();
        m_watch.stop();
    }
    static void collect(QMenu* menu, QList<QAction*>& entries)
    {
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        for (QAction* action : actions) {
            if (action->menu())
                collect(action->menu(), entries);
            else if (!action->isSeparator() && action->isEnabled())
                entries << action;
        }
    }

    MainWindow& m_window;
    Rng m_rng;
    QTimer m_watch;
    QStringList m_recent;
    std::map<QString, int> m_visited;
};

} // namespace

class TestMonkey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolate(m_settings); }
    void windowSurvivesArbitraryUse_data();
    void windowSurvivesArbitraryUse();

private:
    void checkRecordings(const Desk& desk);

    QTemporaryDir m_settings;
};

void TestMonkey::windowSurvivesArbitraryUse_data()
{
    QTest::addColumn<quint64>("seed");
    for (const std::uint64_t seed : seeds(1))
        QTest::newRow(replayHint(seed).c_str()) << quint64 { seed };
}

void TestMonkey::windowSurvivesArbitraryUse()
{
    QFETCH(quint64, seed);
    std::fprintf(stderr, "%s\n", replayHint(seed).c_str()); // also when an assertion ends the process
    QTemporaryDir cage; // file dialogs start here
    QDir::setCurrent(cage.path());
    RunRequest request;
    request.seed = seed;
    request.requestRateHz = 60;
    request.store = StoreKind::Memory;
    Desk desk(request);
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    Monkey monkey(desk, seed);
    for (int i = 0; i < kActions; ++i) {
        monkey.countPage();
        monkey.act();
        QCoreApplication::processEvents(QEventLoop::AllEvents, kPauseMs);
        const QString story
            = QString::fromStdString(replayHint(seed)) + QStringLiteral("; lately:\n  ") + monkey.recent();
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(story));
        QVERIFY2(desk.window->isVisible(), qPrintable(story));
        QVERIFY2(desk.now()->phase != RunPhase::Stopped,
            qPrintable(QString::fromStdString(desk.now()->message) + story));
    }
    monkey.leaveWhatIsOpen();
    for (const PageEntry& entry : pageCatalogue())
        QVERIFY2(monkey.visited().contains(entry.id) && monkey.visited().at(entry.id) >= kLeastOnEachPage,
            qPrintable(
                QString::fromStdString(replayHint(seed)) + QStringLiteral(": hardly on page ") + entry.id));
    // The window still answers: it can be paused and resumed, and shows what goes on.
    QTRY_VERIFY_WITH_TIMEOUT(desk.now()->phase == RunPhase::Running, kPatienceMs);
    desk.window->bridge().setPaused(false);
    const Instant then = desk.now()->now;
    QTRY_VERIFY_WITH_TIMEOUT(desk.now()->now > then, kPatienceMs);
    desk.close();
    checkRecordings(desk);
    QDir::setCurrent(QDir::rootPath());
}

// Every run that was begun is on record, closed properly, and can be run again.
void TestMonkey::checkRecordings(const Desk& desk)
{
    for (const std::string& recording : desk.recordings) {
        QVERIFY2(!QFile::exists(QString::fromStdString(recording + "-wal")), recording.c_str());
        const auto outcome = replaySession(recording);
        QVERIFY2(outcome, outcome ? "" : outcome.error().what.c_str());
        QVERIFY2(outcome->firstDifferenceAt == kNever, recording.c_str());
    }
}

QTEST_MAIN(TestMonkey)
#include "tst_monkey.moc"
