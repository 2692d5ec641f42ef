// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/region_actions.h"

#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/command_button.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sb {

namespace {

constexpr std::array kDials { 0, 1, 10, 50, 100 };
constexpr std::array kExpiries { Duration { 15min }, Duration { 1h }, Duration { 4h }, Duration { 24h } };
constexpr int kReasonCharsMax = 200;

} // namespace

RegionActionsCard::RegionActionsCard(QWidget* parent)
    : TitledCard(tr("Act"), parent)
    , m_shift(new CommandButton(this))
    , m_expiry(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_dial(new QComboBox(this))
    , m_limits(new StateLine(this))
{
    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    for (int i = 0; i < kButtonCount; ++i) {
        m_buttons[i] = new CommandButton(this);
        m_buttons[i]->setMinimumHeight(28);
        m_buttons[i]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        grid->addWidget(m_buttons[i], i / 2, i % 2);
        connect(m_buttons[i], &CommandButton::confirmed, this,
            [this, i] { Q_EMIT commandRequested(m_commands[i]); });
    }
    column()->addLayout(grid);
    buildShift();
    column()->addWidget(m_limits);
    m_limits->hide();
}

void RegionActionsCard::buildShift()
{
    for (const Duration expiry : kExpiries)
        m_expiry->addItem(tr("for %1").arg(formatDuration(expiry)));
    m_expiry->setCurrentIndex(1);
    m_expiry->setAccessibleName(tr("The shift expires after"));
    m_reason->setMaxLength(kReasonCharsMax);
    m_reason->setPlaceholderText(tr("Reason for a shift, needed"));
    m_reason->setAccessibleName(tr("Reason for the shift"));
    for (const int percent : kDials)
        m_dial->addItem(tr("Dial %1").arg(formatPercent(percent / 100.0)), percent);
    m_dial->setCurrentIndex(static_cast<int>(kDials.size()) - 1);
    m_dial->setAccessibleName(tr("Dial: the share of its natural answers that the region may receive"));
    m_dial->setToolTip(m_dial->accessibleName());
    m_shift->setMinimumHeight(28);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_reason, 1);
    row->addWidget(m_expiry);
    column()->addLayout(row);
    auto* second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_shift, 1);
    second->addWidget(m_dial);
    column()->addLayout(second);
    connect(m_shift, &CommandButton::confirmed, this, &RegionActionsCard::pressShift);
    connect(m_dial, &QComboBox::activated, this, [this](int item) {
        Q_EMIT commandRequested(SetDial { m_region.code, m_dial->itemData(item).toInt() });
    });
}

void RegionActionsCard::setRegion(const RegionInfo& region)
{
    m_region = region;
    m_reason->clear();
    m_shift->disarm();
    for (CommandButton* button : m_buttons)
        button->disarm();
}

void RegionActionsCard::setSnapshot(const Snapshot& snapshot)
{
    if (m_region.id.value >= snapshot.regions.size())
        return;
    const RegionView& region = snapshot.regions[m_region.id.value];
    showRecovery(snapshot, region);
    showWriting(region);
    showShift(snapshot);
}

void RegionActionsCard::offer(Button button, const QString& text, const QString& confirmation,
    Command command, const QString& unavailable)
{
    m_commands[button] = std::move(command);
    m_buttons[button]->setTexts(text, confirmation);
    m_buttons[button]->setEnabled(unavailable.isEmpty());
    if (!m_buttons[button]->isArmed())
        m_buttons[button]->setToolTip(unavailable);
}

void RegionActionsCard::showRecovery(const Snapshot& snapshot, const RegionView& region)
{
    const QString name = regionName(m_region);
    const bool isBroken = std::any_of(snapshot.faults.begin(), snapshot.faults.end(),
        [&](const FaultView& f) { return f.spec.region == m_region.code || f.spec.peer == m_region.code; });
    offer(Restore, tr("Restore…"), tr("Confirm: end every fault of %1").arg(name),
        RestoreRegion { m_region.code }, isBroken ? QString() : tr("%1 has no fault").arg(name));
    if (shapeOf(region.state) == StateShape::Recovering) {
        offer(Back, tr("Abort fail back…"), tr("Confirm: hold %1 out").arg(name),
            AbortFailBack { m_region.code });
        return;
    }
    QStringList waits;
    for (const std::string& wait : region.failBackWaitsFor)
        waits << fromEngine(wait);
    offer(Back, tr("Fail back…"), tr("Confirm: fail back %1").arg(name), FailBack { m_region.code },
        region.canFailBack ? QString() : tr("Waits for: %1").arg(waits.join(tr(", "))));
}

