// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/anomaly_log.h"

#include "backend/base/text.h"
#include "backend/bookstore/catalogue.h"
#include "backend/bookstore/stock.h"

namespace sb {
namespace {

constexpr std::size_t kLosersMax = 100'000;

std::string versionText(const Version& version, const std::vector<std::string>& names)
{
    const auto stamp = static_cast<std::int64_t>(version.hlc.millis()) - kClockEpoch.count() / 1'000;
    return names[version.origin.value] + " #" + std::to_string(version.seq) + " at " + std::to_string(stamp)
        + " ms";
}

std::string keyText(const Key& key)
{
    const auto number = [](std::uint64_t n) { return groupedText(static_cast<std::int64_t>(n)); };
    switch (key.table) {
    case Table::Carts: {
        const std::size_t book = catalogue().indexOf(BookId { static_cast<std::uint32_t>(key.sort) });
        const std::string title = book < catalogue().books().size() ? catalogue().books()[book].title
                                                                    : "book " + number(key.sort);
        return "\"" + title + "\" in the cart of customer " + number(key.partition);
    }
    case Table::Orders:
        return "order " + number(key.sort);
    case Table::Books:
        return "book " + number(key.partition);
    case Table::Stock:
        return "stock of book " + number(key.partition);
    case Table::Claims:
        return "coupon " + number(key.partition);
    case Table::Posts:
        return "blog post " + number(key.partition);
    }
    return "an item";
}

std::string decisionText(const Conflict& conflict)
{
    if (conflict.kind == ConflictKind::RejoinSuperseded)
        return "one of them in a store that has been given up: what stands there stays";
    switch (conflict.rule) {
    case ConflictPolicy::LastWriterWins:
        return "the later stamp wins, the other version is discarded";
    case ConflictPolicy::LastWriterPerAttribute:
        return "of each attribute the later stamp stays";
    case ConflictPolicy::AddWins:
        return "the copies merge: what was added without being seen stays, of its quantity the later stamp";
    case ConflictPolicy::LargerWins:
        return "the larger count stays, because it includes the smaller";
    case ConflictPolicy::FirstWins:
        return "it may be written once: the earlier stamp stays";
    case ConflictPolicy::LaterEpochWins:
        return "it has one writer at a time: what the later writer wrote stays, the other version is kept "
               "with this conflict";
    }
    return {};
}

// Counts of one stock meet all the time under last writer wins, and so do customers who want one coupon; the
// totals are what counts.
Severity severityOf(const Conflict& conflict)
{
    if (conflict.isLoserKept)
        return Severity::Info;
    const bool isUsual = conflict.key.table == Table::Stock || conflict.key.table == Table::Claims;
    return isUsual ? Severity::Notice : Severity::Warning;
}

} // namespace

AnomalyLog::AnomalyLog(Env& env, EventLog& log, std::vector<std::string> names, Hooks hooks)
    : m_env(env)
    , m_log(log)
    , m_names(std::move(names))
    , m_hooks(std::move(hooks))
    , m_found(m_names.size() * m_names.size(), 0)
{
}

void AnomalyLog::onEntry(RegionId at, const LogEntry&, bool isLocal, bool)
{
    if (isLocal && m_hooks.isOutOfService(at))
        note(Anomaly::ZombieWrite);
}

void AnomalyLog::onLogged(const Event& event)
{
    if (event.kind == EventKind::WriteLost)
        note(Anomaly::LostWrite);
}

void AnomalyLog::onConflict(RegionId at, const Conflict& conflict)
{
    if (conflict.kind == ConflictKind::RightsExhausted) {
        ++m_kinds[static_cast<std::size_t>(conflict.kind)];
        appendRefusal(at, conflict);
        return;
    }
    if (conflict.kind == ConflictKind::FencedWrite) {
        ++m_kinds[static_cast<std::size_t>(conflict.kind)];
        return; // a refusal: nothing was written, and the client was told so
    }
    if (conflict.kind != ConflictKind::DeleteMissing)
        countFound(at, conflict);
    if (m_losers.size() >= kLosersMax)
        m_losers.clear(); // old ones have been seen by every region long since
    if (!m_losers.insert({ conflict.loser.log(), conflict.loser.seq, conflict.key }).second)
        return; // each region finds it for itself; it is one conflict
    ++m_kinds[static_cast<std::size_t>(conflict.kind)];
    if (conflict.kind == ConflictKind::DeleteMissing)
        return; // both sides wanted the same
    ++m_conflicts;
    judge(conflict);
    m_entries.push({ m_env.now(), at, conflict });
    append(at, conflict);
}

void AnomalyLog::countFound(RegionId at, const Conflict& conflict)
{
    const RegionId first = conflict.winner.origin;
    const RegionId second = conflict.loser.origin;
    for (const RegionId source : { first, second })
        if (source != at && source.value < m_names.size())
            ++m_found[source.value * m_names.size() + at.value];
    if (first == second && first != at && first.value < m_names.size())
        --m_found[first.value * m_names.size() + at.value]; // once
}

void AnomalyLog::judge(const Conflict& conflict)
{
    if (conflict.isLoserKept || conflict.kind == ConflictKind::InsertExists
        || conflict.kind == ConflictKind::RejoinSuperseded)
        return;
    if (conflict.key.table == Table::Stock) {
        note(Anomaly::LostDecrement);
        return;
    }
    const bool isRemovalLost = conflict.loserValue.empty();
    if (conflict.key.table == Table::Carts && isRemovalLost)
        note(Anomaly::RemovedLineReturns);
    else
        note(Anomaly::LostUpdate);
    if (conflict.winnerAt != kNever && conflict.loserAt != kNever && conflict.winnerAt < conflict.loserAt)
        note(Anomaly::ClockWinner);
}

// Not a meeting of versions: nothing was discarded, and no other region finds the same.
void AnomalyLog::appendRefusal(RegionId at, const Conflict& refused)
{
    const std::string key = keyText(refused.key);
    m_log.append({ .kind = EventKind::ConflictFound,
        .severity = Severity::Warning,
        .actor = Actor::Replication,
        .region = at,
        .object = key,
        .action = std::string(toString(refused.kind)),
        .valueBefore = std::to_string(decodeUnits(refused.loserValue)),
        .valueAfter = std::to_string(decodeUnits(refused.winnerValue)),
        .unit = "units",
        .note = m_names[at.value] + " refused an order for want of rights to the " + key
            + ", although other regions hold rights to "
            + groupedText(static_cast<std::int64_t>(decodeUnits(refused.winnerValue))) + " units" });
}

void AnomalyLog::append(RegionId at, const Conflict& conflict)
{
    const std::string key = keyText(conflict.key);
    m_log.append({ .kind = EventKind::ConflictFound,
        .severity = severityOf(conflict),
        .actor = Actor::Replication,
        .region = conflict.winner.origin,
        .peer = conflict.loser.origin,
        .object = key,
        .action = conflict.kind == ConflictKind::RejoinSuperseded ? "rejoin-superseded"
                                                                  : std::string(toString(conflict.rule)),
        .valueBefore = versionText(conflict.loser, m_names),
        .valueAfter = versionText(conflict.winner, m_names),
        .unit = std::string(toString(conflict.kind)),
        .note = "Found in " + m_names[at.value] + ": " + key + " was written in "
            + m_names[conflict.loser.origin.value] + " and " + m_names[conflict.winner.origin.value]
            + " without knowledge of each other; " + decisionText(conflict)
            + (conflict.isOrderProvable ? ""
                                        : " (order not provable: the stamps are closer than clocks are)") });
}

} // namespace sb
