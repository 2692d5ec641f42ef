// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/media/object_copier.h"

#include "backend/base/text.h"
#include "backend/kernel/mutant.h"

#include <algorithm>
#include <set>

namespace sb {
namespace {

enum EventType : std::uint32_t { kLeave, kArrive, kConfirm, kRetry, kTick };

constexpr std::size_t kHeadBytes = 512; // name, checksum, the question
constexpr Duration kTickEvery = 1s;

std::string countText(std::uint64_t count, const char* what)
{
    return groupedText(static_cast<std::int64_t>(count)) + " " + what + (count == 1 ? "" : "s");
}

} // namespace

ObjectCopier::ObjectCopier(Env& env, Links& links, EventLog& log, std::vector<std::string> names,
    std::function<bool(RegionId)> isUp, ObjectCopierConfig config)
    : m_env(env)
    , m_links(links)
    , m_log(log)
    , m_names(std::move(names))
    , m_isUp(std::move(isUp))
    , m_config(config)
    , m_pairs(m_names.size() * m_names.size())
{
    SB_ASSERT(m_names.size() <= kObjectRegionsMax);
    for (std::size_t i = 0; i < m_names.size(); ++i)
        m_stores.emplace_back(RegionId { static_cast<std::uint8_t>(i) });
    for (std::size_t i = 0; i < m_pairs.size(); ++i)
        m_pairs[i].rng = env.rng("object-copies", i);
}

void ObjectCopier::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(kTickEvery, m_self, kTick);
}

RegionId ObjectCopier::sourceOf(std::size_t pair) const
{
    return m_stores[pair / m_stores.size()].region();
}

RegionId ObjectCopier::targetOf(std::size_t pair) const
{
    return m_stores[pair % m_stores.size()].region();
}

void ObjectCopier::mix(std::uint64_t what, std::size_t pair, std::uint64_t version)
{
    m_env.mix(hashCombine(hashCombine(what, pair), version));
}

void ObjectCopier::onEvent(const SimEvent& event)
{
    if (event.kind == kTick) {
        passLate();
        m_env.postIn(kTickEvery, m_self, kTick);
        return;
    }
    if (event.kind == kRetry) {
        m_pairs[event.a].isRetryPosted = false;
        pump(event.a);
        return;
    }
    Flight* flight = m_flights.find(event.a);
    SB_ASSERT(flight != nullptr);
    if (event.kind == kLeave)
        leave(event.a, *flight);
    else if (event.kind == kArrive)
        arrive(event.a, *flight);
    else
        confirm(event.a, *flight);
}

std::uint64_t ObjectCopier::write(RegionId at, std::uint64_t key, std::uint32_t bytes, std::uint64_t checksum)
{
    ObjectVersion version { .id = m_nextId++,
        .key = key,
        .checksum = checksum,
        .writtenAt = m_env.now(),
        .bytes = bytes,
        .source = at };
    m_stores[at.value].put(version);
    m_env.mix(hashCombine(hashCombine(version.id, key), hashCombine(checksum, bytes + at.value)));
    for (std::size_t i = 0; i < m_stores.size(); ++i) {
        if (i == at.value)
            continue;
        const RegionId target = m_stores[i].region();
        Pair& pair = pairOf(at, target);
        if (!pair.isOn) {
            ++pair.neverStarted;
            continue;
        }
        m_stores[at.value].setCopyState(version.id, target, CopyState::Pending);
        pair.backlog.add({ .version = version.id, .bytes = bytes, .since = version.writtenAt });
        pump(indexOf(at, target));
    }
    tell(at, *m_stores[at.value].find(version.id));
    return version.id;
}

void ObjectCopier::remove(RegionId at, std::uint64_t key)
{
    SB_ASSERT(store(at).current(key) != nullptr);
    const ObjectVersion marker {
        .id = m_nextId++, .key = key, .writtenAt = m_env.now(), .source = at, .isDeleteMarker = true
    };
    m_stores[at.value].put(marker);
    m_env.mix(hashCombine(marker.id, key));
    tell(at, marker);
}

