// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/catalogue.h"

#include "backend/base/result.h"
#include "backend/base/text.h"
#include "resources/resources.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace sb {
namespace {

std::uint64_t number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    SB_ASSERT(error == std::errc {} && end == text.data() + text.size());
    return value;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (word.size() > 2)
            words.push_back(word);
        word.clear();
    };
    for (const char c : lowerAscii(text)) {
        const bool isWordByte
            = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (isWordByte)
            word += c;
        else
            finish();
    }
    finish();
    return words;
}

} // namespace

Catalogue::Catalogue()
{
    std::string_view text = resource("books.csv");
    std::vector<std::string> header;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::vector<std::string> row = splitCsvLine(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (header.empty()) {
            header = row;
            continue;
        }
        const auto field = [&](std::string_view name) -> const std::string& {
            const auto column = std::find(header.begin(), header.end(), name);
            SB_ASSERT(column != header.end());
            return row[static_cast<std::size_t>(column - header.begin())];
        };
        const std::string& category = field("category");
        auto known = std::find(m_categories.begin(), m_categories.end(), category);
        if (known == m_categories.end())
            known = m_categories.insert(m_categories.end(), category);
        const auto categoryIndex = static_cast<std::uint8_t>(known - m_categories.begin());
        m_books.push_back({ BookId { static_cast<std::uint32_t>(number(field("id"))) }, field("title"),
            field("author"), categoryIndex, Money { static_cast<std::int64_t>(number(field("price_cents"))) },
            static_cast<std::uint32_t>(number(field("stock"))),
            std::max<std::uint64_t>(1, number(field("popularity"))), field("description") });
    }
    std::stable_sort(m_books.begin(), m_books.end(),
        [](const Book& a, const Book& b) { return a.popularity > b.popularity; });
    m_byCategory.resize(m_categories.size());
    for (std::uint32_t i = 0; i < m_books.size(); ++i) {
        m_byCategory[m_books[i].category].push_back(i);
        m_byId.emplace_back(m_books[i].id.value, i);
    }
    std::sort(m_byId.begin(), m_byId.end());
    indexWords();
}

void Catalogue::indexWords()
{
    std::map<std::string, std::vector<std::uint32_t>> postings;
    for (std::uint32_t i = 0; i < m_books.size(); ++i) {
        const Book& book = m_books[i];
        for (const std::string& word :
            wordsOf(book.title + ' ' + book.author + ' ' + m_categories[book.category])) {
            std::vector<std::uint32_t>& list = postings[word];
            if (list.empty() || list.back() != i)
                list.push_back(i);
        }
    }
    for (auto& [word, list] : postings) {
        m_words.push_back(word);
        m_postings.push_back(std::move(list));
    }
}

std::size_t Catalogue::indexOf(BookId id) const
{
    const auto found
        = std::lower_bound(m_byId.begin(), m_byId.end(), std::pair { id.value, std::uint32_t { 0 } });
    return found != m_byId.end() && found->first == id.value ? found->second : m_books.size();
}

std::vector<std::uint32_t> Catalogue::search(std::string_view query, std::size_t limit) const
{
    std::map<std::uint32_t, int> hits; // position -> words matched
    for (const std::string& word : wordsOf(query)) {
        const auto found = std::lower_bound(m_words.begin(), m_words.end(), word);
        if (found == m_words.end() || *found != word)
            continue;
        for (const std::uint32_t position : m_postings[static_cast<std::size_t>(found - m_words.begin())])
            ++hits[position];
    }
    std::vector<std::pair<int, std::uint32_t>> ranked;
    for (const auto& [position, count] : hits)
        ranked.emplace_back(-count, position);
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::uint32_t> best;
    for (std::size_t i = 0; i < std::min(limit, ranked.size()); ++i)
        best.push_back(ranked[i].second);
    return best;
}

const Catalogue& catalogue()
{
    static const Catalogue instance;
    return instance;
}

} // namespace sb
