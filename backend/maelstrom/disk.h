// SPDX-License-Identifier: GPL-3.0-or-later
// What a node keeps when its process ends: the store of its replica, the records of the members of the strong
// table that live on it, and the number of its life. In memory, for as long as the object lasts, or in a
// folder.
// Thread: that of the node.
// Invariants: (1) a life is never counted twice, so that a late answer to a question of an earlier life can
// be told; (2) what was put before flush() survives the process (of a folder: and the machine).
#pragma once

#include "backend/base/result.h"
#include "backend/replication/strong_acceptor.h"
#include "backend/store/store.h"

#include <array>
#include <memory>
#include <string>

namespace sb::maelstrom {

class Disk {
public:
    virtual ~Disk() = default;
    [[nodiscard]] virtual Store& store() = 0;
    // Of the strong table's member 0, 1 or 2.
    [[nodiscard]] virtual AcceptorStore& acceptors(std::size_t member) = 0;
    // Counts a new life that begins at `now` (micros of the machine's own clock) and returns its number,
    // greater than that of any before.
    [[nodiscard]] virtual std::uint64_t beginLife(std::uint64_t now) = 0;
    // Of the store; acceptors flush themselves.
    [[nodiscard]] virtual Result<> flush() { return store().flush(); }
    // False: the next process of this node begins with nothing.
    [[nodiscard]] virtual bool isLasting() const = 0;
};

// Gone with the object. In a program of its own that is the end of the process; a test keeps the object and
// gives it to the node's next life.
class MemoryDisk final : public Disk {
public:
    explicit MemoryDisk(bool isLasting = false)
        : m_isLasting(isLasting)
    {
    }
    [[nodiscard]] Store& store() override { return *m_store; }
    [[nodiscard]] AcceptorStore& acceptors(std::size_t member) override { return m_acceptors[member]; }
    [[nodiscard]] std::uint64_t beginLife(std::uint64_t now) override;
    [[nodiscard]] bool isLasting() const override { return m_isLasting; }
    // A crash: what the acceptors had not flushed is gone.
    void crash();

private:
    std::unique_ptr<Store> m_store = makeMemoryStore();
    std::array<MemoryAcceptorStore, kStrongMembers> m_acceptors;
    std::uint64_t m_life = 0;
    bool m_isLasting;
};

// Opens or makes what is in `folder` (which is made, with those above it): store.sqlite, member-N.records and
// life.records. Fails with IoFailure, VersionMismatch or Corrupt.
[[nodiscard]] Result<std::unique_ptr<Disk>> openFolderDisk(const std::string& folder);

} // namespace sb::maelstrom
