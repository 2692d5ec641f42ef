// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/hash.h"

#include <xxhash.h>

namespace sb {

std::uint64_t hashBytes(std::string_view bytes)
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

} // namespace sb
