// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/list_append.h"
#include "backend/check/rw_register.h"
#include "tests/backend/maelstrom/clients.h"

namespace sb::maelstrom::test {
namespace {

using namespace check;

class TransactionClients final : public Clients {
public:
    TransactionClients(std::size_t count, bool isList)
        : m_isList(isList)
        , m_current(count)
    {
        for (std::size_t i = 0; i < count; ++i)
            m_process.push_back(ProcessId { static_cast<std::uint32_t>(i) });
    }
    Json next(std::size_t client, Instant now, Rng& rng, bool isLast) override
    {
        Transaction& transaction = m_current[client];
        transaction = {};
        transaction.process = m_process[client];
        transaction.invoked = now;
        Json steps = Json::array();
        const std::uint64_t length = isLast ? kKeys : 1 + rng.below(4);
        for (std::uint64_t i = 0; i < length; ++i) {
            const KeyId key { isLast ? i : rng.below(kKeys) };
            if (isLast || rng.below(2) == 0) {
                transaction.operations.push_back(m_isList ? readList(key, {}) : readValue(key, kNil));
                steps.push_back({ "r", key.value, nullptr });
            } else {
                const Value value = m_next++;
                transaction.operations.push_back(m_isList ? append(key, value) : write(key, value));
                steps.push_back({ m_isList ? "append" : "w", key.value, value });
            }
        }
        return { { "type", "txn" }, { "txn", steps } };
    }
    void ended(std::size_t client, Instant now, Ending ending, const Json* body) override
    {
        Transaction& transaction = m_current[client];
        transaction.outcome = ending == Ending::Ok ? Outcome::Ok
            : ending == Ending::Refused            ? Outcome::Fail
                                                   : Outcome::Info;
        transaction.completed = ending == Ending::Unknown ? kNever : now;
        if (ending == Ending::Unknown)
            m_process[client] = ProcessId { m_process[client].value + 100 };
        for (std::size_t i = 0; ending == Ending::Ok && i < transaction.operations.size(); ++i) {
            MicroOp& op = transaction.operations[i];
            const Json& value = (*body)["txn"][i][2];
            if (op.isWrite || value.is_null())
                continue;
            if (m_isList)
                op.list = value.get<std::vector<Value>>();
            else
                op.value = value.get<Value>();
        }
        m_done += ending == Ending::Ok ? 1 : 0;
        m_history.push_back(transaction);
    }
    Report judge() override { return m_isList ? checkListAppend(m_history) : checkRwRegister(m_history); }

private:
    static constexpr std::uint64_t kKeys = 3;
    bool m_isList;
    std::vector<Transaction> m_current;
    std::vector<ProcessId> m_process;
    TransactionHistory m_history;
    Value m_next = 0;
};

} // namespace

std::unique_ptr<Clients> makeTransactionClients(Workload workload, std::size_t count)
{
    return std::make_unique<TransactionClients>(count, workload == Workload::TxnListAppend);
}

} // namespace sb::maelstrom::test
