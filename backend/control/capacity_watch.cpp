// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/capacity_watch.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kLoadHalves = 6; // 3 s
constexpr int kFull = 1'000; // per mille of a capacity
constexpr int kNearlyFull = 900;
constexpr int kWorsePerMille = 20; // what a command adds, to be worth a word
constexpr int kLooksOver = 5, kLooksUnder = 5; // a second each
constexpr int kCalmLooks = 15; // two seconds each
constexpr std::size_t kRecentLooks = 10; // 20 s
constexpr std::size_t kTrendLooks = 40; // 80 s
constexpr std::int64_t kScatter = 9 * 15; // three deviations, of visits of fifteen requests
constexpr int kStormRepeats = 200; // per mille of what came, while a region was full
constexpr std::uint64_t kSettled = 80; // half seconds from the start
constexpr Duration kWorthTelling = 10min;

std::string percentText(int perMille)
{
    return std::to_string((perMille + 5) / 10) + " %";
}

std::int64_t sumOf(const std::vector<std::int64_t>& values, std::size_t from, std::size_t count)
{
    std::int64_t sum = 0;
    for (std::size_t i = from; i < std::min(from + count, values.size()); ++i)
        sum += values[i];
    return sum;
}

} // namespace

Simulation::CapacityWatch::CapacityWatch(Simulation& simulation)
    : m_sim(simulation)
    , m_places(simulation.regionCount())
    , m_origins(simulation.regionCount())
    , m_cityMilliHz(simulation.network().cityCount(), 0)
    , m_cityAsked(simulation.network().cityCount(), 0)
{
    // The run begins in the middle of a day: regions know the customers whom they serve.
    for (std::uint16_t i = 0; i < simulation.network().cityCount(); ++i) {
        Region& region = simulation.region(simulation.resolvers().wouldAnswer(CityId { i }));
        region.caches().setWarm(region.originOf(CityId { i }));
    }
}

void Simulation::CapacityWatch::sample()
{
    ++m_count;
    sampleLoad();
    if (m_count % 2 == 0)
        for (std::uint8_t r = 0; r < m_places.size(); ++r)
            judge(RegionId { r });
    if (m_count % 20 == 0)
        measureCities();
    if (m_count % 4 == 0) {
        measure();
        lookAheadNow();
    }
}

void Simulation::CapacityWatch::sampleLoad()
{
    Sampled now;
    for (std::uint8_t r = 0; r < m_places.size(); ++r) {
        const Region::Counters& counters = m_sim.region(RegionId { r }).counters();
        now.work.push_back(counters.workPerMille);
        now.repeats.push_back(counters.repeats);
        now.arrived.push_back(counters.arrived);
    }
    m_history.push_back(std::move(now));
    if (m_history.size() > kLoadHalves + 1)
        m_history.erase(m_history.begin());
    const auto halves = static_cast<std::uint64_t>(m_history.size() - 1);
    for (std::uint8_t r = 0; halves > 0 && r < m_places.size(); ++r) {
        const std::uint64_t work = m_history.back().work[r] - m_history.front().work[r];
        const auto capacity = static_cast<std::uint64_t>(m_sim.region(RegionId { r }).config().capacityHz);
        Place& place = m_places[r];
        place.loadPerMille = static_cast<int>(work * 2 / (capacity * halves));
        place.peakPerMille = std::max(place.peakPerMille, place.loadPerMille);
    }
}