void RegionActionsCard::showWriting(const RegionView& region)
{
    const QString name = regionName(m_region);
    const QString noLeases = region.fence.isOn ? QString() : tr("Writes need no lease in this run");
    if (region.fence.isFenced)
        offer(Fence, tr("Lift fence…"), tr("Confirm: %1 may write again").arg(name),
            RegionOrder { RegionVerb::Unfence, m_region.code }, noLeases);
    else
        offer(Fence, tr("Fence…"),
            tr("Confirm: %1 writes for %2 more at most")
                .arg(name, formatDuration(std::max(Duration::zero(), region.fence.leaseLeft))),
            RegionOrder { RegionVerb::Fence, m_region.code }, noLeases);
    offer(Evict, tr("Evict…"), tr("Confirm: %1 returns with a new copy only").arg(name),
        RegionOrder { RegionVerb::Evict, m_region.code },
        region.isEvicted ? tr("%1 is evicted already").arg(name) : QString());
    const QString none = region.orphans.operations > 0 ? QString() : tr("No write waits to be settled");
    const QString writes = formatWrites(static_cast<qint64>(region.orphans.operations));
    offer(Replay, tr("Replay orphans…"), tr("Confirm: offer %1 again").arg(writes),
        RegionOrder { RegionVerb::ReplayOrphans, m_region.code }, none);
    offer(Discard, tr("Discard orphans…"), tr("Confirm: lose %1").arg(writes),
        RegionOrder { RegionVerb::DiscardOrphans, m_region.code }, none);
}

void RegionActionsCard::showShift(const Snapshot& snapshot)
{
    const QString name = regionName(m_region);
    const auto shift = std::find_if(snapshot.shifts.begin(), snapshot.shifts.end(),
        [&](const ShiftView& view) { return view.region == m_region.id; });
    m_isShifted = shift != snapshot.shifts.end();
    m_reason->setEnabled(!m_isShifted);
    m_expiry->setEnabled(!m_isShifted);
    if (m_isShifted)
        m_shift->setTexts(tr("Cancel shift…"), tr("Confirm: users return to %1").arg(name));
    else
        m_shift->setTexts(tr("Shift away…"), tr("Confirm: move users away from %1").arg(name));
    const std::size_t index = m_region.id.value;
    const bool isKnown = index < snapshot.admissions.size();
    const int dial = isKnown ? snapshot.admissions[index].dialPercent : 100;
    if (const int item = m_dial->findData(dial); item >= 0 && !m_dial->view()->isVisible())
        m_dial->setCurrentIndex(item);
    QString limit;
    if (m_isShifted)
        limit = tr("Shifted away, %1 left: %2")
                    .arg(formatStopwatch(std::max(Duration::zero(), shift->expiresAt - snapshot.now)),
                        qs(shift->reason));
    else if (isKnown && !snapshot.admissions[index].limits.empty())
        limit = fromEngine(snapshot.admissions[index].limits.front());
    m_limits->setVisible(!limit.isEmpty());
    m_limits->setState(StateShape::Held, limit);
}

void RegionActionsCard::pressShift()
{
    if (m_isShifted) {
        Q_EMIT commandRequested(CancelShift { m_region.code });
        return;
    }
    const std::string reason = m_reason->text().trimmed().toStdString();
    if (reason.empty()) {
        m_reason->setFocus(Qt::OtherFocusReason);
        m_reason->setPlaceholderText(tr("Say here why, then shift again"));
        return;
    }
    Q_EMIT commandRequested(
        ShiftAway { m_region.code, kExpiries[static_cast<std::size_t>(m_expiry->currentIndex())], reason });
    m_reason->clear();
}

} // namespace sb
