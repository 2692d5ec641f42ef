// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/result.h"

#include <cstdio>
#include <cstdlib>

namespace sb {

const char* toString(Errc code)
{
    switch (code) {
    case Errc::BadInput:
        return "bad input";
    case Errc::UnknownName:
        return "unknown name";
    case Errc::Refused:
        return "refused";
    case Errc::Unavailable:
        return "unavailable";
    case Errc::IoFailure:
        return "input/output failure";
    case Errc::VersionMismatch:
        return "version mismatch";
    case Errc::Corrupt:
        return "corrupt file";
    case Errc::Cancelled:
        return "cancelled";
    }
    return "unknown error";
}

void assertFailed(const char* condition, const char* file, int line)
{
    std::fprintf(stderr, "signalbox: broken invariant: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

} // namespace sb
