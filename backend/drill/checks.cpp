// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drill/checks.h"

#include "backend/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace sb {
namespace {

// One incident's service interruption as its user saw it.
struct Interruption {
    const Event* began = nullptr;
    const Event* restored = nullptr; // null while it lasts
};

class Judge {
public:
    explicit Judge(const DrillRun& run)
        : m_run(run)
    {
    }

    [[nodiscard]] CheckResult operator()(const EventSeen& rule) const;
    [[nodiscard]] CheckResult operator()(const EventNotSeen& rule) const;
    [[nodiscard]] CheckResult operator()(const EventsInOrder& rule) const;
    [[nodiscard]] CheckResult operator()(const RtoAtMost& rule) const;
    [[nodiscard]] CheckResult operator()(const LossesAtMost& rule) const;
    [[nodiscard]] CheckResult operator()(const ReplicasConverged& rule) const;
    [[nodiscard]] CheckResult operator()(const RegionStateAtEnd& rule) const;
    [[nodiscard]] CheckResult operator()(const AnswerShareAtEnd& rule) const;
    [[nodiscard]] CheckResult operator()(const OrdersContinue& rule) const;
    [[nodiscard]] CheckResult operator()(const OrdersAtLeast& rule) const;
    [[nodiscard]] CheckResult operator()(const AnomalyCount& rule) const;
    [[nodiscard]] CheckResult operator()(const StaleShareAtEnd& rule) const;

private:
    static CheckResult answer(bool passed, std::string evidence, const Event* event = nullptr)
    {
        return { {}, passed, std::move(evidence), event != nullptr ? event->seq : EventSeq {} };
    }
    [[nodiscard]] std::string regionCode(RegionId id) const;
    [[nodiscard]] const RegionView* regionView(const std::string& code) const;
    [[nodiscard]] CheckResult noRegion(const std::string& code) const;
    [[nodiscard]] bool matches(const Event& event, const EventFilter& filter) const;
    [[nodiscard]] static bool isInside(Instant at, const CheckWindow& window);
    // First match at or behind `from` in the log.
    [[nodiscard]] const Event* find(
        const EventFilter& filter, const CheckWindow& window, std::size_t from = 0) const;
    [[nodiscard]] std::vector<Interruption> interruptions() const;
    // A restoration is only known after some good windows; its event then says since when (microseconds).
    [[nodiscard]] static Instant restoredAt(const Event& event);
    [[nodiscard]] std::string backlog() const;

    [[nodiscard]] std::string when(Instant at) const;
    [[nodiscard]] std::string name(const Event& event) const;
    [[nodiscard]] std::string describe(const EventFilter& filter) const;
    [[nodiscard]] std::string describe(const CheckWindow& window) const;

    const DrillRun& m_run;
};

std::string Judge::regionCode(RegionId id) const
{
    return id.value < m_run.description.regions.size() ? m_run.description.regions[id.value].code : "";
}

const RegionView* Judge::regionView(const std::string& code) const
{
    for (const RegionView& view : m_run.end.regions) {
        if (regionCode(view.id) == code)
            return &view;
    }
    return nullptr;
}

CheckResult Judge::noRegion(const std::string& code) const
{
    return answer(false, "this run has no region '" + code + "'");
}

bool Judge::matches(const Event& event, const EventFilter& filter) const
{
    return event.kind == filter.kind && (filter.region.empty() || regionCode(event.region) == filter.region)
        && (filter.peer.empty() || regionCode(event.peer) == filter.peer)
        && (!filter.actor || event.actor == *filter.actor)
        && (filter.object.empty() || event.object.find(filter.object) != std::string::npos)
        && (filter.action.empty() || event.action == filter.action)
        && (filter.value.empty() || event.valueAfter == filter.value);
}

bool Judge::isInside(Instant at, const CheckWindow& window)
{
    return at >= window.after && (!window.within || at <= window.after + *window.within);
}

const Event* Judge::find(const EventFilter& filter, const CheckWindow& window, std::size_t from) const
{
    for (std::size_t i = from; i < m_run.events.size(); ++i) {
        if (isInside(m_run.events[i].at, window) && matches(m_run.events[i], filter))
            return &m_run.events[i];
    }
    return nullptr;
}

// Errors may come back after they were under the objective: then the service was not restored yet, and the
// interruption goes on until the last time they were.
std::vector<Interruption> Judge::interruptions() const
{
    std::vector<Interruption> all;
    bool isOpen = false;
    for (const Event& event : m_run.events) {
        if (event.kind == EventKind::ImpactBegan && !isOpen) {
            all.push_back({ &event, nullptr });
            isOpen = true;
        } else if (isOpen && event.kind == EventKind::SloBreached) {
            all.back().restored = nullptr;
        } else if (isOpen && event.kind == EventKind::SloRestored) {
            all.back().restored = &event;
        } else if (isOpen && event.kind == EventKind::IncidentClosed) {
            // Users saw too little for the objective to be breached: the close is all there is to go by.
            if (all.back().restored == nullptr)
                all.back().restored = &event;
            isOpen = false;
        }
    }
    return all;
}

Instant Judge::restoredAt(const Event& event)
{
    std::int64_t since = 0;
    const std::string& text = event.valueBefore;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), since);
    const bool isWhole = !text.empty() && error == std::errc {} && end == text.data() + text.size();
    if (event.kind != EventKind::SloRestored || !isWhole || since < 0 || atMicros(since) > event.at)
        return event.at;
    return atMicros(since);
}

