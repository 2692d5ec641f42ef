// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/session_watch.h"

#include <algorithm>

namespace sb {
namespace {

bool isCustomerRow(const Key& key)
{
    return key.table == Table::Carts || key.table == Table::Orders;
}

bool isRead(Call call)
{
    return call == Call::GetCart || call == Call::GetCartLine || call == Call::ListOrders;
}

// The rows that the answer to a reading call shows.
bool isShownBy(const Request& request, const Key& key)
{
    if (key.partition != request.customer.value)
        return false;
    if (request.call == Call::ListOrders)
        return key.table == Table::Orders;
    return key.table == Table::Carts && (request.call == Call::GetCart || key.sort == request.book.value);
}

} // namespace

SessionWatch::SessionWatch(Env& env, std::vector<Replica*> replicas)
    : m_env(env)
    , m_replicas(std::move(replicas))
{
}

bool SessionWatch::isHeld(RegionId at, const Write& write) const
{
    return m_replicas[at.value]->position(write.log) >= write.seq;
}

bool SessionWatch::isHeldEverywhere(LogId log, std::uint64_t seq) const
{
    return std::all_of(m_replicas.begin(), m_replicas.end(),
        [&](const Replica* replica) { return replica->position(log) >= seq; });
}

void SessionWatch::onEntry(RegionId, const LogEntry& entry, bool isLocal, bool)
{
    const LogId log = entry.version.log();
    if (!isLocal) {
        forgetHeld(log);
        return;
    }
    m_lastCommit.version = entry.version;
    m_lastCommit.request = entry.request;
    m_lastCommit.mutations.clear();
    for (const Mutation& mutation : entry.mutations) {
        if (!isCustomerRow(mutation.key))
            continue;
        const Write write { mutation.key, log, entry.version.seq };
        m_lastCommit.mutations.push_back({ mutation.key, mutation.isDelete, {} });
        m_touched[mutation.key].push_back(write);
        m_open[log].push_back(write);
    }
}

void SessionWatch::forgetHeld(LogId log)
{
    const auto open = m_open.find(log);
    if (open == m_open.end())
        return;
    while (!open->second.empty() && isHeldEverywhere(log, open->second.front().seq)) {
        const Write& held = open->second.front();
        const auto touched = m_touched.find(held.key);
        std::erase_if(
            touched->second, [&](const Write& write) { return write.log == log && write.seq == held.seq; });
        if (touched->second.empty())
            m_touched.erase(touched);
        open->second.pop_front();
    }
}

void SessionWatch::judgeRead(const Request& request)
{
    ++m_counters.looks;
    const auto session = m_sessions.find(request.session);
    if (session == m_sessions.end())
        return;
    const auto missing
        = std::find_if(session->second.begin(), session->second.end(), [&](const Known& known) {
              return known.since < request.sentAt && isShownBy(request, known.write.key)
                  && !isHeld(request.region, known.write);
          });
    if (missing == session->second.end())
        return;
    const TokenOutcome said = request.response.tokenOutcome;
    if (said == TokenOutcome::Stale || said == TokenOutcome::Reset) {
        ++m_counters.staleAndSaid;
        return;
    }
    ++m_counters.stale;
    if (request.token.empty())
        return;
    ++m_counters.staleWithToken;
    if (m_firstBroken.empty())
        m_firstBroken = "request " + std::to_string(request.id) + " of customer "
            + std::to_string(request.customer.value) + " brought a token, and region "
            + std::to_string(request.region.value) + " answered without write "
            + std::to_string(missing->write.log.origin.value) + "#" + std::to_string(missing->write.seq)
            + ", which its visit had known";
}

void SessionWatch::addRead(const Request& request, std::vector<Write>& writes) const
{
    const Table table = request.call == Call::ListOrders ? Table::Orders : Table::Carts;
    for (auto row = m_touched.lower_bound({ table, request.customer.value, 0 }); row != m_touched.end()
         && row->first.table == table && row->first.partition == request.customer.value;
         ++row) {
        for (const Write& write : row->second)
            if (isShownBy(request, write.key) && isHeld(request.region, write))
                writes.push_back(write);
    }
}

void SessionWatch::addWritten(const Request& request, std::vector<Write>& writes)
{
    const bool isOrder = request.call == Call::PlaceOrder;
    if (m_lastCommit.request == request.id) {
        for (const Mutation& mutation : m_lastCommit.mutations)
            writes.push_back({ mutation.key, m_lastCommit.version.log(), m_lastCommit.version.seq });
        if (isOrder)
            addPurchase(request);
        return;
    }
    // A repeat is acknowledged by what was there.
    const auto placed
        = m_touched.find({ Table::Orders, request.customer.value, request.response.order.value });
    if (!isOrder || placed == m_touched.end())
        return;
    for (const Write& write : placed->second)
        if (isHeld(request.region, write))
            writes.push_back(write);
}

void SessionWatch::onExecuted(const Request& request)
{
    forgetOld();
    if (!isAboutCustomer(request.call) || request.response.status != 200)
        return;
    Execution execution { {}, m_env.now() };
    if (isRead(request.call)) {
        judgeRead(request);
        addRead(request, execution.writes);
    } else {
        addWritten(request, execution.writes);
    }
    const bool isSaid = request.response.tokenOutcome == TokenOutcome::Stale
        || request.response.tokenOutcome == TokenOutcome::Reset;
    if (execution.writes.empty() && !isSaid)
        return;
    m_executions[request.id] = std::move(execution);
    m_executionAges.emplace_back(m_env.now(), request.id);
}

void SessionWatch::addPurchase(const Request& request)
{
    if (request.purchase == 0)
        return;
    std::vector<OrderId>& orders = m_purchases[request.purchase];
    if (orders.empty())
        m_purchaseAges.emplace_back(m_env.now(), request.purchase);
    const OrderId number = request.response.order;
    const bool isAlive = std::any_of(orders.begin(), orders.end(), [&](OrderId other) {
        return other != number && std::any_of(m_replicas.begin(), m_replicas.end(), [&](Replica* replica) {
            return replica->store().find({ Table::Orders, request.customer.value, other.value }) != nullptr;
        });
    });
    if (isAlive)
        ++m_counters.duplicateOrders;
    orders.push_back(number);
}

void SessionWatch::onCall(const CallOutcome& outcome)
{
    if (!outcome.isOk)
        return;
    // The customer has been told and goes on from here. A refusal tells it, too, such as of what is sold out.
    const bool isSaid
        = outcome.tokenOutcome == TokenOutcome::Stale || outcome.tokenOutcome == TokenOutcome::Reset;
    if (const auto session = m_sessions.find(outcome.session); isSaid && session != m_sessions.end())
        session->second.clear();
    const auto executed = m_executions.find(outcome.request);
    if (executed == m_executions.end())
        return;
    std::vector<Known>& known = m_sessions[outcome.session];
    std::erase_if(known, [&](const Known& old) { return isHeldEverywhere(old.write.log, old.write.seq); });
    for (const Write& write : executed->second.writes)
        known.push_back({ write, m_env.now() });
    m_executions.erase(executed);
}

void SessionWatch::forgetOld()
{
    const Instant now = m_env.now();
    while (!m_executionAges.empty() && now - m_executionAges.front().first > kExecutionKept) {
        const auto old = m_executions.find(m_executionAges.front().second);
        if (old != m_executions.end() && now - old->second.at > kExecutionKept)
            m_executions.erase(old);
        m_executionAges.pop_front();
    }
    while (!m_purchaseAges.empty() && now - m_purchaseAges.front().first > kPurchaseKept) {
        m_purchases.erase(m_purchaseAges.front().second);
        m_purchaseAges.pop_front();
    }
}

} // namespace sb
