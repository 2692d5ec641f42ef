// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/fence.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kTick, kAsk, kReply, kOrder, kTaken, kSafe };

constexpr Duration kTickEvery = 500ms;
constexpr Duration kAskEvery = 1s; // while there is no lease
// In `a` of an event, above region and voter. In `b`: the number of a round above an epoch.
constexpr std::uint64_t kGranted = 1U << 16;
constexpr std::uint64_t kFenced = 1U << 17;

std::string secondsText(Duration d)
{
    const std::int64_t tenths = (d.count() + 99'999) / 100'000; // a bound is rounded up
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

} // namespace

WriteFence::WriteFence(Env& env, Network& network, EventLog& log, std::vector<Region*> regions,
    std::vector<std::string> names, FenceConfig config)
    : m_env(env)
    , m_log(log)
    , m_regions(std::move(regions))
    , m_names(std::move(names))
    , m_config(config)
    , m_mail(env, network, env.rng("fence"))
    , m_voters(m_regions.size())
    , m_renewals(m_regions.size())
    , m_orders(m_regions.size())
    , m_status(m_regions.size())
    , m_slowSeenAt(m_regions.size(), kNever)
    , m_writes(m_regions.size())
{
}

void WriteFence::connect(ComponentId self)
{
    m_self = self;
    m_mail.connect(self);
    if (!m_config.isOn)
        return;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        // The run begins with leases granted, as if it had gone on before.
        for (VoterRecord& record : m_voters[i])
            record.leaseEnd = m_env.now() + m_config.lease;
        Replica& replica = m_regions[i]->replica();
        replica.store().setNote(StoreNote::Epoch, 1);
        m_regions[i]->setLease({ .isRequired = true,
            .epoch = 1,
            .until = replica.localElapsed() + usableLease(m_config.lease) });
    }
    m_env.postIn(kTickEvery, m_self, kTick);
}

void WriteFence::onEvent(const SimEvent& event)
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
    case kTaken:
        onTaken(event);
        break;
    case kSafe:
        onSafe(RegionId { static_cast<std::uint8_t>(event.a) }, event.b);
        break;
    }
}

void WriteFence::onTick()
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        auto& writes = m_writes[i];
        std::copy_backward(writes.begin(), writes.end() - 1, writes.end());
        writes.front() = m_regions[i]->counters().writes;
        if (m_regions[i]->replica().clock().driftPpm < -kClockRateErrorPpm)
            m_slowSeenAt[i] = m_env.now();
        // Without a lease there is no reason to wait for the usual interval.
        const bool isUrgent = !m_regions[i]->mayAcknowledge() && !m_regions[i]->lease().isFenced;
        const Duration interval = isUrgent ? kAskEvery : m_config.renewEvery;
        if (m_env.now() - m_renewals[i].askedAt >= interval && !m_regions[i]->condition().isDown)
            ask(i);
    }
}

void WriteFence::ask(std::size_t region)
{
    Replica& replica = m_regions[region]->replica();
    Renewal& renewal = m_renewals[region];
    renewal.askedAt = m_env.now();
    Round& round = renewal.rounds[++renewal.round % renewal.rounds.size()];
    round = { renewal.round, replica.store().note(StoreNote::Epoch), replica.localElapsed(), 0 };
    m_mail.ask(region, kAsk, paired(round.number, round.epoch));
}

// At a voter.
void WriteFence::onAsk(const SimEvent& event)
{
    VoterRecord& record = m_voters[regionOf(event.a)][voterOf(event.a)];
    const bool isGranted = !record.isFenced && record.epoch == lowOf(event.b);
    if (isGranted)
        record.leaseEnd = m_env.now() + m_config.lease;
    m_mail.answer(event, kReply, (isGranted ? kGranted : 0) | (record.isFenced ? kFenced : 0),
        paired(highOf(event.b), record.epoch));
}

