// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the answer to one question by the rules of Route 53: eight policies, trees of aliases, health. A
// pure function of zone, question, health and draws; integers only. docs/routing.md has the rules.
//
//     const auto zone = CompiledZone::compile(file);             // once
//     Walker walker(*zone);                                      // once; holds scratch memory
//     ZoneHealth health = allHealthy(**zone);                    // and then what is known otherwise:
//     setCheck(**zone, health, "b9c8…", { .isHealthy = false }); // false when no record names that check
//     RngDraws draws(rng);
//     const RoutingQuestion question { absoluteName("api.example.com"), RecordType::A, *askerInCity("Dublin")
//     }; Answer answer; walker.decide(question, health, draws, answer);            // fast: allocates nothing
//     once warm Explanation why; walker.explain(question, health, draws, answer, why);      // the same with
//     its reasons (explanation.h)
//
// Both take the same draws, so that an explained decision repeats a fast one. Drawn is only what is open:
// nothing when one record is left.
// Source of the rules: Amazon Route 53 developer guide (routing policies; how records are chosen when health
// checking is configured). The draw is unpublished: ours is uniform over [0, sum of weights).
// Thread: one at a time for each Walker.
#pragma once

#include "backend/base/rng.h"
#include "backend/routing/asker.h"
#include "backend/routing/compiled_zone.h"
#include "backend/routing/region_admission.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

struct Explanation;
struct ExplainedCandidate;
enum class GroupOutcome : std::uint8_t;

// What is believed of a health check where the decision is made. Checks nobody has told of count as healthy,
// as a new check does.
struct CheckState {
    bool isHealthy = true;
    bool isKnown = true; // somebody has told
    int checkersHealthy = -1, checkersTotal = -1; // who voted; -1: not known, or a check without checkers
    friend bool operator==(const CheckState&, const CheckState&) = default;
};
// Of an alias target outside the zone (a load balancer); unknown counts as healthy.
enum class TargetState : std::uint8_t { Unknown, Healthy, Unhealthy };

struct ZoneHealth {
    std::vector<CheckState> checks; // index as CompiledZone::checks()
    std::vector<TargetState> outside; // index as CompiledZone::outsideTargets()
    std::vector<RegionAdmission> admission; // index as CompiledZone::records(); empty: all admitted
};
[[nodiscard]] ZoneHealth allHealthy(const CompiledZone& zone);
// False when the zone has no such check or target.
bool setCheck(const CompiledZone& zone, ZoneHealth& health, std::string_view id, CheckState state);
bool setTarget(const CompiledZone& zone, ZoneHealth& health, std::string_view name, TargetState state);

struct RoutingQuestion {
    std::string name; // absolute, lower case, with its final dot: absoluteName()
    RecordType type = RecordType::A;
    Asker asker;
};

// Where the numbers of a decision come from.
class DrawSource {
public:
    virtual ~DrawSource() = default;
    [[nodiscard]] virtual std::uint64_t below(std::uint64_t bound) = 0; // uniform in [0, bound), bound > 0
};
class RngDraws final : public DrawSource {
public:
    explicit RngDraws(Rng& rng)
        : m_rng(rng)
    {
    }
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) override { return m_rng.below(bound); }

private:
    Rng& m_rng;
};

// One value of the answer.
struct AnswerValue {
    RecordIndex record = kNoIndex;
    std::uint32_t value = 0; // of the record's values; of an alias to something outside always 0
    friend bool operator==(const AnswerValue&, const AnswerValue&) = default;
};

enum class AnswerKind : std::uint8_t {
    Answered,
    NoSuchRecord, // the zone has no record of that name and type
    NoMatch, // geolocation or IP-based, nothing applies and there is no default: no answer
};
[[nodiscard]] std::string_view toString(AnswerKind kind);

struct Answer {
    AnswerKind kind = AnswerKind::NoSuchRecord;
    bool isLastResort = false; // somewhere on the way nothing was healthy, and all counted as healthy
    bool isHoldIgnored = false; // somewhere only held records were healthy, and they were taken
    bool isDialIgnored = false; // somewhere only dialled-down ones were left, and they were taken
    std::vector<AnswerValue> values; // in the order answered
    Duration ttl = 0us; // of the record at the end of the aliases
    RecordIndex entry = kNoIndex; // chosen in the question's own group; the first when there are several
    [[nodiscard]] bool hasValues() const { return !values.empty(); }
};
// The record's value; of an alias to something outside, the target's name.
[[nodiscard]] const std::string& valueText(const CompiledZone& zone, const AnswerValue& value);
// "192.0.2.1,192.0.2.2": all values in the order answered.
[[nodiscard]] std::string valuesText(const CompiledZone& zone, const Answer& answer);

class Walker {
public:
    static constexpr std::size_t kMultivalueMax = 8;

    explicit Walker(std::shared_ptr<const CompiledZone> zone);
    [[nodiscard]] const CompiledZone& zone() const { return *m_zone; }

