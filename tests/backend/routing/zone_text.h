// SPDX-License-Identifier: GPL-3.0-or-later
// Zone files as text, one record to a line, for tests of the import and of what judges it.
#pragma once

#include <string>
#include <vector>

namespace sb::test {

inline constexpr const char* kSoundMembers
    = R"("Name": "api.example.com.", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}])";

// `sound` simple records r0.example.com. … first, then those given; "{@" in them begins with kSoundMembers.
inline std::string zoneText(std::size_t sound, const std::vector<std::string>& records)
{
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < sound; ++i)
        lines.push_back("{\"Name\": \"r" + std::to_string(i)
            + ".example.com.\", \"Type\": \"A\", \"TTL\": 60, \"ResourceRecords\": [{\"Value\": "
              "\"192.0.2.1\"}]}");
    for (const std::string& record : records) {
        const bool isShort = record.rfind("{@", 0) == 0;
        lines.push_back(isShort ? '{' + std::string(kSoundMembers) + record.substr(2) : record);
    }
    std::string text = "{\"ResourceRecordSets\": [\n";
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += lines[i] + (i + 1 < lines.size() ? ",\n" : "\n");
    return text + "]}\n";
}

} // namespace sb::test