void ObjectCopier::tell(RegionId at, const ObjectVersion& version)
{
    for (ObjectListener* listener : m_listeners)
        listener->onWritten(at, version);
}

// Launches what may leave. After a copy that did not get through, one at a time feels its way.
void ObjectCopier::pump(std::size_t index)
{
    Pair& pair = m_pairs[index];
    if (isStopped(pair) || pair.isRetryPosted)
        return;
    const std::size_t most = pair.hindrance == Hindrance::None ? m_config.underWayMax : 1;
    while (pair.underWay < most && pair.backlog.hasWaiting(!pair.isOn)) {
        const std::uint64_t handle = m_flights.acquire();
        Flight& flight = *m_flights.find(handle);
        flight = { .pair = static_cast<std::uint32_t>(index),
            .epoch = pair.epoch,
            .task = pair.backlog.take(!pair.isOn),
            .version = {} };
        ++pair.underWay;
        m_env.postIn(pair.rng.exponential(m_config.pickUp), m_self, kLeave, handle);
    }
}

void ObjectCopier::release(std::uint64_t handle, Flight& flight)
{
    --m_pairs[flight.pair].underWay;
    m_flights.release(handle);
}

void ObjectCopier::putBack(std::uint64_t handle, Flight& flight, Hindrance hindrance)
{
    const std::size_t index = flight.pair;
    Pair& pair = m_pairs[index];
    if (SB_MUTANT(ObjectForgotten))
        complete(index, flight.task, CopyState::Completed);
    else
        pair.backlog.putBack(flight.task);
    release(handle, flight);
    if (hindrance == Hindrance::None)
        return;
    pair.hindrance = hindrance;
    if (!pair.isRetryPosted) {
        pair.isRetryPosted = true;
        m_env.postIn(m_config.retryAfter, m_self, kRetry, index);
    }
}

void ObjectCopier::leave(std::uint64_t handle, Flight& flight)
{
    const std::size_t index = flight.pair;
    Pair& pair = m_pairs[index];
    const RegionId source = sourceOf(index), target = targetOf(index);
    if (flight.epoch != pair.epoch) { // the object is gone with its region
        release(handle, flight);
        return pump(index);
    }
    const ObjectBacklog::Task& task = pair.backlog.task(flight.task);
    if (isStopped(pair) || (!pair.isOn && !task.isBackfill))
        return putBack(handle, flight, Hindrance::None);
    if (!m_isUp(source))
        return putBack(handle, flight, Hindrance::SourceOut);
    const std::optional<Duration> way = m_links.send(source, target, kHeadBytes);
    if (!way)
        return putBack(handle, flight, Hindrance::LinkCut);
    flight.version = *store(source).find(task.version);
    flight.version.copies = 0;
    flight.hasLeft = true;
    pair.busyUntil = std::max(pair.busyUntil, m_env.now())
        + Duration { std::int64_t { task.bytes } * 1'000'000 / m_config.bytesPerSecond };
    m_env.post(pair.busyUntil + *way, m_self, kArrive, handle);
}

void ObjectCopier::arrive(std::uint64_t handle, Flight& flight)
{
    const std::size_t index = flight.pair;
    const RegionId source = sourceOf(index), target = targetOf(index);
    const bool isOrphan = flight.epoch != m_pairs[index].epoch;
    flight.hasLeft = false; // it is here, or nowhere
    const bool isUp = m_isUp(target);
    flight.isTaken = isUp && store(target).isVersioned();
    if (isOrphan && !flight.isTaken) {
        if (!isAnywhere(flight.version))
            loseLast(index);
        release(handle, flight);
        return pump(index);
    }
    if (!isUp)
        return putBack(handle, flight, Hindrance::TargetOut);
    if (flight.isTaken && m_stores[target.value].put(flight.version))
        mix(kArrive, index, flight.version.id);
    const std::optional<Duration> way = m_links.send(target, source, kHeadBytes);
    if (way) {
        m_env.postIn(*way, m_self, kConfirm, handle);
    } else if (isOrphan) {
        release(handle, flight);
        pump(index);
    } else {
        putBack(handle, flight, Hindrance::LinkCut); // it comes twice, and is taken once
    }
}

