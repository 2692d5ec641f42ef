// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/check_config.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sb {
namespace {

constexpr std::array<std::string_view, kCheckTypeCount> kTypeNames { "HTTP", "HTTPS", "HTTP_STR_MATCH",
    "HTTPS_STR_MATCH", "TCP", "CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL" };
constexpr std::array<std::string_view, 3> kInsufficientNames { "Healthy", "Unhealthy", "LastKnownStatus" };
constexpr std::array<std::string_view, 4> kComparisonNames { "GreaterThanOrEqualToThreshold",
    "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold" };
constexpr std::size_t kAlarmNameMax = 256;

bool isIpv4(std::string_view text)
{
    int parts = 0;
    for (std::size_t at = 0; at <= text.size(); ++parts) {
        const std::size_t dot = std::min(text.find('.', at), text.size());
        const std::string_view part = text.substr(at, dot - at);
        int value = 0;
        for (const char c : part)
            value = c >= '0' && c <= '9' && part.size() <= 3 ? value * 10 + (c - '0') : 256;
        if (part.empty() || value > 255)
            return false;
        at = dot + 1;
    }
    return parts == 4;
}

// Enough to tell an address from a name: hexadecimal groups of at most four, colons, "::" at most once.
bool isIpv6(std::string_view text)
{
    std::size_t groups = 0, digits = 0, gaps = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ':') {
            gaps += i > 0 && text[i - 1] == ':' ? 1 : 0;
            digits = 0;
            continue;
        }
        const bool isHex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!isHex || ++digits > 4)
            return false;
        groups += digits == 1 ? 1 : 0;
    }
    const bool hasEnds = text.size() >= 2 && (text.front() != ':' || text[1] == ':')
        && (text.back() != ':' || text[text.size() - 2] == ':');
    return hasEnds && (gaps == 1 ? groups < 8 : gaps == 0 && groups == 8);
}

// Collects the findings of one check, each with its label and field.
class Notes {
public:
    Notes(const CheckDefinition& check, std::vector<CheckFinding>& out)
        : m_check(check)
        , m_out(out)
    {
    }
    void wrong(const std::string& field, const std::string& what) { add(false, field, what); }
    void warn(const std::string& field, const std::string& what) { add(true, field, what); }
    void wrongIf(bool isWrong, const std::string& field, const std::string& what)
    {
        if (isWrong)
            wrong(field, what);
    }

private:
    void add(bool isWarning, const std::string& field, const std::string& what)
    {
        m_out.push_back({ isWarning, m_check.id, field,
            "health check " + labelOf(m_check) + ": " + field + ": " + what });
    }
    const CheckDefinition& m_check;
    std::vector<CheckFinding>& m_out;
};

void checkEndpoint(const CheckDefinition& check, Notes& notes)
{
    const CheckEndpoint& endpoint = check.endpoint;
    notes.wrongIf(endpoint.ip.empty() && endpoint.fqdn.empty(), "endpoint",
        "neither an address nor a name; give one of them");
    notes.wrongIf(!endpoint.ip.empty() && !isIpv4(endpoint.ip) && !isIpv6(endpoint.ip), "ip",
        "'" + endpoint.ip + "' is no IPv4 or IPv6 address; a name goes into the fully qualified name");
    notes.wrongIf(endpoint.fqdn.size() > kCheckNameMax, "fqdn",
        std::to_string(endpoint.fqdn.size()) + " characters; at most 255 are possible");
    notes.wrongIf(endpoint.port < 0 || endpoint.port > 65'535, "port",
        std::to_string(endpoint.port) + " is no port; 1 to 65535, or none for the type's own");
    if (check.type == CheckType::Tcp) {
        notes.wrongIf(endpoint.port == 0, "port", "a TCP check has no port of its own; give one");
        notes.wrongIf(!endpoint.path.empty(), "path", "a TCP check asks for nothing; leave it out");
    }
    notes.wrongIf(endpoint.path.size() > kCheckNameMax, "path",
        std::to_string(endpoint.path.size()) + " characters; at most 255 are possible");
    if (matchesString(check.type)) {
        notes.wrongIf(endpoint.searchString.empty(), "searchString", "a string match needs a string");
        notes.wrongIf(endpoint.searchString.size() > kCheckNameMax, "searchString",
            std::to_string(endpoint.searchString.size()) + " characters; at most 255 are possible");
    } else {
        notes.wrongIf(!endpoint.searchString.empty(), "searchString",
            "only HTTP_STR_MATCH and HTTPS_STR_MATCH look for a string");
    }
    notes.wrongIf(check.interval != 10s && check.interval != 30s, "interval",
        durationText(check.interval) + " is not offered; 10 s or 30 s");
    notes.wrongIf(check.threshold < 1 || check.threshold > 10, "threshold",
        std::to_string(check.threshold) + " consecutive results are not offered; 1 to 10");
    for (std::size_t i = 0; i < check.checkerRegions.size(); ++i) {
        const std::string& code = check.checkerRegions[i];
        const std::string field = "checkerRegions[" + std::to_string(i) + "]";
        const auto before = check.checkerRegions.begin() + static_cast<std::ptrdiff_t>(i);
        notes.wrongIf(std::find(kCheckerHomes.begin(), kCheckerHomes.end(), code) == kCheckerHomes.end(),
            field, "no checkers live in '" + code + "'");
        notes.wrongIf(std::find(check.checkerRegions.begin(), before, code) != before, field,
            "'" + code + "' is listed twice");
    }
    notes.wrongIf(!check.checkerRegions.empty() && check.checkerRegions.size() < kCheckerHomesMin,
        "checkerRegions",
        std::to_string(check.checkerRegions.size()) + " regions are too few; at least 3, or none for all 8");
}

