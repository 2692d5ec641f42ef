// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/range_summary.h"

#include "ui/incident/incident_text.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"

#include <algorithm>
#include <map>

namespace sb {
namespace {

void countEvents(const IncidentLog& log, RangeSummary& sum)
{
    const auto& events = log.lanes().events();
    auto event = std::lower_bound(
        events.begin(), events.end(), sum.range.from, [](const Event& e, Instant at) { return e.at < at; });
    std::map<EventKind, std::size_t> kinds;
    const Event* before = nullptr;
    for (; event != events.end() && event->at <= sum.range.to; ++event) {
        ++sum.events;
        ++kinds[event->kind];
        if (before != nullptr && (!sum.longestGap || event->at - before->at > sum.longestGap->span()))
            sum.longestGap = TimeRange { before->at, event->at };
        before = &*event;
    }
    sum.writesAtRisk = kinds[EventKind::WriteAtRisk];
    sum.writesOverwritten = kinds[EventKind::WriteOverwritten];
    sum.writesLost = kinds[EventKind::WriteLost];
    sum.commands = kinds[EventKind::CommandAccepted] + kinds[EventKind::CommandRefused];
    for (const auto& [kind, count] : kinds) {
        if (count > 0)
            sum.kinds.emplace_back(kind, count);
    }
    std::stable_sort(
        sum.kinds.begin(), sum.kinds.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
}

constexpr Duration kEdge = 2s; // how far a sample may lie from the range's end that it stands for

void takeCounts(const IncidentLog& log, RangeSummary& sum)
{
    const auto& counts = log.counts();
    const auto isBefore = [](const CountSample& c, Instant at) { return c.at < at; };
    const auto from = std::lower_bound(counts.begin(), counts.end(), sum.range.from, isBefore);
    const auto end = std::upper_bound(
        from, counts.end(), sum.range.to, [](Instant at, const CountSample& c) { return at < c.at; });
    if (end - from < 2)
        return;
    const CountSample& first = *from;
    const CountSample& last = *(end - 1);
    // While a recording is replayed samples are seconds apart: their difference would tell of less than the
    // range, and of another part of it each time.
    const Instant known = std::min(sum.range.to, counts.back().at);
    if (first.at - std::max(sum.range.from, kStart) > kEdge || known - last.at > kEdge)
        return;
    sum.requests = last.requests - first.requests;
    sum.failed = last.failed - first.failed;
    sum.decisions = last.decisions - first.decisions;
}

} // namespace

RangeSummary summarise(const IncidentLog& log, TimeRange range)
{
    RangeSummary sum;
    sum.range = range;
    countEvents(log, sum);
    takeCounts(log, sum);
    for (const TimelineBar& fault : log.lanes().faults()) {
        if (fault.from <= range.to && fault.to >= range.from)
            sum.faults << fault.text;
    }
    sum.errors = stripStats(log, Track::Errors, range);
    sum.lag = stripStats(log, Track::Replication, range);
    return sum;
}

std::vector<std::pair<QString, QString>> factsOf(const RangeSummary& sum, UtcStart start)
{
    const auto count = [](std::size_t n) { return formatCount(static_cast<qint64>(n)); };
    const auto counted = [](const std::optional<std::uint64_t>& n) {
        return n ? formatCount(static_cast<qint64>(*n)) : IncidentText::tr("not known");
    };
    const auto strip = [](const StripStats& stats, auto text) {
        //: of the greatest values of each second: the least, the greatest, their mean
        return stats.seconds == 0 ? IncidentText::tr("no samples")
                                  : IncidentText::tr("%1 … %2, mean %3")
                                        .arg(text(stats.least), text(stats.greatest), text(stats.mean));
    };
    std::vector<std::pair<QString, QString>> facts;
    facts.emplace_back(IncidentText::tr("Events"), count(sum.events));
    facts.emplace_back(IncidentText::tr("Faults active"),
        sum.faults.isEmpty()
            ? IncidentText::tr("none")
            //: how many faults, and which
            : IncidentText::tr("%1: %2").arg(
                count(static_cast<std::size_t>(sum.faults.size())), joinedParts(sum.faults)));
    facts.emplace_back(IncidentText::tr("Errors by second"),
        strip(sum.errors, [](double percent) { return formatPercent(percent / 100, 1); }));
    facts.emplace_back(
        IncidentText::tr("Lag by second"), strip(sum.lag, [](double lag) { return formatSeconds(lag); }));
    facts.emplace_back(IncidentText::tr("Requests"), counted(sum.requests));
    facts.emplace_back(IncidentText::tr("Failed requests"), counted(sum.failed));
    facts.emplace_back(IncidentText::tr("Routing decisions"), counted(sum.decisions));
    facts.emplace_back(IncidentText::tr("Commands"), count(sum.commands));
    facts.emplace_back(IncidentText::tr("Writes at risk"), count(sum.writesAtRisk));
    facts.emplace_back(IncidentText::tr("Writes overwritten"), count(sum.writesOverwritten));
    facts.emplace_back(IncidentText::tr("Writes lost"), count(sum.writesLost));
    if (sum.longestGap) {
        //: the longest time without any event: how long, and from when
        facts.emplace_back(IncidentText::tr("Longest gap"),
            IncidentText::tr("%1 from %2")
                .arg(formatDuration(sum.longestGap->span()), formatClock(start, sum.longestGap->from)));
    }
    return facts;
}

} // namespace sb
