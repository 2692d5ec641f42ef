// SPDX-License-Identifier: GPL-3.0-or-later
// An anycast accelerator: customers reach the network at an edge near them under one address that never
// changes, and each new connection goes to the endpoint that the rules name now. No client caches anything.
// Rules (AWS Global Accelerator developer guide):
//  (1) A listener has endpoint groups, one per region, each with a traffic dial: the share of the connections
//      that would come to it, being nearest, which it gets; the others go on to the next nearest group, whose
//      dial is asked in turn.
//  (2) Within a group a connection goes to a healthy endpoint of weight > 0, in proportion to the weights.
//  (3) If the group has none, the nearest other group that has one gets it, whatever its dial, even at 0; at
//      most three further groups are looked at.
//  (4) If they have none either: fail open, to a random endpoint in the group nearest the client.
//  (5) An endpoint that turns healthy again is used after about 30 s. Established connections stay where they
//      are, for good or ill.
//  (6) Without affinity the five-tuple decides, with client affinity source address and destination address.
// Ours, because no text says: if every dial turns a connection away, the nearest group with a dial above 0 is
// its group, or the nearest of all; an endpoint whose first checks are out (Initial) is not used.
// Thread: none. Deterministic: the draws come from the flow's hash.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/result.h"
#include "backend/base/time.h"

#include <cstdint>
#include <vector>

namespace sb {

inline constexpr int kDialFull = 1'000; // per mille; the vendor's console takes whole percent
inline constexpr int kFurtherGroupsMax = 3;

enum class EndpointHealth : std::uint8_t { Initial, Healthy, Unhealthy };

struct AcceleratorEndpoint {
    int weight = 128; // 0 … 255; 0: gets nothing, unless the accelerator fails open
    EndpointHealth health = EndpointHealth::Initial;
};

struct EndpointGroup {
    RegionId region;
    int dialPerMille = kDialFull; // 0 … 1000
    std::vector<AcceleratorEndpoint> endpoints;
};

enum class ClientAffinity : std::uint8_t { None, SourceAddress };

// A connection as the edge sees it.
struct Flow {
    std::uint64_t sourceAddress = 0;
    std::uint16_t sourcePort = 0;
    std::uint64_t address = 0; // of the accelerator
    std::uint16_t port = 443;
    std::uint8_t protocol = 6; // TCP
};
[[nodiscard]] std::uint64_t flowHash(const Flow& flow, ClientAffinity affinity);

enum class GroupVerdict : std::uint8_t {
    Chosen,
    FurtherAway, // nothing is wrong with it, and nobody had to ask
    DialedAway, // its dial turned the connection away
    NoEndpoint, // no healthy endpoint of weight > 0
    OutOfReach, // more than three further groups away
};
enum class AcceleratorReason : std::uint8_t {
    Nearest,
    NextNearest, // the dials of nearer groups turned it away
    GroupUnhealthy, // the group that it belonged to has no healthy endpoint
    FailOpen,
};

struct AcceleratorChoice {
    struct Candidate {
        std::size_t group = 0;
        GroupVerdict verdict = GroupVerdict::FurtherAway;
    };
    std::size_t group = 0; // index of EndpointGroup
    std::size_t endpoint = 0; // index in it
    AcceleratorReason reason = AcceleratorReason::Nearest;
    std::vector<Candidate> candidates; // nearest first
};

// Weights 0 … 255, dials 0 … 1000, one group a region, at least one group with an endpoint.
[[nodiscard]] Result<> validate(const std::vector<EndpointGroup>& groups);
// `roundTrip[g]`: from the client's edge to group g. Requires validate(groups). Equal round trips: as listed.
[[nodiscard]] AcceleratorChoice route(
    const std::vector<EndpointGroup>& groups, const std::vector<Duration>& roundTrip, std::uint64_t flowHash);
// Which groups a new connection from there may be sent to now, whatever it draws; index = group.
[[nodiscard]] std::vector<bool> destinations(
    const std::vector<EndpointGroup>& groups, const std::vector<Duration>& roundTrip);

} // namespace sb
