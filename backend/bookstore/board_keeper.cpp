// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/board_keeper.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kLook, kRebuilt };

std::string counted(std::size_t n, const char* one, const char* many)
{
    return groupedText(static_cast<std::int64_t>(n)) + " " + (n == 1 ? one : many);
}

} // namespace

BoardKeeper::BoardKeeper(Env& env, EventLog& log, std::vector<Branch> branches)
    : m_env(env)
    , m_log(log)
    , m_branches(std::move(branches))
    , m_rebuilds(m_branches.size())
    , m_checkpointAt(m_branches.size(), kStart)
    , m_ableSince(m_branches.size(), kNever)
{
}

void BoardKeeper::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(kInterval, m_self, kLook);
}

void BoardKeeper::onEvent(const SimEvent& event)
{
    if (event.kind == kRebuilt) {
        const auto index = static_cast<std::size_t>(event.a);
        if (m_rebuilds[index].isUnderWay && m_rebuilds[index].number == event.b)
            finishRebuild(index);
        return;
    }
    for (std::size_t i = 0; i < m_branches.size(); ++i)
        look(i);
    m_env.postIn(kInterval, m_self, kLook);
}

void BoardKeeper::look(std::size_t index)
{
    BestSellers& mine = board(index);
    if (!m_branches[index].isServing()) {
        m_rebuilds[index].isUnderWay = false;
        return;
    }
    if (mine.isRebuilding()) {
        if (!m_rebuilds[index].isUnderWay && !mine.isPoisoned())
            startRebuild(index);
        return;
    }
    if (m_env.now() >= m_checkpointAt[index]) {
        mine.checkpoint();
        m_checkpointAt[index] = m_env.now() + kCheckpoint;
    }
    if (const std::vector<OrderId> orders = mine.tryAgain(); !orders.empty())
        reportSetAside(index, orders);
    const bool isAble = !mine.isPoisoned() && mine.setAside() > 0;
    m_ableSince[index] = isAble ? std::min(m_ableSince[index], m_env.now()) : kNever;
    if (isAble && m_env.now() - m_ableSince[index] >= kPatience)
        retry(RegionId { static_cast<std::uint8_t>(index) }, Actor::System, {});
}

void BoardKeeper::startRebuild(std::size_t index)
{
    Rebuild& rebuild = m_rebuilds[index];
    Branch& branch = m_branches[index];
    const std::uint64_t orders = branch.replica->store().count(Table::Orders);
    rebuild.isUnderWay = true;
    const Duration needed = kRebuildBase + kRebuildRow * static_cast<std::int64_t>(orders);
    m_env.postIn(needed, m_self, kRebuilt, index, ++rebuild.number);
    if (std::exchange(rebuild.isAnnounced, true))
        return;
    m_log.append({ .kind = EventKind::StreamRebuilt,
        .actor = rebuild.actor,
        .region = RegionId { static_cast<std::uint8_t>(index) },
        .cause = rebuild.cause,
        .object = branch.name,
        .action = "best-sellers",
        .valueAfter = "rebuilding",
        .note = "The best-seller board of " + branch.name + " is rebuilding: it shows nothing until "
            + counted(orders, "order is", "orders are") + " counted anew" });
}

void BoardKeeper::finishRebuild(std::size_t index)
{
    Rebuild& rebuild = m_rebuilds[index];
    rebuild.isUnderWay = false;
    if (!m_branches[index].isServing() || board(index).isPoisoned())
        return; // a look finds it, and begins again
    board(index).finishRebuild();
    const std::string& name = m_branches[index].name;
    m_log.append({ .kind = EventKind::StreamRebuilt,
        .actor = rebuild.actor,
        .region = RegionId { static_cast<std::uint8_t>(index) },
        .cause = rebuild.cause,
        .object = name,
        .action = "best-sellers",
        .valueBefore = "rebuilding",
        .valueAfter = "current",
        .note
        = "The best-seller board of " + name + " has been counted anew from the orders and is current" });
    rebuild = { .number = rebuild.number };
}

Result<> BoardKeeper::checkRebuild(RegionId region) const
{
    const Branch& branch = m_branches[region.value];
    if (!branch.isServing())
        return fail(Errc::Refused,
            branch.name + " is out or its copy is not whole; its board is counted anew by itself if need be");
    const BestSellers& mine = branch.bookstore->bestSellers();
    if (mine.isRebuilding())
        return fail(Errc::Refused, "the board of " + branch.name + " is being rebuilt already");
    if (mine.isPoisoned())
        return fail(Errc::Refused,
            "the change stream of " + branch.name
                + " is poisoned: counting anew would meet the same orders; clear the fault first");
    return {};
}

void BoardKeeper::rebuild(RegionId region, Actor actor, EventSeq cause)
{
    m_rebuilds[region.value].actor = actor;
    m_rebuilds[region.value].cause = cause;
    board(region.value).beginRebuild();
    startRebuild(region.value);
}

Result<> BoardKeeper::checkRetry(RegionId region) const
{
    const Branch& branch = m_branches[region.value];
    const BestSellers& mine = branch.bookstore->bestSellers();
    if (mine.setAside() == 0)
        return fail(Errc::Refused,
            "nothing is set aside in " + branch.name
                + (mine.waiting() > 0 ? "; what waits there is still being tried" : ""));
    if (!branch.isServing())
        return fail(Errc::Refused, branch.name + " is out or its copy is not whole; restore it first");
    if (mine.isPoisoned())
        return fail(Errc::Refused,
            "the change stream of " + branch.name
                + " is still poisoned: the same changes would fail again; clear the fault first");
    return {};
}

void BoardKeeper::retry(RegionId region, Actor actor, EventSeq cause)
{
    BestSellers& mine = board(region.value);
    const std::size_t before = mine.setAside();
    const std::size_t processed = mine.offerSetAside();
    const std::string& name = m_branches[region.value].name;
    m_log.append({ .kind = EventKind::StreamRebuilt,
        .actor = actor,
        .region = region,
        .cause = cause,
        .object = name,
        .action = "retry-poison",
        .valueBefore = std::to_string(before),
        .valueAfter = std::to_string(processed),
        .unit = "changes",
        .note = "The best-seller board of " + name + " has taken up "
            + counted(processed, "change that it had", "changes that it had") + " set aside"
            + (actor == Actor::System ? ", by itself" : "") });
}

void BoardKeeper::reportSetAside(std::size_t index, const std::vector<OrderId>& orders)
{
    const std::size_t named = std::min(orders.size(), kNamed);
    for (std::size_t i = 0; i < named; ++i) {
        const std::string order = "order " + groupedText(static_cast<std::int64_t>(orders[i].value));
        const std::size_t others = i + 1 == named ? orders.size() - named : 0;
        m_log.append({ .kind = EventKind::StreamStalled,
            .severity = Severity::Warning,
            .actor = Actor::Replication,
            .region = RegionId { static_cast<std::uint8_t>(index) },
            .object = order,
            .action = "best-sellers",
            .valueAfter = std::to_string(board(index).setAside()),
            .unit = "changes",
            .note = "The best-seller board of " + m_branches[index].name + " could not process " + order
                + " in " + std::to_string(BestSellers::kAttempts) + " attempts and has set it aside"
                + (others > 0 ? ", and so " + counted(others, "other order", "other orders") : "")
                + "; the rest goes on" });
    }
}

} // namespace sb
