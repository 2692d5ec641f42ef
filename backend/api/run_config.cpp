// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON form: one object, one member per field. Durations are whole microseconds and end in "Us", the
// calendar start is seconds since 1970 UTC; both survive the round trip exactly.
#include "backend/api/run_config.h"

#include "backend/base/json_writer.h"
#include "backend/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>

namespace sb {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kTitleBytesMax = 200;
constexpr std::size_t kRegionsMax = 21;
constexpr std::int64_t kYear10000 = 253'402'300'800; // isoText writes four digits of year

std::string rangeText(Duration low, Duration high)
{
    return durationText(low) + " to " + durationText(high);
}

Result<> inRange(std::string_view field, std::int64_t value, std::int64_t low, std::int64_t high)
{
    if (value >= low && value <= high)
        return {};
    return fail(Errc::BadInput,
        std::string(field) + " is " + std::to_string(value) + "; it must be " + std::to_string(low) + " to "
            + std::to_string(high));
}

Result<> inRange(std::string_view field, Duration value, Duration low, Duration high)
{
    if (value >= low && value <= high)
        return {};
    return fail(Errc::BadInput,
        std::string(field) + " is " + durationText(value) + "; it must be " + rangeText(low, high));
}

Result<> validRegions(const RunConfig& config)
{
    if (config.regions.empty() || config.regions.size() > kRegionsMax)
        return fail(Errc::BadInput,
            "regions names " + std::to_string(config.regions.size()) + " regions; a run has 1 to "
                + std::to_string(kRegionsMax));
    std::set<std::string> seen;
    for (const std::string& code : config.regions) {
        if (code.empty() || code.find_first_of(" \t\r\n") != std::string::npos)
            return fail(
                Errc::BadInput, "regions holds '" + code + "', which is no region code such as eu-west-1");
        if (!seen.insert(code).second)
            return fail(Errc::BadInput, "regions names " + code + " twice; name each region once");
    }
    if (config.policy == RoutingPolicy::Failover && config.regions.size() < 2)
        return fail(
            Errc::BadInput, "policy failover needs a primary and a secondary; name at least two regions");
    if (config.entry == Entry::OriginGroup && config.regions.size() < 2)
        return fail(Errc::BadInput,
            "entry origin-group needs a primary and a secondary; name at least two regions");
    return {};
}

// One reader per type; each says which field and what it expects there.
Result<> read(const Json& json, std::string_view field, std::string& out)
{
    if (!json.is_string())
        return fail(Errc::BadInput, std::string(field) + " must be a text in quotes");
    out = json.get<std::string>();
    return {};
}

Result<> read(const Json& json, std::string_view field, std::uint64_t& out)
{
    if (!json.is_number_unsigned())
        return fail(Errc::BadInput, std::string(field) + " must be a whole number from 0 to 2^64 - 1");
    out = json.get<std::uint64_t>();
    return {};
}

Result<> read(const Json& json, std::string_view field, std::int64_t& out)
{
    if (!json.is_number_integer()
        || (json.is_number_unsigned()
            && json.get<std::uint64_t>() > std::uint64_t { std::numeric_limits<std::int64_t>::max() }))
        return fail(Errc::BadInput, std::string(field) + " must be a whole number");
    out = json.get<std::int64_t>();
    return {};
}

Result<> read(const Json& json, std::string_view field, int& out)
{
    std::int64_t wide = 0;
    if (const auto ok = read(json, field, wide); !ok)
        return ok;
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return fail(Errc::BadInput, std::string(field) + " is far out of range");
    out = static_cast<int>(wide);
    return {};
}

Result<> read(const Json& json, std::string_view field, Duration& out)
{
    std::int64_t us = 0;
    if (const auto ok = read(json, field, us); !ok)
        return ok;
    out = Duration { us };
    return {};
}

Result<> read(const Json& json, std::string_view field, UtcStart& out)
{
    return read(json, field, out.unixSeconds);
}

Result<> read(const Json& json, std::string_view field, std::vector<std::string>& out)
{
    if (!json.is_array())
        return fail(Errc::BadInput, std::string(field) + " must be a list of texts");
    out.clear();
    for (const Json& entry : json) {
        std::string text;
        if (const auto ok = read(entry, field, text); !ok)
            return ok;
        out.push_back(std::move(text));
    }
    return {};
}

template<typename Enum>
Result<> readEnum(const Json& json, std::string_view field, Enum& out, std::initializer_list<Enum> values)
{
    std::vector<std::string> names;
    for (const Enum value : values) {
        names.emplace_back(toString(value));
        if (json.is_string() && json.get_ref<const std::string&>() == names.back()) {
            out = value;
            return {};
        }
    }
    return fail(Errc::BadInput, std::string(field) + " must be one of: " + joined(names, ", "));
}

Result<> read(const Json& json, std::string_view field, StoreKind& out)
{
    return readEnum(json, field, out, { StoreKind::Memory, StoreKind::Sqlite });
}

Result<> read(const Json& json, std::string_view field, RoutingPolicy& out)
{
    return readEnum(json, field, out,
        { RoutingPolicy::Latency, RoutingPolicy::Failover, RoutingPolicy::Weighted,
            RoutingPolicy::Geolocation, RoutingPolicy::Geoproximity, RoutingPolicy::IpBased,
            RoutingPolicy::Multivalue, RoutingPolicy::Simple });
}

Result<> read(const Json& json, std::string_view field, CheckDesign& out)
{
    return readEnum(json, field, out,
        { CheckDesign::Route53, CheckDesign::TrafficManager, CheckDesign::FrontDoor, CheckDesign::Cloudflare,
            CheckDesign::CapacityDrain });
}

Result<> read(const Json& json, std::string_view field, Entry& out)
{
    return readEnum(json, field, out, { Entry::Dns, Entry::Accelerator, Entry::OriginGroup });
}

Result<> read(const Json& json, std::string_view field, ZonePublishing& out)
{
    return readEnum(
        json, field, out, { ZonePublishing::Direct, ZonePublishing::Guarded, ZonePublishing::Unguarded });
}

Result<> read(const Json& json, std::string_view field, bool& out)
{
    if (!json.is_boolean())
        return fail(Errc::BadInput, std::string(field) + " must be true or false");
    out = json.get<bool>();
    return {};
}

Result<> read(const Json& json, std::string_view field, DataProfile& out)
{
    return readEnum(json, field, out, { DataProfile::AsAws, DataProfile::Hardened });
}

Result<> read(const Json& json, std::string_view field, FailBackMode& out)
{
    return readEnum(json, field, out, { FailBackMode::Damped, FailBackMode::Instant });
}

// Calls visit(name, field) for each member, in the order of the file, and visit(name, field, default) for
// those that are written only when they differ from it. The one list of fields.
template<typename Config, typename Visit> void forEachField(Config& config, Visit&& visit)
{
    visit("title", config.title);
    visit("seed", config.seed);
    visit("startUtc", config.start);
    visit("regions", config.regions);
    visit("store", config.store);
    visit("requestRateHz", config.requestRateHz);
    visit("cities", config.cities);
    visit("ttlIgnorersPercent", config.ttlIgnorersPercent);
    visit("profile", config.profile);
    visit("shipsItemsSingly", config.shipsItemsSingly);
    visit("stockPercent", config.stockPercent);
    visit("clockOffsetMaxUs", config.clockOffsetMax);
    visit("logEntriesMax", config.logEntriesMax);
    visit("policy", config.policy);
    visit("ttlUs", config.ttl);
    visit("healthIntervalUs", config.healthInterval);
    visit("healthThreshold", config.healthThreshold);
    visit("failBack", config.failBack);
    visit("rampDwellUs", config.rampDwell);
    visit("errorObjectivePerMille", config.errorObjectivePerMille);
    visit("rtoObjectiveUs", config.rtoObjective);
    visit("lagObjectiveUs", config.lagObjective);
    static const RunConfig kUsual;
    visit("sharedAccountsPercent", config.sharedAccountsPercent, kUsual.sharedAccountsPercent);
    visit("buggify", config.buggify, kUsual.buggify);
    visit("tombstoneGraceUs", config.tombstoneGrace, kUsual.tombstoneGrace);
    visit("maxRpoUs", config.maxRpo, kUsual.maxRpo);
    visit("couponsPercent", config.couponsPercent, kUsual.couponsPercent);
    visit("checkDesign", config.checkDesign, kUsual.checkDesign);
    visit("checksDeeply", config.checksDeeply, kUsual.checksDeeply);
    visit("entry", config.entry, kUsual.entry);
    visit("publishing", config.publishing, kUsual.publishing);
    visit("cachingClientsPercent", config.cachingClientsPercent, kUsual.cachingClientsPercent);
    visit("pooledClientsPercent", config.pooledClientsPercent, kUsual.pooledClientsPercent);
    visit("browserCache", config.browserCache, kUsual.browserCache);
    visit("hintObeyedPercent", config.hintObeyedPercent, kUsual.hintObeyedPercent);
    visit("originAttempts", config.originAttempts, kUsual.originAttempts);
    visit("originConnectTimeoutUs", config.originConnectTimeout, kUsual.originConnectTimeout);
    visit("capacityPercent", config.capacityPercent, kUsual.capacityPercent);
    visit("zoneJson", config.zoneJson, kUsual.zoneJson);
    visit("checksJson", config.checksJson, kUsual.checksJson);
    visit("zoneName", config.zoneName, kUsual.zoneName);
    visit("controlsToml", config.controlsToml, kUsual.controlsToml);
    visit("plansToml", config.plansToml, kUsual.plansToml);
    visit("photosPerMinute", config.photosPerMinute, kUsual.photosPerMinute);
}

struct FieldWriter {
    JsonWriter& json;

