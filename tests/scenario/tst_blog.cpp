// SPDX-License-Identifier: GPL-3.0-or-later
// The blog's single writer in whole runs: forwarding, switchover, seizure, the bound on what a lost writer
// takes with it, and what two writers at once look like where nobody checks epochs.
#include "backend/bookstore/blog.h"
#include "backend/drill/checks.h"
#include "backend/drill/drill.h"
#include "backend/swarm/writer_check.h"
#include "tests/scenario/rig.h"
#include "tests/support/drill_run.h"

#include <map>
#include <optional>
#include <set>

namespace sb {
namespace {

using namespace test;

RunConfig worldOf(std::uint64_t seed, DataProfile profile, Duration maxRpo = 0us)
{
    RunConfig config = smallWorld(seed, 3, 200);
    config.profile = profile;
    config.maxRpo = maxRpo;
    return config;
}

class Blog : public testing::Test, public ReplicaListener {
protected:
    void watch(Rig& rig)
    {
        m_published.clear();
        m_losers.clear();
        rig.sim().blog().listen([this](const PublishedPost& post) { m_published.push_back(post); });
        for (std::size_t i = 0; i < rig.sim().regionCount(); ++i)
            rig.sim().region(region(i)).replica().listen(this);
    }
    void onEntry(RegionId, const LogEntry&, bool, bool) override { }
    void onConflict(RegionId, const Conflict& conflict) override
    {
        if (conflict.key.table == Table::Posts)
            m_losers.insert({ conflict.loser.log(), conflict.loser.seq });
    }
    // Since an instant, by region.
    std::map<std::size_t, std::size_t> publishedBy(Instant from) const
    {
        std::map<std::size_t, std::size_t> counts;
        for (const PublishedPost& post : m_published)
            if (post.at >= from)
                ++counts[post.region.value];
        return counts;
    }
    static bool quiet(Rig& rig)
    {
        rig.sim().shoppers().rest();
        return rig.advanceUntil(1min, [&] { return rig.sim().isConverged(); });
    }
    // What became of each acknowledged post: it stands, a later one of its key stands, or it is a conflict's
    // loser. The rest is returned: it is nowhere.
    std::vector<PublishedPost> nowhere(Rig& rig) const
    {
        std::vector<PublishedPost> gone;
        const Replica& copy = rig.sim().region(region(1)).replica();
        for (const PublishedPost& post : m_published)
            if (copy.position(post.version.log()) < post.version.seq
                && m_losers.count({ post.version.log(), post.version.seq }) == 0)
                gone.push_back(post);
        return gone;
    }
    void makeRunShort(Rig& rig) { rig.advanceTo(kStart + 30s); }

