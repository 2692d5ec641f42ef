// SPDX-License-Identifier: GPL-3.0-or-later
// The record sets; checks, collections and statuses are in route53_import_others.cpp.
#include "backend/routing/route53_import.h"

#include "backend/base/text.h"
#include "backend/routing/dns_name.h"
#include "backend/routing/import_fields.h"

#include <algorithm>
#include <array>
#include <set>

namespace sb {
namespace {

constexpr std::size_t kIdentifierMax = 128;
constexpr std::size_t kValueBytesMax = 4'000;
constexpr std::size_t kZoneIdMax = 32;
constexpr std::int64_t kTtlMax = 2'147'483'647;
constexpr std::int64_t kDegreesE4 = 10'000;

// The seven members that each choose a policy; a record has one of them at most.
constexpr std::array<std::string_view, 7> kPolicyMembers { "Weight", "Failover", "Region", "GeoLocation",
    "GeoProximityLocation", "CidrRoutingConfig", "MultiValueAnswer" };

void readWeight(MemberReader& members, RecordPolicy& policy)
{
    if (const auto weight = members.integer("Weight", 0, 255))
        policy = WeightedPolicy { static_cast<int>(*weight) };
}

void readFailover(MemberReader& members, RecordPolicy& policy)
{
    const auto role = members.text("Failover", 0, kIdentifierMax);
    if (!role)
        return;
    if (*role != "PRIMARY" && *role != "SECONDARY")
        members.wrong("Failover", "is " + shown(*role) + "; it must be PRIMARY or SECONDARY");
    policy = FailoverPolicy { *role == "PRIMARY" };
}

void readRegion(MemberReader& members, RecordPolicy& policy)
{
    if (auto code = readRegionCode(members, "Region"))
        policy = LatencyPolicy { std::move(*code) };
}

void readGeolocation(
    ImportReport& report, MemberReader& members, std::string_view subject, RecordPolicy& policy)
{
    const JsonNode* object = members.object("GeoLocation");
    if (object == nullptr)
        return;
    MemberReader geo(report, *object, subject, "GeoLocation.");
    GeolocationPolicy place;
    if (const auto continent = geo.text("ContinentCode", 0, 8)) {
        constexpr std::array<std::string_view, 7> kContinents { "AF", "AN", "AS", "EU", "NA", "OC", "SA" };
        if (std::find(kContinents.begin(), kContinents.end(), *continent) == kContinents.end())
            geo.wrong(
                "ContinentCode", "is " + shown(*continent) + "; it must be AF, AN, AS, EU, NA, OC or SA");
        place.continent = *continent;
    }
    if (const auto country = geo.text("CountryCode", 0, 8)) {
        if (*country != "*" && !isUpperCode(*country, 2))
            geo.wrong("CountryCode",
                "is " + shown(*country)
                    + "; it must be a code of two capital letters, or '*' for all others");
        place.country = *country;
    }
    if (const auto part = geo.text("SubdivisionCode", 1, 3)) {
        if (place.country != "US" && place.country != "UA")
            geo.wrong("SubdivisionCode", "is " + shown(*part) + "; only the countries US and UA have any");
        place.subdivision = *part;
    }
    if (geo.has("ContinentCode") == geo.has("CountryCode"))
        members.wrong("GeoLocation",
            geo.has("CountryCode") ? "has ContinentCode and CountryCode; exactly one of them is possible"
                                   : "has neither ContinentCode nor CountryCode; one of them is needed");
    geo.finish();
    policy = std::move(place);
}

// "49.22", "-0.5": at most two digits behind the point, as the cloud takes them.
std::optional<std::int32_t> degreesE4(std::string_view text, int degreesMax)
{
    const bool isNegative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
    if (point == 0 || point > 3 || fraction.size() > 2)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : std::string(text.substr(0, point)) + std::string(fraction)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    for (std::size_t digits = fraction.size(); digits < 4; ++digits)
        value *= 10;
    if (value > degreesMax * kDegreesE4)
        return std::nullopt;
    return static_cast<std::int32_t>(isNegative ? -value : value);
}

std::optional<std::int32_t> readDegrees(MemberReader& members, std::string_view name, int degreesMax)
{
    const std::string range
        = std::to_string(-degreesMax) + " to " + std::to_string(degreesMax) + ", with two decimals at most";
    const auto text = members.text(name, 0, 32);
    if (!text) {
        if (!members.has(name))
            members.missing(name, "it must be degrees from " + range);
        return std::nullopt;
    }
    const auto degrees = degreesE4(*text, degreesMax);
    if (!degrees)
        members.wrong(name, "is " + shown(*text) + "; it must be degrees from " + range);
    return degrees;
}

void readGeoproximity(
    ImportReport& report, MemberReader& members, std::string_view subject, RecordPolicy& policy)
{
    const JsonNode* object = members.object("GeoProximityLocation");
    if (object == nullptr)
        return;
    MemberReader geo(report, *object, subject, "GeoProximityLocation.");
    GeoproximityPolicy place;
    const int places = static_cast<int>(geo.has("AWSRegion")) + static_cast<int>(geo.has("LocalZoneGroup"))
        + static_cast<int>(geo.has("Coordinates"));
    if (places != 1)
        members.wrong("GeoProximityLocation",
            "has " + std::to_string(places)
                + " places; exactly one of AWSRegion, LocalZoneGroup and Coordinates is possible");
    place.region = readRegionCode(geo, "AWSRegion").value_or("");
    place.localZoneGroup = geo.text("LocalZoneGroup", 1, 64).value_or("");
    if (const JsonNode* point = geo.object("Coordinates")) {
        MemberReader degrees(report, *point, subject, "GeoProximityLocation.Coordinates.");
        const auto latitude = readDegrees(degrees, "Latitude", 90);
        const auto longitude = readDegrees(degrees, "Longitude", 180);
        if (latitude && longitude)
            place.place = GeoPoint { *latitude, *longitude };
        degrees.finish();
    }
    place.bias = static_cast<int>(geo.integer("Bias", -99, 99).value_or(0));
    geo.finish();
    policy = std::move(place);
}

void readCidr(ImportReport& report, MemberReader& members, std::string_view subject, RecordPolicy& policy)
{
    const JsonNode* object = members.object("CidrRoutingConfig");
    if (object == nullptr)
        return;
    MemberReader cidr(report, *object, subject, "CidrRoutingConfig.");
    CidrPolicy place;
    if (!cidr.has("CollectionId"))
        cidr.missing("CollectionId", "it must be the id of a CIDR collection");
    place.collection = cidr.text("CollectionId", 1, 64).value_or("");
    if (!cidr.has("LocationName"))
        cidr.missing("LocationName", "it must be a location of the collection, or '*' for all others");
    place.location = cidr.text("LocationName", 1, 16).value_or("");
    cidr.finish();
    policy = std::move(place);
}

void readMultivalue(MemberReader& members, RecordPolicy& policy)
{
    const auto flag = members.flag("MultiValueAnswer");
    if (!flag)
        return;
    if (!*flag)
        members.wrong("MultiValueAnswer", "is false; it must be true, or left out");
    policy = MultivaluePolicy {};
}

void readPolicy(ImportReport& report, MemberReader& members, std::string_view subject, ZoneRecord& record)
{
    std::vector<std::string> present;
    for (const std::string_view name : kPolicyMembers) {
        if (members.has(name))
            present.emplace_back(name);
    }
    readWeight(members, record.policy);
    readFailover(members, record.policy);
    readRegion(members, record.policy);
    readGeolocation(report, members, subject, record.policy);
    readGeoproximity(report, members, subject, record.policy);
    readCidr(report, members, subject, record.policy);
    readMultivalue(members, record.policy);
    if (present.size() > 1)
        members.wrong(present[1], "stands beside " + present[0] + "; a record follows one policy");
    record.setIdentifier = members.text("SetIdentifier", 1, kIdentifierMax).value_or("");
    if (!present.empty() && !members.has("SetIdentifier"))
        members.missing(
            "SetIdentifier", "a record with " + present[0] + " needs one, to be told from its siblings");
    if (present.empty() && members.has("SetIdentifier"))
        members.wrong("SetIdentifier",
            "stands in a simple record, which has none; is the member of its policy missing?");
}

void readAlias(ImportReport& report, MemberReader& members, std::string_view subject, ZoneRecord& record)
{
    const JsonNode* object = members.object("AliasTarget");
    if (object == nullptr)
        return;
    MemberReader target(report, *object, subject, "AliasTarget.");
    AliasTarget alias;
    if (!target.has("HostedZoneId"))
        target.missing("HostedZoneId", "it must be the id of the hosted zone that the target is in");
    alias.zoneId = target.text("HostedZoneId", 1, kZoneIdMax).value_or("");
    alias.name = readName(target, "DNSName").value_or("");
    const auto evaluates = target.flag("EvaluateTargetHealth");
    if (!target.has("EvaluateTargetHealth"))
        target.missing("EvaluateTargetHealth", "it must be true or false");
    alias.evaluatesTargetHealth = evaluates.value_or(false);
    target.finish();
    record.alias = std::move(alias);
    if (members.has("TTL"))
        members.wrong("TTL", "stands beside AliasTarget; an alias takes its target's");
    if (std::holds_alternative<MultivaluePolicy>(record.policy))
        members.wrong("AliasTarget", "stands beside MultiValueAnswer; a multivalue record has values");
    members.skip({ "TTL" });
}

void readValues(ImportReport& report, MemberReader& members, std::string_view subject, ZoneRecord& record)
{
    const JsonNode* list = members.list("ResourceRecords");
    if (list == nullptr)
        return;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        const std::string path = "ResourceRecords[" + std::to_string(i) + "]";
        const JsonNode& item = list->items[i];
        if (item.kind != JsonNode::Kind::Object) {
            report.mistake(item.place, subject, path + " is " + shown(item) + "; it must be an object");
            continue;
        }
        MemberReader entry(report, item, subject, path + '.');
        if (!entry.has("Value"))
            entry.missing("Value", "it must be a text in quotes");
        if (auto value = entry.text("Value", 1, kValueBytesMax)) {
            if (const std::string fault = valueFault(record.type, *value); !fault.empty())
                entry.wrong("Value", "is " + shown(*value) + "; " + fault);
            record.values.push_back(std::move(*value));
        }
        entry.finish();
    }
    if (record.alias && !list->items.empty())
        members.wrong("ResourceRecords", "stands beside AliasTarget; a record has values or a target");
}

// Says what is missing of what an answer is made from.
void checkAnswer(MemberReader& members, const ZoneRecord& record)
{
    if (record.alias || members.has("AliasTarget"))
        return;
    const JsonNode* list = members.take("ResourceRecords");
    if (list == nullptr)
        members.missing("ResourceRecords", "a record has values, or an AliasTarget");
    else if (list->kind == JsonNode::Kind::List && list->items.empty())
        members.wrong("ResourceRecords", "is empty; a record has values, or an AliasTarget");
    if (!members.has("TTL"))
        members.missing("TTL", "it must be 0 to " + std::to_string(kTtlMax) + " seconds");
}

// As messages name it before its members have been read: from the raw texts, as far as there are any.
std::string rawLabel(const JsonNode& node, std::size_t index)
{
    const auto textOf = [&node](std::string_view name) -> std::string {
        const JsonNode* member = node.find(name);
        return member != nullptr && member->kind == JsonNode::Kind::Text ? member->text : std::string();
    };
    const auto readable = domainName(textOf("Name"));
    const std::string quoted = shown(readable ? *readable : textOf("Name"));
    const std::string name = quoted.substr(1, quoted.size() - 2);
    const std::string type = shown(textOf("Type"));
    std::string label = "record " + std::to_string(index);
    if (name.empty())
        return label;
    label += " (" + name + (type.size() > 2 ? ' ' + type.substr(1, type.size() - 2) : std::string());
    if (!textOf("SetIdentifier").empty())
        label += ", set " + shown(textOf("SetIdentifier"));
    return label + ')';
}

// Nothing when the record cannot take part: its name or type is unusable, or it is not supported.
std::optional<ZoneRecord> readRecord(ImportReport& report, const JsonNode& node, std::size_t index)
{
    const std::string subject = rawLabel(node, index);
    if (node.kind != JsonNode::Kind::Object) {
        report.mistake(node.place, subject, "is " + shown(node) + "; it must be an object");
        return std::nullopt;
    }
    MemberReader members(report, node, subject);
    ZoneRecord record;
    record.index = index;
    auto name = readName(members, "Name");
    record.name = name.value_or("");
    const auto typeText = members.text("Type", 1, 16);
    if (!members.has("Type"))
        members.missing("Type", "it must be a record type such as A");
    const auto type = typeText ? recordTypeFromText(*typeText) : std::nullopt;
    if (typeText && !type) {
        members.unsupported("Type", "is " + shown(*typeText) + "; the record is left out");
        return std::nullopt;
    }
    record.type = type.value_or(RecordType::A);
    if (const auto policyId = members.text("TrafficPolicyInstanceId", 1, 36)) {
        const JsonNode* values = node.find("ResourceRecords");
        const bool hasAnswer
            = node.find("AliasTarget") != nullptr || (values != nullptr && !values->items.empty());
        members.unsupported("TrafficPolicyInstanceId",
            hasAnswer ? "names a traffic policy, which is not read; the record counts as it stands here"
                      : "names a traffic policy, which is not read; the record is left out");
        if (!hasAnswer)
            return std::nullopt;
    }
    readPolicy(report, members, subject, record);
    readAlias(report, members, subject, record);
    if (!record.alias)
        record.ttl = std::chrono::seconds { members.integer("TTL", 0, kTtlMax).value_or(60) };
    readValues(report, members, subject, record);
    checkAnswer(members, record);
    record.healthCheck = members.text("HealthCheckId", 1, kCheckIdMax).value_or("");
    members.finish();
    if (!name || !type)
        return std::nullopt;
    return record;
}

void readRecords(ZoneImport& import, const JsonNode& list)
{
    if (list.items.size() > kZoneRecordsMax) {
        import.report.mistake(list.place, "",
            "ResourceRecordSets has " + groupedText(static_cast<std::int64_t>(list.items.size()))
                + " records; at most " + groupedText(static_cast<std::int64_t>(kZoneRecordsMax))
                + " are read");
        return;
    }
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (auto record = readRecord(import.report, list.items[i], i))
            import.zone.records.push_back(std::move(*record));
    }
}

