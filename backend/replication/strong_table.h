// SPDX-License-Identifier: GPL-3.0-or-later
// One region's member of a strong table: acceptor for all members, proposer for its own clients. Every key is
// a register of its own, agreed on by two of the three members; there is no leader and no log, so any replica
// writes, and a lost member is noticed by nobody but its own clients.
//
// A write asks the members to promise a ballot and to tell what they hold (prepare), applies the change to
// the newest of that and has it accepted. The accept carries the promise for this region's next ballot, so
// the next write from here takes one round trip instead of two, unless another region spoke in between. A
// read asks what the members hold: if two agree, or one knows that the newest is chosen, that is the answer
// and nothing was written; otherwise the read completes the unfinished write first. A write that meets
// another region's unfinished write of the same item completes that one and answers Conflict. Not here:
// collection of tombstones (a deleted key keeps its record for ever, as do the requests it remembers), change
// of members, transactions, time to live. Source: D. Rystsov, "CASPaxos: Replicated State Machines without
// logs" (2018); the one-round-trip write is an optimisation described there. The read, the notice of
// settled values, the conflict rule and the memory of requests are ours.
//
// Thread: World thread.
// Invariants: (1) whatever a message claims about this member's promises and values is durable when the
// message leaves; (2) a ballot is minted above everything this member's own acceptor has promised and is
// promised there before it is told to anyone: so no ballot is used twice, not even across a crash; (3) a
// write is acknowledged only when two members have it durably; (4) per key at most one operation of this
// member proposes at a time, in order of arrival; (5) each request is answered exactly once.
#pragma once

