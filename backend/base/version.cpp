// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/version.h"

namespace sb {

const char* programVersion()
{
    return SB_VERSION;
}

} // namespace sb
