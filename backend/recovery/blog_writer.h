// SPDX-License-Identifier: GPL-3.0-or-later
// The blog's single writer. A post that is published in another region is forwarded to the writer over the
// network and answered when the writer's answer is back; what the writer cannot take, or what gets no answer
// in time, is answered 503. Reads are local, everywhere.
// With a bound (maxRpo) the writer commits only while some other region is not further behind than that, by
// what it was last told: otherwise posts wait, at most kWaitingMax of them and at most kPatience each. So all
// that a destroyed writer takes with it was committed within one span of that length.
// Two ways to change the writer. A switchover: the present writer stops, the next one gets all that it holds,
// then takes the seat; nothing is lost. A seizure: the next one takes the seat at once (with leases: once the
// last lease of the present one is over); what only the present one holds is at risk. Source: Amazon Aurora's
// global databases (switchover, failover, write forwarding, global_db_rpo).
// Thread: World thread. Invariants: those of the seat (writer_seat.h); a post that is forwarded is answered
// once; nothing is committed while acknowledgements are stalled.
#pragma once

#include "backend/recovery/membership.h"
#include "backend/recovery/writer_seat.h"
#include "backend/telemetry/event_log.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sb {

struct BlogWriterConfig {
    bool hasLeases = true;
    Duration maxRpo = 0us; // 0: no bound
};

// A post that the writer committed; its client will be told so.
struct PublishedPost {
    RegionId region;
    std::uint64_t epoch = 0; // under which
    std::uint64_t post = 0;
    Version version;
    Instant at = kStart;
};

class BlogWriter final : public Component {
public:
    static constexpr std::size_t kWaitingMax = 64;
    static constexpr Duration kPatience = 3s;

    BlogWriter(Env& env, Network& network, EventLog& log, WriterSeat& seat, Membership& membership,
        std::vector<Region*> regions, std::vector<std::string> names, BlogWriterConfig config);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;
    void listen(std::function<void(const PublishedPost&)> listener)
    {
        m_listeners.push_back(std::move(listener));
    }

    // Why an order to make the region the writer would be refused now.
    [[nodiscard]] Result<> checkMove(RegionId to) const;
    [[nodiscard]] Result<> checkSeize(RegionId to) const;
    // Require a check that passed. WriterMoved follows when it has happened, or when it was given up.
    void move(RegionId to, Actor actor, EventSeq cause);
    void seize(RegionId to, Actor actor, EventSeq cause);

    // As the control room has it; regions may believe otherwise.
    [[nodiscard]] RegionId writer() const { return m_present.writer; }
    [[nodiscard]] std::uint64_t epoch() const { return m_present.epoch; }
    [[nodiscard]] bool isStalled() const { return m_isStalled; }
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }
    [[nodiscard]] std::size_t underWay() const { return m_open.size(); }
    // Committed under an epoch although a later one had committed before: two writers at once.
    [[nodiscard]] std::uint64_t zombies() const { return m_zombies; }

private:
    struct Open { // a post between its arrival at a region and its answer
        RegionId origin;
        std::uint64_t handle = 0, life = 0; // of the request there
        std::uint64_t post = 0, request = 0;
        bool isAnswered = false;
        bool isWriterDone = false;
    };
    struct Waiting { // for a peer to catch up
        std::uint64_t id = 0;
        RegionId at;
        Instant until = kStart;
    };
    enum class Step : std::uint8_t { None, Stopping, CatchingUp, Taking };
    struct Change { // of the writer, under way
        Step step = Step::None;
        bool isSeizure = false;
        bool isReturn = false; // a move was given up: the seat goes back to the one that stopped
        RegionId from, to;
        std::uint64_t epoch = 0; // ordered; 0: not yet
        std::vector<std::uint64_t> goal; // positions that the next writer must reach
        bool isGoalKnown = false; // to the next writer
        Instant since = kStart;
        Actor actor = Actor::Operator;
        EventSeq cause;
    };

    void submit(RegionId origin, std::uint64_t handle, std::uint64_t life);
    void arrive(std::uint64_t id, RegionId at);
    void commit(std::uint64_t id, RegionId at);
    void reply(std::uint64_t id, RegionId at, int status);
    void answer(std::uint64_t id, int status);
    void closeIfDone(std::uint64_t id);

    void onTick();
    void serveWaiting();
    void judgeStall();
    void announce();
    void onStop();
    void advanceChange();
    void takeSeat(std::uint64_t released);
    void onTaken(std::uint64_t epoch);
    void finishChange();
    // No other region is within the bound of what `at` has written.
    [[nodiscard]] bool isBeyondBound(RegionId at) const;
    [[nodiscard]] bool isUp(RegionId at) const;
    [[nodiscard]] Result<> checkTarget(RegionId to) const;

    Env& m_env;
    Network& m_network;
    EventLog& m_log;
    WriterSeat& m_seat;
    Membership& m_membership;
    std::vector<Region*> m_regions;
    std::vector<std::string> m_names;
    BlogWriterConfig m_config;
    Rng m_rng;
    ComponentId m_self = 0;
    std::vector<std::function<void(const PublishedPost&)>> m_listeners;
    WriterSeat::Known m_present;
    std::uint64_t m_epochOrdered = 1;
    Change m_change;
    std::map<std::uint64_t, Open> m_open; // by a number that grows
    std::uint64_t m_nextId = 1;
    std::deque<Waiting> m_waiting; // oldest first
    bool m_isStalled = false;
    EventSeq m_stalled;
    std::uint64_t m_ticks = 0;
    std::uint64_t m_epochCommitted = 0; // latest
    std::uint64_t m_zombies = 0;
};

} // namespace sb
