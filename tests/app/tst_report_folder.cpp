// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace sb {
namespace {
namespace fs = std::filesystem;

class ReportFolderTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_root = fs::temp_directory_path() / ("sb-report-" + std::to_string(::getpid()));
        fs::remove_all(m_root);
        fs::create_directories(m_root);
    }
    void TearDown() override { fs::remove_all(m_root); }

    static std::size_t entriesIn(const fs::path& folder)
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }
    static std::string contentOf(const fs::path& file)
    {
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        return text.str();
    }

    fs::path m_root;
};

TEST_F(ReportFolderTest, PublishesAllFilesAndLeavesNothingElse)
{
    const fs::path target = m_root / "a" / "b";
    {
        auto folder = ReportFolder::prepare(target.string());
        ASSERT_TRUE(folder) << folder.error().what;
        ASSERT_TRUE(folder->stageText("one.txt", "1"));
        ASSERT_TRUE(folder->stageText("two.txt", "2"));
        EXPECT_FALSE(fs::exists(target / "one.txt")) << "nothing is seen before it is published";
        ASSERT_TRUE(folder->publish());
    }
    EXPECT_EQ(contentOf(target / "one.txt"), "1");
    EXPECT_EQ(contentOf(target / "two.txt"), "2");
    EXPECT_EQ(entriesIn(target), 2u);
}

TEST_F(ReportFolderTest, ReplacesAnEarlierReportAndKeepsOtherFiles)
{
    std::ofstream(m_root / "one.txt") << "old";
    std::ofstream(m_root / "mine.txt") << "mine";
    {
        auto folder = ReportFolder::prepare(m_root.string());
        ASSERT_TRUE(folder);
        ASSERT_TRUE(folder->stageText("one.txt", "new"));
        ASSERT_TRUE(folder->publish());
    }
    EXPECT_EQ(contentOf(m_root / "one.txt"), "new");
    EXPECT_EQ(contentOf(m_root / "mine.txt"), "mine");
    EXPECT_EQ(entriesIn(m_root), 2u);
}

TEST_F(ReportFolderTest, LeavesNoTraceOfAReportThatWasNotPublished)
{
    const fs::path target = m_root / "new";
    {
        auto folder = ReportFolder::prepare(target.string());
        ASSERT_TRUE(folder);
        ASSERT_TRUE(folder->stageText("one.txt", "1"));
    }
    EXPECT_FALSE(fs::exists(target));
}

TEST_F(ReportFolderTest, RefusesAPathThatIsAFile)
{
    std::ofstream(m_root / "file") << "x";
    for (const char* path : { "file", "file/below" }) {
        const auto folder = ReportFolder::prepare((m_root / path).string());
        ASSERT_FALSE(folder) << path;
        EXPECT_EQ(folder.error().code, Errc::IoFailure);
        EXPECT_EQ(folder.error().what.rfind((m_root / path).string() + ": cannot write a report here", 0), 0u)
            << folder.error().what;
    }
    EXPECT_EQ(contentOf(m_root / "file"), "x");
}

TEST_F(ReportFolderTest, PublishesNothingWhenAFolderStandsInTheWay)
{
    fs::create_directory(m_root / "two.txt");
    {
        auto folder = ReportFolder::prepare(m_root.string());
        ASSERT_TRUE(folder);
        ASSERT_TRUE(folder->stageText("one.txt", "1"));
        ASSERT_TRUE(folder->stageText("two.txt", "2"));
        EXPECT_FALSE(folder->publish());
    }
    EXPECT_FALSE(fs::exists(m_root / "one.txt"));
    EXPECT_EQ(entriesIn(m_root), 1u);
}

} // namespace
} // namespace sb