// At a region.
void WriteFence::onReply(const SimEvent& event)
{
    const std::size_t at = regionOf(event.a);
    Region& region = *m_regions[at];
    const std::uint64_t number = highOf(event.b);
    Round& round = m_renewals[at].rounds[number % m_renewals[at].rounds.size()];
    if (region.condition().isDown || number != round.number)
        return;
    const std::uint64_t epoch = lowOf(event.b);
    const std::uint64_t own = region.replica().store().note(StoreNote::Epoch);
    if ((event.a & kGranted) != 0) {
        if (round.epoch != own || ++round.grants != kQuorum)
            return;
        const Duration until = round.askedLocal + usableLease(m_config.lease);
        const bool isLonger = region.lease().epoch != own || region.lease().until < until;
        if (isLonger)
            region.setLease({ .isRequired = true, .epoch = own, .until = until });
        return;
    }
    if (epoch <= own)
        return; // of a voter that has not heard of the latest order
    if ((event.a & kFenced) != 0) { // one voter's word is enough to stop at once; the bound does not need it
        WriteLease lease = region.lease();
        lease.isFenced = true;
        region.setLease(lease);
        return;
    }
    if (region.condition().isDiskFull)
        return; // it could not be kept; it takes no writes anyway
    region.replica().store().setNote(StoreNote::Epoch, epoch);
    region.setLease({ .isRequired = true });
    ask(at);
}

bool WriteFence::isClockTooSlow(std::size_t region) const
{
    return m_slowSeenAt[region] != kNever && m_env.now() - m_slowSeenAt[region] < m_config.lease + 2s;
}

Duration WriteFence::leaseLeft(RegionId region) const
{
    Instant end = m_env.now();
    for (const VoterRecord& record : m_voters[region.value])
        end = std::max(end, record.leaseEnd);
    return end - m_env.now();
}

std::uint64_t WriteFence::writesExpected(RegionId region, Duration span) const
{
    const auto& writes = m_writes[region.value];
    const std::uint64_t recent = writes.front() - writes.back(); // of ten seconds
    return (recent * static_cast<std::uint64_t>(span.count()) + 9'999'999) / 10'000'000;
}

Result<> WriteFence::checkFence(RegionId region) const
{
    const std::string& name = m_names[region.value];
    if (!m_config.isOn)
        return fail(Errc::Refused,
            "profile as-aws has no server-side fence, as the reference architectures have none: they stop "
            "writers at the client; run with profile hardened");
    if (m_orders[region.value].isOpen)
        return fail(Errc::Refused, "an order about " + name + " is on its way to the voters; try again");
    if (m_status[region.value].isFenced)
        return fail(Errc::Refused, name + " is fenced already");
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const bool isWhole = m_regions[i]->replicator().stage() == ReplicaStage::ServingWrites;
        if (i != region.value && !m_status[i].isFenced && !(m_orders[i].isOpen && m_orders[i].isFence)
            && !m_regions[i]->condition().isDown && isWhole)
            return {};
    }
    return fail(Errc::Refused,
        "no other region could take writes; fencing " + name
            + " would leave users with none: restore or "
              "unfence another region first");
}

Result<> WriteFence::checkUnfence(RegionId region) const
{
    const std::string& name = m_names[region.value];
    if (m_orders[region.value].isOpen)
        return fail(Errc::Refused, "an order about " + name + " is on its way to the voters; try again");
    if (!m_status[region.value].isFenced)
        return fail(Errc::Refused, name + " is not fenced");
    return {};
}

void WriteFence::fence(RegionId region, Actor actor, EventSeq cause)
{
    SB_ASSERT(checkFence(region).has_value());
    sendOrder(region, true, actor, cause);
}

void WriteFence::unfence(RegionId region, Actor actor, EventSeq cause)
{
    SB_ASSERT(checkUnfence(region).has_value());
    // Said before the first voter hears it: from then on the region may get a lease.
    Status& status = m_status[region.value];
    status.isFenced = status.isComplete = false;
    status.event = m_log.append({ .kind = EventKind::RegionUnfenced,
        .severity = Severity::Notice,
        .actor = actor,
        .region = region,
        .cause = cause,
        .object = m_names[region.value],
        .action = "unfence",
        .note = m_names[region.value] + " may acknowledge writes again, under epoch "
            + std::to_string(status.epoch + 1) + ", as soon as it has a lease" });
    sendOrder(region, false, actor, cause);
}