// Tells writes that are on their way from copies that differ for good.
std::string Judge::backlog() const
{
    std::string text;
    for (const LinkView& link : m_run.end.links) {
        if (link.pendingOperations > 0)
            text += "; " + regionCode(link.source) + " to " + regionCode(link.target) + ": "
                + groupedText(static_cast<std::int64_t>(link.pendingOperations)) + " operations pending, "
                + durationText(link.lag) + " behind";
    }
    return text.empty() ? "; nothing is pending" : text;
}

std::string Judge::when(Instant at) const
{
    const std::string offset = at == kStart ? "0 s" : durationText(at - kStart);
    return clockText(m_run.description.start, at, true) + " (+" + offset + ")";
}

std::string Judge::name(const Event& event) const
{
    std::string text = std::string(toString(event.kind));
    if (event.region.isValid())
        text += " " + regionCode(event.region);
    if (event.peer.isValid())
        text += " to " + regionCode(event.peer);
    return text + ", event " + std::to_string(event.seq.value) + " at " + when(event.at);
}

std::string Judge::describe(const EventFilter& filter) const
{
    std::string text = std::string(toString(filter.kind));
    const auto add = [&](std::string_view label, std::string_view value) {
        if (!value.empty())
            text += " " + std::string(label) + " '" + std::string(value) + "'";
    };
    if (!filter.region.empty())
        text += " " + filter.region;
    if (!filter.peer.empty())
        text += " to " + filter.peer;
    add("by", filter.actor ? toString(*filter.actor) : std::string_view {});
    add("object", filter.object);
    add("action", filter.action);
    add("value", filter.value);
    return text;
}

std::string Judge::describe(const CheckWindow& window) const
{
    const Instant last
        = window.within ? std::min(window.after + *window.within, m_run.endedAt) : m_run.endedAt;
    return "from " + when(window.after) + " to " + when(last);
}

CheckResult Judge::operator()(const EventSeen& rule) const
{
    if (const Event* event = find(rule.filter, rule.window))
        return answer(true, name(*event) + (event->note.empty() ? "" : ": " + event->note), event);
    std::string evidence = "no " + describe(rule.filter) + " " + describe(rule.window);
    // A near miss helps more than a plain no.
    if (const Event* outside = find(rule.filter, {}))
        return answer(false, evidence + "; seen outside: " + name(*outside), outside);
    return answer(false, std::move(evidence));
}

CheckResult Judge::operator()(const EventNotSeen& rule) const
{
    if (const Event* event = find(rule.filter, rule.window))
        return answer(false, name(*event) + (event->note.empty() ? "" : ": " + event->note), event);
    const Event* last = m_run.events.empty() ? nullptr : &m_run.events.back();
    return answer(true,
        "no " + describe(rule.filter) + " " + describe(rule.window) + " among "
            + groupedText(static_cast<std::int64_t>(m_run.events.size())) + " events",
        last);
}

CheckResult Judge::operator()(const EventsInOrder& rule) const
{
    std::size_t from = 0;
    std::vector<std::string> found;
    const Event* last = nullptr;
    for (const EventFilter& filter : rule.sequence) {
        const Event* event = find(filter, rule.window, from);
        if (event == nullptr)
            return answer(false,
                (last == nullptr ? "no " : "after " + name(*last) + " there is no ") + describe(filter) + " "
                    + describe(rule.window),
                last);
        found.push_back(name(*event));
        from = static_cast<std::size_t>(event - m_run.events.data()) + 1;
        last = event;
    }
    return answer(true, joined(found, "; then "), last);
}

