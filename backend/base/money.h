// SPDX-License-Identifier: GPL-3.0-or-later
// An amount of euro in cents. The bookstore sells in one currency.
#pragma once

#include <compare>
#include <cstdint>

namespace sb {

struct Money {
    std::int64_t cents = 0;
    friend constexpr auto operator<=>(const Money&, const Money&) = default;
    constexpr Money& operator+=(Money other)
    {
        cents += other.cents;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return { a.cents + b.cents }; }
    friend constexpr Money operator-(Money a, Money b) { return { a.cents - b.cents }; }
    friend constexpr Money operator*(Money a, std::int64_t n) { return { a.cents * n }; }
};

} // namespace sb
