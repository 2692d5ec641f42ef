// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/controls/controls_file.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kNameBytesMax = 64;

using Names = std::vector<std::string>;

class ControlsReader {
public:
    ControlsReader(const Names& regions, Problems& problems)
        : m_regions(regions)
        , m_problems(problems)
    {
    }

    ControlsSpec read(const toml::table& table)
    {
        const auto panels = tablesAt(table, "panel", m_problems);
        for (const auto& [key, node] : table) {
            if (key.str() != "panel")
                m_problems.add(key.source(), "unknown key '" + std::string(key.str()) + "'; known: panel");
        }
        if (panels.empty() && !table.contains("panel"))
            m_problems.add(table.source(), "routing controls need at least one [[panel]]");
        if (panels.size() > kPanelsMax)
            m_problems.add(table.source(),
                std::to_string(panels.size()) + " panels; a cluster has at most "
                    + std::to_string(kPanelsMax));
        for (const toml::table* panel : panels)
            readPanel(*panel);
        if (m_spec.controls.size() > kClusterControlsMax)
            m_problems.add(table.source(),
                std::to_string(m_spec.controls.size()) + " controls; a cluster has at most "
                    + std::to_string(kClusterControlsMax));
        return std::move(m_spec);
    }

private:
    void readPanel(const toml::table& table)
    {
        TableReader reader(table, "[[panel]]", m_problems);
        m_panel = m_spec.panels.size();
        m_spec.panels.push_back(readName(reader, "panel", m_spec.panels));
        reader.acknowledge("control");
        reader.acknowledge("rule");
        reader.finish();
        const auto controls = tablesAt(table, "control", m_problems);
        const auto rules = tablesAt(table, "rule", m_problems);
        if (controls.empty())
            m_problems.add(table.source(), "a [[panel]] needs at least one [[panel.control]]");
        refuseMany(table, "control", controls.size(), kPanelControlsMax);
        refuseMany(table, "rule", rules.size(), kPanelRulesMax);
        for (const toml::table* control : controls)
            readControl(*control);
        for (const toml::table* rule : rules)
            readRule(*rule);
    }

    void refuseMany(const toml::table& table, const char* what, std::size_t count, std::size_t most)
    {
        if (count > most)
            m_problems.add(table.get(what)->source(),
                std::to_string(count) + " " + what + "s; a panel has at most " + std::to_string(most));
    }

    std::string readName(TableReader& reader, const std::string& what, const Names& taken)
    {
        reader.require("name", "one word");
        const std::string name = reader.text("name").value_or("");
        const bool isWord = !name.empty() && name.size() <= kNameBytesMax
            && name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
                == std::string::npos;
        if (reader.has("name") && !isWord)
            reader.refuse("name",
                "'" + name + "' is no name of a " + what
                    + "; it is one word of 1 to 64 letters, digits, '-', '_' and '.'");
        else if (isWord && std::find(taken.begin(), taken.end(), name) != taken.end())
            reader.refuse("name", "'" + name + "' stands there twice; each " + what + " needs its own");
        return name;
    }

    void readControl(const toml::table& table)
    {
        TableReader reader(table, "[[panel.control]]", m_problems);
        ControlSpec control;
        control.name = readName(reader, "control", m_spec.controlNames());
        control.panel = m_panel;
        control.region = reader.text("region").value_or("");
        if (reader.has("region")
            && std::find(m_regions.begin(), m_regions.end(), control.region) == m_regions.end())
            reader.refuse("region",
                "region '" + control.region + "' is not in this run; "
                    + suggestion(control.region, m_regions));
        control.isOn = reader.flag("on").value_or(true);
        reader.finish();
        m_spec.controls.push_back(std::move(control));
    }

    // Indices of the controls that the array names; all of this panel, none twice, at least one.
    std::vector<std::size_t> readControlList(TableReader& reader, const char* key)
    {
        std::vector<std::size_t> list;
        const auto nodes = reader.array(key, "an array of names of controls");
        if (!nodes)
            return list;
        if (nodes->empty())
            reader.refuse(key, "expected at least one control");
        Names known;
        for (const ControlSpec& control : m_spec.controls) {
            if (control.panel == m_panel)
                known.push_back(control.name);
        }
        for (const toml::node* node : *nodes) {
            const auto* text = node->as_string();
            const std::string name = text != nullptr ? text->get() : std::string();
            const auto index = m_spec.findControl(name);
            if (text == nullptr)
                m_problems.add(node->source(),
                    "expected a control's name in quotes, found " + std::string(describe(*node)));
            else if (!index || m_spec.controls[*index].panel != m_panel)
                m_problems.add(
                    node->source(), "this panel has no control '" + name + "'; " + suggestion(name, known));
            else if (std::find(list.begin(), list.end(), *index) != list.end())
                m_problems.add(node->source(), "'" + name + "' stands there twice");
            else
                list.push_back(*index);
        }
        return list;
    }