void Simulation::CapacityWatch::judge(RegionId region)
{
    Place& place = m_places[region.value];
    const Region::Counters& counters = m_sim.region(region).counters();
    place.over = place.loadPerMille > kFull ? place.over + 1 : 0;
    place.under = place.loadPerMille < kNearlyFull ? place.under + 1 : 0;
    const std::string& name = m_sim.m_names[region.value];
    const bool refuses = counters.refusedBusy > std::exchange(place.refused, counters.refusedBusy);
    if (!place.isExceeded && (place.over >= kLooksOver || (place.over > 0 && refuses))) {
        place.isExceeded = true;
        place.refusedBefore = counters.refusedBusy;
        place.arrivedBefore = counters.arrived;
        place.repeatsBefore = counters.repeats;
        place.exceededAt = m_sim.m_world.now();
        place.exceeded = m_sim.m_log.append({ .kind = EventKind::CapacityExceeded,
            .severity = Severity::Critical,
            .region = region,
            .object = name,
            .valueAfter = std::to_string(place.loadPerMille / 10),
            .unit = "%",
            .note = name + " is asked for " + percentText(place.loadPerMille) + " of what it can do" });
    } else if (place.isExceeded && place.under >= kLooksUnder) {
        place.isExceeded = false;
        place.isWarned = false;
        const auto refused = static_cast<std::int64_t>(counters.refusedBusy - place.refusedBefore);
        const std::uint64_t arrived = std::max<std::uint64_t>(1, counters.arrived - place.arrivedBefore);
        const auto repeats = static_cast<int>((counters.repeats - place.repeatsBefore) * 1'000 / arrived);
        m_sim.m_log.append({ .kind = EventKind::CapacityRelieved,
            .severity = Severity::Notice,
            .region = region,
            .cause = place.exceeded,
            .object = name,
            .action = repeats >= kStormRepeats ? "storm" : "peak",
            .valueAfter = std::to_string(place.loadPerMille / 10),
            .unit = "%",
            .note = name + " has room again after " + durationText(m_sim.m_world.now() - place.exceededAt)
                + "; it refused " + groupedText(refused) + (refused == 1 ? " request; " : " requests; ")
                + percentText(repeats) + " of what came were repeats" });
    }
}

// Customers whom nobody serves ask less often, or more often the same: what is known of them from before
// stays, unless they ask for more.
void Simulation::CapacityWatch::measure()
{
    std::vector<std::int64_t> asked(m_origins.size(), 0), failed(m_origins.size(), 0);
    for (std::uint16_t c = 0; c < m_cityAsked.size(); ++c) {
        const std::size_t origin = m_sim.region(RegionId { 0 }).originOf(CityId { c });
        for (std::uint8_t r = 0; r < m_places.size(); ++r) {
            const Shoppers::Flow& flow = m_sim.shoppers().flow(CityId { c }, RegionId { r });
            asked[origin] += flow.asked;
            failed[origin] += flow.failed;
        }
    }
    for (std::size_t o = 0; o < m_origins.size(); ++o) {
        Origin& origin = m_origins[o];
        const std::int64_t fresh = asked[o] - origin.lastAsked;
        const bool isServed = (failed[o] - origin.lastFailed) * 50 <= fresh;
        origin.lastAsked = asked[o];
        origin.lastFailed = failed[o];
        if (m_count < kSettled)
            continue; // those who were there at the start all arrive within a few seconds
        origin.recent.push_back(fresh);
        if (origin.recent.size() > kTrendLooks)
            origin.recent.erase(origin.recent.begin());
        const std::size_t looks = std::min(kRecentLooks, origin.recent.size());
        const std::int64_t rate = sumOf(origin.recent, origin.recent.size() - looks, looks) * 1'000
            / static_cast<std::int64_t>(2 * looks);
        const bool isGrowing = rate * 10 > origin.demand * 12; // by more than chance
        if (origin.demand == 0)
            origin.demand = rate;
        else if (isServed || isGrowing)
            origin.demand += (rate - origin.demand) / (isGrowing ? 3 : 15);
    }
}

void Simulation::CapacityWatch::measureCities()
{
    for (Origin& origin : m_origins)
        origin.cities = 0;
    for (std::uint16_t c = 0; c < m_cityAsked.size(); ++c) {
        std::uint64_t asked = 0;
        for (std::uint8_t r = 0; r < m_places.size(); ++r)
            asked += m_sim.shoppers().flow(CityId { c }, RegionId { r }).asked;
        const auto rate = static_cast<std::int64_t>(asked - m_cityAsked[c]) * 100; // of 10 s
        m_cityAsked[c] = asked;
        std::int64_t& slow = m_cityMilliHz[c];
        slow = m_count == 20 ? rate : slow + (rate - slow) / 8;
        m_origins[m_sim.region(RegionId { 0 }).originOf(CityId { c })].cities += slow;
    }
}

// Of a minute, where it is more than chance. A visit makes a dozen requests or so, in pages, so that their
// count scatters far more than the square root of it.
int Simulation::CapacityWatch::trendPerMille(const Origin& origin)
{
    if (origin.recent.size() < kTrendLooks)
        return 0;
    const std::int64_t before = sumOf(origin.recent, 0, kRecentLooks);
    const std::int64_t change = sumOf(origin.recent, kTrendLooks - kRecentLooks, kRecentLooks) - before;
    if (before == 0 || change * change < kScatter * (2 * before + change))
        return 0;
    return static_cast<int>(std::clamp<std::int64_t>(change * 1'000 / before, -500, 500));
}

bool Simulation::CapacityWatch::canAnyFill() const
{
    std::int64_t all = 0, least = INT64_MAX;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        all += m_origins[i].demand;
        least = std::min<std::int64_t>(
            least, m_sim.region(RegionId { static_cast<std::uint8_t>(i) }).config().capacityHz);
    }
    return all > least * 600; // six tenths, in thousandths: cold caches cost the rest
}

CapacityPicture Simulation::CapacityWatch::picture() const
{
    CapacityPicture picture;
    const Instant now = m_sim.m_world.now();
    for (std::uint8_t r = 0; r < m_places.size(); ++r) {
        const Region& region = *m_sim.m_regions[r].engine;
        CapacityPicture::Place place;
        place.capacityHz = region.config().capacityHz;
        place.isAnswering = !region.condition().isDown;
        for (std::size_t o = 0; o < m_origins.size(); ++o)
            place.warmth.push_back(region.caches().perMille(o, now) * (CacheWarmth::kFull / 1'000));
        picture.places.push_back(std::move(place));
    }
    picture.cacheFillReads = m_sim.m_regions.front().engine->caches().fillReads();
    picture.ttl = m_sim.m_config.ttl;
    picture.ignorersPercent = m_sim.m_config.ttlIgnorersPercent;
    return picture;
}

void Simulation::CapacityWatch::addStream(
    CapacityPicture& picture, CityId city, RegionId from, RegionId to, std::int64_t perMillion) const
{
    const auto origin = static_cast<std::uint8_t>(m_sim.m_regions.front().engine->originOf(city));
    // Cities tell how the origin's demand is spread, the origin how much it is: few ask in a single city.
    const std::int64_t all = m_origins[origin].cities;
    if (all == 0 || perMillion == 0)
        return;
    const std::int64_t rate
        = m_cityMilliHz[city.value] * perMillion / 1'000'000 * m_origins[origin].demand / all;
    for (TrafficStream& stream : picture.streams) {
        if (stream.from == from && stream.to == to && stream.origin == origin) {
            stream.milliHz += rate;
            return;
        }
    }
    picture.streams.push_back({ from, to, origin, rate, trendPerMille(m_origins[origin]) });
}

// What answers name now, and what they would name without the region: both by the zone's own rules, health
// and levers included. Where a policy draws, a city's customers are spread as its draws would spread them.
CapacityOutlook Simulation::CapacityWatch::outlookWithout(RegionId region, int keepsPerMille) const
{
    return outlookOf(region, keepsPerMille, false);
}

CapacityOutlook Simulation::CapacityWatch::outlookOf(RegionId without, int keepsPerMille, bool isLook) const
{
    constexpr std::uint64_t kPart = Walker::kWhole / 1'000'000;
    const Resolvers& resolvers = *m_sim.m_resolvers;
    CapacityPicture picture = this->picture();
    for (std::uint16_t c = 0; c < m_cityMilliHz.size(); ++c) {
        const CityId city { c };
        const std::vector<std::uint64_t>& now
            = isLook ? resolvers.chancesSeen(city) : resolvers.chances(city);
        for (std::uint8_t r = 0; r < m_places.size(); ++r)
            addStream(picture, city, RegionId { r }, RegionId { r },
                static_cast<std::int64_t>(now[r] / kPart)
                    * (RegionId { r } == without ? keepsPerMille : 1'000) / 1'000);
        const auto moved = static_cast<std::int64_t>(now[without.value] / kPart) * (1'000 - keepsPerMille);
        if (moved == 0)
            continue;
        const std::vector<std::uint64_t>& then
            = isLook ? resolvers.chancesSeen(city, without) : resolvers.chances(city, without);
        for (std::uint8_t r = 0; r < m_places.size(); ++r)
            addStream(picture, city, without, RegionId { r },
                moved / 1'000 * static_cast<std::int64_t>(then[r] / kPart) / 1'000'000);
    }
    return lookAhead(picture);
}

CapacityOutlook Simulation::CapacityWatch::outlookWith(RegionId region) const
{
    CapacityPicture picture = this->picture();
    picture.ttl = picture.ttl + 3 * m_sim.m_config.rampDwell; // it comes in steps
    for (std::uint16_t c = 0; c < m_cityMilliHz.size(); ++c) {
        const CityId city { c };
        const RegionId now = m_sim.m_resolvers->wouldAnswer(city);
        const bool isPrimary = m_sim.m_config.policy == RoutingPolicy::Failover
            ? region.value == 0
            : m_sim.m_regions.front().engine->originOf(city) == region.value;
        addStream(picture, city, now, isPrimary ? region : now, 1'000'000);
    }
    picture.places[region.value].isAnswering = true;
    return lookAhead(picture);
}

void Simulation::CapacityWatch::lookAheadNow()
{
    if (m_count < kSettled + 4 || !canAnyFill()) {
        m_answers.clear();
        return;
    }
    std::vector<RegionId> answers;
    for (std::uint16_t c = 0; c < m_cityMilliHz.size(); ++c)
        answers.push_back(m_sim.m_resolvers->wouldAnswer(CityId { c }));
    const std::vector<RegionId> before = m_answers.empty() ? answers : std::exchange(m_answers, answers);
    m_answers = answers;
    const bool hasMoved = answers != before;
    if (hasMoved)
        m_movedAt = m_sim.m_world.now();
    else if (m_sim.m_world.now() - m_movedAt < m_sim.m_config.ttl + 1min && m_movedAt > kStart)
        return; // what was foreseen at the move stands until the move is over
    CapacityPicture picture = this->picture();
    for (std::uint16_t c = 0; c < answers.size(); ++c)
        addStream(picture, CityId { c }, before[c], answers[c], 1'000'000);
    const CapacityOutlook outlook = lookAhead(picture);
    for (std::uint8_t r = 0; r < m_places.size(); ++r)
        tell(RegionId { r }, outlook.places[r],
            hasMoved ? "answers that move ask it for" : "growing demand asks it for");
}

void Simulation::CapacityWatch::tell(
    RegionId region, const CapacityOutlook::Place& outlook, const std::string& why)
{
    Place& place = m_places[region.value];
    const bool isComing = outlook.fullIn > 0us && outlook.fullIn <= kWorthTelling;
    place.fullAt = isComing ? m_sim.m_world.now() + outlook.fullIn : kNever;
    place.calmLooks = outlook.peakPerMille < kNearlyFull ? place.calmLooks + 1 : 0;
    if (place.calmLooks >= kCalmLooks)
        place.isWarned = false;
    if (!isComing || place.isWarned || place.isExceeded)
        return;
    place.isWarned = true;
    const std::string& name = m_sim.m_names[region.value];
    m_sim.m_log.append({ .kind = EventKind::CapacityWarning,
        .severity = Severity::Warning,
        .region = region,
        .object = name,
        .valueBefore = std::to_string(outlook.peakPerMille / 10),
        .valueAfter = std::to_string(outlook.fullIn.count() / 1'000'000),
        .unit = "s",
        .note = name + " will be full in " + durationText(outlook.fullIn) + ": " + why + " up to "
            + percentText(outlook.peakPerMille) + " of what it can do" });
}

std::string Simulation::CapacityWatch::textOf(const CapacityOutlook& outlook, RegionId but) const
{
    std::string text;
    for (std::uint8_t r = 0; r < m_places.size(); ++r) {
        const CapacityOutlook::Place& place = outlook.places[r];
        const bool isWorse = place.peakPerMille > place.nowPerMille + kWorsePerMille;
        if (RegionId { r } == but || place.fullIn == Duration::max() || !isWorse)
            continue;
        text += "; " + m_sim.m_names[r] + " would be asked for " + percentText(place.peakPerMille)
            + " of what it can do and be full "
            + (place.fullIn == 0us ? "at once, as it is now" : "in " + durationText(place.fullIn));
    }
    return text;
}

std::string Simulation::CapacityWatch::warningOf(const Command& command) const
{
    if (m_count < kSettled + 4)
        return {}; // nothing is known of the customers yet
    const auto without = [&](const std::string& code, int keepsPerMille) -> std::string {
        const auto region = m_sim.findRegion(code);
        return region ? textOf(outlookWithout(*region, keepsPerMille), *region) : std::string();
    };
    if (const auto* shift = std::get_if<ShiftAway>(&command))
        return without(shift->region, 0);
    if (const auto* dial = std::get_if<SetDial>(&command))
        return without(dial->region, dial->percent * 10);
    if (const auto* order = std::get_if<RegionOrder>(&command)) {
        const bool movesAway = order->verb == RegionVerb::Fence || order->verb == RegionVerb::Evict;
        return movesAway ? without(order->region, 0) : std::string();
    }
    if (const auto* back = std::get_if<FailBack>(&command)) {
        const auto region = m_sim.findRegion(back->region);
        return region ? textOf(outlookWith(*region), {}) : std::string();
    }
    if (const auto* controls = std::get_if<SetControls>(&command)) {
        std::string text;
        for (const SetControls::Change& change : controls->changes)
            for (const std::string& code : m_sim.m_codes)
                if (!change.isOn && change.control.find(code) != std::string::npos)
                    text += without(code, 0);
        return text;
    }
    return {};
}

std::vector<CapacityView> Simulation::CapacityWatch::views() const
{
    std::vector<CapacityView> views;
    std::size_t first = 0, second = 0; // the most loaded, and the most loaded other one
    for (std::size_t r = 1; r < m_places.size(); ++r)
        if (m_places[r].loadPerMille > m_places[first].loadPerMille)
            first = r;
    second = first == 0 ? m_places.size() - 1 : 0;
    for (std::size_t r = 0; r < m_places.size(); ++r)
        if (r != first && m_places[r].loadPerMille > m_places[second].loadPerMille)
            second = r;
    const auto idOf = [](std::size_t i) { return RegionId { static_cast<std::uint8_t>(i) }; };
    const CapacityOutlook ifFirst = outlookOf(idOf(first), 0, true);
    const CapacityOutlook ifSecond = outlookOf(idOf(second), 0, true);
    const Instant now = m_sim.m_world.now();
    for (std::size_t r = 0; r < m_places.size(); ++r) {
        const Region& region = *m_sim.m_regions[r].engine;
        const Place& place = m_places[r];
        CapacityView view;
        view.loadShare = place.loadPerMille / 1000.0;
        view.loadShareIfAlone = (r == first ? ifSecond : ifFirst).places[r].peakPerMille / 1000.0;
        std::int64_t warm = 0, all = 0;
        for (std::size_t o = 0; o < m_origins.size(); ++o) {
            // Of those whom it serves: an origin that never comes here has no reads to answer.
            const bool isServed = o == r || region.caches().perMille(o, now) > 10;
            all += isServed ? m_origins[o].demand : 0;
            warm += isServed ? m_origins[o].demand * region.caches().perMille(o, now) : 0;
        }
        view.cacheWarmth = all == 0 ? 1 : static_cast<double>(warm) / static_cast<double>(all) / 1000.0;
        if (place.loadPerMille >= kFull)
            view.fullIn = 0us;
        else if (place.fullAt != kNever)
            view.fullIn = std::max<Duration>(0us, place.fullAt - now);
        view.refusedBusy = region.counters().refusedBusy;
        view.queueWait = region.queueWait();
        const std::uint64_t arrived
            = m_history.empty() ? 0 : m_history.back().arrived[r] - m_history.front().arrived[r];
        if (arrived > 0)
            view.repeatShare = static_cast<double>(m_history.back().repeats[r] - m_history.front().repeats[r])
                / static_cast<double>(arrived);
        views.push_back(view);
    }
    return views;
}

} // namespace sb
