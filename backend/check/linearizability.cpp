// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/linearizability.h"

#include "backend/base/hash.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace sb::check {

namespace {

struct Configuration {
    std::uint64_t markA = 0; // exclusive or of the marks of all operations in place
    std::uint64_t markB = 0;
    Value state = kNil;
    friend bool operator==(const Configuration&, const Configuration&) = default;
};

struct ConfigurationHash {
    std::size_t operator()(const Configuration& c) const
    {
        return c.markA ^ mix64(static_cast<std::uint64_t>(c.state));
    }
};

// The search over the operations of one key, all Ok or Info. Calls and returns stand in one linked list in
// the order of time; putting an operation in place lifts both its entries out.
class Search {
public:
    Search(const std::vector<Operation>& operations, const LinearizabilityOptions& options)
        : m_operations(operations)
        , m_statesMax(options.statesMax + operations.size())
        , m_now { .state = options.initial }
    {
        buildList();
    }

    Verdict run()
    {
        std::uint32_t at = kHead;
        bool hasMoved = true;
        while (m_missing > 0) {
            if (m_states >= m_statesMax)
                return Verdict::Unknown;
            if (hasMoved && placeMatchingRead())
                continue;
            at = hasMoved ? m_next[kHead] : at;
            hasMoved = false;
            if (at != kHead && !isReturn(at)) {
                hasMoved = tryPlace(at);
                if (!hasMoved)
                    at = m_next[at];
            } else if (!takeBack(at)) {
                return Verdict::Violated;
            }
        }
        return Verdict::Passed;
    }

    [[nodiscard]] std::uint64_t states() const { return m_states; }

private:
    // Entry 0 is the head of the ring; 1 + 2i is the call of operation i and 2 + 2i its return.
    static constexpr std::uint32_t kHead = 0;
    struct Placed {
        std::uint32_t call;
        Value stateBefore;
        bool isForced; // a matching read: if this does not lead on, nothing else will
    };

    static bool isReturn(std::uint32_t entry) { return entry != kHead && entry % 2 == 0; }
    [[nodiscard]] const Operation& operationAt(std::uint32_t entry) const
    {
        return m_operations[(entry - 1) / 2];
    }

    void buildList()
    {
        std::vector<std::pair<std::pair<Instant, bool>, std::uint32_t>> events; // at one instant, calls first
        for (std::uint32_t i = 0; i < m_operations.size(); ++i) {
            events.push_back({ { m_operations[i].invoked, false }, 1 + 2 * i });
            if (m_operations[i].outcome != Outcome::Ok)
                continue; // an unknown outcome has no return that anything would have to wait for
            events.push_back({ { m_operations[i].completed, true }, 2 + 2 * i });
            ++m_missing;
        }
        std::sort(events.begin(), events.end());
        m_next.assign(1 + 2 * m_operations.size(), kHead);
        m_previous.assign(1 + 2 * m_operations.size(), kHead);
        std::uint32_t last = kHead;
        for (const auto& [when, entry] : events) {
            m_next[last] = entry;
            m_previous[entry] = last;
            last = entry;
        }
        m_next[last] = kHead;
        m_previous[kHead] = last;
    }

    void unlink(std::uint32_t entry)
    {
        m_next[m_previous[entry]] = m_next[entry];
        m_previous[m_next[entry]] = m_previous[entry];
    }
    void relink(std::uint32_t entry)
    {
        m_next[m_previous[entry]] = entry;
        m_previous[m_next[entry]] = entry;
    }

    // The configuration after `operation`, if it can come next.
    [[nodiscard]] bool step(const Operation& operation, std::uint32_t call, Configuration& next) const
    {
        next = m_now;
        if (operation.kind == OpKind::Read && operation.result != m_now.state)
            return false;
        if (operation.kind == OpKind::Cas && operation.expected != m_now.state)
            return false;
        if (operation.kind != OpKind::Read)
            next.state = operation.argument;
        next.markA ^= mix64(call * 0x9E3779B97F4A7C15ULL + 1);
        next.markB ^= mix64(call * 0xC2B2AE3D27D4EB4FULL + 0x165667B19E3779F9ULL);
        return true;
    }

    void place(std::uint32_t call, const Configuration& next, bool isForced)
    {
        m_placed.push_back({ call, m_now.state, isForced });
        m_now = next;
        unlink(call);
        if (operationAt(call).outcome == Outcome::Ok) {
            unlink(call + 1);
            --m_missing;
        }
        ++m_states;
    }

