// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/strong_table.h"

#include "backend/replication/strong_table_events.h"

#include <algorithm>
#include <bit>

namespace sb {

StrongTable::StrongTable(Env& env, Links& links, const StrongSpec& spec, RegionId self, AcceptorStore& store,
    SlotPool<StrongMessage>& mail, StrongTableConfig config)
    : m_env(env)
    , m_links(links)
    , m_members(spec.members)
    , m_acceptor(store)
    , m_mail(mail)
    , m_config(config)
    , m_rng(env.rng("strong-table", self.value))
{
    SB_ASSERT(checkStrongSpec(spec));
    while (m_self < m_members.size() && m_members[m_self].region != self)
        ++m_self;
    SB_ASSERT(m_self < m_members.size());
}

void StrongTable::connect(ComponentId self, const std::array<ComponentId, kStrongMembers>& members)
{
    m_component = self;
    m_components = members;
}

Duration StrongTable::roundTripBetween(std::size_t a, std::size_t b) const
{
    // The measured matrix is not quite symmetric: there by one path, back by the other.
    const RegionId one = m_members[a].region, other = m_members[b].region;
    return (m_links.roundTrip(one, other) + m_links.roundTrip(other, one)) / 2;
}

Duration StrongTable::nearestTo(std::size_t member) const
{
    Duration least = Duration::max();
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (i != member)
            least = std::min(least, roundTripBetween(member, i));
    }
    return least;
}

Duration StrongTable::nearestTo(Ballot ballot) const
{
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (m_members[i].region.value == ballot.region)
            return nearestTo(i);
    }
    return roundTripMin();
}

StrongTable::Operation& StrongTable::at(Handle handle)
{
    Operation* op = m_operations.find(handle);
    SB_ASSERT(op != nullptr);
    return *op;
}

void StrongTable::submit(StrongRequest request, Answer done)
{
    const auto answer = [&](StrongOutcome::Kind kind, std::string_view reason) {
        StrongOutcome outcome;
        outcome.kind = kind;
        outcome.reason = reason;
        count(request, outcome);
        done(outcome);
    };
    if (m_isDown)
        return answer(StrongOutcome::Kind::NotServing, "this region is down");
    if (isWitness())
        return answer(StrongOutcome::Kind::NotServing, "a witness serves neither reads nor writes");
    if (m_isPaused)
        return answer(StrongOutcome::Kind::NotServing, "strong reads and writes are paused in this region");
    if (const std::string_view refusal = refusalOf(request); !refusal.empty())
        return answer(StrongOutcome::Kind::Refused, refusal);
    if (m_operations.used() >= m_config.operationsMax)
        return answer(StrongOutcome::Kind::Unavailable, "too many requests under way in this region");
    const bool isRead = request.kind == StrongRequest::Kind::Read;
    const auto queue = m_queues.find(request.key);
    if (!isRead && queue != m_queues.end() && queue->second.size() >= m_config.queuePerKeyMax)
        return answer(StrongOutcome::Kind::Unavailable, "too many requests wait for this item");
    const Handle handle = m_operations.acquire();
    Operation& op = at(handle);
    op = Operation {};
    op.request = std::move(request);
    if (!isRead && op.request.request == 0)
        op.request.request = m_rng.next() | 1; // so that it knows its own effect when it meets it
    op.done = std::move(done);
    m_env.postIn(op.request.patience.value_or(m_config.patience), m_component, kDeadline, handle);
    if (isRead)
        query(handle);
    else
        enqueue(handle);
}

void StrongTable::enter(Handle handle, Phase phase)
{
    Operation& op = at(handle);
    op.phase = phase;
    ++op.round;
    op.votes = 0;
    op.refusals = 0;
    op.replies.fill({});
}

void StrongTable::query(Handle handle)
{
    enter(handle, Phase::Querying);
    Operation& op = at(handle);
    if (const auto own = m_acceptor.load(op.request.key))
        op.replies[m_self] = { true, own->accepted, own->isSettled, own->item };
    sendRound(handle);
    checkQuery(handle);
}

