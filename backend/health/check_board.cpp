// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/check_board.h"

#include <algorithm>

namespace sb {

bool isCalculatedHealthy(int healthThreshold, const std::vector<bool>& children)
{
    return std::count(children.begin(), children.end(), true) >= healthThreshold;
}

bool statusOf(const CheckDefinition& check, bool isSound)
{
    return (check.isDisabled || isSound) != check.isInverted;
}

AlarmFollower::AlarmFollower(const CheckDefinition& check)
    : m_rule(check.alarmRule)
    , m_insufficient(check.insufficientData)
{
}

bool AlarmFollower::breaches(std::int64_t datumMilli) const
{
    switch (m_rule.comparison) {
    case AlarmComparison::GreaterOrEqual:
        return datumMilli >= m_rule.thresholdMilli;
    case AlarmComparison::Greater:
        return datumMilli > m_rule.thresholdMilli;
    case AlarmComparison::Less:
        return datumMilli < m_rule.thresholdMilli;
    case AlarmComparison::LessOrEqual:
        return datumMilli <= m_rule.thresholdMilli;
    }
    return false;
}

bool AlarmFollower::note(std::optional<std::int64_t> datumMilli)
{
    if (!datumMilli) {
        ++m_missing;
        // Too little is known once a whole evaluation has nothing; a single gap keeps what was known.
        if (m_missing < m_rule.periods || m_insufficient == InsufficientData::LastKnownStatus)
            return m_isSound;
        return m_insufficient == InsufficientData::Healthy;
    }
    m_missing = 0;
    m_breaching = breaches(*datumMilli) ? m_breaching + 1 : 0;
    m_isSound = m_breaching < m_rule.periods;
    return m_isSound;
}

std::size_t CheckBoard::add(CheckDefinition check)
{
    const std::size_t index = m_entries.size();
    const bool isNew = m_byId.emplace(check.id, index).second;
    SB_ASSERT(isNew);
    Entry entry;
    for (const std::string& child : check.children) {
        const auto found = m_byId.find(child);
        SB_ASSERT(found != m_byId.end() && found->second != index);
        SB_ASSERT(m_entries[found->second].definition.type != CheckType::Calculated);
        entry.children.push_back(found->second);
        m_entries[found->second].parents.push_back(index);
    }
    if (check.type == CheckType::CloudWatchMetric)
        entry.alarm.emplace(check);
    entry.definition = std::move(check);
    entry.isHealthy = evaluate(entry);
    m_entries.push_back(std::move(entry));
    return index;
}

std::optional<std::size_t> CheckBoard::find(std::string_view id) const
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end())
        return std::nullopt;
    return found->second;
}

int CheckBoard::healthyChildren(std::size_t check) const
{
    const Entry& entry = m_entries[check];
    return static_cast<int>(std::count_if(entry.children.begin(), entry.children.end(),
        [&](std::size_t child) { return m_entries[child].isHealthy; }));
}

bool CheckBoard::evaluate(const Entry& entry) const
{
    if (entry.definition.type != CheckType::Calculated)
        return statusOf(entry.definition, entry.isSound);
    std::vector<bool> children;
    for (const std::size_t child : entry.children)
        children.push_back(m_entries[child].isHealthy);
    return statusOf(entry.definition, isCalculatedHealthy(entry.definition.healthThreshold, children));
}

void CheckBoard::settle(std::size_t check, std::vector<std::size_t>& changed)
{
    Entry& entry = m_entries[check];
    const bool isHealthy = evaluate(entry);
    if (isHealthy == entry.isHealthy)
        return;
    entry.isHealthy = isHealthy;
    changed.push_back(check);
    for (const std::size_t parent : entry.parents) // which has no parents itself
        settle(parent, changed);
}

std::vector<std::size_t> CheckBoard::setSound(std::size_t check, bool isSound)
{
    std::vector<std::size_t> changed;
    m_entries[check].isSound = isSound;
    settle(check, changed);
    return changed;
}

std::vector<std::size_t> CheckBoard::noteDatum(std::size_t check, std::optional<std::int64_t> datumMilli)
{
    SB_ASSERT(m_entries[check].alarm.has_value());
    return setSound(check, m_entries[check].alarm->note(datumMilli));
}

std::vector<std::size_t> CheckBoard::setControl(std::string_view control, bool isOn)
{
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const CheckDefinition& check = m_entries[i].definition;
        if (check.type != CheckType::RecoveryControl || check.routingControl != control)
            continue;
        m_entries[i].isSound = isOn;
        settle(i, changed);
    }
    return changed;
}

std::vector<std::size_t> CheckBoard::setDisabled(std::size_t check, bool isDisabled)
{
    std::vector<std::size_t> changed;
    m_entries[check].definition.isDisabled = isDisabled;
    settle(check, changed);
    return changed;
}

} // namespace sb
