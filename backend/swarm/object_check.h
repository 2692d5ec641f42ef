// SPDX-License-Identifier: GPL-3.0-or-later
// Invariant 28, objects: at the end, each object is in every region that a rule promised it to when it was
// written, with its own checksum, unless one of the two stores was lost since, or waits for a rule that was
// switched off meanwhile; no other way of going missing is allowed. Nothing is pending where the rule is on,
// and the record's count of objects that nobody has any more is right. Keeps its own account of what was
// written, by what rules, and which stores were lost.
// Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/media/object_copier.h"
#include "backend/swarm/findings.h"

#include <vector>

namespace sb {

class ObjectCheck final : public ObjectListener {
public:
    // Attaches itself when the run has objects.
    ObjectCheck(Simulation& simulation, Findings& findings);

    void onWritten(RegionId at, const ObjectVersion& version) override;
    void onStoreLost(RegionId region) override;
    // Requires: everything healed, nobody uploading, and time for the last copies.
    void finish();

private:
    struct Written {
        std::uint64_t id = 0, checksum = 0;
        RegionId source;
        bool isDeleteMarker = false;
        std::uint64_t promised = 0; // bit r: the rule towards region r was on
        std::size_t losses = 0; // of stores, before it was written
    };
    [[nodiscard]] bool isLostSince(RegionId region, const Written& written) const;
    void checkHeld(const ObjectCopier& objects, const Written& written, RegionId target);

    Simulation& m_simulation;
    Findings& m_findings;
    std::vector<Written> m_written;
    std::vector<RegionId> m_losses; // in order
};

} // namespace sb
