// SPDX-License-Identifier: GPL-3.0-or-later
// One whole World: builds every room from a RunConfig, executes commands, advances virtual time, and reads
// out what is seen from outside (snapshots, events, checkpoints). Knows no thread and no wall clock: the
// desktop's World thread, the headless runner, the tests and the benches drive it.
#pragma once

#include "backend/api/command.h"
#include "backend/api/focus.h"
#include "backend/api/run_config.h"
#include "backend/api/snapshot.h"
#include "backend/bookstore/board_keeper.h"
#include "backend/bookstore/catalogue_editors.h"
#include "backend/bookstore/stockroom.h"
#include "backend/controls/control_links.h"
#include "backend/controls/shifts.h"
#include "backend/faults/fault_director.h"
#include "backend/health/check_config.h"
#include "backend/incident/anomaly_log.h"
#include "backend/incident/answer_watch.h"
#include "backend/incident/claim_audit.h"
#include "backend/incident/fork_watch.h"
#include "backend/incident/monitor.h"
#include "backend/incident/rpo_ledger.h"
#include "backend/incident/session_watch.h"
#include "backend/incident/tombstone_watch.h"
#include "backend/kernel/world.h"
#include "backend/net/witness_links.h"
#include "backend/plans/plan_runner.h"
#include "backend/publishing/zone_publisher.h"
#include "backend/recovery/admission_board.h"
#include "backend/recovery/blog_writer.h"
#include "backend/recovery/capacity_outlook.h"
#include "backend/recovery/disk_watch.h"
#include "backend/recovery/fail_back.h"
#include "backend/recovery/fence.h"
#include "backend/recovery/membership.h"
#include "backend/shoppers/blog_traffic.h"
#include "backend/telemetry/chart_store.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sb {

class ObjectCopier;
class PhotoTraffic;

struct SimulationOptions {
    std::string dataFolder; // for SQLite region stores; empty: databases in memory
    // Memory stores whatever the configuration says: a replay needs no files, and both kinds behave alike.
    bool forcesMemoryStores = false;
    // SQLite stores without a folder run on simulated disks, which fail when the regions' disks do, and lose
    // power when the regions do (store/disk_store.h).
    bool simulatesDisks = false;
    // Health checks by definition, besides the regions' own. An endpoint is the region whose code stands in
    // its name; alarms watch the metrics of health_checks.h.
    std::vector<CheckDefinition> checks;
};

class Simulation {
public:
    // Refuses unknown or repeated regions, bad figures and stores that cannot be opened.
    [[nodiscard]] static Result<std::unique_ptr<Simulation>> create(
        const RunConfig& config, const SimulationOptions& options = {});
    ~Simulation();
    Simulation(const Simulation&) = delete;
    Simulation& operator=(const Simulation&) = delete;

    // Logs the start of the run; call once, after the event log's listeners are in place.
    void begin();

    [[nodiscard]] const RunConfig& config() const { return m_config; }
    [[nodiscard]] const WorldDescription& description() const { return m_description; }
    [[nodiscard]] World& world() { return m_world; }
    [[nodiscard]] EventLog& log() { return m_log; }

    // Why the command would be refused now; success when it would be accepted.
    [[nodiscard]] Result<> check(const Command& command) const;
    // Takes effect now; the outcome (accepted or refused) is an event, whose seq is returned.
    EventSeq execute(const Command& command, Actor actor, CommandId id);

    // Makes every write so far durable; call before anything of this instant is shown outside.
    [[nodiscard]] Result<> flushStores();

    [[nodiscard]] std::shared_ptr<Snapshot> snapshot(ChartRange range, const Focus& focus = {}) const;
    // All tables' digests and all positions equal in every region.
    [[nodiscard]] bool isConverged() const;
    // Forgets log entries that every member holds, down to a window; call about once a virtual second.
    void trimLogs();