    // `health` must be of this zone.
    void decide(const RoutingQuestion& question, const ZoneHealth& health, DrawSource& draws, Answer& answer);
    // As above for a group that groupFor() has found.
    void decide(
        GroupIndex group, const Asker& asker, const ZoneHealth& health, DrawSource& draws, Answer& answer);
    void explain(const RoutingQuestion& question, const ZoneHealth& health, DrawSource& draws, Answer& answer,
        Explanation& explanation);

    // The same decision before any draw: how likely each value is to be the first of the answer. In
    // kWhole-ths, rounded so that they sum up to kWhole, or to less where there is no answer. Clears `out`.
    static constexpr std::uint64_t kWhole = 1'000'000'000'000;
    struct Chance {
        AnswerValue value;
        std::uint64_t share = 0; // > 0
    };
    void chances(GroupIndex group, const Asker& asker, const ZoneHealth& health, std::vector<Chance>& out);

    // Healthy by its own check and, with Evaluate Target Health, by its target; whatever its admission.
    [[nodiscard]] bool isHealthy(RecordIndex record, const ZoneHealth& health);

private:
    // Preference among the records of a group: least numerator / denominator first.
    struct Candidate {
        RecordIndex record = kNoIndex;
        std::int64_t numerator = 0;
        std::int64_t denominator = 1;
        bool isHealthy = true;
        bool isAdmitted = true; // by hold, ramp and dial
        bool isHeld = false; // by hold or ramp
    };
    struct Walk { // one decision under way
        const Asker& asker;
        const ZoneHealth& health;
        DrawSource& draws;
        Answer& answer;
        Explanation* explanation = nullptr;
    };
    enum class Memo : std::uint8_t { Unasked, Healthy, Unhealthy };
    // Who is in play: the admitted; else those that a dial alone keeps out; else all healthy ones; else all.
    enum class Stage : std::uint8_t { Usable, DialledDown, Held, LastResort };

    void begin();
    [[nodiscard]] bool isHealthyNow(RecordIndex record, const ZoneHealth& health);
    [[nodiscard]] bool isTargetHealthy(const CompiledZone::Record& record, const ZoneHealth& health);
    [[nodiscard]] bool isGroupHealthy(GroupIndex group, const ZoneHealth& health);
    void start(const Walk& walk, std::optional<GroupIndex> group);
    void walkGroup(const Walk& walk, GroupIndex group, std::uint32_t explained, bool isEntry);
    // Candidates in order of preference, from `base` to the top of the stack.
    void gather(const Walk& walk, const CompiledZone::Group& group);
    void gatherBlocks(const Walk& walk, const CompiledZone::Group& group);
    void assess(Candidate& candidate, const Walk& walk);
    [[nodiscard]] RecordIndex chooseOrdered(const Walk& walk, std::size_t base, Stage& stage);
    [[nodiscard]] RecordIndex chooseWeighted(const Walk& walk, std::size_t base, Stage& stage);
    // Moves the chosen ones to the bottom, in the order answered; their number.
    [[nodiscard]] std::size_t chooseSeveral(const Walk& walk, std::size_t base, Stage& stage);
    [[nodiscard]] Stage stageOf(const Walk& walk, std::size_t base);
    // The first stage at which it is in play.
    [[nodiscard]] static Stage stageOf(const Candidate& candidate);
    [[nodiscard]] static bool isInPlay(const Candidate& candidate, Stage stage);
    // Passes `share` on to what the group may answer (walker_chances.cpp).
    void spread(const Walk& walk, GroupIndex group, std::uint64_t share, std::vector<Chance>& out);
    void spreadValues(RecordIndex record, std::uint64_t share, std::vector<Chance>& out) const;
    [[nodiscard]] std::uint64_t weightInPlay(
        const Candidate& candidate, PolicyKind policy, Stage stage) const;
    void follow(const Walk& walk, RecordIndex record, std::uint32_t explained);
    void addValues(const Walk& walk, RecordIndex record);

    // Explaining (walker_explain.cpp).
    [[nodiscard]] std::uint32_t openGroup(const Walk& walk, GroupIndex group, GroupOutcome outcome);
    void explainCandidates(const Walk& walk, std::uint32_t explained, std::size_t base);
    [[nodiscard]] ExplainedCandidate describe(const Walk& walk, RecordIndex record);
    void describeCriterion(const Walk& walk, RecordIndex record, ExplainedCandidate& line) const;
    // The verdicts, once `count` records from `base` up are chosen.
    void settle(const Walk& walk, std::uint32_t explained, Stage stage, std::size_t base, std::size_t count);
    void closeDraws(const Walk& walk, std::uint32_t explained);
    [[nodiscard]] std::uint32_t survey(const Walk& walk, GroupIndex group);

    std::shared_ptr<const CompiledZone> m_zone;
    ZoneHealth m_allHealthy; // for the counterfactual
    std::vector<Candidate> m_candidates; // a stack: the groups on the way, each from its base
    std::vector<Memo> m_memo; // by group, of the decision under way
    std::vector<GroupIndex> m_asked; // groups whose memo is set
};

} // namespace sb
