// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk in a region gives a book another price, by the same way as the people who keep the catalogue: what
// two clerks write without knowledge of each other is settled by the table's policy.
#include "backend/base/text.h"
#include "backend/bookstore/catalogue.h"
#include "backend/control/simulation.h"

namespace sb {
namespace {

// Clerks are told that it is done, as customers are; their requests are numbered beyond any of a customer's.
constexpr std::uint64_t kClerksRequests = std::uint64_t { 1 } << 62;

} // namespace

Result<> Simulation::checkPrice(const SetPrice& price) const
{
    const auto found = findRegion(price.region);
    if (!found)
        return tl::make_unexpected(found.error());
    if (catalogue().indexOf(price.book) >= catalogue().books().size())
        return fail(Errc::UnknownName,
            "the catalogue has no book " + std::to_string(price.book.value)
                + "; its numbers are those of Project Gutenberg, as in: price " + price.region + " "
                + std::to_string(catalogue().books().front().id.value) + " 12.40");
    const Region& engine = *m_regions[found->value].engine;
    const Region::Condition& condition = engine.condition();
    const auto refuse = [&](const std::string& why) {
        return fail(Errc::Refused, m_names[found->value] + " takes no writes: " + why);
    };
    if (condition.isDown)
        return refuse("it is down; restore it, or write in another region");
    if (condition.isStoreFailing)
        return refuse("its store fails; restore it, or write in another region");
    if (condition.isDiskFull || condition.isDiskRotten)
        return refuse(condition.isDiskFull ? "its disk is full" : "its disk is rotten");
    if (m_regions[found->value].replicator->stage() != ReplicaStage::ServingWrites)
        return refuse("its copy is being built anew");
    if (m_fence->status(*found).isFenced)
        return refuse("it is fenced; unfence it first");
    if (!engine.acceptsWrites())
        return refuse(engine.mayAcknowledge() ? "its clock is not to be trusted"
                                              : "it holds no valid write lease at present");
    const Item* row = m_regions[found->value].store->find({ Table::Books, price.book.value, 0 });
    if (row == nullptr || row->isDeleted)
        return refuse("its copy holds no book " + std::to_string(price.book.value));
    return {};
}

void Simulation::performPrice(const SetPrice& price, Actor actor, EventSeq cause)
{
    const RegionId region = *findRegion(price.region);
    Replica& replica = *m_regions[region.value].replica;
    const Item* row = replica.store().find({ Table::Books, price.book.value, 0 });
    const Money before = decodeBookPrice(replica.plain(Table::Books, *row)).value_or(Money {});
    const Money after { price.cents };
    const bool isDone = m_regions[region.value].engine->bookstore().setPrice(
        price.book, after, kClerksRequests + cause.value);
    SB_ASSERT(isDone);
    m_regions[region.value].replicator->onLocalCommit();
    const std::string& title = catalogue().books()[catalogue().indexOf(price.book)].title;
    m_log.append({ .kind = EventKind::NoteAdded,
        .actor = actor,
        .region = region,
        .cause = cause,
        .object = "book " + std::to_string(price.book.value),
        .action = "price",
        .valueBefore = plainMoneyText(before),
        .valueAfter = plainMoneyText(after),
        .unit = "EUR",
        .note = "A clerk in " + m_names[region.value] + " sets the price of \"" + title + "\" to "
            + moneyText(after) + ", from " + moneyText(before) });
}

} // namespace sb
