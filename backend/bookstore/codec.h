// SPDX-License-Identifier: GPL-3.0-or-later
// How the bookstore's rows are written into store values: fixed-width little-endian fields.
#pragma once

#include "backend/bookstore/request.h"

#include <optional>
#include <string>
#include <string_view>

namespace sb {

struct CartLine {
    BookId book; // the sort key
    Money price;
    std::uint32_t quantity = 0;
    friend bool operator==(const CartLine&, const CartLine&) = default;
};

[[nodiscard]] std::string encodeCartLine(const CartLine& line); // without the book: that is the key
[[nodiscard]] std::optional<CartLine> decodeCartLine(BookId book, std::string_view value);
[[nodiscard]] std::string encodeOrder(const Order& order);
[[nodiscard]] std::optional<Order> decodeOrder(std::string_view value);
[[nodiscard]] std::string encodeClaim(CustomerId holder);
[[nodiscard]] std::optional<CustomerId> decodeClaim(std::string_view value);
// What a region needs of a book to sell it: price and stock.
[[nodiscard]] std::string encodeBookRow(Money price, std::uint32_t stock);
[[nodiscard]] std::optional<Money> decodeBookPrice(std::string_view value);

} // namespace sb
