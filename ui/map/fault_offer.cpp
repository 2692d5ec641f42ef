// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/fault_offer.h"

#include <QByteArray>
#include <QList>
#include <QMimeData>

namespace sb {

QString faultMimeType()
{
    return QStringLiteral("application/x-signalbox-fault");
}

std::unique_ptr<QMimeData> toMimeData(const FaultOffer& offer)
{
    const std::string_view name = toString(offer.kind);
    QByteArray payload(name.data(), static_cast<qsizetype>(name.size()));
    payload += ' ' + QByteArray::number(qlonglong { micros(offer.expiresAfter) }) + ' '
        + QByteArray::number(qlonglong { micros(offer.added) }) + ' ' + QByteArray::number(offer.percent);
    auto data = std::make_unique<QMimeData>();
    data->setData(faultMimeType(), payload);
    return data;
}

std::optional<FaultOffer> fromMimeData(const QMimeData& data)
{
    const QList<QByteArray> words = data.data(faultMimeType()).split(' ');
    if (words.size() != 4)
        return std::nullopt;
    bool isDurationRead = false;
    bool isAddedRead = false;
    bool isPercentRead = false;
    FaultOffer offer;
    offer.expiresAfter = Duration { words.at(1).toLongLong(&isDurationRead) };
    offer.added = Duration { words.at(2).toLongLong(&isAddedRead) };
    offer.percent = words.at(3).toInt(&isPercentRead);
    const bool isInRange = offer.percent >= 0 && offer.percent <= 900 && offer.expiresAfter > Duration::zero()
        && offer.expiresAfter <= kMaxFaultDuration && offer.added >= Duration::zero();
    if (!isDurationRead || !isAddedRead || !isPercentRead || !isInRange)
        return std::nullopt;
    for (int i = 0; i < kFaultKindCount; ++i) {
        offer.kind = static_cast<FaultKind>(i);
        if (words.at(0).toStdString() == toString(offer.kind))
            return offer;
    }
    return std::nullopt;
}

Duration amountOf(const FaultOffer& offer, FaultKind kind)
{
    switch (kind) {
    case FaultKind::LatencyAdded:
        return offer.added;
    case FaultKind::DiskStalled:
        return kOfferedStall;
    case FaultKind::ClockSkewed:
        return kOfferedSkew;
    case FaultKind::ClockDrifting:
        return kOfferedDrift;
    default:
        return 0us;
    }
}

int percentOf(const FaultOffer& offer, FaultKind kind)
{
    const auto choose = [&](int offered) { return offer.percent > 0 ? offer.percent : offered; };
    switch (kind) {
    case FaultKind::GrayFailing:
        return choose(kOfferedGrayPercent);
    case FaultKind::CheckersCut:
        return choose(kOfferedCutPercent);
    case FaultKind::TrafficSurge:
        return choose(kOfferedSurgePercent);
    default:
        return 0;
    }
}

std::optional<InjectFault> faultFor(
    const FaultOffer& offer, const MapItem& item, const WorldDescription& world)
{
    if (!fits(offer, item, world))
        return std::nullopt;
    InjectFault fault;
    fault.kind = offer.kind;
    fault.region = world.regions[item.region.value].code;
    fault.expiresAfter = offer.expiresAfter;
    if (item.isLink())
        fault.peer = world.regions[item.peer.value].code;
    fault.added = amountOf(offer, offer.kind);
    fault.percent = percentOf(offer, offer.kind);
    if (offer.kind == FaultKind::LinkPartitioned && item.isRegion()) {
        if (world.regions.size() != 2)
            return std::nullopt; // which link? the caller asks
        fault.peer = world.regions[item.region.value == 0 ? 1 : 0].code;
    }
    return fault;
}

bool fits(const FaultOffer& offer, const MapItem& item, const WorldDescription& world)
{
    if (item.isNone() || item.region.value >= world.regions.size())
        return false;
    switch (offer.kind) {
    case FaultKind::RegionOutage:
    case FaultKind::MappingRemoved:
    case FaultKind::ReplicationPaused:
    case FaultKind::RegionDestroyed:
    case FaultKind::ClockSkewed:
    case FaultKind::ClockDrifting:
    case FaultKind::StoreFailing:
    case FaultKind::DiskFull:
    case FaultKind::DiskStalled:
    case FaultKind::DiskRotten:
    case FaultKind::DiskLying:
    case FaultKind::StreamPoisoned:
    case FaultKind::GrayFailing:
    case FaultKind::HealthPathFailing:
    case FaultKind::CheckersCut:
    case FaultKind::EdgesCut:
    case FaultKind::EnactorStalled:
    case FaultKind::TrafficSurge:
    case FaultKind::ObjectsPaused:
        return item.isRegion();
    case FaultKind::LinkPartitioned:
        return world.regions.size() > 1;
    case FaultKind::LatencyAdded:
        return true;
    }
    return false;
}

} // namespace sb
