// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the painted map readable for assistive technology: a list whose children are the regions and links.
#pragma once

namespace sb {

// Once per process; further calls do nothing.
void installMapAccessibility();

} // namespace sb
