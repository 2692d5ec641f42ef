// SPDX-License-Identifier: GPL-3.0-or-later
// Says what regions find out about their disks, and hands to the account of writes at risk what such a store
// takes along, before it is gone. It decides nothing: the region does (region/region_disk.cpp).
// Thread: World thread.
// Invariant: a region's disk is said to have recovered once for each time that it was said to be full or
// rotten; a store that ends too early is said once for each loss of power.
#pragma once

#include "backend/region/region.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <string>
#include <vector>

namespace sb {

// DiskFailed's actions.
inline constexpr std::string_view kDiskFull = "full";
inline constexpr std::string_view kDiskRotten = "rotten";
inline constexpr std::string_view kDiskEndsEarlier = "ends earlier";

class DiskWatch {
public:
    // A store is about to be cut back to these log ends; empty: it is given up as a whole.
    using CutHook = std::function<void(RegionId, const std::vector<LogBounds>& kept, EventSeq cause)>;

    DiskWatch(EventLog& log, std::vector<Region*> regions, std::vector<std::string> names, CutHook onCut);

private:
    void onFinding(std::size_t index, DiskFinding finding, const std::vector<LogBounds>& kept);
    [[nodiscard]] std::string rotNote(std::size_t index) const;
    [[nodiscard]] std::string endNote(
        std::size_t index, std::uint64_t missing, const std::vector<LogBounds>& kept) const;

    EventLog& m_log;
    std::vector<Region*> m_regions;
    std::vector<std::string> m_names;
    CutHook m_onCut;
    std::vector<EventSeq> m_failed; // per region: the DiskFailed that is not over; invalid: none
};

} // namespace sb
