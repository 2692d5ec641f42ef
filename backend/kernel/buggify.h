// SPDX-License-Identifier: GPL-3.0-or-later
// Rare events on purpose, and a count of rare paths reached.
//
// A *site* is a place in the engine that may, in a run that asks for it, do something unlikely but lawful:
// send a message twice, forget to ask, answer late. Nothing a site does may break a promise of the engine; it
// only makes the seldom frequent. `env.buggify("replicator.question-lost")` says whether it shall happen now.
// Per run each site is switched on with probability 1/4 (so that runs differ in kind, not in degree alone),
// then fires with the probability written in the list below; both draws come from the run's seed, a stream of
// its own per site. In a run without buggify it is always false and costs one test of a word that is zero.
//
// A *probe* counts how often a rare path of the engine was taken: `env.probe("replicator.gap-skipped")`. A
// swarm prints the table; a path that no seed ever took is a path that no seed ever tested.
//
// Both lists are static: a name that is not listed does not compile, and a listed name that is never reached
// is seen in the table. Adding one is one line here and one call. Idea: BUGGIFY of FoundationDB's simulation,
// and its TEST() macro, which counts what was covered.
#pragma once

#include "backend/base/rng.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sb {

struct BuggifySite {
    std::string_view name; // room.what
    std::uint32_t ppm; // how often it fires when the run has it switched on
};

// At most 64: the switches of a run are the bits of one word.
inline constexpr std::array kBuggifySites {
    BuggifySite { "replicator.question-lost", 20'000 }, // a question never leaves
    BuggifySite { "replicator.message-twice", 20'000 }, // a message arrives a second time, later
    BuggifySite { "replicator.message-late", 10'000 }, // a message takes up to 3 s longer
    BuggifySite { "replicator.batch-cut-short", 50'000 }, // an answer carries a few entries only
    BuggifySite { "region.answer-lost", 20'000 }, // the work is done and nobody hears of it
    BuggifySite { "region.work-slow", 2'000 }, // the store takes as long as the client waits
    BuggifySite { "health.probe-lost", 2'000 }, // a health probe never arrives
    BuggifySite { "fail-back.verify-again", 200'000 }, // a finished comparison is thrown away and begun anew
};

inline constexpr std::array<std::string_view, 24> kProbes {
    "replicator.repeat-ignored", // an entry that was applied before
    "replicator.gap-skipped", // an entry whose predecessor is missing
    "replicator.part-early", // of an answer, before the part that goes before it
    "replicator.late-answer", // to a question that was asked again meanwhile
    "replicator.question-repeated", // the patience with a peer ran out
    "replicator.relay-asked", // a silent region's log is asked of others
    "replicator.batch-cut-short",
    "replicator.bucket-in-flux", // written to by one side only so far: compared in a later round
    "replicator.comparison-again", // buckets are left over: the peer is asked once more
    "replica.tombstone-kept", // its grace is over, but a member may still need it
    "replica.arrived-to-lose", // a change comes in after a newer one
    "replica.concurrent-writes", // a conflict
    "replica.known-by-a-third", // no conflict although it looks like one
    "region.work-lost-in-crash",
    "region.answer-too-late", // the client had given up
    "region.disk-ended-earlier", // a disk had lied, and the power went
    "region.disk-lie-unnoticed", // it had lied, and nothing was written meanwhile
    "region.disk-rot-found",
    "replicator.held-by-disk", // what arrived was not applied: the store takes nothing
    "bookstore.order-repeated", // a customer asks again for an order that was placed
    "fail-back.verify-restarted", "fail-back.red-again", "fail-back.ramp-held-by-errors",
    "routing.fail-open", // no record is usable, and yet there is an answer
};

namespace detail {

template<typename List> consteval std::size_t indexInList(const List& list, std::string_view name)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        std::string_view entry;
        if constexpr (requires { list[i].name; })
            entry = list[i].name;
        else
            entry = list[i];
        if (entry == name)
            return i;
    }
    throw "this name is not in the list of buggify.h"; // at compile time only
}

} // namespace detail

// A name of the list, checked by the compiler.
struct BuggifyName {
    std::size_t index;
    consteval BuggifyName(const char* name)
        : index(detail::indexInList(kBuggifySites, name))
    {
    }
};
struct ProbeName {
    std::size_t index;
    consteval ProbeName(const char* name)
        : index(detail::indexInList(kProbes, name))
    {
    }
};

// The sites and probes of one World. Thread: World thread.
class Buggify {
public:
    // `root` is the World's; its own draws are not touched.
    void switchOn(const Rng& root);
    [[nodiscard]] bool isOn() const { return !m_streams.empty(); }

    [[nodiscard]] bool fires(BuggifyName site) { return (m_enabled >> site.index & 1) != 0 && draw(site); }
    // For what a site that fired needs to draw besides. Requires that it fired.
    [[nodiscard]] Rng& stream(BuggifyName site) { return m_streams[site.index]; }
    void reach(ProbeName probe) { ++m_reached[probe.index]; }

    [[nodiscard]] bool isEnabled(std::size_t site) const { return (m_enabled >> site & 1) != 0; }
    [[nodiscard]] const std::array<std::uint64_t, kBuggifySites.size()>& fired() const { return m_fired; }
    [[nodiscard]] const std::array<std::uint64_t, kProbes.size()>& reached() const { return m_reached; }

private:
    [[nodiscard]] bool draw(BuggifyName site);

    std::uint64_t m_enabled = 0; // bit i: site i
    std::vector<Rng> m_streams; // empty: the run has no buggify
    std::array<std::uint64_t, kBuggifySites.size()> m_fired {};
    std::array<std::uint64_t, kProbes.size()> m_reached {};
};

} // namespace sb
