// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/hash.h"
#include "backend/store/log_codec.h"
#include "tests/backend/store/store_support.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using namespace test;

std::string encoded(const LogEntry& entry)
{
    std::string bytes = "what was there before is replaced";
    encodeLogEntry(entry, bytes);
    return bytes;
}

// `body` with the checksum that makes it look genuine.
std::string sealed(std::string body)
{
    const std::uint64_t hash = hashBytes(body);
    for (int shift = 0; shift < 64; shift += 8)
        body.push_back(static_cast<char>(hash >> shift));
    return body;
}

std::string bodyOf(const LogEntry& entry)
{
    std::string bytes = encoded(entry);
    bytes.resize(bytes.size() - 8);
    return bytes;
}

TEST(LogCodec, everyEntryComesBackAsItWas)
{
    Rng rng = Rng(firstSeed(11)).fork("log codec");
    for (int i = 0; i < 500; ++i) {
        const LogEntry entry
            = randomLogEntry(rng, region(static_cast<int>(rng.below(64))), 1 + rng.below(1u << 20));
        const Result<LogEntry> back = decodeLogEntry(encoded(entry));
        ASSERT_TRUE(back) << back.error().what;
        ASSERT_EQ(*back, entry);
    }
}

TEST(LogCodec, theEndsOfEveryRangeComeBack)
{
    LogEntry entry = logEntry(63, ~0ULL);
    entry.version.hlc.value = ~0ULL;
    entry.version.incarnation = 0xFFFF'FFFF;
    entry.committedAt = kNever;
    entry.amount.cents = std::numeric_limits<std::int64_t>::min();
    entry.seen.assign(kMaxLogRegions, ~0ULL);
    EXPECT_EQ(decodeLogEntry(encoded(entry)).value(), entry);
}

TEST(LogCodec, aTypicalOrderIsCompact)
{
    EXPECT_LT(encoded(logEntry(1, 10'412)).size(), 64u);
}

TEST(LogCodec, everyTruncationIsRefused)
{
    const std::string bytes = encoded(logEntry(1, 300));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Result<LogEntry> back = decodeLogEntry(std::string_view(bytes).substr(0, size));
        ASSERT_FALSE(back) << size;
        EXPECT_EQ(back.error().code, Errc::Corrupt);
    }
    EXPECT_FALSE(decodeLogEntry(bytes + "x"));
}

TEST(LogCodec, everyFlippedBitIsRefused)
{
    std::string bytes = encoded(logEntry(1, 300));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
        ASSERT_FALSE(decodeLogEntry(bytes)) << bit;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    }
    EXPECT_TRUE(decodeLogEntry(bytes));
}

TEST(LogCodec, damageUnderARightChecksumIsRefusedOrIsAnotherEntry)
{
    Rng rng = Rng(firstSeed(12)).fork("log codec damage");
    int accepted = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string body = bodyOf(randomLogEntry(rng, region(2), 1 + rng.below(500)));
        for (std::uint64_t edits = 1 + rng.below(3); edits > 0; --edits)
            body[rng.below(body.size())] = static_cast<char>(rng.below(256));
        if (rng.chance(200'000))
            body.resize(rng.below(body.size()));
        const std::string bytes = sealed(body);
        const Result<LogEntry> back = decodeLogEntry(bytes);
        if (!back)
            continue;
        ++accepted;
        ASSERT_EQ(encoded(*back), bytes) << "two encodings of one entry, round " << i;
    }
    EXPECT_GT(accepted, 0) << "the damage never reached a plain value: the test is too blunt";
}

TEST(LogCodec, aChunkHoldsEntriesOfOneLogWithoutAGap)
{
    const auto chunkOf = [](const std::vector<LogEntry>& entries) {
        std::string chunk;
        for (const LogEntry& entry : entries)
            addToChunk(encoded(entry), chunk);
        return chunk;
    };
    const std::vector<LogEntry> entries { logEntry(1, 7), logEntry(1, 8, std::string(300, 'v')),
        logEntry(1, 9) };
    const std::string bytes = chunkOf(entries);
    const auto back = decodeChunk(bytes);
    ASSERT_TRUE(back) << back.error().what;
    ASSERT_EQ(back->size(), 3u);
    for (std::size_t i = 0; i < entries.size(); ++i)
        EXPECT_EQ(*(*back)[i], entries[i]);

    EXPECT_FALSE(decodeChunk(""));
    EXPECT_FALSE(decodeChunk(chunkOf({ logEntry(1, 7), logEntry(1, 9) }))) << "a gap";
    EXPECT_FALSE(decodeChunk(chunkOf({ logEntry(1, 7), logEntry(2, 8) }))) << "another log";
    EXPECT_FALSE(decodeChunk(chunkOf({ logEntry(1, 7), logEntry(1, 7) }))) << "twice the same";
    int whole = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size)
        whole += decodeChunk(std::string_view(bytes).substr(0, size)) ? 1 : 0;
    EXPECT_EQ(whole, 2) << "cut off between two entries it is a shorter chunk, and nowhere else";
}

TEST(LogCodec, absurdCountsAreRefusedBeforeMemoryIsTaken)
{
    LogEntry entry = logEntry(1, 1, "");
    entry.seen.clear();
    entry.mutations.resize(1);
    std::string body = bodyOf(entry); // ends with: seen 0, mutations 1, table, partition, sort, length 0
    const std::string tail = body.substr(body.size() - 6);
    ASSERT_EQ(tail, std::string("\0\1\2\x2A\1\0", 6));
    const std::string head = body.substr(0, body.size() - 6);
    const std::string huge = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01";
    using namespace std::string_literals;
    EXPECT_TRUE(decodeLogEntry(sealed(head + tail)));
    EXPECT_FALSE(decodeLogEntry(sealed(head + huge + tail.substr(1)))) << "seen";
    EXPECT_FALSE(decodeLogEntry(sealed(head + "\0"s + huge + tail.substr(2)))) << "mutations";
    EXPECT_FALSE(decodeLogEntry(sealed(head + "\0\0"s))) << "no mutation";
    EXPECT_FALSE(decodeLogEntry(sealed(head + tail.substr(0, 5) + huge))) << "length";
    EXPECT_FALSE(decodeLogEntry(sealed(head + "\0\1\x7F\x2A\1\0"s))) << "unknown table";
    EXPECT_FALSE(decodeLogEntry(sealed(head + "\0\1\2\x2A\x81\0\0"s))) << "overlong number";
    EXPECT_FALSE(decodeLogEntry(sealed(head + tail + "\0"s))) << "trailing byte";
    EXPECT_FALSE(decodeLogEntry(std::string(kMaxLogEntryBytes + 1, 'x')));
}

} // namespace
} // namespace sb
