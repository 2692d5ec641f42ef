// SPDX-License-Identifier: GPL-3.0-or-later
// Names that stand in files, exports and on the command line: every value has one, no two share one, and
// those that are read back are found again.
#include "backend/api/command.h"
#include "backend/api/control_room.h"
#include "backend/api/run_config.h"
#include "backend/api/snapshot.h"
#include "backend/telemetry/event.h"

#include <gtest/gtest.h>

#include <set>

using namespace sb;

namespace {

template<typename Enum> void expectNames(int count)
{
    std::set<std::string> seen;
    for (int i = 0; i < count; ++i) {
        const std::string name(toString(static_cast<Enum>(i)));
        EXPECT_FALSE(name.empty());
        EXPECT_NE(name, "unknown");
        EXPECT_TRUE(seen.insert(name).second) << name << " names two values";
    }
}

} // namespace

TEST(Names, everyEventKindHasAStableNameAndIsFoundByIt)
{
    expectNames<EventKind>(kEventKindCount);
    for (int i = 0; i < kEventKindCount; ++i) {
        const auto kind = static_cast<EventKind>(i);
        EXPECT_EQ(eventKindFromText(toString(kind)), kind);
        EXPECT_EQ(toString(kind).find_first_not_of("abcdefghijklmnopqrstuvwxyz.-"), std::string_view::npos);
    }
    EXPECT_FALSE(eventKindFromText("fault.invented"));
    EXPECT_FALSE(eventKindFromText(""));
    // Some of them, by word: they stand in other people's scripts.
    EXPECT_EQ(toString(EventKind::FaultInjected), "fault.injected");
    EXPECT_EQ(toString(EventKind::ImpactBegan), "service.impact-began");
    EXPECT_EQ(toString(EventKind::WriteAtRisk), "rpo.at-risk");
    EXPECT_EQ(toString(EventKind::NoteAdded), "note.added");
}

TEST(Names, everyOtherEnumerationIsNamedCompletely)
{
    expectNames<Severity>(4);
    expectNames<Phase>(5);
    expectNames<Actor>(8);
    expectNames<FaultKind>(kFaultKindCount);
    expectNames<Direction>(3);
    expectNames<RegionState>(kRegionStateCount);
    expectNames<DecisionReason>(7);
    expectNames<CandidateVerdict>(6);
    expectNames<FailBackPhase>(7);
    expectNames<ClientKind>(kClientKindCount);
    expectNames<RoutingPolicy>(kRoutingPolicyCount);
    expectNames<CheckIncident>(kCheckIncidentCount);
    expectNames<CheckDesign>(kCheckDesignCount);
    expectNames<Entry>(kEntryCount);
    expectNames<ZonePublishing>(kZonePublishingCount);
    expectNames<PlanVerb>(kPlanVerbCount);
    expectNames<FailBackMode>(2);
    expectNames<StoreKind>(2);
}

TEST(Names, exportFormatsAreFoundByTheirSuffix)
{
    for (const ExportFormat format : { ExportFormat::Csv, ExportFormat::JsonLines, ExportFormat::Markdown })
        EXPECT_EQ(exportFormatFromText(toString(format)), format);
    EXPECT_FALSE(exportFormatFromText("docx"));
}
