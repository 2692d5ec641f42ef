// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/controls_card.h"

#include "ui/theme/fonts.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/command_button.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr int kReasonCharsMax = 200;

bool sameNames(const std::vector<ControlView>& a, const std::vector<ControlView>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const ControlView& x, const ControlView& y) { return x.name == y.name && x.panel == y.panel; });
}

bool sameRules(const std::vector<SafetyRuleView>& a, const std::vector<SafetyRuleView>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const SafetyRuleView& x, const SafetyRuleView& y) { return x.name == y.name; });
}

} // namespace

ControlsCard::ControlsCard(QWidget* parent)
    : TitledCard(tr("Routing controls"), parent)
    , m_empty(captionLabel(this, tr("This run has no routing controls.")))
    , m_override(new QToolButton(this))
    , m_overrideMenu(new QMenu(this))
    , m_reason(new QLineEdit(this))
    , m_apply(new CommandButton(this))
    , m_discard(new QPushButton(tr("Discard"), this))
{
    m_override->setText(tr("Override rules"));
    m_override->setToolTip(tr("Rules named here shall not refuse the change; it needs a reason"));
    m_override->setPopupMode(QToolButton::InstantPopup);
    m_override->setMenu(m_overrideMenu);
    m_reason->setMaxLength(kReasonCharsMax);
    m_reason->setAccessibleName(tr("Reason"));
    m_apply->setMinimumHeight(28);
    m_discard->setAutoDefault(false);
    auto* why = new QHBoxLayout;
    why->setSpacing(8);
    why->addWidget(m_reason, 1);
    why->addWidget(m_override);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_apply, 1);
    bottom->addWidget(m_discard);
    column()->addWidget(m_empty);
    column()->addLayout(why);
    column()->addLayout(bottom);
    column()->addStretch(1);
    connect(m_apply, &CommandButton::confirmed, this, &ControlsCard::apply);
    connect(m_discard, &QPushButton::clicked, this, &ControlsCard::discard);
    connect(m_reason, &QLineEdit::textChanged, this, &ControlsCard::showStaged);
    connect(m_overrideMenu, &QMenu::aboutToShow, this, &ControlsCard::fillOverrides);
    showStaged();
}

void ControlsCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_controls.clear();
    m_rules.clear();
    discard();
}

void ControlsCard::setSnapshot(const Snapshot& snapshot)
{
    const bool isSame = sameNames(m_controls, snapshot.controls) && sameRules(m_rules, snapshot.safetyRules);
    m_controls = snapshot.controls;
    m_rules = snapshot.safetyRules;
    if (!isSame || m_switches == nullptr)
        rebuild(snapshot);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const ControlView& control = m_controls[i];
        // A change that has come true is staged no more.
        if (const auto staged = m_staged.find(control.name);
            staged != m_staged.end() && staged->second == control.isOn)
            m_staged.erase(staged);
        const auto staged = m_staged.find(control.name);
        const bool isOn = staged == m_staged.end() ? control.isOn : staged->second;
        m_rows[i].toggle->setChecked(isOn);
        m_rows[i].toggle->setText(isOn ? tr("On") : tr("Off"));
        m_rows[i].toggle->setStaged(staged != m_staged.end());
        const QString state = control.isOn ? tr("on") : tr("off");
        m_rows[i].age->setText(staged != m_staged.end()
                ? tr("%1 now; staged").arg(state)
                : tr("%1 for %2").arg(state, formatAge(snapshot.now - control.changedAt)));
    }
    for (std::size_t i = 0; i < m_ruleLines.size(); ++i)
        m_ruleLines[i]->setState(m_rules[i].holds ? StateShape::Ok : StateShape::Degraded,
            m_rules[i].holds ? fromEngine(m_rules[i].name + ": " + m_rules[i].text)
                             : tr("%1 is broken: %2").arg(qs(m_rules[i].name), fromEngine(m_rules[i].text)));
    const auto reached = std::count(snapshot.controlEndpoints.begin(), snapshot.controlEndpoints.end(), true);
    const auto endpoints = static_cast<std::ptrdiff_t>(snapshot.controlEndpoints.size());
    setRemark(reached == endpoints    ? StateShape::Ok
            : reached * 2 > endpoints ? StateShape::Degraded
                                      : StateShape::Failed,
        endpoints == 0 ? QString() : tr("%1 of %2 endpoints in reach").arg(reached).arg(endpoints));
    showStaged();
}

