// SPDX-License-Identifier: GPL-3.0-or-later
// A store of lists with transactions under a random schedule, right or wrong in one chosen way, that records
// the history its clients see. As registers, a list stands for the register whose values it has taken.
#pragma once

#include "backend/base/rng.h"
#include "backend/check/transactions.h"

#include <deque>
#include <map>
#include <vector>

namespace sb::check::test {

enum class StoreMode {
    Strict, // one transaction at a time, at some instant between question and answer
    Snapshot, // snapshot isolation, first committer wins: allows write skew
    SnapshotWithoutConflicts, // a defect: the last committer wins, updates are lost
    NoIsolation, // a defect: operations act at once, and are taken back on failure
    LosesAcknowledged, // a defect: some commits are acknowledged and dropped
    AppendsTwice, // a defect: some appends are applied again, as after a retry
    StaleReadOnly, // a defect: some transactions that only read do so from an old state
    Invents, // a defect: some reads hold what nobody wrote
};

struct TransactionShape {
    std::uint32_t processes = 5;
    std::size_t transactions = 150;
    std::uint64_t keys = 3; // in use at a time
    std::size_t writesPerKey = 40; // then a fresh key takes its place, or lists would grow for ever
    std::uint32_t infoPpm = 20'000;
    std::uint32_t faultPpm = 100'000;
};

class TransactionStore {
public:
    TransactionStore(std::uint64_t seed, TransactionShape shape, StoreMode mode)
        : m_rng(Rng(seed).fork("transactions"))
        , m_shape(shape)
        , m_mode(mode)
    {
    }

    TransactionHistory run()
    {
        m_clients.resize(m_shape.processes);
        for (Client& client : m_clients)
            client.process = ProcessId { m_nextProcess++ };
        for (std::uint64_t i = 0; i < m_shape.keys; ++i)
            m_keys.push_back({ KeyId { m_nextKey++ }, 0 });
        while (m_history.size() < m_shape.transactions || m_busy > 0) {
            m_now += m_rng.below(3);
            step(m_clients[m_rng.below(m_clients.size())]);
        }
        return m_history;
    }

private:
    using Lists = std::map<KeyId, std::vector<Value>>;
    struct Client {
        ProcessId process;
        bool isBusy = false;
        std::size_t transaction = 0;
        std::size_t next = 0; // operation, then the commit, then the answer
        Lists own; // appended in this transaction
        Lists snapshot; // of the keys concerned
        bool isRefused = false;
        bool isDropped = false;
        bool isStale = false;
    };

    [[nodiscard]] bool isSnapshot() const
    {
        return m_mode == StoreMode::Snapshot || m_mode == StoreMode::SnapshotWithoutConflicts;
    }

    void step(Client& client)
    {
        if (!client.isBusy) {
            if (m_history.size() < m_shape.transactions)
                begin(client);
            return;
        }
        const std::size_t count = m_history[client.transaction].operations.size();
        if (client.next > count) {
            answer(client);
        } else if (client.next == count) {
            commit(client);
            ++client.next;
        } else if (isSnapshot() || m_mode == StoreMode::NoIsolation) {
            operate(client, m_history[client.transaction].operations[client.next++]);
        } else {
            for (MicroOp& op : m_history[client.transaction].operations)
                operate(client, op);
            commit(client);
            client.next = count + 1;
        }
    }

