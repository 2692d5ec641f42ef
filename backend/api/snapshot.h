// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the window shows at one instant, as one immutable value. Published by the World thread, read by
// anybody. Ages are differences to `now`; a reader decides what is stale by the publication count.
#pragma once

#include "backend/api/anomaly.h"
#include "backend/api/client_kind.h"
#include "backend/api/command.h"
#include "backend/base/ids.h"
#include "backend/base/money.h"
#include "backend/base/time.h"
#include "backend/telemetry/chart_window.h"
#include "backend/telemetry/event.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sb {

inline constexpr Duration kFullNever = Duration::max();

struct InspectView; // api/focus.h
struct FollowView;
struct TrialView;

enum class RegionState : std::uint8_t {
    Serving, // healthy and in the answers
    Degraded, // in the answers, but something about it is abnormal
    Failed, // its health check is red, or nothing answers
    Held, // healthy or not, kept out of the answers until failed back
    CatchingUp, // fail-back: waiting for replication in both directions
    Verifying, // fail-back: comparing copies bucket by bucket
    Ramping, // fail-back: share of answers growing
    SteeredAway, // sound, and kept out of the answers by an operator: control, shift, or dial at 0
};
inline constexpr int kRegionStateCount = static_cast<int>(RegionState::SteeredAway) + 1;
[[nodiscard]] std::string_view toString(RegionState state);

// What a newcomer would ask first about a region that is not Serving. The window translates it.
enum class RegionReason : std::uint8_t {
    None,
    Outage, // nothing answers
    MappingMissing, // gateway answers 403
    HealthRed, // checkers say so; fault unknown
    ReplicationBehind, // lag above the objective
    ReplicationPaused,
    LinkCut, // at least one link to a peer is cut
    LinkSlow,
    ErrorsHigh, // its own answers fail too often
    AwaitingFailBack,
    FailingBack,
    StoreFailing, // what needs the store ends in 500
    DiskRotten, // the disk returned damaged data: the copy is not served
    DiskFull, // writes are refused
    DiskStalled, // flushes take longer
    Rebuilding, // its copy is being built anew
    Fenced, // it may not acknowledge writes
    ControlOff, // its routing control is off
    ShiftedAway, // an override moves its traffic away for a while
    DialledDown, // its dial is below 100 %
};
inline constexpr int kRegionReasonCount = static_cast<int>(RegionReason::DialledDown) + 1;

struct HealthView {
    int checkersHealthy = 16;
    int checkersTotal = 16;
    bool isHealthy = true; // more than 18 % of the checkers say healthy
    Instant since = kStart; // of isHealthy
    Duration interval = 10s;
    int threshold = 3;
    std::string lastFailure; // "timeout after 4.0 s", "status 403"; empty when none was seen
    Duration lastLatency = 0us; // of the latest successful probe
    Instant lastProbe = kStart;
};

// One acknowledged write that exists in one region only.
struct RiskyWrite {
    std::string label; // "order 48 213", "cart of customer 1 207"
    OrderId order; // valid for orders
    CustomerId customer;
    Instant committedAt = kStart;
    Money amount; // 0 for cart lines
};

// Acknowledged writes that only an evicted region had held; they wait to be replayed or discarded.
struct OrphansView {
    std::uint64_t operations = 0;
    std::uint64_t orders = 0;
    Money money;
    Instant oldestAt = kNever; // commit of the oldest
};

// Who may acknowledge writes; hardened profile only.
struct FenceView {
    bool isOn = false; // writes need a lease
    std::uint64_t epoch = 0;
    bool isFenced = false;
    bool isComplete = false; // fenced, and the last lease is over
    bool holdsLease = false;
    // If it were fenced now (or since it was): the most for which it may still acknowledge writes, and how
    // many to expect. Whoever moves its users on before that risks as many.
    Duration leaseLeft = 0us;
    std::uint64_t writesExpected = 0;
    std::uint64_t refused = 0; // writes, since the start
};

// What regions offer to customers.
enum class ServiceKind : std::uint8_t { Catalogue, Search, Cart, Checkout, Orders, BestSellers, Blog };
inline constexpr int kServiceKindCount = static_cast<int>(ServiceKind::Blog) + 1;
[[nodiscard]] std::string_view toString(ServiceKind service); // "catalogue", …

struct ServiceView { // last 5 s
    double rateHz = 0; // answered, any status
    double errorShare = 0; // 0…1
    double latencyMsP50 = 0, latencyMsP95 = 0; // in the region; 0 without an answer
};

