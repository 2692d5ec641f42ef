// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/wire.h"

#include "backend/store/log_codec.h"

#include <algorithm>

namespace sb::maelstrom {
namespace {

constexpr std::uint64_t kMillisMax = std::uint64_t { 1 } << 47; // of any clock: half of what a stamp holds

// Reads members one after the other; after the first that is missing or of the wrong kind `isBroken` stays.
class Fields {
public:
    explicit Fields(const Json& json)
        : m_json(json)
    {
    }
    [[nodiscard]] std::uint64_t number(const char* name, std::uint64_t max = ~std::uint64_t { 0 })
    {
        const auto value = unsignedOf(m_json, name);
        isBroken = isBroken || !value || *value > max;
        return isBroken ? 0 : *value;
    }
    [[nodiscard]] std::string text(const char* name)
    {
        auto value = textOf(m_json, name);
        isBroken = isBroken || !value;
        return isBroken ? std::string() : std::move(*value);
    }
    [[nodiscard]] bool flag(const char* name)
    {
        const Json* value = memberOf(m_json, name);
        isBroken = isBroken || value == nullptr || !value->is_boolean();
        return !isBroken && value->get<bool>();
    }
    // A list of unsigned numbers, of exactly `size` when that is not 0.
    [[nodiscard]] std::vector<std::uint64_t> numbers(const char* name, std::size_t max, std::size_t size = 0)
    {
        const Json* list = memberOf(m_json, name);
        isBroken = isBroken || list == nullptr || !list->is_array() || list->size() > max
            || (size != 0 && list->size() != size);
        std::vector<std::uint64_t> values;
        for (std::size_t i = 0; !isBroken && i < list->size(); ++i) {
            isBroken = !(*list)[i].is_number_unsigned();
            values.push_back(isBroken ? 0 : (*list)[i].get<std::uint64_t>());
        }
        if (isBroken)
            values.assign(size, 0);
        return values;
    }
    [[nodiscard]] Ballot ballot(const char* name)
    {
        const auto pair = numbers(name, 2, 2);
        isBroken = isBroken || pair[1] >= kStrongMembers || pair[0] > std::uint64_t { 1 } << 62;
        return { pair[0], static_cast<std::uint8_t>(pair[1]) };
    }

