// SPDX-License-Identifier: GPL-3.0-or-later
// The zone by which a run's customers find their region: the program's own, made for any of the eight
// policies, or one that its operator brought; which of its values stand for which region; and the decision in
// the compact form that is kept and shown, with the full explanation beside it.
//
// The own zone (ownZoneFile): "api.bookstore.example." holds, for each region, an alias with Evaluate Target
// Health on and the check "control-<code>" (the region's routing control), to
// "api-<code>.bookstore.example.", one address with the check "region-<code>". Multivalue allows no alias:
// there the address itself has the check "entry-<code>", which is both. Simple: one record of all addresses,
// no check. Thread: any for the values, one at a time for a ZoneDesk.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"
#include "backend/health/check_config.h"
#include "backend/health/region_health.h"
#include "backend/routing/explanation.h"
#include "backend/routing/walker.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sb {

enum class ZoneVerdict : std::uint8_t { Chosen, FurtherAway, Standby, Unhealthy, HeldOut, OutsideRamp };
enum class ZoneReason : std::uint8_t {
    LowestLatency,
    NextLowestLatency,
    FailoverPrimary,
    FailoverSecondary,
    OnlyRecord,
    FailOpen,
    ByPolicy, // of any other kind; the explanation says how
};

struct ZoneCandidate {
    RegionId region;
    Duration roundTrip = 0us;
    RegionHealth health;
    ZoneVerdict verdict = ZoneVerdict::FurtherAway;
};

struct ZoneDecision {
    RegionId answer; // invalid: no answer (a zone of the operator's own may have none)
    ZoneReason reason = ZoneReason::LowestLatency;
    RegionId ifAllHealthy; // the answer if every record were healthy and admitted
    Duration ttl = 60s;
    std::vector<ZoneCandidate> candidates; // every region, in order of preference
    std::shared_ptr<const Explanation> why;
};

// What the health check of a record follows in this run.
struct ZoneCheck {
    RegionId region; // invalid: nothing here; it counts as healthy
    bool followsHealth = false;
    bool followsControl = false;
    // One that the zone's owner defined and that runs by itself, by its place in RunZone::definitions; then
    // it is believed as it says, and region and the two above count only where no such belief is at hand.
    std::uint32_t defined = kNoIndex;
};

struct RunZone {
    std::string name; // that customers ask for, without its final dot
    std::shared_ptr<const CompiledZone> zone;
    GroupIndex entry = 0;
    bool isOwn = true; // not the operator's
    std::vector<std::string> codes; // of the regions; index = RegionId
    std::vector<std::vector<RegionId>> valueRegions; // by record and value
    std::vector<RegionId> recordRegions; // whose hold and ramp apply to it; invalid: nobody's
    std::vector<ZoneCheck> checks; // index as CompiledZone::checks()
    // Health checks as the zone's owner defined them (imported_zone.h), in the order of their file.
    std::vector<CheckDefinition> definitions;
    std::vector<RegionId> probed; // by definition: whose endpoint it asks or whose metric it watches
    // By region: the definition that its records are judged by; kNoIndex: none, and its own check counts.
    std::vector<std::uint32_t> governedBy;
    std::vector<std::string> unmapped; // what of the definitions has nothing here to follow, one line each
};

// The address that stands for a region in zones, by its place in the run: "192.0.2.1" and so on.
[[nodiscard]] std::string regionAddress(RegionId region);
// Requires one region at least, two for failover. Codes are those of the atlas.
[[nodiscard]] ZoneFile ownZoneFile(PolicyKind policy, const std::vector<std::string>& codes, Duration ttl);
// Any zone whose values can be told to be regions of the run: a value does when
// the region's code stands in it, or else in the record's name, identifier, alias or policy, or when it is
// the region's address. A check follows the region whose code stands in its id: "control-<code>" the control,
// "entry-<code>" both, any other the health. Refuses a zone that does not compile, lacks the name (type A),
// or answers it with a value that is none of the regions.
[[nodiscard]] Result<RunZone> runZoneFrom(
    ZoneFile file, const std::string& name, std::vector<std::string> codes);
[[nodiscard]] RunZone ownRunZone(PolicyKind policy, const std::vector<std::string>& codes, Duration ttl);

// Decides for one zone, with the health of regions as it is believed.
class ZoneDesk {
public:
    explicit ZoneDesk(RunZone zone);

    [[nodiscard]] const RunZone& zone() const { return m_zone; }
    // `health` and `admission` are indexed by RegionId, `checks` as RunZone::definitions (empty: nothing is
    // known of them); asker.bucket is 0 … 999.
    [[nodiscard]] ZoneDecision decide(const Asker& asker, const std::vector<RegionHealth>& health,
        const std::vector<RegionAdmission>& admission, DrawSource& draws,
        const std::vector<RegionHealth>& checks = {});
    // Any name of the zone, with all reasons; how the answer was come to counts nowhere.
    struct Reading {
        std::shared_ptr<const Explanation> why;
        RegionId answer; // invalid: none, or a value that stands for no region
        RegionId ifAllHealthy;
    };
    [[nodiscard]] Reading read(const std::string& name, const Asker& asker,
        const std::vector<RegionHealth>& health, const std::vector<RegionAdmission>& admission,
        DrawSource& draws, const std::vector<RegionHealth>& checks);
    // The answer alone.
    [[nodiscard]] RegionId answer(const Asker& asker, const std::vector<RegionHealth>& health,
        const std::vector<RegionAdmission>& admission, DrawSource& draws,
        const std::vector<RegionHealth>& checks = {});
    // How likely each region is to be the answer; index = RegionId, in Walker::kWhole-ths. Draws nothing.
    void chances(const Asker& asker, const std::vector<RegionHealth>& health,
        const std::vector<RegionAdmission>& admission, const std::vector<RegionHealth>& checks,
        std::vector<std::uint64_t>& byRegion);

    // A region's routing control, on at first. What "control-<code>" checks follow.
    void setControl(RegionId region, bool isOn) { m_controls[region.value] = isOn; }
    [[nodiscard]] bool control(RegionId region) const { return m_controls[region.value]; }

private:
    void fill(const std::vector<RegionHealth>& health, const std::vector<RegionAdmission>& admission,
        const std::vector<RegionHealth>& checks);
    [[nodiscard]] RegionId regionOf(const Answer& answer) const;
    [[nodiscard]] ZoneReason reasonFor(const Answer& answer, std::size_t place) const;

    RunZone m_zone;
    PolicyKind m_policy; // of the entry
    std::vector<bool> m_controls; // index = RegionId
    Walker m_walker;
    ZoneHealth m_health; // scratch
    Answer m_answer; // scratch
    std::vector<Walker::Chance> m_chances; // scratch
    std::vector<std::size_t> m_atlas; // of the regions; for round trips
};

} // namespace sb
