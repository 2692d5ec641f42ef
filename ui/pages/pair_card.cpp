// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pair_card.h"

#include "ui/map/map_text.h"
#include "ui/pages/link_reading.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/fact_list.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr int kLadderRow = 28;
constexpr double kLadderRoom = 0.25; // of the bars for what lies before the oldest position that matters

} // namespace

LadderView::LadderView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void LadderView::setPositions(std::uint64_t written, std::uint64_t sent, std::uint64_t applied)
{
    if (m_written == written && m_sent == sent && m_applied == applied)
        return;
    m_written = written;
    m_sent = sent;
    m_applied = applied;
    const auto text = [](std::uint64_t position) { return formatCount(static_cast<qint64>(position)); };
    setAccessibleName(tr("Positions in the source's log: written %1, sent %2, applied %3")
                          .arg(text(written), text(sent), text(applied)));
    setToolTip(accessibleName());
    update();
}

void LadderView::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    const std::uint64_t behind = m_written - std::min({ m_written, m_sent, m_applied });
    const struct {
        QString name;
        std::uint64_t position;
    } rungs[] = { { tr("Written"), m_written }, { tr("Sent"), m_sent }, { tr("Applied"), m_applied } };
    const QFontMetrics metrics(sb::font(FontRole::Body));
    int names = 54;
    for (const auto& rung : rungs)
        names = std::max(names, metrics.horizontalAdvance(rung.name));
    names = std::min(names + 8, width() / 3);
    const int numbers = 150;
    const int bars = std::max(20, width() - names - numbers - 16);
    int top = 0;
    for (const auto& rung : rungs) {
        const auto place = [&](int left, int wide, int from, int high) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(left, top + from, wide, high));
        };
        painter.setFont(sb::font(FontRole::Body));
        painter.setPen(theme.color(Token::TextSecondary));
        painter.drawText(place(0, names, 0, kLadderRow), leadingText(*this),
            metrics.elidedText(rung.name, Qt::ElideRight, names - 4));
        const std::uint64_t missing = m_written - std::min(m_written, rung.position);
        const double share = behind == 0 || missing == 0
            ? 1
            : 1 - (1 - kLadderRoom) * static_cast<double>(missing) / static_cast<double>(behind);
        painter.fillRect(place(names, bars, 10, 8), theme.color(Token::LineGrid));
        painter.fillRect(place(names, static_cast<int>(bars * share), 10, 8), theme.color(Token::TextMuted));
        painter.setPen(theme.color(Token::TextPrimary));
        QString number = formatCount(static_cast<qint64>(rung.position));
        if (missing > 0)
            //: position in a log, and how many entries it is behind
            number = tr("%1  (−%2)").arg(number, formatCount(static_cast<qint64>(missing)));
        drawTabular(painter, QRectF(place(names + bars + 10, numbers, 0, kLadderRow)),
            QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), number);
        top += kLadderRow;
    }
}

PairCard::PairCard(QWidget* parent)
    : TitledCard(tr("Chosen pair"), parent)
    , m_headline(new QLabel(this))
    , m_ladder(new LadderView(this))
    , m_facts(new FactList(FactList::Columns::NameValueLimit, this))
    , m_more(new FactList(FactList::Columns::NameValueLimit, this))
    , m_pause(new CommandButton(this))
    , m_cutOne(new CommandButton(this))
    , m_cutBoth(new CommandButton(this))
    , m_clear(new CommandButton(this))
{
    m_headline->setFont(sb::font(FontRole::BodyStrong));
    m_facts->setAccessibleName(tr("Lag and what waits"));
    m_more->setAccessibleName(tr("Conflicts, link and objects"));
    auto* left = new QVBoxLayout;
    left->addWidget(m_headline);
    left->addWidget(m_ladder);
    left->addStretch(1);
    auto* top = new QHBoxLayout;
    top->setSpacing(20);
    top->addLayout(left, 5);
    auto* facts = new QVBoxLayout;
    facts->addWidget(m_facts);
    facts->addWidget(m_more);
    facts->addStretch(1);
    top->addLayout(facts, 5);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (CommandButton* button : { m_pause, m_cutOne, m_cutBoth, m_clear }) {
        button->setMinimumHeight(28);
        buttons->addWidget(button, 1);
    }
    column()->addLayout(top);
    column()->addLayout(buttons);
    connect(m_pause, &CommandButton::confirmed, this,
        [this] { inject(FaultKind::ReplicationPaused, Direction::Both); });
    connect(m_cutOne, &CommandButton::confirmed, this,
        [this] { inject(FaultKind::LinkPartitioned, Direction::Outbound); });
    connect(m_cutBoth, &CommandButton::confirmed, this,
        [this] { inject(FaultKind::LinkPartitioned, Direction::Both); });
    connect(m_clear, &CommandButton::confirmed, this, &PairCard::clear);
}

void PairCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    setPair({}, {});
}

void PairCard::setPair(RegionId source, RegionId target)
{
    if (m_source == source && m_target == target && source.isValid())
        return;
    m_source = source;
    m_target = target;
    m_faults.clear();
    for (CommandButton* button : { m_pause, m_cutOne, m_cutBoth, m_clear }) {
        button->disarm();
        button->setEnabled(false);
        button->setVisible(source.isValid());
    }
    m_facts->setFacts({});
    m_more->setFacts({});
    const bool isPair = source.isValid() && target.isValid();
    m_ladder->setVisible(isPair);
    m_headline->setText(isPair ? tr("%1 to %2").arg(regionName(m_world, source), regionName(m_world, target))
                               : tr("Choose a cell of the matrix to see what waits between its regions."));
    setRemark(StateShape::Ok, {});
}

