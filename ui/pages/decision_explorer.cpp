// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision_explorer.h"

#include "ui/pages/decision_stream.h"
#include "ui/pages/page_parts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/explanation_view.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr int kGap = 8;
constexpr int kRowHeight = 24;
constexpr int kNameCharsMax = 253; // of a domain name
constexpr int kNobody = -1;

} // namespace

DecisionExplorer::DecisionExplorer(QWidget* parent)
    : QWidget(parent)
    , m_stream(new DecisionStream(this))
    , m_filter(new DecisionFilter(this))
    , m_table(new QTableView(this))
    , m_cityFilter(new QLineEdit(this))
    , m_regionFilter(new QComboBox(this))
    , m_reasonFilter(new QComboBox(this))
    , m_hold(new QPushButton(this))
    , m_counts(captionLabel(this))
    , m_city(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_try(new QPushButton(tr("&Ask"), this))
    , m_end(new QPushButton(tr("End trial"), this))
    , m_trialState(captionLabel(this))
    , m_explanation(new ExplanationView(this))
{
    setAccessibleName(tr("Routing decisions"));
    auto* why = new TitledCard(tr("Why this answer"), this);
    why->column()->addWidget(m_explanation);
    auto* left = new QWidget(this);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(kGap);
    leftColumn->addWidget(makeStream(), 1);
    leftColumn->addWidget(makeTrial());
    auto* parts = new QSplitter(Qt::Horizontal, this);
    parts->setHandleWidth(kGap);
    parts->setChildrenCollapsible(false);
    parts->addWidget(left);
    parts->addWidget(why);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    parts->setSizes({ 1000, 1000 }); // only their proportion counts
    left->setMinimumWidth(320);
    why->setMinimumWidth(340);
    left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    why->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(parts);
    setHeld(false);
}

QWidget* DecisionExplorer::makeStream()
{
    auto* card = new TitledCard(tr("Decisions, newest first"), this);
    m_filter->setSourceModel(m_stream);
    m_filter->setDynamicSortFilter(true);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Decisions"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // tooltips have what is cut
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(DecisionStream::Reason, QHeaderView::Stretch);
    const int letter = m_table->fontMetrics().averageCharWidth();
    header->resizeSection(DecisionStream::Time, letter * 9);
    header->resizeSection(DecisionStream::City, letter * 11);
    header->resizeSection(DecisionStream::Answer, letter * 10);
    header->resizeSection(DecisionStream::Ttl, letter * 6);
    m_cityFilter->setPlaceholderText(tr("City"));
    m_cityFilter->setAccessibleName(tr("Only cities whose name has"));
    m_cityFilter->setClearButtonEnabled(true);
    m_cityFilter->setMinimumWidth(70);
    m_regionFilter->setAccessibleName(tr("Only answers that name"));
    m_reasonFilter->setAccessibleName(tr("Only decisions by"));
    for (QComboBox* box : { m_regionFilter, m_reasonFilter }) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(7);
    }
    m_hold->setCheckable(true);
    m_hold->setFocusPolicy(Qt::TabFocus);
    m_hold->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(6);
    filters->addWidget(m_cityFilter, 2);
    filters->addWidget(m_regionFilter, 3);
    filters->addWidget(m_reasonFilter, 3);
    filters->addWidget(m_hold);
    card->column()->addLayout(filters);
    card->column()->addWidget(m_table, 1);
    card->column()->addWidget(m_counts);
    m_counts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_cityFilter, &QLineEdit::textChanged, m_filter, &DecisionFilter::setCity);
    connect(m_regionFilter, &QComboBox::currentIndexChanged, this,
        [this] { m_filter->setRegion(m_regionFilter->currentData().toInt()); });
    connect(m_reasonFilter, &QComboBox::currentIndexChanged, this,
        [this] { m_filter->setReason(m_reasonFilter->currentData().toInt()); });
    connect(m_hold, &QPushButton::toggled, this, &DecisionExplorer::setHeld);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) {
            if (current.isValid())
                chooseRow(m_filter->mapToSource(current).row());
        });
    return card;
}

QWidget* DecisionExplorer::makeTrial()
{
    auto* card = new TitledCard(tr("Try it"), this);
    m_city->setEditable(true);
    m_city->setInsertPolicy(QComboBox::NoInsert);
    m_city->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_city->completer()->setFilterMode(Qt::MatchContains);
    m_city->setAccessibleName(tr("City that asks"));
    m_city->lineEdit()->setPlaceholderText(tr("City that asks"));
    m_city->lineEdit()->setAccessibleName(tr("City that asks"));
    m_city->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_city->setMinimumContentsLength(8);
    m_kind->setAccessibleName(tr("Resolver"));
    m_kind->addItem(tr("resolver that honours the TTL"), false);
    m_kind->addItem(tr("resolver that ignores the TTL"), true);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(8);
    m_name->setMaxLength(kNameCharsMax);
    m_name->setAccessibleName(tr("Name asked for"));
    m_name->setPlaceholderText(tr("Name; empty: the one that customers ask for"));
    for (QPushButton* button : { m_try, m_end }) {
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_city, 0, 0);
    grid->addWidget(m_kind, 0, 1, 1, 2);
    grid->addWidget(m_name, 1, 0);
    grid->addWidget(m_try, 1, 1);
    grid->addWidget(m_end, 1, 2);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 2);
    card->column()->addLayout(grid);
    card->column()->addWidget(m_trialState);
    m_trialState->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_try, &QPushButton::clicked, this, &DecisionExplorer::tryIt);
    connect(m_end, &QPushButton::clicked, this, &DecisionExplorer::endTrial);
    connect(m_name, &QLineEdit::returnPressed, this, &DecisionExplorer::tryIt);
    connect(m_city, &QComboBox::activated, this, [this] { readTrial(); });
    connect(m_kind, &QComboBox::activated, this, [this] { readTrial(); });
    return card;
}

