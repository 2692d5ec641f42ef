// SPDX-License-Identifier: GPL-3.0-or-later
// Builds what decides about coupons: the acceptors' stores and a desk for each region, and for the witness.
#include "backend/base/text.h"
#include "backend/bookstore/codec.h"
#include "backend/control/simulation.h"

namespace sb {
namespace {

constexpr Duration kVoteFlush = 2ms; // of a few hundred bytes in a file of their own

} // namespace

Result<> Simulation::openVotes(const SimulationOptions& options)
{
    if (m_config.profile != DataProfile::Hardened || m_regions.size() < 2)
        return {};
    if (m_regions.size() == 2)
        m_witnessLinks = std::make_unique<WitnessLinks>(*m_network);
    m_office = std::make_unique<ClaimOffice>();
    m_office->spec = claimSpec(*m_network, m_regions.size());
    m_claims.resize(m_regions.size() + (m_witnessLinks ? 1 : 0));
    for (const StrongMember& member : m_office->spec.members) {
        std::unique_ptr<Store>& votes = m_claims[member.region.value].votes;
        if (m_config.store == StoreKind::Memory || options.forcesMemoryStores) {
            votes = makeMemoryStore();
            continue;
        }
        SqliteStoreOptions sqlite;
        const std::string place = member.isWitness ? "witness" : m_codes[member.region.value];
        if (!options.dataFolder.empty())
            sqlite.path = options.dataFolder + "/" + place + "-votes.db";
        auto opened = openSqliteStore(sqlite);
        if (!opened)
            return tl::make_unexpected(opened.error());
        votes = std::move(*opened);
        if (votes->count(Table::Claims) > 0)
            return fail(Errc::Refused,
                sqlite.path + " already holds votes of a run; name another folder or move that one away");
    }
    return {};
}

ClaimDesk::Hooks Simulation::claimHooks(RegionId region)
{
    Region* engine = m_regions[region.value].engine.get();
    ClaimDesk::Hooks hooks;
    hooks.isWhole = [engine] { return engine->replicator().stage() >= ReplicaStage::ServingReads; };
    hooks.holderOf = [engine](std::uint64_t coupon) { return engine->bookstore().holderOf(coupon); };
    hooks.holders = [engine] {
        std::vector<std::pair<std::uint64_t, CustomerId>> all;
        engine->replica().store().forEach(Table::Claims, [&](const Key& key, const Item& item) {
            const auto holder = item.isDeleted ? std::nullopt : decodeClaim(item.value);
            if (holder)
                all.emplace_back(key.partition, *holder);
        });
        return all;
    };
    hooks.keep = [engine](std::uint64_t coupon, CustomerId holder) {
        if (!engine->acceptsWrites())
            return false;
        (void)engine->commit(
            Transaction { .mutations = { { { Table::Claims, coupon, 0 }, false, encodeClaim(holder) } },
                .customer = holder });
        return true;
    };
    hooks.onRefusing = [this, region](std::uint64_t refused) {
        const std::string& name = m_names[region.value];
        const bool isOver = refused > 0;
        const std::string count
            = groupedText(static_cast<std::int64_t>(refused)) + (refused == 1 ? " claim" : " claims");
        m_log.append({ .kind = EventKind::ClaimRefused,
            .severity = isOver ? Severity::Notice : Severity::Warning,
            .actor = Actor::Replication,
            .region = region,
            .object = name,
            .action = isOver ? "decides again" : "undecided",
            .valueAfter = isOver ? std::to_string(refused) : std::string(),
            .unit = isOver ? "claims" : std::string(),
            .note = isOver
                ? name + " decides about coupons again; it had to refuse " + count
                : name + " refuses claims of coupons: no two of the three that vote agree in time" });
    };
    return hooks;
}

std::optional<RegionId> Simulation::votesFor(const LogEntry& entry, RegionId lost) const
{
    const Mutation& mutation = entry.mutations.front();
    const auto holder = mutation.key.table == Table::Claims ? decodeClaim(mutation.value) : std::nullopt;
    std::optional<RegionId> found;
    for (std::size_t i = 0; holder && i < m_claims.size(); ++i) {
        const ClaimDesk& desk = *m_claims[i].desk;
        if (i == lost.value || !desk.hasMemory() || desk.accepted(mutation.key.partition) != holder)
            continue;
        if (i < m_regions.size())
            return RegionId { static_cast<std::uint8_t>(i) };
        found = RegionId {}; // the witness, which is no region
    }
    return found;
}

void Simulation::buildClaims()
{
    m_claimAudit = std::make_unique<ClaimAudit>();
    m_shoppers->observe(m_claimAudit.get());
    if (!m_office)
        return;
    Links& links = m_witnessLinks ? static_cast<Links&>(*m_witnessLinks) : *m_network;
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
        ClaimParts& parts = m_claims[i];
        const RegionId id { static_cast<std::uint8_t>(i) };
        if (parts.votes)
            parts.acceptor = std::make_unique<StoredAcceptor>(*parts.votes, kVoteFlush);
        parts.desk = std::make_unique<ClaimDesk>(m_world, links, *m_office, id, parts.acceptor.get(),
            i < m_regions.size() ? claimHooks(id) : ClaimDesk::Hooks {});
        m_office->desks.push_back(m_world.add(*parts.desk));
        if (i < m_regions.size())
            m_regions[i].engine->setClaimDesk(parts.desk.get());
    }
    std::array<ComponentId, kStrongMembers> tables {};
    for (std::size_t m = 0; m < kStrongMembers; ++m)
        tables[m] = m_world.add(*m_claims[m_office->spec.members[m].region.value].desk->table());
    for (ClaimParts& parts : m_claims)
        parts.desk->connect(tables);
    m_ledger->setVotes([this](const LogEntry& entry, RegionId lost) { return votesFor(entry, lost); });
}

} // namespace sb