// What was on its way when its region was destroyed, and nobody else has, was not taken.
void ObjectCopier::loseLast(std::size_t index)
{
    const RegionId source = sourceOf(index), target = targetOf(index);
    ++m_lost;
    mix(kArrive, index, m_lost);
    m_log.append({ .kind = EventKind::ObjectsLost,
        .severity = Severity::Critical,
        .actor = Actor::Replication,
        .region = source,
        .peer = target,
        .object = "objects",
        .valueAfter = "1",
        .unit = "objects",
        .note = "The last copy of an object of " + m_names[source.value] + " was not taken by "
            + m_names[target.value] });
}

void ObjectCopier::confirm(std::uint64_t handle, Flight& flight)
{
    const std::size_t index = flight.pair;
    Pair& pair = m_pairs[index];
    if (flight.epoch != pair.epoch) {
        release(handle, flight);
        return pump(index);
    }
    if (!m_isUp(sourceOf(index)))
        return putBack(handle, flight, Hindrance::SourceOut);
    complete(index, flight.task, flight.isTaken ? CopyState::Completed : CopyState::Failed);
    release(handle, flight);
    pair.hindrance = Hindrance::None;
    pump(index);
}

void ObjectCopier::complete(std::size_t index, ObjectBacklog::Number number, CopyState state)
{
    Pair& pair = m_pairs[index];
    const RegionId source = sourceOf(index), target = targetOf(index);
    const ObjectBacklog::Task task = pair.backlog.task(number);
    pair.backlog.finish(number);
    const bool isOwn = store(source).find(task.version)->source == source; // and no replica
    if (isOwn)
        m_stores[source.value].setCopyState(task.version, target, state);
    ++(state == CopyState::Completed ? pair.completed : pair.failed);
    mix(state == CopyState::Completed ? 1 : 0, index, task.version);
    if (pair.stall.isValid() && pair.backlog.pendingLate() == 0) {
        m_log.append({ .kind = EventKind::ObjectsCaughtUp,
            .severity = Severity::Notice,
            .actor = Actor::Replication,
            .region = source,
            .peer = target,
            .cause = pair.stall,
            .object = "objects",
            .valueAfter = std::to_string(pair.lateInBatch),
            .unit = "objects",
            .note = "No object of " + m_names[source.value] + " is late in " + m_names[target.value]
                + " any more; " + countText(pair.lateInBatch, "object") + " took longer than "
                + durationText(m_config.lateAfter) });
        pair.stall = {};
        pair.lateInBatch = 0;
    }
    if (pair.backfillSize > 0 && pair.backlog.pendingBackfill() == 0)
        endBackfill(index);
}

void ObjectCopier::endBackfill(std::size_t index)
{
    Pair& pair = m_pairs[index];
    const RegionId source = sourceOf(index), target = targetOf(index);
    const ObjectAudit found = audit(source, target);
    m_log.append({ .kind = EventKind::ObjectsCaughtUp,
        .severity = Severity::Notice,
        .actor = Actor::Replication,
        .region = source,
        .peer = target,
        .cause = pair.backfillCause,
        .object = "objects",
        .action = "backfill",
        .valueAfter = std::to_string(pair.backfillSize),
        .unit = "objects",
        .note = "The backfill from " + m_names[source.value] + " to " + m_names[target.value] + " is over, "
            + countText(pair.backfillSize, "object") + "; compared by checksum, "
            + groupedText(static_cast<std::int64_t>(found.equal)) + " are equal, "
            + groupedText(static_cast<std::int64_t>(found.different)) + " differ and "
            + groupedText(static_cast<std::int64_t>(found.missing)) + " are missing in "
            + m_names[target.value] });
    pair.backfillSize = 0;
}

