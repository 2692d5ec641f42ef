// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/kafka.h"

#include <algorithm>
#include <set>

namespace sb::check {

namespace {

struct Sent {
    std::size_t operation;
    bool isPolled = false;
};

struct Log {
    std::map<Value, std::map<Value, std::size_t>> valuesAt; // offset -> value -> who said so first
    std::map<Value, std::set<Value>> offsetsOf; // value -> offsets
    std::map<Value, Sent> sent; // by value
    Value polledUpTo = kNil; // the highest offset that any poll returned
};

class LogCheck {
public:
    explicit LogCheck(const std::vector<LogOperation>& history)
        : m_history(history)
    {
    }

    Report run()
    {
        for (std::size_t i = 0; i < m_history.size(); ++i)
            if (m_history[i].kind == LogOpKind::Send && !collectSend(i))
                return std::move(m_report);
        for (std::size_t i = 0; i < m_history.size(); ++i)
            if (m_history[i].kind == LogOpKind::Poll && m_history[i].outcome == Outcome::Ok)
                collectPoll(i);
        for (const auto& [key, log] : m_logs)
            judgeLog(key, log);
        for (std::size_t i = 0; i < m_history.size(); ++i)
            if (m_history[i].outcome == Outcome::Ok)
                follow(i);
        return std::move(m_report);
    }

private:
    [[nodiscard]] std::string nameOf(std::size_t index) const
    {
        return "operation " + std::to_string(index) + " (process "
            + std::to_string(m_history[index].process.value) + ")";
    }
    static std::string nameOf(KeyId key) { return "log " + std::to_string(key.value); }

    bool collectSend(std::size_t index)
    {
        const LogOperation& send = m_history[index];
        Log& log = m_logs[send.key];
        if (!log.sent.try_emplace(send.value, Sent { index }).second) {
            m_report.giveUp("value " + valueText(send.value) + " is sent to " + nameOf(send.key)
                + " twice; the check needs unique values");
            return false;
        }
        if (send.outcome == Outcome::Ok && send.offset)
            learn(log, { *send.offset, send.value }, index);
        return true;
    }

    static void learn(Log& log, const LogRecord& record, std::size_t index)
    {
        log.valuesAt[record.offset].try_emplace(record.value, index);
        log.offsetsOf[record.value].insert(record.offset);
    }

    void collectPoll(std::size_t index)
    {
        for (const PolledLog& polled : m_history[index].polled) {
            Log& log = m_logs[polled.key];
            for (const LogRecord& record : polled.records) {
                learn(log, record, index);
                log.polledUpTo = std::max(log.polledUpTo, record.offset);
                const auto sent = log.sent.find(record.value);
                const std::string what = valueText(record.value) + " at offset " + valueText(record.offset)
                    + " of " + nameOf(polled.key);
                if (sent == log.sent.end()) {
                    m_report.note(Anomaly::PhantomRead, [&] {
                        return Example { nameOf(index) + " polled " + what + ", which nobody sent",
                            { index } };
                    });
                    continue;
                }
                sent->second.isPolled = true;
                if (m_history[sent->second.operation].outcome == Outcome::Fail)
                    m_report.note(Anomaly::G1a, [&] {
                        return Example { nameOf(index) + " polled " + what + ", which "
                                + nameOf(sent->second.operation) + " failed to send",
                            { sent->second.operation, index } };
                    });
            }
        }
    }

