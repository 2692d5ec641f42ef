// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline knows: a bounded copy of the event stream, the bars derived from it (faults, red checks,
// answer shares, fail-backs, phases) and one sample a second of errors and replication lag.
// Values only: no widgets, no colours, no pixels.
// Bounds: kEventsMax events, or as many as it was made for, and kSamplesMax seconds; the oldest go first and
// are counted.
// Thread: UI thread.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/timeline/coordinates.h"

#include <QString>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace sb {

enum class Lane : std::uint8_t { Operator, Faults, Health, Answers, Errors, Replication };
inline constexpr int kLaneCount = static_cast<int>(Lane::Replication) + 1;

// Where an event of this kind is drawn; nothing for kinds that only the journal shows.
[[nodiscard]] std::optional<Lane> laneOf(const Event& event);

// What a bar says about the time it covers; the painter chooses the looks.
enum class Tone : std::uint8_t {
    Quiet, // normal running
    Changed, // not what it was in calm running, and not bad in itself
    Bad,
    Recovering,
};

struct TimelineBar {
    Instant from = kStart;
    Instant to = kNever; // kNever: still going on
    Lane lane = Lane::Faults;
    Tone tone = Tone::Quiet;
    EventSeq seq; // the event it starts with; invalid for the bar that calm running is
    RegionId region;
    QString text;
    QString shortText; // where the text has no room; may be empty
    [[nodiscard]] bool isOpen() const { return to == kNever; }
};

struct PhaseSpan {
    Phase phase = Phase::Normal;
    Instant from = kStart;
    Instant to = kNever; // kNever: running
    EventSeq seq;
};

// One second of virtual time.
struct TimelineSample {
    float errorPercent = 0; // greatest
    float lagSeconds = 0; // greatest over all pairs
    RegionId lagSource; // whose writes are that late
    bool hasErrors = false;
    bool hasLag = false;
};

class TimelineModel {
public:
    static constexpr std::size_t kEventsMax = 20'000;
    static constexpr std::size_t kSamplesMax = 6 * 3600;
    static constexpr std::size_t kBarsMax = 512; // of each kind

    explicit TimelineModel(std::size_t eventsMax = kEventsMax)
        : m_eventsMax(eventsMax)
    {
    }
    void reset(const WorldDescription& description);
    void append(const std::vector<Event>& events);
    // True when a bar's text or a sample changed, so that a repaint is worth it.
    bool apply(const Snapshot& snapshot);

    [[nodiscard]] const WorldDescription& world() const { return m_world; }
    [[nodiscard]] const std::deque<Event>& events() const { return m_events; }
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }
    [[nodiscard]] Instant now() const { return m_now; }
    // nullptr when it was dropped or never came.
    [[nodiscard]] const Event* find(EventSeq seq) const;
    // The nearest event with a lane after (before) `seq`; from an invalid seq the first (last) of all.
    [[nodiscard]] const Event* next(EventSeq seq) const;
    [[nodiscard]] const Event* previous(EventSeq seq) const;

    // Oldest first.
    [[nodiscard]] const std::deque<TimelineBar>& faults() const { return m_faults; }
    [[nodiscard]] const std::deque<TimelineBar>& redChecks() const { return m_red; }
    [[nodiscard]] const std::deque<TimelineBar>& answers() const { return m_answers; }
    [[nodiscard]] const std::deque<TimelineBar>& failBacks() const { return m_failBacks; }
    [[nodiscard]] const std::deque<PhaseSpan>& phases() const { return m_phases; }
    // Times when no region was red, each with the text for it.
    [[nodiscard]] std::vector<TimelineBar> greenChecks() const;
    // Slot i covers second sampleStart() + i.
    [[nodiscard]] const std::deque<TimelineSample>& samples() const { return m_samples; }
    [[nodiscard]] std::int64_t sampleStart() const { return m_sampleStart; }
    // Takes over the samples of the same run that another one gathered.
    void adoptSamples(const TimelineModel& other);
    // First fault to closing of the newest incident, or to now while it is open; empty without one.
    [[nodiscard]] TimeRange incidentRange() const { return m_incident; }

private:
    void take(const Event& event);
    void takeHealth(const Event& event);
    void takeAnswers(const Event& event);
    void takePhase(const Event& event);
    void takeFailBack(const Event& event);
    bool applyHealth(const Snapshot& snapshot);
    bool applyAnswers(const Snapshot& snapshot);
    bool applyFaults(const Snapshot& snapshot);
    bool sample(const ChartWindow& window);
    [[nodiscard]] TimelineSample& slot(std::int64_t second);

    std::size_t m_eventsMax;
    WorldDescription m_world;
    std::deque<Event> m_events; // seq ascending
    std::uint64_t m_dropped = 0;
    Instant m_now = kStart;
    std::deque<TimelineBar> m_faults;
    std::map<FaultId, EventSeq> m_faultStarts; // of the open ones
    std::deque<TimelineBar> m_red;
    std::deque<TimelineBar> m_answers;
    std::deque<TimelineBar> m_failBacks;
    std::deque<PhaseSpan> m_phases;
    std::map<RegionId, int> m_redMost; // checkers, while a red bar is open
    QString m_greenText; // of now
    int m_checkersTotal = 0; // of a region
    std::deque<TimelineSample> m_samples;
    std::int64_t m_sampleStart = 0;
    Instant m_sampledTo = kStart;
    TimeRange m_incident;
};

} // namespace sb
