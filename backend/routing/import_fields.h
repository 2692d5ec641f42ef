// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces that the imports of route53_import.h share; nobody else includes it.
#pragma once

#include "backend/routing/import_report.h"
#include "backend/routing/zone_records.h"

namespace sb {

// The root object; nothing when there is none, and the report says why.
[[nodiscard]] std::optional<JsonNode> parseRoot(
    ImportReport& report, std::string_view json, std::string_view file);
// A mistake when the file is one page of several: records that are missing would change the answers.
void refuseCutLists(MemberReader& members);
// A required domain name in the form of domainName().
[[nodiscard]] std::optional<std::string> readName(MemberReader& members, std::string_view name);
// An optional region code: of the right shape, whether the atlas knows it or not.
[[nodiscard]] std::optional<std::string> readRegionCode(MemberReader& members, std::string_view name);
void readCollections(ImportReport& report, const JsonNode& list, std::vector<CidrCollection>& out);
// "/hostedzone/Z123" and "Z123" are one id.
[[nodiscard]] std::string zoneIdText(std::string_view text);

[[nodiscard]] bool isUpperCode(std::string_view text, std::size_t letters);
[[nodiscard]] bool isIpv4Text(std::string_view text);
[[nodiscard]] bool isIpv6Text(std::string_view text);
// What is wrong with a record's value; empty: nothing. Of the types whose form is simple enough to judge.
[[nodiscard]] std::string valueFault(RecordType type, std::string_view value);

} // namespace sb
