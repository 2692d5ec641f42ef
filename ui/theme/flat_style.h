// SPDX-License-Identifier: GPL-3.0-or-later
// Fusion, flattened: square-shouldered buttons and inputs with one soft outline, a visible focus ring, slim
// scroll bars. Colours come from the theme, so no style sheet is needed (they defeat palettes).
// A button with the dynamic property "emphasis" set to "primary" or "danger" is outlined in that colour.
#pragma once

#include <QProxyStyle>

namespace sb {

class FlatStyle : public QProxyStyle {
    Q_OBJECT
public:
    FlatStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returnData) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
        SubControl subControl, const QWidget* widget) const override;
};

} // namespace sb
