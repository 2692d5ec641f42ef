// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own zone, written as its owner would write it.
#include "backend/net/atlas.h"
#include "backend/routing/zone.h"

#include <algorithm>
#include <array>

namespace sb {
namespace {

constexpr const char* kDomain = "bookstore.example.";
constexpr std::array<const char*, 7> kContinents { "AF", "AN", "AS", "EU", "NA", "OC", "SA" };

class OwnZone {
public:
    OwnZone(const std::vector<std::string>& codes, Duration ttl)
        : m_codes(codes)
        , m_ttl(ttl)
    {
        for (const std::string& code : codes)
            m_regions.push_back(atlas().findRegion(code).value());
    }
    [[nodiscard]] ZoneFile make(PolicyKind policy);

private:
    [[nodiscard]] static std::string entry() { return std::string("api.") + kDomain; }
    [[nodiscard]] static std::string any() { return std::string("any.") + kDomain; }
    [[nodiscard]] std::string leafName(std::size_t region) const
    {
        return "api-" + m_codes[region] + "." + kDomain;
    }
    ZoneRecord& add(const std::string& name, const std::string& identifier, RecordPolicy policy)
    {
        ZoneRecord record;
        record.name = name;
        record.setIdentifier = identifier;
        record.policy = std::move(policy);
        record.ttl = m_ttl;
        record.index = m_file.records.size();
        m_file.records.push_back(std::move(record));
        return m_file.records.back();
    }
    void addAlias(const std::string& name, std::size_t region, RecordPolicy policy)
    {
        ZoneRecord& record = add(name, identifierOf(name, region, policy), std::move(policy));
        record.alias = AliasTarget { m_file.id, leafName(region), true };
        record.healthCheck = "control-" + m_codes[region];
    }
    void addBranch(const std::string& name, const std::string& target, RecordPolicy policy)
    {
        add(name, target, std::move(policy)).alias = AliasTarget { m_file.id, target, true };
    }
    [[nodiscard]] std::string identifierOf(
        const std::string&, std::size_t region, const RecordPolicy& policy) const
    {
        const auto* geo = std::get_if<GeolocationPolicy>(&policy);
        return m_codes[region] + (geo == nullptr ? "" : " for " + geo->continent);
    }
    // Sums over the cities that `belongs` selects, weighted by their people; the least wins.
    template<typename Belongs> [[nodiscard]] std::optional<std::size_t> nearestRegion(Belongs belongs) const;
    [[nodiscard]] std::size_t nearestTo(GeoPoint place) const;
    void addLeaves();
    void addAny();
    void addFailover();
    void addGeolocation();
    void addBlocks();

