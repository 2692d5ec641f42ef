// SPDX-License-Identifier: GPL-3.0-or-later
// The paths of the cluster of routing controls in a World. The endpoints are the vendor's, in five places of
// the atlas; where such a place is also a region of the run, an outage of that region takes the endpoint out,
// and what cuts or slows the region's links does so to the endpoint. The operator's console stands in the
// place of the run's first region, outside of the cloud: no fault of a region touches it. A run that goes on
// inside a region reaches what that region reaches. Thread: World thread.
#pragma once

#include "backend/controls/control_cluster.h"
#include "backend/net/network.h"

namespace sb {

class ControlLinks final : public ClusterLinks {
public:
    // `isDown`: nothing in the region answers.
    ControlLinks(Env& env, Network& network, std::function<bool(RegionId)> isDown);

    [[nodiscard]] std::optional<Duration> send(ClusterPlace from, ClusterPlace to) override;
    [[nodiscard]] bool isInReach(ClusterPlace from, std::size_t endpoint) const override;
    [[nodiscard]] bool isOut(std::size_t endpoint) const override;

private:
    // The region of the run in which the place is; invalid: in none.
    [[nodiscard]] RegionId regionAt(ClusterPlace place) const;
    [[nodiscard]] std::size_t atlasAt(ClusterPlace place) const;
    [[nodiscard]] bool isCut(ClusterPlace from, ClusterPlace to) const;
    [[nodiscard]] bool isPlaceDown(ClusterPlace place) const;

    Network& m_network;
    std::function<bool(RegionId)> m_isDown;
    Rng m_rng;
    std::array<std::size_t, kClusterEndpoints> m_homes {}; // atlas regions
    std::array<RegionId, kClusterEndpoints> m_regions; // of the run; invalid: none
};

} // namespace sb
