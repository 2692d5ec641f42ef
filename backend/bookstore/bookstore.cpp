// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/bookstore.h"

#include "backend/bookstore/blog.h"
#include "backend/bookstore/catalogue.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::uint32_t kQuantityMax = 99;
constexpr std::size_t kPageSize = 24;
constexpr std::size_t kSearchHitsMax = 25;
constexpr std::uint64_t kFirstOrder = 47'001;

Key cartKey(CustomerId customer, BookId book)
{
    return { Table::Carts, customer.value, book.value };
}
Key orderKey(CustomerId customer, OrderId order)
{
    return { Table::Orders, customer.value, order.value };
}

} // namespace

Bookstore::Bookstore(Env& env, Replica& replica)
    : m_env(env)
    , m_replica(replica)
    , m_changes(env, replica)
    , m_bestSellers(env, replica, m_changes)
    , m_cache(env, replica, m_changes)
    , m_stock(env, replica)
{
}

void Bookstore::seedCatalogue(int stockPercent)
{
    for (const Book& book : catalogue().books())
        m_replica.seed({ Table::Books, book.id.value, 0 }, encodeBookRow(book.price, book.stock));
    m_stock.seed(stockPercent);
    seedPosts(m_replica);
}

bool Bookstore::handle(Request& request)
{
    Response& response = request.response;
    response.status = 200;
    response.count = 0;
    Store& store = m_replica.store();
    switch (request.call) {
    case Call::ListBooks: {
        response.count = static_cast<std::uint16_t>(catalogue().books().size());
        for (std::uint32_t i = 0; i < kPageSize; ++i)
            response.books[i] = i;
        return false;
    }
    case Call::ListCategory:
        list(request, catalogue().ofCategory(request.category % catalogue().categories().size()));
        return false;
    case Call::Search:
        list(request, catalogue().search(catalogue().word(request.word), kSearchHitsMax));
        return false;
    case Call::GetBook:
        response.count = m_cache.read(request.book).price != Money {} ? 1 : 0;
        response.status = response.count == 1 ? 200 : 404;
        return false;
    case Call::GetCart:
        m_rows.clear();
        store.scan(Table::Carts, request.customer.value, m_rows);
        response.count = static_cast<std::uint16_t>(m_rows.size());
        return false;
    case Call::GetCartLine: {
        const Item* item = store.find(cartKey(request.customer, request.book));
        response.count = item != nullptr && !item->isDeleted ? 1 : 0;
        return false; // an absent line is an empty answer, as clients of this API expect
    }
    case Call::ListOrders:
        m_rows.clear();
        store.scan(Table::Orders, request.customer.value, m_rows);
        response.count = static_cast<std::uint16_t>(m_rows.size());
        return false;
    case Call::BestSellers:
        list(request, m_bestSellers.top());
        return false;
    case Call::AddToCart:
        return addToCart(request);
    case Call::SetQuantity:
        return setQuantity(request);
    case Call::RemoveFromCart:
        return removeFromCart(request);
    case Call::PlaceOrder:
        return placeOrder(request);
    case Call::ClaimCoupon:
        return claimCoupon(request);
    case Call::GetPost:
        response.count = store.find(postKey(request.claim)) != nullptr ? 1 : 0;
        response.status = response.count == 1 ? 200 : 404;
        return false;
    case Call::PublishPost: // the writer's business: recovery/blog_writer.h
        response.status = 404;
        return false;
    }
    response.status = 400;
    return false;
}

void Bookstore::list(Request& request, const std::vector<std::uint32_t>& positions)
{
    Response& response = request.response;
    response.count = static_cast<std::uint16_t>(positions.size());
    for (std::size_t i = 0; i < std::min(response.books.size(), positions.size()); ++i)
        response.books[i] = positions[i];
}

