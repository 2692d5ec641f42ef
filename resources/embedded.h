// SPDX-License-Identifier: GPL-3.0-or-later
// Between resources.cpp and the sources that the build makes from the data files; nobody else includes it.
#pragma once

#include <cstddef>
#include <string_view>

namespace sb {

struct EmbeddedFile {
    std::string_view name; // empty in the entry that ends the table
    const unsigned char* bytes = nullptr;
    std::size_t size = 0;
};

// Sorted by name.
extern const EmbeddedFile embeddedFiles[];

} // namespace sb