// Why the answer is right: a write acknowledged before the read began is held, it or a newer one, by a
// majority, of which one is among any two that reply. If two hold the same, that is chosen and no older than
// it. If the newest of two or more replies is settled, likewise. Later reads meet one of those holders.
void StrongTable::checkQuery(Handle handle)
{
    Operation& op = at(handle);
    std::size_t replies = 0;
    const Reply* newest = nullptr;
    const Reply* agreed = nullptr;
    for (const Reply& reply : op.replies) {
        if (!reply.isThere)
            continue;
        ++replies;
        if (newest == nullptr || reply.accepted > newest->accepted
            || (reply.accepted == newest->accepted && reply.isSettled))
            newest = &reply;
        const auto isSame = [&](const Reply& r) { return r.isThere && r.accepted == reply.accepted; };
        const auto same = std::count_if(op.replies.begin(), op.replies.end(), isSame);
        if (static_cast<std::size_t>(same) >= votesToRead()
            && (agreed == nullptr || reply.accepted > agreed->accepted))
            agreed = &reply;
    }
    if (replies < votesToRead())
        return;
    const Reply* answer = newest->isSettled ? newest : agreed;
    if (answer != nullptr) {
        learn(op.request.key, *answer);
        finish(handle, stepOf(answer->item, op.request).outcome);
    } else if (replies == kStrongMembers) {
        ++m_counters.readsThatPropose;
        enqueue(handle);
    } // otherwise the third member may decide it; if it keeps silent, patience ends first
}

void StrongTable::enqueue(Handle handle)
{
    enter(handle, Phase::Queued);
    std::deque<Handle>& queue = m_queues[at(handle).request.key];
    queue.push_back(handle);
    if (queue.size() == 1)
        begin(handle);
}

void StrongTable::begin(Handle handle)
{
    Operation& op = at(handle);
    const std::optional<AcceptorRecord> own = m_acceptor.load(op.request.key);
    if (!own) {
        StrongOutcome outcome;
        outcome.mayHaveApplied = op.mayHaveApplied;
        outcome.reason = "this region's record of the item is damaged";
        return finish(handle, std::move(outcome));
    }
    const auto kept = m_promises.find(op.request.key);
    // A kept promise may have been outbid elsewhere. Only an accept finds out, and a read wants none.
    if (kept == m_promises.end() || op.request.kind == StrongRequest::Kind::Read) {
        if (op.ballotsLost == 0 && shouldGiveWay(op.request.key, *own)) {
            noteOutvoted(op, own->promised, own->accepted, own->isSettled, own->item.version);
            return retreat(handle);
        }
        return prepare(handle, *own);
    }
    const KeptPromise promise = kept->second;
    m_promises.erase(kept); // a ballot is used once
    if (own->promised != promise.next || own->accepted != promise.accepted)
        return begin(handle); // another region spoke in between
    op.ballot = promise.next;
    ++m_counters.shortWrites;
    propose(handle, own->item, own->accepted, true);
}

void StrongTable::prepare(Handle handle, const AcceptorRecord& own)
{
    enter(handle, Phase::Preparing);
    Operation& op = at(handle);
    // Whoever is far away must aim ahead: by the time its ballot arrives the others have used up the next
    // few.
    const std::uint64_t ahead = std::uint64_t { 1 } << std::min(op.ballotsLost, 10U);
    op.ballot = { std::max(own.promised.counter, op.highestSeen.counter) + ahead, region().value };
    const auto answer = m_acceptor.prepare(op.request.key, op.ballot);
    SB_ASSERT(answer && answer->isOk);
    mixRecord(op.request.key, answer->record.promised, answer->record.accepted);
    op.votes = 1U << m_self;
    op.replies[m_self]
        = { true, answer->record.accepted, answer->record.isSettled, std::move(answer->record.item) };
    sendRound(handle);
    if (votesToWrite() == 1)
        propose(handle, op.replies[m_self].item, op.replies[m_self].accepted, true);
}

