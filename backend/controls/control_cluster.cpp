// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/controls/control_cluster.h"

#include "backend/base/text.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kPropose, kTaken, kRetry, kTold, kRepair };

constexpr Duration kRetryEvery = 1s;
constexpr Duration kRepairEvery = 1s;
constexpr int kTriesBeforeNote = 5;

const char* word(bool isOn)
{
    return isOn ? "on" : "off";
}

std::string nearText(std::string_view name, const std::vector<std::string>& known)
{
    const std::string near = nearestName(name, known);
    if (!near.empty())
        return "did you mean '" + near + "'?";
    return known.empty() ? "there is none" : "there are: " + joined(known, ", ");
}

} // namespace

ControlCluster::ControlCluster(
    Env& env, EventLog& log, ClusterLinks& links, ControlsSpec spec, std::vector<std::string> regionCodes)
    : m_env(env)
    , m_log(log)
    , m_links(links)
    , m_spec(std::move(spec))
    , m_codes(std::move(regionCodes))
    , m_states(initialStates(m_spec))
    , m_events(m_spec.controls.size())
{
    m_history.push_back(m_states.isOn);
    for (const ControlSpec& control : m_spec.controls) {
        const auto found = std::find(m_codes.begin(), m_codes.end(), control.region);
        SB_ASSERT(control.region.empty() || found != m_codes.end());
        m_regions.push_back(control.region.empty()
                ? RegionId {}
                : RegionId { static_cast<std::uint8_t>(found - m_codes.begin()) });
    }
}

void ControlCluster::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kPropose:
        onPropose(event.a, event.b);
        break;
    case kTaken:
        onTaken(event.a, event.b);
        break;
    case kRetry:
        onRetry(event.b);
        break;
    case kTold:
        onTold(event.a, event.b);
        break;
    case kRepair:
        repair();
        break;
    }
}

Result<bool> ControlCluster::isOn(std::string_view control) const
{
    const auto index = m_spec.findControl(control);
    if (!index)
        return fail(Errc::UnknownName,
            "no routing control is named '" + std::string(control) + "'; "
                + nearText(control, m_spec.controlNames()));
    return isOn(*index);
}

bool ControlCluster::isRegionOn(RegionId region) const
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        if (m_regions[i] == region && !m_states.isOn[i])
            return false;
    }
    return true;
}

ControlCluster::View ControlCluster::view(std::size_t endpoint) const
{
    const std::uint64_t version = m_endpoints[endpoint].shown;
    return { version, m_history[version - m_historyFrom] };
}

std::string ControlCluster::inReachText(ClusterPlace caller) const
{
    std::vector<std::string> homes;
    for (std::size_t i = 0; i < kClusterEndpoints; ++i) {
        if (m_links.isInReach(caller, i))
            homes.emplace_back(kClusterHomes[i]);
    }
    return homes.empty() ? "none" : joined(homes, ", ");
}

Result<ControlCluster::Resolved> ControlCluster::resolve(const ControlRequest& request) const
{
    if (request.changes.empty() || request.changes.size() > kTransactionMax)
        return fail(Errc::BadInput,
            "a transaction changes 1 to " + std::to_string(kTransactionMax) + " routing controls, not "
                + std::to_string(request.changes.size()));
    Resolved resolved;
    for (const ControlRequest::Change& change : request.changes) {
        const auto index = m_spec.findControl(change.control);
        if (!index)
            return fail(Errc::UnknownName,
                "no routing control is named '" + change.control + "'; "
                    + nearText(change.control, m_spec.controlNames()));
        const auto isSame = [&](const ControlChange& other) { return other.control == *index; };
        if (std::any_of(resolved.changes.begin(), resolved.changes.end(), isSame))
            return fail(Errc::BadInput, "routing control '" + change.control + "' is named twice");
        resolved.changes.push_back({ *index, change.isOn });
    }
    for (const std::string& name : request.overrides) {
        const auto index = m_spec.findRule(name);
        if (!index)
            return fail(Errc::UnknownName,
                "no safety rule is named '" + name + "'; " + nearText(name, m_spec.ruleNames()));
        resolved.overrides.push_back(*index);
    }
    if (!request.overrides.empty() && request.reason.empty())
        return fail(Errc::BadInput, "to override a safety rule needs a reason: because TEXT");
    return resolved;
}

Result<> ControlCluster::checkReach(ClusterPlace caller) const
{
    std::size_t reached = 0;
    for (std::size_t i = 0; i < kClusterEndpoints; ++i)
        reached += m_links.isInReach(caller, i) ? 1 : 0;
    if (reached >= kClusterQuorum)
        return {};
    return fail(Errc::Unavailable,
        "a change of routing controls needs three of the cluster's five endpoints, and only "
            + std::to_string(reached) + " answer: " + inReachText(caller));
}

