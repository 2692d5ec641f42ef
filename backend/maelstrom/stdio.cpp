// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/stdio.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace sb::maelstrom {
namespace {

// The pacing driver of a node's World: decides how far its virtual time may run; the node itself only sees
// Env::now(). Not from the start of the program, because lives of one node must follow each other.
Instant machineNow()
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return atMicros(std::chrono::duration_cast<std::chrono::microseconds>(since).count());
}

Result<> brokenPipe(const char* which)
{
    return fail(Errc::IoFailure, std::string(which) + ": " + std::strerror(errno));
}

// Lines out of what was read, whatever the pieces are it comes in.
class LineReader {
public:
    template<typename F> void feed(std::string_view bytes, F&& onLine)
    {
        while (!bytes.empty()) {
            const std::size_t end = std::min(bytes.find('\n'), bytes.size());
            if (m_line.size() + end > kLineBytesMax) {
                m_isTooLong = true;
                m_line.clear();
            }
            if (!m_isTooLong)
                m_line.append(bytes.substr(0, end));
            if (end == bytes.size())
                return;
            bytes.remove_prefix(end + 1);
            if (!m_isTooLong && !m_line.empty())
                onLine(m_line);
            m_line.clear();
            m_isTooLong = false;
        }
    }

private:
    std::string m_line;
    bool m_isTooLong = false;
};

class Output {
public:
    void add(const std::string& line)
    {
        m_text += line;
        m_text += '\n';
    }
    // False: nobody reads any more.
    [[nodiscard]] bool write()
    {
        std::string_view rest = m_text;
        while (!rest.empty()) {
            const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
            if (written < 0 && errno != EINTR)
                return false;
            rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
        }
        m_text.clear();
        return true;
    }

private:
    std::string m_text;
};

// Milliseconds to wait for input; rounded up, for an early look finds nothing due.
int waitFor(Instant next, Instant now)
{
    if (next == kNever)
        return -1;
    const std::int64_t left = std::max<std::int64_t>(micros(next) - micros(now), 0);
    return static_cast<int>(std::min<std::int64_t>((left + 999) / 1'000, 60'000));
}

} // namespace

Result<> runNodeOnStdio(NodeConfig config)
{
    std::signal(SIGPIPE, SIG_IGN); // a broken pipe is an error of write()
    Output output;
    Node node(
        std::move(config), machineNow(), [&](const std::string& line) { output.add(line); },
        [](const std::string& text) { std::fprintf(stderr, "%s\n", text.c_str()); });
    LineReader lines;
    std::vector<char> buffer(1 << 16);
    for (;;) {
        pollfd input { STDIN_FILENO, POLLIN, 0 };
        const int ready = ::poll(&input, 1, waitFor(node.nextAt(), machineNow()));
        if (ready < 0 && errno != EINTR)
            return brokenPipe("standard input");
        ssize_t count = -1;
        if (ready > 0) {
            count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
            if (count < 0 && errno != EINTR)
                return brokenPipe("standard input");
        }
        if (count > 0) {
            lines.feed({ buffer.data(), static_cast<std::size_t>(count) },
                [&](const std::string& line) { node.receive(line, machineNow()); });
        }
        node.runUntil(machineNow());
        if (!output.write())
            return brokenPipe("standard output");
        if (node.fault())
            return tl::make_unexpected(*node.fault());
        if (count == 0)
            return {};
    }
}

} // namespace sb::maelstrom
