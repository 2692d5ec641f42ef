// SPDX-License-Identifier: GPL-3.0-or-later
// The abnormal conditions as a small box over the map; hidden when all is well. The worst has a second line,
// the others one each. A click selects what the line is about.
#pragma once

#include "ui/widgets/conditions.h"

#include <QWidget>

namespace sb {

class ConditionsBanner : public QWidget {
    Q_OBJECT
public:
    explicit ConditionsBanner(QWidget* parent = nullptr);
    void setConditions(std::vector<Condition> conditions);
    [[nodiscard]] const std::vector<Condition>& conditions() const { return m_conditions; }
    // Compact: the worst title only.
    void setRoom(int widthMost, bool isCompact);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void conditionClicked(const sb::MapItem& item);
    void sizeHintChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int heightOf(std::size_t index) const;

    std::vector<Condition> m_conditions;
    [[nodiscard]] std::size_t shown() const;
    [[nodiscard]] bool hasDetail(std::size_t index) const;

    int m_widthMost = 520;
    bool m_isCompact = false;
};

} // namespace sb
