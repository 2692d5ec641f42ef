// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/simulation.h"

#include "backend/control/capacity_watch.h"
#include "backend/control/insight.h"
#include "backend/control/run_zone.h"
#include "backend/control/sampler.h"
#include "backend/media/photo_traffic.h"

#include <algorithm>

namespace sb {
namespace {

// The world's peak is about half above its daily average; by default each region can carry all of it, as
// designs for the loss of a region are sized.
int regionCapacityHz(const RunConfig& config)
{
    return config.requestRateHz * config.capacityPercent / 100 + 100;
}

DataPolicies policiesOf(const RunConfig& config)
{
    DataPolicies policies = config.profile == DataProfile::Hardened ? hardenedPolicies() : asAwsPolicies();
    policies.shipsItemsSingly = config.shipsItemsSingly;
    policies.offsetMax = config.clockOffsetMax;
    return policies;
}

// Customers of a city belong, when all is well, to the region that is nearest to it.
bool isByPlace(RoutingPolicy policy)
{
    return policy == RoutingPolicy::Latency || policy == RoutingPolicy::Geolocation
        || policy == RoutingPolicy::Geoproximity || policy == RoutingPolicy::IpBased;
}

} // namespace

Result<std::unique_ptr<Simulation>> Simulation::create(
    const RunConfig& config, const SimulationOptions& options)
{
    if (const auto valid = validate(config); !valid)
        return tl::make_unexpected(valid.error());
    std::vector<std::size_t> atlasRegions;
    for (const std::string& code : config.regions) {
        const auto found = atlas().findRegion(code);
        if (!found)
            return tl::make_unexpected(found.error());
        if (std::find(atlasRegions.begin(), atlasRegions.end(), *found) != atlasRegions.end())
            return fail(Errc::BadInput, "region '" + code + "' is listed twice");
        atlasRegions.push_back(*found);
    }
    if (const auto zone = runZoneOf(config); !zone)
        return tl::make_unexpected(zone.error());
    std::unique_ptr<Simulation> simulation(new Simulation(config, atlasRegions));
    if (const auto opened = simulation->openStores(options); !opened)
        return tl::make_unexpected(opened.error());
    if (const auto opened = simulation->openVotes(options); !opened)
        return tl::make_unexpected(opened.error());
    if (const auto opened = simulation->openControls(); !opened)
        return tl::make_unexpected(opened.error());
    simulation->buildRegions();
    if (const auto built = simulation->buildHealth(options); !built)
        return tl::make_unexpected(built.error());
    simulation->buildRouting();
    simulation->buildRecovery();
    simulation->buildOperations();
    simulation->buildDns();
    simulation->buildStockroom();
    simulation->buildWatches();
    simulation->buildClaims();
    simulation->buildBlog();
    simulation->buildDisks();
    simulation->buildConsumers();
    simulation->buildControls();
    simulation->buildEntry();
    simulation->buildObjects();
    simulation->buildCapacity();
    if (const auto built = simulation->buildPlans(); !built)
        return tl::make_unexpected(built.error());
    return simulation;
}

Simulation::Simulation(const RunConfig& config, std::vector<std::size_t> atlasRegions)
    : m_config(config)
    , m_world(config.seed, config.buggify)
    , m_log([this] {
        return EventLog::Stamp { m_world.now(), m_world.executed(), m_world.stateHash() };
    })
    , m_network(std::make_unique<Network>(m_world, atlasRegions, static_cast<std::size_t>(config.cities)))
{
    m_world.mix(hashBytes(toJson(config)));
    describe(atlasRegions);
}

Simulation::~Simulation() = default;

void Simulation::describe(const std::vector<std::size_t>& atlasRegions)
{
    const Atlas& places = atlas();
    m_description.title = m_config.title;
    m_description.seed = m_config.seed;
    m_description.start = m_config.start;
    m_description.store = m_config.store;
    m_description.errorObjectivePerMille = m_config.errorObjectivePerMille;
    m_description.rtoObjective = m_config.rtoObjective;
    m_description.lagObjective = m_config.lagObjective;
    std::string letters;
    for (const std::size_t index : atlasRegions) {
        const AtlasRegion& place = places.regions[index];
        char letter = place.letter;
        if (letters.find(letter) != std::string::npos)
            for (letter = 'A'; letters.find(letter) != std::string::npos;)
                ++letter;
        letters += letter;
        const RegionId id { static_cast<std::uint8_t>(m_description.regions.size()) };
        m_description.regions.push_back({ id, place.code, place.name, place.city, letter,
            place.place.latitudeE4 / 1e4, place.place.longitudeE4 / 1e4 });
        m_names.push_back(place.name);
        m_codes.push_back(place.code);
    }
    for (std::size_t i = 0; i < m_network->cityCount(); ++i) {
        const AtlasCity& city = places.cities[i];
        m_description.cities.push_back({ CityId { static_cast<std::uint16_t>(i) }, city.name, city.country,
            city.place.latitudeE4 / 1e4, city.place.longitudeE4 / 1e4, city.population });
    }
    for (const AtlasRegion& place : places.regions) {
        if (std::find(m_codes.begin(), m_codes.end(), place.code) == m_codes.end())
            m_description.otherRegions.push_back(place.code);
    }
}

Result<> Simulation::openStores(const SimulationOptions& options)
{
    for (const std::string& code : m_codes) {
        RegionParts parts;
        if (m_config.store == StoreKind::Memory || options.forcesMemoryStores) {
            parts.store = makeMemoryStore();
        } else if (options.simulatesDisks && options.dataFolder.empty()) {
            auto store = std::make_unique<DiskStore>(m_world.rng("disk", m_regions.size()));
            parts.disk = store.get();
            parts.store = std::move(store);
        } else {
            SqliteStoreOptions sqlite;
            if (!options.dataFolder.empty())
                sqlite.path = options.dataFolder + "/" + code + ".db";
            auto opened = openSqliteStore(sqlite);
            if (!opened)
                return tl::make_unexpected(opened.error());
            parts.store = std::move(*opened);
            if (parts.store->count(Table::Books) > 0)
                return fail(Errc::Refused,
                    sqlite.path
                        + " already holds the store of a region; a run starts with empty stores: name "
                          "another folder or move that one away");
        }
        m_regions.push_back(std::move(parts));
    }
    return {};
}

void Simulation::buildRegions()
{
    std::vector<ComponentId> replicators;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        RegionParts& parts = m_regions[i];
        const RegionId id { static_cast<std::uint8_t>(i) };
        parts.replica
            = std::make_unique<Replica>(m_world, *parts.store, id, m_regions.size(), policiesOf(m_config));
        parts.replicator = std::make_unique<Replicator>(m_world, *m_network, *parts.replica, m_mail,
            ReplicatorConfig { .deliversCausally = m_config.profile == DataProfile::Hardened });
        parts.engine
            = std::make_unique<Region>(m_world, *m_network, *parts.replica, *parts.replicator, m_requests,
                RegionConfig { .capacityHz = regionCapacityHz(m_config),
                    .cacheFillReads = std::int64_t { m_config.requestRateHz } * 10,
                    .keepsSessions = m_config.profile == DataProfile::Hardened,
                    .mintsOrders = m_config.profile == DataProfile::AsAws });
        parts.engine->bookstore().seedCatalogue(m_config.stockPercent);
        replicators.push_back(m_world.add(*parts.replicator));
        parts.replicator->setHooks(replicatorHooks(id));
    }
    for (std::size_t i = 0; i < m_regions.size(); ++i)
        m_regions[i].replicator->connect(replicators[i], replicators);
}

