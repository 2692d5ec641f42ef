// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/edge/accelerator.h"

#include "backend/base/hash.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace sb {
namespace {

constexpr std::uint64_t kDialSalt = 0xD1A1; // the draws of one flow are independent of each other
constexpr std::uint64_t kEndpointSalt = 0xE9D;

bool isUsable(const AcceleratorEndpoint& endpoint)
{
    return endpoint.health == EndpointHealth::Healthy && endpoint.weight > 0;
}

bool hasUsable(const EndpointGroup& group)
{
    return std::any_of(group.endpoints.begin(), group.endpoints.end(), isUsable);
}

// 0 … bound - 1. Multiply-shift of the upper half: the bounds are small.
std::uint64_t drawBelow(std::uint64_t hash, std::uint64_t bound)
{
    return ((hash >> 32) * bound) >> 32;
}

// In proportion to the weights among the usable ones. Requires hasUsable(group).
std::size_t drawEndpoint(const EndpointGroup& group, std::uint64_t hash)
{
    std::uint64_t total = 0;
    for (const AcceleratorEndpoint& endpoint : group.endpoints)
        total += isUsable(endpoint) ? static_cast<std::uint64_t>(endpoint.weight) : 0;
    std::uint64_t point = drawBelow(hash, total);
    for (std::size_t i = 0; i < group.endpoints.size(); ++i) {
        if (!isUsable(group.endpoints[i]))
            continue;
        const auto weight = static_cast<std::uint64_t>(group.endpoints[i].weight);
        if (point < weight)
            return i;
        point -= weight;
    }
    return 0;
}

bool admits(const EndpointGroup& group, std::uint64_t hash)
{
    const std::uint64_t draw = hashCombine(hash, kDialSalt + group.region.value);
    return drawBelow(draw, kDialFull) < static_cast<std::uint64_t>(group.dialPerMille);
}

// Places, nearest first.
std::vector<std::size_t> byDistance(
    const std::vector<EndpointGroup>& groups, const std::vector<Duration>& roundTrip)
{
    SB_ASSERT(!groups.empty() && roundTrip.size() == groups.size());
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return roundTrip[a] < roundTrip[b]; });
    return order;
}

// Whose a connection is that every dial turned away.
std::size_t ownWhenDialedAway(const std::vector<EndpointGroup>& groups, const std::vector<std::size_t>& order)
{
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (groups[order[place]].dialPerMille > 0)
            return place;
    }
    return 0;
}

// Where a connection goes that belongs to the group at `own`; rules 2 to 4. Fills reason and verdicts.
std::size_t settle(const std::vector<EndpointGroup>& groups, const std::vector<std::size_t>& order,
    std::size_t own, AcceleratorChoice& choice)
{
    choice.reason = own == 0 ? AcceleratorReason::Nearest : AcceleratorReason::NextNearest;
    if (hasUsable(groups[order[own]]))
        return own;
    choice.candidates[own].verdict = GroupVerdict::NoEndpoint;
    choice.reason = AcceleratorReason::GroupUnhealthy;
    int further = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (place == own)
            continue;
        if (further++ >= kFurtherGroupsMax) {
            choice.candidates[place].verdict = GroupVerdict::OutOfReach;
            continue;
        }
        if (hasUsable(groups[order[place]]))
            return place;
        choice.candidates[place].verdict = GroupVerdict::NoEndpoint;
    }
    choice.reason = AcceleratorReason::FailOpen;
    std::size_t nearest = 0; // that has an endpoint at all
    while (groups[order[nearest]].endpoints.empty())
        ++nearest;
    return nearest;
}

} // namespace

std::uint64_t flowHash(const Flow& flow, ClientAffinity affinity)
{
    const std::uint64_t pair = hashCombine(mix64(flow.sourceAddress), flow.address);
    if (affinity == ClientAffinity::SourceAddress)
        return pair;
    return hashCombine(
        pair, (std::uint64_t { flow.sourcePort } << 24) | (std::uint64_t { flow.port } << 8) | flow.protocol);
}

Result<> validate(const std::vector<EndpointGroup>& groups)
{
    std::set<RegionId> seen;
    bool hasEndpoint = false;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const std::string name = "endpoint group " + std::to_string(g);
        if (!seen.insert(groups[g].region).second)
            return fail(Errc::BadInput, name + " is of the same region as another; a listener has one each");
        if (groups[g].dialPerMille < 0 || groups[g].dialPerMille > kDialFull)
            return fail(Errc::BadInput,
                name + " has a dial of " + std::to_string(groups[g].dialPerMille)
                    + " per mille; it must be 0 to 1000");
        for (std::size_t e = 0; e < groups[g].endpoints.size(); ++e) {
            const int weight = groups[g].endpoints[e].weight;
            if (weight < 0 || weight > 255)
                return fail(Errc::BadInput,
                    name + ", endpoint " + std::to_string(e) + " has the weight " + std::to_string(weight)
                        + "; it must be 0 to 255");
            hasEndpoint = true;
        }
    }
    if (!hasEndpoint)
        return fail(Errc::BadInput, "no endpoint group has an endpoint: there is nowhere to send anything");
    return {};
}

AcceleratorChoice route(
    const std::vector<EndpointGroup>& groups, const std::vector<Duration>& roundTrip, std::uint64_t flowHash)
{
    const std::vector<std::size_t> order = byDistance(groups, roundTrip);
    AcceleratorChoice choice;
    for (const std::size_t group : order)
        choice.candidates.push_back({ group, GroupVerdict::FurtherAway });
    std::size_t own = 0;
    while (own < order.size() && !admits(groups[order[own]], flowHash))
        choice.candidates[own++].verdict = GroupVerdict::DialedAway;
    if (own == order.size())
        own = ownWhenDialedAway(groups, order);
    const std::size_t place = settle(groups, order, own, choice);
    choice.candidates[place].verdict = GroupVerdict::Chosen;
    choice.group = order[place];
    const std::uint64_t draw = hashCombine(flowHash, kEndpointSalt);
    const std::vector<AcceleratorEndpoint>& endpoints = groups[choice.group].endpoints;
    choice.endpoint = choice.reason == AcceleratorReason::FailOpen
        ? static_cast<std::size_t>(drawBelow(draw, endpoints.size()))
        : drawEndpoint(groups[choice.group], draw);
    return choice;
}

std::vector<bool> destinations(
    const std::vector<EndpointGroup>& groups, const std::vector<Duration>& roundTrip)
{
    const std::vector<std::size_t> order = byDistance(groups, roundTrip);
    std::vector<bool> result(groups.size());
    AcceleratorChoice scratch;
    scratch.candidates.resize(order.size());
    bool isEverybodyServed = false;
    for (std::size_t own = 0; own < order.size() && !isEverybodyServed; ++own) {
        if (groups[order[own]].dialPerMille > 0)
            result[order[settle(groups, order, own, scratch)]] = true;
        isEverybodyServed = groups[order[own]].dialPerMille == kDialFull;
    }
    if (!isEverybodyServed)
        result[order[settle(groups, order, ownWhenDialedAway(groups, order), scratch)]] = true;
    return result;
}

} // namespace sb
