// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shoppers/edge_proxy.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kSecond, kGiveUp };

constexpr int kConnectionLost = 502; // it was connected, and the connection broke
constexpr int kUnreachable = 522; // in-band: no region could be connected to
constexpr int kNoResponse = 524; // in-band: connected, and no answer came

HttpMethod methodOf(Call call)
{
    return isWrite(call) ? HttpMethod::Post : HttpMethod::Get;
}

} // namespace

EdgeProxy::EdgeProxy(Env& env, Network& network, RequestPool& requests, EventLog& log,
    std::vector<std::string> names, EdgeProxyConfig config, Hooks hooks)
    : m_env(env)
    , m_network(network)
    , m_requests(requests)
    , m_log(log)
    , m_names(std::move(names))
    , m_config(config)
    , m_hooks(std::move(hooks))
    , m_moved(network.regionCount() * network.regionCount())
    , m_served(network.regionCount())
    , m_shares(network.regionCount())
    , m_last(network.cityCount())
{
}

void EdgeProxy::connect(ComponentId self, std::vector<ComponentId> regions)
{
    m_self = self;
    m_regions = std::move(regions);
    m_env.postIn(1s, m_self, kSecond);
}

void EdgeProxy::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kSecond:
        closeSecond();
        m_env.postIn(1s, m_self, kSecond);
        break;
    case kGiveUp:
        giveUp(event.a);
        break;
    case kAnswer:
        onBackEnded(event.a, true);
        break;
    case kNoAnswer:
        onBackEnded(event.a, false);
        break;
    }
}

void EdgeProxy::take(std::uint64_t front, Instant leavesAt)
{
    const JobHandle handle = m_jobs.acquire();
    Job& job = *m_jobs.find(handle);
    job = Job {};
    job.front = front;
    Request& request = *m_requests.find(front);
    request.isRegionDone = true; // no region ever holds it
    ++m_counters.requests;
    const Instant at = leavesAt + kEdgeRoundTrip / 2;
    m_env.post(request.deadline, m_self, kGiveUp, handle);
    if (m_config.design == EdgeDesign::OriginGroup) {
        job.origins = OriginRequest(m_config.origins, methodOf(request.call), at);
        send(handle, job, m_config.primary, at);
    } else {
        send(handle, job, m_hooks.steer(request.city), at);
    }
}

void EdgeProxy::send(JobHandle handle, Job& job, RegionId region, Instant at)
{
    const bool isFirst = job.back == 0;
    job.back = m_requests.acquire();
    Request& front = *m_requests.find(job.front);
    Request& back = *m_requests.find(job.back);
    back = front;
    if (!isFirst)
        back.id = m_hooks.mintRequest();
    back.client = m_self;
    back.proxy = handle;
    back.region = region;
    back.arrivedAt = kStart;
    back.connectDeadline = at + m_config.origins.connectTimeout;
    back.deadline = std::max(back.connectDeadline, at + m_config.origins.responseTimeout);
    back.response = Response {};
    back.isClientDone = false;
    back.isRegionDone = false;
    job.region = front.region = region;
    job.sentAt = at;
    if (m_hooks.onAttempt)
        m_hooks.onAttempt(front.city, region, false);
    const Instant arrival = at + m_network.user(front.city, region, true);
    if (arrival > back.deadline)
        m_env.post(back.deadline, m_self, kNoAnswer, job.back);
    m_env.post(arrival, m_regions[region.value], kCallArrives, job.back);
}

void EdgeProxy::onBackEnded(std::uint64_t handle, bool isAnswered)
{
    Request* back = m_requests.find(handle);
    if (back == nullptr || back->isClientDone)
        return; // told twice: by the deadline and by the region
    back->isClientDone = true;
    const JobHandle jobHandle = back->proxy;
    Job* job = m_jobs.find(jobHandle);
    if (job != nullptr && job->back == handle && !job->isAnswered) {
        // Arrived and then lost: the region crashed over it, or took longer than the edge waits.
        const bool wasReceived = isAnswered || back->arrivedAt > kStart;
        const bool isLate = !isAnswered && m_env.now() >= back->deadline;
        if (!isAnswered && m_hooks.onAttempt)
            m_hooks.onAttempt(back->city, back->region, true);
        if (m_config.design == EdgeDesign::InBandRetry) {
            if (isAnswered)
                reply(jobHandle, *job, back, back->response.status);
            else if (wasReceived)
                reply(jobHandle, *job, nullptr, isLate ? kNoResponse : kConnectionLost);
            else
                retryInBand(jobHandle, *job, *back);
        } else {
            if (wasReceived)
                job->origins.onConnected(job->sentAt);
            if (isAnswered || (wasReceived && !isLate))
                job->origins.onHeaders(isAnswered ? back->response.status : kConnectionLost, m_env.now());
            else
                job->origins.onDue(std::max(m_env.now(), job->origins.step().until));
            follow(jobHandle, *job, isAnswered ? back : nullptr);
        }
    }
    // send() may have taken up another request: look again.
    if (m_requests.find(handle)->isRegionDone)
        m_requests.release(handle);
}

