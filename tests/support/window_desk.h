// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window over a control room without an engine, shown and filled.
#pragma once

#include "tests/support/fake_control_room.h"
#include "tests/support/isolated_settings.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QTest>

#include <functional>
#include <memory>

namespace sb::test {

class WindowDesk {
public:
    // `change`: of the scene's snapshot, before the window sees it.
    explicit WindowDesk(Scene scene = Scene::Calm, int regions = 2, ControlRoomFactory factory = {},
        const std::function<void(Snapshot&, const WorldDescription&)>& change = {})
    {
        auto made = std::make_unique<FakeControlRoom>(scene, regions);
        room = made.get();
        if (change) {
            Snapshot snapshot = cannedSnapshot(scene, room->description());
            change(snapshot, room->description());
            room->publish(std::move(snapshot));
        }
        window = std::make_unique<MainWindow>(std::move(factory), std::move(made));
        window->show();
        window->bridge().pump();
    }
    void show(Scene scene) const
    {
        room->show(scene);
        window->bridge().pump();
    }
    void trigger(const QString& name) const
    {
        auto* action = window->findChild<QAction*>(name);
        QVERIFY2(action, qPrintable(name));
        action->trigger();
    }

    FakeControlRoom* room = nullptr; // owned by the window's bridge
    std::unique_ptr<MainWindow> window;
};

} // namespace sb::test
