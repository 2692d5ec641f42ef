// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/land.h"

#include "ui/map/projection.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sb {

namespace {

constexpr double kAntarctica = -60; // degrees; what lies wholly south of it is left out
constexpr qreal kLeastPixels = 0.8;

struct Ring {
    QPolygonF points; // x = longitude, y = latitude, degrees
    QRectF bounds;
};

std::vector<Ring> loadRings(const QString& name)
{
    QFile file(QStringLiteral(":/signalbox/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Ring> rings;
    const QJsonArray list
        = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("rings")).toArray();
    for (const QJsonValue& value : list) {
        Ring ring;
        const QJsonArray points = value.toArray();
        for (const QJsonValue& point : points) {
            const QJsonArray pair = point.toArray();
            QPointF p(pair.at(0).toDouble(), pair.at(1).toDouble());
            // A ring that crosses 180 degrees goes on beyond it instead of leaping around the world.
            if (!ring.points.isEmpty())
                p.rx() += 360 * std::round((ring.points.constLast().x() - p.x()) / 360);
            ring.points << p;
        }
        ring.bounds = ring.points.boundingRect();
        if (ring.points.size() > 3 && ring.bounds.bottom() > kAntarctica)
            rings.push_back(std::move(ring));
    }
    return rings;
}

const std::vector<Ring>& rings(bool isFine)
{
    static const std::vector<Ring> coarse = loadRings(QStringLiteral("land-110m"));
    if (!isFine)
        return coarse;
    static const std::vector<Ring> fine = loadRings(QStringLiteral("land-50m"));
    return fine.empty() ? coarse : fine;
}

} // namespace

bool isFineLand(const Projection& projection)
{
    return projection.pixelsPerDegree() >= kFineLandFrom;
}

QPainterPath landPath(const Projection& projection)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const QRectF view = projection.view().adjusted(-2, -2, 2, 2);
    for (const Ring& ring : rings(isFineLand(projection))) {
        for (const double shift : { -360.0, 0.0, 360.0 }) {
            const QRectF& b = ring.bounds; // its top is the southern edge
            const QRectF box(projection.toPoint(b.bottom(), b.left() + shift),
                projection.toPoint(b.top(), b.right() + shift));
            if (!box.intersects(view) || std::max(box.width(), box.height()) < kLeastPixels)
                continue;
            QPolygonF polygon;
            polygon.reserve(ring.points.size());
            for (const QPointF& p : ring.points)
                polygon << projection.toPoint(p.y(), p.x() + shift);
            path.addPolygon(polygon);
        }
    }
    return path;
}

} // namespace sb
