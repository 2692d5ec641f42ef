// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/theme/fonts.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace sb {

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_run(new QLabel(this))
    , m_job(new QWidget(this))
    , m_jobTitle(new QLabel(m_job))
    , m_progress(new QProgressBar(m_job))
    , m_cancel(new QToolButton(m_job))
    , m_alarms(new QLabel(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 12, 0);
    for (QLabel* label : { m_run, m_jobTitle, m_alarms }) {
        label->setFont(sb::font(FontRole::Caption));
        label->setTextFormat(Qt::PlainText);
    }
    m_run->setAccessibleName(tr("State of the run"));
    m_alarms->setAccessibleName(tr("Alarms"));
    m_progress->setFixedSize(90, 8);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("Progress of the job"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setFont(sb::font(FontRole::Caption));
    m_cancel->setAutoRaise(true);
    m_cancel->setAccessibleName(tr("Cancel the job"));
    auto* row = new QHBoxLayout(m_job);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_jobTitle);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    m_job->hide();
    addWidget(m_run);
    addPermanentWidget(m_job);
    addPermanentWidget(m_alarms);
    connect(m_cancel, &QToolButton::clicked, this, [this] { Q_EMIT cancelRequested(m_jobId); });
}

void StatusLine::setRun(const WorldDescription& world, const Snapshot& snapshot, double frameMs)
{
    QStringList parts;
    if (snapshot.phase == RunPhase::Replaying)
        parts << tr("Re-simulating %1").arg(formatPercent(snapshot.progress));
    else if (snapshot.phase == RunPhase::Stopped)
        parts << tr("World stopped");
    else if (snapshot.isPaused)
        parts << tr("World paused");
    else if (snapshot.speedPercent == 0)
        parts << tr("World running as fast as possible, %1×").arg(formatNumber(snapshot.measuredSpeed, 0));
    else
        parts << tr("World running %1").arg(formatSpeed(snapshot.speedPercent));
    parts << tr("%1 dropped").arg(formatEvents(static_cast<qint64>(snapshot.droppedEvents)));
    parts << tr("frame %1 ms").arg(formatNumber(frameMs, 1));
    parts << (world.recordingPath.empty()
            ? tr("not recorded")
            : tr("recording: %1").arg(QFileInfo(qs(world.recordingPath)).fileName()));
    m_run->setText(parts.join(QStringLiteral(" · ")));
}

void StatusLine::setAlarms(const std::vector<Condition>& conditions)
{
    int count = 0;
    const Condition* first = nullptr;
    for (const Condition& condition : conditions) {
        if (condition.shape != StateShape::Failed && condition.shape != StateShape::Degraded)
            continue;
        first = first ? first : &condition;
        ++count;
    }
    const Theme& theme = currentTheme();
    QPalette colours;
    colours.setColor(QPalette::WindowText, theme.color(Token::TextSecondary));
    m_run->setPalette(colours);
    colours.setColor(
        QPalette::WindowText, first ? stateTextColor(theme, first->shape) : theme.color(Token::TextMuted));
    m_alarms->setPalette(colours);
    if (!first)
        m_alarms->setText(tr("no alarms"));
    else if (count == 1)
        m_alarms->setText(tr("%1: %2").arg(formatAlarms(1), first->title));
    else
        //: number of abnormal conditions, then the worst
        m_alarms->setText(tr("%1, first: %2").arg(formatAlarms(count), first->title));
}

void StatusLine::setJobs(const std::vector<JobStatus>& jobs)
{
    const auto running
        = std::find_if(jobs.begin(), jobs.end(), [](const JobStatus& job) { return !job.isFinished; });
    m_job->setVisible(running != jobs.end());
    if (running == jobs.end())
        return;
    m_jobId = running->id;
    m_jobTitle->setText(fromEngine(running->title));
    m_progress->setValue(static_cast<int>(running->progress * 100));
}

} // namespace sb