// A health check, of a region or by definition.
struct CheckView {
    std::string name; // "eu-west-1", "health check 5"
    std::string type; // "HTTPS_STR_MATCH", "CALCULATED", …
    RegionId region; // whose it is; invalid: no region's own
    bool isHealthy = true;
    bool isInverted = false, isDisabled = false;
    Instant since = kStart; // of isHealthy
    int healthy = 0, total = 0; // checkers, or children of a calculated one
    int needed = 0; // of them, for healthy
    Duration interval = 10s;
    int threshold = 3;
    std::string detail; // English: what was seen last; may be empty
};

struct BestSellerView {
    BookId book;
    std::string title;
    std::uint64_t sold = 0;
};

struct RegionView {
    RegionId id;
    RegionState state = RegionState::Serving;
    RegionReason reason = RegionReason::None;
    Instant since = kStart; // of state
    bool gatewayAnswers = true;
    bool mappingPresent = true;
    HealthView health;
    double requestRateHz = 0; // last 3 s
    double requestRateHzNormal = 0; // average of calm running, for the normal band
    double capacityHz = 0; // sustainable requests/s
    double errorShare = 0; // 0…1 of its answers in the last 5 s
    double latencyMsP50 = 0; // inside the region (gateway to answer)
    double answerShare = 0; // 0…1 of live DNS answers (all city resolvers) naming it
    double rampShare = 1; // 0…1 of its natural answers it may receive now
    std::uint64_t ordersTotal = 0; // acknowledged by it since start
    // If this region were lost now:
    std::uint64_t atRiskOperations = 0;
    std::uint64_t atRiskOrders = 0;
    Money atRiskMoney;
    Duration atRiskOldest = 0us; // age of the oldest of them
    std::vector<RiskyWrite> atRiskNewest; // at most 8, newest first
    // Worst of all peers.
    Duration lagIn = 0us;
    Duration lagOut = 0us;
    bool canFailBack = false;
    std::vector<std::string> failBackWaitsFor; // English; empty when canFailBack
    FenceView fence;
    bool isEvicted = false; // no member: comes back with a new copy only
    OrphansView orphans;
    std::array<ServiceView, kServiceKindCount> services {};
    std::vector<BestSellerView> bestSellers; // as it shows them, best first, at most 5; empty: none
    std::uint64_t storeRows = 0; // live rows of all tables
    std::uint64_t logEntries = 0; // kept, of all logs
};

// One direction of replication and of the network between two regions.
struct LinkView {
    RegionId source;
    RegionId target;
    bool isCut = false; // by the network
    bool isPaused = false; // replication switched off at either end
    Duration roundTrip = 0us; // without faults
    Duration added = 0us; // by faults, one way
    // Age of the oldest commit of source that target lacks, or the longest way (commit to applied) of what
    // arrived in the last two seconds, whichever is greater.
    Duration lag = 0us;
    std::uint64_t pendingOperations = 0;
    Money pendingMoney;
    Instant lastProgress = kStart;
    Duration drainEstimate = 0us; // 0 when nothing is pending; kDrainNever when it is never
    // Positions in source's log: written by it, sent towards target, and applied there.
    std::uint64_t written = 0, sent = 0, applied = 0;
    double conflictsPerMinute = 0; // found at target between source's writes and others, last minute
};
inline constexpr Duration kDrainNever = Duration::max();

// One direction of the copying of objects (photos, pages) between two regions.
struct ObjectLinkView {
    RegionId source;
    RegionId target;
    bool isOn = false; // its rule
    bool isPaused = false; // by a fault
    std::uint64_t pending = 0; // objects that the rule will still bring
    std::uint64_t pendingBytes = 0;
    std::uint64_t neverStarted = 0; // written while the rule was off: no rule will bring them
    std::uint64_t failed = 0;
    std::uint64_t late = 0; // took longer than 15 minutes
    Duration oldestPending = 0us;
};

// Traffic from one city to one region, averaged over the last two seconds.
struct FlowView {
    CityId city;
    RegionId region;
    float requestRateHz = 0;
    float failedRateHz = 0;
};

struct FaultView {
    FaultId id;
    InjectFault spec;
    Instant startedAt = kStart;
    Instant expiresAt = kStart;
    EventSeq event;
};

enum class DecisionReason : std::uint8_t {
    LowestLatency,
    NextLowestLatency, // a nearer region was struck out
    FailoverPrimary,
    FailoverSecondary,
    OnlyRecord,
    FailOpen, // nothing healthy: all count as healthy
    ByPolicy, // of another kind; the explanation says how
};
[[nodiscard]] std::string_view toString(DecisionReason reason);

enum class CandidateVerdict : std::uint8_t {
    Chosen,
    FurtherAway, // healthy, but another one is nearer (latency policy)
    Standby, // healthy secondary of a failover pair
    Unhealthy,
    HeldOut,
    OutsideRamp, // this city is not yet in the ramp's share
};
[[nodiscard]] std::string_view toString(CandidateVerdict verdict);

