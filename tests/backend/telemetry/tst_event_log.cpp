// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/event_log.h"

#include <gtest/gtest.h>
#include <set>

namespace sb {
namespace {

Event note(std::string text, EventSeq cause = {})
{
    return { .kind = EventKind::NoteAdded, .cause = cause, .note = std::move(text) };
}

TEST(EventLog, StampsSequenceTimeAndReplayPosition)
{
    EventLog log([] { return EventLog::Stamp { kStart + 3s, 41, 99 }; });
    std::vector<Event> heard;
    log.listen([&](const Event& event) { heard.push_back(event); });
    EXPECT_EQ(log.append(note("a")), EventSeq { 1 });
    log.setPhase(Phase::Decide);
    EXPECT_EQ(log.append(note("b")), EventSeq { 2 });
    ASSERT_EQ(heard.size(), 2U);
    EXPECT_EQ(log.size(), 2U);
    EXPECT_EQ(heard[0].seq, EventSeq { 1 });
    EXPECT_EQ(heard[0].at, kStart + 3s);
    EXPECT_EQ(heard[0].executed, 41U);
    EXPECT_EQ(heard[0].stateHash, 99U);
    EXPECT_EQ(heard[0].phase, Phase::Normal);
    EXPECT_EQ(heard[1].phase, Phase::Decide);
}

TEST(EventLog, EveryListenerHearsAllEventsInOrderThoughListenersAppend)
{
    EventLog log([] { return EventLog::Stamp {}; });
    std::vector<std::uint64_t> first, last;
    log.listen([&](const Event& event) { first.push_back(event.seq.value); });
    // Two that answer: the middle of the chain appends while others have not heard the event yet.
    log.listen([&](const Event& event) {
        for (const char* text : { "phase", "alarm" }) {
            if (event.note == "incident")
                (void)log.append(note(text, event.seq));
        }
    });
    log.listen([&](const Event& event) {
        if (event.note == "phase")
            (void)log.append(note("report", event.seq));
    });
    log.listen([&](const Event& event) {
        EXPECT_TRUE(!event.cause.isValid() || event.cause < event.seq);
        last.push_back(event.seq.value);
    });
    (void)log.append(note("incident"));
    (void)log.append(note("quiet"));
    (void)log.append(note("incident"));
    std::vector<std::uint64_t> all;
    for (std::uint64_t seq = 1; seq <= 9; ++seq)
        all.push_back(seq);
    EXPECT_EQ(first, all);
    EXPECT_EQ(last, all);
    EXPECT_EQ(log.size(), 9U);
}

TEST(EventLog, EveryKindHasATextOfItsOwnThatReadsBack)
{
    std::set<std::string_view> texts;
    for (int i = 0; i < kEventKindCount; ++i) {
        const auto kind = static_cast<EventKind>(i);
        const std::string_view text = toString(kind);
        EXPECT_TRUE(texts.insert(text).second) << text;
        EXPECT_EQ(eventKindFromText(text), kind) << text;
    }
    EXPECT_FALSE(eventKindFromText("no.such.kind"));
    EXPECT_FALSE(eventKindFromText(""));
}

} // namespace
} // namespace sb
