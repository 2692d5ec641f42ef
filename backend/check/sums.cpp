// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/sums.h"

#include <algorithm>
#include <optional>
#include <set>

namespace sb::check {

namespace {

struct Element {
    bool isAdded = false; // somebody tried
    bool mayHaveHappened = false; // and did not certainly fail
    Instant known = kNever; // from when on every read must have it
    bool isAcknowledged = false;
    std::vector<std::uint32_t> reads; // those that have it, by position in the order of invocation, ascending
};

class SetCheck {
public:
    explicit SetCheck(const std::vector<SetOperation>& history, bool mayBeStale)
        : m_history(history)
        , m_mayBeStale(mayBeStale)
    {
    }

    SetResult run()
    {
        for (std::size_t i = 0; i < m_history.size(); ++i) {
            const SetOperation& operation = m_history[i];
            if (!operation.isRead)
                add(operation);
            else if (operation.outcome == Outcome::Ok)
                m_reads.push_back(i);
        }
        std::stable_sort(m_reads.begin(), m_reads.end(),
            [&](std::size_t a, std::size_t b) { return m_history[a].invoked < m_history[b].invoked; });
        for (std::uint32_t position = 0; position < m_reads.size(); ++position)
            collect(position);
        for (auto& [value, element] : m_elements)
            judge(value, element);
        if (m_result.neverRead > 0)
            m_result.report.giveUp(std::to_string(m_result.neverRead)
                + " acknowledged elements were not looked for: no read began after them");
        return std::move(m_result);
    }

private:
    void add(const SetOperation& operation)
    {
        ++m_result.attempted;
        Element& element = m_elements[operation.element];
        element.isAdded = true;
        element.mayHaveHappened |= operation.outcome != Outcome::Fail;
        if (operation.outcome != Outcome::Ok)
            return;
        ++m_result.acknowledged;
        element.isAcknowledged = true;
        element.known = std::min(element.known, operation.completed);
    }

    void collect(std::uint32_t position)
    {
        const std::size_t index = m_reads[position];
        std::vector<Value> sorted = m_history[index].elements;
        std::sort(sorted.begin(), sorted.end());
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                if (i < 2 || sorted[i] != sorted[i - 2])
                    note(Anomaly::DuplicateElement, sorted[i], index, "is there more than once");
                continue;
            }
            Element& element = m_elements[sorted[i]];
            element.reads.push_back(position);
            element.known = std::min(element.known, m_history[index].completed);
            if (!element.isAdded)
                note(Anomaly::PhantomRead, sorted[i], index, "is there, and nobody added it");
            else if (!element.mayHaveHappened)
                note(Anomaly::G1a, sorted[i], index, "is there, and its add had failed");
        }
    }

    void note(Anomaly anomaly, Value value, std::size_t read, const std::string& what)
    {
        m_result.report.note(anomaly, [&] {
            const SetOperation& operation = m_history[read];
            return Example { "element " + valueText(value) + " " + what + ": read of process "
                    + std::to_string(operation.process.value) + " at "
                    + spanText(operation.invoked, operation.completed),
                { read } };
        });
    }

    void judge(Value value, const Element& element)
    {
        if (!element.isAdded)
            return;
        if (!element.isAcknowledged && !element.reads.empty())
            ++m_result.recovered;
        // Reads from `first` on began when the element was known.
        const auto first = static_cast<std::uint32_t>(
            std::upper_bound(m_reads.begin(), m_reads.end(), element.known,
                [&](Instant known, std::size_t read) { return known < m_history[read].invoked; })
            - m_reads.begin());
        const auto reads = static_cast<std::uint32_t>(m_reads.size());
        if (first == reads) {
            m_result.neverRead += element.isAcknowledged && element.reads.empty() ? 1 : 0;
            return;
        }
        const auto from = std::lower_bound(element.reads.begin(), element.reads.end(), first);
        const auto present = static_cast<std::uint32_t>(element.reads.end() - from);
        if (present == reads - first) {
            ++m_result.stable;
            return;
        }
        std::uint32_t absent = reads - 1; // the last read without it
        for (auto it = element.reads.rbegin(); it != element.reads.rend() && *it == absent; ++it)
            --absent;
        const bool isBack = std::any_of(element.reads.begin(), element.reads.end(), [&](std::uint32_t read) {
            return m_history[m_reads[read]].completed >= m_history[m_reads[absent]].invoked;
        });
        ++(isBack ? m_result.stale : m_result.lost);
        if (!isBack)
            note(Anomaly::LostElement, value, m_reads[absent], "was known and is gone for good");
        else if (!m_mayBeStale)
            note(Anomaly::StaleRead, value, m_reads[absent], "was known, is missing here, and came back");
    }

    const std::vector<SetOperation>& m_history;
    bool m_mayBeStale;
    SetResult m_result;
    std::map<Value, Element> m_elements;
    std::vector<std::size_t> m_reads; // acknowledged, by invocation
};

