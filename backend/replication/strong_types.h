// SPDX-License-Identifier: GPL-3.0-or-later
// Values of strong tables: who is a member, what is asked, what is answered, what an item holds.
//
// The promises are those of DynamoDB's multi-Region strong consistency (MRSC, 2025): exactly three members,
// either three replicas or two replicas and a witness; reads on any replica return the newest version;
// conditions are judged against the newest version; nothing acknowledged is lost with one member; no time to
// live, no local indexes, no transactions, and neither members nor mode change later.
// Units: versions count the changes of one item from 1; 0 = never written.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/result.h"
#include "backend/base/time.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr std::size_t kStrongMembers = 3;
inline constexpr std::size_t kStrongKeyBytesMax = 2'048;
inline constexpr std::size_t kStrongValueBytesMax = 400 * 1'024;
// Requests that an item remembers, newest last. A repeat is recognised until this many other remembered
// requests have reached the same item.
inline constexpr std::size_t kStrongRecentMax = 32;

struct StrongMember {
    RegionId region;
    bool isWitness = false; // keeps change data for the quorum, serves neither reads nor writes
};

// What a table is made with; it cannot be changed afterwards.
struct StrongSpec {
    std::vector<StrongMember> members;
    std::optional<Duration> timeToLive; // only to be refused by name
    std::vector<std::string> localIndexes; // only to be refused by name
};
// Refused, with the rule that is broken.
[[nodiscard]] Result<> checkStrongSpec(const StrongSpec& spec);

// Totally ordered; (0, 0) is below every ballot that is ever used.
struct Ballot {
    std::uint64_t counter = 0;
    std::uint8_t region = 0;
    friend constexpr auto operator<=>(const Ballot&, const Ballot&) = default;
};

// A request that reached an item, and how it was answered.
struct StrongRecent {
    std::uint64_t request = 0;
    std::uint64_t fingerprint = 0; // of its content: a reused id is told from a repeat
    std::uint64_t version = 0; // of the answer
    bool isApplied = false; // false: its condition did not hold
    friend bool operator==(const StrongRecent&, const StrongRecent&) = default;
};

// What the register of one key holds. A deleted item stays as a tombstone.
struct StrongItem {
    std::uint64_t version = 0;
    bool isPresent = false;
    std::string value; // empty unless present
    std::vector<StrongRecent> recent; // at most kStrongRecentMax
    friend bool operator==(const StrongItem&, const StrongItem&) = default;
};

struct StrongCondition {
    enum class Kind : std::uint8_t { None, VersionIs, ValueIs, Absent };
    Kind kind = Kind::None;
    std::uint64_t version = 0; // VersionIs; 0 = never written; a tombstone has a version too
    std::string value; // ValueIs; holds for a present item only
};

struct StrongRequest {
    enum class Kind : std::uint8_t { Read, Put, Delete };
    Kind kind = Kind::Read;
    std::string key;
    std::string value; // Put
    StrongCondition condition; // Put and Delete
    // Minted by the client, the same for every repeat of one write at any member; 0 = never repeated.
    std::uint64_t request = 0;
    std::optional<Duration> patience; // until Unavailable; otherwise the table's
    std::optional<Duration> timeToLive; // only to be refused by name
};

struct StrongOutcome {
    enum class Kind : std::uint8_t {
        Committed, // done, durable at a majority; version and value are those after it
        ConditionFailed, // nothing changed; version is that of the item the condition was judged against
        // Another region was changing the item: certainly not applied, not by an earlier attempt with the
        // same id either if that was answered before this one was sent. Safe to send again.
        Conflict,
        Unavailable, // no majority in time; `mayHaveApplied` says whether the outcome is unknown
        NotServing, // this member takes no requests: witness, paused or down; not applied
        Refused, // the request breaks a rule of strong tables; not applied
    };
    Kind kind = Kind::Unavailable;
    std::uint64_t version = 0;
    bool isPresent = false;
    std::string value;
    // Unavailable only: a change left for the acceptors and may still be completed by another region.
    // Sending it again with the same request id, anywhere, settles the question.
    bool mayHaveApplied = false;
    bool isRepeat = false; // answered from the item's memory of its requests
    std::string_view reason; // static text, English; empty when Committed
};
[[nodiscard]] std::string_view toString(StrongOutcome::Kind kind);

// Of everything that a repeat must have in common with its first.
[[nodiscard]] std::uint64_t fingerprintOf(const StrongRequest& request);
// Empty when the request is lawful, otherwise the rule it breaks.
[[nodiscard]] std::string_view refusalOf(const StrongRequest& request);
// Strong tables know no transactions. One request is none; more than one is refused by name.
[[nodiscard]] Result<> checkStrongTransaction(const std::vector<StrongRequest>& requests);

// The change function of the register: what the item becomes, and what the client hears once that is chosen.
// Pure: the same item and request give the same step at every member.
struct StrongStep {
    StrongItem item;
    StrongOutcome outcome;
    bool isChanged = false; // the item's version or its memory of requests differs
};
[[nodiscard]] StrongStep stepOf(const StrongItem& item, const StrongRequest& request);

} // namespace sb
