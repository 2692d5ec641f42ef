// SPDX-License-Identifier: GPL-3.0-or-later
// The live charts, side by side: requests per second by region, latency, errors, and replication lag or DNS
// answers (chosen in the title of the fourth, or both when the panel is wide enough for five).
// Shows what Snapshot::charts holds and nothing else: at most 600 columns a series, x in seconds ago, gaps
// as gaps. It keeps no history of its own.
// Thread: UI thread. Redraws at most ten times a second and only while visible; setSnapshot() may be called
// at every tick of the UI clock and is cheap when the chart window did not change.
#pragma once

// Qt comes first: its meta-object compiler cannot read <compare> otherwise.
#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/charts/chart_data.h"

#include <memory>
#include <optional>
#include <vector>

class QButtonGroup;

namespace sb {

class ChartAdapter;

// A vertical dotted line on every chart: a fault began or ended there.
struct ChartMark {
    Instant at = kStart;
    bool isFault = true; // false: it was healed
    friend bool operator==(const ChartMark&, const ChartMark&) = default;
};

inline constexpr std::size_t kMarksMax = 64;

class ChartsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ChartsPanel(QWidget* parent = nullptr);
    ~ChartsPanel() override;

    // Names and letters of the regions; forgets what was shown.
    void setDescription(const WorldDescription& description);
    void setSnapshot(const Snapshot& snapshot);
    // Marks faults and their ends by itself from the event stream; the newest kMarksMax are kept.
    void appendEvents(const std::vector<Event>& events);
    // Replaces all marks; in any order; those outside the range are not drawn.
    void setMarks(std::vector<ChartMark> marks);
    // Shows the range as chosen without emitting rangeChanged.
    void setRange(ChartRange range);
    [[nodiscard]] ChartRange range() const { return m_range; }
    // The crosshair of all charts; nullopt removes it. Connect with TimelineView to share one.
    void setHoverInstant(std::optional<Instant> at);

    // Comma-separated: one row a column of time, one field a series; for "copy as data".
    [[nodiscard]] QString csv() const;

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    // The user chose another range; the receiver passes it to ControlRoom::setChartRange.
    void rangeChanged(sb::ChartRange range);
    void instantHovered(std::optional<sb::Instant> at);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildRangeButtons();
    void layOutCharts();
    void refresh();
    void placeMarks();
    void placeHover();
    void age();
    void restyle();
    void hoverFrom(std::optional<double> secondsAgo);
    void replaceFourth(ChartKind kind);
    [[nodiscard]] ChartAdapter& chart(ChartKind kind) { return *m_charts[static_cast<std::size_t>(kind)]; }

    WorldDescription m_description;
    std::shared_ptr<const ChartWindow> m_window;
    std::uint64_t m_publication = 0;
    bool m_mayAge = false; // running and not paused: new data is expected
    std::vector<ChartMark> m_marks;
    std::vector<ChartAdapter*> m_charts; // child widgets, index = ChartKind
    QButtonGroup* m_rangeButtons = nullptr; // ids = ChartRange
    QTimer m_redraw; // single shot: keeps ten a second
    QTimer m_aging; // once a second
    QElapsedTimer m_clock; // wall time; for scales and ages only
    std::int64_t m_drawnMs = -1000;
    std::int64_t m_arrivedMs = 0;
    ChartRange m_range = ChartRange::TwoMinutes;
    std::optional<Instant> m_hover;
    ChartKind m_fourth = ChartKind::Lag; // or Answers, where only four fit
};

} // namespace sb
