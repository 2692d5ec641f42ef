// SPDX-License-Identifier: GPL-3.0-or-later
// What a judge found, as one line that a test can compare.
#pragma once

#include "backend/check/report.h"

#include <string>

namespace sb::check::test {

// "lost write, stale read"
inline std::string foundNames(const Report& report)
{
    std::string names;
    for (const Anomaly anomaly : report.anomalies())
        names += (names.empty() ? "" : ", ") + std::string(toString(anomaly));
    return names;
}

// "lost write 2, stale read 1"
inline std::string foundCounts(const Report& report)
{
    std::string names;
    for (const Anomaly anomaly : report.anomalies())
        names += (names.empty() ? "" : ", ") + std::string(toString(anomaly)) + " "
            + std::to_string(report.count(anomaly));
    return names;
}

} // namespace sb::check::test
