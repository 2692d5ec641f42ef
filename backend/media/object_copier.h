// SPDX-License-Identifier: GPL-3.0-or-later
// Copies objects between the regions' stores, by one rule for each ordered pair. The facts are those of
// Amazon S3's replication (user guide: replication-status, replication-what-is-isnot-replicated,
// replication-time-control, delete-marker-replication) and of its pause by the fault injection service (user
// guide, fis-actions-reference: s3:bucket-pause-replication):
//   * A rule covers what is written at its source while it is on; switched on again, it does not go back for
//     what was written meanwhile. What was pending when it was switched off waits, and goes on once it is on.
//   * Delete markers are not copied, and neither are replicas (no chains).
//   * The order is not guaranteed. A copy leaves some seconds after its object was written, and takes the
//     link's way: a cut link, or a region that is out, leaves it PENDING, and it is tried again.
//   * FAILED is final: the target refused the copy, because it keeps no versions. In a World nothing makes a
//     target do so.
//   * A pause holds what has yet to leave from source to target, one way; before it takes hold, copies may go
//     on leaving for a while ("as AWS": up to 1 h). Whatever waited leaves once it is over.
//   * A backfill copies once what the source holds and the target lacks, replicas included, with the rule on
//     or off: what S3's batch replication, or a one-time sync, does.
//   * An object that is still pending after 15 minutes is late; the record says so once for each batch.
// Copies share no bandwidth with the tables' replication: each ordered pair has its own.
// Thread: World thread.
#pragma once

#include "backend/base/slot_pool.h"
#include "backend/kernel/env.h"
#include "backend/media/object_backlog.h"
#include "backend/media/object_store.h"
#include "backend/net/links.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <string>
#include <vector>

namespace sb {

struct ObjectCopierConfig {
    Duration pickUp = 1500ms; // mean, from the write until its copy leaves
    std::size_t underWayMax = 256; // copies of one ordered pair
    std::int64_t bytesPerSecond = 125'000'000; // of one ordered pair: 1 Gbit/s
    Duration retryAfter = 5s;
    Duration lateAfter = 15min;
};

// What one ordered pair of regions looks like from outside.
struct ObjectLink {
    bool isOn = true; // its rule
    bool isStopped = false; // by a pause that has taken hold
    std::uint64_t pending = 0, pendingBytes = 0;
    std::uint64_t neverStarted = 0; // held at the source, written while the rule was off
    std::uint64_t failed = 0; // held at the source, refused by the target
    std::uint64_t late = 0; // so far
    std::uint64_t completed = 0; // so far
    Duration oldestPending = 0us;
};

// Told of what happens to objects; never changes anything.
class ObjectListener {
public:
    virtual ~ObjectListener() = default;
    // Its rules are as they will be judged by.
    virtual void onWritten(RegionId at, const ObjectVersion& version) = 0;
    virtual void onStoreLost(RegionId region) = 0; // it is empty now
};

class ObjectCopier final : public Component {
public:
    // Every rule is on. `names`: of the regions, at most kObjectRegionsMax. `isUp`: the region takes and
    // sends copies.
    ObjectCopier(Env& env, Links& links, EventLog& log, std::vector<std::string> names,
        std::function<bool(RegionId)> isUp, ObjectCopierConfig config = {});
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;
    void listen(ObjectListener* listener) { m_listeners.push_back(listener); }

    // A new version under the name, in the region that took it; its id.
    std::uint64_t write(RegionId at, std::uint64_t key, std::uint32_t bytes, std::uint64_t checksum);
    // Puts a delete marker over it. Requires that the region's store has a current version of it.
    void remove(RegionId at, std::uint64_t key);
    // The region's objects are gone with it. Says in the record how many of them nobody else has.
    void lose(RegionId region, EventSeq cause);

    // Refuses what would change nothing.
    [[nodiscard]] Result<> checkRule(RegionId source, RegionId target, bool isOn) const;
    void setRule(RegionId source, RegionId target, bool isOn);
    // Refuses when a region is out, copying is paused, one is under way, or nothing is missing.
    [[nodiscard]] Result<> checkBackfill(RegionId source, RegionId target) const;
    void backfill(RegionId source, RegionId target, EventSeq cause);
    // How many objects a backfill would copy.
    [[nodiscard]] std::uint64_t backfillSize(RegionId source, RegionId target) const;