ReplicatorHooks Simulation::replicatorHooks(RegionId region)
{
    ReplicatorHooks hooks;
    const std::string& name = m_names[region.value];
    hooks.onStage = [this, region, name](ReplicaStage before, ReplicaStage after) {
        m_log.append({ .kind = EventKind::ReplicaRebuild,
            .severity = after == ReplicaStage::ServingWrites ? Severity::Info : Severity::Notice,
            .actor = Actor::Replication,
            .region = region,
            .object = name,
            .valueBefore = std::string(toString(before)),
            .valueAfter = std::string(toString(after)),
            .note = "The copy in " + name + " is " + std::string(toString(after)) });
    };
    hooks.onQuarantine = [this, region, name](RegionId origin, Duration ahead) {
        m_log.append({ .kind = EventKind::ClockQuarantined,
            .severity = Severity::Warning,
            .actor = Actor::Replication,
            .region = region,
            .peer = origin,
            .object = name,
            .valueAfter = std::to_string(ahead.count() / 1'000),
            .unit = "ms",
            .note = "Changes of " + m_names[origin.value] + " wait outside " + name
                + ": their stamps are ahead of its clock by " + durationText(ahead) });
    };
    hooks.onTooFarBehind = [this, region](RegionId) { m_membership->onTooFarBehind(region); };
    hooks.onDiverged = [this, region](const VerifyOutcome& outcome) { logDivergence(region, outcome); };
    return hooks;
}

// After the regions and the routing, before what keeps account of them.
void Simulation::buildRecovery()
{
    std::vector<Region*> engines;
    for (RegionParts& parts : m_regions)
        engines.push_back(parts.engine.get());
    m_fence = std::make_unique<WriteFence>(m_world, *m_network, m_log, engines, m_names,
        FenceConfig { .isOn = m_config.profile == DataProfile::Hardened });
    m_fence->connect(m_world.add(*m_fence));
    m_membership = std::make_unique<Membership>(m_world, *m_network, m_log, engines, m_names,
        RetentionConfig { .entriesMax = static_cast<std::uint64_t>(m_config.logEntriesMax),
            .tombstoneGrace = m_config.tombstoneGrace,
            .isGraceEnough = m_config.profile == DataProfile::AsAws },
        Membership::Hooks {
            [this](RegionId region, const OrphanSet& set) { m_ledger->onOrphansFound(region, set); },
            [this](RegionId region, const LogEntry& orphan, OrphanOutcome outcome) {
                m_ledger->onOrphanSettled(region, orphan, outcome);
            } });
    m_membership->connect(m_world.add(*m_membership));
}

void Simulation::buildRouting()
{
    std::vector<Region*> engines;
    std::vector<ComponentId> components;
    for (RegionParts& parts : m_regions) {
        const ComponentId component = m_world.add(*parts.engine);
        parts.engine->connect(component);
        engines.push_back(parts.engine.get());
        components.push_back(component);
    }
    m_health->connect(m_world.add(*m_health), components, m_names);
    m_failBack = std::make_unique<FailBackController>(m_world, m_log, *m_health, engines, m_names,
        FailBackConfig {
            .isDamped = m_config.failBack == FailBackMode::Damped, .rampDwell = m_config.rampDwell },
        FailBackController::Hooks {
            [this](RegionId region, EventSeq cause) { m_faults->clearRegion(region, Actor::Routing, cause); },
            [this](RegionId region) { return m_sampler->region(region).errorPerMille; },
            [this](RegionId region) -> Result<> {
                if (!m_fence->status(region).isFenced)
                    return {};
                return fail(Errc::Refused,
                    m_names[region.value] + " is fenced: unfence it first, or its users could not write");
            },
            [this] { m_steering.admissions->refresh(); } });
    m_steering.admissions->connect(m_failBack->admission(), *m_steering.dataPlane);
    m_failBack->connect(m_world.add(*m_failBack));
    m_health->onPublished(
        [this](RegionId region, bool isHealthy) { m_failBack->onHealth(region, isHealthy); });
    m_resolvers = std::make_unique<Resolvers>(m_world, *m_network,
        runZoneOf(m_config).value(), m_health->published(), m_steering.admissions->combined());
    m_shoppers = std::make_unique<Shoppers>(m_world, *m_network, *m_resolvers, m_requests,
        shoppersConfig());
    m_shoppers->connect(m_world.add(*m_shoppers), components);
}

void Simulation::buildOperations()
{
    std::vector<FaultDirector::Place> places;
    std::vector<Replica*> replicas;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        places.push_back({ m_regions[i].engine.get(), m_codes[i], m_names[i] });
        replicas.push_back(m_regions[i].replica.get());
    }
    m_faults = std::make_unique<FaultDirector>(m_world, m_log, *m_network, std::move(places));
    m_faults->connect(m_world.add(*m_faults));
    m_faults->setHealth(*m_health);
    const auto natural = [this](CityId city) {
        RegionId best { 0 };
        if (m_config.entry == Entry::OriginGroup)
            return best;
        for (std::size_t i = 1; i < m_regions.size(); ++i) {
            const RegionId other { static_cast<std::uint8_t>(i) };
            const bool isNearer
                = m_network->userRoundTrip(city, other) < m_network->userRoundTrip(city, best);
            const bool isByDistance = isByPlace(m_config.policy) || m_config.entry == Entry::Accelerator;
            if (isByDistance && isNearer)
                best = other;
        }
        return best;
    };
    m_incident = std::make_unique<IncidentMonitor>(m_world, m_log, m_network->cityCount(), m_names,
        IncidentConfig { .errorObjectivePerMille = m_config.errorObjectivePerMille },
        IncidentMonitor::Hooks { [this] { return isFullyRecovered(); }, natural,
            [this] {
                const SessionWatch::Counters& counters = m_sessionWatch->counters();
                return StaleAnswers { counters.stale, counters.staleAndSaid };
            } });
    m_incident->connect(m_world.add(*m_incident));
    m_ledger
        = std::make_unique<RpoLedger>(m_world, m_log, *m_incident, replicas, m_names, m_config.lagObjective,
            RpoLedger::Hooks { [this](RegionId region) { // an evicted region's copy protects nobody's writes
                                  return m_regions[region.value].engine->condition().isDown
                                      || !m_membership->isMember(region);
                              },
                [this](LogId log) { return underWayUpTo(log); } });
    m_ledger->connect(m_world.add(*m_ledger));
    m_anomalies = std::make_unique<AnomalyLog>(m_world, m_log, m_names,
        AnomalyLog::Hooks {
            [this](RegionId region) { return !m_health->published()[region.value].isHealthy; } });
    m_watch = std::make_unique<AnswerWatch>(
        m_world, m_log, *m_resolvers, *m_health, replicas, m_names, m_config.lagObjective);
    m_watch->connect(m_world.add(*m_watch));
    buildInsight();
    m_sampler = std::make_unique<Sampler>(*this);
    m_sampler->connect(m_world.add(*m_sampler));
    for (Replica* replica : replicas) {
        replica->listen(m_ledger.get());
        replica->listen(m_anomalies.get());
        replica->listen(m_watch.get());
    }
    m_shoppers->observe(m_incident.get());
    m_resolvers->onDecision([this](const RecordedDecision& decision) { m_watch->onDecision(decision); });
    m_log.listen([this](const Event& event) { m_incident->onLogged(event); });
    m_log.listen([this](const Event& event) { m_ledger->onLogged(event); });
    m_log.listen([this](const Event& event) { m_anomalies->onLogged(event); });
    watchHealth();
}

