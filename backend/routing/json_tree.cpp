// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's events carry no positions, so its input iterator reports how far it has read: when an event
// comes, its token has just been read (a number also the one character behind it), and the token's begin is
// the first character after the last token that is neither white space nor punctuation.
#include "backend/routing/json_tree.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

namespace sb {
namespace {

constexpr std::size_t kShownBytesMax = 60;

struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    const char** read = nullptr; // where the furthest position is told

    reference operator*() const { return *at; }
    CountingIterator& operator++()
    {
        *read = ++at;
        return *this;
    }
    CountingIterator operator++(int)
    {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at == b.at; }
};

// The reason alone: the library puts its own code and position before it.
std::string reasonOf(std::string_view what)
{
    const std::size_t column = what.find("column ");
    const std::size_t colon = what.find(": ", column == std::string_view::npos ? 0 : column);
    return std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
}

class TreeBuilder {
public:
    TreeBuilder(std::string_view text, std::string_view file)
        : m_file(file)
        , m_begin(text.data())
        , m_end(text.data() + text.size())
        , m_read(text.data())
        , m_last(text.data())
        , m_counted(text.data())
        , m_lineAt(text.data())
    {
    }

    [[nodiscard]] CountingIterator begin() { return { m_begin, &m_read }; }
    [[nodiscard]] CountingIterator end() { return { m_end, &m_read }; }
    [[nodiscard]] JsonNode takeRoot() { return std::move(m_root); }
    [[nodiscard]] const std::string& error() const { return m_error; }

    // The names and results of these are the parser's.
    bool null() { return add(JsonNode::Kind::Null) != nullptr; }
    bool boolean(bool flag)
    {
        JsonNode* node = add(JsonNode::Kind::Bool);
        return node != nullptr && (node->flag = flag, true);
    }
    bool number_integer(std::int64_t number) { return addInteger(number); }
    bool number_unsigned(std::uint64_t number)
    {
        if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return addInteger(static_cast<std::int64_t>(number));
        return addText(JsonNode::Kind::OtherNumber, std::to_string(number));
    }
    bool number_float(double, const std::string& written)
    {
        return addText(JsonNode::Kind::OtherNumber, written);
    }
    bool string(std::string& text) { return addText(JsonNode::Kind::Text, std::move(text)); }
    bool binary(std::vector<std::uint8_t>&) { return false; } // of other formats than JSON
    bool start_object(std::size_t) { return open(JsonNode::Kind::Object); }
    bool start_array(std::size_t) { return open(JsonNode::Kind::List); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name)
    {
        const JsonPlace place = placeOfToken();
        if (m_open.back().sortedNames.count(name) != 0)
            return refuse(place, "member " + shown(name) + " appears twice; one of them must go");
        m_open.back().sortedNames.insert(name);
        m_open.back().node.names.push_back(std::move(name));
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error)
    {
        const auto size = static_cast<std::size_t>(m_end - m_begin);
        const std::size_t bytes = std::min(position == 0 ? 0 : position - 1, size);
        return refuse(placeOf(m_begin + bytes), "not JSON: " + reasonOf(error.what()));
    }

private:
    struct Open {
        JsonNode node;
        std::set<std::string> sortedNames;
    };

    bool refuse(JsonPlace place, const std::string& what)
    {
        m_error
            = m_file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ": " + what;
        return false;
    }

    // Positions only grow, but for an error's; lines are counted once.
    [[nodiscard]] JsonPlace placeOf(const char* at)
    {
        if (at < m_counted) {
            m_counted = m_lineAt = m_begin;
            m_line = 1;
        }
        for (; m_counted < at; ++m_counted) {
            if (*m_counted == '\n') {
                m_lineAt = m_counted + 1;
                ++m_line;
            }
        }
        return { m_line, static_cast<std::uint32_t>(at - m_lineAt) + 1 };
    }

    [[nodiscard]] JsonPlace placeOfToken()
    {
        constexpr std::string_view kBetween = " \t\r\n,:]}";
        const char* at = m_last;
        while (at < m_read && kBetween.find(*at) != std::string_view::npos)
            ++at;
        m_last = m_read;
        return placeOf(at);
    }

    // A value goes into the innermost open list or object, or is the root.
    JsonNode* add(JsonNode::Kind kind)
    {
        JsonNode node;
        node.kind = kind;
        node.place = placeOfToken();
        return put(std::move(node));
    }
    JsonNode* put(JsonNode node)
    {
        if (m_open.empty()) {
            m_root = std::move(node);
            return &m_root;
        }
        m_open.back().node.items.push_back(std::move(node));
        return &m_open.back().node.items.back();
    }
    bool addInteger(std::int64_t number)
    {
        add(JsonNode::Kind::Integer)->integer = number;
        return true;
    }
    bool addText(JsonNode::Kind kind, std::string text)
    {
        add(kind)->text = std::move(text);
        return true;
    }
    bool open(JsonNode::Kind kind)
    {
        const JsonPlace place = placeOfToken();
        if (m_open.size() >= static_cast<std::size_t>(kJsonTreeDepthMax))
            return refuse(place, "nested more than " + std::to_string(kJsonTreeDepthMax) + " levels deep");
        m_open.emplace_back();
        m_open.back().node.kind = kind;
        m_open.back().node.place = place;
        return true;
    }
    bool close()
    {
        m_last = m_read;
        JsonNode node = std::move(m_open.back().node);
        m_open.pop_back();
        put(std::move(node));
        return true;
    }

    std::string m_file;
    const char* m_begin;
    const char* m_end;
    const char* m_read; // by the parser so far
    const char* m_last; // end of the last token
    const char* m_counted; // so far lines are counted
    const char* m_lineAt; // begin of the line that m_line numbers
    std::uint32_t m_line = 1;
    std::vector<Open> m_open; // outermost first
    JsonNode m_root;
    std::string m_error;
};

} // namespace

const JsonNode* JsonNode::find(std::string_view name) const
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? nullptr : &items[static_cast<std::size_t>(found - names.begin())];
}

std::string shown(std::string_view text)
{
    std::size_t bytes = std::min(text.size(), kShownBytesMax);
    // Not inside a UTF-8 sequence.
    while (bytes < text.size() && bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0u) == 0x80u)
        --bytes;
    std::string quoted = "'";
    for (const char c : text.substr(0, bytes))
        quoted += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    return quoted + (bytes < text.size() ? "…'" : "'");
}

std::string shown(const JsonNode& node)
{
    switch (node.kind) {
    case JsonNode::Kind::Null:
        return "null";
    case JsonNode::Kind::Bool:
        return node.flag ? "true" : "false";
    case JsonNode::Kind::Integer:
        return std::to_string(node.integer);
    case JsonNode::Kind::OtherNumber:
        return node.text.substr(0, kShownBytesMax);
    case JsonNode::Kind::Text:
        return shown(std::string_view(node.text));
    case JsonNode::Kind::List:
        return "a list";
    case JsonNode::Kind::Object:
        return "an object";
    }
    return "unknown";
}

Result<JsonNode> parseJsonTree(std::string_view text, std::string_view file)
{
    if (text.size() > kJsonTreeBytesMax)
        return fail(Errc::BadInput,
            std::string(file) + ": " + std::to_string(text.size() >> 20) + " MiB; at most "
                + std::to_string(kJsonTreeBytesMax >> 20) + " MiB are read");
    TreeBuilder builder(text, file);
    if (nlohmann::json::sax_parse(builder.begin(), builder.end(), &builder))
        return builder.takeRoot();
    return fail(Errc::BadInput, builder.error());
}

} // namespace sb
