// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/track.h"

#include "ui/incident/incident_text.h"
#include "ui/timeline/timeline_model.h"

#include <QStringList>

#include <algorithm>

namespace sb {
namespace {

constexpr std::array<const char*, kTrackCount> kIds { "operator", "faults", "regions", "health", "routing",
    "errors", "replication", "conflicts", "plans", "notes" };

std::size_t at(Track track)
{
    return static_cast<std::size_t>(track);
}

// What the timeline of the overview shows in fewer lanes has tracks of its own here.
std::optional<Track> ownTrackOf(const Event& event)
{
    switch (event.kind) {
    case EventKind::NoteAdded: // what the run notes of itself is in the record
        return event.actor == Actor::System ? std::nullopt : std::optional(Track::Notes);
    case EventKind::PlanStarted:
    case EventKind::PlanState:
    case EventKind::PlanStep:
    case EventKind::PlanEnded:
    case EventKind::PlanEvaluated:
    case EventKind::CheckPassed:
    case EventKind::CheckFailed:
        return Track::Plans;
    case EventKind::ConflictFound:
    case EventKind::WriteAtRisk:
    case EventKind::WriteRecovered:
    case EventKind::WriteOverwritten:
    case EventKind::WriteRefused:
    case EventKind::WriteLost:
    case EventKind::LossEstimated:
    case EventKind::OrphansFound:
    case EventKind::OrphanSettled:
    case EventKind::ClaimRefused:
        return Track::Conflicts;
    case EventKind::RegionState:
    case EventKind::RegionHeld:
    case EventKind::RegionFenced:
    case EventKind::FenceComplete:
    case EventKind::RegionUnfenced:
    case EventKind::MemberEvicted:
    case EventKind::DiskFailed:
    case EventKind::DiskRecovered:
    case EventKind::WriterMoved:
    case EventKind::CapacityWarning:
    case EventKind::CapacityExceeded:
    case EventKind::CapacityRelieved:
        return Track::Regions;
    case EventKind::ResidueVerified:
        return Track::Faults;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<Track> trackOf(const Event& event)
{
    if (event.kind == EventKind::NoteAdded || ownTrackOf(event))
        return ownTrackOf(event);
    const std::optional<Lane> lane = laneOf(event);
    if (!lane)
        return std::nullopt;
    switch (*lane) {
    case Lane::Operator:
        return Track::Operator;
    case Lane::Faults:
        return Track::Faults;
    case Lane::Health:
        return Track::Health;
    case Lane::Answers:
        return Track::Routing;
    case Lane::Errors:
        return Track::Errors;
    case Lane::Replication:
        return Track::Replication;
    }
    return std::nullopt;
}

bool isPartOfBar(EventKind kind)
{
    switch (kind) {
    case EventKind::FaultInjected:
    case EventKind::FaultExpired:
    case EventKind::FaultCleared:
    case EventKind::HealthRed:
    case EventKind::HealthGreen:
    case EventKind::AnswersShifted:
    case EventKind::FailBackStarted:
    case EventKind::FailBackCompleted:
    case EventKind::FailBackAborted:
    case EventKind::PlanStarted:
    case EventKind::PlanEnded:
    case EventKind::RegionState:
        return true;
    default:
        return false;
    }
}

QString trackName(Track track)
{
    switch (track) {
    case Track::Operator:
        return IncidentText::tr("Operator");
    case Track::Faults:
        return IncidentText::tr("Faults");
    case Track::Regions:
        return IncidentText::tr("Region states");
    case Track::Health:
        return IncidentText::tr("Health checks");
    case Track::Routing:
        return IncidentText::tr("Routing");
    case Track::Errors:
        return IncidentText::tr("Errors");
    case Track::Replication:
        return IncidentText::tr("Replication lag");
    case Track::Conflicts:
        return IncidentText::tr("Conflicts");
    case Track::Plans:
        return IncidentText::tr("Plans and drill");
    case Track::Notes:
        return IncidentText::tr("Notes");
    }
    return {};
}

QString trackTip(Track track)
{
    switch (track) {
    case Track::Operator:
        return IncidentText::tr("Commands, accepted or refused, and fail-backs from start to end");
    case Track::Faults:
        return IncidentText::tr("Each fault from its injection to its reversal");
    case Track::Regions:
        return IncidentText::tr("The state of each region, and what was ordered about it");
    case Track::Health:
        return IncidentText::tr("Regions that checkers found red, and each checker that changed its mind");
    case Track::Routing:
        return IncidentText::tr("Shares of the DNS answers by region, and what steered them");
    case Track::Errors:
        return IncidentText::tr("Failed requests, the greatest share in each second");
    case Track::Replication:
        return IncidentText::tr("The greatest lag over all pairs in each second, in its source's colour");
    case Track::Conflicts:
        return IncidentText::tr("Conflicts between regions, and what became of writes at risk");
    case Track::Plans:
        return IncidentText::tr("Recovery plans with their steps, and the checks of a drill");
    case Track::Notes:
        return IncidentText::tr("What people wrote into the record");
    }
    return {};
}

QString trackId(Track track)
{
    return QString::fromLatin1(kIds.at(at(track)));
}

TrackPlan::TrackPlan()
{
    for (int i = 0; i < kTrackCount; ++i)
        m_order.at(static_cast<std::size_t>(i)) = static_cast<Track>(i);
}

std::vector<Track> TrackPlan::shown() const
{
    std::vector<Track> tracks;
    for (const bool wantsPinned : { true, false }) {
        for (const Track track : m_order) {
            if (!isHidden(track) && isPinned(track) == wantsPinned)
                tracks.push_back(track);
        }
    }
    return tracks;
}

void TrackPlan::setPinned(Track track, bool isPinned)
{
    m_isPinned.at(at(track)) = isPinned;
}

bool TrackPlan::setHidden(Track track, bool isHidden)
{
    if (isHidden && shown().size() == 1 && !m_isHidden.at(at(track)))
        return false;
    m_isHidden.at(at(track)) = isHidden;
    return true;
}

bool TrackPlan::moveTo(Track track, Track other)
{
    if (track == other)
        return false;
    const TrackPlan before = *this;
    // Among the shown: what is drawn is what the hand moves.
    std::vector<Track> tracks = shown();
    const auto from = std::find(tracks.begin(), tracks.end(), track);
    const auto to = std::find(tracks.begin(), tracks.end(), other);
    if (from == tracks.end() || to == tracks.end())
        return false;
    m_isPinned.at(at(track)) = isPinned(other);
    if (from < to)
        std::rotate(from, from + 1, to + 1);
    else
        std::rotate(to, from, from + 1);
    // Hidden ones keep their places in the whole order.
    auto next = tracks.begin();
    for (Track& place : m_order) {
        if (!isHidden(place))
            place = *next++;
    }
    return !(*this == before);
}

bool TrackPlan::step(Track track, int by)
{
    const std::vector<Track> tracks = shown();
    const auto found = std::find(tracks.begin(), tracks.end(), track);
    const std::ptrdiff_t target = found - tracks.begin() + by;
    if (found == tracks.end() || target < 0 || target >= static_cast<std::ptrdiff_t>(tracks.size()))
        return false;
    return moveTo(track, tracks[static_cast<std::size_t>(target)]);
}

QString TrackPlan::toText() const
{
    QStringList words;
    for (const Track track : m_order)
        words << (isHidden(track) ? QStringLiteral("-") : QString()) + trackId(track)
                + (isPinned(track) ? QStringLiteral("!") : QString());
    return words.join(QLatin1Char(' '));
}

TrackPlan TrackPlan::fromText(const QString& text)
{
    TrackPlan plan;
    std::vector<Track> order;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString word : words) {
        const bool isHidden = word.startsWith(QLatin1Char('-'));
        const bool isPinned = word.endsWith(QLatin1Char('!'));
        word = word.mid(isHidden ? 1 : 0);
        if (isPinned)
            word.chop(1);
        for (int i = 0; i < kTrackCount; ++i) {
            const auto track = static_cast<Track>(i);
            if (trackId(track) != word || std::find(order.begin(), order.end(), track) != order.end())
                continue;
            order.push_back(track);
            plan.m_isPinned.at(at(track)) = isPinned;
            plan.m_isHidden.at(at(track)) = isHidden;
        }
    }
    for (const Track track : plan.m_order) {
        if (std::find(order.begin(), order.end(), track) == order.end())
            order.push_back(track);
    }
    std::copy(order.begin(), order.end(), plan.m_order.begin());
    if (plan.shown().empty())
        plan.m_isHidden = {};
    return plan;
}

} // namespace sb
