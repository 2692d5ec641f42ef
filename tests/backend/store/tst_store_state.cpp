// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store_state.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

StoreState someState()
{
    StoreState state;
    state.digests = { 1, ~0ULL, 3 };
    state.live = { 4, 0, 6 };
    state.logs = { { 1, 1 }, { 7, 900 }, { 5, 5 } };
    return state;
}

TEST(StoreState, comesBackAsItWas)
{
    EXPECT_EQ(decodeState(encodeState(someState())), someState());
    EXPECT_EQ(decodeState(encodeState({})), StoreState {});
    StoreState most;
    most.logs.resize(kMaxOrigins);
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
    const LogBounds wrong[] = { { 0, 1 }, { 5, 4 }, { 1, std::uint64_t { 1 } << kSeqBits } };
    for (const LogBounds& bounds : wrong) {
        StoreState state = someState();
        state.logs[1] = bounds;
        EXPECT_FALSE(decodeState(encodeState(state)));
    }
    StoreState crowded;
    crowded.logs.resize(kMaxOrigins + 1);
    EXPECT_FALSE(decodeState(encodeState(crowded)));
}

} // namespace
} // namespace sb