    // For tests and for the session: the latest chart samples, in the order of series().
    struct Sample {
        Metric metric;
        RegionId region, peer;
        double value = 0;
    };
    // Called about every half virtual second with the new samples.
    void onSamples(std::function<void(Instant, const std::vector<Sample>&)> callback)
    {
        m_onSamples = std::move(callback);
    }
    // Called once for every full virtual second, in order.
    void onCheckpoint(std::function<void(const Checkpoint&)> callback)
    {
        m_world.onCheckpoint(std::move(callback));
    }
    [[nodiscard]] Region& region(RegionId id) { return *m_regions[id.value].engine; }
    [[nodiscard]] std::size_t regionCount() const { return m_regions.size(); }
    [[nodiscard]] Shoppers& shoppers() { return *m_shoppers; }
    [[nodiscard]] Resolvers& resolvers() { return *m_resolvers; }
    // Null unless customers come by it.
    [[nodiscard]] const AnycastEntry* anycast() const { return m_anycast.get(); }
    [[nodiscard]] const EdgeProxy* edge() const { return m_edge.get(); }
    [[nodiscard]] HealthChecks& health() { return *m_health; }
    [[nodiscard]] FaultDirector& faults() { return *m_faults; }
    [[nodiscard]] FailBackController& failBack() { return *m_failBack; }
    [[nodiscard]] ControlCluster& controls() { return *m_steering.cluster; }
    [[nodiscard]] ShiftBoard& shifts() { return *m_steering.shifts; }
    // What shares of their answers regions get by all that has a say in it.
    [[nodiscard]] const AdmissionBoard& admissions() const { return *m_steering.admissions; }
    [[nodiscard]] WriteFence& fence() { return *m_fence; }
    [[nodiscard]] Membership& membership() { return *m_membership; }
    [[nodiscard]] BlogWriter& blog() { return *m_blog; }
    [[nodiscard]] const ZonePublisher* publisher() const { return m_publisher.get(); } // null: none
    [[nodiscard]] WriterSeat& writerSeat() { return *m_writerSeat; }
    [[nodiscard]] const BlogTraffic& blogTraffic() const { return *m_blogTraffic; }
    [[nodiscard]] IncidentMonitor& incident() { return *m_incident; }
    [[nodiscard]] RpoLedger& ledger() { return *m_ledger; }
    [[nodiscard]] AnomalyLog& anomalies() { return *m_anomalies; }
    [[nodiscard]] const TombstoneWatch& tombstones() const { return *m_tombstones; }
    [[nodiscard]] const AnswerWatch& answerWatch() const { return *m_watch; }
    [[nodiscard]] const SessionWatch& sessionWatch() const { return *m_sessionWatch; }
    [[nodiscard]] const ForkWatch& forkWatch() const { return *m_forkWatch; }
    [[nodiscard]] const PlanRunner& plans() const { return *m_planRunner; }
    // For whoever goes on with a run whose recording was cut off: what makes an execution that was under way
    // do as its plan declares; nothing when none was. An input like any other.
    [[nodiscard]] std::optional<Command> afterCrash() const;
    // What simulated disks and stores did otherwise than the regions assume of them; empty without such
    // disks.
    [[nodiscard]] std::vector<std::string> diskFindings() const;
    // Null: the run has no objects.
    [[nodiscard]] ObjectCopier* objects() { return m_objects.copier.get(); }
    [[nodiscard]] const PhotoTraffic* photos() const { return m_objects.photos.get(); } // the same
    // Of every anomaly, from the start; index = Anomaly.
    [[nodiscard]] std::array<std::uint64_t, kAnomalyCount> anomalyCounts() const;
    [[nodiscard]] Network& network() { return *m_network; }
    // Messages between regions and requests of customers that are under way or forgotten: for leak checks.
    [[nodiscard]] std::size_t mailUnderWay() const { return m_mail.used(); }
    [[nodiscard]] std::size_t requestsUnderWay() const { return m_requests.used(); }
    [[nodiscard]] const StockAudit& stockAudit() const { return *m_stockAudit; }
    // Null: coupons are decided by each region's copy alone.
    [[nodiscard]] const ClaimOffice* claimOffice() const { return m_office.get(); }
    // By region, the witness's last; empty without an office.
    [[nodiscard]] std::size_t claimDeskCount() const { return m_claims.size(); }
    [[nodiscard]] ClaimDesk& claimDesk(std::size_t index) { return *m_claims[index].desk; }
    // Of the region's capacity over the last 3 s, what was refused included; and the most so far.
    [[nodiscard]] int loadPerMille(RegionId region) const;
    [[nodiscard]] int peakLoadPerMille(RegionId region) const;
    // What the regions are asked for once this one receives that share of its present answers only.
    [[nodiscard]] CapacityOutlook outlookWithout(RegionId region, int keepsPerMille) const;
    // What a change of weights would do to each region's share of the cities' resolvers, by the chances of
    // their answers once every edge has it; per million, index = RegionId. Empty: it would be refused.
    struct ShareForecast {
        std::int64_t before = 0, after = 0;
    };
    [[nodiscard]] std::vector<ShareForecast> sharesWith(const SetWeights& command) const;
    // What the command "revoke-rights" could cost now; nothing when no other region could carry it out.
    [[nodiscard]] std::optional<RevocationBound> revocationBound(RegionId region) const
    {
        return m_stockroom->revocationBound(region);
    }

private:
    class Insight; // what only a window wants to know: services, visits, the customer who is followed
    class CapacityWatch; // load against capacity, now and ahead
    class Sampler; // half-second figures for charts and snapshots
    class PlanDesk; // what recovery plans see of the World, and order of it
    struct RegionParts {
        std::unique_ptr<Store> store;
        DiskStore* disk = nullptr; // the same, when it is on a simulated disk
        std::unique_ptr<Replica> replica;
        std::unique_ptr<Replicator> replicator;
        std::unique_ptr<Region> engine;
    };
    struct ClaimParts { // of a region or the witness; no votes and no acceptor where it is none of the three
        std::unique_ptr<Store> votes;
        std::unique_ptr<StoredAcceptor> acceptor;
        std::unique_ptr<ClaimDesk> desk;
    };