    std::vector<PublishedPost> m_published;
    std::set<std::pair<LogId, std::uint64_t>> m_losers;
};

TEST_F(Blog, postsOfEveryRegionAreForwardedToTheOneWriterAndReachEveryCopy)
{
    for (const DataProfile profile : { DataProfile::AsAws, DataProfile::Hardened }) {
        SCOPED_TRACE(toString(profile));
        Rig rig(worldOf(601, profile));
        watch(rig);
        rig.advanceTo(kStart + 2min);
        EXPECT_EQ(publishedBy(kStart).size(), 1u) << "somebody else has written, too";
        EXPECT_GT(publishedBy(kStart)[0], 15u);
        const BlogTraffic::Counters& counters = rig.sim().blogTraffic().counters();
        EXPECT_GT(counters.published, 15u);
        EXPECT_EQ(counters.unpublished, 0u);
        EXPECT_GT(counters.read, 20u);
        EXPECT_EQ(counters.unread, 0u);
        EXPECT_TRUE(quiet(rig));
        const Item* item
            = rig.sim().region(region(2)).replica().store().find(postKey(m_published.back().post));
        ASSERT_NE(item, nullptr);
        EXPECT_EQ(item->version, m_published.back().version);
        EXPECT_EQ(decodePost(item->value)->epoch, 1u);
        EXPECT_EQ(rig.sim().blog().underWay(), 0u);
    }
}

TEST_F(Blog, aSwitchoverLosesNothingAndNobodyWritesUnderTheOldEpoch)
{
    std::size_t published = 0;
    for (const std::uint64_t seed : seeds(611, 6)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(worldOf(seed, seed % 2 == 0 ? DataProfile::Hardened : DataProfile::AsAws));
        watch(rig);
        makeRunShort(rig);
        rig.mustOrder("move-writer us-east-1");
        EXPECT_EQ(rig.order("move-writer ap-southeast-1").kind, EventKind::CommandRefused) << "one at a time";
        ASSERT_TRUE(rig.advanceUntil(5s, [&] { return rig.first(EventKind::WriterMoved) != nullptr; }));
        const Event moved = *rig.first(EventKind::WriterMoved);
        EXPECT_EQ(moved.region, region(2));
        EXPECT_EQ(moved.peer, region(0));
        EXPECT_EQ(moved.action, "move");
        // The destruction of the former writer at this very instant costs no post.
        rig.mustOrder("fail region-destroyed eu-west-1 for 30s");
        rig.advance(60s);
        EXPECT_EQ(publishedBy(moved.at).count(0), 0u);
        EXPECT_GT(publishedBy(moved.at)[2], 5u);
        EXPECT_EQ(rig.sim().blog().zombies(), 0u);
        rig.order("clear all");
        rig.advanceUntil(1min,
            [&] { return rig.sim().region(region(0)).replicator().stage() == ReplicaStage::ServingWrites; });
        EXPECT_TRUE(quiet(rig));
        EXPECT_TRUE(nowhere(rig).empty());
        published += m_published.size();
    }
    EXPECT_GT(published, 20u);
}

TEST_F(Blog, aSeizedSeatHasOneWriterAtATimeWhereEpochsAreChecked)
{
    for (const std::uint64_t seed : seeds(621, 6)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(worldOf(seed, DataProfile::Hardened));
        watch(rig);
        Findings findings;
        WriterCheck check(rig.sim(), findings);
        makeRunShort(rig);
        rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 60s");
        rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 60s");
        rig.advance(4s);
        const Event seized = rig.order("seize-writer us-east-1");
        EXPECT_NE(seized.note.find("posts that only Ireland holds are at risk"), std::string::npos)
            << seized.note;
        rig.advance(70s);
        EXPECT_EQ(rig.first(EventKind::WriterMoved)->valueAfter, "2");
        EXPECT_EQ(publishedBy(seized.at + 11s).count(0), 0u) << "a zombie";
        EXPECT_GT(publishedBy(seized.at + 11s)[2], 3u);
        EXPECT_EQ(rig.sim().blog().zombies(), 0u);
        EXPECT_TRUE(findings.violations().empty()) << toText(findings.violations().front());
        rig.order("clear all");
        rig.advance(5s);
        EXPECT_TRUE(quiet(rig));
        EXPECT_TRUE(nowhere(rig).empty()) << "a post of the old epoch was dropped in silence";
    }
}

TEST_F(Blog, withoutEpochsBothSidesOfAPartitionAcceptAndTheLosersAreRecorded)
{
    std::uint64_t zombies = 0, losers = 0;
    for (const std::uint64_t seed : seeds(631, 4)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(worldOf(seed, DataProfile::AsAws));
        watch(rig);
        makeRunShort(rig);
        rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 2m");
        rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 2m");
        rig.advance(1s);
        rig.mustOrder("seize-writer us-east-1");
        rig.advance(100s);
        zombies += rig.sim().blog().zombies();
        EXPECT_EQ(rig.sim().anomalyCounts()[static_cast<std::size_t>(Anomaly::ZombieWrite)],
            rig.sim().blog().zombies());
        rig.order("clear all");
        rig.advance(5s);
        EXPECT_TRUE(quiet(rig));
        EXPECT_TRUE(nowhere(rig).empty());
        EXPECT_EQ(rig.sim().writerSeat().known(region(0)).epoch, 2u) << "it never heard that it is no writer";
        losers += m_losers.size();
    }
    EXPECT_GT(zombies, 5u) << "no split brain: the comparison proves little";
    EXPECT_GT(losers, 0u);
}

TEST_F(Blog, aDestroyedWriterTakesNoMoreWithItThanTheBoundAllows)
{
    std::size_t lost = 0, lostUnbounded = 0, refused = 0;
    for (const std::uint64_t seed : seeds(641, 10)) {
        for (const Duration bound : { Duration { 3s }, Duration { 0s } }) {
            SCOPED_TRACE(replayHint(seed));
            Rig rig(worldOf(seed, seed % 2 == 0 ? DataProfile::Hardened : DataProfile::AsAws, bound));
            watch(rig);
            makeRunShort(rig);
            rig.mustOrder("fail replication-paused eu-west-1 for 10m");
            rig.advance(25s);
            if (bound > 0us) {
                EXPECT_EQ(rig.count(EventKind::AcksStalled), 1u);
                EXPECT_TRUE(rig.sim().blog().isStalled());
                refused += rig.sim().blogTraffic().counters().unpublished;
            } else {
                EXPECT_EQ(rig.count(EventKind::AcksStalled), 0u);
            }
            rig.mustOrder("fail region-destroyed eu-west-1 for 20s");
            rig.mustOrder("seize-writer us-east-1");
            rig.advance(30s);
            rig.order("clear all");
            EXPECT_TRUE(rig.advanceUntil(1min, [&] {
                return rig.sim().region(region(0)).replicator().stage() == ReplicaStage::ServingWrites;
            }));
            EXPECT_TRUE(quiet(rig));
            const std::vector<PublishedPost> gone = nowhere(rig);
            std::size_t listed = 0;
            std::map<std::uint64_t, bool> isPost;
            for (const Event& event : rig.events) {
                if (event.kind == EventKind::WriteAtRisk)
                    isPost[event.seq.value] = event.action == "post";
                listed += event.kind == EventKind::WriteLost && isPost[event.cause.value] ? 1 : 0;
            }
            EXPECT_EQ(listed, gone.size()) << "the list of losses is not exact";
            (bound > 0us ? lost : lostUnbounded) += gone.size();
            if (bound > 0us && !gone.empty()) {
                EXPECT_LE(gone.back().at - gone.front().at, bound);
            }
        }
    }
    std::printf("posts lost with a bound of 3 s: %zu, without: %zu; refused while stalled: %zu\n", lost,
        lostUnbounded, refused);
    EXPECT_GT(lostUnbounded, 3 * lost);
    EXPECT_GT(refused, 10u);
}

TEST_F(Blog, postsThatWaitAreAcknowledgedWhenAPeerIsWithinTheBoundAgain)
{
    Rig rig(worldOf(651, DataProfile::Hardened, 2s));
    watch(rig);
    makeRunShort(rig);
    EXPECT_EQ(rig.count(EventKind::AcksStalled), 0u);
    rig.mustOrder("fail replication-paused eu-west-1 for 10m");
    ASSERT_TRUE(rig.advanceUntil(20s, [&] { return rig.sim().blog().waiting() > 0; }));
    const std::size_t before = m_published.size();
    rig.mustOrder("clear all");
    ASSERT_TRUE(rig.advanceUntil(5s, [&] { return rig.first(EventKind::AcksResumed) != nullptr; }));
    EXPECT_GT(m_published.size(), before);
    EXPECT_EQ(rig.first(EventKind::AcksResumed)->cause, rig.first(EventKind::AcksStalled)->seq);
    // One peer is enough.
    rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 10m");
    rig.advance(15s);
    EXPECT_EQ(rig.count(EventKind::AcksStalled), 1u);
}

TEST_F(Blog, aWriterThatDiesWhileItHandsOverKeepsTheSeatUnderANewEpoch)
{
    Rig rig(worldOf(661, DataProfile::Hardened));
    watch(rig);
    makeRunShort(rig);
    rig.mustOrder("move-writer us-east-1");
    rig.advance(120ms); // it has stopped, and its word of that is still under way
    rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 outbound for 60s");
    rig.mustOrder("fail replication-paused us-east-1 for 60s");
    rig.advance(25s);
    const Event* ended = rig.first(EventKind::WriterMoved);
    ASSERT_NE(ended, nullptr);
    EXPECT_TRUE(ended->action == "return" || ended->action == "move");
    rig.mustOrder("clear all");
    const Instant from = rig.now();
    rig.advance(30s);
    EXPECT_EQ(publishedBy(from).size(), 1u);
    EXPECT_EQ(publishedBy(from).begin()->first, rig.sim().blog().writer().value);
}

TEST_F(Blog, ordersThatCannotBeCarriedOutAreRefusedWithAReason)
{
    Rig rig(worldOf(671, DataProfile::Hardened));
    makeRunShort(rig);
    const auto refusal = [&](const std::string& order) {
        const Event event = rig.order(order);
        EXPECT_EQ(event.kind, EventKind::CommandRefused) << event.note;
        return event.note;
    };
    EXPECT_NE(refusal("move-writer eu-west-1").find("is the writer of the blog already"), std::string::npos);
    EXPECT_NE(refusal("seize-writer eu-west-1").find("is the writer of the blog already"), std::string::npos);
    rig.mustOrder("fail replication-paused eu-west-1 for 60s");
    EXPECT_NE(refusal("move-writer us-east-1").find("do not reach"), std::string::npos);
    rig.mustOrder("clear all");
    rig.mustOrder("fail region-outage us-east-1 for 60s");
    EXPECT_NE(refusal("seize-writer us-east-1").find("is down"), std::string::npos);
    rig.mustOrder("clear all");
    rig.advance(3s);
    rig.mustOrder("fail region-outage eu-west-1 for 60s");
    EXPECT_NE(refusal("move-writer us-east-1").find("seize-writer"), std::string::npos);
    rig.mustOrder("seize-writer us-east-1");
    EXPECT_NE(refusal("seize-writer ap-southeast-1").find("being changed"), std::string::npos);
}

TEST_F(Blog, theSameSeedAndOrdersGiveTheSameRunWhateverTheStore)
{
    const auto hashOf = [](bool isMemory) {
        RunConfig config = worldOf(682, DataProfile::Hardened, 2s);
        config.store = StoreKind::Sqlite;
        Rig rig(config, { .dataFolder = {}, .forcesMemoryStores = isMemory });
        rig.perform({ timed(15s, "move-writer us-east-1"),
            timed(25s, "fail replication-paused us-east-1 for 20s"), timed(40s, "seize-writer eu-west-1") });
        rig.advanceTo(kStart + 70s);
        EXPECT_EQ(rig.count(EventKind::WriterMoved), 2u);
        EXPECT_EQ(rig.count(EventKind::AcksStalled), 1u);
        return rig.sim().world().stateHash();
    };
    const std::uint64_t once = hashOf(true);
    EXPECT_EQ(hashOf(true), once);
    EXPECT_EQ(hashOf(false), once);
}

TEST_F(Blog, theShippedDrillsPassTheirChecks)
{
    for (const char* name : { "switchover", "failover" }) {
        SCOPED_TRACE(name);
        const auto drill
            = loadDrill(std::string(SB_SOURCE_DIR "/resources/drills/single-writer-") + name + ".toml");
        ASSERT_TRUE(drill) << drill.error().what;
        const auto outcome = test::runDrill(*drill);
        ASSERT_TRUE(outcome) << outcome.error().what;
        for (const CheckResult& result : test::verdictsOf(*drill, *outcome))
            EXPECT_TRUE(result.passed) << result.name << ": " << result.evidence;
        std::optional<Instant> first, last; // commits of lost posts
        for (const Event& event : outcome->events)
            if (event.kind == EventKind::WriteAtRisk && event.action == "post") {
                last = atMicros(std::strtoll(event.valueBefore.c_str(), nullptr, 10));
                first = first ? std::min(*first, *last) : *last;
            }
        if (first)
            EXPECT_LE(*last - *first, drill->config.maxRpo);
    }
}

} // namespace
} // namespace sb