void checkCalculated(const CheckDefinition& check, Notes& notes)
{
    notes.wrongIf(check.children.size() > kChildChecksMax, "children",
        std::to_string(check.children.size()) + " are too many; at most 256");
    if (check.children.size() > kChildChecksQuota && check.children.size() <= kChildChecksMax)
        notes.warn("children", "256 are within the model, and one above the quota of 255");
    notes.wrongIf(check.healthThreshold < 0 || check.healthThreshold > 256, "healthThreshold",
        std::to_string(check.healthThreshold) + " is out of range; 0 to 256");
    const auto count = static_cast<int>(check.children.size());
    if (check.healthThreshold > count && check.healthThreshold <= 256)
        notes.warn("healthThreshold",
            std::to_string(check.healthThreshold) + " of " + std::to_string(count)
                + " can never be healthy: the check is always unhealthy");
    if (check.healthThreshold == 0)
        notes.warn("healthThreshold", "0: the check is always healthy");
    for (std::size_t i = 0; i < check.children.size(); ++i) {
        const auto at = check.children.begin() + static_cast<std::ptrdiff_t>(i);
        const std::string field = "children[" + std::to_string(i) + "]";
        notes.wrongIf(
            std::find(check.children.begin(), at, *at) != at, field, "'" + *at + "' is listed twice");
        notes.wrongIf(*at == check.id, field, "a check cannot be its own child");
    }
}

void checkKin(const CheckDefinition& check, const std::map<std::string, const CheckDefinition*>& known,
    std::vector<CheckFinding>& out)
{
    Notes notes(check, out);
    if (check.type != CheckType::Calculated)
        return;
    for (std::size_t i = 0; i < check.children.size(); ++i) {
        const std::string field = "children[" + std::to_string(i) + "]";
        const auto found = known.find(check.children[i]);
        notes.wrongIf(found == known.end(), field, "there is no health check '" + check.children[i] + "'");
        notes.wrongIf(
            found != known.end() && found->second != &check && found->second->type == CheckType::Calculated,
            field, "'" + check.children[i] + "' is calculated itself; children must not be");
    }
}

Result<> firstError(const std::vector<CheckFinding>& findings)
{
    for (const CheckFinding& finding : findings)
        if (!finding.isWarning)
            return fail(Errc::BadInput, finding.what);
    return {};
}

} // namespace

std::string_view toString(CheckType type)
{
    return kTypeNames[static_cast<std::size_t>(type)];
}

std::optional<CheckType> checkTypeFromText(std::string_view text)
{
    const auto found = std::find(kTypeNames.begin(), kTypeNames.end(), text);
    if (found == kTypeNames.end())
        return std::nullopt;
    return static_cast<CheckType>(found - kTypeNames.begin());
}

bool hasEndpoint(CheckType type)
{
    return type <= CheckType::Tcp;
}

bool hasTls(CheckType type)
{
    return type == CheckType::Https || type == CheckType::HttpsStrMatch;
}

bool matchesString(CheckType type)
{
    return type == CheckType::HttpStrMatch || type == CheckType::HttpsStrMatch;
}

std::string_view toString(InsufficientData rule)
{
    return kInsufficientNames[static_cast<std::size_t>(rule)];
}

std::optional<InsufficientData> insufficientDataFromText(std::string_view text)
{
    const auto found = std::find(kInsufficientNames.begin(), kInsufficientNames.end(), text);
    if (found == kInsufficientNames.end())
        return std::nullopt;
    return static_cast<InsufficientData>(found - kInsufficientNames.begin());
}

std::string_view toString(AlarmComparison comparison)
{
    return kComparisonNames[static_cast<std::size_t>(comparison)];
}

