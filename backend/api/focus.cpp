// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/focus.h"

namespace sb {

const std::vector<InspectedWord>& inspectedWords()
{
    static const std::vector<InspectedWord> words {
        { "book", "a book and its price" },
        { "stock", "what can be sold of a book" },
        { "cart", "a customer's cart" },
        { "order", "an order by its number" },
        { "post", "a post of the blog" },
        { "coupon", "who has a coupon" },
    };
    return words;
}

} // namespace sb