struct CandidateView {
    RegionId region;
    Duration roundTrip = 0us; // from the asking city
    bool isHealthy = true;
    int checkersHealthy = 16;
    int checkersTotal = 16;
    CandidateVerdict verdict = CandidateVerdict::FurtherAway;
};

// One answer of the authoritative DNS, with its explanation.
struct DecisionView {
    std::uint64_t number = 0; // 1-based, in order
    Instant at = kStart;
    CityId city;
    RegionId answer;
    DecisionReason reason = DecisionReason::LowestLatency;
    Duration ttl = 60s;
    std::vector<CandidateView> candidates; // in order of preference
    RegionId ifAllHealthy; // the counterfactual
    RegionId previous; // what this city's resolver held before; invalid at first
    std::shared_ptr<const std::string> explanation; // English, indented, one line a candidate; may be null
};

enum class FailBackPhase : std::uint8_t {
    None,
    Restoring,
    CatchingUp,
    Verifying,
    Ramping,
    Completed,
    Aborted
};
[[nodiscard]] std::string_view toString(FailBackPhase phase);

struct FailBackView {
    RegionId region;
    FailBackPhase phase = FailBackPhase::None;
    Instant startedAt = kStart;
    Instant phaseSince = kStart;
    int rampPercent = 0;
    std::uint64_t backlogOperations = 0; // still to arrive, both directions
    std::string detail; // English: what it waits for, or why it stopped
};

// The current or the last incident.
struct IncidentView {
    bool exists = false;
    bool isOpen = false;
    int number = 0; // 1-based
    std::string title; // "Region outage, Ireland"
    Phase phase = Phase::Normal;
    Instant openedAt = kStart; // first fault
    Instant impactAt = kNever; // first user-visible error; kNever when users saw none
    Instant detectedAt = kNever; // first alarm
    Instant decidedAt = kNever; // first recovery action
    Instant restoredAt = kNever; // errors back under the objective
    Instant closedAt = kNever; // full redundancy again
    // RTO: impactAt to restoredAt; while running, to now.
    bool rtoIsRunning = false;
    Duration rto = 0us;
    // RPO: oldest and all acknowledged writes that the survivors lacked at the cut.
    std::uint64_t rpoOperations = 0;
    std::uint64_t rpoOrders = 0;
    Money rpoMoney;
    Duration rpoAge = 0us;
    std::uint64_t recovered = 0, overwritten = 0, refused = 0, lost = 0; // of rpoOperations, so far
    double failedRequests = 0; // user-visible, since impact
};

// How far visits get, over the last minute.
struct FunnelView {
    std::uint64_t visits = 0, browsed = 0, withCart = 0, checkedOut = 0, ordered = 0;
};

struct Totals {
    double requestRateHz = 0;
    double errorShare = 0; // 0…1, last 5 s
    double latencyMsP50 = 0, latencyMsP95 = 0, latencyMsP99 = 0; // last 5 s, as users feel it
    std::uint64_t requests = 0, failed = 0, orders = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t staleSessions = 0; // sessions whose next request goes to a region no longer answered
    std::uint64_t sessions = 0;
};

// All stock of the run, exact; see bookstore/stock.h for the words.
struct StockView {
    bool isByRights = false; // each region sells from rights of its own
    std::uint64_t received = 0; // units, what the run started with included
    std::uint64_t sold = 0; // units of distinct orders
    std::uint64_t oversold = 0; // units sold that had never come, at their most
    std::uint64_t refused = 0; // orders: sold out
    std::uint64_t falselyRefused = 0; // of them: other regions had what was missing
    std::uint64_t stranded = 0; // units that nobody can sell until they are revoked
};

// A routing control: a switch that a health check of the kind RECOVERY_CONTROL follows.
struct ControlView {
    std::string name;
    std::string panel;
    RegionId region; // invalid when it stands for no region
    bool isOn = true;
    Instant changedAt = kStart;
    EventSeq event; // of the last change
};

struct SafetyRuleView {
    std::string name;
    std::string text; // English: "at least 1 of eu-west-1, ap-southeast-1"
    bool isGating = false; // else an assertion
    bool holds = true; // now
};

struct ShiftView {
    RegionId region;
    Instant startedAt = kStart;
    Instant expiresAt = kStart;
    std::string reason;
    bool isApplied = true; // else another one takes precedence
    EventSeq event;
};

// What share of its natural answers a region gets besides what its health allows.
struct AdmissionView {
    int perMille = 1000; // 0: none; the least of what limits it
    int dialPercent = 100; // as set; in force some seconds later
    // English, the strictest first: "a routing control is off", "shifted away", "dial at 20 %"
    std::vector<std::string> limits;
};

