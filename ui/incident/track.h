// SPDX-License-Identifier: GPL-3.0-or-later
// The tracks of the incident page: which events each shows, in which order they stand, which of them are
// pinned to the top or hidden. Values only. Thread: any.
#pragma once

#include "backend/api/snapshot.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace sb {

enum class Track : std::uint8_t {
    Operator,
    Faults,
    Regions, // a row for each region: its states
    Health,
    Routing,
    Errors, // strip
    Replication, // strip of the lag
    Conflicts, // and what became of writes at risk
    Plans, // recovery plans, and a drill's checks
    Notes,
};
inline constexpr int kTrackCount = static_cast<int>(Track::Notes) + 1;

// Nothing for events that have no track: those that open and divide the incident itself, and the run's own.
[[nodiscard]] std::optional<Track> trackOf(const Event& event);
// Shown as a bar from its start to its end, or as its end; never as a mark.
[[nodiscard]] bool isPartOfBar(EventKind kind);
[[nodiscard]] QString trackName(Track track); // "Region states"
[[nodiscard]] QString trackTip(Track track); // what it shows, one sentence
[[nodiscard]] QString trackId(Track track); // "regions", of settings

// How the operator arranged the tracks.
class TrackPlan {
public:
    TrackPlan();
    // Pinned ones first, both in their order; hidden ones are left out.
    [[nodiscard]] std::vector<Track> shown() const;
    [[nodiscard]] const std::array<Track, kTrackCount>& order() const { return m_order; }
    [[nodiscard]] bool isPinned(Track track) const { return m_isPinned.at(static_cast<std::size_t>(track)); }
    [[nodiscard]] bool isHidden(Track track) const { return m_isHidden.at(static_cast<std::size_t>(track)); }
    void setPinned(Track track, bool isPinned);
    // The last one that is shown cannot be hidden: false.
    bool setHidden(Track track, bool isHidden);
    // To where `other` stands among the shown; joins or leaves the pinned ones as `other` does. False when
    // nothing changes.
    bool moveTo(Track track, Track other);
    // One place up (-1) or down (1) among the shown.
    bool step(Track track, int by);
    // "operator faults! -notes …": pinned with a "!", hidden with a "-".
    [[nodiscard]] QString toText() const;
    // Unknown and repeated words are passed over, missing tracks follow in their usual order.
    [[nodiscard]] static TrackPlan fromText(const QString& text);
    friend bool operator==(const TrackPlan&, const TrackPlan&) = default;

private:
    std::array<Track, kTrackCount> m_order;
    std::array<bool, kTrackCount> m_isPinned {};
    std::array<bool, kTrackCount> m_isHidden {};
};

} // namespace sb
