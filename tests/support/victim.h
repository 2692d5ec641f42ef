// SPDX-License-Identifier: GPL-3.0-or-later
// A process that is there to be killed: another program of the tests, whose standard output the test reads.
#pragma once

#include "backend/base/result.h"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

namespace sb::test {

class Victim {
public:
    Victim(const std::string& program, const std::vector<std::string>& arguments)
    {
        int ends[2] = {};
        SB_ASSERT(pipe(ends) == 0);
        m_child = fork();
        SB_ASSERT(m_child >= 0);
        if (m_child == 0) {
            dup2(ends[1], STDOUT_FILENO);
            close(ends[0]);
            close(ends[1]);
            std::vector<char*> words { const_cast<char*>(program.c_str()) };
            for (const std::string& argument : arguments)
                words.push_back(const_cast<char*>(argument.c_str()));
            words.push_back(nullptr);
            execv(program.c_str(), words.data());
            _exit(9);
        }
        close(ends[1]);
        m_output = ends[0];
    }
    ~Victim() { close(m_output); }
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;

    // Adds what it has said to `text`, waiting for something; false: it will say nothing more.
    bool take(std::string& text)
    {
        char buffer[4096];
        const ssize_t size = read(m_output, buffer, sizeof buffer);
        if (size > 0)
            text.append(buffer, static_cast<std::size_t>(size));
        return size > 0;
    }
    // Ends it as a power cut would. It must not have given up by itself.
    void killNow()
    {
        kill(m_child, SIGKILL);
        int status = 0;
        SB_ASSERT(waitpid(m_child, &status, 0) == m_child);
        EXPECT_TRUE(WIFSIGNALED(status)) << "the victim gave up with status " << WEXITSTATUS(status);
    }

private:
    pid_t m_child = 0;
    int m_output = -1;
};

} // namespace sb::test
