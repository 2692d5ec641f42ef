// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/rw_register.h"

#include "backend/check/dependency_graph.h"

#include <algorithm>
#include <set>

namespace sb::check {

namespace {

using Txn = std::uint32_t; // index into the history

std::string nameOf(Txn txn)
{
    return "T" + std::to_string(txn);
}

struct Written {
    Txn writer;
    bool isFinal; // the writer writes nothing to this key afterwards
    bool isRead = false;
};

struct Successor {
    Value before; // kNil: the state before any write
    Value after;
    OrderLevel level;
    auto operator<=>(const Successor&) const = default;
};

struct KeyState {
    std::map<Value, Written> writes;
    std::map<Value, std::vector<Txn>> readers; // by version; only reads of what others wrote
    std::map<Value, std::vector<std::size_t>> updaters; // by version that they read before they wrote
    std::set<Successor> successors;
};

class RwRegisterCheck {
public:
    RwRegisterCheck(const TransactionHistory& history, const TransactionOptions& options)
        : m_history(history)
        , m_options(options)
    {
    }

    Report run()
    {
        if (!collectWrites())
            return std::move(m_report);
        for (Txn txn = 0; txn < m_history.size(); ++txn)
            if (m_history[txn].outcome == Outcome::Ok)
                collectReads(txn);
        decideWhichCount();
        DependencyGraph graph(m_history.size());
        for (auto& [key, state] : m_keys) {
            findLostUpdates(key, state);
            orderVersions(state);
            addEdges(graph, key, state);
        }
        graph.addOrder(m_history, m_counts);
        graph.findCycles(m_report, m_options.workMax);
        return std::move(m_report);
    }

private:
    bool collectWrites()
    {
        for (Txn txn = 0; txn < m_history.size(); ++txn) {
            std::map<KeyId, Written*> last;
            for (const MicroOp& op : m_history[txn].operations) {
                if (!op.isWrite)
                    continue;
                const auto [found, isNew]
                    = m_keys[op.key].writes.try_emplace(op.value, Written { txn, true });
                if (!isNew || op.value == kNil) {
                    m_report.giveUp(nameOf(found->second.writer) + " and " + nameOf(txn) + " both write "
                        + valueText(op.value) + " to key " + std::to_string(op.key.value)
                        + "; the check needs unique values");
                    return false;
                }
                Written*& before = last[op.key];
                if (before != nullptr)
                    before->isFinal = false;
                before = &found->second;
            }
        }
        return true;
    }

    void collectReads(Txn txn)
    {
        struct Known {
            std::optional<Value> value; // what a read must return now
            std::optional<Value> foreign; // the version of somebody else that was read before any own write
            bool hasWritten = false;
        };
        std::map<KeyId, Known> known;
        for (const MicroOp& op : m_history[txn].operations) {
            Known& mine = known[op.key];
            if (op.isWrite) {
                if (!mine.hasWritten && mine.foreign)
                    m_keys[op.key].updaters[*mine.foreign].push_back(txn);
                mine.hasWritten = true;
                mine.value = op.value;
                continue;
            }
            if (mine.value && *mine.value != op.value)
                m_report.note(Anomaly::Internal, [&] {
                    return Example { nameOf(txn) + " read " + valueText(op.value) + " of key "
                            + std::to_string(op.key.value) + ", not " + valueText(*mine.value)
                            + ", as it must by its own operations",
                        { txn } };
                });
            mine.value = op.value;
            if (!mine.hasWritten)
                mine.foreign = op.value;
            checkRead(txn, op, !mine.hasWritten);
        }
    }

    void checkRead(Txn txn, const MicroOp& op, bool isBeforeOwn)
    {
        KeyState& state = m_keys[op.key];
        const std::string read
            = nameOf(txn) + " read " + valueText(op.value) + " of key " + std::to_string(op.key.value);
        if (op.value == kNil) {
            state.readers[kNil].push_back(txn);
            return;
        }
        const auto found = state.writes.find(op.value);
        if (found == state.writes.end()) {
            m_report.note(Anomaly::PhantomRead, [&] {
                return Example { read + ", which nobody wrote", { txn } };
            });
            return;
        }
        Written& written = found->second;
        written.isRead = true;
        if (written.writer == txn) {
            if (isBeforeOwn)
                m_report.note(Anomaly::Internal, [&] {
                    return Example { read + ", which it wrote itself only later", { txn } };
                });
            return;
        }
        state.readers[op.value].push_back(txn);
        const auto note = [&](Anomaly anomaly, const std::string& what) {
            m_report.note(anomaly, [&] {
                return Example { read + ", which " + nameOf(written.writer) + what, { written.writer, txn } };
            });
        };
        if (m_history[written.writer].outcome == Outcome::Fail)
            note(Anomaly::G1a, " wrote and failed");
        if (!written.isFinal)
            note(Anomaly::G1b, " wrote and replaced itself");
    }

