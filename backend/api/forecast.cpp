// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/forecast.h"

#include <algorithm>

namespace sb {

Spread spreadOf(std::vector<std::int64_t> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto rank = [&](std::size_t percent) {
        return values[std::max<std::size_t>((values.size() * percent + 99) / 100, 1) - 1];
    };
    return { values.front(), rank(5), rank(50), rank(95), values.back() };
}

} // namespace sb
