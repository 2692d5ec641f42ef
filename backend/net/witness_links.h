// SPDX-License-Identifier: GPL-3.0-or-later
// The links of a run with two regions, and of a witness in a third place that is no region of the run and
// serves nobody. Nothing that is done to the link between the two touches the witness's: it is there to be
// reached when they cannot reach each other. Thread: World thread.
#pragma once

#include "backend/net/links.h"
#include "backend/net/network.h"

namespace sb {

class WitnessLinks final : public Links {
public:
    // The witness is the region after the last one of `network`.
    explicit WitnessLinks(Network& network);

    [[nodiscard]] std::optional<Duration> send(RegionId from, RegionId to, std::size_t bytes) override;
    [[nodiscard]] Duration roundTrip(RegionId a, RegionId b) const override;
    [[nodiscard]] RegionId witness() const { return m_witness; }
    // Atlas region: the one whose farther region of the run is nearest.
    [[nodiscard]] std::size_t home() const { return m_home; }

private:
    [[nodiscard]] std::size_t atlasOf(RegionId region) const
    {
        return region == m_witness ? m_home : m_network.atlasIndex(region);
    }

    Network& m_network;
    RegionId m_witness;
    std::size_t m_home = 0;
};

} // namespace sb
