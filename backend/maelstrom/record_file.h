// SPDX-License-Identifier: GPL-3.0-or-later
// Small records by key in one file that only grows: each put is appended, the last one of a key counts. What
// a crash left half written at the end is cut off; the file is rewritten when it is opened and mostly old.
// One record: length of key and of bytes (4 bytes each, little-endian), XXH3 of key and bytes (8), both.
// Thread: that of the node.
// Invariants: (1) what was put before a flush() that returned is found after reopening; (2) a damaged record
// ends the file, for what follows it cannot be told apart; (3) a disk that refuses a write ends the process:
// a member that cannot keep its promises must not go on making them.
#pragma once

#include "backend/base/result.h"
#include "backend/replication/strong_acceptor.h"

#include <map>
#include <memory>
#include <string>

namespace sb::maelstrom {

class RecordFile final : public AcceptorStore {
public:
    // Fails with IoFailure.
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
    // Returns how many bytes of `text` are whole records.
    std::size_t replay(std::string_view text);

    int m_file;
    std::map<std::string, std::string, std::less<>> m_rows;
    std::string m_unwritten;
};

} // namespace sb::maelstrom
