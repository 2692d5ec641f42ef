// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/command_text.h"
#include "backend/base/rng.h"

#include <gtest/gtest.h>

using namespace sb;

namespace {

void expectRoundTrip(const Command& command)
{
    const std::string text = formatCommand(command);
    const auto read = parseCommand(text);
    ASSERT_TRUE(read) << text << ": " << read.error().what;
    EXPECT_TRUE(*read == command) << text << " became " << formatCommand(*read);
}

InjectFault randomFault(Rng& rng)
{
    InjectFault fault;
    fault.kind = static_cast<FaultKind>(rng.below(kFaultKindCount));
    fault.region = rng.chance(500'000) ? "eu-west-1" : "ap-southeast-1";
    const bool isLink = fault.kind == FaultKind::LinkPartitioned;
    if (isLink || (fault.kind == FaultKind::LatencyAdded && rng.chance(500'000)))
        fault.peer = "us-east-1";
    if (isLink || fault.kind == FaultKind::LatencyAdded)
        fault.direction = static_cast<Direction>(rng.below(3));
    fault.expiresAfter = rng.between(Duration { 1s }, kMaxFaultDuration); // to the microsecond
    if (fault.kind == FaultKind::LatencyAdded)
        fault.added = rng.between(Duration { 1ms }, Duration { 60s });
    if (fault.kind == FaultKind::ObjectsPaused)
        fault.added = rng.between(Duration { 0us }, Duration { 1h });
    if (fault.kind == FaultKind::DiskStalled)
        fault.added = rng.between(Duration { 1ms }, Duration { 60s });
    if (fault.kind == FaultKind::GrayFailing || fault.kind == FaultKind::CheckersCut)
        fault.percent = static_cast<int>(1 + rng.below(100));
    if (fault.kind == FaultKind::TrafficSurge)
        fault.percent = static_cast<int>(1 + rng.below(900));
    const int sign = rng.chance(500'000) ? 1 : -1;
    if (fault.kind == FaultKind::ClockSkewed)
        fault.added = sign * rng.between(Duration { 1ms }, Duration { 1h });
    if (fault.kind == FaultKind::ClockDrifting)
        fault.added = sign * rng.between(Duration { 1us }, Duration { 100ms });
    return fault;
}

std::string refusal(std::string_view line)
{
    const auto command = parseCommand(line);
    EXPECT_FALSE(command) << line;
    return command ? "" : command.error().what;
}

} // namespace

TEST(CommandText, theLinesOfTheManualMeanWhatTheySay)
{
    const auto outage = parseCommand("fail region-outage eu-west-1 for 10m");
    ASSERT_TRUE(outage);
    EXPECT_TRUE(
        *outage == Command(InjectFault { FaultKind::RegionOutage, "eu-west-1", "", Direction::Both, 10min }));
    const auto cut = parseCommand("fail link-partitioned eu-west-1 with ap-southeast-1 outbound for 5m");
    ASSERT_TRUE(cut);
    EXPECT_TRUE(*cut
        == Command(InjectFault {
            FaultKind::LinkPartitioned, "eu-west-1", "ap-southeast-1", Direction::Outbound, 5min }));
    const auto slow = parseCommand("fail latency-added eu-west-1 with us-east-1 by 200ms for 5m");
    ASSERT_TRUE(slow);
    EXPECT_EQ(std::get<InjectFault>(*slow).added, 200ms);
    EXPECT_TRUE(*parseCommand("clear fault 3") == Command(ClearFault { FaultId { 3 } }));
    EXPECT_TRUE(*parseCommand("clear all") == Command(ClearAllFaults {}));
    EXPECT_TRUE(*parseCommand("restore eu-west-1") == Command(RestoreRegion { "eu-west-1" }));
    EXPECT_TRUE(*parseCommand("fail-back eu-west-1") == Command(FailBack { "eu-west-1" }));
    EXPECT_TRUE(*parseCommand("abort-fail-back eu-west-1") == Command(AbortFailBack { "eu-west-1" }));
    EXPECT_TRUE(*parseCommand("revoke-rights eu-west-1")
        == Command(RegionOrder { RegionVerb::RevokeRights, "eu-west-1" }));
    EXPECT_TRUE(*parseCommand("fence eu-west-1") == Command(RegionOrder { RegionVerb::Fence, "eu-west-1" }));
    EXPECT_TRUE(*parseCommand("discard-orphans eu-west-1")
        == Command(RegionOrder { RegionVerb::DiscardOrphans, "eu-west-1" }));
    EXPECT_TRUE(*parseCommand("note Anything on one line") == Command(AddNote { "Anything on one line" }));
}

TEST(CommandText, everyCommandSurvivesTheRoundTrip)
{
    for (const Command& command : { Command(ClearFault { FaultId { 4'000'000'000U } }),
             Command(ClearAllFaults {}), Command(RestoreRegion { "eu-west-1" }),
             Command(FailBack { "ap-southeast-1" }), Command(AbortFailBack { "us-east-1" }),
             Command(AddNote { "  a  note with  gaps, \"quotes\" and ünïcode " }) })
        expectRoundTrip(command);
    for (int i = 0; i < kRegionVerbCount; ++i)
        expectRoundTrip(RegionOrder { static_cast<RegionVerb>(i), "eu-west-1" });
}

TEST(CommandText, everyOrderAboutARegionSurvivesTheRoundTrip)
{
    for (int i = 0; i < kRegionVerbCount; ++i) {
        const auto verb = static_cast<RegionVerb>(i);
        expectRoundTrip(RegionOrder { verb, "eu-west-1" });
        EXPECT_NE(refusal(std::string(toString(verb))).find("needs one region"), std::string::npos);
        EXPECT_NE(refusal("qqqq").find(toString(verb)), std::string::npos);
    }
}

TEST(CommandText, everyFaultSurvivesTheRoundTripToTheMicrosecond)
{
    Rng rng(11);
    for (int i = 0; i < 2'000; ++i)
        expectRoundTrip(randomFault(rng));
}

TEST(CommandText, aFaultWithoutATimeTakesTheDefault)
{
    const auto command = parseCommand("fail mapping-removed eu-west-1");
    ASSERT_TRUE(command);
    EXPECT_EQ(std::get<InjectFault>(*command).expiresAfter, kDefaultFaultDuration);
}

TEST(CommandText, refusalsNameTheWordAtFaultAndWhatHelps)
{
    EXPECT_NE(refusal("fial region-outage eu-west-1").find("'fial' is not a command"), std::string::npos);
    EXPECT_NE(
        refusal("fail region-outrage eu-west-1").find("did you mean 'region-outage'?"), std::string::npos);
    EXPECT_NE(refusal("fail region-outage").find("needs a fault and a region"), std::string::npos);
    EXPECT_NE(refusal("fail region-outage eu-west-1 for").find("'for' needs a value"), std::string::npos);
    EXPECT_NE(
        refusal("fail region-outage eu-west-1 for 10").find("'10' is not a duration"), std::string::npos);
    EXPECT_NE(refusal("fail region-outage eu-west-1 soon").find("'soon' is not expected"), std::string::npos);
    EXPECT_NE(refusal("restore").find("needs one region"), std::string::npos);
    EXPECT_NE(refusal("fence").find("needs one region"), std::string::npos);
    EXPECT_NE(refusal("evict eu-west-1 us-east-1").find("needs one region"), std::string::npos);
    EXPECT_NE(refusal("").find("empty"), std::string::npos);
}

TEST(CommandText, whatCannotBeIsRefused)
{
    for (const char* line :
        { "fail region-outage eu-west-1 for 999ms", "fail region-outage eu-west-1 for 13h", // expiry
            "fail region-outage eu-west-1 with us-east-1", "fail region-outage eu-west-1 outbound", // no link
            "fail link-partitioned eu-west-1",
            "fail link-partitioned eu-west-1 with eu-west-1", // no peer, itself
            "fail latency-added eu-west-1", "fail latency-added eu-west-1 by 61s",
            "fail latency-added eu-west-1 by 1us",
            "fail replication-paused eu-west-1 by 10ms", // `by` goes with latency alone
            "clear", "clear fault", "clear fault 0", "clear fault -1", "clear fault x", "clear fault 3 4",
            "clear fault 99999999999", "restore a b", "note", "note ", "note    ", "fail-back" })
        EXPECT_FALSE(parseCommand(line)) << line;
    EXPECT_FALSE(validate(Command(AddNote { std::string(501, 'x') })));
    EXPECT_FALSE(validate(Command(AddNote { "two\nlines" })));
    EXPECT_TRUE(validate(Command(AddNote { std::string(500, 'x') })));
}

TEST(CommandText, steeringCommandsSurviveTheRoundTrip)
{
    for (const Command& command :
        { Command(SetControls { { { "eu-west-1", false }, { "ap-southeast-1", true } }, {}, {} }),
            Command(SetControls { { { "eu-west-1", false } }, { "one-on", "gate" }, "the rule is wrong" }),
            Command(ShiftAway { "eu-west-1", 90min, "bad  deploy" }), Command(CancelShift { "eu-west-1" }),
            Command(SetDial { "eu-west-1", 0 }), Command(StartPlan { "evacuate", true, {} }),
            Command(StartPlan { "evacuate", false, "eu-west-1" }),
            Command(PlanOrder { PlanVerb::Approve, "evacuate", "sign-off" }),
            Command(PlanOrder { PlanVerb::GoUngraceful, "evacuate", {} }),
            Command(SetWeights { { { {}, "eu-west-1", 20 }, { "shop.example.", "ap-southeast-1", 80 } } }),
            Command(SetObjectRule { "eu-west-1", "us-east-1", false }),
            Command(BackfillObjects { "eu-west-1", "us-east-1" }),
            Command(SetPrice { "eu-west-1", BookId { 1342 }, 1'205 }) })
        expectRoundTrip(command);
}

TEST(CommandText, steeringCommandsThatCannotBeMeantAreRefusedWithWhatWouldHelp)
{
    EXPECT_EQ(refusal("controls"), "'controls' changes 1 to 10 routing controls at once; 0 are named");
    EXPECT_EQ(refusal("controls a=off a=on"), "routing control 'a' is named twice");
    EXPECT_EQ(refusal("controls a=off override r"), "it needs a reason: because TEXT");
    EXPECT_EQ(refusal("shift-away eu-west-1 for 30s because x"),
        "a shift lasts 1 min to 72 h; 'for 30s' is outside");
    EXPECT_EQ(refusal("shift-away eu-west-1 for 30m"), "it needs a reason: because TEXT");
    EXPECT_EQ(refusal("dial eu-west-1 101%"), "a dial stands at 0 to 100 %");
    EXPECT_EQ(refusal("weights"), "'weights' changes 1 to 100 records at once; 0 are named");
    EXPECT_EQ(refusal("weights a=1 a=2"), "record 'a' is named twice");
    EXPECT_EQ(refusal("weights a=256"), "a weight is 0 to 255");
    EXPECT_EQ(refusal("weights a"),
        "'a' is no weight; use SET=WEIGHT or NAME/SET=WEIGHT, as in: weights eu-west-1=20 ap-southeast-1=80");
    EXPECT_EQ(refusal("object-rule eu-west-1 eu-west-1 on"),
        "objects are copied between two different regions");
    EXPECT_EQ(refusal("price eu-west-1 12 0.00"), "a price is 0.01 to 10000.00 euros");
    EXPECT_EQ(refusal("price eu-west-1 12 1.234"),
        "'price' needs a region, a book's number and euros, as in: price eu-west-1 1342 12.40");
    EXPECT_EQ(refusal("dial eu-west-1 5"), "'dial' needs a region and a share, as in: dial eu-west-1 50%");
    EXPECT_EQ(refusal("plan begin x"),
        "'begin' is nothing that can be done with a plan; known: start, evaluate, pause, resume, skip, "
        "retry, "
        "cancel, approve, decline, ungraceful, graceful, after-crash");
    EXPECT_EQ(
        refusal("fail gray-failing eu-west-1 for 1m"), "gray-failing needs a share, 'by 1%' to 'by 100%'");
    EXPECT_EQ(refusal("fail region-outage eu-west-1 by 5% for 1m"),
        "a share such as 'by 40%' goes with gray-failing, checkers-cut and traffic-surge only");
}
