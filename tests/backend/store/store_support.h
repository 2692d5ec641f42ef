// SPDX-License-Identifier: GPL-3.0-or-later
// Builders shared by the store's tests.
#pragma once

#include "backend/base/rng.h"
#include "backend/store/store.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace sb::test {

inline RegionId region(int index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

inline Item item(std::uint64_t hlc, std::string value, int origin = 0)
{
    return { { Hlc { hlc }, region(origin), 1, hlc }, false, std::move(value) };
}

inline Item tombstone(std::uint64_t hlc, int origin = 0)
{
    return { { Hlc { hlc }, region(origin), 1, hlc }, true, {} };
}

inline LogEntry logEntry(int origin, std::uint64_t seq, std::string value = "value")
{
    LogEntry entry;
    entry.version = { Hlc { seq << 16 }, region(origin), 1, seq };
    entry.committedAt = atMicros(static_cast<std::int64_t>(seq) * 1000);
    entry.request = seq * 7;
    entry.order = OrderId { seq };
    entry.customer = CustomerId { 42 };
    entry.amount = Money { 1299 };
    entry.seen = { seq, 3, 0 };
    entry.mutations
        = { { { Table::Orders, 42, seq }, false, std::move(value) }, { { Table::Carts, 42, 7 }, true, {} } };
    return entry;
}

inline std::string randomBytes(Rng& rng, std::uint64_t most)
{
    std::string bytes(rng.below(most + 1), '\0');
    for (char& c : bytes)
        c = static_cast<char>(rng.below(256));
    return bytes;
}

// Mostly small numbers that collide, sometimes the ends of the range.
inline std::uint64_t randomNumber(Rng& rng, std::uint64_t bound)
{
    if (!rng.chance(100'000))
        return rng.below(bound);
    constexpr std::uint64_t kEnds[] = { 0, ~0ULL, 1ULL << 63, (1ULL << 63) - 1, 1ULL << 32 };
    return kEnds[rng.below(std::size(kEnds))];
}

inline Key randomKey(Rng& rng)
{
    return { static_cast<Table>(rng.below(kTableCount)), randomNumber(rng, 20), randomNumber(rng, 12) };
}

inline Item randomItem(Rng& rng)
{
    Item result;
    result.version = { Hlc { rng.next() }, region(static_cast<int>(rng.below(3))),
        static_cast<std::uint32_t>(rng.below(4)), randomNumber(rng, 1000) };
    result.isDeleted = rng.chance(200'000);
    if (!result.isDeleted)
        result.value = randomBytes(rng, rng.chance(50'000) ? 9000 : 60);
    return result;
}

inline LogEntry randomLogEntry(Rng& rng, LogId log, std::uint64_t seq)
{
    LogEntry entry;
    entry.version = { Hlc { rng.next() }, log.origin, log.incarnation, seq };
    entry.committedAt = atMicros(static_cast<std::int64_t>(rng.next()));
    entry.request = rng.next();
    entry.order = OrderId { rng.below(1000) };
    entry.customer = CustomerId { randomNumber(rng, 1000) };
    entry.amount = Money { rng.between(-5000, 500'000) };
    for (std::uint64_t i = rng.below(5); i > 0; --i)
        entry.seen.push_back(randomNumber(rng, 100'000));
    for (std::uint64_t i = 1 + rng.below(4); i > 0; --i)
        entry.mutations.push_back({ randomKey(rng), rng.chance(300'000), randomBytes(rng, 40) });
    return entry;
}

// SB_SEED=n replays one seed of a randomised test.
inline std::uint64_t firstSeed(std::uint64_t fallback)
{
    const char* text = std::getenv("SB_SEED");
    return text == nullptr ? fallback : std::strtoull(text, nullptr, 10);
}
inline bool isReplay()
{
    return std::getenv("SB_SEED") != nullptr;
}

// Everything that a store answers, as one comparable value.
struct Contents {
    std::vector<Row> rows;
    std::vector<std::vector<LogEntry>> logs;
    std::vector<std::uint64_t> figures; // digests, counts, notes and log bounds
    friend bool operator==(const Contents&, const Contents&) = default;
};

inline Contents contentsOf(Store& store)
{
    Contents all;
    for (int t = 0; t < kTableCount; ++t) {
        const auto table = static_cast<Table>(t);
        store.forEach(table, [&](const Key& key, const Item& value) { all.rows.push_back({ key, value }); });
        all.figures.push_back(store.digest(table));
        all.figures.push_back(store.count(table));
    }
    for (int note = 0; note < kStoreNoteCount; ++note)
        all.figures.push_back(store.note(static_cast<StoreNote>(note)));
    for (const LogBounds& bounds : store.logs()) {
        all.figures.push_back(bounds.id.incarnation << 8 | bounds.id.origin.value);
        all.figures.push_back(bounds.begin);
        all.figures.push_back(bounds.end);
        auto& log = all.logs.emplace_back();
        for (std::uint64_t seq = bounds.begin; seq < bounds.end; ++seq) {
            const LogEntry* entry = store.logEntry(bounds.id, seq);
            log.push_back(entry == nullptr ? LogEntry {} : *entry);
        }
    }
    return all;
}

} // namespace sb::test
