// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/region_page.h"

#include "ui/pages/page_parts.h"
#include "ui/pages/region_detail.h"
#include "ui/pages/row_table.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

RegionPage::RegionPage(QWidget* parent)
    : FramedPage(tr("Region"), parent)
    , m_choice(new QComboBox(this))
    , m_other(new QComboBox(this))
    , m_detail(new RegionDetail(m_history, this))
    , m_compared(new RegionDetail(m_history, this))
    , m_table(new RowTable(tr("The region as a table"), this))
{
    m_choice->setAccessibleName(tr("Region"));
    m_other->setAccessibleName(tr("Compare with another region"));
    for (QComboBox* box : { m_choice, m_other }) {
        box->setMinimumWidth(150);
        box->setMinimumHeight(26);
    }
    head()->addWidget(m_choice);
    head()->addWidget(captionLabel(this, tr("Compare with")));
    head()->addWidget(m_other);
    head()->addStretch(1);
    auto* pair = new QWidget(this);
    auto* sides = new QHBoxLayout(pair);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(8);
    sides->addWidget(m_detail, 1);
    sides->addWidget(m_compared, 1);
    m_compared->hide();
    m_table->setEmptyText(tr("No data yet."));
    body()->addWidget(makeTwins(pair, m_table), 1);
    connect(m_choice, &QComboBox::activated, this, [this](int item) {
        const RegionId region { static_cast<std::uint8_t>(item) };
        showRegion(region);
        Q_EMIT regionSelected(region);
    });
    connect(m_other, &QComboBox::activated, this, [this](int item) {
        compareWith(item == 0 ? RegionId {}
                              : RegionId { static_cast<std::uint8_t>(m_other->itemData(item).toInt()) });
    });
    for (RegionDetail* detail : { m_detail, m_compared })
        connect(detail, &RegionDetail::commandRequested, this, &Page::commandRequested);
    connect(this, &FramedPage::twinChanged, this, &RegionPage::fillTable);
}

void RegionPage::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_last = {};
    m_history.clear(world.regions.size());
    m_glyphs.assign(world.regions.size(), -1);
    m_choice->clear();
    m_other->clear();
    m_other->addItem(tr("nothing"));
    for (const RegionInfo& region : world.regions) {
        m_choice->addItem(regionName(region));
        m_other->addItem(regionName(region), int(region.id.value));
    }
    m_other->setEnabled(world.regions.size() > 1);
    m_detail->setWorld(world);
    m_compared->setWorld(world);
    m_compared->hide();
    m_table->setRows({});
}

void RegionPage::setSnapshot(const Snapshot& snapshot)
{
    m_last = snapshot;
    m_history.sample(snapshot);
    showGlyphs(snapshot);
    m_detail->setSnapshot(snapshot);
    if (!m_compared->isHidden())
        m_compared->setSnapshot(snapshot);
    if (isTable())
        fillTable();
}

void RegionPage::inherit(Page& before)
{
    if (auto* other = qobject_cast<RegionPage*>(&before)) {
        m_history = std::move(other->m_history);
        m_history.forgetEvents(); // they are told again
    }
}

void RegionPage::addEvents(const std::vector<Event>& events)
{
    m_history.add(events);
}

void RegionPage::setRegion(RegionId region)
{
    if (region.isValid() && region != m_detail->region())
        showRegion(region);
}

void RegionPage::showRegion(RegionId region)
{
    if (region.value >= m_world.regions.size())
        return;
    m_choice->setCurrentIndex(region.value);
    m_detail->setRegion(region);
    m_detail->setSnapshot(m_last);
    if (isTable())
        fillTable();
}

void RegionPage::compareWith(RegionId region)
{
    const bool isWanted = region.value < m_world.regions.size();
    m_other->setCurrentIndex(isWanted ? region.value + 1 : 0);
    m_compared->setVisible(isWanted);
    if (isWanted) {
        m_compared->setRegion(region);
        m_compared->setSnapshot(m_last);
    }
    if (isTable())
        fillTable();
}

void RegionPage::showGlyphs(const Snapshot& snapshot)
{
    for (std::size_t i = 0; i < m_glyphs.size() && i < snapshot.regions.size(); ++i) {
        const StateShape shape = shapeOf(snapshot.regions[i].state);
        const int shown = static_cast<int>(shape) * 2 + (currentTheme().isDark() ? 1 : 0);
        if (m_glyphs[i] == shown)
            continue;
        m_glyphs[i] = shown;
        const QIcon glyph(stateGlyphPixmap(shape, 14, devicePixelRatioF(), currentTheme()));
        m_choice->setItemIcon(static_cast<int>(i), glyph);
        m_other->setItemIcon(static_cast<int>(i) + 1, glyph);
    }
}

void RegionPage::fillTable()
{
    const auto first = m_detail->asRows(m_last);
    const bool isCompared = !m_compared->isHidden();
    const auto second = isCompared ? m_compared->asRows(m_last) : decltype(first) {};
    std::vector<TableColumn> columns { { tr("Part") }, { tr("Name") },
        { regionName(m_world, m_detail->region()) }, { tr("Remark") } };
    if (isCompared)
        columns.push_back({ regionName(m_world, m_compared->region()) });
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < first.size(); ++i) {
        TableRow row { {}, i + 1, {} };
        for (const QString& text : first[i])
            row.cells.push_back({ text });
        if (isCompared) {
            const auto same = std::find_if(second.begin(), second.end(),
                [&](const auto& other) { return other[0] == first[i][0] && other[1] == first[i][1]; });
            row.cells.push_back({ same == second.end() ? QString() : (*same)[2] });
        }
        rows.push_back(std::move(row));
    }
    // Columns are set only when they change: that forgets selection and place.
    const QString heads = columns[2].title + (isCompared ? columns.back().title : QString());
    if (m_tableHeads != heads) {
        m_tableHeads = heads;
        m_table->setColumns(std::move(columns));
    }
    m_table->setRows(std::move(rows));
}

} // namespace sb