    // From `stopsAt` on nothing leaves; kNever takes the pause back.
    void setStop(RegionId source, RegionId target, Instant stopsAt);
    [[nodiscard]] Instant stopsAt(RegionId source, RegionId target) const
    {
        return pairOf(source, target).stopsAt;
    }

    [[nodiscard]] ObjectLink link(RegionId source, RegionId target) const;
    [[nodiscard]] const ObjectStore& store(RegionId region) const { return m_stores[region.value]; }
    // For tests: a World has nothing that suspends versioning.
    void suspendVersioning(RegionId region, bool isSuspended)
    {
        m_stores[region.value].suspendVersioning(isSuspended);
    }
    [[nodiscard]] ObjectAudit audit(RegionId source, RegionId target) const
    {
        return auditObjects(store(source), store(target));
    }
    [[nodiscard]] std::uint64_t lost() const { return m_lost; } // versions that nobody has any more, so far
    [[nodiscard]] bool isStalled() const; // some rule that is on has late copies
    [[nodiscard]] bool isIdle() const; // no copy is pending anywhere
    [[nodiscard]] std::size_t underWay() const { return m_flights.used(); }
    [[nodiscard]] std::size_t regionCount() const { return m_stores.size(); }

private:
    enum class Hindrance : std::uint8_t { None, SourceOut, TargetOut, LinkCut };
    struct Pair {
        bool isOn = true;
        bool isRetryPosted = false;
        Hindrance hindrance = Hindrance::None; // met by the last copy that did not get through
        Instant stopsAt = kNever;
        Instant busyUntil = kStart;
        std::size_t underWay = 0;
        std::uint32_t epoch = 0; // of the source's store; copies of an earlier one confirm to nobody
        std::uint64_t neverStarted = 0, failed = 0, late = 0, completed = 0;
        std::uint64_t lateInBatch = 0, backfillSize = 0;
        EventSeq stall; // ObjectsStalled, while some are late
        EventSeq backfillCause;
        ObjectBacklog backlog;
        Rng rng { 1 };
    };
    struct Flight {
        std::uint32_t pair = 0;
        std::uint32_t epoch = 0;
        ObjectBacklog::Number task = 0;
        ObjectVersion version; // once it has left
        bool hasLeft = false;
        bool isTaken = false; // by the target
    };

    [[nodiscard]] std::size_t indexOf(RegionId source, RegionId target) const
    {
        return source.value * m_stores.size() + target.value;
    }
    [[nodiscard]] Pair& pairOf(RegionId source, RegionId target) { return m_pairs[indexOf(source, target)]; }
    [[nodiscard]] const Pair& pairOf(RegionId source, RegionId target) const
    {
        return m_pairs[indexOf(source, target)];
    }
    [[nodiscard]] RegionId sourceOf(std::size_t pair) const;
    [[nodiscard]] RegionId targetOf(std::size_t pair) const;
    [[nodiscard]] bool isStopped(const Pair& pair) const { return m_env.now() >= pair.stopsAt; }
    void tell(RegionId at, const ObjectVersion& version);
    void pump(std::size_t index);
    void leave(std::uint64_t handle, Flight& flight);
    void arrive(std::uint64_t handle, Flight& flight);
    void confirm(std::uint64_t handle, Flight& flight);
    void release(std::uint64_t handle, Flight& flight);
    void putBack(std::uint64_t handle, Flight& flight, Hindrance hindrance);
    void complete(std::size_t index, ObjectBacklog::Number task, CopyState state);
    void loseLast(std::size_t index);
    void passLate();
    void endBackfill(std::size_t index);
    // What a backfill would copy besides what is pending: places in the source's store.
    [[nodiscard]] std::vector<std::size_t> lacking(RegionId source, RegionId target) const;
    // Held by some store, or on its way to one.
    [[nodiscard]] bool isAnywhere(const ObjectVersion& version);
    [[nodiscard]] std::string reasonOf(std::size_t index) const;
    void mix(std::uint64_t what, std::size_t pair, std::uint64_t version);

    Env& m_env;
    Links& m_links;
    EventLog& m_log;
    std::vector<std::string> m_names;
    std::function<bool(RegionId)> m_isUp;
    ObjectCopierConfig m_config;
    ComponentId m_self = 0;
    std::vector<ObjectStore> m_stores;
    std::vector<Pair> m_pairs; // source-major
    SlotPool<Flight> m_flights;
    std::vector<ObjectListener*> m_listeners;
    std::uint64_t m_nextId = 1;
    std::uint64_t m_lost = 0;
};

} // namespace sb
