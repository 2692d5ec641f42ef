// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shift_card.h"

#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"
#include "ui/widgets/command_button.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr double kNearlyFull = 0.9; // of a region's capacity
constexpr double kOffPlan = 0.03; // of all answers: nearer to the plan than this is on it
constexpr double kErrorsNoise = 0.002; // a rise of the error share below this is chance
constexpr double kNothing = 0.005; // of all answers
constexpr int kLogLines = 8;

} // namespace

ShareBar::ShareBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void ShareBar::setShares(const QString& region, double actual, double planned)
{
    const QString words = tr("%1 has %2 of the answers, planned are %3")
                              .arg(region, formatPercent(actual), formatPercent(planned));
    if (m_actual == actual && m_planned == planned && toolTip() == words)
        return;
    m_actual = actual;
    m_planned = planned;
    setAccessibleName(words);
    setToolTip(words);
    update();
}

void ShareBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0.5, height() / 2.0 - 4, width() - 1, 8);
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const qreal fill = track.width() * std::clamp(m_actual, 0.0, 1.0);
    const qreal mark = track.width() * std::clamp(m_planned, 0.0, 1.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::LineGrid));
    painter.drawRoundedRect(track, 3, 3);
    painter.setBrush(theme.color(Token::TextMuted));
    painter.drawRoundedRect(
        QRectF(isRtl ? track.right() - fill : track.left(), track.top(), fill, track.height()), 3, 3);
    const qreal x = isRtl ? track.right() - mark : track.left() + mark;
    painter.setPen(QPen(theme.color(Token::TextPrimary), 2));
    painter.drawLine(QPointF(x, track.top() - 4), QPointF(x, track.bottom() + 4));
}

ShiftCard::ShiftCard(QWidget* parent)
    : TitledCard(tr("Answers against their plan, and moving them in stages"), parent)
    , m_basis(captionLabel(this))
    , m_region(new QComboBox(this))
    , m_amount(new QSpinBox(this))
    , m_advice(new StateLine(this))
    , m_next(new CommandButton(this))
    , m_back(new CommandButton(this))
    , m_log(captionLabel(this))
{
    m_basis->setWordWrap(true);
    column()->addWidget(m_basis);
    buildForm();
    column()->addStretch(1);
}

