// SPDX-License-Identifier: GPL-3.0-or-later
// The memory of one member of a strong table: per key one small record that says which ballot it has promised
// and which value it has accepted. Pure bookkeeping: no time, no messages, no decisions about quorums.
// Everything lives in an AcceptorStore, which alone survives a crash; the acceptor itself keeps nothing.
// Thread: World thread.
// Invariants, per key and across crashes: (1) promised never decreases; (2) accepted never decreases and is
// never above promised; (3) one ballot is accepted with one item only (ballots are minted once, see
// strong_table.h); (4) isSettled only if a majority has accepted that ballot.
// A record that does not decode is answered with silence, as if every message about its key were lost: an
// acceptor that guesses could break what it promised.
// Idea: Lamport's single-decree Paxos acceptor as used by CASPaxos (D. Rystsov, 2018).
#pragma once

#include "backend/replication/strong_types.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace sb {

// What an acceptor persists in. Implemented by whoever owns the disk.
class AcceptorStore {
public:
    virtual ~AcceptorStore() = default;
    // The last bytes put for the key, flushed or not; nullopt when there are none.
    [[nodiscard]] virtual std::optional<std::string> get(std::string_view key) const = 0;
    virtual void put(std::string_view key, std::string bytes) = 0;
    // Every put so far survives a crash from here on. Returns how long that took: the member's messages leave
    // that much later.
    [[nodiscard]] virtual Duration flush() = 0;
};

class MemoryAcceptorStore : public AcceptorStore {
public:
    explicit MemoryAcceptorStore(Duration flushTime = 0us)
        : m_flushTime(flushTime)
    {
    }
    [[nodiscard]] std::optional<std::string> get(std::string_view key) const override;
    void put(std::string_view key, std::string bytes) override;
    [[nodiscard]] Duration flush() override;
    // A crash: what was put after the last flush is gone.
    void loseUnflushed();
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    // Keys in order, as of the last flush.
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& durableRows() const
    {
        return m_durable;
    }

private:
    Duration m_flushTime;
    std::map<std::string, std::string, std::less<>> m_rows, m_durable;
    std::vector<std::string> m_unflushed; // keys
};

struct AcceptorRecord {
    Ballot promised;
    Ballot accepted;
    bool isSettled = false; // `accepted` is known to be chosen
    StrongItem item; // as accepted
    friend bool operator==(const AcceptorRecord&, const AcceptorRecord&) = default;
};

// One format byte, fixed-width little-endian fields, texts and lists preceded by their length, at the end the
// XXH3 of all that.
[[nodiscard]] std::string encodeAcceptorRecord(const AcceptorRecord& record);
// Fails with Corrupt; trusts no length.
[[nodiscard]] Result<AcceptorRecord> decodeAcceptorRecord(std::string_view bytes);

class Acceptor {
public:
    explicit Acceptor(AcceptorStore& store)
        : m_store(store)
    {
    }

    struct Answer {
        bool isOk = false;
        AcceptorRecord record; // after it
    };
    // The record of a key; nullopt when it is damaged.
    [[nodiscard]] std::optional<AcceptorRecord> load(std::string_view key);
    // Promises to accept nothing below `ballot`. Each returns nullopt when the record is damaged.
    [[nodiscard]] std::optional<Answer> prepare(std::string_view key, Ballot ballot);
    // Accepts the item and promises `next` (>= ballot) in the same breath.
    [[nodiscard]] std::optional<Answer> accept(
        std::string_view key, Ballot ballot, const StrongItem& item, Ballot next);
    // Notes that a majority has accepted `ballot`. Not worth a flush: forgetting it costs time, not truth.
    void settle(std::string_view key, Ballot ballot);
    // To be called before anything that depends on the above leaves the member.
    [[nodiscard]] Duration makeDurable();

    [[nodiscard]] std::uint64_t damaged() const { return m_damaged; } // times a damaged record was met

private:
    void save(std::string_view key, const AcceptorRecord& record);

    AcceptorStore& m_store;
    bool m_isDirty = false;
    std::uint64_t m_damaged = 0;
};

} // namespace sb