void ObjectCopier::passLate()
{
    if (m_env.now() < kStart + m_config.lateAfter)
        return;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        Pair& pair = m_pairs[i];
        if (!pair.isOn)
            continue; // no rule, no promise
        const std::uint64_t more = pair.backlog.passLate(m_env.now() - m_config.lateAfter);
        if (more == 0)
            continue;
        pair.late += more;
        pair.lateInBatch += more;
        mix(kTick, i, pair.late);
        if (pair.stall.isValid())
            continue;
        pair.stall = m_log.append({ .kind = EventKind::ObjectsStalled,
            .severity = Severity::Warning,
            .actor = Actor::Replication,
            .region = sourceOf(i),
            .peer = targetOf(i),
            .object = "objects",
            .valueAfter = std::to_string(pair.lateInBatch),
            .unit = "objects",
            .note = "Objects of " + m_names[sourceOf(i).value] + " have waited for longer than "
                + durationText(m_config.lateAfter) + " to reach " + m_names[targetOf(i).value] + ", "
                + countText(pair.backlog.pending(), "object") + " pending: " + reasonOf(i) });
    }
}

std::string ObjectCopier::reasonOf(std::size_t index) const
{
    const Pair& pair = m_pairs[index];
    if (isStopped(pair))
        return "copying is paused";
    switch (pair.hindrance) {
    case Hindrance::SourceOut:
        return m_names[sourceOf(index).value] + " is out";
    case Hindrance::TargetOut:
        return m_names[targetOf(index).value] + " is out";
    case Hindrance::LinkCut:
        return "the link is cut";
    case Hindrance::None:
        break;
    }
    return "the backlog is long";
}

bool ObjectCopier::isAnywhere(const ObjectVersion& version)
{
    bool isFlying = false;
    m_flights.forEach([&](auto, const Flight& flight) {
        isFlying = isFlying || (flight.hasLeft && flight.version.id == version.id);
    });
    return isFlying || std::any_of(m_stores.begin(), m_stores.end(), [&](const ObjectStore& held) {
        return held.find(version.id) != nullptr;
    });
}

void ObjectCopier::lose(RegionId region, EventSeq cause)
{
    std::set<std::uint64_t> flying;
    m_flights.forEach([&](auto, const Flight& flight) {
        if (flight.hasLeft)
            flying.insert(flight.version.id);
    });
    const ObjectStore& gone = store(region);
    std::uint64_t held = 0, nowhere = 0;
    for (std::size_t i = 0; i < gone.size(); ++i) {
        const ObjectVersion& version = gone.at(i);
        if (version.isDeleteMarker)
            continue;
        ++held;
        const bool isElsewhere = std::any_of(m_stores.begin(), m_stores.end(),
            [&](const ObjectStore& other) { return &other != &gone && other.find(version.id) != nullptr; });
        nowhere += !isElsewhere && flying.count(version.id) == 0;
    }
    m_lost += nowhere;
    m_stores[region.value].clear();
    for (std::size_t i = 0; i < m_stores.size(); ++i) {
        Pair& pair = pairOf(region, m_stores[i].region());
        pair.backlog.clear();
        ++pair.epoch;
        pair.neverStarted = pair.failed = pair.lateInBatch = pair.backfillSize = 0;
        pair.stall = {};
    }
    mix(held, region.value, nowhere);
    for (ObjectListener* listener : m_listeners)
        listener->onStoreLost(region);
    if (held == 0)
        return;
    m_log.append({ .kind = EventKind::ObjectsLost,
        .severity = nowhere > 0 ? Severity::Critical : Severity::Warning,
        .actor = Actor::Replication,
        .region = region,
        .cause = cause,
        .object = "objects",
        .valueBefore = std::to_string(held),
        .valueAfter = std::to_string(nowhere),
        .unit = "objects",
        .note = "The objects of " + m_names[region.value] + " are gone with it, " + countText(held, "version")
            + "; " + groupedText(static_cast<std::int64_t>(nowhere)) + " of them nobody else has" });
}

Result<> ObjectCopier::checkRule(RegionId source, RegionId target, bool isOn) const
{
    if (pairOf(source, target).isOn != isOn)
        return {};
    return fail(Errc::Refused,
        "the rule that copies objects from " + m_names[source.value] + " to " + m_names[target.value]
            + " is already " + (isOn ? "on" : "off"));
}

void ObjectCopier::setRule(RegionId source, RegionId target, bool isOn)
{
    pairOf(source, target).isOn = isOn;
    mix(isOn ? 3 : 2, indexOf(source, target), 0);
    pump(indexOf(source, target));
}

