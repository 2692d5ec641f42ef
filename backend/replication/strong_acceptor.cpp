// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/strong_acceptor.h"

#include "backend/base/hash.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::uint8_t kFormat = 1;

void putFixed(std::string& out, std::uint64_t value, int bytes = 8)
{
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(value >> (8 * i))));
}

void putBallot(std::string& out, Ballot ballot)
{
    putFixed(out, ballot.counter);
    putFixed(out, ballot.region, 1);
}

// Reads forward; once the bytes are used up everything reads as zero and `isBroken` stays set.
class FixedReader {
public:
    explicit FixedReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] std::uint64_t fixed(std::size_t width = 8)
    {
        std::uint64_t value = 0;
        const std::string_view part = text(width);
        for (std::size_t i = 0; i < part.size(); ++i)
            value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(part[i])) << (8 * i);
        return value;
    }
    [[nodiscard]] Ballot ballot()
    {
        Ballot ballot;
        ballot.counter = fixed();
        ballot.region = static_cast<std::uint8_t>(fixed(1));
        return ballot;
    }
    [[nodiscard]] bool flag()
    {
        const std::uint64_t value = fixed(1);
        isBroken = isBroken || value > 1;
        return value == 1;
    }
    [[nodiscard]] std::string_view text(std::size_t length)
    {
        if (length > m_bytes.size()) {
            isBroken = true;
            return {};
        }
        const std::string_view part = m_bytes.substr(0, length);
        m_bytes.remove_prefix(length);
        return part;
    }
    [[nodiscard]] bool isAtEnd() const { return m_bytes.empty(); }

    bool isBroken = false;

private:
    std::string_view m_bytes;
};

} // namespace

std::optional<std::string> MemoryAcceptorStore::get(std::string_view key) const
{
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? std::nullopt : std::optional(found->second);
}

void MemoryAcceptorStore::put(std::string_view key, std::string bytes)
{
    m_rows.insert_or_assign(std::string(key), std::move(bytes));
    m_unflushed.emplace_back(key);
}

Duration MemoryAcceptorStore::flush()
{
    for (const std::string& key : m_unflushed)
        m_durable.insert_or_assign(key, m_rows.at(key));
    m_unflushed.clear();
    return m_flushTime;
}

void MemoryAcceptorStore::loseUnflushed()
{
    for (const std::string& key : m_unflushed) {
        const auto kept = m_durable.find(key);
        if (kept == m_durable.end())
            m_rows.erase(key);
        else
            m_rows.insert_or_assign(key, kept->second);
    }
    m_unflushed.clear();
}

std::string encodeAcceptorRecord(const AcceptorRecord& record)
{
    std::string out;
    out.reserve(64 + record.item.value.size() + 25 * record.item.recent.size());
    putFixed(out, kFormat, 1);
    putBallot(out, record.promised);
    putBallot(out, record.accepted);
    putFixed(out, record.isSettled ? 1 : 0, 1);
    putFixed(out, record.item.version);
    putFixed(out, record.item.isPresent ? 1 : 0, 1);
    putFixed(out, record.item.value.size(), 4);
    out += record.item.value;
    putFixed(out, record.item.recent.size(), 1);
    for (const StrongRecent& recent : record.item.recent) {
        putFixed(out, recent.request);
        putFixed(out, recent.fingerprint);
        putFixed(out, recent.version);
        putFixed(out, recent.isApplied ? 1 : 0, 1);
    }
    putFixed(out, hashBytes(out));
    return out;
}

Result<AcceptorRecord> decodeAcceptorRecord(std::string_view bytes)
{
    constexpr std::size_t kChecksumBytes = 8;
    if (bytes.size() < kChecksumBytes)
        return fail(Errc::Corrupt, "an acceptor record is cut short");
    const std::string_view body = bytes.substr(0, bytes.size() - kChecksumBytes);
    if (FixedReader(bytes.substr(body.size())).fixed() != hashBytes(body))
        return fail(Errc::Corrupt, "the checksum of an acceptor record does not match");
    FixedReader in(body);
    AcceptorRecord record;
    const bool isKnown = in.fixed(1) == kFormat;
    record.promised = in.ballot();
    record.accepted = in.ballot();
    record.isSettled = in.flag();
    record.item.version = in.fixed();
    record.item.isPresent = in.flag();
    const std::size_t length = in.fixed(4);
    if (length <= kStrongValueBytesMax)
        record.item.value = in.text(length);
    const std::size_t count = in.fixed(1);
    if (!isKnown || in.isBroken || length > kStrongValueBytesMax || count > kStrongRecentMax)
        return fail(Errc::Corrupt, "an acceptor record is not of this format");
    for (std::size_t i = 0; i < count; ++i) {
        StrongRecent& recent = record.item.recent.emplace_back();
        recent.request = in.fixed();
        recent.fingerprint = in.fixed();
        recent.version = in.fixed();
        recent.isApplied = in.flag();
    }
    if (in.isBroken || !in.isAtEnd() || record.accepted > record.promised)
        return fail(Errc::Corrupt, "an acceptor record contradicts itself");
    return record;
}

std::optional<AcceptorRecord> Acceptor::load(std::string_view key)
{
    const std::optional<std::string> bytes = m_store.get(key);
    if (!bytes)
        return AcceptorRecord {};
    Result<AcceptorRecord> record = decodeAcceptorRecord(*bytes);
    if (record)
        return std::move(*record);
    ++m_damaged;
    return std::nullopt;
}

void Acceptor::save(std::string_view key, const AcceptorRecord& record)
{
    m_store.put(key, encodeAcceptorRecord(record));
    m_isDirty = true;
}

std::optional<Acceptor::Answer> Acceptor::prepare(std::string_view key, Ballot ballot)
{
    std::optional<AcceptorRecord> record = load(key);
    if (!record)
        return std::nullopt;
    // The same question again (a copy, or sent anew) gets the same answer until its ballot is accepted.
    const bool isAgain = ballot == record->promised && record->accepted < ballot;
    if (ballot <= record->promised)
        return Answer { isAgain, std::move(*record) };
    record->promised = ballot;
    save(key, *record);
    return Answer { true, std::move(*record) };
}

std::optional<Acceptor::Answer> Acceptor::accept(
    std::string_view key, Ballot ballot, const StrongItem& item, Ballot next)
{
    std::optional<AcceptorRecord> record = load(key);
    if (!record)
        return std::nullopt;
    if (ballot == record->accepted) { // again; by invariant 3 it is the same item
        if (next > record->promised) { // first learnt from a reader, who asks for no promise
            record->promised = next;
            save(key, *record);
        }
        return Answer { true, std::move(*record) };
    }
    if (ballot < record->promised)
        return Answer { false, std::move(*record) };
    record->promised = std::max(ballot, next);
    record->accepted = ballot;
    record->isSettled = false;
    record->item = item;
    save(key, *record);
    return Answer { true, std::move(*record) };
}

void Acceptor::settle(std::string_view key, Ballot ballot)
{
    std::optional<AcceptorRecord> record = load(key);
    if (!record || record->accepted != ballot || record->isSettled)
        return;
    record->isSettled = true;
    save(key, *record);
}

Duration Acceptor::makeDurable()
{
    if (!m_isDirty)
        return 0us;
    m_isDirty = false;
    return m_store.flush();
}

} // namespace sb
