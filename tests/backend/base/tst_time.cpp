// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/time.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr UtcStart kTuesday { 1'772'548'080 }; // 2026-03-03T14:28:00Z

TEST(Time, FormatsInstantsAgainstTheCalendarStart)
{
    EXPECT_EQ(clockText(kTuesday, kStart), "14:28:00");
    EXPECT_EQ(clockText(kTuesday, kStart + 7250ms, true), "14:28:07.250");
    EXPECT_EQ(isoText(kTuesday, kStart + 7250ms), "2026-03-03T14:28:07.250Z");
    EXPECT_EQ(isoText(kTuesday, kStart + 10h), "2026-03-04T00:28:00.000Z");
    EXPECT_EQ(isoText(UtcStart { 0 }, kStart), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(isoText(UtcStart { -1 }, kStart), "1969-12-31T23:59:59.000Z");
    EXPECT_EQ(isoText(UtcStart { 951'782'400 }, kStart), "2000-02-29T00:00:00.000Z");
}

TEST(Time, ReadsBackWhatItWrites)
{
    const auto read = parseUtc("2026-03-03T14:28:00Z");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, kTuesday);
    for (const std::int64_t second : { 0LL, 951'782'400LL, 1'772'548'080LL, 4'102'444'799LL }) {
        std::string text = isoText(UtcStart { second }, kStart);
        text.replace(text.find('.'), 4, "");
        const auto back = parseUtc(text);
        ASSERT_TRUE(back) << text;
        EXPECT_EQ(back->unixSeconds, second) << text;
    }
}

TEST(Time, RefusesWhatIsNoCalendarTime)
{
    for (const char* text : { "", "2026-03-03", "2026-03-03T14:28:00", "2026-03-03T14:28:00Zulu",
             "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
             "2026-01-01T00:00:60Z", "2025-02-29T00:00:00Z", "now" }) {
        const auto read = parseUtc(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, Errc::BadInput);
        EXPECT_NE(read.error().what.find(text), std::string::npos);
    }
}

TEST(Time, WritesDurationsForPeople)
{
    EXPECT_EQ(durationText(0us), "0 us");
    EXPECT_EQ(durationText(999us), "999 us");
    EXPECT_EQ(durationText(850ms), "850 ms");
    EXPECT_EQ(durationText(4200ms), "4.2 s");
    EXPECT_EQ(durationText(59'999ms), "59.9 s");
    EXPECT_EQ(durationText(67s), "1 min 07 s");
    EXPECT_EQ(durationText(2h + 5min), "2 h 05 min");
    EXPECT_EQ(durationText(-850ms), "-850 ms");
}

TEST(Time, ReadsDurationsWithUnits)
{
    const std::pair<const char*, Duration> cases[] = { { "250ms", 250ms }, { "10s", 10s }, { "5m", 5min },
        { "5min", 5min }, { "2h", 2h }, { "1m30s", 90s }, { "7us", 7us }, { "0s", 0s },
        { "1h1m1s1ms1us", 1h + 1min + 1s + 1ms + 1us } };
    for (const auto& [text, expected] : cases) {
        const auto read = parseDuration(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, expected) << text;
    }
}

TEST(Time, RefusesDurationsWithoutUnitsOrOutOfRange)
{
    for (const char* text : { "", "10", "s", "10 s", "-5s", "1.5s", "10x", "10s5", "99999999999999999999s",
             "9999999h", "10sm" }) {
        const auto read = parseDuration(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, Errc::BadInput);
        EXPECT_NE(read.error().what.find("unit"), std::string::npos);
    }
}

} // namespace
} // namespace sb
