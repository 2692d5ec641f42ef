// SPDX-License-Identifier: GPL-3.0-or-later
// The square of all regions by all regions, painted: a row is a source of replication, a column a target.
// Each cell has the state's shape, a number with its unit, an arrow for the trend and a bar on a logarithmic
// scale; what does not flow is hatched. Beside each row stands what would be lost with its region now. Cells
// shrink to a readable least size, then the square scrolls under fixed headings. Arrow keys move the visible
// cursor, which is the chosen pair; Enter asks for its details. Assistive technology finds a table with one
// child per cell. Thread: UI thread.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/pages/link_reading.h"

#include <QAbstractScrollArea>

#include <vector>

namespace sb {

enum class MatrixHeat : quint8 { Lag, Backlog, Conflicts };

struct MatrixCell {
    LinkView link;
    LinkReading reading;
    Trend trend = Trend::Unknown;
    bool isThere = false; // false: no data, or a region and itself
};

class MatrixView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit MatrixView(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setSnapshot(const Snapshot& snapshot);
    void setHeat(MatrixHeat heat);
    [[nodiscard]] MatrixHeat heat() const { return m_heat; }
    void choose(RegionId source, RegionId target);
    [[nodiscard]] RegionId source() const { return m_source; }
    [[nodiscard]] RegionId target() const { return m_target; }

    [[nodiscard]] int count() const { return static_cast<int>(m_world.regions.size()); }
    [[nodiscard]] const WorldDescription& world() const { return m_world; }
    [[nodiscard]] const MatrixCell& cell(int row, int column) const;
    // What assistive technology reads of a cell.
    [[nodiscard]] QString sentence(int row, int column) const;
    [[nodiscard]] QRect cellRect(int row, int column) const; // in the viewport; may lie outside when scrolled
    // The cell at a place of the viewport; -1, -1 outside.
    [[nodiscard]] QPoint cellAt(const QPoint& place) const; // x: column, y: row
    [[nodiscard]] QSize cellSize() const { return m_cell; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 420, 200 }; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int mostHeight() const; // px: what it has a use for

Q_SIGNALS:
    void pairChosen(sb::RegionId source, sb::RegionId target);
    void detailsRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void layOut();
    void moveTo(int row, int column);
    void announceCursor();
    [[nodiscard]] QRect mirrored(const QRect& rect) const;
    void paintCell(QPainter& painter, int row, int column) const;
    void paintBar(QPainter& painter, const QRect& track, const MatrixCell& cell) const;
    void paintHeadings(QPainter& painter) const;
    void paintRisk(QPainter& painter) const;
    [[nodiscard]] double shareOf(const MatrixCell& cell) const; // 0…1 of the bar
    [[nodiscard]] QString numberOf(const MatrixCell& cell) const;
    [[nodiscard]] QString toolTip(int row, int column) const;

    WorldDescription m_world;
    std::vector<MatrixCell> m_cells; // row by row
    std::vector<RegionView> m_regions;
    MatrixHeat m_heat = MatrixHeat::Lag;
    RegionId m_source;
    RegionId m_target;
    QSize m_cell;
    int m_rowHead = 0; // px
    int m_riskLeft = 0;
    int m_riskWidth = 0;
};

// What would be lost with a region now, in one line: "17 orders, € 412.35".
[[nodiscard]] QString riskLine(const RegionView& region);

void installMatrixAccessibility();

} // namespace sb
