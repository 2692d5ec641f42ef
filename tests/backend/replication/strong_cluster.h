// SPDX-License-Identifier: GPL-3.0-or-later
// Three members of a strong table over one World, behind letter boxes that can lose, copy and delay what
// passes, and that check what must be durable before it leaves. And the ways to break the rules on purpose.
#pragma once

#include "backend/kernel/world.h"
#include "backend/replication/strong_table.h"
#include "tests/backend/support/cluster.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace sb::test {

enum class StrongMutant {
    None,
    ForgetsPromise, // acceptor: what it promised is gone after a crash, what it accepted is not
    ForgetsLastWrite, // its disk says "flushed" and is always one flush behind
    MajorityOfOne, // a writer trusts its own acceptor alone
    LocalReads, // a reader asks nobody
};

class MutantTable final : public StrongTable {
public:
    MutantTable(StrongMutant mutant, Env& env, Network& network, const StrongSpec& spec, RegionId self,
        AcceptorStore& store, SlotPool<StrongMessage>& mail, const StrongTableConfig& config)
        : StrongTable(env, network, spec, self, store, mail, config)
        , m_mutant(mutant)
    {
    }

protected:
    [[nodiscard]] std::size_t votesToWrite() const override
    {
        return m_mutant == StrongMutant::MajorityOfOne ? 1 : StrongTable::votesToWrite();
    }
    [[nodiscard]] std::size_t votesToRead() const override
    {
        return m_mutant == StrongMutant::LocalReads ? 1 : StrongTable::votesToRead();
    }

private:
    StrongMutant m_mutant;
};

class MutantStore final : public MemoryAcceptorStore {
public:
    explicit MutantStore(StrongMutant mutant)
        : m_mutant(mutant)
    {
    }
    [[nodiscard]] Duration flush() override
    {
        if (m_mutant != StrongMutant::ForgetsLastWrite)
            return MemoryAcceptorStore::flush();
        for (auto& [key, bytes] : m_late)
            m_kept.insert_or_assign(key, std::move(bytes));
        m_late = std::move(m_fresh);
        m_fresh.clear();
        return 0us;
    }
    void put(std::string_view key, std::string bytes) override
    {
        if (m_mutant == StrongMutant::ForgetsLastWrite)
            m_fresh.insert_or_assign(std::string(key), bytes);
        MemoryAcceptorStore::put(key, std::move(bytes));
    }
    void crash()
    {
        loseUnflushed();
        if (m_mutant == StrongMutant::ForgetsLastWrite) {
            for (const auto& [key, bytes] : m_kept)
                MemoryAcceptorStore::put(key, bytes);
            (void)MemoryAcceptorStore::flush();
            m_fresh.clear();
            m_late.clear();
        }
        if (m_mutant != StrongMutant::ForgetsPromise)
            return;
        const auto rows = durableRows();
        for (const auto& [key, bytes] : rows) {
            AcceptorRecord record = *decodeAcceptorRecord(bytes);
            record.promised = record.accepted;
            MemoryAcceptorStore::put(key, encodeAcceptorRecord(record));
        }
        (void)MemoryAcceptorStore::flush();
    }

private:
    StrongMutant m_mutant;
    std::map<std::string, std::string, std::less<>> m_fresh, m_late, m_kept;
};

// Stands before a member and meddles with its letters.
class LetterBox final : public Component {
public:
    LetterBox(World& world, SlotPool<StrongMessage>& mail, std::vector<std::unique_ptr<MutantStore>>& stores,
        std::uint64_t index)
        : m_world(world)
        , m_mail(mail)
        , m_stores(stores)
        , m_rng(world.rng("letter-box", index))
    {
    }
    void onEvent(const SimEvent& event) override
    {
        const StrongMessage message = *m_mail.find(event.a);
        if (isChecking)
            check(message);
        if (m_rng.chance(lossPpm)) {
            m_mail.release(event.a);
            return;
        }
        const std::uint32_t copies = m_rng.chance(copyPpm) ? 1 : 0;
        for (std::uint32_t i = 0; i < copies; ++i) {
            const auto handle = m_mail.acquire();
            *m_mail.find(handle) = message;
            m_world.postIn(m_rng.between(0us, Duration(1s)), target, event.kind, handle);
        }
        m_world.postIn(m_rng.between(0us, delayMax), target, event.kind, event.a);
    }

