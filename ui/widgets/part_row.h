// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a region as targets: a fault dragged from the palette can be let go on one, and a press opens
// the list of the faults that the part can have.
#pragma once

#include "ui/map/fault_target.h"

#include <QPushButton>
#include <QWidget>

#include <vector>

namespace sb {

class PartButton : public QPushButton {
    Q_OBJECT
public:
    PartButton(MapPart part, QWidget* parent);
    [[nodiscard]] MapPart part() const { return m_part; }

Q_SIGNALS:
    void offered(const sb::FaultOffer& offer); // let go here

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    MapPart m_part;
};

class PartRow : public QWidget {
    Q_OBJECT
public:
    explicit PartRow(QWidget* parent = nullptr);
    void setRegion(const WorldDescription& world, RegionId region);
    void setDuration(Duration expiresAfter) { m_expiresAfter = expiresAfter; }
    [[nodiscard]] PartButton* button(MapPart part) const;

Q_SIGNALS:
    void faultChosen(const sb::InjectFault& fault);
    void refused(const QString& why);

private:
    void offer(const FaultOffer& offer, MapPart part);
    void openMenu(PartButton* button);

    WorldDescription m_world;
    RegionId m_region;
    Duration m_expiresAfter = kDefaultFaultDuration;
    std::vector<PartButton*> m_buttons; // index = MapPart - 1
};

} // namespace sb