CheckResult Judge::operator()(const RtoAtMost& rule) const
{
    const std::vector<Interruption> all = interruptions();
    if (all.empty())
        return answer(true, "no user-visible error caused by a fault");
    const auto length = [&](const Interruption& i) {
        return (i.restored != nullptr ? restoredAt(*i.restored) : m_run.endedAt) - i.began->at;
    };
    const auto shorter = [&](const Interruption& a, const Interruption& b) { return length(a) < length(b); };
    const Interruption& longest = *std::max_element(all.begin(), all.end(), shorter);
    for (const Interruption& interruption : all) {
        if (interruption.restored == nullptr)
            return answer(false,
                "not restored at the end: from " + name(*interruption.began) + " to the end at "
                    + when(m_run.endedAt) + ", " + durationText(length(interruption)) + " so far",
                interruption.began);
    }
    return answer(length(longest) <= rule.limit,
        durationText(length(longest)) + ", from " + name(*longest.began) + " to "
            + when(restoredAt(*longest.restored)) + ", proven by " + name(*longest.restored) + "; at most "
            + durationText(rule.limit),
        longest.restored);
}

CheckResult Judge::operator()(const LossesAtMost& rule) const
{
    std::int64_t lost = 0, overwritten = 0, atRisk = 0;
    const Event* last = nullptr;
    for (const Event& event : m_run.events) {
        atRisk += event.kind == EventKind::WriteAtRisk;
        lost += event.kind == EventKind::WriteLost;
        // Refused ones, too: they have arrived, and cannot be read.
        const bool isOut = event.kind == EventKind::WriteOverwritten || event.kind == EventKind::WriteRefused;
        overwritten += isOut;
        if (event.kind == EventKind::WriteLost || (isOut && rule.countsOverwritten))
            last = &event;
    }
    std::string evidence = groupedText(lost) + " lost and " + groupedText(overwritten) + " overwritten of "
        + groupedText(atRisk) + " acknowledged writes at risk; at most " + groupedText(rule.limit)
        + (rule.countsOverwritten ? " of both" : " lost");
    if (last != nullptr)
        evidence += "; the last: " + name(*last) + (last->object.empty() ? "" : ", " + last->object);
    return answer(lost + (rule.countsOverwritten ? overwritten : 0) <= rule.limit, std::move(evidence), last);
}

CheckResult Judge::operator()(const AnomalyCount& rule) const
{
    const auto counted
        = static_cast<std::int64_t>(m_run.end.anomalies[static_cast<std::size_t>(rule.anomaly)]);
    std::string wanted;
    if (rule.atLeast > 0)
        wanted += "at least " + groupedText(rule.atLeast);
    if (rule.atMost < std::numeric_limits<std::int32_t>::max())
        wanted += (wanted.empty() ? "at most " : " and at most ") + groupedText(rule.atMost);
    return answer(counted >= rule.atLeast && counted <= rule.atMost,
        std::string(codeOf(rule.anomaly)) + " " + std::string(toString(rule.anomaly)) + " happened "
            + groupedText(counted) + " times; " + wanted + " pass");
}

CheckResult Judge::operator()(const StaleShareAtEnd& rule) const
{
    const ClientsView& clients = m_run.end.clients;
    std::uint64_t visits = 0, stale = 0;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < clients.visits.size(); ++i) {
        visits += clients.visits[i];
        stale += clients.stale[i];
        if (clients.visits[i] > 0)
            parts.push_back(std::string(toString(static_cast<ClientKind>(i))) + " "
                + std::to_string(clients.stale[i]) + " of " + std::to_string(clients.visits[i]));
    }
    if (visits == 0)
        return answer(false, "there is no visit at the end, so nobody's share can be told");
    return answer(stale * 100 <= visits * static_cast<std::uint64_t>(rule.atMostPercent),
        groupedText(static_cast<std::int64_t>(stale)) + " of "
            + groupedText(static_cast<std::int64_t>(visits)) + " visits are stale (" + joined(parts, ", ")
            + "); at most " + std::to_string(rule.atMostPercent) + " %; "
            + groupedText(static_cast<std::int64_t>(clients.hintsHonoured)) + " of "
            + groupedText(static_cast<std::int64_t>(clients.hintsHeard)) + " hints were obeyed");
}

