// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks the DNS, as far as an answer depends on it: the place (for latency, geolocation, geoproximity) and
// the address block (for IP-based routing). A caller makes one from what it has and may keep it for ever:
//
//     askerInCity("Dublin")              a city of the atlas, or the city of a cloud region
//     askerInRegion("eu-west-1")         a resolver inside a cloud region: measured round trips
//     askerAt({ 533400, -62700 }, "IE")  coordinates; country and subdivision as far as known
//     askerFromSubnet("203.0.113.0/24")  an EDNS client subnet or an address, IPv4 or IPv6
//     asker.prefix = *parseIpPrefix(…)   both: the place of the one and the block of the other
//
// The origin of a query is the EDNS client subnet if the resolver sends one, otherwise the resolver itself:
// queryOrigin(). Places of addresses are unpublished; ours: every city and region of the atlas has one IPv4
// and one IPv6 block of the ranges that standards set aside for tests (cityBlocks(), regionBlocks()), and any
// other address is unmapped, which has neither place nor country. Latency data base, ours likewise: from a
// region the measured matrix of resources/region-rtt-ms.csv, from anywhere else the great circle
// (userRoundTrip() of net/geography.h). Thread: any; plain values.
#pragma once

#include "backend/base/result.h"
#include "backend/base/time.h"
#include "backend/net/geography.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

// A block of addresses. Bits beyond `bits` are zero.
struct IpPrefix {
    std::array<std::uint8_t, 16> bytes {}; // of IPv4 the first four
    int bits = 0; // 0 … 32 or 0 … 128
    bool isV6 = false;
    // Both of one family, the other at least as long, and its first bits equal.
    [[nodiscard]] bool contains(const IpPrefix& other) const;
    friend bool operator==(const IpPrefix&, const IpPrefix&) = default;
};
// "192.0.2.0/24", "2001:db8::/48"; a bare address is its own block of /32 or /128. Bits set beyond the length
// are cleared. BadInput otherwise.
[[nodiscard]] Result<IpPrefix> parseIpPrefix(std::string_view text);
[[nodiscard]] std::string toString(const IpPrefix& prefix);

// Two or three capital letters or digits as one number: countries, continents, subdivisions. 0: none.
using PlaceCode = std::uint32_t;
[[nodiscard]] PlaceCode placeCode(std::string_view text); // 0 when empty or longer than three
[[nodiscard]] std::string placeText(PlaceCode code);
// AF AN AS EU NA OC SA; 0 for what is no country of ISO 3166-1 (resources/countries.csv).
[[nodiscard]] PlaceCode continentOf(PlaceCode country);

struct Asker {
    std::string label; // English: "Dublin, IE", "203.0.113.0/24"
    PlaceCode continent = 0, country = 0, subdivision = 0; // 0: unmapped
    std::optional<GeoPoint> place;
    std::optional<IpPrefix> prefix;
    std::vector<Duration> roundTrip; // to every region of the atlas, in its order; empty: unknown
    std::uint32_t bucket = 0; // 0 … 999: stable number of the asking resolver, for ramps
};

// By name, whatever its case ("São Paulo" as in resources/cities.csv); UnknownName with the nearest known
// one.
[[nodiscard]] Result<Asker> askerInCity(std::string_view name);
[[nodiscard]] Asker askerInAtlasCity(std::size_t city); // index into atlas().cities
[[nodiscard]] Result<Asker> askerInRegion(std::string_view code);
[[nodiscard]] Asker askerAt(GeoPoint place, std::string_view country = {}, std::string_view subdivision = {});
// Mapped when the block is inside one of ours, unmapped otherwise. BadInput when it is no address.
[[nodiscard]] Result<Asker> askerFromSubnet(std::string_view text);
[[nodiscard]] const Asker& queryOrigin(const std::optional<Asker>& clientSubnet, const Asker& resolver);

struct PlaceBlocks {
    IpPrefix v4; // /24
    IpPrefix v6; // /48
};
[[nodiscard]] PlaceBlocks cityBlocks(std::size_t city); // of 198.18.0.0/15 (RFC 2544) and 2001:db8::/32
[[nodiscard]] PlaceBlocks regionBlocks(std::size_t region);

} // namespace sb