std::uint64_t Simulation::underWayUpTo(LogId log)
{
    std::uint64_t upTo = 0;
    m_mail.forEach([&](auto, const ReplicationMessage& message) {
        if (message.kind == ReplicationMessage::Kind::SnapshotChunk)
            upTo = std::max(upTo, seenOf(message.positions, m_regions.front().replica->indexOf(log)));
        for (const LogEntry& entry : message.entries)
            if (entry.version.log() == log)
                upTo = std::max(upTo, entry.version.seq);
    });
    for (const RegionParts& parts : m_regions)
        if (!parts.engine->condition().isDown && parts.replica->ownLog() != log)
            upTo
                = std::max({ upTo, parts.replicator->receivedUpTo(log), parts.replicator->copyingUpTo(log) });
    return upTo;
}

void Simulation::buildStockroom()
{
    std::vector<const Stock*> stocks;
    std::vector<Stockroom::Branch> branches;
    for (RegionParts& parts : m_regions) {
        Region* engine = parts.engine.get();
        stocks.push_back(&engine->bookstore().stock());
        branches.push_back({ parts.replica.get(), parts.replicator.get(), &engine->bookstore().stock(),
            [engine] { return engine->acceptsWrites(); } });
    }
    m_stockAudit = std::make_unique<StockAudit>(std::move(stocks), m_config.stockPercent);
    for (RegionParts& parts : m_regions)
        parts.replica->listen(m_stockAudit.get());
    m_stockroom = std::make_unique<Stockroom>(m_world, std::move(branches), *m_stockAudit,
        StockroomConfig { .stockPercent = m_config.stockPercent });
    m_stockroom->connect(m_world.add(*m_stockroom));
}

