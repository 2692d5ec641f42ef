// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/job_row.h"

#include "ui/bridge/control_room_bridge.h"
#include "ui/pages/page_parts.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/words.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace sb {

namespace {

constexpr int kFull = 1000;

} // namespace

JobRow::JobRow(ControlRoomBridge& bridge, QWidget* parent)
    : QWidget(parent)
    , m_bridge(bridge)
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_end(new StateLine(this))
{
    m_bar->setRange(0, kFull);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setMaximumHeight(16);
    m_cancel->setAutoDefault(false);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_bar, 1);
    row->addWidget(m_end, 1);
    row->addWidget(m_cancel);
    connect(&bridge, &ControlRoomBridge::jobsChanged, this, &JobRow::showProgress);
    connect(&bridge, &ControlRoomBridge::jobFinished, this, [this](const JobStatus& job) {
        if (m_isRunning && job.id == m_job)
            showEnd(job);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_bridge.cancelJob(m_job); });
    forget();
}

void JobRow::follow(std::uint64_t job)
{
    m_job = job;
    m_bar->setValue(0);
    showRunning(true);
}

void JobRow::forget()
{
    m_job = 0;
    m_end->setState(StateShape::Unknown, {});
    showRunning(false);
}

void JobRow::showRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_bar->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_end->setVisible(!isRunning && !m_end->text().isEmpty());
}

void JobRow::showProgress(const std::vector<JobStatus>& jobs)
{
    for (const JobStatus& job : jobs)
        if (m_isRunning && job.id == m_job)
            m_bar->setValue(static_cast<int>(job.progress * kFull));
}

void JobRow::showEnd(const JobStatus& job)
{
    if (job.error)
        m_end->setState(
            StateShape::Failed, tr("%1: %2").arg(wordFor(job.error->code), fromEngine(job.error->what)));
    else if (job.isCancelled)
        m_end->setState(StateShape::Unknown, tr("Cancelled"));
    else
        m_end->setState(StateShape::Ok, {});
    showRunning(false);
    if (!job.error && !job.isCancelled)
        Q_EMIT succeeded(job.id);
    Q_EMIT ended();
}

} // namespace sb