    // A read of the present state changes nothing, so if any order leads to the end, one with this read next
    // does as well: no alternative needs to be tried.
    bool placeMatchingRead()
    {
        for (std::uint32_t at = m_next[kHead]; at != kHead && !isReturn(at); at = m_next[at]) {
            const Operation& operation = operationAt(at);
            Configuration next;
            if (operation.kind == OpKind::Read && step(operation, at, next)) {
                place(at, next, true);
                return true;
            }
        }
        return false;
    }

    bool tryPlace(std::uint32_t call)
    {
        Configuration next;
        if (!step(operationAt(call), call, next) || !m_tried.insert(next).second)
            return false;
        place(call, next, false);
        return true;
    }

    // Undoes the last free choice and leaves `at` behind it; false if there is none.
    bool takeBack(std::uint32_t& at)
    {
        while (!m_placed.empty()) {
            const Placed last = m_placed.back();
            m_placed.pop_back();
            if (operationAt(last.call).outcome == Outcome::Ok) {
                relink(last.call + 1);
                ++m_missing;
            }
            relink(last.call);
            m_now.markA ^= mix64(last.call * 0x9E3779B97F4A7C15ULL + 1);
            m_now.markB ^= mix64(last.call * 0xC2B2AE3D27D4EB4FULL + 0x165667B19E3779F9ULL);
            m_now.state = last.stateBefore;
            ++m_states;
            if (last.isForced)
                continue;
            at = m_next[last.call];
            return true;
        }
        return false;
    }

    const std::vector<Operation>& m_operations;
    std::uint64_t m_statesMax;
    std::uint64_t m_states = 0;
    std::size_t m_missing = 0; // acknowledged operations that are not in place yet
    std::vector<std::uint32_t> m_next;
    std::vector<std::uint32_t> m_previous;
    Configuration m_now;
    std::vector<Placed> m_placed;
    std::unordered_set<Configuration, ConfigurationHash> m_tried;
};

// Leaves out failed operations, reads that were not answered, and writes of unknown outcome whose value
// nobody saw: an order with such a write stays one without it, and each of them would double the search.
std::vector<Operation> relevant(const std::vector<Operation>& operations)
{
    std::set<Value> seen;
    const auto observe = [&](const Operation& operation) {
        if (operation.kind == OpKind::Read)
            seen.insert(operation.result);
        if (operation.kind == OpKind::Cas)
            seen.insert(operation.expected);
    };
    std::vector<bool> isKept(operations.size(), false);
    for (std::size_t i = 0; i < operations.size(); ++i) {
        isKept[i] = operations[i].outcome == Outcome::Ok;
        if (isKept[i])
            observe(operations[i]);
    }
    for (bool hasGrown = true; hasGrown;) {
        hasGrown = false;
        for (std::size_t i = 0; i < operations.size(); ++i) {
            const Operation& operation = operations[i];
            if (isKept[i] || operation.outcome != Outcome::Info || operation.kind == OpKind::Read
                || !seen.contains(operation.argument))
                continue;
            observe(operation);
            isKept[i] = hasGrown = true;
        }
    }
    std::vector<Operation> kept;
    for (std::size_t i = 0; i < operations.size(); ++i)
        if (isKept[i])
            kept.push_back(operations[i]);
    return kept;
}

Verdict judge(const std::vector<Operation>& operations, const LinearizabilityOptions& options,
    std::uint64_t* states = nullptr)
{
    const std::vector<Operation> kept = relevant(operations);
    Search search(kept, options);
    const Verdict verdict = search.run();
    if (states != nullptr)
        *states = search.states();
    return verdict;
}

// One key with a violation: looks for the smallest prefix that shows it, and for words.
class Counterexample {
public:
    Counterexample(
        const History& history, std::vector<std::size_t> ofKey, const LinearizabilityOptions& options)
        : m_history(history)
        , m_ofKey(std::move(ofKey))
        , m_options(options)
    {
        for (const std::size_t index : m_ofKey)
            if (history[index].outcome == Outcome::Ok)
                m_answers.push_back(index);
        std::sort(m_answers.begin(), m_answers.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(history[a].completed, a) < std::pair(history[b].completed, b);
        });
    }

    Example find()
    {
        // A longer prefix of what cannot be explained cannot be explained either, so halving finds the end.
        std::size_t low = 1, high = m_answers.size();
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (judge(prefix(middle), m_options) == Verdict::Violated)
                high = middle;
            else
                low = middle + 1;
        }
        Example example;
        const std::size_t culprit = m_answers[low - 1];
        example.sentence = sentence(low, culprit);
        for (const std::size_t index : m_ofKey)
            if (m_history[index].invoked <= m_history[culprit].completed
                && m_history[index].outcome != Outcome::Fail)
                example.operations.push_back(index);
        return example;
    }

