// SPDX-License-Identifier: GPL-3.0-or-later
// Why a request goes where it goes: the candidates with what each criterion said, those struck out, the
// winner, and what would have been answered otherwise; in brief, for the side. WhyPanel has the whole of it.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace sb {

class ExplainPanel : public QFrame {
    Q_OBJECT
public:
    explicit ExplainPanel(QWidget* parent = nullptr);
    void setWorld(const WorldDescription& world) { m_world = world; }
    void setDecision(const DecisionView& decision);
    // The explanation as plain text.
    [[nodiscard]] QString plainText() const;

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void render();
    void fitHeight(); // a wrapped label does not ask for its height by itself
    [[nodiscard]] QString table() const;

    WorldDescription m_world;
    DecisionView m_decision;
    bool m_hasDecision = false;
    int m_renderedWidth = 0; // px the text was wrapped for
    QLabel* m_title;
    QLabel* m_body;
    QToolButton* m_close;
};

} // namespace sb