    const std::vector<std::string>& m_codes;
    Duration m_ttl;
    std::vector<std::size_t> m_regions; // of the atlas
    ZoneFile m_file { "Z0BOOKSTORE", {}, {} };
};

template<typename Belongs> std::optional<std::size_t> OwnZone::nearestRegion(Belongs belongs) const
{
    std::optional<std::size_t> best;
    std::int64_t least = 0;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        std::int64_t sum = 0;
        for (const AtlasCity& city : atlas().cities)
            if (belongs(city)) // kilometres times thousands of people: far from 2^63
                sum += greatCircleMetres(city.place, atlas().regions[m_regions[i]].place) / 1'000
                    * (city.population / 1'000 + 1);
        if (sum > 0 && (!best || sum < least)) {
            best = i;
            least = sum;
        }
    }
    return best;
}

std::size_t OwnZone::nearestTo(GeoPoint place) const
{
    std::size_t best = 0;
    const auto metres
        = [&](std::size_t i) { return greatCircleMetres(place, atlas().regions[m_regions[i]].place); };
    for (std::size_t i = 1; i < m_regions.size(); ++i)
        if (metres(i) < metres(best))
            best = i;
    return best;
}

void OwnZone::addLeaves()
{
    for (std::size_t i = 0; i < m_codes.size(); ++i) {
        ZoneRecord& record = add(leafName(i), m_codes[i], WeightedPolicy { 1 });
        record.values = { regionAddress(RegionId { static_cast<std::uint8_t>(i) }) };
        record.healthCheck = "region-" + m_codes[i];
    }
}

// All regions by latency: the default of policies that do not reach everybody.
void OwnZone::addAny()
{
    for (std::size_t i = 0; i < m_codes.size(); ++i)
        addAlias(any(), i, LatencyPolicy { m_codes[i] });
}

// A pair; the secondary of more than two regions is again a pair.
void OwnZone::addFailover()
{
    std::string name = entry();
    for (std::size_t i = 0; i + 1 < m_codes.size(); ++i) {
        addAlias(name, i, FailoverPolicy { true });
        if (i + 2 == m_codes.size()) {
            addAlias(name, i + 1, FailoverPolicy { false });
            return;
        }
        const std::string next = "standby-" + std::to_string(i + 1) + "." + kDomain;
        addBranch(name, next, FailoverPolicy { false });
        name = next;
    }
}

void OwnZone::addGeolocation()
{
    for (const char* continent : kContinents) {
        const auto nearest = nearestRegion([&](const AtlasCity& city) {
            return placeText(continentOf(placeCode(city.country))) == continent;
        });
        if (nearest)
            addAlias(entry(), *nearest, GeolocationPolicy { continent, "", "" });
    }
    addBranch(entry(), any(), GeolocationPolicy { "", "*", "" });
    addAny();
}

void OwnZone::addBlocks()
{
    CidrCollection collection { "cities", {} };
    for (const std::string& code : m_codes)
        collection.locations.push_back({ code, {} });
    for (std::size_t i = 0; i < atlas().cities.size(); ++i) {
        auto& blocks = collection.locations[nearestTo(atlas().cities[i].place)].blocks;
        blocks.push_back(toString(cityBlocks(i).v4));
        blocks.push_back(toString(cityBlocks(i).v6));
    }
    m_file.collections.push_back(std::move(collection));
    for (std::size_t i = 0; i < m_codes.size(); ++i)
        addAlias(entry(), i, CidrPolicy { "cities", m_codes[i] });
    addBranch(entry(), any(), CidrPolicy { "cities", "*" });
    addAny();
}

ZoneFile OwnZone::make(PolicyKind policy)
{
    if (policy == PolicyKind::Simple) {
        ZoneRecord& record = add(entry(), "", SimplePolicy {});
        for (std::size_t i = 0; i < m_codes.size(); ++i)
            record.values.push_back(regionAddress(RegionId { static_cast<std::uint8_t>(i) }));
        return std::move(m_file);
    }
    if (policy == PolicyKind::Failover)
        addFailover();
    else if (policy == PolicyKind::Geolocation)
        addGeolocation();
    else if (policy == PolicyKind::IpBased)
        addBlocks();
    for (std::size_t i = 0; i < m_codes.size(); ++i) {
        if (policy == PolicyKind::Latency) {
            addAlias(entry(), i, LatencyPolicy { m_codes[i] });
        } else if (policy == PolicyKind::Weighted) {
            addAlias(entry(), i, WeightedPolicy { 10 });
        } else if (policy == PolicyKind::Geoproximity) {
            addAlias(entry(), i, GeoproximityPolicy { m_codes[i], "", std::nullopt, 0 });
        } else if (policy == PolicyKind::Multivalue) {
            ZoneRecord& record = add(entry(), m_codes[i], MultivaluePolicy {});
            record.values = { regionAddress(RegionId { static_cast<std::uint8_t>(i) }) };
            record.healthCheck = "entry-" + m_codes[i];
        }
    }
    if (policy != PolicyKind::Multivalue)
        addLeaves();
    return std::move(m_file);
}

} // namespace

ZoneFile ownZoneFile(PolicyKind policy, const std::vector<std::string>& codes, Duration ttl)
{
    return OwnZone(codes, ttl).make(policy);
}

RunZone ownRunZone(PolicyKind policy, const std::vector<std::string>& codes, Duration ttl)
{
    auto zone = runZoneFrom(ownZoneFile(policy, codes, ttl), "api.bookstore.example", codes);
    if (!zone) // programmer's error: the file is ours
        assertFailed(zone.error().what.c_str(), __FILE__, __LINE__);
    zone->isOwn = true;
    return std::move(*zone);
}

} // namespace sb
