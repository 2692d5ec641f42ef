// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/node.h"

#include "backend/base/hash.h"

#include <algorithm>

namespace sb::maelstrom {
namespace {

enum NodeEvent : std::uint32_t {
    kForwardExpired, // a = number of the forward
    kGreet,
};

constexpr Duration kGreetEvery = 500ms;

constexpr std::size_t kForwardsMax = 4'096;

// Names become folders.
bool isPlainName(const std::string& name)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_';
    };
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), isPlain);
}

} // namespace

Node::Node(NodeConfig config, Instant now, Send send, Log log)
    : m_config(std::move(config))
    , m_world(hashCombine(static_cast<std::uint64_t>(micros(now)), 0))
    , m_component(m_world.add(*this))
    , m_send(std::move(send))
    , m_log(log ? std::move(log) : [](const std::string&) {})
{
    m_world.runUntil(now);
}

Node::~Node() = default;

void Node::receive(std::string_view line, Instant now)
{
    m_world.runUntil(now);
    if (Result<Message> message = messageFromLine(line))
        onMessage(std::move(*message));
    else
        m_log("not a message (" + message.error().what + "): " + std::string(line.substr(0, 200)));
    runUntil(now);
}

void Node::runUntil(Instant now)
{
    m_world.runUntil(now);
    finishStep();
}

void Node::finishStep()
{
    if (m_core && m_core->takeDirty() && !m_fault) {
        if (const Result<> flushed = m_disk->flush(); !flushed) {
            m_fault = flushed.error();
            m_outbox.clear(); // it may tell of what is lost
            m_log("the disk has failed: " + m_fault->what);
        }
    }
    for (const std::string& line : std::exchange(m_outbox, {}))
        m_send(line);
}

std::optional<std::size_t> Node::indexOf(const std::string& node) const
{
    const auto found = std::find(m_nodes.begin(), m_nodes.end(), node);
    if (found == m_nodes.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_nodes.begin());
}

void Node::reply(const Message& to, Json body)
{
    const Json* id = memberOf(to.body, "msg_id");
    if (id == nullptr || !id->is_number_integer())
        return; // nobody waits for an answer
    if (m_fault && body.value("code", Json()) != static_cast<int>(Code::Crash))
        return; // it may tell of what is lost
    body["in_reply_to"] = *id;
    body["msg_id"] = m_nextMessage++;
    m_outbox.push_back(lineOf(m_id.empty() ? to.to : m_id, to.from, body));
}

void Node::sendToPeer(std::size_t node, const Json& body)
{
    if (!m_fault) // it may tell of what is lost
        m_outbox.push_back(lineOf(m_id, m_nodes[node], body));
}

void Node::onMessage(Message message)
{
    if (memberOf(message.body, "in_reply_to") != nullptr)
        return; // we asked nobody in that way
    const auto type = textOf(message.body, "type");
    if (!type)
        return reply(message, errorBody(Code::MalformedRequest, "a body is an object with a type"));
    if (*type == "init")
        return onInit(message);
    if (m_id.empty())
        return reply(message, errorBody(Code::TemporarilyUnavailable, "this node waits for init"));
    if (m_fault)
        return reply(message, errorBody(Code::Crash, "this node's disk has failed: " + m_fault->what));
    if (*type == kMailType || *type == kForwardType || *type == kForwardedType) {
        const auto from = indexOf(message.from);
        if (!from || *from == m_self)
            return reply(message, errorBody(Code::NotSupported, "only other nodes send this"));
        return onPeer(*from, message.body);
    }
    onRequest(message);
}

void Node::onInit(const Message& message)
{
    if (m_id.empty()) {
        if (const auto problem = start(message.body))
            return reply(message, errorBody(problem->code, problem->text));
    } else if (textOf(message.body, "node_id") != m_id
        || Json(m_nodes) != message.body.value("node_ids", Json())) {
        return reply(message, errorBody(Code::MalformedRequest, "this node has another name already"));
    }
    reply(message, { { "type", "init_ok" } });
}

