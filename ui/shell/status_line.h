// SPDX-License-Identifier: GPL-3.0-or-later
// The status bar's own parts: how the run goes, running jobs with progress and a way to cancel them, and the
// number of abnormal conditions.
#pragma once

#include "backend/api/control_room.h"
#include "ui/widgets/conditions.h"

#include <QStatusBar>

#include <vector>

class QLabel;
class QProgressBar;
class QToolButton;

namespace sb {

class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void setRun(const WorldDescription& world, const Snapshot& snapshot, double frameMs);
    // Counts what is failed or degraded; a recovery under way is no alarm.
    void setAlarms(const std::vector<Condition>& conditions);
    void setJobs(const std::vector<JobStatus>& jobs);

Q_SIGNALS:
    void cancelRequested(std::uint64_t job);

private:
    QLabel* m_run;
    QWidget* m_job;
    QLabel* m_jobTitle;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QLabel* m_alarms;
    std::uint64_t m_jobId = 0;
};

} // namespace sb
