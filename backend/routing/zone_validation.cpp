// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/text.h"
#include "backend/routing/asker.h"
#include "backend/routing/zone_records.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace sb {
namespace {

constexpr std::size_t kRecordsMax = 10'000;
constexpr std::size_t kWeightedMax = 100;
constexpr std::size_t kIdentifierMax = 128;
constexpr std::size_t kLocationNameMax = 16;
constexpr std::int64_t kTtlMax = 2'147'483'647;
constexpr int kV4BitsMax = 24, kV6BitsMax = 48;
constexpr std::array<std::string_view, 7> kContinents { "AF", "AN", "AS", "EU", "NA", "OC", "SA" };

using Group = std::vector<const ZoneRecord*>;

std::string quoted(std::string_view text)
{
    return "'" + std::string(text) + "'";
}

class Findings {
public:
    explicit Findings(const ZoneFile& zone)
        : m_zone(zone)
    {
    }
    std::vector<std::string> take();

private:
    void say(const ZoneRecord& record, std::string_view field, const std::string& what)
    {
        m_all.push_back("record " + std::to_string(record.index) + ", " + record.name + " "
            + std::string(toString(record.type))
            + (record.setIdentifier.empty() ? "" : " " + quoted(record.setIdentifier)) + ": "
            + std::string(field) + " " + what);
    }
    void checkCommon(const ZoneRecord& record);
    void checkContent(const ZoneRecord& record);
    void check(const ZoneRecord& record, const SimplePolicy&);
    void check(const ZoneRecord& record, const WeightedPolicy& policy);
    void check(const ZoneRecord&, const FailoverPolicy&) { }
    void check(const ZoneRecord& record, const LatencyPolicy& policy);
    void check(const ZoneRecord& record, const GeolocationPolicy& policy);
    void check(const ZoneRecord& record, const GeoproximityPolicy& policy);
    void check(const ZoneRecord& record, const CidrPolicy& policy);
    void check(const ZoneRecord& record, const MultivaluePolicy&);
    void checkOneValue(const ZoneRecord& record);
    void checkGroup(const Group& group);
    void checkTwins(const Group& group);
    void checkWeighted(const Group& group);
    void checkCollections();
    void checkBlocks(const CidrCollection& collection);