    bool isBroken = false;

private:
    const Json& m_json;
};

Json toJson(Ballot ballot)
{
    return Json::array({ ballot.counter, ballot.region });
}

// Only what the workloads write, as a merge may rely on it: rows that are written once, and cells of 8 bytes.
bool isSound(const Mutation& mutation)
{
    if (mutation.isDelete)
        return false;
    return mutation.key.table == Table::Orders
        || (mutation.key.table == Table::Stock && mutation.value.size() == sizeof(std::uint64_t));
}

bool isSound(const LogEntry& entry, std::size_t regionCount)
{
    const Version& version = entry.version;
    return version.origin.value < regionCount && version.incarnation >= 1
        && version.incarnation <= kMaxIncarnations && version.seq > 0 && version.hlc.millis() <= kMillisMax
        && entry.seen.size() <= regionCount * kMaxIncarnations && !entry.mutations.empty()
        && std::all_of(entry.mutations.begin(), entry.mutations.end(),
            [](const Mutation& mutation) { return isSound(mutation); });
}

} // namespace

Json toJson(const ReplicationMessage& message)
{
    SB_ASSERT(
        message.kind == ReplicationMessage::Kind::Pull || message.kind == ReplicationMessage::Kind::Batch);
    Json json;
    json["batch"] = message.kind == ReplicationMessage::Kind::Batch;
    json["from"] = message.from.value;
    json["id"] = message.id;
    json["wanted"] = message.wanted;
    json["positions"] = message.positions;
    json["too_old"] = message.tooOld;
    json["millis"] = message.sentMillis;
    Json entries = Json::array();
    std::string bytes;
    for (const LogEntry& entry : message.entries) {
        encodeLogEntry(entry, bytes);
        entries.push_back(toBase64(bytes));
    }
    json["entries"] = std::move(entries);
    return json;
}

Result<ReplicationMessage> replicationFromJson(const Json& json, std::size_t regionCount)
{
    Fields fields(json);
    ReplicationMessage message;
    message.kind = fields.flag("batch") ? ReplicationMessage::Kind::Batch : ReplicationMessage::Kind::Pull;
    message.from = RegionId { static_cast<std::uint8_t>(fields.number("from", regionCount - 1)) };
    message.id = fields.number("id");
    message.wanted = fields.number("wanted");
    message.positions = fields.numbers("positions", regionCount * kMaxIncarnations);
    message.tooOld = fields.number("too_old");
    message.sentMillis = fields.number("millis", kMillisMax);
    const Json* entries = memberOf(json, "entries");
    if (fields.isBroken || entries == nullptr || !entries->is_array()
        || message.positions.size() % regionCount != 0)
        return fail(Errc::BadInput, "a message between replicators lacks a field or has a wrong one");
    for (const Json& text : *entries) {
        const auto bytes = text.is_string() ? fromBase64(text.get_ref<const std::string&>()) : std::nullopt;
        if (!bytes)
            return fail(Errc::BadInput, "a log entry is not base64");
        Result<LogEntry> entry = decodeLogEntry(*bytes);
        if (!entry)
            return tl::make_unexpected(entry.error());
        if (!isSound(*entry, regionCount))
            return fail(Errc::BadInput, "a log entry belongs to no region of this cluster");
        message.entries.push_back(std::move(*entry));
    }
    return message;
}

Json toJson(const StrongMessage& message)
{
    Json json;
    json["kind"] = static_cast<std::uint64_t>(message.kind);
    json["from"] = message.from;
    json["operation"] = message.operation;
    json["round"] = message.round;
    json["key"] = message.key;
    json["ballot"] = toJson(message.ballot);
    json["next"] = toJson(message.next);
    json["accepted"] = toJson(message.accepted);
    json["settled"] = message.isSettled;
    json["version"] = message.item.version;
    json["present"] = message.item.isPresent;
    json["value"] = message.item.value;
    std::vector<std::uint64_t> recent;
    for (const StrongRecent& one : message.item.recent)
        recent.insert(recent.end(), { one.request, one.fingerprint, one.version, one.isApplied ? 1U : 0U });
    json["recent"] = std::move(recent);
    return json;
}

Result<StrongMessage> strongFromJson(const Json& json)
{
    Fields fields(json);
    StrongMessage message;
    message.kind = static_cast<StrongMessage::Kind>(
        fields.number("kind", static_cast<std::uint64_t>(StrongMessage::Kind::Nack)));
    message.from = static_cast<std::uint8_t>(fields.number("from", kStrongMembers - 1));
    message.operation = fields.number("operation");
    message.round = fields.number("round");
    message.key = fields.text("key");
    message.ballot = fields.ballot("ballot");
    message.next = fields.ballot("next");
    message.accepted = fields.ballot("accepted");
    message.isSettled = fields.flag("settled");
    message.item.version = fields.number("version");
    message.item.isPresent = fields.flag("present");
    message.item.value = fields.text("value");
    const auto recent = fields.numbers("recent", 4 * kStrongRecentMax);
    const bool isAccept = message.kind == StrongMessage::Kind::Accept;
    if (fields.isBroken || recent.size() % 4 != 0 || message.key.empty()
        || message.key.size() > kStrongKeyBytesMax || message.item.value.size() > kStrongValueBytesMax
        || (isAccept && (message.next < message.ballot || message.ballot.counter == 0)))
        return fail(Errc::BadInput, "a message between members lacks a field or has a wrong one");
    for (std::size_t i = 0; i < recent.size(); i += 4)
        message.item.recent.push_back({ recent[i], recent[i + 1], recent[i + 2], recent[i + 3] != 0 });
    return message;
}

} // namespace sb::maelstrom
