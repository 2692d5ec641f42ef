// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/codec.h"

namespace sb {
namespace {

template<typename Number> void put(std::string& out, Number value)
{
    auto bits = static_cast<std::uint64_t>(value);
    for (std::size_t i = 0; i < sizeof(Number); ++i, bits >>= 8)
        out += static_cast<char>(bits & 0xFF);
}

template<typename Number> Number get(std::string_view& in)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bits |= std::uint64_t { static_cast<unsigned char>(in[i]) } << (8 * i);
    in.remove_prefix(sizeof(Number));
    return static_cast<Number>(bits);
}

constexpr std::size_t kLineBytes = 12;

} // namespace

Money Order::total() const
{
    Money sum;
    for (const OrderLine& line : lines)
        sum += line.price * line.quantity;
    return sum;
}

std::string encodeCartLine(const CartLine& line)
{
    std::string value;
    put(value, static_cast<std::uint32_t>(line.price.cents));
    put(value, line.quantity);
    return value;
}

std::optional<CartLine> decodeCartLine(BookId book, std::string_view value)
{
    if (value.size() != 8)
        return std::nullopt;
    const Money price { get<std::uint32_t>(value) };
    return CartLine { book, price, get<std::uint32_t>(value) };
}

std::string encodeOrder(const Order& order)
{
    std::string value;
    put(value, micros(order.placedAt));
    for (const OrderLine& line : order.lines) {
        put(value, line.book.value);
        put(value, static_cast<std::uint32_t>(line.price.cents));
        put(value, line.quantity);
    }
    return value;
}

std::optional<Order> decodeOrder(std::string_view value)
{
    if (value.size() < 8 || (value.size() - 8) % kLineBytes != 0)
        return std::nullopt;
    Order order;
    order.placedAt = atMicros(get<std::int64_t>(value));
    while (!value.empty()) {
        const BookId book { get<std::uint32_t>(value) };
        const Money price { get<std::uint32_t>(value) };
        order.lines.push_back({ book, price, get<std::uint32_t>(value) });
    }
    return order;
}

std::string encodeClaim(CustomerId holder)
{
    std::string value;
    put(value, holder.value);
    return value;
}

std::optional<CustomerId> decodeClaim(std::string_view value)
{
    if (value.size() != sizeof(CustomerId::value))
        return std::nullopt;
    return CustomerId { get<decltype(CustomerId::value)>(value) };
}

std::string encodeBookRow(Money price, std::uint32_t stock)
{
    return encodeCartLine({ BookId {}, price, stock });
}

std::optional<Money> decodeBookPrice(std::string_view value)
{
    const auto row = decodeCartLine(BookId {}, value);
    return row ? std::optional(row->price) : std::nullopt;
}

} // namespace sb
