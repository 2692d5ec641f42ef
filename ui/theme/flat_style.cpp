// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flat_style.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace sb {

namespace {

constexpr int kScrollBarExtent = 10;
constexpr int kButtonEdges = 4; // px of a button that its text leaves free
constexpr int kMenuArrowRoom = 20;

void paintControlPanel(QPainter& painter, const QStyleOption& option, const QWidget* widget)
{
    const Theme& theme = currentTheme();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isDown = option.state & QStyle::State_Sunken;
    const bool isOn = option.state & QStyle::State_On;
    const bool isHot = isEnabled && (option.state & QStyle::State_MouseOver);
    const QString emphasis = widget ? widget->property("emphasis").toString() : QString();
    QColor fill = theme.color(Token::BgPanel);
    QColor line = theme.color(Token::LineSoft);
    if (emphasis == QLatin1String("danger")) {
        fill = theme.color(Token::BgFailed);
        line = theme.color(Token::StateFailedFill);
    } else if (emphasis == QLatin1String("primary") || isOn) {
        fill = theme.color(Token::BgAccent);
        line = theme.color(Token::Accent);
    }
    if (isHot)
        fill = mixed(fill, theme.color(Token::BgHover), 0.8);
    if (isDown)
        fill = mixed(fill, theme.color(Token::LineSoft), 0.5);
    if (!isEnabled)
        line = theme.color(Token::LineGrid);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRect& rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(currentTheme().color(Token::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), kRadius, kRadius);
    painter.restore();
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle)
{
    const Theme& theme = currentTheme();
    if (option.minimum == option.maximum)
        return;
    const bool isHot = option.state & QStyle::State_MouseOver;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(isHot ? Token::LineBorder : Token::LineSoft));
    const QRectF r = QRectF(handle).adjusted(2, 2, -2, -2);
    const qreal radius = std::min(r.width(), r.height()) / 2;
    painter.drawRoundedRect(r, radius, radius);
    painter.restore();
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void FlatStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        paintControlPanel(*painter, *option, widget);
        return;
    case PE_PanelButtonTool:
        // Auto-raised tool buttons have no panel until they are hovered, pressed or on.
        if (!(option->state & State_AutoRaise)
            || (option->state & (State_MouseOver | State_Sunken | State_On)))
            paintControlPanel(*painter, *option, widget);
        return;
    case PE_FrameFocusRect:
        paintFocusRing(*painter, option->rect);
        return;
    case PE_PanelLineEdit: {
        const Theme& theme = currentTheme();
        // Without a frame of its own it lies in a spin box or combo box, which has one.
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && frame->lineWidth == 0) {
            painter->fillRect(option->rect, theme.color(Token::BgPlot));
            return;
        }
        const bool hasFocus = option->state & State_HasFocus;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme.color(hasFocus ? Token::Accent : Token::LineBorder), 1));
        painter->setBrush(theme.color(Token::BgPlot));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
        painter->restore();
        return;
    }
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
    case PE_IndicatorDockWidgetResizeHandle:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == CE_Splitter)
        return; // the gap between two cards shows where to drag
    if (element == CE_PushButtonBevel) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            if (!(button->features & QStyleOptionButton::Flat) || (option->state & (State_On | State_Sunken)))
                paintControlPanel(*painter, *option, widget);
            if (button->features & QStyleOptionButton::HasMenu) {
                QStyleOptionButton arrow = *button;
                const int size = 8;
                arrow.rect = visualRect(option->direction, option->rect,
                    QRect(option->rect.right() - size - 8, option->rect.center().y() - size / 2 + 1, size,
                        size));
                QProxyStyle::drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
            }
            return;
        }
    }
    if (element == CE_PushButtonLabel) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option); button != nullptr) {
            QStyleOptionButton fitting = *button;
            const int icon = button->icon.isNull() ? 0 : button->iconSize.width() + 4;
            const bool hasMenu = button->features & QStyleOptionButton::HasMenu;
            const int room = button->rect.width() - icon - (hasMenu ? kMenuArrowRoom : kButtonEdges);
            fitting.text
                = button->fontMetrics.elidedText(button->text, Qt::ElideRight, room, Qt::TextShowMnemonic);
            QProxyStyle::drawControl(element, &fitting, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            paintScrollBar(*painter, *slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 28;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_DockWidgetSeparatorExtent:
        return 8; // the gap between two cards
    case PM_DockWidgetFrameWidth:
        return 0;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returnData) const
{
    if (hint == SH_ToolTip_WakeUpDelay)
        return 350;
    if (hint == SH_UnderlineShortcut)
        return 0; // mnemonics work without being drawn
    if (hint == SH_ToolTipLabel_Opacity)
        return 255;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
    SubControl subControl, const QWidget* widget) const
{
    const auto* slider
        = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider*>(option) : nullptr;
    if (!slider)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    // No arrow buttons: the whole length is groove.
    const bool isHorizontal = slider->orientation == Qt::Horizontal;
    const int length = isHorizontal ? slider->rect.width() : slider->rect.height();
    const qint64 range = qint64 { slider->maximum } - slider->minimum;
    int handle = length;
    if (range > 0) {
        handle = static_cast<int>(qint64 { length } * slider->pageStep / (range + slider->pageStep));
        handle = qBound(std::min(length, pixelMetric(PM_ScrollBarSliderMin, option, widget)), handle, length);
    }
    const int start = sliderPositionFromValue(
        slider->minimum, slider->maximum, slider->sliderPosition, length - handle, slider->upsideDown);
    const auto along = [&](int from, int size) {
        const QRect r = isHorizontal ? QRect(from, 0, size, slider->rect.height())
                                     : QRect(0, from, slider->rect.width(), size);
        return visualRect(slider->direction, slider->rect, r.translated(slider->rect.topLeft()));
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return along(start, handle);
    case SC_ScrollBarGroove:
        return slider->rect;
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

} // namespace sb
