// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/sessions.h"

#include <algorithm>
#include <optional>

namespace sb::check {

namespace {

std::uint64_t at(const VersionVector& vector, std::size_t origin)
{
    return origin < vector.size() ? vector[origin] : 0;
}

std::string vectorText(const VersionVector& vector)
{
    std::string text = "(";
    for (std::size_t i = 0; i < vector.size(); ++i)
        text += (i > 0 ? " " : "") + std::to_string(vector[i]);
    return text + ")";
}

// Answers, for all reads of one scope: of those that include entry s of origin a, which includes least of
// origin b? A read that includes a write without what the write depends on is how a broken order shows.
class LeastSeen {
public:
    LeastSeen(const std::vector<SessionOperation>& history, const std::vector<std::size_t>& reads)
    {
        std::size_t origins = 0;
        for (const std::size_t read : reads)
            origins = std::max(origins, history[read].seen.size());
        m_rows.resize(origins);
        for (std::size_t a = 0; a < origins; ++a) {
            std::vector<std::size_t> sorted = reads;
            std::stable_sort(sorted.begin(), sorted.end(), [&](std::size_t x, std::size_t y) {
                return at(history[x].seen, a) > at(history[y].seen, a);
            });
            std::vector<Least> least(origins);
            for (const std::size_t read : sorted) {
                for (std::size_t b = 0; b < origins; ++b)
                    if (const std::uint64_t seen = at(history[read].seen, b); seen < least[b].seen)
                        least[b] = { seen, read };
                m_rows[a].push_back({ at(history[read].seen, a), least });
            }
        }
    }

    // The read that includes (a, s) but not entry `wanted` of b, if there is one.
    [[nodiscard]] std::optional<std::size_t> readWithout(
        std::size_t a, std::uint64_t s, std::size_t b, std::uint64_t wanted) const
    {
        if (a >= m_rows.size() || wanted == 0)
            return std::nullopt;
        const auto end = std::partition_point(
            m_rows[a].begin(), m_rows[a].end(), [&](const Row& row) { return row.includes >= s; });
        if (end == m_rows[a].begin())
            return std::nullopt;
        const Row& row = *std::prev(end);
        const Least least = b < row.least.size() ? row.least[b] : Least { 0, row.least[a].read };
        return least.seen < wanted ? std::optional(least.read) : std::nullopt;
    }

private:
    struct Least {
        std::uint64_t seen = 0xFFFFFFFFFFFFFFFF;
        std::size_t read = 0;
    };
    struct Row {
        std::uint64_t includes;
        std::vector<Least> least; // by origin, over this read and all that include more of the row's origin
    };
    std::vector<std::vector<Row>> m_rows; // by origin, most inclusive read first
};

// One session within one scope: its operations in order.
class SessionCheck {
public:
    SessionCheck(const std::vector<SessionOperation>& history, const LeastSeen& leastSeen, Report& report)
        : m_history(history)
        , m_leastSeen(leastSeen)
        , m_report(report)
    {
    }

    void add(std::size_t index)
    {
        const SessionOperation& operation = m_history[index];
        if (operation.isWrite) {
            checkWrite(index, operation);
            m_lastWrite = index;
            std::pair<std::uint64_t, std::size_t>& last = m_written[operation.origin];
            last = std::max(last, { operation.sequence, index });
            return;
        }
        checkRead(index, operation);
        m_lastRead = index;
        m_read.resize(std::max(m_read.size(), operation.seen.size()), 0);
        for (std::size_t o = 0; o < operation.seen.size(); ++o)
            m_read[o] = std::max(m_read[o], operation.seen[o]);
    }

private:
    [[nodiscard]] std::string nameOf(std::size_t index) const
    {
        const SessionOperation& operation = m_history[index];
        return "operation " + std::to_string(index) + " of session " + std::to_string(operation.session.value)
            + (operation.isWrite ? " wrote entry " + std::to_string(operation.sequence) + " of origin "
                        + std::to_string(operation.origin)
                                 : " read " + vectorText(operation.seen));
    }

