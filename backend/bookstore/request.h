// SPDX-License-Identifier: GPL-3.0-or-later
// A call to the bookstore's API and its answer, as they travel between a client and a region. Requests live
// in a pool; events carry their handles.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/money.h"
#include "backend/base/slot_pool.h"
#include "backend/base/time.h"
#include "backend/kernel/env.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sb {

enum class Call : std::uint8_t {
    ListBooks, // GET /books
    ListCategory, // GET /books?category=
    Search, // GET /search?q=
    GetBook, // GET /books/{id}
    GetCart, // GET /cart
    GetCartLine, // GET /cart/{book}
    AddToCart, // POST /cart
    SetQuantity, // PUT /cart
    RemoveFromCart, // DELETE /cart
    PlaceOrder, // POST /orders
    ListOrders, // GET /orders
    BestSellers, // GET /bestsellers
    ClaimCoupon, // POST /coupons/{code}
    GetPost, // GET /blog/{id}
    PublishPost, // POST /blog/{id}
};
inline constexpr int kCallCount = static_cast<int>(Call::PublishPost) + 1;
[[nodiscard]] constexpr bool isWrite(Call call)
{
    return call == Call::AddToCart || call == Call::SetQuantity || call == Call::RemoveFromCart
        || call == Call::PlaceOrder || call == Call::ClaimCoupon || call == Call::PublishPost;
}

// Cart and order calls: they read or write rows of the customer, about which sessions have guarantees.
[[nodiscard]] constexpr bool isAboutCustomer(Call call)
{
    return call == Call::GetCart || call == Call::GetCartLine || call == Call::AddToCart
        || call == Call::SetQuantity || call == Call::RemoveFromCart || call == Call::PlaceOrder
        || call == Call::ListOrders;
}

// What became of a session token.
enum class TokenOutcome : std::uint8_t {
    None, // the call brought none
    Covered, // the copy held all that the session had seen
    Waited, // it did after a wait
    Behind, // 503: it does not yet; the client asks again
    Stale, // answered without, and said so: the client had allowed it
    Reset, // answered without, and said so: what the copy lacks is in no copy any more
};

struct OrderLine {
    BookId book;
    Money price; // each, when ordered
    std::uint32_t quantity = 0;
    friend bool operator==(const OrderLine&, const OrderLine&) = default;
};

struct Order {
    Instant placedAt = kStart;
    std::vector<OrderLine> lines;
    [[nodiscard]] Money total() const;
    friend bool operator==(const Order&, const Order&) = default;
};

// Status codes in use: 200; 400 malformed; 403 no mapping; 404; 409 same order id with other lines; 410 sold
// out: the order was not placed, `books` are those that this region has too few copies of; 500; 503 busy.
struct Response {
    int status = 0;
    std::uint16_t count = 0; // entries found: books, cart lines, orders
    OrderId order; // PlaceOrder with 200: its number
    TokenOutcome tokenOutcome = TokenOutcome::None;
    bool resolvesAgain = false; // a header: no answer leads here any more, look the name up again
    // Positions of what the answer rests on: all that ever touched the customer's rows in this copy. Empty
    // where regions keep no sessions, and for calls that are not about a customer.
    std::vector<std::uint64_t> token;
    std::array<std::uint32_t, 24> books {}; // catalogue positions, for calls that list books; min(count, 24)
};

struct Request {
    Call call = Call::ListBooks;
    std::uint8_t category = 0; // ListCategory
    CustomerId customer;
    BookId book; // GetBook and cart calls
    std::uint32_t quantity = 0; // AddToCart, SetQuantity
    std::uint64_t word = 0; // Search: number of a catalogue word
    // PlaceOrder: minted by the client, so that a repeat is recognised. Invalid: the region that executes the
    // call mints a number of its own, where it is configured to, and cannot know a repeat.
    OrderId order;
    std::vector<OrderLine> lines; // PlaceOrder: what the client believes is in the cart
    std::uint64_t claim = 0; // ClaimCoupon: the coupon. GetPost, PublishPost: the post
    // Positions that the client's session has seen or written (index as in LogEntry::seen); empty: no token.
    std::vector<std::uint64_t> token;
    bool mayBeStale = false; // rather an old answer, marked as such, than another refusal
    std::uint64_t id = 0; // unique in a run

    // Travel
    CityId city;
    RegionId region; // it was sent to
    ComponentId client = 0; // gets kAnswer or kNoAnswer with a = handle
    Instant sentAt = kStart; // by the customer's program, with its token; an edge's own requests keep it
    Instant deadline = kNever; // the client stops waiting for an answer
    Instant connectDeadline = kNever; // and for anybody to answer at all, when it opens a connection
    Instant arrivedAt = kStart; // at the region
    Response response;
    // A request lives until both ends are done with it: a region may still execute what its client gave up.
    bool isClientDone = false;
    bool isRegionDone = false;

    // The client's own bookkeeping, opaque to regions.
    std::uint64_t session = 0;
    std::uint64_t proxy = 0; // of an edge that asks on behalf of a client
    std::uint64_t purchase = 0; // PlaceOrder: what the customer wants once; every repeat carries the same
    Instant startedAt = kStart; // of the first attempt
    std::uint8_t attempt = 0;
    bool isOnOldConnection = false;
};

using RequestPool = SlotPool<Request>;

// Events between clients and regions; a = handle of the request.
inline constexpr std::uint32_t kCallArrives = 2000; // to the region's component
inline constexpr std::uint32_t kAnswer = 2001; // to the client: request.response holds it
inline constexpr std::uint32_t kNoAnswer = 2002; // to the client: its deadline passed

} // namespace sb
