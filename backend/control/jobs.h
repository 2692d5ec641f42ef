// SPDX-License-Identifier: GPL-3.0-or-later
// Work beside the World: exports, copies, forecasts and comparisons, one thread each, with progress and
// cancellation. Thread: the control room's client thread starts, reads and cancels, the World's thread may
// start one too; each job runs on its own.
#pragma once

#include "backend/api/control_room.h"
#include "backend/api/drill_view.h"
#include "backend/api/record_view.h"

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>

namespace sb {

class Jobs {
public:
    // Told the share done, 0…1; false when the job was cancelled.
    using Progress = std::function<bool(double)>;
    using Work = std::function<Result<>(const Progress&)>;

    ~Jobs(); // closes
    // Cancels what runs and waits for it; nothing starts any more.
    void close();

    // A job whose work begins later, with start(); until then it shows as waiting. 0 once closed.
    std::uint64_t add(std::string title, std::string resultPath);
    void start(std::uint64_t id, Work work);
    void failed(std::uint64_t id, Error error);
    void cancel(std::uint64_t id);
    // What a job's work found; kept as long as the job is listed.
    template<typename View> void keep(std::uint64_t id, View view)
    {
        const std::lock_guard lock(m_mutex);
        if (Job* job = find(id))
            job->result = std::make_shared<const View>(std::move(view));
    }
    // Of a finished job that found a View; null otherwise.
    template<typename View> [[nodiscard]] std::shared_ptr<const View> result(std::uint64_t id) const
    {
        const std::lock_guard lock(m_mutex);
        for (const Job& job : m_jobs) {
            const auto* view = std::get_if<std::shared_ptr<const View>>(&job.result);
            if (job.status.id == id && job.status.isFinished && view != nullptr)
                return *view;
        }
        return nullptr;
    }
    // Running ones and the last few finished ones, oldest first.
    [[nodiscard]] std::vector<JobStatus> list() const;

private:
    struct Job {
        JobStatus status;
        std::atomic<bool> isCancelled { false };
        std::variant<std::monostate, std::shared_ptr<const ForecastView>,
            std::shared_ptr<const CheckComparisonView>, std::shared_ptr<const ZoneReportView>,
            std::shared_ptr<const std::vector<DrillEntry>>, std::shared_ptr<const DrillRepeatsView>,
            std::shared_ptr<const RecordView>>
            result;
        std::thread thread;
    };

    [[nodiscard]] Job* find(std::uint64_t id);
    void finish(Job& job, const Result<>& outcome);

    mutable std::mutex m_mutex;
    std::list<Job> m_jobs; // stable addresses
    std::uint64_t m_next = 1;
    bool m_isClosed = false;
};

} // namespace sb
