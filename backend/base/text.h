// SPDX-License-Identifier: GPL-3.0-or-later
// Small text helpers for reports, exports and messages (English; the window formats with QLocale instead).
#pragma once

#include "backend/base/money.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

// "€ 1 234.50", "48 213": thin groups of three.
[[nodiscard]] std::string moneyText(Money amount);
[[nodiscard]] std::string groupedText(std::int64_t number);
// "12.34", always with two decimals and no grouping: for CSV and JSON.
[[nodiscard]] std::string plainMoneyText(Money amount);
// Splits one CSV line (RFC 4180 quotes); no embedded newlines.
[[nodiscard]] std::vector<std::string> splitCsvLine(std::string_view line);
// Quotes a CSV field when it needs it.
[[nodiscard]] std::string csvField(std::string_view text);
[[nodiscard]] std::vector<std::string_view> splitWords(std::string_view text);
// Lower-cased ASCII; other bytes pass through.
[[nodiscard]] std::string lowerAscii(std::string_view text);
[[nodiscard]] std::string hex64(std::uint64_t value);
// The entry of `known` with the smallest edit distance, for "did you mean"; empty when none is near.
[[nodiscard]] std::string nearestName(std::string_view text, const std::vector<std::string>& known);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

} // namespace sb
