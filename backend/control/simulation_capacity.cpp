// SPDX-License-Identifier: GPL-3.0-or-later
// Joins capacity to the rest of the World: who may surge, who watches, what commands warn of.
#include "backend/control/capacity_watch.h"

namespace sb {

void Simulation::buildCapacity()
{
    m_faults->setCustomers(*m_shoppers);
    m_capacity = std::make_unique<CapacityWatch>(*this);
}

int Simulation::loadPerMille(RegionId region) const
{
    return m_capacity->loadPerMille(region);
}

int Simulation::peakLoadPerMille(RegionId region) const
{
    return m_capacity->peakPerMille(region);
}

CapacityOutlook Simulation::outlookWithout(RegionId region, int keepsPerMille) const
{
    return m_capacity->outlookWithout(region, keepsPerMille);
}

std::string Simulation::capacityWarning(const Command& command) const
{
    return m_capacity->warningOf(command);
}

} // namespace sb