    void checkRead(std::size_t index, const SessionOperation& read)
    {
        for (const auto& [origin, write] : m_written) {
            if (at(read.seen, origin) >= write.first)
                continue;
            m_report.note(Anomaly::ReadYourWrites, [&, earlier = write.second] {
                return Example { nameOf(index) + " although " + nameOf(earlier) + " before",
                    { earlier, index } };
            });
            break;
        }
        for (std::size_t o = 0; o < m_read.size(); ++o) {
            if (at(read.seen, o) >= m_read[o])
                continue;
            m_report.note(Anomaly::MonotonicReads, [&] {
                return Example { nameOf(index) + " after it had seen " + vectorText(m_read) + ", lately when "
                        + nameOf(*m_lastRead),
                    { *m_lastRead, index } };
            });
            break;
        }
    }

    void checkWrite(std::size_t index, const SessionOperation& write)
    {
        // It is enough to compare neighbours: a read that has the third write without the first lacks the
        // second, and shows it against the third, or has the second without the first.
        const auto sameOrigin = m_written.find(write.origin);
        if (sameOrigin != m_written.end() && sameOrigin->second.first >= write.sequence) {
            m_report.note(Anomaly::MonotonicWrites, [&, earlier = sameOrigin->second.second] {
                return Example { nameOf(index) + " after " + nameOf(earlier), { earlier, index } };
            });
        } else if (m_lastWrite) {
            const SessionOperation& before = m_history[*m_lastWrite];
            const auto read
                = m_leastSeen.readWithout(write.origin, write.sequence, before.origin, before.sequence);
            if (read)
                m_report.note(Anomaly::MonotonicWrites, [&] {
                    return Example { nameOf(*read) + " and so has what " + nameOf(index)
                            + ", without what before it " + nameOf(*m_lastWrite),
                        { *m_lastWrite, index, *read } };
                });
        }
        checkFollows(index, write);
    }

    void checkFollows(std::size_t index, const SessionOperation& write)
    {
        if (write.sequence <= at(m_read, write.origin)) {
            m_report.note(Anomaly::WritesFollowReads, [&] {
                return Example { nameOf(index) + " after it had seen " + vectorText(m_read),
                    { *m_lastRead, index } };
            });
            return;
        }
        for (std::size_t o = 0; o < m_read.size(); ++o) {
            const auto read = m_leastSeen.readWithout(write.origin, write.sequence, o, m_read[o]);
            if (!read)
                continue;
            m_report.note(Anomaly::WritesFollowReads, [&] {
                return Example { nameOf(*read) + " and so has what " + nameOf(index)
                        + ", without all that its session had seen before: " + vectorText(m_read),
                    { *m_lastRead, index, *read } };
            });
            return;
        }
    }

    const std::vector<SessionOperation>& m_history;
    const LeastSeen& m_leastSeen;
    Report& m_report;
    std::map<std::uint32_t, std::pair<std::uint64_t, std::size_t>> m_written; // by origin: highest entry
    VersionVector m_read; // all that the session has seen
    std::optional<std::size_t> m_lastWrite;
    std::optional<std::size_t> m_lastRead;
};

} // namespace

Report checkSessions(const std::vector<SessionOperation>& history, const SessionOptions& options)
{
    Report report;
    std::map<KeyId, std::vector<std::size_t>> scopes; // one scope of all keys, or one for each
    for (std::size_t i = 0; i < history.size(); ++i)
        scopes[options.isPerKey ? history[i].key : KeyId {}].push_back(i);
    for (const auto& [key, operations] : scopes) {
        std::vector<std::size_t> reads;
        for (const std::size_t index : operations)
            if (!history[index].isWrite)
                reads.push_back(index);
        const LeastSeen leastSeen(history, reads);
        std::map<ProcessId, SessionCheck> sessions;
        for (const std::size_t index : operations)
            sessions.try_emplace(history[index].session, history, leastSeen, report).first->second.add(index);
    }
    return report;
}

} // namespace sb::check
