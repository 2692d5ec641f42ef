// SPDX-License-Identifier: GPL-3.0-or-later
// Domain names in the one form that the routing room compares: absolute, lower case, with the final dot.
// Route 53 writes every character beyond letters, digits, '-' and '_' as a backslash and three octal digits
// ("\052" is
// '*'); here the printable ones stand for themselves, but a dot or backslash inside a label stays escaped.
// Thread: any; no state.
#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>

namespace sb {

// "API.Example.com" and "api.example.com." are one name. Fails with BadInput and the reason alone ("label 2
// is empty"): an empty name, a label over 63 octets, a name over 255 octets, a broken escape.
[[nodiscard]] Result<std::string> domainName(std::string_view text);

// Is `name` the domain itself or below it? Both in the form of domainName().
[[nodiscard]] bool isWithin(std::string_view name, std::string_view domain);

} // namespace sb
