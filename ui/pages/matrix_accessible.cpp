// SPDX-License-Identifier: GPL-3.0-or-later
// The painted matrix as assistive technology sees it: a table of the regions' number squared, each cell named
// by its sentence.
#include "ui/pages/matrix_view.h"

#include "ui/theme/format.h"
#include "ui/theme/painted_children.h"
#include "ui/theme/words.h"

#include <QAccessibleTableInterface>

#include <algorithm>

namespace sb {

namespace {

class CellInterface : public PaintedChild {
public:
    CellInterface(MatrixView* matrix, int index)
        : PaintedChild(matrix)
        , m_matrix(matrix)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_index < m_matrix->count() * m_matrix->count(); }
    QAccessible::Role role() const override { return QAccessible::Cell; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return m_matrix->sentence(row(), column());
        if (kind == QAccessible::Value && row() != column())
            return m_matrix->cell(row(), column()).reading.word;
        return {};
    }
    QRect rect() const override
    {
        const QRect box = isValid() ? m_matrix->cellRect(row(), column()) : QRect();
        return { m_matrix->viewport()->mapToGlobal(box.topLeft()), box.size() };
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = row() != column();
        state.selectable = row() != column();
        state.selected = isValid() && isChosen();
        state.focused = state.selected && m_matrix->hasFocus();
        return state;
    }
    void doAction(const QString& name) override
    {
        if (!isValid() || row() == column())
            return;
        const RegionId source = m_matrix->world().regions[static_cast<std::size_t>(row())].id;
        const RegionId target = m_matrix->world().regions[static_cast<std::size_t>(column())].id;
        m_matrix->choose(source, target);
        Q_EMIT m_matrix->pairChosen(source, target);
        if (name == setFocusAction())
            m_matrix->setFocus(Qt::OtherFocusReason);
    }

private:
    int row() const { return m_index / std::max(1, m_matrix->count()); }
    int column() const { return m_index % std::max(1, m_matrix->count()); }
    bool isChosen() const
    {
        return m_matrix->source().isValid() && m_matrix->source().value == row()
            && m_matrix->target().value == column();
    }

    MatrixView* m_matrix;
    int m_index;
};

class MatrixInterface : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit MatrixInterface(MatrixView* matrix)
        : QAccessibleWidget(matrix, QAccessible::Table)
        , m_matrix(matrix)
        , m_children(matrix)
    {
    }

    int childCount() const override { return m_matrix->count() * m_matrix->count(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return m_children.at(index);
    }
    int indexOfChild(const QAccessibleInterface* child) const override { return m_children.indexOf(child); }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint at = m_matrix->cellAt(m_matrix->viewport()->mapFromGlobal(QPoint(x, y)));
        return at.x() < 0 ? nullptr : cellAt(at.y(), at.x());
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override
    {
        return child(row * m_matrix->count() + column);
    }
    int selectedCellCount() const override { return m_matrix->source().isValid() ? 1 : 0; }
    QList<QAccessibleInterface*> selectedCells() const override
    {
        if (!m_matrix->source().isValid())
            return {};
        return { cellAt(m_matrix->source().value, m_matrix->target().value) };
    }
    QString columnDescription(int column) const override { return nameAt(column); }
    QString rowDescription(int row) const override { return nameAt(row); }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    int columnCount() const override { return m_matrix->count(); }
    int rowCount() const override { return m_matrix->count(); }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override { }

private:
    QString nameAt(int index) const
    {
        if (index < 0 || index >= m_matrix->count())
            return {};
        return regionName(m_matrix->world().regions[static_cast<std::size_t>(index)]);
    }

    MatrixView* m_matrix;
    PaintedChildren<CellInterface, MatrixView> m_children;
};

} // namespace

void installMatrixAccessibility()
{
    installPaintedFace<MatrixView, MatrixInterface>();
}

} // namespace sb
