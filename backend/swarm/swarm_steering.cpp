// SPDX-License-Identifier: GPL-3.0-or-later
// What operators do in the middle of a run: shifts, dials, routing controls, recovery plans, in sound worlds
// and in broken ones, and also what is refused. And the one fault that only steering sees, edges that hear
// nothing. Only some seeds have a share of it (drawSteering).
#include "backend/swarm/trouble_draw.h"

#include "backend/base/text.h"

namespace sb {
namespace {

void edgesCut(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    draw.fault(at, "edges-cut " + region, draw.span());
}

// A region's health, or what shifts leave to it, changes while some edges hear nothing of it.
void edgesCutAndMore(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    const Duration span = draw.rng().between(30s, 90s);
    draw.fault(at, "edges-cut " + region, span);
    const std::string lost = draw.region();
    const Instant later = at + draw.rng().between(1s, span);
    if (draw.rng().chance(600'000))
        draw.fault(later, "region-outage " + lost, draw.rng().between(20s, 60s));
    else
        draw.order(later, "dial " + lost + " 0%");
}

std::string shiftOf(TroubleDraw& draw, const std::string& region)
{
    return "shift-away " + region + " for " + std::to_string(draw.rng().between(60, 150)) + "s because drawn";
}

void shiftLeftToExpire(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    draw.order(at, shiftOf(draw, region));
}

// Begun, given a new expiry once or twice, taken back in the end or not; and taken back when it is gone.
void shiftRepeated(TroubleDraw& draw)
{
    const std::string region = draw.region();
    Instant at = draw.moment();
    draw.order(at, shiftOf(draw, region));
    for (std::uint64_t again = draw.rng().below(3); again > 0; --again) {
        at += draw.rng().between(1s, 70s);
        draw.order(at, shiftOf(draw, region));
    }
    at += draw.rng().between(1s, 40s);
    if (draw.rng().chance(600'000))
        draw.order(at, "cancel-shift " + region);
    if (draw.rng().chance(300'000))
        draw.order(at + 2s, "cancel-shift " + region);
}

// With nothing left to take the customers it has no effect: the DNS fails open.
void everythingShifted(TroubleDraw& draw)
{
    Instant at = draw.moment();
    for (const std::string& region : draw.regions()) {
        draw.order(at, shiftOf(draw, region));
        at += draw.rng().between(0us, 5s);
    }
    const std::string spared = draw.region();
    draw.order(at + draw.rng().between(1s, 40s), "cancel-shift " + spared);
}

// The region to which the customers were sent goes down.
void shiftIntoAnOutage(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    const std::string other = draw.otherThan(region);
    draw.order(at, shiftOf(draw, region));
    const Instant later = at + draw.rng().between(1s, 40s);
    draw.fault(later, "region-outage " + other, draw.span());
}

void dialMoved(TroubleDraw& draw)
{
    constexpr std::array<int, 6> kStands { 0, 0, 1, 20, 50, 100 };
    const std::string region = draw.region();
    Instant at = draw.moment();
    for (std::uint64_t moves = 1 + draw.rng().below(4); moves > 0; --moves) {
        const int stand = kStands[draw.rng().below(kStands.size())];
        draw.order(at, "dial " + region + " " + std::to_string(stand) + "%");
        at += draw.rng().between(100ms, 30s);
    }
    if (draw.rng().chance(500'000))
        draw.order(at, "dial " + region + " 100%");
}

void controlFlipped(TroubleDraw& draw)
{
    const std::string region = draw.region();
    const Instant at = draw.moment();
    if (draw.rng().chance(500'000)) // where changes need it
        draw.order(at - 2s, "controls armed=on");
    draw.order(at, "controls " + region + "=off");
    // Within the rule's wait it is refused.
    const Instant back = at + draw.rng().between(1s, 60s);
    draw.order(back, "controls " + region + "=on");
    if (draw.rng().chance(500'000))
        draw.order(back + 6s, "controls " + region + "=on");
}

// Two at once are one transaction; all at once are refused, unless the rule is overridden.
void controlsTogether(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string off = draw.region();
    const std::string on = draw.otherThan(off);
    draw.order(at, "controls " + off + "=off " + on + "=on");
    std::string all = "controls";
    for (const std::string& region : draw.regions())
        all += " " + region + "=off";
    const Instant later = at + draw.rng().between(2s, 20s);
    draw.order(later, all);
    if (draw.rng().chance(300'000))
        draw.order(later + 6s, all + " override at-least-one because drawn");
    draw.order(later + draw.rng().between(8s, 30s), "controls " + off + "=on");
}

// Endpoints of the cluster are in regions that fail, or are cut off from the console's place.
void controlsInAnOutage(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string lost = draw.region();
    const Duration span = draw.rng().between(10s, 60s);
    draw.fault(at, "region-outage " + lost, span);
    const std::string off = draw.region();
    const Instant flipped = at + draw.rng().between(100ms, span);
    draw.order(flipped, "controls " + off + "=off");
    draw.order(flipped + draw.rng().between(5s, 40s), "controls " + off + "=on");
}

std::string startOf(TroubleDraw& draw, const std::string& plan)
{
    const std::string region = draw.region();
    return "plan start " + plan + " region " + region + (draw.rng().chance(400'000) ? " ungraceful" : "");
}

const char* drawPlan(TroubleDraw& draw)
{
    constexpr std::array<const char*, 6> kPlans { "switchover", "failover", "fail-back", "rehearsal",
        "rehearsal", "rehearsal" };
    return kPlans[draw.rng().below(kPlans.size())]; // where the run has no such plan it is refused
}

// What an operator does to a plan in mid-run, most of it refused because nothing is in a state for it.
void planHandled(TroubleDraw& draw)
{
    constexpr std::array<const char*, 12> kVerbs { "pause", "resume", "skip", "retry", "approve", "approve",
        "approve", "decline", "ungraceful", "graceful", "evaluate", "cancel" };
    const std::string plan = drawPlan(draw);
    Instant at = draw.moment();
    draw.order(at, startOf(draw, plan));
    for (std::uint64_t acts = draw.rng().below(8); acts > 0; --acts) {
        at += draw.rng().between(500ms, 30s);
        const char* verb = kVerbs[draw.rng().below(kVerbs.size())];
        draw.order(at, std::string("plan ") + verb + " " + plan);
    }
}

// A plan for a region that is lost, or that is lost in the middle of it.
void planInAnOutage(TroubleDraw& draw)
{
    const std::string plan = drawPlan(draw);
    const std::string region = draw.region();
    const Instant at = draw.moment();
    draw.fault(at, "region-outage " + region, draw.rng().between(20s, 80s));
    const bool isLate = draw.rng().chance(500'000);
    const Instant begun = isLate ? at + draw.rng().between(1s, 30s) : at - draw.rng().between(500ms, 5s);
    draw.order(std::max(begun, kStart + 1s), "plan start " + plan + " region " + region);
    if (draw.rng().chance(300'000))
        draw.order(at + draw.rng().between(10s, 60s), "plan cancel " + plan);
}

// One runs already, perhaps.
void twoPlans(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string first = drawPlan(draw);
    draw.order(at, startOf(draw, first));
    const Instant next = at + draw.rng().between(100ms, 20s);
    const std::string second = drawPlan(draw);
    draw.order(next, startOf(draw, second));
    draw.order(next + draw.rng().between(1s, 90s), "plan cancel " + first);
}

// Refused where the zone is not made by plans, or nothing is empty.
void enactorsStalledAndRepublished(TroubleDraw& draw)
{
    const Instant at = draw.moment();
    const std::string region = draw.region();
    const Duration span = draw.rng().between(60s, 2min);
    draw.fault(at, "enactor-stalled " + region, span);
    for (const std::string& name : draw.regions())
        draw.order(at + span + draw.rng().between(1s, 20s), "republish " + name);
}

// Blocks that the shipped plans do not have, and times short enough to run out within a seed.
constexpr const char* kRehearsal = R"([plan]
name = "rehearsal"
title = "Move a region's customers away and bring them back"
kind = "drill"
rto = "2m"
timeout = "100s"
monitor-for = "20s"

[[step]]
name = "say"
block = "note"
text = "a rehearsal begins"

[[step]]
name = "in-step"
block = "wait-for-lag"
max = "20s"
timeout = "20s"
ungraceful = "skip"
on-failure = "continue"

[[step]]
name = "both"
block = "parallel"
[[step.parallel]]
name = "away"
block = "shift-away"
region = "$target"
for = "1m"
reason = "a rehearsal"
timeout = "5s"
on-failure = "roll-back"
[[step.parallel]]
name = "control"
block = "routing-control"
set = ["$target=off"]
timeout = "10s"
on-failure = "continue"

[[step]]
name = "fenced"
block = "fence"
region = "$target"
timeout = "30s"
optional = true
on-failure = "continue"

[[step]]
name = "sure"
block = "approval"
text = "go on?"
timeout = "15s"
on-failure = "roll-back"
ungraceful = { block = "wait", time = "2s" }

[[step]]
name = "unfenced"
block = "unfence"
region = "$target"
timeout = "10s"
optional = true
on-failure = "continue"

[[step]]
name = "control-back"
block = "routing-control"
set = ["$target=on"]
timeout = "10s"
on-failure = "pause"

[[step]]
name = "back"
block = "end-shift"
region = "$target"
timeout = "5s"
on-failure = "continue"

[[step]]
name = "warm"
block = "warm-up"
region = "$target"
percents = [10, 50, 100]
dwell = "4s"
timeout = "40s"
on-failure = "continue"
)";

constexpr TroubleKind kSteering[] {
    { "edges-cut", 3, edgesCut },
    { "edges-cut-and-more", 2, edgesCutAndMore },
    { "shift-left-to-expire", 3, shiftLeftToExpire },
    { "shift-repeated", 3, shiftRepeated },
    { "everything-shifted", 1, everythingShifted },
    { "shift-into-an-outage", 2, shiftIntoAnOutage },
    { "dial-moved", 3, dialMoved },
    { "control-flipped", 3, controlFlipped },
    { "controls-together", 2, controlsTogether },
    { "controls-in-an-outage", 2, controlsInAnOutage },
    { "plan-handled", 4, planHandled },
    { "plan-in-an-outage", 2, planInAnOutage },
    { "two-plans", 1, twoPlans },
    { "enactors-stalled-and-republished", 2, enactorsStalledAndRepublished },
};

} // namespace

std::vector<std::string> steeringKinds()
{
    std::vector<std::string> names;
    for (const TroubleKind& kind : kSteering)
        names.emplace_back(kind.name);
    return names;
}

std::vector<Trouble> drawSteering(
    Rng& rng, const RunConfig& config, Instant from, Instant to, std::size_t count)
{
    return drawFrom(kSteering, rng, config, from, to, count);
}

// A control for each region, and a fact without which none of them may be changed.
std::string armedControls(const std::vector<std::string>& regions)
{
    std::string text = "[[panel]]\nname = \"regions\"\n";
    std::string names;
    for (const std::string& region : regions) {
        text += "[[panel.control]]\nname = \"" + region + "\"\nregion = \"" + region + "\"\n";
        names += (names.empty() ? "\"" : ", \"") + region + "\"";
    }
    return text + "[[panel.control]]\nname = \"armed\"\non = false\n"
        + "[[panel.rule]]\nname = \"armed-first\"\n" + "gate = [\"armed\"]\ntarget = [" + names
        + "]\ntype = \"and\"\nwait = \"2s\"\n" + "[[panel.rule]]\nname = \"at-least-one\"\nassert = [" + names
        + "]\ntype = \"at-least\"\ncount = 1\n";
}

std::string rehearsalPlan()
{
    return kRehearsal;
}

} // namespace sb
