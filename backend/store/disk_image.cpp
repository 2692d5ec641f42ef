// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/disk_image.h"

#include "backend/base/result.h"

#include <algorithm>

namespace sb {

namespace {

constexpr std::uint64_t kNoCut = ~std::uint64_t { 0 };
constexpr std::uint32_t kJunkPpm = 250'000; // of the lost sectors that may read as junk

void overwrite(std::string& bytes, std::uint64_t offset, std::string_view with)
{
    if (bytes.size() < offset + with.size())
        bytes.resize(offset + with.size());
    with.copy(bytes.data() + offset, with.size());
}

void replay(std::string& bytes, const DiskWrite& write)
{
    if (write.isTruncate)
        bytes.resize(write.offset);
    else
        overwrite(bytes, write.offset, write.bytes);
}

void fillWithJunk(std::string& bytes, std::uint64_t begin, std::uint64_t end, Rng& rng)
{
    if (bytes.size() < end)
        bytes.resize(end);
    for (std::uint64_t at = begin; at < end; ++at)
        bytes[at] = static_cast<char>(rng.next() >> 56);
}

bool survives(Survival survival, Rng& rng)
{
    switch (survival) {
    case Survival::Nothing:
        return false;
    case Survival::Everything:
        return true;
    default:
        return rng.chance(500'000);
    }
}

} // namespace

std::shared_ptr<DiskFile> DiskImage::find(const std::string& name) const
{
    const auto found = m_files.find(name);
    return found == m_files.end() ? nullptr : found->second;
}

std::shared_ptr<DiskFile> DiskImage::create(const std::string& name)
{
    const auto [place, isNew] = m_files.emplace(name, std::make_shared<DiskFile>());
    SB_ASSERT(isNew);
    return place->second;
}

void DiskImage::remove(const std::string& name)
{
    const auto found = m_files.find(name);
    SB_ASSERT(found != m_files.end());
    if (found->second->isNameOnPlatter)
        m_removed[name] = found->second;
    m_files.erase(found);
}

void DiskImage::erase(const std::string& name)
{
    m_files.erase(name);
    m_removed.erase(name);
}

void DiskImage::write(DiskFile& file, std::uint64_t offset, std::string_view bytes)
{
    overwrite(file.visible, offset, bytes);
    file.unsynced.push_back({ false, offset, std::string(bytes) });
}

void DiskImage::truncate(DiskFile& file, std::uint64_t size)
{
    file.visible.resize(size);
    file.unsynced.push_back({ true, size, {} });
}

void DiskImage::sync(DiskFile& file)
{
    for (const DiskWrite& write : file.unsynced)
        replay(file.platter, write);
    file.unsynced.clear();
    file.isNameOnPlatter = true;
    // A file of that name which was removed before is now replaced for good.
    for (const auto& [name, other] : m_files) {
        if (other.get() == &file)
            m_removed.erase(name);
    }
}

void DiskImage::syncFolder()
{
    for (const auto& [name, file] : m_files)
        file->isNameOnPlatter = true;
    m_removed.clear();
}

void DiskImage::drop(DiskFile& file, bool staysVisible, Rng& rng)
{
    crashBytes(file, Survival::Sectors, rng);
    file.unsynced.clear();
    if (!staysVisible)
        file.visible = file.platter;
}

void DiskImage::flipBit(DiskFile& file, Rng& rng)
{
    if (file.platter.empty())
        return;
    const std::uint64_t at = rng.below(file.platter.size());
    const auto mask = static_cast<char>(1 << rng.below(8));
    file.platter[at] = static_cast<char>(file.platter[at] ^ mask);
    if (at < file.visible.size())
        file.visible[at] = static_cast<char>(file.visible[at] ^ mask);
}

void DiskImage::crash(Survival survival, Rng& rng)
{
    if (survival == Survival::Any) {
        constexpr Survival kKinds[]
            = { Survival::Nothing, Survival::Everything, Survival::Prefix, Survival::Sectors };
        survival = kKinds[rng.below(std::size(kKinds))];
    }
    crashNames(survival, rng);
    for (const auto& [name, file] : m_files) {
        crashBytes(*file, survival, rng);
        file->unsynced.clear();
        file->visible = file->platter;
        file->locks = {};
    }
}

void DiskImage::crashNames(Survival survival, Rng& rng)
{
    for (auto place = m_files.begin(); place != m_files.end();) {
        if (place->second->isNameOnPlatter || survives(survival, rng)) {
            place->second->isNameOnPlatter = true;
            m_removed.erase(place->first);
            ++place;
        } else {
            place = m_files.erase(place);
        }
    }
    for (auto& [name, file] : m_removed) {
        if (!survives(survival, rng))
            m_files.emplace(name, std::move(file));
    }
    m_removed.clear();
}

void DiskImage::crashBytes(DiskFile& file, Survival survival, Rng& rng) const
{
    std::size_t whole = 0; // writes that survive as they are
    if (survival == Survival::Everything)
        whole = file.unsynced.size();
    else if (survival == Survival::Prefix)
        whole = rng.below(file.unsynced.size() + 1);
    for (std::size_t i = 0; i < whole; ++i)
        replay(file.platter, file.unsynced[i]);
    if (survival == Survival::Prefix && whole < file.unsynced.size()) {
        const DiskWrite& last = file.unsynced[whole];
        if (!last.isTruncate)
            tear(file.platter, last, 1000, rng.below(last.bytes.size() + 1), rng);
    }
    if (survival != Survival::Sectors)
        return;
    const std::uint64_t perMille = rng.below(1001);
    for (const DiskWrite& write : file.unsynced) {
        if (!write.isTruncate)
            tear(file.platter, write, perMille, kNoCut, rng);
        else if (rng.below(1000) < perMille)
            replay(file.platter, write);
    }
}

void DiskImage::tear(
    std::string& platter, const DiskWrite& write, std::uint64_t perMille, std::uint64_t cut, Rng& rng) const
{
    const std::uint64_t oldEnd = platter.size();
    const std::uint64_t end = write.offset + write.bytes.size();
    for (std::uint64_t at = write.offset; at < end;) {
        const std::uint64_t sector = at / kSectorBytes * kSectorBytes;
        const std::uint64_t next = std::min(sector + kSectorBytes, end);
        const bool isBeforeCut = cut == kNoCut || next - write.offset <= cut;
        if (isBeforeCut && rng.below(1000) < perMille) {
            overwrite(platter, at, std::string_view(write.bytes).substr(at - write.offset, next - at));
        } else if (at >= oldEnd && isBeforeCut && rng.chance(kJunkPpm)) {
            // The file grew, but the new block still holds what was there before.
            fillWithJunk(platter, at, next, rng);
        } else if (!m_isPowersafe && rng.chance(kJunkPpm)) {
            fillWithJunk(platter, sector, std::max(next, std::min(sector + kSectorBytes, oldEnd)), rng);
        }
        at = next;
    }
}

std::uint64_t DiskImage::usedBytes() const
{
    std::uint64_t bytes = 0;
    for (const auto& [name, file] : m_files)
        bytes += file->visible.size();
    return bytes;
}

} // namespace sb