    void operator()(const char* name, const std::vector<std::string>& list) const
    {
        json.key(name).beginArray();
        for (const std::string& text : list)
            json.value(text);
        json.endArray();
    }
    void operator()(const char* name, Duration value) const
    {
        json.key(name).value(std::int64_t { value.count() });
    }
    void operator()(const char* name, UtcStart value) const { json.key(name).value(value.unixSeconds); }
    void operator()(const char* name, StoreKind value) const { json.key(name).value(toString(value)); }
    void operator()(const char* name, RoutingPolicy value) const { json.key(name).value(toString(value)); }
    void operator()(const char* name, CheckDesign value) const { json.key(name).value(toString(value)); }
    void operator()(const char* name, Entry value) const { json.key(name).value(toString(value)); }
    void operator()(const char* name, ZonePublishing value) const { json.key(name).value(toString(value)); }
    void operator()(const char* name, DataProfile value) const { json.key(name).value(toString(value)); }
    void operator()(const char* name, FailBackMode value) const { json.key(name).value(toString(value)); }
    template<typename T> void operator()(const char* name, const T& value) const
    {
        json.key(name).value(value);
    }
    template<typename T> void operator()(const char* name, const T& value, const T& usual) const
    {
        if (value != usual)
            (*this)(name, value);
    }
};

} // namespace

