// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/part_row.h"

#include "ui/theme/fonts.h"
#include "ui/theme/words.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>

namespace sb {

PartButton::PartButton(MapPart part, QWidget* parent)
    : QPushButton(wordFor(part), parent)
    , m_part(part)
{
    setAcceptDrops(true);
    setAutoDefault(false);
    setFocusPolicy(Qt::TabFocus);
    setFont(sb::font(FontRole::Caption));
    setMinimumWidth(30);
    //: a part of a region: "Gateway"
    setAccessibleName(tr("Break: %1").arg(wordFor(part)));
    //: a part of a region: "Gateway"
    setToolTip(tr("%1: press to choose a fault of this part, or drop one here.").arg(wordFor(part)));
}

void PartButton::dragEnterEvent(QDragEnterEvent* event)
{
    if (!fromMimeData(*event->mimeData()))
        return;
    event->acceptProposedAction();
    setDown(true);
}

void PartButton::dragLeaveEvent(QDragLeaveEvent*)
{
    setDown(false);
}

void PartButton::dropEvent(QDropEvent* event)
{
    setDown(false);
    if (const auto offer = fromMimeData(*event->mimeData())) {
        event->acceptProposedAction();
        Q_EMIT offered(*offer);
    }
}

PartRow::PartRow(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Parts of the region"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (int i = 1; i < kMapPartCount; ++i) {
        auto* button = new PartButton(static_cast<MapPart>(i), this);
        row->addWidget(button, 1);
        m_buttons.push_back(button);
        connect(button, &PartButton::offered, this,
            [this, button](const FaultOffer& dropped) { offer(dropped, button->part()); });
        connect(button, &QPushButton::clicked, this, [this, button] { openMenu(button); });
    }
}

void PartRow::setRegion(const WorldDescription& world, RegionId region)
{
    m_world = world;
    m_region = region;
}

PartButton* PartRow::button(MapPart part) const
{
    return part == MapPart::Whole ? nullptr : m_buttons.at(static_cast<std::size_t>(part) - 1);
}

void PartRow::offer(const FaultOffer& offer, MapPart part)
{
    const FaultTarget target { MapItem::forRegion(m_region), part, {} };
    const FaultAim aimed = aimAt(offer, target, m_world);
    if (aimed.fault)
        Q_EMIT faultChosen(*aimed.fault);
    else if (!aimed.refusal.isEmpty())
        Q_EMIT refused(aimed.refusal);
}

void PartRow::openMenu(PartButton* button)
{
    if (!m_region.isValid() || m_region.value >= m_world.regions.size())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("partMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->setAccessibleName(button->accessibleName());
    for (const FaultKind kind : kindsOf(button->part())) {
        FaultOffer wanted;
        wanted.kind = kind;
        wanted.expiresAfter = m_expiresAfter;
        const auto fault = faultFor(wanted, MapItem::forRegion(m_region), m_world);
        if (!fault) // which link is meant is chosen on the map
            continue;
        QAction* action = menu->addAction(wordFor(kind));
        action->setToolTip(explain(kind));
        connect(action, &QAction::triggered, this, [this, chosen = *fault] { Q_EMIT faultChosen(chosen); });
    }
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

} // namespace sb
