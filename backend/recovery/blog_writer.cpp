// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/blog_writer.h"

#include "backend/bookstore/blog.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kTick, kForward, kReply, kGiveUp, kAnnounce, kStop, kGoal, kTell };

constexpr Duration kTickEvery = 200ms;
constexpr std::uint64_t kTicksPerAnnouncement = 5;
constexpr Duration kMovePatience = 20s;
constexpr Duration kGateway = 1ms;
constexpr Duration kConsoleDelayMin = 10ms, kConsoleDelayMax = 120ms; // operator's console to a region
constexpr std::size_t kPostBytes = 4'000; // of a forwarded post with its envelope
constexpr std::size_t kWordBytes = 200; // of an answer, an announcement

RegionId regionAt(std::uint64_t index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

} // namespace

BlogWriter::BlogWriter(Env& env, Network& network, EventLog& log, WriterSeat& seat, Membership& membership,
    std::vector<Region*> regions, std::vector<std::string> names, BlogWriterConfig config)
    : m_env(env)
    , m_network(network)
    , m_log(log)
    , m_seat(seat)
    , m_membership(membership)
    , m_regions(std::move(regions))
    , m_names(std::move(names))
    , m_config(config)
    , m_rng(env.rng("blog-writer"))
{
}

void BlogWriter::connect(ComponentId self)
{
    m_self = self;
    for (std::size_t i = 0; i < m_regions.size(); ++i)
        m_regions[i]->onPublish(
            [this, i](std::uint64_t handle, std::uint64_t life) { submit(regionAt(i), handle, life); });
    m_seat.onTaken([this](std::uint64_t epoch) { onTaken(epoch); });
    m_env.postIn(kTickEvery, m_self, kTick);
}

void BlogWriter::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kTick:
        onTick();
        m_env.postIn(kTickEvery, m_self, kTick);
        break;
    case kForward:
        arrive(event.a, regionAt(event.b));
        break;
    case kReply:
        if (isUp(m_open.at(event.a).origin))
            answer(event.a, static_cast<int>(event.b));
        m_open.at(event.a).isWriterDone = true;
        closeIfDone(event.a);
        break;
    case kGiveUp:
        if (m_open.count(event.a) > 0)
            answer(event.a, 503);
        break;
    case kAnnounce:
    case kTell:
        if (isUp(regionAt(event.a)))
            m_seat.learn(regionAt(event.a), event.b >> 8, regionAt(event.b & 0xFF));
        break;
    case kStop:
        onStop();
        break;
    case kGoal:
        if (m_change.step == Step::CatchingUp
            && m_change.since == atMicros(static_cast<std::int64_t>(event.b)))
            m_change.isGoalKnown = isUp(m_change.to);
        break;
    }
}

bool BlogWriter::isUp(RegionId at) const
{
    return !m_regions[at.value]->condition().isDown;
}

// ---- a post on its way

void BlogWriter::submit(RegionId origin, std::uint64_t handle, std::uint64_t life)
{
    const Request& request = *m_regions[origin.value]->requests().find(handle);
    if (request.claim == 0 || request.claim > kBlogPosts) {
        m_regions[origin.value]->answerPublish(handle, life, 404);
        return;
    }
    const std::uint64_t id = m_nextId++;
    m_open[id] = { origin, handle, life, request.claim, request.id, false, false };
    m_env.postIn(kPatience + kTickEvery, m_self, kGiveUp, id);
    const RegionId writer = m_seat.known(origin).writer;
    if (writer == origin || m_seat.mayWrite(origin)) {
        arrive(id, origin);
        return;
    }
    if (const auto delay = m_network.send(origin, writer, kPostBytes)) {
        m_env.postIn(*delay + kGateway, m_self, kForward, id, writer.value);
        return;
    }
    m_open.at(id).isWriterDone = true;
    answer(id, 503);
}

