// SPDX-License-Identifier: GPL-3.0-or-later
// Health checks, CIDR collections and statuses.
#include "backend/routing/dns_name.h"
#include "backend/routing/import_fields.h"
#include "backend/routing/route53_import.h"

#include "backend/base/text.h"

#include <algorithm>
#include <charconv>

namespace sb {
namespace {

constexpr std::size_t kChecksMax = 100'000;
constexpr std::size_t kAlarmNameMax = 256;

std::string checkLabel(const JsonNode& node, std::size_t index)
{
    const JsonNode* id = node.find("Id");
    std::string label = "check " + std::to_string(index);
    if (id != nullptr && id->kind == JsonNode::Kind::Text)
        label += " (" + shown(*id) + ')';
    return label;
}

void readEndpoint(MemberReader& config, CheckDefinition& check)
{
    CheckEndpoint& endpoint = check.endpoint;
    if (auto ip = config.text("IPAddress", 0, 45); ip && !ip->empty()) {
        if (!isIpv4Text(*ip) && !isIpv6Text(*ip))
            config.wrong("IPAddress", "is " + shown(*ip) + "; it must be an IPv4 or IPv6 address");
        endpoint.ip = std::move(*ip);
    }
    endpoint.fqdn = config.text("FullyQualifiedDomainName", 0, kCheckNameMax).value_or("");
    if (endpoint.ip.empty() && endpoint.fqdn.empty() && !config.has("IPAddress"))
        config.missing("FullyQualifiedDomainName", "an endpoint has a name or an IPAddress that is probed");
    endpoint.port = static_cast<int>(config.integer("Port", 1, 65'535).value_or(0));
    if (check.type == CheckType::Tcp && !config.has("Port"))
        config.missing("Port", "a TCP check has no usual one");
    endpoint.path = config.text("ResourcePath", 0, kCheckNameMax).value_or("");
    endpoint.searchString = config.text("SearchString", 0, kCheckNameMax).value_or("");
    if (matchesString(check.type) && endpoint.searchString.empty() && !config.has("SearchString"))
        config.missing("SearchString", "it is what a string match looks for");
    endpoint.sendsServerName = config.flag("EnableSNI").value_or(hasTls(check.type));
    const auto interval = config.integer("RequestInterval", 10, 30);
    if (interval && *interval != 10 && *interval != 30)
        config.wrong("RequestInterval", "is " + std::to_string(*interval) + "; it must be 10 or 30");
    check.interval = std::chrono::seconds { interval.value_or(30) };
    check.threshold = static_cast<int>(config.integer("FailureThreshold", 1, 10).value_or(3));
    check.measuresLatency = config.flag("MeasureLatency").value_or(false);
    check.checkerRegions = config.texts("Regions");
    for (const std::string& code : check.checkerRegions) {
        if (std::find(kCheckerHomes.begin(), kCheckerHomes.end(), code) == kCheckerHomes.end())
            config.wrong("Regions", "names " + shown(code) + ", where no checkers are");
    }
}

void readCalculated(MemberReader& config, CheckDefinition& check)
{
    check.children = config.texts("ChildHealthChecks");
    if (check.children.size() > kChildChecksMax)
        config.wrong("ChildHealthChecks",
            "names " + std::to_string(check.children.size()) + " checks; at most 256 are possible");
    if (!config.has("HealthThreshold"))
        config.missing("HealthThreshold", "it says how many children must be healthy, 0 to 256");
    check.healthThreshold = static_cast<int>(config.integer("HealthThreshold", 0, 256).value_or(0));
}

void readAlarm(ImportReport& report, MemberReader& config, std::string_view subject, CheckDefinition& check)
{
    const JsonNode* object = config.object("AlarmIdentifier");
    if (!config.has("AlarmIdentifier"))
        config.missing("AlarmIdentifier", "it says which alarm's data the check follows");
    if (object != nullptr) {
        MemberReader alarm(report, *object, subject, "HealthCheckConfig.AlarmIdentifier.");
        for (const std::string_view needed : { "Region", "Name" }) {
            if (!alarm.has(needed))
                alarm.missing(needed, "it must be a text in quotes");
        }
        check.alarm.region = readRegionCode(alarm, "Region").value_or("");
        check.alarm.name = alarm.text("Name", 1, kAlarmNameMax).value_or("");
        alarm.finish();
    }
    if (const auto rule = config.text("InsufficientDataHealthStatus", 1, 64)) {
        const auto known = insufficientDataFromText(*rule);
        if (!known)
            config.wrong("InsufficientDataHealthStatus",
                "is " + shown(*rule) + "; it must be Healthy, Unhealthy or LastKnownStatus");
        check.insufficientData = known.value_or(check.insufficientData);
    }
}

// "5", "0.25", "-1.5" in thousandths; nothing when it has more than three decimals, or is too large.
std::optional<std::int64_t> milliOf(const JsonNode& node)
{
    constexpr std::int64_t kMost = 1'000'000'000'000;
    if (node.kind == JsonNode::Kind::Integer)
        return node.integer >= -kMost && node.integer <= kMost ? std::optional(node.integer * 1'000)
                                                               : std::nullopt;
    const std::size_t dot = node.text.find('.');
    if (node.kind != JsonNode::Kind::OtherNumber || dot == std::string::npos || dot > 12)
        return std::nullopt;
    std::string digits = node.text.substr(0, dot), decimals = node.text.substr(dot + 1);
    while (decimals.size() > 3 && decimals.back() == '0')
        decimals.pop_back();
    if (decimals.size() > 3)
        return std::nullopt;
    decimals.resize(3, '0');
    digits += decimals;
    std::int64_t milli = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), milli);
    return error == std::errc {} && end == digits.data() + digits.size() ? std::optional(milli)
                                                                         : std::nullopt;
}

// The alarm as the check took it over; the cloud prints it beside the configuration. May be absent: then the
// metric is unknown.
void readAlarmRule(
    ImportReport& report, MemberReader& members, std::string_view subject, CheckDefinition& check)
{
    const JsonNode* object = members.object("CloudWatchAlarmConfiguration");
    if (object == nullptr || check.type != CheckType::CloudWatchMetric)
        return;
    MemberReader alarm(report, *object, subject, "CloudWatchAlarmConfiguration.");
    AlarmRule& rule = check.alarmRule;
    rule.metric = alarm.text("MetricName", 1, kAlarmNameMax).value_or("");
    if (const auto text = alarm.text("ComparisonOperator", 1, 64)) {
        const auto known = alarmComparisonFromText(*text);
        if (!known)
            alarm.wrong(
                "ComparisonOperator", "is " + shown(*text) + "; it must be a comparison of the cloud");
        rule.comparison = known.value_or(rule.comparison);
    }
    rule.periods = static_cast<int>(alarm.integer("EvaluationPeriods", 1, 100).value_or(rule.periods));
    const std::int64_t seconds = alarm.integer("Period", 60, 86'400).value_or(60);
    if (seconds % 60 != 0)
        alarm.wrong("Period", "is " + std::to_string(seconds) + "; it must be whole minutes, in seconds");
    rule.period = seconds / 60 * 1min;
    if (const JsonNode* threshold = alarm.take("Threshold")) {
        const auto milli = milliOf(*threshold);
        if (!milli)
            alarm.wrong(
                "Threshold", "is " + shown(*threshold) + "; it must be a number with three decimals at most");
        rule.thresholdMilli = milli.value_or(0);
    }
    alarm.skip({ "Statistic", "Namespace", "Dimensions" });
    alarm.finish();
}

// What the other types carry: the cloud prints them here and there with a value that says nothing.
void skipForeign(MemberReader& config, const CheckDefinition& check)
{
    if (!hasEndpoint(check.type))
        config.skip({ "Port", "FullyQualifiedDomainName", "RequestInterval", "FailureThreshold",
            "MeasureLatency", "EnableSNI", "Regions" });
}

// False when the type is unknown: nothing else can be read then.
bool readConfig(ImportReport& report, const JsonNode& node, std::string_view subject, CheckDefinition& check)
{
    MemberReader config(report, node, subject, "HealthCheckConfig.");
    if (!config.has("Type"))
        config.missing("Type", "it must be a type of health check such as HTTPS");
    const auto typeText = config.text("Type", 1, 64);
    if (!typeText)
        return false;
    const auto type = checkTypeFromText(*typeText);
    if (!type) {
        config.unsupported("Type", "is " + shown(*typeText) + "; the check is left out");
        return false;
    }
    check.type = *type;
    check.isInverted = config.flag("Inverted").value_or(false);
    check.isDisabled = config.flag("Disabled").value_or(false);
    if (hasEndpoint(check.type))
        readEndpoint(config, check);
    if (check.type == CheckType::Calculated)
        readCalculated(config, check);
    if (check.type == CheckType::CloudWatchMetric)
        readAlarm(report, config, subject, check);
    if (check.type == CheckType::RecoveryControl) {
        check.routingControl = config.text("RoutingControlArn", 1, kCheckNameMax).value_or("");
        if (!config.has("RoutingControlArn"))
            config.missing("RoutingControlArn", "it says which routing control the check follows");
    }
    skipForeign(config, check);
    config.finish();
    return true;
}

void readCheck(ChecksImport& import, const JsonNode& node, std::size_t index)
{
    const std::string subject = checkLabel(node, index);
    if (node.kind != JsonNode::Kind::Object) {
        import.report.mistake(node.place, subject, "is " + shown(node) + "; it must be an object");
        return;
    }
    MemberReader members(import.report, node, subject);
    CheckDefinition check;
    check.index = index;
    if (!members.has("Id"))
        members.missing("Id", "records name their check by it");
    check.id = members.text("Id", 1, kCheckIdMax).value_or("");
    check.name = members.text("Name", 0, kCheckNameMax).value_or(""); // ours: the cloud keeps it in a tag
    const JsonNode* config = members.object("HealthCheckConfig");
    if (!members.has("HealthCheckConfig"))
        members.missing("HealthCheckConfig", "it says what is checked");
    members.skip({ "CallerReference", "HealthCheckVersion", "LinkedService" });
    const bool isKnown = config != nullptr && readConfig(import.report, *config, subject, check);
    readAlarmRule(import.report, members, subject, check);
    members.finish();
    if (isKnown)
        import.checks.push_back(std::move(check));
}

void refuseTwins(ChecksImport& import, const JsonNode& list)
{
    std::map<std::string, std::size_t> first;
    for (const CheckDefinition& check : import.checks) {
        const auto [entry, isNew] = first.try_emplace(check.id, check.index);
        if (!isNew && !check.id.empty())
            import.report.mistake(list.items[check.index].place,
                checkLabel(list.items[check.index], check.index),
                "Id is that of check " + std::to_string(entry->second) + " already");
    }
}

} // namespace

ChecksImport importChecks(std::string_view json, std::string_view file)
{
    ChecksImport import { {}, ImportReport(file) };
    const std::optional<JsonNode> root = parseRoot(import.report, json, file);
    if (!root)
        return import;
    MemberReader members(import.report, *root, "");
    const JsonNode* list = members.list("HealthChecks");
    if (!members.has("HealthChecks"))
        members.missing("HealthChecks", "this is not what `aws route53 list-health-checks` prints");
    if (list != nullptr && list->items.size() > kChecksMax)
        members.wrong("HealthChecks",
            "has more than " + groupedText(static_cast<std::int64_t>(kChecksMax)) + " checks");
    else if (list != nullptr) {
        for (std::size_t i = 0; i < list->items.size(); ++i)
            readCheck(import, list->items[i], i);
        refuseTwins(import, *list);
    }
    refuseCutLists(members);
    members.skip({ "MaxItems", "Marker", "NextMarker" });
    members.finish();
    return import;
}

CidrImport importCidr(std::string_view json, std::string_view file, std::string_view onlyCollection)
{
    CidrImport import { {}, ImportReport(file) };
    std::optional<JsonNode> root = parseRoot(import.report, json, file);
    if (!root)
        return import;
    if (root->find("CidrCollections") == nullptr && root->find("CidrBlocks") != nullptr) {
        if (root->find("Id") == nullptr && onlyCollection.empty()) {
            import.report.mistake(root->place, "",
                "the file does not say which collection its blocks are of: write its \"Id\" beside "
                "CidrBlocks");
            return import;
        }
        // One answer reads as a list of one collection.
        if (root->find("Id") == nullptr) {
            JsonNode id;
            id.kind = JsonNode::Kind::Text;
            id.text = std::string(onlyCollection);
            id.place = root->place;
            root->names.emplace_back("Id");
            root->items.push_back(std::move(id));
        }
        JsonNode list;
        list.kind = JsonNode::Kind::List;
        list.items.push_back(std::move(*root));
        readCollections(import.report, list, import.collections);
        return import;
    }
    MemberReader members(import.report, *root, "");
    if (const JsonNode* list = members.list("CidrCollections"))
        readCollections(import.report, *list, import.collections);
    else if (!members.has("CidrCollections"))
        members.missing(
            "CidrCollections", "nor is there CidrBlocks, as `aws route53 list-cidr-blocks` prints");
    refuseCutLists(members);
    members.finish();
    return import;
}

HealthImport importHealth(std::string_view json, std::string_view file)
{
    HealthImport import { {}, ImportReport(file) };
    const std::optional<JsonNode> root = parseRoot(import.report, json, file);
    if (!root)
        return import;
    for (std::size_t i = 0; i < root->names.size(); ++i) {
        const JsonNode& value = root->items[i];
        const std::string& id = root->names[i];
        const bool isKnown
            = value.kind == JsonNode::Kind::Text && (value.text == "healthy" || value.text == "unhealthy");
        if (!isKnown) {
            import.report.mistake(
                value.place, shown(id), "is " + shown(value) + "; it must be \"healthy\" or \"unhealthy\"");
            continue;
        }
        import.healthy[id] = value.text == "healthy";
        if (id.find('.') == std::string::npos)
            continue;
        if (const auto name = domainName(id))
            import.healthy[*name] = value.text == "healthy";
    }
    return import;
}

} // namespace sb
