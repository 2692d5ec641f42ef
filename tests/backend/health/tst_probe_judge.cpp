// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/probe_judge.h"

#include <gtest/gtest.h>

#include <set>

namespace sb {
namespace {

CheckDefinition checkOf(CheckType type)
{
    CheckDefinition check { .id = "x", .type = type };
    check.endpoint.fqdn = "api.example.com";
    if (matchesString(type))
        check.endpoint.searchString = "Orders: open";
    return check;
}

ProbeReply good()
{
    return { .connect = 80ms,
        .status = 90ms,
        .statusCode = 200,
        .headers = "Content-Type: text/html\r\nServer: x\r\n",
        .body = 10ms,
        .bodyBytes = "<p>Orders: open</p>" };
}

ProbeVerdict verdictOf(CheckType type, const ProbeReply& reply)
{
    const ProbeFinding finding = judgeProbe(checkOf(type), reply);
    EXPECT_EQ(finding.isGood(), finding.text.empty()) << finding.text;
    return finding.verdict;
}

TEST(ProbeJudge, EveryVerdictHasAName)
{
    std::set<std::string_view> names;
    for (int i = 0; i < kProbeVerdictCount; ++i)
        names.insert(toString(static_cast<ProbeVerdict>(i)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(kProbeVerdictCount));
}

TEST(ProbeJudge, AGoodReplyPassesEveryType)
{
    for (const auto type : { CheckType::Http, CheckType::Https, CheckType::HttpStrMatch,
             CheckType::HttpsStrMatch, CheckType::Tcp })
        EXPECT_EQ(verdictOf(type, good()), ProbeVerdict::Passed) << toString(type);
}

TEST(ProbeJudge, EachStageHasItsTime)
{
    ProbeReply reply = good();
    reply.connect = 4s;
    EXPECT_EQ(verdictOf(CheckType::Https, reply), ProbeVerdict::Passed);
    reply.connect = Duration { 4'000'001 };
    EXPECT_EQ(verdictOf(CheckType::Https, reply), ProbeVerdict::ConnectTimeout);
    EXPECT_EQ(verdictOf(CheckType::Tcp, reply), ProbeVerdict::Passed);
    reply.connect = 10s;
    EXPECT_EQ(verdictOf(CheckType::Tcp, reply), ProbeVerdict::Passed);
    reply.connect = Duration { 10'000'001 };
    EXPECT_EQ(verdictOf(CheckType::Tcp, reply), ProbeVerdict::ConnectTimeout);
    reply = good();
    reply.status = 2s;
    EXPECT_EQ(verdictOf(CheckType::Http, reply), ProbeVerdict::Passed);
    reply.status = Duration { 2'000'001 };
    EXPECT_EQ(verdictOf(CheckType::Http, reply), ProbeVerdict::StatusTimeout);
    reply = good();
    reply.body = Duration { 2'000'001 };
    EXPECT_EQ(verdictOf(CheckType::Http, reply), ProbeVerdict::Passed); // nobody reads it
    EXPECT_EQ(verdictOf(CheckType::HttpStrMatch, reply), ProbeVerdict::BodyTimeout);
    EXPECT_EQ(judgeProbe(checkOf(CheckType::Http), {}).text, "timeout after 4.0 s");
    EXPECT_EQ(judgeProbe(checkOf(CheckType::Tcp), {}).text, "timeout after 10.0 s");
}

TEST(ProbeJudge, OnlyStatusesOf200And300Pass)
{
    for (const int status : { 200, 204, 301, 399 }) {
        ProbeReply reply = good();
        reply.statusCode = status;
        EXPECT_EQ(verdictOf(CheckType::Https, reply), ProbeVerdict::Passed) << status;
    }
    for (const int status : { 100, 199, 400, 403, 500, 503, 600 }) {
        ProbeReply reply = good();
        reply.statusCode = status;
        EXPECT_EQ(verdictOf(CheckType::Https, reply), ProbeVerdict::BadStatus) << status;
        EXPECT_EQ(verdictOf(CheckType::HttpsStrMatch, reply), ProbeVerdict::BadStatus) << status;
    }
}

// The string ends at byte 5,120 of the body, or one later.
TEST(ProbeJudge, GoldenVector23_theStringMustEndWithinTheFirst5120Bytes)
{
    const std::string text = "Orders: open";
    for (const auto& [end, isFound] : { std::pair { 5'120, true }, { 5'121, false }, { 12, true } }) {
        const std::string body = std::string(static_cast<std::size_t>(end) - text.size(), ' ') + text;
        ProbeReply reply = good();
        reply.bodyBytes = body;
        const auto expected = isFound ? ProbeVerdict::Passed : ProbeVerdict::StringMissing;
        EXPECT_EQ(verdictOf(CheckType::HttpStrMatch, reply), expected) << end;
        EXPECT_EQ(verdictOf(CheckType::HttpsStrMatch, reply), expected) << end;
        EXPECT_EQ(verdictOf(CheckType::Http, reply), ProbeVerdict::Passed);
    }
}

TEST(ProbeJudge, TheStringsCaseCounts)
{
    ProbeReply reply = good();
    reply.bodyBytes = "ORDERS: OPEN orders: open";
    EXPECT_EQ(verdictOf(CheckType::HttpStrMatch, reply), ProbeVerdict::StringMissing);
    EXPECT_FALSE(containsEarly("abc", "", 5'120));
    EXPECT_TRUE(containsEarly("abc", "abc", 3));
    EXPECT_FALSE(containsEarly("abc", "abc", 2));
}

TEST(ProbeJudge, CompressedBodiesFailByNameAndOtherCodingsFail)
{
    const std::pair<const char*, ProbeVerdict> cases[] {
        { "Content-Encoding: gzip\r\n", ProbeVerdict::CodingNotDecompressed },
        { "content-encoding:DEFLATE\r\n", ProbeVerdict::CodingNotDecompressed },
        { "Content-Encoding: br\r\n", ProbeVerdict::CodingUnknown },
        { "Content-Encoding: gzip, gzip\r\n", ProbeVerdict::CodingUnknown },
        { "Content-Encoding: identity\r\n", ProbeVerdict::Passed },
        { "Content-Encoding: \r\n", ProbeVerdict::Passed },
    };
    for (const auto& [headers, verdict] : cases) {
        ProbeReply reply = good();
        reply.headers = headers;
        EXPECT_EQ(verdictOf(CheckType::HttpStrMatch, reply), verdict) << headers;
        EXPECT_EQ(verdictOf(CheckType::Http, reply), ProbeVerdict::Passed) << headers; // its body is not read
    }
}

TEST(ProbeJudge, HeaderFieldsHaveAShapeAndALength)
{
    for (const char* headers :
        { "", "A: b\r\n", "A:\r\n", "A: b\tc\r\nX-y: \xC3\xA9\r\n", "!#$%&'*+-.^_`|~: 1\r\n" })
        EXPECT_TRUE(isWellFormed(headers)) << headers;
    for (const char* headers : { "A b\r\n", ": b\r\n", "A : b\r\n", "A: b\n", "A: b", "A: b\r\n  folded\r\n",
             "A: \x01\r\n", "A\xC3: b\r\n", "A: b\r\n\r\n" }) {
        EXPECT_FALSE(isWellFormed(headers)) << headers;
        ProbeReply reply = good();
        reply.headers = headers;
        EXPECT_EQ(verdictOf(CheckType::Https, reply), ProbeVerdict::HeadersMalformed) << headers;
        EXPECT_EQ(verdictOf(CheckType::Tcp, reply), ProbeVerdict::Passed) << headers;
    }
    const std::string most = "A: " + std::string(16'384 - 5, 'x') + "\r\n";
    ProbeReply reply = good();
    reply.headers = most;
    EXPECT_EQ(verdictOf(CheckType::Https, reply), ProbeVerdict::Passed);
    const std::string tooMany = "A" + most;
    reply.headers = tooMany;
    EXPECT_EQ(verdictOf(CheckType::Https, reply), ProbeVerdict::HeadersTooLarge);
    EXPECT_EQ(fieldOf("A: 1\r\nb: 2 \r\nB: 3\r\n", "B"), "2");
    EXPECT_EQ(fieldOf("A: 1\r\n", "C"), "");
}

TEST(ProbeJudge, NamesAreResolvedToIpv4Only)
{
    ProbeReply reply = good();
    reply.isNameResolved = false;
    EXPECT_EQ(judgeProbe(checkOf(CheckType::Https), reply).text, "DNS resolution failed");
    EXPECT_EQ(verdictOf(CheckType::Tcp, reply), ProbeVerdict::NameUnresolved);
    CheckDefinition byAddress = checkOf(CheckType::Https);
    byAddress.endpoint.ip = "2001:db8::1";
    EXPECT_TRUE(judgeProbe(byAddress, reply).isGood()); // nothing is resolved
    EXPECT_EQ(addressToProbe(byAddress, {}), "2001:db8::1");
    const CheckDefinition byName = checkOf(CheckType::Https);
    EXPECT_EQ(addressToProbe(byName, { "2001:db8::1", "192.0.2.1", "192.0.2.2" }), "192.0.2.1");
    EXPECT_EQ(addressToProbe(byName, { "2001:db8::1" }), "");
    EXPECT_EQ(addressToProbe(byName, {}), "");
}

TEST(ProbeJudge, TlsMayBeOldButMustBe)
{
    ProbeReply reply = good();
    for (const int version : { 10, 11, 12, 13 }) {
        reply.tlsVersion = version;
        EXPECT_EQ(verdictOf(CheckType::Https, reply), ProbeVerdict::Passed) << version;
    }
    for (const int version : { 0, 3 }) {
        reply.tlsVersion = version;
        EXPECT_EQ(verdictOf(CheckType::Https, reply), ProbeVerdict::TlsFailed) << version;
        EXPECT_EQ(verdictOf(CheckType::Http, reply), ProbeVerdict::Passed) << version;
    }
    CheckDefinition check = checkOf(CheckType::Https);
    EXPECT_TRUE(retriesWithoutServerName(check, true));
    EXPECT_FALSE(retriesWithoutServerName(check, false));
    check.endpoint.sendsServerName = false;
    EXPECT_FALSE(retriesWithoutServerName(check, true));
    EXPECT_FALSE(retriesWithoutServerName(checkOf(CheckType::Http), true));
}

TEST(ProbeJudge, ARefusedConnectionIsNoTimeout)
{
    ProbeReply reply;
    reply.isConnectRefused = true;
    EXPECT_EQ(verdictOf(CheckType::Tcp, reply), ProbeVerdict::ConnectRefused);
}

} // namespace
} // namespace sb
