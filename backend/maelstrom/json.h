// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as this room uses it: parsed with a bound on depth, objects with sorted members (so that equal values
// have equal texts), and bytes as base64 (RFC 4648).
// Thread: any; no state.
#pragma once

#include "backend/base/result.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace sb::maelstrom {

using Json = nlohmann::json;

inline constexpr int kJsonDepthMax = 64;

// Fails with BadInput: not JSON, not UTF-8, or nested too deeply to be walked.
[[nodiscard]] Result<Json> parseJson(std::string_view text);
// nullptr when `object` is none or has no such member.
[[nodiscard]] const Json* memberOf(const Json& object, const char* name);
// Nothing when it is missing, no integer, or outside.
[[nodiscard]] std::optional<std::uint64_t> unsignedOf(const Json& object, const char* name);
[[nodiscard]] std::optional<std::string> textOf(const Json& object, const char* name);

[[nodiscard]] std::string toBase64(std::string_view bytes);
// Nothing when it is not canonical base64.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace sb::maelstrom