StrongTable::Base StrongTable::newestOf(const Operation& op) const
{
    Base base;
    std::size_t holders = 0;
    for (const Reply& reply : op.replies) {
        if (!reply.isThere || (base.item != nullptr && reply.accepted < base.ballot))
            continue;
        if (base.item == nullptr || reply.accepted > base.ballot) {
            base = { reply.accepted, false, &reply.item };
            holders = 0;
        }
        ++holders;
        base.isChosen = base.isChosen || reply.isSettled || holders > kStrongMembers / 2;
    }
    return base;
}

bool StrongTable::isInConflict(const Operation& op, Ballot ballot, bool isChosen, std::uint64_t version) const
{
    const bool isUnfinished = !isChosen && ballot.counter != 0 && ballot.region != region().value;
    const bool isOvertaken = op.wasOutvoted && op.versionSeen && version > *op.versionSeen;
    return op.hasConflict || isUnfinished || isOvertaken;
}

bool StrongTable::wouldShow(const Operation& op, const StrongItem& item) const
{
    if (!op.mayHaveApplied)
        return true; // there was none
    if (op.rememberedBefore == 0)
        return item.recent.size() < kStrongRecentMax;
    return std::any_of(item.recent.begin(), item.recent.end(),
        [&](const StrongRecent& one) { return one.request == op.rememberedBefore; });
}

// A refusal (of another member, or of our own acceptor) tells where the item stood when we came.
void StrongTable::noteOutvoted(
    Operation& op, Ballot promised, Ballot accepted, bool isSettled, std::uint64_t version)
{
    op.highestSeen = std::max(op.highestSeen, promised);
    op.wasOutvoted = op.wasOutvoted || promised.region != region().value;
    const bool isUnfinished = !isSettled && accepted.region != region().value && version > 0;
    if (!op.versionSeen)
        op.versionSeen = version - (isUnfinished ? 1 : 0);
}

// A region that was just promised a ballot is about to propose: to outbid it now would cost both a round.
bool StrongTable::shouldGiveWay(const std::string& key, const AcceptorRecord& own) const
{
    const auto promised = m_promisedAt.find(key);
    return promised != m_promisedAt.end() && own.promised.region != region().value
        && m_env.now() - promised->second < 2 * nearestTo(own.promised);
}

void StrongTable::propose(Handle handle, StrongItem item, Ballot itemBallot, bool isChosen)
{
    Operation& op = at(handle);
    StrongStep step = stepOf(item, op.request);
    if (op.request.kind == StrongRequest::Kind::Read && isChosen)
        return finish(handle, std::move(step.outcome));
    const bool isWrite = op.request.kind != StrongRequest::Kind::Read;
    if (isWrite && !step.outcome.isRepeat && isInConflict(op, itemBallot, isChosen, item.version)) {
        op.hasConflict = true;
        // The other write is completed instead. Once that is chosen under this ballot, no older proposal of
        // this request can be: the promise not to have applied it holds.
        step = { item, {}, false };
        const bool isKnown = wouldShow(op, item);
        step.outcome.kind = isKnown ? StrongOutcome::Kind::Conflict : StrongOutcome::Kind::Unavailable;
        step.outcome.mayHaveApplied = !isKnown;
        step.outcome.version = item.version;
        step.outcome.isPresent = item.isPresent;
        step.outcome.value = item.value;
        step.outcome.reason = isKnown
            ? "another region was changing the item; nothing was applied, send it again"
            : "so many others changed the item meanwhile that it no longer tells whether this was applied";
    }
    if (!op.versionSeen)
        op.versionSeen = item.version;
    op.step = std::move(step);
    enter(handle, Phase::Accepting);
    const Ballot next { op.ballot.counter + 1, op.ballot.region };
    const auto own = m_acceptor.accept(op.request.key, op.ballot, op.step.item, next);
    if (!own || !own->isOk) { // has promised a higher one meanwhile; nobody was told of this proposal
        if (own) {
            const AcceptorRecord& record = own->record;
            noteOutvoted(op, record.promised, record.accepted, record.isSettled, record.item.version);
        }
        return retreat(handle);
    }
    mixRecord(op.request.key, own->record.promised, own->record.accepted);
    if (!op.mayHaveApplied && op.step.isChanged)
        op.rememberedBefore = item.recent.empty() ? 0 : item.recent.back().request;
    op.mayHaveApplied = op.mayHaveApplied || op.step.isChanged;
    op.votes = 1U << m_self;
    sendRound(handle);
    if (votesToWrite() == 1)
        chosen(handle);
}

