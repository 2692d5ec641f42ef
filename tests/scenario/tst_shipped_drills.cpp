// SPDX-License-Identifier: GPL-3.0-or-later
// Every drill that is shipped as evidence of an anomaly passes its own checks.
#include "backend/control/headless.h"
#include "backend/drill/checks.h"
#include "backend/drill/drill.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace sb {
namespace {

TEST(ShippedDrills, eachAnomalyShowsUnderOneProfileAndNotUnderTheOther)
{
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(SB_SOURCE_DIR "/resources/drills"))
        if (entry.path().filename().string().starts_with("anomaly-"))
            paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    EXPECT_EQ(paths.size(), 14u);
    for (const std::string& path : paths) {
        SCOPED_TRACE(path);
        const auto drill = loadDrill(path);
        ASSERT_TRUE(drill) << drill.error().what;
        HeadlessRequest request;
        request.config = drill->config;
        request.until = drill->until;
        for (const DrillStep& step : drill->steps)
            request.commands.push_back({ step.at, step.command, Actor::Drill });
        const auto outcome = runHeadless(request);
        ASSERT_TRUE(outcome) << outcome.error().what;
        const DrillRun run { outcome->description, outcome->events, *outcome->finalSnapshot,
            outcome->replicasConverged, outcome->endedAt };
        for (const CheckResult& result : judge(drill->checks, run))
            EXPECT_TRUE(result.passed) << result.name << ": " << result.evidence;
    }
}

} // namespace
} // namespace sb
