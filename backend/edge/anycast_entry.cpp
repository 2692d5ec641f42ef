// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/edge/anycast_entry.h"

#include "backend/base/hash.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kLook };

constexpr Duration kLookEvery = 1s;
constexpr std::uint64_t kAddress = 0x4B01; // the accelerator's own, any number

EntryVerdict verdictOf(GroupVerdict verdict, int dialPerMille, bool isHealthy)
{
    switch (verdict) {
    case GroupVerdict::Chosen:
        return EntryVerdict::Chosen;
    case GroupVerdict::DialedAway:
        return dialPerMille == 0 ? EntryVerdict::HeldOut : EntryVerdict::OutsideDial;
    case GroupVerdict::NoEndpoint:
        return isHealthy ? EntryVerdict::HeldOut : EntryVerdict::Unhealthy;
    case GroupVerdict::FurtherAway:
    case GroupVerdict::OutOfReach:
        break;
    }
    return EntryVerdict::FurtherAway;
}

} // namespace

AnycastEntry::AnycastEntry(Env& env, const Network& network, EventLog& log,
    const std::vector<RegionHealth>& published, std::vector<std::string> names, Hooks hooks,
    AnycastConfig config)
    : m_env(env)
    , m_log(log)
    , m_published(published)
    , m_names(std::move(names))
    , m_hooks(std::move(hooks))
    , m_config(config)
    , m_greenSince(network.regionCount(), kStart)
    , m_last(network.cityCount())
{
    for (std::size_t r = 0; r < network.regionCount(); ++r) {
        EndpointGroup group;
        group.region = RegionId { static_cast<std::uint8_t>(r) };
        group.endpoints.push_back({ .health = EndpointHealth::Healthy });
        m_groups.push_back(std::move(group));
    }
    for (std::size_t c = 0; c < network.cityCount(); ++c) {
        std::vector<Duration> ways;
        for (const EndpointGroup& group : m_groups)
            ways.push_back(network.userRoundTrip(CityId { static_cast<std::uint16_t>(c) }, group.region));
        m_roundTrip.push_back(std::move(ways));
    }
}

void AnycastEntry::connect(ComponentId self)
{
    m_self = self;
    m_announced = sharesPerMille();
    m_env.postIn(kLookEvery, m_self, kLook);
}

void AnycastEntry::onEvent(const SimEvent& event)
{
    if (event.kind != kLook)
        return;
    sync();
    m_env.postIn(kLookEvery, m_self, kLook);
}

void AnycastEntry::sync()
{
    const Instant now = m_env.now();
    bool isOpen = false; // somewhere that is not held out
    std::vector<bool> hasChanged(m_groups.size());
    for (std::size_t r = 0; r < m_groups.size(); ++r) {
        EndpointGroup& group = m_groups[r];
        EndpointHealth& health = group.endpoints.front().health;
        const EndpointHealth before = health;
        if (!m_published[r].isHealthy) {
            health = EndpointHealth::Unhealthy;
            m_greenSince[r] = kNever;
        } else if (health == EndpointHealth::Unhealthy) {
            if (m_greenSince[r] == kNever)
                m_greenSince[r] = now;
            if (now - m_greenSince[r] >= m_config.recovery)
                health = EndpointHealth::Healthy;
        }
        isOpen = isOpen || (health == EndpointHealth::Healthy && !m_hooks.admission(group.region).isHeld);
        hasChanged[r] = health != before;
    }
    for (std::size_t r = 0; r < m_groups.size(); ++r) {
        EndpointGroup& group = m_groups[r];
        AcceleratorEndpoint& endpoint = group.endpoints.front();
        const EntryAdmission admission = m_hooks.admission(group.region);
        const bool isDeaf = SB_MUTANT(AcceleratorIsDeaf);
        const int dial = isDeaf ? group.dialPerMille : std::clamp(admission.dialPerMille, 0, kDialFull);
        const int weight = isDeaf        ? endpoint.weight
            : admission.isHeld && isOpen ? 0
                                         : AcceleratorEndpoint {}.weight;
        if (!hasChanged[r] && dial == group.dialPerMille && weight == endpoint.weight)
            continue;
        group.dialPerMille = dial;
        endpoint.weight = weight;
        m_env.mix((std::uint64_t { group.region.value } << 32) ^ (static_cast<std::uint64_t>(dial) << 2)
            ^ static_cast<std::uint64_t>(endpoint.health) ^ (weight == 0 ? 1ULL << 40 : 0));
        announce(group.region);
    }
}

