// SPDX-License-Identifier: GPL-3.0-or-later
// Reports the end of faults with the proof that nothing of them stayed behind: after each reversal the engine
// reads every switch back and says so in an event. One sentence for all that an order has ended.
// A value; UI thread.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sb {

struct ResidueReport {
    bool isClean = true;
    QString text;
};

class ResidueWatch {
public:
    void reset() { *this = {}; }
    // An order was given that ends these faults.
    void expect(const std::vector<FaultView>& faults, const WorldDescription& world);
    // A fault like one of them was injected anew: its end is not worth a word.
    void forget(const InjectFault& fault, const WorldDescription& world);
    // Takes what has happened since; answers once all expected faults are over and checked.
    [[nodiscard]] std::optional<ResidueReport> take(const std::vector<Event>& events);
    [[nodiscard]] bool isWaiting() const { return !m_waiting.empty(); }

private:
    std::vector<FaultId> m_waiting;
    QStringList m_titles;
    QStringList m_found; // what stayed behind
};

} // namespace sb
