// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans_card.h"

#include "ui/theme/engine_words.h"
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
constexpr int kButtonAround = 14; // px beside its text
constexpr int kFindingsMax = 4;
constexpr int kRoomForTimes = 330; // px of the card

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

// What has not begun has no state yet: an empty place, so that words stay in line.
QPixmap glyphOfStep(const std::string& state, qreal ratio)
{
    if (state != "notStarted")
        return stateGlyphPixmap(shapeOfStepState(state), kGlyph, ratio, currentTheme());
    QPixmap empty(QSize(kGlyph, kGlyph) * ratio);
    empty.setDevicePixelRatio(ratio);
    empty.fill(Qt::transparent);
    return empty;
}

QString stepTitle(const std::string& name)
{
    QString title = qs(name);
    title.replace(QLatin1Char('-'), QLatin1Char(' '));
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

PlansCard::PlansCard(QWidget* parent)
    : TitledCard(tr("Recovery plans"), parent)
    , m_choice(new QComboBox(this))
    , m_target(new QComboBox(this))
    , m_evaluation(new StateLine(this))
    , m_state(new StateLine(this))
    , m_timing(captionLabel(this))
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
    m_steps->setHeaderLabels({ tr("Step"), tr("State"), tr("Time") });
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setItemsExpandable(false);
    m_steps->viewport()->setAutoFillBackground(false);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->header()->setStretchLastSection(false);
    m_steps->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_steps->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_steps->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    // Each in a line of its own: the titles of plans are sentences.
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    auto* acts = captionLabel(this, tr("acts on"));
    acts->setBuddy(m_target);
    top->addWidget(acts);
    top->addWidget(m_target, 1);
    m_choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    makeButtons();
    m_timing->setWordWrap(true);
    column()->addWidget(m_empty);
    column()->addWidget(m_choice);
    column()->addLayout(top);
    column()->addWidget(m_evaluation);
    column()->addWidget(m_findings);
    column()->addWidget(m_state);
    column()->addWidget(m_timing);
    for (const auto& row : m_rows)
        column()->addLayout(row);
    column()->addWidget(m_steps, 1);
    connect(m_choice, &QComboBox::activated, this, [this] { m_plan = {}; });
}

// Three rows of buttons. One that is armed has its row to itself: it names what it will do.
void PlansCard::makeButtons()
{
    for (auto& row : m_rows) {
        row = new QHBoxLayout;
        row->setSpacing(8);
    }
    for (int i = 0; i < kButtons; ++i) {
        const auto place = static_cast<std::size_t>(i);
        auto* button = new CommandButton(this);
        m_buttons[place] = button;
        button->setMinimumHeight(26);
        m_rows[place / kButtonsInRow]->addWidget(button, 1);
        connect(button, &CommandButton::confirmed, this, [this, i] { press(static_cast<Button>(i)); });
        connect(button, &CommandButton::armed, this, &PlansCard::showOffered);
        connect(button, &CommandButton::disarmed, this, &PlansCard::showOffered);
    }
}

void PlansCard::showOffered()
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const auto first = m_buttons.begin() + static_cast<std::ptrdiff_t>(row * kButtonsInRow);
        const auto last = first + kButtonsInRow;
        const auto armed = std::find_if(first, last, [](const CommandButton* b) { return b->isArmed(); });
        for (auto button = first; button != last; ++button) {
            const bool isOffered = m_isOffered[static_cast<std::size_t>(button - m_buttons.begin())];
            (*button)->setVisible(isOffered && (armed == last || button == armed));
        }
    }
}

void PlansCard::resizeEvent(QResizeEvent* event)
{
    // Where there is no room for three columns, the time of a step is in its tooltip.
    m_steps->setColumnHidden(2, width() < kRoomForTimes);
    TitledCard::resizeEvent(event);
}

void PlansCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_plan = {};
    m_seenExecutions.clear();
    m_choice->clear();
    m_target->clear();
    for (const RegionInfo& region : world.regions)
        m_target->addItem(regionName(region), qs(region.code));
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
    m_isOffered.fill(false);
    const auto chosen = std::find_if(snapshot.plans.begin(), snapshot.plans.end(),
        [&](const PlanView& plan) { return qs(plan.name) == m_choice->currentData().toString(); });
    if (chosen != snapshot.plans.end()) {
        showPlan(*chosen, snapshot);
        return;
    }
    showOffered();
    for (QWidget* part : std::initializer_list<QWidget*> { m_evaluation, m_findings, m_state, m_timing })
        part->hide();
}

void PlansCard::showPlan(const PlanView& plan, const Snapshot& snapshot)
{
    showFindings(plan);
    m_state->setVisible(plan.execution > 0);
    QString state = planStateWord(plan.state);
    if (!state.isEmpty())
        state[0] = state[0].toUpper();
    m_state->setState(shapeOfPlanState(plan.state), state);
    QStringList timing;
    if (plan.execution > 0)
        timing << tr("Execution %1").arg(plan.execution);
    if (plan.startedAt != kNever && plan.endedAt == kNever)
        timing << tr("for %1 so far").arg(formatDuration(snapshot.now - plan.startedAt));
    else if (plan.startedAt != kNever)
        timing << tr("took %1").arg(formatDuration(plan.endedAt - plan.startedAt));
    if (plan.actualRecovery > 0us)
        timing << tr("recovered after %1").arg(formatDuration(plan.actualRecovery));
    m_timing->setVisible(!timing.isEmpty());
    m_timing->setText(timing.join(tr(", ")));
    showButtons(plan);
    showSteps(plan, snapshot);
    m_plan = plan;
}

void PlansCard::showFindings(const PlanView& plan)
{
    // Nothing is amiss with a plan that nobody has asked about yet: no line until there is an answer.
    m_evaluation->setVisible(plan.evaluation == "passed" || plan.evaluation == "actionRequired");
    if (plan.evaluation == "passed")
        m_evaluation->setState(StateShape::Ok, tr("Pre-flight passed"));
    else
        m_evaluation->setState(StateShape::Degraded, tr("Pre-flight: action required"));
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
        const auto place = static_cast<std::size_t>(button);
        m_buttons[place]->setTexts(text, confirm);
        m_buttons[place]->setEnabled(isEnabled);
        m_buttons[place]->setMinimumWidth(
            m_buttons[place]->fontMetrics().horizontalAdvance(text) + kButtonAround);
        m_isOffered[place] = isEnabled;
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
    m_buttons[Evaluate]->setStatusTip(tr("Runs the pre-flight: would the plan go through now?"));
    showOffered();
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
        const QString block = qs(step.block);
        const Instant end = step.endedAt == kNever ? snapshot.now : step.endedAt;
        const QString time = step.startedAt == kNever ? QString() : formatDuration(end - step.startedAt);
        const QString word = stepStateWord(step.state);
        //: a step of a plan: its name in the plan, its kind, its state, how long it took
        const QString tip = tr("%1 (%2): %3 %4").arg(qs(step.name), block, word, time).trimmed();
        const auto put = [&](int place, const QString& text) {
            item->setToolTip(place, tip);
            if (item->text(place) != text)
                item->setText(place, text);
        };
        put(0, QString(step.depth * 4, QChar(0x00A0)) + stepTitle(step.name));
        if (item->text(1) != word) {
            put(1, word);
            item->setIcon(1, glyphOfStep(step.state, devicePixelRatioF()));
        }
        put(2, time);
        showDetail(*item, fromEngine(step.detail));
    }
}

// What a step waits for is a sentence: a line of its own under the step.
void PlansCard::showDetail(QTreeWidgetItem& item, const QString& detail)
{
    if (detail.isEmpty()) {
        qDeleteAll(item.takeChildren());
        return;
    }
    if (item.childCount() == 0) {
        item.addChild(new QTreeWidgetItem);
        item.child(0)->setFirstColumnSpanned(true);
        item.child(0)->setFont(0, sb::font(FontRole::Caption));
        item.child(0)->setForeground(0, palette().placeholderText());
        item.setExpanded(true);
    }
    if (item.child(0)->text(0) != detail)
        item.child(0)->setText(0, detail);
    item.child(0)->setToolTip(0, detail);
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
