// SPDX-License-Identifier: GPL-3.0-or-later
// A small table of values that follow the snapshots: rows of texts, each with a shape or a small picture
// where it has one. Rows keep their id, so that selection and scrolling stay while values change. Without
// rows it says what would bring some. Thread: UI thread.
#pragma once

#include "ui/theme/state_glyph.h"

#include <QAbstractTableModel>
#include <QPixmap>
#include <QTableView>

#include <optional>
#include <vector>

namespace sb {

struct RowCell {
    QString text;
    std::optional<StateShape> shape = std::nullopt; // before the text; colours it where it is no Ok
    QPixmap picture = {};
    bool isStrong = false;
};

struct TableRow {
    std::vector<RowCell> cells;
    qulonglong id = 0;
    QString tip = {};
};

struct TableColumn {
    QString title;
    bool isNumber = false; // aligned to the end
    int width = 0; // px; 0: as wide as its texts, the last such one takes what is left
    bool isOptional = false; // hidden, the last first, where there is no room for all
    int least = 0; // px: sooner than with less, optional columns go
};

class RowModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setColumns(std::vector<TableColumn> columns);
    void setRows(std::vector<TableRow> rows);
    [[nodiscard]] const std::vector<TableRow>& rows() const { return m_rows; }
    [[nodiscard]] const std::vector<TableColumn>& columns() const { return m_columns; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<TableColumn> m_columns;
    std::vector<TableRow> m_rows;
};

class RowTable : public QTableView {
    Q_OBJECT
public:
    explicit RowTable(const QString& name, QWidget* parent = nullptr);
    void setColumns(std::vector<TableColumn> columns);
    void setRows(std::vector<TableRow> rows);
    void setEmptyText(const QString& text);
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    // As high as its rows, up to `most`; for tables inside a page that scrolls.
    void setFitting(int most);
    void select(qulonglong id);
    [[nodiscard]] const std::vector<TableRow>& rows() const { return m_model->rows(); }
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowChosen(qulonglong id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // Columns of a given width get narrower where there is no room, down to their heads.
    void fitColumns();
    [[nodiscard]] int leastWidth(int column) const;

    RowModel* m_model;
    QString m_emptyText;
    int m_mostRows = 0; // 0: takes the room it is given
    bool m_isSetting = false;
};

} // namespace sb
