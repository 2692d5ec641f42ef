// SPDX-License-Identifier: GPL-3.0-or-later
// What the incident page knows of one run, live or read from a file: its events by track, the bars derived
// from them, region states, seconds of errors and lag, running counts, and the incidents. Values only.
// Bounds: kEventsMax events and kCountsMax counts; the oldest events go first and are counted, counts get
// further apart.
// Thread: UI thread.
#pragma once

#include "backend/api/record_view.h"
#include "ui/incident/region_states.h"
#include "ui/incident/track.h"
#include "ui/timeline/timeline_model.h"

#include <array>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace sb {

// As much of an event as its place needs.
struct TrackMark {
    Instant at = kStart;
    EventSeq seq;
    EventKind kind = EventKind::RunStarted;
    Severity severity = Severity::Info;
    bool isMatch = true; // of the text that is looked for; true while none is
};

// Running totals at an instant.
struct CountSample {
    Instant at = kStart;
    std::uint64_t requests = 0;
    std::uint64_t failed = 0;
    std::uint64_t decisions = 0; // answers of the DNS
};

enum class Stage : std::uint8_t { Detect, Decide, Act, Recover, Verify };

// A part of an incident. Recovery is divided by the verification of the copies.
struct StageSpan {
    Stage stage = Stage::Detect;
    Instant from = kStart;
    Instant to = kNever; // kNever: running
    EventSeq seq;
};

class IncidentLog {
public:
    static constexpr std::size_t kEventsMax = 100'000;
    static constexpr std::size_t kCountsMax = 8192;

    IncidentLog();
    void reset(const WorldDescription& world);
    void append(const std::vector<Event>& events);
    // True when something that is drawn changed.
    bool apply(const Snapshot& snapshot);
    // The record of another run in place of everything.
    void load(const RecordView& record);

    // Takes over what snapshots alone told of the same run; its events are told again.
    void inherit(const IncidentLog& before);

    [[nodiscard]] const WorldDescription& world() const { return m_lanes.world(); }
    [[nodiscard]] Instant now() const { return m_lanes.now(); }
    // Bars of faults, checks, answers and fail-backs, samples, all events.
    [[nodiscard]] const TimelineModel& lanes() const { return m_lanes; }
    [[nodiscard]] const std::deque<TrackMark>& marks(Track track) const
    {
        return m_marks.at(static_cast<std::size_t>(track));
    }
    [[nodiscard]] const RegionStates& states() const { return m_states; }
    [[nodiscard]] const std::deque<TimelineBar>& plans() const { return m_plans; }
    [[nodiscard]] std::vector<StageSpan> stages() const;
    [[nodiscard]] const std::deque<CountSample>& counts() const { return m_counts; }
    // In order of their openings; the last may be open.
    [[nodiscard]] const std::vector<IncidentView>& incidents() const { return m_incidents; }
    // Interval times threshold of a region's check: what detection takes at best. 0: not known.
    [[nodiscard]] Duration checkTime() const { return m_checkTime; }
    // For how long resolvers may keep an answer. 0: not known.
    [[nodiscard]] Duration answerTtl() const { return m_answerTtl; }
    // First fault (or the run's start when there was none).
    [[nodiscard]] Instant firstFault() const { return m_firstFault == kNever ? kStart : m_firstFault; }
    // First to last event.
    [[nodiscard]] TimeRange whole() const;

    // Events that hold the text (without regard to case) in their words, names, object, action or note match.
    // Empty: every event does. Says how many match.
    std::size_t setFind(const QString& text);
    [[nodiscard]] bool isFound(const Event& event) const { return isMatch(event); }
    [[nodiscard]] std::size_t matches() const { return m_matches; }
    [[nodiscard]] bool isFinding() const { return !m_find.isEmpty(); }
    // The next (previous) event that has a track and matches; from an invalid seq the first (last).
    [[nodiscard]] const Event* next(EventSeq seq) const;
    [[nodiscard]] const Event* previous(EventSeq seq) const;

private:
    void take(const Event& event);
    void takeStage(const Event& event);
    void dropOldest();
    void count(const Snapshot& snapshot);
    [[nodiscard]] bool isMatch(const Event& event) const;
    void prepareFind(const QString& text);

    TimelineModel m_lanes { kEventsMax };
    std::array<std::deque<TrackMark>, kTrackCount> m_marks;
    RegionStates m_states;
    std::deque<TimelineBar> m_plans;
    std::deque<StageSpan> m_verifications;
    std::deque<CountSample> m_counts;
    Duration m_countEvery = 1s;
    std::vector<IncidentView> m_incidents;
    Duration m_checkTime = 0us;
    Duration m_answerTtl = 0us;
    Instant m_firstFault = kNever;
    EventSeq m_last; // of what was taken
    EventSeq m_statesTo; // of what the region states know already
    QString m_find;
    std::string m_findPlain; // lower case
    std::array<bool, kEventKindCount> m_isKindFound {};
    std::vector<bool> m_isRegionFound; // index = RegionId
    std::size_t m_matches = 0;
};

} // namespace sb
