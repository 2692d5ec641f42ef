// SPDX-License-Identifier: GPL-3.0-or-later
// One line of state in an outlined box: shape, words, and a colour only when something is abnormal.
// A button: clicking it leads to what it tells about.
#pragma once

#include "ui/theme/state_glyph.h"

#include <QAbstractButton>

namespace sb {

class StatusPill : public QAbstractButton {
    Q_OBJECT
public:
    explicit StatusPill(QWidget* parent = nullptr);
    // `shortText` is shown when the long one does not fit; the tooltip then says the long one first.
    void setStatus(StateShape shape, const QString& text, const QString& shortText = {});
    [[nodiscard]] StateShape shape() const { return m_shape; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int widthFor(const QString& text) const;

    StateShape m_shape = StateShape::Ok;
    QString m_shortText;
};

} // namespace sb
