// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a process, called in a folder of the test's own: exit code, standard output and error.
// SB_PROGRAM is its path.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace sb::test {

struct Call {
    int exitCode = -1;
    std::string out;
    std::string err;
};

inline std::string contentOf(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

class ProgramCalls : public testing::Test {
protected:
    void SetUp() override
    {
        m_folder = std::filesystem::temp_directory_path()
            / ("sb-cli-" + std::to_string(::getpid()) + "-"
                + testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    // `words` are given to a shell that stands in the test's own folder.
    [[nodiscard]] Call call(const std::string& words) const
    {
        const std::string command
            = "cd '" + m_folder.string() + "' && '" SB_PROGRAM "' " + words + " >'.out' 2>'.err' </dev/null";
        const int status = std::system(command.c_str());
        Call result;
        result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        result.out = contentOf(m_folder / ".out");
        result.err = contentOf(m_folder / ".err");
        return result;
    }

    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_folder / name, std::ios::binary) << text;
    }

    std::filesystem::path m_folder;
};

} // namespace sb::test

#define EXPECT_HOLDS(text, part) EXPECT_NE((text).find(part), std::string::npos) << (text)