void ShiftCard::buildForm()
{
    m_amount->setRange(1, 100);
    m_amount->setValue(100);
    m_amount->setSuffix(tr(" %"));
    m_amount->setAccessibleName(tr("Share of its answers to move away"));
    m_region->setAccessibleName(tr("Region to move traffic away from"));
    auto* form = new QHBoxLayout;
    form->setSpacing(8);
    form->addWidget(new QLabel(tr("Move away from"), this));
    form->addWidget(m_region);
    form->addWidget(m_amount);
    form->addWidget(new QLabel(tr("of its answers, in four stages"), this));
    form->addStretch(1);
    auto* stages = new QHBoxLayout;
    stages->setSpacing(16);
    for (StateLine*& stage : m_stages) {
        stage = new StateLine(this);
        stages->addWidget(stage, 1);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (CommandButton* button : { m_next, m_back }) {
        button->setMinimumHeight(28);
        button->setMinimumWidth(260);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_log->setWordWrap(true);
    m_log->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column()->addSpacing(8);
    column()->addLayout(form);
    column()->addLayout(stages);
    column()->addWidget(m_advice);
    column()->addLayout(buttons);
    column()->addWidget(m_log);
    const auto changed = [this] {
        if (!isUnderWay())
            setSnapshot(Snapshot(m_last));
    };
    connect(m_region, &QComboBox::currentIndexChanged, this, changed);
    connect(m_amount, &QSpinBox::valueChanged, this, changed);
    connect(m_next, &CommandButton::confirmed, this, &ShiftCard::pressNext);
    connect(m_back, &CommandButton::confirmed, this, &ShiftCard::pressBack);
}

void ShiftCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_last = {};
    m_plan.clear();
    m_stage = -1;
    m_log->clear();
    m_region->clear();
    for (const RegionInfo& region : world.regions)
        m_region->addItem(regionName(region), qs(region.code));
    delete m_table;
    m_rows.clear();
    m_table = new QWidget(this);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(4, 1);
    const std::array titles { tr("Region"), tr("Answers, and their plan"), tr("now"), tr("planned"),
        tr("Load, and after the next stage"), tr("now, then") };
    for (std::size_t i = 0; i < titles.size(); ++i)
        m_grid->addWidget(captionLabel(m_table, titles[i]), 0, static_cast<int>(i));
    for (std::size_t i = 0; i < world.regions.size(); ++i)
        addRow(i, static_cast<int>(i) + 1);
    column()->insertWidget(0, m_table);
    showButtons();
}

void ShiftCard::addRow(std::size_t index, int line)
{
    Row row { new QLabel(m_table), new ShareBar(m_table), new QLabel(m_table), new LoadBar(m_table),
        new QLabel(m_table) };
    for (QLabel* figure : { row.actual, row.planned, row.loads })
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(new QLabel(regionName(m_world.regions[index]), m_table), line, 0);
    m_grid->addWidget(row.share, line, 1);
    m_grid->addWidget(row.actual, line, 2);
    m_grid->addWidget(row.planned, line, 3);
    m_grid->addWidget(row.load, line, 4);
    m_grid->addWidget(row.loads, line, 5);
    m_rows.push_back(row);
}

void ShiftCard::setSnapshot(const Snapshot& snapshot)
{
    m_last = snapshot;
    if (snapshot.regions.size() != m_rows.size())
        return;
    m_plan.learn(snapshot);
    showShares(snapshot);
    showStages(snapshot);
    showAdvice(snapshot);
    showButtons();
}

RegionId ShiftCard::region() const
{
    const int index = m_region->currentIndex();
    return index < 0 ? RegionId {} : RegionId { static_cast<std::uint8_t>(index) };
}

int ShiftCard::dialNow(const Snapshot& snapshot) const
{
    const RegionId chosen = region();
    const bool isThere = chosen.isValid() && chosen.value < snapshot.admissions.size();
    return isThere ? snapshot.admissions[chosen.value].dialPercent : 100;
}

int ShiftCard::dialAt(int stage) const
{
    const int before = isUnderWay() ? m_dialBefore : dialNow(m_last);
    const int moved = before * m_amount->value() / 100; // percent points, in all
    const int part = moved * kStages[static_cast<std::size_t>(stage)] / 100;
    return before - std::max(part, std::min(moved, 1)); // even the first stage moves something
}

double ShiftCard::loadAfter(
    const Snapshot& snapshot, std::size_t index, const std::vector<double>& shares) const
{
    const RegionView& view = snapshot.regions[index];
    const double now = index < snapshot.capacity.size() ? snapshot.capacity[index].loadShare : 0;
    if (view.capacityHz <= 0 || m_plan.cities() == 0)
        return now;
    const double bias = index < m_bias.size() ? m_bias[index] : 0;
    const double more = (shares[index] + bias - view.answerShare) * snapshot.totals.requestRateHz;
    return std::max(0.0, now + more / view.capacityHz);
}

void ShiftCard::showShares(const Snapshot& snapshot)
{
    const std::vector<double> planned = m_plan.shares(snapshot, {});
    if (!isUnderWay()) {
        m_bias.resize(planned.size());
        for (std::size_t i = 0; i < planned.size(); ++i)
            m_bias[i] = snapshot.regions[i].answerShare - planned[i];
    }
    const int next = std::min<int>(m_stage + 1, static_cast<int>(kStages.size()) - 1);
    const std::vector<double> then = m_plan.shares(snapshot, { region(), dialAt(next) });
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const double actual = snapshot.regions[i].answerShare;
        row.share->setShares(regionName(m_world.regions[i]), actual, planned[i]);
        row.actual->setText(formatPercent(actual));
        row.planned->setText(m_plan.cities() == 0 ? tr("unknown") : formatPercent(planned[i]));
        const double now = i < snapshot.capacity.size() ? snapshot.capacity[i].loadShare : 0;
        const double after = loadAfter(snapshot, i, then);
        row.load->setLoad(now, after);
        row.load->setToolTip(tr("%1 of its capacity now, %2 after the next stage")
                                 .arg(formatPercent(now), formatPercent(after)));
        row.load->setAccessibleName(row.load->toolTip());
        //: a load now, and after the next stage
        row.loads->setText(tr("%1 → %2").arg(formatPercent(now), formatPercent(after)));
    }
    m_basis->setText(m_plan.cities() == 0
            ? tr("The plan appears with the first decisions.")
            : tr("Planned: what the regions' dials, controls and health allow, by the latest decisions "
                 "of %1. Resolvers keep old answers until they expire.")
                  .arg(formatCities(static_cast<qint64>(m_plan.cities()))));
}

void ShiftCard::showStages(const Snapshot& snapshot)
{
    const int dial = dialNow(snapshot);
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const int stage = static_cast<int>(i);
        const int wanted = dialAt(stage);
        const QString target
            = tr("%1: dial %2").arg(formatPercent(kStages[i] / 100.0), formatPercent(wanted / 100.0));
        if (stage > m_stage)
            m_stages[i]->setState(StateShape::Unknown, tr("%1, to come").arg(target));
        else if (stage < m_stage || dial == wanted)
            m_stages[i]->setState(StateShape::Ok, tr("%1, done").arg(target));
        else
            m_stages[i]->setState(StateShape::Recovering, tr("%1, asked for").arg(target));
    }
}

