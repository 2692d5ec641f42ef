// SPDX-License-Identifier: GPL-3.0-or-later
// A folder that receives the files of one report all together or not at all: they are written in a staging
// folder inside it and moved into place at the end. Files of the same names from an earlier report are
// replaced; whatever else is there stays.
#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sb {

class ReportFolder {
public:
    // Makes the folder when it is not there; IoFailure when it cannot be written.
    [[nodiscard]] static Result<ReportFolder> prepare(const std::string& folder);
    ReportFolder(ReportFolder&& other) noexcept;
    ReportFolder& operator=(ReportFolder&& other) = delete;
    // Removes what was not published, and the folder itself when it was made for nothing.
    ~ReportFolder();

    // Where to write the file that will be `name`.
    [[nodiscard]] std::string stage(const std::string& name);
    [[nodiscard]] Result<> stageText(const std::string& name, std::string_view text);
    [[nodiscard]] Result<> publish();

private:
    ReportFolder(std::string folder, std::string staging, bool isNew)
        : m_folder(std::move(folder))
        , m_staging(std::move(staging))
        , m_isNew(isNew)
    {
    }

    std::string m_folder;
    std::string m_staging; // empty: nothing to remove
    bool m_isNew = false; // made by prepare()
    std::vector<std::string> m_names;
};

} // namespace sb
