// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/core.h"

#include "backend/base/hash.h"

#include <algorithm>

namespace sb::maelstrom {
namespace {

// Networks that are measured here lose messages without a word and deliver most within a few tenths of a
// second, so questions are repeated sooner than between continents.
constexpr ReplicatorConfig kReplicatorConfig {
    .linger = 2ms,
    .heartbeat = 300ms,
    .retryAfter = 500ms,
    .relayAfter = 1s,
    .digestEvery = 0us, // the wire format has no digests
};

DataPolicies policiesOfNodes()
{
    DataPolicies policies = hardenedPolicies();
    // Nodes have clocks that begin when they like. Nothing here is decided by whose stamp is later.
    policies.quarantinesClocks = false;
    return policies;
}

} // namespace

std::unique_ptr<StrongTable> makeStrongTable(World& world, Links& links, const StrongSpec& spec,
    RegionId self, AcceptorStore& store, SlotPool<StrongMessage>& mail, StrongTableConfig config)
{
    return std::make_unique<StrongTable>(world, links, spec, self, store, mail, config);
}

Core::Core(World& world, Disk& disk, Carrier& carrier, const CoreSpec& spec, const TableFactory& makeTable)
    : m_world(world)
    , m_disk(disk)
    , m_spec(spec)
{
    const RegionId self { static_cast<std::uint8_t>(spec.self) };
    if (spec.hasReplica) {
        m_replica = std::make_unique<Replica>(world, disk.store(), self, spec.nodeCount, policiesOfNodes());
        m_replica->restart();
        m_replica->listen(this);
        m_replicator = std::make_unique<Replicator>(
            world, carrier, *m_replica, carrier.replicationMail(), kReplicatorConfig);
        std::vector<ComponentId> peers;
        for (std::size_t node = 0; node < spec.nodeCount; ++node)
            peers.push_back(node == spec.self ? world.add(*m_replicator) : carrier.replicatorAt(node));
        m_replicator->connect(peers[spec.self], peers);
        carrier.setReplicator(m_replicator.get());
    }
    if (!spec.hasStrongTable)
        return;
    StrongSpec table;
    for (std::uint8_t member = 0; member < kStrongMembers; ++member)
        table.members.push_back({ RegionId { member } });
    std::array<ComponentId, kStrongMembers> components {};
    for (std::uint8_t member = 0; member < kStrongMembers; ++member) {
        const std::size_t node = nodeOfMember(member, spec.nodeCount);
        if (node != spec.self) {
            components[member] = carrier.memberAt(member, node);
            continue;
        }
        m_tables[member] = makeTable(world, carrier, table, RegionId { member }, disk.acceptors(member),
            carrier.strongMail(), { .patience = spec.patience, .resendAfter = 60ms, .backOffMax = 200ms });
        components[member] = world.add(*m_tables[member]);
        carrier.setMember(member, m_tables[member].get());
        if (m_serving == nullptr)
            m_serving = m_tables[member].get();
    }
    for (std::size_t member = 0; member < kStrongMembers; ++member) {
        if (m_tables[member])
            m_tables[member]->connect(components[member], components);
    }
}

Version Core::commit(const Key& key, std::string value)
{
    Transaction transaction;
    transaction.mutations.push_back({ key, false, std::move(value) });
    const Version version = m_replica->commit(std::move(transaction));
    m_replicator->onLocalCommit();
    return version;
}

void Core::onEntry(RegionId, const LogEntry&, bool, bool)
{
    m_isDirty = true;
}

void Core::onConflict(RegionId, const Conflict&)
{
}

std::uint64_t Core::mintRequest()
{
    const std::uint64_t id = hashCombine(hashCombine(m_spec.life, m_spec.self), ++m_nextRequest);
    return id == 0 ? mintRequest() : id;
}

void Core::submit(StrongRequest request, StrongTable::Answer done)
{
    submitUntil(now() + m_spec.patience, std::move(request), std::move(done));
}

void Core::submitUntil(Instant deadline, StrongRequest request, StrongTable::Answer done)
{
    SB_ASSERT(isMember());
    request.patience = std::max<Duration>(deadline - now(), 1ms);
    StrongRequest copy = request;
    m_serving->submit(std::move(copy),
        [this, deadline, request = std::move(request), done = std::move(done)](const StrongOutcome& outcome) {
            if (outcome.kind == StrongOutcome::Kind::Conflict && now() < deadline)
                return submitUntil(deadline, request, done);
            done(outcome);
        });
}

Code codeOf(const StrongOutcome& outcome)
{
    switch (outcome.kind) {
    case StrongOutcome::Kind::Committed:
    case StrongOutcome::Kind::ConditionFailed:
        return Code::PreconditionFailed;
    case StrongOutcome::Kind::Unavailable:
        return outcome.mayHaveApplied ? Code::Timeout : Code::TemporarilyUnavailable;
    case StrongOutcome::Kind::Conflict:
    case StrongOutcome::Kind::NotServing:
        return Code::TemporarilyUnavailable;
    case StrongOutcome::Kind::Refused:
        return Code::Abort;
    }
    return Code::Crash;
}

} // namespace sb::maelstrom
