// SPDX-License-Identifier: GPL-3.0-or-later
// What the events of a strong table's member mean. Private to strong_table*.cpp.
// Thread: World thread.
#pragma once

#include <cstdint>

namespace sb {

// a = handle of the message or operation; kTryAgain and kPatienceOver: b = the operation's round.
enum StrongEvent : std::uint32_t { kLetter, kDeadline, kTryAgain, kPatienceOver };

} // namespace sb
