// SPDX-License-Identifier: GPL-3.0-or-later
// Takes one picture of the window after a given virtual time: steps the paused run to that instant, lets the
// window draw it, saves the picture and ends the event loop.
// Thread: UI thread. Fails with: a message on standard error and exit code 2.
#pragma once

#include "app/cli.h"
#include "backend/api/control_room.h"

#include <QTimer>
#include <QWidget>

namespace sb {

class Screenshot {
public:
    // Both must outlive it.
    Screenshot(ControlRoom& room, QWidget& window, DesktopRequest request);
    void start();

private:
    void poll();
    void finish(int exitCode);

    enum class Stage { WaitingForRun, Stepping, Settling };

    ControlRoom& m_room;
    QWidget& m_window;
    DesktopRequest m_request;
    QTimer m_timer;
    Stage m_stage = Stage::WaitingForRun;
    Instant m_target = kStart;
    int m_polls = 0; // since the stage began
};

} // namespace sb