    // As for lists: what was read did happen.
    void decideWhichCount()
    {
        m_counts.assign(m_history.size(), false);
        for (Txn txn = 0; txn < m_history.size(); ++txn)
            m_counts[txn] = m_history[txn].outcome == Outcome::Ok;
        for (const auto& [key, state] : m_keys)
            for (const auto& [value, written] : state.writes)
                if (written.isRead && m_history[written.writer].outcome == Outcome::Info)
                    m_counts[written.writer] = true;
    }

    void findLostUpdates(KeyId key, const KeyState& state)
    {
        for (const auto& [version, txns] : state.updaters)
            if (txns.size() > 1)
                m_report.note(Anomaly::LostUpdate, [&, &who = txns, &what = version] {
                    return Example { std::to_string(who.size()) + " transactions, " + nameOf(Txn(who[0]))
                            + " and " + nameOf(Txn(who[1])) + " among them, read key "
                            + std::to_string(key.value) + " at " + valueText(what) + " and wrote to it",
                        who };
                });
    }

    void orderVersions(KeyState& state)
    {
        std::map<Txn, Value> finalWrite;
        for (const auto& [value, written] : state.writes)
            if (written.isFinal && m_counts[written.writer])
                finalWrite[written.writer] = value;
        std::set<Value> hasBefore;
        for (const auto& [version, txns] : state.updaters)
            for (const std::size_t txn : txns) {
                state.successors.insert({ version, finalWrite.at(Txn(txn)), OrderLevel::Data });
                hasBefore.insert(finalWrite.at(Txn(txn)));
            }
        for (const auto& [writer, value] : finalWrite)
            if (!hasBefore.contains(value))
                state.successors.insert({ kNil, value, OrderLevel::Data });
        if (m_options.followsRealtime)
            orderByTime(state, finalWrite);
    }

    // The fewest pairs that imply all: sweeps over the writers' beginnings and ends.
    void orderByTime(KeyState& state, const std::map<Txn, Value>& finalWrite)
    {
        struct Event {
            Instant at;
            bool isEnd;
            Txn writer;
            auto operator<=>(const Event&) const = default;
        };
        std::vector<Event> events;
        for (const auto& [writer, value] : finalWrite) {
            events.push_back({ m_history[writer].invoked, false, writer });
            if (m_history[writer].outcome == Outcome::Ok)
                events.push_back({ m_history[writer].completed, true, writer });
        }
        std::sort(events.begin(), events.end());
        std::set<Txn> frontier;
        std::map<Txn, std::set<Txn>> before;
        for (const Event& event : events) {
            if (event.isEnd) {
                for (const Txn covered : before[event.writer])
                    frontier.erase(covered);
                before.erase(event.writer);
                frontier.insert(event.writer);
                continue;
            }
            for (const Txn earlier : frontier)
                state.successors.insert(
                    { finalWrite.at(earlier), finalWrite.at(event.writer), OrderLevel::Realtime });
            if (m_history[event.writer].outcome == Outcome::Ok)
                before[event.writer] = frontier;
        }
    }

    void addEdges(DependencyGraph& graph, KeyId key, const KeyState& state)
    {
        const auto countingWriter = [&](Value version) -> std::optional<Txn> {
            const auto found = state.writes.find(version);
            if (found == state.writes.end() || !m_counts[found->second.writer])
                return std::nullopt;
            return found->second.writer;
        };
        const auto addNext = [&](const Successor& next, std::optional<Txn> from, EdgeKind kind) {
            const std::optional<Txn> to = countingWriter(next.after);
            if (from && to)
                graph.add({ .from = *from,
                    .to = *to,
                    .kind = kind,
                    .level = next.level,
                    .key = key,
                    .seen = next.before,
                    .written = next.after });
        };
        for (const auto& [version, readers] : state.readers)
            if (const std::optional<Txn> writer = countingWriter(version))
                for (const Txn reader : readers)
                    graph.add({ .from = *writer,
                        .to = reader,
                        .kind = EdgeKind::WriteRead,
                        .key = key,
                        .seen = version,
                        .written = version });
        for (const Successor& next : state.successors) {
            addNext(next, countingWriter(next.before), EdgeKind::WriteWrite);
            const auto readers = state.readers.find(next.before);
            if (readers == state.readers.end())
                continue;
            for (const Txn reader : readers->second)
                addNext(next, reader, EdgeKind::ReadWrite);
        }
    }

    const TransactionHistory& m_history;
    const TransactionOptions& m_options;
    Report m_report;
    std::map<KeyId, KeyState> m_keys;
    std::vector<bool> m_counts; // by transaction: it happened, as far as the history shows
};

} // namespace

Report checkRwRegister(const TransactionHistory& history, const TransactionOptions& options)
{
    return RwRegisterCheck(history, options).run();
}

} // namespace sb::check