std::size_t ControlCluster::callsInLastSecond(std::size_t endpoint) const
{
    const std::deque<Instant>& calls = m_calls[endpoint];
    return static_cast<std::size_t>(
        std::count_if(calls.begin(), calls.end(), [&](Instant at) { return m_env.now() - at < 1s; }));
}

Result<> ControlCluster::checkQuota(ClusterPlace caller) const
{
    Instant free = kNever;
    for (std::size_t i = 0; i < kClusterEndpoints; ++i) {
        if (!m_links.isInReach(caller, i))
            continue;
        if (callsInLastSecond(i) < kChangesASecond)
            return {};
        free = std::min(free, m_calls[i].front() + 1s);
    }
    return fail(Errc::Refused,
        "every endpoint in reach (" + inReachText(caller) + ") has taken " + std::to_string(kChangesASecond)
            + " changes within a second, which is its quota; put the changes into one call, or try again in "
            + durationText(free - m_env.now()));
}

void ControlCluster::countCall(ClusterPlace caller)
{
    for (std::size_t i = 0; i < kClusterEndpoints; ++i) {
        if (!m_links.isInReach(caller, i) || callsInLastSecond(i) >= kChangesASecond)
            continue;
        m_calls[i].push_back(m_env.now());
        if (m_calls[i].size() > kChangesASecond)
            m_calls[i].pop_front();
        return;
    }
}

Result<> ControlCluster::check(const ControlRequest& request, ClusterPlace caller) const
{
    const auto resolved = resolve(request);
    if (!resolved)
        return tl::make_unexpected(resolved.error());
    if (m_pending)
        return fail(Errc::Refused,
            "another change of routing controls is under way; it needs three endpoints, in reach: "
                + inReachText(m_pending->caller) + "; try again");
    if (const auto reached = checkReach(caller); !reached)
        return reached;
    if (const auto hasLeft = checkQuota(caller); !hasLeft)
        return hasLeft;
    const Judgement judgement = judge(m_spec, m_states, resolved->changes, resolved->overrides, m_env.now());
    if (judgement.isAccepted())
        return {};
    return fail(Errc::Refused,
        refusalText(m_spec, judgement,
            helpfulChange(m_spec, m_states, resolved->changes, resolved->overrides, m_env.now())));
}

void ControlCluster::submit(const ControlRequest& request, ClusterPlace caller, Actor actor, EventSeq cause)
{
    SB_ASSERT(check(request, caller).has_value());
    countCall(caller);
    const Resolved resolved = *resolve(request);
    const Judgement judgement = judge(m_spec, m_states, resolved.changes, resolved.overrides, m_env.now());
    for (const BlockingRule& entry : judgement.overridden) {
        const SafetyRule& rule = m_spec.rules[entry.rule];
        m_log.append({ .kind = EventKind::RuleOverridden,
            .severity = Severity::Warning,
            .actor = actor,
            .cause = cause,
            .object = rule.name,
            .action = "override",
            .note = "Safety rule " + rule.name + " (" + describe(m_spec, rule) + ") is overridden although "
                + entry.consequence + ". Reason: " + request.reason });
    }
    Pending pending;
    pending.version = m_version + 1;
    pending.isOn = m_states.isOn;
    for (const ControlChange& change : resolved.changes) {
        if (m_states.isOn[change.control] != change.isOn)
            pending.changes.push_back(change);
        pending.isOn[change.control] = change.isOn;
    }
    if (pending.changes.empty())
        return; // they are what they shall be
    pending.caller = caller;
    pending.actor = actor;
    pending.cause = cause;
    pending.reason = request.reason;
    m_pending = std::move(pending);
    m_env.mix(hashCombine(m_pending->version, caller));
    propose();
}

void ControlCluster::propose()
{
    for (std::size_t i = 0; i < kClusterEndpoints; ++i) {
        if (m_pending->hasTaken[i])
            continue;
        if (const auto delay = m_links.send(m_pending->caller, static_cast<ClusterPlace>(i)))
            m_env.postIn(*delay, m_self, kPropose, i, m_pending->version);
    }
    m_env.postIn(kRetryEvery, m_self, kRetry, 0, m_pending->version);
}

// At an endpoint. A message carries all states, so it does not matter what the endpoint has missed.
void ControlCluster::onPropose(std::size_t endpoint, std::uint64_t version)
{
    if (m_links.isOut(endpoint))
        return;
    Endpoint& at = m_endpoints[endpoint];
    if (version > at.taken) {
        at.taken = version;
        m_env.mix(hashCombine(endpoint, version));
    }
    if (!m_pending || m_pending->version != version)
        return; // decided meanwhile; nobody waits for the answer
    if (const auto delay = m_links.send(static_cast<ClusterPlace>(endpoint), m_pending->caller))
        m_env.postIn(*delay, m_self, kTaken, endpoint, version);
}

