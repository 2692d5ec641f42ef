// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/answer_watch.h"

#include "backend/base/text.h"

#include <algorithm>
#include <cstdlib>

namespace sb {
namespace {

enum EventType : std::uint32_t { kSecond };

constexpr int kShareStepPerMille = 250;
constexpr Duration kWarmUp = 70s; // longer than the usual TTL: every resolver has asked once
constexpr Duration kStallAfter = 5s; // without progress
constexpr Duration kOnTheWay = 1s; // a write that has not arrived for longer is part of a backlog

} // namespace

AnswerWatch::AnswerWatch(Env& env, EventLog& log, Resolvers& resolvers, HealthChecks& health,
    std::vector<Replica*> replicas, std::vector<std::string> names, Duration lagObjective)
    : m_env(env)
    , m_log(log)
    , m_resolvers(resolvers)
    , m_health(health)
    , m_replicas(std::move(replicas))
    , m_names(std::move(names))
    , m_lagObjective(lagObjective)
    , m_shares(m_replicas.size(), 0)
    , m_announced(m_replicas.size(), 0)
    , m_hasMovedAway(m_replicas.size(), false)
    , m_links(m_replicas.size() * m_replicas.size())
{
}

void AnswerWatch::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(1s, m_self, kSecond);
}

void AnswerWatch::onEvent(const SimEvent& event)
{
    if (event.kind != kSecond)
        return;
    watchShares();
    watchLinks();
    m_env.postIn(1s, m_self, kSecond);
}

std::string AnswerWatch::sharesText() const
{
    std::string text;
    for (std::size_t i = 0; i < m_shares.size(); ++i)
        text += (i > 0 ? ", " : "") + m_names[i] + " " + std::to_string((m_shares[i] + 5) / 10) + " %";
    return text;
}

void AnswerWatch::announce(const std::string& note, RegionId from, RegionId to, EventSeq cause)
{
    m_log.append({ .kind = EventKind::AnswersShifted,
        .severity = Severity::Notice,
        .actor = Actor::Routing,
        .region = to,
        .peer = from,
        .cause = cause,
        .object = m_resolvers.zone().name,
        .valueAfter = sharesText(),
        .note = note });
}

void AnswerWatch::onDecision(const RecordedDecision& record)
{
    const ZoneDecision& decision = record.decision;
    const RegionId natural = decision.ifAllHealthy;
    const bool isFailOpen = decision.reason == ZoneReason::FailOpen;
    if (isFailOpen && !m_isFailOpen) {
        m_log.append({ .kind = EventKind::FailOpen,
            .severity = Severity::Critical,
            .actor = Actor::Routing,
            .region = decision.answer,
            .cause = causeOf(natural),
            .object = m_resolvers.zone().name,
            .note = "No record is healthy and admitted: the zone fails open and answers as if all were" });
    }
    m_isFailOpen = isFailOpen;
    if (decision.answer == natural) {
        if (m_hasMovedAway[natural.value]) {
            m_hasMovedAway[natural.value] = false;
            announce("DNS answers " + m_names[natural.value] + " again", record.previous, natural,
                causeOf(natural));
        }
        return;
    }
    // During a ramp some cities stay away while others return: not a new decision to leave.
    const bool isLeaving = record.previous == natural || !m_health.published()[natural.value].isHealthy;
    if (m_hasMovedAway[natural.value] || !isLeaving)
        return;
    m_hasMovedAway[natural.value] = true;
    announce("DNS begins to answer " + m_names[decision.answer.value] + " instead of "
            + m_names[natural.value] + " as cached answers expire",
        natural, decision.answer, causeOf(natural));
}

EventSeq AnswerWatch::causeOf(RegionId region) const
{
    const EventSeq health = m_health.status(region).event;
    return m_causeOf ? std::max(health, m_causeOf(region)) : health;
}

