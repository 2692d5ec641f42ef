// SPDX-License-Identifier: GPL-3.0-or-later
// Engines that are wrong on purpose, one rule at a time, to prove that the checks of a run bite: a check that
// no wrong engine ever failed is decoration.
//
// SB_MUTANT(Name) stands where the wrong engine would go another way. In every ordinary build it is the
// constant `false` and leaves nothing in the program. Where SB_MUTANTS is defined it asks activeMutant().
// Only tests/scenario/tst_mutants defines it: it compiles the few sources that hold a mutant a second time
// and links them before the engine's libraries, so that the linker takes these and leaves those. Hence the
// one rule of use: SB_MUTANT stands in .cpp files of the list in tests/scenario/CMakeLists.txt, never in a
// header (an inline function would differ between the two builds, and the linker would keep either). A macro
// and not a constexpr function for the same reason.
#pragma once

#include <cstdint>

namespace sb {

// Named after what is wrong; grouped by the invariant that must notice (numbers: backend/swarm/invariants.h).
enum class Mutant : std::uint8_t {
    None,
    DigestDrifts, // 1: a digest remembers rows that were replaced
    ConflictSilent, // 2: a discarded version is in no record
    ApplyGarbles, // 3: now and then another value is applied than was written
    StampRepeats, // 4: two commits of one millisecond get one stamp
    RepeatRewrites, // 5: an entry that comes twice is written twice
    LastArrivalWins, // 6: whoever comes last wins, not the later stamp
    LieForgiven, // 4: a store that ends earlier than promised goes on under the same incarnation
    RotServed, // 6: a region serves from a disk that returns damaged data
    RowSkipped, // 6: the position moves on although a row was not written
    RightsNotAsked, // 7: a region sells what other regions have the rights to
    RepeatedOrderDoubles, // 8: a customer who asks again gets twice the books
    CartOverwritten, // 9: a merging cart takes the later stamp instead
    TombstonesForgotten, // 10: a tombstone goes although a member lacks what it hides, and causes come late
    TokenIgnored, // 11: a copy that is behind answers as if it were not
    LeaseIgnored, // 12: a region without a lease acknowledges writes
    QuorumOfOne, // 13: a member of a strong table asks nobody
    WriterIgnoresEpoch, // 12: whoever was the blog's writer once goes on as if it still were
    HealthIgnored, // 14: answers name regions that are known to be dead
    RampJumps, // 14: a region gets all its users back at once
    QuestionNotRepeated, // 15: a lost question is never asked again
    RpoForgetsOne, // 16: the newest write at risk is not listed
    NeverWhole, // 17: a rebuilt copy is never called whole
    ExpiryUnlogged, // 18: a fault ends and nobody writes it down
    MailKept, // 19: what arrives at a region that is out stays in memory
    FutureAccepted, // 20: stamps from the future are taken
    DelayStays, // 21: latency that was added to a region's users is not taken back
    BoardCountsAgain, // 24: the best-seller board does not know what it has counted
    CacheIsDeaf, // 25: a cache does not hear of changes from elsewhere
    PlanUnguarded, // 14: an enactor puts an old plan over a newer one
    HoldIgnored, // 14: answers name regions that are to get none
    EdgeStaysDeaf, // 14: an edge that was cut off never hears what it missed
    AcceleratorIsDeaf, // 14: the accelerator does not hear of dials
    ShiftOutlives, // 26: a shift goes on beyond its expiry
    ShareStays, // 26: a share of answers that was taken away is not given back
    EndpointForgotten, // 26: nobody tells an endpoint of the controls' cluster what it missed
    RuleIgnored, // 26: safety rules refuse nothing
    StepSkipped, // 27: the last step of a plan is left out in silence
    PlanNeverEnds, // 27: a plan's time is never over
    ObjectForgotten, // 28: a copy that did not get through is not tried again
    ProcessRemembers, // 22: a run depends on how many there were before it
};
inline constexpr int kMutantCount = static_cast<int>(Mutant::ProcessRemembers) + 1;

} // namespace sb

#ifdef SB_MUTANTS
namespace sb {
inline Mutant& activeMutant() // of this process; set before a World is made
{
    static Mutant mutant = Mutant::None;
    return mutant;
}
} // namespace sb
#define SB_MUTANT(name) (::sb::activeMutant() == ::sb::Mutant::name)
#else
#define SB_MUTANT(name) false
#endif