// At the caller.
void ControlCluster::onTaken(std::size_t endpoint, std::uint64_t version)
{
    if (!m_pending || m_pending->version != version)
        return;
    m_pending->hasTaken[endpoint] = true;
    const auto taken = std::count(m_pending->hasTaken.begin(), m_pending->hasTaken.end(), true);
    if (taken >= static_cast<std::ptrdiff_t>(kClusterQuorum))
        decide();
}

void ControlCluster::onRetry(std::uint64_t version)
{
    if (!m_pending || m_pending->version != version)
        return;
    if (++m_pending->tries == kTriesBeforeNote) {
        m_log.append({ .kind = EventKind::NoteAdded,
            .severity = Severity::Warning,
            .actor = Actor::Routing,
            .cause = m_pending->cause,
            .object = "routing controls",
            .note = "A change of routing controls is not decided: fewer than three endpoints have taken it; "
                    "in reach: "
                + inReachText(m_pending->caller) });
    }
    propose();
}

void ControlCluster::decide()
{
    const Pending done = std::move(*m_pending);
    m_pending.reset();
    m_version = done.version;
    m_states.isOn = done.isOn;
    m_history.push_back(done.isOn);
    m_env.mix(done.version);
    EventSeq last;
    for (const ControlChange& change : done.changes) {
        const ControlSpec& control = m_spec.controls[change.control];
        m_states.changedAt[change.control] = m_env.now();
        m_env.mix(std::uint64_t { change.control } << 1 | (change.isOn ? 1U : 0U));
        last = m_events[change.control] = m_log.append({ .kind = EventKind::ControlChanged,
            .severity = Severity::Notice,
            .actor = done.actor,
            .region = m_regions[change.control],
            .cause = done.cause,
            .object = control.name,
            .action = "set",
            .valueBefore = word(!change.isOn),
            .valueAfter = word(change.isOn),
            .note = "Routing control " + control.name + " of the panel " + m_spec.panels[control.panel]
                + " is " + word(change.isOn) + (done.reason.empty() ? "" : ": " + done.reason) });
    }
    for (std::size_t i = 0; i < kClusterEndpoints; ++i)
        tell(done.caller, i);
    if (!m_isRepairing) {
        m_isRepairing = true;
        m_env.postIn(kRepairEvery, m_self, kRepair);
    }
    if (m_onDecided)
        m_onDecided(done.changes, last);
}

void ControlCluster::tell(ClusterPlace from, std::size_t endpoint)
{
    if (const auto delay = m_links.send(from, static_cast<ClusterPlace>(endpoint)))
        m_env.postIn(*delay, m_self, kTold, endpoint, m_version);
}

// At an endpoint.
void ControlCluster::onTold(std::size_t endpoint, std::uint64_t version)
{
    Endpoint& at = m_endpoints[endpoint];
    if (m_links.isOut(endpoint) || version <= at.shown)
        return;
    at.shown = version;
    at.taken = std::max(at.taken, version);
    m_env.mix(hashCombine(endpoint + kClusterEndpoints, version));
    const auto behind = std::min_element(m_endpoints.begin(), m_endpoints.end(),
        [](const Endpoint& a, const Endpoint& b) { return a.shown < b.shown; });
    for (; m_historyFrom < behind->shown; ++m_historyFrom)
        m_history.pop_front();
}

bool ControlCluster::isAnyBehind() const
{
    return std::any_of(m_endpoints.begin(), m_endpoints.end(),
        [&](const Endpoint& endpoint) { return endpoint.shown < m_version; });
}

// Whoever has taken the latest change, or the next one, which says what it follows, tells the others, until
// all know.
void ControlCluster::repair()
{
    m_isRepairing = isAnyBehind();
    if (!m_isRepairing)
        return;
    for (std::size_t i = 0; i < kClusterEndpoints; ++i) {
        if (m_endpoints[i].shown >= m_version || m_links.isOut(i) || SB_MUTANT(EndpointForgotten))
            continue;
        for (std::size_t peer = 0; peer < kClusterEndpoints; ++peer) {
            const bool isFit = peer != i && m_endpoints[peer].taken >= m_version
                && m_links.isInReach(static_cast<ClusterPlace>(peer), i);
            if (!isFit || m_links.isOut(peer))
                continue;
            tell(static_cast<ClusterPlace>(peer), i);
            break;
        }
    }
    m_env.postIn(kRepairEvery, m_self, kRepair);
}

} // namespace sb
