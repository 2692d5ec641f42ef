// SPDX-License-Identifier: GPL-3.0-or-later
// The engines of one node, as a region has them: a replica with its replicator for what is replicated
// eventually, a member of a strong table for what is agreed on. Every node is a region; the strong table's
// three members live on the first three nodes, or, where there are fewer, on those in turn.
// Thread: that of the node.
// Invariants: (1) what was committed is on the disk before a message leaves the node (the node flushes when
// isDirty()); (2) a request id of the strong table is used for one request only, also across lives.
#pragma once

#include "backend/maelstrom/carrier.h"
#include "backend/maelstrom/disk.h"
#include "backend/maelstrom/message.h"

#include <array>
#include <memory>

namespace sb::maelstrom {

struct CoreSpec {
    std::size_t self = 0; // index in the order of node_ids
    std::size_t nodeCount = 1;
    std::uint64_t life = 1;
    bool hasReplica = false;
    bool hasStrongTable = false;
    Duration patience = 900ms; // of a strong request; Maelstrom's clients wait little longer
};

// Makes a member of the strong table; tests make worse ones.
using TableFactory = std::function<std::unique_ptr<StrongTable>(World&, Links&, const StrongSpec&, RegionId,
    AcceptorStore&, SlotPool<StrongMessage>&, StrongTableConfig)>;
[[nodiscard]] std::unique_ptr<StrongTable> makeStrongTable(World& world, Links& links, const StrongSpec& spec,
    RegionId self, AcceptorStore& store, SlotPool<StrongMessage>& mail, StrongTableConfig config);

class Core final : private ReplicaListener {
public:
    Core(World& world, Disk& disk, Carrier& carrier, const CoreSpec& spec, const TableFactory& makeTable);

    [[nodiscard]] const CoreSpec& spec() const { return m_spec; }
    [[nodiscard]] Instant now() const { return m_world.now(); }
    // Whether positions of this node's log name it for good: its store outlives the process.
    [[nodiscard]] bool isLasting() const { return m_disk.isLasting(); }

    // Requires hasReplica.
    [[nodiscard]] Replica& replica() { return *m_replica; }
    Version commit(const Key& key, std::string value);
    // Something was committed or applied since this was last asked.
    [[nodiscard]] bool takeDirty() { return std::exchange(m_isDirty, false); }

    [[nodiscard]] static std::size_t nodeOfMember(std::size_t member, std::size_t nodeCount)
    {
        return member % nodeCount;
    }
    // True: submit() may be called.
    [[nodiscard]] bool isMember() const { return m_serving != nullptr; }
    // As StrongTable::submit, but a request that met another node's is sent again until its patience ends.
    void submit(StrongRequest request, StrongTable::Answer done);
    [[nodiscard]] std::uint64_t mintRequest();

private:
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId at, const Conflict& conflict) override;
    void submitUntil(Instant deadline, StrongRequest request, StrongTable::Answer done);

    World& m_world;
    Disk& m_disk;
    CoreSpec m_spec;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Replicator> m_replicator;
    std::array<std::unique_ptr<StrongTable>, kStrongMembers> m_tables;
    StrongTable* m_serving = nullptr;
    std::uint64_t m_nextRequest = 0;
    bool m_isDirty = false;
};

// The code for a request that was not committed.
[[nodiscard]] Code codeOf(const StrongOutcome& outcome);

} // namespace sb::maelstrom
