// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include "resources/embedded.h"

#include <cstdio>
#include <cstdlib>

namespace sb {

std::string_view resource(std::string_view name)
{
    for (const EmbeddedFile* file = embeddedFiles; !file->name.empty(); ++file) {
        if (file->name == name)
            return { reinterpret_cast<const char*>(file->bytes), file->size };
    }
    std::fprintf(stderr, "signalbox: no embedded resource is named \"%.*s\"\n", static_cast<int>(name.size()),
        name.data());
    std::abort();
}

std::vector<std::string_view> resourceNames()
{
    std::vector<std::string_view> names;
    for (const EmbeddedFile* file = embeddedFiles; !file->name.empty(); ++file)
        names.push_back(file->name);
    return names;
}

} // namespace sb
