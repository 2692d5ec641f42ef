// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/residue_watch.h"

#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ResidueWatch)
};

} // namespace

void ResidueWatch::expect(const std::vector<FaultView>& faults, const WorldDescription& world)
{
    for (const FaultView& fault : faults) {
        if (std::find(m_waiting.begin(), m_waiting.end(), fault.id) != m_waiting.end())
            continue;
        m_waiting.push_back(fault.id);
        m_titles << faultTitle(fault.spec, world);
    }
}

void ResidueWatch::forget(const InjectFault& fault, const WorldDescription& world)
{
    const qsizetype index = m_titles.indexOf(faultTitle(fault, world));
    if (index < 0 || m_titles.size() != static_cast<qsizetype>(m_waiting.size()))
        return;
    m_titles.removeAt(index);
    m_waiting.erase(m_waiting.begin() + index);
}

std::optional<ResidueReport> ResidueWatch::take(const std::vector<Event>& events)
{
    if (m_waiting.empty())
        return std::nullopt;
    for (const Event& event : events) {
        if (event.kind == EventKind::CommandRefused) {
            reset(); // what was ordered will not come
            return std::nullopt;
        }
        if (event.kind != EventKind::ResidueVerified && event.kind != EventKind::ResidueFound)
            continue;
        if (std::erase(m_waiting, event.fault) > 0 && event.kind == EventKind::ResidueFound)
            m_found << qs(event.note);
    }
    if (!m_waiting.empty())
        return std::nullopt;
    ResidueReport report;
    report.isClean = m_found.isEmpty();
    if (!report.isClean)
        report.text
            = Text::tr("Something of the faults stayed behind: %1").arg(m_found.join(QLatin1Char(' ')));
    else if (m_titles.size() == 1)
        //: %1 is a fault with its place
        report.text = Text::tr("%1 is over. Checked: nothing of it stayed behind.").arg(m_titles.front());
    else
        //: %1 is a count, %2 a list of faults with their places
        report.text = Text::tr("Faults ended: %1 (%2). Each was checked: nothing stayed behind.")
                          .arg(m_titles.size())
                          .arg(joinedParts(m_titles));
    reset();
    return report;
}

} // namespace sb