void ControlsCard::rebuild(const Snapshot& snapshot)
{
    delete m_switches;
    m_rows.clear();
    m_ruleLines.clear();
    m_switches = new QWidget(this);
    m_grid = new QGridLayout(m_switches);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_empty->setVisible(snapshot.controls.empty());
    int line = 0;
    std::string panel;
    for (const ControlView& control : snapshot.controls) {
        if (control.panel != panel)
            m_grid->addWidget(captionLabel(m_switches, qs(panel = control.panel)), line++, 0, 1, 3);
        Row row { control.name, new SwitchButton(m_switches), captionLabel(m_switches) };
        const QString place = control.region.isValid()
            ? tr("%1 (%2)").arg(regionName(m_world, control.region), qs(control.name))
            : qs(control.name);
        row.toggle->setAccessibleName(tr("Routing control %1").arg(place));
        connect(row.toggle, &SwitchButton::clicked, this,
            [this, name = control.name](bool isOn) { stage(name, isOn); });
        m_grid->addWidget(row.toggle, line, 0);
        m_grid->addWidget(new QLabel(place, m_switches), line, 1);
        m_grid->addWidget(row.age, line++, 2);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < snapshot.safetyRules.size(); ++i) {
        auto* rule = new StateLine(m_switches);
        m_grid->addWidget(rule, line++, 0, 1, 3);
        m_ruleLines.push_back(rule);
    }
    column()->insertWidget(0, m_switches);
}

void ControlsCard::stage(const std::string& control, bool isOn)
{
    const auto found = std::find_if(
        m_controls.begin(), m_controls.end(), [&](const ControlView& view) { return view.name == control; });
    if (found == m_controls.end())
        return;
    if (found->isOn == isOn)
        m_staged.erase(control);
    else
        m_staged[control] = isOn;
    showStaged();
}

SetControls ControlsCard::staged() const
{
    SetControls set;
    for (const auto& [control, isOn] : m_staged)
        set.changes.push_back({ control, isOn });
    set.overrides.assign(m_overrides.begin(), m_overrides.end());
    set.reason = m_reason->text().trimmed().toStdString();
    return set;
}

void ControlsCard::showStaged()
{
    QStringList changes;
    for (const auto& [control, isOn] : m_staged)
        changes << (isOn ? tr("%1 on") : tr("%1 off")).arg(qs(control));
    const bool hasAny = !m_staged.empty();
    const bool needsReason = !m_overrides.empty() && m_reason->text().trimmed().isEmpty();
    m_reason->setPlaceholderText(
        m_overrides.empty() ? tr("Reason, for the record") : tr("Reason for overriding, needed"));
    m_apply->setEnabled(hasAny && !needsReason);
    m_discard->setEnabled(hasAny || !m_overrides.empty());
    m_override->setEnabled(!m_rules.empty());
    m_override->setText(m_overrides.empty() ? tr("Override rules")
                                            : tr("Overrides %n rule(s)", nullptr, int(m_overrides.size())));
    const QString list = changes.join(tr(", "));
    m_apply->setTexts(hasAny ? tr("Apply %n change(s)", nullptr, int(m_staged.size())) : tr("Apply"),
        m_overrides.empty() ? tr("Confirm: %1").arg(list) : tr("Confirm against the rules: %1").arg(list));
}

void ControlsCard::fillOverrides()
{
    m_overrideMenu->clear();
    for (const SafetyRuleView& rule : m_rules) {
        QAction* action = m_overrideMenu->addAction(fromEngine(rule.name + ": " + rule.text));
        action->setCheckable(true);
        action->setChecked(m_overrides.count(rule.name) > 0);
        connect(action, &QAction::toggled, this, [this, name = rule.name](bool isOverridden) {
            if (isOverridden)
                m_overrides.insert(name);
            else
                m_overrides.erase(name);
            showStaged();
        });
    }
}

void ControlsCard::apply()
{
    const SetControls set = staged();
    if (set.changes.empty())
        return;
    Q_EMIT commandRequested(set);
    m_overrides.clear();
    m_reason->clear();
    showStaged();
}

void ControlsCard::discard()
{
    m_staged.clear();
    m_overrides.clear();
    m_reason->clear();
    showStaged();
}

} // namespace sb
