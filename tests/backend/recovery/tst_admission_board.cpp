// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/admission_board.h"

#include "backend/kernel/world.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sb {
namespace {

constexpr RegionId kA { 0 }, kB { 1 };

TEST(AdmissionBoard, TheLeastOfAllCountsAndEachIsNamed)
{
    World world(1);
    DataPlane dataPlane(world, 2);
    std::vector<RegionAdmission> failBack(2);
    AdmissionBoard board(2);
    board.connect(failBack, dataPlane);
    EXPECT_EQ(board.combined()[0].rampPerMille, 1000);
    EXPECT_TRUE(board.limitsOf(kA).empty());
    const int values[] { 0, 10, 500, 1000 };
    int seen = 0;
    for (const int ramp : values) {
        for (const int control : { 0, 1000 }) {
            for (const int shift : { 0, 1000 }) {
                for (const int dial : values) {
                    failBack[0].rampPerMille = ramp;
                    dataPlane.begin(Lever::Control, kA, control);
                    dataPlane.begin(Lever::Shift, kA, shift);
                    dataPlane.begin(Lever::Dial, kA, dial);
                    board.refresh();
                    EXPECT_EQ(board.combined()[0].perMille(), std::min({ ramp, control, shift, dial }));
                    EXPECT_EQ(board.combined()[0].rampPerMille, std::min({ ramp, control, shift }));
                    EXPECT_EQ(board.combined()[0].dialPerMille, dial);
                    EXPECT_EQ(board.combined()[1].rampPerMille, 1000);
                    const auto limits = board.limitsOf(kA);
                    EXPECT_EQ(static_cast<int>(limits.size()),
                        (ramp < 1000) + (control < 1000) + (shift < 1000) + (dial < 1000));
                    EXPECT_TRUE(std::is_sorted(limits.begin(), limits.end(),
                        [](const auto& a, const auto& b) { return a.perMille < b.perMille; }));
                    ++seen;
                }
            }
        }
    }
    EXPECT_EQ(seen, 64);
    EXPECT_TRUE(board.limitsOf(kB).empty());
}

TEST(AdmissionBoard, EachLimitHasItsWords)
{
    using Source = AdmissionBoard::Source;
    EXPECT_EQ(AdmissionBoard::text({ Source::FailBack, 0 }), "held until it is failed back");
    EXPECT_EQ(AdmissionBoard::text({ Source::FailBack, 100 }), "failing back, at 10 %");
    EXPECT_EQ(AdmissionBoard::text({ Source::Control, 0 }), "a routing control is off");
    EXPECT_EQ(AdmissionBoard::text({ Source::Shift, 0 }), "shifted away");
    EXPECT_EQ(AdmissionBoard::text({ Source::Dial, 200 }), "dial at 20 %");
}

} // namespace
} // namespace sb
