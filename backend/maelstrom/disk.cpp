// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/maelstrom/disk.h"

#include "backend/maelstrom/record_file.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace sb::maelstrom {
namespace {

constexpr std::string_view kLifeKey = "life";

class FolderDisk final : public Disk {
public:
    [[nodiscard]] Store& store() override { return *m_store; }
    [[nodiscard]] AcceptorStore& acceptors(std::size_t member) override { return *m_acceptors[member]; }
    [[nodiscard]] bool isLasting() const override { return true; }

    [[nodiscard]] std::uint64_t beginLife(std::uint64_t now) override
    {
        std::uint64_t last = 0;
        if (const auto text = m_lives->get(kLifeKey))
            (void)std::from_chars(text->data(), text->data() + text->size(), last);
        const std::uint64_t life = std::max(last + 1, now);
        m_lives->put(kLifeKey, std::to_string(life));
        (void)m_lives->flush();
        return life;
    }

    Result<> open(const std::string& folder)
    {
        Result<std::unique_ptr<Store>> store = openSqliteStore({ .path = folder + "/store.sqlite" });
        if (!store)
            return tl::make_unexpected(store.error());
        m_store = std::move(*store);
        for (std::size_t i = 0; i <= kStrongMembers; ++i) {
            const std::string name
                = i == kStrongMembers ? "/life.records" : "/member-" + std::to_string(i) + ".records";
            Result<std::unique_ptr<RecordFile>> file = RecordFile::open(folder + name);
            if (!file)
                return tl::make_unexpected(file.error());
            (i == kStrongMembers ? m_lives : m_acceptors[i]) = std::move(*file);
        }
        return {};
    }

private:
    std::unique_ptr<Store> m_store;
    std::array<std::unique_ptr<RecordFile>, kStrongMembers> m_acceptors;
    std::unique_ptr<RecordFile> m_lives;
};

} // namespace

std::uint64_t MemoryDisk::beginLife(std::uint64_t now)
{
    m_life = std::max(m_life + 1, now);
    return m_life;
}

void MemoryDisk::crash()
{
    for (MemoryAcceptorStore& store : m_acceptors)
        store.loseUnflushed();
}

Result<std::unique_ptr<Disk>> openFolderDisk(const std::string& folder)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return fail(Errc::IoFailure, folder + ": " + problem.message());
    auto disk = std::make_unique<FolderDisk>();
    if (const Result<> opened = disk->open(folder); !opened)
        return tl::make_unexpected(opened.error());
    return disk;
}

} // namespace sb::maelstrom
