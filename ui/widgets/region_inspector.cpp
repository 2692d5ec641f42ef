// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/region_inspector.h"

#include "ui/map/blast_radius.h"
#include "ui/map/map_text.h"
#include "ui/map/world_map.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/state_glyph.h"
#include "ui/theme/words.h"
#include "ui/widgets/active_faults.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/fail_back_progress.h"
#include "ui/widgets/fault_confirm.h"
#include "ui/widgets/inspector_facts.h"
#include "ui/widgets/part_row.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr int kGlyph = 15;

class Divider : public QWidget {
public:
    explicit Divider(QWidget* parent)
        : QWidget(parent)
    {
        setFixedHeight(13);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(0, height() / 2, width(), 1, currentTheme().color(Token::LineGrid));
    }
};

void setInk(QLabel* label, const QColor& color)
{
    if (label->palette().color(QPalette::WindowText) == color)
        return;
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

QStringList texts(const std::vector<std::string>& list)
{
    QStringList out;
    for (const std::string& text : list)
        out << fromEngine(text);
    return out;
}

} // namespace

RegionInspector::RegionInspector(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_code(new QLabel(this))
    , m_glyph(new QLabel(this))
    , m_state(new QLabel(this))
    , m_why(new FactList(FactList::Columns::NameValueLimit, this))
    , m_effect(new QLabel(this))
    , m_parts(new PartRow(this))
    , m_confirm(new FaultConfirm(this))
    , m_faults(new ActiveFaults(this))
    , m_waits(new QLabel(this))
    , m_failBack(new FailBackProgress(this))
    , m_riskDivider(divider())
    , m_riskTitle(heading({}))
    , m_risk(new FactList(FactList::Columns::Ledger, this))
    , m_riskSummary(new QLabel(this))
{
    setAccessibleName(tr("Inspector"));
    build();
}

QWidget* RegionInspector::divider()
{
    return new Divider(this);
}

QLabel* RegionInspector::heading(const QString& text)
{
    auto* label = new QLabel(text, this);
    label->setFont(sb::font(FontRole::BodyStrong));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void RegionInspector::build()
{
    m_name->setFont(sb::font(FontRole::Figure));
    m_name->setTextInteractionFlags(Qt::NoTextInteraction);
    m_code->setForegroundRole(QPalette::PlaceholderText);
    m_glyph->setFixedSize(kGlyph, kGlyph);
    m_state->setWordWrap(true);
    m_why->setAccessibleName(tr("Why"));
    m_risk->setAccessibleName(tr("Writes at risk"));
    m_waits->setFont(sb::font(FontRole::Caption));
    m_waits->setForegroundRole(QPalette::PlaceholderText);
    m_waits->setWordWrap(true);
    m_effect->setWordWrap(true);
    m_effect->hide();
    m_riskSummary->setFont(sb::font(FontRole::Caption));
    m_riskSummary->setForegroundRole(QPalette::PlaceholderText);
    m_riskSummary->setWordWrap(true);

    auto* title = new QHBoxLayout;
    title->addWidget(m_name, 1);
    title->addWidget(m_code, 0, Qt::AlignBottom);
    auto* state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_glyph);
    state->addWidget(m_state, 1);
    auto* buttons = new QGridLayout;
    m_buttonGrid = buttons;
    buttons->setSpacing(8);
    for (int i = 0; i < kButtonCount; ++i) {
        m_buttons[i] = new CommandButton(this);
        m_buttons[i]->setMinimumHeight(30);
        m_buttons[i]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        buttons->addWidget(m_buttons[i], i / 2 * 2, i % 2);
        connect(m_buttons[i], &CommandButton::confirmed, this, [this, i] { press(static_cast<Button>(i)); });
        connect(m_buttons[i], &CommandButton::armed, this, &RegionInspector::refreshWanted);
        connect(m_buttons[i], &CommandButton::disarmed, this, &RegionInspector::refreshWanted);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(title);
    column->addLayout(state);
    column->addSpacing(6);
    column->addWidget(heading(tr("Why")));
    column->addWidget(m_why);
    column->addWidget(divider());
    column->addWidget(heading(tr("Act")));
    column->addLayout(buttons);
    column->addWidget(m_effect);
    column->addWidget(m_parts);
    column->addWidget(m_confirm);
    column->addWidget(m_waits);
    column->addWidget(m_failBack);
    column->addWidget(m_faults);
    column->addWidget(m_riskDivider);
    column->addWidget(m_riskTitle);
    column->addWidget(m_risk);
    column->addWidget(m_riskSummary);
    m_failBack->hide();
    buildFaults();
}

void RegionInspector::buildFaults()
{
    m_forget.setSingleShot(true);
    m_forget.setInterval(WorldMap::kArmedMs);
    connect(&m_forget, &QTimer::timeout, this, &RegionInspector::disarm);
    connect(m_parts, &PartRow::faultChosen, this, &RegionInspector::arm);
    connect(m_parts, &PartRow::refused, this, &RegionInspector::faultRefused);
    connect(m_faults, &ActiveFaults::commandRequested, this, &RegionInspector::commandRequested);
    connect(m_confirm, &FaultConfirm::left, this, &RegionInspector::disarm);
    connect(m_confirm, &FaultConfirm::confirmed, this, [this] {
        const std::optional<InjectFault> fault = m_armed;
        disarm();
        if (fault)
            Q_EMIT commandRequested(*fault);
    });
}

void RegionInspector::setFaultDuration(Duration expiresAfter)
{
    m_expiresAfter = expiresAfter;
    m_parts->setDuration(expiresAfter);
}

void RegionInspector::arm(const InjectFault& fault)
{
    m_armed = fault;
    m_forget.start();
    m_confirm->setTexts(faultTitle(fault, m_world), {},
        tr("Ends by itself after %1. Esc leaves it.").arg(formatDuration(fault.expiresAfter)));
    m_confirm->show();
    m_confirm->confirmButton()->setFocus(Qt::OtherFocusReason);
    Q_EMIT refreshWanted();
}

void RegionInspector::disarm()
{
    m_armed.reset();
    m_forget.stop();
    m_confirm->hide();
    Q_EMIT refreshWanted();
}

// Names what the armed fault would hit, wherever it is armed, and tells the map.
void RegionInspector::showEffect(const Snapshot& snapshot)
{
    std::optional<InjectFault> fault = m_armed;
    for (int i = 0; i < kButtonCount; ++i) {
        const auto* spec = std::get_if<InjectFault>(&m_commands[i]);
        if (m_buttons[i]->isArmed() && spec != nullptr && !fault)
            fault = *spec;
    }
    const QString effect
        = fault ? blastSentence(blastRadiusOf(*fault, m_world, snapshot), *fault, m_world) : QString();
    m_effect->setVisible(fault && !m_armed);
    m_effect->setText(effect);
    if (m_armed && m_confirm->effect() != effect)
        m_confirm->setTexts(faultTitle(*m_armed, m_world), effect,
            tr("Ends by itself after %1. Esc leaves it.").arg(formatDuration(m_armed->expiresAfter)));
    if (fault != m_previewed) {
        m_previewed = fault;
        Q_EMIT previewChanged(fault);
    }
}

// Two in a row where both fit, else one below the other. An armed button keeps its place.
void RegionInspector::placeButtons()
{
    const int half = (width() - m_buttonGrid->spacing()) / 2;
    for (int row = 0; row < kButtonCount / 2; ++row) {
        CommandButton* first = m_buttons[2 * row];
        CommandButton* second = m_buttons[2 * row + 1];
        if (first->isArmed() || second->isArmed())
            continue;
        const auto needed
            = [](const CommandButton* button) { return button->isHidden() ? 0 : button->sizeHint().width(); };
        const bool isSplit = std::max(needed(first), needed(second)) > half;
        if (isSplit == m_isSplit[row])
            continue;
        m_isSplit[row] = isSplit;
        m_buttonGrid->addWidget(first, 2 * row, 0, 1, isSplit ? 2 : 1);
        m_buttonGrid->addWidget(second, isSplit ? 2 * row + 1 : 2 * row, isSplit ? 0 : 1, 1, isSplit ? 2 : 1);
    }
}

void RegionInspector::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void RegionInspector::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_item = {};
    m_faults->setWorld(world);
    m_armed.reset();
    m_confirm->hide();
    m_effect->hide();
}

void RegionInspector::setItem(const MapItem& item)
{
    if (m_item == item)
        return;
    m_item = item;
    disarm();
    for (CommandButton* button : m_buttons)
        button->disarm();
}

void RegionInspector::setSnapshot(const Snapshot& snapshot)
{
    if (m_item.isNone() || snapshot.regions.size() != m_world.regions.size())
        return;
    if (m_item.isRegion())
        showRegion(snapshot);
    else
        showLink(snapshot);
    m_parts->setVisible(m_item.isRegion());
    if (m_item.isRegion())
        m_parts->setRegion(m_world, m_item.region);
    m_faults->setSnapshot(snapshot);
    showEffect(snapshot);
}

void RegionInspector::showRegion(const Snapshot& snapshot)
{
    const RegionInfo& info = m_world.regions[m_item.region.value];
    const RegionView& region = snapshot.regions[m_item.region.value];
    const Theme& theme = currentTheme();
    m_name->setText(regionName(info));
    m_code->setText(qs(info.code));
    const StateShape shape = shapeOf(region.state);
    const int shown = static_cast<int>(shape) * kThemeKindCount + static_cast<int>(theme.kind());
    if (shown != m_shapeShown) {
        m_shapeShown = shown;
        m_glyph->setPixmap(stateGlyphPixmap(shape, kGlyph, devicePixelRatioF(), theme));
        m_state->setFont(sb::font(shape == StateShape::Ok ? FontRole::Body : FontRole::BodyStrong));
    }
    m_state->setText(stateSentence(m_world, snapshot, region));
    setInk(m_state, stateTextColor(theme, shape));
    m_why->setFacts(regionFacts(m_world, snapshot, region));
    showRegionButtons(snapshot, region);
    showFailBack(snapshot, region);
    m_riskTitle->setText(tr("At risk if %1 is lost now").arg(regionName(info)));
    m_risk->setFacts(riskFacts(m_world, region));
    QString summary = riskSummary(region);
    const std::uint64_t lost = snapshot.incident.lost;
    if (summary.isEmpty())
        summary = lost == 0 ? tr("Nothing: every acknowledged write has a second copy.")
                            : tr("Nothing more: what is acknowledged and not lost has a second copy.");
    if (lost
        > 0) // of writes that nobody holds any more none is at risk: they are named, or the panel misleads
        summary += QLatin1Char(' ') + tr("Writes lost in this incident: %1.").arg(lost);
    m_riskSummary->setText(summary);
    for (QWidget* widget : { m_riskDivider, static_cast<QWidget*>(m_riskTitle), static_cast<QWidget*>(m_risk),
             static_cast<QWidget*>(m_riskSummary) })
        widget->show();
}

void RegionInspector::showRegionButtons(const Snapshot& snapshot, const RegionView& region)
{
    const RegionInfo& info = m_world.regions[m_item.region.value];
    const QString name = regionName(info);
    const auto hasFault = [&](FaultKind kind) {
        return std::any_of(snapshot.faults.begin(), snapshot.faults.end(),
            [&](const FaultView& f) { return f.spec.kind == kind && f.spec.region == info.code; });
    };
    const bool isBroken = std::any_of(snapshot.faults.begin(), snapshot.faults.end(),
        [&](const FaultView& f) { return f.spec.region == info.code || f.spec.peer == info.code; });
    if (isBroken) {
        setAction(Main, tr("Restore region"), {}, RestoreRegion { info.code });
        m_buttons[Main]->setToolTip(tr("Reverses every fault of %1 and its links").arg(name));
    } else {
        const QString confirmation = tr("Confirm: fail %1").arg(name);
        setAction(Main, tr("Fail region…"), confirmation, fault(FaultKind::RegionOutage));
    }
    m_buttons[Main]->setProperty("emphasis",
        m_buttons[Main]->isArmed() ? QStringLiteral("danger")
            : isBroken             ? QStringLiteral("primary")
                                   : QString());
    setAction(Mapping, tr("Remove mapping…"), tr("Confirm: answer 403"), fault(FaultKind::MappingRemoved));
    m_buttons[Mapping]->setEnabled(!hasFault(FaultKind::MappingRemoved));
    setAction(Pause, tr("Pause replication…"), tr("Confirm: pause %1").arg(name),
        fault(FaultKind::ReplicationPaused));
    m_buttons[Pause]->setEnabled(m_world.regions.size() > 1 && !hasFault(FaultKind::ReplicationPaused));
    const bool isRunning = shapeOf(region.state) == StateShape::Recovering;
    const QString hold = tr("Confirm: hold %1 out").arg(name);
    if (isRunning)
        setAction(Back, tr("Abort fail back…"), hold, AbortFailBack { info.code });
    else if (region.canFailBack)
        setAction(Back, tr("Fail back…"), tr("Confirm: fail back %1").arg(name), FailBack { info.code });
    else
        setAction(Back,
            region.state == RegionState::Serving ? tr("Fail back…") : tr("Fail back… (not ready)"), {},
            FailBack { info.code });
    m_buttons[Back]->setEnabled(isRunning || region.canFailBack);
    const QStringList waits = texts(region.failBackWaitsFor);
    const bool isWaiting = !waits.isEmpty() && !isRunning && region.state != RegionState::Serving;
    m_waits->setVisible(isWaiting);
    if (isWaiting)
        m_waits->setText(tr("Fail back waits for: %1").arg(QLocale().createSeparatedList(waits)));
}

void RegionInspector::showFailBack(const Snapshot& snapshot, const RegionView& region)
{
    const auto it
        = std::find_if(snapshot.failBacks.begin(), snapshot.failBacks.end(), [&](const FailBackView& f) {
              return f.region == region.id && f.phase != FailBackPhase::None
                  && f.phase != FailBackPhase::Completed;
          });
    m_failBack->setVisible(it != snapshot.failBacks.end());
    if (it != snapshot.failBacks.end())
        m_failBack->setProgress(*it, snapshot.now);
}

void RegionInspector::showLink(const Snapshot& snapshot)
{
    const Theme& theme = currentTheme();
    const LinkStatus status = linkStatus(snapshot, m_item);
    m_name->setText(itemName(m_world, m_item));
    m_code->setText({});
    const int shown = static_cast<int>(status.shape) * kThemeKindCount + static_cast<int>(theme.kind());
    if (shown != m_shapeShown) {
        m_shapeShown = shown;
        m_glyph->setPixmap(stateGlyphPixmap(status.shape, kGlyph, devicePixelRatioF(), theme));
        m_state->setFont(sb::font(status.shape == StateShape::Ok ? FontRole::Body : FontRole::BodyStrong));
    }
    m_state->setText(tr("Replication link · %1").arg(status.text));
    setInk(m_state, stateTextColor(theme, status.shape));
    m_why->setFacts(linkFacts(m_world, snapshot, m_item));
    const std::string& a = m_world.regions[m_item.region.value].code;
    const std::string& b = m_world.regions[m_item.peer.value].code;
    const auto active = std::find_if(snapshot.faults.begin(), snapshot.faults.end(), [&](const FaultView& f) {
        return (f.spec.region == a && f.spec.peer == b) || (f.spec.region == b && f.spec.peer == a);
    });
    if (active != snapshot.faults.end())
        setAction(Main, tr("End fault"), {}, ClearFault { active->id });
    else
        setAction(Main, tr("Cut link…"), tr("Confirm: cut link"), fault(FaultKind::LinkPartitioned));
    m_buttons[Main]->setEnabled(true);
    setAction(Mapping, tr("Add latency…"), tr("Confirm: add 200 ms"), fault(FaultKind::LatencyAdded));
    m_buttons[Mapping]->setEnabled(true);
    hideAction(Pause);
    hideAction(Back);
    m_waits->hide();
    m_failBack->hide();
    for (QWidget* widget : { m_riskDivider, static_cast<QWidget*>(m_riskTitle), static_cast<QWidget*>(m_risk),
             static_cast<QWidget*>(m_riskSummary) })
        widget->hide();
}

InjectFault RegionInspector::fault(FaultKind kind) const
{
    InjectFault spec;
    spec.kind = kind;
    spec.region = m_world.regions[m_item.region.value].code;
    spec.expiresAfter = m_expiresAfter;
    if (m_item.isLink())
        spec.peer = m_world.regions[m_item.peer.value].code;
    if (kind == FaultKind::LatencyAdded)
        spec.added = 200ms;
    return spec;
}

void RegionInspector::setAction(
    Button button, const QString& label, const QString& confirmation, Command command)
{
    m_buttons[button]->show();
    m_buttons[button]->setTexts(label, confirmation);
    m_commands[button] = std::move(command);
    placeButtons();
}

void RegionInspector::hideAction(Button button)
{
    m_buttons[button]->hide();
    placeButtons();
}

void RegionInspector::focusActions()
{
    m_buttons[Main]->setFocus(Qt::OtherFocusReason);
}

void RegionInspector::press(Button button)
{
    Q_EMIT commandRequested(m_commands[button]);
}

} // namespace sb