    void readRule(const toml::table& table)
    {
        TableReader reader(table, "[[panel.rule]]", m_problems);
        SafetyRule rule;
        rule.name = readName(reader, "rule", m_spec.ruleNames());
        rule.panel = m_panel;
        const bool isGating = reader.has("gate") || reader.has("target");
        if (isGating == reader.has("assert"))
            m_problems.add(table.source(), "a [[panel.rule]] has either 'assert', or 'gate' and 'target'");
        if (isGating) {
            reader.require("gate", "an array of names of controls");
            reader.require("target", "an array of names of controls");
        }
        rule.guarded = readControlList(reader, isGating ? "target" : "assert");
        if (isGating)
            rule.gates = readControlList(reader, "gate");
        for (const std::size_t gate : rule.gates) {
            if (std::find(rule.guarded.begin(), rule.guarded.end(), gate) != rule.guarded.end())
                reader.refuse("target",
                    "'" + m_spec.controls[gate].name + "' is a gate of the same rule: it could lock itself");
        }
        readPredicate(reader, rule);
        rule.wait = reader.duration("wait", 0s, kRuleWaitMax).value_or(kRuleWaitDefault);
        reader.acknowledge("assert");
        reader.acknowledge("gate");
        reader.acknowledge("target");
        reader.finish();
        m_spec.rules.push_back(std::move(rule));
    }

    void readPredicate(TableReader& reader, SafetyRule& rule)
    {
        Names types;
        for (int i = 0; i < kRuleTypeCount; ++i)
            types.emplace_back(toString(static_cast<RuleType>(i)));
        if (const auto type = reader.choice("type", types))
            rule.type = static_cast<RuleType>(*type);
        const auto judged = static_cast<std::int64_t>(
            std::max(rule.gates.size(), rule.gates.empty() ? rule.guarded.size() : 0));
        const auto count = reader.integer("count", 0, judged);
        const bool counts = rule.type == RuleType::AtLeast || rule.type == RuleType::Exactly;
        if (reader.has("count") && !counts)
            reader.refuse("count", "goes with \"at-least\" and \"exactly\" only");
        rule.count = counts ? static_cast<int>(count.value_or(1)) : 1;
        rule.isInverted = reader.flag("inverted").value_or(false);
    }

    const Names& m_regions;
    Problems& m_problems;
    ControlsSpec m_spec;
    std::size_t m_panel = 0;
};

std::string listText(const ControlsSpec& spec, const std::vector<std::size_t>& controls)
{
    Names names;
    for (const std::size_t control : controls)
        names.push_back("\"" + spec.controls[control].name + "\"");
    return "[" + joined(names, ", ") + "]";
}

void writeRule(const ControlsSpec& spec, const SafetyRule& rule, std::string& text)
{
    text += "[[panel.rule]]\nname = \"" + rule.name + "\"\n";
    if (rule.isGating())
        text += "gate = " + listText(spec, rule.gates) + "\ntarget = " + listText(spec, rule.guarded) + "\n";
    else
        text += "assert = " + listText(spec, rule.guarded) + "\n";
    text += "type = \"" + std::string(toString(rule.type)) + "\"\n";
    if (rule.type == RuleType::AtLeast || rule.type == RuleType::Exactly)
        text += "count = " + std::to_string(rule.count) + "\n";
    if (rule.isInverted)
        text += "inverted = true\n";
    text += "wait = \"" + std::to_string(rule.wait.count()) + "us\"\n";
}

} // namespace

ControlsSpec readControls(
    const toml::table& table, const std::vector<std::string>& regions, Problems& problems)
{
    return ControlsReader(regions, problems).read(table);
}

Result<ControlsSpec> parseControls(
    std::string_view toml, const std::string& fileName, const std::vector<std::string>& regions)
{
    if (toml.empty())
        return defaultControls(regions);
    Problems problems(fileName);
    const auto document = parseDocument(toml, fileName, problems);
    if (!document)
        return tl::make_unexpected(problems.toError());
    ControlsSpec spec = readControls(*document, regions, problems);
    if (!problems.isEmpty())
        return tl::make_unexpected(problems.toError());
    return spec;
}

std::string toToml(const ControlsSpec& spec)
{
    std::string text;
    for (std::size_t panel = 0; panel < spec.panels.size(); ++panel) {
        text += "[[panel]]\nname = \"" + spec.panels[panel] + "\"\n";
        for (const ControlSpec& control : spec.controls) {
            if (control.panel != panel)
                continue;
            text += "[[panel.control]]\nname = \"" + control.name + "\"\n";
            if (!control.region.empty())
                text += "region = \"" + control.region + "\"\n";
            if (!control.isOn)
                text += "on = false\n";
        }
        for (const SafetyRule& rule : spec.rules) {
            if (rule.panel == panel)
                writeRule(spec, rule, text);
        }
    }
    return text;
}

} // namespace sb
