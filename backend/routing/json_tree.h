// SPDX-License-Identifier: GPL-3.0-or-later
// JSON text as a tree that knows where each value stood: for imports whose messages name line and column. Not
// a general JSON library: numbers are whole or kept as they were written, members keep their order, a
// repeated member is refused, and depth and size are bounded so that no text can exhaust stack or memory.
// Thread: any; values.
#pragma once

#include "backend/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr int kJsonTreeDepthMax = 32;
inline constexpr std::size_t kJsonTreeBytesMax = 64u << 20;

struct JsonPlace {
    std::uint32_t line = 1, column = 1; // of the first character, from 1; columns count bytes
};

struct JsonNode {
    enum class Kind : std::uint8_t { Null, Bool, Integer, OtherNumber, Text, List, Object };
    Kind kind = Kind::Null;
    bool flag = false; // Bool
    std::int64_t integer = 0; // Integer
    std::string text; // Text; OtherNumber: as it was written
    std::vector<JsonNode> items; // List; Object: the members' values
    std::vector<std::string> names; // Object: of items, each once
    JsonPlace place;

    // nullptr when there is no such member, or the node is no object.
    [[nodiscard]] const JsonNode* find(std::string_view name) const;
};

// "null", "'text'", "300", "a list", "an object": as a message quotes it. Text is cut at 60 bytes and its
// control characters are replaced.
[[nodiscard]] std::string shown(const JsonNode& node);
[[nodiscard]] std::string shown(std::string_view text); // with its quotes

// Fails with BadInput, the reason beginning "FILE:LINE:COLUMN: "; `file` is only named.
[[nodiscard]] Result<JsonNode> parseJsonTree(std::string_view text, std::string_view file);

} // namespace sb
