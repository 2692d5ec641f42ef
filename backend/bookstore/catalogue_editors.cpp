// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/catalogue_editors.h"

#include "backend/base/text.h"
#include "backend/bookstore/catalogue.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kEdit, kReport };

constexpr Duration kReportEvery = 1min;

WeightedChoice byPopularity()
{
    std::vector<std::uint64_t> weights;
    for (const Book& book : catalogue().books())
        weights.push_back(book.popularity);
    return WeightedChoice(weights);
}

} // namespace

CatalogueEditors::CatalogueEditors(Env& env, EventLog& log, std::vector<Branch> branches)
    : m_env(env)
    , m_log(log)
    , m_branches(std::move(branches))
    , m_rng(env.rng("catalogue-editors"))
    , m_books(byPopularity())
    , m_reported(m_branches.size(), 0)
{
}

Duration CatalogueEditors::pause()
{
    return kPauseMin + m_rng.exponential(kPauseMore);
}

void CatalogueEditors::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(pause(), m_self, kEdit);
    m_env.postIn(kReportEvery, m_self, kReport);
}

void CatalogueEditors::onEvent(const SimEvent& event)
{
    if (event.kind == kEdit) {
        edit();
        m_env.postIn(pause(), m_self, kEdit);
    } else {
        reportCharges();
        m_env.postIn(kReportEvery, m_self, kReport);
    }
}

// Drawn whether or not the region takes the edit, so that an outage does not change what comes after it.
void CatalogueEditors::edit()
{
    Branch& branch = m_branches[m_rng.below(m_branches.size())];
    const Book& book = catalogue().books()[m_books.draw(m_rng)];
    const std::int64_t percent = 100 + m_rng.between(-kPercentMax, kPercentMax);
    if (!branch.acceptsWrites())
        return;
    const Money price { std::max<std::int64_t>(1, book.price.cents * percent / 100) };
    if (!branch.bookstore->setPrice(book.id, price))
        return;
    branch.replicator->onLocalCommit();
    ++m_edits;
}

void CatalogueEditors::reportCharges()
{
    for (std::size_t i = 0; i < m_branches.size(); ++i) {
        const BookCache::Counters& counters = m_branches[i].bookstore->bookCache().counters();
        if (counters.staleOrders == m_reported[i])
            continue;
        m_reported[i] = counters.staleOrders;
        const std::string& title = catalogue().books()[catalogue().indexOf(counters.lastBook)].title;
        m_log.append({ .kind = EventKind::NoteAdded,
            .region = RegionId { static_cast<std::uint8_t>(i) },
            .object = m_branches[i].name,
            .action = "stale-price",
            .valueAfter = plainMoneyText(counters.misCharged),
            .unit = "EUR",
            .note = "So far, " + m_branches[i].name + " has charged "
                + groupedText(static_cast<std::int64_t>(counters.staleOrders))
                + (counters.staleOrders == 1 ? " order" : " orders")
                + " at prices that its own store no longer had, wrong by " + moneyText(counters.misCharged)
                + " in all; the latest: \"" + title + "\" at " + moneyText(counters.lastCharged)
                + " instead of " + moneyText(counters.lastInStore)
                + ", because changes from other regions pass its cache by" });
    }
}

} // namespace sb
