// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/stored_acceptor.h"

#include <charconv>

namespace sb {
namespace {

Key keyOf(std::uint64_t number)
{
    return { Table::Claims, number, 0 };
}

} // namespace

std::string strongKey(std::uint64_t number)
{
    return std::to_string(number);
}

std::uint64_t strongNumber(std::string_view key)
{
    std::uint64_t number = 0;
    const auto end = std::from_chars(key.data(), key.data() + key.size(), number);
    return end.ec == std::errc {} && end.ptr == key.data() + key.size() ? number : 0;
}

std::optional<std::string> StoredAcceptor::get(std::string_view key) const
{
    if (m_isBroken)
        return std::string(); // decodes as damaged
    const Item* item = m_store.find(keyOf(strongNumber(key)));
    return item == nullptr ? std::nullopt : std::optional(item->value);
}

void StoredAcceptor::put(std::string_view key, std::string bytes)
{
    const std::uint64_t number = strongNumber(key);
    Item item;
    item.value = std::move(bytes);
    m_store.put(keyOf(number), item);
    if (m_onPut)
        m_onPut(number);
}

Duration StoredAcceptor::flush()
{
    m_isBroken = m_isBroken || !m_store.flush();
    return m_flushTime;
}

std::vector<StoredAcceptor::Record> StoredAcceptor::records() const
{
    std::vector<Record> all;
    m_store.forEach(Table::Claims, [&](const Key& key, const Item& item) {
        all.push_back({ key.partition, item.value });
    });
    return all;
}

} // namespace sb
