// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data_page.h"

#include "ui/pages/conflict_card.h"
#include "ui/pages/copies_view.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/provoke_card.h"
#include "ui/pages/row_table.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace sb {

namespace {

constexpr int kKeyCharsMax = 80;
constexpr int kProvokeWidth = 270;

} // namespace

DataPage::DataPage(QWidget* parent)
    : FramedPage(tr("Data"), parent)
    , m_search(new QLineEdit(this))
    , m_title(new QLabel(this))
    , m_agreement(new StateLine(this))
    , m_copies(new CopiesView(this))
    , m_table(new RowTable(tr("Copies of the key, a row for each region"), this))
    , m_keyConflicts(new RowTable(tr("Conflicts of this key, newest first"), this))
    , m_provoke(new ProvokeCard(this))
    , m_conflicts(new ConflictCard(this))
{
    buildSearch();
    buildCopies();
    auto* lower = new QHBoxLayout;
    lower->setSpacing(8);
    lower->addWidget(m_conflicts, 1);
    m_provoke->setFixedWidth(kProvokeWidth);
    lower->addWidget(m_provoke);
    body()->addLayout(lower, 1);
    connect(m_provoke, &ProvokeCard::commandRequested, this, &Page::commandRequested);
    connect(m_provoke, &ProvokeCard::provoked, this,
        [this](BookId book) { inspect(QStringLiteral("book %1").arg(book.value)); });
    connect(m_conflicts, &ConflictCard::keyChosen, this, &DataPage::inspect);
    setFocusProxy(m_search);
    showNothing(StateShape::Unknown, {});
}

void DataPage::buildSearch()
{
    m_search->setPlaceholderText(tr("A key, such as book 1342"));
    m_search->setAccessibleName(tr("Key to look at"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(kKeyCharsMax);
    m_search->setMinimumHeight(26);
    m_search->setMinimumWidth(140);
    head()->addWidget(m_search, 1);
    for (const char* example : { "book 1342", "stock 1342", "cart 1207", "order 48213" }) {
        auto* chip = new QToolButton(this); // a word that the engine knows, in every language the same
        chip->setText(QLatin1String(example));
        chip->setAccessibleName(tr("Look at %1").arg(chip->text()));
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setMinimumHeight(26);
        head()->addWidget(chip);
        m_chips.push_back(chip);
        connect(chip, &QToolButton::clicked, this, [this, chip] { inspect(chip->text()); });
    }
    connect(m_search, &QLineEdit::returnPressed, this, [this] { inspect(m_search->text()); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            inspect({});
    });
}

void DataPage::buildCopies()
{
    auto* card = new TitledCard(tr("Copies"), this);
    m_title->setFont(sb::font(FontRole::BodyStrong));
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_title);
    line->addWidget(m_agreement, 1);
    auto* scroll = new QScrollArea(card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_copies);
    scroll->viewport()->setAutoFillBackground(false);
    m_copies->setAutoFillBackground(false);
    m_table->setColumns(
        { { tr("Region") }, { tr("Copy") }, { tr("Value") }, { tr("Version") }, { tr("Age"), true } });
    QStackedWidget* twins = makeTwins(scroll, m_table);
    twins->setFixedHeight(m_copies->sizeHint().height() + 16);
    m_keyConflicts->setColumns(
        { { tr("Time"), false, 76 }, { tr("Found in"), false, 100 }, { tr("Winner"), false, 180 },
            { tr("Loser"), false, 180 }, { tr("The loser was"), false, 120 }, { tr("Rule") } });
    m_keyConflicts->setFitting(3);
    card->column()->addLayout(line);
    card->column()->addWidget(twins);
    card->column()->addWidget(m_keyConflicts);
    body()->addWidget(card);
}

void DataPage::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_copies->setWorld(world);
    m_provoke->setWorld(world);
    m_conflicts->setWorld(world);
    showNothing(StateShape::Unknown, {});
}

