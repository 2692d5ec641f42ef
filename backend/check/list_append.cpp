// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/list_append.h"

#include "backend/base/hash.h"
#include "backend/check/dependency_graph.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace sb::check {

namespace {

using Txn = std::uint32_t; // index into the history

std::string nameOf(Txn txn)
{
    return "T" + std::to_string(txn);
}

struct ElementHash {
    std::size_t operator()(const std::pair<KeyId, Value>& element) const
    {
        return hashCombine(element.first.value, static_cast<std::uint64_t>(element.second));
    }
};

struct Append {
    Txn writer;
    bool isFinal; // the writer appends nothing to this key afterwards
    bool isRead = false; // some acknowledged transaction saw it
    Instant lastSeen { Duration::min() }; // invocation of the latest other transaction that saw it
};

struct ListRead {
    Txn reader;
    const std::vector<Value>* list;
    std::size_t foreign; // length without the reader's own appends at the end
};

struct KeyState {
    std::vector<ListRead> reads;
    std::vector<Value> order; // the longest list read
    std::vector<Value> appends; // all of them, by transaction, each one's in its order
    Instant lastRead { Duration::min() }; // the latest invocation of an acknowledged reader
};

class ListAppendCheck {
public:
    ListAppendCheck(const TransactionHistory& history, const TransactionOptions& options)
        : m_history(history)
        , m_options(options)
    {
    }

    Report run()
    {
        if (!collectAppends())
            return std::move(m_report);
        for (Txn txn = 0; txn < m_history.size(); ++txn)
            if (m_history[txn].outcome == Outcome::Ok)
                collectReads(txn);
        decideWhichCount();
        findLostUpdates();
        DependencyGraph graph(m_history.size());
        for (auto& [key, state] : m_keys) {
            findOrder(key, state);
            checkOwnOrder(key, state);
            findLostAppends(key, state);
            addEdges(graph, key, state);
        }
        graph.addOrder(m_history, m_counts);
        graph.findCycles(m_report, m_options.workMax);
        return std::move(m_report);
    }

private:
    bool collectAppends()
    {
        for (Txn txn = 0; txn < m_history.size(); ++txn) {
            std::map<KeyId, Append*> last;
            for (const MicroOp& op : m_history[txn].operations) {
                if (!op.isWrite)
                    continue;
                const auto [found, isNew] = m_appends.try_emplace({ op.key, op.value }, Append { txn, true });
                if (!isNew) {
                    m_report.giveUp("T" + std::to_string(found->second.writer) + " and " + nameOf(txn)
                        + " both append " + valueText(op.value) + " to key " + std::to_string(op.key.value)
                        + "; the check needs unique values");
                    return false;
                }
                Append*& before = last[op.key];
                if (before != nullptr)
                    before->isFinal = false;
                before = &found->second; // elements of an unordered map stay where they are
                m_keys[op.key].appends.push_back(op.value);
            }
        }
        return true;
    }

    [[nodiscard]] Append* appendOf(KeyId key, Value value)
    {
        const auto found = m_appends.find({ key, value });
        return found == m_appends.end() ? nullptr : &found->second;
    }

    // Reads of one acknowledged transaction, with what can be said of each alone.
    void collectReads(Txn txn)
    {
        struct Known {
            std::optional<std::vector<Value>> list; // the whole list, once it was read
            std::vector<Value> own; // appended since then
        };
        std::map<KeyId, Known> known;
        for (const MicroOp& op : m_history[txn].operations) {
            Known& mine = known[op.key];
            if (op.isWrite) {
                mine.own.push_back(op.value);
                continue;
            }
            std::vector<Value> expected = mine.list.value_or(std::vector<Value> {});
            expected.insert(expected.end(), mine.own.begin(), mine.own.end());
            const bool isRight = mine.list ? op.list == expected : isFirstReadRight(txn, op, expected);
            if (!isRight)
                m_report.note(Anomaly::Internal, [&] {
                    return Example { nameOf(txn) + " read " + listText(op.list) + " of key "
                            + std::to_string(op.key.value)
                            + (mine.list ? ", not " : ", not something old and then ") + listText(expected)
                            + ", as it must by its own operations",
                        { txn } };
                });
            mine.list = op.list;
            mine.own.clear();
            checkRead(txn, op);
        }
    }

    // A first read ends in what the transaction has appended, and holds nothing that it will append later.
    [[nodiscard]] bool isFirstReadRight(Txn txn, const MicroOp& op, const std::vector<Value>& own)
    {
        if (op.list.size() < own.size() || !std::equal(own.rbegin(), own.rend(), op.list.rbegin()))
            return false;
        return std::none_of(
            op.list.begin(), op.list.end() - static_cast<std::ptrdiff_t>(own.size()), [&](Value value) {
                const Append* append = appendOf(op.key, value);
                return append != nullptr && append->writer == txn;
            });
    }

