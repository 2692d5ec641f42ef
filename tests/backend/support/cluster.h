// SPDX-License-Identifier: GPL-3.0-or-later
// Some regions' stores, replicas and replicators over one World, without anything above them.
#pragma once

#include "backend/kernel/world.h"
#include "backend/net/network.h"
#include "backend/replication/replicator.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sb::test {

inline RegionId regionAt(std::size_t index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

// Atlas numbers of the first `count` of a few well-known regions.
inline std::vector<std::size_t> someRegions(std::size_t count)
{
    std::vector<std::size_t> indices;
    for (const char* code : { "eu-west-1", "ap-southeast-1", "us-east-1", "sa-east-1" }) {
        if (indices.size() < count)
            indices.push_back(*atlas().findRegion(code));
    }
    return indices;
}

inline Key cartKey(std::uint64_t customer, std::uint64_t book)
{
    return { Table::Carts, customer, book };
}

inline Transaction writeOf(const Key& key, std::string value)
{
    Transaction transaction;
    transaction.mutations.push_back({ key, false, std::move(value) });
    transaction.customer = CustomerId { key.partition };
    return transaction;
}

class Cluster {
public:
    struct Member {
        std::unique_ptr<Store> store;
        std::unique_ptr<Replica> replica;
        std::unique_ptr<Replicator> replicator;
    };

    Cluster(std::uint64_t seed, std::size_t count, ReplicatorConfig config = {}, std::size_t cities = 0,
        DataPolicies policies = {},
        const std::function<std::unique_ptr<Store>()>& makeStore = makeMemoryStore)
        : world(seed)
        , network(world, someRegions(count), cities)
        , m_members(count)
    {
        std::vector<ComponentId> components;
        for (std::size_t i = 0; i < count; ++i) {
            Member& m = m_members[i];
            m.store = makeStore();
            m.replica = std::make_unique<Replica>(world, *m.store, regionAt(i), count, policies);
            m.replicator = std::make_unique<Replicator>(world, network, *m.replica, m_mail, config);
            components.push_back(world.add(*m.replicator));
        }
        for (std::size_t i = 0; i < count; ++i)
            m_members[i].replicator->connect(components[i], components);
    }

    [[nodiscard]] std::size_t size() const { return m_members.size(); }
    [[nodiscard]] Replica& replica(std::size_t i) { return *m_members[i].replica; }
    [[nodiscard]] Replicator& replicator(std::size_t i) { return *m_members[i].replicator; }
    [[nodiscard]] Store& store(std::size_t i) { return *m_members[i].store; }

    Version write(std::size_t i, const Key& key, std::string value)
    {
        const Version version = replica(i).commit(writeOf(key, std::move(value)));
        replicator(i).onLocalCommit();
        return version;
    }
    void erase(std::size_t i, const Key& key)
    {
        Transaction transaction;
        transaction.mutations.push_back({ key, true, {} });
        (void)replica(i).commit(std::move(transaction));
        replicator(i).onLocalCommit();
    }
    void run(Duration duration) { world.runUntil(world.now() + duration); }
    // The region stops and its store is gone.
    void destroy(std::size_t i) { replicator(i).setDown(true); }
    // It comes back with an empty store and begins to copy a peer.
    void rebuild(std::size_t i)
    {
        replicator(i).setDown(false);
        replica(i).loseStore(replica(i).ownLog().incarnation + 1);
        replicator(i).startBootstrap();
    }
    void cut(std::size_t a, std::size_t b, bool isCut = true)
    {
        network.setLink(regionAt(a), regionAt(b), { .isCut = isCut });
        network.setLink(regionAt(b), regionAt(a), { .isCut = isCut });
    }
    [[nodiscard]] bool isConverged()
    {
        for (std::size_t i = 1; i < size(); ++i) {
            if (replica(i).digest() != replica(0).digest() || !replica(i).hasEqualPositions(replica(0)))
                return false;
        }
        return true;
    }

    World world;
    Network network;

private:
    SlotPool<ReplicationMessage> m_mail;
    std::vector<Member> m_members;
};

} // namespace sb::test
