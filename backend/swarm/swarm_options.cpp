// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/swarm_options.h"

#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/net/atlas.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::uint64_t kCoinPpm = 500'000;
constexpr std::array<Duration, 6> kTtls { 5s, 10s, 30s, 60s, 60s, 120s };

template<typename T> void shuffle(std::vector<T>& list, Rng& rng)
{
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[rng.below(i)]);
}

// The one place that turns a profile's name into configuration.
void applyProfile(const std::string& name, RunConfig& config)
{
    config.profile = name == toString(DataProfile::Hardened) ? DataProfile::Hardened : DataProfile::AsAws;
    // Safe whatever the grace, so it is short; where time alone is trusted it stays at its usual length.
    if (config.profile == DataProfile::Hardened)
        config.tombstoneGrace = Duration { Rng(config.seed).fork("swarm-grace").between(1, 30) * 1'000'000 };
}

// Of two regions many, of six few: small worlds are quick, and most mistakes need no large one.
std::size_t drawRegionCount(Rng& rng)
{
    constexpr std::array<std::size_t, 10> kCounts { 2, 2, 2, 3, 3, 3, 4, 4, 5, 6 };
    return kCounts[rng.below(kCounts.size())];
}

RunConfig drawConfig(std::uint64_t seed, Rng& rng)
{
    RunConfig config;
    config.title = "Swarm, seed " + std::to_string(seed);
    config.seed = seed;
    config.start.unixSeconds += rng.between(0, 24 * 3600 - 1); // the hour decides which cities are awake
    std::vector<std::string> codes;
    for (const AtlasRegion& region : atlas().regions)
        codes.push_back(region.code);
    shuffle(codes, rng);
    codes.resize(drawRegionCount(rng));
    config.regions = codes;
    config.store = rng.below(16) == 0 ? StoreKind::Sqlite : StoreKind::Memory;
    config.requestRateHz
        = static_cast<int>(rng.chance(kCoinPpm) ? rng.between(10, 60) : rng.between(60, 300));
    config.cities = static_cast<int>(rng.between(20, 300));
    // Conflicts need one customer in two places; the usual 2 % make few of them.
    config.sharedAccountsPercent = rng.chance(kCoinPpm) ? 2 : static_cast<int>(rng.between(20, 100));
    config.ttlIgnorersPercent
        = static_cast<int>(rng.chance(kCoinPpm) ? rng.between(0, 5) : rng.between(0, 40));
    config.policy = rng.below(4) == 0 ? RoutingPolicy::Failover : RoutingPolicy::Latency;
    config.ttl = kTtls[rng.below(kTtls.size())];
    config.healthInterval = rng.below(3) == 0 ? 30s : 10s;
    config.healthThreshold = static_cast<int>(rng.between(1, 4));
    config.failBack = rng.below(4) == 0 ? FailBackMode::Instant : FailBackMode::Damped;
    config.rampDwell = Duration { rng.between(1, 15) * 1'000'000 };
    config.lagObjective = Duration { rng.between(1, 8) * 1'000'000 };
    config.buggify = rng.chance(kCoinPpm);
    return config;
}

// What belongs to the data plane, from a stream of its own.
void drawData(Rng rng, RunConfig& config)
{
    if (rng.chance(kCoinPpm)) // of most books a handful of copies: rights run out, and are moved about
        config.stockPercent = static_cast<int>(rng.between(1, 3));
    if (rng.chance(kCoinPpm)) // the blog's writer waits for the others
        config.maxRpo = rng.between(Duration { 1s }, Duration { 10s });
    if (config.profile == DataProfile::AsAws)
        config.shipsItemsSingly = rng.below(6) == 0;
    if (rng.below(4) == 0) // most runs check as the first cloud does
        config.checkDesign = static_cast<CheckDesign>(rng.below(kCheckDesignCount));
    config.checksDeeply = rng.below(4) == 0;
    if (rng.below(4) == 0)
        config.publishing = ZonePublishing::Guarded;
}

// The ways to a region and those who move it about, in half of the seeds; the others are about data.
void drawRouting(Rng& rng, RunConfig& config)
{
    config.policy = static_cast<RoutingPolicy>(rng.below(kRoutingPolicyCount));
    constexpr std::array<Entry, 4> kEntries { Entry::Dns, Entry::Dns, Entry::Accelerator,
        Entry::OriginGroup };
    config.entry = kEntries[rng.below(kEntries.size())];
    if (rng.chance(kCoinPpm))
        config.checkDesign = static_cast<CheckDesign>(rng.below(kCheckDesignCount));
    const std::uint64_t publishing = rng.below(4);
    if (publishing < kZonePublishingCount)
        config.publishing = static_cast<ZonePublishing>(publishing);
    if (rng.below(4) == 0)
        config.controlsToml = armedControls(config.regions);
    if (rng.chance(kCoinPpm))
        config.plansToml = { rehearsalPlan() };
}

} // namespace

Result<> validate(const SwarmOptions& options)
{
    if (options.profile != toString(DataProfile::AsAws) && options.profile != toString(DataProfile::Hardened))
        return fail(
            Errc::UnknownName, "there is no profile '" + options.profile + "'; known: as-aws, hardened");
    if (options.length < 2min || options.length > 2h)
        return fail(
            Errc::BadInput, "a run lasts " + durationText(options.length) + "; it must be 2 min to 2 h");
    return {};
}

