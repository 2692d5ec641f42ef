// SPDX-License-Identifier: GPL-3.0-or-later
// The right-hand card: the inspector, as high as its content while there is room, and below it the routing
// decisions with all the rest.
#pragma once

#include <QFrame>

namespace sb {

class DecisionsList;
class RegionInspector;

class SidePanel : public QFrame {
    Q_OBJECT
public:
    explicit SidePanel(QWidget* parent = nullptr);
    [[nodiscard]] RegionInspector* inspector() const { return m_inspector; }
    [[nodiscard]] DecisionsList* decisions() const { return m_decisions; }
    [[nodiscard]] QSize sizeHint() const override { return { 328, 600 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RegionInspector* m_inspector;
    DecisionsList* m_decisions;
};

// A plain card: panel colour, one soft outline.
class Card : public QFrame {
    Q_OBJECT
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace sb
