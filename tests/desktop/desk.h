// SPDX-License-Identifier: GPL-3.0-or-later
// The real window over the real engine, each run recorded into a folder of its own, and hands to work it:
// clicks and keys enter where the platform's would, so they land on whatever really lies there.
#pragma once

#include "backend/control/control_room_impl.h"
#include "tests/support/isolated_settings.h"
#include "ui/map/world_map.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_stage.h"
#include "ui/shell/side_panel.h"
#include "ui/shell/top_bar.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/region_inspector.h"

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWindow>

#include <memory>
#include <string>
#include <vector>

namespace sb::test {

inline constexpr int kPatienceMs = 60'000;

class Desk {
public:
    explicit Desk(const RunRequest& request = {})
    {
        auto room = makeRoom(request);
        if (!room)
            qFatal("no run: %s", room.error().what.c_str());
        window = std::make_unique<MainWindow>(
            [this](const RunRequest& other) { return makeRoom(other); }, std::move(*room));
        QObject::connect(
            &window->bridge(), &ControlRoomBridge::tick, window.get(), [this](const Frame& frame) {
                events.insert(events.end(), frame.events.begin(), frame.events.end());
            });
        QObject::connect(
            &window->bridge(), &ControlRoomBridge::worldReplaced, window.get(), [this] { events.clear(); });
        window->show();
        window->activateWindow();
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] std::shared_ptr<const Snapshot> now() const { return window->bridge().snapshot(); }
    [[nodiscard]] const RegionView& region(std::size_t index) const
    {
        m_held = now(); // the reference stays good until the next call
        return m_held->regions.at(index);
    }
    [[nodiscard]] bool isServing() const
    {
        const auto snapshot = now();
        return snapshot->phase == RunPhase::Running && !snapshot->regions.empty()
            && std::all_of(snapshot->regions.begin(), snapshot->regions.end(),
                [](const RegionView& view) { return view.state == RegionState::Serving; });
    }
    // Ends the present run as closing the window does; the recordings stay.
    void close() { window.reset(); }

    std::unique_ptr<MainWindow> window;
    std::vector<Event> events; // of the present run
    std::vector<std::string> recordings; // of every run, in order

private:
    Result<std::unique_ptr<ControlRoom>> makeRoom(const RunRequest& request)
    {
        recordings.push_back(
            path(QStringLiteral("run-%1.signalbox").arg(recordings.size() + 1)).toStdString());
        return makeControlRoom(request, recordings.back());
    }

    QTemporaryDir m_folder;
    mutable std::shared_ptr<const Snapshot> m_held;
};

// Whether a click there would reach the widget: nothing lies over it, and it is not scrolled away.
inline bool isReachable(const QWidget& widget, const QPoint& at)
{
    const QWidget* hit = widget.window()->childAt(widget.mapTo(widget.window(), at));
    return widget.isVisible() && widget.visibleRegion().contains(at)
        && (hit == &widget || widget.isAncestorOf(hit) || widget.isWindow());
}

inline bool click(const QWidget& widget, const QPoint& at, Qt::MouseButton button = Qt::LeftButton)
{
    if (!isReachable(widget, at))
        return false;
    QTest::mouseClick(widget.window()->windowHandle(), button, {}, widget.mapTo(widget.window(), at));
    return true;
}

inline bool click(const QWidget* widget)
{
    return widget && click(*widget, widget->rect().center());
}

inline bool clickEntry(QMenu* menu, const QString& text)
{
    if (!menu)
        return false;
    const QList<QAction*> actions = menu->actions();
    for (QAction* action : actions) {
        if (action->text().remove(QLatin1Char('&')) == text && action->isEnabled())
            return click(*menu, menu->actionGeometry(action).center());
    }
    return false;
}

inline void press(const MainWindow& window, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(window.windowHandle(), key, modifiers);
}

// The button of the inspector that reads so now and can be pressed; null when there is none.
inline CommandButton* inspectorButton(const MainWindow& window, const QString& text)
{
    const auto buttons = const_cast<MainWindow&>(window).side().inspector()->findChildren<CommandButton*>();
    for (CommandButton* button : buttons) {
        if (button->text() == text && button->isEnabled() && button->isVisible())
            return button;
    }
    return nullptr;
}

// The button that shows the action in the top bar.
inline QToolButton* barButton(MainWindow& window, const QAction* action)
{
    const auto buttons = window.topBar().findChildren<QToolButton*>();
    for (QToolButton* button : buttons) {
        if (button->defaultAction() == action)
            return button;
    }
    return nullptr;
}

inline QAbstractButton* barButton(MainWindow& window, const QString& text)
{
    const auto buttons = window.topBar().findChildren<QAbstractButton*>();
    for (QAbstractButton* button : buttons) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

inline QFileDialog* openDialog(const MainWindow& window)
{
    const auto dialogs = window.findChildren<QFileDialog*>();
    for (QFileDialog* dialog : dialogs) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

// Types the path into the file dialog that is open and confirms.
inline void typePath(const MainWindow& window, const QString& path)
{
    QTRY_VERIFY(openDialog(window) && openDialog(window)->windowHandle());
    QFileDialog* dialog = openDialog(window);
    auto* edit = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(edit);
    edit->selectAll();
    QTest::keyClicks(edit, path);
    QCOMPARE(edit->text(), path);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!openDialog(window));
    const_cast<MainWindow&>(window).activateWindow(); // what a window manager does
    QTRY_VERIFY(window.isActiveWindow());
}

} // namespace sb::test
