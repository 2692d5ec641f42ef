// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/compiled_zone.h"

#include "backend/base/text.h"
#include "backend/net/atlas.h"

#include <algorithm>
#include <tuple>

namespace sb {
namespace {

constexpr std::string_view kChinaRegion = "cn-north-1";

bool isBefore(std::string_view name, RecordType type, std::string_view otherName, RecordType otherType)
{
    const int order = name.compare(otherName);
    return order != 0 ? order < 0 : type < otherType;
}

std::optional<std::uint32_t> indexOf(const std::vector<std::string>& sorted, std::string_view text)
{
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), text);
    if (found == sorted.end() || *found != text)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - sorted.begin());
}

void sortUnique(std::vector<std::string>& texts)
{
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

std::uint8_t atlasRegion(std::string_view code)
{
    const auto& regions = atlas().regions;
    for (std::size_t i = 0; i < regions.size(); ++i)
        if (regions[i].code == code)
            return static_cast<std::uint8_t>(i);
    return CompiledZone::kUnknownRegion;
}

// "us-west-2-lax-1" lies, as far as we know, where its region does.
std::string_view parentRegion(std::string_view localZoneGroup)
{
    std::size_t end = 0;
    for (int dashes = 0; end < localZoneGroup.size(); ++end)
        if (localZoneGroup[end] == '-' && ++dashes == 3)
            break;
    return localZoneGroup.substr(0, end);
}

} // namespace

std::string absoluteName(std::string_view name)
{
    std::string text = lowerAscii(name);
    if (text.empty() || text.back() != '.')
        text += '.';
    return text;
}

// Makes one zone, step by step.
class ZoneCompiler {
public:
    explicit ZoneCompiler(ZoneFile file)
        : m_zone(new CompiledZone)
    {
        m_zone->m_file = std::move(file);
    }
    [[nodiscard]] Result<std::shared_ptr<const CompiledZone>> run();

private:
    using Record = CompiledZone::Record;
    void group();
    void nameOutsiders();
    void compileCollections();
    [[nodiscard]] std::optional<GroupIndex> targetInside(const ZoneRecord& record) const;
    void compileRecord(RecordIndex index);
    void compilePolicy(Record& record, const ZoneRecord& source) const;
    void compileCidr(Record& record, const CidrPolicy& policy) const;
    [[nodiscard]] Result<> followAliases();
    [[nodiscard]] Result<int> depthOf(GroupIndex group, std::vector<GroupIndex>& way);

    std::shared_ptr<CompiledZone> m_zone;
    std::vector<int> m_depths; // of aliases below each group; -1 not yet known, -2 on the way
};

void ZoneCompiler::group()
{
    auto& records = m_zone->m_file.records;
    std::stable_sort(records.begin(), records.end(), [](const ZoneRecord& a, const ZoneRecord& b) {
        return std::tie(a.name, a.type, a.index) < std::tie(b.name, b.type, b.index);
    });
    m_zone->m_records.resize(records.size());
    for (RecordIndex i = 0; i < records.size(); ++i) {
        const ZoneRecord& record = records[i];
        auto& groups = m_zone->m_groups;
        if (groups.empty() || groups.back().name != record.name || groups.back().type != record.type)
            groups.push_back(
                { record.name, record.type, static_cast<PolicyKind>(record.policy.index()), i, 0, kNoIndex });
        ++groups.back().count;
        m_zone->m_records[i].group = static_cast<GroupIndex>(groups.size() - 1);
    }
}

std::optional<GroupIndex> ZoneCompiler::targetInside(const ZoneRecord& record) const
{
    const bool isElsewhere = !m_zone->m_file.id.empty() && !record.alias->zoneId.empty()
        && record.alias->zoneId != m_zone->m_file.id;
    return isElsewhere ? std::nullopt : m_zone->findGroup(record.alias->name, record.type);
}

void ZoneCompiler::nameOutsiders()
{
    for (const ZoneRecord& record : m_zone->m_file.records) {
        if (!record.healthCheck.empty())
            m_zone->m_checks.push_back(record.healthCheck);
        if (record.alias && !targetInside(record))
            m_zone->m_outside.push_back(record.alias->name);
    }
    sortUnique(m_zone->m_checks);
    sortUnique(m_zone->m_outside);
}