// Does what the origin group asks for next.
void EdgeProxy::follow(JobHandle handle, Job& job, const Request* back)
{
    if (job.origins.step().kind == OriginStep::Kind::Body)
        job.origins.onEnd(m_env.now());
    const OriginStep& step = job.origins.step();
    if (step.kind == OriginStep::Kind::Done) {
        reply(handle, job, back, step.status);
        return;
    }
    const RegionId next = regionOf(step.origin);
    if (next != job.region) {
        job.failed = job.region;
        noteFailover(m_requests.find(job.front)->city, job.region, next);
    }
    send(handle, job, next, m_env.now());
}

void EdgeProxy::retryInBand(JobHandle handle, Job& job, const Request& back)
{
    const auto other = job.failed.isValid() ? std::nullopt : m_hooks.other(back.city, job.region);
    if (!other) {
        reply(handle, job, nullptr, kUnreachable);
        return;
    }
    job.failed = job.region;
    noteFailover(back.city, job.region, *other);
    send(handle, job, *other, m_env.now());
}

// `back` is null when the edge itself answers.
void EdgeProxy::reply(JobHandle handle, Job& job, const Request* back, int status)
{
    Request& front = *m_requests.find(job.front);
    front.response = back != nullptr ? back->response : Response {};
    front.response.status = status;
    front.response.resolvesAgain = false; // it is the edge that would have to
    if (back != nullptr) {
        front.id = back->id;
        ++m_served[job.region.value];
        if (!isWrite(front.call))
            record(front.city, job.region, job.failed);
    } else {
        ++m_counters.edgeErrors;
    }
    m_counters.saved += back != nullptr && job.failed.isValid() && status < 400 ? 1 : 0;
    const Instant arrival = m_env.now() + kEdgeRoundTrip / 2;
    if (arrival >= front.deadline) {
        job.isAnswered = true; // giveUp() follows
        return;
    }
    m_env.post(arrival, front.client, kAnswer, job.front);
    m_jobs.release(handle);
}

void EdgeProxy::giveUp(JobHandle handle)
{
    const Job* job = m_jobs.find(handle);
    if (job == nullptr)
        return;
    ++m_counters.abandoned;
    m_env.post(m_env.now(), m_requests.find(job->front)->client, kNoAnswer, job->front);
    m_jobs.release(handle);
}

void EdgeProxy::noteFailover(CityId city, RegionId from, RegionId to)
{
    ++m_counters.failovers;
    ++m_moved[from.value * m_names.size() + to.value];
    m_env.mix(
        (std::uint64_t { city.value } << 16) ^ (std::uint64_t { from.value } << 8) ^ to.value ^ (1ULL << 42));
}

void EdgeProxy::record(CityId city, RegionId answer, RegionId failed)
{
    if (m_last[city.value] == answer)
        return;
    EntryRecord record;
    record.number = ++m_count;
    record.at = m_env.now();
    record.city = city;
    record.previous = m_last[city.value];
    record.answer = answer;
    record.ifAllHealthy = failed.isValid() ? failed : answer;
    const bool isGroup = m_config.design == EdgeDesign::OriginGroup;
    record.reason = failed.isValid() ? (isGroup ? EntryReason::Secondary : EntryReason::NextNearest)
                                     : (isGroup ? EntryReason::Primary : EntryReason::Nearest);
    const auto add = [&](RegionId region, EntryVerdict verdict) {
        record.candidates.push_back(
            { region, m_network.userRoundTrip(city, region), m_hooks.health(region), verdict });
    };
    if (failed.isValid())
        add(failed, EntryVerdict::Unhealthy);
    add(answer, EntryVerdict::Chosen);
    if (isGroup && !failed.isValid())
        add(m_config.secondary, EntryVerdict::Standby);
    m_last[city.value] = answer;
    m_records.push(std::move(record));
}

void EdgeProxy::closeSecond()
{
    std::uint64_t total = 0;
    for (const std::uint32_t count : m_served)
        total += count;
    for (std::size_t r = 0; r < m_served.size(); ++r) {
        if (total > 0)
            m_shares[r] = static_cast<int>(m_served[r] * std::uint64_t { 1'000 } / total);
        m_served[r] = 0;
    }
    const bool isGroup = m_config.design == EdgeDesign::OriginGroup;
    for (std::size_t i = 0; i < m_moved.size(); ++i) {
        const std::uint32_t count = std::exchange(m_moved[i], 0);
        if (count == 0)
            continue;
        const RegionId from { static_cast<std::uint8_t>(i / m_names.size()) };
        const RegionId to { static_cast<std::uint8_t>(i % m_names.size()) };
        const std::string requests
            = groupedText(count) + (count == 1 ? " request" : " requests") + " in the last second";
        m_log.append({ .kind = EventKind::OriginFailover,
            .severity = Severity::Warning,
            .actor = Actor::Routing,
            .region = from,
            .peer = to,
            .object = isGroup ? "origin group" : "edge",
            .action = isGroup ? "secondary" : "in-band retry",
            .valueAfter = std::to_string(count),
            .unit = "requests",
            .note = "Edges asked " + m_names[to.value] + " because " + m_names[from.value]
                + " failed: " + requests });
    }
}

} // namespace sb
