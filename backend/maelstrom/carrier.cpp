// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/carrier.h"

#include "backend/maelstrom/message.h"
#include "backend/maelstrom/wire.h"

#include <algorithm>

namespace sb::maelstrom {

// Whatever is posted to it is a letter.
class Carrier::StandIn final : public Component {
public:
    StandIn(Carrier& carrier, std::size_t node, std::optional<std::size_t> member)
        : m_carrier(carrier)
        , m_node(node)
        , m_member(member)
    {
    }

    void onEvent(const SimEvent& event) override
    {
        Json body;
        body["type"] = kMailType;
        if (m_member) {
            body["member"] = *m_member;
            body["mail"] = toJson(*m_carrier.m_strongMail.find(event.a));
            m_carrier.m_strongMail.release(event.a);
        } else {
            body["mail"] = toJson(*m_carrier.m_replicationMail.find(event.a));
            m_carrier.m_replicationMail.release(event.a);
        }
        m_carrier.seal(m_node, body);
        m_carrier.m_send(m_node, std::move(body));
    }

private:
    Carrier& m_carrier;
    std::size_t m_node;
    std::optional<std::size_t> m_member;
};

Carrier::Carrier(World& world, std::size_t nodeCount, std::size_t self, std::uint64_t life,
    Duration assumedRoundTrip, Send send)
    : m_world(world)
    , m_nodeCount(nodeCount)
    , m_life(life)
    , m_assumedRoundTrip(assumedRoundTrip)
    , m_send(std::move(send))
    , m_lives(nodeCount, 0)
    , m_knowsUs(nodeCount, false)
{
    m_lives[self] = life;
    m_knowsUs[self] = true;
}

Carrier::~Carrier() = default;

ComponentId Carrier::replicatorAt(std::size_t node)
{
    m_standIns.push_back(std::make_unique<StandIn>(*this, node, std::nullopt));
    return m_world.add(*m_standIns.back());
}

ComponentId Carrier::memberAt(std::size_t member, std::size_t node)
{
    m_standIns.push_back(std::make_unique<StandIn>(*this, node, member));
    return m_world.add(*m_standIns.back());
}

void Carrier::seal(std::size_t to, Json& body) const
{
    body["life"] = m_life;
    body["your_life"] = m_lives[to];
}

bool Carrier::isCurrent(std::size_t from, const Json& body)
{
    const auto life = unsignedOf(body, "life"), ours = unsignedOf(body, "your_life");
    if (!life || !ours || *life < m_lives[from])
        return false;
    m_lives[from] = *life;
    m_knowsUs[from] = *ours == m_life;
    if (*ours == 0 || *ours == m_life)
        return true;
    greet(from, false); // or it would go on addressing the dead
    return false;
}

bool Carrier::greetStrangers()
{
    bool isAnyLeft = false;
    for (std::size_t node = 0; node < m_nodeCount; ++node) {
        if (m_knowsUs[node])
            continue;
        greet(node, true);
        isAnyLeft = true;
    }
    return isAnyLeft;
}

void Carrier::greet(std::size_t to, bool wantsAnswer)
{
    Json body { { "type", kMailType }, { "hello", wantsAnswer } };
    seal(to, body);
    m_send(to, std::move(body));
}

Result<> Carrier::receive(std::size_t from, const Json& body)
{
    if (!isCurrent(from, body))
        return fail(Errc::Refused, "mail of an earlier life");
    if (const Json* hello = memberOf(body, "hello")) {
        if (*hello == true)
            greet(from, false);
        return {};
    }
    const Json* mail = memberOf(body, "mail");
    if (mail == nullptr)
        return fail(Errc::BadInput, "mail without a letter");
    if (memberOf(body, "member") == nullptr) {
        Result<ReplicationMessage> message = replicationFromJson(*mail, m_nodeCount);
        if (!message)
            return tl::make_unexpected(message.error());
        if (m_replicator == nullptr || message->from.value != from)
            return fail(Errc::BadInput, "mail for an engine that is not here, or from one that is not there");
        m_replicator->deliver(std::move(*message));
        return {};
    }
    const auto member = unsignedOf(body, "member");
    const Result<StrongMessage> message = strongFromJson(*mail);
    if (!message)
        return tl::make_unexpected(message.error());
    if (!member || *member >= kStrongMembers || m_members[*member] == nullptr
        || message->from % m_nodeCount != from)
        return fail(Errc::BadInput, "mail for a member that is not here, or from one that is not there");
    m_members[*member]->deliver(*message);
    return {};
}

std::optional<Duration> Carrier::send(RegionId, RegionId, std::size_t)
{
    return 0us;
}

Duration Carrier::roundTrip(RegionId a, RegionId b) const
{
    return a == b ? 0us : m_assumedRoundTrip;
}

} // namespace sb::maelstrom
