// SPDX-License-Identifier: GPL-3.0-or-later
// An origin group of a content delivery network: two origins, and the status codes on which an edge asks the
// second one. One OriginRequest is one cache miss; it says what the edge does next and is told what came of
// it. Nothing outlives it: each miss asks the primary first, however long that has been dead, and the first
// success is the fail-back ("no memory", no circuit breaker).
// Rules (Amazon CloudFront developer guide, origin failover and distribution settings):
//  (1) A response of the primary with a listed code is dropped, and the same request goes to the secondary.
//      Anything else is the answer, and so is whatever the secondary says.
//  (2) Who cannot connect fails with 503, whose response does not come in time with 504: without that code in
//      the list there is no failover. {500, 502} does nothing for a dead region.
//  (3) GET and HEAD fail over, OPTIONS if it is a cached method; nothing else ever does.
//  (4) Connecting is tried `connectAttempts` times, each for `connectTimeout`, at either origin. An attempt
//      that is refused is repeated when its time is over: three refusals cost as much as three silences.
//  (5) A response may pause for `responseTimeout`, before its first byte and between packets. GET and HEAD
//      are then tried again on a new connection, up to `connectAttempts` in all; a response that has begun
//      is not, because the viewer has seen some of it.
//  (6) `completionTimeout` bounds the time at one origin, attempts and pauses included (that it counts for
//      each origin anew is our reading).
//  (7) Edge functions run for each origin that is asked. An error page is that of the origin whose error it
//      is: the primary's for a code that is not listed, the secondary's when that fails too.
// Thread: none. Fails with: BadInput from validate() alone.
#pragma once

#include "backend/base/result.h"
#include "backend/base/time.h"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace sb {

enum class Origin : std::uint8_t { Primary, Secondary };
enum class HttpMethod : std::uint8_t { Get, Head, Options, Post, Put, Patch, Delete };
inline constexpr int kHttpMethodCount = static_cast<int>(HttpMethod::Delete) + 1;
[[nodiscard]] std::string_view toString(HttpMethod method); // "GET"

// The codes that may be listed.
inline constexpr std::array<int, 9> kFailoverCodes { 400, 403, 404, 416, 429, 500, 502, 503, 504 };

class FailoverCodes {
public:
    FailoverCodes() = default;
    // Codes that may not be listed are dropped; of(…) refuses them.
    constexpr FailoverCodes(std::initializer_list<int> codes)
    {
        for (const int code : codes)
            add(code);
    }
    [[nodiscard]] static Result<FailoverCodes> of(const std::vector<int>& codes);
    [[nodiscard]] constexpr bool contains(int code) const
    {
        const int place = placeOf(code);
        return place >= 0 && (m_bits >> place & 1U) != 0;
    }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }

private:
    [[nodiscard]] static constexpr int placeOf(int code)
    {
        for (std::size_t i = 0; i < kFailoverCodes.size(); ++i) {
            if (kFailoverCodes[i] == code)
                return static_cast<int>(i);
        }
        return -1;
    }
    constexpr void add(int code)
    {
        if (const int place = placeOf(code); place >= 0)
            m_bits |= 1U << place;
    }

    std::uint32_t m_bits = 0; // by place in kFailoverCodes
};

struct OriginGroupConfig {
    FailoverCodes codes { 500, 502, 503, 504 }; // as the Cloud Development Kit sets them
    bool cachesOptions = false;
    int connectAttempts = 3; // 1 … 3
    Duration connectTimeout = 10s; // 1 s … 10 s
    Duration responseTimeout = 30s; // 1 s … 120 s
    Duration completionTimeout = 0us; // 0: none; else at least the response timeout
};
// Names the field and its range.
[[nodiscard]] Result<> validate(const OriginGroupConfig& config);

struct OriginStep {
    enum class Kind : std::uint8_t {
        Connect, // open a connection to `origin` and send the request; until `until`
        Await, // for the first byte of the response
        Body, // for its next packet
        Done,
    };
    Kind kind = Kind::Connect;
    Origin origin = Origin::Primary; // Done: whose answer it is
    int attempt = 1; // 1 … connectAttempts, of this origin
    Instant until = kNever; // call onDue() then
    // Done:
    int status = 0; // what the viewer gets
    bool hasErrorPage = false; // the error page of `origin`
    bool isTruncated = false; // the response had begun, and was cut off
};

class OriginRequest {
public:
    // Requires validate(config). The first step is to connect to the primary.
    OriginRequest(const OriginGroupConfig& config, HttpMethod method, Instant now);
    OriginRequest() = default;

    [[nodiscard]] const OriginStep& step() const { return m_step; }
    [[nodiscard]] bool isDone() const { return m_step.kind == OriginStep::Kind::Done; }
    // Origins that were asked, which is how often the edge functions ran: 1 or 2.
    [[nodiscard]] int functionRuns() const { return m_step.origin == Origin::Primary ? 1 : 2; }
    [[nodiscard]] bool hasFailedOver() const { return m_step.origin == Origin::Secondary; }

    // What came of the step. Calls that do not fit it change nothing: they are about an attempt that is over.
    void onConnected(Instant now);
    void onRefused(Instant now); // Connect: the rest of the attempt's time passes all the same
    void onHeaders(int status, Instant now); // Await: the response begins
    void onPacket(Instant now); // Body
    void onEnd(Instant now); // Body: the response is whole
    void onDue(Instant now); // requires now >= step().until

private:
    void connect(Origin origin, Instant now);
    void attempt(Instant now);
    void await(Duration span, Instant now);
    void fail(int status, Instant now); // the origin has
    void finish(int status);
    [[nodiscard]] bool failsOver() const;
    [[nodiscard]] bool isRepeatable() const;
    [[nodiscard]] bool isCapped(Instant now) const;

    OriginGroupConfig m_config;
    HttpMethod m_method = HttpMethod::Get;
    Instant m_originSince = kStart;
    int m_status = 0; // of the response that has begun
    OriginStep m_step;
};

} // namespace sb
