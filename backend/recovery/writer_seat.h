// SPDX-License-Identifier: GPL-3.0-or-later
// Who may write what has one writer at a time. There is one seat; each change of its holder takes the next
// epoch. Five voters (voters.h) keep the epoch and the holder, and grant the holder a lease of ten seconds,
// which it renews every two; with three grants it may write. A voter that has taken a later epoch grants
// nothing under the earlier ones, and nothing under the later one before the last lease that it had granted
// is over: any two majorities share a voter, so two holders never write at once. A holder that has stopped
// and said so (a release) need not be waited for. Without leases (profile as-aws) a region believes what it
// was last told, and nobody checks.
// Thread: World thread. Invariants: (1) one epoch has one holder; (2) with leases, nothing is written under
// an epoch once something was written under a later one, as long as the earlier holder's clock runs at most
// kClockRateErrorPpm slow; (3) what a region and a voter know never goes back to an earlier epoch.
#pragma once

#include "backend/net/network.h"
#include "backend/recovery/voters.h"
#include "backend/region/region.h"

#include <array>
#include <functional>
#include <vector>

namespace sb {

struct WriterSeatConfig {
    bool hasLeases = true;
    Duration lease = 10s; // from a voter's receipt of the question
    Duration renewEvery = 2s; // by the holder
    Duration learnEvery = 5s; // by everybody else
};

class WriterSeat final : public Component {
public:
    struct Known { // by one region
        std::uint64_t epoch = 1;
        RegionId writer { 0 };
        bool hasStopped = false; // it is the holder, and writes no more under this epoch
        friend bool operator==(const Known&, const Known&) = default;
    };
    struct Order {
        std::uint64_t epoch = 0; // greater than any before
        RegionId writer;
        std::uint64_t released = 0; // the epoch whose holder has stopped; 0: none
    };

    WriterSeat(Env& env, Network& network, std::vector<Region*> regions, WriterSeatConfig config);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;
    // Three voters have taken the order of this epoch; told once.
    void onTaken(std::function<void(std::uint64_t epoch)> hook) { m_onTaken = std::move(hook); }

    [[nodiscard]] const Known& known(RegionId at) const { return m_known[at.value]; }
    // The region may commit what has one writer, now.
    [[nodiscard]] bool mayWrite(RegionId at) const;
    // Under which epoch it does so.
    [[nodiscard]] std::uint64_t epochOf(RegionId at) const { return m_held[at.value]; }
    // Word of an epoch reaches the region; older word is ignored.
    void learn(RegionId at, std::uint64_t epoch, RegionId writer);
    // The region writes no more under the epoch that it knows.
    void stop(RegionId at);
    // From the operator's console to the voters. Requires leases.
    void order(const Order& order);
    // The most for which the holder may still write if nothing renews its lease, as the voters know it; 0
    // without leases, because nothing ends.
    [[nodiscard]] Duration leaseLeft() const;

private:
    struct Voter {
        std::uint64_t epoch = 1;
        RegionId writer { 0 };
        Instant leaseEnd = kStart; // of the present epoch
        Instant quietUntil = kStart; // the last lease of earlier ones is over
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
        std::array<Round, 8> rounds {}; // number % 8; slow answers may be several rounds late
        std::uint64_t leaseEpoch = 0;
        Duration leaseUntil = 0us; // on the region's monotonic clock
    };

    void onTick();
    void ask(std::size_t region);
    void onAsk(const SimEvent& event);
    void onReply(const SimEvent& event);
    void onOrder(const SimEvent& event);
    void onVoterTook(const SimEvent& event);
    [[nodiscard]] bool holdsLease(std::size_t region) const;

    Env& m_env;
    std::vector<Region*> m_regions;
    WriterSeatConfig m_config;
    Voters m_mail;
    ComponentId m_self = 0;
    std::function<void(std::uint64_t)> m_onTaken;
    std::array<Voter, kVoters> m_voters;
    std::vector<Known> m_known; // by region
    std::vector<std::uint64_t> m_held; // by region: the last epoch it held; 0: none
    std::vector<Renewal> m_renewals; // by region
    std::uint64_t m_ordered = 1; // epoch of the latest order
    std::size_t m_taken = 0; // voters that took it
};

} // namespace sb
