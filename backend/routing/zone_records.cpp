// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/zone_records.h"

#include <array>

namespace sb {
namespace {

constexpr std::array<std::string_view, kRecordTypeCount> kTypes { "A", "AAAA", "CAA", "CNAME", "DS", "HTTPS",
    "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "SSHFP", "SVCB", "TLSA", "TXT" };

constexpr std::array<std::string_view, kRecordPolicyCount> kPolicies { "simple", "weighted", "failover",
    "latency", "geolocation", "geoproximity", "ip-based", "multivalue" };

} // namespace

std::string_view toString(RecordType type)
{
    return kTypes[static_cast<std::size_t>(type)];
}

std::optional<RecordType> recordTypeFromText(std::string_view text)
{
    for (std::size_t i = 0; i < kTypes.size(); ++i)
        if (kTypes[i] == text)
            return static_cast<RecordType>(i);
    return std::nullopt;
}

std::string_view policyName(const RecordPolicy& policy)
{
    return kPolicies[policy.index()];
}

} // namespace sb
