// SPDX-License-Identifier: GPL-3.0-or-later
// Operating errors are values. Errc is closed and shared by engine, events, exports and UI text; `what` is an
// English sentence for logs and the command line that says what happened and what would help.
// Programmer errors end the process through SB_ASSERT, which is always on.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace sb {

enum class Errc {
    BadInput, // the text, file or request is malformed
    UnknownName, // a region, fault, metric or file is not known by that name
    Refused, // a safety rule or the present state forbids it
    Unavailable, // the target does not answer
    IoFailure, // the file system or SQLite refused
    VersionMismatch, // a file written by another schema version
    Corrupt, // a file that cannot be trusted
    Cancelled, // the user asked to stop
};

[[nodiscard]] const char* toString(Errc code);

struct [[nodiscard]] Error {
    Errc code = Errc::BadInput;
    std::string what;
};

template<typename T = void> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Errc code, std::string what)
{
    return tl::unexpected<Error> { Error { code, std::move(what) } };
}

[[noreturn]] void assertFailed(const char* condition, const char* file, int line);

} // namespace sb

// Checks what must hold whatever the input is; stays on in release builds.
#define SB_ASSERT(condition)                                                                                 \
    (static_cast<bool>(condition) ? void(0) : ::sb::assertFailed(#condition, __FILE__, __LINE__))
