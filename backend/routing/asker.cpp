// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/asker.h"

#include "backend/base/text.h"
#include "backend/net/atlas.h"
#include "resources/resources.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

namespace sb {
namespace {

constexpr std::size_t kRegionBlocksFrom = 384; // after the cities', of which there are 300

struct CountryRow {
    PlaceCode country, continent;
};

// Calls `row` with the fields of every line but the first.
template<typename Row> void forEachRow(std::string_view file, Row row)
{
    std::string_view text = resource(file);
    for (bool isHeader = true; !text.empty(); isHeader = false) {
        const std::size_t end = text.find('\n');
        if (!isHeader)
            row(splitCsvLine(text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view {} : text.substr(end + 1);
    }
}

const std::vector<CountryRow>& countries()
{
    static const std::vector<CountryRow> rows = [] {
        std::vector<CountryRow> all;
        forEachRow("countries.csv", [&](const std::vector<std::string>& row) {
            all.push_back({ placeCode(row[0]), placeCode(row[1]) });
        });
        std::sort(all.begin(), all.end(),
            [](const CountryRow& a, const CountryRow& b) { return a.country < b.country; });
        return all;
    }();
    return rows;
}

PlaceCode subdivisionOf(std::string_view city, std::string_view country)
{
    PlaceCode code = 0;
    forEachRow("subdivisions.csv", [&](const std::vector<std::string>& row) {
        if (row[0] == city && row[1] == country)
            code = placeCode(row[2]);
    });
    return code;
}

void cutOff(IpPrefix& prefix)
{
    const int all = prefix.isV6 ? 128 : 32;
    for (int bit = prefix.bits; bit < all; ++bit)
        prefix.bytes[static_cast<std::size_t>(bit / 8)]
            &= static_cast<std::uint8_t>(~(0x80U >> (static_cast<unsigned>(bit) % 8)));
}

PlaceBlocks blocks(std::size_t number)
{
    SB_ASSERT(number < 512);
    const auto high = static_cast<std::uint8_t>(number >> 8), low = static_cast<std::uint8_t>(number);
    PlaceBlocks both;
    both.v4.bits = 24;
    both.v4.bytes = { 198, static_cast<std::uint8_t>(18 + high), low };
    both.v6.bits = 48;
    both.v6.isV6 = true;
    both.v6.bytes = { 0x20, 0x01, 0x0D, 0xB8, high, low };
    return both;
}

Asker askerInRegionOfAtlas(std::size_t index)
{
    const AtlasRegion& region = atlas().regions[index];
    Asker asker = askerAt(region.place, region.country);
    asker.label = region.code + " (" + region.city + ", " + region.country + ")";
    asker.subdivision = subdivisionOf(region.city, region.country);
    asker.prefix = regionBlocks(index).v4;
    asker.roundTrip = region.roundTrip;
    return asker;
}

} // namespace

bool IpPrefix::contains(const IpPrefix& other) const
{
    if (isV6 != other.isV6 || other.bits < bits)
        return false;
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (!std::equal(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(whole), other.bytes.begin()))
        return false;
    const int rest = bits % 8;
    return rest == 0 || ((bytes[whole] ^ other.bytes[whole]) >> (8 - rest)) == 0;
}

Result<IpPrefix> parseIpPrefix(std::string_view text)
{
    const auto bad = [&](const std::string& why) -> Result<IpPrefix> {
        return fail(Errc::BadInput,
            "'" + std::string(text) + "' is no address block: " + why
                + "; write 192.0.2.0/24 or 2001:db8::/48, or a single address");
    };
    const std::size_t slash = std::min(text.find('/'), text.size());
    const std::string address(text.substr(0, slash));
    IpPrefix prefix;
    prefix.isV6 = address.find(':') != std::string::npos;
    if (inet_pton(prefix.isV6 ? AF_INET6 : AF_INET, address.c_str(), prefix.bytes.data()) != 1
        || address.size() != std::string_view(address.c_str()).size())
        return bad("'" + address + "' is no address");
    const int longest = prefix.isV6 ? 128 : 32;
    prefix.bits = longest;
    if (slash < text.size()) {
        const std::string_view length = text.substr(slash + 1);
        const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), prefix.bits);
        if (error != std::errc {} || end != length.data() + length.size() || prefix.bits < 0
            || prefix.bits > longest)
            return bad("its length must be 0 to " + std::to_string(longest));
    }
    cutOff(prefix);
    return prefix;
}

std::string toString(const IpPrefix& prefix)
{
    char text[INET6_ADDRSTRLEN] = {};
    inet_ntop(prefix.isV6 ? AF_INET6 : AF_INET, prefix.bytes.data(), text, sizeof text);
    return std::string(text) + "/" + std::to_string(prefix.bits);
}

PlaceCode placeCode(std::string_view text)
{
    PlaceCode code = 0;
    if (text.size() > 3)
        return 0;
    for (const char c : text)
        code = code << 8 | static_cast<unsigned char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return code;
}

std::string placeText(PlaceCode code)
{
    std::string text;
    for (int shift = 16; shift >= 0; shift -= 8)
        if (const char c = static_cast<char>(code >> shift & 0xFF); c != 0)
            text += c;
    return text;
}

PlaceCode continentOf(PlaceCode country)
{
    const auto& rows = countries();
    const auto found = std::lower_bound(rows.begin(), rows.end(), country,
        [](const CountryRow& row, PlaceCode code) { return row.country < code; });
    return found != rows.end() && found->country == country ? found->continent : 0;
}

PlaceBlocks cityBlocks(std::size_t city)
{
    SB_ASSERT(city < kRegionBlocksFrom);
    return blocks(city);
}

PlaceBlocks regionBlocks(std::size_t region)
{
    return blocks(kRegionBlocksFrom + region);
}

Asker askerAt(GeoPoint place, std::string_view country, std::string_view subdivision)
{
    Asker asker;
    asker.place = place;
    asker.country = placeCode(country);
    asker.continent = continentOf(asker.country);
    asker.subdivision = placeCode(subdivision);
    asker.label = country.empty() ? std::string("a place without a country") : std::string(country);
    for (const AtlasRegion& region : atlas().regions)
        asker.roundTrip.push_back(userRoundTrip(greatCircleMetres(place, region.place)));
    return asker;
}

Asker askerInAtlasCity(std::size_t city)
{
    const AtlasCity& entry = atlas().cities[city];
    Asker asker = askerAt(entry.place, entry.country);
    asker.label = entry.name + ", " + entry.country;
    asker.subdivision = subdivisionOf(entry.name, entry.country);
    asker.prefix = cityBlocks(city).v4;
    return asker;
}

Result<Asker> askerInCity(std::string_view name)
{
    const std::string wanted = lowerAscii(name);
    const Atlas& places = atlas();
    std::vector<std::string> known;
    for (std::size_t i = 0; i < places.cities.size(); ++i) {
        if (lowerAscii(places.cities[i].name) == wanted)
            return askerInAtlasCity(i);
        known.push_back(places.cities[i].name);
    }
    for (std::size_t i = 0; i < places.regions.size(); ++i) {
        const AtlasRegion& region = places.regions[i];
        known.push_back(region.city);
        if (lowerAscii(region.city) != wanted)
            continue;
        Asker asker = askerAt(region.place, region.country); // a home there, not a machine in the region
        asker.label = region.city + ", " + region.country;
        asker.subdivision = subdivisionOf(region.city, region.country);
        asker.prefix = regionBlocks(i).v4;
        return asker;
    }
    const std::string near = nearestName(name, known);
    return fail(Errc::UnknownName,
        "'" + std::string(name) + "' is no city of the atlas"
            + (near.empty()
                    ? "; it has the 300 largest cities of the world and those of the cloud regions, by "
                      "their names in resources/cities.csv"
                    : "; did you mean '" + near + "'?"));
}

Result<Asker> askerInRegion(std::string_view code)
{
    const auto found = atlas().findRegion(code);
    if (!found)
        return tl::make_unexpected(found.error());
    return askerInRegionOfAtlas(*found);
}

Result<Asker> askerFromSubnet(std::string_view text)
{
    const auto prefix = parseIpPrefix(text);
    if (!prefix)
        return tl::make_unexpected(prefix.error());
    const auto isIn
        = [&](const PlaceBlocks& own) { return own.v4.contains(*prefix) || own.v6.contains(*prefix); };
    const Atlas& places = atlas();
    Asker asker;
    asker.label = toString(*prefix);
    for (std::size_t i = 0; i < places.cities.size(); ++i)
        if (isIn(cityBlocks(i)))
            asker = askerInAtlasCity(i);
    for (std::size_t i = 0; i < places.regions.size(); ++i)
        if (isIn(regionBlocks(i)))
            asker = askerInRegionOfAtlas(i);
    if (asker.place)
        asker.label = toString(*prefix) + " (" + asker.label + ")";
    asker.prefix = *prefix;
    return asker;
}

const Asker& queryOrigin(const std::optional<Asker>& clientSubnet, const Asker& resolver)
{
    return clientSubnet ? *clientSubnet : resolver;
}

} // namespace sb
