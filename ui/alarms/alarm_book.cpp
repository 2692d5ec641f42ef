// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/alarm_book.h"

#include <algorithm>

namespace sb {

std::optional<Duration> AlarmEntry::timeLeft(Instant now) const
{
    if (finding.timeToAct == Duration::zero() || isAcknowledged() || !isActive())
        return std::nullopt;
    return raisedAt + finding.timeToAct - now;
}

void AlarmBook::reset()
{
    *this = {};
}

void AlarmBook::update(const WorldDescription& world, const Snapshot& snapshot)
{
    if (snapshot.phase == RunPhase::Starting || snapshot.phase == RunPhase::Replaying)
        return; // nobody watches the past as it is built again
    m_now = snapshot.now;
    if (m_beganAt == kNever)
        m_beganAt = m_now;
    std::map<AlarmKey, bool> seen;
    for (const AlarmFinding& finding : findAlarms(world, snapshot)) {
        take(finding);
        seen[finding.key] = true;
    }
    settle(seen);
    m_mostActive = std::max(m_mostActive, activeCount());
    m_mostUnacknowledged = std::max(m_mostUnacknowledged, unacknowledged());
}

void AlarmBook::take(const AlarmFinding& finding)
{
    const auto [place, isNew] = m_entries.try_emplace(finding.key);
    AlarmEntry& entry = place->second;
    const bool wasAnnounced = !isNew && entry.isActive() && !entry.finding.isSuppressed;
    entry.finding = finding;
    entry.lastFoundAt = m_now;
    if (isNew || !entry.isActive()) {
        entry.isFirstOut = !finding.isSuppressed && activeCount() == (isNew ? 1U : 0U);
        entry.raisedAt = m_now;
        entry.clearedAt = kNever;
        entry.acknowledgedAt = kNever;
    }
    if (!wasAnnounced && !finding.isSuppressed)
        raise(entry);
}

void AlarmBook::raise(AlarmEntry& entry)
{
    ++entry.activations;
    entry.recent.push_back(m_now);
    while (entry.recent.front() + kChatterWindow < m_now)
        entry.recent.pop_front();
    entry.isChattering = entry.recent.size() >= kChatterCount;
    if (entry.isShelved(m_now))
        return; // the operator has put it aside: nothing is announced
    m_notes.push_back({ m_now, entry.finding.key, kNever, kNever });
    if (m_notes.size() > kNotesMax)
        m_notes.pop_front();
}

// Clears what was not found for a while, and forgets what is over and was seen.
void AlarmBook::settle(const std::map<AlarmKey, bool>& seen)
{
    for (auto& [key, entry] : m_entries) {
        if (!entry.isActive() || seen.count(key) > 0 || m_now < entry.lastFoundAt + kClearDelay)
            continue;
        entry.clearedAt = m_now;
        for (auto note = m_notes.rbegin(); note != m_notes.rend(); ++note)
            if (note->key == key) {
                note->clearedAt = m_now;
                break;
            }
    }
    std::erase_if(m_entries, [&](const auto& each) {
        const AlarmEntry& entry = each.second;
        const bool isQuiet = m_now > entry.clearedAt + kChatterWindow;
        return !entry.isActive() && !entry.isShelved(m_now) && isQuiet
            && (entry.isAcknowledged() || entry.finding.isSuppressed);
    });
}

bool AlarmBook::acknowledge(const AlarmKey& key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second.isAcknowledged())
        return false;
    found->second.acknowledgedAt = m_now;
    for (auto note = m_notes.rbegin(); note != m_notes.rend(); ++note)
        if (note->key == key) {
            note->acknowledgedAt = m_now;
            break;
        }
    return true;
}

bool AlarmBook::shelve(const AlarmKey& key, Duration time, const QString& reason)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || time < 1s || time > kShelveMax || reason.trimmed().isEmpty())
        return false;
    found->second.shelvedUntil = m_now + time;
    found->second.shelvedFor = reason.trimmed();
    return true;
}

bool AlarmBook::unshelve(const AlarmKey& key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || !found->second.isShelved(m_now))
        return false;
    found->second.shelvedUntil = m_now;
    found->second.shelvedFor.clear();
    return true;
}

template<typename Belongs> std::vector<const AlarmEntry*> AlarmBook::listed(Belongs belongs) const
{
    std::vector<const AlarmEntry*> list;
    for (const auto& [key, entry] : m_entries)
        if (belongs(entry))
            list.push_back(&entry);
    std::stable_sort(list.begin(), list.end(), [](const AlarmEntry* a, const AlarmEntry* b) {
        if (a->isAcknowledged() != b->isAcknowledged())
            return b->isAcknowledged();
        const AlarmPriority left = priorityOf(a->finding.key.kind);
        const AlarmPriority right = priorityOf(b->finding.key.kind);
        return left != right ? left > right : a->raisedAt < b->raisedAt;
    });
    return list;
}

std::vector<const AlarmEntry*> AlarmBook::annunciated() const
{
    return listed([this](const AlarmEntry& entry) {
        const bool isThere = entry.isActive() || !entry.isAcknowledged();
        return isThere && !entry.isShelved(m_now) && !entry.finding.isSuppressed;
    });
}

std::vector<const AlarmEntry*> AlarmBook::shelved() const
{
    return listed([this](const AlarmEntry& entry) { return entry.isShelved(m_now); });
}

std::vector<const AlarmEntry*> AlarmBook::suppressed() const
{
    return listed([this](const AlarmEntry& entry) {
        return entry.isActive() && entry.finding.isSuppressed && !entry.isShelved(m_now);
    });
}

const AlarmEntry* AlarmBook::find(const AlarmKey& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : &found->second;
}

std::size_t AlarmBook::activeCount() const
{
    return static_cast<std::size_t>(std::count_if(m_entries.begin(), m_entries.end(),
        [](const auto& each) { return each.second.isActive() && !each.second.finding.isSuppressed; }));
}

std::size_t AlarmBook::unacknowledged() const
{
    return static_cast<std::size_t>(
        std::count_if(m_entries.begin(), m_entries.end(), [this](const auto& each) {
            const AlarmEntry& entry = each.second;
            return !entry.isAcknowledged() && !entry.isShelved(m_now) && !entry.finding.isSuppressed;
        }));
}

bool AlarmBook::isFlood() const
{
    return static_cast<std::size_t>(std::count_if(m_notes.begin(), m_notes.end(),
               [this](const AlarmNote& note) { return note.at > m_now - kFloodWindow; }))
        >= kFloodCount;
}

} // namespace sb
