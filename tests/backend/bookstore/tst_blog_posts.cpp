// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/blog.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

TEST(BlogPosts, aPostComesBackFromItsBytesWithItsEpochAtTheHead)
{
    const Post post { 7, 12, 640 };
    const std::string bytes = encodePost(post);
    EXPECT_EQ(decodePost(bytes), post);
    EXPECT_EQ(writerEpoch(bytes), 7U);
}

TEST(BlogPosts, otherBytesAreNoPost)
{
    EXPECT_FALSE(decodePost("").has_value());
    EXPECT_FALSE(decodePost(encodePost({}) + "x").has_value());
    EXPECT_EQ(writerEpoch("short"), 0U);
}

} // namespace
} // namespace sb
