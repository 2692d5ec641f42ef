// SPDX-License-Identifier: GPL-3.0-or-later
// One chart as a card: title, plot, labels at the line ends. The only place that talks to Qt Charts, which
// draws the lines and the grid; scales, marks, crosshair and all text are painted over it here.
// Rules kept because Qt Charts re-strokes every point at every change: one replace() a series and update, a
// fixed x axis in seconds ago, no animation, no OpenGL, at most kPointsMax points and no more than the pixels
// can show.
// Thread: UI thread.
#pragma once

#include "ui/charts/axis_scale.h"
#include "ui/charts/chart_data.h"

#include <QChartView>
#include <QWidget>

class QLineSeries;
class QMenu;
class QValueAxis;

namespace sb {

struct PlacedMark {
    double secondsAgo = 0; // <= 0
    bool isFault = true;
};

// The plot of a ChartAdapter. Not for use elsewhere.
class ChartPlot : public QChartView {
    Q_OBJECT
public:
    ChartPlot(ChartKind kind, QWidget* parent);

    void setRange(ChartRange range);
    void setLines(std::vector<ChartLine> lines, ColumnClock clock, std::int64_t wallMs);
    void setMarks(QList<PlacedMark> marks);
    void setHover(std::optional<double> secondsAgo);
    // Non-empty: greys the plot and says it there.
    void setVeil(const QString& text);
    void restyle();

    [[nodiscard]] const std::vector<ChartLine>& lines() const { return m_lines; }
    [[nodiscard]] double columnSeconds() const { return m_clock.seconds; }
    [[nodiscard]] double axisTop() const;
    [[nodiscard]] int seriesShown() const; // Qt Charts series that hold points
    [[nodiscard]] int pointsShown() const;

Q_SIGNALS:
    void hovered(std::optional<double> secondsAgo);

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] bool isLog() const { return m_kind == ChartKind::Lag; }
    [[nodiscard]] QPen penOf(const ChartLine& line) const;
    [[nodiscard]] double plotted(double value) const;
    [[nodiscard]] double pixelX(double secondsAgo) const;
    [[nodiscard]] double pixelY(double plottedValue) const;
    [[nodiscard]] QString valueText(double value) const;
    void placePlot();
    void applyAxis();
    void fillSeries();
    void adaptScale(std::int64_t wallMs);
    void drawScales(QPainter& painter) const;
    void drawEndLabels(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawHover(QPainter& painter) const;

    ChartKind m_kind;
    ChartRange m_range = ChartRange::TwoMinutes;
    std::vector<ChartLine> m_lines;
    ColumnClock m_clock;
    QList<PlacedMark> m_marks;
    std::optional<double> m_hover;
    QString m_veil;
    LinearScale m_linear;
    LogScale m_log { -2, 1 };
    QValueAxis* m_x = nullptr; // owned by the chart
    QValueAxis* m_y = nullptr;
    std::vector<std::vector<QLineSeries*>> m_series; // per line, one per run without gaps
};

class ChartAdapter : public QWidget {
    Q_OBJECT
public:
    ChartAdapter(ChartKind kind, QWidget* parent);

    [[nodiscard]] ChartKind kind() const { return m_kind; }
    [[nodiscard]] QString title() const;
    // Whether this place can show the lag or the DNS answers: the title then opens a menu.
    void setSwitchable(bool isSwitchable);
    void show(const ChartWindow& window, const WorldDescription& description, std::int64_t wallMs);
    void restyle();
    [[nodiscard]] ChartPlot& plot() { return *m_plot; }

Q_SIGNALS:
    void kindChosen(sb::ChartKind kind);
    void dataCopyRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void describe();
    void copyImage();
    void addChoices(QMenu& menu);
    void openChoices();

    ChartKind m_kind;
    ChartPlot* m_plot = nullptr;
    bool m_isSwitchable = false;
    std::optional<double> m_keyboardHover;
    std::int64_t m_describedMs = -1'000'000;
};

[[nodiscard]] QString chartTitle(ChartKind kind);
// For places too narrow for the full one.
[[nodiscard]] QString chartTitleShort(ChartKind kind);

} // namespace sb
