// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/region/claim_desk.h"

#include <algorithm>
#include <utility>

namespace sb {
namespace {

enum EventType : std::uint32_t { kMail, kTick, kAskNext, kDeadline }; // a = mail, -, question, question

constexpr Duration kTickEvery = 1s;
constexpr Duration kNextPlaceAfter = 700ms; // beyond a round trip without a verdict
constexpr Duration kForwardPatience = 1'500ms; // of the place that was asked
// A row that a member misses for longer was lost: replication is late by less. The members take turns.
constexpr Duration kRowMissedFor = 20s;
constexpr Duration kRowTurn = 10s;
constexpr Duration kRefusingFor = 5s; // after the last refusal
constexpr int kIncarnationShift = 40; // ballots of one incarnation; see setBallotFloor()

std::uint64_t floorOf(std::uint32_t incarnation)
{
    return std::uint64_t { incarnation - 1 } << kIncarnationShift;
}

ClaimVerdict verdictOf(std::string_view value, CustomerId customer)
{
    const CustomerId holder { strongNumber(value) };
    if (!holder.isValid())
        return {};
    return { holder == customer ? ClaimVerdict::Kind::Yours : ClaimVerdict::Kind::Taken, holder };
}

} // namespace

ClaimDesk::ClaimDesk(
    Env& env, Links& links, ClaimOffice& office, RegionId self, StoredAcceptor* acceptor, Hooks hooks)
    : m_env(env)
    , m_links(links)
    , m_office(office)
    , m_self(self)
    , m_acceptor(acceptor)
    , m_hooks(std::move(hooks))
{
    const std::vector<StrongMember>& members = office.spec.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].region == self)
            m_member = i;
        else if (!members[i].isWitness)
            m_serving.push_back(members[i].region);
    }
    std::stable_sort(m_serving.begin(), m_serving.end(),
        [&](RegionId a, RegionId b) { return m_links.roundTrip(m_self, a) < m_links.roundTrip(m_self, b); });
    SB_ASSERT((m_acceptor != nullptr) == (m_member < kStrongMembers));
    if (m_acceptor == nullptr)
        return;
    m_acceptor->setIncarnation(m_incarnation);
    if (m_hooks.holderOf)
        m_acceptor->listen([this](std::uint64_t coupon) { m_rowless.try_emplace(coupon, m_env.now()); });
    m_table = std::make_unique<StrongTable>(env, links, office.spec, self, *m_acceptor, office.votes);
}

void ClaimDesk::connect(const std::array<ComponentId, kStrongMembers>& tables)
{
    if (!m_table)
        return;
    m_table->connect(tables[m_member], tables);
    m_env.postIn(kTickEvery, m_office.desks[m_self.value], kTick);
}

void ClaimDesk::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kMail: {
        ClaimMessage* mail = m_office.mail.find(event.a);
        SB_ASSERT(mail != nullptr);
        ClaimMessage message = std::move(*mail);
        m_office.mail.release(event.a);
        if (!m_isOut)
            onMessage(std::move(message));
        break;
    }
    case kTick:
        onTick();
        m_env.postIn(kTickEvery, m_office.desks[m_self.value], kTick);
        break;
    case kAskNext:
        if (const auto waiting = m_waiting.find(event.a); waiting != m_waiting.end())
            askNext(event.a);
        break;
    case kDeadline:
        finish(event.a, {});
        break;
    }
}

void ClaimDesk::send(RegionId to, ClaimMessage message, Duration after)
{
    std::size_t bytes = 96;
    for (const StoredAcceptor::Record& record : message.records)
        bytes += 8 + record.bytes.size();
    const auto delay = m_links.send(m_self, to, bytes);
    if (!delay)
        return; // cut: whoever needs it asks again
    message.from = m_self;
    const auto handle = m_office.mail.acquire();
    *m_office.mail.find(handle) = std::move(message);
    m_env.postIn(after + *delay, m_office.desks[to.value], kMail, handle);
}

void ClaimDesk::onMessage(ClaimMessage message)
{
    switch (message.kind) {
    case ClaimMessage::Kind::Claim:
        return onClaim(message);
    case ClaimMessage::Kind::Verdict:
        return finish(message.id, message.verdict);
    case ClaimMessage::Kind::AskVotes:
        return onAskVotes(message);
    case ClaimMessage::Kind::Votes:
        if (!m_hasMemory && message.id == m_incarnation)
            m_votes[message.from] = std::move(message);
        return;
    }
}

void ClaimDesk::claim(std::uint64_t coupon, CustomerId customer, Duration patience, Answer done)
{
    const Instant deadline = m_env.now() + patience;
    if (isServing())
        return decide(coupon, customer, deadline, std::move(done));
    const std::uint64_t id = m_nextId++;
    m_waiting[id] = { coupon, customer, deadline, 0, std::move(done) };
    m_env.post(deadline, m_office.desks[m_self.value], kDeadline, id);
    askNext(id);
}

