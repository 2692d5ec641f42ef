// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/incident/small_log.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <sys/resource.h>

using namespace sb;
namespace fs = std::filesystem;

namespace {

class FileExport : public testing::Test {
protected:
    void SetUp() override
    {
        const std::string test = testing::UnitTest::GetInstance()->current_test_info()->name();
        m_folder = fs::temp_directory_path() / ("signalbox-export-" + test);
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    Result<> exportTo(const std::string& path, const ExportProgress& progress = {}) const
    {
        return exportToFile(ExportFormat::Csv, path, { m_world, m_config, m_events, "0.1.0" }, progress);
    }
    [[nodiscard]] std::string inFolder(const char* name) const { return (m_folder / name).string(); }
    [[nodiscard]] std::size_t filesLeft() const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(m_folder), fs::directory_iterator {}));
    }
    static std::string contents(const std::string& path)
    {
        std::ifstream file(path, std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        return text.str();
    }

    fs::path m_folder;
    WorldDescription m_world = smallWorld();
    RunConfig m_config;
    std::vector<Event> m_events = smallLog();
};

} // namespace

TEST_F(FileExport, writesTheWholeFileAndNothingBesideIt)
{
    const std::string path = inFolder("record.csv");
    ASSERT_TRUE(exportTo(path));
    EXPECT_TRUE(contents(path).starts_with("t_sim_ms,"));
    EXPECT_TRUE(contents(path).ends_with("\r\n"));
    EXPECT_EQ(filesLeft(), 1U);
}

TEST_F(FileExport, writesEachFormat)
{
    for (const ExportFormat format : { ExportFormat::Csv, ExportFormat::JsonLines, ExportFormat::Markdown }) {
        const std::string path = inFolder(std::string("record.").append(toString(format)).c_str());
        ASSERT_TRUE(exportToFile(format, path, { m_world, m_config, m_events, "0.1.0" }));
        EXPECT_GT(fs::file_size(path), 1000U);
    }
}

TEST_F(FileExport, aCancelledExportLeavesTheOldFileAsItWas)
{
    const std::string path = inFolder("record.csv");
    std::ofstream(path) << "old";
    const auto outcome = exportTo(path, [](double) { return false; });
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Errc::Cancelled);
    EXPECT_EQ(contents(path), "old");
    EXPECT_EQ(filesLeft(), 1U);
}

TEST_F(FileExport, refusesAFolderAMissingFolderAndAFileInTheFoldersPlace)
{
    std::ofstream(inFolder("file")) << "x";
    const auto folder = exportTo(m_folder.string());
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().code, Errc::BadInput);
    EXPECT_NE(folder.error().what.find("is a folder"), std::string::npos);
    for (const char* name : { "missing/record.csv", "file/record.csv" }) {
        const auto outcome = exportTo(inFolder(name));
        ASSERT_FALSE(outcome) << name;
        EXPECT_EQ(outcome.error().code, Errc::IoFailure);
        EXPECT_NE(outcome.error().what.find("the folder must exist"), std::string::npos)
            << outcome.error().what;
    }
    EXPECT_EQ(filesLeft(), 1U);
}

TEST_F(FileExport, refusesAFolderThatMayNotBeWritten)
{
    // /proc takes no files from anybody, the superuser included.
    const auto outcome = exportTo("/proc/record.csv");
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Errc::IoFailure);
    EXPECT_NE(outcome.error().what.find("cannot write in '/proc'"), std::string::npos)
        << outcome.error().what;
}

TEST_F(FileExport, aDiskThatFillsUpLeavesTheOldFileAndNoHalfOne)
{
    const std::string path = inFolder("record.csv");
    std::ofstream(path) << "old";
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 1000; // bytes; stands for a full disk
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const auto outcome = exportTo(path);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_DFL);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Errc::IoFailure);
    EXPECT_NE(outcome.error().what.find("free some space"), std::string::npos) << outcome.error().what;
    EXPECT_EQ(contents(path), "old");
    EXPECT_EQ(filesLeft(), 1U);
}