    struct SteeringParts { // what an operator moves answers with
        std::unique_ptr<DataPlane> dataPlane;
        std::unique_ptr<AdmissionBoard> admissions;
        std::unique_ptr<ControlLinks> links;
        std::unique_ptr<ControlCluster> cluster;
        std::unique_ptr<ShiftBoard> shifts;
        std::vector<EventSeq> events; // the latest at each region
        struct Changed { // when each lever of a region was last moved
            Instant control = kStart, shift = kStart, dial = kStart;
        };
        std::vector<Changed> changedAt; // by region
    };

    struct ObjectParts { // photos; none in a run without
        std::unique_ptr<ObjectCopier> copier;
        std::unique_ptr<PhotoTraffic> photos;
    };

    Simulation(const RunConfig& config, std::vector<std::size_t> atlasRegions);
    [[nodiscard]] Result<> openStores(const SimulationOptions& options);
    void buildDisks();
    void describe(const std::vector<std::size_t>& atlasRegions);
    void buildRegions();
    [[nodiscard]] ReplicatorHooks replicatorHooks(RegionId region);
    [[nodiscard]] Result<> openControls(); // before the routing, which reads its admissions
    void buildControls(); // after everything that it asks
    void buildRouting();
    // Makes the checks; they start when the routing connects them.
    [[nodiscard]] Result<> buildHealth(const SimulationOptions& options);
    // What checks by definition look at in this World.
    [[nodiscard]] HealthChecks::Hooks healthHooks();
    void watchHealth(); // doubts a red check of a region whose customers are served
    void buildOperations();
    // What its owner defined (simulation_zone.cpp); all empty and without effect for the program's own zone.
    [[nodiscard]] std::vector<CheckDefinition> zoneChecks() const;
    [[nodiscard]] std::map<std::string, RegionId> zoneProbed() const;
    void governHealth();
    void spreadZoneChecks();
    void noteUnmapped();
    [[nodiscard]] Result<> checkWeights(const SetWeights& command) const;
    [[nodiscard]] std::string weightsEffect(const SetWeights& command) const; // shares before and after
    void performWeights(const SetWeights& command, Actor actor, EventSeq cause);
    void buildDns(); // what each DNS edge believes, and how the zone gets into force
    void buildStockroom();
    void buildWatches(); // of tombstones, and of what customers see
    void logDivergence(RegionId region, const VerifyOutcome& outcome);
    [[nodiscard]] Result<> openVotes(const SimulationOptions& options);
    [[nodiscard]] ClaimDesk::Hooks claimHooks(RegionId region);
    // Of a claim whose row is gone with a region's store: another place whose acceptor holds it.
    [[nodiscard]] std::optional<RegionId> votesFor(const LogEntry& entry, RegionId lost) const;
    void buildClaims();
    // Greatest position of the log in any message or copy that is on its way.
    [[nodiscard]] std::uint64_t underWayUpTo(LogId log);
    void buildConsumers();
    void buildCapacity();
    void buildEntry(); // other ways in than DNS, and what regions tell stale clients
    // The last part of the configuration that is about clients.
    [[nodiscard]] ShoppersConfig shoppersConfig() const;
    [[nodiscard]] bool isAdmitted(RegionId region) const; // healthy as published, and not held out
    // By entry: of the answers, the new connections or the requests.
    [[nodiscard]] int entrySharePerMille(RegionId region) const;
    void fillEntryDecisions(Snapshot& snapshot, const RingBuffer<EntryRecord>& records) const;
    void fillClients(Snapshot& snapshot) const;
    void fillServices(Snapshot& snapshot) const; // what each region's services do, and what it holds
    void fillChecks(Snapshot& snapshot) const;
    void fillFocus(Snapshot& snapshot, const Focus& focus) const;
    void buildObjects();
    [[nodiscard]] std::optional<Result<>> checkObjects(const Command& command) const; // nothing: of others
    void performObjects(const Command& command, EventSeq cause);
    // What a rule or a backfill means, as the end of a sentence.
    [[nodiscard]] std::string objectsWarning(const Command& command) const;
    void fillObjects(Snapshot& snapshot) const;
    void fillLinkDetails(LinkView& link) const;
    [[nodiscard]] InspectView inspect(const std::string& key) const;
    [[nodiscard]] TrialView tryRoute(const RouteTrial& trial) const;
    void buildInsight();
    [[nodiscard]] Result<> checkPrice(const SetPrice& price) const;
    void performPrice(const SetPrice& price, Actor actor, EventSeq cause);
    void buildRecovery();
    void buildBlog();
    [[nodiscard]] Result<> buildPlans();
    [[nodiscard]] std::optional<Result<>> checkPlan(const Command& command) const; // nothing: it is no plan's
    void performPlan(const Command& command, Actor actor, EventSeq cause);
    // What is at risk when another region seizes the blog's seat, as the end of a sentence.
    [[nodiscard]] std::string seizureWarning() const;
    [[nodiscard]] bool isFullyRecovered() const;
    [[nodiscard]] Result<RegionId> findRegion(const std::string& code) const;
    EventSeq carryOut(const Command& command, Actor actor, const std::string& object, const std::string& who,
        EventSeq cause);
    void perform(const Command& command, Actor actor, EventSeq cause);
    [[nodiscard]] Result<> checkOrder(RegionVerb verb, RegionId region) const;
    void performOrder(RegionVerb verb, RegionId region, Actor actor, EventSeq cause);
    [[nodiscard]] Result<> checkRevocation(RegionId region) const;
    void performRevocation(RegionId region, Actor actor, EventSeq cause);
    // Of its natural answers, once all orders are in force; 0 when its check is red. Per mille.
    [[nodiscard]] int shareLeft(RegionId region) const;
    [[nodiscard]] Result<> checkSteering(const Command& command) const;
    void performSteering(const Command& command, Actor actor, EventSeq cause);
    // What the operator should know beforehand, as the end of a sentence; empty for most commands.
    [[nodiscard]] std::string warningOf(const Command& command) const;
    [[nodiscard]] std::string capacityWarning(const Command& command) const; // part of it

