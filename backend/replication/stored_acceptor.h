// SPDX-License-Identifier: GPL-3.0-or-later
// An acceptor's memory in a Store of its own beside the region's: rows of table Claims whose key is a number
// and whose value is the record's bytes. A second store, because what an acceptor has promised is nobody
// else's business: it is neither replicated nor part of a copy, a digest or a comparison, and its flush waits
// for nothing else. Note Incarnation is that of the region for which the memory is whole; another number
// means that the region has lost its store since, and promises with it.
// Thread: World thread.
#pragma once

#include "backend/replication/strong_acceptor.h"
#include "backend/store/store.h"

#include <functional>

namespace sb {

// A number as the key of a strong table, and back; keys that are no number read as 0.
[[nodiscard]] std::string strongKey(std::uint64_t number);
[[nodiscard]] std::uint64_t strongNumber(std::string_view key);

class StoredAcceptor final : public AcceptorStore {
public:
    // `flushTime`: what a flush costs in virtual time.
    StoredAcceptor(Store& store, Duration flushTime)
        : m_store(store)
        , m_flushTime(flushTime)
    {
    }
    // Told of the key of each put.
    void listen(std::function<void(std::uint64_t)> onPut) { m_onPut = std::move(onPut); }

    [[nodiscard]] std::optional<std::string> get(std::string_view key) const override;
    void put(std::string_view key, std::string bytes) override;
    [[nodiscard]] Duration flush() override;
    // A flush has failed: nothing more is known of any key, so that the acceptor keeps silent for good.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

    // The disk was lost and replaced by an empty one.
    void clear() { m_store.clear(); }
    [[nodiscard]] std::uint32_t incarnation() const
    {
        return static_cast<std::uint32_t>(m_store.note(StoreNote::Incarnation));
    }
    void setIncarnation(std::uint32_t incarnation) { m_store.setNote(StoreNote::Incarnation, incarnation); }
    struct Record {
        std::uint64_t number = 0;
        std::string bytes;
    };
    [[nodiscard]] std::vector<Record> records() const; // by number

private:
    Store& m_store;
    Duration m_flushTime;
    std::function<void(std::uint64_t)> m_onPut;
    bool m_isBroken = false;
};

} // namespace sb
