// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/record_file.h"

#include "backend/base/hash.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace sb::maelstrom {
namespace {

constexpr std::size_t kHeadBytes = 16;

void putFixed(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<char>(value >> (8 * i)));
}

std::uint64_t fixedAt(std::string_view text, std::size_t at, std::size_t bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        value |= std::uint64_t { static_cast<std::uint8_t>(text[at + i]) } << (8 * i);
    return value;
}

void appendRecord(std::string& out, std::string_view key, std::string_view bytes)
{
    putFixed(out, key.size(), 4);
    putFixed(out, bytes.size(), 4);
    putFixed(out, hashCombine(hashBytes(key), hashBytes(bytes)), 8);
    out.append(key);
    out.append(bytes);
}

bool writeAll(int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno != EINTR)
            return false;
        text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

bool readAll(int file, std::string& text)
{
    char buffer[1 << 16];
    for (;;) {
        const ssize_t count = ::read(file, buffer, sizeof buffer);
        if (count == 0)
            return true;
        if (count < 0 && errno != EINTR)
            return false;
        text.append(buffer, count < 0 ? 0 : static_cast<std::size_t>(count));
    }
}

tl::unexpected<Error> failedAt(const std::string& path)
{
    return fail(Errc::IoFailure, path + ": " + std::strerror(errno));
}

} // namespace

Result<std::unique_ptr<RecordFile>> RecordFile::open(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (file < 0)
        return failedAt(path);
    std::unique_ptr<RecordFile> records(new RecordFile(file));
    std::string text;
    if (!readAll(file, text))
        return failedAt(path);
    const std::size_t whole = records->replay(text);
    std::string live;
    for (const auto& [key, bytes] : records->m_rows)
        appendRecord(live, key, bytes);
    if (live.size() * 4 >= whole) {
        if (whole < text.size() && ::ftruncate(file, static_cast<off_t>(whole)) != 0)
            return failedAt(path);
        return records;
    }
    // A new file under another name first: a crash in between leaves the old one.
    const std::string draft = path + ".new";
    const int fresh = ::open(draft.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0644);
    if (fresh < 0)
        return failedAt(draft);
    ::close(std::exchange(records->m_file, fresh));
    if (!writeAll(fresh, live) || ::fdatasync(fresh) != 0 || ::rename(draft.c_str(), path.c_str()) != 0)
        return failedAt(draft);
    return records;
}

RecordFile::~RecordFile()
{
    ::close(m_file);
}

std::size_t RecordFile::replay(std::string_view text)
{
    std::size_t at = 0;
    while (text.size() - at >= kHeadBytes) {
        const std::size_t keySize = fixedAt(text, at, 4), size = fixedAt(text, at + 4, 4);
        if (keySize + size > text.size() - at - kHeadBytes)
            break;
        const std::string_view key = text.substr(at + kHeadBytes, keySize);
        const std::string_view bytes = text.substr(at + kHeadBytes + keySize, size);
        if (fixedAt(text, at + 8, 8) != hashCombine(hashBytes(key), hashBytes(bytes)))
            break;
        m_rows.insert_or_assign(std::string(key), std::string(bytes));
        at += kHeadBytes + keySize + size;
    }
    return at;
}

std::optional<std::string> RecordFile::get(std::string_view key) const
{
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? std::nullopt : std::optional(found->second);
}

void RecordFile::put(std::string_view key, std::string bytes)
{
    appendRecord(m_unwritten, key, bytes);
    m_rows.insert_or_assign(std::string(key), std::move(bytes));
}

Duration RecordFile::flush()
{
    if (!m_unwritten.empty()) {
        SB_ASSERT(writeAll(m_file, m_unwritten) && ::fdatasync(m_file) == 0);
        m_unwritten.clear();
    }
    return 0us;
}

} // namespace sb::maelstrom
