// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shoppers/journey.h"

#include "backend/bookstore/catalogue.h"

#include <algorithm>

namespace sb {
namespace {

struct Step {
    Page to;
    std::uint64_t percent;
};

// Percentages are ours; their product gives about one order for every twenty visits, a usual conversion.
constexpr std::array<Step, 5> kFromHome { { { Page::Category, 46 }, { Page::Search, 22 },
    { Page::BestSellers, 6 }, { Page::Book, 16 }, { Page::Leave, 10 } } };
constexpr std::array<Step, 5> kFromList { { { Page::Book, 56 }, { Page::Category, 20 }, { Page::Search, 12 },
    { Page::Add, 3 }, { Page::Leave, 9 } } };
constexpr std::array<Step, 5> kFromBook { { { Page::Add, 8 }, { Page::Category, 39 }, { Page::Search, 22 },
    { Page::Home, 9 }, { Page::Leave, 22 } } };
constexpr std::array<Step, 5> kFromCart { { { Page::Checkout, 17 }, { Page::Category, 40 },
    { Page::Search, 17 }, { Page::Cart, 6 }, { Page::Leave, 20 } } };
constexpr std::array<Step, 5> kFromCheckout { { { Page::History, 45 }, { Page::Home, 20 },
    { Page::Category, 5 }, { Page::BestSellers, 2 }, { Page::Leave, 28 } } };

template<std::size_t N> Page draw(const std::array<Step, N>& steps, Rng& rng)
{
    std::uint64_t point = rng.below(100);
    for (const Step& step : steps) {
        if (point < step.percent)
            return step.to;
        point -= step.percent;
    }
    return steps.back().to;
}

constexpr std::size_t kCartLinesMax = 8;
constexpr std::uint16_t kHistoryShown = 10;

BookId anyBook(const Shopper& shopper, Rng& rng, const WeightedChoice& popularity)
{
    const auto& books = catalogue().books();
    // A club reads the same few books at a time.
    if (shopper.customer.value <= kBookClubs && rng.chance(800'000))
        return books[(shopper.customer.value * 7 + rng.below(4)) % books.size()].id;
    if (shopper.listSize > 0 && rng.chance(700'000))
        return books[shopper.list[rng.below(shopper.listSize)]].id;
    return books[popularity.draw(rng)].id;
}

void firstStage(Shopper& shopper, Rng& rng, const WeightedChoice& popularity, std::vector<PageCall>& calls)
{
    switch (shopper.page) {
    case Page::Home:
        calls.push_back({ .call = Call::ListBooks });
        calls.push_back({ .call = Call::BestSellers });
        break;
    case Page::Category: {
        const auto category = static_cast<std::uint8_t>(rng.below(catalogue().categories().size()));
        calls.push_back({ .call = Call::ListCategory, .category = category });
        break;
    }
    case Page::Search:
        calls.push_back({ .call = Call::Search, .word = rng.next() >> 16 });
        break;
    case Page::Book:
        shopper.interest = anyBook(shopper, rng, popularity);
        calls.push_back({ .call = Call::GetBook, .book = shopper.interest });
        break;
    case Page::Add:
        if (!shopper.interest.isValid())
            shopper.interest = anyBook(shopper, rng, popularity);
        calls.push_back({ .call = Call::GetCartLine, .book = shopper.interest });
        calls.push_back({ .call = Call::AddToCart, .book = shopper.interest, .quantity = 1 });
        break;
    case Page::Cart:
        calls.push_back({ .call = Call::GetCart });
        calls.push_back({ .call = Call::GetCart });
        if (!shopper.cart.empty() && rng.chance(150'000)) {
            const OrderLine& line = shopper.cart[rng.below(shopper.cart.size())];
            const bool removes = shopper.cart.size() > 1 && rng.chance(500'000);
            calls.push_back({ .call = removes ? Call::RemoveFromCart : Call::SetQuantity,
                .book = line.book,
                .quantity = removes ? 0 : static_cast<std::uint32_t>(1 + rng.below(4)) });
        }
        break;
    case Page::Checkout:
        calls.push_back({ .call = Call::PlaceOrder });
        break;
    case Page::History:
        calls.push_back({ .call = Call::ListOrders });
        break;
    case Page::BestSellers:
        calls.push_back({ .call = Call::BestSellers });
        break;
    case Page::Leave:
        break;
    }
}

void secondStage(const Shopper& shopper, std::vector<PageCall>& calls)
{
    // The reference client asks for each entry twice.
    const auto twice = [&](BookId book) {
        for (int i = 0; i < 2; ++i)
            calls.push_back({ .call = Call::GetBook, .book = book });
    };
    if (shopper.page == Page::Cart) {
        for (const OrderLine& line : shopper.cart)
            twice(line.book);
    } else if (shopper.page == Page::BestSellers) {
        for (std::size_t i = 0; i < shopper.listSize; ++i)
            twice(catalogue().books()[shopper.list[i]].id);
    } else if (shopper.page == Page::History) {
        for (std::uint16_t i = 0; i < std::min(shopper.found, kHistoryShown); ++i)
            twice(catalogue().books()[i].id);
    }
}

} // namespace

Page nextPage(const Shopper& shopper, Rng& rng)
{
    switch (shopper.page) {
    case Page::Home:
    case Page::BestSellers:
        return draw(kFromHome, rng);
    case Page::Category:
    case Page::Search:
        if (shopper.cart.size() >= kCartLinesMax)
            return Page::Cart;
        return draw(kFromList, rng);
    case Page::Book:
        return shopper.cart.size() >= kCartLinesMax ? Page::Cart : draw(kFromBook, rng);
    case Page::Add:
        return Page::Cart;
    case Page::Cart: {
        const Page next = draw(kFromCart, rng);
        return next == Page::Checkout && shopper.cart.empty() ? Page::Category : next;
    }
    case Page::Checkout:
        // Some of it was sold out: a look at what is left.
        return shopper.cart.empty() ? draw(kFromCheckout, rng) : Page::Cart;
    case Page::History:
        return rng.chance(600'000) ? Page::Leave : Page::Home;
    case Page::Leave:
        break;
    }
    return Page::Leave;
}

void pageCalls(Shopper& shopper, Rng& rng, const WeightedChoice& popularity, std::vector<PageCall>& calls)
{
    if (shopper.stage == 0)
        firstStage(shopper, rng, popularity, calls);
    else
        secondStage(shopper, calls);
}

Duration thinkTime(Page page, Rng& rng)
{
    switch (page) {
    case Page::Add:
        return 200ms + rng.exponential(300ms); // the cart page follows by itself
    case Page::Checkout:
        return 1s + rng.exponential(3s);
    case Page::Book:
        return 2s + rng.exponential(9s);
    default:
        return 1s + rng.exponential(6s);
    }
}

} // namespace sb
