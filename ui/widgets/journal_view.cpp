// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/journal_view.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/widgets/event_model.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace sb {

namespace {

// Rows at or above a severity that contain every word of the filter.
class EventFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void set(const QString& text, int severity)
    {
        m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        m_severity = severity;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        if (sourceModel()->index(row, 0, parent).data(EventModel::SeverityRole).toInt() < m_severity)
            return false;
        if (m_words.isEmpty())
            return true;
        QString all;
        for (int column = 0; column < EventModel::kColumnCount; ++column)
            all += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char(' ');
        return std::all_of(m_words.begin(), m_words.end(),
            [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
    int m_severity = 0;
};

QString quoted(const QString& field)
{
    if (!field.contains(QLatin1Char(',')) && !field.contains(QLatin1Char('"'))
        && !field.contains(QLatin1Char('\n')))
        return field;
    QString copy = field;
    return QLatin1Char('"') + copy.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

} // namespace

JournalView::JournalView(QWidget* parent)
    : QWidget(parent)
    , m_model(new EventModel(this))
    , m_proxy(new EventFilter(this))
    , m_filter(new QLineEdit(this))
    , m_level(new QComboBox(this))
    , m_follow(new QCheckBox(tr("&Follow"), this))
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
{
    auto* title = new QLabel(tr("Journal"), this);
    title->setFont(sb::font(FontRole::BodyStrong));
    m_filter->setPlaceholderText(tr("Filter by any word"));
    m_filter->setAccessibleName(tr("Filter events"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(260);
    m_level->setAccessibleName(tr("Least severity"));
    for (const Severity s : { Severity::Info, Severity::Notice, Severity::Warning, Severity::Critical })
        m_level->addItem(s == Severity::Info ? tr("All severities") : tr("%1 and above").arg(wordFor(s)),
            static_cast<int>(s));
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Keeps the newest event in view"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* copy = new QPushButton(tr("&Copy as CSV"), this);
    copy->setToolTip(tr("Copies the rows shown as comma-separated values"));
    m_proxy->setSourceModel(m_model);
    m_table->setModel(m_proxy);
    m_table->setAccessibleName(tr("Journal of events"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    const int widths[] = { 60, 96, 80, 92, 160, 150 };
    for (int i = 0; i < 6; ++i)
        m_table->setColumnWidth(i, widths[i]);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(title);
    row->addWidget(m_filter, 1);
    row->addWidget(m_level);
    row->addWidget(m_follow);
    row->addStretch(1);
    row->addWidget(m_count);
    row->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &JournalView::applyFilter);
    connect(m_level, &QComboBox::currentIndexChanged, this, &JournalView::applyFilter);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(csv()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT eventActivated(EventSeq { index.data(EventModel::SeqRole).toULongLong() });
    });
    showCount();
}

void JournalView::setWorld(const WorldDescription& world)
{
    m_model->setWorld(world);
    showCount();
}

void JournalView::appendEvents(const std::vector<Event>& events)
{
    if (events.empty())
        return;
    m_model->append(events);
    showCount();
    if (m_follow->isChecked() && isVisible())
        m_table->scrollToBottom();
}

void JournalView::reveal(EventSeq seq)
{
    for (int row = m_proxy->rowCount() - 1; row >= 0; --row) {
        const QModelIndex index = m_proxy->index(row, 0);
        if (index.data(EventModel::SeqRole).toULongLong() != seq.value)
            continue;
        m_follow->setChecked(false);
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
        return;
    }
}

void JournalView::applyFilter()
{
    static_cast<EventFilter*>(m_proxy)->set(m_filter->text(), m_level->currentData().toInt());
    showCount();
}

void JournalView::showCount()
{
    const int shown = m_proxy->rowCount();
    const int all = m_model->rowCount();
    if (m_model->dropped() > 0)
        m_count->setText(tr("%1 of %2 events, older ones only in the record").arg(shown).arg(all));
    else
        m_count->setText(shown == all ? formatEvents(all) : tr("%1 of %2 events").arg(shown).arg(all));
}

QString JournalView::csv() const
{
    QStringList lines;
    for (int row = -1; row < m_proxy->rowCount(); ++row) {
        QStringList fields;
        for (int column = 0; column < EventModel::kColumnCount; ++column)
            fields << quoted(row < 0 ? m_proxy->headerData(column, Qt::Horizontal).toString()
                                     : m_proxy->index(row, column).data().toString());
        lines << fields.join(QLatin1Char(','));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace sb