void WriteFence::sendOrder(RegionId region, bool isFence, Actor actor, EventSeq cause)
{
    Status& status = m_status[region.value];
    ++status.epoch;
    m_orders[region.value] = { .isOpen = true, .isFence = isFence, .actor = actor, .cause = cause };
    m_env.mix(hashCombine(region.value, status.epoch << 1 | (isFence ? 1U : 0U)));
    m_mail.order(region.value, kOrder, isFence ? kFenced : 0, status.epoch);
}

// At a voter.
void WriteFence::onOrder(const SimEvent& event)
{
    VoterRecord& record = m_voters[regionOf(event.a)][voterOf(event.a)];
    if (event.b <= record.epoch)
        return;
    record.epoch = event.b;
    record.isFenced = (event.a & kFenced) != 0;
    m_env.mix(hashCombine(event.a, event.b));
    m_mail.report(event, kTaken, event.b);
}

// At the console. Any lease was granted by three voters, and three have taken the order: one of them did
// both, in that order. So the latest lease that these three know of is the last there can be.
void WriteFence::onTaken(const SimEvent& event)
{
    const RegionId region { static_cast<std::uint8_t>(regionOf(event.a)) };
    Order& order = m_orders[region.value];
    if (!order.isOpen || event.b != m_status[region.value].epoch)
        return; // of an order that was carried already
    order.leaseEnd = std::max(order.leaseEnd, m_voters[region.value][voterOf(event.a)].leaseEnd);
    if (++order.taken < kQuorum)
        return;
    if (order.isFence)
        declareFenced(region);
    order.isOpen = false;
}

void WriteFence::declareFenced(RegionId region)
{
    const Order& order = m_orders[region.value];
    Status& status = m_status[region.value];
    const std::string& name = m_names[region.value];
    status.isFenced = true;
    status.isComplete = false;
    status.safeAt = std::max(order.leaseEnd, m_env.now());
    const Duration left = status.safeAt - m_env.now();
    const std::uint64_t writes = writesExpected(region, left);
    const bool isOff = isClockTooSlow(region.value);
    status.event = m_log.append({ .kind = EventKind::RegionFenced,
        .severity = isOff ? Severity::Critical : Severity::Notice,
        .actor = order.actor,
        .region = region,
        .cause = order.cause,
        .object = name,
        .action = "fence",
        .valueBefore = std::to_string(writes),
        .valueAfter = secondsText(left),
        .unit = "s",
        .note = name + " is fenced under epoch " + std::to_string(status.epoch)
            + ": its lease lasts for at most " + secondsText(left) + " s more, with about "
            + std::to_string(writes)
            + " writes at its present rate; whoever moves its users on before then risks as many"
            + (isOff ? "; its clock runs slower than leases allow for, so this bound is not sure" : "") });
    m_env.post(status.safeAt, m_self, kSafe, region.value, status.epoch);
}

void WriteFence::onSafe(RegionId region, std::uint64_t epoch)
{
    Status& status = m_status[region.value];
    if (!status.isFenced || status.epoch != epoch)
        return; // unfenced meanwhile
    status.isComplete = true;
    const bool isOff = isClockTooSlow(region.value);
    m_env.mix(hashCombine(region.value, epoch));
    status.event = m_log.append({ .kind = EventKind::FenceComplete,
        .severity = isOff ? Severity::Critical : Severity::Notice,
        .actor = Actor::System,
        .region = region,
        .cause = status.event,
        .object = m_names[region.value],
        .action = isOff ? "without guarantee" : "fence",
        .note = "The last lease of " + m_names[region.value] + " is over: "
            + (isOff ? "but its clock runs slower than leases allow for, so it may still acknowledge writes "
                       "for a moment"
                     : "it acknowledges no write until it is unfenced") });
}

} // namespace sb
