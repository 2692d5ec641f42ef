// SPDX-License-Identifier: GPL-3.0-or-later
// Judges one probe of one checker: pure functions of the check's definition and of what came back. Whoever
// carries the probe (the World's health checks, a socket) says what it saw and when; here is decided whether
// that passes, and if not, why.
// Rules: TCP connection within 4 s (a TCP check: 10 s), then a status of 200 … 399 within 2 s after that,
// then, for a string match, the string within a further 2 s and wholly inside the first 5,120 bytes of the
// body, upper and lower case told apart. Header fields are shaped as RFC 7230 says and take at most 16,384
// bytes. Certificates are not validated; TLS 1.0 suffices. A name is resolved before each probe, to IPv4
// only. Bodies that are compressed with gzip or deflate are decompressed by the vendor and not here, where no
// library for it is linked: they fail with a verdict of their own. Other codings fail everywhere.
// Source: Amazon Route 53 developer guide (how Route 53 determines whether a health check is healthy).
// Thread: any; no state.
#pragma once

#include "backend/health/check_config.h"

namespace sb {

struct ProbeLimits {
    Duration connect = 4s; // of HTTP(S)
    Duration status = 2s; // after connecting
    Duration body = 2s; // after the status
    Duration tcpConnect = 10s; // of a TCP check
    std::size_t headerBytesMax = 16'384;
    std::size_t searchedBytes = 5'120; // of the body
};

// What a checker saw of one probe. Times are those of each stage alone; empty: the stage never ended.
struct ProbeReply {
    bool isNameResolved = true; // of endpoints without an address: the name has an A record
    bool isConnectRefused = false;
    std::optional<Duration> connect; // until the connection stood
    int tlsVersion = 12; // of HTTPS: 10 … 13 for 1.0 … 1.3; lower: an older protocol; 0: no handshake
    std::optional<Duration> status; // from then until the status line
    int statusCode = 0;
    std::string_view headers; // field lines as received, each ended by CR LF, without the last empty line
    std::optional<Duration> body; // from then until the searched bytes, or the end
    std::string_view bodyBytes;
};

enum class ProbeVerdict : std::uint8_t {
    Passed,
    NameUnresolved,
    ConnectRefused,
    ConnectTimeout,
    TlsFailed,
    StatusTimeout,
    BadStatus,
    HeadersTooLarge,
    HeadersMalformed,
    BodyTimeout,
    CodingNotDecompressed, // gzip or deflate: sound for the vendor, not supported here
    CodingUnknown,
    StringMissing,
};
inline constexpr int kProbeVerdictCount = static_cast<int>(ProbeVerdict::StringMissing) + 1;
// "passed", "name-unresolved", …
[[nodiscard]] std::string_view toString(ProbeVerdict verdict);

struct ProbeFinding {
    ProbeVerdict verdict = ProbeVerdict::Passed;
    std::string text; // English, for the record: "status 503", "timeout after 4.0 s"; empty when it passed
    [[nodiscard]] bool isGood() const { return verdict == ProbeVerdict::Passed; }
};

[[nodiscard]] ProbeFinding judgeProbe(
    const CheckDefinition& check, const ProbeReply& reply, const ProbeLimits& limits = {});

// Whether `text` stands in `body`, its last byte included, within the first `searchedBytes`.
[[nodiscard]] bool containsEarly(std::string_view body, std::string_view text, std::size_t searchedBytes);
// Every line is `name ":" value`: a token without space before the colon, no control characters in the value,
// no folded lines. An empty block is well formed.
[[nodiscard]] bool isWellFormed(std::string_view headers);
// The value of the first field of that name, in any case, without space around it; empty: none.
[[nodiscard]] std::string_view fieldOf(std::string_view headers, std::string_view name);
// Whether the handshake is tried once more without the server name: when one was sent and the certificate's
// name was another. After that, whatever certificate comes is taken.
[[nodiscard]] bool retriesWithoutServerName(const CheckDefinition& check, bool isNameMismatched);
// Of an endpoint without an address: the first IPv4 address among those its name has; empty: unresolved.
[[nodiscard]] std::string addressToProbe(const CheckDefinition& check, const std::vector<std::string>& found);

} // namespace sb
