// SPDX-License-Identifier: GPL-3.0-or-later
// Ships changes between regions over the simulated network: pull with version vectors. A region asks each
// peer "my positions are {…}; send what I lack of these origins"; the peer answers at once when it has
// something, otherwise it parks the question and answers on its next commit or after a second (heartbeat).
// A region asks a peer for the peer's own log, and for a third region's log when that region has been silent:
// so a survivor relays what a dead region had told it. Logs of earlier incarnations, which nobody writes any
// more, are relayed by everybody.
// When an answer had no room for all, the next question asks for a few batches at once, so that a backlog
// does not wait for a round trip with each; they are applied in their order, whatever the order they come in.
// Messages may be late, lost with a cut link, or arrive twice; asking again and idempotent apply cover that.
// A region without a store builds one from a peer's snapshot, in chunks with resume, and goes through the
// stages Empty, Copying, CatchingUp, ServingReads, ServingWrites (replicator_bootstrap.cpp).
// Changes whose stamps are too far ahead of the local clock wait at their origin until it gets there.
// Where delivery is causal, a change does not become readable before what its author had seen: it is left out
// and asked for again, together with its causes, which whoever sent it holds (replicator_causal.cpp). Causes
// that cannot be had within `causesPatience` are no longer waited for.
// Thread: World thread.
#pragma once

#include "backend/base/slot_pool.h"
#include "backend/net/links.h"
#include "backend/replication/replica.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sb {

struct ReplicatorConfig {
    Duration linger = 15ms; // a commit waits this long for company before it is shipped
    Duration heartbeat = 1s; // an unanswered question gets an empty answer after this
    Duration retryAfter = 2s; // beyond one round trip: ask again
    Duration relayAfter = 3s; // silence of an origin before its log is asked of others
    std::size_t batchEntriesMax = 4'000;
    std::size_t batchBytesMax = 1'000'000;
    std::size_t batchesMax = 4; // of one answer, while there is a backlog
    std::size_t chunkRowsMax = 2'000; // of a snapshot
    int chunkWindow = 4; // chunks asked for at once
    Duration itemDelay = 250ms; // mean, of each row when items ship singly
    Duration digestEvery = 10s; // a peer, each in its turn, is asked for its digests; 0: none ever
    bool deliversCausally = false;
    Duration causesPatience = 8s;
};

// How far a region is with its copy.
enum class ReplicaStage : std::uint8_t { Empty, Copying, CatchingUp, ServingReads, ServingWrites };
[[nodiscard]] std::string_view toString(ReplicaStage stage); // "empty", "copying", …

// A message between two replicators.
struct ReplicationMessage {
    enum class Kind : std::uint8_t {
        Pull,
        Batch,
        DigestRequest,
        DigestReply,
        SnapshotRequest,
        SnapshotChunk
    };
    Kind kind = Kind::Pull;
    RegionId from;
    std::uint64_t id = 0; // of the question; its answer carries the same
    std::uint64_t wanted = 0; // Pull: bit o set: the logs of origin o are asked for
    std::vector<std::uint64_t> positions; // of the sender; SnapshotChunk: of the snapshot
    std::size_t batchesWanted = 1; // Pull: at the most
    std::vector<SharedEntry> entries; // Batch, SnapshotChunk: contiguous per log, in order
    std::size_t part = 0; // Batch: the how many-th of its answer, from 0
    bool isLastPart = true, isCutShort = false; // Batch: of its answer; more is there than had room
    std::uint64_t tooOld = 0; // Batch: bit o set: what the asker lacks of origin o is trimmed here
    std::vector<std::uint64_t> buckets, touched; // DigestReply: CopyDigest, with `positions`
    std::uint64_t digest = 0; // SnapshotChunk: of the snapshot
    std::uint64_t sentMillis = 0; // the sender's physical clock
    std::uint32_t incarnation = 1; // of the sender
    std::uint64_t session = 0; // of a snapshot; SnapshotRequest: 0 = a new one. SnapshotChunk: 0 = refused
    std::uint64_t chunk = 0, chunkCount = 0; // from 0
    std::vector<Row> rows; // SnapshotChunk
    std::uint64_t checksum = 0; // of rows and entries
    Hlc clock; // SnapshotChunk
};

// How a comparison of this copy with a peer's ended.
struct VerifyOutcome {
    RegionId peer;
    bool isEqual = false;
    BucketSet unequal; // buckets that differ although both copies hold the same writes in them
    std::uint64_t digest = 0, peerDigest = 0; // over all buckets, as they were at the last look
};

