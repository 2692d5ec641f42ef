// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drills/drill_list_card.h"

#include "ui/drills/drill_words.h"
#include "ui/pages/row_table.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sb {
namespace {

constexpr std::array kSpeeds { 100, 1000, 6000, 0 };
constexpr int kDescriptionHeight = 92;
constexpr int kLeastTitle = 150; // px
constexpr int kSeedDigits = 18; // below 2^63, which is as much as a drill file may say
constexpr int kFilterCharsMax = 60;

StateShape shapeOfEntry(const DrillEntry& entry)
{
    return entry.error.empty() ? StateShape::Ok : StateShape::Failed;
}

QString titleOf(const DrillEntry& entry)
{
    return entry.title.empty() ? QFileInfo(qs(entry.path)).fileName() : qs(entry.title);
}

} // namespace

DrillListCard::DrillListCard(QWidget* parent)
    : TitledCard(tr("Drills to choose from"), parent)
    , m_filter(new QLineEdit(this))
    , m_table(new RowTable(tr("Drills"), this))
    , m_title(new QLabel(this))
    , m_facts(captionLabel(this))
    , m_description(new QLabel(this))
    , m_seed(new QLineEdit(this))
    , m_other(new QPushButton(tr("Ano&ther seed"), this))
    , m_speed(new QComboBox(this))
    , m_start(new QPushButton(tr("&Start"), this))
    , m_startPaused(new QPushButton(tr("Start &paused"), this))
    , m_random(new QPushButton(tr("Rando&m faults"), this))
    , m_copy(new QPushButton(tr("&Copy as command line"), this))
    , m_open(new QPushButton(tr("Open &file…"), this))
{
    m_filter->setPlaceholderText(tr("Find a drill"));
    m_filter->setAccessibleName(tr("Find a drill"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(kFilterCharsMax);
    m_table->setColumns({ { tr("Drill"), false, 0, false, kLeastTitle },
        { tr("Difficulty"), false, 78, true }, { tr("Length"), true, 62 } });
    m_table->setTextElideMode(Qt::ElideMiddle); // the profile at a title's end tells two drills apart
    m_title->setFont(sb::font(FontRole::BodyStrong));
    m_title->setWordWrap(true);
    m_facts->setWordWrap(true);
    m_description->setWordWrap(true);
    m_description->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("The same drill and seed are the same run, here and on the command line."));
    m_seed->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[0-9]{0,%1}").arg(kSeedDigits)), m_seed));
    m_speed->setAccessibleName(tr("Speed"));
    for (const int percent : kSpeeds)
        //: how fast virtual time goes, such as "10×"
        m_speed->addItem(tr("at %1").arg(formatSpeed(percent)), percent);
    m_start->setProperty("emphasis", QStringLiteral("primary"));
    m_random->setToolTip(tr("Draws a drill of random faults from a new seed and shows its text"));
    for (QPushButton* button : { m_other, m_start, m_startPaused, m_random, m_copy, m_open }) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    layOut();
    connectButtons();
    fill();
}

void DrillListCard::layOut()
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_description);
    scroll->setFixedHeight(kDescriptionHeight);
    scroll->viewport()->setAutoFillBackground(false);
    m_description->setAutoFillBackground(false);
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    grid->addWidget(captionLabel(this, tr("Seed")), 0, 0);
    grid->addWidget(m_seed, 0, 1);
    grid->addWidget(m_other, 0, 2);
    grid->addWidget(captionLabel(this, tr("Speed")), 1, 0);
    grid->addWidget(m_speed, 1, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    auto* buttons = new QGridLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_start, 0, 0);
    buttons->addWidget(m_startPaused, 0, 1);
    buttons->addWidget(m_open, 1, 0);
    buttons->addWidget(m_random, 1, 1);
    buttons->addWidget(m_copy, 2, 0, 1, 2);
    column()->addWidget(m_filter);
    column()->addWidget(m_table, 1);
    column()->addWidget(m_title);
    column()->addWidget(m_facts);
    column()->addWidget(scroll);
    column()->addLayout(grid);
    column()->addLayout(buttons);
}

