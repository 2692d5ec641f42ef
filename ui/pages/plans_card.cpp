// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans_card.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/command_button.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr int kGlyph = 13;
constexpr int kFindingsMax = 4;

bool isRunning(const std::string& state)
{
    return state == "inProgress" || state == "pendingManualApproval" || state == "pending"
        || state == "completedMonitoringApplicationHealth";
}

bool isPaused(const std::string& state)
{
    return state == "pausedByFailedStep" || state == "pausedByOperator";
}

} // namespace

QString planStateWord(const std::string& state)
{
    static const std::pair<const char*, const char*> kWords[] {
        { "pending", QT_TRANSLATE_NOOP("sb::PlansCard", "about to start") },
        { "inProgress", QT_TRANSLATE_NOOP("sb::PlansCard", "in progress") },
        { "pausedByFailedStep", QT_TRANSLATE_NOOP("sb::PlansCard", "paused: a step failed") },
        { "pausedByOperator", QT_TRANSLATE_NOOP("sb::PlansCard", "paused by the operator") },
        { "pendingManualApproval", QT_TRANSLATE_NOOP("sb::PlansCard", "waits for an approval") },
        { "completedMonitoringApplicationHealth",
            QT_TRANSLATE_NOOP("sb::PlansCard", "steps done, waits for health") },
        { "completed", QT_TRANSLATE_NOOP("sb::PlansCard", "completed") },
        { "completedWithExceptions", QT_TRANSLATE_NOOP("sb::PlansCard", "completed with exceptions") },
        { "canceled", QT_TRANSLATE_NOOP("sb::PlansCard", "cancelled") },
        { "planExecutionTimedOut", QT_TRANSLATE_NOOP("sb::PlansCard", "timed out") },
        { "failed", QT_TRANSLATE_NOOP("sb::PlansCard", "failed") },
    };
    for (const auto& [name, word] : kWords) {
        if (state == name)
            return PlansCard::tr(word);
    }
    return qs(state);
}

QString stepStateWord(const std::string& state)
{
    static const std::pair<const char*, const char*> kWords[] {
        { "notStarted", QT_TRANSLATE_NOOP("sb::PlansCard", "not started") },
        { "running", QT_TRANSLATE_NOOP("sb::PlansCard", "running") },
        { "pendingApproval", QT_TRANSLATE_NOOP("sb::PlansCard", "waits for approval") },
        { "completed", QT_TRANSLATE_NOOP("sb::PlansCard", "done") },
        { "failed", QT_TRANSLATE_NOOP("sb::PlansCard", "failed") },
        { "skipped", QT_TRANSLATE_NOOP("sb::PlansCard", "skipped") },
        { "canceled", QT_TRANSLATE_NOOP("sb::PlansCard", "cancelled") },
    };
    for (const auto& [name, word] : kWords) {
        if (state == name)
            return PlansCard::tr(word);
    }
    return qs(state);
}

StateShape shapeOfPlanState(const std::string& state)
{
    if (state == "failed" || state == "planExecutionTimedOut")
        return StateShape::Failed;
    if (isPaused(state) || state == "pendingManualApproval" || state == "completedWithExceptions")
        return StateShape::Degraded;
    if (isRunning(state))
        return StateShape::Recovering;
    return state.empty() || state == "canceled" ? StateShape::Unknown : StateShape::Ok;
}

StateShape shapeOfStepState(const std::string& state)
{
    if (state == "failed")
        return StateShape::Failed;
    if (state == "pendingApproval")
        return StateShape::Degraded;
    if (state == "running")
        return StateShape::Recovering;
    return state == "completed" ? StateShape::Ok : StateShape::Unknown;
}

