// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/message.h"

#include <array>

namespace sb::maelstrom {
namespace {

struct WorkloadName {
    Workload workload;
    const char* name;
    const char* promise;
};

constexpr std::array<WorkloadName, kWorkloads> kNames { {
    { Workload::Echo, "echo", "answers come from one node alone" },
    { Workload::UniqueIds, "unique-ids", "no id is handed out twice; available in any partition" },
    { Workload::Broadcast, "broadcast",
        "every acknowledged message reaches every node eventually; available in any partition" },
    { Workload::GSet, "g-set",
        "every acknowledged element reaches every node eventually; available in any partition" },
    { Workload::PnCounter, "pn-counter",
        "every acknowledged change is counted once, everywhere, eventually; available in any partition" },
    { Workload::Kafka, "kafka",
        "a log per key with one writing node: total order and no gaps; polls anywhere see a prefix" },
    { Workload::LinKv, "lin-kv", "linearizable; needs two of the three members" },
    { Workload::TxnListAppend, "txn-list-append", "strict serializable; needs two of the three members" },
    { Workload::TxnRwRegister, "txn-rw-register", "strict serializable; needs two of the three members" },
} };

enum class Field : std::uint8_t { Any, Integer, Text, Texts, Offsets, Appends, Writes };

struct Shape {
    Workload workload;
    const char* type;
    std::vector<std::pair<const char*, Field>> fields;
};

const std::vector<Shape>& shapes()
{
    static const std::vector<Shape> kShapes {
        { Workload::Echo, "echo", { { "echo", Field::Any } } },
        { Workload::UniqueIds, "generate", {} },
        { Workload::Broadcast, "topology", {} },
        { Workload::Broadcast, "broadcast", { { "message", Field::Any } } },
        { Workload::Broadcast, "read", {} },
        { Workload::GSet, "add", { { "element", Field::Any } } },
        { Workload::GSet, "read", {} },
        { Workload::PnCounter, "add", { { "delta", Field::Integer } } },
        { Workload::PnCounter, "read", {} },
        { Workload::Kafka, "send", { { "key", Field::Text }, { "msg", Field::Any } } },
        { Workload::Kafka, "poll", { { "offsets", Field::Offsets } } },
        { Workload::Kafka, "commit_offsets", { { "offsets", Field::Offsets } } },
        { Workload::Kafka, "list_committed_offsets", { { "keys", Field::Texts } } },
        { Workload::LinKv, "read", { { "key", Field::Any } } },
        { Workload::LinKv, "write", { { "key", Field::Any }, { "value", Field::Any } } },
        { Workload::LinKv, "cas", { { "key", Field::Any }, { "from", Field::Any }, { "to", Field::Any } } },
        { Workload::TxnListAppend, "txn", { { "txn", Field::Appends } } },
        { Workload::TxnRwRegister, "txn", { { "txn", Field::Writes } } },
    };
    return kShapes;
}

// What JSON numbers can carry between any two programs.
bool isSafeInteger(const Json& value)
{
    constexpr std::int64_t kMax = std::int64_t { 1 } << 53;
    if (value.is_number_unsigned())
        return value.get<std::uint64_t>() <= static_cast<std::uint64_t>(kMax);
    return value.is_number_integer() && value.get<std::int64_t>() >= -kMax;
}

bool isTransaction(const Json& value, const char* change)
{
    if (!value.is_array())
        return false;
    for (const Json& step : value) {
        if (!step.is_array() || step.size() != 3 || !(step[0] == "r" || step[0] == change))
            return false;
    }
    return true;
}

bool fits(const Json& value, Field field)
{
    switch (field) {
    case Field::Any:
        return true;
    case Field::Integer:
        return isSafeInteger(value);
    case Field::Text:
        return value.is_string();
    case Field::Texts:
        for (const Json& one : value) {
            if (!one.is_string())
                return false;
        }
        return value.is_array();
    case Field::Offsets:
        for (const Json& one : value) {
            if (!isSafeInteger(one) || one < 0)
                return false;
        }
        return value.is_object();
    case Field::Appends:
        return isTransaction(value, "append");
    case Field::Writes:
        return isTransaction(value, "w");
    }
    return false;
}

} // namespace

const char* toString(Workload workload)
{
    return kNames[static_cast<std::size_t>(workload)].name;
}

const char* promiseOf(Workload workload)
{
    return kNames[static_cast<std::size_t>(workload)].promise;
}

std::optional<Workload> workloadFromText(std::string_view text)
{
    for (const WorkloadName& one : kNames) {
        if (text == one.name)
            return one.workload;
    }
    return std::nullopt;
}

Result<Message> messageFromLine(std::string_view line)
{
    Result<Json> json = parseJson(line);
    if (!json)
        return tl::make_unexpected(json.error());
    auto from = textOf(*json, "src"), to = textOf(*json, "dest");
    const Json* body = memberOf(*json, "body");
    if (!from || !to || body == nullptr)
        return fail(Errc::BadInput, "a message has src and dest, both texts, and a body");
    return Message { std::move(*from), std::move(*to), *body };
}

std::string lineOf(const std::string& from, const std::string& to, const Json& body)
{
    Json message;
    message["src"] = from;
    message["dest"] = to;
    message["body"] = body;
    return message.dump();
}

Json errorBody(Code code, std::string_view text)
{
    Json body;
    body["type"] = "error";
    body["code"] = static_cast<int>(code);
    body["text"] = text;
    return body;
}

std::optional<Problem> problemOf(Workload workload, const Json& body)
{
    const auto type = textOf(body, "type");
    if (!type)
        return Problem { Code::MalformedRequest, "a body is an object with a type" };
    for (const Shape& shape : shapes()) {
        if (shape.workload != workload || *type != shape.type)
            continue;
        for (const auto& [name, field] : shape.fields) {
            const Json* value = memberOf(body, name);
            if (value == nullptr || !fits(*value, field))
                return Problem { Code::MalformedRequest,
                    *type + ": '" + name + "' is missing or not what it must be" };
        }
        return std::nullopt;
    }
    return Problem { Code::NotSupported,
        "the workload " + std::string(toString(workload)) + " has no request '" + *type + "'" };
}

} // namespace sb::maelstrom
