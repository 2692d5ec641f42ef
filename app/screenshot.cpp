// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include <QApplication>
#include <QPixmap>

#include <cstdio>

namespace sb {
namespace {

constexpr int kPollMs = 33; // one UI tick
constexpr int kSettlingPolls = 20; // the charts draw at 10 Hz, and the window drains events in batches

} // namespace

Screenshot::Screenshot(ControlRoom& room, QWidget& window, DesktopRequest request)
    : m_room(room)
    , m_window(window)
    , m_request(std::move(request))
{
    m_timer.setInterval(kPollMs);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { poll(); });
}

void Screenshot::start()
{
    m_timer.start();
}

void Screenshot::finish(int exitCode)
{
    m_timer.stop();
    QApplication::exit(exitCode);
}

void Screenshot::poll()
{
    const std::shared_ptr<const Snapshot> snapshot = m_room.snapshot();
    ++m_polls;
    if (snapshot->phase == RunPhase::Stopped) {
        finish(refuseInput("", { Errc::Unavailable, snapshot->message }));
        return;
    }
    switch (m_stage) {
    case Stage::WaitingForRun:
        if (snapshot->phase != RunPhase::Running)
            return;
        m_target = snapshot->now + m_request.after;
        m_room.setPace({ true, 0 });
        m_room.step(m_request.after);
        m_stage = Stage::Stepping;
        return;
    case Stage::Stepping:
        if (snapshot->now < m_target)
            return;
        // The picture shows a running World; the moments until it is taken pass at real speed.
        m_room.setPace({ false, 100 });
        m_stage = Stage::Settling;
        m_polls = 0;
        return;
    case Stage::Settling:
        break;
    }
    if (m_polls < kSettlingPolls)
        return;
    // The first-run hint asks for a click; nobody is there to give one.
    if (QWidget* hint = m_window.findChild<QWidget*>(QStringLiteral("coachMark")))
        hint->hide();
    const QPixmap picture = m_window.grab();
    if (picture.save(QString::fromStdString(m_request.screenshotPath), "PNG"))
        finish(kExitPassed);
    else
        finish(refuseInput(
            "", { Errc::IoFailure, m_request.screenshotPath + ": the picture cannot be written there" }));
}

} // namespace sb
