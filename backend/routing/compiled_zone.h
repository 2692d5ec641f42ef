// SPDX-License-Identifier: GPL-3.0-or-later
// A zone ready for deciding: records sorted into groups by name and type, every name, check, place, block and
// alias target resolved to an integer. Immutable and shared: a decision, its explanation and a snapshot may
// hold it while the next version is already in force.
// Thread: any, once made.
#pragma once

#include "backend/base/result.h"
#include "backend/routing/asker.h"
#include "backend/routing/zone_records.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

using RecordIndex = std::uint32_t; // into CompiledZone::records()
using GroupIndex = std::uint32_t;
inline constexpr std::uint32_t kNoIndex = 0xFFFF'FFFF;

// The alternatives of RecordPolicy by number.
enum class PolicyKind : std::uint8_t {
    Simple,
    Weighted,
    Failover,
    Latency,
    Geolocation,
    Geoproximity,
    IpBased,
    Multivalue
};

class CompiledZone {
public:
    static constexpr std::uint8_t kUnknownRegion = 255; // no region of the atlas: nothing was measured
    static constexpr int kDepthMax = 64; // of aliases to aliases
    static constexpr Duration kOutsideTtl = 60s; // of a load balancer's name

    struct Record {
        GroupIndex group = kNoIndex;
        std::uint32_t check = kNoIndex; // into checks()
        GroupIndex target = kNoIndex; // of an alias inside the zone
        std::uint32_t outside = kNoIndex; // of an alias to something outside: into outsideTargets()
        bool evaluatesTarget = false;
        bool isPrimary = false; // failover
        bool isDefault = false; // geolocation and IP-based: "*"
        bool servesChina = false; // latency: region cn-north-1
        std::uint8_t region = kUnknownRegion; // latency: of the atlas
        int weight = 0;
        int bias = 0;
        PlaceCode continent = 0, country = 0, subdivision = 0;
        std::optional<GeoPoint> place; // geoproximity; none: unknown, and so the farthest
        std::uint32_t location = kNoIndex; // IP-based: of its collection
        [[nodiscard]] bool isAlias() const { return target != kNoIndex || outside != kNoIndex; }
    };
    struct Group {
        std::string name;
        RecordType type = RecordType::A;
        PolicyKind policy = PolicyKind::Simple;
        RecordIndex first = 0;
        std::uint32_t count = 0;
        std::uint32_t collection = kNoIndex; // IP-based
    };
    // One block of a collection; sorted by family, length (longest first), address.
    struct Block {
        IpPrefix prefix;
        std::uint32_t location = 0;
    };
    struct BlockRange { // blocks of one family and length
        bool isV6 = false;
        int bits = 0;
        std::uint32_t first = 0, count = 0;
    };
    struct Collection {
        std::vector<Block> blocks;
        std::vector<BlockRange> ranges; // longest first
    };

    // Refuses what validateZone() finds (the first finding and how many more), aliases that lead back to
    // themselves (the message names the way round) and chains of more than kDepthMax. An alias into another
    // hosted zone, or to a name that this file lacks, is a target outside: its health is handed in.
    [[nodiscard]] static Result<std::shared_ptr<const CompiledZone>> compile(ZoneFile file);

    [[nodiscard]] const std::string& id() const { return m_file.id; }
    [[nodiscard]] std::span<const Record> records() const { return m_records; }
    [[nodiscard]] std::span<const Group> groups() const { return m_groups; }
    [[nodiscard]] std::span<const Record> records(const Group& group) const
    {
        return std::span(m_records).subspan(group.first, group.count);
    }
    // As its owner wrote it; the same numbering as records(). ZoneRecord::index is that of the file.
    [[nodiscard]] const ZoneRecord& source(RecordIndex record) const { return m_file.records[record]; }
    // The whole of it, in the order of records(): for making an edited one.
    [[nodiscard]] const ZoneFile& file() const { return m_file; }
    [[nodiscard]] const Collection& collection(std::uint32_t index) const { return m_collections[index]; }
    [[nodiscard]] const std::string& locationName(std::uint32_t collection, std::uint32_t location) const
    {
        return m_file.collections[collection].locations[location].name;
    }
    // Ids of the health checks that records name, sorted; and names of alias targets outside, sorted.
    [[nodiscard]] const std::vector<std::string>& checks() const { return m_checks; }
    [[nodiscard]] const std::vector<std::string>& outsideTargets() const { return m_outside; }
    [[nodiscard]] std::optional<std::uint32_t> checkIndex(std::string_view id) const;
    [[nodiscard]] std::optional<std::uint32_t> outsideIndex(std::string_view name) const;

    // The group of exactly that name (see absoluteName()) and type.
    [[nodiscard]] std::optional<GroupIndex> findGroup(std::string_view name, RecordType type) const;
    // The group that answers the question: of that type, else of type CNAME, and where the name does not
    // exist at all of the nearest wildcard ("*.example.com.") above it. Nothing: no data.
    [[nodiscard]] std::optional<GroupIndex> groupFor(std::string_view name, RecordType type) const;

private:
    CompiledZone() = default;
    friend class ZoneCompiler;

    ZoneFile m_file; // records sorted by name, type and place in the file
    std::vector<Record> m_records;
    std::vector<Group> m_groups; // sorted by name and type
    std::vector<Collection> m_collections;
    std::vector<std::string> m_checks, m_outside;
};

// Lower case and with its final dot: "API.example.com" -> "api.example.com."
[[nodiscard]] std::string absoluteName(std::string_view name);

} // namespace sb
