// SPDX-License-Identifier: GPL-3.0-or-later
// The workloads on the strong table: registers, and transactions over one register that holds everything.
#include "backend/maelstrom/service.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace sb::maelstrom {
namespace {

class Registers final : public Service {
public:
    explicit Registers(Core& core)
        : m_core(core)
    {
    }
    void handle(Request request) override
    {
        StrongRequest strong;
        strong.key = request.body["key"].dump();
        if (request.type != "read") {
            strong.kind = StrongRequest::Kind::Put;
            strong.request = m_core.mintRequest();
            strong.value = request.body[request.type == "cas" ? "to" : "value"].dump();
        }
        if (request.type == "cas")
            strong.condition = { StrongCondition::Kind::ValueIs, 0, request.body["from"].dump() };
        m_core.submit(
            std::move(strong), [request](const StrongOutcome& outcome) { answer(request, outcome); });
    }

private:
    static void answer(const Request& request, const StrongOutcome& outcome)
    {
        const bool isDone = outcome.kind == StrongOutcome::Kind::Committed;
        const bool isMismatch = outcome.kind == StrongOutcome::Kind::ConditionFailed;
        // Of a repeat the item may have moved on: what it was judged against is not kept.
        const bool isAbsent = !outcome.isPresent && !outcome.isRepeat;
        if ((isMismatch || (isDone && request.type == "read")) && isAbsent)
            return request.refuse(Code::KeyDoesNotExist, "the key was never written");
        if (!isDone)
            return request.refuse(codeOf(outcome), outcome.reason);
        Json fields = Json::object();
        if (request.type == "read")
            fields["value"] = Json::parse(outcome.value, nullptr, false);
        if (fields.contains("value") && fields["value"].is_discarded())
            return request.refuse(Code::Crash, "the register holds what is no JSON");
        request.ok(std::move(fields));
    }

    Core& m_core;
};

// The item holds {"data": {key: value or list}, "done": {writer: number of its last group}}. A writer is one
// life of one node. By `done` a group is recognised whose commit was heard of only through its effect.
class Transactions final : public Service {
public:
    // `item`: of the strong table, which holds everything.
    Transactions(Core& core, std::string item)
        : m_core(core)
        , m_item(std::move(item))
        , m_writer(std::to_string(core.spec().self) + "." + std::to_string(core.spec().life))
    {
    }
    void handle(Request request) override
    {
        if (m_waiting.size() >= kWaitingMax)
            return request.refuse(Code::TemporarilyUnavailable, "too many transactions wait already");
        m_waiting.push_back({ std::move(request), m_core.now() + m_core.spec().patience });
        startGroup();
    }

private:
    static constexpr std::size_t kGroupMax = 64;
    static constexpr std::size_t kWaitingMax = 4'096;
    static constexpr std::string_view kNoState = "the item that holds the state holds something else";

    struct Waiting {
        Request request;
        Instant deadline;
    };

    struct Group {
        std::vector<Request> requests;
        std::vector<Json> results;
        std::uint64_t number = 0;
        Instant deadline;
        Json state; // once it is applied
        bool isReadOnly = true;
    };

    [[nodiscard]] static bool isRead(const Json& step) { return step[0] == "r"; }

    void startGroup()
    {
        refuseLate();
        if (m_isBusy || m_waiting.empty())
            return;
        m_isBusy = true;
        m_group = {};
        for (; !m_waiting.empty() && m_group.requests.size() < kGroupMax; m_waiting.pop_front())
            m_group.requests.push_back(std::move(m_waiting.front().request));
        m_group.number = ++m_groups;
        m_group.deadline = m_core.now() + m_core.spec().patience;
        for (const Request& request : m_group.requests) {
            const Json& steps = request.body["txn"];
            m_group.isReadOnly = m_group.isReadOnly && std::all_of(steps.begin(), steps.end(), isRead);
        }
        if (m_group.isReadOnly) {
            StrongRequest read;
            read.key = m_item;
            m_core.submit(std::move(read), [this](const StrongOutcome& outcome) { onRead(outcome); });
        } else {
            write();
        }
    }

    // Whoever asked has given up; nothing of theirs was done.
    void refuseLate()
    {
        for (; !m_waiting.empty() && m_waiting.front().deadline < m_core.now(); m_waiting.pop_front())
            m_waiting.front().request.refuse(
                Code::TemporarilyUnavailable, "others were served first; nothing was applied");
    }

