// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the engine that the window knows in other languages, by subject. The places of what
// differs are numbered in their order; the same text may say "%1 %", a number and a percent sign.
#include "ui/theme/engine_words.h"

#include <QCoreApplication>

namespace sb {

namespace {

constexpr const char* kSentences[] {
    // Commands and refusals
    QT_TRANSLATE_NOOP("EngineWords", "List drills"),
    QT_TRANSLATE_NOOP("EngineWords", "Export %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Save session"),
    QT_TRANSLATE_NOOP("EngineWords", "Forecast: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Compare health checks: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Check the zone file %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Repeat %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Read the record %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Refused: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "refused: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "The drill orders: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "The operator orders: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "fault %1 is not active; it was cleared, expired or never injected"),
    QT_TRANSLATE_NOOP("EngineWords", "no fault is active"),
    QT_TRANSLATE_NOOP("EngineWords", "no fault touches %1; there is nothing to restore"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is already active (fault %2); clear it first, or let it expire"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 has nothing to act on in this run"),
    QT_TRANSLATE_NOOP("EngineWords",
        "no other region has a whole copy of the data; without %1's there would be nothing to "
        "rebuild from"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 has lost its store %2 times; a run keeps account of no more"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is already being failed back (%2)"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is in service; there is nothing to fail back"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "no other region is serving; holding %1 out would leave users with none"),
    QT_TRANSLATE_NOOP("EngineWords", "no fail-back of %1 is running"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is fenced: unfence it first, or its users could not write"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 takes no writes: %2"),
    QT_TRANSLATE_NOOP("EngineWords", "it is down; restore it, or write in another region"),
    QT_TRANSLATE_NOOP("EngineWords", "an order about %1 is on its way to the voters; try again"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is fenced already"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is not fenced"),
    QT_TRANSLATE_NOOP("EngineWords",
        "no other region could take writes; fencing %1 would leave users with none: restore or "
        "unfence another region first"),
    QT_TRANSLATE_NOOP("EngineWords",
        "profile as-aws has no server-side fence, as the reference architectures have none: they "
        "stop writers at the client; run with profile hardened"),
    QT_TRANSLATE_NOOP("EngineWords",
        "%1 is the last member: no other one is up with a whole copy of the data; restore another "
        "region first"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is evicted already; it rejoins when it can reach a member"),
    QT_TRANSLATE_NOOP("EngineWords",
        "%1 is up and in touch with other members; only a region that is down or has been silent "
        "for %2 can be evicted"),
    QT_TRANSLATE_NOOP("EngineWords", "no orphan writes of %1 wait"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 has no whole copy yet to offer them to; wait until it serves writes"),
    QT_TRANSLATE_NOOP("EngineWords", "the disk of %1 is full; make room first"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is the writer of the blog already"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "the blog's writer is being changed to %1 already; wait until that has ended"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is down; name a region that is up"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is evicted; it can be the writer once it has a new copy"),
    QT_TRANSLATE_NOOP("EngineWords",
        "the present writer, %1, is down and cannot hand over; seize-writer takes the seat "
        "without it, and says what is at risk then"),
    QT_TRANSLATE_NOOP("EngineWords",
        "changes of the present writer, %1, do not reach %2; seize-writer takes the seat without "
        "it, and says what is at risk then"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is out or its copy is not whole; restore it first"),
    QT_TRANSLATE_NOOP("EngineWords", "the board of %1 is being rebuilt already"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 lacks nothing that %2 holds"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 lacks nothing that %2 holds, but for %3 that the rule will bring"),
    QT_TRANSLATE_NOOP("EngineWords", "a backfill from %1 to %2 is under way; %3 to go"),
    QT_TRANSLATE_NOOP("EngineWords", "copying from %1 to %2 is paused by a fault; clear it first"),
    QT_TRANSLATE_NOOP("EngineWords", "these are the weights already; nothing would change"),
    QT_TRANSLATE_NOOP("EngineWords", "this run's zone is not published by plans"),
    QT_TRANSLATE_NOOP("EngineWords",
        "no other region is healthy, in service and not fenced; the plan would leave users with "
        "none"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "plan '%1' is being executed; two plans at once would work against each other"),
    QT_TRANSLATE_NOOP("EngineWords", "plan '%1' is not being executed"),
    QT_TRANSLATE_NOOP("EngineWords", "plan '%1' is paused already"),
    QT_TRANSLATE_NOOP("EngineWords", "plan '%1' is not paused"),
    QT_TRANSLATE_NOOP("EngineWords", "all steps of plan '%1' have ended"),
    QT_TRANSLATE_NOOP("EngineWords", "a step has failed: retry it or skip it"),
    QT_TRANSLATE_NOOP("EngineWords", "no step of the plan is in a state for that"),
    QT_TRANSLATE_NOOP("EngineWords", "step '%1' is not in a state for that"),
    QT_TRANSLATE_NOOP("EngineWords", "the plan is being rolled back"),
    QT_TRANSLATE_NOOP("EngineWords", "it is so already"),
    QT_TRANSLATE_NOOP("EngineWords", "this run is not recorded; start it with a recording to save it"),
    QT_TRANSLATE_NOOP("EngineWords",
        "safety rule %1 (%2) refuses it: %3. It would pass with %4 in the same call; to do it all "
        "the same, override %5 with a reason"),
    QT_TRANSLATE_NOOP("EngineWords",
        "safety rule %1 (%2) refuses it: %3. To do it all the same, override %4 with a reason"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 safety rules refuse it: %2. To do it all the same, override %3 with a reason"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 (exactly %2 of %3): %4"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 (at least %2 of %3): %4"),
    QT_TRANSLATE_NOOP("EngineWords", "its controls were changed a moment ago, wait %1 more"),
    QT_TRANSLATE_NOOP("EngineWords", "nothing would answer: both controls off"),
    QT_TRANSLATE_NOOP("EngineWords", "nothing would answer: all %1 controls off"),
    QT_TRANSLATE_NOOP("EngineWords", "all would answer at once: both controls on"),
    QT_TRANSLATE_NOOP("EngineWords",
        "another change of routing controls is under way; it needs three endpoints, in reach: %1; "
        "try again"),
    QT_TRANSLATE_NOOP("EngineWords",
        "a change of routing controls needs three of the cluster's five endpoints, and only %1 "
        "answer: %2"),
    // Fail back
    QT_TRANSLATE_NOOP("EngineWords", "the region answers nothing: restore it"),
    QT_TRANSLATE_NOOP("EngineWords", "its API mapping is missing: restore it"),
    QT_TRANSLATE_NOOP("EngineWords", "a green health check"),
    QT_TRANSLATE_NOOP("EngineWords", "replication with %1, %2 behind"),
    QT_TRANSLATE_NOOP("EngineWords", "another region to compare its copy with: none is up"),
    QT_TRANSLATE_NOOP("EngineWords", "waiting for %1"),
    QT_TRANSLATE_NOOP("EngineWords", "waiting for replication"),
    QT_TRANSLATE_NOOP("EngineWords", "comparing its copy with the survivors'"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 % of its answers"),
    QT_TRANSLATE_NOOP("EngineWords", "Fail-back of %1 begins: restore, catch up, verify, ramp %2 %"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 answers and its check is green; %2 changes are still to be exchanged"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 has caught up; its copy is compared with the others'"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 gets %2 % of its natural answers"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is back in service, %2 after the fail-back began"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is held out of the DNS answers; it returns by fail-back only"),
    // Health and answers
    QT_TRANSLATE_NOOP("EngineWords", "%1 of %2 checkers say %3 is healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 of %2 checkers say %3 is healthy (%4)"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 is unhealthy: %2 of %3 checkers say healthy; more than %4 % are needed"),
    QT_TRANSLATE_NOOP("EngineWords",
        "%1 is unhealthy: %2 of %3 checkers say healthy; more than %4 % are needed; last failure: "
        "%5"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 is healthy again: %2 of %3 checkers say healthy; more than %4 % are needed"),
    QT_TRANSLATE_NOOP("EngineWords", "timeout after %1"),
    QT_TRANSLATE_NOOP("EngineWords", "status %1"),
    QT_TRANSLATE_NOOP("EngineWords",
        "The check of %1 may be wrong: customers there are served, with %2 errors per mille in "
        "the last seconds"),
    QT_TRANSLATE_NOOP("EngineWords", "DNS answers now name %1"),
    QT_TRANSLATE_NOOP("EngineWords", "DNS answers %1 again"),
    QT_TRANSLATE_NOOP("EngineWords", "DNS begins to answer %1 instead of %2 as cached answers expire"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "No record is healthy and admitted: the zone fails open and answers as if all were"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 may receive %2 % of its natural answers"),
    QT_TRANSLATE_NOOP("EngineWords", "held until it is failed back"),
    QT_TRANSLATE_NOOP("EngineWords", "failing back, at %1 %"),
    QT_TRANSLATE_NOOP("EngineWords", "a routing control is off"),
    QT_TRANSLATE_NOOP("EngineWords", "shifted away"),
    QT_TRANSLATE_NOOP("EngineWords", "dial at %1 %"),
    QT_TRANSLATE_NOOP("EngineWords", "%1: at least %2 of %3"),
    QT_TRANSLATE_NOOP("EngineWords", "%1: exactly %2 of %3"),
    QT_TRANSLATE_NOOP("EngineWords", "Routing control %1 of the panel %2 is on"),
    QT_TRANSLATE_NOOP("EngineWords", "Routing control %1 of the panel %2 is off"),
    QT_TRANSLATE_NOOP("EngineWords", "Routing control %1 of the panel %2 is on: %3"),
    QT_TRANSLATE_NOOP("EngineWords", "Routing control %1 of the panel %2 is off: %3"),
    QT_TRANSLATE_NOOP("EngineWords", "New connections move from %1 to %2; by city they now go to: %3"),
    QT_TRANSLATE_NOOP("EngineWords", "Edges asked %1 because %2 failed: %3 requests in the last second"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is asked for %2 % of what it can do"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 has room again after %2; it refused %3 requests; %4 % of what came were repeats"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 will be full in %2: growing demand asks it for up to %3 % of what it can do"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "Refused: the enactor in %1 would have put version %2 over version %3 for %4"),
    QT_TRANSLATE_NOOP("EngineWords",
        "The name of %1 has no address any more: version %2 was in force and has been cleaned up "
        "as outdated"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 will be full in %2: answers that move ask it for up to %3 % of what it can do"),
    QT_TRANSLATE_NOOP("EngineWords", "Health check %1 (%2) is healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "Health check %1 (%2) is unhealthy"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is healthy again: its records are judged by health check %2 (%3)"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is unhealthy: its records are judged by health check %2 (%3)"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "no enactor changes a name whose plan it cannot find, until the zone is republished"),
    QT_TRANSLATE_NOOP("EngineWords",
        "An old plan is in force for %1: the enactor in %2 put version %3 over version %4, %5 "
        "after it was made"),
    QT_TRANSLATE_NOOP("EngineWords", "Every DNS edge answers by version %1 of the zone"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "The name of %1 has its addresses again: version %2 was put in force by hand"),
    // Faults and incidents
    QT_TRANSLATE_NOOP("EngineWords", "Region outage, %1"),
    QT_TRANSLATE_NOOP("EngineWords", "API mapping removed, %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Replication paused, %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Link cut, %1 and %2"),
    QT_TRANSLATE_NOOP("EngineWords", "Latency of %1 added, %2"),
    QT_TRANSLATE_NOOP("EngineWords", "Region destroyed, %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Health path failing, %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Gray failure of %1 of the requests, %2"),
    QT_TRANSLATE_NOOP("EngineWords", "Traffic surge of %1, %2"),
    QT_TRANSLATE_NOOP("EngineWords", "Disk returns damaged data, %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Disk full, %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Plan enactor stalled, %1"),
    QT_TRANSLATE_NOOP("EngineWords", "Copying of objects paused, %1 to %2, from %3 on"),
    QT_TRANSLATE_NOOP("EngineWords", "%1; expires by itself after %2"),
    QT_TRANSLATE_NOOP("EngineWords", "%1: expired after %2"),
    QT_TRANSLATE_NOOP("EngineWords", "%1: cleared after %2"),
    QT_TRANSLATE_NOOP("EngineWords", "No residue: every switch and link reads as before the first fault"),
    QT_TRANSLATE_NOOP("EngineWords", "No residue: every switch and link reads as the remaining faults imply"),
    QT_TRANSLATE_NOOP("EngineWords", "Phase: detect"),
    QT_TRANSLATE_NOOP("EngineWords", "Phase: decide"),
    QT_TRANSLATE_NOOP("EngineWords", "Phase: act"),
    QT_TRANSLATE_NOOP("EngineWords", "Phase: recover"),
    QT_TRANSLATE_NOOP("EngineWords",
        "%1: closed after %2; RTO %3, %4 failed requests; %5 writes were at risk, %6 recovered, "
        "%7 overwritten, %8 refused, %9 lost; %10 answers lacked what their visit had seen "
        "before, %11 more did and said so"),
    QT_TRANSLATE_NOOP("EngineWords",
        "%1: closed after %2; users saw no error; %3 writes were at risk, %4 recovered, %5 "
        "overwritten, %6 refused, %7 lost; %8 answers lacked what their visit had seen before, %9 "
        "more did and said so"),
    QT_TRANSLATE_NOOP("EngineWords", "First error a user saw: a shopper in %1 got no answer from %2"),
    QT_TRANSLATE_NOOP("EngineWords", "First error a user saw: a shopper in %1 got status %2 from %3"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "First error a user saw: a shopper in %1 was told that the name has no address"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 of the calls of the last %2 failed; the objective is %3"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Errors are back under the objective since %1 after the first one; %2 requests failed for "
        "their users so far"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Last error of each city, after the first: half of the %1 affected cities within %2, 95 % "
        "within %3, the last after %4"),
    QT_TRANSLATE_NOOP("EngineWords", "Order %1 from %2, normally served by %3, was acknowledged by %4"),
    QT_TRANSLATE_NOOP("EngineWords", "Run of %1 with seed %2 and %3 regions"),
    // Data
    QT_TRANSLATE_NOOP("EngineWords", "cart of customer %1"),
    QT_TRANSLATE_NOOP("EngineWords", "order %1"),
    QT_TRANSLATE_NOOP("EngineWords", "blog post %1"),
    QT_TRANSLATE_NOOP("EngineWords", "coupon %1"),
    QT_TRANSLATE_NOOP("EngineWords", "coupon %1 of customer %2"),
    QT_TRANSLATE_NOOP("EngineWords", "stock of book %1"),
    QT_TRANSLATE_NOOP("EngineWords", "rows of the stock of %1 book"),
    QT_TRANSLATE_NOOP("EngineWords", "rows of the stock of %1 books"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 in the cart of customer %2"),
    QT_TRANSLATE_NOOP("EngineWords", "%1, acknowledged by %2 %3 ago, exists in no other region that is up"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 became readable in %2 after %3"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 reached %2 after %3, but a newer version had already won there"),
    QT_TRANSLATE_NOOP("EngineWords",
        "%1 reached %2 after %3, but was kept out: it may be written once, and an earlier one was "
        "there"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 is lost: the store of %2 was the last that held it, %3 after it was acknowledged"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "Found in %1: %2 was written in %3 and %4 without knowledge of each other; %5"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Found in %1: %2 was written in %3 and %4 without knowledge of each other; %5 (order not "
        "provable: the stamps are closer than clocks are)"),
    QT_TRANSLATE_NOOP("EngineWords", "the later stamp wins, the other version is discarded"),
    QT_TRANSLATE_NOOP("EngineWords", "it may be written once: the earlier stamp stays"),
    QT_TRANSLATE_NOOP("EngineWords",
        "the copies merge: what was added without being seen stays, of its quantity the later "
        "stamp"),
    QT_TRANSLATE_NOOP("EngineWords",
        "A deleted row is back in %1: the change of %2 that it comes from is older than its "
        "deletion, whose tombstone had been collected"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Replication %1 to %2 makes no progress; the oldest missing write is %3 old; %4 "
        "operations wait, %5 more come each second: never drained"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Replication %1 to %2 makes no progress; the oldest missing write is %3 old; %4 "
        "operations wait, %5 more come each second: drained in %6"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "Replication %1 to %2 has caught up, at %3 operations per second in the last seconds"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 and %2 hold equal copies of the same writes"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 and %2 hold different copies of the same writes, in %3 of %4 buckets: %5"),
    QT_TRANSLATE_NOOP("EngineWords", "The copy in %1 is empty"),
    QT_TRANSLATE_NOOP("EngineWords", "The copy in %1 is copying"),
    QT_TRANSLATE_NOOP("EngineWords", "The copy in %1 is catching up"),
    QT_TRANSLATE_NOOP("EngineWords", "The copy in %1 is serving reads"),
    QT_TRANSLATE_NOOP("EngineWords", "The copy in %1 is serving writes"),
    QT_TRANSLATE_NOOP("EngineWords", "The disk of %1 can be used again"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 refuses claims of coupons: no two of the three that vote agree in time"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 decides about coupons again; it had to refuse %2 claims"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "The best-seller board of %1 has been counted anew from the orders and is current"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Posts wait in %1: no other region has what it wrote %2 ago, and it acknowledges nothing "
        "beyond that bound"),
    QT_TRANSLATE_NOOP("EngineWords", "Posts wait no longer in %1 for a region within %2"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is the writer of the blog now, under epoch %2; %3"),
    QT_TRANSLATE_NOOP("EngineWords", "it begins in at most %1, when the last lease of %2 is over"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 had stopped, and %2 has all that it wrote"),
    QT_TRANSLATE_NOOP("EngineWords",
        "%1 is fenced under epoch %2: its lease lasts for at most %3 more, with about %4 writes "
        "at its present rate; whoever moves its users on before then risks as many"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "The last lease of %1 is over: it acknowledges no write until it is unfenced"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1 may acknowledge writes again, under epoch %2, as soon as it has a lease"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Estimate of the survivors: with %1 %2 to %3 writes are lost; %4 holds its log up to %5, "
        "committed %6 ago, and had heard %7 writes in the %8 before that"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 #%2 at %3 ms"),
    QT_TRANSLATE_NOOP("EngineWords",
        "The backfill from %1 to %2 is over, %3 objects; compared by checksum, %4 are equal, %5 "
        "differ and %6 are missing in %7"),
    QT_TRANSLATE_NOOP("EngineWords",
        "The best-seller board of %1 is rebuilding: it shows nothing until %2 orders are counted "
        "anew"),
    QT_TRANSLATE_NOOP("EngineWords",
        "What the disk of %1 returns does not match the checksums of its tables and logs: nothing "
        "of it is served, the store is given up, and a copy of a peer is taken once the disk is "
        "sound"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "No object of %1 is late in %2 any more; %3 objects took longer than %4"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Objects of %1 have waited for longer than %2 to reach %3, %4 objects pending: copying is "
        "paused"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Objects of %1 have waited for longer than %2 to reach %3, %4 objects pending: the "
        "backlog is long"),
    // Plans
    QT_TRANSLATE_NOOP("EngineWords", "Plan '%1' was evaluated: passed"),
    QT_TRANSLATE_NOOP("EngineWords", "Plan '%1' is started, for %2"),
    QT_TRANSLATE_NOOP("EngineWords", "Plan '%1' is started, for %2; warnings: %3"),
    QT_TRANSLATE_NOOP("EngineWords", "Plan '%1' is inProgress: goes on"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Plan '%1' is pausedByFailedStep: waits: a step has failed; retry it, skip it, or cancel"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Plan '%1' is completedMonitoringApplicationHealth: all steps have ended; waits until the "
        "application's alarms are green"),
    QT_TRANSLATE_NOOP("EngineWords", "Plan '%1' is pausedByFailedStep: goes on ungraceful"),
    QT_TRANSLATE_NOOP("EngineWords",
        "Plan '%1' is completed: actual recovery time %2 (%3 of steps, %4 until the alarms were "
        "green), objective %5 met"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 since the first error of a user"),
    QT_TRANSLATE_NOOP("EngineWords", "Step '%1' of plan '%2' is running: begins"),
    QT_TRANSLATE_NOOP("EngineWords", "Step '%1' of plan '%2' is running: begins, ungraceful"),
    QT_TRANSLATE_NOOP("EngineWords", "Step '%1' of plan '%2' is completed: %3"),
    QT_TRANSLATE_NOOP("EngineWords", "Step '%1' of plan '%2' is failed: %3"),
    QT_TRANSLATE_NOOP("EngineWords", "alarm '%1' is green"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is the writer"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is in %2 % of the answers"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 is in service again"),
    QT_TRANSLATE_NOOP("EngineWords", "the health check of %1 is green"),
    QT_TRANSLATE_NOOP("EngineWords", "the most lag is %1 from %2 to %3"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 commits nothing, and the others have all that it wrote"),
    QT_TRANSLATE_NOOP("EngineWords", "nothing to do: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "'%1' was refused: %2"),
    QT_TRANSLATE_NOOP("EngineWords", "step '%1': %2"),
    QT_TRANSLATE_NOOP("EngineWords", "'%1' would be refused: %2"),
    // Explanations of answers
    QT_TRANSLATE_NOOP("EngineWords", "%1 %2? asked from %3"),
    QT_TRANSLATE_NOOP("EngineWords", "answer: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "if all were healthy: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "no answer: the zone has no such record"),
    QT_TRANSLATE_NOOP("EngineWords", "no answer: nothing applies to the asker, and there is no default"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 (last resort: nothing was healthy)"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 (though held: nothing else was healthy)"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 (though dialled down: nobody else could carry the rest)"),
    QT_TRANSLATE_NOOP("EngineWords", "%1: as above"),
    QT_TRANSLATE_NOOP("EngineWords", "%1: nothing is healthy, so everything counts as healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "%1: only held records are healthy, so the hold gives way"),
    QT_TRANSLATE_NOOP(
        "EngineWords", "%1: only dialled-down records are healthy and not held, so the dial gives way"),
    QT_TRANSLATE_NOOP("EngineWords", "%1: nothing applies to the asker, and there is no default"),
    QT_TRANSLATE_NOOP("EngineWords", "%1: nothing healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "drawn: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "drawn: %1, all alike"),
    QT_TRANSLATE_NOOP("EngineWords", "weight %1"),
    QT_TRANSLATE_NOOP("EngineWords", "primary"),
    QT_TRANSLATE_NOOP("EngineWords", "secondary"),
    QT_TRANSLATE_NOOP("EngineWords", "default location"),
    QT_TRANSLATE_NOOP("EngineWords", "distance unknown"),
    QT_TRANSLATE_NOOP("EngineWords", "%1, latency unknown"),
    QT_TRANSLATE_NOOP("EngineWords", "check %1 healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "check %1 unhealthy"),
    QT_TRANSLATE_NOOP("EngineWords", "check %1 healthy (%2 of %3 checkers)"),
    QT_TRANSLATE_NOOP("EngineWords", "check %1 unhealthy (%2 of %3 checkers)"),
    QT_TRANSLATE_NOOP("EngineWords", "check %1 healthy (nobody has told: counts as healthy)"),
    QT_TRANSLATE_NOOP("EngineWords", "%1, target healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "%1, target unhealthy"),
    QT_TRANSLATE_NOOP("EngineWords", "target healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "target unhealthy"),
    QT_TRANSLATE_NOOP("EngineWords", "no check: counts as healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "%1, admitted to %2 % of askers"),
    QT_TRANSLATE_NOOP("EngineWords", "%1, dial at %2 %"),
    QT_TRANSLATE_NOOP("EngineWords", "chosen"),
    QT_TRANSLATE_NOOP("EngineWords", "another one is preferred"),
    QT_TRANSLATE_NOOP("EngineWords", "not drawn"),
    QT_TRANSLATE_NOOP("EngineWords", "weight 0: waits until no other is healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "struck out: unhealthy"),
    QT_TRANSLATE_NOOP("EngineWords", "backed out: nothing healthy behind it"),
    QT_TRANSLATE_NOOP("EngineWords", "struck out: held"),
    QT_TRANSLATE_NOOP("EngineWords", "struck out: the asker is not in its ramp yet"),
    QT_TRANSLATE_NOOP("EngineWords", "does not apply to the asker"),
    QT_TRANSLATE_NOOP("EngineWords", "healthy"),
    QT_TRANSLATE_NOOP("EngineWords", "struck out: the asker is not in the share of its dial"),
};

} // namespace

std::span<const char* const> engineSentences()
{
    return kSentences;
}

} // namespace sb
