// SPDX-License-Identifier: GPL-3.0-or-later
// How faults come onto the map: dragged, armed, confirmed.
#include "ui/map/world_map.h"
#include "ui/theme/words.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace sb {

namespace {

constexpr qreal kOpenReach = 8; // px around card and parts within which the parts stay open

RegionId regionOf(const WorldDescription& world, const std::string& code)
{
    for (const RegionInfo& region : world.regions) {
        if (region.code == code)
            return region.id;
    }
    return {};
}

} // namespace

QPointF WorldMap::anchorOf(const InjectFault& fault) const
{
    const RegionId region = regionOf(m_world, fault.region);
    const RegionId peer = regionOf(m_world, fault.peer);
    if (!region.isValid())
        return QRectF(rect()).center();
    return anchorOf(peer.isValid() ? MapItem::forLink(region, peer) : MapItem::forRegion(region));
}

void WorldMap::arm(const InjectFault& fault)
{
    if (!regionOf(m_world, fault.region).isValid())
        return;
    m_armed = fault;
    m_isArmedByKey = false;
    m_disarm.start();
    refreshBlast();
    update();
    Q_EMIT armedChanged();
}

void WorldMap::disarm()
{
    m_disarm.stop();
    m_isArmedByKey = false;
    if (!m_armed)
        return;
    m_armed.reset();
    refreshBlast();
    update();
    Q_EMIT armedChanged();
}

void WorldMap::confirmArmed()
{
    if (!m_armed)
        return;
    const InjectFault fault = *m_armed;
    disarm();
    Q_EMIT commandRequested(fault);
}

void WorldMap::armOrFail()
{
    if (!m_focused.isRegion() || !m_snapshot)
        return;
    FaultOffer offer = m_offer;
    offer.kind = FaultKind::RegionOutage;
    const auto fault = faultFor(offer, m_focused, m_world);
    if (!fault)
        return;
    if (m_armed == fault) {
        confirmArmed();
        return;
    }
    arm(*fault);
    m_isArmedByKey = true;
}

void WorldMap::take(const Command& command)
{
    if (const auto* fault = std::get_if<InjectFault>(&command))
        arm(*fault);
    else
        Q_EMIT commandRequested(command);
}

QString WorldMap::armedSentence() const
{
    if (!m_armed || !m_snapshot)
        return {};
    return blastSentence(blastRadiusOf(*m_armed, m_world, *m_snapshot), *m_armed, m_world);
}

void WorldMap::preview(const std::optional<InjectFault>& fault)
{
    m_previewed = fault;
    refreshBlast();
    update();
}

void WorldMap::refreshBlast()
{
    m_look.blast.reset();
    const std::optional<InjectFault>& shown = m_aimed ? m_aimed : m_armed ? m_armed : m_previewed;
    if (!shown || !m_snapshot)
        return;
    BlastLook look;
    look.radius = blastRadiusOf(*shown, m_world, *m_snapshot);
    look.anchor = anchorOf(*shown);
    look.hasBox = m_aimed.has_value();
    if (look.hasBox) {
        look.title = faultTitle(*shown, m_world);
        look.lines = blastLines(look.radius, *shown, m_world);
    }
    m_look.blast = std::move(look);
}

FaultTarget WorldMap::targetAt(const QPointF& point) const
{
    if (m_look.opened.isRegion()) {
        const auto cells = partRects(m_layout.cards[m_look.opened.region.value], QRectF(rect()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].contains(point))
                return { m_look.opened, static_cast<MapPart>(i + 1), {} };
        }
    }
    const MapItem item = m_layout.itemAt(point);
    if (item.isRegion())
        return { item, MapPart::Whole, {} };
    // A city near a link is meant where the fault can start in a city.
    const CityId city = m_layout.cityAt(point);
    if (city.isValid() && (item.isNone() || m_look.dragged == FaultKind::TrafficSurge))
        return { {}, MapPart::Whole, city };
    return { item, MapPart::Whole, {} };
}

void WorldMap::aim(const FaultOffer& offer, const QPointF& point)
{
    m_look.dragged = offer.kind;
    m_look.pointer = point;
    const FaultTarget target = targetAt(point);
    const FaultAim aimed = aimAt(offer, target, m_world);
    if (target.item.isRegion()) {
        m_look.opened = target.item;
    } else if (m_look.opened.isRegion()) {
        QRectF reach = m_layout.cards[m_look.opened.region.value];
        for (const QRectF& cell : partRects(reach, QRectF(rect())))
            reach = reach.united(cell);
        if (!reach.adjusted(-kOpenReach, -kOpenReach, kOpenReach, kOpenReach).contains(point))
            m_look.opened = {};
    }
    m_look.partUnder = target.part;
    const bool isFitting = aimed.fault || aimed.asksPeer;
    m_look.dropTarget = isFitting ? target.item : MapItem {};
    m_look.refusal = aimed.refusal;
    m_aimed = aimed.fault;
    refreshBlast();
    update();
}

void WorldMap::endDrag()
{
    m_look.isDropping = false;
    m_look.dropTarget = {};
    m_look.refusal.clear();
    m_look.opened = {};
    m_look.partUnder = MapPart::Whole;
    m_look.dragged.reset();
    m_aimed.reset();
    refreshBlast();
    update();
}

void WorldMap::dragEnterEvent(QDragEnterEvent* event)
{
    const auto offer = fromMimeData(*event->mimeData());
    if (!offer)
        return;
    disarm();
    m_look.isDropping = true;
    event->acceptProposedAction();
    aim(*offer, event->position());
}

void WorldMap::dragMoveEvent(QDragMoveEvent* event)
{
    const auto offer = fromMimeData(*event->mimeData());
    if (!offer)
        return;
    aim(*offer, event->position());
    event->setAccepted(m_aimed || !m_look.dropTarget.isNone());
}

void WorldMap::dragLeaveEvent(QDragLeaveEvent*)
{
    // Let go where it does not fit arrives here, too: the sentence stays to be read.
    if (!m_look.refusal.isEmpty())
        Q_EMIT faultRefused(m_look.refusal);
    endDrag();
}

void WorldMap::dropEvent(QDropEvent* event)
{
    const auto offer = fromMimeData(*event->mimeData());
    if (!offer) {
        endDrag();
        event->ignore();
        return;
    }
    const FaultTarget target = targetAt(event->position());
    const FaultAim aimed = aimAt(*offer, target, m_world);
    endDrag();
    if (!aimed.fault && !aimed.asksPeer) {
        event->ignore();
        if (!aimed.refusal.isEmpty())
            Q_EMIT faultRefused(aimed.refusal);
        return;
    }
    event->acceptProposedAction();
    if (!target.item.isNone())
        select(target.item);
    if (aimed.fault) {
        arm(*aimed.fault);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("peerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillPeerMenu(
        *menu, m_world, target.item.region, *offer, [this](const Command& command) { take(command); });
    menu->popup(mapToGlobal(event->position().toPoint()));
}

} // namespace sb
