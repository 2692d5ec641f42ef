// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/conflict_writer.h"

#include "backend/base/json_writer.h"
#include "backend/incident/text_buffer.h"

namespace sb {
namespace {

std::string hexText(std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

struct Side {
    const Version& version;
    const std::string& value;
    Instant at;
    std::uint64_t request;
};

void write(JsonWriter& json, const WorldDescription& description, const Side& side)
{
    json.beginObject();
    json.key("region").value(regionCode(description, side.version.origin));
    json.key("incarnation").value(std::uint64_t { side.version.incarnation });
    json.key("seq").value(side.version.seq);
    json.key("hlc_ms").value(side.version.hlc.millis());
    json.key("hlc_counter").value(side.version.hlc.value & 0xFFFF);
    json.key("written_at_us");
    side.at == kNever ? json.null() : json.value(std::int64_t { micros(side.at) });
    json.key("request");
    side.request == 0 ? json.null() : json.value(side.request);
    json.key("removes").value(side.value.empty());
    json.key("value_hex").value(hexText(side.value));
    json.endObject();
}

std::string line(const WorldDescription& description, const AnomalyLog::Entry& entry)
{
    const Conflict& conflict = entry.conflict;
    JsonWriter json;
    json.beginObject();
    json.key("found_at_us").value(std::int64_t { micros(entry.at) });
    json.key("found_in").value(regionCode(description, entry.foundIn));
    json.key("kind").value(toString(conflict.kind));
    json.key("table").value(toString(conflict.key.table));
    json.key("partition").value(conflict.key.partition);
    json.key("sort").value(conflict.key.sort);
    json.key("rule").value(toString(conflict.rule));
    json.key("winner");
    write(json, description,
        { conflict.winner, conflict.winnerValue, conflict.winnerAt, conflict.winnerRequest });
    json.key("loser");
    write(
        json, description, { conflict.loser, conflict.loserValue, conflict.loserAt, conflict.loserRequest });
    // A region acknowledges what it commits for a client in the same step.
    json.key("loser_acknowledged").value(conflict.loserRequest != 0);
    json.key("loser_kept").value(conflict.isLoserKept);
    json.key("order_provable").value(conflict.isOrderProvable);
    json.endObject();
    return json.take() + "\n";
}

} // namespace

std::string conflictLines(const WorldDescription& description, const AnomalyLog& log)
{
    JsonWriter json;
    json.beginObject();
    json.key("schema").value("signalbox.conflict-log").key("schema_version").value(1);
    json.key("title").value(description.title).key("seed").value(description.seed);
    json.key("conflicts").value(log.conflicts());
    json.key("listed").value(std::uint64_t { log.entries().size() });
    json.key("by_kind").beginObject();
    for (int i = 0; i < kConflictKindCount; ++i) {
        const auto kind = static_cast<ConflictKind>(i);
        if (log.count(kind) > 0)
            json.key(toString(kind)).value(log.count(kind));
    }
    json.endObject().endObject();
    std::string text = json.take() + "\n";
    for (std::size_t i = 0; i < log.entries().size(); ++i)
        text += line(description, log.entries()[i]);
    return text;
}

} // namespace sb
