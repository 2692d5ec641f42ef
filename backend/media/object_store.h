// SPDX-License-Identifier: GPL-3.0-or-later
// One region's store of objects (photos, pages), versioned: a write under a name that is there adds a
// version, a removal adds a delete marker, and nothing is overwritten. Contents are a size and a checksum;
// the bytes themselves are nobody's business here. Each version remembers, where it was written, what became
// of its copies, in the words of Amazon S3 (user guide, replication-status): PENDING, COMPLETED, FAILED
// there, REPLICA at a target. Thread: World thread. Invariants: (1) a version is held once; (2) the current
// version of a name is the one written last (of one instant: the greater id), whatever the order of arrival.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/result.h"
#include "backend/base/time.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sb {

inline constexpr std::size_t kObjectRegionsMax = 32; // two bits of `copies` for each

// Of one version towards one other region, known where it was written.
enum class CopyState : std::uint8_t {
    NeverStarted, // no rule was on when it was written
    Pending,
    Completed,
    Failed, // the target refused it: final, until a backfill
};

enum class ObjectStatus : std::uint8_t {
    None, // no rule covers it
    Pending, // some target still lacks it
    Completed, // every target that a rule names has it
    Failed,
    Replica, // written elsewhere, and copied here
};
[[nodiscard]] std::string_view toString(ObjectStatus status); // "none", "PENDING", "COMPLETED", …

struct ObjectVersion {
    std::uint64_t id = 0; // of this version, unique in the run; 0: none
    std::uint64_t key = 0; // the object's name
    std::uint64_t checksum = 0; // of the contents
    Instant writtenAt = kStart; // at its source
    std::uint64_t copies = 0; // CopyState by region, two bits each; meaningful at the source alone
    std::uint32_t bytes = 0;
    RegionId source; // where it was written
    bool isDeleteMarker = false;
};

class ObjectStore {
public:
    explicit ObjectStore(RegionId region)
        : m_region(region)
    {
    }

    // Adds a version, written here or copied from elsewhere; false when it is held already. Requires id != 0.
    bool put(const ObjectVersion& version);
    // Null: not held. Valid until the next put() or clear().
    [[nodiscard]] const ObjectVersion* find(std::uint64_t id) const;
    // What a reader of the name gets; null: there is none, or its latest version is a delete marker.
    [[nodiscard]] const ObjectVersion* current(std::uint64_t key) const;

    // Requires that the version is held.
    void setCopyState(std::uint64_t id, RegionId target, CopyState state);
    [[nodiscard]] CopyState copyState(std::uint64_t id, RegionId target) const;
    // Of all targets together; None for a version that is not held.
    [[nodiscard]] ObjectStatus status(std::uint64_t id) const;

    // Copies are taken only where versions are kept: while it is suspended, a target refuses them.
    void suspendVersioning(bool isSuspended) { m_isSuspended = isSuspended; }
    [[nodiscard]] bool isVersioned() const { return !m_isSuspended; }

    [[nodiscard]] RegionId region() const { return m_region; }
    // In order of arrival, delete markers included; requires index < size().
    [[nodiscard]] const ObjectVersion& at(std::size_t index) const { return m_versions[index]; }
    [[nodiscard]] std::size_t size() const { return m_versions.size(); }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    void clear(); // the store is lost with its region

private:
    RegionId m_region;
    bool m_isSuspended = false;
    std::uint64_t m_bytes = 0;
    std::vector<ObjectVersion> m_versions;
    std::unordered_map<std::uint64_t, std::uint32_t> m_byId, m_byKey; // index; by key: the current version's
};

// What two stores have of what the first one shall copy to the second (delete markers never are): compared by
// version, checksum and size, not by what their states claim.
struct ObjectAudit {
    std::uint64_t equal = 0;
    std::uint64_t missing = 0; // at the target
    std::uint64_t missingBytes = 0;
    std::uint64_t missingCompleted = 0; // of these, the source believes that the target has them
    std::uint64_t different = 0; // held by both, with other contents
};
[[nodiscard]] ObjectAudit auditObjects(const ObjectStore& source, const ObjectStore& target);

} // namespace sb