    void fillRegions(Snapshot& snapshot) const;
    void fillRegionState(RegionView& view) const;
    [[nodiscard]] RegionReason redReason(RegionId id) const;
    // What an operator's levers do to a region that is sound.
    void fillSteered(RegionView& view) const;
    void fillRecovery(RegionView& view) const;
    void fillLinks(Snapshot& snapshot) const;
    void fillFlows(Snapshot& snapshot) const;
    void fillDecisions(Snapshot& snapshot) const;
    void fillOperations(Snapshot& snapshot) const;
    void fillSteering(Snapshot& snapshot) const;

    RunConfig m_config;
    WorldDescription m_description;
    std::vector<std::string> m_names, m_codes;
    World m_world;
    EventLog m_log;
    SlotPool<ReplicationMessage> m_mail;
    RequestPool m_requests;
    std::unique_ptr<Network> m_network;
    std::vector<RegionParts> m_regions;
    std::unique_ptr<HealthChecks> m_health;
    std::unique_ptr<FailBackController> m_failBack;
    std::unique_ptr<WriteFence> m_fence;
    std::unique_ptr<Membership> m_membership;
    std::unique_ptr<WriterSeat> m_writerSeat;
    std::unique_ptr<BlogWriter> m_blog;
    std::unique_ptr<DiskWatch> m_diskWatch;
    SteeringParts m_steering;
    std::unique_ptr<EdgeViews> m_edges;
    std::unique_ptr<ZonePublisher> m_publisher; // null: the zone is as configured, at once
    std::unique_ptr<Resolvers> m_resolvers;
    std::unique_ptr<Shoppers> m_shoppers;
    std::unique_ptr<AnycastEntry> m_anycast; // null: customers do not come by it
    std::unique_ptr<EdgeProxy> m_edge; // the same
    std::unique_ptr<BlogTraffic> m_blogTraffic;
    std::unique_ptr<FaultDirector> m_faults;
    ObjectParts m_objects;
    std::unique_ptr<IncidentMonitor> m_incident;
    std::unique_ptr<RpoLedger> m_ledger;
    std::unique_ptr<AnomalyLog> m_anomalies;
    std::unique_ptr<AnswerWatch> m_watch;
    std::unique_ptr<TombstoneWatch> m_tombstones;
    std::unique_ptr<SessionWatch> m_sessionWatch;
    std::unique_ptr<ForkWatch> m_forkWatch;
    std::unique_ptr<StockAudit> m_stockAudit;
    std::unique_ptr<Stockroom> m_stockroom;
    std::unique_ptr<WitnessLinks> m_witnessLinks;
    std::unique_ptr<ClaimOffice> m_office;
    std::vector<ClaimParts> m_claims;
    std::unique_ptr<ClaimAudit> m_claimAudit;
    std::unique_ptr<BoardKeeper> m_boards;
    std::unique_ptr<CatalogueEditors> m_editors;
    std::unique_ptr<Sampler> m_sampler;
    std::unique_ptr<PlanHost> m_planDesk;
    std::unique_ptr<PlanRunner> m_planRunner;
    std::unique_ptr<CapacityWatch> m_capacity;
    std::unique_ptr<Insight> m_insight;
    std::function<void(Instant, const std::vector<Sample>&)> m_onSamples;
};

} // namespace sb
