// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/net/atlas.h"

#include "backend/base/text.h"
#include "resources/resources.h"

#include <algorithm>
#include <charconv>

namespace sb {
namespace {

std::vector<std::vector<std::string>> csvRows(std::string_view text)
{
    std::vector<std::vector<std::string>> rows;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0)
            rows.push_back(splitCsvLine(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    SB_ASSERT(rows.size() > 1);
    return rows;
}

std::size_t columnOf(const std::vector<std::string>& header, std::string_view name)
{
    const auto found = std::find(header.begin(), header.end(), name);
    SB_ASSERT(found != header.end());
    return static_cast<std::size_t>(found - header.begin());
}

std::int64_t integer(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    SB_ASSERT(error == std::errc {} && end == text.data() + text.size());
    return value;
}

// "-33.92" -> -339200, without floating point.
std::int32_t degreesE4(std::string_view text)
{
    const bool isNegative = !text.empty() && text.front() == '-';
    if (isNegative)
        text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string fraction(point < text.size() ? text.substr(point + 1, 4) : std::string_view {});
    fraction.resize(4, '0');
    const std::int64_t value = integer(text.substr(0, point)) * 10'000 + integer(fraction);
    return static_cast<std::int32_t>(isNegative ? -value : value);
}

std::vector<AtlasRegion> readRegions()
{
    const auto rows = csvRows(resource("regions.csv"));
    const auto& header = rows.front();
    const std::size_t code = columnOf(header, "code"), name = columnOf(header, "name"),
                      city = columnOf(header, "city"), country = columnOf(header, "country"),
                      letter = columnOf(header, "letter"),
                      latitude = columnOf(header, "latitude"), longitude = columnOf(header, "longitude");
    std::vector<AtlasRegion> regions;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& row = rows[i];
        regions.push_back({ row[code], row[name], row[city], row[letter].empty() ? '?' : row[letter][0],
            { degreesE4(row[latitude]), degreesE4(row[longitude]) }, {}, row[country] });
    }
    const auto matrix = csvRows(resource("region-rtt-ms.csv"));
    for (AtlasRegion& from : regions) {
        const auto row = std::find_if(
            matrix.begin() + 1, matrix.end(), [&](const auto& r) { return r[0] == from.code; });
        SB_ASSERT(row != matrix.end());
        for (const AtlasRegion& to : regions)
            from.roundTrip.push_back(Duration { integer((*row)[columnOf(matrix.front(), to.code)]) * 1'000 });
    }
    return regions;
}

std::vector<AtlasCity> readCities()
{
    const auto rows = csvRows(resource("cities.csv"));
    const auto& header = rows.front();
    std::vector<AtlasCity> cities;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& row = rows[i];
        cities.push_back({ row[columnOf(header, "name")], row[columnOf(header, "country")],
            { degreesE4(row[columnOf(header, "latitude")]), degreesE4(row[columnOf(header, "longitude")]) },
            integer(row[columnOf(header, "population")]) });
    }
    std::stable_sort(cities.begin(), cities.end(),
        [](const auto& a, const auto& b) { return a.population > b.population; });
    return cities;
}

} // namespace

const Atlas& atlas()
{
    static const Atlas instance { readRegions(), readCities() };
    return instance;
}

Result<std::size_t> Atlas::findRegion(std::string_view code) const
{
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        if (regions[i].code == code)
            return i;
        codes.push_back(regions[i].code);
    }
    const std::string near = nearestName(code, codes);
    return fail(Errc::UnknownName,
        "'" + std::string(code) + "' is not a known region"
            + (near.empty() ? "; known: " + joined(codes, ", ") : "; did you mean '" + near + "'?"));
}

} // namespace sb