void BlogWriter::arrive(std::uint64_t id, RegionId at)
{
    if (!isUp(at)) { // nobody answers; the region that forwarded it gives up by itself
        m_open.at(id).isWriterDone = true;
        closeIfDone(id);
    } else if (!m_seat.mayWrite(at) || !m_regions[at.value]->acceptsWrites()) {
        reply(id, at, 503);
    } else if (!isBeyondBound(at)) {
        commit(id, at);
    } else if (m_waiting.size() >= kWaitingMax) {
        reply(id, at, 503);
    } else {
        m_waiting.push_back({ id, at, m_env.now() + kPatience });
        judgeStall();
    }
}

void BlogWriter::commit(std::uint64_t id, RegionId at)
{
    const Open& open = m_open.at(id);
    const std::uint64_t epoch = m_seat.epochOf(at);
    const Version version = m_regions[at.value]->commit(
        revisePost(m_regions[at.value]->replica(), open.post, epoch, open.request));
    if (epoch < m_epochCommitted)
        ++m_zombies;
    m_epochCommitted = std::max(m_epochCommitted, epoch);
    const PublishedPost published { at, epoch, open.post, version, m_env.now() };
    for (const auto& listener : m_listeners)
        listener(published);
    reply(id, at, 200);
}

void BlogWriter::reply(std::uint64_t id, RegionId at, int status)
{
    Open& open = m_open.at(id);
    const auto delay
        = open.origin == at ? std::optional<Duration>(0us) : m_network.send(at, open.origin, kWordBytes);
    if (open.origin != at && delay) {
        m_env.postIn(*delay + kGateway, m_self, kReply, id, static_cast<std::uint64_t>(status));
        return;
    }
    open.isWriterDone = true;
    if (open.origin == at)
        answer(id, status);
    else
        closeIfDone(id);
}

void BlogWriter::answer(std::uint64_t id, int status)
{
    Open& open = m_open.at(id);
    if (!open.isAnswered) {
        open.isAnswered = true;
        m_env.mix(hashCombine(id, static_cast<std::uint64_t>(status)));
        m_regions[open.origin.value]->answerPublish(open.handle, open.life, status);
    }
    closeIfDone(id);
}

void BlogWriter::closeIfDone(std::uint64_t id)
{
    const auto found = m_open.find(id);
    if (found->second.isAnswered && found->second.isWriterDone)
        m_open.erase(found);
}

// ---- the bound

bool BlogWriter::isBeyondBound(RegionId at) const
{
    if (m_config.maxRpo == 0us || m_regions.size() < 2)
        return false;
    const Replica& replica = m_regions[at.value]->replica();
    const std::uint64_t end = replica.position(replica.ownLog());
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        if (i == at.value)
            continue;
        const std::uint64_t told
            = m_regions[at.value]->replicator().toldPosition(regionAt(i), replica.ownLog());
        if (told >= end || m_env.now() - replica.totals(told + 1).committedAt <= m_config.maxRpo)
            return false;
    }
    return true;
}

void BlogWriter::judgeStall()
{
    const RegionId at = m_present.writer;
    const bool isStalled = isUp(at) && m_seat.mayWrite(at) && isBeyondBound(at);
    if (isStalled == m_isStalled)
        return;
    m_isStalled = isStalled;
    m_env.mix(hashCombine(at.value, isStalled ? 1 : 0));
    const std::string bound = durationText(m_config.maxRpo);
    const EventSeq event = m_log.append({ .kind = isStalled ? EventKind::AcksStalled : EventKind::AcksResumed,
        .severity = isStalled ? Severity::Warning : Severity::Notice,
        .actor = Actor::Replication,
        .region = at,
        .cause = isStalled ? EventSeq {} : m_stalled,
        .object = "blog",
        .action = isStalled ? "stall" : "resume",
        .valueAfter = std::to_string(m_config.maxRpo.count() / 1'000'000),
        .unit = "s",
        .note = isStalled
            ? "Posts wait in " + m_names[at.value] + ": no other region has what it wrote " + bound
                + " ago, and it acknowledges nothing beyond that bound"
            : "Posts wait no longer in " + m_names[at.value] + " for a region within " + bound });
    m_stalled = event;
}

