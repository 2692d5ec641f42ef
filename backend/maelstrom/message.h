// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the protocol of Maelstrom (K. Kingsbury, jepsen-io/maelstrom, doc/protocol.md and
// doc/workloads.md): one JSON object to a line, {"src", "dest", "body"}, and what bodies of each workload
// must look like.
// Thread: any; no state.
#pragma once

#include "backend/maelstrom/json.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sb::maelstrom {

enum class Workload : std::uint8_t {
    Echo,
    UniqueIds,
    Broadcast,
    GSet,
    PnCounter,
    Kafka,
    LinKv,
    TxnListAppend,
    TxnRwRegister,
};
inline constexpr std::size_t kWorkloads = static_cast<std::size_t>(Workload::TxnRwRegister) + 1;
[[nodiscard]] const char* toString(Workload workload); // "echo", "unique-ids", …
[[nodiscard]] std::optional<Workload> workloadFromText(std::string_view text);
// What clients are promised, in one sentence without a full stop.
[[nodiscard]] const char* promiseOf(Workload workload);

// The protocol's numbers. After Timeout and Crash the request may have happened or may still happen; after
// any other it certainly did not.
enum class Code : int {
    Timeout = 0,
    NodeNotFound = 1,
    NotSupported = 10,
    TemporarilyUnavailable = 11,
    MalformedRequest = 12,
    Crash = 13,
    Abort = 14,
    KeyDoesNotExist = 20,
    KeyAlreadyExists = 21,
    PreconditionFailed = 22,
    TxnConflict = 30,
};

// Between nodes of ours; everybody may see them, nobody else answers them.
inline constexpr const char* kMailType = "sb_mail"; // of the engines
inline constexpr const char* kForwardType = "sb_forward"; // a client's request that another node must do
inline constexpr const char* kForwardedType = "sb_forwarded"; // its answer

struct Message {
    std::string from;
    std::string to;
    Json body; // an object
};
// Fails with BadInput when the line is no message at all; its body may still lack what it needs.
[[nodiscard]] Result<Message> messageFromLine(std::string_view line);
[[nodiscard]] std::string lineOf(const std::string& from, const std::string& to, const Json& body);

[[nodiscard]] Json errorBody(Code code, std::string_view text);

struct Problem {
    Code code = Code::MalformedRequest;
    std::string text;
};
// Nothing when `body` is a request that the workload knows, with every field it needs.
[[nodiscard]] std::optional<Problem> problemOf(Workload workload, const Json& body);

// A client's request on its way through a node. `answer` is called once, now or later, with a body that lacks
// only in_reply_to.
struct Request {
    std::string type;
    Json body;
    std::function<void(Json)> answer;

    void ok(Json fields) const // {"type": "<type>_ok", …fields}
    {
        fields["type"] = type + "_ok";
        answer(std::move(fields));
    }
    void refuse(Code code, std::string_view text) const { answer(errorBody(code, text)); }
};

} // namespace sb::maelstrom
