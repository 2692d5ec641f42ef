// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/history.h"

namespace sb::check {

const char* toString(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return "ok";
    case Outcome::Fail:
        return "fail";
    case Outcome::Info:
        return "info";
    }
    return "?";
}

const char* toString(OpKind kind)
{
    switch (kind) {
    case OpKind::Read:
        return "read";
    case OpKind::Write:
        return "write";
    case OpKind::Cas:
        return "compare-and-set";
    case OpKind::Add:
        return "add";
    }
    return "?";
}

std::size_t Recorder::invoke(Operation operation)
{
    operation.completed = kNever;
    operation.outcome = Outcome::Info;
    m_history.push_back(operation);
    return m_history.size() - 1;
}

void Recorder::ok(std::size_t index, Instant completed, Value result)
{
    SB_ASSERT(index < m_history.size());
    Operation& operation = m_history[index];
    SB_ASSERT(operation.outcome == Outcome::Info);
    SB_ASSERT(operation.invoked <= completed);
    operation.completed = completed;
    operation.result = result;
    operation.outcome = Outcome::Ok;
}

void Recorder::fail(std::size_t index, Instant completed)
{
    ok(index, completed);
    m_history[index].outcome = Outcome::Fail;
}

Value Names::valueOf(std::string_view text)
{
    if (const auto found = m_numbers.find(text); found != m_numbers.end())
        return found->second;
    const auto number = static_cast<Value>(m_texts.size());
    m_texts.emplace_back(text);
    m_numbers.emplace(text, number);
    return number;
}

const std::string& Names::textOf(Value number) const
{
    SB_ASSERT(number >= 0 && static_cast<std::size_t>(number) < m_texts.size());
    return m_texts[static_cast<std::size_t>(number)];
}

std::string valueText(Value value)
{
    return value == kNil ? "nil" : std::to_string(value);
}

std::string listText(const std::vector<Value>& values)
{
    constexpr std::size_t kShownAtEachEnd = 6;
    std::string text = "[";
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == kShownAtEachEnd && values.size() > 2 * kShownAtEachEnd + 1) {
            text += ", ...";
            i = values.size() - kShownAtEachEnd;
        }
        text += (i > 0 ? ", " : "") + valueText(values[i]);
    }
    return text + "]";
}

std::string spanText(Instant invoked, Instant completed)
{
    return std::to_string(micros(invoked)) + ".."
        + (completed == kNever ? std::string() : std::to_string(micros(completed))) + " us";
}

} // namespace sb::check
