// SPDX-License-Identifier: GPL-3.0-or-later
// What share of its natural answers a region gets, of all that has a say in it: the hold and ramp of a
// fail-back, routing controls, shifts and dials. The least of them counts; each can be named. The one place
// where they meet, so that none can bring back what another one holds out. The dial is kept apart from the
// others, because it gives way before them when nobody else is left (routing/region_admission.h). Health is
// not among them: it is judged at each answer, and with nothing usable left the DNS fails open whatever
// stands here. Thread: World thread. Invariant: perMille() of combined() is the least of the four for every
// region.
#pragma once

#include "backend/controls/data_plane.h"
#include "backend/routing/zone.h"

#include <string>
#include <vector>

namespace sb {

class AdmissionBoard {
public:
    explicit AdmissionBoard(std::size_t regionCount)
        : m_combined(regionCount)
    {
    }
    // Both must outlive this object; refresh() is called whenever one of them has changed.
    void connect(const std::vector<RegionAdmission>& failBack, const DataPlane& dataPlane);
    void refresh();

    // Read by the zone at each decision; index = RegionId. Stays where it is.
    [[nodiscard]] const std::vector<RegionAdmission>& combined() const { return m_combined; }

    enum class Source : std::uint8_t { FailBack, Control, Shift, Dial };
    struct Limit {
        Source source = Source::FailBack;
        int perMille = 1000;
    };
    // Everything that leaves the region less than all, the least first; empty: nothing does.
    [[nodiscard]] std::vector<Limit> limitsOf(RegionId region) const;
    // English: "a routing control is off", "shifted away", "dial at 20 %", "held until it is failed back".
    [[nodiscard]] static std::string text(const Limit& limit);

private:
    const std::vector<RegionAdmission>* m_failBack = nullptr;
    const DataPlane* m_dataPlane = nullptr;
    std::vector<RegionAdmission> m_combined;
};

} // namespace sb