void BlogWriter::serveWaiting()
{
    std::deque<Waiting> left;
    for (const Waiting& waiting : std::exchange(m_waiting, {})) {
        if (!isUp(waiting.at)) { // they were in its memory
            m_open.at(waiting.id).isWriterDone = true;
            closeIfDone(waiting.id);
        } else if (!m_seat.mayWrite(waiting.at) || !m_regions[waiting.at.value]->acceptsWrites()
            || m_env.now() >= waiting.until) {
            reply(waiting.id, waiting.at, 503);
        } else if (isBeyondBound(waiting.at)) {
            left.push_back(waiting);
        } else {
            commit(waiting.id, waiting.at);
        }
    }
    m_waiting = std::move(left);
}

void BlogWriter::onTick()
{
    serveWaiting();
    judgeStall();
    advanceChange();
    if (++m_ticks % kTicksPerAnnouncement == 0 && !m_config.hasLeases)
        announce();
}

// Without voters, regions tell each other, until everybody has heard it.
void BlogWriter::announce()
{
    for (std::size_t from = 0; from < m_regions.size(); ++from) {
        const WriterSeat::Known& known = m_seat.known(regionAt(from));
        for (std::size_t to = 0; to < m_regions.size(); ++to) {
            if (!isUp(regionAt(from)) || m_seat.known(regionAt(to)).epoch >= known.epoch)
                continue;
            if (const auto delay = m_network.send(regionAt(from), regionAt(to), kWordBytes))
                m_env.postIn(*delay, m_self, kAnnounce, to, known.epoch << 8 | known.writer.value);
        }
    }
}

// ---- changing the writer

Result<> BlogWriter::checkTarget(RegionId to) const
{
    const std::string& name = m_names[to.value];
    if (to == m_present.writer)
        return fail(Errc::Refused, name + " is the writer of the blog already");
    if (m_change.step != Step::None)
        return fail(Errc::Refused,
            "the blog's writer is being changed to " + m_names[m_change.to.value]
                + " already; wait until that has ended");
    if (!isUp(to))
        return fail(Errc::Refused, name + " is down; name a region that is up");
    if (!m_membership.isMember(to))
        return fail(Errc::Refused, name + " is evicted; it can be the writer once it has a new copy");
    if (!m_regions[to.value]->acceptsWrites())
        return fail(Errc::Refused,
            name
                + " could not write now: its copy is not whole, or it is fenced, or its clock or its store "
                  "is "
                  "not to be trusted");
    return {};
}

Result<> BlogWriter::checkMove(RegionId to) const
{
    if (const auto possible = checkTarget(to); !possible)
        return possible;
    const RegionId from = m_present.writer;
    const std::string& name = m_names[from.value];
    const std::string instead = "; seize-writer takes the seat without it, and says what is at risk then";
    if (!isUp(from))
        return fail(
            Errc::Refused, "the present writer, " + name + ", is down and cannot hand over" + instead);
    if (m_seat.known(from) != m_present)
        return fail(
            Errc::Refused, name + " has not heard yet that it is the writer, and cannot hand over" + instead);
    const Replicator& replicator = m_regions[from.value]->replicator();
    if (replicator.isPaused() || replicator.isExpelled() || m_network.link(from, to).isCut)
        return fail(Errc::Refused,
            "changes of the present writer, " + name + ", do not reach " + m_names[to.value] + instead);
    return {};
}

Result<> BlogWriter::checkSeize(RegionId to) const
{
    return checkTarget(to);
}

void BlogWriter::move(RegionId to, Actor actor, EventSeq cause)
{
    SB_ASSERT(checkMove(to).has_value());
    m_change = { .step = Step::Stopping,
        .from = m_present.writer,
        .to = to,
        .since = m_env.now(),
        .actor = actor,
        .cause = cause };
    m_env.postIn(m_rng.between(kConsoleDelayMin, kConsoleDelayMax), m_self, kStop);
}

void BlogWriter::seize(RegionId to, Actor actor, EventSeq cause)
{
    SB_ASSERT(checkSeize(to).has_value());
    m_change = { .step = Step::Taking,
        .isSeizure = true,
        .from = m_present.writer,
        .to = to,
        .since = m_env.now(),
        .actor = actor,
        .cause = cause };
    takeSeat(0);
}

