// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/alarms_page.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/command_button.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

namespace sb {
namespace {

constexpr int kGap = 8;
constexpr int kGlyph = 13;
constexpr int kRowHeight = 24;
constexpr int kNarrow = 900;
constexpr int kAuditNarrow = 160;
constexpr int kKeyRole = Qt::UserRole; // index into the shown list
constexpr int kReasonCharsMax = 200;
constexpr std::array kShelveTimes { Duration { 15min }, Duration { 1h }, Duration { 8h } };
enum Column { Priority, Title, Since, TimeLeft, State, kColumnCount };

StateShape shapeOf(const AlarmEntry& entry)
{
    if (!entry.isActive())
        return StateShape::Ok;
    switch (priorityOf(entry.finding.key.kind)) {
    case AlarmPriority::High:
        return StateShape::Failed;
    case AlarmPriority::Medium:
        return StateShape::Degraded;
    case AlarmPriority::Low:
        return StateShape::Held;
    }
    return StateShape::Unknown;
}

QTreeWidget* makeTable(QWidget* parent, const QStringList& headings, const QString& name)
{
    auto* table = new QTreeWidget(parent);
    table->setAccessibleName(name);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->setHeaderLabels(headings);
    table->setMinimumHeight(2 * kRowHeight); // it scrolls; sentences do not
    table->setIconSize({ kGlyph, kGlyph });
    for (int i = 0; i < headings.size(); ++i) {
        table->headerItem()->setToolTip(i, headings.at(i));
        table->header()->setSectionResizeMode(i, QHeaderView::ResizeToContents);
    }
    table->header()->setStretchLastSection(false);
    return table;
}

} // namespace

AlarmsPage::AlarmsPage(QWidget* parent)
    : Page(parent)
{
    setAccessibleName(tr("Alarms"));
    setFocusPolicy(Qt::ClickFocus);
    buildList(this);
    auto* right = new QVBoxLayout;
    right->setSpacing(kGap);
    right->addWidget(buildDetail());
    right->addWidget(buildAudit(), 1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(kGap);
    m_columns->addWidget(m_listCard, 5);
    m_columns->addLayout(right, 4);
}

// Side by side where sentences have room; one above the other in a narrow window.
void AlarmsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool isNarrow = width() < kNarrow;
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_auditCard->setMaximumHeight(isNarrow ? kAuditNarrow : QWIDGETSIZE_MAX); // it scrolls
    m_columns->setStretch(0, isNarrow ? 2 : 5);
    m_columns->setStretch(1, isNarrow ? 3 : 4);
}

void AlarmsPage::buildList(QWidget* parent)
{
    m_listCard = new TitledCard(tr("Alarms"), parent);
    m_which = new QTabBar(m_listCard);
    m_which->setAccessibleName(tr("Which alarms are listed"));
    m_which->setDrawBase(false);
    m_which->setExpanding(false);
    for (int i = Announced; i <= Suppressed; ++i)
        m_which->addTab({});
    m_acknowledgeAll = new CommandButton(m_listCard);
    m_acknowledgeAll->setTexts(tr("Acknowledge all"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_which, 1);
    top->addWidget(m_acknowledgeAll);
    m_list = makeTable(m_listCard,
        { tr("Priority"), tr("Alarm"), tr("Since"), tr("Time to act"), tr("State") }, tr("Alarms"));
    m_list->header()->setSectionResizeMode(Title, QHeaderView::Stretch);
    m_empty = captionLabel(m_listCard);
    m_empty->setWordWrap(true);
    m_listCard->column()->addLayout(top);
    m_listCard->column()->addWidget(m_empty);
    m_listCard->column()->addWidget(m_list, 1);
    connect(m_which, &QTabBar::currentChanged, this, [this] {
        m_chosen.reset();
        fillList();
        showDetail();
    });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &AlarmsPage::choose);
    connect(m_acknowledgeAll, &CommandButton::confirmed, this, &AlarmsPage::acknowledgeAll);
}

QWidget* AlarmsPage::buildDetail()
{
    m_detail = new TitledCard(tr("What to do"), this);
    m_state = new StateLine(m_detail);
    m_detail->column()->addWidget(m_state);
    auto* form = new QGridLayout;
    form->setVerticalSpacing(4);
    form->setHorizontalSpacing(12);
    form->setColumnStretch(1, 1);
    const std::array names { tr("Alarm"), tr("Cause"), tr("Consequence"), tr("Action") };
    for (int i = 0; i < static_cast<int>(names.size()); ++i) {
        QLabel*& text = m_texts[i];
        text = new QLabel(m_detail);
        text->setWordWrap(true);
        text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        // Room for two lines, so that nothing moves from alarm to alarm.
        form->setRowMinimumHeight(
            i, QFontMetrics(sb::font(FontRole::Body)).lineSpacing() * (i == 0 ? 1 : 2) + 2);
        form->addWidget(captionLabel(m_detail, names[static_cast<std::size_t>(i)]), i, 0, Qt::AlignTop);
        form->addWidget(text, i, 1);
    }
    m_texts[3]->setFont(sb::font(FontRole::BodyStrong));
    m_detail->column()->addLayout(form);
    m_acknowledge = new CommandButton(m_detail);
    m_acknowledge->setTexts(tr("Acknowledge"));
    m_go = new CommandButton(m_detail);
    m_go->setTexts(tr("Show the region"));
    auto* first = new QHBoxLayout;
    first->addWidget(m_acknowledge);
    first->addWidget(m_go);
    first->addStretch(1);
    m_shelveTime = new QComboBox(m_detail);
    m_shelveTime->setAccessibleName(tr("Shelved for"));
    for (const Duration time : kShelveTimes)
        m_shelveTime->addItem(formatDuration(time));
    m_reason = new QLineEdit(m_detail);
    m_reason->setMaxLength(kReasonCharsMax);
    m_reason->setPlaceholderText(tr("Reason for shelving, needed"));
    m_reason->setAccessibleName(tr("Reason for shelving"));
    m_shelve = new CommandButton(m_detail);
    auto* second = new QHBoxLayout;
    second->addWidget(m_shelve);
    second->addWidget(m_shelveTime);
    second->addWidget(m_reason, 1);
    m_detail->column()->addLayout(first);
    m_detail->column()->addLayout(second);
    connect(m_acknowledge, &CommandButton::confirmed, this, &AlarmsPage::acknowledge);
    connect(m_shelve, &CommandButton::confirmed, this, &AlarmsPage::toggleShelf);
    connect(m_reason, &QLineEdit::textChanged, this, &AlarmsPage::showDetail);
    connect(m_go, &CommandButton::confirmed, this, [this] {
        if (m_chosen && m_chosen->region.isValid())
            Q_EMIT regionSelected(m_chosen->region);
    });
    return m_detail;
}

QWidget* AlarmsPage::buildAudit()
{
    m_auditCard = new TitledCard(tr("Audit of the alarms of this run"), this);
    m_audit = makeTable(m_auditCard, { tr("Measure"), tr("Value"), tr("Limit"), tr("Met") }, tr("Audit"));
    m_audit->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* copy = new CommandButton(m_auditCard);
    copy->setTexts(tr("Copy as CSV"));
    auto* bottom = new QHBoxLayout;
    QLabel* source = captionLabel(m_auditCard, tr("Limits of ISA-18.2 and EEMUA 191; times are virtual."));
    source->setWordWrap(true);
    bottom->addWidget(source, 1);
    bottom->addWidget(copy);
    m_auditCard->column()->addWidget(m_audit, 1);
    m_auditCard->column()->addLayout(bottom);
    connect(copy, &CommandButton::confirmed, this, &AlarmsPage::copyAudit);
    return m_auditCard;
}

void AlarmsPage::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_book.reset();
    m_chosen.reset();
    m_list->clear();
    fillList();
    showDetail();
    showAudit();
}

