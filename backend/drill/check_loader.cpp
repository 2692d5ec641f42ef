// SPDX-License-Identifier: GPL-3.0-or-later
// Reads [[check]] tables. The kind of a check is told by the one key of kKinds that it holds.
#include "backend/base/text.h"
#include "backend/drill/drill_loader.h"

#include <algorithm>
#include <limits>

namespace sb {
namespace {

using Names = std::vector<std::string>;

const Names kKinds { "event", "no-event", "order", "rto-at-most", "lost-at-most", "converged", "region-state",
    "answers-at-least", "answers-at-most", "orders-continue-within", "orders-at-least", "anomaly",
    "stale-at-most" };
const Names kCompanions { "name", "region", "peer", "actor", "object", "action", "value", "after", "within",
    "count-overwritten", "at-least", "at-most" };

Names allEventNames()
{
    Names names;
    for (int i = 0; i < kEventKindCount; ++i)
        names.emplace_back(toString(static_cast<EventKind>(i)));
    return names;
}

Names allActorNames()
{
    Names names;
    for (int i = 0; i <= static_cast<int>(Actor::Shoppers); ++i)
        names.emplace_back(toString(static_cast<Actor>(i)));
    return names;
}

Names allStateNames()
{
    Names names;
    for (int i = 0; i < kRegionStateCount; ++i)
        names.emplace_back(toString(static_cast<RegionState>(i)));
    return names;
}

// One check being read: its table, the drill around it, and where mistakes go.
class CheckReader {
public:
    CheckReader(const toml::table& table, const Drill& drill, Problems& problems)
        : m_drill(drill)
        , m_problems(problems)
        , m_reader(table, "[[check]]", problems)
    {
    }

    [[nodiscard]] std::optional<DrillCheck> read();

private:
    [[nodiscard]] std::string kindOf();
    [[nodiscard]] CheckRule readRule(const std::string& kind);
    [[nodiscard]] std::string region(TableReader& reader, std::string_view key = "region");
    [[nodiscard]] std::string requiredRegion();
    [[nodiscard]] EventFilter filter(TableReader& reader, std::string_view kindKey);
    [[nodiscard]] CheckWindow window();
    [[nodiscard]] CheckRule readOrder();
    [[nodiscard]] std::optional<EventFilter> orderEntry(const toml::node& node);
    [[nodiscard]] CheckRule readShare();
    [[nodiscard]] CheckRule readLosses();
    [[nodiscard]] CheckRule readAnomaly();
    [[nodiscard]] CheckRule readConverged();