// The value is the customer: to ask again, here or anywhere, finds it there. No memory of requests is needed.
void ClaimDesk::decide(std::uint64_t coupon, CustomerId customer, Instant deadline, Answer done)
{
    StrongRequest request;
    request.kind = StrongRequest::Kind::Put;
    request.key = strongKey(coupon);
    request.value = std::to_string(customer.value);
    request.condition.kind = StrongCondition::Kind::Absent;
    request.patience = deadline - m_env.now();
    m_table->submit(std::move(request),
        [this, coupon, customer, deadline, done = std::move(done)](const StrongOutcome& outcome) {
            const bool isPresent = outcome.isPresent
                && (outcome.kind == StrongOutcome::Kind::Committed
                    || outcome.kind == StrongOutcome::Kind::ConditionFailed);
            if (isPresent)
                return done(verdictOf(outcome.value, customer));
            // Somebody else was changing it: safe to send again.
            if (outcome.kind == StrongOutcome::Kind::Conflict && m_env.now() < deadline && isServing())
                return decide(coupon, customer, deadline, done);
            done({});
        });
}

void ClaimDesk::onClaim(const ClaimMessage& message)
{
    if (!isServing())
        return; // the asker tries the next place
    decide(message.coupon, message.customer, m_env.now() + kForwardPatience,
        [this, to = message.from, id = message.id](const ClaimVerdict& verdict) {
            if (m_isOut)
                return;
            ClaimMessage reply;
            reply.kind = ClaimMessage::Kind::Verdict;
            reply.id = id;
            reply.verdict = verdict;
            send(to, std::move(reply));
        });
}

void ClaimDesk::askNext(std::uint64_t id)
{
    Waiting& waiting = m_waiting.at(id);
    const RegionId place = m_serving[waiting.asked++ % m_serving.size()];
    ClaimMessage question;
    question.kind = ClaimMessage::Kind::Claim;
    question.id = id;
    question.coupon = waiting.coupon;
    question.customer = waiting.customer;
    send(place, std::move(question));
    m_env.postIn(
        m_links.roundTrip(m_self, place) + kNextPlaceAfter, m_office.desks[m_self.value], kAskNext, id);
}

void ClaimDesk::finish(std::uint64_t id, const ClaimVerdict& verdict)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return; // has its verdict, or was given up
    const Answer done = std::move(found->second.done);
    m_waiting.erase(found);
    m_env.mix(hashCombine(id, static_cast<std::uint64_t>(verdict.kind) ^ (verdict.holder.value << 8)));
    done(verdict);
}

void ClaimDesk::noteAnswer(bool isDecided)
{
    if (!isDecided) {
        ++m_refused;
        m_lastRefusedAt = m_env.now();
    }
    // Some that had waited are refused just when others are decided again: that is still the same stretch.
    const bool isOver = isDecided && m_env.now() - m_lastRefusedAt >= kRefusingFor;
    if (m_isRefusing ? !isOver : isDecided)
        return;
    m_isRefusing = !isDecided;
    const std::uint64_t refused = m_isRefusing ? 0 : std::exchange(m_refused, 0);
    if (m_hooks.onRefusing)
        m_hooks.onRefusing(refused);
}

void ClaimDesk::setOut(bool isOut)
{
    if (isOut == m_isOut)
        return;
    m_isOut = isOut;
    m_votes.clear();
    if (m_acceptor != nullptr && !isOut) {
        setMemory(m_acceptor->incarnation() == m_incarnation);
        for (const StoredAcceptor::Record& record : m_acceptor->records())
            m_rowless.try_emplace(record.number, m_env.now());
    }
    apply();
    while (isOut && !m_waiting.empty())
        finish(m_waiting.begin()->first, {});
}

void ClaimDesk::apply()
{
    const bool isSilent = m_isOut || !m_hasMemory;
    if (!m_table || m_table->isDown() == isSilent)
        return;
    if (!isSilent && m_incarnation > 1)
        m_table->setBallotFloor(floorOf(m_incarnation));
    m_table->setDown(isSilent);
}

void ClaimDesk::setMemory(bool hasMemory)
{
    if (hasMemory == m_hasMemory)
        return;
    m_hasMemory = hasMemory;
    m_office.withoutMemory += hasMemory ? -1 : 1;
    if (m_office.withoutMemory >= kStrongMembers - kStrongMembers / 2)
        m_office.majorityLostAt = m_env.now();
    m_env.mix(hashCombine(m_self.value, (std::uint64_t { m_incarnation } << 1) ^ (hasMemory ? 1 : 0)));
}

void ClaimDesk::loseMemory(std::uint32_t incarnation)
{
    if (m_acceptor == nullptr)
        return;
    m_incarnation = incarnation;
    m_acceptor->clear();
    m_votes.clear();
    m_rowless.clear();
    setMemory(false);
    apply();
}

std::optional<CustomerId> ClaimDesk::accepted(std::uint64_t coupon) const
{
    const auto bytes = m_acceptor == nullptr ? std::nullopt : m_acceptor->get(strongKey(coupon));
    const auto record = bytes ? decodeAcceptorRecord(*bytes) : Result<AcceptorRecord>(AcceptorRecord {});
    if (!record || !record->item.isPresent)
        return std::nullopt;
    return CustomerId { strongNumber(record->item.value) };
}

