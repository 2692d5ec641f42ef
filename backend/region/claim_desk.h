// SPDX-License-Identifier: GPL-3.0-or-later
// Where a region decides who gets what can be had once in the whole world: one register of a strong table per
// coupon, which takes the first customer's number and never changes again. Three places hold the acceptors;
// the desk of any other region asks the nearest of them that answers, then the next.
// A place that lost its store has forgotten what it promised. It keeps out of every quorum until both others
// have told it all they hold: whatever a majority with it had chosen, one of them has accepted, and whatever
// it had promised to, one of them has minted; its own ballots begin above all that the lost memory can have
// minted. If one of the others has lost its memory too, more is gone than such a table promises to outlive:
// then what is left is completed from the rows of the region's copy, each of which was decided once.
// A decided claim also becomes a row of the replicated table Claims. Where that row is lost with a region, a
// member that still misses it after a while commits it again from the register.
// Thread: World thread. Invariants: (1) Yours is answered only for a value that a majority holds; (2) a place
// without memory neither votes nor proposes.
#pragma once

#include "backend/kernel/env.h"
#include "backend/net/links.h"
#include "backend/replication/stored_acceptor.h"
#include "backend/replication/strong_table.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sb {

struct ClaimVerdict {
    enum class Kind : std::uint8_t {
        Yours, // the customer has it, now or from before
        Taken, // somebody else has it
        Undecided, // nobody knows; ask again
    };
    Kind kind = Kind::Undecided;
    CustomerId holder; // Yours, Taken
};

// Between two desks.
struct ClaimMessage {
    enum class Kind : std::uint8_t {
        Claim, // please decide
        Verdict,
        AskVotes, // what do your acceptor's records say?
        Votes,
    };
    Kind kind = Kind::Claim;
    RegionId from;
    std::uint64_t id = 0; // of the question; its answer carries the same
    std::uint64_t coupon = 0; // Claim
    CustomerId customer; // Claim
    ClaimVerdict verdict; // Verdict
    bool hasMemory = true; // Votes; without it there are no records
    std::vector<StoredAcceptor::Record> records; // Votes
};

// What the desks of one run share.
struct ClaimOffice {
    SlotPool<StrongMessage> votes; // mail between the tables
    SlotPool<ClaimMessage> mail; // and between the desks
    StrongSpec spec;
    std::vector<ComponentId> desks; // by region, the witness's last
    // When two of the three were last without their memory: what was decided before may be forgotten.
    std::optional<Instant> majorityLostAt;
    std::size_t withoutMemory = 0;
};

// Who holds the acceptors. Of two regions both, and a witness that is the region after the last; of more, the
// three with the least sum of round trips between them, the first such three in the order of the regions.
// Requires 2 regions or more.
[[nodiscard]] StrongSpec claimSpec(const Links& links, std::size_t regionCount);

class ClaimDesk final : public Component {
public:
    using Answer = std::function<void(const ClaimVerdict&)>;
    // What the desk asks of its region; the witness's has no region and leaves them unset.
    struct Hooks {
        std::function<bool()> isWhole; // the region's copy can be read
        std::function<std::optional<CustomerId>(std::uint64_t)> holderOf; // by the region's copy
        std::function<std::vector<std::pair<std::uint64_t, CustomerId>>()> holders; // all of them
        // Commits a decided claim; false: the region may not write now.
        std::function<bool(std::uint64_t coupon, CustomerId holder)> keep;
        // Claims could not be decided any more: `refused` is 0. They can again, for a few seconds now: how
        // many were refused.
        std::function<void(std::uint64_t refused)> onRefusing;
    };

    // `acceptor` is null for a region that is none of the three. `links` name the witness as well.
    ClaimDesk(Env& env, Links& links, ClaimOffice& office, RegionId self, StoredAcceptor* acceptor,
        Hooks hooks = {});
    // office.desks is complete; tables[m] = component of member m's table.
    void connect(const std::array<ComponentId, kStrongMembers>& tables);
    void onEvent(const SimEvent& event) override;
    [[nodiscard]] StrongTable* table() { return m_table.get(); }

    // Requires coupon > 0. `done` is called once, within `patience`.
    void claim(std::uint64_t coupon, CustomerId customer, Duration patience, Answer done);
    // The region has told a customer so, after all its own rules; for onRefusing.
    void noteAnswer(bool isDecided);

    // The region is out, or cannot write: it neither votes nor asks.
    void setOut(bool isOut);
    // The region's store is gone, and its acceptor's memory with it. `incarnation` is that of the next one.
    void loseMemory(std::uint32_t incarnation);
    [[nodiscard]] bool hasMemory() const { return m_hasMemory; }
    [[nodiscard]] bool isMember() const { return m_acceptor != nullptr; }
    // The holder that this place's acceptor has accepted, chosen or not.
    [[nodiscard]] std::optional<CustomerId> accepted(std::uint64_t coupon) const;
    [[nodiscard]] std::size_t pending() const
    {
        return m_waiting.size() + (m_table ? m_table->pending() : 0);
    }

private:
    struct Waiting { // for another place's verdict
        std::uint64_t coupon = 0;
        CustomerId customer;
        Instant deadline = kStart;
        std::size_t asked = 0; // places, so far
        Answer done;
    };

    void onMessage(ClaimMessage message);
    void onTick();
    void onClaim(const ClaimMessage& message);
    void decide(std::uint64_t coupon, CustomerId customer, Instant deadline, Answer done);
    void askNext(std::uint64_t id);
    void finish(std::uint64_t id, const ClaimVerdict& verdict);
    void send(RegionId to, ClaimMessage message, Duration after = 0us);
    void askVotes();
    void onAskVotes(const ClaimMessage& message);
    void refill();
    void setMemory(bool hasMemory);
    void apply();
    void mendRows();
    [[nodiscard]] bool isServing() const { return m_table && !m_isOut && m_hasMemory; }

    Env& m_env;
    Links& m_links;
    ClaimOffice& m_office;
    RegionId m_self;
    std::size_t m_member = kStrongMembers; // place among the three; kStrongMembers: none of them
    StoredAcceptor* m_acceptor;
    Hooks m_hooks;
    std::unique_ptr<StrongTable> m_table; // of a member
    std::vector<RegionId> m_serving; // the others that take claims, nearest first
    bool m_isOut = false;
    bool m_hasMemory = true;
    std::uint32_t m_incarnation = 1;
    std::map<RegionId, ClaimMessage> m_votes; // told by the other members, for the refill under way
    std::uint64_t m_nextId = 1;
    std::map<std::uint64_t, Waiting> m_waiting;
    std::map<std::uint64_t, Instant> m_rowless; // accepted here, and since when the copy lacks its row
    bool m_isMending = false;
    bool m_isRefusing = false;
    Instant m_lastRefusedAt = kStart;
    std::uint64_t m_refused = 0; // since
};

} // namespace sb
