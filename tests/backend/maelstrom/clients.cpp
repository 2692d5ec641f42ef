// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/maelstrom/clients.h"

#include "backend/check/kafka.h"
#include "backend/check/linearizability.h"
#include "backend/check/sums.h"

#include <map>

namespace sb::maelstrom::test {
namespace {

using namespace check;

Outcome outcomeOf(Ending ending)
{
    return ending == Ending::Ok ? Outcome::Ok : ending == Ending::Refused ? Outcome::Fail : Outcome::Info;
}

// Keeps the operation that each client has under way, and numbers processes.
template<typename Op> class Book : public Clients {
protected:
    explicit Book(std::size_t clients)
        : m_current(clients)
    {
        for (std::size_t i = 0; i < clients; ++i)
            m_process.push_back(ProcessId { static_cast<std::uint32_t>(i) });
    }
    Op& begin(std::size_t client, Instant now)
    {
        m_current[client] = Op {};
        m_current[client].process = m_process[client];
        m_current[client].invoked = now;
        return m_current[client];
    }
    Op& close(std::size_t client, Instant now, Ending ending)
    {
        Op& op = m_current[client];
        op.outcome = outcomeOf(ending);
        op.completed = ending == Ending::Unknown ? kNever : now;
        if (ending == Ending::Unknown)
            m_process[client] = ProcessId { m_process[client].value + 100 };
        m_done += ending == Ending::Ok ? 1 : 0;
        m_history.push_back(op);
        return m_history.back();
    }

    std::vector<Op> m_current;
    std::vector<ProcessId> m_process;
    std::vector<Op> m_history;
};

class EchoClients final : public Book<Operation> {
public:
    explicit EchoClients(std::size_t count)
        : Book(count)
    {
    }
    Json next(std::size_t client, Instant now, Rng& rng, bool) override
    {
        begin(client, now).argument = static_cast<Value>(rng.below(1'000'000));
        return { { "type", "echo" }, { "echo", { { "n", m_current[client].argument }, { "to", client } } } };
    }
    void ended(std::size_t client, Instant now, Ending ending, const Json* body) override
    {
        const Operation& op = close(client, now, ending);
        const Json sent { { "n", op.argument }, { "to", client } };
        if (ending == Ending::Ok && (*body)["echo"] != sent)
            m_report.note(Anomaly::PhantomRead, [&] { return Example { body->dump(), {} }; });
    }
    Report judge() override { return m_report; }

private:
    Report m_report;
};

class IdClients final : public Book<Operation> {
public:
    explicit IdClients(std::size_t count)
        : Book(count)
    {
    }
    Json next(std::size_t client, Instant now, Rng&, bool) override
    {
        begin(client, now);
        return { { "type", "generate" } };
    }
    void ended(std::size_t client, Instant now, Ending ending, const Json* body) override
    {
        close(client, now, ending);
        if (ending == Ending::Ok)
            m_ids.push_back(m_names.valueOf((*body)["id"].dump()));
    }
    Report judge() override { return checkUniqueIds(m_ids); }

private:
    Names m_names;
    std::vector<Value> m_ids;
};

class SetClients final : public Book<SetOperation> {
public:
    SetClients(std::size_t count, Workload workload)
        : Book(count)
        , m_isBroadcast(workload == Workload::Broadcast)
    {
    }
    Json next(std::size_t client, Instant now, Rng& rng, bool isLast) override
    {
        SetOperation& op = begin(client, now);
        op.isRead = isLast || rng.below(4) == 0;
        if (op.isRead)
            return { { "type", "read" } };
        op.element = m_next++;
        if (m_isBroadcast)
            return { { "type", "broadcast" }, { "message", op.element } };
        return { { "type", "add" }, { "element", op.element } };
    }
    void ended(std::size_t client, Instant now, Ending ending, const Json* body) override
    {
        SetOperation& op = close(client, now, ending);
        if (ending == Ending::Ok && op.isRead)
            op.elements = (*body)[m_isBroadcast ? "messages" : "value"].get<std::vector<Value>>();
    }
    Report judge() override { return checkSet(m_history, true).report; }

private:
    bool m_isBroadcast;
    Value m_next = 0;
};

class CounterClients final : public Book<Operation> {
public:
    explicit CounterClients(std::size_t count)
        : Book(count)
    {
    }
    Json next(std::size_t client, Instant now, Rng& rng, bool isLast) override
    {
        Operation& op = begin(client, now);
        op.key = KeyId { 0 };
        if (isLast || rng.below(4) == 0)
            return { { "type", "read" } };
        op.kind = OpKind::Add;
        op.argument = rng.between(-5, 5);
        return { { "type", "add" }, { "delta", op.argument } };
    }
    void ended(std::size_t client, Instant now, Ending ending, const Json* body) override
    {
        Operation& op = close(client, now, ending);
        if (ending == Ending::Ok && op.kind == OpKind::Read)
            op.result = (*body)["value"].get<Value>();
    }
    void settled(Instant now) override { m_settled = now; }
    Report judge() override { return checkCounters(m_history, m_settled); }

private:
    Instant m_settled = kStart;
};

class RegisterClients final : public Book<Operation> {
public:
    explicit RegisterClients(std::size_t count)
        : Book(count)
    {
    }
    Json next(std::size_t client, Instant now, Rng& rng, bool isLast) override
    {
        Operation& op = begin(client, now);
        op.key = KeyId { rng.below(3) };
        const std::uint64_t kind = isLast ? 0 : rng.below(3);
        if (kind == 0)
            return { { "type", "read" }, { "key", op.key.value } };
        op.argument = static_cast<Value>(rng.below(5));
        op.kind = kind == 1 ? OpKind::Write : OpKind::Cas;
        if (kind == 1)
            return { { "type", "write" }, { "key", op.key.value }, { "value", op.argument } };
        op.expected = static_cast<Value>(rng.below(5));
        return { { "type", "cas" }, { "key", op.key.value }, { "from", op.expected }, { "to", op.argument } };
    }
    void ended(std::size_t client, Instant now, Ending ending, const Json* body) override
    {
        const bool isRead = m_current[client].kind == OpKind::Read;
        // A key that nobody wrote is an answer like any other.
        const bool isNil = isRead && ending == Ending::Refused && (*body)["code"] == 20;
        Operation& op = close(client, now, isNil ? Ending::Ok : ending);
        if (isRead && ending == Ending::Ok)
            op.result = (*body)["value"].get<Value>();
    }
    Report judge() override { return checkLinearizable(m_history).report; }
};

class LogClients final : public Book<LogOperation> {
public:
    explicit LogClients(std::size_t count)
        : Book(count)
        , m_positions(count)
        , m_isControl(count, false)
    {
    }
    Json next(std::size_t client, Instant now, Rng& rng, bool isLast) override
    {
        LogOperation& op = begin(client, now);
        const std::uint64_t kind = isLast ? 7 : rng.below(10);
        m_isControl[client] = kind >= 8;
        if (kind == 8) // what was read so far
            return { { "type", "commit_offsets" }, { "offsets", readUpTo(client) } };
        if (kind == 9) {
            op.kind = LogOpKind::Seek;
            return { { "type", "list_committed_offsets" }, { "keys", { "0", "1", "2" } } };
        }
        if (kind >= 4) {
            op.kind = LogOpKind::Poll;
            Json offsets = Json::object();
            for (std::uint64_t key = 0; key < kKeys; ++key)
                offsets[std::to_string(key)] = m_positions[client][key];
            return { { "type", "poll" }, { "offsets", offsets } };
        }
        op.key = KeyId { rng.below(kKeys) };
        op.value = m_next++;
        return { { "type", "send" }, { "key", std::to_string(op.key.value) }, { "msg", op.value } };
    }
    void ended(std::size_t client, Instant now, Ending ending, const Json* body) override
    {
        const LogOpKind kind = m_current[client].kind;
        LogOperation& op = close(client, now, ending);
        if (ending == Ending::Unknown)
            m_positions[client].fill(0); // another process begins at the beginning
        if (ending == Ending::Ok && kind == LogOpKind::Send && !m_isControl[client])
            op.offset = (*body)["offset"].get<Value>();
        if (ending == Ending::Ok && kind == LogOpKind::Poll)
            notePoll(client, op, (*body)["msgs"]);
        if (ending == Ending::Ok && kind == LogOpKind::Seek)
            seek(client, (*body)["offsets"]);
        if (m_isControl[client] && (kind != LogOpKind::Seek || ending != Ending::Ok))
            m_history.pop_back();
    }
    Report judge() override { return checkLogs(m_history); }

private:
    static constexpr std::uint64_t kKeys = 3;

