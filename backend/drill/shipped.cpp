// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drill/shipped.h"

#include "backend/api/drill_view.h"
#include "backend/base/text.h"
#include "backend/toml/toml_reader.h"
#include "resources/resources.h"

#include <algorithm>
#include <filesystem>

namespace sb {

std::vector<std::string> shippedDrills()
{
    std::vector<std::string> paths;
    for (const std::string_view name : resourceNames())
        if (name.starts_with("drills/"))
            paths.push_back(std::string(kShippedPrefix).append(name));
    return paths;
}

Result<std::string> readDrillFile(const std::string& path, std::string_view kind)
{
    if (!path.starts_with(kShippedPrefix))
        return readTextFile(path, kind);
    // A drill names other files from its own folder: "drills/../zones/standby.json".
    const std::string name
        = std::filesystem::path(path.substr(kShippedPrefix.size())).lexically_normal().generic_string();
    const std::vector<std::string_view> names = resourceNames();
    if (std::find(names.begin(), names.end(), name) == names.end())
        return fail(Errc::UnknownName,
            path + ": no such " + std::string(kind) + " comes with the program; "
                + suggestion(std::string(kShippedPrefix) + name, shippedDrills()));
    return std::string(resource(name));
}

} // namespace sb