QStringList ShiftCard::reasonsToHold(const Snapshot& snapshot) const
{
    QStringList reasons;
    const double errors = snapshot.totals.errorShare;
    const double objective = m_world.errorObjectivePerMille / 1000.0;
    if (errors > objective)
        reasons << tr("errors at %1, above the objective of %2")
                       .arg(formatPercent(errors, 1), formatPercent(objective, 1));
    else if (isUnderWay() && errors > 2 * m_errorsBefore + kErrorsNoise)
        reasons << tr("errors at %1, %2 when the shift began")
                       .arg(formatPercent(errors, 1), formatPercent(m_errorsBefore, 1));
    const int next = m_stage + 1;
    const bool isLast = next >= static_cast<int>(kStages.size());
    const std::vector<double> then
        = m_plan.shares(snapshot, { region(), isLast ? dialNow(snapshot) : dialAt(next) });
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (region().value == i)
            continue;
        const QString name = regionName(m_world.regions[i]);
        const double now = i < snapshot.capacity.size() ? snapshot.capacity[i].loadShare : 0;
        const double after = loadAfter(snapshot, i, then);
        if (!isLast && after > 1)
            reasons
                << tr("the next stage would bring %1 to %2 of its capacity").arg(name, formatPercent(after));
        else if (now > kNearlyFull)
            reasons << tr("%1 at %2 of its capacity").arg(name, formatPercent(now));
    }
    return reasons;
}

void ShiftCard::showAdvice(const Snapshot& snapshot)
{
    const QStringList reasons = reasonsToHold(snapshot);
    m_holds = !reasons.isEmpty();
    m_isIdle = false;
    if (m_holds) {
        m_advice->setState(StateShape::Degraded, tr("Hold: %1").arg(reasons.join(tr("; "))));
        return;
    }
    const std::size_t index = region().isValid() ? region().value : 0;
    const double actual = snapshot.regions.empty() ? 0 : snapshot.regions[index].answerShare;
    const std::vector<double> planned = m_plan.shares(snapshot, {});
    m_isIdle = !isUnderWay() && m_plan.cities() > 0 && std::max(actual, planned[index]) < kNothing;
    if (m_isIdle) {
        m_advice->setState(StateShape::Held,
            tr("%1 gets no answers now: there is nothing to move away from it").arg(m_region->currentText()));
        return;
    }
    const bool isOff = isUnderWay() && m_plan.cities() > 0 && std::abs(actual - planned[index]) > kOffPlan;
    if (isOff)
        m_advice->setState(StateShape::Recovering,
            tr("Wait: %1 still has %2 of the answers, planned are %3")
                .arg(m_region->currentText(), formatPercent(actual), formatPercent(planned[index])));
    else
        m_advice->setState(StateShape::Ok,
            tr("Nothing speaks against the next stage: errors at %1")
                .arg(formatPercent(snapshot.totals.errorShare, 1)));
}

void ShiftCard::showButtons()
{
    const int next = m_stage + 1;
    const bool isLast = next >= static_cast<int>(kStages.size());
    const QString name = m_region->currentText();
    m_region->setEnabled(!isUnderWay());
    m_amount->setEnabled(!isUnderWay());
    if (isLast) {
        m_next->setTexts(tr("All stages done"));
        m_next->setEnabled(false);
    } else {
        const QString stage = formatPercent(kStages[static_cast<std::size_t>(next)] / 100.0);
        const QString dial = formatPercent(dialAt(next) / 100.0);
        m_next->setTexts(tr("Next stage: %1").arg(stage),
            m_holds ? tr("Confirm against the hold: %1 to %2").arg(name, dial)
                    : tr("Confirm: dial %1 to %2").arg(name, dial));
        m_next->setEnabled(region().isValid() && !m_last.regions.empty() && !m_isIdle);
    }
    const QString before = formatPercent(m_dialBefore / 100.0);
    m_back->setTexts(tr("Back to where it began"), tr("Confirm: dial %1 back to %2").arg(name, before));
    m_back->setEnabled(isUnderWay());
    m_advice->setVisible(!m_last.regions.empty());
}

void ShiftCard::note(const QString& what)
{
    QStringList lines = m_log->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    lines << tr("%1  %2; errors at %3")
                 .arg(formatClock(m_world.start, m_last.now), what,
                     formatPercent(m_last.totals.errorShare, 1));
    m_log->setText(lines.mid(std::max<qsizetype>(0, lines.size() - kLogLines)).join(QLatin1Char('\n')));
}

void ShiftCard::pressNext()
{
    const int next = m_stage + 1;
    if (!region().isValid() || next >= static_cast<int>(kStages.size()))
        return;
    if (!isUnderWay()) {
        m_dialBefore = dialNow(m_last);
        m_errorsBefore = m_last.totals.errorShare;
    }
    m_stage = next;
    const int dial = dialAt(next);
    note(tr("stage %1: dial of %2 to %3")
             .arg(formatPercent(kStages[static_cast<std::size_t>(next)] / 100.0), m_region->currentText(),
                 formatPercent(dial / 100.0)));
    Q_EMIT commandRequested(SetDial { m_world.regions[region().value].code, dial });
    setSnapshot(Snapshot(m_last));
}

void ShiftCard::pressBack()
{
    if (!isUnderWay() || !region().isValid())
        return;
    m_stage = -1;
    note(tr("back: dial of %1 to %2").arg(m_region->currentText(), formatPercent(m_dialBefore / 100.0)));
    Q_EMIT commandRequested(SetDial { m_world.regions[region().value].code, m_dialBefore });
    setSnapshot(Snapshot(m_last));
}

} // namespace sb
