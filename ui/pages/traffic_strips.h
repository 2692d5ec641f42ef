// SPDX-License-Identifier: GPL-3.0-or-later
// Three strips over one time axis: requests a second, stacked by region; what customers waited, as a heat
// strip of twenty rows with the percentiles over it; and the share of errors. One crosshair, by pointer or by
// the arrow keys, with its values in words above. Painted by hand because the strips share an axis and a heat
// strip is no chart. Time runs from left to right in every language.
// Thread: UI thread.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/charts/chart_data.h"

#include <QWidget>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sb {

// Upper end of a row of the heat strip in ms; of the last row, which has none, its lower end.
[[nodiscard]] double heatRowMs(int row);

class TrafficStrips : public QWidget {
    Q_OBJECT
public:
    explicit TrafficStrips(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world);
    void setWindow(std::shared_ptr<const ChartWindow> window);
    // Columns before the newest; nothing: no crosshair.
    void setCursor(std::optional<int> back);
    [[nodiscard]] std::optional<int> cursor() const { return m_cursor; }
    // What the strips say at that column: "14:32:07 · Ireland 620 req/s · … · errors 2.6 %".
    [[nodiscard]] QString valuesAt(int back) const;
    [[nodiscard]] int columnCount() const { return m_count; }
    [[nodiscard]] const WorldDescription& world() const { return m_world; }
    // A title row, then at most `most` rows of the same values, oldest first: for the table twin.
    [[nodiscard]] std::vector<QStringList> asRows(int most) const;
    [[nodiscard]] QSize sizeHint() const override { return { 700, 300 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 300, 280 }; }

Q_SIGNALS:
    void cursorMoved();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Strip {
        QRect plot;
        QString title;
    };
    [[nodiscard]] std::array<Strip, 3> strips() const;
    [[nodiscard]] double columnX(const QRect& plot, int back) const; // left edge
    [[nodiscard]] const ChartColumn* columnOf(const ChartLine& line, int back) const;
    [[nodiscard]] QStringList cellsAt(int back) const;
    [[nodiscard]] Instant instantAt(int back) const;
    void paintFrame(QPainter& painter, const Strip& strip, const QStringList& scale) const;
    void paintStack(QPainter& painter, const Strip& strip) const;
    void paintLegend(QPainter& painter, const Strip& strip) const;
    void paintHeat(QPainter& painter, const Strip& strip) const;
    void paintErrors(QPainter& painter, const Strip& strip) const;
    void paintLine(QPainter& painter, const QRect& plot, const ChartLine& line,
        const std::function<double(double)>& share) const;
    void paintAxis(QPainter& painter, const QRect& plot) const;

    WorldDescription m_world;
    std::shared_ptr<const ChartWindow> m_window;
    std::vector<ChartLine> m_rates;
    std::vector<ChartLine> m_latency;
    std::vector<ChartLine> m_errors;
    int m_count = 0; // columns
    std::optional<int> m_cursor;
};

} // namespace sb
