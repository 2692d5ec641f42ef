// SPDX-License-Identifier: GPL-3.0-or-later
// An account of lost orders kept beside the engine's: which log positions ever wrote an order, and which of
// them the record calls lost. The rule it holds the record to: an order of which a position is called lost
// may be readable only if another position wrote it (a customer's repeat that was accepted elsewhere, an
// orphan that was written anew); of an acknowledged order that cannot be read the record tells an end of
// every position, and of one at least that it was lost (an orphan that was replayed may be lost at its new
// position).
#pragma once

#include "backend/base/text.h"
#include "tests/scenario/rig.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace sb::test {

class LossAccount final : public ReplicaListener {
public:
    explicit LossAccount(Rig& rig)
        : m_rig(rig)
    {
        for (std::size_t i = 0; i < rig.sim().regionCount(); ++i)
            rig.sim().region(region(i)).replica().listen(this);
    }
    void onEntry(RegionId, const LogEntry& entry, bool isLocal, bool) override
    {
        if (isLocal && entry.order.isValid()) {
            m_places[entry.order.value].insert(placeOf(entry.version));
            m_byCommit[{ entry.version.origin.value, micros(entry.committedAt),
                           "order " + groupedText(static_cast<std::int64_t>(entry.order.value)) }]
                .insert(placeOf(entry.version));
        }
    }
    void onConflict(RegionId, const Conflict&) override { }

    // Requires that all copies are equal and nothing is unsettled. Returns how many orders were called lost
    // and could be read all the same, rightly.
    std::size_t expectHolds()
    {
        std::set<Place> lost, ended;
        std::map<std::uint64_t, const Event*> listed;
        for (const Event& event : m_rig.events) {
            if (event.kind == EventKind::WriteAtRisk)
                listed[event.seq.value] = &event;
            const bool isLost = event.kind == EventKind::WriteLost;
            const bool isEnd = isLost || event.kind == EventKind::WriteRecovered
                || event.kind == EventKind::WriteOverwritten || event.kind == EventKind::WriteRefused;
            if (!isEnd || listed[event.cause.value]->action != "order")
                continue;
            const Event& at = *listed[event.cause.value];
            const auto places = m_byCommit.find(
                { at.region.value, std::strtoll(at.valueBefore.c_str(), nullptr, 10), at.object });
            EXPECT_NE(places, m_byCommit.end()) << at.object << " was never written";
            if (places == m_byCommit.end())
                continue;
            ended.insert(places->second.begin(), places->second.end());
            if (isLost)
                lost.insert(places->second.begin(), places->second.end());
        }
        std::size_t readable = 0;
        for (const AcknowledgedOrder& order : m_rig.orders) {
            const std::set<Place>& places = m_places[order.order.value];
            for (std::size_t i = 0; i < m_rig.sim().regionCount(); ++i) {
                const Item* row = m_rig.sim().region(region(i)).replica().store().find(
                    { Table::Orders, order.customer.value, order.order.value });
                const bool isThere = row != nullptr && !row->isDeleted;
                if (isThere) {
                    EXPECT_EQ(lost.count(placeOf(row->version)), 0u)
                        << "order " << order.order.value << " is called lost at a position that region " << i
                        << " shows";
                    continue;
                }
                bool isAnyLost = false;
                for (const Place& place : places) {
                    isAnyLost = isAnyLost || lost.count(place) > 0;
                    EXPECT_EQ(ended.count(place), 1u)
                        << "order " << order.order.value << " cannot be read in region " << i
                        << ", and nothing says what became of its position " << place.second;
                }
                EXPECT_TRUE(isAnyLost) << "order " << order.order.value << " cannot be read in region " << i
                                       << ", and nothing says that it is lost";
            }
            readable += std::any_of(places.begin(), places.end(),
                            [&](const Place& place) { return lost.count(place) > 0; })
                    && m_rig.sim().region(region(0)).replica().store().find(
                           { Table::Orders, order.customer.value, order.order.value })
                        != nullptr
                ? 1
                : 0;
        }
        return readable;
    }

private:
    using Place = std::pair<LogId, std::uint64_t>;
    static Place placeOf(const Version& version) { return { version.log(), version.seq }; }

    Rig& m_rig;
    std::map<std::uint64_t, std::set<Place>> m_places; // by order
    std::map<std::tuple<std::uint8_t, std::int64_t, std::string>, std::set<Place>> m_byCommit;
};

} // namespace sb::test
