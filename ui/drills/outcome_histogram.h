// SPDX-License-Identifier: GPL-3.0-or-later
// How long users were interrupted over many runs of one drill: a bar for each span of time, those runs in
// which a check failed marked by hatching, the objective as a line. The table beside it has the same values.
// Thread: UI thread.
#pragma once

#include "backend/api/drill_view.h"

#include <QWidget>

#include <vector>

namespace sb {

struct OutcomeBin {
    Duration from = 0us, to = 0us; // [from, to)
    int passed = 0, failed = 0;
};
// At most `most` bins of a round width, from zero; empty without outcomes.
[[nodiscard]] std::vector<OutcomeBin> binned(const std::vector<DrillOutcome>& outcomes, int most = 12);

class OutcomeHistogram : public QWidget {
    Q_OBJECT
public:
    explicit OutcomeHistogram(QWidget* parent = nullptr);
    // No objective: 0.
    void setOutcomes(const std::vector<DrillOutcome>& outcomes, Duration objective);
    [[nodiscard]] const std::vector<OutcomeBin>& bins() const { return m_bins; }
    [[nodiscard]] QSize sizeHint() const override { return { 320, 132 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 200, 110 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBars(QPainter& painter, const QRectF& plot) const;
    void paintAxis(QPainter& painter, const QRectF& plot) const;

    std::vector<OutcomeBin> m_bins;
    Duration m_objective = 0us;
};

} // namespace sb
