// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/merge.h"

#include "backend/base/result.h"
#include "backend/kernel/mutant.h"

#include <algorithm>
#include <array>

namespace sb {
namespace {

void putNumber(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>(value >> (8 * i)));
}

// Values come out of a store that checks its own sums: a short one is a programmer's error.
std::uint64_t takeNumber(std::string_view& in, int bytes)
{
    SB_ASSERT(in.size() >= static_cast<std::size_t>(bytes));
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value |= std::uint64_t { static_cast<unsigned char>(in[static_cast<std::size_t>(i)]) } << (8 * i);
    in.remove_prefix(static_cast<std::size_t>(bytes));
    return value;
}

std::string_view takeBytes(std::string_view& in, std::size_t size)
{
    SB_ASSERT(in.size() >= size);
    const std::string_view taken = in.substr(0, size);
    in.remove_prefix(size);
    return taken;
}

void putVersion(std::string& out, const Version& version)
{
    putNumber(out, version.hlc.value, 8);
    putNumber(out, version.origin.value, 1);
    putNumber(out, version.incarnation, 1);
    putNumber(out, version.seq, 6);
}

Version takeVersion(std::string_view& in)
{
    Version version;
    version.hlc.value = takeNumber(in, 8);
    version.origin.value = static_cast<std::uint8_t>(takeNumber(in, 1));
    version.incarnation = static_cast<std::uint32_t>(takeNumber(in, 1));
    version.seq = takeNumber(in, 6);
    return version;
}

const Version& laterOf(const Version& a, const Version& b)
{
    return a.wins(b) ? a : b;
}

MergedRow replaceWhole(const Item* stored, const IncomingRow& in, bool wins)
{
    MergedRow merged;
    merged.isChanged = merged.isVisible = wins;
    merged.item = wins ? Item { in.version, in.isDelete, std::string(in.value) } : *stored;
    return merged;
}

MergedRow mergeLarger(const Item* stored, const IncomingRow& in)
{
    if (stored == nullptr)
        return replaceWhole(stored, in, true);
    std::string_view ours = stored->value;
    std::string_view theirs = in.value;
    const std::uint64_t have = takeNumber(ours, 8);
    const std::uint64_t comes = takeNumber(theirs, 8);
    MergedRow merged { *stored, false, comes > have };
    const bool isLater = in.version.wins(stored->version);
    merged.isChanged = comes > have || isLater;
    if (comes > have)
        merged.item.value = std::string(in.value);
    if (isLater)
        merged.item.version = in.version;
    return merged;
}

// ---- attributes

struct Attribute {
    std::string_view bytes;
    Version version;
};

std::vector<Attribute> takeAttributes(Table table, std::string_view value)
{
    std::vector<Attribute> attributes;
    for (const std::size_t width : attributeWidths(table)) {
        const std::string_view bytes = takeBytes(value, width);
        attributes.push_back({ bytes, takeVersion(value) });
    }
    return attributes;
}

MergedRow mergeAttributes(Table table, const Item* stored, const IncomingRow& in)
{
    const auto widths = attributeWidths(table);
    SB_ASSERT(!widths.empty() && !in.isDelete && !in.value.empty());
    std::string empty;
    if (stored == nullptr) {
        for (const std::size_t width : widths) {
            empty.append(width, '\0');
            putVersion(empty, Version {});
        }
    }
    std::vector<Attribute> attributes = takeAttributes(table, stored == nullptr ? empty : stored->value);
    std::string_view value = in.value;
    const auto mask = static_cast<std::uint8_t>(takeNumber(value, 1));
    MergedRow merged;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if ((mask >> i & 1) == 0)
            continue;
        const std::string_view bytes = takeBytes(value, widths[i]);
        if (!in.version.wins(attributes[i].version))
            continue;
        attributes[i] = { bytes, in.version };
        merged.isVisible = true;
    }
    merged.item.version = stored == nullptr ? in.version : laterOf(stored->version, in.version);
    for (const Attribute& attribute : attributes) {
        merged.item.value += attribute.bytes;
        putVersion(merged.item.value, attribute.version);
    }
    merged.isChanged = stored == nullptr || !(merged.item == *stored);
    return merged;
}

// ---- observed-remove set of one line

// An addition, named by the position of the transaction that made it.
struct Dot {
    Version version;
    std::string_view payload;
};

struct Line {
    std::vector<Dot> dots; // earliest stamp first
    std::vector<std::uint64_t> removed; // additions up to here are gone, per log; no zeros at the end
};

Line takeLine(std::string_view value)
{
    Line line;
    if (value.empty())
        return line;
    line.dots.resize(takeNumber(value, 1));
    for (Dot& dot : line.dots) {
        dot.version = takeVersion(value);
        dot.payload = takeBytes(value, takeNumber(value, 1));
    }
    line.removed.resize(takeNumber(value, 2));
    for (std::uint64_t& upTo : line.removed)
        upTo = takeNumber(value, 6);
    return line;
}

std::string lineBytes(const Line& line)
{
    std::string out;
    putNumber(out, line.dots.size(), 1);
    for (const Dot& dot : line.dots) {
        putVersion(out, dot.version);
        putNumber(out, dot.payload.size(), 1);
        out += dot.payload;
    }
    putNumber(out, line.removed.size(), 2);
    for (const std::uint64_t upTo : line.removed)
        putNumber(out, upTo, 6);
    return out;
}