// What a replicator tells its owner. Unset hooks are skipped.
struct ReplicatorHooks {
    std::function<void(ReplicaStage before, ReplicaStage after)> onStage;
    // Changes of `origin` wait because their stamps are `ahead` of the local clock; told once per wait.
    std::function<void(RegionId origin, Duration ahead)> onQuarantine;
    // Everybody has forgotten what this region lacks of `origin`'s log: it needs a new copy.
    std::function<void(RegionId origin)> onTooFarBehind;
    // The background exchange found buckets unequal that were not known to be so.
    std::function<void(const VerifyOutcome&)> onDiverged;
};

class Replicator final : public Component {
public:
    struct Stats {
        std::uint64_t entriesSent = 0, entriesApplied = 0;
        std::uint64_t bytesSent = 0;
        std::uint64_t quarantines = 0; // waits begun
        std::uint64_t halfVisible = 0; // transactions of which a part could be read before the rest
        Duration halfVisibleMax = 0us; // longest time so
        std::uint64_t rowsCopied = 0; // of snapshots, received
        std::uint64_t waitsForCauses = 0; // a log stood still because causes of its next entry were missing
        std::uint64_t causesGivenUp = 0; // entries applied before what their authors had seen
        std::uint64_t copiesRestarted = 0; // a source was lost in mid-copy, or a chunk was damaged
        std::uint64_t digestsCompared = 0; // replies of peers
        std::uint64_t bucketsCompared = 0, bucketsUnequal = 0, bucketsSkipped = 0; // skipped: in flux
        std::uint64_t digestBytesSent = 0;
    };

    Replicator(Env& env, Links& links, Replica& replica, SlotPool<ReplicationMessage>& mail,
        ReplicatorConfig config = {});

    // peers[r] = component of region r's replicator; own slot included.
    void connect(ComponentId self, std::vector<ComponentId> peers);
    void onEvent(const SimEvent& event) override;
    // A message of another replicator arrives by some other way than the mail: from another program.
    void deliver(ReplicationMessage message);
    // A local commit happened: parked questions get their answer soon.
    void onLocalCommit();

    // Switches. Paused: neither ships nor pulls; messages under way to it are dropped.
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    // The region is out: as paused, and it forgets parked questions (its memory is gone).
    void setDown(bool isDown);
    [[nodiscard]] bool isDown() const { return m_isDown; }

    // The region was evicted: as paused, until it has given up its store.
    void setExpelled(bool isExpelled);
    [[nodiscard]] bool isExpelled() const { return m_isExpelled; }

    // Compares this copy with the peer's, bucket by bucket, while both go on writing: ends with equal when
    // each bucket was found equal once since the call, with unequal at the first that was found otherwise.
    // Asks the peer again until it ends or is cancelled; what was equal counts no more when either of the two
    // has lost its store meanwhile.
    // The store takes no writes (its disk is full, or not to be trusted): nothing is asked for, applied or
    // copied until it does again. What it holds is given to others.
    void setHeld(bool isHeld);
    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    // A batch is applied so much after it arrived: what a flush of the store takes beyond the usual. While
    // one waits for its flush, nothing more is asked of its sender.
    void setFlushDelay(Duration delay) { m_flushDelay = delay; }

    // Compares this copy with the peer's at exactly equal positions: freezes apply here, asks the peer for a
    // position at or past ours, applies up to it, compares digests. Retries until it ends or is cancelled.
    void startVerify(RegionId peer, std::function<void(const VerifyOutcome&)> done);
    void cancelVerify();

    // When anything (a batch or a heartbeat) was last heard from a peer.
    [[nodiscard]] Instant lastHeard(RegionId peer) const { return m_peers[peer.value].lastHeard; }

    // How far a peer holds a log, as it last told us.
    [[nodiscard]] std::uint64_t toldPosition(RegionId peer, LogId log) const
    {
        return seenOf(m_peers[peer.value].positions, m_replica.indexOf(log));
    }

    // How far the region's own log has been sent towards the peer, whether or not it arrived.
    [[nodiscard]] std::uint64_t sentUpTo(RegionId peer) const
    {
        const Peer& it = m_peers[peer.value];
        return it.sentLog == m_replica.ownLog() ? it.sentUpTo : 0;
    }

