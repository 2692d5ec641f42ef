// SPDX-License-Identifier: GPL-3.0-or-later
// A running fail-back as four steps, the present one marked, with the ramp's share and what it waits for.
#pragma once

#include "backend/api/snapshot.h"

#include <QWidget>

namespace sb {

class FailBackProgress : public QWidget {
    Q_OBJECT
public:
    explicit FailBackProgress(QWidget* parent = nullptr);
    void setProgress(const FailBackView& view, Instant now);
    [[nodiscard]] QSize sizeHint() const override { return { 290, 58 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 200, 58 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FailBackView m_view;
    Duration m_inPhase = Duration::zero();
};

} // namespace sb
