// SPDX-License-Identifier: GPL-3.0-or-later
// Health checks of every type by id, and what each says now. Whoever observes (checkers, alarms, routing
// controls) tells the board what a check found by itself; the board turns that into its status: disabled
// checks are frozen, inverted ones say the opposite, calculated ones count their children.
// Rules: a check starts healthy until something is known (inverted: unhealthy); disabled: frozen as healthy
// (inverted: unhealthy), also for those who count it; "at least x of y" children, AND = y of y, OR = 1 of y,
// x > y never, x = 0 always healthy. An alarm's check follows the alarm's data: there is no way to tell it
// the alarm's state. A routing control's check is healthy while the control is On. Source: Amazon Route 53
// developer guide (health checks). Thread: any one. Invariant: a calculated check's status always follows
// from its children's present ones.
#pragma once

#include "backend/health/check_config.h"

#include <map>

namespace sb {

// x of so many.
[[nodiscard]] constexpr int thresholdOfAnd(std::size_t children)
{
    return static_cast<int>(children);
}
[[nodiscard]] constexpr int thresholdOfOr()
{
    return 1;
}
[[nodiscard]] bool isCalculatedHealthy(int healthThreshold, const std::vector<bool>& children);
// What a check says that found this by itself.
[[nodiscard]] bool statusOf(const CheckDefinition& check, bool isSound);

// Turns the data of an alarm, one for each period and empty where none came, into what its check finds.
class AlarmFollower {
public:
    explicit AlarmFollower(const CheckDefinition& check);
    // By itself, before inversion. The alarm may be later: it waits where the check does not.
    bool note(std::optional<std::int64_t> datumMilli);
    [[nodiscard]] bool isSufficient() const { return m_missing == 0; }

private:
    [[nodiscard]] bool breaches(std::int64_t datumMilli) const;

    AlarmRule m_rule;
    InsufficientData m_insufficient;
    int m_breaching = 0; // data in a row that breach
    int m_missing = 0; // periods in a row without a datum
    bool m_isSound = true; // last known
};

class CheckBoard {
public:
    // Requires validate(check), an id of its own, and its children to be there already.
    std::size_t add(CheckDefinition check);

    [[nodiscard]] std::size_t count() const { return m_entries.size(); }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
    [[nodiscard]] const CheckDefinition& definition(std::size_t check) const
    {
        return m_entries[check].definition;
    }
    [[nodiscard]] bool isHealthy(std::size_t check) const { return m_entries[check].isHealthy; }
    // Children that are healthy, of a calculated check; 0 of others.
    [[nodiscard]] int healthyChildren(std::size_t check) const;

    // What the check found by itself; of a calculated one: nothing to tell. Returns the checks whose status
    // changed by it, itself first.
    std::vector<std::size_t> setSound(std::size_t check, bool isSound);
    // One datum of the alarm that the check follows. Requires a CLOUDWATCH_METRIC check.
    std::vector<std::size_t> noteDatum(std::size_t check, std::optional<std::int64_t> datumMilli);
    // Every check that follows this routing control.
    std::vector<std::size_t> setControl(std::string_view control, bool isOn);
    // Freezes the check, or lets it go on from what it last found.
    std::vector<std::size_t> setDisabled(std::size_t check, bool isDisabled);

private:
    struct Entry {
        CheckDefinition definition;
        std::vector<std::size_t> children, parents;
        bool isSound = true;
        bool isHealthy = true;
        std::optional<AlarmFollower> alarm;
    };
    [[nodiscard]] bool evaluate(const Entry& entry) const;
    void settle(std::size_t check, std::vector<std::size_t>& changed);

    std::vector<Entry> m_entries;
    std::map<std::string, std::size_t, std::less<>> m_byId;
};

} // namespace sb