    void judgeLog(KeyId key, const Log& log)
    {
        for (const auto& [offset, values] : log.valuesAt) {
            if (values.size() < 2)
                continue;
            const auto first = values.begin(), second = std::next(first);
            m_report.note(Anomaly::InconsistentOffset, [&, at = offset] {
                return Example { "offset " + valueText(at) + " of " + nameOf(key) + " is "
                        + valueText(first->first) + " for " + nameOf(first->second) + " and "
                        + valueText(second->first) + " for " + nameOf(second->second),
                    { first->second, second->second } };
            });
        }
        for (const auto& [value, offsets] : log.offsetsOf)
            if (offsets.size() > 1)
                m_report.note(Anomaly::DuplicateWrite, [&, what = value, &where = offsets] {
                    return Example { valueText(what) + " is in " + nameOf(key) + " at offsets "
                            + listText({ where.begin(), where.end() }),
                        {} };
                });
        for (const auto& [value, sent] : log.sent)
            if (isLost(log, sent))
                m_report.note(Anomaly::LostWrite, [&, what = value, index = sent.operation] {
                    return Example { nameOf(index) + " was told that " + valueText(what) + " is at offset "
                            + valueText(*m_history[index].offset) + " of " + nameOf(key)
                            + ", which was polled up to " + valueText(log.polledUpTo) + " without it",
                        { index } };
                });
    }

    [[nodiscard]] bool isLost(const Log& log, const Sent& sent) const
    {
        const LogOperation& send = m_history[sent.operation];
        return send.outcome == Outcome::Ok && send.offset && !sent.isPolled && log.polledUpTo >= *send.offset;
    }

    // Positions of one process in one log: the last offset sent to, and the last offset polled.
    struct Position {
        std::optional<Value> sent;
        std::optional<Value> polled;
    };

    void follow(std::size_t index)
    {
        const LogOperation& operation = m_history[index];
        std::map<KeyId, Position>& positions = m_positions[operation.process];
        if (operation.kind == LogOpKind::Seek) {
            for (auto& [key, position] : positions)
                position.polled.reset();
        } else if (operation.kind == LogOpKind::Send && operation.offset) {
            Position& position = positions[operation.key];
            if (position.sent && *operation.offset <= *position.sent)
                m_report.note(Anomaly::NonMonotonicSend, [&] {
                    return Example { nameOf(index) + " sent to offset " + valueText(*operation.offset)
                            + " of " + nameOf(operation.key) + " after it had sent to "
                            + valueText(*position.sent),
                        { index } };
                });
            position.sent = operation.offset;
        } else if (operation.kind == LogOpKind::Poll) {
            for (const PolledLog& polled : operation.polled)
                followPoll(index, polled, positions[polled.key]);
        }
    }

    void followPoll(std::size_t index, const PolledLog& polled, Position& position)
    {
        if (polled.from)
            position.polled = *polled.from - 1;
        for (const LogRecord& record : polled.records) {
            if (position.polled && record.offset <= *position.polled)
                m_report.note(Anomaly::NonMonotonicPoll, [&] {
                    return Example { nameOf(index) + " polled offset " + valueText(record.offset) + " of "
                            + nameOf(polled.key) + " after " + valueText(*position.polled),
                        { index } };
                });
            else if (position.polled)
                noteSkipped(index, polled.key, *position.polled, record.offset);
            position.polled = record.offset;
        }
    }

    void noteSkipped(std::size_t index, KeyId key, Value after, Value before)
    {
        const Log& log = m_logs.at(key);
        const auto skipped = log.valuesAt.upper_bound(after);
        if (skipped == log.valuesAt.end() || skipped->first >= before)
            return;
        m_report.note(Anomaly::SkippedOffset, [&] {
            return Example { nameOf(index) + " polled " + nameOf(key) + " from after " + valueText(after)
                    + " to " + valueText(before) + " without " + valueText(skipped->first) + ", where "
                    + nameOf(skipped->second.begin()->second) + " knows of "
                    + valueText(skipped->second.begin()->first),
                { skipped->second.begin()->second, index } };
        });
    }

    const std::vector<LogOperation>& m_history;
    Report m_report;
    std::map<KeyId, Log> m_logs;
    std::map<ProcessId, std::map<KeyId, Position>> m_positions;
};

} // namespace

Report checkLogs(const std::vector<LogOperation>& history)
{
    return LogCheck(history).run();
}

} // namespace sb::check
