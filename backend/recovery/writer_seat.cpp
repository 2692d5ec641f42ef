// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/writer_seat.h"

#include "backend/kernel/mutant.h"
#include "backend/recovery/fence.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kTick, kAsk, kReply, kOrder, kTook };

constexpr Duration kTickEvery = 500ms;
constexpr Duration kAskEvery = 1s; // by a holder without a lease
// In `a` of an event, above region and voter: 16 granted, 24 … 31 the writer that the voter knows. In `b`:
// the number of a round, or of a new epoch, above an epoch.
constexpr std::uint64_t kGranted = 1U << 16;

RegionId regionAt(std::size_t index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

} // namespace

WriterSeat::WriterSeat(Env& env, Network& network, std::vector<Region*> regions, WriterSeatConfig config)
    : m_env(env)
    , m_regions(std::move(regions))
    , m_config(config)
    , m_mail(env, network, env.rng("writer-seat"))
    , m_known(m_regions.size())
    , m_held(m_regions.size(), 0)
    , m_renewals(m_regions.size())
{
    m_held.front() = 1;
}

void WriterSeat::connect(ComponentId self)
{
    m_self = self;
    m_mail.connect(self);
    if (!m_config.hasLeases)
        return;
    // The run begins with a lease granted, as if it had gone on before.
    for (Voter& voter : m_voters)
        voter.leaseEnd = m_env.now() + m_config.lease;
    m_renewals.front().leaseEpoch = 1;
    m_renewals.front().leaseUntil = m_regions.front()->replica().localElapsed() + usableLease(m_config.lease);
    m_env.postIn(kTickEvery, m_self, kTick);
}

void WriterSeat::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kTick:
        onTick();
        m_env.postIn(kTickEvery, m_self, kTick);
        break;
    case kAsk:
        onAsk(event);
        break;
    case kReply:
        onReply(event);
        break;
    case kOrder:
        onOrder(event);
        break;
    case kTook:
        onVoterTook(event);
        break;
    }
}

bool WriterSeat::holdsLease(std::size_t region) const
{
    const Renewal& renewal = m_renewals[region];
    return renewal.leaseEpoch == m_known[region].epoch
        && m_regions[region]->replica().localElapsed() < renewal.leaseUntil;
}

bool WriterSeat::mayWrite(RegionId at) const
{
    if (SB_MUTANT(WriterIgnoresEpoch))
        return m_held[at.value] > 0;
    const Known& known = m_known[at.value];
    return known.writer == at && !known.hasStopped && (!m_config.hasLeases || holdsLease(at.value));
}

void WriterSeat::learn(RegionId at, std::uint64_t epoch, RegionId writer)
{
    Known& known = m_known[at.value];
    if (epoch <= known.epoch)
        return;
    known = { epoch, writer, false };
    if (writer == at)
        m_held[at.value] = epoch;
    m_env.mix(hashCombine(at.value, epoch << 8 | writer.value));
}

void WriterSeat::stop(RegionId at)
{
    m_known[at.value].hasStopped = true;
    m_env.mix(hashCombine(at.value, m_known[at.value].epoch));
}

void WriterSeat::onTick()
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        Renewal& renewal = m_renewals[i];
        if (m_regions[i]->condition().isDown) {
            renewal.leaseEpoch = 0; // it was in memory
            continue;
        }
        const bool isHolder = m_known[i].writer.value == i;
        const Duration interval = !isHolder ? m_config.learnEvery
            : holdsLease(i)                 ? m_config.renewEvery
                                            : kAskEvery;
        if (m_env.now() - renewal.askedAt >= interval)
            ask(i);
    }
}

void WriterSeat::ask(std::size_t region)
{
    Renewal& renewal = m_renewals[region];
    renewal.askedAt = m_env.now();
    Round& round = renewal.rounds[++renewal.round % renewal.rounds.size()];
    round = { renewal.round, m_known[region].epoch, m_regions[region]->replica().localElapsed(), 0 };
    m_mail.ask(region, kAsk, paired(round.number, round.epoch));
}

// At a voter.
void WriterSeat::onAsk(const SimEvent& event)
{
    const std::size_t region = regionOf(event.a);
    Voter& voter = m_voters[voterOf(event.a)];
    const bool isGranted
        = voter.epoch == lowOf(event.b) && voter.writer.value == region && m_env.now() >= voter.quietUntil;
    if (isGranted)
        voter.leaseEnd = m_env.now() + m_config.lease;
    m_mail.answer(event, kReply, (isGranted ? kGranted : 0) | (std::uint64_t { voter.writer.value } << 24),
        paired(highOf(event.b), voter.epoch));
}

// At a region.
void WriterSeat::onReply(const SimEvent& event)
{
    const std::size_t at = regionOf(event.a);
    Renewal& renewal = m_renewals[at];
    const std::uint64_t number = highOf(event.b);
    Round& round = renewal.rounds[number % renewal.rounds.size()];
    if (m_regions[at]->condition().isDown || number != round.number)
        return;
    if ((event.a & kGranted) == 0) { // one voter's word of a later epoch is enough to step down
        learn(regionAt(at), lowOf(event.b), regionAt(event.a >> 24 & 0xFF));
        return;
    }
    if (round.epoch != m_known[at].epoch || ++round.grants != kQuorum)
        return;
    const Duration until = round.askedLocal + usableLease(m_config.lease);
    if (renewal.leaseEpoch == round.epoch && renewal.leaseUntil >= until)
        return;
    renewal.leaseEpoch = round.epoch;
    renewal.leaseUntil = until;
    m_env.mix(hashCombine(at, static_cast<std::uint64_t>(until.count())));
}

void WriterSeat::order(const Order& order)
{
    SB_ASSERT(m_config.hasLeases && order.epoch > m_ordered);
    m_ordered = order.epoch;
    m_taken = 0;
    m_env.mix(hashCombine(order.epoch, order.writer.value));
    m_mail.order(order.writer.value, kOrder, 0, paired(order.epoch, order.released));
}

// At a voter.
void WriterSeat::onOrder(const SimEvent& event)
{
    Voter& voter = m_voters[voterOf(event.a)];
    if (highOf(event.b) <= voter.epoch)
        return;
    const bool isReleased = lowOf(event.b) == voter.epoch;
    voter.quietUntil = std::max(voter.quietUntil, isReleased ? m_env.now() : voter.leaseEnd);
    voter.leaseEnd = m_env.now();
    voter.epoch = highOf(event.b);
    voter.writer = regionAt(regionOf(event.a));
    m_env.mix(hashCombine(event.a, event.b));
    m_mail.report(event, kTook, voter.epoch);
}

// At the console.
void WriterSeat::onVoterTook(const SimEvent& event)
{
    if (event.b == m_ordered && ++m_taken == kQuorum && m_onTaken)
        m_onTaken(event.b);
}

Duration WriterSeat::leaseLeft() const
{
    Instant end = m_env.now();
    for (const Voter& voter : m_voters)
        end = std::max({ end, voter.leaseEnd, voter.quietUntil });
    return end - m_env.now();
}

} // namespace sb
