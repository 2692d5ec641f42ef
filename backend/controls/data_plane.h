// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a decision to the DNS: what share of its natural answers routing controls, shifts and dials
// leave to each region. A decided change takes 2 to 10 s, drawn for each, until the DNS answers by it; the
// vendor says no more than that it is a matter of seconds ("routing control: about 10 s + TTL"), so these
// bounds are ours. Changes of one lever at one region take effect in the order in which they were decided,
// and those that were decided together take effect together.
// What the DNS makes of it is combined with the fail-back's hold in recovery/admission_board.h.
// Thread: World thread. Invariant: a while after the last change, inForce() is what was set last.
#pragma once

#include "backend/base/ids.h"
#include "backend/kernel/env.h"

#include <array>
#include <functional>
#include <utility>
#include <vector>

namespace sb {

enum class Lever : std::uint8_t { Control, Shift, Dial };
inline constexpr std::size_t kLeverCount = static_cast<std::size_t>(Lever::Dial) + 1;

struct DataPlaneConfig {
    Duration delayMin = 2s, delayMax = 10s;
};

class DataPlane final : public Component {
public:
    DataPlane(Env& env, std::size_t regionCount, DataPlaneConfig config = {});
    void connect(ComponentId self) { m_self = self; }
    void onEvent(const SimEvent& event) override;
    // Called whenever a share in force changed.
    void onChange(std::function<void()> callback) { m_onChange = std::move(callback); }

    // Per mille of their natural answers, 0 … 1000, for several regions as one change.
    void set(Lever lever, const std::vector<std::pair<RegionId, int>>& shares);
    // As in force at the start, before any event.
    void begin(Lever lever, RegionId region, int perMille);

    [[nodiscard]] int wanted(Lever lever, RegionId region) const { return at(lever, region).wanted; }
    // What the DNS answers by now.
    [[nodiscard]] int inForce(Lever lever, RegionId region) const { return at(lever, region).inForce; }
    // All that was set is in force.
    [[nodiscard]] bool isSettled() const;

private:
    struct Share {
        int wanted = 1000;
        int inForce = 1000;
        Instant until = kStart; // when the last change that was set is in force
    };
    [[nodiscard]] const Share& at(Lever lever, RegionId region) const
    {
        return m_shares[static_cast<std::size_t>(lever)][region.value];
    }

    Env& m_env;
    DataPlaneConfig m_config;
    Rng m_rng;
    ComponentId m_self = 0;
    std::array<std::vector<Share>, kLeverCount> m_shares; // index = RegionId
    std::function<void()> m_onChange;
};

} // namespace sb
