// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/probe_judge.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::array<std::string_view, kProbeVerdictCount> kVerdictNames { "passed", "name-unresolved",
    "connect-refused", "connect-timeout", "tls-failed", "status-timeout", "bad-status", "headers-too-large",
    "headers-malformed", "body-timeout", "coding-not-decompressed", "coding-unknown", "string-missing" };
constexpr int kTlsOldest = 10; // 1.0

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isEqualIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// RFC 7230, section 3.2.6.
bool isTokenChar(char c)
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || kMarks.find(c) != std::string_view::npos;
}

bool isFieldLine(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0)
        return false;
    const std::string_view name = line.substr(0, colon), value = line.substr(colon + 1);
    const bool isClean = std::none_of(value.begin(), value.end(),
        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; });
    return isClean && std::all_of(name.begin(), name.end(), isTokenChar);
}

// Takes the next line from the block; nothing when it does not end in CR LF.
std::optional<std::string_view> takeLine(std::string_view& block)
{
    const std::size_t end = block.find("\r\n");
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view line = block.substr(0, end);
    block.remove_prefix(end + 2);
    return line;
}

ProbeFinding failed(ProbeVerdict verdict, std::string text)
{
    return { verdict, std::move(text) };
}

// The endpoint's name and the connection; passed when it stands in time.
ProbeFinding judgeConnection(const CheckDefinition& check, const ProbeReply& reply, const ProbeLimits& limits)
{
    if (check.endpoint.ip.empty() && !reply.isNameResolved)
        return failed(ProbeVerdict::NameUnresolved, "DNS resolution failed");
    if (reply.isConnectRefused)
        return failed(ProbeVerdict::ConnectRefused, "connection refused");
    const Duration patience = check.type == CheckType::Tcp ? limits.tcpConnect : limits.connect;
    if (!reply.connect || *reply.connect > patience)
        return failed(ProbeVerdict::ConnectTimeout, "timeout after " + durationText(patience));
    if (hasTls(check.type) && reply.tlsVersion < kTlsOldest)
        return failed(ProbeVerdict::TlsFailed, "no TLS handshake of version 1.0 or later");
    return {};
}

ProbeFinding judgeBody(const CheckDefinition& check, const ProbeReply& reply, const ProbeLimits& limits)
{
    if (!reply.body || *reply.body > limits.body)
        return failed(ProbeVerdict::BodyTimeout, "no body within " + durationText(limits.body));
    const std::string_view coding = fieldOf(reply.headers, "content-encoding");
    if (isEqualIgnoringCase(coding, "gzip") || isEqualIgnoringCase(coding, "deflate"))
        return failed(ProbeVerdict::CodingNotDecompressed,
            "the body is compressed (" + std::string(coding) + "), which is not supported here");
    if (!coding.empty() && !isEqualIgnoringCase(coding, "identity"))
        return failed(ProbeVerdict::CodingUnknown, "the body's coding '" + std::string(coding) + "' is none");
    if (!containsEarly(reply.bodyBytes, check.endpoint.searchString, limits.searchedBytes))
        return failed(ProbeVerdict::StringMissing,
            "the string is not in the first " + std::to_string(limits.searchedBytes) + " bytes");
    return {};
}

} // namespace

std::string_view toString(ProbeVerdict verdict)
{
    return kVerdictNames[static_cast<std::size_t>(verdict)];
}

ProbeFinding judgeProbe(const CheckDefinition& check, const ProbeReply& reply, const ProbeLimits& limits)
{
    SB_ASSERT(hasEndpoint(check.type));
    ProbeFinding connection = judgeConnection(check, reply, limits);
    if (!connection.isGood() || check.type == CheckType::Tcp)
        return connection;
    if (!reply.status || *reply.status > limits.status)
        return failed(ProbeVerdict::StatusTimeout, "no status within " + durationText(limits.status));
    if (reply.headers.size() > limits.headerBytesMax)
        return failed(ProbeVerdict::HeadersTooLarge,
            std::to_string(reply.headers.size()) + " bytes of header fields; at most "
                + std::to_string(limits.headerBytesMax));
    if (!isWellFormed(reply.headers))
        return failed(ProbeVerdict::HeadersMalformed, "header fields are not shaped as RFC 7230 says");
    if (reply.statusCode < 200 || reply.statusCode >= 400)
        return failed(ProbeVerdict::BadStatus, "status " + std::to_string(reply.statusCode));
    return matchesString(check.type) ? judgeBody(check, reply, limits) : ProbeFinding {};
}

bool containsEarly(std::string_view body, std::string_view text, std::size_t searchedBytes)
{
    return !text.empty() && body.substr(0, searchedBytes).find(text) != std::string_view::npos;
}

bool isWellFormed(std::string_view headers)
{
    while (!headers.empty()) {
        const auto line = takeLine(headers);
        if (!line || !isFieldLine(*line)) // a folded line begins with space, which no token has
            return false;
    }
    return true;
}

std::string_view fieldOf(std::string_view headers, std::string_view name)
{
    while (!headers.empty()) {
        const auto line = takeLine(headers);
        if (!line)
            break;
        const std::size_t colon = std::min(line->find(':'), line->size());
        if (colon < line->size() && isEqualIgnoringCase(line->substr(0, colon), name))
            return trimmed(line->substr(colon + 1));
    }
    return {};
}

bool retriesWithoutServerName(const CheckDefinition& check, bool isNameMismatched)
{
    return hasTls(check.type) && check.endpoint.sendsServerName && !check.endpoint.fqdn.empty()
        && isNameMismatched;
}

std::string addressToProbe(const CheckDefinition& check, const std::vector<std::string>& found)
{
    if (!check.endpoint.ip.empty())
        return check.endpoint.ip;
    const auto address = std::find_if(found.begin(), found.end(),
        [](const std::string& text) { return text.find(':') == std::string::npos; });
    return address == found.end() ? std::string() : *address;
}

} // namespace sb