void AnswerWatch::watchShares()
{
    const std::vector<std::uint64_t> live = m_resolvers.liveAnswers();
    std::uint64_t total = 0;
    for (const std::uint64_t count : live)
        total += count;
    for (std::size_t i = 0; i < live.size(); ++i)
        m_shares[i] = total == 0 ? 0 : static_cast<int>(live[i] * 1'000 / total);
    if (m_env.now() - kStart < kWarmUp)
        return;
    if (!m_isWarm) {
        m_isWarm = true;
        m_announced = m_shares;
        return;
    }
    for (std::size_t i = 0; i < m_shares.size(); ++i) {
        const int moved = m_shares[i] - m_announced[i];
        const bool isEmptied = m_shares[i] == 0 && m_announced[i] > 0;
        if (std::abs(moved) < kShareStepPerMille && !isEmptied)
            continue;
        m_announced = m_shares;
        announce("DNS answers now name " + sharesText(), RegionId {},
            RegionId { static_cast<std::uint8_t>(i) }, EventSeq {});
        return;
    }
}

Duration AnswerWatch::lag(RegionId source, RegionId target) const
{
    const Replica& from = *m_replicas[source.value];
    const std::uint64_t arrived = m_replicas[target.value]->position(from.ownLog());
    if (arrived >= from.position(from.ownLog()))
        return 0us;
    return m_env.now() - from.totals(arrived + 1).committedAt;
}

void AnswerWatch::onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool)
{
    if (isLocal)
        return;
    Link& link = m_links[entry.version.origin.value * m_replicas.size() + at.value];
    const std::int64_t half = micros(m_env.now()) / 500'000;
    for (std::int64_t i = std::max(link.half + 1, half - 3); i <= half; ++i)
        link.longest[static_cast<std::size_t>(i % 4)] = 0us;
    link.half = half;
    Duration& longest = link.longest[static_cast<std::size_t>(half % 4)];
    longest = std::max(longest, m_env.now() - entry.committedAt);
}

Duration AnswerWatch::shownLag(RegionId source, RegionId target) const
{
    const Link& link = m_links[source.value * m_replicas.size() + target.value];
    Duration shown = lag(source, target);
    const std::int64_t now = micros(m_env.now()) / 500'000;
    for (std::int64_t half = std::max<std::int64_t>(0, now - 3); half <= std::min(link.half, now); ++half) {
        if (half > link.half - 4)
            shown = std::max(shown, link.longest[static_cast<std::size_t>(half % 4)]);
    }
    return shown;
}

void AnswerWatch::watchLinks()
{
    for (std::size_t s = 0; s < m_replicas.size(); ++s)
        for (std::size_t t = 0; t < m_replicas.size(); ++t)
            if (s != t)
                watchLink(
                    RegionId { static_cast<std::uint8_t>(s) }, RegionId { static_cast<std::uint8_t>(t) });
}

void AnswerWatch::watchLink(RegionId source, RegionId target)
{
    Link& link = m_links[source.value * m_replicas.size() + target.value];
    const Replica& from = *m_replicas[source.value];
    const std::uint64_t position = m_replicas[target.value]->position(source);
    if (position != link.position)
        link.progressAt = m_env.now();
    link.position = position;
    const Duration behind = lag(source, target);
    const std::uint64_t written = from.position(from.ownLog());
    const std::uint64_t arrived = m_replicas[target.value]->position(from.ownLog());
    link.drain.sample(m_env.now(), written, arrived, behind > kOnTheWay);
    const std::string pair = m_names[source.value] + " to " + m_names[target.value];
    if (!link.isStalled && behind > m_lagObjective && m_env.now() - link.progressAt > kStallAfter) {
        link.isStalled = true;
        link.event = m_log.append({ .kind = EventKind::ReplicationStalled,
            .severity = Severity::Critical,
            .actor = Actor::Replication,
            .region = source,
            .peer = target,
            .object = "replication " + pair,
            .valueAfter = std::to_string(behind.count() / 1'000'000),
            .unit = "s",
            .note = "Replication " + pair + " makes no progress; the oldest missing write is "
                + durationText(behind) + " old; " + groupedText(static_cast<std::int64_t>(written - arrived))
                + " operations wait, " + std::to_string(link.drain.writeRateHz())
                + " more come each second: " + drainText(link.drain.estimate()) });
    } else if (link.isStalled && behind <= m_lagObjective / 5) {
        link.isStalled = false;
        m_log.append({ .kind = EventKind::ReplicationCaughtUp,
            .severity = Severity::Notice,
            .actor = Actor::Replication,
            .region = source,
            .peer = target,
            .cause = link.event,
            .object = "replication " + pair,
            .note = "Replication " + pair + " has caught up, at "
                + groupedText(static_cast<std::int64_t>(link.drain.shipRateHz()))
                + " operations per second in the last seconds" });
    }
}

} // namespace sb
