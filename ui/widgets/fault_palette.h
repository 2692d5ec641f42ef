// SPDX-License-Identifier: GPL-3.0-or-later
// The faults as chips to drag onto a region, one of its parts, a link or a city, with the time after which
// they end by themselves. A chip pressed by key or click is offered for the present selection instead. Five
// are always there, five more on demand.
#pragma once

#include "ui/map/fault_offer.h"

#include <QPushButton>
#include <QWidget>

#include <vector>

class QComboBox;
class QVBoxLayout;

namespace sb {

class FaultChip : public QPushButton {
    Q_OBJECT
public:
    FaultChip(FaultKind kind, QWidget* parent);
    [[nodiscard]] FaultKind kind() const { return m_kind; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void dragRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    FaultKind m_kind;
    QPoint m_pressedAt;
};

class FaultPalette : public QWidget {
    Q_OBJECT
public:
    explicit FaultPalette(QWidget* parent = nullptr);
    // The offer a chip stands for now.
    [[nodiscard]] FaultOffer offer(FaultKind kind) const;
    [[nodiscard]] FaultChip* chip(FaultKind kind) const; // null: the palette has none of that kind
    [[nodiscard]] QPushButton* moreButton() const { return m_more; }
    void setDuration(Duration expiresAfter);
    [[nodiscard]] Duration duration() const;

Q_SIGNALS:
    void offered(const sb::FaultOffer& offer); // pressed, not dragged
    void durationChanged(sb::Duration expiresAfter);
    void dragStarted();
    void resized(); // more or fewer chips are shown

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void startDrag(FaultChip* chip);

    void addChip(FaultKind kind, QVBoxLayout* column);

    std::vector<FaultChip*> m_chips;
    QWidget* m_moreChips;
    QPushButton* m_more;
    QComboBox* m_duration;
};

} // namespace sb