void Simulation::buildWatches()
{
    std::vector<Replica*> replicas;
    for (RegionParts& parts : m_regions)
        replicas.push_back(parts.replica.get());
    m_tombstones = std::make_unique<TombstoneWatch>(m_log, replicas, m_names);
    m_sessionWatch = std::make_unique<SessionWatch>(m_world, replicas);
    m_forkWatch = std::make_unique<ForkWatch>(m_regions.size(), m_config.profile == DataProfile::Hardened);
    for (RegionParts& parts : m_regions) {
        parts.replica->listen(m_tombstones.get());
        parts.replica->listen(m_sessionWatch.get());
        parts.replica->listen(m_forkWatch.get());
        parts.engine->onExecuted([this](const Request& request) { m_sessionWatch->onExecuted(request); });
    }
    m_shoppers->observe(m_sessionWatch.get());
}

void Simulation::logDivergence(RegionId region, const VerifyOutcome& outcome)
{
    const std::string tables = tablesOf(outcome.unequal);
    m_log.append({ .kind = EventKind::ReplicaDiverged,
        .severity = Severity::Critical,
        .actor = Actor::Replication,
        .region = region,
        .peer = outcome.peer,
        .object = "digest",
        .action = "exchange",
        .valueBefore = std::to_string(outcome.peerDigest),
        .valueAfter = std::to_string(outcome.digest),
        .note = m_names[region.value] + " and " + m_names[outcome.peer.value]
            + " hold different copies of the same writes, in " + std::to_string(outcome.unequal.count())
            + " of " + std::to_string(kBucketCount) + " buckets: " + tables });
}