private:
    // What was known when the first `answers` answers were in.
    [[nodiscard]] std::vector<Operation> prefix(std::size_t answers) const
    {
        const std::size_t last = m_answers[answers - 1];
        const auto end = std::pair(m_history[last].completed, last);
        std::vector<Operation> operations;
        for (const std::size_t index : m_ofKey) {
            Operation operation = m_history[index];
            if (operation.invoked > end.first || operation.outcome == Outcome::Fail)
                continue;
            if (operation.outcome == Outcome::Ok && std::pair(operation.completed, index) > end) {
                operation.outcome = Outcome::Info;
                operation.completed = kNever;
            }
            operations.push_back(operation);
        }
        return operations;
    }

    [[nodiscard]] std::string sentence(std::size_t answers, std::size_t culprit) const
    {
        const Operation& last = m_history[culprit];
        std::vector<Operation> operations = prefix(answers);
        std::string text = "key " + std::to_string(last.key.value) + ": process "
            + std::to_string(last.process.value) + " (" + spanText(last.invoked, last.completed)
            + ", operation " + std::to_string(culprit) + ") ";
        if (last.kind == OpKind::Read)
            text += "read " + valueText(last.result);
        else if (last.kind == OpKind::Cas)
            text += "replaced " + valueText(last.expected) + " by " + valueText(last.argument);
        else
            text += "wrote " + valueText(last.argument);
        const std::vector<Value> possible = possibleValues(operations, last);
        text += ", but after the " + std::to_string(operations.size() - 1)
            + " operations begun before its end ";
        return text
            + (possible.empty() ? "nothing can be found there"
                                : "only " + listText(possible) + " can be found there");
    }

    // What the last answer could have been; a few candidates only.
    [[nodiscard]] std::vector<Value> possibleValues(
        std::vector<Operation>& operations, const Operation& last) const
    {
        constexpr std::size_t kCandidatesMax = 16;
        const auto culprit = std::find_if(operations.begin(), operations.end(), [&](const Operation& o) {
            return o.outcome == Outcome::Ok && o.process == last.process && o.invoked == last.invoked
                && o.completed == last.completed && o.kind == last.kind;
        });
        std::vector<Operation> latestFirst = operations;
        std::stable_sort(latestFirst.begin(), latestFirst.end(),
            [](const Operation& a, const Operation& b) { return a.invoked > b.invoked; });
        std::vector<Value> candidates;
        for (const Operation& operation : latestFirst)
            if (operation.kind != OpKind::Read && candidates.size() < kCandidatesMax
                && std::find(candidates.begin(), candidates.end(), operation.argument) == candidates.end())
                candidates.push_back(operation.argument);
        candidates.push_back(m_options.initial);
        std::vector<Value> possible;
        for (const Value candidate : candidates) {
            (culprit->kind == OpKind::Cas ? culprit->expected : culprit->result) = candidate;
            if (judge(operations, m_options) == Verdict::Passed)
                possible.push_back(candidate);
        }
        std::sort(possible.begin(), possible.end());
        possible.erase(std::unique(possible.begin(), possible.end()), possible.end());
        return possible;
    }

    const History& m_history;
    std::vector<std::size_t> m_ofKey;
    const LinearizabilityOptions& m_options;
    std::vector<std::size_t> m_answers; // acknowledged operations, first answered first
};

} // namespace

LinearizabilityResult checkLinearizable(const History& history, const LinearizabilityOptions& options)
{
    std::map<KeyId, std::vector<std::size_t>> keys;
    for (std::size_t i = 0; i < history.size(); ++i) {
        SB_ASSERT(history[i].kind != OpKind::Add);
        keys[history[i].key].push_back(i);
    }
    LinearizabilityResult result;
    result.keys = keys.size();
    for (const auto& [key, indices] : keys) {
        std::vector<Operation> operations;
        for (const std::size_t index : indices)
            operations.push_back(history[index]);
        std::uint64_t states = 0;
        const Verdict verdict = judge(operations, options, &states);
        result.states += states;
        if (verdict == Verdict::Violated)
            result.report.note(Anomaly::NotLinearizable,
                [&, &ofKey = indices] { return Counterexample(history, ofKey, options).find(); });
        else if (verdict == Verdict::Unknown)
            result.report.giveUp("key " + std::to_string(key.value) + ": gave up after "
                + std::to_string(states) + " states of " + std::to_string(operations.size()) + " operations");
    }
    return result;
}

} // namespace sb::check
