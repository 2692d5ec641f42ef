// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace sb {
namespace {
namespace fs = std::filesystem;

class Autosave : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = fs::temp_directory_path() / ("sb-autosave-" + std::to_string(::getpid()));
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }
    void touch(const std::string& name) const { std::ofstream(m_folder / name) << "x"; }
    [[nodiscard]] bool has(const std::string& name) const { return fs::exists(m_folder / name); }

    // No process has a number this high: Linux ends at 4 194 304.
    static std::string oldName(int day)
    {
        return "session-202601" + std::to_string(10 + day) + "-120000-9999999-1";
    }

    fs::path m_folder;
};

TEST_F(Autosave, NamesANewFileEachTime)
{
    const auto first = newAutosave((m_folder / "deeper").string());
    ASSERT_TRUE(first) << first.error().what;
    std::ofstream(*first) << "x";
    const auto second = newAutosave((m_folder / "deeper").string());
    ASSERT_TRUE(second);
    EXPECT_NE(*first, *second);
}

TEST_F(Autosave, RemovesTheOldestWithEverythingBesideThem)
{
    for (int day = 0; day < 5; ++day)
        touch(oldName(day) + ".signalbox");
    touch(oldName(0) + ".signalbox-wal");
    fs::create_directory(m_folder / (oldName(0) + ".stores"));
    touch(oldName(0) + ".stores/eu-west-1.db");
    touch("notes.txt");
    ASSERT_TRUE(newAutosave(m_folder.string(), 4));
    EXPECT_FALSE(has(oldName(0) + ".signalbox"));
    EXPECT_FALSE(has(oldName(0) + ".signalbox-wal"));
    EXPECT_FALSE(has(oldName(0) + ".stores"));
    EXPECT_FALSE(has(oldName(1) + ".signalbox")) << "one of the four is the new one";
    EXPECT_TRUE(has(oldName(2) + ".signalbox"));
    EXPECT_TRUE(has(oldName(4) + ".signalbox"));
    EXPECT_TRUE(has("notes.txt"));
}

TEST_F(Autosave, KeepsRecordingsOfALivingProcessAndForeignFiles)
{
    const std::string mine = "session-20200101-000000-" + std::to_string(::getpid()) + "-1.signalbox";
    touch(mine);
    touch("session-holiday.signalbox");
    for (int day = 0; day < 3; ++day)
        touch(oldName(day) + ".signalbox");
    ASSERT_TRUE(newAutosave(m_folder.string(), 1));
    EXPECT_TRUE(has(mine));
    EXPECT_TRUE(has("session-holiday.signalbox"));
    EXPECT_FALSE(has(oldName(0) + ".signalbox"));
}

TEST_F(Autosave, SaysWhereItCannotWrite)
{
    touch("file");
    const auto refused = newAutosave((m_folder / "file" / "below").string());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::IoFailure);
    EXPECT_NE(refused.error().what.find((m_folder / "file" / "below").string()), std::string::npos);
}

} // namespace
} // namespace sb