void AlarmsPage::noteSnapshot(const Snapshot& snapshot)
{
    m_book.update(m_world, snapshot);
}

// Alarms that are active are worded anew with the next snapshot; what is over keeps its words.
void AlarmsPage::inherit(Page& before)
{
    if (auto* other = qobject_cast<AlarmsPage*>(&before)) {
        m_book = std::move(other->m_book);
        m_chosen = other->m_chosen;
        m_which->setCurrentIndex(other->m_which->currentIndex());
    }
}

void AlarmsPage::setSnapshot(const Snapshot&)
{
    fillList();
    showDetail();
    showAudit();
}

std::vector<const AlarmEntry*> AlarmsPage::shown() const
{
    switch (m_which->currentIndex()) {
    case Shelved:
        return m_book.shelved();
    case Suppressed:
        return m_book.suppressed();
    default:
        return m_book.annunciated();
    }
}

const AlarmEntry* AlarmsPage::chosenEntry() const
{
    return m_chosen ? m_book.find(*m_chosen) : nullptr;
}

QString AlarmsPage::stateOf(const AlarmEntry& entry) const
{
    if (entry.isShelved(m_book.now()))
        return tr("Shelved for another %1").arg(formatDuration(entry.shelvedUntil - m_book.now()));
    if (entry.isChattering && entry.isActive())
        return tr("Chattering");
    if (!entry.isActive())
        return tr("Over, not acknowledged");
    if (entry.finding.isSuppressed)
        return tr("Suppressed");
    if (entry.isAcknowledged())
        return tr("Acknowledged");
    return entry.isFirstOut ? tr("New, came first") : tr("New");
}