bool Bookstore::setPrice(BookId book, Money price, std::uint64_t request)
{
    const Key key { Table::Books, book.value, 0 };
    const Item* row = m_replica.store().find(key);
    if (row == nullptr || row->isDeleted)
        return false;
    const auto stored = decodeCartLine(book, m_replica.plain(Table::Books, *row));
    if (!stored)
        return false;
    std::string value = encodeBookRow(price, stored->quantity);
    if (m_replica.policies().of(Table::Books) == ConflictPolicy::LastWriterPerAttribute)
        value = attributeWrite(Table::Books, 1, value); // the price alone
    Transaction transaction;
    transaction.mutations.push_back({ key, false, std::move(value) });
    transaction.request = request;
    m_replica.commit(std::move(transaction));
    return true;
}

bool Bookstore::writeLine(const Request& request, const CartLine& line)
{
    Transaction transaction;
    transaction.mutations.push_back({ cartKey(request.customer, line.book), false, encodeCartLine(line) });
    transaction.request = request.id;
    transaction.customer = request.customer;
    m_replica.commit(std::move(transaction));
    return true;
}

bool Bookstore::addToCart(Request& request)
{
    const Money price = m_cache.read(request.book).price;
    if (price == Money {} || request.quantity == 0 || request.quantity > kQuantityMax) {
        request.response.status = price == Money {} ? 404 : 400;
        return false;
    }
    std::uint32_t quantity = request.quantity;
    const Item* item = m_replica.store().find(cartKey(request.customer, request.book));
    if (item != nullptr && !item->isDeleted) {
        if (const auto line = decodeCartLine(request.book, m_replica.plain(Table::Carts, *item)))
            quantity = std::min(kQuantityMax, quantity + line->quantity);
    }
    return writeLine(request, { request.book, price, quantity });
}

bool Bookstore::setQuantity(Request& request)
{
    const Money price = m_cache.read(request.book).price;
    if (price == Money {} || request.quantity == 0 || request.quantity > kQuantityMax) {
        request.response.status = price == Money {} ? 404 : 400;
        return false;
    }
    return writeLine(request, { request.book, price, request.quantity });
}

bool Bookstore::removeFromCart(Request& request)
{
    const Item* item = m_replica.store().find(cartKey(request.customer, request.book));
    if (item == nullptr || item->isDeleted)
        return false; // removing what is not there succeeds and changes nothing
    Transaction transaction;
    transaction.mutations.push_back({ cartKey(request.customer, request.book), true, {} });
    transaction.request = request.id;
    transaction.customer = request.customer;
    m_replica.commit(std::move(transaction));
    return true;
}

std::optional<CustomerId> Bookstore::holderOf(std::uint64_t coupon)
{
    const Item* item = m_replica.store().find({ Table::Claims, coupon, 0 });
    if (item == nullptr || item->isDeleted)
        return std::nullopt;
    return decodeClaim(m_replica.plain(Table::Claims, *item));
}

void Bookstore::keepClaim(std::uint64_t coupon, CustomerId holder, std::uint64_t request)
{
    Transaction transaction;
    transaction.mutations.push_back({ { Table::Claims, coupon, 0 }, false, encodeClaim(holder) });
    transaction.request = request;
    transaction.customer = holder;
    m_replica.commit(std::move(transaction));
}

// "Put if it does not exist", judged by this region's copy alone.
bool Bookstore::claimCoupon(Request& request)
{
    if (request.claim == 0 || !request.customer.isValid()) {
        request.response.status = 400;
        return false;
    }
    if (const auto holder = holderOf(request.claim)) {
        request.response.status = *holder == request.customer ? 200 : 409;
        return false;
    }
    keepClaim(request.claim, request.customer, request.id);
    return true;
}

std::vector<CartLine> Bookstore::cart(CustomerId customer)
{
    m_rows.clear();
    m_replica.store().scan(Table::Carts, customer.value, m_rows);
    std::vector<CartLine> lines;
    for (const Row& row : m_rows) {
        if (const auto line = decodeCartLine(
                BookId { static_cast<std::uint32_t>(row.key.sort) }, m_replica.plain(Table::Carts, row.item)))
            lines.push_back(*line);
    }
    return lines;
}

