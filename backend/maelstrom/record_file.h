// SPDX-License-Identifier: GPL-3.0-or-later
// Small records by key in one file that only grows: each put is appended, the last one of a key counts. The
// file is rewritten when it is opened and mostly old. Each flush appends one frame: "SBf1", the length of its
// records (4 bytes, little-endian), their XXH3 (8), then the records: length of key and of bytes (4 each),
// both. A frame is begun only when the one before is safe. So what a crash left half written is the last
// frame, and is cut off; damage before a whole frame is damage of what had been promised, and the file is
// refused. Thread: that of the node. Invariants: (1) what was put before a flush() that returned is found
// after reopening, or reopening fails (but for damage of the last frame, which cannot be told from a crash);
// (2) the file's name is as durable as what is in it; (3) a disk that refuses a write ends the process: a
// member that cannot keep its promises must not go on making them.
#pragma once

#include "backend/base/result.h"
#include "backend/replication/strong_acceptor.h"

#include <map>
#include <memory>
#include <string>

namespace sb::maelstrom {

class RecordFile final : public AcceptorStore {
public:
    // Fails with IoFailure or Corrupt.
    [[nodiscard]] static Result<std::unique_ptr<RecordFile>> open(const std::string& path);
    ~RecordFile() override;
    RecordFile(const RecordFile&) = delete;
    RecordFile& operator=(const RecordFile&) = delete;

    [[nodiscard]] std::optional<std::string> get(std::string_view key) const override;
    void put(std::string_view key, std::string bytes) override;
    // Takes as long as it takes; what it returns, the time that is still to pass, is zero.
    [[nodiscard]] Duration flush() override;

private:
    explicit RecordFile(int file)
        : m_file(file)
    {
    }
    // Returns how many bytes of `text` are whole frames.
    std::size_t replay(std::string_view text);

    int m_file;
    std::map<std::string, std::string, std::less<>> m_rows;
    std::string m_unwritten;
};

} // namespace sb::maelstrom
