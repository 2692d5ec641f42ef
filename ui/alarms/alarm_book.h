// SPDX-License-Identifier: GPL-3.0-or-later
// The alarms of a run: which are active, which the operator has seen, which are put aside and until when.
// States and words follow ISA-18.2 and OPC UA part 9:
//   active, not acknowledged    annunciated; asks for attention
//   active, acknowledged        seen; the operator is at it
//   cleared, not acknowledged   over by itself; stays until it was seen
//   shelved                     put aside by the operator, with a reason, until a moment; comes back by
//   itself suppressed                  explained by another alarm that is active; not annunciated
// An alarm that goes and comes back within kClearDelay never went: what flickers is one alarm. One that comes
// kChatterCount times within kChatterWindow chatters.
// All times are virtual. Thread: UI thread.
#pragma once

#include "ui/alarms/alarm_rules.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace sb {

struct AlarmEntry {
    AlarmFinding finding; // as last found
    Instant raisedAt = kStart; // of the present activation
    Instant lastFoundAt = kStart;
    Instant clearedAt = kNever; // kNever: active
    Instant acknowledgedAt = kNever; // kNever: not yet, of this activation
    Instant shelvedUntil = kStart; // shelved while now is before it
    QString shelvedFor; // the reason
    bool isFirstOut = false; // nothing else was active when it came: the likely root
    bool isChattering = false;
    int activations = 0; // since the run began
    std::deque<Instant> recent; // activations within kChatterWindow

    [[nodiscard]] bool isActive() const { return clearedAt == kNever; }
    [[nodiscard]] bool isAcknowledged() const { return acknowledgedAt != kNever; }
    [[nodiscard]] bool isShelved(Instant now) const { return now < shelvedUntil; }
    // Until the operator should have acted; negative: it is late. Nothing: no limit, or acknowledged.
    [[nodiscard]] std::optional<Duration> timeLeft(Instant now) const;
};

// One annunciation: what the audit counts.
struct AlarmNote {
    Instant at = kStart;
    AlarmKey key;
    Instant acknowledgedAt = kNever;
    Instant clearedAt = kNever;
};

class AlarmBook {
public:
    static constexpr Duration kClearDelay = 5s;
    static constexpr Duration kChatterWindow = 1min;
    static constexpr std::size_t kChatterCount = 3;
    static constexpr Duration kFloodWindow = 10min;
    static constexpr std::size_t kFloodCount = 10; // annunciations within the window
    static constexpr Duration kShelveMax = 8h;
    static constexpr std::size_t kNotesMax = 20'000;

    // A run begins.
    void reset();
    // Call with every snapshot, in order of its time.
    void update(const WorldDescription& world, const Snapshot& snapshot);

    // False: no such alarm, or it is acknowledged already.
    bool acknowledge(const AlarmKey& key);
    // For at least 1 s and at most kShelveMax, with a reason. False: no such alarm, or one of these is wrong.
    bool shelve(const AlarmKey& key, Duration time, const QString& reason);
    bool unshelve(const AlarmKey& key);

    // Not acknowledged first, by priority, the oldest first; neither shelved nor suppressed ones.
    [[nodiscard]] std::vector<const AlarmEntry*> annunciated() const;
    [[nodiscard]] std::vector<const AlarmEntry*> shelved() const;
    [[nodiscard]] std::vector<const AlarmEntry*> suppressed() const;
    [[nodiscard]] const AlarmEntry* find(const AlarmKey& key) const; // null: none
    // Active or cleared, not shelved, and nobody has acknowledged them.
    [[nodiscard]] std::size_t unacknowledged() const;
    [[nodiscard]] bool isFlood() const; // at the last update

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] Instant beganAt() const { return m_beganAt; }
    [[nodiscard]] const std::deque<AlarmNote>& notes() const { return m_notes; } // oldest first
    [[nodiscard]] std::size_t mostActive() const { return m_mostActive; }
    [[nodiscard]] std::size_t mostUnacknowledged() const { return m_mostUnacknowledged; }

private:
    void take(const AlarmFinding& finding);
    void raise(AlarmEntry& entry);
    void settle(const std::map<AlarmKey, bool>& seen);
    [[nodiscard]] std::size_t activeCount() const;
    template<typename Belongs> [[nodiscard]] std::vector<const AlarmEntry*> listed(Belongs belongs) const;

    Instant m_now = kStart;
    Instant m_beganAt = kNever;
    std::map<AlarmKey, AlarmEntry> m_entries;
    std::deque<AlarmNote> m_notes;
    std::size_t m_mostActive = 0;
    std::size_t m_mostUnacknowledged = 0;
};

} // namespace sb