    // How far a log has arrived here, whether it can be read already or not.
    [[nodiscard]] std::uint64_t receivedUpTo(LogId log) const;
    // How far the copy that is on its way here holds a log; 0 without one.
    [[nodiscard]] std::uint64_t copyingUpTo(LogId log) const
    {
        return m_incoming ? seenOf(m_incoming->positions, m_replica.indexOf(log)) : 0;
    }

    void setHooks(ReplicatorHooks hooks) { m_hooks = std::move(hooks); }
    [[nodiscard]] const Stats& stats() const { return m_stats; }

    [[nodiscard]] ReplicaStage stage() const { return m_stage; }
    // Of the copy under way, 0 … 100; 100 beyond it.
    [[nodiscard]] int copiedPercent() const;
    // Lowers each position to what snapshots under way to peers contain: their receivers will ask for what
    // comes after.
    void limitToSnapshots(std::vector<std::uint64_t>& positions) const;
    // The replica has just lost its store: builds a new copy from a peer as soon as one can be reached.
    void startBootstrap();
    // The replica holds an earlier state than it once had: it serves nothing before it holds all that the
    // peers it hears tell of.
    void startCatchUp();

    // Nobody writes to the log any more, and no copy anybody has told of reaches `seq` of it: as far as this
    // region can know, what comes after is lost.
    [[nodiscard]] bool isBelievedLost(LogId log, std::uint64_t seq) const;

    // How far the local clock is ahead of the median of all clocks heard in the last seconds, its own
    // included; nothing with fewer than three clocks, because two that differ prove nothing.
    [[nodiscard]] std::optional<Duration> clockLead() const;

private:
    struct Peer {
        ComponentId component = 0;
        Instant lastHeard = kStart;
        std::vector<std::uint64_t> positions; // as last told
        Duration clockLead = 0us; // of the peer's clock before ours, give or take half a round trip
        bool isClockKnown = false;
        std::uint32_t incarnation = 1; // the latest heard of
        bool isTooFarAhead = false; // it has forgotten what we lack
        std::uint64_t causesWanted = 0; // bit o: of logs of origin o, for entries that it sent
        std::uint64_t outstanding = 0; // id of our question; 0 = none
        Instant askedAt = kStart; // or since when the latest part of the answer is here
        std::size_t partsTaken = 0; // of the answer
        bool isAllTaken = true; // nothing in them had to be left out
        std::vector<ReplicationMessage> earlyParts; // came before the one that is next
        bool isBacklog = false; // the last answer was cut short, and all of it was of use
        // Their question, kept until there is an answer.
        bool isParked = false;
        ReplicationMessage question;
        Instant parkedAt = kStart;
        bool isAnswerDue = false; // a linger timer runs
        bool isFlushing = false; // a batch of theirs waits for a slow flush
        LogId sentLog; // our own, as it was when something of it was last sent to them
        std::uint64_t sentUpTo = 0; // of it
    };
    struct Verify {
        RegionId peer;
        std::function<void(const VerifyOutcome&)> done;
        std::uint64_t id = 0; // of the question under way; 0 = answered
        Instant askedAt = kStart;
        BucketSet equal; // found so since the start
        std::uint32_t peerIncarnation = 0; // that they belong to
        std::optional<CopyDigest> told; // the latest, compared again as we catch up with it
    };

    // Of a snapshot on its way to a peer.
    struct Outgoing {
        std::uint64_t session = 0;
        ReplicaSnapshot copy;
        Instant usedAt = kStart;
    };
    // Of the snapshot on its way here.
    struct Incoming {
        RegionId source;
        std::uint64_t session = 0;
        std::uint64_t chunkCount = 0; // 0: not known yet
        struct Chunk {
            std::vector<Row> rows;
            std::vector<SharedEntry> tail;
        };
        std::vector<Chunk> chunks;
        std::vector<bool> isHere;
        std::uint64_t received = 0, nextToAsk = 0;
        std::vector<std::uint64_t> positions;
        std::uint64_t digest = 0;
        Hlc clock;
        Instant heardAt = kStart;
    };
    // An entry whose rows arrive one by one.
    struct Arriving {
        SharedEntry entry;
        Instant completeAt = kStart;
        Instant firstRowAt = kNever;
    };

