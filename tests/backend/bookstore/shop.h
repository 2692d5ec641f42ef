// SPDX-License-Identifier: GPL-3.0-or-later
// One region's bookstore over a memory store, called directly.
#pragma once

#include "backend/bookstore/bookstore.h"
#include "backend/bookstore/catalogue.h"
#include "backend/kernel/world.h"
#include "tests/backend/support/cluster.h"

#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace sb::test {

inline BookId bookAt(std::size_t position)
{
    return catalogue().books()[position].id;
}
inline Money priceAt(std::size_t position)
{
    return catalogue().books()[position].price;
}

class Shop {
public:
    explicit Shop(Env& env, std::size_t self = 0, std::size_t regions = 1, DataPolicies policies = {})
        : store(makeMemoryStore())
        , replica(env, *store, regionAt(self), regions, policies)
        , bookstore(env, replica)
    {
        bookstore.seedCatalogue();
    }

    // The answer; `committed` says whether the call wrote anything.
    Response call(Request request)
    {
        const std::uint64_t before = replica.position(replica.ownLog());
        committed = bookstore.handle(request);
        EXPECT_EQ(committed, replica.position(replica.ownLog()) == before + 1);
        return request.response;
    }
    Response cartCall(Call kind, BookId book, std::uint32_t quantity = 0)
    {
        return call({ .call = kind, .customer = kCustomer, .book = book, .quantity = quantity });
    }
    Response order(OrderId number, std::vector<OrderLine> lines)
    {
        return call({ .call = Call::PlaceOrder,
            .customer = kCustomer,
            .order = number,
            .lines = std::move(lines),
            .id = 77 });
    }
    [[nodiscard]] std::vector<CartLine> cart() { return bookstore.cart(kCustomer); }

    static constexpr CustomerId kCustomer { 42 };
    std::unique_ptr<Store> store;
    Replica replica;
    Bookstore bookstore;
    bool committed = false;
};

} // namespace sb::test
