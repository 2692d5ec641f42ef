// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts: a region's traffic is moved away for a while, after the model of the vendor's zonal shift. Each has
// a dead man's handle: it ends by itself, 1 minute to 72 hours after it was begun or repeated. An operator's
// shift has precedence over an automatic one, and this over a practice run; the one that counts is APPLIED,
// the others are NOT_APPLIED and count again when it has ended. To repeat a shift is to give it a new expiry
// and a further comment: none is forgotten.
// A shift moves traffic to wherever there is something left to answer. With nothing left it has no effect:
// the DNS fails open, and the record says so when the shift begins.
// Also here: dials, the share of its natural answers that a region may receive.
// Source: Amazon Application Recovery Controller, zonal shift API model 2022-10-30; ours: for a region, and
// the history of comments. Thread: World thread. Invariants: (1) of one region and kind there is at most one
// shift at a time; (2) none outlives its expiry; (3) of one region's shifts exactly one is applied.
#pragma once

#include "backend/base/result.h"
#include "backend/controls/data_plane.h"
#include "backend/telemetry/event_log.h"

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr Duration kShiftMin = 1min, kShiftMax = 72h;

enum class ShiftKind : std::uint8_t { Operator, Automatic, PracticeRun }; // highest precedence first
[[nodiscard]] std::string_view toString(ShiftKind kind); // "operator", "automatic", "practice run"

enum class ShiftEnd : std::uint8_t { Expired, Cancelled, Replaced };
[[nodiscard]] std::string_view toString(ShiftEnd end); // "expired", "cancelled", "replaced"

struct Shift {
    std::uint32_t number = 0; // 1-based; a repeated shift is a new one
    RegionId region;
    ShiftKind kind = ShiftKind::Operator;
    Instant startedAt = kStart; // of this one
    Instant expiresAt = kStart;
    std::string reason; // the latest comment
    EventSeq event; // ShiftStarted
};

// A comment that somebody gave with a shift.
struct ShiftComment {
    Instant at = kStart;
    RegionId region;
    ShiftKind kind = ShiftKind::Operator;
    Instant expiresAt = kStart;
    std::string text;
};

class ShiftBoard final : public Component {
public:
    static constexpr std::size_t kHistoryMax = 1'000; // the oldest comments go first

    // What share of the region's answers somebody else who is well would take if it took none, per mille.
    using ShareOfOthers = std::function<int(RegionId)>;

    ShiftBoard(Env& env, EventLog& log, DataPlane& dataPlane, std::vector<std::string> names,
        ShareOfOthers shareOfOthers);
    void connect(ComponentId self) { m_self = self; }
    void onEvent(const SimEvent& event) override;

    // Why it would be refused; success when it would not.
    [[nodiscard]] Result<> checkShift(RegionId region, Duration expiresAfter, std::string_view reason) const;
    [[nodiscard]] Result<> checkCancel(RegionId region, ShiftKind kind) const;
    // Require a check that passed.
    void shift(RegionId region, ShiftKind kind, Duration expiresAfter, const std::string& reason, Actor actor,
        EventSeq cause);
    void cancel(RegionId region, ShiftKind kind, Actor actor, EventSeq cause);
    // Nothing changes when it stands there already.
    void setDial(RegionId region, int percent, Actor actor, EventSeq cause);

    // In order of their beginning.
    [[nodiscard]] const std::vector<Shift>& active() const { return m_active; }
    // The highest of its region.
    [[nodiscard]] bool isApplied(const Shift& shift) const;
    [[nodiscard]] bool isShifted(RegionId region) const;
    [[nodiscard]] const std::deque<ShiftComment>& history() const { return m_history; }
    [[nodiscard]] int dialPercent(RegionId region) const { return m_dials[region.value]; }
    // What is to be known before a shift of the region, as the end of a sentence; empty for nothing.
    [[nodiscard]] std::string warningOf(RegionId region) const;

private:
    [[nodiscard]] std::vector<Shift>::const_iterator find(RegionId region, ShiftKind kind) const;
    void end(std::size_t index, ShiftEnd how, Actor actor, EventSeq cause);
    void apply(RegionId region);

    Env& m_env;
    EventLog& m_log;
    DataPlane& m_dataPlane;
    std::vector<std::string> m_names; // of regions
    ShareOfOthers m_shareOfOthers;
    ComponentId m_self = 0;
    std::vector<Shift> m_active;
    std::deque<ShiftComment> m_history;
    std::vector<int> m_dials;
    std::uint32_t m_count = 0;
};

} // namespace sb
