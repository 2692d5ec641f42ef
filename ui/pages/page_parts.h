// SPDX-License-Identifier: GPL-3.0-or-later
// What the cards of a page are made of: a titled card, a line of state (shape and words), a bar with a mark.
#pragma once

#include "ui/theme/state_glyph.h"

#include <QAbstractButton>
#include <QFrame>
#include <QLabel>
#include <QWidget>

class QVBoxLayout;

namespace sb {

// Panel colour, one soft outline, a title, and a column for the content.
class TitledCard : public QFrame {
    Q_OBJECT
public:
    explicit TitledCard(const QString& title, QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    // Beside the title, at the far end.
    void setRemark(StateShape shape, const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_column;
    class StateLine* m_remark;
};

// Shape and words; the words wrap no further than one line and are whole in the tooltip.
class StateLine : public QWidget {
    Q_OBJECT
public:
    explicit StateLine(QWidget* parent = nullptr);
    void setState(StateShape shape, const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] StateShape shape() const { return m_shape; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return { 40, sizeHint().height() }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StateShape m_shape = StateShape::Ok;
    QString m_text;
};

// A switch: knob at the end when on, at the start when off, and the word beside it. Quiet in both positions;
// an outline marks one that is staged.
class SwitchButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit SwitchButton(QWidget* parent = nullptr);
    void setStaged(bool isStaged);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isStaged = false;
};

// A share as a bar: what is, and as a mark what would be. The full width stands for 150 %, and a line for
// 100 %, so that an overload is seen as one.
class LoadBar : public QWidget {
    Q_OBJECT
public:
    explicit LoadBar(QWidget* parent = nullptr);
    void setLoad(double now, double then);
    [[nodiscard]] QSize sizeHint() const override { return { 160, 18 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 60, 18 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_now = 0;
    double m_then = 0;
};

// A label in the small muted style of remarks and ages.
[[nodiscard]] QLabel* captionLabel(QWidget* parent, const QString& text = {});

// Flags for painting a text at the start of its line, whatever the direction of the layout and of the text.
[[nodiscard]] int leadingText(const QWidget& widget, Qt::Alignment vertical = Qt::AlignVCenter);

} // namespace sb
