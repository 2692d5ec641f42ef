// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/edge/origin_group.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

constexpr int kCannotConnect = 503;
constexpr int kTooLate = 504;

Result<> inRange(std::string_view field, Duration value, Duration low, Duration high)
{
    if (value >= low && value <= high)
        return {};
    return sb::fail(Errc::BadInput,
        std::string(field) + " is " + durationText(value) + "; it must be " + durationText(low) + " to "
            + durationText(high));
}

} // namespace

std::string_view toString(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET";
    case HttpMethod::Head:
        return "HEAD";
    case HttpMethod::Options:
        return "OPTIONS";
    case HttpMethod::Post:
        return "POST";
    case HttpMethod::Put:
        return "PUT";
    case HttpMethod::Patch:
        return "PATCH";
    case HttpMethod::Delete:
        return "DELETE";
    }
    return "unknown";
}

Result<FailoverCodes> FailoverCodes::of(const std::vector<int>& codes)
{
    FailoverCodes result;
    for (const int code : codes) {
        if (placeOf(code) < 0) {
            std::vector<std::string> known;
            for (const int each : kFailoverCodes)
                known.push_back(std::to_string(each));
            return sb::fail(Errc::BadInput,
                std::to_string(code) + " is no code to fail over on; there are " + joined(known, ", "));
        }
        result.add(code);
    }
    if (result.isEmpty())
        return sb::fail(
            Errc::BadInput, "an origin group needs at least one code to fail over on, such as 503");
    return result;
}

Result<> validate(const OriginGroupConfig& config)
{
    if (config.codes.isEmpty())
        return sb::fail(
            Errc::BadInput, "an origin group needs at least one code to fail over on, such as 503");
    if (config.connectAttempts < 1 || config.connectAttempts > 3)
        return sb::fail(Errc::BadInput,
            "connectAttempts is " + std::to_string(config.connectAttempts) + "; it must be 1 to 3");
    if (const auto ok = inRange("connectTimeout", config.connectTimeout, 1s, 10s); !ok)
        return ok;
    if (const auto ok = inRange("responseTimeout", config.responseTimeout, 1s, 120s); !ok)
        return ok;
    if (config.completionTimeout != 0us && config.completionTimeout < config.responseTimeout)
        return sb::fail(Errc::BadInput,
            "completionTimeout is " + durationText(config.completionTimeout)
                + "; it must be at least the response timeout, " + durationText(config.responseTimeout));
    return {};
}

OriginRequest::OriginRequest(const OriginGroupConfig& config, HttpMethod method, Instant now)
    : m_config(config)
    , m_method(method)
{
    connect(Origin::Primary, now);
}

bool OriginRequest::failsOver() const
{
    return m_method == HttpMethod::Get || m_method == HttpMethod::Head
        || (m_method == HttpMethod::Options && m_config.cachesOptions);
}

bool OriginRequest::isRepeatable() const
{
    return m_method == HttpMethod::Get || m_method == HttpMethod::Head;
}

bool OriginRequest::isCapped(Instant now) const
{
    return m_config.completionTimeout != 0us && now >= m_originSince + m_config.completionTimeout;
}

void OriginRequest::connect(Origin origin, Instant now)
{
    m_step = OriginStep { .origin = origin, .attempt = 0 };
    m_originSince = now;
    attempt(now);
}

void OriginRequest::attempt(Instant now)
{
    ++m_step.attempt;
    m_step.kind = OriginStep::Kind::Connect;
    await(m_config.connectTimeout, now);
}

void OriginRequest::await(Duration span, Instant now)
{
    m_step.until = now + span;
    if (m_config.completionTimeout != 0us)
        m_step.until = std::min(m_step.until, m_originSince + m_config.completionTimeout);
}

void OriginRequest::finish(int status)
{
    m_step.kind = OriginStep::Kind::Done;
    m_step.until = kNever;
    m_step.status = status;
    m_step.hasErrorPage = status >= 400;
}

void OriginRequest::fail(int status, Instant now)
{
    if (m_step.origin == Origin::Primary && failsOver() && m_config.codes.contains(status))
        connect(Origin::Secondary, now);
    else
        finish(status);
}

void OriginRequest::onConnected(Instant now)
{
    if (m_step.kind != OriginStep::Kind::Connect)
        return;
    m_step.kind = OriginStep::Kind::Await;
    await(m_config.responseTimeout, now);
}

void OriginRequest::onRefused(Instant)
{
    // Rule 4: nothing is gained by hearing "no" early.
}

void OriginRequest::onHeaders(int status, Instant now)
{
    if (m_step.kind != OriginStep::Kind::Await)
        return;
    if (status >= 400 && m_step.origin == Origin::Primary && failsOver() && m_config.codes.contains(status)) {
        connect(Origin::Secondary, now);
        return;
    }
    m_status = status;
    m_step.kind = OriginStep::Kind::Body;
    await(m_config.responseTimeout, now);
}

void OriginRequest::onPacket(Instant now)
{
    if (m_step.kind == OriginStep::Kind::Body)
        await(m_config.responseTimeout, now);
}

void OriginRequest::onEnd(Instant)
{
    if (m_step.kind == OriginStep::Kind::Body)
        finish(m_status);
}

void OriginRequest::onDue(Instant now)
{
    SB_ASSERT(now >= m_step.until);
    switch (m_step.kind) {
    case OriginStep::Kind::Connect:
        if (isCapped(now))
            fail(kTooLate, now);
        else if (m_step.attempt < m_config.connectAttempts)
            attempt(now);
        else
            fail(kCannotConnect, now);
        break;
    case OriginStep::Kind::Await:
        if (!isCapped(now) && isRepeatable() && m_step.attempt < m_config.connectAttempts)
            attempt(now);
        else
            fail(kTooLate, now);
        break;
    case OriginStep::Kind::Body:
        finish(m_status);
        m_step.isTruncated = true;
        break;
    case OriginStep::Kind::Done:
        break;
    }
}

} // namespace sb
