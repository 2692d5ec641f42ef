// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules say about an answer, as exact probabilities, computed from the records as written and by the
// letter: choose by the policy among what is in play; unhealthy means drop it and choose again; nothing left
// means that everything counts as healthy. Slow, and shares nothing with the walker but the great circle.
// Each member of Broken leaves one rule out, to show that a comparison notices.
#pragma once

#include "backend/routing/walker.h"

#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

namespace sb::test {

struct Fraction {
    std::uint64_t over = 0, under = 1;
    friend bool operator==(const Fraction&, const Fraction&) = default;
    friend Fraction operator+(Fraction a, Fraction b)
    {
        return reduced(a.over * b.under + b.over * a.under, a.under * b.under);
    }
    friend Fraction operator*(Fraction a, Fraction b) { return reduced(a.over * b.over, a.under * b.under); }
    static Fraction reduced(std::uint64_t over, std::uint64_t under)
    {
        const std::uint64_t divisor = std::gcd(over, under);
        return { over / divisor, under / divisor };
    }
};
using Distribution = std::map<std::string, Fraction>; // by the sorted values of the answer

enum class Broken {
    Nothing,
    EvaluateTargetIgnored,
    OwnCheckIgnored,
    OwnCheckOfAliasesIgnored,
    ZeroWeightsRejoin, // while others with a weight are healthy
    NoLastResort,
    LastResortIsFailed, // nothing healthy: no record, instead of the plain policy
    BiasIgnored,
    ShortPrefixMatches,
    ContinentBeforeCountry,
    HoldIgnored,
    OutsideUnknownIsDead,
    DialIgnored,
    DialIsHold, // gives way no sooner than a hold
};
inline constexpr int kBrokenCount = static_cast<int>(Broken::DialIsHold) + 1;

// Health of everything, by names.
struct OracleHealth {
    std::set<std::string> sickChecks, sickTargets, knownTargets;
    std::map<std::size_t, int> ramp, dial; // by ZoneRecord::index; missing: 1000
};

class RoutingOracle {
public:
    RoutingOracle(const ZoneFile& zone, const OracleHealth& health, const Asker& asker,
        Broken broken = Broken::Nothing);
    [[nodiscard]] Distribution answers(const std::string& name) const;

private:
    using Members = std::vector<const ZoneRecord*>;
    [[nodiscard]] Members group(const std::string& name) const;
    [[nodiscard]] bool computesHealthy(const ZoneRecord& record) const;
    // The plain policy among `inPlay`, whatever its health: each record with its probability.
    [[nodiscard]] std::vector<std::pair<const ZoneRecord*, Fraction>> choose(const Members& inPlay) const;
    [[nodiscard]] bool applies(const ZoneRecord& record) const;
    [[nodiscard]] bool isBetter(const ZoneRecord& a, const ZoneRecord& b) const;
    [[nodiscard]] int longestBlock(const CidrPolicy& policy) const;
    void chooseAgain(const Members& inPlay, const std::set<const ZoneRecord*>& usable, Fraction share,
        Distribution& answers) const;
    void answer(const ZoneRecord& record, Fraction share, Distribution& answers) const;
    void answerSeveral(const Members& members, Fraction share, Distribution& answers) const;
    void addGroup(const std::string& name, Fraction share, Distribution& answers) const;

    const ZoneFile& m_zone;
    const OracleHealth& m_health;
    const Asker& m_asker;
    Broken m_broken;
    std::set<const ZoneRecord*> m_healthy;
};

} // namespace sb::test
