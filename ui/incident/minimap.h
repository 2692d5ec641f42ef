// SPDX-License-Identifier: GPL-3.0-or-later
// The whole run in one strip, with the range that the tracks show as a frame: dragging the frame moves it,
// its edges resize it, a click elsewhere centres it. Arrows pan, + and - zoom. Thread: UI thread.
#pragma once

// Qt comes first: its meta-object compiler cannot read <compare> otherwise.
#include <QElapsedTimer>
#include <QPixmap>
#include <QWidget>

#include "ui/timeline/coordinates.h"

#include <optional>

namespace sb {

class IncidentLog;
class ZoomControl;

class Minimap : public QWidget {
    Q_OBJECT
public:
    // Both must outlive it.
    Minimap(const IncidentLog& log, ZoomControl& zoom, QWidget* parent = nullptr);
    // Repaints twice a second at most: a run is long.
    void logChanged();
    void setArea(std::optional<TimeRange> area);
    [[nodiscard]] QRectF frame() const; // of the range that is shown
    [[nodiscard]] TimeAxis axis() const;
    [[nodiscard]] QSize sizeHint() const override { return { 600, 34 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 200, 34 }; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Part { None, Frame, Left, Right };
    [[nodiscard]] Part partAt(double x) const;
    void invalidate();
    void paintBase(QPainter& painter) const;
    void describe();

    const IncidentLog& m_log;
    ZoomControl& m_zoom;
    QPixmap m_cache;
    bool m_isStale = true;
    TimeAxis m_drawn; // of the cache
    QElapsedTimer m_sincePainted;
    std::optional<TimeRange> m_area;
    Part m_drag = Part::None;
    double m_draggedX = 0;
};

} // namespace sb
