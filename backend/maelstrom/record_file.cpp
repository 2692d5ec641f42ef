// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/record_file.h"

#include "backend/base/hash.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace sb::maelstrom {
namespace {

constexpr std::string_view kMark = "SBf1"; // begins each frame
constexpr std::size_t kHeadBytes = 16; // of a frame
constexpr std::size_t kRecordHeadBytes = 8;

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
    out.append(key);
    out.append(bytes);
}

std::string frameOf(std::string_view records)
{
    std::string frame(kMark);
    putFixed(frame, records.size(), 4);
    putFixed(frame, hashBytes(records), 8);
    frame.append(records);
    return frame;
}

// The records of the frame that begins at `at`; nothing when there is no whole one.
std::optional<std::string_view> recordsAt(std::string_view text, std::size_t at)
{
    if (text.size() - at < kHeadBytes || text.substr(at, kMark.size()) != kMark)
        return std::nullopt;
    const std::size_t size = fixedAt(text, at + 4, 4);
    if (size > text.size() - at - kHeadBytes)
        return std::nullopt;
    const std::string_view records = text.substr(at + kHeadBytes, size);
    return fixedAt(text, at + 8, 8) == hashBytes(records) ? std::optional(records) : std::nullopt;
}

// A later frame was begun only when the earlier one was safely on the disk.
bool hasFrameAfter(std::string_view text, std::size_t at)
{
    for (at = text.find(kMark, at + 1); at != std::string_view::npos; at = text.find(kMark, at + 1)) {
        if (recordsAt(text, at))
            return true;
    }
    return false;
}

// The name of a new file, too, must outlive a loss of power.
bool syncFolderOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool isSynced = ::fsync(file) == 0;
    ::close(file);
    return isSynced;
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
    if (hasFrameAfter(text, whole))
        return fail(Errc::Corrupt,
            path + ": damaged at byte " + std::to_string(whole)
                + ", before records that are whole; what this "
                  "member had promised is not known, so it must not go on: give the node an empty folder");
    std::string live;
    for (const auto& [key, bytes] : records->m_rows)
        appendRecord(live, key, bytes);
    if ((live.size() + kHeadBytes) * 4 >= whole) {
        if ((whole < text.size() && ::ftruncate(file, static_cast<off_t>(whole)) != 0)
            || ::fdatasync(file) != 0 || !syncFolderOf(path))
            return failedAt(path);
        return records;
    }
    // A new file under another name first: a crash in between leaves the old one.
    const std::string draft = path + ".new";
    const int fresh = ::open(draft.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0644);
    if (fresh < 0)
        return failedAt(draft);
    ::close(std::exchange(records->m_file, fresh));
    if (!writeAll(fresh, frameOf(live)) || ::fdatasync(fresh) != 0
        || ::rename(draft.c_str(), path.c_str()) != 0 || !syncFolderOf(path))
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
    while (const auto records = recordsAt(text, at)) {
        for (std::string_view rest = *records; rest.size() >= kRecordHeadBytes;) {
            const std::size_t keySize = fixedAt(rest, 0, 4), size = fixedAt(rest, 4, 4);
            rest.remove_prefix(kRecordHeadBytes);
            if (keySize + size > rest.size())
                return at; // no program of ours wrote this frame
            m_rows.insert_or_assign(
                std::string(rest.substr(0, keySize)), std::string(rest.substr(keySize, size)));
            rest.remove_prefix(keySize + size);
        }
        at += kHeadBytes + records->size();
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
        SB_ASSERT(writeAll(m_file, frameOf(m_unwritten)) && ::fdatasync(m_file) == 0);
        m_unwritten.clear();
    }
    return 0us;
}

} // namespace sb::maelstrom