void ZoneCompiler::compileCollections()
{
    for (const CidrCollection& source : m_zone->m_file.collections) {
        CompiledZone::Collection collection;
        for (std::uint32_t location = 0; location < source.locations.size(); ++location)
            for (const std::string& text : source.locations[location].blocks)
                collection.blocks.push_back({ *parseIpPrefix(text), location });
        const auto key = [](const CompiledZone::Block& block) {
            return std::tuple(block.prefix.isV6, -block.prefix.bits, block.prefix.bytes);
        };
        std::sort(collection.blocks.begin(), collection.blocks.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
        for (std::uint32_t i = 0; i < collection.blocks.size(); ++i) {
            const IpPrefix& prefix = collection.blocks[i].prefix;
            auto& ranges = collection.ranges;
            if (ranges.empty() || ranges.back().isV6 != prefix.isV6 || ranges.back().bits != prefix.bits)
                ranges.push_back({ prefix.isV6, prefix.bits, i, 0 });
            ++ranges.back().count;
        }
        m_zone->m_collections.push_back(std::move(collection));
    }
}

void ZoneCompiler::compileCidr(Record& record, const CidrPolicy& policy) const
{
    const auto& collections = m_zone->m_file.collections;
    const auto collection = std::find_if(collections.begin(), collections.end(),
        [&](const CidrCollection& c) { return c.id == policy.collection; });
    m_zone->m_groups[record.group].collection = static_cast<std::uint32_t>(collection - collections.begin());
    record.isDefault = policy.location == "*";
    for (std::uint32_t i = 0; i < collection->locations.size() && !record.isDefault; ++i)
        if (collection->locations[i].name == policy.location)
            record.location = i;
}

void ZoneCompiler::compilePolicy(Record& record, const ZoneRecord& source) const
{
    if (const auto* weighted = std::get_if<WeightedPolicy>(&source.policy)) {
        record.weight = weighted->weight;
    } else if (const auto* failover = std::get_if<FailoverPolicy>(&source.policy)) {
        record.isPrimary = failover->isPrimary;
    } else if (const auto* latency = std::get_if<LatencyPolicy>(&source.policy)) {
        record.region = atlasRegion(latency->region);
        record.servesChina = latency->region == kChinaRegion;
    } else if (const auto* geo = std::get_if<GeolocationPolicy>(&source.policy)) {
        record.isDefault = geo->country == "*";
        record.continent = placeCode(geo->continent);
        record.country = record.isDefault ? 0 : placeCode(geo->country);
        record.subdivision = placeCode(geo->subdivision);
    } else if (const auto* near = std::get_if<GeoproximityPolicy>(&source.policy)) {
        record.bias = near->bias;
        record.place = near->place;
        const std::string_view code
            = near->region.empty() ? parentRegion(near->localZoneGroup) : std::string_view(near->region);
        if (const std::uint8_t region = atlasRegion(code);
            !record.place && region != CompiledZone::kUnknownRegion)
            record.place = atlas().regions[region].place;
    } else if (const auto* cidr = std::get_if<CidrPolicy>(&source.policy)) {
        compileCidr(record, *cidr);
    }
}

void ZoneCompiler::compileRecord(RecordIndex index)
{
    const ZoneRecord& source = m_zone->m_file.records[index];
    Record& record = m_zone->m_records[index];
    if (!source.healthCheck.empty())
        record.check = *m_zone->checkIndex(source.healthCheck);
    if (source.alias) {
        record.evaluatesTarget = source.alias->evaluatesTargetHealth;
        if (const auto inside = targetInside(source))
            record.target = *inside;
        else
            record.outside = *m_zone->outsideIndex(source.alias->name);
    }
    compilePolicy(record, source);
}

// Depth first; `way` is the chain of aliases that led here.
Result<int> ZoneCompiler::depthOf(GroupIndex group, std::vector<GroupIndex>& way)
{
    if (m_depths[group] >= 0)
        return m_depths[group];
    const auto named = [&](GroupIndex g) {
        return m_zone->m_groups[g].name + " " + std::string(toString(m_zone->m_groups[g].type));
    };
    if (m_depths[group] == -2) {
        std::string text = named(group);
        for (auto on = std::find(way.begin(), way.end(), group) + 1; on != way.end(); ++on)
            text += " -> " + named(*on);
        return fail(Errc::BadInput,
            "aliases lead back to where they began: " + text + " -> " + named(group)
                + "; point one of them somewhere else");
    }
    if (way.size() > static_cast<std::size_t>(CompiledZone::kDepthMax))
        return fail(Errc::BadInput,
            "aliases below " + named(way.front()) + " are more than "
                + std::to_string(CompiledZone::kDepthMax) + " deep; shorten the chain");
    m_depths[group] = -2;
    way.push_back(group);
    int depth = 0;
    for (const Record& record : m_zone->records(m_zone->m_groups[group])) {
        if (record.target == kNoIndex)
            continue;
        const auto below = depthOf(record.target, way);
        if (!below)
            return below;
        depth = std::max(depth, *below + 1);
    }
    way.pop_back();
    m_depths[group] = depth;
    if (depth > CompiledZone::kDepthMax)
        return fail(Errc::BadInput,
            "aliases below " + named(group) + " are more than " + std::to_string(CompiledZone::kDepthMax)
                + " deep; shorten the chain");
    return depth;
}

Result<> ZoneCompiler::followAliases()
{
    m_depths.assign(m_zone->m_groups.size(), -1);
    for (GroupIndex i = 0; i < m_depths.size(); ++i) {
        std::vector<GroupIndex> way;
        if (const auto depth = depthOf(i, way); !depth)
            return tl::make_unexpected(depth.error());
    }
    return {};
}

Result<std::shared_ptr<const CompiledZone>> ZoneCompiler::run()
{
    if (const auto findings = validateZone(m_zone->m_file); !findings.empty())
        return fail(Errc::BadInput,
            findings.front()
                + (findings.size() > 1 ? " (and " + std::to_string(findings.size() - 1) + " more)" : ""));
    group();
    nameOutsiders();
    compileCollections();
    for (RecordIndex i = 0; i < m_zone->m_records.size(); ++i)
        compileRecord(i);
    if (const auto sound = followAliases(); !sound)
        return tl::make_unexpected(sound.error());
    return std::shared_ptr<const CompiledZone>(m_zone);
}

Result<std::shared_ptr<const CompiledZone>> CompiledZone::compile(ZoneFile file)
{
    return ZoneCompiler(std::move(file)).run();
}

std::optional<std::uint32_t> CompiledZone::checkIndex(std::string_view id) const
{
    return indexOf(m_checks, id);
}

std::optional<std::uint32_t> CompiledZone::outsideIndex(std::string_view name) const
{
    return indexOf(m_outside, name);
}

std::optional<GroupIndex> CompiledZone::findGroup(std::string_view name, RecordType type) const
{
    const auto found = std::lower_bound(m_groups.begin(), m_groups.end(), name,
        [&](const Group& group, std::string_view n) { return isBefore(group.name, group.type, n, type); });
    if (found == m_groups.end() || found->name != name || found->type != type)
        return std::nullopt;
    return static_cast<GroupIndex>(found - m_groups.begin());
}

std::optional<GroupIndex> CompiledZone::groupFor(std::string_view name, RecordType type) const
{
    const auto at = [&](std::string_view n) {
        const auto own = findGroup(n, type);
        return own ? own : findGroup(n, RecordType::CNAME);
    };
    const auto exists = [&](std::string_view n) {
        const auto found = std::lower_bound(m_groups.begin(), m_groups.end(), n,
            [](const Group& group, std::string_view wanted) { return group.name < wanted; });
        return found != m_groups.end() && found->name == n;
    };
    if (exists(name))
        return at(name);
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos && dot + 1 < name.size();
         dot = name.find('.', dot + 1)) {
        const std::string_view above = name.substr(dot + 1);
        if (const std::string wildcard = "*." + std::string(above); exists(wildcard))
            return at(wildcard);
        if (exists(above))
            return std::nullopt; // a name that exists stands nearer than any wildcard further up
    }
    return std::nullopt;
}

} // namespace sb