    ComponentId target = 0;
    std::uint32_t lossPpm = 0;
    std::uint32_t copyPpm = 0;
    Duration delayMax = 0us;
    bool isChecking = true;

private:
    void check(const StrongMessage& message)
    {
        const bool isPromise = message.kind == StrongMessage::Kind::Promise;
        if (!isPromise && message.kind != StrongMessage::Kind::Accepted)
            return;
        const auto& rows = m_stores[message.from]->durableRows();
        const auto row = rows.find(message.key);
        ASSERT_NE(row, rows.end()) << "nothing durable behind a letter";
        const AcceptorRecord record = *decodeAcceptorRecord(row->second);
        ASSERT_GE(isPromise ? record.promised : record.accepted, message.ballot);
    }

    World& m_world;
    SlotPool<StrongMessage>& m_mail;
    std::vector<std::unique_ptr<MutantStore>>& m_stores;
    Rng m_rng;
};

class StrongCluster {
public:
    // Members 0, 1, 2: eu-west-1, ap-southeast-1, us-east-1.
    explicit StrongCluster(std::uint64_t seed, StrongMutant mutant = StrongMutant::None,
        bool hasWitness = false, StrongTableConfig config = {}, NetworkConfig networkConfig = {})
        : world(seed)
        , network(world, someRegions(kStrongMembers), 0, networkConfig)
    {
        for (std::size_t i = 0; i < kStrongMembers; ++i)
            spec.members.push_back({ regionAt(i), hasWitness && i == 2 });
        std::array<ComponentId, kStrongMembers> own {}, boxes {};
        for (std::size_t i = 0; i < kStrongMembers; ++i) {
            m_stores.push_back(std::make_unique<MutantStore>(mutant));
            m_tables.push_back(std::make_unique<MutantTable>(
                mutant, world, network, spec, regionAt(i), *m_stores[i], m_mail, config));
            m_boxes.push_back(std::make_unique<LetterBox>(world, m_mail, m_stores, i));
            own[i] = world.add(*m_tables[i]);
            boxes[i] = world.add(*m_boxes[i]);
            m_boxes[i]->target = own[i];
            m_boxes[i]->isChecking = mutant == StrongMutant::None;
        }
        for (std::size_t i = 0; i < kStrongMembers; ++i)
            m_tables[i]->connect(own[i], boxes);
    }

    [[nodiscard]] StrongTable& table(std::size_t i) { return *m_tables[i]; }
    [[nodiscard]] MutantStore& store(std::size_t i) { return *m_stores[i]; }
    [[nodiscard]] LetterBox& box(std::size_t i) { return *m_boxes[i]; }
    [[nodiscard]] std::size_t letters() const { return m_mail.used(); }
    void run(Duration duration) { world.runUntil(world.now() + duration); }

    void crash(std::size_t i)
    {
        m_tables[i]->setDown(true);
        m_stores[i]->crash();
    }
    void restart(std::size_t i) { m_tables[i]->setDown(false); }
    void cut(std::size_t from, std::size_t to, bool isCut = true)
    {
        network.setLink(regionAt(from), regionAt(to), { .isCut = isCut });
    }
    void isolate(std::size_t i, bool isCut = true)
    {
        for (std::size_t j = 0; j < kStrongMembers; ++j) {
            if (j != i) {
                cut(i, j, isCut);
                cut(j, i, isCut);
            }
        }
    }
    // Runs the World until the answer is there.
    StrongOutcome ask(std::size_t i, StrongRequest request)
    {
        std::optional<StrongOutcome> heard;
        table(i).submit(std::move(request), [&](const StrongOutcome& outcome) { heard = outcome; });
        while (!heard)
            SB_ASSERT(world.step());
        return *heard;
    }

    World world;
    Network network;
    StrongSpec spec;

private:
    SlotPool<StrongMessage> m_mail;
    std::vector<std::unique_ptr<MutantStore>> m_stores;
    std::vector<std::unique_ptr<MutantTable>> m_tables;
    std::vector<std::unique_ptr<LetterBox>> m_boxes;
};

inline StrongRequest strongRead(std::string key)
{
    StrongRequest request;
    request.key = std::move(key);
    return request;
}

inline StrongRequest strongPut(
    std::string key, std::string value, std::uint64_t id = 0, StrongCondition condition = {})
{
    StrongRequest request;
    request.kind = StrongRequest::Kind::Put;
    request.key = std::move(key);
    request.value = std::move(value);
    request.condition = std::move(condition);
    request.request = id;
    return request;
}

inline StrongRequest strongDelete(std::string key, std::uint64_t id = 0, StrongCondition condition = {})
{
    StrongRequest request = strongPut(std::move(key), {}, id, std::move(condition));
    request.kind = StrongRequest::Kind::Delete;
    return request;
}

} // namespace sb::test
