// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shoppers/demand.h"

#include <array>

namespace sb {
namespace {

// Sums to 24 000: the daily average is 1 000.
constexpr std::array<std::int64_t, 24> kByHour { 420, 280, 200, 170, 180, 260, 430, 680, 920, 1080, 1180,
    1270, 1400, 1330, 1210, 1180, 1210, 1290, 1450, 1680, 1850, 1800, 1470, 1060 };

constexpr std::int64_t sumOfHours()
{
    std::int64_t sum = 0;
    for (const std::int64_t hour : kByHour)
        sum += hour;
    return sum;
}
static_assert(sumOfHours() == 24'000);

} // namespace

Demand::Demand(std::size_t cityCount, UtcStart start)
    : m_cityCount(cityCount)
    , m_start(start)
    , m_percent(cityCount, 100)
{
    update(kStart);
}

std::int64_t Demand::hourPerMille(std::int64_t localMinuteOfDay)
{
    const auto hour = static_cast<std::size_t>(localMinuteOfDay / 60 % 24);
    const std::int64_t minute = localMinuteOfDay % 60;
    return kByHour[hour] + (kByHour[(hour + 1) % 24] - kByHour[hour]) * minute / 60;
}

void Demand::update(Instant now)
{
    const std::int64_t utcMinute = (m_start.unixSeconds + micros(now) / 1'000'000) / 60;
    std::vector<std::uint64_t> weights;
    std::int64_t total = 0, average = 0;
    for (std::size_t i = 0; i < m_cityCount; ++i) {
        const AtlasCity& city = atlas().cities[i];
        // Solar time: four minutes a degree. Close enough to clock time for a daily rhythm.
        const std::int64_t local = ((utcMinute + city.place.longitudeE4 * 4 / 10'000) % 1440 + 1440) % 1440;
        const std::int64_t weight = city.population / 1'000 * hourPerMille(local) * m_percent[i] / 100;
        weights.push_back(static_cast<std::uint64_t>(weight));
        total += weight;
        average += city.population / 1'000 * 1'000;
    }
    m_choice = WeightedChoice(weights);
    m_activityPerMille = average > 0 ? total * 1'000 / average : 1'000;
}

CityId Demand::drawCity(Rng& rng) const
{
    return CityId { static_cast<std::uint16_t>(m_choice.draw(rng)) };
}

} // namespace sb
