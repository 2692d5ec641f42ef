// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's books: 937 real titles with real demand (NOTICE says which columns are generated), their
// categories and a word index. Constant; every region starts from the same catalogue.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/money.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

struct Book {
    BookId id;
    std::string title;
    std::string author;
    std::uint8_t category = 0; // index into Catalogue::categories
    Money price;
    std::uint32_t stock = 0;
    std::uint64_t popularity = 1; // downloads: the weight of demand
    std::string description;
};

class Catalogue {
public:
    [[nodiscard]] const std::vector<Book>& books() const { return m_books; } // most popular first
    [[nodiscard]] const std::vector<std::string>& categories() const { return m_categories; }
    // Position in books(); size() when unknown.
    [[nodiscard]] std::size_t indexOf(BookId id) const;
    // Positions of a category's books, most popular first.
    [[nodiscard]] const std::vector<std::uint32_t>& ofCategory(std::uint8_t category) const
    {
        return m_byCategory[category];
    }
    // Positions of the books whose title, author or category holds any of the words, best match first (more
    // words, then more popular); at most `limit`. Whole words, ASCII case folded.
    [[nodiscard]] std::vector<std::uint32_t> search(std::string_view words, std::size_t limit) const;
    // A word of the index by number (modulo its size): what shoppers type.
    [[nodiscard]] const std::string& word(std::uint64_t number) const
    {
        return m_words[number % m_words.size()];
    }

private:
    friend const Catalogue& catalogue();
    Catalogue();
    void indexWords();

    std::vector<Book> m_books;
    std::vector<std::string> m_categories;
    std::vector<std::vector<std::uint32_t>> m_byCategory;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_byId; // id -> position, sorted
    std::vector<std::string> m_words; // sorted
    std::vector<std::vector<std::uint32_t>> m_postings; // of m_words; ascending positions
};

// Read from resources on first use; constant.
[[nodiscard]] const Catalogue& catalogue();

} // namespace sb