MergedRow mergeLine(const Item* stored, const IncomingRow& in)
{
    if (SB_MUTANT(CartOverwritten)) {
        MergedRow whole = replaceWhole(stored, in, stored == nullptr || in.version.wins(stored->version));
        if (whole.isChanged)
            whole.item.value = lineBytes(
                { in.isDelete ? std::vector<Dot> {} : std::vector<Dot> { { in.version, in.value } }, {} });
        return whole;
    }
    Line line = stored == nullptr ? Line {} : takeLine(stored->value);
    const auto isSeenBy = [&](const std::vector<std::uint64_t>& vector, const Version& version) {
        return version.seq <= seenOf(vector, logIndex(version.log(), in.regionCount));
    };
    const bool isAlreadyGone = isSeenBy(line.removed, in.version);
    // Whatever the writer had seen of this line it has replaced or removed.
    std::erase_if(line.dots,
        [&](const Dot& dot) { return isSeenBy(in.seen, dot.version) || dot.version == in.version; });
    if (line.removed.size() < in.seen.size())
        line.removed.resize(in.seen.size(), 0);
    for (std::size_t i = 0; i < in.seen.size(); ++i)
        line.removed[i] = std::max(line.removed[i], in.seen[i]);
    while (!line.removed.empty() && line.removed.back() == 0)
        line.removed.pop_back();
    MergedRow merged;
    merged.isVisible = in.isDelete ? line.dots.empty() : !isAlreadyGone;
    if (!in.isDelete && !isAlreadyGone) {
        line.dots.push_back({ in.version, in.value });
        std::sort(line.dots.begin(), line.dots.end(),
            [](const Dot& a, const Dot& b) { return b.version.wins(a.version); });
    }
    merged.item.version = stored == nullptr ? in.version : laterOf(stored->version, in.version);
    merged.item.isDeleted = line.dots.empty();
    merged.item.value = lineBytes(line);
    merged.isChanged = stored == nullptr || !(merged.item == *stored);
    return merged;
}

} // namespace

std::uint64_t writerEpoch(std::string_view value)
{
    return value.size() < 8 ? 0 : takeNumber(value, 8);
}

bool isOfLaterWriter(const EpochStamp& a, const EpochStamp& b)
{
    return a.epoch != b.epoch ? a.epoch > b.epoch : a.version.wins(b.version);
}

std::span<const std::size_t> attributeWidths(Table table)
{
    static constexpr std::array<std::size_t, 2> kBook { 4, 4 }; // price, stock: bookstore/codec.h
    return table == Table::Books ? std::span<const std::size_t>(kBook) : std::span<const std::size_t>();
}

std::optional<bool> wholeRowWins(ConflictPolicy policy, const Item* stored, const IncomingRow& in)
{
    switch (policy) {
    case ConflictPolicy::LastWriterWins:
        return stored == nullptr || in.version.wins(stored->version);
    case ConflictPolicy::FirstWins: // a stamp earlier than every other stays
        // What all replicas start with is earlier still.
        return stored == nullptr || stored->version.wins(in.version);
    case ConflictPolicy::LaterEpochWins: // what all replicas start with is of epoch 0
        SB_ASSERT(!in.isDelete);
        // Of one epoch there is one writer, and its stamps increase.
        return stored == nullptr
            || isOfLaterWriter(
                { writerEpoch(in.value), in.version }, { writerEpoch(stored->value), stored->version });
    case ConflictPolicy::LastWriterPerAttribute:
    case ConflictPolicy::AddWins:
    case ConflictPolicy::LargerWins:
        break;
    }
    return std::nullopt;
}

MergedRow mergeRow(ConflictPolicy policy, Table table, const Item* stored, const IncomingRow& incoming)
{
    switch (policy) {
    case ConflictPolicy::LastWriterWins:
    case ConflictPolicy::FirstWins:
    case ConflictPolicy::LaterEpochWins:
        break;
    case ConflictPolicy::LastWriterPerAttribute:
        return mergeAttributes(table, stored, incoming);
    case ConflictPolicy::AddWins:
        return mergeLine(stored, incoming);
    case ConflictPolicy::LargerWins:
        return mergeLarger(stored, incoming);
    }
    return replaceWhole(stored, incoming, *wholeRowWins(policy, stored, incoming));
}

std::string_view plainValue(ConflictPolicy policy, Table table, const Item& item, std::string& scratch)
{
    if (policy == ConflictPolicy::AddWins) {
        std::string_view value = item.value;
        if (value.empty())
            return value;
        const std::uint64_t dots = takeNumber(value, 1);
        std::string_view last;
        for (std::uint64_t i = 0; i < dots; ++i) { // the latest stamp comes last
            (void)takeBytes(value, 16);
            last = takeBytes(value, takeNumber(value, 1));
        }
        return last;
    }
    if (policy != ConflictPolicy::LastWriterPerAttribute)
        return item.value;
    scratch.clear();
    for (const Attribute& attribute : takeAttributes(table, item.value))
        scratch += attribute.bytes;
    return scratch;
}

std::vector<std::uint64_t> removedUpTo(ConflictPolicy policy, const Item& item)
{
    return policy == ConflictPolicy::AddWins ? takeLine(item.value).removed : std::vector<std::uint64_t>();
}

std::string seedValue(ConflictPolicy policy, Table table, std::string_view plain)
{
    SB_ASSERT(policy != ConflictPolicy::AddWins);
    if (policy != ConflictPolicy::LastWriterPerAttribute)
        return std::string(plain);
    std::string value;
    for (const std::size_t width : attributeWidths(table)) {
        value += takeBytes(plain, width);
        putVersion(value, Version { Hlc {}, RegionId { 0 }, 0, 0 });
    }
    return value;
}

std::string attributeWrite(Table table, std::uint8_t mask, std::string_view plain)
{
    std::string value(1, static_cast<char>(mask));
    const auto widths = attributeWidths(table);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const std::string_view bytes = takeBytes(plain, widths[i]);
        if ((mask >> i & 1) != 0)
            value += bytes;
    }
    return value;
}

} // namespace sb
