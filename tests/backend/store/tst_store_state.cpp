// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store_state.h"

#include "tests/backend/store/store_support.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using namespace test;

StoreState someState()
{
    StoreState state;
    state.digests = { 1, ~0ULL, 3 };
    state.live = { 4, 0, 6 };
    state.notes = { 2, ~0ULL };
    state.logs = { { region(0), 1, 1 }, { region(2), 7, 900 }, { { region(0), 3 }, 5, 5 } };
    return state;
}

TEST(StoreState, comesBackAsItWas)
{
    EXPECT_EQ(decodeState(encodeState(someState())), someState());
    EXPECT_EQ(decodeState(encodeState({})), StoreState {});
    StoreState most;
    for (std::size_t i = 0; i < kMaxLogs; ++i)
        most.logs.push_back({ { region(static_cast<int>(i % kMaxLogRegions)),
                                  static_cast<std::uint32_t>(i / kMaxLogRegions + 1) },
            1, 1 });
    EXPECT_EQ(decodeState(encodeState(most)), most);
}

TEST(StoreState, everyTruncationAndEveryFlippedBitIsRefused)
{
    std::string bytes = encodeState(someState());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(decodeState(std::string_view(bytes).substr(0, size)));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(decodeState(damaged)) << bit;
    }
}

TEST(StoreState, impossibleBoundsAreRefusedUnderARightChecksum)
{
    const LogBounds wrong[]
        = { { region(2), 0, 1 }, { region(2), 5, 4 }, { region(2), 1, std::uint64_t { 1 } << kSeqBits },
              { region(64), 1, 1 }, { { region(2), 17 }, 1, 1 }, { region(0), 1, 1 } };
    for (const LogBounds& bounds : wrong) {
        StoreState state = someState();
        state.logs[1] = bounds;
        EXPECT_FALSE(decodeState(encodeState(state)));
    }
}

} // namespace
} // namespace sb
