// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflict_card.h"

#include "ui/pages/row_table.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr std::size_t kMostKept = 5000;
constexpr std::size_t kMostShown = 500;

bool containsAll(const TableRow& row, const QStringList& words)
{
    QString all;
    for (const RowCell& cell : row.cells)
        all += cell.text + QLatin1Char(' ');
    return std::all_of(words.begin(), words.end(),
        [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QString focusKeyOf(const QString& object)
{
    static const struct {
        QLatin1String words;
        const char* key;
    } kKinds[] = { { QLatin1String("stock of book "), "stock" }, { QLatin1String("blog post "), "post" },
        { QLatin1String("in the cart of customer "), "cart" }, { QLatin1String("cart "), "cart" },
        { QLatin1String("order "), "order" }, { QLatin1String("coupon "), "coupon" },
        { QLatin1String("book "), "book" } };
    for (const auto& kind : kKinds) {
        const auto at = object.lastIndexOf(kind.words);
        if (at < 0)
            continue;
        QString number;
        for (const QChar c : object.mid(at + kind.words.size()))
            if (c.isDigit())
                number += c;
        return QStringLiteral("%1 %2").arg(QLatin1String(kind.key), number);
    }
    return object;
}

ConflictCard::ConflictCard(QWidget* parent)
    : TitledCard(tr("Conflicts of the run"), parent)
    , m_filter(new QLineEdit(this))
    , m_count(captionLabel(this))
    , m_table(new RowTable(tr("Conflicts of the run, newest first"), this))
{
    m_filter->setPlaceholderText(tr("Filter by any word"));
    m_filter->setAccessibleName(tr("Filter conflicts"));
    m_filter->setClearButtonEnabled(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    m_table->setColumns({ { tr("Time"), false, 76 }, { tr("Key"), false, 130 }, { tr("Winner"), false, 130 },
        { tr("Loser"), false, 130 }, { tr("Rule"), false, 130, true },
        { tr("What happened"), false, 0, true } });
    column()->addLayout(row);
    column()->addWidget(m_table, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &ConflictCard::refill);
    connect(m_table, &RowTable::rowChosen, this, [this](qulonglong id) {
        for (const Event& event : m_events)
            if (event.seq.value == id)
                Q_EMIT keyChosen(focusKeyOf(qs(event.object)));
    });
    refill();
}

void ConflictCard::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_events.clear();
    m_dropped = 0;
    refill();
}

void ConflictCard::add(const std::vector<Event>& events)
{
    for (const Event& event : events) {
        if (event.kind != EventKind::ConflictFound)
            continue;
        m_events.push_back(event);
        m_isStale = true;
        if (m_events.size() > kMostKept) {
            m_events.pop_front();
            ++m_dropped;
        }
    }
}

void ConflictCard::refresh()
{
    if (m_isStale)
        refill();
}

void ConflictCard::refill()
{
    m_isStale = false;
    const QStringList words = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<TableRow> rows;
    for (auto event = m_events.rbegin(); event != m_events.rend() && rows.size() < kMostShown; ++event) {
        const auto side = [&](RegionId region, const std::string& value) {
            const QString name = regionName(m_world, region);
            const QString words = fromEngine(value);
            const bool isNamed = !region.isValid() || words.contains(name);
            return isNamed ? words : tr("%1 (%2)").arg(words, name);
        };
        const bool isWarning = event->severity >= Severity::Warning;
        TableRow row { { { formatClock(m_world.start, event->at) },
                           { fromEngine(event->object), isWarning ? StateShape::Degraded : StateShape::Ok },
                           { side(event->region, event->valueAfter) },
                           { side(event->peer, event->valueBefore) }, { fromEngine(event->action) },
                           { fromEngine(event->note) } },
            event->seq.value, fromEngine(event->note) };
        if (containsAll(row, words))
            rows.push_back(std::move(row));
    }
    m_count->setText(m_dropped > 0 ? tr("%1 shown, %2 earlier ones dropped").arg(rows.size()).arg(m_dropped)
                                   : tr("%1 of %2").arg(rows.size()).arg(m_events.size()));
    m_table->setEmptyText(m_events.empty()
            ? tr("No conflict so far. Provoke one in the card beside, or cut a link and wait.")
            : tr("No conflict contains these words. Clear the filter to see all %1.").arg(m_events.size()));
    m_table->setRows(std::move(rows));
}

} // namespace sb
