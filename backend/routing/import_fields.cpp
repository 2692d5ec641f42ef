// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/import_fields.h"

#include "backend/routing/dns_name.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

namespace sb {
namespace {

constexpr std::size_t kNameTextMax = 1'024; // every octet escaped

bool isAddress(int family, std::string_view text)
{
    unsigned char bytes[16];
    return text.find('\0') == std::string_view::npos
        && ::inet_pton(family, std::string(text).c_str(), bytes) == 1;
}

// Why it is no block that a location may have; empty: it is one.
std::string blockFault(std::string_view text)
{
    const std::size_t slash = std::min(text.find('/'), text.size());
    const std::string_view address = text.substr(0, slash);
    const bool isV4 = isIpv4Text(address);
    if (!isV4 && !isIpv6Text(address))
        return "it must be a block such as 192.0.2.0/24 or 2001:db8::/48";
    int length = -1;
    const char* const end = text.data() + text.size();
    const auto parsed = slash < text.size() ? std::from_chars(text.data() + slash + 1, end, length)
                                            : std::from_chars_result { end, std::errc::invalid_argument };
    if (parsed.ec != std::errc {} || parsed.ptr != end || length < 0 || length > (isV4 ? 32 : 128))
        return "it must end in its length, such as /24";
    return {};
}

void readBlocks(ImportReport& report, MemberReader& members, std::string_view subject, CidrCollection& out)
{
    const JsonNode* list = members.list("CidrBlocks");
    if (list == nullptr)
        return;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        const std::string path = "CidrBlocks[" + std::to_string(i) + "]";
        const JsonNode& item = list->items[i];
        if (item.kind != JsonNode::Kind::Object) {
            report.mistake(item.place, subject, path + " is " + shown(item) + "; it must be an object");
            continue;
        }
        MemberReader entry(report, item, subject, path + '.');
        for (const std::string_view needed : { "CidrBlock", "LocationName" }) {
            if (!entry.has(needed))
                entry.missing(needed, "it must be a text in quotes");
        }
        const auto block = entry.text("CidrBlock", 1, 64);
        const auto location = entry.text("LocationName", 1, 16);
        if (block && !blockFault(*block).empty())
            entry.wrong("CidrBlock", "is " + shown(*block) + "; " + blockFault(*block));
        entry.finish();
        if (!block || !location)
            continue;
        auto& all = out.locations;
        auto found = std::find_if(
            all.begin(), all.end(), [&](const CidrCollection::Location& l) { return l.name == *location; });
        if (found == all.end())
            found = all.insert(all.end(), { *location, {} });
        found->blocks.push_back(*block);
    }
}

} // namespace

std::optional<JsonNode> parseRoot(ImportReport& report, std::string_view json, std::string_view file)
{
    Result<JsonNode> root = parseJsonTree(json, file);
    if (!root) {
        report.unreadable(root.error().what);
        return std::nullopt;
    }
    if (root->kind != JsonNode::Kind::Object) {
        report.mistake(root->place, "", "the file holds " + shown(*root) + "; it must hold an object");
        return std::nullopt;
    }
    return std::move(*root);
}

void refuseCutLists(MemberReader& members)
{
    if (members.flag("IsTruncated").value_or(false))
        members.wrong("IsTruncated", "is true: only one page of the list is here; save all of it");
    if (members.take("NextToken") != nullptr)
        members.wrong(
            "NextToken", "says that only one page of the list is here; save it without --max-items");
}

std::optional<std::string> readName(MemberReader& members, std::string_view name)
{
    const auto text = members.text(name, 0, kNameTextMax);
    if (!text) {
        if (!members.has(name))
            members.missing(name, "it must be a domain name");
        return std::nullopt;
    }
    Result<std::string> absolute = domainName(*text);
    if (absolute)
        return std::move(*absolute);
    members.wrong(name, "is " + shown(*text) + ", which is no domain name: " + absolute.error().what);
    return std::nullopt;
}

std::optional<std::string> readRegionCode(MemberReader& members, std::string_view name)
{
    auto code = members.text(name, 1, 64);
    if (!code)
        return std::nullopt;
    // Words of small letters with dashes between, and a digit at the end: "ap-southeast-1".
    const bool isGood = std::all_of(code->begin(), code->end() - 1,
                            [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; })
        && code->back() >= '0' && code->back() <= '9' && std::count(code->begin(), code->end(), '-') >= 2
        && code->find("--") == std::string::npos && code->front() != '-';
    if (isGood)
        return code;
    members.wrong(name, "is " + shown(*code) + "; it must be a region code such as eu-west-1");
    return std::nullopt;
}

void readCollections(ImportReport& report, const JsonNode& list, std::vector<CidrCollection>& out)
{
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const std::string subject = "collection " + std::to_string(i);
        const JsonNode& node = list.items[i];
        if (node.kind != JsonNode::Kind::Object) {
            report.mistake(node.place, subject, "is " + shown(node) + "; it must be an object");
            continue;
        }
        MemberReader members(report, node, subject);
        CidrCollection collection;
        if (!members.has("Id"))
            members.missing("Id", "records name their collection by it");
        collection.id = members.text("Id", 1, 64).value_or("");
        if (!members.has("CidrBlocks"))
            members.missing("CidrBlocks", "`aws route53 list-cidr-blocks` prints them");
        readBlocks(report, members, subject, collection);
        refuseCutLists(members);
        members.skip({ "Name", "Arn", "Version" });
        members.finish();
        out.push_back(std::move(collection));
    }
}

std::string zoneIdText(std::string_view text)
{
    const std::size_t slash = text.rfind('/');
    return std::string(slash == std::string_view::npos ? text : text.substr(slash + 1));
}

bool isUpperCode(std::string_view text, std::size_t letters)
{
    return text.size() == letters
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isIpv4Text(std::string_view text)
{
    return isAddress(AF_INET, text);
}

bool isIpv6Text(std::string_view text)
{
    return isAddress(AF_INET6, text);
}

std::string valueFault(RecordType type, std::string_view value)
{
    if (type == RecordType::A && !isIpv4Text(value))
        return "an A record has IPv4 addresses";
    if (type == RecordType::AAAA && !isIpv6Text(value))
        return "an AAAA record has IPv6 addresses";
    if (type == RecordType::CNAME || type == RecordType::NS || type == RecordType::PTR) {
        const Result<std::string> name = domainName(value);
        return name ? std::string() : "it must be a domain name: " + name.error().what;
    }
    return {};
}

} // namespace sb