std::optional<AlarmComparison> alarmComparisonFromText(std::string_view text)
{
    const auto found = std::find(kComparisonNames.begin(), kComparisonNames.end(), text);
    if (found == kComparisonNames.end())
        return std::nullopt;
    return static_cast<AlarmComparison>(found - kComparisonNames.begin());
}

int portOf(const CheckDefinition& check)
{
    if (check.endpoint.port != 0 || check.type == CheckType::Tcp || !hasEndpoint(check.type))
        return check.endpoint.port;
    return hasTls(check.type) ? 443 : 80;
}

std::string hostHeaderOf(const CheckDefinition& check)
{
    const CheckEndpoint& endpoint = check.endpoint;
    // An IPv6 literal stands in brackets in a Host header (RFC 3986, section 3.2.2).
    const bool isBracketed = endpoint.fqdn.empty() && endpoint.ip.find(':') != std::string::npos;
    const std::string name = !endpoint.fqdn.empty() ? endpoint.fqdn
        : isBracketed                               ? "[" + endpoint.ip + "]"
                                                    : endpoint.ip;
    const int port = portOf(check);
    const bool isUsual = port == (hasTls(check.type) ? 443 : 80);
    return isUsual ? name : name + ":" + std::to_string(port);
}

int checkerCountOf(const CheckDefinition& check)
{
    if (!hasEndpoint(check.type))
        return 0;
    const std::size_t homes
        = check.checkerRegions.empty() ? kCheckerHomes.size() : check.checkerRegions.size();
    return static_cast<int>(homes) * 2;
}

std::string labelOf(const CheckDefinition& check)
{
    return (check.id.empty() ? std::string("without an id") : check.id) + " ("
        + std::string(toString(check.type)) + ", index " + std::to_string(check.index) + ")";
}

std::vector<CheckFinding> findingsOf(const CheckDefinition& check)
{
    std::vector<CheckFinding> findings;
    Notes notes(check, findings);
    notes.wrongIf(check.id.empty() || check.id.size() > kCheckIdMax, "id",
        std::to_string(check.id.size()) + " characters; 1 to 64 are possible");
    if (hasEndpoint(check.type))
        checkEndpoint(check, notes);
    if (check.type == CheckType::Calculated)
        checkCalculated(check, notes);
    notes.wrongIf(check.type != CheckType::Calculated && !check.children.empty(), "children",
        "only CALCULATED checks have children");
    notes.wrongIf(check.measuresLatency && !hasEndpoint(check.type), "measuresLatency",
        "there is no endpoint whose latency could be measured");
    if (check.type == CheckType::CloudWatchMetric) {
        notes.wrongIf(check.alarm.name.empty() || check.alarm.name.size() > kAlarmNameMax, "alarm.name",
            std::to_string(check.alarm.name.size()) + " characters; 1 to 256 are possible");
        notes.wrongIf(check.alarm.region.empty(), "alarm.region", "name the region that the alarm is in");
        const AlarmRule& rule = check.alarmRule;
        notes.wrongIf(rule.periods < 1 || rule.periods > 100, "alarmRule.periods",
            std::to_string(rule.periods) + " is out of range; 1 to 100");
        notes.wrongIf(rule.period < 1min || rule.period > 24h || rule.period % 1min != 0us,
            "alarmRule.period",
            durationText(rule.period)
                + " is not possible: whole minutes, 1 min to 1 day; health checks follow no metric of high "
                  "resolution");
    }
    if (check.type == CheckType::RecoveryControl)
        notes.wrongIf(check.routingControl.empty() || check.routingControl.size() > kCheckNameMax,
            "routingControl",
            std::to_string(check.routingControl.size()) + " characters; 1 to 255 are possible");
    return findings;
}

std::vector<CheckFinding> findingsOf(const std::vector<CheckDefinition>& checks)
{
    std::vector<CheckFinding> findings;
    std::map<std::string, const CheckDefinition*> known;
    for (const CheckDefinition& check : checks)
        known.emplace(check.id, &check);
    for (const CheckDefinition& check : checks) {
        for (CheckFinding& finding : findingsOf(check))
            findings.push_back(std::move(finding));
        Notes notes(check, findings);
        notes.wrongIf(known[check.id] != &check && !check.id.empty(), "id",
            "another check has it already: the one with index " + std::to_string(known[check.id]->index));
        checkKin(check, known, findings);
    }
    if (checks.size() > kChecksQuota)
        findings.push_back({ true, "", "checks",
            std::to_string(checks.size()) + " health checks; an account has 200 unless it asked for more" });
    return findings;
}

Result<> validate(const CheckDefinition& check)
{
    return firstError(findingsOf(check));
}

Result<> validate(const std::vector<CheckDefinition>& checks)
{
    return firstError(findingsOf(checks));
}

} // namespace sb