CheckResult Judge::operator()(const ReplicasConverged&) const
{
    if (m_run.replicasConverged)
        return answer(true, "digests and positions of all regions are equal at " + when(m_run.endedAt));
    return answer(false, "digests or positions of the regions differ at " + when(m_run.endedAt) + backlog());
}

CheckResult Judge::operator()(const RegionStateAtEnd& rule) const
{
    const RegionView* view = regionView(rule.region);
    if (view == nullptr)
        return noRegion(rule.region);
    const bool passed = view->state == rule.state;
    return answer(passed,
        rule.region + " is " + std::string(toString(view->state)) + " since " + when(view->since)
            + (passed ? "" : "; expected " + std::string(toString(rule.state))));
}

CheckResult Judge::operator()(const AnswerShareAtEnd& rule) const
{
    const RegionView* view = regionView(rule.region);
    if (view == nullptr)
        return noRegion(rule.region);
    // Compared in tenths of a percent, as it is printed.
    const std::int64_t permille = std::llround(view->answerShare * 1000);
    std::string evidence = rule.region + " is in " + std::to_string(permille / 10) + "."
        + std::to_string(permille % 10) + " % of the live DNS answers at " + when(m_run.endedAt);
    if (rule.atLeastPercent > 0)
        evidence += "; at least " + std::to_string(rule.atLeastPercent) + " %";
    if (rule.atMostPercent < 100)
        evidence += "; at most " + std::to_string(rule.atMostPercent) + " %";
    return answer(
        permille >= rule.atLeastPercent * 10 && permille <= rule.atMostPercent * 10, std::move(evidence));
}

CheckResult Judge::operator()(const OrdersContinue& rule) const
{
    const std::vector<Interruption> all = interruptions();
    if (all.empty())
        return answer(false, "no user-visible error caused by a fault, so nothing to continue from");
    EventFilter filter;
    filter.kind = EventKind::ServiceContinues;
    filter.region = rule.region;
    std::vector<std::string> found;
    const Event* last = nullptr;
    for (const Interruption& interruption : all) {
        const CheckWindow window { interruption.began->at, rule.within };
        const Event* event = find(filter, window);
        if (event == nullptr)
            return answer(false,
                "after " + name(*interruption.began) + " there is no " + describe(filter) + " within "
                    + durationText(rule.within),
                interruption.began);
        found.push_back(event->object + (event->object.empty() ? "" : ": ") + name(*event) + ", "
            + durationText(event->at - interruption.began->at) + " after "
            + std::string(toString(EventKind::ImpactBegan)));
        last = event;
    }
    return answer(true, joined(found, "; "), last);
}

CheckResult Judge::operator()(const OrdersAtLeast& rule) const
{
    const RegionView* view = regionView(rule.region);
    if (view == nullptr)
        return noRegion(rule.region);
    const std::uint64_t limit = static_cast<std::uint64_t>(rule.count);
    return answer(view->ordersTotal >= limit,
        rule.region + " acknowledged " + groupedText(static_cast<std::int64_t>(view->ordersTotal))
            + " orders by " + when(m_run.endedAt) + "; at least " + groupedText(rule.count));
}

} // namespace

std::vector<CheckResult> judge(const std::vector<DrillCheck>& checks, const DrillRun& run)
{
    std::vector<CheckResult> results;
    const Judge visitor(run);
    for (const DrillCheck& check : checks) {
        results.push_back(std::visit(visitor, check.rule));
        results.back().name = check.name;
    }
    return results;
}

bool allPassed(const std::vector<CheckResult>& results)
{
    return std::all_of(
        results.begin(), results.end(), [](const CheckResult& result) { return result.passed; });
}

std::vector<Event> toEvents(const std::vector<CheckResult>& results, const DrillRun& run)
{
    std::vector<Event> events;
    std::uint64_t seq = run.events.empty() ? 0 : run.events.back().seq.value;
    for (const CheckResult& result : results) {
        Event event;
        event.seq = EventSeq { ++seq };
        event.at = run.endedAt;
        event.kind = result.passed ? EventKind::CheckPassed : EventKind::CheckFailed;
        event.severity = result.passed ? Severity::Info : Severity::Warning;
        event.actor = Actor::Drill;
        event.cause = result.event;
        event.object = result.name;
        event.note = result.evidence;
        event.executed = run.end.executed;
        event.stateHash = run.end.stateHash;
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace sb