void PairCard::setSnapshot(const Snapshot& snapshot)
{
    if (!m_source.isValid() || snapshot.regions.size() != m_world.regions.size())
        return;
    if (const LinkView* link = findLink(snapshot, m_source, m_target))
        showLink(snapshot, *link);
    showButtons(snapshot);
}

void PairCard::showLink(const Snapshot& snapshot, const LinkView& link)
{
    const LinkReading reading = readLink(m_world, snapshot, link);
    setRemark(reading.shape, reading.word);
    m_ladder->setPositions(link.written, link.sent, link.applied);
    const auto count = [](std::uint64_t number) { return formatCount(static_cast<qint64>(number)); };
    m_facts->setFacts(
        { { tr("Lag"), formatDuration(link.lag), tr("objective %1").arg(formatDuration(m_world.lagObjective)),
              link.lag > m_world.lagObjective ? StateShape::Degraded : StateShape::Ok },
            { tr("Waiting"), formatOperations(static_cast<qint64>(link.pendingOperations)),
                formatMoney(link.pendingMoney), StateShape::Ok },
            { tr("Drained"), drainText(link),
                tr("progress %1 ago").arg(formatAge(snapshot.now - link.lastProgress)),
                link.drainEstimate == kDrainNever ? StateShape::Degraded : StateShape::Ok } });
    std::vector<Fact> more { { tr("Conflicts"),
                                 tr("%1 a minute").arg(formatNumber(link.conflictsPerMinute, 1)),
                                 tr("found at %1").arg(regionName(m_world, m_target)), StateShape::Ok },
        { tr("Round trip"), formatDuration(link.roundTrip + 2 * link.added),
            link.added > Duration::zero() ? tr("%1 added each way").arg(formatDuration(link.added))
                                          : tr("no delay added"),
            link.added > Duration::zero() ? StateShape::Degraded : StateShape::Ok } };
    for (const ObjectLinkView& objects : snapshot.objects) {
        if (objects.source != m_source || objects.target != m_target)
            continue;
        const bool isLate = objects.late > 0 || objects.failed > 0;
        more.push_back({ tr("Objects"), tr("%1 waiting").arg(count(objects.pending)),
            !objects.isOn          ? tr("rule is off")
                : objects.isPaused ? tr("paused")
                                   : tr("%1 late, %2 failed").arg(count(objects.late), count(objects.failed)),
            isLate || objects.isPaused ? StateShape::Degraded : StateShape::Ok });
    }
    m_more->setFacts(std::move(more));
}

void PairCard::showButtons(const Snapshot& snapshot)
{
    const std::string& source = m_world.regions[m_source.value].code;
    const std::string& target = m_world.regions[m_target.value].code;
    const QString from = regionName(m_world, m_source);
    const QString to = regionName(m_world, m_target);
    m_faults.clear();
    bool isPaused = false;
    for (const FaultView& fault : snapshot.faults) {
        const InjectFault& spec = fault.spec;
        const bool isOfLink = (spec.region == source && spec.peer == target)
            || (spec.region == target && spec.peer == source);
        const bool isPause
            = spec.kind == FaultKind::ReplicationPaused && (spec.region == source || spec.region == target);
        isPaused = isPaused || (isPause && spec.region == source);
        if (isOfLink || isPause)
            m_faults.push_back(fault.id);
    }
    m_pause->setTexts(tr("Pause %1…").arg(from), tr("Confirm: %1 ships and pulls nothing").arg(from));
    m_pause->setEnabled(!isPaused);
    m_cutOne->setTexts(tr("Cut this direction…"), tr("Confirm: cut %1 to %2").arg(from, to));
    m_cutBoth->setTexts(tr("Cut both ways…"), tr("Confirm: cut %1 and %2 apart").arg(from, to));
    const LinkView* link = findLink(snapshot, m_source, m_target);
    m_cutOne->setEnabled(link != nullptr && !link->isCut);
    m_cutBoth->setEnabled(link != nullptr && !link->isCut);
    m_clear->setTexts(m_faults.empty()
            ? tr("No fault to clear")
            : tr("Clear %n fault(s) here", nullptr, static_cast<int>(m_faults.size())));
    m_clear->setEnabled(!m_faults.empty());
}

void PairCard::focusActions()
{
    m_pause->setFocus(Qt::TabFocusReason);
}

void PairCard::inject(FaultKind kind, Direction direction)
{
    if (!m_source.isValid())
        return;
    InjectFault fault;
    fault.kind = kind;
    fault.region = m_world.regions[m_source.value].code;
    if (kind == FaultKind::LinkPartitioned)
        fault.peer = m_world.regions[m_target.value].code;
    fault.direction = direction;
    Q_EMIT commandRequested(fault);
}

void PairCard::clear()
{
    for (const FaultId fault : std::vector<FaultId>(m_faults))
        Q_EMIT commandRequested(ClearFault { fault });
}

} // namespace sb