    void checkRead(Txn txn, const MicroOp& op)
    {
        KeyState& state = m_keys[op.key];
        state.lastRead = std::max(state.lastRead, m_history[txn].invoked);
        std::vector<Value> sorted = op.list;
        std::sort(sorted.begin(), sorted.end());
        if (const auto twice = std::adjacent_find(sorted.begin(), sorted.end()); twice != sorted.end())
            m_report.note(Anomaly::DuplicateElement, [&] {
                return Example { nameOf(txn) + " read " + valueText(*twice) + " twice in key "
                        + std::to_string(op.key.value) + ": " + listText(op.list),
                    { txn } };
            });
        for (const Value value : op.list)
            checkElement(txn, op, value);
        std::size_t foreign = op.list.size();
        for (; foreign > 0; --foreign) {
            const Append* append = appendOf(op.key, op.list[foreign - 1]);
            if (append == nullptr || append->writer != txn)
                break;
        }
        if (foreign > 0) {
            const Append* append = appendOf(op.key, op.list[foreign - 1]);
            if (append != nullptr && !append->isFinal)
                m_report.note(Anomaly::G1b, [&] {
                    return Example { nameOf(txn) + " read key " + std::to_string(op.key.value) + " up to "
                            + valueText(op.list[foreign - 1]) + ", after which " + nameOf(append->writer)
                            + " appended more",
                        { append->writer, txn } };
                });
        }
        state.reads.push_back({ txn, &op.list, foreign });
    }

    void checkElement(Txn txn, const MicroOp& op, Value value)
    {
        Append* append = appendOf(op.key, value);
        if (append == nullptr) {
            m_report.note(Anomaly::PhantomRead, [&] {
                return Example { nameOf(txn) + " read " + valueText(value) + " in key "
                        + std::to_string(op.key.value) + ", which nobody appended",
                    { txn } };
            });
            return;
        }
        append->isRead = true;
        if (append->writer == txn)
            return;
        append->lastSeen = std::max(append->lastSeen, m_history[txn].invoked);
        if (m_history[append->writer].outcome == Outcome::Fail)
            m_report.note(Anomaly::G1a, [&] {
                return Example { nameOf(txn) + " read " + valueText(value) + " in key "
                        + std::to_string(op.key.value) + ", which " + nameOf(append->writer)
                        + " appended and failed",
                    { append->writer, txn } };
            });
    }

    // A transaction of unknown outcome counts once one of its appends was read: then all of it happened.
    void decideWhichCount()
    {
        m_counts.assign(m_history.size(), false);
        for (Txn txn = 0; txn < m_history.size(); ++txn) {
            const Transaction& transaction = m_history[txn];
            m_counts[txn] = transaction.outcome == Outcome::Ok;
            if (transaction.outcome != Outcome::Info)
                continue;
            for (const MicroOp& op : transaction.operations)
                if (op.isWrite && appendOf(op.key, op.value)->isRead)
                    m_counts[txn] = true;
        }
    }

    void findLostUpdates()
    {
        std::map<std::pair<KeyId, std::vector<Value>>, std::vector<std::size_t>> updates; // by version read
        for (Txn txn = 0; txn < m_history.size(); ++txn) {
            if (m_history[txn].outcome != Outcome::Ok)
                continue;
            std::map<KeyId, const MicroOp*> firstTouch;
            std::set<KeyId> isCounted;
            for (const MicroOp& op : m_history[txn].operations) {
                const MicroOp* first = firstTouch.try_emplace(op.key, &op).first->second;
                if (op.isWrite && !first->isWrite && isCounted.insert(op.key).second)
                    updates[{ op.key, first->list }].push_back(txn);
            }
        }
        for (const auto& [version, txns] : updates)
            if (txns.size() > 1)
                m_report.note(Anomaly::LostUpdate, [&, &who = txns, &what = version] {
                    return Example { std::to_string(who.size()) + " transactions, " + nameOf(Txn(who[0]))
                            + " and " + nameOf(Txn(who[1])) + " among them, read key "
                            + std::to_string(what.first.value) + " at " + listText(what.second)
                            + " and appended to it",
                        who };
                });
    }

    void findOrder(KeyId key, KeyState& state)
    {
        const ListRead* longest = nullptr;
        for (const ListRead& read : state.reads)
            if (longest == nullptr || read.list->size() > longest->list->size())
                longest = &read;
        if (longest == nullptr)
            return;
        state.order = *longest->list;
        for (const ListRead& read : state.reads)
            if (!isPrefix(*read.list, state.order))
                m_report.note(Anomaly::IncompatibleOrder, [&] {
                    return Example { nameOf(read.reader) + " read key " + std::to_string(key.value) + " as "
                            + listText(*read.list) + ", " + nameOf(longest->reader) + " as "
                            + listText(state.order),
                        { read.reader, longest->reader } };
                });
    }

