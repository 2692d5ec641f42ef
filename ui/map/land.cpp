// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/land.h"

#include "ui/map/projection.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPolygonF>

#include <cmath>
#include <vector>

namespace sb {

namespace {

// x = longitude, y = latitude, degrees.
std::vector<QPolygonF> loadRings()
{
    QFile file(QStringLiteral(":/signalbox/land-110m.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<QPolygonF> rings;
    const QJsonArray list
        = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("rings")).toArray();
    for (const QJsonValue& value : list) {
        QPolygonF ring;
        const QJsonArray points = value.toArray();
        for (const QJsonValue& point : points) {
            QPointF p(point.toArray().at(0).toDouble(), point.toArray().at(1).toDouble());
            // A ring that crosses 180 degrees goes on beyond it instead of leaping around the world.
            if (!ring.isEmpty())
                p.rx() += 360 * std::round((ring.constLast().x() - p.x()) / 360);
            ring << p;
        }
        if (ring.size() > 3)
            rings.push_back(ring);
    }
    return rings;
}

} // namespace

QPainterPath landPath(const Projection& projection)
{
    static const std::vector<QPolygonF> rings = loadRings();
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const QRectF view = projection.view();
    for (const double shift : { -360.0, 0.0, 360.0 }) {
        for (const QPolygonF& ring : rings) {
            QPolygonF polygon;
            polygon.reserve(ring.size());
            for (const QPointF& p : ring)
                polygon << projection.toPoint(p.y(), p.x() + shift);
            if (polygon.boundingRect().intersects(view))
                path.addPolygon(polygon);
        }
    }
    return path;
}

} // namespace sb
