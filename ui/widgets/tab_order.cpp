// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_order.h"

#include <algorithm>
#include <cstdlib>

namespace sb {

namespace {

constexpr int kSameLine = 12; // px by which the tops of things in one line may differ

bool isBefore(const QWidget* a, const QWidget* b, bool isMirrored)
{
    if (std::abs(a->y() - b->y()) > kSameLine)
        return a->y() < b->y();
    if (a->x() != b->x())
        return isMirrored ? a->x() + a->width() > b->x() + b->width() : a->x() < b->x();
    return a->y() < b->y();
}

void visit(const QWidget& part, std::vector<QWidget*>& order)
{
    std::vector<QWidget*> children;
    for (QObject* child : part.children()) {
        auto* widget = qobject_cast<QWidget*>(child);
        if (widget == nullptr || widget->isWindow() || widget->isHidden())
            continue;
        // By insertion: "in one line" is no order that a sort could rely on.
        const bool isMirrored = part.layoutDirection() == Qt::RightToLeft;
        auto at = children.end();
        while (at != children.begin() && isBefore(widget, *(at - 1), isMirrored))
            --at;
        children.insert(at, widget);
    }
    for (QWidget* widget : children) {
        const bool canTake = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
        if (canTake && widget->isEnabled() && widget->isVisible())
            order.push_back(widget);
        // Lists, tables and boxes order their own parts.
        if (!widget->inherits("QAbstractItemView") && !widget->inherits("QComboBox")
            && !widget->inherits("QAbstractSpinBox"))
            visit(*widget, order);
    }
}

} // namespace

std::vector<QWidget*> visualTabOrder(const QWidget& window)
{
    std::vector<QWidget*> order;
    visit(window, order);
    return order;
}

QWidget* tabTarget(const QWidget& window, const QWidget* from, bool isForward)
{
    const std::vector<QWidget*> order = visualTabOrder(window);
    if (order.empty())
        return nullptr;
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    const auto at
        = [&](std::ptrdiff_t index) { return order[static_cast<std::size_t>((index + count) % count)]; };
    // The innermost that is it or holds it.
    std::ptrdiff_t here = -1;
    for (std::ptrdiff_t i = 0; from != nullptr && i < count; ++i) {
        if (at(i) == from || at(i)->isAncestorOf(from))
            here = i;
    }
    if (here >= 0)
        return at(here + (isForward ? 1 : -1));
    // A page that has the focus as a whole: into it, or to what is before it.
    for (std::ptrdiff_t i = 0; from != nullptr && i < count; ++i) {
        if (from->isAncestorOf(at(i)))
            return at(isForward ? i : i - 1);
    }
    return isForward ? order.front() : order.back();
}

} // namespace sb