Result<> ObjectCopier::checkBackfill(RegionId source, RegionId target) const
{
    const Pair& pair = pairOf(source, target);
    for (const RegionId region : { source, target })
        if (!m_isUp(region))
            return fail(Errc::Refused,
                m_names[region.value] + " is out, so that nobody can tell what is missing; restore it first");
    if (isStopped(pair))
        return fail(Errc::Refused,
            "copying from " + m_names[source.value] + " to " + m_names[target.value]
                + " is paused by a fault; clear it first");
    if (pair.backfillSize > 0)
        return fail(Errc::Refused,
            "a backfill from " + m_names[source.value] + " to " + m_names[target.value] + " is under way; "
                + countText(pair.backlog.pendingBackfill(), "object") + " to go");
    if (backfillSize(source, target) > 0)
        return {};
    const std::uint64_t pending = pair.backlog.pending();
    return fail(Errc::Refused,
        m_names[target.value] + " lacks nothing that " + m_names[source.value] + " holds"
            + (pending == 0 ? ""
                            : ", but for " + countText(pending, "object") + " that the rule will bring"));
}

std::vector<std::size_t> ObjectCopier::lacking(RegionId source, RegionId target) const
{
    std::vector<std::size_t> places;
    const ObjectStore& held = store(source);
    for (std::size_t i = 0; i < held.size(); ++i) {
        const ObjectVersion& version = held.at(i);
        const bool isPending
            = version.source == source && held.copyState(version.id, target) == CopyState::Pending;
        if (!version.isDeleteMarker && !isPending && store(target).find(version.id) == nullptr)
            places.push_back(i);
    }
    return places;
}

std::uint64_t ObjectCopier::backfillSize(RegionId source, RegionId target) const
{
    const Pair& pair = pairOf(source, target);
    return lacking(source, target).size() + (pair.isOn ? 0 : pair.backlog.pending());
}

void ObjectCopier::backfill(RegionId source, RegionId target, EventSeq cause)
{
    const std::size_t index = indexOf(source, target);
    Pair& pair = m_pairs[index];
    ObjectStore& held = m_stores[source.value];
    std::uint64_t count = pair.isOn ? 0 : pair.backlog.releaseAll();
    for (const std::size_t place : lacking(source, target)) {
        const ObjectVersion& version = held.at(place);
        if (version.source == source) {
            const CopyState state = held.copyState(version.id, target);
            pair.neverStarted -= state == CopyState::NeverStarted;
            pair.failed -= state == CopyState::Failed;
            held.setCopyState(version.id, target, CopyState::Pending);
        }
        pair.backlog.add(
            { .version = version.id, .bytes = version.bytes, .since = m_env.now(), .isBackfill = true });
        ++count;
    }
    pair.backfillSize = count;
    pair.backfillCause = cause;
    mix(4, index, count);
    pump(index);
}

void ObjectCopier::setStop(RegionId source, RegionId target, Instant stopsAt)
{
    const std::size_t index = indexOf(source, target);
    m_pairs[index].stopsAt = stopsAt;
    mix(5, index, static_cast<std::uint64_t>(stopsAt == kNever ? -1 : micros(stopsAt)));
    pump(index);
}

ObjectLink ObjectCopier::link(RegionId source, RegionId target) const
{
    const Pair& pair = pairOf(source, target);
    const Instant oldest = pair.backlog.oldest();
    return { pair.isOn, isStopped(pair), pair.backlog.pending(), pair.backlog.pendingBytes(),
        pair.neverStarted, pair.failed, pair.late, pair.completed,
        oldest == kNever ? 0us : m_env.now() - oldest };
}

bool ObjectCopier::isStalled() const
{
    return std::any_of(m_pairs.begin(), m_pairs.end(),
        [](const Pair& pair) { return pair.isOn && pair.backlog.pendingLate() > 0; });
}

bool ObjectCopier::isIdle() const
{
    return std::all_of(
        m_pairs.begin(), m_pairs.end(), [](const Pair& pair) { return pair.backlog.pending() == 0; });
}

} // namespace sb