void Simulation::buildDisks()
{
    std::vector<Region*> engines;
    for (RegionParts& parts : m_regions) {
        engines.push_back(parts.engine.get());
        if (parts.disk != nullptr)
            parts.engine->putOnDisk(*parts.disk);
    }
    m_diskWatch = std::make_unique<DiskWatch>(
        m_log, engines, m_names, [this](RegionId region, const std::vector<LogBounds>& kept, EventSeq) {
            m_ledger->onStoreCut(region, kept);
        });
}

std::vector<std::string> Simulation::diskFindings() const
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        if (m_regions[i].disk == nullptr)
            continue;
        for (const std::string& finding : m_regions[i].disk->findings())
            all.push_back(m_names[i] + ": " + finding);
    }
    return all;
}

void Simulation::buildConsumers()
{
    std::vector<BoardKeeper::Branch> boards;
    std::vector<CatalogueEditors::Branch> desks;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        RegionParts& parts = m_regions[i];
        Region* engine = parts.engine.get();
        boards.push_back({ &engine->bookstore(), parts.replica.get(), m_names[i], [engine] {
                              return !engine->condition().isDown
                                  && engine->replicator().stage() >= ReplicaStage::ServingReads;
                          } });
        desks.push_back({ &engine->bookstore(), parts.replicator.get(), m_names[i],
            [engine] { return engine->acceptsWrites(); } });
    }
    m_boards = std::make_unique<BoardKeeper>(m_world, m_log, std::move(boards));
    m_boards->connect(m_world.add(*m_boards));
    m_editors = std::make_unique<CatalogueEditors>(m_world, m_log, std::move(desks));
    m_editors->connect(m_world.add(*m_editors));
}

