// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that decides how a run goes, apart from its input journal. Configuration + journal reproduce the
// run bit for bit. A plain value with a JSON form (stored in session files) and a TOML form (drill files).
#pragma once

#include "backend/api/world_description.h"
#include "backend/base/result.h"
#include "backend/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

// How the run's own zone chooses among its regions (routing/zone_records.h).
enum class RoutingPolicy : std::uint8_t {
    Latency,
    Failover,
    Weighted, // all alike
    Geolocation, // each continent's customers to its nearest region
    Geoproximity,
    IpBased, // each city's block to its nearest region
    Multivalue,
    Simple, // all values, whatever their health
};
inline constexpr int kRoutingPolicyCount = static_cast<int>(RoutingPolicy::Simple) + 1;
// "latency", "failover", "weighted", "geolocation", "geoproximity", "ip-based", "multivalue", "simple"
[[nodiscard]] std::string_view toString(RoutingPolicy policy);

// By which rules health checks judge (health/check_design.h).
enum class CheckDesign : std::uint8_t { Route53, TrafficManager, FrontDoor, Cloudflare, CapacityDrain };
inline constexpr int kCheckDesignCount = static_cast<int>(CheckDesign::CapacityDrain) + 1;
// "route53", "traffic-manager", "front-door", "cloudflare", "capacity-drain"
[[nodiscard]] std::string_view toString(CheckDesign design);

// By what customers come to a region.
enum class Entry : std::uint8_t {
    Dns, // the zone's answer, cached by their resolvers
    Accelerator, // one anycast address: each new connection goes where the accelerator sends it
    OriginGroup, // an edge near them asks the primary region, and on failure the secondary
};
inline constexpr int kEntryCount = static_cast<int>(Entry::OriginGroup) + 1;
[[nodiscard]] std::string_view toString(Entry entry); // "dns", "accelerator", "origin-group"

// How a change of the zone gets into force.
enum class ZonePublishing : std::uint8_t {
    Direct, // at once
    Guarded, // versioned plans: an enactor puts in force only what is newer than what is, and never nothing
    Unguarded, // the same without these two rules
};
inline constexpr int kZonePublishingCount = static_cast<int>(ZonePublishing::Unguarded) + 1;
[[nodiscard]] std::string_view toString(ZonePublishing publishing); // "direct", "guarded", "unguarded"

// What happens when an evacuated region is healthy again.
enum class FailBackMode : std::uint8_t {
    Damped, // it is held out until an operator fails it back: catch up, verify, ramp
    Instant, // DNS answers return the moment its check is green, as the reference architectures do
};
[[nodiscard]] std::string_view toString(FailBackMode mode); // "damped", "instant"
[[nodiscard]] std::string_view toString(StoreKind kind); // "memory", "sqlite"

// What the data plane does when regions write without knowledge of each other.
enum class DataProfile : std::uint8_t {
    AsAws, // the later stamp wins whole items everywhere, as the reference architectures do
    Hardened, // carts merge, orders are written once, stock is sold from rights, clocks are watched
};
[[nodiscard]] std::string_view toString(DataProfile profile); // "as-aws", "hardened"

struct RunConfig {
    std::string title = "bookstore";
    std::uint64_t seed = 7;
    UtcStart start { 1'772'548'080 }; // 2026-03-03T14:28:00Z, a Tuesday
    // 1 … 21 codes of resources/regions.csv
    std::vector<std::string> regions { "eu-west-1", "ap-southeast-1" };
    StoreKind store = StoreKind::Memory;

    // Shoppers
    int requestRateHz = 400; // world average over a day, 1 … 20 000
    int cities = 300; // the largest n cities, 1 … 300
    int sharedAccountsPercent = 2; // share of visits on an account that people in many cities use, 0 … 100
    int ttlIgnorersPercent = 3; // share of clients that keep a DNS answer far beyond its TTL, 0 … 100

    // Data
    DataProfile profile = DataProfile::AsAws;
    bool shipsItemsSingly = false; // rows of one transaction replicate apart, as DynamoDB's do; as-aws only
    int stockPercent = 100; // of the catalogue's stock is there at the start, 1 … 100
    Duration clockOffsetMax = 500ms; // the bound that clocks are expected to keep, 1 ms … 1 min
    // Deletions are kept as tombstones for at least this long; 1 s … 24 h
    Duration tombstoneGrace = 10min;
    // The blog's writer acknowledges only while some peer is not further behind than this; 0: no bound, else
    // 1 s … 1 h
    Duration maxRpo = 0us;
    int couponsPercent = 4; // of the visits try to claim a coupon, 0 … 100
    // Photos that readers upload, in the whole world; 0: the run has no objects; else 1 … 6 000
    int photosPerMinute = 0;
    // Entries of one log kept for a member that lacks them; beyond it the member is evicted. 1 000 … 10^7
    int logEntriesMax = 200'000;

    // Routing
    RoutingPolicy policy = RoutingPolicy::Latency; // Failover: regions[0] is primary, regions[1] secondary
    Duration ttl = 60s; // 1 s … 1 h
    Duration healthInterval = 10s; // 10 s or 30 s
    int healthThreshold = 3; // consecutive results, 1 … 10, both ways
    FailBackMode failBack = FailBackMode::Damped;
    CheckDesign checkDesign = CheckDesign::Route53;
    bool checksDeeply = false; // the health path asks a service and the store, not the gateway alone
    Entry entry = Entry::Dns;
    ZonePublishing publishing = ZonePublishing::Direct;
    int cachingClientsPercent = 0; // share of clients that keep an address as long as they run, 0 … 100
    // Share of visits that come through connection pools of long-running programs, 0 … 100
    int pooledClientsPercent = 0;
    bool browserCache = false; // browsers keep an address for up to a minute, beyond what its resolver says
    // Share of clients that drop address and connection when a region that answers no longer lead to tells
    // them so, 0 … 100; 0: regions tell nobody.
    int hintObeyedPercent = 0;
    // How an edge that asks regions on behalf of customers connects: 1 … 3 times, 1 s … 10 s each.
    int originAttempts = 3;
    Duration originConnectTimeout = 10s;
    // What each region can answer, in percent of the world's average request rate; 20 … 1 000
    int capacityPercent = 200;
    // A zone of the operator's own instead of the one made from `policy`: the text of Route 53's
    // list-resource-record-sets output, and of list-health-checks. Empty: none.
    std::string zoneJson, checksJson;
    std::string zoneName; // the name that customers ask for in it
    std::string controlsToml; // panels, routing controls and safety rules; empty: one control for each region
    std::vector<std::string> plansToml; // recovery plans beyond those that every run knows
    Duration rampDwell = 10s; // time at each of 1, 10 and 50 % of a fail-back's ramp, 1 s … 1 h

    // Objectives
    int errorObjectivePerMille = 10; // errors above this share of a 5 s window breach the objective
    Duration rtoObjective = 5min;
    Duration lagObjective = 5s;

    // Tests: the engine's rare events are made frequent (kernel/buggify.h). In the configuration because a
    // recording must replay.
    bool buggify = false;

    friend bool operator==(const RunConfig&, const RunConfig&) = default;
};

// Names the field and its range; region codes are checked against the catalogue by the World.
[[nodiscard]] Result<> validate(const RunConfig& config);
// Fields younger than the first recordings are left out while they have their default: a run that does not
// use them reads, and hashes, as it did before they existed.
[[nodiscard]] std::string toJson(const RunConfig& config);
// Unknown fields are refused by name; missing ones keep their defaults.
[[nodiscard]] Result<RunConfig> runConfigFromJson(std::string_view json);

} // namespace sb
