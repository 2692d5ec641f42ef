// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint_target.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

namespace sb {

bool isPaintedElsewhere(const QPainter& painter, const QWidget& widget)
{
    const QPaintEngine* engine = painter.paintEngine();
    if (engine == nullptr || engine->paintDevice() == nullptr)
        return false;
    const bool isOfPixels = engine->type() == QPaintEngine::Raster;
    return !isOfPixels || engine->paintDevice()->devicePixelRatioF() != widget.devicePixelRatioF();
}

double ratioOfTarget(const QPainter& painter)
{
    const QPaintEngine* engine = painter.paintEngine();
    return engine == nullptr || engine->paintDevice() == nullptr ? 1
                                                                 : engine->paintDevice()->devicePixelRatioF();
}

} // namespace sb