#include "backend/base/slot_pool.h"
#include "backend/kernel/env.h"
#include "backend/net/links.h"
#include "backend/replication/strong_acceptor.h"

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sb {

struct StrongTableConfig {
    Duration patience = 2s; // from request to Unavailable
    Duration resendAfter = 100ms; // beyond two round trips to the farther member: send again
    Duration backOffMax = 800ms; // longest pause before a new ballot
    std::size_t operationsMax = 4'096; // beyond it: Unavailable, not applied
    std::size_t queuePerKeyMax = 64; // likewise, of one key
    std::size_t promisesMax
        = 65'536; // kept, of either side; when full all are forgotten, which costs time only
};

// A message between two members.
struct StrongMessage {
    enum class Kind : std::uint8_t { Query, Held, Prepare, Promise, Accept, Accepted, Settle, Nack };
    Kind kind = Kind::Query;
    std::uint8_t from = 0; // member, 0 to 2
    std::uint64_t operation = 0; // the asker's; an answer carries the same
    std::uint64_t round = 0; // likewise
    std::string key;
    Ballot ballot; // what is asked for; Nack: what was promised instead
    Ballot next; // Accept: promised in the same breath
    Ballot accepted; // Held, Promise, Nack
    bool isSettled = false; // Held, Promise, Nack
    StrongItem item; // Accept, Held, Promise; Nack: its version only
};

struct StrongCounters {
    std::uint64_t committed = 0; // writes
    std::uint64_t reads = 0;
    std::uint64_t conditionsFailed = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t unavailable = 0;
    std::uint64_t shortWrites = 0; // proposals that needed no prepare
    std::uint64_t readsThatPropose = 0; // reads that had to complete something first
    std::uint64_t ballotsLost = 0; // rounds given up because another region's ballot was higher
};

class StrongTable : public Component {
public:
    using Answer = std::function<void(const StrongOutcome&)>;

    // Requires checkStrongSpec(spec) and that `self` is one of its members.
    StrongTable(Env& env, Links& links, const StrongSpec& spec, RegionId self, AcceptorStore& store,
        SlotPool<StrongMessage>& mail, StrongTableConfig config = {});

    // members[i] = component of spec.members[i]'s table; own slot included.
    void connect(ComponentId self, const std::array<ComponentId, kStrongMembers>& members);
    void onEvent(const SimEvent& event) override;
    // A message of another member arrives by some other way than the mail: from another program.
    void deliver(const StrongMessage& message);

    // `done` is called once; at once when the answer needs nobody else (Refused, NotServing, too many).
    void submit(StrongRequest request, Answer done);

    // Fault: requests get NotServing; the member still votes for the others. What is under way goes on.
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    // The region is out and its memory is gone; only the AcceptorStore is left (what it had not flushed is
    // the owner's to drop). Requests under way end as Unavailable.
    void setDown(bool isDown);
    [[nodiscard]] bool isDown() const { return m_isDown; }

    [[nodiscard]] bool isWitness() const { return m_members[m_self].isWitness; }
    [[nodiscard]] RegionId region() const { return m_members[m_self].region; }
    [[nodiscard]] std::size_t pending() const { return m_operations.used(); }
    [[nodiscard]] const StrongCounters& counters() const { return m_counters; }
    [[nodiscard]] std::uint64_t damagedRecords() const { return m_acceptor.damaged(); }
    // Least round trip to another member: no write or read is answered sooner.
    [[nodiscard]] Duration roundTripMin() const { return nearestTo(m_self); }

protected:
    // Seams for tests that break the rule of the majority on purpose.
    [[nodiscard]] virtual std::size_t votesToWrite() const { return kStrongMembers / 2 + 1; }
    [[nodiscard]] virtual std::size_t votesToRead() const { return kStrongMembers / 2 + 1; }

private:
    enum class Phase : std::uint8_t { Queued, Querying, Preparing, Accepting, BackingOff };
    // What one member said it holds.
    struct Reply {
        bool isThere = false;
        Ballot accepted;
        bool isSettled = false;
        StrongItem item;
    };
    struct Operation {
        StrongRequest request;
        Answer done;
        Phase phase = Phase::Queued;
        std::uint64_t round = 0; // raised with every phase: late answers are told apart
        std::uint32_t ballotsLost = 0;
        Ballot ballot; // of this round
        Ballot highestSeen; // in refusals
        std::array<Reply, kStrongMembers> replies; // Querying, Preparing
        std::uint32_t votes = 0; // bit m: member m said yes
        std::uint32_t refusals = 0; // bit m: member m said no
        StrongStep step; // Accepting: what was proposed, and what to answer
        bool mayHaveApplied = false;
        bool wasOutvoted = false; // by another region
        bool hasConflict = false; // stays: whatever the item has become, its answer is Conflict
        std::optional<std::uint64_t> versionSeen; // newest finished version when first heard of
        // The latest request that the item remembered when this one was first proposed; 0 = none. While it is
        // still remembered, so would this one be.
        std::uint64_t rememberedBefore = 0;
    };
    using Handle = SlotPool<Operation>::Handle;
    // The members have promised `next` while they held `accepted`.
    struct KeptPromise {
        Ballot accepted;
        Ballot next;
    };
    // The newest item among replies, and whether it is known to be chosen.
    struct Base {
        Ballot ballot;
        bool isChosen = false;
        const StrongItem* item = nullptr;
    };

    // Proposer: strong_table.cpp.
    void query(Handle handle);
    void checkQuery(Handle handle);
    void enqueue(Handle handle);
    void begin(Handle handle);
    void prepare(Handle handle, const AcceptorRecord& own);
    void propose(Handle handle, StrongItem item, Ballot itemBallot, bool isChosen);
    void retreat(Handle handle);
    void chosen(Handle handle);
    void finish(Handle handle, StrongOutcome outcome);
    void count(const StrongRequest& request, const StrongOutcome& outcome);
    [[nodiscard]] bool isInConflict(
        const Operation& op, Ballot ballot, bool isChosen, std::uint64_t version) const;
    // The item would show it if an earlier proposal of the operation had been applied.
    [[nodiscard]] bool wouldShow(const Operation& op, const StrongItem& item) const;
    void noteOutvoted(Operation& op, Ballot promised, Ballot accepted, bool isSettled, std::uint64_t version);
    [[nodiscard]] bool shouldGiveWay(const std::string& key, const AcceptorRecord& own) const;
    [[nodiscard]] Base newestOf(const Operation& op) const;
    void enter(Handle handle, Phase phase);

    // Messages and timers: strong_table_mail.cpp.
    void onMessage(const StrongMessage& message);
    void answerAsAcceptor(const StrongMessage& message);
    void notePromise(const std::string& key);
    void onSettle(const StrongMessage& message);
    void onHeld(Handle handle, const StrongMessage& message);
    void onPromise(Handle handle, const StrongMessage& message);
    void onAccepted(Handle handle, const StrongMessage& message);
    void onNack(Handle handle, const StrongMessage& message);
    void onPatienceOver(Handle handle, std::uint64_t round);
    void sendRound(Handle handle); // to the members that have not answered this round
    void sendTo(std::size_t member, StrongMessage message, Duration after);
    void learn(const std::string& key, const Reply& reply);
    void mixRecord(std::string_view key, Ballot promised, Ballot accepted);
    [[nodiscard]] Operation& at(Handle handle);
    [[nodiscard]] Duration roundTripBetween(std::size_t a, std::size_t b) const;
    [[nodiscard]] Duration nearestTo(std::size_t member) const; // as a round trip
    [[nodiscard]] Duration nearestTo(Ballot ballot) const; // to the region that minted it

    Env& m_env;
    Links& m_links;
    std::vector<StrongMember> m_members;
    std::size_t m_self = 0; // member
    Acceptor m_acceptor;
    SlotPool<StrongMessage>& m_mail;
    StrongTableConfig m_config;
    Rng m_rng;
    ComponentId m_component = 0;
    std::array<ComponentId, kStrongMembers> m_components {};
    SlotPool<Operation> m_operations;
    std::map<std::string, std::deque<Handle>> m_queues; // proposing or waiting to; the first proposes
    std::map<std::string, KeptPromise> m_promises;
    std::map<std::string, Instant> m_promisedAt; // to another region that has not proposed yet
    StrongCounters m_counters;
    bool m_isPaused = false;
    bool m_isDown = false;
};

} // namespace sb