    [[nodiscard]] bool isOff() const { return m_isPaused || m_isDown || m_isExpelled; }
    [[nodiscard]] bool isServing() const { return m_stage >= ReplicaStage::CatchingUp; }
    void onTick();
    void ask(RegionId peer);
    void onMessage(ReplicationMessage message);
    void onPull(ReplicationMessage message);
    void onBatch(ReplicationMessage message);
    void takeBatch(const ReplicationMessage& message);
    void answer(RegionId peer, bool evenIfEmpty);
    [[nodiscard]] ReplicationMessage buildBatch(const ReplicationMessage& question);
    // The positions of the question as they will be once it has the batch.
    void advance(ReplicationMessage& question, const ReplicationMessage& batch) const;
    // What a batch still has room for.
    struct BatchRoom {
        std::size_t entries = 0, bytes = 0;
    };
    void addLog(ReplicationMessage& batch, const ReplicationMessage& question, LogId log, BatchRoom& room);
    // Causal delivery (replicator_causal.cpp).
    struct Cursor { // in a log that a batch takes from
        LogId log;
        std::uint64_t last = 0;
        SharedEntry next;
    };
    void addLogsInOrder(ReplicationMessage& batch, const ReplicationMessage& question,
        const std::vector<LogId>& logs, BatchRoom room);
    [[nodiscard]] bool waitsForCauses(const LogEntry& entry, Peer& sender);
    [[nodiscard]] std::optional<Cursor> cursorAt(LogId log, std::uint64_t seq, std::uint64_t last);

    // False: something had to be left out, and will be asked for again.
    bool applyEntries(const std::vector<SharedEntry>& entries, Peer& sender);
    [[nodiscard]] bool isQuarantined(const LogEntry& entry);
    // True when the message waits for a slow flush, and comes again.
    [[nodiscard]] bool isPutOff(std::uint64_t handle, const ReplicationMessage& message);
    void afterApplied();
    void noteClock(const ReplicationMessage& message);
    [[nodiscard]] bool isClockReached(RegionId origin) const;

    void setStage(ReplicaStage stage);
    void advanceBootstrap();
    void forgetOldSnapshots();
    void askSnapshot();
    void askChunk(std::uint64_t chunk);
    void onSnapshotRequest(const ReplicationMessage& message);
    void onSnapshotChunk(ReplicationMessage message);
    void installCopy();
    [[nodiscard]] std::vector<std::uint64_t> everywhereBut(RegionId asker) const;
    [[nodiscard]] std::optional<RegionId> nextSource() const;
    [[nodiscard]] bool hasCaughtUp() const;

    // Items that ship singly (replicator_singly.cpp).
    void receiveSingly(const SharedEntry& entry);
    void onRowDue(std::size_t logIndex, std::uint64_t seqAndRow);
    void completeArrived(std::size_t logIndex);
    void send(RegionId to, ReplicationMessage message);
    void noteSent(Peer& peer, const ReplicationMessage& message);
    // The comparison of copies (replicator_verify.cpp).
    void exchangeDigests();
    [[nodiscard]] std::uint64_t askDigest(RegionId peer);
    void askVerify();
    void onDigestRequest(const ReplicationMessage& message);
    void onDigestReply(ReplicationMessage message);
    void checkVerify();
    void watchCopies(RegionId peer, const CopyDigest& told);

    Env& m_env;
    Links& m_links;
    Replica& m_replica;
    SlotPool<ReplicationMessage>& m_mail;
    ReplicatorConfig m_config;
    ComponentId m_self = 0;
    std::vector<Peer> m_peers;
    std::uint64_t m_nextId = 1;
    bool m_isPaused = false;
    bool m_isDown = false;
    bool m_isExpelled = false;
    bool m_isHeld = false;
    Duration m_flushDelay = 0us;
    std::unique_ptr<Verify> m_verify;
    Instant m_nextExchange = kStart;
    std::size_t m_nextToCompare = 0; // peer
    std::vector<BucketSet> m_unequal; // per peer: told of, and not found equal since
    ReplicatorHooks m_hooks;
    Stats m_stats;
    Rng m_rng;
    ReplicaStage m_stage = ReplicaStage::ServingWrites;
    std::vector<Outgoing> m_outgoing; // per peer
    std::unique_ptr<Incoming> m_incoming;
    std::size_t m_sourcesTried = 0;
    std::vector<std::uint64_t> m_catchUpTo; // positions to reach before reads are served
    std::vector<std::uint64_t> m_quarantinedMillis; // per origin: the stamp that waits; 0 = none
    std::vector<std::deque<Arriving>> m_arriving; // index = log index
    std::vector<Instant>
        m_waitsSince; // index = log index: its next entry waits for causes; kNever: none does
};

} // namespace sb
