// SPDX-License-Identifier: GPL-3.0-or-later
// What customers are shown, held against what they had been shown and told before. Omniscient: it knows which
// write each answer acknowledged and which writes of a row every copy had at any instant, and it asks the
// clients and regions for neither.
// Two anomalies are counted here:
//   A1  an answer about a cart or an order history that lacks a write which the same visit had been told of
//       (read-your-writes), or a write that an earlier answer to the visit had contained (monotonic reads),
//       and that does not say so. Once for each answer. What was learnt after a call left does not count
//       against its answer.
//   A5  one purchase placed once more while an order of it is in some store already.
// Answers that say themselves that they are old are counted apart.
// Bounded: a write is forgotten once every copy has it, an execution after kExecutionKept, a purchase after
// kPurchaseKept, a visit when it ends. Thread: World thread.
#pragma once

#include "backend/api/anomaly.h"
#include "backend/replication/replica.h"
#include "backend/shoppers/shoppers.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace sb {

class SessionWatch final : public ReplicaListener, public ShopperObserver {
public:
    static constexpr Duration kExecutionKept = 1min; // no client waits so long
    static constexpr Duration kPurchaseKept = 10min; // nor repeats a purchase so late

    struct Counters { // since the start
        std::uint64_t looks = 0; // answers about a cart or an order history
        std::uint64_t stale = 0; // A1
        std::uint64_t staleWithToken = 0; // of them: to a call that had brought a token
        std::uint64_t staleAndSaid = 0; // not in `stale`
        std::uint64_t duplicateOrders = 0; // A5
    };

    SessionWatch(Env& env, std::vector<Replica*> replicas);
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }
    // A region has executed the call.
    void onExecuted(const Request& request);
    void onCall(const CallOutcome& outcome) override;
    void onOrder(const AcknowledgedOrder&) override { }
    void onVisitEnded(std::uint64_t session) override { m_sessions.erase(session); }

    [[nodiscard]] const Counters& counters() const { return m_counters; }
    // The first answer that was stale in spite of a token, as a sentence; empty: none was.
    [[nodiscard]] const std::string& firstBroken() const { return m_firstBroken; }

private:
    // A write that touched a row.
    struct Write {
        Key key;
        LogId log;
        std::uint64_t seq = 0;
    };
    struct Known { // to a visit
        Write write;
        Instant since = kStart;
    };
    struct Execution { // of a call: what its answer tells of
        std::vector<Write> writes;
        Instant at = kStart;
    };

    [[nodiscard]] bool isHeld(RegionId at, const Write& write) const;
    [[nodiscard]] bool isHeldEverywhere(LogId log, std::uint64_t seq) const;
    void forgetHeld(LogId log);
    void judgeRead(const Request& request);
    // What the answer shows, and what an acknowledgement acknowledges.
    void addRead(const Request& request, std::vector<Write>& writes) const;
    void addWritten(const Request& request, std::vector<Write>& writes);
    void addPurchase(const Request& request);
    void forgetOld();

    Env& m_env;
    std::vector<Replica*> m_replicas;
    std::map<std::uint64_t, std::vector<Known>> m_sessions;
    std::map<Key, std::vector<Write>> m_touched; // not yet held by every copy
    std::map<LogId, std::deque<Write>> m_open; // the same, by log in order
    LogEntry m_lastCommit; // the latest local one anywhere, without what was seen
    std::map<std::uint64_t, Execution> m_executions; // by Request::id
    std::deque<std::pair<Instant, std::uint64_t>> m_executionAges;
    std::map<std::uint64_t, std::vector<OrderId>> m_purchases; // orders placed for it
    std::deque<std::pair<Instant, std::uint64_t>> m_purchaseAges;
    Counters m_counters;
    std::string m_firstBroken;
};

} // namespace sb