std::optional<Problem> Node::start(const Json& body)
{
    const auto id = textOf(body, "node_id");
    const Json* names = memberOf(body, "node_ids");
    if (!id || names == nullptr || !names->is_array())
        return Problem { Code::MalformedRequest, "init has node_id, a text, and node_ids, a list of texts" };
    std::vector<std::string> nodes;
    for (const Json& name : *names) {
        if (!name.is_string() || !isPlainName(name.get_ref<const std::string&>())
            || std::find(nodes.begin(), nodes.end(), name) != nodes.end())
            return Problem { Code::MalformedRequest,
                "node_ids are different names of letters, digits, '-' and '_'" };
        nodes.push_back(name.get<std::string>());
    }
    const auto self = std::find(nodes.begin(), nodes.end(), *id);
    if (self == nodes.end())
        return Problem { Code::MalformedRequest, "node_id is none of node_ids" };
    if (nodes.size() > kNodesMax)
        return Problem { Code::NotSupported, "at most 64 nodes" };
    Result<std::unique_ptr<Disk>> disk = m_config.openDisk
        ? m_config.openDisk(*id)
        : Result<std::unique_ptr<Disk>>(std::make_unique<MemoryDisk>());
    if (!disk)
        return Problem { Code::Crash, disk.error().what };
    m_disk = std::move(*disk);
    m_id = *id;
    m_self = static_cast<std::size_t>(self - nodes.begin());
    m_nodes = std::move(nodes);
    m_begun.resize(m_nodes.size());
    m_memberNode = m_self % std::min(m_nodes.size(), kStrongMembers);
    CoreSpec spec;
    spec.self = m_self;
    spec.nodeCount = m_nodes.size();
    spec.life = m_disk->beginLife(static_cast<std::uint64_t>(micros(m_world.now())));
    spec.hasReplica = isReplicated(m_config.workload);
    spec.hasStrongTable = isStrong(m_config.workload);
    spec.patience = m_config.patience;
    m_carrier = std::make_unique<Carrier>(m_world, m_nodes.size(), m_self, spec.life,
        m_config.assumedRoundTrip, [this](std::size_t node, const Json& mail) { sendToPeer(node, mail); });
    m_core = std::make_unique<Core>(m_world, *m_disk, *m_carrier, spec, m_config.makeTable);
    m_service = makeService(m_config.workload, *m_core);
    m_world.postIn(0us, m_component, kGreet);
    return std::nullopt;
}

void Node::onRequest(const Message& message)
{
    if (const auto problem = problemOf(m_config.workload, message.body))
        return reply(message, errorBody(problem->code, problem->text));
    Request request;
    request.type = *textOf(message.body, "type");
    request.body = message.body;
    Message envelope { message.from, message.to, Json::object() };
    if (const Json* id = memberOf(message.body, "msg_id"))
        envelope.body["msg_id"] = *id;
    request.answer = [this, envelope](Json body) { reply(envelope, std::move(body)); };
    dispatch(std::move(request), false);
}

// A request that was forwarded once is done here or not at all.
void Node::dispatch(Request request, bool isForwarded)
{
    const bool needsMember = isStrong(m_config.workload) && !m_core->isMember();
    const std::size_t node = m_service->doerOf(request).value_or(needsMember ? m_memberNode : m_self);
    if (node == m_self)
        return m_service->handle(std::move(request));
    if (isForwarded)
        return request.refuse(Code::Abort, "forwarded to the wrong node");
    forward(std::move(request), node);
}

void Node::forward(Request request, std::size_t node)
{
    if (m_forwards.size() >= kForwardsMax)
        return request.refuse(Code::TemporarilyUnavailable, "too many requests are under way to other nodes");
    const std::uint64_t number = m_nextForward++;
    const auto entry = m_forwards.emplace(number, Forward { std::move(request), node }).first;
    sendForward(number, entry->second);
    m_world.postIn(m_config.patience + 2 * m_config.assumedRoundTrip, m_component, kForwardExpired, number);
}