    const Drill& m_drill;
    Problems& m_problems;
    TableReader m_reader;
};

std::string CheckReader::kindOf()
{
    Names found;
    for (const std::string& kind : kKinds) {
        if (m_reader.has(kind))
            found.push_back(kind);
    }
    // The two limits of an answers' share may stand side by side.
    if (found == Names { "answers-at-least", "answers-at-most" })
        found.pop_back();
    if (found.size() == 1)
        return found.front();
    if (found.empty())
        m_problems.add(m_reader.placeOf(""), "[[check]] needs one of: " + joined(kKinds, ", "));
    else
        m_reader.refuse(found[1],
            "a check is of one kind, but this one also has '" + found[0] + "'; make two checks of it");
    return {};
}

std::string CheckReader::region(TableReader& reader, std::string_view key)
{
    const std::optional<std::string> code = reader.text(key);
    if (code)
        (void)acceptsRegion(*code, m_drill.config.regions, reader.placeOf(key), m_problems);
    return code.value_or("");
}

std::string CheckReader::requiredRegion()
{
    m_reader.require("region", "a region code such as \"eu-west-1\"");
    return region(m_reader);
}

EventFilter CheckReader::filter(TableReader& reader, std::string_view kindKey)
{
    EventFilter filter;
    if (const auto kind = reader.choice(kindKey, allEventNames()))
        filter.kind = static_cast<EventKind>(*kind);
    filter.region = region(reader);
    filter.peer = region(reader, "peer");
    if (const auto actor = reader.choice("actor", allActorNames()))
        filter.actor = static_cast<Actor>(*actor);
    filter.object = reader.text("object").value_or("");
    filter.action = reader.text("action").value_or("");
    filter.value = reader.text("value").value_or("");
    return filter;
}

CheckWindow CheckReader::window()
{
    const Duration length = m_drill.until - kStart;
    CheckWindow window;
    window.after = kStart + m_reader.duration("after", 0s, length).value_or(0s);
    window.within = m_reader.duration("within", 1ms, length);
    if (window.within && window.after + *window.within > m_drill.until)
        m_reader.refuse("within",
            "the window ends after the drill does, at " + durationText(length)
                + "; the check could never be judged fairly");
    return window;
}

std::optional<EventFilter> CheckReader::orderEntry(const toml::node& node)
{
    if (const toml::table* table = node.as_table()) {
        TableReader reader(*table, "'order' of [[check]]", m_problems);
        reader.require("event", "the name of an event such as \"health.red\"");
        const EventFilter entry = filter(reader, "event");
        reader.finish();
        return entry;
    }
    const auto* text = node.as_string();
    const auto words = text != nullptr ? splitWords(text->get()) : std::vector<std::string_view> {};
    if (words.empty() || words.size() > 2) {
        m_problems.add(node.source(),
            "'order' in [[check]]: expected \"EVENT\", \"EVENT REGION\" or { event = \"EVENT\", … }");
        return std::nullopt;
    }
    const auto kind = eventKindFromText(words[0]);
    if (!kind) {
        m_problems.add(node.source(),
            "'order' in [[check]]: '" + std::string(words[0]) + "' is not an event; "
                + suggestion(words[0], allEventNames()));
        return std::nullopt;
    }
    EventFilter entry;
    entry.kind = *kind;
    if (words.size() == 2) {
        entry.region = words[1];
        (void)acceptsRegion(entry.region, m_drill.config.regions, node.source(), m_problems);
    }
    return entry;
}

CheckRule CheckReader::readOrder()
{
    EventsInOrder rule;
    const auto nodes
        = m_reader.array("order", "an array of events such as [\"health.red\", \"health.green\"]");
    for (const toml::node* node : nodes.value_or(std::vector<const toml::node*> {})) {
        if (auto entry = orderEntry(*node))
            rule.sequence.push_back(std::move(*entry));
    }
    if (nodes && nodes->size() < 2)
        m_reader.refuse("order", "an order needs at least two events; use 'event' for one");
    rule.window = window();
    return rule;
}

CheckRule CheckReader::readShare()
{
    AnswerShareAtEnd rule;
    rule.region = requiredRegion();
    rule.atLeastPercent = static_cast<int>(m_reader.integer("answers-at-least", 0, 100).value_or(0));
    rule.atMostPercent = static_cast<int>(m_reader.integer("answers-at-most", 0, 100).value_or(100));
    if (rule.atLeastPercent > rule.atMostPercent)
        m_reader.refuse("answers-at-least", "it is above 'answers-at-most': no share can pass");
    return rule;
}

CheckRule CheckReader::readLosses()
{
    LossesAtMost rule;
    rule.limit = m_reader.integer("lost-at-most", 0, std::numeric_limits<std::int32_t>::max()).value_or(0);
    rule.countsOverwritten = m_reader.flag("count-overwritten").value_or(true);
    return rule;
}

CheckRule CheckReader::readAnomaly()
{
    AnomalyCount rule;
    Names names;
    for (int i = 0; i < kAnomalyCount; ++i)
        names.emplace_back(toString(static_cast<Anomaly>(i)));
    rule.anomaly = static_cast<Anomaly>(m_reader.choice("anomaly", names).value_or(0));
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
    const bool isBounded = m_reader.has("at-least") || m_reader.has("at-most");
    rule.atLeast = m_reader.integer("at-least", 0, kMost).value_or(0);
    rule.atMost = m_reader.integer("at-most", 0, kMost).value_or(kMost);
    if (!isBounded)
        m_reader.refuse("anomaly", "say how many pass: 'at-least', 'at-most' or both");
    else if (rule.atLeast > rule.atMost)
        m_reader.refuse("at-least", "it is above 'at-most': no count can pass");
    return rule;
}

CheckRule CheckReader::readConverged()
{
    if (m_reader.flag("converged") == false)
        m_reader.refuse("converged", "only true can be checked; leave the check out otherwise");
    return ReplicasConverged {};
}

CheckRule CheckReader::readRule(const std::string& kind)
{
    const Duration length = m_drill.until - kStart;
    // Braced initialisation fixes the order of reading, and so of the keys a message lists.
    if (kind == "event")
        return EventSeen { filter(m_reader, kind), window() };
    if (kind == "no-event")
        return EventNotSeen { filter(m_reader, kind), window() };
    if (kind == "order")
        return readOrder();
    if (kind == "rto-at-most")
        return RtoAtMost { m_reader.duration(kind, 1s, 24h).value_or(0s) };
    if (kind == "lost-at-most")
        return readLosses();
    if (kind == "converged")
        return readConverged();
    if (kind == "anomaly")
        return readAnomaly();
    if (kind == "stale-at-most")
        return StaleShareAtEnd { static_cast<int>(m_reader.integer(kind, 0, 100).value_or(100)) };
    if (kind == "region-state") {
        const auto state = m_reader.choice(kind, allStateNames());
        return RegionStateAtEnd { requiredRegion(), static_cast<RegionState>(state.value_or(0)) };
    }
    if (kind == "answers-at-least" || kind == "answers-at-most")
        return readShare();
    if (kind == "orders-continue-within")
        return OrdersContinue { m_reader.duration(kind, 1s, length).value_or(0s), region(m_reader) };
    SB_ASSERT(kind == "orders-at-least");
    const auto count = m_reader.integer(kind, 1, std::numeric_limits<std::int32_t>::max());
    return OrdersAtLeast { requiredRegion(), count.value_or(0) };
}

std::optional<DrillCheck> CheckReader::read()
{
    m_reader.require("name", "a text that says what is checked");
    DrillCheck check;
    const std::optional<std::string> name = m_reader.text("name");
    check.name = name.value_or("");
    if (name && name->empty())
        m_reader.refuse("name", "expected a text that is not empty");
    const std::string kind = kindOf();
    Names elsewhere = kKinds;
    elsewhere.insert(elsewhere.end(), kCompanions.begin(), kCompanions.end());
    if (kind.empty()) {
        for (const std::string& key : elsewhere)
            m_reader.acknowledge(key);
        m_reader.finish();
        return std::nullopt;
    }
    check.rule = readRule(kind);
    m_reader.finish(elsewhere, "'" + kind + "'");
    if (check.name.empty())
        return std::nullopt;
    return check;
}

} // namespace

std::optional<DrillCheck> readCheck(const toml::table& table, const Drill& drill, Problems& problems)
{
    return CheckReader(table, drill, problems).read();
}

} // namespace sb
