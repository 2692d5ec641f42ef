// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's blog: few posts, read in every region from its own copy, written by one region at a time (who
// that is, and what happens to a post that is sent to another region: recovery/blog_writer.h). What a post
// says is of no interest here; its size and its revision stand for it. Thread: any; no state.
#pragma once

#include "backend/base/ids.h"
#include "backend/replication/replica.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sb {

inline constexpr std::uint64_t kBlogPosts = 40; // numbered from 1; all exist when a run starts

struct Post {
    std::uint64_t epoch = 0; // of the writer; 0: as every region starts with it
    std::uint32_t revision = 0; // counted by the writer, from 0
    std::uint32_t words = 0;
    friend bool operator==(const Post&, const Post&) = default;
};

// The epoch comes first, as the rule LaterEpochWins expects (replication/merge.h).
[[nodiscard]] std::string encodePost(const Post& post);
// Nothing when the bytes are no post.
[[nodiscard]] std::optional<Post> decodePost(std::string_view value);
[[nodiscard]] Key postKey(std::uint64_t post);

// Puts the posts that every region starts with into its store.
void seedPosts(Replica& replica);
// The next revision of the post, by the writer of `epoch`, as a transaction. Requires a post that exists.
[[nodiscard]] Transaction revisePost(
    Replica& replica, std::uint64_t post, std::uint64_t epoch, std::uint64_t request);

} // namespace sb