// At the present writer. It acknowledges nothing more under its epoch, whatever becomes of the move.
void BlogWriter::onStop()
{
    if (m_change.step != Step::Stopping || !isUp(m_change.from))
        return; // given up when its time is over
    m_seat.stop(m_change.from);
    m_change.step = Step::CatchingUp;
    m_change.goal = m_regions[m_change.from.value]->replica().positions();
}

void BlogWriter::advanceChange()
{
    if (m_change.step != Step::Stopping && m_change.step != Step::CatchingUp)
        return;
    if (m_env.now() - m_change.since >= kMovePatience) {
        const bool hasStopped = m_change.step == Step::CatchingUp;
        if (!hasStopped) { // the order never reached it: it is the writer still
            m_change.isReturn = true;
            finishChange();
            return;
        }
        m_change.isReturn = true;
        m_change.to = m_change.from;
        takeSeat(m_present.epoch);
        return;
    }
    if (m_change.step != Step::CatchingUp)
        return;
    if (!m_change.isGoalKnown && isUp(m_change.from)) {
        // Told again with each tick until it has arrived.
        if (const auto delay = m_network.send(m_change.from, m_change.to, kWordBytes))
            m_env.postIn(*delay, m_self, kGoal, 0, static_cast<std::uint64_t>(micros(m_change.since)));
    }
    Region& next = *m_regions[m_change.to.value];
    const auto& positions = next.replica().positions();
    bool hasAll = m_change.isGoalKnown && next.acceptsWrites();
    for (std::size_t log = 0; hasAll && log < m_change.goal.size(); ++log)
        hasAll = seenOf(positions, log) >= m_change.goal[log];
    if (hasAll)
        takeSeat(m_present.epoch);
}

void BlogWriter::takeSeat(std::uint64_t released)
{
    m_change.step = Step::Taking;
    m_change.epoch = ++m_epochOrdered;
    if (m_config.hasLeases) {
        m_seat.order({ m_change.epoch, m_change.to, released });
        return;
    }
    m_seat.learn(m_change.to, m_change.epoch, m_change.to);
    finishChange();
}

void BlogWriter::onTaken(std::uint64_t epoch)
{
    if (m_change.step != Step::Taking || m_change.epoch != epoch)
        return;
    // The new writer hears of it from the console, or from the voters when it asks next.
    m_env.postIn(m_rng.between(kConsoleDelayMin, kConsoleDelayMax), m_self, kTell, m_change.to.value,
        epoch << 8 | m_change.to.value);
    finishChange();
}

void BlogWriter::finishChange()
{
    const Change change = std::exchange(m_change, {});
    const std::uint64_t before = m_present.epoch;
    if (change.epoch > 0)
        m_present = { change.epoch, change.to, false };
    const Duration wait = change.isSeizure && m_config.hasLeases ? m_seat.leaseLeft() : 0us;
    const std::string from = m_names[change.from.value], to = m_names[change.to.value];
    std::string note = to + " is the writer of the blog now, under epoch " + std::to_string(m_present.epoch);
    if (change.isReturn)
        note = "The move of the blog's writer was given up: " + from + " could not hand over within "
            + durationText(kMovePatience) + " and stays the writer, under epoch "
            + std::to_string(m_present.epoch);
    else if (!change.isSeizure)
        note += "; " + from + " had stopped, and " + to + " has all that it wrote";
    else if (m_config.hasLeases)
        note += "; it begins in at most " + durationText(wait) + ", when the last lease of " + from
            + " is over";
    else
        note += "; nothing stops " + from + " from writing on until it hears of it";
    m_log.append({ .kind = EventKind::WriterMoved,
        .severity = change.isSeizure || change.isReturn ? Severity::Warning : Severity::Notice,
        .actor = change.actor,
        .region = m_present.writer,
        .peer = change.from,
        .cause = change.cause,
        .object = "blog",
        .action = change.isReturn ? "return"
            : change.isSeizure    ? "seize"
                                  : "move",
        .valueBefore = std::to_string(before),
        .valueAfter = std::to_string(m_present.epoch),
        .unit = "epoch",
        .note = note });
}

} // namespace sb
