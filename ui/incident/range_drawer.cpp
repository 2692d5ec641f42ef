// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/range_drawer.h"

#include "ui/incident/phase_targets.h"
#include "ui/incident/range_summary.h"
#include "ui/incident/run_difference.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/row_table.h"
#include "ui/theme/engine_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QBoxLayout>
#include <QLabel>

#include <array>

namespace sb {
namespace {

constexpr int kGap = 6;

} // namespace

RangeDrawer::RangeDrawer(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_incident(new QLabel(this))
    , m_parts(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_measures(new RowTable(tr("Phases of the incident against their targets"), this))
    , m_differences(new RowTable(tr("This run and the compared one"), this))
    , m_facts(new RowTable(tr("What happened in the range"), this))
    , m_kinds(new RowTable(tr("Events of the range by kind"), this))
{
    setAccessibleName(tr("Details"));
    for (QLabel* label : { m_title, m_incident }) {
        label->setFont(sb::font(FontRole::CaptionStrong));
        label->setWordWrap(true);
    }
    m_measures->setColumns({ { tr("Phase") }, { tr("Took"), true, 86 }, { tr("Objective"), true, 64 } });
    m_measures->setEmptyText(tr("No incident yet. Its phases appear here with the first fault."));
    m_differences->setColumns({ { tr("Measure") }, { tr("This run"), true, 80 }, { tr("Compared"), true, 80 },
        { tr("Difference"), true, 76 } });
    m_differences->hide();
    m_facts->setColumns({ { tr("Figure") }, { tr("Value"), true, 172 } });
    m_kinds->setColumns({ { tr("Kind of event") }, { tr("Count"), true, 54 } });
    m_kinds->setEmptyText(tr("No events in this range."));
    const auto column = [this](QLabel* title, RowTable* table, int stretch) {
        auto* part = new QVBoxLayout;
        part->setSpacing(2);
        if (title != nullptr)
            part->addWidget(title);
        part->addWidget(table, 1);
        if (table == m_measures)
            part->addWidget(m_differences, 1);
        m_parts->addLayout(part, stretch);
    };
    column(m_incident, m_measures, 4);
    column(m_title, m_facts, 5);
    column(nullptr, m_kinds, 4);
    m_parts->setSpacing(kGap);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(m_parts);
}

void RangeDrawer::setWide(bool isWide)
{
    m_isWide = isWide;
    place();
}

void RangeDrawer::place()
{
    m_parts->setDirection(m_isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_kinds->setVisible(!m_isWide || !m_isComparing); // a comparison needs its room
    const std::array<int, 3> shares = !m_isWide ? std::array { 4, 5, 4 }
        : m_isComparing                         ? std::array { 10, 7, 0 }
                                                : std::array { 8, 10, 5 };
    for (int i = 0; i < 3; ++i)
        m_parts->setStretch(i, shares.at(static_cast<std::size_t>(i)));
}

QString RangeDrawer::title() const
{
    return m_title->text();
}

void RangeDrawer::showMeasures(const IncidentLog& log)
{
    std::vector<TableRow> rows;
    qulonglong id = 0;
    for (const Measure& measure : measuresOf(log)) {
        RowCell took { measure.actual ? formatDuration(*measure.actual) : tr("none") };
        if (measure.actual && measure.target && *measure.actual > *measure.target)
            took.shape = StateShape::Degraded;
        //: under a phase and its target: where the target comes from
        rows.push_back(
            { { { measure.name }, took, { measure.target ? formatDuration(*measure.target) : tr("none") } },
                ++id, tr("Target: %1").arg(measure.source) });
    }
    m_measures->setRows(std::move(rows));
    const bool exists = !log.incidents().empty();
    m_incident->setText(exists ? tr("Incident %1: %2")
                                     .arg(log.incidents().back().number)
                                     .arg(fromEngine(log.incidents().back().title))
                               : tr("No incident"));
}

void RangeDrawer::showDifferences(const IncidentLog& mine, const IncidentLog* other)
{
    m_measures->setVisible(other == nullptr);
    m_differences->setVisible(other != nullptr);
    if (m_isComparing != (other != nullptr)) {
        m_isComparing = other != nullptr;
        place();
    }
    if (other == nullptr)
        return;
    m_incident->setText(tr("This run and the compared one"));
    std::vector<TableRow> rows;
    qulonglong id = 0;
    for (const RunDifference& row : differencesOf(mine, *other)) {
        RowCell difference { row.difference };
        if (row.shape != StateShape::Ok)
            difference.shape = row.shape;
        rows.push_back({ { { row.name }, { row.mine }, { row.other }, difference }, ++id,
            tr("%1: %2 in this run, %3 in the compared one").arg(row.name, row.mine, row.other) });
    }
    m_differences->setRows(std::move(rows));
}

void RangeDrawer::show(const IncidentLog& log, TimeRange range, bool isSelected)
{
    showMeasures(log);
    const RangeSummary sum = summarise(log, range);
    const UtcStart start = log.world().start;
    const QString from = formatClock(start, range.from);
    const QString to = formatClock(start, range.to);
    const QString length = formatDuration(range.span());
    m_title->setText(isSelected ? tr("Selected: %1 to %2, %3").arg(from, to, length)
                                : tr("In view: %1 to %2, %3").arg(from, to, length));
    std::vector<TableRow> rows;
    qulonglong id = 0;
    for (const auto& [name, value] : factsOf(sum, start))
        rows.push_back({ { { name }, { value } }, ++id, tr("%1: %2").arg(name, value) });
    m_facts->setRows(std::move(rows));
    std::vector<TableRow> kinds;
    for (const auto& [kind, count] : sum.kinds)
        kinds.push_back({ { { wordFor(kind) }, { formatCount(static_cast<qint64>(count)) } },
            static_cast<qulonglong>(kind) + 1, {} });
    m_kinds->setRows(std::move(kinds));
}

} // namespace sb
