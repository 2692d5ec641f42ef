// SPDX-License-Identifier: GPL-3.0-or-later
// Decides by trying every order whether a handful of transactions can be explained: slow, and too simple to
// be wrong. And a maker of small histories that are nearly right, which is where judges differ.
#pragma once

#include "backend/base/rng.h"
#include "backend/check/transactions.h"

#include <algorithm>
#include <map>
#include <vector>

namespace sb::check::test {

enum class OracleOrder { Free, Sessions, Realtime };

class TransactionOracle {
public:
    TransactionOracle(const TransactionHistory& history, bool areLists)
        : m_history(history)
        , m_areLists(areLists)
    {
    }

    [[nodiscard]] bool isSerializable(OracleOrder rule) const
    {
        return anyChoice([&](std::vector<std::size_t> order) {
            do {
                if (respects(order, rule) && explains(order))
                    return true;
            } while (std::next_permutation(order.begin(), order.end()));
            return false;
        });
    }

    // Each transaction reads the state at its start, and its keys are written by nobody else until its
    // commit.
    [[nodiscard]] bool isSnapshotIsolated() const
    {
        return anyChoice([&](const std::vector<std::size_t>& chosen) {
            std::vector<std::size_t> events; // each transaction twice: its start, then its commit
            for (const std::size_t txn : chosen)
                events.insert(events.end(), { txn, txn });
            do {
                if (explainsAsSnapshots(events))
                    return true;
            } while (std::next_permutation(events.begin(), events.end()));
            return false;
        });
    }

private:
    using State = std::map<KeyId, std::vector<Value>>;

