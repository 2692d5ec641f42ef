// SPDX-License-Identifier: GPL-3.0-or-later
// The server-side fence: who may acknowledge writes. Five voters (voters.h) keep for each region an epoch,
// whether it is fenced, and until when they have granted it a lease. A region renews every two seconds; with
// three grants under its epoch it may acknowledge writes until ten seconds after it asked, less what its
// clock may be wrong by. Whoever hears nothing stops by itself. An order to fence raises the epoch at the
// voters; once three have taken it, no lease under the old epoch can begin, and the last one ends at a known
// instant. Leases: Gray and Cheriton, 1989; epochs checked where the write happens: Kleppmann, "How to do
// distributed locking", 2016. Only the hardened profile has it: the reference architectures fence at the
// client. Thread: World thread. Invariants: (1) a voter grants only under its own epoch and only to a region
// that it does not fence; (2) epochs of a voter never decrease; (3) between FenceComplete and RegionUnfenced
// the region acknowledges no write, as long as its clock runs at most kClockRateErrorPpm slow; (4) at least
// one region is not fenced. What breaks (3) is said in the events: a clock that loses more than that. With
// three regions or more such a region also stops by its clock-suspect rule, once its clock is four fifths of
// the bound off.
#pragma once

#include "backend/base/result.h"
#include "backend/net/network.h"
#include "backend/recovery/voters.h"
#include "backend/region/region.h"
#include "backend/telemetry/event_log.h"

#include <array>
#include <string>
#include <vector>

namespace sb {

inline constexpr std::int64_t kClockRateErrorPpm = 10'000; // 1 %, against which leases are safe

// The part of a voter's lease that a region may use: its clock may run slow by the allowed error.
[[nodiscard]] constexpr Duration usableLease(Duration lease)
{
    return lease - lease * kClockRateErrorPpm / 1'000'000;
}

struct FenceConfig {
    bool isOn = true; // false: leases are not asked for, and orders are refused
    Duration lease = 10s; // from a voter's receipt of the question
    Duration renewEvery = 2s;
};

class WriteFence final : public Component {
public:
    struct Status {
        std::uint64_t epoch = 1; // latest that was ordered
        bool isFenced = false; // ordered, and taken by three voters
        bool isComplete = false; // and the last lease is over
        Instant safeAt = kStart; // when it is, while isFenced
        EventSeq event; // the last one about this region
    };

    WriteFence(Env& env, Network& network, EventLog& log, std::vector<Region*> regions,
        std::vector<std::string> names, FenceConfig config);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;

    [[nodiscard]] Result<> checkFence(RegionId region) const;
    [[nodiscard]] Result<> checkUnfence(RegionId region) const;
    // Require a check that passed. RegionFenced follows when three voters have taken the order (a fraction of
    // a second later), FenceComplete when the last lease is over.
    void fence(RegionId region, Actor actor, EventSeq cause);
    void unfence(RegionId region, Actor actor, EventSeq cause);

    [[nodiscard]] const Status& status(RegionId region) const { return m_status[region.value]; }
    // The most for which the region may still acknowledge writes if nothing renews its lease from now on, as
    // the voters know it; an order adds the time it takes to reach them.
    [[nodiscard]] Duration leaseLeft(RegionId region) const;
    // Writes to expect of the region in that time, at the rate of its last ten seconds.
    [[nodiscard]] std::uint64_t writesExpected(RegionId region, Duration span) const;

private:
    struct VoterRecord {
        std::uint64_t epoch = 1;
        bool isFenced = false;
        Instant leaseEnd = kStart;
    };
    struct Round { // of renewal
        std::uint64_t number = 0; // from 1
        std::uint64_t epoch = 0;
        Duration askedLocal = 0us; // on the region's monotonic clock
        std::size_t grants = 0;
    };
    struct Renewal { // of one region
        std::uint64_t round = 0; // the latest
        Instant askedAt = kStart;
        std::array<Round, 16> rounds {}; // number % 16; slow answers may be several rounds late
    };
    struct Order { // under way to the voters
        bool isOpen = false;
        bool isFence = false;
        std::size_t taken = 0;
        Instant leaseEnd = kStart; // latest of those that took it
        Actor actor = Actor::Operator;
        EventSeq cause;
    };

    void onTick();
    void ask(std::size_t region);
    void onAsk(const SimEvent& event);
    void onReply(const SimEvent& event);
    void sendOrder(RegionId region, bool isFence, Actor actor, EventSeq cause);
    void onOrder(const SimEvent& event);
    void onTaken(const SimEvent& event);
    void declareFenced(RegionId region);
    void onSafe(RegionId region, std::uint64_t epoch);
    [[nodiscard]] bool isClockTooSlow(std::size_t region) const;

    Env& m_env;
    EventLog& m_log;
    std::vector<Region*> m_regions;
    std::vector<std::string> m_names;
    FenceConfig m_config;
    Voters m_mail;
    ComponentId m_self = 0;
    std::vector<std::array<VoterRecord, kVoters>> m_voters; // by region
    std::vector<Renewal> m_renewals;
    std::vector<Order> m_orders;
    std::vector<Status> m_status;
    std::vector<Instant> m_slowSeenAt; // clock too slow for leases; kNever: not in reach of a lease
    std::vector<std::array<std::uint64_t, 21>> m_writes; // counters at the last ticks, newest first
};

} // namespace sb