std::string_view toString(RoutingPolicy policy)
{
    switch (policy) {
    case RoutingPolicy::Latency:
        return "latency";
    case RoutingPolicy::Failover:
        return "failover";
    case RoutingPolicy::Weighted:
        return "weighted";
    case RoutingPolicy::Geolocation:
        return "geolocation";
    case RoutingPolicy::Geoproximity:
        return "geoproximity";
    case RoutingPolicy::IpBased:
        return "ip-based";
    case RoutingPolicy::Multivalue:
        return "multivalue";
    case RoutingPolicy::Simple:
        return "simple";
    }
    return "unknown";
}

std::string_view toString(CheckDesign design)
{
    switch (design) {
    case CheckDesign::Route53:
        return "route53";
    case CheckDesign::TrafficManager:
        return "traffic-manager";
    case CheckDesign::FrontDoor:
        return "front-door";
    case CheckDesign::Cloudflare:
        return "cloudflare";
    case CheckDesign::CapacityDrain:
        return "capacity-drain";
    }
    return "unknown";
}

std::string_view toString(Entry entry)
{
    switch (entry) {
    case Entry::Dns:
        return "dns";
    case Entry::Accelerator:
        return "accelerator";
    case Entry::OriginGroup:
        return "origin-group";
    }
    return "unknown";
}

std::string_view toString(ZonePublishing publishing)
{
    switch (publishing) {
    case ZonePublishing::Direct:
        return "direct";
    case ZonePublishing::Guarded:
        return "guarded";
    case ZonePublishing::Unguarded:
        return "unguarded";
    }
    return "unknown";
}

std::string_view toString(DataProfile profile)
{
    switch (profile) {
    case DataProfile::AsAws:
        return "as-aws";
    case DataProfile::Hardened:
        return "hardened";
    }
    return "unknown";
}

std::string_view toString(FailBackMode mode)
{
    switch (mode) {
    case FailBackMode::Damped:
        return "damped";
    case FailBackMode::Instant:
        return "instant";
    }
    return "unknown";
}

std::string_view toString(StoreKind kind)
{
    switch (kind) {
    case StoreKind::Memory:
        return "memory";
    case StoreKind::Sqlite:
        return "sqlite";
    }
    return "unknown";
}