void Simulation::begin()
{
    m_log.append({ .kind = EventKind::RunStarted,
        .object = m_config.title,
        .valueAfter = std::to_string(m_config.seed),
        .unit = "seed",
        .note = "Run of " + m_config.title + " with seed " + std::to_string(m_config.seed) + " and "
            + std::to_string(m_regions.size()) + " regions" });
    noteUnmapped();
}

bool Simulation::isFullyRecovered() const
{
    if (!m_faults->active().empty() || m_ledger->unsettled() > 0 || !m_membership->isSettled()
        || (m_objects.copier && m_objects.copier->isStalled()))
        return false;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const RegionId id { static_cast<std::uint8_t>(i) };
        if (m_publisher && m_publisher->name(id).isEmpty)
            return false;
        if (!m_health->status(id).isHealthy || m_failBack->admission()[i].rampPerMille != 1000
            || m_failBack->progress(id).phase != RecoveryPhase::InService)
            return false;
        for (std::size_t j = 0; j < m_regions.size(); ++j) {
            const RegionId peer { static_cast<std::uint8_t>(j) };
            if (i != j && (m_watch->isStalled(id, peer) || m_watch->lag(id, peer) > m_config.lagObjective))
                return false;
        }
    }
    return true;
}

Result<> Simulation::flushStores()
{
    for (RegionParts& parts : m_regions) {
        if (const auto flushed = parts.store->flush(); !flushed)
            return flushed;
    }
    for (ClaimParts& parts : m_claims) {
        if (const auto flushed = parts.votes ? parts.votes->flush() : Result<> {}; !flushed)
            return flushed;
    }
    return {};
}

std::array<std::uint64_t, kAnomalyCount> Simulation::anomalyCounts() const
{
    std::array<std::uint64_t, kAnomalyCount> counts {};
    for (std::size_t i = 0; i < counts.size(); ++i)
        counts[i] = m_anomalies->count(static_cast<Anomaly>(i));
    counts[static_cast<std::size_t>(Anomaly::StaleRead)] = m_sessionWatch->counters().stale;
    counts[static_cast<std::size_t>(Anomaly::DuplicateOrder)] = m_sessionWatch->counters().duplicateOrders;
    counts[static_cast<std::size_t>(Anomaly::LongFork)] = m_forkWatch->contradictions();
    counts[static_cast<std::size_t>(Anomaly::DoubleClaim)] = m_claimAudit->doubles();
    counts[static_cast<std::size_t>(Anomaly::ZombieWrite)] += m_blog->zombies();
    counts[static_cast<std::size_t>(Anomaly::OversoldUnit)] = m_stockAudit->totals().oversold;
    counts[static_cast<std::size_t>(Anomaly::Resurrection)] = m_tombstones->resurrections();
    for (const RegionParts& parts : m_regions) {
        Bookstore& bookstore = parts.engine->bookstore();
        counts[static_cast<std::size_t>(Anomaly::HalfTransaction)] += parts.replicator->stats().halfVisible;
        counts[static_cast<std::size_t>(Anomaly::DoubleCount)] += bookstore.bestSellers().countedAgain();
        counts[static_cast<std::size_t>(Anomaly::StaleCache)]
            += bookstore.bookCache().counters().staleAnswers;
    }
    return counts;
}

bool Simulation::isConverged() const
{
    const Replica& first = *m_regions.front().replica;
    return std::all_of(m_regions.begin(), m_regions.end(), [&](const RegionParts& parts) {
        return parts.replica->hasEqualPositions(first) && parts.replica->digest() == first.digest();
    });
}

void Simulation::trimLogs()
{
    m_membership->trimLogs();
}

} // namespace sb