    void begin(Client& client)
    {
        Transaction transaction { .process = client.process, .invoked = now() };
        const std::size_t count = 1 + m_rng.below(4);
        const bool isReadOnly = m_rng.chance(300'000);
        for (std::size_t i = 0; i < count; ++i) {
            auto& [key, writes] = m_keys[m_rng.below(m_keys.size())];
            if (isReadOnly || m_rng.chance(500'000)) {
                transaction.operations.push_back(readList(key, {}));
                continue;
            }
            transaction.operations.push_back(append(key, m_nextValue++));
            if (++writes >= m_shape.writesPerKey)
                m_keys[m_rng.below(m_keys.size())] = { KeyId { m_nextKey++ }, 0 };
        }
        client = { .process = client.process, .isBusy = true, .transaction = m_history.size() };
        for (const MicroOp& op : transaction.operations)
            client.snapshot[op.key] = m_lists[op.key];
        client.isDropped = isHit(StoreMode::LosesAcknowledged);
        client.isStale = isReadOnly && isHit(StoreMode::StaleReadOnly);
        m_history.push_back(std::move(transaction));
        ++m_busy;
    }

    [[nodiscard]] bool isHit(StoreMode mode) { return m_mode == mode && m_rng.chance(m_shape.faultPpm); }
    [[nodiscard]] Instant now() const { return atMicros(static_cast<std::int64_t>(m_now)); }

    void operate(Client& client, MicroOp& op)
    {
        if (op.isWrite) {
            client.own[op.key].push_back(op.value);
            if (m_mode == StoreMode::NoIsolation)
                m_lists[op.key].push_back(op.value);
            return;
        }
        op.list = isSnapshot() ? client.snapshot[op.key] : m_lists[op.key];
        if (client.isStale)
            op.list.resize(op.list.size() - std::min<std::size_t>(op.list.size(), 2));
        if (m_mode != StoreMode::NoIsolation)
            op.list.insert(op.list.end(), client.own[op.key].begin(), client.own[op.key].end());
        if (isHit(StoreMode::Invents))
            op.list.push_back(1'000'000'000 + m_nextValue++);
    }

    void commit(Client& client)
    {
        client.isRefused = m_rng.chance(30'000);
        if (m_mode == StoreMode::Snapshot)
            for (const auto& [key, values] : client.own)
                client.isRefused |= !values.empty() && m_lists[key] != client.snapshot[key];
        if (m_mode == StoreMode::NoIsolation) {
            if (client.isRefused)
                for (const auto& [key, values] : client.own)
                    for (const Value value : values)
                        std::erase(m_lists[key], value);
            return;
        }
        if (client.isRefused || client.isDropped)
            return;
        for (const auto& [key, values] : client.own) {
            std::vector<Value>& list = m_lists[key];
            if (m_mode == StoreMode::SnapshotWithoutConflicts && !values.empty())
                list = client.snapshot[key];
            list.insert(list.end(), values.begin(), values.end());
            if (!values.empty() && isHit(StoreMode::AppendsTwice))
                list.push_back(values.back());
        }
    }

    void answer(Client& client)
    {
        Transaction& transaction = m_history[client.transaction];
        if (m_rng.chance(m_shape.infoPpm)) {
            client.process = ProcessId { m_nextProcess++ };
        } else {
            transaction.outcome = client.isRefused ? Outcome::Fail : Outcome::Ok;
            transaction.completed = now();
        }
        client.isBusy = false;
        --m_busy;
    }

    Rng m_rng;
    TransactionShape m_shape;
    StoreMode m_mode;
    std::uint64_t m_now = 0;
    std::uint32_t m_nextProcess = 0;
    std::uint64_t m_nextKey = 0;
    Value m_nextValue = 1;
    std::size_t m_busy = 0;
    std::vector<Client> m_clients;
    std::vector<std::pair<KeyId, std::size_t>> m_keys; // in use, with the writes they had
    Lists m_lists;
    TransactionHistory m_history;
};

inline TransactionHistory listHistory(
    std::uint64_t seed, TransactionShape shape = {}, StoreMode mode = StoreMode::Strict)
{
    return TransactionStore(seed, shape, mode).run();
}

// The same with registers: a read sees the last value of the list.
inline TransactionHistory registerView(TransactionHistory history)
{
    for (Transaction& transaction : history)
        for (MicroOp& op : transaction.operations)
            if (!op.isWrite) {
                op.value = op.list.empty() ? kNil : op.list.back();
                op.list.clear();
            }
    return history;
}

} // namespace sb::check::test