PlansCard::PlansCard(QWidget* parent)
    : TitledCard(tr("Recovery plans"), parent)
    , m_choice(new QComboBox(this))
    , m_target(new QComboBox(this))
    , m_evaluation(new StateLine(this))
    , m_state(new StateLine(this))
    , m_findings(captionLabel(this))
    , m_empty(captionLabel(this, tr("This run knows no recovery plans.")))
    , m_steps(new QTreeWidget(this))
{
    m_choice->setAccessibleName(tr("Plan"));
    m_target->setAccessibleName(tr("Region that the plan acts on"));
    m_target->setToolTip(tr("The region that the plan acts on, where the plan leaves it open"));
    m_findings->setWordWrap(true);
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setRootIsDecorated(false);
    m_steps->setIndentation(14);
    m_steps->setUniformRowHeights(true);
    m_steps->setHeaderLabels({ tr("Step"), tr("State"), tr("Time"), tr("What it waits for") });
    m_steps->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_steps->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_steps->header()->setStretchLastSection(true);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_choice, 1);
    top->addWidget(m_target);
    auto* buttons = new QGridLayout;
    buttons->setSpacing(8);
    for (int i = 0; i < kButtons; ++i) {
        m_buttons[static_cast<std::size_t>(i)] = new CommandButton(this);
        CommandButton* button = m_buttons[static_cast<std::size_t>(i)];
        button->setMinimumHeight(26);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        buttons->addWidget(button, i / 3, i % 3);
        connect(button, &CommandButton::confirmed, this, [this, i] { press(static_cast<Button>(i)); });
    }
    column()->addWidget(m_empty);
    column()->addLayout(top);
    column()->addWidget(m_evaluation);
    column()->addWidget(m_findings);
    column()->addWidget(m_state);
    column()->addLayout(buttons);
    column()->addWidget(m_steps, 1);
    connect(m_choice, &QComboBox::activated, this, [this] { m_plan = {}; });
}

void PlansCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_plan = {};
    m_seenExecutions.clear();
    m_choice->clear();
    m_target->clear();
    for (const RegionInfo& region : world.regions)
        m_target->addItem(qs(region.name), qs(region.code));
}

void PlansCard::choose(const QString& plan)
{
    m_choice->setCurrentIndex(m_choice->findData(plan));
}

void PlansCard::fillChoice(const Snapshot& snapshot)
{
    bool isSame = m_choice->count() == static_cast<int>(snapshot.plans.size());
    for (int i = 0; isSame && i < m_choice->count(); ++i)
        isSame = m_choice->itemData(i).toString() == qs(snapshot.plans[static_cast<std::size_t>(i)].name);
    if (isSame)
        return;
    const QString chosen = m_choice->currentData().toString();
    m_choice->clear();
    for (const PlanView& plan : snapshot.plans)
        m_choice->addItem(qs(plan.title.empty() ? plan.name : plan.title), qs(plan.name));
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(chosen)));
}

void PlansCard::setSnapshot(const Snapshot& snapshot)
{
    fillChoice(snapshot);
    // An execution that has just begun is what one wants to see; after that the choice is the user's.
    for (const PlanView& plan : snapshot.plans) {
        int& seen = m_seenExecutions[plan.name];
        if (plan.execution > seen)
            choose(qs(plan.name));
        seen = plan.execution;
    }
    const bool hasPlans = !snapshot.plans.empty();
    m_empty->setVisible(!hasPlans);
    for (QWidget* part : std::initializer_list<QWidget*> { m_choice, m_target, m_steps })
        part->setVisible(hasPlans);
    for (CommandButton* button : m_buttons)
        button->setVisible(hasPlans);
    const auto chosen = std::find_if(snapshot.plans.begin(), snapshot.plans.end(),
        [&](const PlanView& plan) { return qs(plan.name) == m_choice->currentData().toString(); });
    if (chosen != snapshot.plans.end()) {
        showPlan(*chosen, snapshot);
        return;
    }
    m_evaluation->hide();
    m_findings->hide();
    m_state->hide();
}

void PlansCard::showPlan(const PlanView& plan, const Snapshot& snapshot)
{
    showFindings(plan);
    m_state->setVisible(plan.execution > 0);
    QString state = tr("Execution %1: %2").arg(plan.execution).arg(planStateWord(plan.state));
    if (plan.startedAt != kNever) {
        const Instant end = plan.endedAt == kNever ? snapshot.now : plan.endedAt;
        state = tr("%1, %2").arg(state, formatDuration(end - plan.startedAt));
    }
    if (plan.actualRecovery > 0us)
        state = tr("%1; recovered after %2").arg(state, formatDuration(plan.actualRecovery));
    m_state->setState(shapeOfPlanState(plan.state), state);
    showButtons(plan);
    showSteps(plan, snapshot);
    m_plan = plan;
}

void PlansCard::showFindings(const PlanView& plan)
{
    m_evaluation->show();
    if (plan.evaluation == "passed")
        m_evaluation->setState(StateShape::Ok, tr("Pre-flight passed"));
    else if (plan.evaluation == "actionRequired")
        m_evaluation->setState(StateShape::Degraded, tr("Pre-flight: action required"));
    else
        m_evaluation->setState(StateShape::Unknown, tr("Pre-flight not evaluated yet"));
    QStringList findings;
    for (const std::string& finding : plan.findings) {
        if (findings.size() == kFindingsMax) {
            findings << tr("and %n more", nullptr, int(plan.findings.size()) - kFindingsMax);
            break;
        }
        findings << qs(finding);
    }
    m_findings->setVisible(!findings.isEmpty());
    m_findings->setText(findings.join(QLatin1Char('\n')));
}

