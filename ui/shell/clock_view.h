// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual time in two lines; an amber frame whenever it does not run live at 1×.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QWidget>

namespace sb {

class ClockView : public QWidget {
    Q_OBJECT
public:
    explicit ClockView(QWidget* parent = nullptr);
    void setTime(const WorldDescription& world, const Snapshot& snapshot);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_time;
    QString m_remark;
    bool m_isPaused = false;
};

} // namespace sb
