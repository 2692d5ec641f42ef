// SPDX-License-Identifier: GPL-3.0-or-later
// A health check as its owner defines it: one plain value for each of the eight types, and what of it is out
// of bounds. It judges nothing by itself: single probes are judged by probe_judge.h, the votes of checkers
// and the status of a whole check by check_status.h.
// Source of names, defaults and limits: Amazon Route 53 API model 2013-04-01 (HealthCheckConfig) and
// developer guide (creating health checks). Limits that the model and the quota page tell differently follow
// the model, and the narrower one is a warning.
// Thread: any; values.
#pragma once

#include "backend/base/result.h"
#include "backend/base/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

enum class CheckType : std::uint8_t {
    Http,
    Https,
    HttpStrMatch,
    HttpsStrMatch,
    Tcp,
    Calculated, // over other checks
    CloudWatchMetric, // over the data of an alarm
    RecoveryControl, // a routing control: On is healthy
};
inline constexpr int kCheckTypeCount = static_cast<int>(CheckType::RecoveryControl) + 1;
// "HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP", "CALCULATED", "CLOUDWATCH_METRIC",
// "RECOVERY_CONTROL"
[[nodiscard]] std::string_view toString(CheckType type);
[[nodiscard]] std::optional<CheckType> checkTypeFromText(std::string_view text); // exact, upper case
// Checkers send probes for it: the first five.
[[nodiscard]] bool hasEndpoint(CheckType type);
[[nodiscard]] bool hasTls(CheckType type);
[[nodiscard]] bool matchesString(CheckType type);

// What an alarm's check says while the alarm's data do not suffice.
enum class InsufficientData : std::uint8_t { Healthy, Unhealthy, LastKnownStatus };
// "Healthy", "Unhealthy", "LastKnownStatus"
[[nodiscard]] std::string_view toString(InsufficientData rule);
[[nodiscard]] std::optional<InsufficientData> insufficientDataFromText(std::string_view text); // exact

// Where checkers live: the regions that the vendor checks from by default, and the only ones.
inline constexpr std::array<std::string_view, 8> kCheckerHomes { "us-east-1", "us-west-1", "us-west-2",
    "eu-west-1", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "sa-east-1" };

// Limits of the model.
inline constexpr std::size_t kCheckIdMax = 64;
inline constexpr std::size_t kCheckNameMax = 255; // of fully qualified names, paths and search strings
inline constexpr std::size_t kChildChecksMax = 256;
inline constexpr std::size_t kChildChecksQuota = 255; // of the quota page: a warning above
inline constexpr std::size_t kChecksQuota = 200; // per account by default: a warning above
inline constexpr std::size_t kCheckerHomesMin = 3;

// Of the first five types. An address, a name, or both: then the address is probed and the name goes into
// the Host header (and into the TLS handshake).
struct CheckEndpoint {
    std::string ip; // IPv4 or IPv6 in text form
    std::string fqdn; // without an address: resolved before each probe, IPv4 only
    int port = 0; // 1 … 65 535; 0: of the type, 80 or 443. TCP has none
    std::string path; // of HTTP(S); empty: "/". At most 255 characters
    std::string searchString; // of the string matches, 1 … 255 characters
    bool sendsServerName = true; // SNI, of HTTPS
    friend bool operator==(const CheckEndpoint&, const CheckEndpoint&) = default;
};

// Which alarm's data a CLOUDWATCH_METRIC check follows: the data, not the alarm's state.
struct AlarmReference {
    std::string region; // code
    std::string name; // 1 … 256 characters
    friend bool operator==(const AlarmReference&, const AlarmReference&) = default;
};

// When the datum of one period breaches. GreaterOrEqual: "GreaterThanOrEqualToThreshold", and so on.
enum class AlarmComparison : std::uint8_t { GreaterOrEqual, Greater, Less, LessOrEqual };
// "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold"
[[nodiscard]] std::string_view toString(AlarmComparison comparison);
[[nodiscard]] std::optional<AlarmComparison> alarmComparisonFromText(std::string_view text); // exact

// The alarm as the check took it over when it was made: editing the alarm later does not change the check.
// All of the last `periods` data must breach (no M of N), each of `period` (no high resolution).
struct AlarmRule {
    std::string metric; // what it watches; may be empty where it is unknown
    AlarmComparison comparison = AlarmComparison::GreaterOrEqual;
    std::int64_t thresholdMilli = 0; // thousandths of the metric's unit
    int periods = 1; // 1 … 100
    Duration period = 60s; // whole minutes, 1 min … 1 day
    friend bool operator==(const AlarmRule&, const AlarmRule&) = default;
};

struct CheckDefinition {
    std::string id; // 1 … 64 characters
    std::string name; // what its owner calls it; may be empty
    CheckType type = CheckType::Https;
    CheckEndpoint endpoint; // of the first five types
    Duration interval = 30s; // 10 s or 30 s; between an answer and the next probe of one checker
    int threshold = 3; // 1 … 10 consecutive results, both ways
    bool isInverted = false;
    bool isDisabled = false; // no probes any more: frozen as healthy, inverted as unhealthy
    bool measuresLatency = false; // of HTTP(S) and TCP; can be chosen at creation only
    // Codes of kCheckerHomes, at least 3, each once; empty: all of them.
    std::vector<std::string> checkerRegions;
    std::vector<std::string>
        children; // Calculated: ids of other checks, none of them calculated; at most 256
    int healthThreshold = 0; // Calculated: so many children must be healthy, 0 … 256
    AlarmReference alarm; // CloudWatchMetric
    InsufficientData insufficientData = InsufficientData::LastKnownStatus; // CloudWatchMetric
    std::string routingControl; // RecoveryControl: id (ARN) of the control, at most 255 characters
    std::size_t index = 0; // of the check in its file, from 0: what messages name it by
    AlarmRule alarmRule; // CloudWatchMetric
    friend bool operator==(const CheckDefinition&, const CheckDefinition&) = default;
};

// The port that is probed: the endpoint's own, else that of the type; 0 for a TCP check without one.
[[nodiscard]] int portOf(const CheckDefinition& check);
// Of the Host header: the bare name on port 80 (HTTP) and 443 (HTTPS), "name:port" on any other; without a
// name the address, by the same rule.
[[nodiscard]] std::string hostHeaderOf(const CheckDefinition& check);
// How many of the 16 checkers probe it: two in each of its regions. 0 without an endpoint.
[[nodiscard]] int checkerCountOf(const CheckDefinition& check);
// "id (HTTPS, index 3)": how messages name a check.
[[nodiscard]] std::string labelOf(const CheckDefinition& check);

struct CheckFinding {
    bool isWarning = false; // accepted all the same
    std::string id; // of the check
    std::string field; // "interval", "children[2]"
    std::string what; // names check and field, says what is wrong and what would help
    friend bool operator==(const CheckFinding&, const CheckFinding&) = default;
};

// Everything wrong with one check taken by itself, in the order of its fields; empty: sound.
[[nodiscard]] std::vector<CheckFinding> findingsOf(const CheckDefinition& check);
// That of each, and what they owe each other: distinct ids; children that exist and are not calculated
// themselves; the quota of an account (a warning).
[[nodiscard]] std::vector<CheckFinding> findingsOf(const std::vector<CheckDefinition>& checks);
// The first finding that is no warning.
[[nodiscard]] Result<> validate(const CheckDefinition& check);
[[nodiscard]] Result<> validate(const std::vector<CheckDefinition>& checks);

} // namespace sb