    // Fills in m_group.results and m_group.state from m_state.
    void execute()
    {
        m_group.state = m_state;
        m_group.results.clear();
        Json& data = m_group.state["data"];
        for (const Request& request : m_group.requests) {
            Json steps = request.body["txn"];
            for (Json& step : steps) {
                const std::string key = step[1].dump();
                if (step[0] == "append") {
                    data[key].push_back(step[2]);
                } else if (step[0] == "w") {
                    data[key] = step[2];
                } else {
                    const Json* value = memberOf(data, key.c_str());
                    step[2] = value == nullptr ? Json() : *value;
                }
            }
            m_group.results.push_back(std::move(steps));
        }
        m_group.state["done"][m_writer] = m_group.number;
    }

    // False: the item holds what no service of ours wrote, and nothing may be built on it.
    [[nodiscard]] bool learn(const StrongOutcome& outcome)
    {
        if (outcome.version == m_version)
            return true;
        Json state = outcome.isPresent ? Json::parse(outcome.value, nullptr, false) : Json::object();
        const Json* data = memberOf(state, "data");
        if (!state.is_object() || (data != nullptr && !data->is_object()))
            return false;
        m_version = outcome.version;
        m_state = std::move(state);
        return true;
    }

    [[nodiscard]] bool isDone() const
    {
        const Json* done = memberOf(m_state, "done");
        return done != nullptr && unsignedOf(*done, m_writer.c_str()) == m_group.number;
    }

    void onRead(const StrongOutcome& outcome)
    {
        if (outcome.kind != StrongOutcome::Kind::Committed)
            return refuseGroup(codeOf(outcome), outcome.reason);
        if (!learn(outcome))
            return refuseGroup(Code::Crash, kNoState);
        execute();
        answerGroup();
    }

    void write()
    {
        execute();
        StrongRequest put;
        put.kind = StrongRequest::Kind::Put;
        put.key = m_item;
        put.value = m_group.state.dump();
        put.condition = { StrongCondition::Kind::VersionIs, m_version, {} };
        put.request = m_core.mintRequest();
        m_core.submit(std::move(put), [this](const StrongOutcome& outcome) { onWritten(outcome); });
    }

    void onWritten(const StrongOutcome& outcome)
    {
        if (outcome.kind == StrongOutcome::Kind::Committed) {
            m_version = outcome.version;
            m_state = m_group.state;
            return answerGroup();
        }
        const bool isOvertaken = outcome.kind == StrongOutcome::Kind::ConditionFailed
            || outcome.kind == StrongOutcome::Kind::Conflict;
        if (!isOvertaken)
            return refuseGroup(codeOf(outcome), outcome.reason);
        if (outcome.isRepeat) { // judged by an earlier attempt; what it was judged against is not kept
            StrongRequest read;
            read.key = m_item;
            return m_core.submit(std::move(read), [this](const StrongOutcome& now) { onReread(now); });
        }
        goOn(outcome);
    }

    void onReread(const StrongOutcome& outcome)
    {
        if (outcome.kind != StrongOutcome::Kind::Committed)
            return refuseGroup(Code::Timeout, outcome.reason);
        goOn(outcome);
    }

    // With what the item holds now.
    void goOn(const StrongOutcome& outcome)
    {
        if (!learn(outcome))
            return refuseGroup(Code::Crash, kNoState);
        if (isDone())
            return answerGroup();
        if (m_core.now() >= m_group.deadline)
            return refuseGroup(
                Code::TxnConflict, "other transactions kept the state busy; nothing was applied");
        write();
    }

    void answerGroup()
    {
        const Group group = std::exchange(m_group, {});
        for (std::size_t i = 0; i < group.requests.size(); ++i)
            group.requests[i].ok({ { "txn", group.results[i] } });
        endGroup();
    }

    void refuseGroup(Code code, std::string_view text)
    {
        const Group group = std::exchange(m_group, {});
        for (const Request& request : group.requests)
            request.refuse(code, text);
        endGroup();
    }

    void endGroup()
    {
        m_isBusy = false;
        startGroup();
    }

    Core& m_core;
    std::string m_item;
    std::string m_writer;
    std::deque<Waiting> m_waiting; // by deadline
    Group m_group;
    bool m_isBusy = false;
    std::uint64_t m_groups = 0;
    std::uint64_t m_version = 0; // of m_state
    Json m_state = Json::object();
};

} // namespace

std::unique_ptr<Service> makeRegisters(Core& core)
{
    return std::make_unique<Registers>(core);
}

std::unique_ptr<Service> makeTransactions(Core& core, const std::string& item)
{
    return std::make_unique<Transactions>(core, item);
}

} // namespace sb::maelstrom