void AlarmsPage::fillRow(QTreeWidgetItem& row, const AlarmEntry& entry) const
{
    const Instant now = m_book.now();
    const StateShape shape = shapeOf(entry);
    row.setText(Priority, wordFor(priorityOf(entry.finding.key.kind)));
    row.setIcon(Priority, stateGlyphPixmap(shape, kGlyph, devicePixelRatioF(), currentTheme()));
    row.setSizeHint(Title, { 0, kRowHeight }); // the column that stretches
    row.setText(Title, entry.finding.title);
    row.setToolTip(Title, entry.finding.title);
    row.setText(Since, tr("%1 ago").arg(formatAge(now - entry.raisedAt)));
    row.setToolTip(Since, formatDayClock(m_world.start, entry.raisedAt));
    const auto left = entry.timeLeft(now);
    row.setText(TimeLeft,
        !left                          ? QString()
            : *left < Duration::zero() ? tr("late by %1").arg(formatAge(-*left))
                                       : formatAge(*left));
    row.setText(State, stateOf(entry));
    const QFont font = sb::font(entry.isAcknowledged() ? FontRole::Body : FontRole::BodyStrong);
    for (int column = 0; column < kColumnCount; ++column)
        row.setFont(column, font);
    row.setForeground(Priority, stateTextColor(currentTheme(), shape));
}

void AlarmsPage::fillList()
{
    const auto entries = shown();
    const QSignalBlocker quiet(m_list);
    while (m_list->topLevelItemCount() > static_cast<int>(entries.size()))
        delete m_list->takeTopLevelItem(m_list->topLevelItemCount() - 1);
    while (m_list->topLevelItemCount() < static_cast<int>(entries.size()))
        m_list->addTopLevelItem(new QTreeWidgetItem);
    if (!m_chosen && !entries.empty())
        m_chosen = entries.front()->finding.key;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        QTreeWidgetItem* row = m_list->topLevelItem(static_cast<int>(i));
        fillRow(*row, *entries[i]);
        row->setData(0, kKeyRole, static_cast<int>(i));
        if (m_chosen == entries[i]->finding.key && m_list->currentItem() != row)
            m_list->setCurrentItem(row);
    }
    m_which->setTabText(Announced, tr("Active (%1)").arg(m_book.annunciated().size()));
    m_which->setTabText(Shelved, tr("Shelved (%1)").arg(m_book.shelved().size()));
    m_which->setTabText(Suppressed, tr("Suppressed (%1)").arg(m_book.suppressed().size()));
    m_empty->setVisible(entries.empty());
    m_empty->setText(m_which->currentIndex() == Announced ? tr("Nothing asks for an action.")
            : m_which->currentIndex() == Shelved
            ? tr("Nothing is put aside. Shelving hides an alarm for a while, with a reason.")
            : tr("No alarm is explained by another one."));
    m_list->setVisible(!entries.empty());
    m_acknowledgeAll->setEnabled(m_book.unacknowledged() > 0);
    const bool isFlood = m_book.isFlood();
    m_listCard->setRemark(isFlood ? StateShape::Degraded : StateShape::Ok,
        isFlood ? tr("Flood: 10 or more in ten minutes")
                : tr("%1 not acknowledged").arg(m_book.unacknowledged()));
}

