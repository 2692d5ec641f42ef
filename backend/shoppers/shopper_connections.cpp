// SPDX-License-Identifier: GPL-3.0-or-later
// How customers come to a region, what they hold on to, and who holds on to the wrong one.
#include "backend/shoppers/shoppers.h"

#include <algorithm>

namespace sb {
namespace {

constexpr Duration kBrowserCacheMax = 60s; // Firefox, network.dnsCacheExpiration
constexpr Duration kHintEvery = 5s;
constexpr std::uint8_t kHintAttemptsMax = 3;

bool isProgram(ClientKind kind)
{
    return kind == ClientKind::Caching || kind == ClientKind::Pooled;
}

} // namespace

void Shoppers::drawKind(Shopper& shopper)
{
    shopper.kind = shopper.isTtlIgnorer ? ClientKind::TtlIgnorer : ClientKind::Browser;
    if (m_config.cachingPercent + m_config.pooledPercent > 0) {
        const auto draw = static_cast<int>(m_clients.below(100));
        if (draw < m_config.cachingPercent + m_config.pooledPercent) {
            shopper.kind = draw < m_config.cachingPercent ? ClientKind::Caching : ClientKind::Pooled;
            shopper.program = static_cast<std::uint8_t>(m_clients.below(ClientPrograms::kEach));
            shopper.isTtlIgnorer = false;
        }
    }
    if (m_config.hintObeyedPercent > 0)
        shopper.obeysHints = m_clients.below(100) < static_cast<std::uint64_t>(m_config.hintObeyedPercent);
}

RegionId Shoppers::lookUp(Shopper& shopper, Visit visit)
{
    if (m_anycast != nullptr)
        return m_anycast->open(shopper.city, visit);
    if (shopper.kind == ClientKind::Caching) {
        ClientProgram& program = m_programs.now(shopper.city, shopper.kind, shopper.program);
        if (!program.address.isValid())
            program.address = m_resolvers.answer(shopper.city, false);
        return program.address;
    }
    if (!m_config.hasBrowserCache || shopper.kind == ClientKind::Pooled)
        return m_resolvers.answer(shopper.city, shopper.isTtlIgnorer);
    const Instant now = m_env.now();
    if (!shopper.address.isValid() || now >= shopper.addressUntil) {
        shopper.address = m_resolvers.answer(shopper.city, shopper.isTtlIgnorer);
        shopper.addressUntil = now + std::min<Duration>(m_config.ttl, kBrowserCacheMax);
    }
    return shopper.address;
}

void Shoppers::openConnection(Shopper& shopper, Visit visit)
{
    const Instant now = m_env.now();
    ClientProgram* pool = shopper.kind == ClientKind::Pooled
        ? &m_programs.now(shopper.city, shopper.kind, shopper.program)
        : nullptr;
    if (pool != nullptr) {
        shopper.connection = pool->connection;
        shopper.connectedAt = pool->connectedAt;
    } else if (shopper.connection.isValid()
        && (now - shopper.lastUsedAt > m_config.keepAliveIdle
            || now - shopper.connectedAt > m_config.keepAliveMax)) {
        shopper.connection = RegionId {};
    }
    if (!shopper.connection.isValid()) {
        shopper.connection = lookUp(shopper, visit);
        if (!shopper.connection.isValid())
            return; // the name has no address
        // TCP and TLS 1.3: two round trips before the first request leaves. An accelerator's edge completes
        // the first of them.
        const Duration roundTrip = m_network.userRoundTrip(shopper.city, shopper.connection);
        shopper.connectedAt = now + roundTrip + (m_anycast != nullptr ? kEdgeRoundTrip : roundTrip);
        if (pool != nullptr) {
            pool->connection = shopper.connection;
            pool->connectedAt = shopper.connectedAt;
        }
    }
    shopper.lastUsedAt = std::max(now, shopper.connectedAt);
}

// The edge is always there: the connection to it only costs its two round trips. Which region answers is not
// known yet; `connection` says that there is one.
void Shoppers::openEdgeConnection(Shopper& shopper)
{
    const Instant now = m_env.now();
    const bool isOpen = shopper.connection.isValid() && now - shopper.lastUsedAt <= m_config.keepAliveIdle
        && now - shopper.connectedAt <= m_config.keepAliveMax;
    if (!isOpen) {
        shopper.connection = RegionId { 0 };
        shopper.connectedAt = now + 2 * kEdgeRoundTrip;
    }
    shopper.lastUsedAt = std::max(now, shopper.connectedAt);
}

void Shoppers::dropConnection(Shopper& shopper)
{
    if (shopper.kind == ClientKind::Pooled && m_anycast == nullptr && m_edge == nullptr) {
        // Unless another visit has opened a new one meanwhile.
        ClientProgram& pool = m_programs.now(shopper.city, shopper.kind, shopper.program);
        if (pool.connection == shopper.connection && pool.connectedAt == shopper.connectedAt)
            pool.connection = RegionId {};
    }
    shopper.connection = RegionId {};
}

bool Shoppers::onHint(std::uint64_t handle, Request& request)
{
    ++m_counters.hintsHeard;
    Shopper& shopper = *m_visits.find(request.session);
    const Instant now = m_env.now();
    const bool isTooSoon = shopper.hintedAt != kNever && now - shopper.hintedAt < kHintEvery;
    if (!shopper.obeysHints || shopper.connection != request.region || isTooSoon)
        return false;
    ++m_counters.hintsHonoured;
    shopper.hintedAt = now;
    shopper.address = RegionId {};
    if (shopper.kind == ClientKind::Caching) {
        ClientProgram& program = m_programs.now(shopper.city, shopper.kind, shopper.program);
        if (program.address == request.region)
            program.address = RegionId {};
    }
    dropConnection(shopper);
    m_env.mix(request.id ^ (std::uint64_t { request.region.value } << 56));
    const int status = request.response.status;
    const bool isRefused = status == 403 || status == 503 || status == 507;
    if (!isRefused || request.attempt + 1 >= kHintAttemptsMax)
        return false;
    ++request.attempt;
    request.response.status = 0; // the pause is a short one, and the attempt is counted
    m_env.postIn(50ms + m_retries.between(0us, 200ms), m_self, kResend, handle);
    return true;
}

RegionId Shoppers::heldBy(const Shopper& shopper) const
{
    const Instant now = m_env.now();
    if (m_edge != nullptr)
        return {};
    const bool isPooled = shopper.kind == ClientKind::Pooled;
    if (isProgram(shopper.kind) && m_anycast == nullptr) {
        const ClientProgram& program = m_programs.peek(shopper.city, shopper.kind, shopper.program);
        if (now >= program.endsAt)
            return {};
        if (isPooled)
            return now - program.connectedAt > ClientPrograms::kPoolMax ? RegionId {} : program.connection;
        if (!shopper.connection.isValid())
            return program.address;
    }
    const bool isOpen = shopper.connection.isValid() && now - shopper.lastUsedAt <= m_config.keepAliveIdle
        && now - shopper.connectedAt <= m_config.keepAliveMax;
    if (isOpen)
        return shopper.connection;
    if (m_anycast != nullptr)
        return {};
    if (shopper.kind == ClientKind::Caching)
        return m_programs.peek(shopper.city, shopper.kind, shopper.program).address;
    if (shopper.address.isValid() && now < shopper.addressUntil)
        return shopper.address;
    return m_resolvers.cached(shopper.city, shopper.isTtlIgnorer);
}

Shoppers::Stale Shoppers::countStale()
{
    Stale stale;
    stale.byCity.resize(m_network.cityCount());
    std::vector<bool> leads(m_network.cityCount() * m_regions.size());
    for (std::size_t c = 0; c < m_network.cityCount() && m_edge == nullptr; ++c) {
        const CityId city { static_cast<std::uint16_t>(c) };
        for (std::size_t r = 0; m_anycast != nullptr && r < m_regions.size(); ++r)
            leads[c * m_regions.size() + r]
                = m_anycast->leadsTo(city, RegionId { static_cast<std::uint8_t>(r) });
        if (m_anycast != nullptr)
            continue;
        // Where a policy draws, several regions may be the next answer; none of them is stale.
        const std::vector<std::uint64_t> chances = m_resolvers.chances(city);
        bool isAnswered = false;
        for (std::size_t r = 0; r < m_regions.size(); ++r)
            isAnswered = (leads[c * m_regions.size() + r] = chances[r] > 0) || isAnswered;
        if (!isAnswered) // no answer at all: resolvers go by the first region
            leads[c * m_regions.size()] = true;
    }
    m_visits.forEach([&](Visit, const Shopper& shopper) {
        const auto kind = static_cast<std::size_t>(shopper.kind);
        ++stale.visits[kind];
        const RegionId held = heldBy(shopper);
        if (!held.isValid() || leads[shopper.city.value * m_regions.size() + held.value])
            return;
        ++stale.byCity[shopper.city.value];
        ++stale.byKind[kind];
        ++stale.all;
    });
    return stale;
}

template<typename Is> std::optional<Shoppers::Present> Shoppers::firstWho(Is is)
{
    std::optional<Present> found;
    m_visits.forEach([&](Visit, const Shopper& shopper) {
        if (!found && is(shopper))
            found = Present { shopper.customer, shopper.city, heldBy(shopper), shopper.isTtlIgnorer };
    });
    return found;
}

std::optional<Shoppers::Present> Shoppers::find(CustomerId customer)
{
    return firstWho([&](const Shopper& shopper) { return shopper.customer == customer; });
}

std::optional<Shoppers::Present> Shoppers::anyoneFrom(CityId city)
{
    return firstWho([&](const Shopper& shopper) { return shopper.city == city; });
}

} // namespace sb