// Sums of what was added by some time, for times in ascending order.
class RunningSums {
public:
    void add(Instant when, Value amount) { m_changes.emplace_back(when, amount); }
    void seal()
    {
        std::sort(m_changes.begin(), m_changes.end());
        Value up = 0, down = 0;
        for (const auto& [when, amount] : m_changes) {
            (amount > 0 ? up : down) += amount;
            m_sums.push_back({ up, down });
        }
    }
    struct Sums {
        Value up = 0; // of the positive amounts
        Value down = 0; // of the negative ones
    };
    // Of changes before `when`, or at it too.
    [[nodiscard]] Sums at(Instant when, bool isIncluded) const
    {
        const auto end = std::partition_point(m_changes.begin(), m_changes.end(),
            [&](const auto& change) { return isIncluded ? change.first <= when : change.first < when; });
        if (end == m_changes.begin())
            return {};
        return m_sums[static_cast<std::size_t>(end - m_changes.begin()) - 1];
    }

private:
    std::vector<std::pair<Instant, Value>> m_changes;
    std::vector<Sums> m_sums;
};

} // namespace

SetResult checkSet(const std::vector<SetOperation>& history, bool mayBeStale)
{
    return SetCheck(history, mayBeStale).run();
}

Report checkCounters(const History& history, Instant readsFrom)
{
    struct Counter {
        RunningSums certain; // acknowledged adds by completion
        RunningSums possible; // adds that may have happened by invocation
    };
    std::map<KeyId, Counter> counters;
    for (const Operation& operation : history) {
        SB_ASSERT(operation.kind == OpKind::Add || operation.kind == OpKind::Read);
        if (operation.kind == OpKind::Read || operation.outcome == Outcome::Fail)
            continue;
        Counter& counter = counters[operation.key];
        counter.possible.add(operation.invoked, operation.argument);
        if (operation.outcome == Outcome::Ok)
            counter.certain.add(operation.completed, operation.argument);
    }
    for (auto& [key, counter] : counters) {
        counter.certain.seal();
        counter.possible.seal();
    }
    Report report;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const Operation& read = history[i];
        if (read.kind != OpKind::Read || read.outcome != Outcome::Ok || read.invoked < readsFrom)
            continue;
        const Counter& counter = counters[read.key];
        const RunningSums::Sums certain = counter.certain.at(read.invoked, false);
        const RunningSums::Sums possible = counter.possible.at(read.completed, true);
        // What is certain has happened; of the rest, only the decreases, or only the increases.
        const Value low = certain.up + possible.down, high = possible.up + certain.down;
        if (read.result < low || read.result > high)
            report.note(Anomaly::CounterOutOfBounds, [&] {
                return Example { "counter " + std::to_string(read.key.value) + ": process "
                        + std::to_string(read.process.value) + " read " + valueText(read.result) + " at "
                        + spanText(read.invoked, read.completed) + ", not between " + std::to_string(low)
                        + " and " + std::to_string(high),
                    { i } };
            });
    }
    return report;
}

Report checkBank(const std::vector<BankRead>& reads, const Bank& bank)
{
    std::vector<KeyId> expected = bank.accounts;
    std::sort(expected.begin(), expected.end());
    Report report;
    for (std::size_t i = 0; i < reads.size(); ++i) {
        const BankRead& read = reads[i];
        const std::string who = "process " + std::to_string(read.process.value) + " at "
            + spanText(read.invoked, read.completed) + " read ";
        std::vector<KeyId> accounts;
        Value total = 0;
        for (const auto& [account, balance] : read.balances) {
            accounts.push_back(account);
            total += balance;
            if (balance < 0 && !bank.mayBeNegative)
                report.note(Anomaly::NegativeBalance, [&, account = account, balance = balance] {
                    return Example {
                        who + std::to_string(balance) + " in account " + std::to_string(account.value), { i }
                    };
                });
        }
        std::sort(accounts.begin(), accounts.end());
        if (accounts != expected)
            report.note(Anomaly::WrongAccounts, [&] {
                return Example { who + std::to_string(accounts.size()) + " accounts, not each of the "
                        + std::to_string(expected.size()) + " once",
                    { i } };
            });
        else if (total != bank.total)
            report.note(Anomaly::WrongTotal, [&] {
                return Example {
                    who + "a total of " + std::to_string(total) + ", not " + std::to_string(bank.total), { i }
                };
            });
    }
    return report;
}

Report checkConservation(std::span<const Value> issued, const std::vector<Place>& places)
{
    std::map<Value, std::vector<std::size_t>> found; // places of each id
    for (const Value id : issued)
        found[id];
    Report report;
    for (std::size_t place = 0; place < places.size(); ++place) {
        for (const Value id : places[place].ids) {
            const auto entry = found.find(id);
            if (entry != found.end())
                entry->second.push_back(place);
            else
                report.note(Anomaly::NeverIssued, [&] {
                    return Example { valueText(id) + " is " + places[place].name + ", but was never issued",
                        {} };
                });
        }
    }
    for (const auto& [id, where] : found) {
        if (where.empty())
            report.note(Anomaly::Unaccounted, [&, id = id] {
                return Example { valueText(id) + " was issued and is nowhere", {} };
            });
        if (where.size() > 1)
            report.note(Anomaly::AccountedTwice, [&, id = id, &both = where] {
                return Example {
                    valueText(id) + " is " + places[both[0]].name + " and also " + places[both[1]].name, {}
                };
            });
    }
    return report;
}

Report checkUniqueIds(std::span<const Value> ids)
{
    std::map<Value, std::size_t> first;
    Report report;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto found = first.try_emplace(ids[i], i).first;
        if (found->second != i)
            report.note(Anomaly::DuplicateId, [&] {
                return Example { "id " + valueText(ids[i]) + " was handed out by operations "
                        + std::to_string(found->second) + " and " + std::to_string(i),
                    { found->second, i } };
            });
    }
    return report;
}

} // namespace sb::check