bool Bookstore::answerRepeat(Request& request, const Item& existing)
{
    // Same id, same lines: the client asks again because it never heard the answer.
    const auto order = decodeOrder(existing.value);
    const bool isSame = order && order->lines.size() == request.lines.size()
        && std::equal(order->lines.begin(), order->lines.end(), request.lines.begin(),
            [](const OrderLine& a, const OrderLine& b) {
                return a.book == b.book && a.quantity == b.quantity;
            });
    request.response.status = isSame ? 200 : 409;
    request.response.order = request.order;
    m_env.probe("bookstore.order-repeated");
    if (SB_MUTANT(RepeatedOrderDoubles) && isSame) {
        Order doubled = *order;
        for (OrderLine& line : doubled.lines)
            line.quantity *= 2;
        Transaction transaction;
        transaction.mutations.push_back(
            { orderKey(request.customer, request.order), false, encodeOrder(doubled) });
        transaction.order = request.order;
        transaction.customer = request.customer;
        m_replica.commit(std::move(transaction));
        return true;
    }
    return false;
}

bool Bookstore::refuseSoldOut(Request& request)
{
    list(request, m_missing);
    request.response.status = 410;
    return false;
}

// Unique because a position of a log is taken once, whatever happens to the store.
OrderId Bookstore::nextOrder() const
{
    const LogId log = m_replica.ownLog();
    const std::uint64_t turn = m_replica.position(log) * kMaxIncarnations + log.incarnation - 1;
    return OrderId { kFirstOrder + turn * m_replica.regionCount() + m_replica.self().value };
}

void Bookstore::removeBought(const Request& request, const Order& order, Transaction& transaction)
{
    for (const OrderLine& line : order.lines) {
        const Key inCart = cartKey(request.customer, line.book);
        const Item* item = m_replica.store().find(inCart);
        const bool isRemoved = std::any_of(transaction.mutations.begin(), transaction.mutations.end(),
            [&](const Mutation& mutation) { return mutation.key == inCart; }); // two lines of one book
        if (item != nullptr && !item->isDeleted && !isRemoved)
            transaction.mutations.push_back({ inCart, true, {} });
    }
}

void Bookstore::noteCharges(const Order& order, const std::vector<BookCache::Answer>& answers)
{
    bool isFirst = true;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].isStale)
            m_cache.noteCharge(order.lines[i].book, answers[i], order.lines[i].quantity, isFirst);
        isFirst = isFirst && !answers[i].isStale;
    }
}

bool Bookstore::placeOrder(Request& request)
{
    const bool isMinted = !request.order.isValid() && m_mintsOrders;
    const OrderId number = isMinted ? nextOrder() : request.order;
    if (request.lines.empty() || !number.isValid()) {
        request.response.status = 400;
        return false;
    }
    const Key key = orderKey(request.customer, number);
    if (const Item* existing = m_replica.store().find(key))
        return answerRepeat(request, *existing);
    Order order;
    order.placedAt = m_env.now();
    std::vector<BookCache::Answer> answers;
    for (const OrderLine& line : request.lines) {
        // The shop sets the price, not the client.
        answers.push_back(m_cache.read(line.book));
        const Money price = answers.back().price;
        if (price == Money {} || line.quantity == 0 || line.quantity > kQuantityMax) {
            request.response.status = 400;
            return false;
        }
        order.lines.push_back({ line.book, price, line.quantity });
    }
    Transaction transaction;
    transaction.mutations.push_back({ key, false, encodeOrder(order) });
    m_missing.clear();
    if (!m_stock.sell(order.lines, transaction.mutations, m_missing))
        return refuseSoldOut(request);
    removeBought(request, order, transaction);
    transaction.request = request.id;
    transaction.order = number;
    transaction.customer = request.customer;
    transaction.amount = order.total();
    m_replica.commit(std::move(transaction));
    noteCharges(order, answers);
    request.response.count = static_cast<std::uint16_t>(order.lines.size());
    request.response.order = number;
    return true;
}

} // namespace sb