    Json readUpTo(std::size_t client) const
    {
        Json offsets = Json::object();
        for (std::uint64_t key = 0; key < kKeys; ++key) {
            if (m_positions[client][key] > 0)
                offsets[std::to_string(key)] = m_positions[client][key] - 1;
        }
        return offsets;
    }
    void notePoll(std::size_t client, LogOperation& op, const Json& messages)
    {
        for (const auto& [name, records] : messages.items()) {
            PolledLog log;
            log.key = KeyId { std::stoull(name) };
            log.from = m_positions[client][log.key.value];
            for (const Json& record : records)
                log.records.push_back({ record[0].get<Value>(), record[1].get<Value>() });
            m_positions[client][log.key.value] = log.records.back().offset + 1;
            op.polled.push_back(std::move(log));
        }
    }
    void seek(std::size_t client, const Json& offsets)
    {
        for (std::uint64_t key = 0; key < kKeys; ++key) {
            const Json* offset = memberOf(offsets, std::to_string(key).c_str());
            m_positions[client][key] = offset == nullptr ? 0 : offset->get<Value>() + 1;
        }
    }

    std::vector<std::array<Value, kKeys>> m_positions; // by client: next offset of each key
    std::vector<bool> m_isControl; // what is under way is no send or poll
    Value m_next = 0;
};

} // namespace

std::unique_ptr<Clients> makeClients(Workload workload, std::size_t count)
{
    switch (workload) {
    case Workload::Echo:
        return std::make_unique<EchoClients>(count);
    case Workload::UniqueIds:
        return std::make_unique<IdClients>(count);
    case Workload::Broadcast:
    case Workload::GSet:
        return std::make_unique<SetClients>(count, workload);
    case Workload::PnCounter:
        return std::make_unique<CounterClients>(count);
    case Workload::Kafka:
        return std::make_unique<LogClients>(count);
    case Workload::LinKv:
        return std::make_unique<RegisterClients>(count);
    case Workload::TxnListAppend:
    case Workload::TxnRwRegister:
        return makeTransactionClients(workload, count);
    }
    return nullptr;
}

} // namespace sb::maelstrom::test