void ClaimDesk::onTick()
{
    if (m_isOut)
        return;
    if (m_hasMemory)
        return mendRows();
    if (m_votes.size() < kStrongMembers - 1)
        askVotes();
    else if (m_hooks.isWhole())
        refill();
}

void ClaimDesk::askVotes()
{
    for (const StrongMember& member : m_office.spec.members) {
        if (member.region == m_self || m_votes.count(member.region) != 0)
            continue;
        ClaimMessage question;
        question.kind = ClaimMessage::Kind::AskVotes;
        question.id = m_incarnation;
        send(member.region, std::move(question));
    }
}

void ClaimDesk::onAskVotes(const ClaimMessage& message)
{
    ClaimMessage reply;
    reply.kind = ClaimMessage::Kind::Votes;
    reply.id = message.id;
    reply.hasMemory = m_hasMemory;
    if (m_hasMemory)
        reply.records = m_acceptor->records();
    const Duration flushed = m_acceptor->flush();
    if (!m_acceptor->isBroken())
        send(message.from, std::move(reply), flushed);
}

void ClaimDesk::refill()
{
    std::map<std::uint64_t, AcceptorRecord> all;
    bool isMoreLost = false;
    for (const auto& [region, votes] : m_votes) {
        isMoreLost = isMoreLost || !votes.hasMemory;
        for (const StoredAcceptor::Record& told : votes.records) {
            const auto record = decodeAcceptorRecord(told.bytes);
            if (!record) {
                m_votes.clear(); // what it says of this one cannot be guessed: it is asked again
                return;
            }
            AcceptorRecord& mine = all[told.number];
            mine.promised = std::max(mine.promised, record->promised);
            if (record->accepted == mine.accepted) {
                mine.isSettled = mine.isSettled || record->isSettled;
            } else if (record->accepted > mine.accepted) {
                mine.accepted = record->accepted;
                mine.item = record->item;
                mine.isSettled = record->isSettled;
            }
        }
    }
    // A ballot of this incarnation that is never minted, above all of the others.
    const Ballot floor { floorOf(m_incarnation), m_self.value };
    for (const auto& [coupon, holder] :
        isMoreLost ? m_hooks.holders() : std::vector<std::pair<std::uint64_t, CustomerId>> {}) {
        AcceptorRecord& mine = all[coupon];
        if (!mine.item.isPresent)
            mine = { std::max(mine.promised, floor), floor, false,
                { 1, true, std::to_string(holder.value), {} } };
    }
    for (const auto& [coupon, record] : all)
        m_acceptor->put(strongKey(coupon), encodeAcceptorRecord(record));
    m_acceptor->setIncarnation(m_incarnation);
    (void)m_acceptor->flush(); // a failure shows in isBroken, and the acceptor keeps silent
    m_votes.clear();
    setMemory(true);
    apply();
}

// One register at a time: reading it also completes what somebody left unfinished.
void ClaimDesk::mendRows()
{
    if (!isServing() || m_isMending || !m_hooks.holderOf || !m_hooks.isWhole())
        return;
    const Duration patience = kRowMissedFor + static_cast<std::int64_t>(m_member) * kRowTurn;
    for (auto entry = m_rowless.begin(); entry != m_rowless.end();) {
        const std::uint64_t coupon = entry->first;
        if (m_hooks.holderOf(coupon)) {
            entry = m_rowless.erase(entry);
            continue;
        }
        ++entry;
        if (m_env.now() - m_rowless[coupon] < patience)
            continue;
        m_isMending = true;
        StrongRequest read;
        read.key = strongKey(coupon);
        return m_table->submit(std::move(read), [this, coupon](const StrongOutcome& outcome) {
            m_isMending = false;
            if (outcome.kind != StrongOutcome::Kind::Committed)
                return;
            if (outcome.isPresent && !m_hooks.holderOf(coupon))
                (void)m_hooks.keep(coupon, CustomerId { strongNumber(outcome.value) });
            if (!outcome.isPresent)
                m_rowless.erase(coupon); // a promise only
        });
    }
}

StrongSpec claimSpec(const Links& links, std::size_t regionCount)
{
    SB_ASSERT(regionCount >= 2);
    const auto at = [](std::size_t index) { return RegionId { static_cast<std::uint8_t>(index) }; };
    if (regionCount == 2)
        return { { { at(0) }, { at(1) }, { at(2), true } }, {}, {} };
    StrongSpec spec;
    Duration least = Duration::max();
    for (std::size_t a = 0; a < regionCount; ++a)
        for (std::size_t b = a + 1; b < regionCount; ++b)
            for (std::size_t c = b + 1; c < regionCount; ++c) {
                const Duration sum = links.roundTrip(at(a), at(b)) + links.roundTrip(at(b), at(c))
                    + links.roundTrip(at(c), at(a));
                if (sum >= least)
                    continue;
                least = sum;
                spec.members = { { at(a) }, { at(b) }, { at(c) } };
            }
    return spec;
}

} // namespace sb
