// SPDX-License-Identifier: GPL-3.0-or-later
// The progress of one job that the page started: a bar and a button to cancel it while it runs, and a line
// that says how it ended if it did not succeed. Thread: UI thread.
#pragma once

#include "backend/api/control_room.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace sb {

class ControlRoomBridge;
class StateLine;

class JobRow : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(ControlRoomBridge& bridge, QWidget* parent = nullptr);
    void follow(std::uint64_t job);
    void forget(); // another run: its jobs are not ours
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] std::uint64_t job() const { return m_job; } // 0: none yet
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] StateLine* end() const { return m_end; }

Q_SIGNALS:
    void succeeded(quint64 job);
    void ended(); // in whatever way; after succeeded()

private:
    void showProgress(const std::vector<JobStatus>& jobs);
    void showEnd(const JobStatus& job);
    void showRunning(bool isRunning);

    ControlRoomBridge& m_bridge;
    std::uint64_t m_job = 0;
    bool m_isRunning = false;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    StateLine* m_end;
};

} // namespace sb
