// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/jobs.h"

namespace sb {
namespace {

constexpr std::size_t kFinishedKept = 8;

} // namespace

Jobs::~Jobs()
{
    close();
}

void Jobs::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        for (Job& job : m_jobs)
            job.isCancelled = true;
    }
    // Without the lock, which a job takes to tell its progress and its end: no thread is added any more.
    for (Job& job : m_jobs)
        if (job.thread.joinable())
            job.thread.join();
}

Jobs::Job* Jobs::find(std::uint64_t id)
{
    for (Job& job : m_jobs)
        if (job.status.id == id)
            return &job;
    return nullptr;
}

std::uint64_t Jobs::add(std::string title, std::string resultPath)
{
    const std::lock_guard lock(m_mutex);
    if (m_isClosed)
        return 0; // no job's number: close() walks the list without the lock
    std::size_t finished = 0;
    for (const Job& job : m_jobs)
        finished += job.status.isFinished ? 1 : 0;
    for (auto job = m_jobs.begin(); job != m_jobs.end() && finished > kFinishedKept;) {
        if (!job->status.isFinished) {
            ++job;
            continue;
        }
        if (job->thread.joinable())
            job->thread.join(); // it has finished: returns at once
        job = m_jobs.erase(job);
        --finished;
    }
    Job& job = m_jobs.emplace_back();
    job.status.id = m_next++;
    job.status.title = std::move(title);
    job.status.resultPath = std::move(resultPath);
    return job.status.id;
}

void Jobs::start(std::uint64_t id, Work work)
{
    const std::lock_guard lock(m_mutex);
    Job* job = find(id);
    if (job == nullptr || job->status.isFinished || m_isClosed)
        return;
    job->thread = std::thread([this, job, work = std::move(work)] {
        const auto outcome = work([this, job](double share) {
            const std::lock_guard guard(m_mutex);
            job->status.progress = share;
            return !job->isCancelled;
        });
        const std::lock_guard guard(m_mutex);
        finish(*job, outcome);
    });
}

void Jobs::finish(Job& job, const Result<>& outcome)
{
    job.status.isFinished = true;
    job.status.isCancelled = !outcome && outcome.error().code == Errc::Cancelled;
    if (outcome)
        job.status.progress = 1;
    else if (!job.status.isCancelled)
        job.status.error = outcome.error();
}

void Jobs::failed(std::uint64_t id, Error error)
{
    const std::lock_guard lock(m_mutex);
    if (Job* job = find(id))
        finish(*job, tl::make_unexpected(std::move(error)));
}

void Jobs::cancel(std::uint64_t id)
{
    const std::lock_guard lock(m_mutex);
    if (Job* job = find(id))
        job->isCancelled = true;
}

std::vector<JobStatus> Jobs::list() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<JobStatus> all;
    for (const Job& job : m_jobs)
        all.push_back(job.status);
    return all;
}

} // namespace sb
