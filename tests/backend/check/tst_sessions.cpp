// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/check/sessions.h"
#include "tests/backend/check/found.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb::check {
namespace {

using test::foundCounts;

constexpr Anomaly kGuarantees[] = { Anomaly::ReadYourWrites, Anomaly::MonotonicReads,
    Anomaly::MonotonicWrites, Anomaly::WritesFollowReads };

SessionOperation wrote(
    std::uint32_t session, std::uint32_t origin, std::uint64_t sequence, std::uint64_t key = 0)
{
    return { .session = ProcessId { session },
        .key = KeyId { key },
        .isWrite = true,
        .origin = origin,
        .sequence = sequence,
        .seen = {} };
}

SessionOperation read(std::uint32_t session, VersionVector seen, std::uint64_t key = 0)
{
    return { .session = ProcessId { session }, .key = KeyId { key }, .seen = std::move(seen) };
}

TEST(Sessions, JudgeEachGuaranteeOnItsOwn)
{
    const struct {
        const char* what;
        std::vector<SessionOperation> history;
        const char* anomalies;
    } cases[] = {
        { "nothing", {}, "" },
        { "own write seen", { wrote(1, 0, 1), read(1, { 1 }) }, "" },
        { "own write not seen", { wrote(1, 0, 1), read(1, { 0, 5 }) }, "read your writes 1" },
        { "of another session", { wrote(1, 0, 1), read(2, { 0 }) }, "" },
        { "back in time", { read(1, { 2, 1 }), read(1, { 1, 2 }) }, "monotonic reads 1" },
        { "compared with all before, not the last", { read(1, { 2 }), read(1, { 1 }), read(1, { 1 }) },
            "monotonic reads 2" },
        { "the second write arrives alone", { wrote(1, 0, 1), wrote(1, 1, 1), read(2, { 0, 1 }) },
            "monotonic writes 1" },
        { "both writes arrive", { wrote(1, 0, 1), wrote(1, 1, 1), read(2, { 1, 1 }) }, "" },
        { "the first write arrives alone", { wrote(1, 0, 1), wrote(1, 1, 1), read(2, { 1, 0 }) }, "" },
        { "numbered backwards, and only the lower one seen",
            { wrote(1, 0, 2), wrote(1, 0, 1), read(1, { 1 }) }, "read your writes 1, monotonic writes 1" },
        { "numbered backwards", { wrote(1, 0, 2), wrote(1, 0, 1) }, "monotonic writes 1" },
        { "an answer without its question", { read(1, { 3 }), wrote(1, 1, 1), read(2, { 2, 1 }) },
            "writes follow reads 1" },
        { "an answer with its question", { read(1, { 3 }), wrote(1, 1, 1), read(2, { 3, 1 }) }, "" },
        { "a write before what was read", { read(1, { 3 }), wrote(1, 0, 2) }, "writes follow reads 1" },
    };
    for (const auto& row : cases)
        EXPECT_EQ(foundCounts(checkSessions(row.history)), row.anomalies) << row.what;
}

TEST(Sessions, KeepKeysApartWhenNumbersCountPerItem)
{
    const std::vector<SessionOperation> history { wrote(1, 0, 5, 1), read(1, { 1 }, 2), read(1, { 4 }, 1) };
    EXPECT_EQ(foundCounts(checkSessions(history, { .isPerKey = true })), "read your writes 1");
    EXPECT_EQ(foundCounts(checkSessions(history)), "read your writes 2");
}

TEST(Sessions, SayWhoMissedWhat)
{
    const Report report = checkSessions({ wrote(3, 0, 7), read(3, { 6, 1 }) });
    ASSERT_EQ(report.examples(Anomaly::ReadYourWrites).size(), 1U);
    EXPECT_EQ(report.examples(Anomaly::ReadYourWrites)[0].sentence,
        "operation 1 of session 3 read (6 1) although operation 0 of session 3 wrote entry 7 of origin 0 "
        "before");
    EXPECT_EQ(report.examples(Anomaly::ReadYourWrites)[0].operations, (std::vector<std::size_t> { 0, 1 }));
}

std::uint64_t at(const VersionVector& vector, std::size_t origin)
{
    return origin < vector.size() ? vector[origin] : 0;
}
bool includes(const SessionOperation& read, const SessionOperation& write)
{
    return at(read.seen, write.origin) >= write.sequence;
}
bool covers(const SessionOperation& later, const SessionOperation& earlier)
{
    for (std::size_t o = 0; o < earlier.seen.size(); ++o)
        if (at(later.seen, o) < earlier.seen[o])
            return false;
    return true;
}

// The definitions, over all pairs of a session and all reads.
bool isBroken(Anomaly guarantee, const std::vector<SessionOperation>& h)
{
    for (std::size_t j = 0; j < h.size(); ++j)
        for (std::size_t i = 0; i < j; ++i) {
            if (h[i].session != h[j].session)
                continue;
            const bool writes = h[i].isWrite && h[j].isWrite, follows = !h[i].isWrite && h[j].isWrite;
            if (guarantee == Anomaly::ReadYourWrites && h[i].isWrite && !h[j].isWrite
                && !includes(h[j], h[i]))
                return true;
            if (guarantee == Anomaly::MonotonicReads && !h[i].isWrite && !h[j].isWrite && !covers(h[j], h[i]))
                return true;
            if (guarantee == Anomaly::MonotonicWrites && writes && h[i].origin == h[j].origin
                && h[i].sequence >= h[j].sequence)
                return true;
            if (guarantee == Anomaly::WritesFollowReads && follows
                && at(h[i].seen, h[j].origin) >= h[j].sequence)
                return true;
            for (const SessionOperation& any : h) {
                if (any.isWrite || !h[j].isWrite || !includes(any, h[j]))
                    continue;
                if (guarantee == Anomaly::MonotonicWrites && writes && !includes(any, h[i]))
                    return true;
                if (guarantee == Anomaly::WritesFollowReads && follows && !covers(any, h[i]))
                    return true;
            }
        }
    return false;
}

TEST(Sessions, AgreeWithTheDefinitionsOnThousandsOfSmallHistories)
{
    std::size_t broken[4] = {}, histories = 0;
    for (const std::uint64_t seed : sb::test::seeds(10'000)) {
        Rng rng = Rng(seed).fork("small sessions");
        std::vector<SessionOperation> history;
        VersionVector drift(3, 0);
        const std::size_t count = 2 + rng.below(9);
        for (std::size_t i = 0; i < count; ++i) {
            const auto session = static_cast<std::uint32_t>(rng.below(3));
            const auto origin = static_cast<std::uint32_t>(rng.below(3));
            if (rng.chance(400'000)) {
                ++drift[origin];
                const std::uint64_t sequence
                    = rng.chance(100'000) ? 1 + rng.below(drift[origin]) : drift[origin];
                history.push_back(wrote(session, origin, sequence));
                continue;
            }
            VersionVector seen = drift;
            for (std::uint64_t& entry : seen)
                entry -= std::min<std::uint64_t>(entry, rng.chance(200'000) ? 1 + rng.below(2) : 0);
            if (rng.chance(200'000))
                seen.pop_back();
            history.push_back(read(session, seen));
        }
        const Report report = checkSessions(history);
        ++histories;
        for (std::size_t g = 0; g < 4; ++g) {
            const bool expected = isBroken(kGuarantees[g], history);
            broken[g] += expected ? 1 : 0;
            ASSERT_EQ(report.count(kGuarantees[g]) > 0, expected)
                << toString(kGuarantees[g]) << ", " << sb::test::replayHint(seed) << "\n"
                << report.text();
        }
    }
    for (std::size_t g = 0; g < 4; ++g) {
        std::printf("%-20s broken in %zu of %zu\n", toString(kGuarantees[g]), broken[g], histories);
        EXPECT_TRUE(histories == 1 || (broken[g] > 200 && broken[g] < histories - 200));
    }
}

// Three replicas, each with its own log, and sessions that move about.
class ReplicaModel {
public:
    ReplicaModel(std::uint64_t seed, bool hasTokens, bool shipsInOrder)
        : m_rng(Rng(seed).fork("replicas"))
        , m_hasTokens(hasTokens)
        , m_shipsInOrder(shipsInOrder)
        , m_has(3, VersionVector(3, 0))
        , m_tokens(4, VersionVector(3, 0))
    {
    }

    std::vector<SessionOperation> run(std::size_t operations)
    {
        std::vector<SessionOperation> history;
        while (history.size() < operations) {
            const auto place = static_cast<std::uint32_t>(m_rng.below(3));
            const auto session = static_cast<std::uint32_t>(m_rng.below(4));
            ship(place, m_rng.below(3));
            VersionVector& token = m_tokens[session];
            if (m_hasTokens) // the replica waits until it has what the session has seen
                merge(m_has[place], token);
            if (m_rng.chance(400'000)) {
                history.push_back(wrote(session, place, ++m_has[place][place]));
                m_needs[{ place, m_has[place][place] }] = m_has[place];
            } else {
                history.push_back(read(session, m_has[place]));
            }
            merge(token, m_has[place]);
        }
        return history;
    }

private:
    static void merge(VersionVector& into, const VersionVector& from)
    {
        for (std::size_t o = 0; o < into.size(); ++o)
            into[o] = std::max(into[o], from[o]);
    }

    // The next entry of another log; in causal order, not before what it rests on.
    void ship(std::size_t to, std::size_t origin)
    {
        if (m_has[to][origin] >= m_has[origin][origin])
            return;
        const VersionVector& needs = m_needs[{ origin, m_has[to][origin] + 1 }];
        for (std::size_t o = 0; o < 3; ++o)
            if (m_shipsInOrder && o != origin && m_has[to][o] < needs[o])
                return;
        ++m_has[to][origin];
    }

    Rng m_rng;
    bool m_hasTokens;
    bool m_shipsInOrder;
    std::vector<VersionVector> m_has; // by replica
    std::vector<VersionVector> m_tokens; // by session
    std::map<std::pair<std::size_t, std::uint64_t>, VersionVector> m_needs; // by entry
};

TEST(Sessions, AcceptTokensAndCausalShippingAndCatchTheLackOfEither)
{
    Report without, unordered;
    for (const std::uint64_t seed : sb::test::seeds(50)) {
        const Report right = checkSessions(ReplicaModel(seed, true, true).run(300));
        ASSERT_EQ(right.verdict(), Verdict::Passed) << sb::test::replayHint(seed) << right.text();
        without.merge(checkSessions(ReplicaModel(seed, false, true).run(300)));
        unordered.merge(checkSessions(ReplicaModel(seed, true, false).run(300)));
    }
    EXPECT_GT(without.count(Anomaly::ReadYourWrites), 0U);
    EXPECT_GT(without.count(Anomaly::MonotonicReads), 0U);
    EXPECT_GT(unordered.count(Anomaly::WritesFollowReads), 0U);
    EXPECT_GT(unordered.count(Anomaly::MonotonicWrites), 0U);
    EXPECT_EQ(unordered.count(Anomaly::ReadYourWrites), 0U);
    std::printf("without tokens: %s\nunordered shipping: %s\n", foundCounts(without).c_str(),
        foundCounts(unordered).c_str());
}

} // namespace
} // namespace sb::check
