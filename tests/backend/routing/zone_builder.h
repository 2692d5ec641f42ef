// SPDX-License-Identifier: GPL-3.0-or-later
// Zones for the tests of the walker, a record a line.
#pragma once

#include "backend/routing/explanation.h"
#include "backend/routing/walker.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sb::test {

inline constexpr const char* kName = "api.example.com.";

// Numbers from a list instead of a generator; 0 beyond its end. Keeps the bounds it was asked for.
class ListedDraws final : public DrawSource {
public:
    explicit ListedDraws(std::vector<std::uint64_t> numbers = {})
        : m_numbers(std::move(numbers))
    {
    }
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) override
    {
        bounds.push_back(bound);
        return bounds.size() <= m_numbers.size() ? m_numbers[bounds.size() - 1] : 0;
    }
    std::vector<std::uint64_t> bounds;

private:
    std::vector<std::uint64_t> m_numbers;
};

struct ZoneBuilder {
    ZoneFile file { "Z1", {}, {} };
    std::vector<std::string> down; // checks

    ZoneRecord& record(std::string name, std::string identifier, RecordPolicy policy)
    {
        ZoneRecord record;
        record.name = std::move(name);
        record.setIdentifier = std::move(identifier);
        record.policy = std::move(policy);
        record.index = file.records.size();
        file.records.push_back(std::move(record));
        return file.records.back();
    }
    // Of the question's own group, with its value named like its identifier.
    ZoneBuilder& leaf(const std::string& identifier, RecordPolicy policy, const std::string& check = {},
        const std::string& name = kName)
    {
        ZoneRecord& added = record(name, identifier, std::move(policy));
        added.values = { identifier };
        added.healthCheck = check;
        return *this;
    }
    ZoneBuilder& alias(const std::string& identifier, RecordPolicy policy, const std::string& target,
        bool evaluates, const std::string& check = {}, const std::string& name = kName)
    {
        ZoneRecord& added = record(name, identifier, std::move(policy));
        added.alias = AliasTarget { file.id, target, evaluates };
        added.healthCheck = check;
        return *this;
    }
    ZoneBuilder& sick(const std::string& check)
    {
        down.push_back(check);
        return *this;
    }
    [[nodiscard]] std::shared_ptr<const CompiledZone> compiled() const
    {
        auto zone = CompiledZone::compile(file);
        SB_ASSERT(zone.has_value());
        return *zone;
    }
    [[nodiscard]] ZoneHealth health(const CompiledZone& zone) const
    {
        ZoneHealth health = allHealthy(zone);
        for (const std::string& check : down)
            EXPECT_TRUE(setCheck(zone, health, check, { .isHealthy = false })) << check;
        return health;
    }
};

inline std::string answerOf(Walker& walker, const ZoneHealth& health, const Asker& asker, DrawSource& draws)
{
    Answer answer;
    walker.decide({ kName, RecordType::A, asker }, health, draws, answer);
    return answer.hasValues() ? valuesText(walker.zone(), answer)
                              : "(" + std::string(toString(answer.kind)) + ")";
}

inline std::string answerOf(const ZoneBuilder& builder, const Asker& asker = {})
{
    Walker walker(builder.compiled());
    ListedDraws draws;
    return answerOf(walker, builder.health(walker.zone()), asker, draws);
}

// Every answer of a decision that draws exactly once or never, with how many of `bound` numbers give it.
inline std::map<std::string, std::uint64_t> drawnOnce(const ZoneBuilder& builder, const Asker& asker = {})
{
    Walker walker(builder.compiled());
    const ZoneHealth health = builder.health(walker.zone());
    std::map<std::string, std::uint64_t> counts;
    std::uint64_t bound = 1;
    for (std::uint64_t number = 0; number < bound; ++number) {
        ListedDraws draws({ number });
        ++counts[answerOf(walker, health, asker, draws)];
        EXPECT_LE(draws.bounds.size(), 1U);
        bound = draws.bounds.empty() ? 1 : draws.bounds.front();
    }
    return counts;
}

} // namespace sb::test
