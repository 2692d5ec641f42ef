// SPDX-License-Identifier: GPL-3.0-or-later
// What a window looks at more closely than every snapshot shows: one key of the stores, one customer, one
// question to the zone. It is asked for with ControlRoom::setFocus() and answered, fresh, in each snapshot
// that follows. Looking changes nothing: a run goes on the same whether or not somebody looks.
// Values only. Thread: any.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

struct RouteTrial {
    CityId city; // that asks; invalid: no trial
    std::string name; // asked for; empty: the name that customers ask for
    bool ignoresTtl = false; // asked by the city's resolver that keeps answers too long
    friend bool operator==(const RouteTrial&, const RouteTrial&) = default;
};

struct Focus {
    // "book 12", "stock 12", "cart 1207", "order 48213", "post 3", "coupon 5": words of inspectedWords();
    // empty: nothing
    std::string key;
    CustomerId customer; // whose calls are wanted; invalid: nobody's
    // While `customer` is invalid and a city is named here, Snapshot::followed offers a customer of that city
    // who is in the shop now, without calls, so that a window has somebody to follow.
    RouteTrial trial;
    friend bool operator==(const Focus&, const Focus&) = default;
};

// The words that a key may begin with, each with what it stands for: { "book", "a book and its price" }, …
struct InspectedWord {
    std::string_view word, meaning;
};
[[nodiscard]] const std::vector<InspectedWord>& inspectedWords();

// One region's copy of the key.
struct InspectedCopy {
    RegionId region;
    bool isReadable = true; // the region's store can be looked at
    bool isPresent = false;
    bool isDeleted = false; // a tombstone stands there
    std::string value; // English, short: "EUR 12.40, 3 lines"; as that region would serve it
    RegionId origin; // that wrote the version
    std::uint64_t sequence = 0; // position in the origin's log
    Instant committedAt = kStart;
    bool isSameAsMost = true; // its version is the one that most readable copies have
};

// A version that lost there, newest first: from the conflict record.
struct InspectedConflict {
    Instant at = kStart;
    RegionId region; // where it was found
    std::string rule;
    std::string winner, loser; // English: value and origin
    bool wasAcknowledged = false; // the loser
};

struct InspectView {
    std::string key; // as asked
    std::string title; // "Book 12: A Room of One's Own"
    std::string policy; // of its table: how concurrent writes are settled
    std::string error; // English, what was wrong with the question and what would help; empty: none
    std::vector<InspectedCopy> copies; // index = RegionId
    std::vector<InspectedConflict> conflicts; // at most 16
    bool isAgreed = true; // all readable copies are equal
};

// One call of the followed customer's.
struct FollowedCall {
    Instant at = kStart;
    std::string call; // "catalogue", "add to cart", …
    RegionId region; // that it went to; invalid: no answer led anywhere
    int status = 200; // 0: no answer in time
    Duration latency = 0us;
};

struct FollowView {
    CustomerId customer;
    CityId city; // invalid: nobody of that number is in the shop
    RegionId held; // where its next call goes
    std::vector<FollowedCall> calls; // newest first, at most 32
};

// A line of an explanation, depth first.
struct TrialLine {
    int depth = 0;
    bool isChosen = false;
    bool isStruck = false; // a criterion took it out; `why` says which
    std::string text; // English: "Ireland (weight 20)"
    std::string why; // English; may be empty
};

struct TrialView {
    RouteTrial asked;
    std::string error; // English; empty: none
    RegionId answer; // invalid: no region of the run
    std::string answerText; // "Ireland", "192.0.2.4", "no address"
    Duration ttl = 0us;
    RegionId cached; // what the city's resolver holds; invalid: nothing
    RegionId ifAllHealthy; // the counterfactual; invalid: none
    std::vector<TrialLine> lines;
};

} // namespace sb