    // A transaction's own appends to one key keep their order, and none of them is left out.
    void checkOwnOrder(KeyId key, const KeyState& state)
    {
        std::map<Value, std::size_t> position;
        for (std::size_t i = 0; i < state.order.size(); ++i)
            position.try_emplace(state.order[i], i);
        const auto positionOf = [&](Value value) {
            const auto found = position.find(value);
            return found == position.end() ? state.order.size() : found->second;
        };
        for (std::size_t i = 1; i < state.appends.size(); ++i) {
            const Value first = state.appends[i - 1], second = state.appends[i];
            const Txn writer = appendOf(key, second)->writer;
            if (appendOf(key, first)->writer != writer || positionOf(first) <= positionOf(second))
                continue;
            m_report.note(Anomaly::IncompatibleOrder, [&] {
                return Example { nameOf(writer) + " appended " + valueText(first) + " before "
                        + valueText(second) + " to key " + std::to_string(key.value)
                        + ", but the list does not have them so: " + listText(state.order),
                    { writer } };
            });
        }
    }

    static bool isPrefix(const std::vector<Value>& list, const std::vector<Value>& whole)
    {
        return list.size() <= whole.size() && std::equal(list.begin(), list.end(), whole.begin());
    }

    void findLostAppends(KeyId key, const KeyState& state)
    {
        for (const Value value : state.appends) {
            const Append& append = *appendOf(key, value);
            const Transaction& writer = m_history[append.writer];
            if (writer.outcome != Outcome::Ok || state.lastRead <= writer.completed
                || append.lastSeen > writer.completed)
                continue;
            m_report.note(Anomaly::LostAppend, [&] {
                return Example { nameOf(append.writer) + " was told that it had appended " + valueText(value)
                        + " to key " + std::to_string(key.value) + ", but no read begun after that has it",
                    { append.writer } };
            });
        }
    }

    void addEdges(DependencyGraph& graph, KeyId key, const KeyState& state)
    {
        struct Version {
            Value value;
            Txn writer;
        };
        std::vector<Version> chain; // the order without what does not count
        std::vector<std::size_t> positions(state.order.size() + 1, 0); // length of a list -> length of chain
        for (std::size_t i = 0; i < state.order.size(); ++i) {
            const Append* append = appendOf(key, state.order[i]);
            if (append != nullptr && m_counts[append->writer])
                chain.push_back({ state.order[i], append->writer });
            positions[i + 1] = chain.size();
        }
        for (std::size_t i = 0; i + 1 < chain.size(); ++i)
            graph.add({ .from = chain[i].writer,
                .to = chain[i + 1].writer,
                .kind = EdgeKind::WriteWrite,
                .key = key,
                .seen = chain[i].value,
                .written = chain[i + 1].value });
        // What was appended and never read can only come after all that was.
        std::vector<Version> unread;
        for (const Value value : state.appends) {
            const Append& append = *appendOf(key, value);
            if (!append.isRead && m_counts[append.writer])
                unread.push_back({ value, append.writer });
        }
        const auto addNext = [&](Txn from, EdgeKind kind, Value seen, std::size_t position) {
            const Version* next = position < chain.size() ? &chain[position] : unread.data();
            const Version* end = position < chain.size() ? next + 1 : next + unread.size();
            for (; next != end; ++next)
                graph.add({ .from = from,
                    .to = next->writer,
                    .kind = kind,
                    .key = key,
                    .seen = seen,
                    .written = next->value });
        };
        if (!chain.empty())
            addNext(chain.back().writer, EdgeKind::WriteWrite, chain.back().value, chain.size());
        for (const ListRead& read : state.reads) {
            addWriteRead(graph, key, read);
            if (!isPrefix(*read.list, state.order) || read.foreign < read.list->size())
                continue; // a reader's own append is followed by a WriteWrite edge already
            const Value seen = read.list->empty() ? kNil : read.list->back();
            addNext(read.reader, EdgeKind::ReadWrite, seen, positions[read.list->size()]);
        }
    }

    void addWriteRead(DependencyGraph& graph, KeyId key, const ListRead& read)
    {
        for (std::size_t i = read.foreign; i > 0; --i) {
            const Value value = (*read.list)[i - 1];
            const Append* append = appendOf(key, value);
            if (append == nullptr || !m_counts[append->writer])
                continue;
            graph.add({ .from = append->writer,
                .to = read.reader,
                .kind = EdgeKind::WriteRead,
                .key = key,
                .seen = value,
                .written = value });
            return;
        }
    }

    const TransactionHistory& m_history;
    const TransactionOptions& m_options;
    Report m_report;
    std::unordered_map<std::pair<KeyId, Value>, Append, ElementHash> m_appends;
    std::map<KeyId, KeyState> m_keys;
    std::vector<bool> m_counts; // by transaction: it happened, as far as the history shows
};

} // namespace

Report checkListAppend(const TransactionHistory& history, const TransactionOptions& options)
{
    return ListAppendCheck(history, options).run();
}

} // namespace sb::check
