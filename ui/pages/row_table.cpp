// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/row_table.h"

#include "ui/pages/page_parts.h"
#include "ui/theme/fonts.h"

#include <QHeaderView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace sb {

namespace {

constexpr int kShortColumn = 90; // px: a time or a number is whole or worth nothing
constexpr int kHeadEdges = 12; // px beside the words of a head
constexpr int kNarrowest = 80; // percent of its width that a column keeps
constexpr int kRowHeight = 24;
constexpr int kGlyph = 12;

} // namespace

void RowModel::setColumns(std::vector<TableColumn> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows.clear();
    endResetModel();
}

void RowModel::setRows(std::vector<TableRow> rows)
{
    const bool isSame = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
        [](const TableRow& a, const TableRow& b) { return a.id == b.id; });
    if (!isSame) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty() && !m_columns.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RowModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !checkIndex(index, CheckIndexOption::ParentIsInvalid))
        return {};
    const TableRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant(
            int((m_columns[column].isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && !row.tip.isEmpty())
        return row.tip;
    if (column >= row.cells.size())
        return {};
    const RowCell& cell = row.cells[column];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return cell.text;
    case Qt::DecorationRole:
        if (!cell.picture.isNull())
            return cell.picture;
        return cell.shape ? QVariant(stateGlyphPixmap(*cell.shape, kGlyph, 1, currentTheme())) : QVariant();
    case Qt::ForegroundRole:
        if (cell.shape && *cell.shape != StateShape::Ok)
            return stateTextColor(currentTheme(), *cell.shape);
        return {};
    case Qt::FontRole:
        return cell.isStrong ? QVariant(sb::font(FontRole::BodyStrong)) : QVariant();
    default:
        return {};
    }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    const TableColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant(int((column.isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

RowTable::RowTable(const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_model(new RowModel(this))
{
    setAccessibleName(name);
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(32);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && !m_isSetting)
            Q_EMIT rowChosen(m_model->rows()[static_cast<std::size_t>(now.row())].id);
    });
}

void RowTable::setColumns(std::vector<TableColumn> columns)
{
    m_model->setColumns(std::move(columns));
    for (int i = 0; i < m_model->columnCount(); ++i)
        horizontalHeader()->setSectionResizeMode(i,
            m_model->columns()[static_cast<std::size_t>(i)].width == 0 ? QHeaderView::ResizeToContents
                                                                       : QHeaderView::Interactive);
    fitColumns();
}

int RowTable::leastWidth(int column) const
{
    const TableColumn& spec = m_model->columns()[static_cast<std::size_t>(column)];
    const int head = horizontalHeader()->fontMetrics().horizontalAdvance(spec.title) + kHeadEdges;
    return std::max(
        { head, spec.least, spec.width <= kShortColumn ? spec.width : spec.width * kNarrowest / 100 });
}

void RowTable::fitColumns()
{
    const std::vector<TableColumn>& columns = m_model->columns();
    const int count = static_cast<int>(columns.size());
    const int room = viewport()->width();
    std::vector<bool> isShown(columns.size(), true);
    const auto sum = [&](auto widthOf) {
        int all = 0;
        for (int i = 0; i < count; ++i)
            all += isShown[static_cast<std::size_t>(i)] ? widthOf(i) : 0;
        return all;
    };
    const auto least = [this](int i) { return leastWidth(i); };
    for (int i = count - 1; i >= 0 && sum(least) > room; --i)
        if (columns[static_cast<std::size_t>(i)].isOptional)
            isShown[static_cast<std::size_t>(i)] = false;
    const auto most
        = [&](int i) { return std::max(leastWidth(i), columns[static_cast<std::size_t>(i)].width); };
    const int spare = std::max(0, room - sum(least));
    const int wanted = std::max(1, sum(most) - sum(least));
    int stretched = -1;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        setColumnHidden(i, !isShown[at]);
        if (!isShown[at])
            continue;
        const bool isFixed = columns[at].width > 0;
        if (isFixed)
            setColumnWidth(i, leastWidth(i) + (most(i) - leastWidth(i)) * std::min(spare, wanted) / wanted);
        horizontalHeader()->setSectionResizeMode(
            i, isFixed ? QHeaderView::Interactive : QHeaderView::ResizeToContents);
        if (!isFixed || stretched < 0 || columns[static_cast<std::size_t>(stretched)].width > 0)
            stretched = i; // the last that is not fixed, else the last
    }
    if (stretched >= 0)
        horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
}

void RowTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RowTable::setRows(std::vector<TableRow> rows)
{
    const QScopedValueRollback guard(m_isSetting, true);
    const int current = currentIndex().row();
    const bool hasCurrent = current >= 0 && current < m_model->rowCount();
    const qulonglong id = hasCurrent ? this->rows()[static_cast<std::size_t>(current)].id : 0;
    const bool isHeightKept = rows.size() == this->rows().size();
    const int scrolled = verticalScrollBar()->value();
    m_model->setRows(std::move(rows));
    if (hasCurrent && !currentIndex().isValid())
        select(id);
    verticalScrollBar()->setValue(scrolled);
    if (!isHeightKept && m_mostRows > 0)
        updateGeometry();
}

void RowTable::setEmptyText(const QString& text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void RowTable::setFitting(int most)
{
    m_mostRows = most;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

void RowTable::select(qulonglong id)
{
    const QScopedValueRollback guard(m_isSetting, true);
    const auto found
        = std::find_if(rows().begin(), rows().end(), [&](const TableRow& row) { return row.id == id; });
    if (found != rows().end())
        setCurrentIndex(m_model->index(static_cast<int>(found - rows().begin()), 0));
}

QString RowTable::text(int row, int column) const
{
    return m_model->index(row, column).data().toString();
}

QSize RowTable::sizeHint() const
{
    if (m_mostRows == 0)
        return QTableView::sizeHint();
    const int shown = std::clamp(m_model->rowCount(), std::min(2, m_mostRows), m_mostRows); // two: its remark
    return { 240, horizontalHeader()->sizeHint().height() + shown * kRowHeight + 4 };
}

QSize RowTable::minimumSizeHint() const
{
    return m_mostRows == 0 ? QSize(160, 80) : QSize(160, sizeHint().height());
}

void RowTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(sb::font(FontRole::Body));
    painter.setPen(currentTheme().color(Token::TextMuted));
    painter.drawText(viewport()->rect().adjusted(8, 4, -8, -4),
        leadingText(*this, Qt::AlignTop) | Qt::TextWordWrap, m_emptyText);
}

} // namespace sb
