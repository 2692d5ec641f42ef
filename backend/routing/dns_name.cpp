// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/dns_name.h"

namespace sb {
namespace {

constexpr std::size_t kLabelOctetsMax = 63, kNameOctetsMax = 255;

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

// One character of a name: what it is, and how many bytes of the text spell it.
struct Spelled {
    unsigned octet = 0;
    std::size_t bytes = 1;
};

Result<Spelled> spelledAt(std::string_view text, std::size_t at)
{
    if (text[at] != '\\')
        return Spelled { static_cast<unsigned char>(text[at]), 1 };
    if (at + 3 >= text.size() || !isOctal(text[at + 1]) || !isOctal(text[at + 2]) || !isOctal(text[at + 3]))
        return fail(Errc::BadInput, "a backslash must be followed by three octal digits, as in \\052");
    const unsigned octet = static_cast<unsigned>(text[at + 1] - '0') * 64
        + static_cast<unsigned>(text[at + 2] - '0') * 8 + static_cast<unsigned>(text[at + 3] - '0');
    if (octet > 255)
        return fail(Errc::BadInput, "an escape is at most \\377");
    return Spelled { octet, 4 };
}

void append(std::string& name, unsigned octet)
{
    if (octet >= 'A' && octet <= 'Z')
        octet += 'a' - 'A';
    if (octet > 0x20 && octet < 0x7f && octet != '.' && octet != '\\') {
        name += static_cast<char>(octet);
        return;
    }
    name += '\\';
    name += static_cast<char>('0' + octet / 64);
    name += static_cast<char>('0' + octet / 8 % 8);
    name += static_cast<char>('0' + octet % 8);
}

} // namespace

Result<std::string> domainName(std::string_view text)
{
    std::string name;
    std::size_t octets = 1; // the root's
    std::size_t label = 0, labels = 1;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '.') {
            if (label == 0)
                return fail(Errc::BadInput, "label " + std::to_string(labels) + " is empty");
            ++at;
            label = 0;
            ++labels;
            name += '.';
            continue;
        }
        const Result<Spelled> spelled = spelledAt(text, at);
        if (!spelled)
            return tl::make_unexpected(spelled.error());
        octets += label == 0 ? 2 : 1; // a label has an octet for its length
        if (++label > kLabelOctetsMax)
            return fail(Errc::BadInput, "label " + std::to_string(labels) + " is longer than 63 octets");
        append(name, spelled->octet);
        at += spelled->bytes;
    }
    if (name.empty())
        return fail(Errc::BadInput, "it is empty");
    if (octets > kNameOctetsMax)
        return fail(Errc::BadInput, "it is longer than 255 octets");
    if (name.back() != '.')
        name += '.';
    return name;
}

bool isWithin(std::string_view name, std::string_view domain)
{
    if (name.size() < domain.size() || name.substr(name.size() - domain.size()) != domain)
        return false;
    return name.size() == domain.size() || name[name.size() - domain.size() - 1] == '.';
}

} // namespace sb
