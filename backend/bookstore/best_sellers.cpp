// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/best_sellers.h"

#include "backend/bookstore/catalogue.h"
#include "backend/bookstore/codec.h"
#include "backend/kernel/mutant.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace sb {
namespace {

constexpr std::uint64_t kPoisonOneIn = 4; // orders, while the stream is poisoned

void addLines(std::vector<std::uint64_t>& copies, std::string_view image)
{
    const auto order = decodeOrder(image);
    if (!order)
        return;
    for (const OrderLine& line : order->lines) {
        const std::size_t index = catalogue().indexOf(line.book);
        if (index < copies.size())
            copies[index] += line.quantity;
    }
}

} // namespace

std::vector<std::uint64_t> recountCopies(Store& store)
{
    std::vector<std::uint64_t> copies(catalogue().books().size(), 0);
    store.forEach(Table::Orders, [&](const Key&, const Item& item) {
        if (!item.isDeleted)
            addLines(copies, item.value);
    });
    return copies;
}

BestSellers::BestSellers(Env& env, Replica& replica, ChangeStream& stream)
    : m_env(env)
    , m_replica(replica)
    , m_stream(stream)
    , m_copies(catalogue().books().size(), 0)
{
    m_stream.subscribe(this);
}

bool BestSellers::isRepeat(const ChangeRecord& record)
{
    if (!m_replica.policies().countsChangesOnce || SB_MUTANT(BoardCountsAgain))
        return false;
    const std::size_t log = m_replica.indexOf(record.version.log());
    if (m_done.size() <= log)
        m_done.resize(log + 1);
    const Done done { record.version.seq, record.row };
    if (done <= m_done[log])
        return true;
    m_done[log] = done;
    return false;
}

void BestSellers::onChange(const ChangeRecord& record)
{
    const bool isOrder = record.key.table == Table::Orders;
    if (m_isRebuilding || !isOrder || isRepeat(record))
        return;
    if (record.effect == RowEffect::Superseded || record.effect == RowEffect::Removed)
        return;
    const bool isBehind = std::any_of(
        m_waiting.begin(), m_waiting.end(), [&](const Waiting& other) { return other.key == record.key; });
    if (isBehind)
        wait(record, 0);
    else if (!isDigestible(record.key))
        wait(record, 1);
    else
        count(record.key, record.effect, record.image);
}

bool BestSellers::isDigestible(const Key& key) const
{
    return !m_isPoisoned || hashCombine(0, key.sort) % kPoisonOneIn != 0;
}

void BestSellers::wait(const ChangeRecord& record, int attempts)
{
    if (m_waiting.size() >= kWaitingMax) {
        beginRebuild();
        return;
    }
    m_waiting.push_back({ record.key, record.effect, std::string(record.image), attempts, false });
    m_env.mix(hashCombine(m_replica.self().value, record.key.sort));
}

void BestSellers::count(const Key& key, RowEffect effect, std::string_view image)
{
    // All versions of an order have the same lines: the bookstore refuses others.
    if (m_replica.policies().countsChangesOnce && effect == RowEffect::Modified)
        return;
    if (!m_counted.insert(key.sort).second)
        ++m_countedAgain;
    addLines(m_copies, image);
    m_isStale = true;
}

void BestSellers::onProcessStarted()
{
    if (m_isRebuilding)
        return;
    m_env.mix(hashCombine(m_replica.self().value, m_stream.last() - m_checkpoint));
    if (!m_stream.readAfter(m_checkpoint, [&](const ChangeRecord& record) { onChange(record); }))
        beginRebuild();
}

void BestSellers::onStreamBegun()
{
    beginRebuild();
}

void BestSellers::forgetAll()
{
    std::fill(m_copies.begin(), m_copies.end(), 0);
    m_counted.clear();
    m_waiting.clear();
    m_done.clear();
    m_isStale = true;
}

void BestSellers::beginRebuild()
{
    forgetAll();
    m_isRebuilding = true;
    m_env.mix(m_replica.self().value);
}

void BestSellers::finishRebuild()
{
    forgetAll();
    m_copies = recountCopies(m_replica.store());
    m_replica.store().forEach(
        Table::Orders, [&](const Key& key, const Item&) { m_counted.insert(key.sort); });
    for (const std::uint64_t position : m_replica.positions())
        m_done.push_back({ position, std::numeric_limits<std::uint32_t>::max() });
    checkpoint();
    m_isRebuilding = false;
    m_env.mix(hashCombine(m_replica.self().value, m_counted.size()));
}

std::size_t BestSellers::setAside() const
{
    return static_cast<std::size_t>(std::count_if(
        m_waiting.begin(), m_waiting.end(), [](const Waiting& waiting) { return waiting.isSetAside; }));
}

std::vector<OrderId> BestSellers::tryAgain()
{
    if (setAside() == m_waiting.size())
        return {};
    std::vector<OrderId> given;
    for (Waiting& waiting : m_waiting) {
        if (waiting.isSetAside || waiting.attempts == 0 || isDigestible(waiting.key)
            || ++waiting.attempts < kAttempts)
            continue;
        waiting.isSetAside = true;
        given.push_back(OrderId { waiting.key.sort });
    }
    // One after the other, so that whoever waits behind another one of its order keeps its place.
    const std::vector<Waiting> before = std::exchange(m_waiting, {});
    std::set<Key> blocked;
    for (const Waiting& waiting : before) {
        const bool isBlocked = blocked.count(waiting.key) > 0 || waiting.isSetAside;
        if (!isBlocked && isDigestible(waiting.key)) {
            count(waiting.key, waiting.effect, waiting.image);
            continue;
        }
        blocked.insert(waiting.key);
        m_waiting.push_back(waiting);
    }
    for (const OrderId order : given)
        m_env.mix(hashCombine(m_replica.self().value, order.value));
    return given;
}

std::size_t BestSellers::offerSetAside()
{
    const std::size_t before = m_waiting.size();
    for (Waiting& waiting : m_waiting)
        waiting.isSetAside = false;
    (void)tryAgain();
    m_env.mix(hashCombine(m_replica.self().value, m_waiting.size()));
    return before - m_waiting.size();
}

const std::vector<std::uint32_t>& BestSellers::top()
{
    if (!m_isStale)
        return m_top;
    m_isStale = false;
    m_top.clear();
    for (std::uint32_t i = 0; i < m_copies.size(); ++i) {
        if (m_copies[i] > 0)
            m_top.push_back(i);
    }
    const auto sellsMore = [&](std::uint32_t a, std::uint32_t b) {
        return m_copies[a] != m_copies[b] ? m_copies[a] > m_copies[b] : a < b;
    };
    const std::size_t places = std::min(kPlaces, m_top.size());
    std::partial_sort(
        m_top.begin(), m_top.begin() + static_cast<std::ptrdiff_t>(places), m_top.end(), sellsMore);
    m_top.resize(places);
    return m_top;
}

} // namespace sb
