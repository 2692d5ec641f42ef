// SPDX-License-Identifier: GPL-3.0-or-later
// What a region does when its disk fails, and what it makes of that afterwards.
#include "backend/kernel/mutant.h"
#include "backend/region/region.h"

namespace sb {

void Region::applyDisk(const Condition& before)
{
    const bool wasFull = before.isDiskFull;
    if (m_condition.isDiskFull != wasFull) {
        if (m_disk != nullptr)
            m_disk->setFull(m_condition.isDiskFull);
        if (m_onDiskFinding)
            m_onDiskFinding(wasFull ? DiskFinding::Recovered : DiskFinding::Full, {});
    }
    if (m_condition.isDiskRotten && !m_condition.isDown && !m_isRotFound)
        findRot();
    if (!m_condition.isDiskRotten && m_isRotFound) {
        m_isRotFound = false;
        if (m_onDiskFinding)
            m_onDiskFinding(DiskFinding::Recovered, {});
    }
    if (m_condition.isDiskLying && !m_condition.isDown && !m_lie) {
        beginLie();
    } else if (!m_condition.isDiskLying && !m_condition.isDown && m_lie) {
        // Nothing was lost, because the power stayed: from now on flushes keep what they kept only in name.
        m_lie.reset();
        if (m_disk != nullptr)
            m_disk->setLying(false);
    }
    // A copy taken while the disk is rotten would be damaged like the one before.
    const bool isHeld = m_condition.isDiskFull || m_isRotFound;
    if (m_replicator.isHeld() != isHeld)
        m_replicator.setHeld(isHeld);
    m_replicator.setFlushDelay(m_condition.diskDelay);
    const bool wasSound = !before.isDiskFull && !before.isDiskRotten && !before.isDiskLying;
    const bool isSound = !m_condition.isDiskFull && !m_condition.isDiskRotten && !m_condition.isDiskLying;
    if (!wasSound || !isSound || before.diskDelay != m_condition.diskDelay)
        m_env.mix(hashCombine((std::uint64_t { id().value } << 8) ^ (m_condition.isDiskFull ? 1U : 0U)
                ^ (m_condition.isDiskRotten ? 2U : 0U) ^ (m_condition.isDiskLying ? 4U : 0U),
            static_cast<std::uint64_t>(m_condition.diskDelay.count())));
}

void Region::beginLie()
{
    m_lie = Lie { imageOf(m_replica.store()), m_replicator.stage() >= ReplicaStage::CatchingUp };
    if (m_disk != nullptr)
        m_disk->setLying(true);
}

void Region::findRot()
{
    if (SB_MUTANT(RotServed))
        return;
    m_isRotFound = true;
    m_env.probe("region.disk-rot-found");
    if (m_disk != nullptr)
        m_disk->proveRotIsFound();
    if (m_onDiskFinding)
        m_onDiskFinding(DiskFinding::Rotten, {});
    if (m_replicator.stage() >= ReplicaStage::CatchingUp)
        rebuild();
    else
        m_replicator.startBootstrap(); // what had come of a copy is no better
}

void Region::restartFromLie()
{
    const Lie lie = std::move(*m_lie);
    m_lie.reset();
    const bool isMissing = endsLater(m_replica.store(), lie.image.logs);
    if (isMissing)
        m_env.probe("region.disk-ended-earlier");
    else
        m_env.probe("region.disk-lie-unnoticed");
    if (isMissing && m_onDiskFinding)
        m_onDiskFinding(DiskFinding::EndsEarlier, lie.image.logs);
    if (m_disk != nullptr)
        m_disk->losePowerInLie();
    else
        restore(m_replica.store(), lie.image);
    const std::uint32_t incarnation = m_replica.ownLog().incarnation;
    if (isMissing && !lie.hasCopy) {
        rebuild(); // the copy was built while the disk lied
        return;
    }
    const bool beginsAnew = isMissing && !SB_MUTANT(LieForgiven);
    m_replica.restartEarlier(incarnation + (beginsAnew ? 1 : 0));
    if (beginsAnew)
        m_replicator.startCatchUp();
}

} // namespace sb
