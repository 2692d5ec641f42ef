// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/json.h"

#include <algorithm>

namespace sb::maelstrom {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// The parser itself does not recurse, but writing and comparing do.
bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool isInText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isInText) {
            i += c == '\\' ? 1 : 0;
            isInText = c != '"';
        } else if (c == '"') {
            isInText = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kJsonDepthMax)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

} // namespace

Result<Json> parseJson(std::string_view text)
{
    if (isTooDeep(text))
        return fail(Errc::BadInput, "nested more than 64 levels deep");
    Json value = Json::parse(text.begin(), text.end(), nullptr, false);
    if (value.is_discarded())
        return fail(Errc::BadInput, "not a JSON value");
    return value;
}

const Json* memberOf(const Json& object, const char* name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

std::optional<std::uint64_t> unsignedOf(const Json& object, const char* name)
{
    const Json* value = memberOf(object, name);
    if (value == nullptr || !value->is_number_unsigned())
        return std::nullopt;
    return value->get<std::uint64_t>();
}

std::optional<std::string> textOf(const Json& object, const char* name)
{
    const Json* value = memberOf(object, name);
    if (value == nullptr || !value->is_string())
        return std::nullopt;
    return value->get<std::string>();
}

std::string toBase64(std::string_view bytes)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t have = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < have ? static_cast<std::uint8_t>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out.push_back(k <= have ? kDigits[group >> (18 - 6 * k) & 63] : '=');
    }
    return out;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::string out;
    out.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t group = 0;
        std::size_t padding = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const std::size_t digit = kDigits.find(text[i + k]);
            if (digit == std::string_view::npos) {
                if (text[i + k] != '=' || k < 2 || i + 4 != text.size())
                    return std::nullopt;
                ++padding;
            } else if (padding > 0) {
                return std::nullopt;
            }
            group = group << 6 | (digit == std::string_view::npos ? 0U : static_cast<std::uint32_t>(digit));
        }
        for (std::size_t k = 0; k < 3 - padding; ++k)
            out.push_back(static_cast<char>(group >> (16 - 8 * k)));
    }
    if (toBase64(out) != text)
        return std::nullopt;
    return out;
}

} // namespace sb::maelstrom
