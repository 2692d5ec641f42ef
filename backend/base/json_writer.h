// SPDX-License-Identifier: GPL-3.0-or-later
// Appends JSON to a string: no tree, no allocation per value. The caller keeps objects and arrays balanced
// (checked by SB_ASSERT in take()). Text must be UTF-8; control characters are escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

class JsonWriter {
public:
    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(bool flag);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(std::uint64_t number);
    JsonWriter& value(int number) { return value(std::int64_t { number }); }
    // Written with `decimals` digits after the point; not a number and infinity become null.
    JsonWriter& value(double number, int decimals);
    // Already formatted JSON (a number with fixed decimals, a nested document).
    JsonWriter& raw(std::string_view json);
    JsonWriter& null() { return raw("null"); }

    [[nodiscard]] const std::string& text() const { return m_text; }
    // The finished document; the writer is empty afterwards.
    [[nodiscard]] std::string take();

private:
    void separate();

    std::string m_text;
    std::vector<bool> m_needsComma { false };
    bool m_afterKey = false;
};

} // namespace sb