    template<typename Try> [[nodiscard]] bool anyChoice(Try&& tryChoice) const
    {
        std::vector<std::size_t> certain, open;
        for (std::size_t i = 0; i < m_history.size(); ++i)
            if (m_history[i].outcome != Outcome::Fail)
                (m_history[i].outcome == Outcome::Ok ? certain : open).push_back(i);
        for (std::size_t choice = 0; choice < (std::size_t { 1 } << open.size()); ++choice) {
            std::vector<std::size_t> chosen = certain;
            for (std::size_t i = 0; i < open.size(); ++i)
                if ((choice >> i & 1) != 0)
                    chosen.push_back(open[i]);
            std::sort(chosen.begin(), chosen.end());
            if (tryChoice(chosen))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool respects(const std::vector<std::size_t>& order, OracleOrder rule) const
    {
        for (std::size_t i = 0; i < order.size(); ++i)
            for (std::size_t j = i + 1; j < order.size(); ++j) {
                const Transaction &first = m_history[order[i]], &second = m_history[order[j]];
                if (rule == OracleOrder::Realtime && second.completed < first.invoked)
                    return false;
                if (rule != OracleOrder::Free && first.process == second.process
                    && first.outcome == Outcome::Ok && second.outcome == Outcome::Ok
                    && std::pair(second.invoked, order[j]) < std::pair(first.invoked, order[i]))
                    return false;
            }
        return true;
    }

    // Runs the transaction on the state; false if it would have read something else.
    [[nodiscard]] bool runs(const Transaction& transaction, State& state) const
    {
        for (const MicroOp& op : transaction.operations) {
            std::vector<Value>& list = state[op.key];
            if (op.isWrite)
                list.push_back(op.value);
            else if (transaction.outcome != Outcome::Ok)
                continue;
            else if (m_areLists ? op.list != list : op.value != (list.empty() ? kNil : list.back()))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool explains(const std::vector<std::size_t>& order) const
    {
        State state;
        return std::all_of(
            order.begin(), order.end(), [&](std::size_t txn) { return runs(m_history[txn], state); });
    }

    [[nodiscard]] bool explainsAsSnapshots(const std::vector<std::size_t>& events) const
    {
        State committed;
        std::map<std::size_t, std::pair<State, State>> open; // by transaction: at its start, and as it ran
        for (const std::size_t txn : events) {
            const auto found = open.find(txn);
            if (found == open.end()) {
                State mine = committed;
                if (!runs(m_history[txn], mine))
                    return false;
                open.emplace(txn, std::pair(committed, mine));
                continue;
            }
            for (const MicroOp& op : m_history[txn].operations)
                if (op.isWrite) {
                    if (committed[op.key].size() > found->second.second[op.key].size()
                        || !isUnwritten(committed, found->second.first, op.key))
                        return false;
                }
            for (const MicroOp& op : m_history[txn].operations)
                if (op.isWrite)
                    committed[op.key] = found->second.second[op.key];
        }
        return true;
    }

    // Nobody wrote the key since the snapshot.
    static bool isUnwritten(const State& committed, const State& atStart, KeyId key)
    {
        const auto now = committed.find(key), then = atStart.find(key);
        const std::size_t sizeNow = now == committed.end() ? 0 : now->second.size();
        const std::size_t sizeThen = then == atStart.end() ? 0 : then->second.size();
        return sizeNow == sizeThen;
    }

    const TransactionHistory& m_history;
    bool m_areLists;
};

// A few transactions over two keys; each read returns a random beginning of the key's list in a random order
// of its appends, the own ones corrected now and then. About half of the results can be explained.
inline TransactionHistory smallTransactions(Rng& rng, std::size_t count)
{
    TransactionHistory history;
    std::map<KeyId, std::vector<Value>> lists;
    Value nextValue = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const auto from = static_cast<std::int64_t>(rng.below(10));
        Transaction transaction { .process = ProcessId { static_cast<std::uint32_t>(rng.below(3)) },
            .invoked = atMicros(from),
            .completed = atMicros(from + static_cast<std::int64_t>(rng.below(10))),
            .outcome = Outcome::Ok };
        const std::size_t operations = 1 + rng.below(3);
        for (std::size_t j = 0; j < operations; ++j) {
            const KeyId key { rng.below(2) };
            if (rng.chance(500'000)) {
                transaction.operations.push_back(readList(key, {}));
                continue;
            }
            transaction.operations.push_back(append(key, nextValue));
            std::vector<Value>& list = lists[key];
            list.insert(list.begin() + static_cast<std::ptrdiff_t>(rng.below(list.size() + 1)), nextValue++);
        }
        if (rng.chance(120'000)) {
            transaction.outcome = Outcome::Info;
            transaction.completed = kNever;
        } else if (rng.chance(50'000)) {
            transaction.outcome = Outcome::Fail;
        }
        history.push_back(std::move(transaction));
    }
    for (Transaction& transaction : history) {
        std::map<KeyId, std::vector<Value>> seen; // what the transaction should go on seeing
        const bool isHonest = rng.chance(900'000);
        for (MicroOp& op : transaction.operations) {
            const std::vector<Value>& list = lists[op.key];
            if (op.isWrite) {
                if (seen.contains(op.key))
                    seen[op.key].push_back(op.value);
                continue;
            }
            if (!seen.contains(op.key) || !isHonest)
                seen[op.key] = { list.begin(),
                    list.begin() + static_cast<std::ptrdiff_t>(rng.below(list.size() + 1)) };
            op.list = seen[op.key];
        }
    }
    return history;
}

// The history in short, for a failing test.
inline std::string textOf(const TransactionHistory& history)
{
    std::string text;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const Transaction& transaction = history[i];
        text += "T" + std::to_string(i) + " process " + std::to_string(transaction.process.value) + " "
            + spanText(transaction.invoked, transaction.completed) + " " + toString(transaction.outcome)
            + ":";
        for (const MicroOp& op : transaction.operations)
            text += " k" + std::to_string(op.key.value) + (op.isWrite ? "<-" + valueText(op.value) : "=")
                + (op.isWrite             ? ""
                        : op.list.empty() ? valueText(op.value)
                                          : listText(op.list));
        text += "\n";
    }
    return text;
}

} // namespace sb::check::test
