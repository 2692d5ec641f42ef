// SPDX-License-Identifier: GPL-3.0-or-later
// "What if I did this now?": what many futures of the same present had in common and where they differed.
// Values only. Each future is a whole run of the engine from the present on, with the same past and other
// chance (control/forecast.h).
#pragma once

#include "backend/base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sb {

// One measure over the futures, by nearest rank: pK is the least value that at least K % of them do not
// exceed.
struct Spread {
    std::int64_t least = 0, p5 = 0, p50 = 0, p95 = 0, most = 0;
    friend bool operator==(const Spread&, const Spread&) = default;
};
// All zero for no values.
[[nodiscard]] Spread spreadOf(std::vector<std::int64_t> values);

// How one future went, from the present to the horizon.
struct FutureView {
    std::uint64_t requests = 0, failedRequests = 0; // of customers: ended, and ended badly
    std::uint64_t refusedRequests = 0; // answers of regions that were too busy, repeats included
    std::uint64_t writesAtRisk = 0, writesLost = 0; // cut off since; of them, lost for good by the horizon
    std::int64_t moneyAtRiskCents = 0;
    Duration oldestAtRisk = 0us; // RPO as time
    bool isInterrupted = false; // customers met errors above the objective
    bool isRestored = true; // and no longer do at the horizon
    Duration rto = 0us; // of the longest interruption; up to the horizon when it is not restored by then
    bool isDetected = false;
    Duration detectedAfter = 0us; // from the present to the first alarm
    std::uint64_t oversoldUnits = 0;
    bool isCapacityExceeded = false; // of any region
    int peakLoadPerMille = 0; // of the fullest region's capacity, over 3 s
    std::uint64_t stateHash = 0; // at the horizon
    friend bool operator==(const FutureView&, const FutureView&) = default;
};

struct ForecastView {
    std::string command; // text form; empty: what if nothing is done
    Instant from = kStart; // the present
    Duration horizon = 0us;
    std::uint64_t presentHash = 0; // of the state that all futures begin with
    std::vector<FutureView> futures; // by number

    // Over all futures.
    Spread failedRequests, refusedRequests, writesAtRisk, writesLost, moneyAtRiskCents, oldestAtRiskMicros,
        oversoldUnits, peakLoadPerMille;
    int interrupted = 0, restored = 0, detected = 0, capacityExceeded = 0; // in so many futures
    Spread rtoMicros; // over the interrupted ones
    Spread detectedAfterMicros; // over those with an alarm
    friend bool operator==(const ForecastView&, const ForecastView&) = default;
};

inline constexpr int kForecastFuturesMax = 1'000;
inline constexpr Duration kForecastHorizonMax = 2h;

} // namespace sb
