// SPDX-License-Identifier: GPL-3.0-or-later
// Strong tables under weather: clients at every member while letters are lost, copied and late, links are cut
// in one direction or both, and members crash. What the clients heard must be explainable by one register per
// key that does one thing at a time (Herlihy and Wing, 1990; the search is Wing and Gong's, 1993).
#include "tests/backend/replication/strong_cluster.h"
#include "tests/backend/support/seeds.h"

#include <bit>
#include <cstdio>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <tuple>

namespace sb {
namespace {

using test::StrongCluster;
using test::StrongMutant;
using test::strongRead;
using Kind = StrongOutcome::Kind;

// What one client asked and heard; `end` = kNever: it may have happened, at any time from `begin` on.
struct Call {
    StrongRequest request;
    StrongOutcome outcome;
    Instant begin = kStart;
    Instant end = kNever;
};

bool isExplained(const Call& call, const StrongStep& step)
{
    const StrongOutcome &heard = call.outcome, &expected = step.outcome;
    if (call.end == kNever)
        return true;
    if (heard.kind != expected.kind || heard.version != expected.version)
        return false;
    // A repeat of a failed condition does not know the value of then.
    return (heard.isRepeat && heard.kind == Kind::ConditionFailed)
        || (heard.isPresent == expected.isPresent && heard.value == expected.value);
}

// Whether the calls on one key can be put in an order that respects time and that one register explains.
class Search {
public:
    explicit Search(const std::vector<Call>& calls)
        : m_calls(calls)
    {
        SB_ASSERT(calls.size() <= 64);
        for (std::size_t i = 0; i < calls.size(); ++i)
            m_certain |= calls[i].end != kNever ? std::uint64_t { 1 } << i : 0;
    }
    bool run(const StrongItem& item = {}, std::uint64_t done = 0)
    {
        if ((m_certain & ~done) == 0)
            return true;
        if (!m_seen.insert({ done, item.version, item.value }).second)
            return false;
        Instant firstEnd = kNever; // whoever began after this must wait
        for (std::size_t i = 0; i < m_calls.size(); ++i) {
            if ((done >> i & 1) == 0)
                firstEnd = std::min(firstEnd, m_calls[i].end);
        }
        for (std::size_t i = 0; i < m_calls.size(); ++i) {
            if ((done >> i & 1) != 0 || m_calls[i].begin > firstEnd)
                continue;
            StrongRequest request = m_calls[i].request;
            request.request = 0; // the model needs no memory: each call stands for all its repeats
            const StrongStep step = stepOf(item, request);
            if (isExplained(m_calls[i], step) && run(step.item, done | std::uint64_t { 1 } << i))
                return true;
        }
        return false;
    }

private:
    const std::vector<Call>& m_calls;
    std::uint64_t m_certain = 0;
    std::set<std::tuple<std::uint64_t, std::uint64_t, std::string>> m_seen;
};

constexpr std::size_t kCallsPerKeyMax = 56; // and one last read at each member
constexpr std::uint64_t kKeysMax = 3;

// One story: clients and weather from one seed, then calm, then the judgement.
class Storm {
public:
    Storm(std::uint64_t seed, StrongMutant mutant)
        : m_rng(mix64(seed))
        , m_hasWitness(m_rng.chance(250'000))
        , m_cluster(seed, mutant, m_hasWitness, configOf(m_rng), NetworkConfig { 200, 2'000 })
        , m_keys(1 + m_rng.below(kKeysMax))
        , m_thinkMax(Duration(20ms) * (1 << m_rng.below(6)))
        , m_pauseMax(Duration(30ms) * (1 << m_rng.below(6)))
    {
        for (std::uint64_t& weight : m_weights) // some seeds have much of one thing and none of another
            weight = m_rng.chance(400'000) ? 0 : m_rng.below(10);
    }

    // Empty, or what is wrong.
    std::string run()
    {
        for (std::uint64_t client = 0; client < 6; ++client)
            think(client);
        for (int i = 0; i < 150; ++i) {
            m_rng.chance(150'000) ? calm() : disturb();
            m_cluster.run(m_rng.between(0us, m_pauseMax));
        }
        m_isOver = true;
        calm();
        m_cluster.run(30s);
        for (std::size_t member = 0; member < kStrongMembers; ++member) {
            for (std::uint64_t key = 0; m_trouble.empty() && key < m_keys; ++key)
                readLast(member, key);
        }
        for (auto& [key, calls] : m_calls) {
            if (m_trouble.empty() && !Search(calls).run())
                m_trouble = "no order explains what was heard about item " + key;
        }
        return m_trouble;
    }

    std::map<Kind, int> heard;
    int unknown = 0, repeats = 0;
    [[nodiscard]] std::uint64_t hash() const { return m_cluster.world.stateHash(); }
    [[nodiscard]] std::string text() const
    {
        std::string all;
        for (const auto& [key, calls] : m_calls) {
            for (const Call& call : calls) {
                all += key + " " + std::to_string(micros(call.begin)) + ".."
                    + (call.end == kNever ? "?" : std::to_string(micros(call.end))) + " kind "
                    + std::to_string(static_cast<int>(call.request.kind)) + " '" + call.request.value
                    + "' if " + std::to_string(static_cast<int>(call.request.condition.kind)) + ": "
                    + std::string(toString(call.outcome.kind)) + " v" + std::to_string(call.outcome.version)
                    + " '" + call.outcome.value + "'\n";
            }
        }
        return all;
    }

private:
    static StrongTableConfig configOf(Rng& rng)
    {
        StrongTableConfig config;
        config.patience = rng.between(Duration(400ms), Duration(3s));
        config.promisesMax = rng.chance(200'000) ? 1 : 100;
        return config;
    }

    // Sometime soon the client calls somebody.
    void think(std::uint64_t client, Duration atLeast = 0us)
    {
        const Duration pause = atLeast + m_rng.between(0us, m_thinkMax);
        m_cluster.world.postIn(pause, m_clock.id(m_cluster.world), 0, client);
        m_clock.then = [this](std::uint64_t who) { call(who); };
    }
    void call(std::uint64_t client)
    {
        const std::string key = std::to_string(m_rng.below(m_keys));
        if (m_isOver)
            return;
        if (m_issued[key] >= kCallsPerKeyMax)
            return think(client, 100ms);
        ++m_issued[key];
        Call made;
        made.request = someRequest(key);
        made.begin = m_cluster.world.now();
        send(client, client % kStrongMembers, std::move(made), false, 0);
    }
    StrongRequest someRequest(const std::string& key)
    {
        StrongRequest request = strongRead(key);
        if (m_rng.chance(350'000))
            return request;
        const std::uint64_t id = ++m_nextId;
        request.request = id;
        request.kind = m_rng.chance(150'000) ? StrongRequest::Kind::Delete : StrongRequest::Kind::Put;
        if (request.kind == StrongRequest::Kind::Put)
            request.value = "w" + std::to_string(id);
        const StrongOutcome& last = m_lastHeard[key];
        switch (m_rng.below(5)) {
        case 0:
            request.condition = { StrongCondition::Kind::VersionIs, last.version, "" };
            break;
        case 1:
            request.condition = { StrongCondition::Kind::ValueIs, 0, last.value };
            break;
        case 2:
            request.condition = { StrongCondition::Kind::Absent, 0, "" };
            break;
        default:
            break;
        }
        return request;
    }
    void send(std::uint64_t client, std::size_t member, Call made, bool mayHaveApplied, int tries)
    {
        m_cluster.table(member).submit(
            made.request, [this, client, made, mayHaveApplied, tries](const StrongOutcome& outcome) mutable {
                ++heard[outcome.kind];
                made.outcome = outcome;
                onAnswer(client, std::move(made), mayHaveApplied, tries);
            });
    }
    void onAnswer(std::uint64_t client, Call made, bool mayHaveApplied, int tries)
    {
        const StrongOutcome& outcome = made.outcome;
        repeats += outcome.isRepeat ? 1 : 0;
        if (outcome.kind == Kind::Committed || outcome.kind == Kind::ConditionFailed) {
            made.end = m_cluster.world.now();
            m_lastHeard[made.request.key] = outcome;
            m_calls[made.request.key].push_back(made);
            if (made.request.request != 0 && m_rng.chance(150'000))
                repeat(made);
        } else if (outcome.kind == Kind::Unavailable || outcome.kind == Kind::NotServing) {
            mayHaveApplied = mayHaveApplied || outcome.mayHaveApplied;
            if (!mayHaveApplied)
                --m_issued[made.request.key]; // nothing happened that would have to be explained
            if (mayHaveApplied && tries < 4 && m_rng.chance(700'000))
                return send(client, m_rng.below(kStrongMembers), std::move(made), true, tries + 1);
            if (mayHaveApplied) {
                ++unknown;
                m_calls[made.request.key].push_back(made); // end stays kNever
            }
        } else if (outcome.kind == Kind::Refused) {
            m_trouble = "refused: " + std::string(outcome.reason);
        } // Conflict: certainly not applied, so it must not be needed to explain anything
        think(client, outcome.kind == Kind::NotServing ? 100ms : 0ms);
    }
    // Told twice, a member must say the same again, wherever it is asked.
    void repeat(const Call& made)
    {
        m_cluster.table(m_rng.below(kStrongMembers))
            .submit(made.request, [this, made](const StrongOutcome& again) {
                if (again.kind == Kind::Unavailable || again.kind == Kind::NotServing)
                    return;
                if (again.kind != made.outcome.kind || again.version != made.outcome.version)
                    m_trouble = "a repeat was answered differently";
            });
    }
    // Every kind of bad weather heals as often as it begins.
    void disturb()
    {
        std::uint64_t total = 1;
        for (const std::uint64_t weight : m_weights)
            total += weight;
        std::uint64_t draw = m_rng.below(total);
        std::size_t kind = 0;
        while (kind < m_weights.size() && draw >= m_weights[kind])
            draw -= m_weights[kind++];
        const std::size_t at = m_rng.below(kStrongMembers), other = m_rng.below(kStrongMembers);
        test::LetterBox& box = m_cluster.box(at);
        switch (kind) {
        case 0:
            return m_cluster.cut(at, other, m_rng.chance(400'000)); // one way
        case 1:
            return m_cluster.isolate(at, m_rng.chance(400'000));
        case 2: // gone for a while, or back
            return m_cluster.table(at).isDown() ? m_cluster.restart(at) : m_cluster.crash(at);
        case 3: // back at once: its memory is gone and nobody noticed
            m_cluster.crash(at);
            return m_cluster.restart(at);
        case 4:
            return m_cluster.table(at).setPaused(m_rng.chance(300'000));
        case 5:
            box.lossPpm = static_cast<std::uint32_t>(m_rng.below(300'000));
            box.copyPpm = static_cast<std::uint32_t>(m_rng.below(500'000));
            box.delayMax = m_rng.between(0us, Duration(400ms));
            return;
        default:
            return; // a quiet moment
        }
    }
    void calm()
    {
        for (std::size_t i = 0; i < kStrongMembers; ++i) {
            m_cluster.isolate(i, false);
            m_cluster.table(i).setPaused(false);
            if (m_cluster.table(i).isDown())
                m_cluster.restart(i);
            m_cluster.box(i).lossPpm = 0;
            m_cluster.box(i).copyPpm = 0;
            m_cluster.box(i).delayMax = 0us;
        }
    }
    void readLast(std::size_t member, std::uint64_t key)
    {
        if (m_cluster.table(member).isWitness())
            return;
        Call made;
        made.request = strongRead(std::to_string(key));
        made.request.patience = 3s;
        made.begin = m_cluster.world.now();
        made.outcome = m_cluster.ask(member, made.request);
        made.end = m_cluster.world.now();
        if (made.outcome.kind != Kind::Committed)
            m_trouble = "in calm weather member " + std::to_string(member) + " does not read";
        m_calls[made.request.key].push_back(made);
    }

    // Wakes the clients.
    class Clock final : public Component {
    public:
        ComponentId id(World& world)
        {
            if (!m_id)
                m_id = world.add(*this);
            return *m_id;
        }
        void onEvent(const SimEvent& event) override { then(event.a); }
        std::function<void(std::uint64_t)> then;

    private:
        std::optional<ComponentId> m_id;
    };

    Rng m_rng;
    bool m_hasWitness;
    StrongCluster m_cluster;
    std::uint64_t m_keys;
    Duration m_thinkMax, m_pauseMax;
    std::array<std::uint64_t, 6> m_weights {};
    bool m_isOver = false;
    Clock m_clock;
    std::uint64_t m_nextId = 0;
    std::map<std::string, std::size_t> m_issued;
    std::map<std::string, std::vector<Call>> m_calls;
    std::map<std::string, StrongOutcome> m_lastHeard;
    std::string m_trouble;
};

TEST(StrongStorm, EveryItemIsLinearizableInAnyWeather)
{
    std::map<Kind, int> heard;
    int unknown = 0, repeats = 0;
    for (const std::uint64_t seed : test::seeds(600)) {
        Storm storm(seed, StrongMutant::None);
        const std::string trouble = storm.run();
        ASSERT_EQ(trouble, "") << test::replayHint(seed) << '\n' << storm.text();
        for (const auto& [kind, count] : storm.heard)
            heard[kind] += count;
        unknown += storm.unknown;
        repeats += storm.repeats;
    }
    for (const auto& [kind, count] : heard)
        std::printf("%s %d, ", std::string(toString(kind)).c_str(), count);
    std::printf("outcomes left unknown %d, repeats recognised %d\n", unknown, repeats);
    if (std::getenv("SB_SEED") == nullptr) { // otherwise the weather would prove nothing
        for (const Kind kind : { Kind::Committed, Kind::ConditionFailed, Kind::Conflict, Kind::Unavailable })
            EXPECT_GT(heard[kind], 500) << toString(kind);
        EXPECT_GT(unknown, 100);
        EXPECT_GT(repeats, 500);
    }
}

TEST(StrongStorm, TheSameSeedIsTheSameStory)
{
    for (const std::uint64_t seed : test::seeds(5)) {
        std::uint64_t hashes[2];
        for (std::uint64_t& hash : hashes) {
            Storm storm(seed, StrongMutant::None);
            (void)storm.run();
            hash = storm.hash();
        }
        EXPECT_EQ(hashes[0], hashes[1]) << test::replayHint(seed);
    }
}

// The history behind "a promise is durable before it leaves", step by step: Virginia promises Singapore,
// loses its memory, and then hears Ireland's older proposal.
TEST(StrongStorm, AForgottenPromiseWouldLetTwoRegionsTakeOneName)
{
    for (const StrongMutant mutant : { StrongMutant::None, StrongMutant::ForgetsPromise }) {
        StrongCluster cluster(1, mutant);
        cluster.cut(0, 1);
        cluster.cut(1, 0);
        int taken = 0;
        const auto take = [&](std::size_t at) {
            cluster.table(at).submit(test::strongPut("name", "by " + std::to_string(at), at + 1,
                                         { StrongCondition::Kind::Absent, 0, "" }),
                [&](const StrongOutcome& outcome) { taken += outcome.kind == Kind::Committed ? 1 : 0; });
        };
        const auto slow = [&](std::size_t from, std::size_t to, Duration added) {
            cluster.network.setLink(test::regionAt(from), test::regionAt(to), { .added = added });
        };
        take(0);
        take(1);
        cluster.run(50ms); // Ireland's question has passed, its proposal will take long
        slow(0, 2, 250ms);
        cluster.run(110ms); // Singapore has its promise, and so has Virginia forgotten it
        slow(1, 2, 200ms);
        cluster.crash(2);
        cluster.restart(2);
        cluster.run(5s);
        EXPECT_EQ(taken, mutant == StrongMutant::None ? 1 : 2);
    }
}

struct MutantCase {
    StrongMutant mutant;
    const char* name;
};

TEST(StrongStorm, EveryBrokenRuleIsCaught)
{
    constexpr std::uint64_t kSeedsMax = 200;
    for (const MutantCase& c : { MutantCase { StrongMutant::ForgetsPromise, "acceptor forgets its promise" },
             MutantCase { StrongMutant::ForgetsLastWrite, "acceptor's disk loses the last write" },
             MutantCase { StrongMutant::MajorityOfOne, "majority of one" },
             MutantCase { StrongMutant::LocalReads, "reader skips the quorum" } }) {
        std::uint64_t first = 0, caught = 0;
        std::string how;
        for (std::uint64_t seed = 1; seed <= kSeedsMax; ++seed) {
            const std::string trouble = Storm(seed, c.mutant).run();
            if (trouble.empty())
                continue;
            ++caught;
            if (first == 0) {
                first = seed;
                how = trouble;
            }
        }
        std::printf("%-38s caught by %3llu of %llu seeds, first by seed %llu: %s\n", c.name,
            static_cast<unsigned long long>(caught), static_cast<unsigned long long>(kSeedsMax),
            static_cast<unsigned long long>(first), how.c_str());
        EXPECT_GT(caught, 0U) << c.name;
    }
}

} // namespace
} // namespace sb
