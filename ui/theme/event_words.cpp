// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the kinds of events, as a table because there are many; tst_theme checks that it is complete.
#include "ui/theme/words.h"

#include <QCoreApplication>

#include <iterator>

namespace sb {

namespace {

struct EventWord {
    EventKind kind;
    const char* word; // context "EventWords"
};

// In order of EventKind, so that a kind finds its row by its number.
constexpr EventWord kEventWords[] {

};
static_assert(std::size(kEventWords) == kEventKindCount);

} // namespace

QString wordFor(EventKind kind)
{
    const EventWord& row = kEventWords[static_cast<std::size_t>(kind)];
    SB_ASSERT(row.kind == kind);
    return QCoreApplication::translate("EventWords", row.word);
}

} // namespace sb
