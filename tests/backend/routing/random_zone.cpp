// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/routing/random_zone.h"

#include "backend/base/text.h"
#include "backend/net/atlas.h"

#include <algorithm>

namespace sb::test {
namespace {

constexpr int kDepth = 4, kGroupsEach = 2;
constexpr const char* kOutside[] = { "lb1.elb.amazonaws.com.", "lb2.elb.amazonaws.com.", "cdn.example.net." };

std::string groupName(int depth, std::uint64_t number)
{
    return depth == 0 ? std::string(kName)
                      : "g" + std::to_string(depth) + std::to_string(number) + ".example.com.";
}

template<typename T> void shuffle(std::vector<T>& list, Rng& rng)
{
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[rng.below(i)]);
}

// As many policies of one kind, told apart as the kind demands.
std::vector<RecordPolicy> policies(std::uint64_t kind, const Asker& asker, Rng& rng)
{
    std::vector<RecordPolicy> all;
    const std::size_t count = 1 + rng.below(4);
    switch (kind) {
    case 0:
        return { SimplePolicy {} };
    case 1:
        for (std::size_t i = 0; i < std::min<std::size_t>(count, 3); ++i)
            all.emplace_back(WeightedPolicy { static_cast<int>(rng.below(4)) });
        return all;
    case 2:
        all = { FailoverPolicy { true }, FailoverPolicy { false } };
        break;
    case 3:
        all = { LatencyPolicy { "cn-north-1" }, LatencyPolicy { "ap-southeast-9" } };
        for (const AtlasRegion& region : atlas().regions)
            all.emplace_back(LatencyPolicy { region.code });
        break;
    case 4:
        all.emplace_back(GeolocationPolicy { "", "*", "" });
        for (const char* country : { "FJ", "IS" }) // where no asker is
            all.emplace_back(GeolocationPolicy { "", country, "" });
        if (asker.country != 0) {
            all.emplace_back(GeolocationPolicy { placeText(asker.continent), "", "" });
            all.emplace_back(GeolocationPolicy { "", placeText(asker.country), "" });
        }
        if (asker.subdivision != 0)
            all.emplace_back(
                GeolocationPolicy { "", placeText(asker.country), placeText(asker.subdivision) });
        all.emplace_back(GeolocationPolicy { "", "US", "AK" });
        all.emplace_back(GeolocationPolicy { asker.continent == placeCode("AF") ? "OC" : "AF", "", "" });
        break;
    case 5:
        for (std::size_t i = 0; i < count; ++i)
            all.emplace_back(GeoproximityPolicy { atlas().regions[rng.below(21)].code, "", std::nullopt,
                static_cast<int>(rng.between(-99, 99)) });
        break;
    case 6:
        for (const char* location : { "a", "b", "c", "d", "*" })
            all.emplace_back(CidrPolicy { "c1", location });
        break;
    default:
        for (std::size_t i = 0; i < count; ++i)
            all.emplace_back(MultivaluePolicy {});
    }
    shuffle(all, rng);
    if (all.size() > count)
        all.resize(count);
    return all;
}

void addRecord(RandomZone& zone, Rng& rng, int depth, const std::string& name, const RecordPolicy& policy,
    std::size_t number)
{
    ZoneBuilder& builder = zone.builder;
    const bool isSimple = std::holds_alternative<SimplePolicy>(policy);
    ZoneRecord& record = builder.record(name, isSimple ? "" : "r" + std::to_string(number), policy);
    if (rng.chance(600'000))
        record.healthCheck = "check" + std::to_string(rng.below(6));
    if (rng.chance(200'000)) {
        const int ramps[] = { 0, 100, 500, 1000 };
        zone.health.ramp[record.index] = ramps[rng.below(4)];
    }
    if (rng.chance(200'000)) {
        const int dials[] = { 0, 100, 500, 1000 };
        zone.health.dial[record.index] = dials[rng.below(4)];
    }
    if (!std::holds_alternative<MultivaluePolicy>(policy) && rng.chance(750'000)) {
        const bool isOutside = depth == kDepth || rng.chance(200'000);
        const int below = depth + 1 + (depth + 1 < kDepth && rng.chance(150'000) ? 1 : 0);
        record.alias = AliasTarget { isOutside ? "Z2" : "Z1",
            isOutside ? kOutside[rng.below(3)] : groupName(below, rng.below(kGroupsEach)),
            rng.chance(650'000) };
        return;
    }
    const bool hasOneValue = std::holds_alternative<WeightedPolicy>(policy)
        || std::holds_alternative<LatencyPolicy>(policy) || std::holds_alternative<MultivaluePolicy>(policy);
    const std::size_t values = hasOneValue ? 1 : 1 + rng.below(2);
    for (std::size_t i = 0; i < values; ++i)
        record.values.push_back(
            "v" + std::to_string(record.index) + std::string(1, static_cast<char>('a' + i)));
}

std::string blockAround(const Asker& asker, Rng& rng)
{
    IpPrefix block = asker.prefix ? *asker.prefix : *parseIpPrefix("203.0.113.0/24");
    block.bits = static_cast<int>(rng.between(1, block.isV6 ? 48 : 24));
    if (rng.chance(300'000)) // somewhere else
        block.bytes[static_cast<std::size_t>(block.bits - 1) / 8]
            ^= static_cast<std::uint8_t>(0x80U >> ((block.bits - 1) % 8));
    return toString(*parseIpPrefix(toString(block)));
}

Asker randomAsker(Rng& rng)
{
    Asker asker;
    switch (rng.below(5)) {
    case 0:
        asker = *askerFromSubnet("203.0.113." + std::to_string(rng.below(256)));
        break;
    case 1:
        asker = *askerInRegion(atlas().regions[rng.below(21)].code);
        break;
    default:
        asker = askerInAtlasCity(rng.below(40) + (rng.chance(500'000) ? 0 : 200));
    }
    if (rng.chance(250'000))
        asker.prefix = *parseIpPrefix("2001:db8:7::/" + std::to_string(rng.between(8, 64)));
    asker.bucket = static_cast<std::uint32_t>(rng.below(1000));
    return asker;
}

} // namespace

RandomZone randomZone(Rng& rng)
{
    RandomZone zone;
    zone.asker = randomAsker(rng);
    CidrCollection collection { "c1", {} };
    std::set<std::string> blocks;
    for (const char* name : { "a", "b", "c", "d" }) {
        CidrCollection::Location location { name, {} };
        for (std::uint64_t i = rng.below(4); i > 0; --i)
            if (const std::string block = blockAround(zone.asker, rng); blocks.insert(block).second)
                location.blocks.push_back(block);
        collection.locations.push_back(std::move(location));
    }
    zone.builder.file.collections.push_back(std::move(collection));
    for (int depth = 0; depth <= kDepth; ++depth)
        for (std::uint64_t number = 0; number < (depth == 0 ? 1U : kGroupsEach); ++number) {
            std::size_t place = 0;
            const std::uint64_t kind = rng.below(12); // weighted more often
            for (const RecordPolicy& policy : policies(kind < 8 ? kind : 1, zone.asker, rng))
                addRecord(zone, rng, depth, groupName(depth, number), policy, place++);
        }
    const std::uint32_t sick = rng.chance(200'000) ? 1'000'000 : 500'000; // now and then all
    for (int i = 0; i < 6; ++i)
        if (rng.chance(sick))
            zone.health.sickChecks.insert("check" + std::to_string(i));
    for (const char* target : kOutside) {
        if (rng.chance(600'000))
            zone.health.knownTargets.insert(target);
        if (zone.health.knownTargets.contains(target) && rng.chance(sick))
            zone.health.sickTargets.insert(target);
    }
    return zone;
}

ZoneHealth healthOf(const RandomZone& random, const CompiledZone& zone)
{
    ZoneHealth health = allHealthy(zone);
    for (const std::string& check : random.health.sickChecks)
        (void)setCheck(zone, health, check, { .isHealthy = false });
    for (const std::string& target : random.health.knownTargets)
        (void)setTarget(zone, health, target,
            random.health.sickTargets.contains(target) ? TargetState::Unhealthy : TargetState::Healthy);
    health.admission.resize(zone.records().size());
    for (RecordIndex i = 0; i < zone.records().size(); ++i) {
        const std::size_t index = zone.source(i).index;
        if (const auto ramp = random.health.ramp.find(index); ramp != random.health.ramp.end())
            health.admission[i].rampPerMille = ramp->second;
        if (const auto dial = random.health.dial.find(index); dial != random.health.dial.end())
            health.admission[i].dialPerMille = dial->second;
    }
    return health;
}

Distribution everyAnswer(const RandomZone& random, bool isFirstAlone)
{
    Walker walker(random.builder.compiled());
    const ZoneHealth health = healthOf(random, walker.zone());
    const RoutingQuestion question { kName, RecordType::A, random.asker };
    Distribution all;
    Answer answer;
    for (std::vector<std::uint64_t> numbers;;) {
        ListedDraws draws(numbers);
        walker.decide(question, health, draws, answer);
        std::vector<std::string> values;
        for (const AnswerValue& value : answer.values)
            values.push_back(valueText(walker.zone(), value));
        if (isFirstAlone && values.size() > 1)
            values.resize(1);
        std::sort(values.begin(), values.end());
        const std::string text
            = values.empty() ? "(" + std::string(toString(answer.kind)) + ")" : joined(values, ",");
        Fraction share { 1, 1 };
        for (const std::uint64_t bound : draws.bounds)
            share = share * Fraction { 1, bound };
        const auto [found, isNew] = all.emplace(text, share);
        if (!isNew)
            found->second = found->second + share;
        // The next sequence: the last number that can still grow grows, and what followed it is forgotten.
        numbers.resize(draws.bounds.size(), 0);
        while (!numbers.empty() && numbers.back() + 1 == draws.bounds[numbers.size() - 1])
            numbers.pop_back();
        if (numbers.empty())
            return all;
        ++numbers.back();
    }
}

} // namespace sb::test
