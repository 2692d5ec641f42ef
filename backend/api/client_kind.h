// SPDX-License-Identifier: GPL-3.0-or-later
// What kinds of clients there are, by how long they hold on to a region that they once were sent to.
#pragma once

#include <cstdint>
#include <string_view>

namespace sb {

enum class ClientKind : std::uint8_t {
    Browser, // asks its resolver for each new connection, or keeps the answer for a minute
    TtlIgnorer, // a browser behind a resolver that keeps answers far beyond their time to live
    Caching, // a program that looks the address up once and keeps it as long as it runs, as many JVMs do
    Pooled, // a program that honours the time to live, but keeps its connections for up to an hour
};
inline constexpr int kClientKindCount = static_cast<int>(ClientKind::Pooled) + 1;
// "browser", "ttl-ignorer", "caching", "pooled"
[[nodiscard]] std::string_view toString(ClientKind kind);

} // namespace sb