void readEndpoints(ZoneImport& import, const JsonNode& object)
{
    MemberReader members(import.report, object, "", "Endpoints.");
    for (const std::string& value : object.names) {
        if (auto code = readRegionCode(members, value))
            import.zone.endpoints.emplace(value, std::move(*code));
    }
}

} // namespace

ZoneImport importZone(std::string_view json, std::string_view file)
{
    ZoneImport import { {}, ImportReport(file) };
    const std::optional<JsonNode> root = parseRoot(import.report, json, file);
    if (!root)
        return import;
    MemberReader members(import.report, *root, "");
    import.zone.id = zoneIdText(members.text("HostedZoneId", 1, 64).value_or(""));
    const JsonNode* records = members.list("ResourceRecordSets");
    if (records != nullptr)
        readRecords(import, *records);
    else if (!members.has("ResourceRecordSets"))
        members.missing(
            "ResourceRecordSets", "this is not what `aws route53 list-resource-record-sets` prints");
    if (const JsonNode* list = members.list("CidrCollections"))
        readCollections(import.report, *list, import.zone.collections);
    if (const JsonNode* object = members.object("Endpoints"))
        readEndpoints(import, *object);
    refuseCutLists(members);
    members.skip({ "MaxItems", "NextRecordName", "NextRecordType", "NextRecordIdentifier" });
    members.finish();
    return import;
}

std::string onlyCollectionOf(const ZoneFile& zone)
{
    std::set<std::string> ids;
    for (const ZoneRecord& record : zone.records) {
        if (const auto* cidr = std::get_if<CidrPolicy>(&record.policy))
            ids.insert(cidr->collection);
    }
    return ids.size() == 1 ? *ids.begin() : std::string();
}

std::string recordLabel(const ZoneRecord& record)
{
    std::string label = "record " + std::to_string(record.index) + " (" + record.name + ' '
        + std::string(toString(record.type));
    if (!record.setIdentifier.empty())
        label += ", set " + shown(record.setIdentifier);
    return label + ')';
}

} // namespace sb