void AlarmsPage::showDetail()
{
    const AlarmEntry* entry = chosenEntry();
    m_detail->setEnabled(entry != nullptr);
    if (entry == nullptr) {
        m_chosen.reset();
        m_state->setState(StateShape::Ok, tr("No alarm is chosen"));
        for (QLabel* text : m_texts)
            text->setText(QStringLiteral("–"));
        m_shelve->setTexts(tr("Shelve"));
        return;
    }
    m_state->setState(shapeOf(*entry),
        tr("%1 · %2 priority").arg(stateOf(*entry), wordFor(priorityOf(entry->finding.key.kind))));
    const std::array texts { entry->finding.title, entry->finding.cause, entry->finding.consequence,
        entry->finding.action };
    for (std::size_t i = 0; i < texts.size(); ++i)
        m_texts[i]->setText(texts[i]);
    m_acknowledge->setEnabled(!entry->isAcknowledged() && !entry->finding.isSuppressed);
    m_go->setEnabled(entry->finding.key.region.isValid());
    const bool isShelved = entry->isShelved(m_book.now());
    m_shelve->setTexts(isShelved ? tr("Unshelve") : tr("Shelve"));
    m_shelve->setEnabled(isShelved || !m_reason->text().trimmed().isEmpty());
    m_shelveTime->setEnabled(!isShelved);
    m_reason->setEnabled(!isShelved);
    if (isShelved)
        m_texts[1]->setText(tr("%1 (shelved: %2)").arg(entry->finding.cause, entry->shelvedFor));
}

void AlarmsPage::showAudit()
{
    const auto lines = auditAlarms(m_book);
    m_audit->clear();
    bool isMet = true;
    for (const AuditLine& line : lines) {
        auto* row = new QTreeWidgetItem(m_audit,
            { line.measure, line.value, line.limit,
                !line.isJudged   ? (line.limit.isEmpty() ? QString() : tr("too few to judge"))
                    : line.isMet ? tr("yes")
                                 : tr("no") });
        row->setSizeHint(0, { 0, kRowHeight });
        row->setToolTip(0, line.measure);
        isMet = isMet && (!line.isJudged || line.isMet);
        if (line.isJudged && !line.isMet)
            row->setIcon(
                3, stateGlyphPixmap(StateShape::Degraded, kGlyph, devicePixelRatioF(), currentTheme()));
    }
    m_auditCard->setRemark(
        isMet ? StateShape::Ok : StateShape::Degraded, isMet ? tr("within limits") : tr("limits missed"));
}

void AlarmsPage::choose()
{
    const auto entries = shown();
    const QTreeWidgetItem* row = m_list->currentItem();
    const int index = row == nullptr ? -1 : row->data(0, kKeyRole).toInt();
    if (index < 0 || index >= static_cast<int>(entries.size()))
        return;
    m_chosen = entries[static_cast<std::size_t>(index)]->finding.key;
    showDetail();
}

void AlarmsPage::acknowledge()
{
    const AlarmEntry* entry = chosenEntry();
    if (entry == nullptr || !m_book.acknowledge(entry->finding.key))
        return;
    note(tr("Alarm acknowledged: %1").arg(entry->finding.title));
    fillList();
    showDetail();
}

void AlarmsPage::acknowledgeAll()
{
    QStringList titles;
    for (const AlarmEntry* entry : m_book.annunciated())
        if (m_book.acknowledge(entry->finding.key))
            titles += entry->finding.title;
    if (!titles.isEmpty())
        note(tr("Alarms acknowledged: %1").arg(titles.join(QStringLiteral("; "))));
    fillList();
    showDetail();
}

void AlarmsPage::toggleShelf()
{
    const AlarmEntry* entry = chosenEntry();
    if (entry == nullptr)
        return;
    const AlarmKey key = entry->finding.key;
    const Duration time = kShelveTimes.at(static_cast<std::size_t>(m_shelveTime->currentIndex()));
    if (m_book.unshelve(key))
        note(tr("Alarm taken off the shelf: %1").arg(entry->finding.title));
    else if (m_book.shelve(key, time, m_reason->text()))
        note(tr("Alarm shelved for %1: %2 (%3)")
                 .arg(formatDuration(time), entry->finding.title, m_reason->text().trimmed()));
    m_reason->clear();
    m_chosen.reset();
    fillList();
    showDetail();
}

// One line of at most 500 bytes, as the record takes it.
void AlarmsPage::note(const QString& text)
{
    constexpr int kCharsMax = 120; // of up to four bytes
    const QString line = text.simplified();
    Q_EMIT commandRequested(
        AddNote { (line.size() > kCharsMax ? line.left(kCharsMax - 1) + QChar(u'…') : line).toStdString() });
}

void AlarmsPage::copyAudit() const
{
    QString csv = QStringLiteral("measure,value,limit,met\n");
    for (const AuditLine& line : auditAlarms(m_book)) {
        const QString met = !line.isJudged ? QString()
            : line.isMet                   ? QStringLiteral("yes")
                                           : QStringLiteral("no");
        csv += QStringLiteral("\"%1\",\"%2\",\"%3\",%4\n").arg(line.measure, line.value, line.limit, met);
    }
    QApplication::clipboard()->setText(csv);
}

} // namespace sb