// The pause is what the other region needs to finish, give or take; its notice that it has ends the pause.
void StrongTable::retreat(Handle handle)
{
    enter(handle, Phase::BackingOff);
    Operation& op = at(handle);
    ++m_counters.ballotsLost;
    const std::uint32_t doublings = std::min(op.ballotsLost++, 3U);
    const Duration span = std::max(roundTripMin(), nearestTo(op.highestSeen)) * (1 << doublings);
    m_env.postIn(m_rng.between(span / 2, std::max(span / 2, std::min(span, m_config.backOffMax))),
        m_component, kTryAgain, handle, op.round);
}

void StrongTable::chosen(Handle handle)
{
    Operation& op = at(handle);
    m_acceptor.settle(op.request.key, op.ballot);
    StrongMessage notice;
    notice.kind = StrongMessage::Kind::Settle;
    notice.key = op.request.key;
    notice.ballot = op.ballot;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (i != m_self)
            sendTo(i, notice, 0us);
    }
    if (m_promises.size() >= m_config.promisesMax)
        m_promises.clear();
    m_promises[op.request.key] = { op.ballot, { op.ballot.counter + 1, op.ballot.region } };
    finish(handle, std::move(op.step.outcome));
}

void StrongTable::finish(Handle handle, StrongOutcome outcome)
{
    Operation& op = at(handle);
    const StrongRequest request = std::move(op.request);
    const Answer done = std::move(op.done);
    m_operations.release(handle);
    count(request, outcome);
    const auto found = m_queues.find(request.key);
    if (found != m_queues.end()) {
        std::deque<Handle>& queue = found->second;
        const bool wasProposing = queue.front() == handle;
        queue.erase(std::remove(queue.begin(), queue.end(), handle), queue.end());
        if (queue.empty())
            m_queues.erase(found);
        else if (wasProposing)
            begin(queue.front());
    }
    done(outcome); // last: it may submit again
}

void StrongTable::count(const StrongRequest& request, const StrongOutcome& outcome)
{
    const bool isRead = request.kind == StrongRequest::Kind::Read;
    switch (outcome.kind) {
    case StrongOutcome::Kind::Committed:
        ++(isRead ? m_counters.reads : m_counters.committed);
        break;
    case StrongOutcome::Kind::ConditionFailed:
        ++m_counters.conditionsFailed;
        break;
    case StrongOutcome::Kind::Conflict:
        ++m_counters.conflicts;
        break;
    case StrongOutcome::Kind::Unavailable:
        ++m_counters.unavailable;
        break;
    case StrongOutcome::Kind::NotServing:
    case StrongOutcome::Kind::Refused:
        break;
    }
    m_env.mix(hashCombine(hashBytes(request.key),
        (outcome.version << 8) ^ std::uint64_t { region().value }
            ^ (static_cast<std::uint64_t>(outcome.kind) << 56)));
}

void StrongTable::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    m_env.mix((std::uint64_t { region().value } << 24) ^ (isPaused ? 1U : 2U));
}

void StrongTable::setDown(bool isDown)
{
    m_env.mix((std::uint64_t { region().value } << 24) ^ (isDown ? 3U : 4U));
    m_isDown = isDown;
    if (!isDown)
        return;
    m_queues.clear();
    m_promises.clear();
    m_promisedAt.clear();
    std::vector<Handle> handles;
    m_operations.forEach([&](Handle handle, Operation&) { handles.push_back(handle); });
    for (const Handle handle : handles) {
        StrongOutcome outcome;
        outcome.mayHaveApplied = at(handle).mayHaveApplied;
        outcome.reason = "this region went down";
        finish(handle, std::move(outcome));
    }
}

} // namespace sb
