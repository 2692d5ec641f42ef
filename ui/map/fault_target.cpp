// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/fault_target.h"

#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <numbers>

namespace sb {

namespace {

struct FaultTargetText {
    Q_DECLARE_TR_FUNCTIONS(FaultTarget)
};

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

// The cosine of the angle between two places: greater is nearer.
double nearness(const CityInfo& city, const RegionInfo& region)
{
    const double a = radians(city.latitude);
    const double b = radians(region.latitude);
    return std::sin(a) * std::sin(b)
        + std::cos(a) * std::cos(b) * std::cos(radians(city.longitude - region.longitude));
}

FaultAim refused(const QString& why)
{
    return { std::nullopt, false, why };
}

FaultAim aimAtCity(const FaultOffer& offer, CityId city, const WorldDescription& world)
{
    const RegionId region = nearestRegion(world, city);
    if (offer.kind == FaultKind::TrafficSurge)
        return { faultFor(offer, MapItem::forRegion(region), world), false, {} };
    return refused(FaultTargetText::tr(
        "“%1” cannot hit one city. Drop it on %2, which is nearest to %3; only a surge of "
        "traffic starts in a city.")
                       .arg(wordFor(offer.kind), regionName(world, region), cityName(world, city)));
}

FaultAim aimAtPart(const FaultOffer& offer, const FaultTarget& target, const WorldDescription& world)
{
    const std::optional<FaultKind> kind = kindAt(offer.kind, target.part);
    if (kind) {
        FaultOffer translated = offer;
        translated.kind = *kind;
        translated.percent = *kind == offer.kind ? offer.percent : 0;
        const auto fault = faultFor(translated, target.item, world);
        return { fault, !fault, {} };
    }
    return refused(FaultTargetText::tr("“%1” does not fit this part of %2. It can have: %3.")
                       .arg(wordFor(offer.kind), regionName(world, target.item.region), [&target] {
                           QStringList words;
                           for (const FaultKind possible : kindsOf(target.part))
                               words << wordFor(possible);
                           return QLocale().createSeparatedList(words);
                       }()));
}

} // namespace

QString wordFor(MapPart part)
{
    switch (part) {
    case MapPart::Whole:
        return {};
    case MapPart::Gateway:
        return FaultTargetText::tr("Gateway");
    case MapPart::Store:
        return FaultTargetText::tr("Store");
    case MapPart::HealthPath:
        return FaultTargetText::tr("Health path");
    case MapPart::Replication:
        return FaultTargetText::tr("Replication");
    }
    return {};
}

MapPart partOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::MappingRemoved:
    case FaultKind::GrayFailing:
    case FaultKind::TrafficSurge:
        return MapPart::Gateway;
    case FaultKind::StoreFailing:
    case FaultKind::DiskFull:
    case FaultKind::DiskStalled:
    case FaultKind::DiskRotten:
    case FaultKind::DiskLying:
    case FaultKind::StreamPoisoned:
        return MapPart::Store;
    case FaultKind::HealthPathFailing:
    case FaultKind::CheckersCut:
    case FaultKind::EdgesCut:
        return MapPart::HealthPath;
    case FaultKind::ReplicationPaused:
    case FaultKind::LinkPartitioned:
    case FaultKind::ObjectsPaused:
        return MapPart::Replication;
    case FaultKind::RegionOutage:
    case FaultKind::LatencyAdded:
    case FaultKind::RegionDestroyed:
    case FaultKind::ClockSkewed:
    case FaultKind::ClockDrifting:
    case FaultKind::EnactorStalled:
        return MapPart::Whole;
    }
    return MapPart::Whole;
}

std::vector<FaultKind> kindsOf(MapPart part)
{
    std::vector<FaultKind> kinds;
    for (int i = 0; i < kFaultKindCount; ++i) {
        if (partOf(static_cast<FaultKind>(i)) == part)
            kinds.push_back(static_cast<FaultKind>(i));
    }
    if (part == MapPart::Gateway || part == MapPart::Replication)
        kinds.push_back(FaultKind::LatencyAdded);
    return kinds;
}

std::optional<FaultKind> kindAt(FaultKind offered, MapPart part)
{
    if (part == MapPart::Whole || partOf(offered) == part)
        return offered;
    if (offered == FaultKind::RegionOutage) {
        switch (part) {
        case MapPart::Gateway:
            return FaultKind::MappingRemoved;
        case MapPart::Store:
            return FaultKind::StoreFailing;
        case MapPart::HealthPath:
            return FaultKind::HealthPathFailing;
        case MapPart::Replication:
            return FaultKind::ReplicationPaused;
        case MapPart::Whole:
            break;
        }
    }
    if (offered == FaultKind::LatencyAdded && part == MapPart::Store)
        return FaultKind::DiskStalled;
    if (offered == FaultKind::LatencyAdded && part != MapPart::HealthPath)
        return FaultKind::LatencyAdded;
    return std::nullopt;
}

RegionId nearestRegion(const CityInfo& city, const std::vector<const RegionInfo*>& regions)
{
    RegionId nearest;
    double most = -2;
    for (const RegionInfo* region : regions) {
        const double near = nearness(city, *region);
        if (near > most) {
            most = near;
            nearest = region->id;
        }
    }
    return nearest;
}

RegionId nearestRegion(const WorldDescription& world, CityId city)
{
    std::vector<const RegionInfo*> all;
    for (const RegionInfo& region : world.regions)
        all.push_back(&region);
    return city.value < world.cities.size() ? nearestRegion(world.cities[city.value], all) : RegionId {};
}

FaultAim aimAt(const FaultOffer& offer, const FaultTarget& target, const WorldDescription& world)
{
    if (target.isNone())
        return {};
    if (target.city.isValid())
        return aimAtCity(offer, target.city, world);
    if (target.item.isRegion() && target.part != MapPart::Whole)
        return aimAtPart(offer, target, world);
    if (!fits(offer, target.item, world)) {
        if (target.item.isLink())
            return refused(FaultTargetText::tr("“%1” hits a region, not a link. Drop it on %2 or %3.")
                               .arg(wordFor(offer.kind), regionName(world, target.item.region),
                                   regionName(world, target.item.peer)));
        return refused(
            FaultTargetText::tr("“%1” needs a second region; this run has one.").arg(wordFor(offer.kind)));
    }
    const auto fault = faultFor(offer, target.item, world);
    return { fault, !fault, {} };
}

} // namespace sb
