// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of trouble a run may meet. Each is a row of the table at the end: a name, how often it is drawn,
// and a function that writes commands of the product's own language. A new fault is a new row and its
// function; nothing else knows the kinds.
#include "backend/swarm/trouble_draw.h"

namespace sb {
namespace {

std::string link(const std::string& a, const std::string& b, const char* way = "")
{
    return a + " with " + b + way;
}

void onRegion(TroubleDraw& draw, const std::string& what, const std::string& how = {})
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    draw.fault(at, what + region + how, draw.span());
}

void onLink(TroubleDraw& draw, const std::string& what, const std::string& how)
{
    const Instant at = draw.moment();
    const std::string a = draw.region();
    const std::string b = draw.otherThan(a);
    draw.fault(at, what + link(a, b) + how, draw.span());
}

void regionOutage(TroubleDraw& draw)
{
    onRegion(draw, "region-outage ");
}

// A crash and a restart, again and again: most of the time is spent coming back.
void flappingRegion(TroubleDraw& draw)
{
    const std::string region = draw.region();
    Instant at = draw.moment();
    for (std::uint64_t i = 2 + draw.rng().below(4); i > 0; --i) {
        const Duration span = draw.rng().between(1s, 8s);
        draw.fault(at, "region-outage " + region, span);
        at += span + draw.rng().between(500ms, 6s);
    }
}

void mappingRemoved(TroubleDraw& draw)
{
    onRegion(draw, "mapping-removed ");
}

void replicationPaused(TroubleDraw& draw)
{
    onRegion(draw, "replication-paused ");
}

void linkCut(TroubleDraw& draw)
{
    onLink(draw, "link-partitioned ", "");
}

void linkCutOneWay(TroubleDraw& draw)
{
    onLink(draw, "link-partitioned ", draw.rng().chance(500'000) ? " outbound" : " inbound");
}

// Nobody hears one region, or it hears nobody, or both.
void isolateOne(TroubleDraw& draw)
{
    const std::string lonely = draw.region();
    const Instant at = draw.moment();
    const Duration span = draw.span();
    const char* const ways[] { "", "", " outbound", " inbound" };
    const char* way = ways[draw.rng().below(4)];
    for (const std::string& other : draw.regions())
        if (other != lonely)
            draw.fault(at, "link-partitioned " + link(lonely, other, way), span);
}

// Two sides, every link between them cut: both ways, or one side still hears the other.
void twoSides(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const Duration span = draw.span();
    const char* way = draw.rng().chance(600'000) ? "" : " outbound";
    const std::size_t count = draw.regions().size();
    const std::uint64_t sides = 1 + draw.rng().below((std::uint64_t { 1 } << count) - 2); // neither is empty
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b)
            if ((sides >> a & 1) != 0 && (sides >> b & 1) == 0)
                draw.fault(at, "link-partitioned " + link(draw.regions()[a], draw.regions()[b], way), span);
}

// Swizzle-clog (FoundationDB's name): some links fail one after the other and return in another order.
void swizzleClog(TroubleDraw& draw)
{
    const Instant from = draw.moment();
    const Duration spread = draw.rng().between(1s, 10s);
    for (std::size_t a = 0; a < draw.regions().size(); ++a)
        for (std::size_t b = a + 1; b < draw.regions().size(); ++b) {
            if (draw.rng().chance(400'000))
                continue;
            const Duration cutAfter = draw.rng().between(0us, spread);
            const Duration backAfter = spread + 1s + draw.rng().between(0us, spread);
            draw.fault(from + cutAfter, "link-partitioned " + link(draw.regions()[a], draw.regions()[b]),
                backAfter - cutAfter);
        }
}

std::string drawDelay(TroubleDraw& draw)
{
    const char* const ways[] { "", " outbound", " inbound" };
    const std::int64_t most = draw.rng().below(3) == 0 ? 4'000 : 500;
    const std::string delay = " by " + std::to_string(draw.rng().between(20, most)) + "ms";
    return delay + ways[draw.rng().below(3)];
}

void slowLink(TroubleDraw& draw)
{
    onLink(draw, "latency-added ", drawDelay(draw));
}

void slowRegion(TroubleDraw& draw)
{
    onRegion(draw, "latency-added ", drawDelay(draw));
}

// Its last writes have left it nowhere when it goes: the RPO case.
void outageWithUnshippedWrites(TroubleDraw& draw)
{
    const std::string region = draw.region();
    const Instant at = draw.moment();
    const Duration waiting = draw.rng().between(500ms, 15s);
    draw.fault(at, "replication-paused " + region, waiting + 2s);
    const Duration span = draw.span();
    draw.fault(at + waiting, "region-outage " + region, span);
}

// The second region goes while the first is still out: it may hold the only copy of the first one's writes.
void secondOutage(TroubleDraw& draw)
{
    const std::string first = draw.region();
    const std::string second = draw.otherThan(first);
    const Instant at = draw.moment();
    const Duration span = draw.span() + 5s;
    draw.fault(at, "region-outage " + first, span);
    const Instant next = at + draw.rng().between(100ms, 5s);
    draw.fault(next, "region-outage " + second, draw.span());
}

// The operator fails back before the region is well.
void failBackTooEarly(TroubleDraw& draw)
{
    const std::string region = draw.region();
    const Instant at = draw.moment();
    draw.fault(at, "region-outage " + region, draw.rng().between(20s, 90s));
    draw.order(at + draw.rng().between(1s, 60s), "fail-back " + region);
}

// The region fails again, or is cut off, in the middle of its fail-back.
void failBackInterrupted(TroubleDraw& draw)
{
    const std::string region = draw.region();
    const Instant at = draw.moment();
    draw.fault(at, "mapping-removed " + region, draw.rng().between(30s, 60s));
    const Instant back = at + draw.rng().between(50s, 80s);
    draw.order(back, "fail-back " + region);
    const Instant worst = back + draw.rng().between(500ms, 50s);
    switch (draw.rng().below(3)) {
    case 0:
        draw.fault(worst, "region-outage " + region, draw.span());
        break;
    case 1:
        draw.fault(worst, "link-partitioned " + link(region, draw.otherThan(region)), 20s);
        break;
    default:
        draw.order(worst, "abort-fail-back " + region);
        draw.order(worst + draw.rng().between(100ms, 20s), "fail-back " + region);
        break;
    }
}

void wrongRegionRestored(TroubleDraw& draw)
{
    const std::string region = draw.region();
    const Instant at = draw.moment();
    draw.fault(at, "region-outage " + region, draw.span());
    const std::string wrong = draw.otherThan(region);
    draw.order(at + draw.rng().between(100ms, 20s), "restore " + wrong);
    draw.order(at + draw.rng().between(10s, 40s), "restore " + region);
}

void everythingCleared(TroubleDraw& draw)
{
    draw.order(draw.moment(), "clear all");
}

void regionDestroyed(TroubleDraw& draw)
{
    onRegion(draw, "region-destroyed ");
}

// What the region acknowledged last is in its store alone when `fault` befalls it.
void withUnshippedWrites(TroubleDraw& draw, const char* fault)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    const Duration waiting = draw.rng().between(1s, 15s);
    draw.fault(at, "replication-paused " + region, waiting + 5s);
    draw.fault(at + waiting, fault + region, draw.span());
}

void destroyedWithUnshippedWrites(TroubleDraw& draw)
{
    withUnshippedWrites(draw, "region-destroyed ");
}

// Its first source is lost while it copies.
void rebuildInterrupted(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    const Duration span = draw.rng().between(1s, 20s);
    draw.fault(at, "region-destroyed " + region, span);
    draw.fault(
        at + span + draw.rng().between(100ms, 3s), "region-outage " + draw.otherThan(region), draw.span());
}

std::string signedMillis(TroubleDraw& draw, std::int64_t from, std::int64_t to)
{
    return (draw.rng().chance(500'000) ? " by -" : " by ") + std::to_string(draw.rng().between(from, to))
        + "ms";
}

void clockSkewed(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    draw.fault(at, "clock-skewed " + region + signedMillis(draw, 50, 30'000), draw.span());
}

void clockDrifting(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    draw.fault(at, "clock-drifting " + region + signedMillis(draw, 1, 50), draw.span());
}

// The operator fences a region, as before a failover, and lifts the fence again, or leaves it.
void regionFenced(TroubleDraw& draw)
{
    const std::string region = draw.region();
    const Instant at = draw.moment();
    draw.order(at, "fence " + region);
    const Duration span = draw.rng().between(2s, 60s);
    if (draw.rng().chance(700'000))
        draw.order(at + span, "unfence " + region);
}

// Cut off from everybody, voters included or not, it is fenced: it must stop by itself.
void fencedBehindACut(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    const Duration span = draw.span();
    for (const std::string& other : draw.regions())
        if (other != region)
            draw.fault(at, "link-partitioned " + link(region, other), span);
    const Duration wait = draw.rng().between(100ms, 10s);
    draw.order(at + wait, "fence " + region);
    draw.order(at + wait + span, "unfence " + region);
}

void storeFailing(TroubleDraw& draw)
{
    onRegion(draw, "store-failing ");
}

// The blog's writer is cut off, or dies, and another region takes its seat; later it may be moved on.
void writerSeized(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string writer = draw.region();
    const Duration span = draw.rng().between(8s, 40s);
    if (draw.rng().chance(300'000))
        draw.fault(at, "region-outage " + writer, span);
    else
        for (const std::string& other : draw.regions())
            if (other != writer)
                draw.fault(at, "link-partitioned " + link(writer, other), span);
    const Instant seized = at + draw.rng().between(1s, 8s);
    draw.order(seized, "seize-writer " + draw.otherThan(writer));
    const Instant moved = at + draw.rng().between(10s, 60s);
    draw.order(moved, "move-writer " + draw.region());
}

void writerMoved(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    draw.order(at, "move-writer " + draw.region());
    if (draw.rng().chance(500'000)) { // cut off in the middle of it
        const std::string a = draw.region();
        const Instant cut = at + draw.rng().between(10ms, 2s);
        const std::string what = "link-partitioned " + link(a, draw.otherThan(a));
        draw.fault(cut, what, draw.rng().between(2s, 30s));
    }
    const Instant again = at + draw.rng().between(500ms, 40s);
    draw.order(again, "move-writer " + draw.region());
}

void diskFull(TroubleDraw& draw)
{
    onRegion(draw, "disk-full ");
}

void diskStalled(TroubleDraw& draw)
{
    const std::int64_t most = draw.rng().below(3) == 0 ? 8'000 : 300;
    onRegion(draw, "disk-stalled ", " by " + std::to_string(draw.rng().between(5, most)) + "ms");
}

void diskRotten(TroubleDraw& draw)
{
    onRegion(draw, "disk-rotten ");
}

void rotWithUnshippedWrites(TroubleDraw& draw)
{
    withUnshippedWrites(draw, "disk-rotten ");
}

void diskLying(TroubleDraw& draw)
{
    onRegion(draw, "disk-lying ");
}

// The power goes while the disk lies, sometimes again, and sometimes with writes that nobody else has.
void powerLostInLie(TroubleDraw& draw)
{
    const std::string region = draw.region();
    Instant at = draw.moment();
    const Duration lie = draw.span() + 5s;
    draw.fault(at, "disk-lying " + region, lie);
    if (draw.rng().chance(500'000))
        draw.fault(at, "replication-paused " + region, lie);
    for (std::uint64_t outages = 1 + draw.rng().below(2); outages > 0; --outages) {
        at += draw.rng().between(500ms, 10s);
        const Duration span = draw.rng().between(1s, 20s);
        draw.fault(at, "region-outage " + region, span);
        at += span;
    }
}

// One disk fault meets another trouble of the same region.
void diskAndMore(TroubleDraw& draw)
{
    const char* const disks[] { "disk-full ", "disk-rotten ", "disk-lying " };
    const char* const others[] { "region-outage ", "region-destroyed ", "replication-paused ", "disk-full " };
    const std::string region = draw.region();
    const Instant at = draw.moment();
    const char* disk = disks[draw.rng().below(3)];
    const char* other = others[draw.rng().below(4)];
    draw.fault(at, disk + region, draw.span());
    const Instant later = at + draw.rng().between(0us, 15s);
    draw.fault(later, other + region, draw.span());
}

// Of a region that is out, or of one that sells on: the second may cost what was announced.
void rightsRevoked(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    const Duration span = draw.span();
    draw.fault(
        at, draw.rng().below(3) == 0 ? "replication-paused " + region : "region-outage " + region, span);
    draw.order(at + draw.rng().between(100ms, span), "revoke-rights " + region);
}

// Now and then the region crashes meanwhile, and its consumers go back to where they last knew they were.
void streamPoisoned(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    const Duration span = draw.span();
    draw.fault(at, "stream-poisoned " + region, span);
    if (draw.rng().chance(300'000))
        draw.fault(at + span / 2, "region-outage " + region, draw.rng().between(1s, 8s));
    if (draw.rng().chance(500'000))
        draw.order(at + span + 5s, "retry-poison " + region);
    if (draw.rng().chance(300'000))
        draw.order(at + span + 10s, "rebuild-board " + region);
}

// The health path is sound and requests are not; or the other way round; or the checkers do not get through.
void grayFailing(TroubleDraw& draw)
{
    const std::string share = std::to_string(draw.rng().between(5, 60)) + "%";
    onRegion(draw, "gray-failing ", " by " + share);
}

void healthPathFailing(TroubleDraw& draw)
{
    onRegion(draw, "health-path-failing ");
}

void checkersCut(TroubleDraw& draw)
{
    const std::string share = std::to_string(draw.rng().between(20, 100)) + "%";
    onRegion(draw, "checkers-cut ", " by " + share);
}

void trafficSurge(TroubleDraw& draw)
{
    onRegion(draw, "traffic-surge ", " by " + std::to_string(draw.rng().between(20, 400)) + "%");
}

// Long enough that the plan under its hands is outdated. Refused where the zone is not made by plans.
void enactorStalled(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    draw.fault(at, "enactor-stalled " + draw.region(), draw.rng().between(15s, 2min));
}

// At once or with a tail, to one region or all. Refused, as the next, where nobody uploads photos.
void objectsPaused(TroubleDraw& draw)
{
    const std::string from = draw.region();
    std::string what = "objects-paused " + from;
    if (draw.rng().chance(500'000))
        what = "objects-paused " + link(from, draw.otherThan(from));
    if (draw.rng().chance(300'000))
        what += " by " + std::to_string(draw.rng().between(1, 500)) + "ms";
    const Instant at = draw.moment();
    draw.fault(at, what, draw.span());
}

// The gap that it leaves is copied in half of the cases.
void objectRuleOff(TroubleDraw& draw)
{
    const std::string from = draw.region();
    const std::string pair = from + " " + draw.otherThan(from);
    const Instant at = draw.moment();
    const Duration span = draw.span();
    draw.order(at, "object-rule " + pair + " off");
    draw.order(at + span, "object-rule " + pair + " on");
    if (draw.rng().chance(500'000))
        draw.order(at + span + 1s, "backfill-objects " + pair);
}

constexpr TroubleKind kKinds[] {
    { "region-outage", 4, regionOutage },
    { "flapping-region", 2, flappingRegion },
    { "mapping-removed", 2, mappingRemoved },
    { "replication-paused", 2, replicationPaused },
    { "link-cut", 3, linkCut },
    { "link-cut-one-way", 3, linkCutOneWay },
    { "isolate-one", 2, isolateOne },
    { "two-sides", 2, twoSides },
    { "swizzle-clog", 2, swizzleClog },
    { "slow-link", 2, slowLink },
    { "slow-region", 2, slowRegion },
    { "outage-with-unshipped-writes", 3, outageWithUnshippedWrites },
    { "second-outage", 2, secondOutage },
    { "fail-back-too-early", 2, failBackTooEarly },
    { "fail-back-interrupted", 3, failBackInterrupted },
    { "wrong-region-restored", 1, wrongRegionRestored },
    { "region-destroyed", 3, regionDestroyed },
    { "destroyed-with-unshipped-writes", 2, destroyedWithUnshippedWrites },
    { "rebuild-interrupted", 2, rebuildInterrupted },
    { "clock-skewed", 2, clockSkewed },
    { "clock-drifting", 2, clockDrifting },
    { "store-failing", 1, storeFailing },
    { "region-fenced", 2, regionFenced },
    { "fenced-behind-a-cut", 2, fencedBehindACut },
    { "disk-full", 2, diskFull },
    { "disk-stalled", 2, diskStalled },
    { "disk-rotten", 1, diskRotten },
    { "rot-with-unshipped-writes", 2, rotWithUnshippedWrites },
    { "disk-lying", 1, diskLying },
    { "power-lost-in-lie", 3, powerLostInLie },
    { "disk-and-more", 2, diskAndMore },
    { "rights-revoked", 1, rightsRevoked },
    { "stream-poisoned", 2, streamPoisoned },
    { "everything-cleared", 1, everythingCleared },
    { "writer-seized", 2, writerSeized },
    { "writer-moved", 2, writerMoved },
    { "gray-failing", 1, grayFailing },
    { "health-path-failing", 1, healthPathFailing },
    { "checkers-cut", 1, checkersCut },
    { "traffic-surge", 1, trafficSurge },
    { "enactor-stalled", 1, enactorStalled },
    { "objects-paused", 1, objectsPaused },
    { "object-rule-off", 1, objectRuleOff },
};

} // namespace

std::vector<std::string> troubleKinds()
{
    std::vector<std::string> names;
    for (const TroubleKind& kind : kKinds)
        names.emplace_back(kind.name);
    return names;
}

std::vector<Trouble> drawTroubles(
    Rng& rng, const RunConfig& config, Instant from, Instant to, std::size_t count)
{
    return drawFrom(kKinds, rng, config, from, to, count);
}

std::vector<Trouble> drawFrom(std::span<const TroubleKind> kinds, Rng& rng, const RunConfig& config,
    Instant from, Instant to, std::size_t count)
{
    std::vector<std::uint64_t> weights;
    for (const TroubleKind& kind : kinds)
        weights.push_back(rng.chance(500'000) ? kind.weight : 0);
    if (std::all_of(weights.begin(), weights.end(), [](std::uint64_t weight) { return weight == 0; }))
        weights.front() = 1;
    const WeightedChoice choice(weights);
    std::vector<Trouble> troubles;
    for (std::size_t i = 0; i < count; ++i) {
        const TroubleKind& kind = kinds[choice.draw(rng)];
        TroubleDraw draw(rng, config, from, to);
        kind.draw(draw);
        std::vector<TimedCommand> commands = draw.take();
        const auto isLate = [&](const TimedCommand& timed) { return timed.at > to; };
        commands.erase(std::remove_if(commands.begin(), commands.end(), isLate), commands.end());
        if (!commands.empty())
            troubles.push_back({ kind.name, std::move(commands) });
    }
    std::stable_sort(troubles.begin(), troubles.end(),
        [](const Trouble& a, const Trouble& b) { return a.commands.front().at < b.commands.front().at; });
    return troubles;
}

} // namespace sb
