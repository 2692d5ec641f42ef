// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/media/object_store.h"

#include <utility>

namespace sb {
namespace {

constexpr std::uint64_t kStateMask = 3;

int shiftOf(RegionId target)
{
    return 2 * target.value;
}

CopyState stateOf(const ObjectVersion& version, RegionId target)
{
    return static_cast<CopyState>((version.copies >> shiftOf(target)) & kStateMask);
}

} // namespace

std::string_view toString(ObjectStatus status)
{
    switch (status) {
    case ObjectStatus::None:
        return "none";
    case ObjectStatus::Pending:
        return "PENDING";
    case ObjectStatus::Completed:
        return "COMPLETED";
    case ObjectStatus::Failed:
        return "FAILED";
    case ObjectStatus::Replica:
        return "REPLICA";
    }
    return "unknown";
}

bool ObjectStore::put(const ObjectVersion& version)
{
    SB_ASSERT(version.id != 0);
    const auto index = static_cast<std::uint32_t>(m_versions.size());
    if (!m_byId.emplace(version.id, index).second)
        return false;
    m_versions.push_back(version);
    m_bytes += version.bytes;
    const auto [current, isNew] = m_byKey.emplace(version.key, index);
    if (!isNew) {
        const ObjectVersion& held = m_versions[current->second];
        if (std::pair(held.writtenAt, held.id) < std::pair(version.writtenAt, version.id))
            current->second = index;
    }
    return true;
}

const ObjectVersion* ObjectStore::find(std::uint64_t id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_versions[found->second];
}

const ObjectVersion* ObjectStore::current(std::uint64_t key) const
{
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end() || m_versions[found->second].isDeleteMarker)
        return nullptr;
    return &m_versions[found->second];
}

void ObjectStore::setCopyState(std::uint64_t id, RegionId target, CopyState state)
{
    const auto found = m_byId.find(id);
    SB_ASSERT(found != m_byId.end());
    std::uint64_t& copies = m_versions[found->second].copies;
    copies = (copies & ~(kStateMask << shiftOf(target)))
        | (static_cast<std::uint64_t>(state) << shiftOf(target));
}

CopyState ObjectStore::copyState(std::uint64_t id, RegionId target) const
{
    const ObjectVersion* version = find(id);
    return version == nullptr ? CopyState::NeverStarted : stateOf(*version, target);
}

ObjectStatus ObjectStore::status(std::uint64_t id) const
{
    const ObjectVersion* version = find(id);
    if (version == nullptr)
        return ObjectStatus::None;
    if (version->source != m_region)
        return ObjectStatus::Replica;
    ObjectStatus status = ObjectStatus::None;
    for (std::size_t i = 0; i < kObjectRegionsMax; ++i) {
        const CopyState state = stateOf(*version, RegionId { static_cast<std::uint8_t>(i) });
        if (state == CopyState::Failed)
            return ObjectStatus::Failed;
        if (state == CopyState::Pending)
            status = ObjectStatus::Pending;
        else if (state == CopyState::Completed && status == ObjectStatus::None)
            status = ObjectStatus::Completed;
    }
    return status;
}

void ObjectStore::clear()
{
    m_versions.clear();
    m_byId.clear();
    m_byKey.clear();
    m_bytes = 0;
}

ObjectAudit auditObjects(const ObjectStore& source, const ObjectStore& target)
{
    ObjectAudit audit;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const ObjectVersion& version = source.at(i);
        if (version.isDeleteMarker)
            continue;
        const ObjectVersion* copy = target.find(version.id);
        if (copy == nullptr) {
            ++audit.missing;
            audit.missingBytes += version.bytes;
            audit.missingCompleted += version.source == source.region()
                && source.copyState(version.id, target.region()) == CopyState::Completed;
        } else {
            const bool isEqual = copy->key == version.key && copy->checksum == version.checksum
                && copy->bytes == version.bytes;
            ++(isEqual ? audit.equal : audit.different);
        }
    }
    return audit;
}

} // namespace sb
