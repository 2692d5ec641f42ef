// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/text.h"
#include "backend/bookstore/catalogue.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace sb {
namespace {

TEST(Catalogue, HoldsEveryBookOnceMostPopularFirst)
{
    const auto& books = catalogue().books();
    ASSERT_EQ(books.size(), 937U);
    std::set<std::uint32_t> ids;
    for (std::size_t i = 0; i < books.size(); ++i) {
        EXPECT_TRUE(ids.insert(books[i].id.value).second);
        EXPECT_FALSE(books[i].title.empty());
        EXPECT_GT(books[i].price, Money {});
        EXPECT_LT(books[i].category, catalogue().categories().size());
        EXPECT_EQ(catalogue().indexOf(books[i].id), i);
        if (i > 0) {
            EXPECT_LE(books[i].popularity, books[i - 1].popularity);
        }
    }
    EXPECT_EQ(catalogue().indexOf(BookId { 999'999'999 }), books.size());
    EXPECT_EQ(catalogue().indexOf(BookId {}), books.size());
}

TEST(Catalogue, EveryBookIsInExactlyItsCategory)
{
    std::size_t sum = 0;
    for (std::size_t c = 0; c < catalogue().categories().size(); ++c) {
        const auto& positions = catalogue().ofCategory(static_cast<std::uint8_t>(c));
        EXPECT_TRUE(std::is_sorted(positions.begin(), positions.end()));
        for (const std::uint32_t position : positions)
            EXPECT_EQ(catalogue().books()[position].category, c);
        sum += positions.size();
    }
    EXPECT_EQ(sum, catalogue().books().size());
}

// Whole words of a book, split the slow way.
std::set<std::string> wordsOf(const Book& book)
{
    std::string text
        = lowerAscii(book.title + ' ' + book.author + ' ' + catalogue().categories()[book.category]);
    for (char& c : text) {
        const bool isWordByte = std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0;
        c = isWordByte ? c : ' ';
    }
    std::set<std::string> words;
    for (const std::string_view word : splitWords(text))
        words.emplace(word);
    return words;
}

TEST(Catalogue, SearchFindsExactlyTheBooksThatHoldTheWord)
{
    const std::size_t all = catalogue().books().size();
    std::vector<std::set<std::string>> words;
    for (const Book& book : catalogue().books())
        words.push_back(wordsOf(book));
    for (std::uint64_t number = 0; number < 300; ++number) {
        const std::string& word = catalogue().word(number * 17);
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < all; ++i) {
            if (words[i].count(word) > 0)
                expected.push_back(i);
        }
        ASSERT_EQ(catalogue().search(word, all), expected) << word;
    }
}

TEST(Catalogue, MoreWordsMatchedComeFirst)
{
    const Book& book = catalogue().books()[500];
    const auto hits = catalogue().search(book.title + ' ' + book.author, 25);
    ASSERT_FALSE(hits.empty());
    ASSERT_LE(hits.size(), 25U);
    EXPECT_TRUE(std::find(hits.begin(), std::min(hits.end(), hits.begin() + 3), 500U)
        != std::min(hits.end(), hits.begin() + 3));
}

TEST(Catalogue, SearchFoldsCaseAndIgnoresWhatItDoesNotKnow)
{
    const std::string word = catalogue().word(1'234);
    std::string shouted = word;
    for (char& c : shouted)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    EXPECT_EQ(catalogue().search(shouted + " qqqqzzzz", 25), catalogue().search(word, 25));
    EXPECT_TRUE(catalogue().search("qqqqzzzz", 25).empty());
    EXPECT_TRUE(catalogue().search("", 25).empty());
    EXPECT_TRUE(catalogue().search(word, 0).empty());
}

} // namespace
} // namespace sb
