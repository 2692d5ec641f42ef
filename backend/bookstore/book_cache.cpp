// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/book_cache.h"

#include "backend/bookstore/catalogue.h"
#include "backend/bookstore/codec.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {

BookCache::BookCache(Env& env, Replica& replica, ChangeStream& stream)
    : m_env(env)
    , m_replica(replica)
    , m_entries(catalogue().books().size())
{
    stream.subscribe(this);
}

void BookCache::onChange(const ChangeRecord& record)
{
    if (record.key.table != Table::Books)
        return;
    const bool hearsOfOthers = m_replica.policies().invalidatesCaches && !SB_MUTANT(CacheIsDeaf);
    if (!record.isLocal && !hearsOfOthers)
        return;
    const std::size_t index
        = catalogue().indexOf(BookId { static_cast<std::uint32_t>(record.key.partition) });
    if (index < m_entries.size())
        m_entries[index] = {}; // the next read takes it from the store, where it is already
}

BookCache::Answer BookCache::read(BookId book)
{
    const Item* item = m_replica.store().find({ Table::Books, book.value, 0 });
    const bool isThere = item != nullptr && !item->isDeleted;
    const std::string stored(isThere ? m_replica.plain(Table::Books, *item) : std::string_view());
    const auto priceIn = [](const std::string& row) { return decodeBookPrice(row).value_or(Money {}); };
    const std::size_t index = catalogue().indexOf(book);
    if (index >= m_entries.size())
        return { priceIn(stored), priceIn(stored), false };
    Entry& entry = m_entries[index];
    if (entry.filledAt == kNever || m_env.now() - entry.filledAt >= kLifetime) {
        entry = { m_env.now(), stored };
        ++m_counters.fills;
    } else {
        ++m_counters.hits;
    }
    const bool isStale = entry.row != stored;
    m_counters.staleAnswers += isStale ? 1 : 0;
    return { priceIn(entry.row), priceIn(stored), isStale };
}

std::optional<Money> BookCache::held(BookId book) const
{
    const std::size_t index = catalogue().indexOf(book);
    if (index >= m_entries.size())
        return std::nullopt;
    const Entry& entry = m_entries[index];
    if (entry.filledAt == kNever || m_env.now() - entry.filledAt >= kLifetime)
        return std::nullopt;
    return decodeBookPrice(entry.row);
}

void BookCache::noteCharge(BookId book, const Answer& answer, std::uint32_t quantity, bool isFirstOfOrder)
{
    const Money apart = answer.price < answer.storePrice ? answer.storePrice - answer.price
                                                         : answer.price - answer.storePrice;
    m_counters.staleOrders += isFirstOfOrder ? 1 : 0;
    m_counters.misCharged += apart * quantity;
    m_counters.lastBook = book;
    m_counters.lastCharged = answer.price;
    m_counters.lastInStore = answer.storePrice;
}

void BookCache::clear()
{
    std::fill(m_entries.begin(), m_entries.end(), Entry {});
}

} // namespace sb
