// SPDX-License-Identifier: GPL-3.0-or-later
// The bookstore's services in one region: catalogue, search, cart, checkout, orders, best sellers. Stateless
// over the replica: everything that must survive is in the store. Book prices are answered from a cache, and
// the best sellers from a board; both consume the region's change stream.
// Checkout is one transaction (the order, the units it takes from the stock and the removal of its cart
// lines) and idempotent: the order id comes from the client, and a repeat with the same lines is answered
// like the first time. Thread: World thread.
#pragma once

#include "backend/bookstore/best_sellers.h"
#include "backend/bookstore/book_cache.h"
#include "backend/bookstore/codec.h"
#include "backend/bookstore/request.h"
#include "backend/bookstore/stock.h"
#include "backend/replication/replica.h"

#include <optional>
#include <vector>

namespace sb {

class Bookstore {
public:
    explicit Bookstore(Env& env, Replica& replica);

    // Puts the catalogue and `stockPercent` of its stock into the store; every region does so before time
    // starts.
    void seedCatalogue(int stockPercent = 100);
    // From now on calls that bring no order number are given one; without, they are malformed.
    void mintOrders() { m_mintsOrders = true; }
    // Executes one call and fills request.response. True when it committed something.
    bool handle(Request& request);

    // Who has the coupon, by this region's copy; nobody that it knows of otherwise. Once there is a holder it
    // stays the holder.
    [[nodiscard]] std::optional<CustomerId> holderOf(std::uint64_t coupon);
    // Commits that the customer has it. Requires that the copy knows of no holder.
    void keepClaim(std::uint64_t coupon, CustomerId holder, std::uint64_t request);

    // An editor's change of a book's price in the catalogue. False, and nothing is committed, when this copy
    // has no such book. `request`: by which somebody was told of it; 0: nobody was.
    bool setPrice(BookId book, Money price, std::uint64_t request = 0);

    [[nodiscard]] ChangeStream& changes() { return m_changes; }
    [[nodiscard]] const BookCache& bookCache() const { return m_cache; }
    [[nodiscard]] BestSellers& bestSellers() { return m_bestSellers; }
    [[nodiscard]] Stock& stock() { return m_stock; }
    [[nodiscard]] std::vector<CartLine> cart(CustomerId customer);

private:
    bool addToCart(Request& request);
    bool setQuantity(Request& request);
    bool removeFromCart(Request& request);
    bool placeOrder(Request& request);
    bool claimCoupon(Request& request);
    void noteCharges(const Order& order, const std::vector<BookCache::Answer>& answers);
    bool refuseSoldOut(Request& request);
    void removeBought(const Request& request, const Order& order, Transaction& transaction);
    [[nodiscard]] OrderId nextOrder() const;
    bool answerRepeat(Request& request, const Item& existing);
    bool writeLine(const Request& request, const CartLine& line);
    void list(Request& request, const std::vector<std::uint32_t>& positions);
    Env& m_env;
    Replica& m_replica;
    ChangeStream m_changes;
    BestSellers m_bestSellers;
    BookCache m_cache;
    Stock m_stock;
    bool m_mintsOrders = false;
    std::vector<Row> m_rows; // scratch
    std::vector<std::uint32_t> m_missing; // scratch: positions of books that are sold out
};

} // namespace sb
