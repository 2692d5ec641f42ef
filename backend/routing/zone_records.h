// SPDX-License-Identifier: GPL-3.0-or-later
// A hosted zone as its owner writes it: resource record sets of all eight routing policies, alias targets and
// health checks by id. Plain values, as Route 53's list-resource-record-sets output has them; what may stand
// together is checked by validateZone(), choosing an answer is the walker's business.
// Source of names and limits: Amazon Route 53 API model 2013-04-01 and developer guide.
#pragma once

#include "backend/base/result.h"
#include "backend/base/time.h"
#include "backend/net/geography.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sb {

enum class RecordType : std::uint8_t {
    A,
    AAAA,
    CAA,
    CNAME,
    DS,
    HTTPS,
    MX,
    NAPTR,
    NS,
    PTR,
    SOA,
    SPF,
    SRV,
    SSHFP,
    SVCB,
    TLSA,
    TXT
};
inline constexpr int kRecordTypeCount = static_cast<int>(RecordType::TXT) + 1;
[[nodiscard]] std::string_view toString(RecordType type);
[[nodiscard]] std::optional<RecordType> recordTypeFromText(std::string_view text); // exact, upper case

// The eight policies, and what a record of each carries.
struct SimplePolicy {
    friend bool operator==(const SimplePolicy&, const SimplePolicy&) = default;
};
struct WeightedPolicy {
    int weight = 0; // 0 … 255
    friend bool operator==(const WeightedPolicy&, const WeightedPolicy&) = default;
};
struct FailoverPolicy {
    bool isPrimary = true;
    friend bool operator==(const FailoverPolicy&, const FailoverPolicy&) = default;
};
struct LatencyPolicy {
    std::string region; // code
    friend bool operator==(const LatencyPolicy&, const LatencyPolicy&) = default;
};
// Exactly one of continent and country; subdivision only with country "US" (or "UA", which the vendor's text
// allows as well). Country "*" is the default location.
struct GeolocationPolicy {
    std::string continent; // AF AN AS EU NA OC SA
    std::string country; // ISO 3166-1 alpha-2, or "*"
    std::string subdivision; // "CA"
    friend bool operator==(const GeolocationPolicy&, const GeolocationPolicy&) = default;
};
// Exactly one of the three places.
struct GeoproximityPolicy {
    std::string region; // code
    std::string localZoneGroup;
    std::optional<GeoPoint> place;
    int bias = 0; // -99 … 99
    friend bool operator==(const GeoproximityPolicy&, const GeoproximityPolicy&) = default;
};
struct CidrPolicy {
    std::string collection; // id
    std::string location; // name, at most 16 characters; "*" is the default location
    friend bool operator==(const CidrPolicy&, const CidrPolicy&) = default;
};
struct MultivaluePolicy {
    friend bool operator==(const MultivaluePolicy&, const MultivaluePolicy&) = default;
};
// In this order: simple, weighted, failover, latency, geolocation, geoproximity, ip-based, multivalue.
using RecordPolicy = std::variant<SimplePolicy, WeightedPolicy, FailoverPolicy, LatencyPolicy,
    GeolocationPolicy, GeoproximityPolicy, CidrPolicy, MultivaluePolicy>;
inline constexpr std::size_t kRecordPolicyCount = std::variant_size_v<RecordPolicy>;
[[nodiscard]] std::string_view policyName(const RecordPolicy& policy); // "simple", "weighted", …

struct AliasTarget {
    std::string zoneId; // of the hosted zone that the target is in
    std::string name; // absolute, lower case, with its final dot
    bool evaluatesTargetHealth = false;
    friend bool operator==(const AliasTarget&, const AliasTarget&) = default;
};

struct ZoneRecord {
    std::string name; // absolute, lower case, with its final dot: "api.example.com."
    RecordType type = RecordType::A;
    std::string setIdentifier; // empty for the simple policy only; at most 128 characters
    RecordPolicy policy;
    Duration ttl = 60s; // 0 … 2 147 483 647 s; an alias takes its target's
    std::vector<std::string> values; // empty for an alias
    std::optional<AliasTarget> alias;
    std::string healthCheck; // id; empty: none
    std::size_t index = 0; // of the record in its file, from 0: what messages name it by
    friend bool operator==(const ZoneRecord&, const ZoneRecord&) = default;
};

// Blocks of a CIDR collection by location: "192.0.2.0/24", "2001:db8::/48".
struct CidrCollection {
    struct Location {
        std::string name;
        std::vector<std::string> blocks;
        friend bool operator==(const Location&, const Location&) = default;
    };
    std::string id;
    std::vector<Location> locations;
    friend bool operator==(const CidrCollection&, const CidrCollection&) = default;
};

struct ZoneFile {
    std::string id; // of the hosted zone; may be unknown (empty)
    std::vector<ZoneRecord> records;
    std::vector<CidrCollection> collections;
    // Region code by value or alias target, of a run whose customers this zone sends to regions; only values
    // that do not tell by themselves.
    std::map<std::string, std::string> endpoints = {};
};

// The names that one name and type must agree on, as one message a finding: one policy, distinct set
// identifiers, the limits and the fields of each policy. Empty: sound. Each names the record by index, name
// and field, and says what would help.
[[nodiscard]] std::vector<std::string> validateZone(const ZoneFile& zone);

} // namespace sb
