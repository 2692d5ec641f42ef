// SPDX-License-Identifier: GPL-3.0-or-later
// Looks after the best-seller boards of all regions: writes their checkpoints, tries again what a board could
// not process, has a board rebuilt when it needs that or an operator orders it, and writes all of it into the
// record. A rebuild takes a second and a millisecond for each order; calls go on meanwhile, and the board
// shows nothing. What was set aside is offered again by order ("retry-poison"), and by itself kPatience after
// the board has become able to process it: nothing is dropped in silence. In the record, a region names at
// most kNamed set-aside changes per second one by one; the others of that second as a number.
// Thread: World thread. Deterministic; no randomness.
#pragma once

#include "backend/base/result.h"
#include "backend/bookstore/bookstore.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <string>
#include <vector>

namespace sb {

class BoardKeeper final : public Component {
public:
    static constexpr Duration kInterval = 1s; // between looks, and between attempts
    static constexpr Duration kCheckpoint = 5s;
    static constexpr Duration kPatience = 2min;
    static constexpr Duration kRebuildBase = 1s;
    static constexpr Duration kRebuildRow = 1ms; // per order
    static constexpr std::size_t kNamed = 5;

    struct Branch {
        Bookstore* bookstore = nullptr;
        Replica* replica = nullptr;
        std::string name;
        std::function<bool()> isServing; // up, with a whole copy
    };

    // branches[r] = region r's.
    BoardKeeper(Env& env, EventLog& log, std::vector<Branch> branches);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;

    // Why an order would be refused now; success when it would be carried out.
    [[nodiscard]] Result<> checkRebuild(RegionId region) const;
    [[nodiscard]] Result<> checkRetry(RegionId region) const;
    // Require a check that passed.
    void rebuild(RegionId region, Actor actor, EventSeq cause);
    void retry(RegionId region, Actor actor, EventSeq cause);

private:
    struct Rebuild {
        bool isUnderWay = false; // its end is scheduled
        bool isAnnounced = false;
        std::uint64_t number = 0; // of the latest one scheduled
        Actor actor = Actor::System;
        EventSeq cause;
    };

    void look(std::size_t index);
    void startRebuild(std::size_t index);
    void finishRebuild(std::size_t index);
    void reportSetAside(std::size_t index, const std::vector<OrderId>& orders);
    [[nodiscard]] BestSellers& board(std::size_t index) { return m_branches[index].bookstore->bestSellers(); }

    Env& m_env;
    EventLog& m_log;
    std::vector<Branch> m_branches;
    ComponentId m_self = 0;
    std::vector<Rebuild> m_rebuilds;
    std::vector<Instant> m_checkpointAt; // the next one
    std::vector<Instant> m_ableSince; // something is set aside that could be processed; kNever: not so
};

} // namespace sb
