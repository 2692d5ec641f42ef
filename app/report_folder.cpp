// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_folder.h"

#include <filesystem>
#include <fstream>
#include <unistd.h>
#include <utility>

namespace sb {
namespace fs = std::filesystem;

Result<ReportFolder> ReportFolder::prepare(const std::string& folder)
{
    std::error_code error;
    const bool isNew = fs::create_directories(folder, error);
    if (!error && !fs::is_directory(folder, error) && !error)
        error = std::make_error_code(std::errc::not_a_directory);
    const std::string staging = folder + "/.report-" + std::to_string(::getpid());
    if (!error) {
        fs::remove_all(staging, error); // of a killed process that had our number
        fs::create_directory(staging, error);
    }
    if (error) {
        std::error_code ignored;
        if (isNew)
            fs::remove(folder, ignored);
        return fail(Errc::IoFailure,
            folder + ": cannot write a report here (" + error.message()
                + "); choose a folder you may write to");
    }
    return ReportFolder(folder, staging, isNew);
}

ReportFolder::ReportFolder(ReportFolder&& other) noexcept
    : m_folder(std::move(other.m_folder))
    , m_staging(std::exchange(other.m_staging, {}))
    , m_isNew(std::exchange(other.m_isNew, false))
    , m_names(std::move(other.m_names))
{
}

ReportFolder::~ReportFolder()
{
    std::error_code ignored;
    if (!m_staging.empty())
        fs::remove_all(m_staging, ignored);
    if (m_isNew)
        fs::remove(m_folder, ignored); // succeeds only while it is empty
}

std::string ReportFolder::stage(const std::string& name)
{
    m_names.push_back(name);
    return m_staging + "/" + name;
}

Result<> ReportFolder::stageText(const std::string& name, std::string_view text)
{
    std::ofstream file(stage(name), std::ios::binary);
    file << text;
    file.close();
    if (!file)
        return fail(Errc::IoFailure, m_folder + "/" + name + ": cannot be written");
    return {};
}

Result<> ReportFolder::publish()
{
    // A folder in the place of a file is the one thing rename would trip over half-way.
    std::error_code error;
    for (const std::string& name : m_names) {
        if (fs::is_directory(m_folder + "/" + name, error))
            return fail(
                Errc::IoFailure, m_folder + "/" + name + ": is a folder; move it away or choose another");
    }
    for (const std::string& name : m_names) {
        fs::rename(m_staging + "/" + name, m_folder + "/" + name, error);
        if (error)
            return fail(Errc::IoFailure, m_folder + "/" + name + ": " + error.message());
    }
    return {};
}

} // namespace sb