void DrillListCard::connectButtons()
{
    connect(m_filter, &QLineEdit::textChanged, this, &DrillListCard::fill);
    connect(m_table, &RowTable::rowChosen, this, [this](qulonglong id) {
        if (id < m_entries.size())
            choose(qs(m_entries[id].path));
    });
    connect(m_table, &QTableView::doubleClicked, this, [this] {
        if (m_start->isEnabled())
            Q_EMIT startRequested(false);
    });
    connect(m_other, &QPushButton::clicked, this,
        [this] { setSeed(QRandomGenerator::global()->bounded(1U, 1'000'000U)); });
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(false); });
    connect(m_startPaused, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(true); });
    connect(m_random, &QPushButton::clicked, this, &DrillListCard::randomRequested);
    connect(m_copy, &QPushButton::clicked, this, &DrillListCard::copyRequested);
    connect(m_open, &QPushButton::clicked, this, &DrillListCard::openRequested);
}

void DrillListCard::setShipped(const std::vector<DrillEntry>& entries)
{
    m_entries.resize(m_opened);
    m_entries.insert(m_entries.end(), entries.begin(), entries.end());
    if (chosen() == nullptr && !m_entries.empty())
        choose(qs(m_entries.front().path));
    fill();
}

void DrillListCard::addOpened(const DrillEntry& entry)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(),
        [&](const DrillEntry& other) { return other.path == entry.path; });
    if (known != m_entries.end()) {
        *known = entry;
    } else {
        m_entries.insert(m_entries.begin(), entry);
        ++m_opened;
    }
    m_filter->clear();
    m_chosen.clear(); // its text may be another one
    fill();
    choose(qs(entry.path));
}

void DrillListCard::choose(const QString& path)
{
    if (path == m_chosen)
        return;
    m_chosen = path;
    if (const DrillEntry* entry = chosen())
        setSeed(entry->seed);
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (qs(m_entries[i].path) == path)
            m_table->select(i);
    showChosen();
    Q_EMIT chosenChanged();
}

void DrillListCard::inherit(const DrillListCard& before)
{
    m_entries = before.m_entries;
    m_opened = before.m_opened;
    m_speed->setCurrentIndex(before.m_speed->currentIndex());
    fill();
    choose(before.m_chosen);
    m_seed->setText(before.m_seed->text());
}

const DrillEntry* DrillListCard::chosen() const
{
    for (const DrillEntry& entry : m_entries)
        if (qs(entry.path) == m_chosen)
            return &entry;
    return nullptr;
}

DrillStart DrillListCard::start() const
{
    DrillStart start;
    start.speedPercent = m_speed->currentData().toInt();
    const DrillEntry* entry = chosen();
    bool isNumber = false;
    const quint64 seed = m_seed->text().toULongLong(&isNumber);
    if (isNumber && (entry == nullptr || seed != entry->seed))
        start.seed = seed;
    return start;
}

void DrillListCard::setSeed(quint64 seed)
{
    m_seed->setText(QString::number(seed));
}

void DrillListCard::fill()
{
    std::vector<TableRow> rows;
    const QString wanted = m_filter->text().simplified();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const DrillEntry& entry = m_entries[i];
        const QString title = titleOf(entry);
        const QString all = title + QLatin1Char(' ') + qs(entry.path) + QLatin1Char(' ')
            + qs(entry.description) + QLatin1Char(' ') + wordFor(entry.difficulty);
        if (!all.contains(wanted, Qt::CaseInsensitive))
            continue;
        const bool isGood = entry.error.empty();
        RowCell name { title };
        if (!isGood)
            name.shape = shapeOfEntry(entry);
        rows.push_back({ { name, { wordFor(entry.difficulty) },
                             { isGood ? formatDuration(entry.until - kStart) : tr("mistakes") } },
            i, isGood ? title : qs(entry.error) });
    }
    m_table->setEmptyText(m_entries.empty() ? tr("Reading the drills …") : tr("No drill has these letters."));
    m_table->setRows(std::move(rows));
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (qs(m_entries[i].path) == m_chosen)
            m_table->select(i);
    showChosen();
}

void DrillListCard::showChosen()
{
    const DrillEntry* entry = chosen();
    const bool isGood = entry != nullptr && entry->error.empty();
    for (QPushButton* button : { m_start, m_startPaused })
        button->setEnabled(isGood);
    m_copy->setEnabled(entry != nullptr);
    m_title->setText(entry == nullptr ? QString() : titleOf(*entry));
    if (!isGood) {
        m_facts->clear();
        m_description->setText(entry == nullptr ? QString() : qs(entry->error));
        return;
    }
    //: length, how many steps, how many checks, number
    m_facts->setText(tr("%1 · steps: %2 · checks: %3 · own seed %4")
                         .arg(formatDuration(entry->until - kStart))
                         .arg(entry->steps)
                         .arg(entry->checks)
                         .arg(entry->seed));
    m_description->setText(qs(entry->description).simplified());
}

} // namespace sb
