// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own for a test or a bench, gone with the object.
#pragma once

#include "backend/base/result.h"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace sb::test {

class TempFolder {
public:
    TempFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "signalbox-test-XXXXXX").string();
        SB_ASSERT(mkdtemp(pattern.data()) != nullptr);
        m_path = pattern;
    }
    ~TempFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::string file(const std::string& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

} // namespace sb::test
