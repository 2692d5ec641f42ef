// SPDX-License-Identifier: GPL-3.0-or-later
// What the DNS believes of a region: the judgement of its health check and the votes behind it.
#pragma once

namespace sb {

struct RegionHealth {
    bool isHealthy = true;
    int checkersHealthy = 16;
    int checkersTotal = 16;
    friend bool operator==(const RegionHealth&, const RegionHealth&) = default;
};

} // namespace sb
