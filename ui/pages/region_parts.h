// SPDX-License-Identifier: GPL-3.0-or-later
// What a region's detail paints by hand: the machine of its states with the present one lit, the votes of its
// checkers with the threshold, how they voted in the past, and a sparkline. Each names itself to assistive
// technology. Time axes are not mirrored; everything else is.
#pragma once

#include "backend/api/snapshot.h"
#include "ui/theme/state_glyph.h"

#include <QPixmap>
#include <QWidget>

#include <deque>
#include <vector>

namespace sb {

class StateMachineView : public QWidget {
    Q_OBJECT
public:
    explicit StateMachineView(QWidget* parent = nullptr);
    void setState(RegionState state);
    [[nodiscard]] RegionState state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override { return { 440, 92 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 300, 92 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF boxOf(RegionState state) const;

    RegionState m_state = RegionState::Serving;
};

// One dot a checker: circle for healthy, octagon for not; a line after as many as are needed.
class VotesView : public QWidget {
    Q_OBJECT
public:
    explicit VotesView(QWidget* parent = nullptr);
    void setVotes(int healthy, int total, int needed);
    [[nodiscard]] QSize sizeHint() const override { return { 280, 22 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 200, 22 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_healthy = 0;
    int m_total = 0;
    int m_needed = 0;
};

// Rounds of a check, oldest at the left: circle for all healthy, triangle for some, octagon for too few.
class RoundsView : public QWidget {
    Q_OBJECT
public:
    explicit RoundsView(QWidget* parent = nullptr);
    void setRounds(std::vector<StateShape> rounds, Duration each);
    [[nodiscard]] const std::vector<StateShape>& rounds() const { return m_rounds; }
    [[nodiscard]] QSize sizeHint() const override { return { 280, 18 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 200, 18 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<StateShape> m_rounds;
};

[[nodiscard]] QPixmap sparkline(const std::deque<float>& values, QSize size, qreal devicePixelRatio);
[[nodiscard]] QString serviceWord(ServiceKind service); // "Catalogue"

} // namespace sb
