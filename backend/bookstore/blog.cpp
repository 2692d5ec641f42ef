// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/blog.h"

#include "backend/base/result.h"

namespace sb {
namespace {

constexpr std::size_t kPostBytes = 16;

template<typename Number> void put(std::string& out, Number value)
{
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        out += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFF);
}

template<typename Number> Number get(std::string_view in, std::size_t from)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bits |= std::uint64_t { static_cast<unsigned char>(in[from + i]) } << (8 * i);
    return static_cast<Number>(bits);
}

// A plausible length that needs no random stream.
std::uint32_t wordsOf(std::uint64_t post, std::uint32_t revision)
{
    return static_cast<std::uint32_t>(300 + post * 37 % 400 + revision * 11 % 90);
}

} // namespace

std::string encodePost(const Post& post)
{
    std::string value;
    put(value, post.epoch);
    put(value, post.revision);
    put(value, post.words);
    return value;
}

std::optional<Post> decodePost(std::string_view value)
{
    if (value.size() != kPostBytes)
        return std::nullopt;
    return Post { get<std::uint64_t>(value, 0), get<std::uint32_t>(value, 8), get<std::uint32_t>(value, 12) };
}

Key postKey(std::uint64_t post)
{
    return { Table::Posts, post, 0 };
}

void seedPosts(Replica& replica)
{
    for (std::uint64_t post = 1; post <= kBlogPosts; ++post)
        replica.seed(postKey(post), encodePost({ 0, 0, wordsOf(post, 0) }));
}

Transaction revisePost(Replica& replica, std::uint64_t post, std::uint64_t epoch, std::uint64_t request)
{
    const Item* item = replica.store().find(postKey(post));
    SB_ASSERT(item != nullptr);
    const auto before = decodePost(replica.plain(Table::Posts, *item));
    const std::uint32_t revision = before ? before->revision + 1 : 1;
    Transaction transaction;
    transaction.mutations.push_back(
        { postKey(post), false, encodePost({ epoch, revision, wordsOf(post, revision) }) });
    transaction.request = request;
    return transaction;
}

} // namespace sb