struct PlanStepView {
    std::string name;
    std::string block; // "routing-control", "wait-for-lag", …
    // "notStarted", "running", "pendingApproval", "completed", "failed", "skipped", "canceled"
    std::string state;
    int depth = 0; // of nesting: parallel groups, child plans
    Instant startedAt = kNever;
    Instant endedAt = kNever;
    std::string detail; // English: what it waits for, or why it failed
};

struct PlanView {
    std::string name;
    std::string title;
    std::string kind; // "switchover", "failover", "fail-back", "drill"
    std::string evaluation; // "pendingEvaluation", "passed", "actionRequired", "unknown"
    std::vector<std::string> findings; // English, of the evaluation
    int execution = 0; // number of the last one; 0: never started
    std::string state; // of the execution, as the vendor names them; empty: none
    bool isGraceful = true;
    Instant startedAt = kNever;
    Instant endedAt = kNever;
    Duration actualRecovery = 0us; // as the vendor computes it: from the start until the alarms are green
    std::vector<PlanStepView> steps;
    Duration recoveryFromImpact = 0us; // the same from the first error that a user saw; 0: none did
};

// Clients by how they hold on to a region; index = ClientKind.
struct ClientsView {
    std::array<std::uint32_t, kClientKindCount> visits {}; // now
    std::array<std::uint32_t, kClientKindCount> stale {}; // of them: no answer leads where they go next
    std::uint64_t hintsHeard = 0; // answers that told a client to resolve again, since the start
    std::uint64_t hintsHonoured = 0; // of them: the client dropped its address and its connection
};

// What a region can carry, and what would come to it.
struct CapacityView {
    double loadShare = 0; // 0…; of its capacity, last 3 s
    double loadShareIfAlone = 0; // if the most loaded other region failed now
    double cacheWarmth = 1; // 0…1 of its reads that caches answer when warm
    Duration fullIn = kFullNever; // at the present trend, or after the switch that is under way
    std::uint64_t refusedBusy = 0; // since the start
    Duration queueWait = 0us; // of a request that comes now, before its service begins
    double repeatShare = 0; // 0…1; of what came in the last 3 s: refused before and sent again
};

enum class RunPhase : std::uint8_t {
    Starting,
    Running,
    Replaying, // an opened session is being re-simulated
    Stopped, // by an error; see Snapshot::message
};

struct Snapshot {
    std::uint64_t publication = 0; // 1-based
    RunPhase phase = RunPhase::Starting;
    double progress = 0; // 0…1 while Replaying
    std::string message; // English; why it stopped
    Instant now = kStart;
    bool isPaused = false;
    int speedPercent = 100; // 25, 100, 1000, 6000; 0 = as fast as possible
    double measuredSpeed = 1; // virtual seconds per wall second, recent
    std::uint64_t executed = 0; // kernel events
    std::uint64_t stateHash = 0;
    std::uint64_t droppedEvents = 0; // of the event stream to the window
    std::vector<RegionView> regions; // index = RegionId
    std::vector<LinkView> links; // every ordered pair
    std::vector<FlowView> flows; // city order; only flows above zero
    std::vector<FaultView> faults; // active ones
    std::vector<DecisionView> decisions; // newest first, at most 32
    std::vector<FailBackView> failBacks; // running, and the last finished one
    IncidentView incident;
    Totals totals;
    std::array<std::uint64_t, kAnomalyCount> anomalies {}; // since the start; index = Anomaly
    StockView stock;
    std::vector<ControlView> controls; // by panel
    std::vector<SafetyRuleView> safetyRules;
    std::vector<bool> controlEndpoints; // of the cluster: is in reach
    std::vector<ShiftView> shifts; // active ones
    std::vector<AdmissionView> admissions; // index = RegionId
    std::vector<PlanView> plans; // by name
    std::vector<CapacityView> capacity; // index = RegionId
    std::vector<std::uint32_t> staleByCity; // visits whose next request goes where no answer leads today
    ClientsView clients;
    std::vector<CheckView> checks; // regions' own first
    std::vector<ObjectLinkView> objects; // every ordered pair that has or had a rule
    FunnelView funnel;
    // Of what Focus asks for; null: nothing
    std::shared_ptr<const InspectView> inspection;
    std::shared_ptr<const FollowView> followed;
    std::shared_ptr<const TrialView> trial;
    Money atRiskMoney; // worst region
    std::uint64_t atRiskOrders = 0; // worst region
    std::shared_ptr<const ChartWindow> charts; // shared between publications
};

} // namespace sb
