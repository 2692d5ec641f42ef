// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what a step does: the key 'block' and the keys that go with it.
#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/net/atlas.h"
#include "backend/plans/plan_loader.h"

#include <algorithm>

namespace sb {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t kTextBytesMax = 256;
constexpr std::size_t kControlsMax = 10; // of one transaction
constexpr Duration kSpanMax = 24h;

const Names kBlockKeys { "region", "from", "max", "set", "override", "reason", "for", "percent", "percents",
    "dwell", "errors-per-mille", "text", "alarm", "is", "answers-at-least", "answers-at-most", "lag-at-most",
    "errors-at-most", "health", "fenced", "within", "time", "only-here-at-most", "do", "plan" };

Names blockNames(bool mayBeParallel)
{
    Names names;
    for (int i = 0; i < kBlockKindCount; ++i) {
        if (mayBeParallel || static_cast<BlockKind>(i) != BlockKind::Parallel)
            names.emplace_back(toString(static_cast<BlockKind>(i)));
    }
    return names;
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

class BlockReader {
public:
    BlockReader(TableReader& reader, PlanBlock& block)
        : m_reader(reader)
        , m_block(block)
    {
    }

    void read();

private:
    [[nodiscard]] std::string region(std::string_view key, bool isNeeded);
    [[nodiscard]] std::string line(std::string_view key, bool isNeeded);
    [[nodiscard]] Duration span(std::string_view key, Duration usual, bool isNeeded);
    void readControls();
    void readOverrides();
    void readPercents();
    void readFact();
    void readCommand();
    void readWarmUp();

    TableReader& m_reader;
    PlanBlock& m_block;
};

std::string BlockReader::region(std::string_view key, bool isNeeded)
{
    if (isNeeded)
        m_reader.require(key, "a region code or \"$target\"");
    const std::string word = m_reader.text(key).value_or("");
    if (!word.empty())
        (void)acceptsPlanRegion(m_reader, key, word);
    else if (m_reader.has(key) && isNeeded)
        m_reader.refuse(key, "expected a region code or \"$target\"");
    return word;
}

std::string BlockReader::line(std::string_view key, bool isNeeded)
{
    if (isNeeded)
        m_reader.require(key, "one line of text");
    const auto text = m_reader.text(key);
    if (text
        && ((isNeeded && text->empty()) || text->size() > kTextBytesMax
            || text->find_first_of("\r\n") != std::string::npos))
        m_reader.refuse(key, "expected one line of at most " + std::to_string(kTextBytesMax) + " bytes");
    return text.value_or("");
}

Duration BlockReader::span(std::string_view key, Duration usual, bool isNeeded)
{
    if (isNeeded)
        m_reader.require(key, "a duration such as \"30s\"");
    return m_reader.duration(key, 1ms, kSpanMax).value_or(usual);
}

void BlockReader::readControls()
{
    m_reader.require("set", "an array such as [\"eu-west-1=off\", \"us-east-1=on\"]");
    const auto nodes = m_reader.array("set", "an array such as [\"eu-west-1=off\"]");
    for (const toml::node* node : nodes.value_or(std::vector<const toml::node*> {})) {
        const auto* text = node->as_string();
        const std::string word = text != nullptr ? text->get() : "";
        const std::size_t equals = word.find('=');
        const std::string state = equals == std::string::npos ? "" : word.substr(equals + 1);
        if (equals == 0 || (state != "on" && state != "off"))
            m_reader.refuse("set", "expected entries such as \"CONTROL=on\" or \"CONTROL=off\"");
        else
            m_block.controls.push_back({ word.substr(0, equals), state == "on" });
    }
    if (nodes && (nodes->empty() || nodes->size() > kControlsMax))
        m_reader.refuse("set", "expected 1 to 10 routing controls; they change as one transaction");
    readOverrides();
    m_block.text = line("reason", !m_block.overrides.empty());
}

void BlockReader::readOverrides()
{
    const auto nodes = m_reader.array("override", "an array of names of safety rules");
    for (const toml::node* node : nodes.value_or(std::vector<const toml::node*> {})) {
        if (const auto* text = node->as_string())
            m_block.overrides.push_back(text->get());
        else
            m_reader.refuse("override", "expected names of safety rules in quotes");
    }
}

void BlockReader::readPercents()
{
    const auto nodes = m_reader.array("percents", "an array of shares such as [1, 10, 50, 100]");
    if (!nodes)
        m_block.percents = { 1, 10, 50, 100 };
    for (const toml::node* node : nodes.value_or(std::vector<const toml::node*> {})) {
        const auto* number = node->as_integer();
        const std::int64_t value = number != nullptr ? number->get() : -1;
        const bool grows = m_block.percents.empty() || value > m_block.percents.back();
        if (value < 1 || value > 100 || !grows)
            m_reader.refuse("percents", "expected growing shares from 1 to 100");
        else
            m_block.percents.push_back(static_cast<int>(value));
    }
    if (nodes && nodes->empty())
        m_reader.refuse("percents", "expected at least one share");
}

void BlockReader::readWarmUp()
{
    m_block.region = region("region", true);
    readPercents();
    m_block.span = span("dwell", 10s, false);
    m_block.errorsPerMille = static_cast<int>(m_reader.integer("errors-per-mille", 0, 1000).value_or(10));
}

void BlockReader::readFact()
{
    std::vector<PlanFact> found;
    Names all;
    for (int i = 0; i < kPlanFactCount; ++i) {
        all.emplace_back(toString(static_cast<PlanFact>(i)));
        if (m_reader.has(all.back()))
            found.push_back(static_cast<PlanFact>(i));
    }
    m_block.span = span("within", 0us, false);
    if (found.size() != 1) {
        m_reader.acknowledge("region");
        for (const std::string& key : all)
            m_reader.acknowledge(key);
        m_reader.refuse(found.empty() ? std::string("block") : std::string(toString(found[1])),
            "a check holds one of: " + joined(all, ", "));
        return;
    }
    m_block.fact = found.front();
    const std::string_view key = toString(m_block.fact);
    switch (m_block.fact) {
    case PlanFact::AnswersAtLeast:
    case PlanFact::AnswersAtMost:
        m_block.limit = static_cast<int>(m_reader.integer(key, 0, 100).value_or(0));
        break;
    case PlanFact::LagAtMost:
        m_block.bound = m_reader.duration(key, 1ms, kSpanMax).value_or(0us);
        return;
    case PlanFact::ErrorsAtMost:
        m_block.limit = static_cast<int>(m_reader.integer(key, 0, 1000).value_or(0));
        return;
    case PlanFact::Health:
        m_block.isWanted = m_reader.choice(key, { "red", "green" }).value_or(1) == 1;
        break;
    case PlanFact::Fenced:
        m_block.isWanted = m_reader.flag(key).value_or(true);
        break;
    }
    m_block.region = region("region", true);
}

void BlockReader::readCommand()
{
    m_reader.require("do", "a command such as \"evict $target\"");
    m_block.text = m_reader.text("do").value_or("");
    if (m_block.text.empty())
        return;
    // A placeholder stands where a region's code would.
    const std::string line = replaced(
        replaced(m_block.text, kTargetPlaceholder, "eu-west-1"), kSurvivorPlaceholder, "us-east-1");
    const Result<sb::Command> command = parseCommand(line);
    if (!command)
        m_reader.refuse("do", command.error().what);
    else if (std::holds_alternative<StartPlan>(*command) || std::holds_alternative<PlanOrder>(*command))
        m_reader.refuse("do", "a plan does not order plans; use a block \"plan\" for a child");
}

void BlockReader::read()
{
    switch (m_block.kind) {
    case BlockKind::Fence:
    case BlockKind::Unfence:
    case BlockKind::Drain:
    case BlockKind::EndShift:
    case BlockKind::FailBack:
    case BlockKind::Restore:
        m_block.region = region("region", true);
        break;
    case BlockKind::WaitForLag:
        m_block.bound = span("max", 0us, true);
        break;
    case BlockKind::Promote:
        m_block.region = region("region", true);
        m_block.from = region("from", false);
        break;
    case BlockKind::RoutingControl:
        readControls();
        break;
    case BlockKind::ShiftAway:
        m_block.region = region("region", true);
        m_reader.require("for", "a duration from \"1m\" to \"72h\"");
        m_block.span = m_reader.duration("for", 1min, 72h).value_or(1h);
        m_block.text = line("reason", true);
        break;
    case BlockKind::Dial:
        m_block.region = region("region", true);
        m_reader.require("percent", "a share from 0 to 100");
        m_block.limit = static_cast<int>(m_reader.integer("percent", 0, 100).value_or(100));
        break;
    case BlockKind::WarmUp:
        readWarmUp();
        break;
    case BlockKind::Approval:
    case BlockKind::Note:
        m_block.text = line("text", true);
        break;
    case BlockKind::WaitForAlarm:
        m_reader.require("alarm", "\"errors\" or \"health REGION\"");
        m_reader.require("is", "\"red\" or \"green\"");
        m_block.alarm = readAlarm(m_reader, "alarm").value_or(PlanAlarm {});
        m_block.alarm.isRed = readIsRed(m_reader);
        break;
    case BlockKind::Check:
        readFact();
        break;
    case BlockKind::Wait:
        m_block.span = span("time", 0us, true);
        break;
    case BlockKind::DataDiff:
        m_block.region = region("region", true);
        m_block.onlyHereMax = m_reader.integer("only-here-at-most", 0, 1'000'000'000).value_or(-1);
        break;
    case BlockKind::Command:
        readCommand();
        break;
    case BlockKind::ChildPlan:
        m_reader.require("plan", "the name of another plan");
        m_block.plan = m_reader.text("plan").value_or("");
        break;
    case BlockKind::Parallel:
        break;
    }
}

} // namespace

bool acceptsPlanRegion(TableReader& reader, std::string_view key, const std::string& word)
{
    Names known { std::string(kTargetPlaceholder), std::string(kSurvivorPlaceholder) };
    for (const AtlasRegion& region : atlas().regions)
        known.push_back(region.code);
    if (std::find(known.begin(), known.end(), word) != known.end())
        return true;
    reader.refuse(key, "'" + word + "' is no region; " + suggestion(word, known));
    return false;
}

std::optional<PlanAlarm> readAlarm(TableReader& reader, std::string_view key)
{
    const auto text = reader.text(key);
    if (!text)
        return std::nullopt;
    const auto words = splitWords(*text);
    if (words.size() == 1 && words[0] == "errors")
        return PlanAlarm {};
    if (words.size() == 2 && words[0] == "health") {
        const std::string region(words[1]);
        if (acceptsPlanRegion(reader, key, region))
            return PlanAlarm { region, false };
        return std::nullopt;
    }
    reader.refuse(key, "expected \"errors\" or \"health REGION\", found '" + *text + "'");
    return std::nullopt;
}

bool readIsRed(TableReader& reader)
{
    return reader.choice("is", { "red", "green" }).value_or(1) == 0;
}

std::optional<PlanBlock> readBlock(TableReader& reader, bool mayBeParallel, Names& elsewhere)
{
    reader.require("block", "what the step does, such as \"fence\"");
    const Names names = blockNames(mayBeParallel);
    const auto word = reader.text("block");
    if (!word || std::find(names.begin(), names.end(), *word) == names.end()) {
        if (word == std::string(toString(BlockKind::Parallel)))
            reader.refuse("block", "a parallel group stands at the top of a plan only");
        else if (word)
            reader.refuse("block", "'" + *word + "' is no block; " + suggestion(*word, names));
        for (const std::string& key : kBlockKeys)
            reader.acknowledge(key); // they may be right: nobody knows yet
        return std::nullopt;
    }
    PlanBlock block;
    for (int i = 0; i < kBlockKindCount; ++i) {
        if (toString(static_cast<BlockKind>(i)) == *word)
            block.kind = static_cast<BlockKind>(i);
    }
    BlockReader(reader, block).read();
    elsewhere = kBlockKeys;
    return block;
}

} // namespace sb
