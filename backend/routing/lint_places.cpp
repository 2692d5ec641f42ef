// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about where clients are: geolocation, regions, blocks of addresses.
#include "backend/net/atlas.h"
#include "backend/routing/lint_context.h"

#include <algorithm>
#include <charconv>

namespace sb {
namespace {

using Members = LintContext::Members;

constexpr int kBlockBitsMaxV4 = 24, kBlockBitsMaxV6 = 48;

template<typename Policy> const Policy* policyOf(const LintContext& context, std::size_t position)
{
    return std::get_if<Policy>(&context.record(position).policy);
}

void lintGeolocation(LintContext& context, const Members& group)
{
    const auto isDefault = [&](std::size_t i) {
        const auto* place = policyOf<GeolocationPolicy>(context, i);
        return place == nullptr || place->country == "*";
    };
    if (std::none_of(group.begin(), group.end(), isDefault))
        context.add("geolocation-without-default", group, "no record is for all other places");
}

void lintRegion(LintContext& context, std::size_t position, const std::string& code)
{
    if (code == "cn-north-1" && policyOf<LatencyPolicy>(context, position) != nullptr)
        context.add("latency-china", { position }, "a latency record of region cn-north-1");
    if (!code.empty() && !atlas().findRegion(code))
        context.add("region-unmeasured", { position }, "region " + code + " is not one of those measured");
}

void lintCidr(LintContext& context, const Members& group)
{
    bool hasDefault = false;
    for (const std::size_t i : group) {
        const auto* cidr = policyOf<CidrPolicy>(context, i);
        if (cidr == nullptr)
            return;
        hasDefault = hasDefault || cidr->location == "*";
        if (cidr->location == "*")
            continue;
        const auto& all = context.zone().collections;
        const auto found = std::find_if(
            all.begin(), all.end(), [&](const CidrCollection& c) { return c.id == cidr->collection; });
        if (found == all.end()) {
            context.add(
                "cidr-collection-missing", { i }, "collection '" + cidr->collection + "' is not there");
            continue;
        }
        const bool isThere = std::any_of(found->locations.begin(), found->locations.end(),
            [&](const CidrCollection::Location& l) { return l.name == cidr->location; });
        if (!isThere)
            context.add("cidr-location-missing", { i },
                "collection '" + cidr->collection + "' has no location '" + cidr->location + "'");
    }
    if (!hasDefault)
        context.add("cidr-without-default", group, "no record is for location '*'");
}

void lintBlocks(LintContext& context)
{
    for (const CidrCollection& collection : context.zone().collections) {
        for (const CidrCollection::Location& location : collection.locations) {
            for (const std::string& block : location.blocks) {
                int bits = 0;
                const std::size_t slash = std::min(block.find('/'), block.size());
                const char* const begin = block.data() + std::min(slash + 1, block.size());
                std::from_chars(begin, block.data() + block.size(), bits);
                if (bits > (block.find(':') == std::string::npos ? kBlockBitsMaxV4 : kBlockBitsMaxV6))
                    context.add("cidr-block-too-long", {},
                        "collection '" + collection.id + "', location '" + location.name + "': block "
                            + block);
            }
        }
    }
}

} // namespace

void lintPlaces(LintContext& context)
{
    for (const auto& [key, group] : context.groups()) {
        if (policyOf<GeolocationPolicy>(context, group.front()) != nullptr)
            lintGeolocation(context, group);
        if (policyOf<CidrPolicy>(context, group.front()) != nullptr)
            lintCidr(context, group);
        for (const std::size_t i : group) {
            if (const auto* latency = policyOf<LatencyPolicy>(context, i))
                lintRegion(context, i, latency->region);
            if (const auto* place = policyOf<GeoproximityPolicy>(context, i))
                lintRegion(context, i, place->region);
        }
    }
    lintBlocks(context);
}

} // namespace sb