void AnycastEntry::announce(RegionId changed)
{
    const std::vector<int> shares = sharesPerMille();
    if (shares == m_announced)
        return;
    std::size_t loser = 0, winner = 0;
    std::string text;
    for (std::size_t r = 0; r < shares.size(); ++r) {
        const auto gain = [&](std::size_t i) { return shares[i] - m_announced[i]; };
        loser = gain(r) < gain(loser) ? r : loser;
        winner = gain(r) > gain(winner) ? r : winner;
        text += (r == 0 ? "" : ", ") + m_names[r] + " " + std::to_string((shares[r] + 5) / 10) + " %";
    }
    m_log.append({ .kind = EventKind::AcceleratorShifted,
        .severity = Severity::Notice,
        .actor = Actor::Routing,
        .region = RegionId { static_cast<std::uint8_t>(loser) },
        .peer = RegionId { static_cast<std::uint8_t>(winner) },
        .cause = m_hooks.causeOf(changed),
        .object = "accelerator",
        .valueBefore = std::to_string(m_announced[loser] / 10),
        .valueAfter = std::to_string(shares[loser] / 10),
        .unit = "%",
        .note = "New connections move from " + m_names[loser] + " to " + m_names[winner]
            + "; by city they now go to: " + text });
    m_announced = shares;
}

AcceleratorChoice AnycastEntry::routeFrom(CityId city, std::uint64_t hash) const
{
    return route(m_groups, m_roundTrip[city.value], hash);
}

RegionId AnycastEntry::open(CityId city, std::uint64_t client)
{
    sync();
    Flow flow;
    flow.sourceAddress = hashCombine(city.value, client);
    flow.sourcePort = static_cast<std::uint16_t>(1'024 + m_connections++ % 64'000);
    flow.address = kAddress;
    const AcceleratorChoice choice = routeFrom(city, flowHash(flow, m_config.affinity));
    const RegionId region = m_groups[choice.group].region;
    if (m_last[city.value] != region)
        record(city, choice);
    return region;
}

void AnycastEntry::record(CityId city, const AcceleratorChoice& choice)
{
    EntryRecord record;
    record.number = ++m_count;
    record.at = m_env.now();
    record.city = city;
    record.previous = m_last[city.value];
    record.answer = m_groups[choice.group].region;
    record.ifAllHealthy = m_groups[choice.candidates.front().group].region;
    const bool isFirst = record.answer == record.ifAllHealthy;
    record.reason = choice.reason == AcceleratorReason::FailOpen ? EntryReason::FailOpen
        : isFirst                                                ? EntryReason::Nearest
                                                                 : EntryReason::NextNearest;
    for (const AcceleratorChoice::Candidate& candidate : choice.candidates) {
        const EndpointGroup& group = m_groups[candidate.group];
        record.candidates.push_back(
            { group.region, m_roundTrip[city.value][candidate.group], m_published[candidate.group],
                verdictOf(candidate.verdict, group.dialPerMille,
                    group.endpoints.front().health == EndpointHealth::Healthy) });
    }
    m_last[city.value] = record.answer;
    m_env.mix((std::uint64_t { city.value } << 16) ^ record.answer.value ^ (1ULL << 40));
    m_records.push(std::move(record));
}

bool AnycastEntry::leadsTo(CityId city, RegionId region) const
{
    return destinations(m_groups, m_roundTrip[city.value])[region.value];
}

std::vector<int> AnycastEntry::sharesPerMille() const
{
    std::vector<std::size_t> counts(m_groups.size());
    for (std::size_t c = 0; c < m_last.size(); ++c)
        ++counts[routeFrom(CityId { static_cast<std::uint16_t>(c) }, mix64(c + 1)).group];
    std::vector<int> shares;
    for (const std::size_t count : counts)
        shares.push_back(static_cast<int>(count * 1'000 / std::max<std::size_t>(1, m_last.size())));
    return shares;
}

} // namespace sb