void PlansCard::showButtons(const PlanView& plan)
{
    const QString name = qs(plan.title.empty() ? plan.name : plan.title);
    const bool isActive = isRunning(plan.state) || isPaused(plan.state);
    const bool waits = plan.state == "pendingManualApproval";
    const bool hasFailed = plan.state == "pausedByFailedStep";
    const auto set = [&](Button button, bool isEnabled, const QString& text, const QString& confirm = {}) {
        m_buttons[static_cast<std::size_t>(button)]->setTexts(text, confirm);
        m_buttons[static_cast<std::size_t>(button)]->setEnabled(isEnabled);
    };
    set(Start, !isActive, tr("Start"), tr("Confirm: start %1").arg(name));
    if (isActive)
        set(Ungraceful, true, plan.isGraceful ? tr("Go ungraceful") : tr("Go graceful"),
            plan.isGraceful ? tr("Confirm: ungraceful from here on") : QString());
    else
        set(Ungraceful, true, tr("Ungraceful"), tr("Confirm: %1, whatever is lost").arg(name));
    set(Evaluate, true, tr("Evaluate"));
    set(PauseResume, isActive, isPaused(plan.state) ? tr("Resume") : tr("Pause"));
    set(Skip, isActive, tr("Skip step"), tr("Confirm: skip the step"));
    set(Retry, hasFailed, tr("Retry step"));
    set(Approve, waits, tr("Approve"), tr("Confirm: approve"));
    set(Decline, waits, tr("Decline"), tr("Confirm: decline"));
    set(Cancel, isActive, tr("Cancel"), tr("Confirm: cancel the execution"));
}

void PlansCard::showSteps(const PlanView& plan, const Snapshot& snapshot)
{
    while (m_steps->topLevelItemCount() > static_cast<int>(plan.steps.size()))
        delete m_steps->takeTopLevelItem(m_steps->topLevelItemCount() - 1);
    while (m_steps->topLevelItemCount() < static_cast<int>(plan.steps.size()))
        m_steps->addTopLevelItem(new QTreeWidgetItem);
    for (int i = 0; i < m_steps->topLevelItemCount(); ++i) {
        const PlanStepView& step = plan.steps[static_cast<std::size_t>(i)];
        QTreeWidgetItem* item = m_steps->topLevelItem(i);
        const auto put = [&](int place, const QString& text) {
            if (item->text(place) == text)
                return;
            item->setText(place, text);
            item->setToolTip(place, text);
        };
        put(0, QString(step.depth * 4, QChar(0x00A0)) + qs(step.name));
        if (const QString word = stepStateWord(step.state); item->text(1) != word) {
            put(1, word);
            item->setIcon(1,
                stateGlyphPixmap(shapeOfStepState(step.state), kGlyph, devicePixelRatioF(), currentTheme()));
        }
        const Instant end = step.endedAt == kNever ? snapshot.now : step.endedAt;
        put(2, step.startedAt == kNever ? QString() : formatDuration(end - step.startedAt));
        put(3, qs(step.detail));
    }
}

std::string PlansCard::target() const
{
    return m_target->currentData().toString().toStdString();
}

void PlansCard::press(Button button)
{
    if (m_plan.name.empty())
        return;
    const bool isActive = isRunning(m_plan.state) || isPaused(m_plan.state);
    const auto order = [&](PlanVerb verb) { Q_EMIT commandRequested(PlanOrder { verb, m_plan.name, {} }); };
    switch (button) {
    case Start:
        Q_EMIT commandRequested(StartPlan { m_plan.name, true, target() });
        break;
    case Ungraceful:
        if (isActive)
            order(m_plan.isGraceful ? PlanVerb::GoUngraceful : PlanVerb::GoGraceful);
        else
            Q_EMIT commandRequested(StartPlan { m_plan.name, false, target() });
        break;
    case Evaluate:
        order(PlanVerb::Evaluate);
        break;
    case PauseResume:
        order(isPaused(m_plan.state) ? PlanVerb::Resume : PlanVerb::Pause);
        break;
    case Skip:
        order(PlanVerb::Skip);
        break;
    case Retry:
        order(PlanVerb::Retry);
        break;
    case Approve:
        order(PlanVerb::Approve);
        break;
    case Decline:
        order(PlanVerb::Decline);
        break;
    case Cancel:
        order(PlanVerb::Cancel);
        break;
    case kButtons:
        break;
    }
}

} // namespace sb