    const ZoneFile& m_zone;
    std::vector<std::string> m_all;
};

void Findings::checkCommon(const ZoneRecord& record)
{
    if (record.name.empty() || record.name.back() != '.')
        say(record, "Name", "must be absolute; end it with a dot");
    else if (lowerAscii(record.name) != record.name)
        say(record, "Name", "must be lower case");
    const bool isSimple = std::holds_alternative<SimplePolicy>(record.policy);
    if (!isSimple && record.setIdentifier.empty())
        say(record, "SetIdentifier",
            "is missing; records of the " + std::string(policyName(record.policy))
                + " policy need one that is unique within name and type");
    if (isSimple && !record.setIdentifier.empty())
        say(record, "SetIdentifier", "stands without a policy; give the record one, or leave it out");
    if (record.setIdentifier.size() > kIdentifierMax)
        say(record, "SetIdentifier", "has more than 128 characters; shorten it");
    const std::int64_t ttl = record.ttl.count();
    if (ttl < 0 || ttl / 1'000'000 > kTtlMax)
        say(record, "TTL", "is " + std::to_string(ttl / 1'000'000) + " s; write 0 to 2147483647");
}

void Findings::checkContent(const ZoneRecord& record)
{
    if (record.alias && !record.values.empty())
        say(record, "ResourceRecords", "stand beside an AliasTarget; keep one of the two");
    if (!record.alias && record.values.empty())
        say(record, "ResourceRecords", "are empty; give at least one value, or an AliasTarget");
    if (record.alias && (record.alias->name.empty() || record.alias->name.back() != '.'))
        say(record, "AliasTarget.DNSName", "must be absolute; end it with a dot");
}

void Findings::checkOneValue(const ZoneRecord& record)
{
    if (record.values.size() > 1)
        say(record, "ResourceRecords",
            "hold " + std::to_string(record.values.size()) + " values; a record of the "
                + std::string(policyName(record.policy)) + " policy has one: make one record for each value");
}

void Findings::check(const ZoneRecord&, const SimplePolicy&)
{
}

void Findings::check(const ZoneRecord& record, const WeightedPolicy& policy)
{
    if (policy.weight < 0 || policy.weight > 255)
        say(record, "Weight", "is " + std::to_string(policy.weight) + "; write 0 to 255");
    checkOneValue(record);
}

void Findings::check(const ZoneRecord& record, const LatencyPolicy& policy)
{
    if (policy.region.empty())
        say(record, "Region", "is empty; write a region's code such as eu-west-1");
    checkOneValue(record);
}

void Findings::check(const ZoneRecord& record, const GeolocationPolicy& policy)
{
    const bool hasContinent = !policy.continent.empty(), hasCountry = !policy.country.empty();
    if (hasContinent == hasCountry) {
        say(record, "GeoLocation", "must name exactly one of ContinentCode and CountryCode");
        return;
    }
    if (hasContinent
        && std::find(kContinents.begin(), kContinents.end(), policy.continent) == kContinents.end())
        say(record, "GeoLocation.ContinentCode",
            "is " + quoted(policy.continent) + "; write one of AF, AN, AS, EU, NA, OC, SA");
    const PlaceCode country = placeCode(policy.country);
    if (hasCountry && policy.country != "*"
        && (continentOf(country) == 0 || placeText(country) != policy.country))
        say(record, "GeoLocation.CountryCode",
            "is " + quoted(policy.country)
                + "; write a country of ISO 3166-1 in two capital letters, or * for the default");
    if (policy.subdivision.empty())
        return;
    if (policy.country != "US" && policy.country != "UA")
        say(record, "GeoLocation.SubdivisionCode", "stands with another country than US or UA; leave it out");
    else if (policy.subdivision.size() > 3)
        say(record, "GeoLocation.SubdivisionCode",
            "is " + quoted(policy.subdivision) + "; write at most three characters, such as CA");
}

void Findings::check(const ZoneRecord& record, const GeoproximityPolicy& policy)
{
    const int places
        = (policy.region.empty() ? 0 : 1) + (policy.localZoneGroup.empty() ? 0 : 1) + (policy.place ? 1 : 0);
    if (places != 1)
        say(record, "GeoProximityLocation",
            "names " + std::to_string(places)
                + " places; write exactly one of AWSRegion, LocalZoneGroup and Coordinates");
    if (policy.bias < -99 || policy.bias > 99)
        say(record, "GeoProximityLocation.Bias", "is " + std::to_string(policy.bias) + "; write -99 to 99");
    if (policy.place
        && (std::abs(policy.place->latitudeE4) > 900'000 || std::abs(policy.place->longitudeE4) > 1'800'000))
        say(record, "GeoProximityLocation.Coordinates",
            "lie outside the globe; latitude is -90 to 90, longitude -180 to 180");
}

void Findings::check(const ZoneRecord& record, const CidrPolicy& policy)
{
    if (policy.location.empty() || policy.location.size() > kLocationNameMax)
        say(record, "CidrRoutingConfig.LocationName",
            "is " + quoted(policy.location) + "; write 1 to 16 characters, or * for the default");
    const auto collection = std::find_if(m_zone.collections.begin(), m_zone.collections.end(),
        [&](const CidrCollection& c) { return c.id == policy.collection; });
    if (collection == m_zone.collections.end()) {
        say(record, "CidrRoutingConfig.CollectionId",
            quoted(policy.collection) + " is no collection of this zone; add the collection with its blocks");
        return;
    }
    const bool isKnown = policy.location == "*"
        || std::any_of(collection->locations.begin(), collection->locations.end(),
            [&](const CidrCollection::Location& l) { return l.name == policy.location; });
    if (!isKnown)
        say(record, "CidrRoutingConfig.LocationName",
            quoted(policy.location) + " is no location of collection " + quoted(policy.collection)
                + "; add it there, or use * for the default");
}

void Findings::check(const ZoneRecord& record, const MultivaluePolicy&)
{
    if (record.alias)
        say(record, "AliasTarget", "is not allowed with the multivalue policy; give the record a value");
}

// What makes a record of its group the same as another one; empty: nothing but its identifier.
std::pair<std::string_view, std::string> placeOf(const ZoneRecord& record)
{
    if (const auto* p = std::get_if<LatencyPolicy>(&record.policy))
        return { "Region", p->region };
    if (const auto* p = std::get_if<GeolocationPolicy>(&record.policy))
        return { "GeoLocation",
            joined({ p->continent, p->country, p->subdivision }, p->subdivision.empty() ? "" : " ") };
    if (const auto* p = std::get_if<CidrPolicy>(&record.policy))
        return { "CidrRoutingConfig.LocationName", p->location };
    if (const auto* p = std::get_if<FailoverPolicy>(&record.policy))
        return { "Failover", p->isPrimary ? "PRIMARY" : "SECONDARY" };
    return {};
}

void Findings::checkTwins(const Group& group)
{
    std::map<std::string, std::size_t> identifiers, places;
    for (const ZoneRecord* record : group) {
        if (const auto [found, isNew] = identifiers.emplace(record->setIdentifier, record->index);
            !isNew && !record->setIdentifier.empty())
            say(*record, "SetIdentifier",
                "is that of record " + std::to_string(found->second) + " as well; give each its own");
        const auto [field, place] = placeOf(*record);
        if (place.empty())
            continue;
        if (const auto [found, isNew] = places.emplace(place, record->index); !isNew)
            say(*record, field,
                quoted(place) + " is that of record " + std::to_string(found->second)
                    + " as well; one record each is allowed");
    }
}

void Findings::checkWeighted(const Group& group)
{
    if (group.size() > kWeightedMax)
        say(*group[kWeightedMax], "Weight",
            "is the " + std::to_string(kWeightedMax + 1) + "st of " + std::to_string(group.size())
                + " weighted records; 100 are allowed for one name and type: split them by an alias");
    const ZoneRecord* first = nullptr;
    for (const ZoneRecord* record : group) {
        if (record->alias)
            continue;
        if (first == nullptr)
            first = record;
        else if (record->ttl != first->ttl)
            say(*record, "TTL",
                "differs from that of record " + std::to_string(first->index)
                    + "; weighted records of one name and type have one TTL");
    }
}

void Findings::checkGroup(const Group& group)
{
    const ZoneRecord& first = *group.front();
    for (const ZoneRecord* record : group)
        if (record->policy.index() != first.policy.index()) {
            say(*record, "policy",
                "is " + std::string(policyName(record->policy)) + ", that of record "
                    + std::to_string(first.index) + " is " + std::string(policyName(first.policy))
                    + "; a name and type has one policy: put an alias between");
            return;
        }
    if (std::holds_alternative<SimplePolicy>(first.policy) && group.size() > 1)
        say(*group[1], "policy",
            "is simple like that of record " + std::to_string(first.index)
                + "; keep one record with all values, or give both a policy");
    checkTwins(group);
    if (std::holds_alternative<WeightedPolicy>(first.policy))
        checkWeighted(group);
    if (const auto* cidr = std::get_if<CidrPolicy>(&first.policy))
        for (const ZoneRecord* record : group)
            if (std::get<CidrPolicy>(record->policy).collection != cidr->collection)
                say(*record, "CidrRoutingConfig.CollectionId",
                    "differs from that of record " + std::to_string(first.index)
                        + "; all records of one name and type use the same collection");
}

void Findings::checkBlocks(const CidrCollection& collection)
{
    std::map<std::string, std::string> seen; // block -> location
    for (const CidrCollection::Location& location : collection.locations) {
        const std::string where
            = "collection " + quoted(collection.id) + ", location " + quoted(location.name) + ": ";
        if (location.name.empty() || location.name.size() > kLocationNameMax || location.name == "*")
            m_all.push_back(where + "LocationName must have 1 to 16 characters and not be *");
        for (const std::string& text : location.blocks) {
            const auto block = parseIpPrefix(text);
            if (!block) {
                m_all.push_back(where + "CidrList: " + block.error().what);
                continue;
            }
            const int longest = block->isV6 ? kV6BitsMax : kV4BitsMax;
            if (block->bits < 1 || block->bits > longest)
                m_all.push_back(where + "CidrList " + quoted(text) + " has a length of "
                    + std::to_string(block->bits) + "; write 1 to " + std::to_string(longest));
            if (const auto [found, isNew] = seen.emplace(toString(*block), location.name); !isNew)
                m_all.push_back(where + "CidrList " + quoted(text) + " is in location "
                    + quoted(found->second) + " as well; keep it in one");
        }
    }
}

void Findings::checkCollections()
{
    std::set<std::string> ids;
    for (const CidrCollection& collection : m_zone.collections) {
        if (!ids.insert(collection.id).second)
            m_all.push_back("collection " + quoted(collection.id) + ": Id is there twice; keep one of them");
        checkBlocks(collection);
    }
}

std::vector<std::string> Findings::take()
{
    if (m_zone.records.size() > kRecordsMax)
        say(m_zone.records[kRecordsMax], "number",
            "is " + std::to_string(kRecordsMax + 1) + " of " + std::to_string(m_zone.records.size())
                + "; a zone holds 10000 records: split it");
    std::map<std::tuple<std::string_view, RecordType>, Group> groups;
    for (const ZoneRecord& record : m_zone.records) {
        checkCommon(record);
        checkContent(record);
        std::visit([&](const auto& policy) { check(record, policy); }, record.policy);
        groups[{ record.name, record.type }].push_back(&record);
    }
    for (const auto& [key, group] : groups)
        checkGroup(group);
    checkCollections();
    return std::move(m_all);
}

} // namespace

std::vector<std::string> validateZone(const ZoneFile& zone)
{
    return Findings(zone).take();
}

} // namespace sb
