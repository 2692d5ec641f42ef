// SPDX-License-Identifier: GPL-3.0-or-later
// The people who keep the catalogue: now and then one of them, in a region drawn at random, sets the price of
// a book to something within a fifth of its list price. Popular books are edited more often. An editor whose
// region takes no writes gives up. Once a minute the record says what customers of a region were charged at
// prices that its own store no longer had.
// Thread: World thread. Draws from the stream "catalogue-editors" alone.
#pragma once

#include "backend/bookstore/bookstore.h"
#include "backend/replication/replicator.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <string>
#include <vector>

namespace sb {

class CatalogueEditors final : public Component {
public:
    static constexpr Duration kPauseMin = 5s; // between two edits anywhere; longer than regions are apart
    static constexpr Duration kPauseMore = 10s; // mean of what comes on top
    static constexpr int kPercentMax = 20; // of the list price, up or down

    struct Branch {
        Bookstore* bookstore = nullptr;
        Replicator* replicator = nullptr;
        std::string name;
        std::function<bool()> acceptsWrites; // of the region's own services
    };

    // branches[r] = region r's.
    CatalogueEditors(Env& env, EventLog& log, std::vector<Branch> branches);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;

    [[nodiscard]] std::uint64_t edits() const { return m_edits; } // committed

private:
    void edit();
    void reportCharges();
    [[nodiscard]] Duration pause();

    Env& m_env;
    EventLog& m_log;
    std::vector<Branch> m_branches;
    Rng m_rng;
    WeightedChoice m_books;
    ComponentId m_self = 0;
    std::uint64_t m_edits = 0;
    std::vector<std::uint64_t> m_reported; // stale orders of each region that the record knows of
};

} // namespace sb