void DecisionExplorer::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_stream->setWorld(world);
    m_explanation->setWorld(world);
    m_explanation->clear(tr("Select a decision, or try one."));
    m_admissions.clear();
    m_regionFilter->clear();
    m_regionFilter->addItem(tr("any region"), kNobody);
    for (const RegionInfo& region : world.regions)
        m_regionFilter->addItem(regionName(region), int { region.id.value });
    m_reasonFilter->clear();
    m_reasonFilter->addItem(tr("any reason"), kNobody);
    for (int i = 0; i <= static_cast<int>(DecisionReason::ByPolicy); ++i)
        m_reasonFilter->addItem(wordFor(static_cast<DecisionReason>(i)), i);
    std::vector<CityInfo> cities = world.cities;
    std::sort(
        cities.begin(), cities.end(), [](const CityInfo& a, const CityInfo& b) { return a.name < b.name; });
    m_city->clear();
    for (const CityInfo& city : cities)
        m_city->addItem(tr("%1, %2").arg(qs(city.name), qs(city.country)), int { city.id.value });
    m_city->setCurrentIndex(-1);
    m_name->clear();
    endTrial();
    showCounts();
}

void DecisionExplorer::setSnapshot(const Snapshot& snapshot)
{
    m_admissions = snapshot.admissions;
    m_stream->update(snapshot);
    showCounts();
    showTrial(snapshot);
}

void DecisionExplorer::showCounts()
{
    const QString shown
        = tr("%1 of the latest %2").arg(formatCount(m_filter->rowCount()), formatCount(m_stream->rowCount()));
    m_counts->setText(m_stream->missed() == 0
            ? shown
            : tr("%1; %2 more came faster than they can be shown")
                  .arg(shown, formatCount(static_cast<qint64>(m_stream->missed()))));
    m_counts->setToolTip(m_counts->text());
    m_hold->setText(!m_stream->isHeld() ? tr("&Hold")
            : m_stream->waiting() == 0
            ? tr("&Follow")
            : tr("&Follow (%1 new)").arg(formatCount(qint64(m_stream->waiting()))));
}

void DecisionExplorer::setHeld(bool isHeld)
{
    m_stream->setHeld(isHeld);
    m_hold->setChecked(isHeld);
    m_hold->setToolTip(isHeld ? tr("Shows what has come and follows again")
                              : tr("Holds the list still; what comes is shown later"));
    showCounts();
}

void DecisionExplorer::chooseRow(int row)
{
    const auto decision = m_stream->decision(row);
    if (!decision)
        return;
    m_showsTrial = false;
    m_explanation->setDecision(*decision, m_admissions);
}

void DecisionExplorer::explain()
{
    QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        current = m_filter->index(0, 0);
    if (!current.isValid())
        return;
    m_table->setCurrentIndex(current);
    m_table->setFocus(Qt::OtherFocusReason);
    chooseRow(m_filter->mapToSource(current).row());
}

void DecisionExplorer::tryIt()
{
    m_showsTrial = true;
    const bool wasTried = m_trial.city.isValid();
    const int city = m_city->findText(m_city->currentText(), Qt::MatchFixedString);
    if (city < 0) {
        m_trialState->setText(m_city->currentText().isEmpty()
                ? tr("Choose the city that asks")
                : tr("No city of the run is called '%1'; choose one of the list").arg(m_city->currentText()));
        m_city->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_city->setCurrentIndex(city);
    m_trial.city = CityId { static_cast<std::uint16_t>(m_city->itemData(city).toInt()) };
    m_trial.ignoresTtl = m_kind->currentData().toBool();
    m_trial.name = m_name->text().trimmed().toStdString();
    m_trialState->setText(tr("Asked anew with each tick; nothing of the run changes"));
    m_end->setEnabled(true);
    if (!wasTried)
        m_table->clearSelection();
    Q_EMIT trialChanged();
}

void DecisionExplorer::readTrial()
{
    if (m_trial.city.isValid()) // a trial under way follows what is chosen
        tryIt();
}

void DecisionExplorer::endTrial()
{
    const bool wasTried = m_trial.city.isValid();
    m_trial = {};
    m_end->setEnabled(false);
    m_trialState->setText(tr("Asks the zone as it is now; nothing of the run changes"));
    if (m_showsTrial)
        m_explanation->clear(tr("Select a decision, or try one."));
    m_showsTrial = false;
    if (wasTried)
        Q_EMIT trialChanged();
}

void DecisionExplorer::showTrial(const Snapshot& snapshot)
{
    // An answer to an earlier question is none to this one.
    if (m_showsTrial && snapshot.trial && snapshot.trial->asked == m_trial)
        m_explanation->setTrial(*snapshot.trial);
}

} // namespace sb