void Node::sendForward(std::uint64_t number, const Forward& forward)
{
    Json body;
    body["type"] = kForwardType;
    body["number"] = number;
    body["request"] = forward.request.body;
    m_carrier->seal(forward.node, body);
    sendToPeer(forward.node, body);
}

void Node::onEvent(const SimEvent& event)
{
    if (event.kind == kGreet) {
        if (m_carrier->greetStrangers())
            m_world.postIn(kGreetEvery, m_component, kGreet);
        return;
    }
    const auto found = m_forwards.find(event.a);
    if (found == m_forwards.end())
        return;
    const Forward expired = std::move(found->second);
    m_forwards.erase(found);
    if (m_memberNode == expired.node)
        m_memberNode = (m_memberNode + 1) % std::min(m_nodes.size(), kStrongMembers);
    expired.request.refuse(Code::Timeout, m_nodes[expired.node] + " must do this and has not answered");
}

void Node::onPeer(std::size_t from, const Json& body)
{
    const std::string type = body["type"].get<std::string>();
    if (type == kMailType) {
        const Result<> received = m_carrier->receive(from, body);
        if (!received && received.error().code != Errc::Refused)
            m_log("mail from " + m_nodes[from] + " was dropped: " + received.error().what);
        return;
    }
    if (!m_carrier->isCurrent(from, body))
        return;
    type == kForwardedType ? onForwarded(from, body) : onForward(from, body);
}

bool Node::isFirst(std::size_t from, std::uint64_t life, std::uint64_t number)
{
    Begun& begun = m_begun[from];
    if (begun.life != life)
        begun = { life, {}, 0 };
    if (number <= begun.forgotten || !begun.numbers.insert(number).second)
        return false;
    if (begun.numbers.size() > kForwardsMax) {
        begun.forgotten = *begun.numbers.begin();
        begun.numbers.erase(begun.numbers.begin());
    }
    return true;
}

void Node::onForward(std::size_t from, const Json& body)
{
    const auto number = unsignedOf(body, "number");
    const Json* inner = memberOf(body, "request");
    if (!number || inner == nullptr)
        return;
    if (unsignedOf(body, "your_life") == 0U) {
        // It may have been meant for a life of ours that did it and died. Whoever knows this life asks again.
        Json again { { "type", kForwardedType }, { "number", *number }, { "again", true } };
        m_carrier->seal(from, again);
        return sendToPeer(from, again);
    }
    if (!isFirst(from, *unsignedOf(body, "life"), *number))
        return; // a copy
    Request request;
    request.body = *inner;
    request.answer = [this, from, number = *number, life = m_carrier->lifeOf(from)](Json answer) {
        if (m_carrier->lifeOf(from) != life)
            return; // whoever asked is dead, and its next life counts its forwards from the beginning
        Json reply;
        reply["type"] = kForwardedType;
        reply["number"] = number;
        reply["answer"] = std::move(answer);
        m_carrier->seal(from, reply);
        sendToPeer(from, reply);
    };
    if (const auto problem = problemOf(m_config.workload, request.body))
        return request.refuse(problem->code, problem->text);
    request.type = *textOf(request.body, "type");
    dispatch(std::move(request), true);
}

void Node::onForwarded(std::size_t from, const Json& body)
{
    const auto number = unsignedOf(body, "number");
    const Json* answer = memberOf(body, "answer");
    const auto found = number ? m_forwards.find(*number) : m_forwards.end();
    if (found == m_forwards.end() || found->second.node != from)
        return;
    if (body.value("again", Json()) == true)
        return sendForward(*number, found->second);
    if (answer == nullptr || !answer->is_object())
        return;
    const Forward done = std::move(found->second);
    m_forwards.erase(found);
    done.request.answer(*answer);
}

} // namespace sb::maelstrom
