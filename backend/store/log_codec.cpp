// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/log_codec.h"

#include "backend/base/hash.h"

namespace sb {

namespace {

constexpr std::uint8_t kFormat = 1;
constexpr std::size_t kChecksumBytes = 8;
constexpr std::uint8_t kDeleteBit = 0x80; // beside the table number
constexpr std::size_t kMinMutationBytes = 4;

constexpr std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

constexpr std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

void putByte(std::string& out, std::uint8_t byte)
{
    out.push_back(static_cast<char>(byte));
}

void putVarint(std::string& out, std::uint64_t value)
{
    while (value >= 0x80) {
        putByte(out, static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    putByte(out, static_cast<std::uint8_t>(value));
}

void putFixed(std::string& out, std::uint64_t value)
{
    for (int shift = 0; shift < 64; shift += 8)
        putByte(out, static_cast<std::uint8_t>(value >> shift));
}

// Reads forward; after the first impossible byte everything reads as zero and `isBroken` stays set.
class Reader {
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] std::uint8_t byte()
    {
        if (m_bytes.empty()) {
            isBroken = true;
            return 0;
        }
        const auto value = static_cast<std::uint8_t>(m_bytes.front());
        m_bytes.remove_prefix(1);
        return value;
    }

    [[nodiscard]] std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t part = byte();
            value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
            if ((part & 0x80) == 0) {
                const bool isOverlong = part == 0 && shift > 0;
                const bool isTooBig = shift == 63 && part > 1;
                isBroken = isBroken || isOverlong || isTooBig;
                return isBroken ? 0 : value;
            }
        }
        isBroken = true;
        return 0;
    }

    [[nodiscard]] std::uint64_t varint(std::uint64_t most)
    {
        const std::uint64_t value = varint();
        if (value > most)
            isBroken = true;
        return isBroken ? 0 : value;
    }

    [[nodiscard]] std::uint64_t fixed()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 8)
            value |= static_cast<std::uint64_t>(byte()) << shift;
        return value;
    }

    [[nodiscard]] std::string_view text()
    {
        const std::uint64_t size = varint(m_bytes.size());
        if (size > m_bytes.size()) { // the length's own bytes count no longer
            isBroken = true;
            return {};
        }
        const std::string_view value = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return value;
    }

    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }

    bool isBroken = false;

private:
    std::string_view m_bytes;
};

Mutation readMutation(Reader& reader)
{
    Mutation mutation;
    const std::uint8_t head = reader.byte();
    const auto table = static_cast<std::uint8_t>(head & ~kDeleteBit);
    if (table >= kTableCount)
        reader.isBroken = true;
    else
        mutation.key.table = static_cast<Table>(table);
    mutation.isDelete = (head & kDeleteBit) != 0;
    mutation.key.partition = reader.varint();
    mutation.key.sort = reader.varint();
    mutation.value = std::string(reader.text());
    return mutation;
}

void readMutations(Reader& reader, LogEntry& entry)
{
    const std::uint64_t count = reader.varint(kMaxLogMutations);
    if (count == 0 || count > reader.left() / kMinMutationBytes) {
        reader.isBroken = true;
        return;
    }
    entry.mutations.reserve(count);
    for (std::uint64_t i = 0; i < count && !reader.isBroken; ++i)
        entry.mutations.push_back(readMutation(reader));
}

} // namespace

void encodeLogEntry(const LogEntry& entry, std::string& out)
{
    SB_ASSERT(entry.seen.size() <= kMaxSeen);
    SB_ASSERT(!entry.mutations.empty() && entry.mutations.size() <= kMaxLogMutations);
    out.clear();
    putByte(out, kFormat);
    putByte(out, entry.version.origin.value);
    putVarint(out, entry.version.incarnation);
    putVarint(out, entry.version.seq);
    putVarint(out, entry.version.hlc.value);
    putVarint(out, zigzag(micros(entry.committedAt)));
    putVarint(out, entry.request);
    putVarint(out, entry.order.value);
    putVarint(out, entry.customer.value);
    putVarint(out, zigzag(entry.amount.cents));
    putVarint(out, entry.seen.size());
    for (const std::uint64_t seq : entry.seen)
        putVarint(out, seq);
    putVarint(out, entry.mutations.size());
    for (const Mutation& mutation : entry.mutations) {
        const auto table = static_cast<std::uint8_t>(mutation.key.table);
        putByte(out, static_cast<std::uint8_t>(table | (mutation.isDelete ? kDeleteBit : 0)));
        putVarint(out, mutation.key.partition);
        putVarint(out, mutation.key.sort);
        putVarint(out, mutation.value.size());
        out += mutation.value;
    }
    putFixed(out, hashBytes(out));
    SB_ASSERT(out.size() <= kMaxLogEntryBytes);
}

Result<LogEntry> decodeLogEntry(std::string_view bytes)
{
    if (bytes.size() > kMaxLogEntryBytes)
        return fail(Errc::Corrupt, "log entry of " + std::to_string(bytes.size()) + " bytes is too long");
    if (bytes.size() <= kChecksumBytes)
        return fail(Errc::Corrupt, "log entry is cut off after " + std::to_string(bytes.size()) + " bytes");
    const std::string_view body = bytes.substr(0, bytes.size() - kChecksumBytes);
    if (Reader(bytes.substr(body.size())).fixed() != hashBytes(body))
        return fail(Errc::Corrupt, "log entry does not match its checksum");

    Reader reader(body);
    if (const std::uint8_t format = reader.byte(); format != kFormat)
        return fail(Errc::Corrupt, "log entry has the unknown format " + std::to_string(format));
    LogEntry entry;
    entry.version.origin.value = reader.byte();
    entry.version.incarnation = static_cast<std::uint32_t>(reader.varint(0xFFFF'FFFF));
    entry.version.seq = reader.varint();
    entry.version.hlc.value = reader.varint();
    entry.committedAt = atMicros(unzigzag(reader.varint()));
    entry.request = reader.varint();
    entry.order.value = reader.varint();
    entry.customer.value = reader.varint();
    entry.amount.cents = unzigzag(reader.varint());
    entry.seen.resize(reader.varint(kMaxSeen));
    for (std::uint64_t& seq : entry.seen)
        seq = reader.varint();
    readMutations(reader, entry);
    if (reader.isBroken || reader.left() != 0)
        return fail(Errc::Corrupt, "log entry is malformed although its checksum is right");
    return entry;
}

void addToChunk(std::string_view entry, std::string& chunk)
{
    putVarint(chunk, entry.size());
    chunk += entry;
}

Result<std::vector<SharedEntry>> decodeChunk(std::string_view bytes)
{
    std::vector<SharedEntry> entries;
    Reader reader(bytes);
    do {
        const std::string_view next = reader.text();
        if (reader.isBroken)
            return fail(Errc::Corrupt, "a chunk of the log is cut off or malformed");
        Result<LogEntry> entry = decodeLogEntry(next);
        if (!entry)
            return tl::unexpected<Error> { entry.error() };
        const bool follows = entries.empty()
            || (entry->version.log() == entries.back()->version.log()
                && entry->version.seq == entries.back()->version.seq + 1);
        if (!follows)
            return fail(Errc::Corrupt, "a chunk of the log holds another entry than the next");
        entries.emplace_back(std::move(*entry));
    } while (reader.left() > 0);
    return entries;
}

} // namespace sb