SwarmCase drawCase(std::uint64_t seed, const SwarmOptions& options)
{
    const Rng root = Rng(seed).fork("swarm");
    Rng rng = root.fork("options");
    SwarmCase drawn;
    drawn.config = drawConfig(seed, rng);
    applyProfile(options.profile, drawn.config);
    drawData(root.fork("data"), drawn.config);
    const std::int64_t length = options.length.count();
    drawn.coreAt = atMicros(length * rng.between(55, 65) / 100);
    drawn.healAt = drawn.coreAt + Duration { length * 15 / 100 };
    drawn.until = atMicros(length);
    drawn.core = drawn.config.regions;
    shuffle(drawn.core, rng);
    drawn.core.resize(static_cast<std::size_t>(rng.between(2, static_cast<std::int64_t>(drawn.core.size()))));
    drawn.leavesOthersDead = rng.chance(kCoinPpm);
    drawn.failsBack = rng.chance(kCoinPpm);
    const std::uint64_t oracle = rng.below(8);
    drawn.oracle = oracle == 0 ? SwarmOracle::SameRunTwice
        : oracle == 1          ? SwarmOracle::OtherStore
                               : SwarmOracle::None;
    const auto troublesMax = static_cast<std::int64_t>(3 + options.length / 1min);
    const auto count = static_cast<std::size_t>(rng.between(1, troublesMax));
    Rng coupons = root.fork("coupons");
    if (coupons.chance(kCoinPpm))
        drawn.config.couponsPercent = static_cast<int>(coupons.between(20, 100));
    Rng photos = root.fork("photos");
    if (photos.below(3) == 0)
        drawn.config.photosPerMinute = static_cast<int>(photos.between(6, 240));
    Rng mishaps = root.fork("troubles");
    drawn.troubles = drawTroubles(mishaps, drawn.config, kStart + 5s, drawn.coreAt - 5s, count);
    Rng routing = root.fork("routing");
    if (!routing.chance(kCoinPpm))
        return drawn;
    drawRouting(routing, drawn.config);
    const auto acts = static_cast<std::size_t>(routing.between(1, 2 + options.length / 1min));
    for (Trouble& act : drawSteering(routing, drawn.config, kStart + 5s, drawn.coreAt - 5s, acts))
        drawn.troubles.push_back(std::move(act));
    std::stable_sort(drawn.troubles.begin(), drawn.troubles.end(),
        [](const Trouble& a, const Trouble& b) { return a.commands.front().at < b.commands.front().at; });
    return drawn;
}

std::string toText(const SwarmCase& swarmCase)
{
    const RunConfig& c = swarmCase.config;
    std::string text = "  world    " + joined(c.regions, ", ") + "; " + std::to_string(c.requestRateHz)
        + " requests/s from " + std::to_string(c.cities) + " cities, " + std::string(toString(c.store))
        + " store, " + std::string(toString(c.policy)) + " routing, " + std::string(toString(c.failBack))
        + " fail-back, TTL " + durationText(c.ttl) + " (" + std::to_string(c.ttlIgnorersPercent)
        + " % ignore it), " + std::to_string(c.sharedAccountsPercent) + " % on shared accounts, checks every "
        + durationText(c.healthInterval) + " x " + std::to_string(c.healthThreshold)
        + (c.checkDesign == CheckDesign::Route53 ? "" : ", " + std::string(toString(c.checkDesign)))
        + (c.checksDeeply ? ", deep" : "")
        + (c.entry == Entry::Dns ? "" : ", by " + std::string(toString(c.entry)))
        + (c.publishing == ZonePublishing::Direct ? ""
                                                  : ", zone by plans " + std::string(toString(c.publishing)))
        + (c.controlsToml.empty() ? "" : ", controls armed first")
        + (c.plansToml.empty() ? "" : ", a plan of its own") + (c.buggify ? ", buggify" : "")
        + "\n  with     profile " + std::string(toString(c.profile)) + ", " + std::to_string(c.stockPercent)
        + " % of the stock, " + std::to_string(c.couponsPercent) + " % want a coupon, ramp "
        + durationText(c.rampDwell) + " a step, lag objective " + durationText(c.lagObjective)
        + (c.shipsItemsSingly ? ", rows ship singly" : "")
        + (c.photosPerMinute == 0 ? "" : ", " + std::to_string(c.photosPerMinute) + " photos a minute")
        + (c.maxRpo == 0us ? "" : ", blog at most " + durationText(c.maxRpo) + " ahead")
        + (c.tombstoneGrace == RunConfig {}.tombstoneGrace
                ? ""
                : ", tombstones kept for " + durationText(c.tombstoneGrace))
        + (swarmCase.failsBack ? ", held regions are failed back" : "") + "\n";
    for (const Trouble& trouble : swarmCase.troubles)
        for (const TimedCommand& timed : trouble.commands)
            text += "  +" + durationText(timed.at - kStart) + "  " + formatCommand(timed.command) + "    ("
                + trouble.kind + ")\n";
    text += "  +" + durationText(swarmCase.coreAt - kStart)
        + "  heal the core: " + joined(swarmCase.core, ", ")
        + (swarmCase.leavesOthersDead && swarmCase.core.size() < c.regions.size() ? "; the others are dead"
                                                                                  : "")
        + "\n  +" + durationText(swarmCase.healAt - kStart) + "  heal everything\n  +"
        + durationText(swarmCase.until - kStart) + "  customers rest\n";
    return text;
}

} // namespace sb
