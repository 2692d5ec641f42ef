// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/routing/routing_oracle.h"

#include "backend/base/text.h"
#include "backend/net/atlas.h"

#include <algorithm>
#include <tuple>

namespace sb::test {
namespace {

std::string bitsOf(const IpPrefix& prefix)
{
    std::string text = prefix.isV6 ? "6:" : "4:";
    for (int i = 0; i < prefix.bits; ++i)
        text += (prefix.bytes[static_cast<std::size_t>(i / 8)] >> (7 - i % 8) & 1) != 0 ? '1' : '0';
    return text;
}

void add(Distribution& answers, const std::string& answer, Fraction share)
{
    const auto [found, isNew] = answers.emplace(answer, share);
    if (!isNew)
        found->second = found->second + share;
}

std::string sorted(std::vector<std::string> values)
{
    std::sort(values.begin(), values.end());
    return joined(values, ",");
}

// Smallest place first.
std::tuple<int> sizeOf(const GeolocationPolicy& policy, Broken broken)
{
    const int country = broken == Broken::ContinentBeforeCountry ? 2 : 1;
    if (!policy.subdivision.empty())
        return { 0 };
    if (policy.country == "*")
        return { 3 };
    return { policy.country.empty() ? 3 - country : country };
}

} // namespace

RoutingOracle::RoutingOracle(
    const ZoneFile& zone, const OracleHealth& health, const Asker& asker, Broken broken)
    : m_zone(zone)
    , m_health(health)
    , m_asker(asker)
    , m_broken(broken)
{
    // Who is healthy follows from who else is: repeated until nothing is added any more.
    for (std::size_t before = 1; before != m_healthy.size();) {
        before = m_healthy.size();
        for (const ZoneRecord& record : zone.records)
            if (computesHealthy(record))
                m_healthy.insert(&record);
        if (before == 0 && m_healthy.empty())
            break;
    }
}

RoutingOracle::Members RoutingOracle::group(const std::string& name) const
{
    Members members;
    for (const ZoneRecord& record : m_zone.records)
        if (record.name == name)
            members.push_back(&record);
    return members;
}

bool RoutingOracle::computesHealthy(const ZoneRecord& record) const
{
    const bool skipsCheck = m_broken == Broken::OwnCheckIgnored
        || (m_broken == Broken::OwnCheckOfAliasesIgnored && record.alias);
    if (m_health.sickChecks.contains(record.healthCheck) && !skipsCheck)
        return false;
    if (!record.alias || !record.alias->evaluatesTargetHealth || m_broken == Broken::EvaluateTargetIgnored)
        return true;
    const Members target = group(record.alias->name);
    if (target.empty())
        return !m_health.sickTargets.contains(record.alias->name)
            && (m_broken != Broken::OutsideUnknownIsDead
                || m_health.knownTargets.contains(record.alias->name));
    return std::any_of(
        target.begin(), target.end(), [&](const ZoneRecord* r) { return m_healthy.contains(r); });
}

int RoutingOracle::longestBlock(const CidrPolicy& policy) const
{
    int longest = -1;
    if (!m_asker.prefix)
        return longest;
    const std::string own = bitsOf(*m_asker.prefix);
    for (const CidrCollection& collection : m_zone.collections)
        for (const CidrCollection::Location& location : collection.locations)
            for (const std::string& text : location.blocks) {
                const IpPrefix block = *parseIpPrefix(text);
                const std::string bits = bitsOf(block);
                const bool matches = own.starts_with(bits)
                    || (m_broken == Broken::ShortPrefixMatches && bits.starts_with(own));
                if (collection.id == policy.collection && location.name == policy.location && matches)
                    longest = std::max(longest, block.bits);
            }
    return longest;
}

bool RoutingOracle::applies(const ZoneRecord& record) const
{
    if (const auto* geo = std::get_if<GeolocationPolicy>(&record.policy)) {
        if (geo->country == "*")
            return true;
        if (!geo->continent.empty())
            return placeText(m_asker.continent) == geo->continent;
        return placeText(m_asker.country) == geo->country
            && (geo->subdivision.empty() || placeText(m_asker.subdivision) == geo->subdivision);
    }
    if (const auto* cidr = std::get_if<CidrPolicy>(&record.policy))
        return cidr->location == "*" || longestBlock(*cidr) >= 0;
    return true;
}

// Whether the policy would rather answer `a`; both apply.
bool RoutingOracle::isBetter(const ZoneRecord& a, const ZoneRecord& b) const
{
    if (const auto* failover = std::get_if<FailoverPolicy>(&a.policy))
        return failover->isPrimary && !std::get<FailoverPolicy>(b.policy).isPrimary;
    if (const auto* geo = std::get_if<GeolocationPolicy>(&a.policy))
        return sizeOf(*geo, m_broken) < sizeOf(std::get<GeolocationPolicy>(b.policy), m_broken);
    if (const auto* cidr = std::get_if<CidrPolicy>(&a.policy))
        return longestBlock(*cidr) > longestBlock(std::get<CidrPolicy>(b.policy));
    if (const auto* latency = std::get_if<LatencyPolicy>(&a.policy)) {
        const auto millis = [&](const std::string& code) {
            if (code == "cn-north-1")
                return placeText(m_asker.country) == "CN" ? Duration { -1 } : Duration::max();
            const auto region = atlas().findRegion(code);
            return region && !m_asker.roundTrip.empty() ? m_asker.roundTrip[*region] : Duration::max();
        };
        return millis(latency->region) < millis(std::get<LatencyPolicy>(b.policy).region);
    }
    const auto* near = std::get_if<GeoproximityPolicy>(&a.policy);
    const auto distance = [&](const GeoproximityPolicy& policy) -> std::int64_t {
        if (!m_asker.place)
            return -1;
        const GeoPoint place
            = policy.place ? *policy.place : atlas().regions[*atlas().findRegion(policy.region)].place;
        return greatCircleMetres(*m_asker.place, place);
    };
    // d' = d (100 - b) / 100, or 100 d / (100 + b), over the common denominator of both.
    const auto factors = [&](int bias) {
        bias = m_broken == Broken::BiasIgnored ? 0 : bias;
        return bias > 0 ? std::pair { 100 - bias, 100 } : std::pair { 100, 100 + bias };
    };
    const auto& other = std::get<GeoproximityPolicy>(b.policy);
    const auto [overA, underA] = factors(near->bias);
    const auto [overB, underB] = factors(other.bias);
    return distance(*near) >= 0 && distance(*near) * overA * underB < distance(other) * overB * underA;
}

std::vector<std::pair<const ZoneRecord*, Fraction>> RoutingOracle::choose(const Members& inPlay) const
{
    std::vector<std::pair<const ZoneRecord*, Fraction>> chosen;
    const auto weightOf = [](const ZoneRecord* r) {
        return static_cast<std::uint64_t>(std::get<WeightedPolicy>(r->policy).weight);
    };
    if (std::holds_alternative<WeightedPolicy>(inPlay.front()->policy)) {
        std::uint64_t sum = 0;
        for (const ZoneRecord* record : inPlay)
            sum += weightOf(record);
        const bool isAlike = sum == 0 || m_broken == Broken::ZeroWeightsRejoin;
        for (const ZoneRecord* record : inPlay)
            if (isAlike)
                chosen.emplace_back(record, Fraction::reduced(1, inPlay.size()));
            else if (weightOf(record) > 0)
                chosen.emplace_back(record, Fraction::reduced(weightOf(record), sum));
        return chosen;
    }
    const ZoneRecord* best = inPlay.front();
    for (const ZoneRecord* record : inPlay)
        if (isBetter(*record, *best))
            best = record;
    return { { best, Fraction { 1, 1 } } };
}

void RoutingOracle::answer(const ZoneRecord& record, Fraction share, Distribution& answers) const
{
    if (!record.alias)
        add(answers, sorted(record.values), share);
    else if (group(record.alias->name).empty())
        add(answers, record.alias->name, share);
    else
        addGroup(record.alias->name, share, answers);
}

// By the letter: choose, look, drop, choose again.
void RoutingOracle::chooseAgain(const Members& inPlay, const std::set<const ZoneRecord*>& usable,
    Fraction share, Distribution& answers) const
{
    for (const auto& [record, probability] : choose(inPlay)) {
        if (usable.contains(record)) {
            answer(*record, share * probability, answers);
            continue;
        }
        Members rest;
        for (const ZoneRecord* other : inPlay)
            if (other != record)
                rest.push_back(other);
        chooseAgain(rest, usable, share * probability, answers);
    }
}

void RoutingOracle::answerSeveral(const Members& members, Fraction share, Distribution& answers) const
{
    std::vector<std::string> values;
    for (const ZoneRecord* record : members)
        values.insert(values.end(), record->values.begin(), record->values.end());
    add(answers, sorted(values), share);
}

void RoutingOracle::addGroup(const std::string& name, Fraction share, Distribution& answers) const
{
    Members all;
    for (const ZoneRecord* record : group(name))
        if (applies(*record))
            all.push_back(record);
    if (all.empty()) {
        add(answers, "(no-match)", share);
        return;
    }
    std::set<const ZoneRecord*> healthy, admitted, unheld;
    for (const ZoneRecord* record : all) {
        const auto ramp = m_health.ramp.find(record->index);
        const bool isAdmitted = ramp == m_health.ramp.end() || m_broken == Broken::HoldIgnored
            || m_asker.bucket < static_cast<std::uint32_t>(ramp->second);
        const auto dial = m_health.dial.find(record->index);
        const bool isDialledIn = dial == m_health.dial.end() || m_broken == Broken::DialIgnored
            || m_asker.bucket < static_cast<std::uint32_t>(dial->second);
        if (!m_healthy.contains(record))
            continue;
        healthy.insert(record);
        if (isAdmitted && m_broken != Broken::DialIsHold)
            unheld.insert(record);
        if (isAdmitted && isDialledIn)
            admitted.insert(record);
    }
    if (std::holds_alternative<SimplePolicy>(all.front()->policy)) {
        answer(*all.front(), share, answers);
        return;
    }
    const bool failsClosed = m_broken == Broken::LastResortIsFailed;
    if (healthy.empty() && failsClosed) {
        add(answers, "(nothing)", share);
        return;
    }
    std::set<const ZoneRecord*> usable = !admitted.empty() ? admitted : !unheld.empty() ? unheld : healthy;
    if (usable.empty() && m_broken == Broken::NoLastResort)
        usable = { all.back() };
    else if (usable.empty())
        usable.insert(all.begin(), all.end());
    if (!std::holds_alternative<MultivaluePolicy>(all.front()->policy)) {
        chooseAgain(all, usable, share, answers);
        return;
    }
    Members several;
    for (const ZoneRecord* record : all)
        if (usable.contains(record))
            several.push_back(record);
    answerSeveral(several, share, answers);
}

Distribution RoutingOracle::answers(const std::string& name) const
{
    Distribution answers;
    addGroup(name, Fraction { 1, 1 }, answers);
    return answers;
}

} // namespace sb::test
