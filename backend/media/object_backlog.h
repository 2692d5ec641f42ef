// SPDX-License-Identifier: GPL-3.0-or-later
// What is still to be copied from one region to one other: tasks in order of their making, each waiting,
// under way or done. Two kinds: those of the rule (an object that was written while it was on) and those of a
// backfill (whatever the target lacked), which leave even while the rule is off. Only those of the rule can
// be late. Bounded by what the source holds. Thread: World thread. Invariant: a task is done exactly once,
// and counts as pending until then.
#pragma once

#include "backend/base/time.h"

#include <cstddef>
#include <cstdint>
#include <deque>

namespace sb {

class ObjectBacklog {
public:
    using Number = std::uint64_t; // of a task, in order of making
    struct Task {
        std::uint64_t version = 0;
        std::uint32_t bytes = 0;
        Instant since = kStart; // of the rule: when the object was written
        bool isBackfill = false;
        bool isLate = false;
        bool isDone = false;
    };

    // Waits from now on. Requires that `since` is never earlier than that of the task before.
    void add(Task task);
    [[nodiscard]] bool hasWaiting(bool backfillOnly) const
    {
        return !m_backfill.empty() || (!backfillOnly && !m_ruled.empty());
    }
    // The next to leave. Requires hasWaiting(backfillOnly).
    [[nodiscard]] Number take(bool backfillOnly);
    // It did not get through: waits again, behind the others.
    void putBack(Number number);
    void finish(Number number);
    // Requires that the task is not done.
    [[nodiscard]] const Task& task(Number number) const { return m_tasks[number - m_first]; }
    // The tasks of the rule become ones of a backfill; how many.
    std::uint64_t releaseAll();
    // Marks as late what was written before `limit`; how many are so for the first time.
    std::uint64_t passLate(Instant limit);
    void clear(); // the objects are gone

    [[nodiscard]] std::uint64_t pending() const { return m_pending; }
    [[nodiscard]] std::uint64_t pendingBytes() const { return m_pendingBytes; }
    [[nodiscard]] std::uint64_t pendingBackfill() const { return m_pendingBackfill; }
    [[nodiscard]] std::uint64_t pendingLate() const { return m_pendingLate; }
    // kNever: nothing is pending.
    [[nodiscard]] Instant oldest() const { return m_tasks.empty() ? kNever : m_tasks.front().since; }

private:
    std::deque<Task> m_tasks; // the first one is not done
    Number m_first = 0, m_lateUpTo = 0; // numbers
    std::deque<Number> m_ruled, m_backfill; // waiting
    std::uint64_t m_pending = 0, m_pendingBytes = 0, m_pendingBackfill = 0, m_pendingLate = 0;
};

} // namespace sb