Focus DataPage::focus() const
{
    Focus focus;
    focus.key = m_key.toStdString();
    return focus;
}

void DataPage::inspect(const QString& key)
{
    const QString wanted = key.simplified();
    if (m_search->text() != wanted && !wanted.isEmpty())
        m_search->setText(wanted);
    if (wanted == m_key)
        return;
    m_key = wanted;
    const QStringList words = wanted.split(QLatin1Char(' '));
    if (words.size() == 2 && words[0] == QLatin1String("book"))
        m_provoke->setBook(BookId { words[1].toUInt() });
    showNothing(StateShape::Unknown, wanted.isEmpty() ? QString() : tr("Asking the stores …"));
    Q_EMIT focusChanged();
}

void DataPage::showNothing(StateShape shape, const QString& text)
{
    m_title->setText(m_key);
    m_title->setVisible(!m_key.isEmpty());
    m_agreement->setVisible(!text.isEmpty());
    m_agreement->setState(shape, text);
    m_copies->setEmptyText(m_key.isEmpty()
            ? tr("Type a key, or press one of the examples: every region's copy is then shown here, and how "
                 "they differ.")
            : QString());
    m_copies->setCopies({});
    m_table->setRows({});
    m_table->setEmptyText(m_copies->emptyText());
    m_keyConflicts->setRows({});
    m_keyConflicts->setVisible(false);
}

void DataPage::setSnapshot(const Snapshot& snapshot)
{
    m_conflicts->refresh();
    if (!m_key.isEmpty())
        showInspection(snapshot);
}

void DataPage::addEvents(const std::vector<Event>& events)
{
    m_conflicts->add(events);
}

void DataPage::showInspection(const Snapshot& snapshot)
{
    const InspectView* view = snapshot.inspection.get();
    // An answer to an earlier question says nothing about this one.
    if (view == nullptr || view->key != m_key.toStdString())
        return;
    if (!view->error.empty()) {
        showNothing(StateShape::Degraded, qs(view->error));
        return;
    }
    m_title->setText(qs(view->title));
    m_title->setVisible(true);
    m_agreement->setVisible(true);
    m_agreement->setState(view->isAgreed ? StateShape::Ok : StateShape::Degraded,
        (view->isAgreed ? tr("All readable copies agree. %1") : tr("The copies differ. %1"))
            .arg(view->policy.empty() ? QString() : tr("Rule: %1").arg(qs(view->policy))));
    std::vector<CopyReading> copies;
    for (const InspectedCopy& copy : view->copies)
        copies.push_back(readCopy(m_world, copy, *view, snapshot.now));
    m_copies->setCopies(std::move(copies));
    fillTable(*view, snapshot.now);
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < view->conflicts.size(); ++i) {
        const InspectedConflict& conflict = view->conflicts[i];
        rows.push_back(
            { { { formatClock(m_world.start, conflict.at) }, { regionName(m_world, conflict.region) },
                  { qs(conflict.winner) }, { qs(conflict.loser) },
                  { conflict.wasAcknowledged ? tr("acknowledged") : tr("not acknowledged"),
                      conflict.wasAcknowledged ? StateShape::Degraded : StateShape::Ok },
                  { qs(conflict.rule) } },
                i + 1, {} });
    }
    m_keyConflicts->setVisible(true);
    m_keyConflicts->setEmptyText(tr("No version of this key has lost to another."));
    m_keyConflicts->setRows(std::move(rows));
}

void DataPage::fillTable(const InspectView& view, Instant now)
{
    std::vector<TableRow> rows;
    for (const InspectedCopy& copy : view.copies) {
        const CopyReading reading = readCopy(m_world, copy, view, now);
        rows.push_back({ { { regionName(m_world, copy.region) }, { reading.word, reading.shape },
                             { reading.value }, { reading.version }, { reading.age } },
            static_cast<qulonglong>(copy.region.value) + 1, {} });
    }
    m_table->setRows(std::move(rows));
}

} // namespace sb
