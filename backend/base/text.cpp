// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/text.h"

#include <algorithm>
#include <cstdio>

namespace sb {

std::string groupedText(std::int64_t number)
{
    std::string digits = std::to_string(number < 0 ? -number : number);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, 1, ' ');
    return number < 0 ? "-" + digits : digits;
}

std::string plainMoneyText(Money amount)
{
    const std::int64_t absolute = amount.cents < 0 ? -amount.cents : amount.cents;
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%s%lld.%02lld", amount.cents < 0 ? "-" : "",
        static_cast<long long>(absolute / 100), static_cast<long long>(absolute % 100));
    return buffer;
}

std::string moneyText(Money amount)
{
    const std::string plain = plainMoneyText(amount);
    const std::string sign = amount.cents < 0 ? "-" : "";
    const std::int64_t euro = amount.cents / 100;
    return "€ " + sign + groupedText(euro < 0 ? -euro : euro) + plain.substr(plain.size() - 3);
}

std::vector<std::string> splitCsvLine(std::string_view line)
{
    std::vector<std::string> fields(1);
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isQuoted) {
            if (c == '"' && i + 1 < line.size() && line[i + 1] == '"')
                fields.back() += line[++i];
            else if (c == '"')
                isQuoted = false;
            else
                fields.back() += c;
        } else if (c == '"') {
            isQuoted = true;
        } else if (c == ',') {
            fields.emplace_back();
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    return fields;
}

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::vector<std::string_view> splitWords(std::string_view text)
{
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    while ((begin = text.find_first_not_of(" \t", begin)) != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return words;
}

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string hex64(std::uint64_t value)
{
    char buffer[20];
    std::snprintf(buffer, sizeof buffer, "%016llx", static_cast<unsigned long long>(value));
    return buffer;
}

std::string nearestName(std::string_view text, const std::vector<std::string>& known)
{
    std::string best;
    std::size_t bestDistance = text.size() / 2 + 1; // further apart than this is no help
    for (const std::string& name : known) {
        std::vector<std::size_t> row(name.size() + 1);
        for (std::size_t j = 0; j <= name.size(); ++j)
            row[j] = j;
        for (std::size_t i = 1; i <= text.size(); ++i) {
            std::size_t diagonal = row[0]++;
            for (std::size_t j = 1; j <= name.size(); ++j) {
                const std::size_t cost = diagonal + (text[i - 1] == name[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = std::min({ row[j] + 1, row[j - 1] + 1, cost });
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = name;
        }
    }
    return best;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string all;
    for (const std::string& part : parts) {
        if (!all.empty())
            all += separator;
        all += part;
    }
    return all;
}

} // namespace sb