Result<> validate(const RunConfig& config)
{
    if (config.title.empty() || config.title.size() > kTitleBytesMax
        || config.title.find_first_of("\r\n") != std::string::npos)
        return fail(Errc::BadInput, "title must be one line of 1 to 200 bytes");
    if (const auto ok = validRegions(config); !ok)
        return ok;
    if (config.healthInterval != 10s && config.healthInterval != 30s)
        return fail(Errc::BadInput,
            "healthInterval is " + durationText(config.healthInterval) + "; it must be 10 s or 30 s");
    if (config.shipsItemsSingly && config.profile == DataProfile::Hardened)
        return fail(Errc::BadInput,
            "shipsItemsSingly goes with profile as-aws only; the hardened profile ships whole transactions");
    const Result<> checks[] {
        inRange("stockPercent", config.stockPercent, 1, 100),
        inRange("clockOffsetMax", config.clockOffsetMax, 1ms, 1min),
        inRange("tombstoneGrace", config.tombstoneGrace, 1s, 24h),
        config.maxRpo == 0us ? Result<> {} : inRange("maxRpo", config.maxRpo, 1s, 1h),
        inRange("couponsPercent", config.couponsPercent, 0, 100),
        inRange("photosPerMinute", config.photosPerMinute, 0, 6'000),
        inRange("cachingClientsPercent", config.cachingClientsPercent, 0, 100),
        inRange("pooledClientsPercent", config.pooledClientsPercent, 0, 100),
        inRange("cachingClientsPercent + pooledClientsPercent",
            config.cachingClientsPercent + config.pooledClientsPercent, 0, 100),
        inRange("hintObeyedPercent", config.hintObeyedPercent, 0, 100),
        inRange("originAttempts", config.originAttempts, 1, 3),
        inRange("originConnectTimeout", config.originConnectTimeout, 1s, 10s),
        inRange("capacityPercent", config.capacityPercent, 20, 1'000),
        inRange("logEntriesMax", config.logEntriesMax, 1'000, 10'000'000),
        inRange("start", config.start.unixSeconds, 0, kYear10000 - 1),
        inRange("requestRateHz", config.requestRateHz, 1, 20'000),
        inRange("cities", config.cities, 1, 300),
        inRange("sharedAccountsPercent", config.sharedAccountsPercent, 0, 100),
        inRange("ttlIgnorersPercent", config.ttlIgnorersPercent, 0, 100),
        inRange("ttl", config.ttl, 1s, 1h),
        inRange("healthThreshold", config.healthThreshold, 1, 10),
        inRange("rampDwell", config.rampDwell, 1s, 1h),
        inRange("errorObjectivePerMille", config.errorObjectivePerMille, 1, 1000),
        inRange("rtoObjective", config.rtoObjective, 1s, 24h),
        inRange("lagObjective", config.lagObjective, 1ms, 24h),
    };
    for (const Result<>& check : checks) {
        if (!check)
            return check;
    }
    return {};
}

std::string toJson(const RunConfig& config)
{
    JsonWriter json;
    json.beginObject();
    forEachField(config, FieldWriter { json });
    json.endObject();
    return json.take();
}

Result<RunConfig> runConfigFromJson(std::string_view text)
{
    Json json;
    try {
        json = Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error& error) {
        const std::string what = error.what(); // "[json.exception.parse_error.101] parse error at line 1, …"
        const std::size_t at = what.find("] ");
        return fail(Errc::BadInput,
            "the run configuration is not JSON: " + (at == std::string::npos ? what : what.substr(at + 2)));
    }
    if (!json.is_object())
        return fail(Errc::BadInput, "the run configuration must be a JSON object");
    RunConfig config;
    Result<> outcome;
    std::vector<std::string> known;
    forEachField(config, [&](const char* name, auto& field, const auto&...) {
        known.emplace_back(name);
        if (const auto found = json.find(name); found != json.end() && outcome)
            outcome = read(*found, name, field);
    });
    if (!outcome)
        return tl::make_unexpected(outcome.error());
    for (const auto& member : json.items()) {
        if (std::find(known.begin(), known.end(), member.key()) != known.end())
            continue;
        const std::string near = nearestName(member.key(), known);
        return fail(Errc::BadInput,
            "'" + member.key() + "' is not a field of the run configuration"
                + (near.empty() ? "; known: " + joined(known, ", ") : "; did you mean '" + near + "'?"));
    }
    if (const auto valid = validate(config); !valid)
        return tl::make_unexpected(valid.error());
    return config;
}

} // namespace sb
