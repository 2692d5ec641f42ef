// SPDX-License-Identifier: GPL-3.0-or-later
// What a shopper does next and which API calls a page makes. Pages make their calls in two stages, as the
// reference client does: first the lists, then the details of each entry.
// Calls a page: home 2; category, search, book 1; add 2, then the cart page: 2 + 2 a line; best sellers 1 + 2
// a book; history 1 + 2 an order shown; checkout 1.
#pragma once

#include "backend/api/client_kind.h"
#include "backend/base/rng.h"
#include "backend/bookstore/request.h"

#include <vector>

namespace sb {

enum class Page : std::uint8_t {
    Home,
    Category,
    Search,
    Book,
    Add,
    Cart,
    Checkout,
    History,
    BestSellers,
    Leave
};

// Customers 1 … kBookClubs are accounts that the members of a book club share, all over the world: the ones
// whose carts two regions may write at once. Everybody else has an account of a city.
inline constexpr std::uint64_t kBookClubs = 24;
inline constexpr std::uint64_t kCityAccounts = 100'000; // accounts of city c start at (c + 1) times this

// How far a visit got; each includes what stands before it.
enum class Reach : std::uint8_t {
    Came,
    Browsed, // saw a book, a list or a search beyond the home page
    HadCart, // put something into the cart
    CheckedOut, // sent an order
    Ordered, // and it was acknowledged
};
inline constexpr std::size_t kReachCount = static_cast<std::size_t>(Reach::Ordered) + 1;

struct Shopper {
    CityId city;
    CustomerId customer;
    bool isTtlIgnorer = false;
    ClientKind kind = ClientKind::Browser;
    std::uint8_t program = 0; // Caching and Pooled: which of the city's
    bool obeysHints = false;
    Instant hintedAt = kNever; // when it last obeyed one
    // Its own cache, where browsers have one.
    RegionId address;
    Instant addressUntil = kStart;
    // Browser connection; invalid region = none.
    RegionId connection;
    Instant connectedAt = kStart;
    Instant lastUsedAt = kStart;
    // Journey
    Page page = Page::Home;
    std::uint8_t stage = 0;
    std::uint8_t outstanding = 0; // calls of this stage without an answer
    bool pageFailed = false;
    std::uint8_t reloads = 0; // of this page
    BookId interest; // the book looked at
    std::uint16_t found = 0; // entries the first stage found
    std::array<std::uint32_t, 24> list {}; // catalogue positions last seen
    std::uint8_t listSize = 0;
    std::vector<OrderLine> cart; // what the client believes is in it
    // Of the checkout under way: kept until it is acknowledged, so that every repeat means the same purchase.
    OrderId order;
    std::vector<std::uint64_t> token; // what the visit has seen and written, by log index
    std::uint64_t coupon = 0; // still wanted; 0: none
    std::uint8_t couponAsked = 0; // times
    Reach reach = Reach::Came;
};

// The next page, given that the last one worked.
[[nodiscard]] Page nextPage(const Shopper& shopper, Rng& rng);

// One call of a page; the shopper fills in who and where.
struct PageCall {
    Call call = Call::ListBooks;
    BookId book;
    std::uint8_t category = 0;
    std::uint64_t word = 0;
    std::uint32_t quantity = 0;
    std::uint64_t claim = 0; // ClaimCoupon
};
// Calls of a stage (0 or 1) of the shopper's page, appended; none: the stage does not exist.
void pageCalls(Shopper& shopper, Rng& rng, const WeightedChoice& popularity, std::vector<PageCall>& calls);

// Pause before the next page.
[[nodiscard]] Duration thinkTime(Page page, Rng& rng);

} // namespace sb
